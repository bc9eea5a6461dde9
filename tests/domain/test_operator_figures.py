"""Keys and time with pauses taken out, and who was corrected by whom."""

from __future__ import annotations

from hrdigitize.domain.effort import PAUSE_S, Effort, EffortCounter
from hrdigitize.domain.operator_figures import Given, OperatorFigures, figures
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, FieldPath

_BIRTH, _NAME = FieldPath("birth_date"), FieldPath("full_name")


def _given(document: str, path: FieldPath, by: str, text: str | None) -> Given:
    state = None if text is None else State.VALUE
    return Given(DocumentId(document), path, by, state, text or "")


def test_a_pause_is_no_work() -> None:
    counter = EffortCounter()
    counter.begin(100.0)
    for moment in (102.0, 103.5, 103.5 + PAUSE_S, 104.0 + 3 * PAUSE_S, 105.0 + 3 * PAUSE_S):
        counter.note(moment)
    assert counter.taken() == Effort(5, round((3.5 + PAUSE_S + 1.0) * 1000))
    assert not counter.taken()


def test_what_another_person_answered_otherwise_is_a_correction() -> None:
    found = figures(
        [
            _given("d1", _BIRTH, "lan", "06/07/1970"),
            _given("d1", _NAME, "lan", "LÊ LAN"),
            _given("d2", _BIRTH, "lan", "1/1/1980"),
            _given("d2", _BIRTH, "lan", "01/01/1980"),
            _given("d1", _BIRTH, "minh", None),
            _given("d1", _BIRTH, "minh", "06/01/1970"),
            _given("d1", _NAME, "minh", "LÊ LAN"),
        ],
        [("lan", Effort(100, 60_000)), ("lan", Effort(20, 30_000))],
        [("lan", True), ("lan", False), ("", False)],
    )
    lan, minh = found
    assert lan == OperatorFigures("lan", 2, 3, 1, 2, 1, Effort(120, 90_000))
    assert lan.corrections_per_thousand == 1000 / 3
    assert lan.keys_per_field == 40
    assert lan.seconds_per_document == 45
    assert minh == OperatorFigures("minh", 1, 2)
    assert (minh.corrections_per_thousand, minh.keys_per_field) == (0, None)


def test_whoever_did_nothing_has_no_rate() -> None:
    assert OperatorFigures("lan").corrections_per_thousand is None
