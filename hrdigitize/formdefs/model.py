"""A form definition: what is printed on a standard form, in printed order, and what its fields mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

#: Where a value goes into a printed sentence.
BLANK = "…"


class Kind(StrEnum):
    """What sort of value a field holds; `FieldType.detail` narrows it (list:gender, code:id)."""

    TEXT = "text"
    NAME = "name"
    PLACE = "place"
    DATE = "date"
    PERIOD = "period"
    LIST = "list"
    CODE = "code"
    DECIMAL = "decimal"
    PERCENT = "percent"
    NUMBER = "number"
    PHONE = "phone"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class FieldType:
    """Kind and detail of a value: `list:gender` is Kind.LIST with detail "gender".

    or_word: a word such as "không" is as right as a number (written `decimal|word`).
    """

    kind: Kind
    detail: str = ""
    or_word: bool = False


@dataclass(frozen=True, slots=True)
class FieldDef:
    """A named place for one value. label: its name on screen and in lists. group: a section key."""

    key: str
    type: FieldType
    label: str
    group: str


@dataclass(frozen=True, slots=True)
class ColumnDef:
    """A column of a table (a row, where the table is printed transposed): key, type, header texts.

    preprinted: what a blank form already has in cells of this column ("Vợ"); alone in a row it is no row.
    """

    key: str
    type: FieldType
    label: str
    headers: tuple[str, ...]
    preprinted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableDef:
    """A table of the form. transposed: records run across, the headers stand in the first column."""

    key: str
    label: str
    group: str
    columns: tuple[ColumnDef, ...]
    transposed: bool = False


class LabelPart(StrEnum):
    """What follows a printed label: a field's value, a table, free matter of a heading, or the end."""

    FIELD = "field"
    TABLE = "table"
    HEADING = "heading"
    END = "end"


@dataclass(frozen=True, slots=True)
class LabelDef:
    """One printed label, in printed order.

    part and target: what it names (target: field or table key; "" for headings and the end).
    texts: the official wording first, then variants and misprints seen on reprints; without item
    number and without the closing colon. hints: printed guidance near the value that is not value.
    suffixes: printed matter that may close the value on its line ("kg"). columns: where a table is printed
    in parts, the columns under this label in printed order. sets: columns that this label itself says.
    above: the value stands on the line above the label, over its words. boxes: the value is written into so
    many boxes at most, one sign in each; 0 for none. sentences: what is printed around the blanks of the
    value (each is a BLANK), in printed order; only those that are filled in are value.
    """

    part: LabelPart
    target: str
    texts: tuple[str, ...]
    hints: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    sets: Mapping[str, str] = field(default_factory=dict)
    above: bool = False
    boxes: int = 0
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintBlock:
    """One block of the printed layout, top to bottom; `kind` says how printing sets it.

    Kinds, places in the text and options: see `hrdigitize.formdefs.layout`.
    """

    kind: str
    text: str = ""
    target: str = ""
    options: Mapping[str, str] | None = None


class Manner(StrEnum):
    """How a paper is read: by its labels, or by the layout rules of decisions."""

    FORM = "form"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class FormDef:
    """A standard form.

    marks: texts that identify its first page. boilerplate: printed text that is never value. read_as: how
    its values are found.
    """

    id: str
    name: str
    source: str
    valid_from: date
    valid_to: date | None
    marks: tuple[str, ...]
    title: tuple[str, ...]
    groups: Mapping[str, str]
    fields: Mapping[str, FieldDef]
    tables: Mapping[str, TableDef]
    labels: tuple[LabelDef, ...]
    boilerplate: tuple[str, ...]
    print_layout: tuple[PrintBlock, ...]
    read_as: Manner = Manner.FORM
