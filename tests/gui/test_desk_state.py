"""The desk without Qt: what Enter means, where it goes next, when approving is possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import Doubt, FieldReading, Finding, Severity, State
from hrdigitize.domain.record import (
    Answer,
    BatchId,
    DocumentId,
    DocumentStatus,
    FieldPath,
    StoredDocument,
    Verification,
)
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.desk.state import Decision, DeskState, Readiness, Refusal, Typed

FORM = load_forms()["2c-bnv-2008"]
NAME, GENDER, BIRTH = FieldPath("full_name"), FieldPath("gender"), FieldPath("birth_date")
PERIOD_0, PERIOD_1 = FieldPath("period", "career", 0), FieldPath("period", "career", 1)
POST_0, POST_1 = FieldPath("post", "career", 0), FieldPath("post", "career", 1)
SOMEWHERE = Box(10, 10, 100, 20)
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


def reading(
    text: str, *, accepted: bool = True, doubts: tuple[Doubt, ...] = (), box: Box = SOMEWHERE
) -> FieldReading:
    state = State.VALUE if text else State.BLANK
    return FieldReading(state, text or None, text, text, 1, box, 0.9, accepted, doubts)


def document(readings: Mapping[FieldPath, FieldReading]) -> StoredDocument:
    return StoredDocument(
        DocumentId("d"), BatchId("b"), FORM.id, None, DocumentStatus.READ, (), readings, {}, ()
    )


def answered(stored: StoredDocument, path: FieldPath, answer: Answer, *, minutes: int = 0) -> StoredDocument:
    given = Verification(path, answer, "Lê Thị Mai", AT + timedelta(minutes=minutes))
    return replace(stored, verifications={**stored.verifications, path: given})


def enter(
    state: DeskState, text: str, *, by_hand: bool = True, as_written: bool = False, fits: bool = True
) -> Decision:
    return state.decide(Typed(text, by_hand, as_written), lambda _path, _text: fits)


@pytest.fixture
def stored() -> StoredDocument:
    # On purpose not in the form's order: the person follows the form, not the store.
    return document(
        {
            PERIOD_1: reading("02/2023-nay"),
            PERIOD_0: reading("09/2016-01/2023"),
            POST_1: reading("Phó Chủ tịch UBND xã", accepted=False),
            POST_0: reading("Công chức Tư pháp"),
            GENDER: reading("Nữ", accepted=False),
            BIRTH: reading("O6/07/1970", accepted=False, doubts=(Doubt("doubt-wrong-type", (0, 99)),)),
            NAME: reading("TRẦN THỊ ÁNH"),
        }
    )


def test_entries_follow_the_form_and_the_first_doubtful_one_is_current(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    assert [entry.path for entry in state.entries()] == [
        NAME,
        BIRTH,
        GENDER,
        PERIOD_0,
        POST_0,
        PERIOD_1,
        POST_1,
    ]
    assert state.current == BIRTH
    filled = [section for section in state.sections if list(section.all_entries())]
    assert [section.title for section in filled] == ["Bản thân", "Quá trình công tác"]
    assert filled[1].tables[0].rows[1][1].path == POST_1


def test_a_document_without_doubts_starts_at_its_first_field() -> None:
    state = DeskState(document({NAME: reading("TRẦN THỊ ÁNH"), GENDER: reading("Nữ")}), FORM)
    assert state.current == NAME
    assert state.next_doubtful() is None
    assert readiness(state) is Readiness.READY


def test_next_doubtful_goes_round_to_the_first_that_remains(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    state.select(POST_1)
    assert state.next_doubtful() == BIRTH
    state.expect(BIRTH, Answer(State.VALUE, "06/07/1970"))
    assert state.next_doubtful() == GENDER


def test_tab_goes_through_all_fields_and_round(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    state.select(POST_1)
    assert state.neighbour(1) == NAME
    state.select(NAME)
    assert state.neighbour(-1) == POST_1


def test_enter_accepts_the_value_as_it_stands(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    state.select(GENDER)
    assert enter(state, "Nữ").answer == Answer(State.VALUE, "Nữ")


def test_enter_takes_what_was_typed_with_single_spaces(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    assert enter(state, "  06 tháng 07\nnăm 1970 ").answer == Answer(State.VALUE, "06 tháng 07 năm 1970")


def test_enter_on_a_field_emptied_by_hand_is_refused(stored: StoredDocument) -> None:
    decision = enter(DeskState(stored, FORM), "   ")
    assert decision.refused is Refusal.EMPTIED
    assert decision.answer is None


def test_what_cannot_stand_as_read_must_be_typed_or_said_to_be_so(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    assert state.current == BIRTH
    assert state.entry is not None
    assert (state.entry.must_be_typed, state.entry.grave_at) == (True, (0,))
    glance = enter(state, "O6/07/1970", by_hand=False)
    assert (glance.answer, glance.refused) == (None, Refusal.MUST_BE_TYPED)
    said = enter(state, "O6/07/1970", by_hand=False, as_written=True)
    assert said.answer == Answer(State.VALUE, "O6/07/1970")
    assert enter(state, "06/07/1970").answer == Answer(State.VALUE, "06/07/1970")


def test_ink_without_text_is_no_blank_by_a_glance() -> None:
    empty = reading("", accepted=False, doubts=(Doubt("doubt-no-text-but-ink"),))
    state = DeskState(document({NAME: empty}), FORM)
    for as_written in (False, True):
        decision = enter(state, "", by_hand=False, as_written=as_written)
        assert (decision.answer, decision.refused) == (None, Refusal.MUST_BE_TYPED)


def test_what_fits_no_value_of_its_type_is_asked_about_when_typed(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    assert enter(state, "31/31/1970", fits=False).refused is Refusal.NOT_FITTING
    assert enter(state, "31/31/1970", fits=False, as_written=True).answer == Answer(State.VALUE, "31/31/1970")
    state.select(GENDER)
    assert enter(state, "Nữ", by_hand=False, fits=False).answer == Answer(State.VALUE, "Nữ"), "not typed"


def test_a_grave_doubt_that_names_no_place_is_about_the_whole_text() -> None:
    entry = DeskState(
        document({BIRTH: reading("7x", accepted=False, doubts=(Doubt("doubt-wrong-type"),))}), FORM
    ).entry
    assert entry is not None
    assert (entry.grave_at, entry.doubtful_at) == ((0, 1), ())


def test_pages_with_something_to_look_at_are_gone_to_and_back(stored: StoredDocument) -> None:
    pages = {NAME: 1, BIRTH: 2, GENDER: 2, PERIOD_0: 3, POST_0: 3, PERIOD_1: 4, POST_1: 4}
    readings = {path: replace(one, page=pages[path]) for path, one in stored.readings.items()}
    state = DeskState(replace(stored, readings=readings), FORM)
    state.select(NAME)
    assert state.page_with_problem(1) == BIRTH
    state.select(GENDER)
    assert state.page_with_problem(1) == POST_1, "nothing is doubtful on page 3"
    state.select(POST_1)
    assert state.page_with_problem(1) is None
    assert state.page_with_problem(-1) == BIRTH


def test_behind_the_last_doubt_rules_have_their_say_once(stored: StoredDocument) -> None:
    findings = tuple(
        Finding(code, Severity.WARNING, (str(path),)) for code, path in (("a", NAME), ("b", GENDER))
    )
    state = DeskState(replace(stored, findings=findings), FORM)
    assert state.next_unseen_finding() == GENDER
    state.select(GENDER)
    assert state.next_unseen_finding() == NAME
    state.select(NAME)
    assert state.next_unseen_finding() is None


@pytest.mark.parametrize("state_read", [State.BLANK, State.ILLEGIBLE])
def test_enter_on_an_empty_field_repeats_its_state(state_read: State) -> None:
    empty = replace(reading("", accepted=False), state=state_read)
    state = DeskState(document({NAME: empty}), FORM)
    assert enter(state, "").answer == Answer(state_read)


def test_enter_says_nothing_new_on_a_settled_field(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    state.select(NAME)
    assert enter(state, "TRẦN THỊ ÁNH").answer is None
    assert enter(state, "TRẦN THỊ ẢNH").answer == Answer(State.VALUE, "TRẦN THỊ ẢNH")


def test_an_answer_counts_before_it_is_stored_and_can_be_taken_back(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    assert state.remaining == 3
    state.expect(BIRTH, Answer(State.VALUE, "06/07/1970"))
    assert state.remaining == 2
    state.select(GENDER)
    state.retract(BIRTH)
    assert state.remaining == 3
    assert state.current == BIRTH
    assert state.entry is not None
    assert state.entry.answer.text == "O6/07/1970"


def readiness(state: DeskState) -> Readiness:
    return state.readiness


def test_nothing_can_be_approved_while_an_answer_is_on_its_way(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    now = stored
    for path in (BIRTH, GENDER, POST_1):
        assert readiness(state) is Readiness.OPEN_FIELDS
        state.expect(path, Answer(State.ILLEGIBLE))
        now = answered(now, path, Answer(State.ILLEGIBLE))
    assert readiness(state) is Readiness.SAVING
    for path in (BIRTH, GENDER, POST_1):
        state.replace(now, settled=path)
    assert readiness(state) is Readiness.READY
    state.replace(replace(now, status=DocumentStatus.APPROVED))
    assert readiness(state) is Readiness.APPROVED
    assert enter(state, "anything").answer is None


def test_reopening_is_about_the_answer_here_or_else_the_last_one(stored: StoredDocument) -> None:
    assert DeskState(stored, FORM).to_reopen() is None
    later = answered(stored, POST_1, Answer(State.BLANK), minutes=1)
    both = answered(later, BIRTH, Answer(State.VALUE, "06/07/1970"), minutes=2)
    state = DeskState(both, FORM)
    assert (state.current, state.to_reopen()) == (GENDER, BIRTH)
    state.select(POST_1)
    assert state.to_reopen() == POST_1, "the person stands on an answered field and means this one"


def test_on_an_approved_document_any_field_can_be_reopened(stored: StoredDocument) -> None:
    state = DeskState(replace(stored, status=DocumentStatus.APPROVED), FORM)
    state.select(NAME)
    assert state.to_reopen() == NAME


def test_a_finding_is_shown_at_the_first_of_its_fields_that_the_document_has(stored: StoredDocument) -> None:
    here = Finding("finding-id-gender", Severity.WARNING, ("identity_number", "gender"))
    row = Finding("finding-period-reversed", Severity.WARNING, ("career/1/period",), {"row": "2"})
    nowhere = Finding("finding-id-province", Severity.WARNING, ("identity_number",))
    state = DeskState(replace(stored, findings=(here, row, nowhere)), FORM)
    assert [placed.entry.path for placed in state.placed_findings()] == [GENDER, PERIOD_1]
    state.select(GENDER)
    assert state.next_finding() == PERIOD_1
    state.select(PERIOD_1)
    assert state.next_finding() == GENDER, "past the last one it begins again"


def test_only_a_new_text_counts_as_typed(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    assert not state.typed_anew(" O6/07/1970 ")
    assert not state.typed_anew("")
    assert state.typed_anew("06/07/1970")
    assert not DeskState(replace(stored, status=DocumentStatus.APPROVED), FORM).typed_anew("06/07/1970")


def test_doubtful_characters_are_pointed_at_until_the_field_is_answered(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    assert state.entry is not None
    assert state.entry.doubtful_at == (0,)
    state.expect(BIRTH, Answer(State.VALUE, "O6/07/1970"))
    assert not state.entry.doubtful_at
    assert not state.entry.doubt_codes
    assert state.entry.mark is Mark.ANSWERED


def test_a_row_that_a_person_added_is_shown_and_can_go_again(stored: StoredDocument) -> None:
    added = FieldPath("post", "career", 2)
    state = DeskState(answered(stored, added, Answer(State.VALUE, "Chủ tịch UBND xã")), FORM)
    assert state.entries()[-1].path == added
    assert state.entries()[-1].page == 0
    assert state.entries()[-2].mark is Mark.DOUBTFUL, "the other cell of the row still needs a person"
    state.select(added)
    state.replace(stored)
    assert not state.has(added)
    assert state.current == BIRTH


def test_a_missed_row_is_added_at_the_end_and_taken_away_while_it_is_empty(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    first = FieldPath("period", "career", 2)
    state.add_row("career")
    assert state.current == first
    assert state.remaining == 5
    state.add_row("career")
    assert not state.has(first)
    assert state.remaining == 3
    state.add_row("career")
    state.expect(first, Answer(State.VALUE, "01/2025-nay"))
    assert state.remaining == 4
    state.add_row("career")
    assert state.current == FieldPath("period", "career", 3), "a begun row stays, the next one comes below"


def test_a_table_of_which_the_machine_found_nothing_can_get_its_first_row(stored: StoredDocument) -> None:
    state = DeskState(stored, FORM)
    state.add_row("training")
    assert state.current == FieldPath("school", "training", 0)
    assert enter(state, "Đại học Luật").answer == Answer(State.VALUE, "Đại học Luật")


def test_a_click_finds_the_smallest_field_at_the_place() -> None:
    state = DeskState(
        document(
            {
                NAME: reading("TRẦN THỊ ÁNH", box=Box(0, 0, 500, 300)),
                GENDER: reading("Nữ", box=Box(20, 20, 60, 30)),
            }
        ),
        FORM,
    )
    assert state.entry_at(1, 30, 30) == GENDER
    assert state.entry_at(1, 200, 200) == NAME
    assert state.entry_at(1, 900, 900) is None
    assert state.entry_at(2, 30, 30) is None


def test_a_paper_of_no_known_form_has_nothing_to_answer(stored: StoredDocument) -> None:
    state = DeskState(replace(stored, form=None, readings={}), None)
    assert state.entries() == ()
    assert state.current is None
    assert state.neighbour(1) is None
    assert enter(state, "x").answer is None
    assert readiness(state) is Readiness.NO_FORM


def test_warnings_stand_with_the_fields_they_are_about(stored: StoredDocument) -> None:
    warning = Finding("finding-x", Severity.WARNING, (str(POST_0),))
    state = DeskState(replace(stored, findings=(warning,)), FORM)
    assert [placed.finding for placed in state.findings_about(POST_0)] == [warning]
    assert state.findings_about(NAME) == ()


def test_where_a_rule_speaks_against_a_field_it_does_not_look_all_right(stored: StoredDocument) -> None:
    warning = Finding("finding-x", Severity.WARNING, (str(POST_0), str(GENDER)))
    state = DeskState(replace(stored, findings=(warning,)), FORM)
    marks = {entry.path: entry.mark for entry in state.entries()}
    assert (marks[NAME], marks[POST_0]) == (Mark.ACCEPTED, Mark.WARNED)
    assert marks[GENDER] is Mark.DOUBTFUL, "who must look there must look there still"
    assert state.remaining == DeskState(stored, FORM).remaining, "a warning asks for no answer"
    seen = answered(replace(stored, findings=(warning,)), POST_0, Answer(State.VALUE, "Công chức Tư pháp"))
    assert {entry.path: entry.mark for entry in DeskState(seen, FORM).entries()}[POST_0] is Mark.ANSWERED
