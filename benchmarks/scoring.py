"""What "right" means (docs: the stable command line): a reading compared with the truth, key by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrdigitize.domain.reading import FieldReading, Period, Row, State, Value
from hrdigitize.domain.vietnamese import one_spaced

#: Keys of the truth that carry this are companions (`birth_date__iso`), not fields of their own.
_COMPANION = "__"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One field or table cell of the truth, or a cell of a row that is not on the paper.

    reading is None where the key, or the whole row, was not read. truth is None for a cell too many.
    """

    key: str
    truth: str | None
    reading: FieldReading | None
    right: bool

    @property
    def blank(self) -> bool:
        """Nothing is written there on the paper."""
        return self.truth == ""

    @property
    def accepted(self) -> bool:
        return self.reading is not None and self.reading.accepted


@dataclass(frozen=True, slots=True)
class Score:
    """A form's outcomes: its scalar fields, and the cells of its tables."""

    fields: tuple[Outcome, ...]
    cells: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over outcomes."""

    total: int
    right: int
    blanks: int
    blanks_right: int
    accepted: int
    accepted_wrong: int


def score(
    truth: Mapping[str, object], fields: Mapping[str, FieldReading], tables: Mapping[str, Sequence[Row]]
) -> Score:
    """Compare one form. truth: as in truth.json, text by key, a list of rows by table, `__` companions."""
    outcomes: list[Outcome] = []
    cells: list[Outcome] = []
    for key, wanted in truth.items():
        if _COMPANION in key:
            continue
        if isinstance(wanted, list):
            cells += _table_outcomes(key, wanted, tables.get(key, ()))
        else:
            outcomes.append(_outcome(key, key, truth, fields))
    return Score(tuple(outcomes), tuple(cells))


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Count right, blank and accepted outcomes."""
    every = list(outcomes)
    blanks = [one for one in every if one.blank]
    accepted = [one for one in every if one.accepted]
    return Tally(
        total=len(every),
        right=sum(one.right for one in every),
        blanks=len(blanks),
        blanks_right=sum(one.right for one in blanks),
        accepted=len(accepted),
        accepted_wrong=sum(not one.right for one in accepted),
    )


def is_right(reading: FieldReading | None, text: str, iso: str | None) -> bool:
    """Whether a reading says what the truth says; iso is the truth's ISO date or period where it has one."""
    return reading is not None and says(reading.state, reading.text, reading.value, text, iso)


def says(state: State, said: str, value: Value, text: str, iso: str | None) -> bool:
    """As `is_right`, of a state, a text and its value, whoever said so."""
    if not one_spaced(text):
        return state is State.BLANK
    if state is not State.VALUE:
        return False
    if one_spaced(said) == one_spaced(text):
        return True
    return bool(iso) and _iso(value) == iso


def _iso(value: Value) -> str | None:
    """A value in the way of the truth's `__iso`: periods as from/to, ".." for "nay"."""
    if isinstance(value, Period):
        return f"{value.start or '..'}/{value.end or '..'}"
    return value


def _outcome(
    name: str, key: str, truth: Mapping[str, object], readings: Mapping[str, FieldReading]
) -> Outcome:
    text, iso = str(truth[key]), truth.get(f"{key}{_COMPANION}iso")
    reading = readings.get(key)
    return Outcome(name, text, reading, is_right(reading, text, None if iso is None else str(iso)))


def _table_outcomes(
    table: str, wanted: Sequence[Mapping[str, object]], rows: Sequence[Row]
) -> Iterable[Outcome]:
    """Rows paired in order; every cell of a missing or an extra row is wrong."""
    for number, truth in enumerate(wanted):
        row: Row = rows[number] if number < len(rows) else {}
        for key in truth:
            if _COMPANION not in key:
                yield _outcome(f"{table}[{number}].{key}", key, truth, row)
    for number in range(len(wanted), len(rows)):
        for key, reading in rows[number].items():
            yield Outcome(f"{table}[{number}].{key}", None, reading, right=False)
