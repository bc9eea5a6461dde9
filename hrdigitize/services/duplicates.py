"""Records that may be of one person: shown side by side; a person says whether they are, and may undo it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.dossier import Merge, MergeId, agree
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.likeness import Identity, Likeness, alike, likeness
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, Cadre, CadreId, FieldPath, RecordValue
from hrdigitize.domain.rows import rows_of, same_row
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.formdefs.record_tables import known_by
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work


@dataclass(frozen=True, slots=True)
class BothSay:
    """What two records say at one place; None where a record has nothing there."""

    path: FieldPath
    one: RecordValue | None
    other: RecordValue | None

    @property
    def agree(self) -> bool:
        """Whether they say the same, or only one of them says anything."""
        if self.one is None or self.other is None:
            return True
        return agree(self.one.answer, self.other.answer)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two records beside each other. likeness: None where nothing suggests one person."""

    one: Cadre
    other: Cadre
    likeness: Likeness | None
    places: tuple[BothSay, ...]


class Duplicates:
    """Finds, shows, tells apart, merges, undoes. Nothing is merged by itself. Callable from any thread."""

    def __init__(self, store: Store, lane: Lane, *, identifiers: Identifiers) -> None:
        self._store = store
        self._lane = lane
        self._identifiers = identifiers

    def find(self, cadre: CadreId | None = None, *, actor: Actor) -> tuple[Likeness, ...]:
        """The pairs that may be one person and that nobody told apart yet; those of one cadre, or all."""
        require(actor, Action.COMPARE)
        found = self._lane.run(self._find)
        return tuple(pair for pair in found if cadre is None or cadre in (pair.one, pair.other))

    def compare(self, one: CadreId, other: CadreId, *, actor: Actor) -> SideBySide:
        """Two records beside each other, place by place. "cadre-unknown", "same-cadre"."""
        require(actor, Action.COMPARE)
        return self._lane.run(lambda: self._compare(one, other))

    def tell_apart(self, one: CadreId, other: CadreId, *, actor: Actor) -> None:
        """Remembers that they are two persons: the pair is not shown again. "cadre-unknown", "same-cadre"."""
        require(actor, Action.TELL_APART)
        self._lane.run(lambda: self._tell_apart(one, other, actor))

    def merge(self, kept: CadreId, absorbed: CadreId, reason: str, *, actor: Actor) -> MergeId:
        """Lets one record speak for both; it takes over what it has nothing for, and nothing else.

        UserFault "reason-needed", "cadre-unknown", "same-cadre", "cadre-merged" for one that was merged.
        """
        require(actor, Action.MERGE)
        why = one_spaced(reason)
        if not why:
            raise UserFault("reason-needed")
        return self._lane.run(lambda: self._merge(kept, absorbed, why, actor))

    def undo(self, merge: MergeId, *, actor: Actor) -> CadreId:
        """Undoes a merge and gives the cadre that stands by itself again.

        UserFault "merge-unknown"; "cadre-merged" while the kept record is merged into a further one.
        """
        require(actor, Action.UNDO_MERGE)
        return self._lane.run(lambda: self._undo(merge, actor))

    def _find(self) -> tuple[Likeness, ...]:
        with self._store.view() as view:
            identities, apart = view.cadres.identities(), view.dossiers.told_apart()
        return tuple(pair for pair in alike(identities) if (pair.one, pair.other) not in apart)

    def _compare(self, one: CadreId, other: CadreId) -> SideBySide:
        with self._store.view() as view:
            _require_two(view, one, other)
            first, second = view.cadres.get(one), view.cadres.get(other)
        places = dict.fromkeys((*first.values, *second.values))
        return SideBySide(
            first,
            second,
            likeness(Identity.of(first), Identity.of(second)),
            tuple(BothSay(path, first.values.get(path), second.values.get(path)) for path in places),
        )

    def _tell_apart(self, one: CadreId, other: CadreId, actor: Actor) -> None:
        with self._store.work(actor) as work:
            _require_two(work, one, other)
            work.dossiers.tell_apart(one, other, by=actor.name, at=work.at)
            work.commit("cadres-told-apart", one, other=other)

    def _merge(self, kept: CadreId, absorbed: CadreId, reason: str, actor: Actor) -> MergeId:
        with self._store.work(actor) as work:
            _require_two(work, kept, absorbed)
            if work.dossiers.merged_into(kept) or work.dossiers.merged_into(absorbed):
                raise UserFault("cadre-merged")
            merge = Merge(MergeId(self._identifiers.new()), kept, absorbed, reason, actor.name, work.at)
            work.dossiers.merge(merge)
            taken = _taken_over(work, merge)
            work.cadres.write(kept, taken)
            work.commit("cadres-merged", kept, absorbed=absorbed, merge=merge.id, values=len(taken))
        return merge.id

    def _undo(self, merge: MergeId, actor: Actor) -> CadreId:
        with self._store.work(actor) as work:
            try:
                standing = work.dossiers.standing(merge)
            except KeyError:
                raise UserFault("merge-unknown") from None
            if work.dossiers.merged_into(standing.kept):
                raise UserFault("cadre-merged")
            work.dossiers.undo(merge, by=actor.name, at=work.at)
            taken = [
                _restored(work, standing.kept, value, actor)
                for value in work.cadres.get(standing.kept).values.values()
                if value.reason == _mark(standing)
            ]
            work.cadres.write(standing.kept, taken)
            work.commit("merge-undone", standing.kept, absorbed=standing.absorbed, merge=merge)
        return standing.absorbed


def _mark(merge: Merge) -> str:
    """The reason that a value taken over carries; so undoing finds it, unless it was corrected since."""
    return f"merge:{merge.id}"


def _taken_over(work: Work, merge: Merge) -> tuple[RecordValue, ...]:
    """What the kept record has nothing for: fields, and table rows about things that it has not."""
    held = work.cadres.get(merge.kept).values
    absorbed = work.cadres.get(merge.absorbed).values
    told = {path for path, value in held.items() if value.answer.state is State.VALUE}
    free = [
        value
        for path, value in absorbed.items()
        if not path.table and path not in told and value.answer.state is State.VALUE
    ]
    for (table, _), row in rows_of(absorbed).items():
        if same_row(table, row, held, known_by(table)) is None:
            number = work.cadres.add_row(merge.kept, table)
            free += [replace(value, path=FieldPath(column, table, number)) for column, value in row.items()]
    return tuple(
        replace(value, reason=_mark(merge), approved_by=merge.by, approved_at=merge.at) for value in free
    )


def _restored(work: Work, cadre: CadreId, value: RecordValue, actor: Actor) -> RecordValue:
    """What stood there before the merge, or nothing."""
    before = next((old for old in work.cadres.history(cadre, value.path)[-2::-1]), None)
    if before is not None and not before.withdrawn:
        return replace(before, approved_by=actor.name, approved_at=work.at)
    return RecordValue(value.path, Answer(State.BLANK), None, actor.name, work.at, withdrawn=True)


def _require_two(view: View, one: CadreId, other: CadreId) -> None:
    if one == other:
        raise UserFault("same-cadre")
    if one not in view.cadres or other not in view.cadres:
        raise UserFault("cadre-unknown")
