"""The habits of a hand: how one person writes dates, names, places and nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from hrdigitize.domain.vietnamese import new_tones
from tests.generator.careers import Month
from tests.generator.families import Relative
from tests.generator.wordlists import Place

#: Precision of a date on paper: how many of year, month, day are written.
YEAR, MONTH, DAY = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Habit:
    """The ways of one hand, kept over the whole form.

    date: "long" (07 tháng 03 năm 1992), or the separator of digits. padded: 07/03 or 7/3.
    tones: "old" (hòa) or "new" (hoà). initial: first letters of values "upper", "lower" or "mixed".
    none: what is written for nothing; "" leaves blank. none_share: how often nothing is written so.
    place: "dash", "comma", "title", "bare" or "preprinted" (Xã …, Huyện …, Tỉnh … stand on the form).
    capitals: short values are typed in capitals. decimal: the sign before the fraction.
    kin_days: relatives' births are written to the day. omitted: how often a line is left empty.
    """

    date: str
    padded: bool
    tones: str
    initial: str
    none: str
    none_share: float
    place: str
    period: str
    capitals: bool
    decimal: str
    detail: str
    grade: str
    kin_days: bool
    omitted: float


def draw_habit(rng: Random, *, preprinted_places: bool = False) -> Habit:
    """A hand. preprinted_places: the form has the words Xã, Huyện, Tỉnh printed."""
    place = rng.choice(("dash", "comma", "comma", "title", "title", "bare"))
    return Habit(
        date=rng.choice(("/", "/", "/", "-", "-", ".", "long")),
        padded=rng.random() < 0.65,
        tones=rng.choice(("old", "new")),
        initial=rng.choice(("upper", "upper", "lower", "mixed")),
        none=rng.choice(("không", "Không", "Không", "Không có", "không có")),
        none_share=rng.choice((0.0, 0.3, 0.6, 0.9)),
        place="preprinted" if preprinted_places else place,
        period=rng.choice(
            (
                "{start}-{end}",
                "{start} - {end}",
                "{start} đến {end}",
                "Từ {start} đến {end}",
                "{start} - {end}",
            )
        ),
        capitals=rng.random() < 0.12,
        decimal="." if rng.random() < 0.12 else ",",
        detail=rng.choice(("short", "short", "labelled", "lines")),
        grade=rng.choice(("{step}/{steps}", "{step}/{steps}", "{step}", "bậc {step}", "Bậc {step}/{steps}")),
        kin_days=rng.random() < 0.12,
        omitted=rng.choice((0.0, 0.0, 0.0, 0.0, 0.0, 0.04, 0.04, 0.2)),
    )


class Hand:
    """Writes facts as its habit has it."""

    def __init__(self, habit: Habit, rng: Random) -> None:
        self._habit = habit
        self._rng = rng

    @property
    def habit(self) -> Habit:
        return self._habit

    def _number(self, number: int) -> str:
        return f"{number:02d}" if self._habit.padded else str(number)

    def day(self, day: date, precision: int) -> str:
        if precision == YEAR:
            return str(day.year)
        digits = [self._number(day.month), str(day.year)]
        if precision == DAY:
            digits.insert(0, self._number(day.day))
        if self._habit.date != "long":
            return self._habit.date.join(digits)
        if precision == DAY:
            return f"{digits[0]} tháng {digits[1]} năm {digits[2]}"
        return f"tháng {digits[0]} năm {digits[1]}"

    def month(self, month: Month) -> str:
        separator = self._habit.date if self._habit.date in "/-" else "/"
        if "-" in self._habit.period:
            separator = "/"
        return f"{self._number(month.month)}{separator}{month.year}"

    def period(self, start: Month, end: Month | None) -> str:
        closing = "nay" if end is None else self.month(end)
        return self._habit.period.format(start=self.month(start), end=closing)

    def words(self, text: str) -> str:
        """A value as typed: tone placement of the hand, its first letter."""
        if self._habit.tones == "new":
            text = new_tones(text)
        initial = self._habit.initial
        if initial == "mixed" or not text:
            return text
        acronym = len(text) > 1 and text[1].isupper()
        return text if acronym else (text[0].upper() if initial == "upper" else text[0].lower()) + text[1:]

    def name(self, text: str) -> str:
        """A proper name or official title: only the tone placement is the hand's."""
        return new_tones(text) if self._habit.tones == "new" else text

    def short(self, text: str) -> str:
        """A value of a word or two, which some hands type in capitals."""
        typed = self.words(text)
        return typed.upper() if self._habit.capitals else typed

    def nothing(self) -> str:
        """What is written where there is nothing to say: a word, or a blank."""
        return self._habit.none if self._rng.random() < self._habit.none_share else ""

    def or_nothing(self, text: str, write: Callable[[str], str]) -> str:
        return write(text) if text else self.nothing()

    def decimal(self, number: str) -> str:
        return number.replace(".", self._habit.decimal)

    def place(self, place: Place, *, before: str = "") -> str:
        """The three units in the hand's style; `before` is house or hamlet."""
        style = self._habit.place
        units = (place.commune, place.district, place.province)
        opening = [self.words(before)] if before else []
        if style == "preprinted" and not before:
            return self.name(f"Xã {units[0].name}, Huyện {units[1].name}, Tỉnh {units[2].name}")
        if style == "bare":
            names = [unit.name if not unit.name.isdigit() else str(unit) for unit in units]
            return self.name(", ".join([*opening, *names]))
        if style == "dash":
            return self.name(" - ".join([*opening, *(str(unit) for unit in units)]))
        shown = [f"{unit.kind.capitalize()} {unit.name}" if style != "comma" else str(unit) for unit in units]
        return self.name(", ".join([*opening, *shown]))

    def born(self, kin: Relative) -> str:
        """A relative's year of birth; some hands know the day."""
        if not self._habit.kin_days:
            return str(kin.born)
        return self.day(date(kin.born, self._rng.randint(1, 12), self._rng.randint(1, 28)), DAY)

    def detail(self, kin: Relative) -> str:
        """The last cell of a family table."""
        where = f"{kin.home.commune}, {kin.home.district}, {kin.home.province}"
        if kin.died is not None:
            return self.name(
                self._rng.choice(
                    (
                        f"Đã mất năm {kin.died}",
                        f"Đã chết ({kin.died})",
                        f"{kin.job}, {where}; đã mất {kin.died}",
                    )
                )
            )
        if self._habit.detail == "labelled":
            living = f"{kin.home.commune}, {kin.home.district}"
            return self.name(f"Quê quán: {where}; nghề nghiệp: {kin.job}; nơi ở: {living}")
        if self._habit.detail == "lines":
            return self.name(f"- Quê quán: {where}\n- Nghề nghiệp: {kin.job}\n- Địa chỉ hiện tại: {where}")
        return self.name(f"{kin.job}, {where}")
