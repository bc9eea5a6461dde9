"""What a hand writes into the blanks of printed sentences, of dates and of places."""

from __future__ import annotations

from random import Random

import pytest

from tests.generator.drafting import draft, in_blanks, told
from tests.generator.further import draw_further
from tests.generator.habits import draw_habit
from tests.generator.people import make_person

_HOUSES = ("+ Được thuê, loại nhà: {}, diện tích: {} m2", "+ Tự xây, loại nhà: {}, diện tích: {} m2")


@pytest.mark.parametrize(
    ("answers", "cut", "text"),
    [
        (("", "", "", ""), False, ""),
        (("", "", "nhà cấp 4", "85"), False, "Tự xây, loại nhà: nhà cấp 4, diện tích: 85 m2"),
        (("", "", "nhà cấp 4", "85"), True, "Tự xây, loại nhà: nhà cấp 4, diện tích: 85"),
        (
            ("nhà sàn", "40", "nhà cấp 4", "85"),
            True,
            "Được thuê, loại nhà: nhà sàn, diện tích: 40 + Tự xây, loại nhà: nhà cấp 4, diện tích: 85",
        ),
    ],
)
def test_sentences_without_an_answer_say_nothing(answers: tuple[str, ...], cut: bool, text: str) -> None:
    assert told(_HOUSES, answers, cut=cut) == text


def test_three_blanks_take_the_day_in_words_and_the_units_with_commas() -> None:
    for number in range(40):
        rng = Random(f"blanks {number}")
        written = draft(make_person(rng), draw_habit(rng), rng).written
        spread = in_blanks(written)
        assert " - " not in spread.texts["native_place"]
        full = written.iso["birth_date"].count("-") == 2
        assert (" tháng " in spread.texts["birth_date"]) == full
        assert spread.iso == written.iso


def test_further_facts_fit_the_person() -> None:
    for number in range(200):
        rng = Random(f"further {number}")
        person = make_person(rng)
        facts = draw_further(rng, person)
        member, position = facts.membership, facts.position
        born, declared = person.identity.born, person.declared
        assert born < member.decided < member.joined < member.official <= declared
        assert member.youth_union is None or born < member.youth_union <= member.joined
        assert member.exempt_on is None or member.joined < member.exempt_on <= declared
        assert person.office.recruited <= position.joined_agency <= declared
        for day in (position.appointed, position.reappointed, position.rank_appointed):
            assert day is None or person.office.recruited <= day < declared
        assert [one.year for one in facts.years] == sorted({one.year for one in facts.years})
        for penalty in facts.penalties:
            assert person.office.recruited <= penalty.start < penalty.end < declared
