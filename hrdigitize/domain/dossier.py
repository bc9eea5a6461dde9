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

#: What is keyed once more, blind: the key fields, and the code of the rank, by which salaries are paid.
BLIND_FIELDS = (*KEY_FIELDS, "rank_code")

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


def is_keyed_twice(path: FieldPath) -> bool:
    """Whether this place is keyed once more, blind."""
    return not path.table and path.field in BLIND_FIELDS


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered at the places of a document, and by whom.

    counting: what counts at every place. keyed: who typed it, where a person did. again: the newest second
    keying. sure: what the machine read where it was sure enough to need nobody: there it is one of the two.
    """

    counting: Mapping[FieldPath, Answer]
    keyed: Mapping[FieldPath, Keyed]
    again: Mapping[FieldPath, Keyed]
    sure: Mapping[FieldPath, Answer]

    def from_when(self, path: FieldPath, person: str) -> datetime | None:
        """The earliest moment at which a person may key this place blind; None for at once.

        One's own entry only hours later, but where the machine surely read the same: it is the other one.
        """
        first = self.keyed.get(path)
        if first is None or first.by != person or self._machine_stands_for(path):
            return None
        return first.at + BLIND_AFTER

    def keyed_twice(self, path: FieldPath, person: str) -> bool:
        """Whether a second keying agrees with what counts there, and came when it might."""
        second = self.again.get(path)
        if second is None or not agree(second.answer, self.counting[path]):
            return False
        when = self.from_when(path, person)
        return when is None or second.by != person or second.at >= when

    def undecided(self) -> tuple[FieldPath, ...]:
        """Where the second keying says otherwise and nobody has decided since."""
        return tuple(
            path
            for path, second in self.again.items()
            if path in self.counting
            and not agree(second.answer, self.counting[path])
            and (path not in self.keyed or self.keyed[path].at < second.at)
        )

    def _machine_stands_for(self, path: FieldPath) -> bool:
        return path in self.sure and agree(self.sure[path], self.counting[path])


def blind_state(entered: Entered, person: str) -> BlindState:
    """Which fields a person still has to key blind, and the earliest moment for all of them.

    A second keying counts when it agrees with what counts and came late enough after the first one.
    """
    keys = [path for path in entered.counting if is_keyed_twice(path)]
    missing = tuple(path for path in keys if not entered.keyed_twice(path, person))
    moments = [when for path in missing if (when := entered.from_when(path, person)) is not None]
    return BlindState(missing, max(moments, default=None))


def late_enough(first: datetime, second: datetime) -> bool:
    """Whether a person may key blind what he keyed at the first moment."""
    return second - first >= BLIND_AFTER


def agree(one: Answer, other: Answer) -> bool:
    """Whether two answers say the same: the same text, or the same value of a type that knows one."""
    if one.state is not other.state:
        return False
    return one.text == other.text or (one.value is not None and one.value == other.value)
