"""Who a decision is about, and from where to where: made-up people with old and new posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from tests.generator.decisions.settings import Setting, long_date, short_date
from tests.generator.decisions.sources import Act
from tests.generator.naming import Sex, draw_book, draw_name
from tests.generator.wordlists import Rank, ranks


@dataclass(frozen=True, slots=True)
class Subject:
    """One of the people decided on. born: birth as written, "" where the decision does not say."""

    honorific: str
    name: str
    born: str
    born_on: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Pay:
    """A rank with the step held and the one that follows."""

    rank: Rank
    step: int

    @property
    def coefficient(self) -> str:
        return self.rank.steps[self.step - 1].replace(".", ",")

    @property
    def next_coefficient(self) -> str:
        return self.rank.steps[self.step].replace(".", ",")


def draw_pay(rng: Random) -> Pay:
    """Any rank, at a step that is not its last."""
    rank = rng.choice(list(ranks().values()))
    return Pay(rank, rng.randint(1, len(rank.steps) - 1))


def _draw(rng: Random, setting: Setting, act: Act, rank: str, writing: str) -> Subject:
    """A person with posts that the body gives; units of the same body differ."""
    sex = rng.choice((Sex.MALE, Sex.FEMALE))
    honorific = "đồng chí" if setting.body.party else ("ông" if sex is Sex.MALE else "bà")
    old, new = rng.choice(setting.body.posts)
    unit, other = rng.sample(setting.body.units, 2)
    words = {
        key: setting.filled(text)
        for key, text in {
            "old": old,
            "new": new,
            "unit": unit,
            "other_unit": other,
            "short": rng.choice(("Phó Trưởng phòng", "Trưởng phòng", "Phó Giám đốc", "Chánh Văn phòng")),
        }.items()
    }
    if setting.body.party:
        words["short"] = rng.choice(("Phó Trưởng ban", "Phó Chủ nhiệm", "Phó Chánh Văn phòng"))
    born, born_on = _birth(rng, setting.issued, writing)
    return Subject(
        honorific,
        draw_name(rng, draw_book(rng), sex),
        born,
        born_on,
        setting.filled(rng.choice(act.old), rank=rank, **words),
        setting.filled(rng.choice(act.new), rank=rank, **words),
    )


def _birth(rng: Random, issued: date, writing: str) -> tuple[str, str]:
    """The day of birth as written and as ISO date."""
    day = date(issued.year - rng.randint(24, 59), rng.randint(1, 12), rng.randint(1, 28))
    if writing == "short":
        return short_date(day), day.isoformat()
    if writing == "long":
        return long_date(day).removeprefix("ngày "), day.isoformat()
    return str(day.year), str(day.year)


def draw_subjects(rng: Random, setting: Setting, act: Act, rank: str, count: int) -> Sequence[Subject]:
    """So many different people; a decision writes all births alike."""
    writing = rng.choice(("short", "short", "long", "year"))
    found: list[Subject] = []
    while len(found) < count:
        one = _draw(rng, setting, act, rank, writing)
        if one.name not in {other.name for other in found}:
            found.append(one)
    return found
