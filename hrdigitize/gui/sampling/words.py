"""A sample in words: its rule, and what it says of its lot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.domain.inspection import Rule
from hrdigitize.domain.sampling import Outcome, Sample
from hrdigitize.gui.look.numbers import written

#: How an outcome looks (a property of the style sheet).
TONES = {Outcome.OPEN: "open", Outcome.ACCEPTED: "good", Outcome.REFUSED: "fault"}


def outcome(sample: Sample) -> str:
    """In a word."""
    return {
        Outcome.OPEN: QCoreApplication.translate("Sampling", "Đang kiểm tra"),
        Outcome.ACCEPTED: QCoreApplication.translate("Sampling", "Chấp nhận lô"),
        Outcome.REFUSED: QCoreApplication.translate("Sampling", "Không chấp nhận lô"),
    }[sample.outcome]


def result(sample: Sample) -> str:
    """How far it is and how many were wrong, against how many may be."""
    return QCoreApplication.translate(
        "Sampling", "{outcome}: đã xem {judged}/{size}, sai {wrong} (cho phép {accept})"
    ).format(
        outcome=outcome(sample),
        judged=sample.judged,
        size=len(sample.values),
        wrong=sample.wrong,
        accept=sample.rule.accept,
    )


def rule(rule: Rule) -> str:
    """The rule of a sample that can be drawn."""
    return QCoreApplication.translate(
        "Sampling", "Sẽ rút {size} giá trị; chấp nhận lô khi sai không quá {accept}."
    ).format(size=rule.size, accept=rule.accept)


def limit(limit: str) -> str:
    """An acceptance quality limit, where there is little room."""
    return QCoreApplication.translate("Sampling", "AQL {limit} %").format(limit=written(limit))


def limit_in_full(limit: str) -> str:
    """An acceptance quality limit to choose."""
    return QCoreApplication.translate("Sampling", "Mức chất lượng (AQL) {limit} %").format(
        limit=written(limit)
    )
