"""What one hand writes about the further facts, which the forms beside 2C-BNV/2008 pick from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.generator.careers import Month, Pay
from tests.generator.further import Further, draw_further
from tests.generator.habits import DAY, MONTH, Habit, Hand
from tests.generator.people import Person
from tests.generator.writing import Row, Written, iso, write


@dataclass(frozen=True, slots=True)
class Draft:
    """A form half written: what every form asks for is in `written`; the rest is still known as facts."""

    person: Person
    facts: Further
    written: Written
    hand: Hand
    rng: Random

    def also(
        self,
        texts: Mapping[str, str],
        days: Mapping[str, tuple[date | None, int]] | None = None,
        *,
        tables: Mapping[str, Sequence[Row]] | None = None,
        answers: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Written:
        """The form with these fields, date fields with their precision, and tables.

        Fields are left out as often as the hand leaves out others.
        """
        typed = dict(texts)
        known = dict(self.written.iso)
        for key, (day, precision) in (days or {}).items():
            typed[key] = self.hand.day(day, precision) if day else ""
            known[key] = iso(day, precision) if day else ""
        for key in typed:
            if key not in (answers or {}) and self.rng.random() < self.hand.habit.omitted:
                typed[key] = ""
                known = {**known, key: ""} if key in known else known
        return replace(
            self.written,
            texts={**self.written.texts, **typed},
            iso=known,
            tables={**self.written.tables, **{name: tuple(rows) for name, rows in (tables or {}).items()}},
            answers=answers or {},
        )

    def day_of(self, fine: float = 0.8) -> int:
        """A precision: to the day as often as `fine` says, else to the month."""
        return DAY if self.rng.random() < fine else MONTH


def draft(person: Person, habit: Habit, rng: Random) -> Draft:
    """Write what every form asks for, and draw what else the longer ones ask for."""
    written = write(person, habit, rng)
    return Draft(person, draw_further(rng, person), written, Hand(habit, rng), rng)


def told(sentences: Sequence[str], answers: Sequence[str], *, cut: bool = False) -> str:
    """What printed sentences with filled blanks say: those without any answer are left out.

    The sign of a list before the first one does not count, nor do, with `cut`, the words that the form prints
    after the last answer ("m2").
    """
    left = list(answers)
    found: list[str] = []
    for sentence in sentences:
        own = [left.pop(0) for _ in range(sentence.count("{}"))]
        if any(own):
            found.append(sentence.format(*own))
            last = sentence.rpartition("{}")[2]
            if cut and own[-1] and last:
                found[-1] = found[-1].removesuffix(last)
    return " ".join(" ".join(found).split()).removeprefix("+ ").removeprefix("- ")


def salary_periods(draft: Draft) -> tuple[Row, ...]:
    """The steps of pay as from and to, for the tables that have both."""
    hand, pays = draft.hand, draft.person.office.pay
    rows: list[Row] = []
    for at, pay in enumerate(pays):
        start = Month(pay.start.year, pay.start.month)
        end = (
            Month(pays[at + 1].start.year, pays[at + 1].start.month).later(-1) if at + 1 < len(pays) else None
        )
        rows.append(
            {
                **span(hand, start, end),
                "code": pay.rank.code,
                "grade": grade(hand, pay),
                "coefficient": hand.decimal(pay.coefficient),
                "job_post_salary": "",
            }
        )
    return tuple(rows)


def grade(hand: Hand, pay: Pay) -> str:
    """A step of pay as this hand writes it."""
    return hand.habit.grade.format(step=pay.step, steps=len(pay.rank.steps))


def span(hand: Hand, start: Month, end: Month | None) -> dict[str, str]:
    """The cells "from" and "to" with their ISO months; "nay" has none."""
    cells = {
        "from": hand.month(start),
        "to": "nay" if end is None else hand.month(end),
        "from__iso": f"{start.year}-{start.month:02d}",
    }
    if end is not None:
        cells["to__iso"] = f"{end.year}-{end.month:02d}"
    return cells


def long_birth_date(written: Written) -> Written:
    """The birth date where the form has "tháng" and "năm" printed between its blanks."""
    parts = written.iso["birth_date"].split("-")
    if len(parts) < DAY:
        return written
    year, month, day = (int(part) for part in parts)
    width = 2 if written.habit.padded else 1
    text = f"{day:0{width}d} tháng {month:0{width}d} năm {year}"
    return written.with_texts({"birth_date": text})


def in_blanks(written: Written) -> Written:
    """Birth date and native place as three blanks each take them: the units with commas between."""
    text = written.texts["native_place"].replace(" - ", ", ")
    return long_birth_date(written).with_texts({"native_place": text})
