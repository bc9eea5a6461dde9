"""The office at a glance: every number is as long as its list, and nobody falls through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.holding import HoldReason
from hrdigitize.domain.overview import INCOMPLETE, OTHER, UNKNOWN, WAITING, By, CadresOf, Queue
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, CadreId, FieldPath, RecordValue
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.lists import load_lists
from hrdigitize.services.cross_checks import CrossChecks
from hrdigitize.services.holding import HoldingBack
from hrdigitize.services.overview import Overview
from tests.services.made_up import (
    AUDITOR,
    CLERK,
    FORM,
    HEAD,
    REVIEWER,
    Office,
    field,
    form_reading,
    open_office,
    put_document,
)

#: Made-up cadres: birth date, sex, highest qualification.
PEOPLE = (
    ("1970-07-06", "Nữ", "Đại học Luật"),
    ("1999", "Nam", "Thạc sĩ quản lý công"),
    ("1999-01", "Nam", "cử nhân cao đẳng"),
    ("1961-02-28", "Nữ", "Trung cấp"),
    ("", "Nam", "không"),
    ("1988-12-31", "", "Kỹ sư"),
    ("2001-05-05", "nữ?", "sơ cấp nghề"),
    ("1955-01-01", "Nam", "Quản trị"),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def overview(office: Office) -> Overview:
    return Overview(office.store, office.lane, lists=load_lists(), clock=office.clock)


def put_cadre(office: Office, facts: Mapping[str, tuple[str, str | None]], form: str = FORM) -> CadreId:
    """A cadre with these facts, each a text and its value."""

    def put() -> CadreId:
        cadre = CadreId(office.identifiers.new())
        with office.store.work(REVIEWER) as work:
            work.cadres.add(cadre, form, at=work.at)
            values = [
                RecordValue(FieldPath(key), Answer(State.VALUE, text, value), None, REVIEWER.name, work.at)
                for key, (text, value) in facts.items()
                if text
            ]
            work.cadres.write(cadre, values)
            work.commit("document-approved", cadre)
        return cadre

    return office.lane.run(put)


def put_people(office: Office) -> list[CadreId]:
    return [
        put_cadre(
            office,
            {
                "full_name": (f"NGƯỜI THỨ {number}", None),
                "birth_date": (birth, birth),
                "gender": (sex, sex),
                "highest_qualification": (qualification, qualification),
            },
        )
        for number, (birth, sex, qualification) in enumerate(PEOPLE)
    ]


def listed(overview: Overview, which: CadresOf) -> list[CadreId]:
    """Everybody on all pages of a list."""
    found: list[CadreId] = []
    after: int | None = 0
    while after is not None:
        page = overview.cadres(which, actor=CLERK, after=after)
        found += [one.cadre for one in page.cadres]
        after = page.after
    return found


def test_every_bar_is_as_long_as_its_list_and_all_bars_together_are_everybody(
    office: Office, overview: Overview
) -> None:
    everybody = put_people(office)
    charts = overview.glance(actor=CLERK).charts
    assert set(charts) == {By.AGE, By.SEX, By.QUALIFICATION}
    for by, chart in charts.items():
        lists = {bar.key: listed(overview, CadresOf(by, bar.key)) for bar in chart}
        assert {key: len(found) for key, found in lists.items()} == {bar.key: bar.count for bar in chart}
        assert sorted(one for found in lists.values() for one in found) == sorted(everybody)


def test_what_is_unknown_or_in_no_list_has_a_bar_of_its_own(office: Office, overview: Overview) -> None:
    put_people(office)
    charts = overview.glance(actor=CLERK).charts
    told = {by: {bar.key: bar.count for bar in chart} for by, chart in charts.items()}
    assert told[By.SEX] == {"Nam": 4, "Nữ": 2, OTHER: 1, UNKNOWN: 1}
    assert told[By.QUALIFICATION] == {
        "doctor": 0, "master": 1, "university": 2, "college": 1, "secondary": 1, "elementary": 1,
        OTHER: 1, UNKNOWN: 1,
    }  # fmt: skip
    assert told[By.AGE][UNKNOWN] == 1


def test_a_year_alone_belongs_to_one_age_only(office: Office, overview: Overview) -> None:
    """The clock of the tests stands in 2024: born in 1999, or in January of it, is of one age, never two."""
    put_people(office)
    bands = {bar.key: bar.count for bar in overview.glance(actor=CLERK).charts[By.AGE]}
    assert bands == {"0-29": 3, "30-39": 1, "40-49": 0, "50-59": 1, "60-": 2, UNKNOWN: 1}


def test_a_merged_cadre_is_counted_with_the_one_who_speaks_for_him(
    office: Office, overview: Overview
) -> None:
    kept, absorbed, *_ = put_people(office)
    office.duplicates.merge(kept, absorbed, "Quét hai lần", actor=REVIEWER)
    glance = overview.glance(actor=CLERK)
    assert glance.progress.done == len(PEOPLE) - 1
    assert sum(bar.count for bar in glance.charts[By.SEX]) == len(PEOPLE) - 1


def test_long_lists_come_page_by_page(office: Office, overview: Overview) -> None:
    for number in range(53):
        put_cadre(office, {"full_name": (f"NGƯỜI {number}", None), "gender": ("Nam", "Nam")})
    page = overview.cadres(CadresOf(By.SEX, "Nam"), actor=CLERK)
    assert len(page.cadres) == 50
    assert page.after is not None
    assert len(set(listed(overview, CadresOf(By.SEX, "Nam")))) == 53


def test_papers_stand_in_the_queue_of_what_is_to_do_next(
    office: Office, overview: Overview, tmp_path: Path
) -> None:
    doubtful = put_document(office, form_reading({"ethnicity": "Tàv"}), tmp_path / "a.png")
    loose = put_document(office, form_reading({}, form=None), tmp_path / "b.png")
    office.intake.capture([tmp_path / "a.png"], actor=CLERK)
    assert _waiting(overview) == {"to-read": 3, "to-verify": 1, "to-approve": 0, "held": 0, "to-file": 1}
    assert [one.id for one in overview.documents(Queue.TO_VERIFY, actor=CLERK).documents] == [doubtful]
    assert [one.id for one in overview.documents(Queue.TO_FILE, actor=CLERK).documents] == [loose]
    office.desk.answer(doubtful, FieldPath("ethnicity"), "Tày", State.VALUE, actor=CLERK)
    assert _waiting(overview)["to-approve"] == 1
    assert [one.id for one in overview.documents(Queue.TO_APPROVE, actor=CLERK).documents] == [doubtful]
    office.desk.approve(doubtful, actor=REVIEWER)
    assert _waiting(overview)["to-approve"] == 0
    assert len(overview.unread_batches(actor=CLERK)) == 3


def test_what_is_put_by_waits_in_no_other_queue(office: Office, overview: Overview, tmp_path: Path) -> None:
    doubtful = put_document(office, form_reading({"ethnicity": "Tàv"}), tmp_path / "a.png")
    holding = HoldingBack(office.store, office.lane)
    holding.hold(doubtful, HoldReason.MISSING_PAGE, actor=CLERK)
    assert _waiting(overview) == {"to-read": 1, "to-verify": 0, "to-approve": 0, "held": 1, "to-file": 0}
    (held,) = overview.documents(Queue.HELD, actor=CLERK).documents
    assert (held.id, held.held) == (doubtful, HoldReason.MISSING_PAGE)
    holding.release(doubtful, actor=CLERK)
    assert (_waiting(overview)["held"], _waiting(overview)["to-verify"]) == (0, 1)


def _waiting(overview: Overview) -> dict[str, int]:
    return {queue.value: count for queue, count in overview.glance(actor=CLERK).waiting.items()}


def test_a_correction_that_waits_leads_to_its_dossier(office: Office, overview: Overview) -> None:
    cadre, *_ = put_people(office)
    asked = office.corrections.ask(
        cadre, FieldPath("full_name"), "NGƯỜI KHÁC", State.VALUE, "Giấy khai sinh", actor=CLERK
    )
    assert overview.glance(actor=CLERK).to_correct == 1
    assert listed(overview, CadresOf(By.CORRECTIONS, WAITING)) == [cadre]
    office.corrections.decide(asked.id, granted=False, actor=REVIEWER)
    assert overview.glance(actor=CLERK).to_correct == 0
    assert listed(overview, CadresOf(By.CORRECTIONS, WAITING)) == []


def test_a_dossier_is_incomplete_by_the_checklist_of_its_kind(office: Office, overview: Overview) -> None:
    with_list = put_cadre(office, {"full_name": ("CÓ DANH MỤC", None)})
    put_cadre(office, {"full_name": ("KHÔNG DANH MỤC", None)}, form="of-no-kind")
    assert overview.glance(actor=CLERK).incomplete == 1
    assert listed(overview, CadresOf(By.CONTENTS, INCOMPLETE)) == [with_list]


def test_a_plan_is_kept_and_progress_is_told_against_it(office: Office, overview: Overview) -> None:
    put_people(office)
    today = office.clock().date()
    assert overview.glance(actor=CLERK).progress.plan is None
    overview.set_plan(100, today + timedelta(days=45), actor=HEAD)
    again = Overview(office.store, office.lane, lists=load_lists(), clock=office.clock)
    progress = again.glance(actor=CLERK).progress
    assert progress.plan is not None
    assert (progress.plan.dossiers, progress.plan.done_then, progress.plan.set_by) == (100, 8, HEAD.name)
    assert (progress.done, progress.recent, progress.left, progress.days_left) == (8, 8, 92, 46)
    assert progress.needed_a_week == pytest.approx(14)
    assert progress.ends_on == today + timedelta(days=322)


@pytest.mark.parametrize(("dossiers", "days", "code"), [(0, 9, "plan-figure-wrong"), (9, 0, "plan-day-past")])
def test_a_plan_that_makes_no_sense_is_refused(
    office: Office, overview: Overview, dossiers: int, days: int, code: str
) -> None:
    with pytest.raises(UserFault) as caught:
        overview.set_plan(dossiers, office.clock().date() + timedelta(days=days), actor=HEAD)
    assert caught.value.code == code


def test_who_sees_no_dossier_sees_no_number(overview: Overview) -> None:
    with pytest.raises(UserFault) as caught:
        overview.glance(actor=AUDITOR)
    assert caught.value.code == "action-not-allowed"
    with pytest.raises(UserFault):
        overview.set_plan(5, date(2099, 1, 1), actor=CLERK)


def test_papers_that_say_otherwise_are_named_with_what_they_say(office: Office, tmp_path: Path) -> None:
    checks = CrossChecks(office.store, office.lane, forms=_forms(office), lists=load_lists())
    first = put_document(
        office, form_reading({}, sure={"native_place": field("Xã Hòa Xá")}), tmp_path / "a.png"
    )
    cadre = office.desk.approve(first, actor=REVIEWER)
    assert checks.differences(cadre, actor=CLERK) == ()
    second = put_document(
        office, form_reading({}, sure={"native_place": field("Xã Hòa Phú")}), tmp_path / "b.png"
    )
    office.desk.approve(second, actor=REVIEWER, cadre=cadre)
    (found,) = checks.differences(cadre, actor=CLERK)
    assert found.path == FieldPath("native_place")
    assert {one.document: one.answer.text for one in found.said} == {
        first: "Xã Hòa Xá",
        second: "Xã Hòa Phú",
    }
    assert all(one.page == 1 for one in found.said)


def test_rules_look_at_what_counts_in_the_record(office: Office) -> None:
    checks = CrossChecks(office.store, office.lane, forms=_forms(office), lists=load_lists())
    cadre = put_cadre(
        office,
        {
            "full_name": ("NGƯỜI", None),
            "birth_date": ("06/07/1970", "1970-07-06"),
            "party_joined_date": ("01/01/1970", "1970-01-01"),
            "recruitment_date": ("01/01/1960", "1960-01-01"),
        },
    )
    assert {one.code for one in checks.findings(cadre, actor=CLERK)}


def _forms(office: Office) -> Mapping[str, FormDef]:
    return office.desk._forms
