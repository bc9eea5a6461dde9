"""The office at a glance: what waits, how far the plan is, the cadres by age, sex and qualification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from hrdigitize.domain.actors import Actor, Clock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.overview import (
    INCOMPLETE,
    OTHER,
    UNKNOWN,
    Bar,
    By,
    CadresOf,
    KeyOf,
    Queue,
    UnreadBatch,
    age_key,
    age_keys,
    bars,
    contents_key,
    level_keys,
    qualification_key,
    sex_key,
)
from hrdigitize.domain.plan import RECENT, Plan, Progress
from hrdigitize.domain.record import AuditEntry
from hrdigitize.domain.search import Summary
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.reference.checklists import checklists_by_form
from hrdigitize.reference.document_types import types_of_forms
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.overview import Column
from hrdigitize.store.work import View

#: Cadres or documents on a page of a list.
PAGE = 50
_PLANNED = "plan-set"
_MOST_DOSSIERS = 10_000_000
_COLUMNS = {
    By.AGE: Column.BIRTH_DATE,
    By.SEX: Column.SEX,
    By.QUALIFICATION: Column.QUALIFICATIONS,
    By.CONTENTS: Column.DOCUMENTS,
}


@dataclass(frozen=True, slots=True)
class Glance:
    """All numbers at one moment. incomplete: dossiers that lack what every one of their kind has to hold."""

    waiting: dict[Queue, int]
    to_correct: int
    incomplete: int
    charts: dict[By, tuple[Bar, ...]]
    progress: Progress


@dataclass(frozen=True, slots=True)
class CadrePage:
    """Cadres behind a number; after: the number of the index behind which the next ones stand, None: none."""

    cadres: tuple[Summary, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """As `CadrePage`, of documents."""

    documents: tuple[DocumentSummary, ...]
    after: int | None


class Overview:
    """Counts, and gives the lists behind the counts by the same rule. Callable from any thread."""

    def __init__(self, store: Store, lane: Lane, *, lists: ReferenceLists, clock: Clock) -> None:
        self._store = store
        self._lane = lane
        self._sexes = lists.lists["gender"].names
        self._clock = clock
        self._plan: Plan | None = None
        self._plan_is_known = False

    def glance(self, *, actor: Actor) -> Glance:
        """Every number, as of today."""
        require(actor, Action.LOOK)
        return self._lane.run(self._glance)

    def cadres(self, which: CadresOf, *, actor: Actor, after: int = 0) -> CadrePage:
        """The cadres behind a number, page by page."""
        require(actor, Action.LOOK)
        key_of = None if which.by is By.CORRECTIONS else self._key_of(which.by)
        return self._lane.run(lambda: self._cadres(which, key_of, after))

    def documents(self, queue: Queue, *, actor: Actor, after: int = 0) -> DocumentsPage:
        """The documents that wait in a queue, oldest first, page by page."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._documents(queue, after))

    def unread_batches(self, *, actor: Actor) -> tuple[UnreadBatch, ...]:
        """The batches that have pages nobody read yet, oldest first."""
        require(actor, Action.LOOK)
        return self._lane.run(self._unread_batches)

    def set_plan(self, dossiers: int, until: date, *, actor: Actor) -> Plan:
        """From now on: so many dossiers in all until the end of this day. The log keeps every plan.

        UserFault "plan-figure-wrong", "plan-day-past".
        """
        require(actor, Action.SET_PLAN)
        if not 1 <= dossiers <= _MOST_DOSSIERS:
            raise UserFault("plan-figure-wrong", most=_MOST_DOSSIERS)
        if until <= self._today():
            raise UserFault("plan-day-past")
        return self._lane.run(lambda: self._set_plan(dossiers, until, actor))

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def _key_of(self, by: By) -> KeyOf:
        match by:
            case By.AGE:
                return age_key(self._today())
            case By.SEX:
                return sex_key(self._sexes)
            case By.QUALIFICATION:
                return qualification_key
        return contents_key(checklists_by_form(), types_of_forms())

    def _glance(self) -> Glance:
        keys = {
            By.AGE: age_keys(),
            By.SEX: (*self._sexes, OTHER, UNKNOWN),
            By.QUALIFICATION: level_keys(),
            By.CONTENTS: (INCOMPLETE,),
        }
        with self._store.view() as view:
            charts = {by: bars(keys[by], view.overview.counts(_COLUMNS[by]), self._key_of(by)) for by in keys}
            return Glance(
                waiting={queue: view.overview.waiting(queue) for queue in Queue},
                to_correct=view.overview.cadres_to_correct(),
                incomplete=charts.pop(By.CONTENTS)[0].count,
                charts=charts,
                progress=self._progress(view),
            )

    def _progress(self, view: View) -> Progress:
        now = self._clock()
        return Progress(
            done=view.overview.cadres(),
            recent=view.overview.cadres_since(now - RECENT),
            today=now.astimezone().date(),
            plan=self._planned(view),
        )

    def _cadres(self, which: CadresOf, key_of: KeyOf | None, after: int) -> CadrePage:
        with self._store.view() as view:
            if key_of is None:
                found = view.overview.cadres_to_correct_after(after, PAGE + 1)
            else:
                found = view.overview.cadres_with(
                    _COLUMNS[which.by],
                    # Many cadres say the same: each value is looked at once.
                    cache(lambda value: key_of(value) == which.key),
                    after=after,
                    limit=PAGE + 1,
                )
        more = len(found) > PAGE
        return CadrePage(tuple(summary for _, summary in found[:PAGE]), found[PAGE - 1][0] if more else None)

    def _documents(self, queue: Queue, after: int) -> DocumentsPage:
        with self._store.view() as view:
            found = view.overview.documents(queue, after, PAGE + 1)
            listed = [view.listed.get(document) for _, document in found[:PAGE]]
        shown = tuple(summary for summary in listed if summary is not None)
        return DocumentsPage(shown, found[PAGE - 1][0] if len(found) > PAGE else None)

    def _unread_batches(self) -> tuple[UnreadBatch, ...]:
        with self._store.view() as view:
            return view.overview.unread_batches()

    def _set_plan(self, dossiers: int, until: date, actor: Actor) -> Plan:
        with self._store.work(actor) as work:
            done = work.overview.cadres()
            work.commit(_PLANNED, "plan", dossiers=dossiers, until=until.isoformat(), done=done)
        self._plan = Plan(dossiers, until, work.at.astimezone().date(), actor.name, done)
        self._plan_is_known = True
        return self._plan

    def _planned(self, view: View) -> Plan | None:
        """The last plan; it stands in the log and nowhere else, so the log is looked through once."""
        if not self._plan_is_known:
            made = view.audit.last(_PLANNED)
            self._plan = _plan_in(made) if made is not None else None
            self._plan_is_known = True
        return self._plan


def _plan_in(made: AuditEntry) -> Plan:
    told = made.detail
    return Plan(
        int(told["dossiers"]),
        date.fromisoformat(told["until"]),
        made.at.astimezone().date(),
        made.actor.name,
        int(told["done"]),
    )
