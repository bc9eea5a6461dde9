"""Whose papers a batch holds; what is somebody else's, or was scanned twice, is told on its document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.belonging import Belonging, Named, belonging, most_named
from hrdigitize.domain.doubling import doubled
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.likeness import Identity
from hrdigitize.domain.reading import Finding, Severity
from hrdigitize.domain.record import BatchId, CadreId, DocumentId, StoredDocument
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.neighbours import KeptPage
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View


@dataclass(frozen=True, slots=True)
class BatchPersons:
    """The person of a batch (None: nobody knows), and of each document whose it is and whom it names."""

    person: Named | None
    documents: Mapping[DocumentId, tuple[Belonging, tuple[Named, ...]]]


class BatchOwners:
    """Says whose papers batches hold. Callable from any thread. "batch-unknown" from every method."""

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def persons(self, batch: BatchId, *, actor: Actor) -> BatchPersons:
        """The person who was declared, else whom most documents name; and each document against him."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._persons(batch))

    def declare(
        self, batch: BatchId, *, actor: Actor, cadre: CadreId | None = None, person: str = ""
    ) -> BatchPersons:
        """Says whose papers the batch holds: a dossier that is there, or a name; neither takes it back.

        UserFault "cadre-unknown".
        """
        require(actor, Action.DESCRIBE)
        name = one_spaced(person)
        return self._lane.run(lambda: self._declare(batch, cadre, name, actor))

    def _persons(self, batch: BatchId) -> BatchPersons:
        with self._store.view() as view:
            _require_batch(view, batch)
            return persons_of(view, batch)

    def _declare(self, batch: BatchId, cadre: CadreId | None, name: str, actor: Actor) -> BatchPersons:
        with self._store.work(actor) as work:
            _require_batch(work, batch)
            if cadre is not None and cadre not in work.cadres:
                raise UserFault("cadre-unknown")
            work.batches.declare(batch, cadre, name)
            work.commit("batch-declared", batch, cadre=cadre or "")
            return persons_of(work, batch)


def persons_of(view: View, batch: BatchId) -> BatchPersons:
    """The person of a batch and what each of its documents says of him."""
    named = view.neighbours.persons(batch)
    person = _person(view, batch, named)
    return BatchPersons(
        person, {document: (_whose(persons, person), persons) for document, persons in named.items()}
    )


def _person(view: View, batch: BatchId, named: Mapping[DocumentId, tuple[Named, ...]]) -> Named | None:
    return _declared(view, batch) or most_named(named)


def _whose(persons: tuple[Named, ...], person: Named | None) -> Belonging:
    return belonging(persons, person) if person is not None else Belonging.UNSURE


def neighbour_findings(view: View, document: StoredDocument) -> tuple[Finding, ...]:
    """What the rest of its batch makes doubtful about a document: somebody else's, or scanned twice."""
    if not document.pages:
        return ()
    return (*_of_another(view, document), *_doubles(view.neighbours.pages(document.batch), document))


def _of_another(view: View, document: StoredDocument) -> Iterator[Finding]:
    named = view.neighbours.persons(document.batch)
    person, persons = _person(view, document.batch, named), named.get(document.id, ())
    if person is not None and _whose(persons, person) is Belonging.OTHER:
        told = {
            "page": str(document.pages[0].number),
            "name": ", ".join(one.name or one.id_number for one in persons),
            "person": person.name,
        }
        yield Finding("other-person", Severity.WARNING, (), told)


def _doubles(pages: tuple[KeptPage, ...], document: StoredDocument) -> Iterator[Finding]:
    """One finding for each page that repeats another; a whole document that does is told as one."""
    by_number = {page.number: page for page in pages}
    own = [page.number for page in document.pages]
    repeats = repeated(pages)
    others = {by_number[repeats[number]].document for number in own if number in repeats}
    if len(own) > 1 and all(number in repeats for number in own) and len(others) == 1:
        told = {"page": str(own[0]), "of": str(repeats[own[0]])}
        yield Finding("document-doubled", Severity.WARNING, (), told)
        return
    for number in own:
        if number in repeats:
            told = {"page": str(number), "of": str(repeats[number])}
            yield Finding("page-doubled", Severity.WARNING, (), told)


def repeated(pages: tuple[KeptPage, ...]) -> dict[int, int]:
    """Pages of a batch that repeat another one, by number, each with the earliest page that it repeats."""
    return _same_bytes(pages) | doubled({page.number: page.imprint for page in pages})


def _same_bytes(pages: tuple[KeptPage, ...]) -> dict[int, int]:
    """The same page of the same file, taken in twice: no word of it need be read to know."""
    first: dict[object, int] = {}
    found: dict[int, int] = {}
    for page in pages:
        if page.source[0] is not None and first.setdefault(page.source, page.number) != page.number:
            found[page.number] = first[page.source]
    return found


def _declared(view: View, batch: BatchId) -> Named | None:
    cadre, name = view.batches.of_person(batch)
    if cadre is None:
        return Named(name) if name else None
    identity = Identity.of(view.cadres.get(view.dossiers.merged_into(cadre) or cadre))
    return Named(identity.name, identity.birth, identity.id_number)


def _require_batch(view: View, batch: BatchId) -> None:
    if not view.batches.exists(batch):
        raise UserFault("batch-unknown")
