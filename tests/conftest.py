"""The end of a test run tells the figures that targets are measured by, and what was not run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

import pytest

_FIGURE = "figure"
#: Says one figure: what it is of, and what it came to.
TellFigure: TypeAlias = Callable[[str], None]


@pytest.fixture
def tell_figure(record_property: Callable[[str, object], None]) -> TellFigure:
    """Gives a function that says a figure at the end of the run: "E1: most attempts in an hour: 13"."""
    return lambda figure: record_property(_FIGURE, figure)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    figures = [
        str(value)
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == _FIGURE and getattr(report, "when", "call") == "call"
    ]
    if figures:
        terminalreporter.section("figures")
        for figure in sorted(figures):
            terminalreporter.write_line(figure)
    _tell_what_was_skipped(terminalreporter)


def _tell_what_was_skipped(terminalreporter: pytest.TerminalReporter) -> None:
    """Nothing is passed over in silence: how many tests did not run, and why."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", ())
        if isinstance(report.longrepr, tuple)
    )
    if reasons:
        terminalreporter.section("not run", red=True)
        for reason, count in reasons.most_common():
            terminalreporter.write_line(f"{count} tests: {reason}", red=True)
