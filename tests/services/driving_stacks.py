"""What the use cases of sorting are called with: a sorted batch, its pages and papers, a stamped one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from hrdigitize.capture.watched import Settling, WatchedFolder
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.arranging import Aside, documents_of
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import BatchId, CadreId, DocumentId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.stored import PageText
from hrdigitize.services.intake import Incoming
from tests.services.made_up import (
    CLERK,
    LETTER_WIDTH_PX,
    REVIEWER,
    Office,
    form_reading,
    put_document,
    scan,
    stack,
)

_HEAD = Actor("hà", Role.COMMUNE_HEAD)
_TYPE = "state-petition"
_CHECKLIST = "civil-servant"


class Stacks:
    """Makes such a batch anew for every call; new_file: where a drawn page lies, each time another one."""

    def __init__(self, office: Office, new_file: Callable[[], Path], canary: str) -> None:
        self._office, self._new_file, self._canary = office, new_file, canary

    def arguments(self, use_case: str, cadre: Callable[[], CadreId]) -> Mapping[str, object]:
        """Arguments for a use case by its qualified name; none for one that is not of sorting."""
        service, name = use_case.split(".")
        none: Mapping[str, object] = {}
        makers: Mapping[str, Callable[[str], Mapping[str, object]]] = {
            "Arranging": self._arranging,
            "Filing": lambda name: self._filing(name, cadre),
            "Contents": lambda name: self._contents(name, cadre),
            "Markings": self._markings,
            "Intake": lambda name: {"incoming": self._incoming()} if name == "gather" else none,
            "Watching": lambda name: self._watching() if name == "watch" else none,
        }
        return makers[service](name) if service in makers else none

    def _sorted(self) -> BatchId:
        """Three pages that are two papers of no form."""
        file = self._new_file()
        file.write_bytes(stack(LETTER_WIDTH_PX, LETTER_WIDTH_PX, LETTER_WIDTH_PX))
        batch = self._office.intake.capture([file], actor=CLERK).batch

        def put() -> None:
            with self._office.store.work(CLERK) as work:
                pages = [page.page.id for page in work.batches.pages(batch)]
                for first, last in ((1, 2), (3, 3)):
                    document = DocumentId(self._office.identifiers.new())
                    texts = {page: PageText("") for page in pages[first - 1 : last]}
                    work.documents.add(
                        document, batch, FormReading(None, None, first, last, {}, {}), texts, at=work.at
                    )
                work.commit("batch-read", batch)

        self._office.lane.run(put)
        return batch

    def _arranging(self, name: str) -> Mapping[str, object]:
        batch = self._sorted()
        arranging = self._office.arranging
        first, second, *_ = documents_of(arranging.layout(batch, actor=CLERK))
        if name == "bring_back":
            arranging.set_aside(batch, 2, Aside.FOREIGN, actor=CLERK)
        if name in ("undo", "redo"):
            arranging.turn(batch, 2, 180, actor=CLERK)
        if name == "redo":
            arranging.undo(batch, actor=CLERK)
        return {
            "batch": batch,
            "page": 2,
            "pages": [3],
            "to": 1,
            "behind": 1,
            "box": Box(10, 10, 200, 200),
            "degrees": 90,
            "why": Aside.FOREIGN,
            "file": self._new_file(),
            "one": first,
            "other": second,
        }

    def _filing(self, name: str, cadre: Callable[[], CadreId]) -> Mapping[str, object]:
        filing, paper, whose = self._office.filing, self._paper(), cadre()
        if name in ("file", "take_out"):
            filing.set_type(paper, _TYPE, actor=CLERK)
        if name == "take_out":
            filing.file(paper, whose, actor=REVIEWER)
        field = {"name": "subject", "text": self._canary} if name == "correct_index" else {}
        return {"document": paper, "cadre": whose, "kind": _TYPE, **field}

    def _paper(self) -> DocumentId:
        """A paper of no form."""
        return put_document(self._office, form_reading({}, form=None), self._new_file())

    def _contents(self, name: str, cadre: Callable[[], CadreId]) -> Mapping[str, object]:
        return {"cadre": cadre(), "kind": _CHECKLIST} if name == "checked" else {"cadre": cadre()}

    def _markings(self, name: str) -> Mapping[str, object]:
        marking = Secrecy.SECRET if name == "print_notice" else Secrecy.CONFIDENTIAL
        return {"batch": self._stamped(marking), "marking": Secrecy.CONFIDENTIAL}

    def _stamped(self, marking: Secrecy) -> BatchId:
        """A batch with a page that bears this marking."""
        batch = self._office.intake.capture([self._new_file()], actor=CLERK).batch

        def note() -> None:
            with self._office.store.work(CLERK) as work:
                for page in work.batches.pages(batch):
                    work.markings.note(page.page.id, marking)
                work.commit("marking-found", batch)

        self._office.lane.run(note)
        return batch

    def _incoming(self) -> Iterator[Incoming]:
        yield Incoming(self._new_file().name, partial(scan))

    def _watching(self) -> Mapping[str, object]:
        folder = self._new_file().parent
        return {
            "folder": WatchedFolder(folder, now=lambda: 0.0, settling=Settling(1, 0, 0)),
            "looks": iter([None, None, None]),
        }
