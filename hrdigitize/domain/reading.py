"""Field readings: what was read at a named place of a form, how sure it is, and why not surer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.sorting import Boundary, Classified


class State(StrEnum):
    """The three answers that are kept apart: a value, blank on the paper, illegible."""

    VALUE = "value"
    BLANK = "blank"
    ILLEGIBLE = "illegible"


@dataclass(frozen=True, slots=True)
class Period:
    """From and to, each an ISO date with its precision; `None` as end is "nay" (until now)."""

    start: str | None
    end: str | None


#: A normalised value: ISO date, decimal with a point, official list name or text; a period; or nothing.
Value = str | Period | None


#: What was read there cannot stand as it is: it fits no value of its type, has signs that stand in none, or
#: is nothing at all where there is ink.
_GRAVE = frozenset(
    {"doubt-wrong-type", "doubt-odd-characters", "doubt-no-text-but-ink", "doubt-table-unread"}
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a reading is not accepted: a message code, and the characters of `text` concerned.

    others: what the whole value may be instead, as another reader has it or as it was before a correction.
    """

    code: str
    at: tuple[int, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def grave(self) -> bool:
        """Whether a person has to say what stands there (red on screen): a glance is not enough."""
        return self.code in _GRAVE


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a reading: its confidence is computed from this. Shares are 0..1.

    engine: the least sure word's confidence. agreed: share of the words that two readers read the same;
    confirmed: how sure the less sure of them was of its least sure word, 0 where all differ on one.
    same: whether all looks give the same text. known: share of the words that lists, phrases and registers
    have just so; unseen: how many words are none of the vocabulary. clean: share of what was read there that
    became the text; odd: signs in the text that people do not set so. label: how like its label is to a
    known wording. page: share of the page's words that were read surely. words: how many there are.
    doubted: whether something else speaks against it.
    """

    engine: float
    agreed: float
    confirmed: float
    same: bool
    known: float
    unseen: int
    clean: float
    odd: int
    label: float
    page: float
    words: int
    doubted: bool


@dataclass(frozen=True, slots=True)
class FieldReading:
    """One field (or table cell) as read.

    raw: what the engine said. text: as a careful person would type it from the paper. value:
    normalised by type. page: in the stack, from 1; 0 where the label was not found. box: on the
    kept page. confidence: how likely the reading is right, 0..1. accepted: may stand without a person
    looking (see extraction). support: what the confidence was computed from; None for one from the store.
    """

    state: State
    value: Value
    text: str
    raw: str
    page: int
    box: Box
    confidence: float
    accepted: bool
    doubts: tuple[Doubt, ...] = ()
    support: Support | None = None


#: One row of a table: column key -> reading.
Row = Mapping[str, FieldReading]


class Severity(StrEnum):
    """How loud a finding is: an error blocks approval until a person confirms, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about a form or record: code, severity, fields concerned, parameters."""

    code: str
    severity: Severity
    fields: tuple[str, ...]
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def page(self) -> int | None:
        """The page of the batch that it is about, where it concerns a picture and no field."""
        return int(self.params["page"]) if not self.fields and "page" in self.params else None


@dataclass(frozen=True, slots=True)
class FormReading:
    """One document as read. `form` is None for a paper of no known form: then nothing is invented.

    type: what kind of paper it is, `classified` says why. index: what it is found by (number, notation,
    issued_on, issuer, subject, signer, full_name), as far as it stands there. boundary: why it begins
    where it does.
    """

    form: str | None
    type: str | None
    first_page: int
    last_page: int
    fields: Mapping[str, FieldReading]
    tables: Mapping[str, tuple[Row, ...]]
    findings: tuple[Finding, ...] = ()
    classified: Classified | None = None
    index: Mapping[str, FieldReading] = field(default_factory=dict)
    boundary: Boundary | None = None
