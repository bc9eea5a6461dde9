"""A watched folder: what a scanner's own software puts there comes in by itself, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from hrdigitize.capture.watched import Arrived, Remark, WatchedFolder
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.vietnamese import in_one_line, nfc
from hrdigitize.services.intake import Incoming, Intake, IntakeReport, Taken, require_open
from hrdigitize.services.markings import require_digitisable
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store

#: A folder is looked into so often. Notices of the system would come up to this much earlier, and a file must
#: lie still for longer; a share sends none.
_EVERY_S = 1.0

#: Told once about each thing in the folder that is not taken.
Told = Callable[[Remark], None]


@dataclass(frozen=True, slots=True)
class WatchReport:
    """What a watch brought in. brought: None where nothing came. known: files that the store had already."""

    brought: IntakeReport | None = None
    known: int = 0


def looks(wait: Callable[[float], bool], *, until_still: WatchedFolder | None = None) -> Iterator[None]:
    """A turn for each look: the first at once, the next ones after so many seconds of `wait`.

    It ends when `wait` says so by true (`threading.Event.wait` does), or, with `until_still`, as soon as
    nothing in that folder is likely to be complete soon.
    """
    yield
    while (until_still is None or until_still.waiting) and not wait(_EVERY_S):
        yield


class Watching:
    """Takes in what becomes complete in a folder.

    A file that any batch has, with its name and its bytes, is passed over: so a watch that was killed at any
    moment takes nothing twice, and files may stay where the scanner's software put them. Two pages that are
    equal to the byte and bear the same name hold nothing that is not kept.
    """

    def __init__(self, store: Store, lane: Lane, *, intake: Intake) -> None:
        self._store = store
        self._lane = lane
        self._intake = intake

    def watch(
        self,
        folder: WatchedFolder,
        looks: Iterable[None],
        *,
        actor: Actor,
        into: BatchId | None = None,
        marking: Secrecy = Secrecy.OPEN,
        taken: Taken | None = None,
        told: Told | None = None,
    ) -> WatchReport:
        """Looks into the folder as often as `looks` says, and takes what is complete into one batch.

        into: a batch that goes on; otherwise the first file makes one, marked as the operator says. UserFault
        as `Intake.capture`.
        """
        require(actor, Action.CAPTURE)
        require_digitisable(marking)  # before anybody waits for paper
        if into is not None:
            self._lane.run(lambda: require_open(self._store, into))
        brought, known, refused = None, [0], set[tuple[str, str]]()
        for _ in looks:
            with closing(folder.complete()) as complete:
                further = self._intake.gather(
                    self._new(complete, refused, known),
                    actor=actor,
                    into=brought.batch if brought else into,
                    marking=marking,
                    taken=taken,
                )
            brought = _together(brought, further)
            for remark in folder.remarks():
                if told is not None:
                    told(remark)
        return WatchReport(brought, known[0])

    def _new(
        self, complete: Iterator[Arrived], refused: set[tuple[str, str]], known: list[int]
    ) -> Iterator[Incoming]:
        """What the store has not, and no second time what could not be read at all."""
        for arrived in complete:
            name = in_one_line(nfc(arrived.name))
            fault = arrived.fault.code if arrived.fault else ""
            if (fault and (name, fault) in refused) or (
                arrived.data is not None and self._has(name, arrived)
            ):
                known[0] += 1
                continue
            if fault:
                refused.add((name, fault))
            yield Incoming(name, arrived.read)

    def _has(self, name: str, arrived: Arrived) -> bool:
        content = self._store.originals.name_of(arrived.read())

        def look() -> bool:
            with self._store.view() as view:
                return view.batches.has_file(name, content)

        return self._lane.run(look)


def _together(before: IntakeReport | None, further: IntakeReport | None) -> IntakeReport | None:
    """One report of the same batch; its pages are counted from its beginning in both."""
    if before is None or further is None:
        return before or further
    return replace(further, refused=(*before.refused, *further.refused))
