"""What a form consists of, from top to bottom, as data: rows of items, headings, tables, notes, the foot."""

from __future__ import annotations

from dataclasses import dataclass

PLACES = frozenset({"birth_place", "native_place"})
DATES = frozenset(
    {
        "birth_date",
        "recruitment_date",
        "salary_from",
        "party_joined_date",
        "party_official_date",
        "enlistment_date",
        "discharge_date",
        "id_issue_date",
        "current_agency_date",
        "revolution_date",
        "position_appointed_on",
        "position_reappointed_on",
        "rank_appointed_on",
        "seniority_allowance_from",
        "job_post_salary_from",
        "youth_union_date",
        "party_exempt_on",
        "_admission_date",
    }
)


@dataclass(frozen=True, slots=True)
class Item:
    """One label with its value. number: the official one, "" for an item that continues another's number.

    tab_mm: where on the line it begins. inline: its hint stands between label and colon. suffix: what is
    printed after the value ("kg"). parts: the words printed before each of the blanks that the value is
    spread over. opening: what a blank one begins with ("1m"). bracketed: label and value stand in brackets.
    boxes: the value stands in so many boxes, a letter each; gap_after: with a gap after that one. dash: a
    dash stands before the label. bare: words alone, which ask for nothing.
    """

    key: str
    number: str = ""
    tab_mm: float = 0.0
    inline: bool = False
    suffix: str = ""
    parts: tuple[str, ...] = ()
    opening: str = ""
    bracketed: bool = False
    boxes: int = 0
    gap_after: int = 0
    dash: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Items on one line; hints printed under it, each from a place on the line; empty lines to write on."""

    items: tuple[Item, ...]
    hints: tuple[tuple[float, str], ...] = ()
    spare_lines: int = 0


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the form in the middle of the page."""

    size: float = 1.2


@dataclass(frozen=True, slots=True)
class Aside:
    """A line against the right margin, or in the middle."""

    text: str
    style: str = "bold"
    size: float = 1.0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A label on a line of its own, such as a table's."""

    key: str
    number: str = ""
    opening: str = ""
    closing: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Free:
    """A long label, its value under it on lines of leader."""

    key: str
    number: str = ""
    opening: str = ""
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A label whose answer is printed sentences with blanks, `{}` each: one sentence a line."""

    key: str
    sentences: tuple[str, ...]
    number: str = ""
    opening: str = "- "
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Records:
    """A table of records, one a row.

    words: whose headings are printed, where a table is printed in parts. section: the records that belong to
    this part. spare: at most so many empty rows. printed: columns whose words the form has printed; vacant:
    words of the first column that stand there also where no record has them.
    """

    table: str
    shares: tuple[float, ...]
    words: str = ""
    section: str = ""
    spare: int = 2
    printed: tuple[int, ...] = ()
    vacant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lying:
    """A table on its side: records run across."""

    table: str
    heading_share: float = 1.7
    least: tuple[int, ...] = (5, 7)
    most: int = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """A field whose blank is a small ruled table; the answer stands in its last column."""

    key: str
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Above:
    """A field whose label stands under its value, from a place on the line."""

    key: str
    tab_mm: float


@dataclass(frozen=True, slots=True)
class Note:
    """Small print on a line of its own."""

    key: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Room left free."""

    height_mm: float


@dataclass(frozen=True, slots=True)
class Foot:
    """Where declarant and head of office sign."""


Block = Row | Title | Aside | Heading | Free | Sentence | Records | Lying | Answer | Above | Note | Gap | Foot


@dataclass(frozen=True, slots=True)
class Plan:
    """A printing as data: its head, the rows beside the photograph, and what follows under it."""

    head: tuple[Block, ...]
    beside_photo: tuple[Block, ...]
    body: tuple[Block, ...]
    photo_mm: float = 30.0
