"""What a dossier has to hold by its kind, and what of it is there: present, missing, expired, doubled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hrdigitize.domain.dates import PartialDate, parse_iso
from hrdigitize.domain.record import DocumentId

_MONTHS = 12
#: A yearly paper dated in these first months of a year may be about the year before.
_LATE_MONTHS = 3


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing that the dossier has to hold.

    types: the document types that are it. due_from: the field of the record whose date makes it due; "" for
    always. yearly: one for each full year since then. several: more than one is no double. optional: there
    is none in every dossier. valid_months: how old it may be at the date of the field `valid_at`.
    """

    key: str
    name: str
    types: tuple[str, ...]
    due_from: str = ""
    yearly: bool = False
    several: bool = False
    optional: bool = False
    valid_months: int | None = None
    valid_at: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The items of one kind of dossier, in the order of its law. valid_to: None while it is in force.

    forms: the standard forms with which records of this kind begin.
    """

    kind: str
    name: str
    source: str
    valid_from: date
    valid_to: date | None
    items: tuple[ChecklistItem, ...]
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a dossier as the checklist sees it. issued_on: a partial ISO date, "" where unknown."""

    document: DocumentId
    type: str | None
    issued_on: str = ""
    number: str = ""


class ItemState(StrEnum):
    """NOT_DUE: nothing is there and, as far as the record says, nothing has to be."""

    PRESENT = "present"
    MISSING = "missing"
    EXPIRED = "expired"
    DOUBLED = "doubled"
    NOT_DUE = "not-due"


@dataclass(frozen=True, slots=True)
class ItemFound:
    """An item with its papers. years: of a yearly one, those for which there is none."""

    item: ChecklistItem
    state: ItemState
    papers: tuple[DocumentId, ...]
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Completeness:
    """A dossier against its checklist. others: papers that no item asks for, unknown ones among them."""

    checklist: Checklist
    items: tuple[ItemFound, ...]
    others: tuple[DocumentId, ...]

    @property
    def is_complete(self) -> bool:
        return not any(one.state in (ItemState.MISSING, ItemState.EXPIRED) for one in self.items)


def compare(
    checklist: Checklist, papers: Sequence[Paper], dates: Mapping[str, str], today: date
) -> Completeness:
    """What of a checklist is there. dates: of the record, by field, as partial ISO dates."""
    events = {field: found for field, text in dates.items() if (found := parse_iso(text)) is not None}
    items = tuple(_found(item, papers, events, today) for item in checklist.items)
    asked_for = {document for one in items for document in one.papers}
    others = tuple(paper.document for paper in papers if paper.document not in asked_for)
    return Completeness(checklist, items, others)


def _found(
    item: ChecklistItem, papers: Sequence[Paper], events: Mapping[str, PartialDate], today: date
) -> ItemFound:
    fitting = [paper for paper in papers if paper.type in item.types]
    ids = tuple(paper.document for paper in fitting)
    event = events.get(item.due_from)
    due = not item.due_from or (event is not None and event.latest() <= today)
    if item.yearly:
        years = tuple(_years_without(fitting, event, today)) if due and event is not None else ()
        if years:
            return ItemFound(item, ItemState.MISSING, ids, years)
        state = ItemState.PRESENT if ids else ItemState.NOT_DUE
        return ItemFound(item, ItemState.DOUBLED if ids and _doubled(fitting) else state, ids)
    if not ids:
        missing = due and not item.optional
        return ItemFound(item, ItemState.MISSING if missing else ItemState.NOT_DUE, ids)
    if all(_too_old(paper, item, events) for paper in fitting):
        return ItemFound(item, ItemState.EXPIRED, ids)
    doubled = _doubled(fitting) if item.several else len(fitting) > 1
    return ItemFound(item, ItemState.DOUBLED if doubled else ItemState.PRESENT, ids)


def _years_without(papers: Sequence[Paper], since: PartialDate, today: date) -> Iterator[int]:
    """The full years between the event's year and this one for which there is no paper.

    A paper without a date may be of any of them: it stands for one.
    """
    dates = sorted(
        (found for paper in papers if (found := parse_iso(paper.issued_on)) is not None),
        key=lambda found: (found.year, found.month or _MONTHS),
    )
    told: set[int] = set()
    for found in dates:
        late = found.month is not None and found.month <= _LATE_MONTHS and found.year - 1 > since.year
        told.add(found.year - 1 if late and found.year - 1 not in told else found.year)
    undated = sum(parse_iso(paper.issued_on) is None for paper in papers)
    missing = [year for year in range(since.year + 1, today.year) if year not in told]
    yield from missing[undated:]


def _doubled(papers: Sequence[Paper]) -> bool:
    """Whether two of them say the same number and day: one paper, taken in twice."""
    known = [
        (paper.type, paper.number, paper.issued_on) for paper in papers if paper.number and paper.issued_on
    ]
    return len(known) > len(set(known))


def _too_old(paper: Paper, item: ChecklistItem, events: Mapping[str, PartialDate]) -> bool:
    """Whether it had surely run out when it was needed; of an unknown date nobody can say so."""
    issued, needed = parse_iso(paper.issued_on), events.get(item.valid_at)
    if item.valid_months is None or issued is None or needed is None:
        return False
    months = (needed.earliest().year - issued.latest().year) * _MONTHS
    months += needed.earliest().month - issued.latest().month
    return months > item.valid_months or (
        months == item.valid_months and needed.earliest().day > issued.latest().day
    )
