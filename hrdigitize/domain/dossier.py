"""What a dossier is besides the record: index data of its documents, changes that were asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from hrdigitize.domain.record import Answer, Cadre, CadreId, DocumentId, DocumentStatus, FieldPath
from hrdigitize.domain.secrecy import Secrecy

CorrectionId = NewType("CorrectionId", str)
MergeId = NewType("MergeId", str)

#: Facts of which a change needs a second person: name, birth date, identity number, the two dates of the
#: Party (Quy chế 01-QCTC/TW and HD 01-HD/TW: a member's facts are changed by decision, never by one hand).
KEY_FIELDS = ("full_name", "birth_date", "id_number", "party_joined_date", "party_official_date")

#: Where there is nobody else, the same person keys the key fields once more, this much later.
BLIND_AFTER = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class DocumentIndex:
    """What a document is found by. issued_on: a partial ISO date. shelf: where the paper lies.

    full_name: whose paper it is by what stands on it.
    """

    number: str = ""
    notation: str = ""
    issued_on: str = ""
    issuer: str = ""
    subject: str = ""
    signer: str = ""
    secrecy: Secrecy = Secrecy.OPEN
    shelf: str = ""
    full_name: str = ""


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A document as it lies in a dossier. pages: how many."""

    id: DocumentId
    form: str | None
    type: str | None
    status: DocumentStatus
    pages: int
    index: DocumentIndex


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of a record that somebody asked for.

    document: the paper that says so, where there is one. granted: what another person decided; None while
    nobody has.
    """

    id: CorrectionId
    cadre: CadreId
    path: FieldPath
    answer: Answer
    reason: str
    document: DocumentId | None
    asked_by: str
    asked_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    granted: bool | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """Two cadres that a person found to be one: the kept one speaks for both, until it is undone."""

    id: MergeId
    kept: CadreId
    absorbed: CadreId
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is kept about a cadre. merges: the cadres that this one took in, oldest first."""

    cadre: Cadre
    documents: tuple[FiledDocument, ...]
    corrections: tuple[Correction, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Keyed:
    """What was typed at a place, by whom and when."""

    answer: Answer
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BlindState:
    """How far a document is keyed a second time: places still to key, and from when on one may."""

    missing: tuple[FieldPath, ...]
    since: datetime | None


def is_key(path: FieldPath) -> bool:
    """Whether a change at this place needs a second person."""
    return not path.table and path.field in KEY_FIELDS


def own_places(keyed: Mapping[FieldPath, Keyed], person: str) -> tuple[FieldPath, ...]:
    """The places that a person typed."""
    return tuple(path for path, entry in keyed.items() if entry.by == person)


def blind_state(
    counting: Mapping[FieldPath, Answer],
    keyed: Mapping[FieldPath, Keyed],
    again: Mapping[FieldPath, Keyed],
    person: str,
) -> BlindState:
    """Which key fields a person still has to key blind, and the earliest moment for it.

    counting: what counts at every place of the document. again: the newest second keying at each place.
    A second keying counts when it agrees with what counts and came late enough after the first one.
    """
    keys = [path for path in counting if is_key(path)]
    missing = tuple(path for path in keys if not _keyed_again(path, counting[path], keyed, again, person))
    moments = [keyed[path].at + BLIND_AFTER for path in missing if path in keyed and keyed[path].by == person]
    return BlindState(missing, max(moments, default=None))


def _keyed_again(
    path: FieldPath,
    counts: Answer,
    keyed: Mapping[FieldPath, Keyed],
    again: Mapping[FieldPath, Keyed],
    person: str,
) -> bool:
    second = again.get(path)
    if second is None or not agree(second.answer, counts):
        return False
    first = keyed.get(path)
    return first is None or first.by != person or second.by != person or late_enough(first.at, second.at)


def late_enough(first: datetime, second: datetime) -> bool:
    """Whether a person may key blind what he keyed at the first moment."""
    return second - first >= BLIND_AFTER


def agree(one: Answer, other: Answer) -> bool:
    """Whether two answers say the same: the same text, or the same value of a type that knows one."""
    if one.state is not other.state:
        return False
    return one.text == other.text or (one.value is not None and one.value == other.value)
