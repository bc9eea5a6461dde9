"""A sample drawn in an office: kept with how it was drawn, judged, and its lot accepted or refused."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.domain.effort import Effort
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.operator_figures import OperatorFigures
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import AuditEntry, DocumentId, FieldPath
from hrdigitize.domain.sampling import Outcome, SampleId
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.lists import load_lists
from hrdigitize.services.operators import Operators
from hrdigitize.services.sampling import Sampling
from tests.services.made_up import CLERK, HEAD, REVIEWER, Office, field, form_reading, put_document

_BIRTH = FieldPath("birth_date")


@pytest.fixture
def sampling(office: Office) -> Sampling:
    return Sampling(
        office.store,
        office.lane,
        forms=load_forms(),
        lists=load_lists(),
        identifiers=office.identifiers,
        randomness=os.urandom,
    )


@pytest.fixture
def put(office: Office, tmp_path: Path) -> Callable[[int], DocumentId]:
    def checked(number: int) -> DocumentId:
        """A document whose birth date a clerk answered, and one field that the machine read."""
        reading = form_reading({"birth_date": "06/O7/1970"}, sure={"gender": field("Nam")})
        document = put_document(office, reading, tmp_path / f"{number}.png")
        office.desk.answer(document, _BIRTH, "06/07/1970", State.VALUE, actor=CLERK)
        return document

    return checked


def test_a_sample_is_drawn_from_what_is_checked_and_can_be_drawn_again(
    office: Office, sampling: Sampling, put: Callable[[int], DocumentId]
) -> None:
    documents = [put(number) for number in range(4)]
    put_document(office, form_reading({"birth_date": "?"}), office.folder.parent / "open.png")
    proposal = sampling.proposal("6.5", actor=REVIEWER)
    assert (proposal.documents, proposal.values) == (4, 12)
    sheet = sampling.draw("6.5", actor=REVIEWER)
    sample = sheet.sample
    assert (sample.lot, sample.rule, len(sample.values)) == (12, proposal.rule, proposal.rule.size)
    assert {value.document for value in sample.values} <= set(documents)
    assert {value.by for value in sample.values if value.path == _BIRTH} <= {CLERK.name}
    assert sampling.can_be_repeated(sample.id, actor=HEAD)
    # What is typed, reopened and drawn later changes nothing about it.
    office.desk.answer(documents[0], FieldPath("major", "training", 0), "Luật", State.VALUE, actor=CLERK)
    put(9)
    assert sampling.can_be_repeated(sample.id, actor=HEAD)
    assert sampling.open(sample.id, actor=HEAD).sample == sample
    lines = office.lane.run(lambda: _log(office))
    drawn = next(one for one in lines if one.action == "sample-drawn")
    assert (drawn.detail["seed"], drawn.detail["fingerprint"]) == (sample.seed, sample.fingerprint)


def _log(office: Office) -> list[AuditEntry]:
    with office.store.view() as view:
        return list(view.audit.entries())


def test_a_seed_that_was_changed_would_be_seen(
    office: Office, sampling: Sampling, put: Callable[[int], DocumentId]
) -> None:
    for number in range(4):
        put(number)
    sample = sampling.draw("6.5", actor=REVIEWER).sample

    def forge() -> None:
        with office.store._engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER samples_no_update")
            connection.exec_driver_sql("UPDATE samples SET seed = '00'")

    office.lane.run(forge)
    assert not sampling.can_be_repeated(sample.id, actor=REVIEWER)


def test_what_lies_in_a_lot_is_not_drawn_again_unless_the_lot_was_refused(
    sampling: Sampling, put: Callable[[int], DocumentId]
) -> None:
    with pytest.raises(UserFault) as caught:
        sampling.draw("0.65", actor=REVIEWER)
    assert caught.value.code == "nothing-to-sample"
    put(1)
    first = sampling.draw("0.65", actor=REVIEWER).sample
    assert sampling.proposal("0.65", actor=REVIEWER).documents == 0
    number = next(value.number for value in first.values if value.path == _BIRTH)
    refused = sampling.refute(first.id, number, "06/07/1971", State.VALUE, actor=REVIEWER)
    assert refused.outcome is Outcome.REFUSED
    assert sampling.proposal("0.65", actor=REVIEWER).documents == 1
    assert sampling.book(actor=HEAD).limit == "0.65"


def test_a_wrong_value_is_put_right_in_its_document(
    office: Office, sampling: Sampling, put: Callable[[int], DocumentId]
) -> None:
    document = put(1)
    sample = sampling.draw("0.65", actor=REVIEWER).sample
    number = next(value.number for value in sample.values if value.path == _BIRTH)
    with pytest.raises(UserFault) as caught:
        sampling.refute(sample.id, number, "6/7/1970", State.VALUE, actor=REVIEWER)
    assert caught.value.code == "sample-not-wrong"
    sampling.refute(sample.id, number, "06/07/1971", State.VALUE, actor=REVIEWER)
    assert office.desk.open(document, actor=CLERK).answer(_BIRTH).text == "06/07/1971"
    assert sampling.confirm(sample.id, number, actor=REVIEWER).wrong == 0, "said anew, it counts anew"


def test_all_right_is_accepted(sampling: Sampling, put: Callable[[int], DocumentId]) -> None:
    put(1)
    sample = sampling.draw("0.65", actor=REVIEWER).sample
    for value in sample.values:
        assert sample.outcome is Outcome.OPEN
        sample = sampling.confirm(sample.id, value.number, actor=HEAD)
    assert sample.outcome is Outcome.ACCEPTED


def test_a_sample_that_is_not_there(sampling: Sampling) -> None:
    with pytest.raises(UserFault) as caught:
        sampling.open(SampleId("none"), actor=REVIEWER)
    assert caught.value.code == "sample-unknown"


def test_figures_are_one_s_own_or_everybody_s(
    office: Office, sampling: Sampling, put: Callable[[int], DocumentId]
) -> None:
    operators = Operators(office.store, office.lane)
    document = put(1)
    operators.note(document, Effort(40, 12_000), actor=CLERK)
    office.desk.answer(document, _BIRTH, "06/07/1971", State.VALUE, actor=REVIEWER)
    expected = OperatorFigures(CLERK.name, 1, 1, 1, effort=Effort(40, 12_000))
    assert operators.own(actor=CLERK) == expected
    assert [one.name for one in operators.all(actor=HEAD)] == sorted([CLERK.name, REVIEWER.name])
    with pytest.raises(UserFault):
        operators.all(actor=CLERK)
    with pytest.raises(UserFault) as caught:
        operators.note(DocumentId("none"), Effort(1, 1), actor=CLERK)
    assert caught.value.code == "document-unknown"
    office.clock.forward(days=8)
    assert operators.own(actor=CLERK, days=7) == OperatorFigures(CLERK.name)
