"""Whatever is written into a form.toml: it is refused with findings, or it can be printed."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdigitize import bundle
from hrdigitize.formdefs.checking import examine
from hrdigitize.printing.profile import write_profile
from tests.printing.made_up import PRINTED_AT, cadre, full_answers

_FORM = "2c-bnv-2008"
_LINES = (bundle.forms() / _FORM / "form.toml").read_text("utf-8").splitlines()
_SETTINGS = [number for number, line in enumerate(_LINES) if " = " in line and not line.startswith("#")]
_VALUES = (
    "1",
    "true",
    "false",
    '""',
    '" "',
    '"x"',
    '"7"',
    '"100"',
    '"{full_name} | {gender:} | "',
    '"full_name"',
    '"salary_history"',
    '"photo"',
    '"table"',
    '"free"',
    "[]",
    '["x"]',
    "[1]",
    "{}",
    '{ widths = "40 30 30" }',
    '{ beside = "99", width_mm = "999", height_mm = "999" }',
    '{ rows = "99", columns = "99" }',
    "2008-10-06",
    "[{}]",
)


@st.composite
def _changed(draw: st.DrawFn) -> str:
    """The form with some of its settings changed, and some of its lines left out."""
    lines = list(_LINES)
    for number in draw(st.lists(st.sampled_from(_SETTINGS), min_size=1, max_size=3)):
        key = lines[number].partition(" = ")[0]
        lines[number] = f"{key} = {draw(st.sampled_from(_VALUES))}"
    for number in draw(st.lists(st.integers(0, len(lines) - 1), max_size=1)):
        lines[number] = ""
    return "\n".join(lines)


@settings(max_examples=40, deadline=None)
@given(_changed())
def test_a_form_is_refused_or_printed(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _FORM / "form.toml"
        path.parent.mkdir()
        path.write_text(text, "utf-8")
        examined = examine(path)
    if examined.form is None:
        assert examined.findings
        assert all(finding.message() and 1 <= finding.line <= len(_LINES) for finding in examined.findings)
        return
    target = io.BytesIO()
    record = cadre(examined.form, full_answers(examined.form, rows=1))
    write_profile(examined.form, record, target, printed_at=PRINTED_AT)
    assert target.getvalue().startswith(b"%PDF-")
