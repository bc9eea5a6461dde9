"""A working life as the record tells it: stretches of time, gaps between posts, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hrdigitize.domain.dates import PartialDate, parse_iso
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, FieldPath
from hrdigitize.domain.statements import Statements

CAREER, DECISIONS = "career", "decisions"
#: What says when, and the first words of a decision.
_TIME = ("period", "from", "to")
_DECISION_DATES = ("effective_on", "issued_on")
_DECISION_WORDS = ("kind", "person_to", "subject", "number")
#: From one month of work to the next there is at most this much; more is a gap.
_SEAM_MONTHS = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """A row of a table that says from when to when. end: None for "nay". path: where it says so."""

    path: FieldPath
    start: PartialDate
    end: PartialDate | None
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """A decision, at the day from which it counts."""

    path: FieldPath
    on: PartialDate
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A time between two posts of which the record says nothing: the days behind one, before the other."""

    after: date
    before: date

    @property
    def months(self) -> int:
        return (self.before.year - self.after.year) * 12 + self.before.month - self.after.month


@dataclass(frozen=True, slots=True)
class Life:
    """stretches: by table, the posts first, each from the earliest on. untold: rows whose time is unclear."""

    stretches: Mapping[str, tuple[Stretch, ...]]
    gaps: tuple[Gap, ...]
    events: tuple[Event, ...]
    untold: int = 0

    def between(self, today: date) -> tuple[date, date] | None:
        """The first and the last day of which anything is told; None where nothing is."""
        every = [one for lane in self.stretches.values() for one in lane]
        days = [one.start.earliest() for one in every] + [one.on.earliest() for one in self.events]
        ends = [one.end.latest() if one.end is not None else today for one in every]
        return (min(days), max(*days, *ends)) if days else None


def life_of(said: Mapping[FieldPath, Answer]) -> Life:
    """The life that a record tells: every table whose rows say from when to when, and its decisions."""
    stated = Statements(said)
    lanes: dict[str, tuple[Stretch, ...]] = {}
    untold = 0
    for table in sorted(stated.tables(), key=lambda key: key != CAREER):
        rows = [_stretch(said, stated, table, row) for row in stated.rows(table)]
        found = sorted((one for one in rows if one is not None), key=lambda one: one.start.earliest())
        if found:
            lanes[table] = tuple(found)
        if table == CAREER:
            untold = len(rows) - len(found)
    events = sorted(_events(said, stated), key=lambda one: one.on.earliest())
    return Life(lanes, tuple(_gaps(lanes.get(CAREER, ()))), tuple(events), untold)


def _stretch(said: Mapping[FieldPath, Answer], stated: Statements, table: str, row: int) -> Stretch | None:
    span = stated.span(table, row)
    if span is None or (span.end is not None and span.end.surely_before(span.start)):
        return None
    texts = (
        answer.text
        for path, answer in said.items()
        if (path.table, path.row) == (table, row) and path.field not in _TIME and _says(answer)
    )
    return Stretch(span.paths[0], span.start, span.end, " · ".join(texts))


def _events(said: Mapping[FieldPath, Answer], stated: Statements) -> Iterator[Event]:
    for row in stated.rows(DECISIONS):
        for column in _DECISION_DATES:
            path = FieldPath(column, DECISIONS, row)
            on = parse_iso(stated.text(path))
            if on is None:
                continue
            words = (said.get(FieldPath(key, DECISIONS, row)) for key in _DECISION_WORDS)
            yield Event(path, on, " · ".join(one.text for one in words if one is not None and _says(one)))
            break


def _gaps(posts: tuple[Stretch, ...]) -> Iterator[Gap]:
    """Between posts in the order of time; where months are not known, only a whole year tells."""
    reached: PartialDate | None = None
    for number, post in enumerate(posts):
        if number and reached is None:
            return  # an earlier post goes on until now
        if reached is not None and _apart(reached, post.start):
            yield Gap(reached.latest(), post.start.earliest() - timedelta(days=1))
        if post.end is None:
            reached = None
        elif reached is None or post.end.latest() > reached.latest():
            reached = post.end


def _apart(end: PartialDate, start: PartialDate) -> bool:
    months = end.months_until(start)
    return months > _SEAM_MONTHS if months is not None else start.year - end.year > 1


def _says(answer: Answer) -> bool:
    return answer.state is State.VALUE and bool(answer.text)
