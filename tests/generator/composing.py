"""Setting the items of a form: numbers, labels, values among leaders, hints, tables, the foot."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from tests.generator.blocks import (
    DATES,
    PLACES,
    Above,
    Answer,
    Aside,
    Block,
    Foot,
    Free,
    Gap,
    Heading,
    Item,
    Lying,
    Note,
    Records,
    Row,
    Sentence,
    Title,
)
from tests.generator.lines import Boxes, Leader, Piece, Tab, Text
from tests.generator.typesetting import Column, Entry, Grid, Sheets
from tests.generator.wording import Wording
from tests.generator.writing import Written


@dataclass(frozen=True, slots=True)
class Manner:
    """How one printing sets its items.

    number: pattern of an item's number. renumber: count on from 1 instead of the official numbers.
    before_mm: leader between label and value. leaders: chance that a leader follows a value.
    hints: chance that a hint is printed. printed_slashes: an empty date shows its …/…/… .
    boxed: every item stands in a ruled box of its own.
    """

    number: str = "{}) "
    renumber: bool = False
    colon: str = ": "
    before_mm: float = 0.0
    leaders: float = 1.0
    blank_leaders: float = 1.0
    hints: float = 1.0
    spare_lines: bool = True
    printed_slashes: bool = True
    separator: str = ","
    title_style: str = "bold"
    label_style: str = "regular"
    table_size: float = 0.92
    table_heading_style: str = "regular"
    boxed: bool = False


@dataclass(slots=True)
class Composer:
    """Sets one form on sheets; `labelled` collects the fields and tables whose label was printed."""

    sheets: Sheets
    form: Written
    wording: Wording
    manner: Manner
    rng: Random
    labelled: set[str] = field(default_factory=set)
    _counted: int = 0
    _whole: str = ""

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        """Set one part of the form."""
        match block:
            case Row():
                self.row(block)
            case Heading():
                self.heading(block.key, block.number, closing=block.closing, opening=block.opening)
            case Free():
                self.free_text(block.key, block.number, spare_lines=block.lines, opening=block.opening)
            case Sentence():
                self.sentences(block)
            case Answer():
                self.answer(block)
            case Above():
                self.above(block)
            case Records():
                self.records(block)
            case Lying():
                least = self.rng.choice(block.least)
                self.lying_table(
                    block.table,
                    heading_share=block.heading_share,
                    least_columns=least,
                    most_columns=block.most,
                )
            case _:
                self._printed_matter(block)

    def _printed_matter(self, block: Title | Aside | Note | Gap | Foot) -> None:
        """What asks for nothing."""
        sheets = self.sheets
        match block:
            case Title():
                words = self.wording.words
                sheets.centred(words.title, size=block.size, style=self.manner.title_style)
            case Aside(centred=True):
                sheets.centred(block.text, style=block.style, size=block.size)
            case Aside():
                sheets.right(block.text, style=block.style, size=block.size)
            case Note():
                sheets.line(Text(self.wording.hint(block.key), "italic", size=0.88))
            case Gap():
                sheets.space(block.height_mm)
            case Foot():
                self.foot()

    def rows(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self.row(row)

    def row(self, row: Row) -> None:
        """One line of items with its hints and spare lines."""
        if self.manner.boxed:
            self._boxed_row(row)
            return
        pieces: list[Piece] = []
        for at, item in enumerate(row.items):
            last = at + 1 == len(row.items)
            pieces += self._item(item, last=last, tabbed=not last and row.items[at + 1].tab_mm > 0)
        self.sheets.line(*pieces)
        if row.spare_lines and self.manner.spare_lines:
            for _ in range(row.spare_lines):
                self.sheets.leader_line()
        hints = [(tab, key) for tab, key in row.hints if self.rng.random() < self.manner.hints]
        if hints:
            self.sheets.line(
                *(piece for tab, key in hints for piece in (Tab(tab), self._hint(self.wording.hint(key))))
            )

    def _boxed_row(self, row: Row) -> None:
        """The items beside each other in ruled boxes, each as wide as its words ask for."""
        cells = [self._item(item, last=True, tabbed=False) for item in row.items]
        weights = [12 + sum(len(piece.text) for piece in cell if isinstance(piece, Text)) for cell in cells]
        self.sheets.beside([cell[1:] if isinstance(cell[0], Tab) else cell for cell in cells], weights)

    def heading(self, key: str, number: str = "", *, closing: str = "", opening: str = "") -> None:
        """A label on a line of its own, such as a table's."""
        self._ask(key)
        self.sheets.keep(9 * self.sheets.line_mm)
        text = f"{self._number(number)}{opening}{self.wording.label(key)}{closing}"
        self.sheets.line(Text(text, self.manner.label_style))

    def free_text(self, key: str, number: str = "", *, spare_lines: int, opening: str = "") -> None:
        """A long label, its value under it on lines of leader."""
        self._ask(key)
        text = self.form.texts.get(key, "")
        self.sheets.line(Text(f"{self._number(number)}{opening}{self.wording.label(key)}"))
        if text:
            self.sheets.line(self._value(key, text), *self._trailing())
        lines = spare_lines - 1 if text else spare_lines
        for _ in range(lines if self.manner.spare_lines else 0):
            self.sheets.leader_line()

    def sentences(self, block: Sentence) -> None:
        """Printed sentences with blanks; the label opens the first, or stands on a line above it."""
        self._ask(block.key)
        opening = f"{self._number(block.number)}{block.opening}{self.wording.label(block.key)}"
        if block.broken:
            self.sheets.line(Text(opening + self.manner.colon.rstrip()))
        answers = list(self.form.answers.get(block.key, ()))
        for at, sentence in enumerate(block.sentences):
            pieces: list[Piece] = [] if block.broken or at else [Text(opening + self.manner.colon)]
            printed = sentence.split("{}")
            for word, following in itertools.pairwise(printed):
                answer = answers.pop(0) if answers else ""
                pieces.append(Text(word))
                filled = [self._value(block.key, answer), *self._trailing(4)]
                pieces += filled if answer else [Leader(22 if following else None)]
            pieces.append(Text(printed[-1]))
            self.sheets.line(*pieces)

    def answer(self, block: Answer) -> None:
        """A small ruled table for the answer to a question."""
        columns = self.wording.columns(block.key)
        text = self.form.texts.get(block.key, "")
        rows: list[list[Entry]] = [[("", "")] * len(columns)]
        if text:
            rows.insert(0, [("", "")] * (len(columns) - 1) + [(block.key, text)])
        self.sheets.table(self._grid(block.key, block.shares), rows)

    def above(self, block: Above) -> None:
        """A value on leaders, its label under it."""
        self._ask(block.key)
        text = self.form.texts.get(block.key, "")
        value = [self._value(block.key, text)] if text else []
        self.sheets.line(Tab(block.tab_mm), Leader(8), *value, Leader())
        self.sheets.line(Tab(block.tab_mm), Text(self.wording.label(block.key)))

    def records(self, block: Records) -> None:
        """A table of records, or of those that belong to one part of it."""
        name, words = block.table, block.words or block.table
        self._ask(name)
        columns = self.wording.columns(words)
        rows = [
            [(f"{name}[{number}].{column}", record.get(column, "")) for column in columns]
            for number, record in enumerate(self.form.tables[name])
            if not block.section or record["section"] == block.section
        ]
        taken = {row[0][1] for row in rows}
        for place, word in enumerate(block.vacant, 2):
            if word not in taken:
                rows.insert(min(place, len(rows)), [("", word), *[("", "")] * (len(columns) - 1)])
        spare = self.rng.randint(0, block.spare)
        self.sheets.table(
            self._grid(
                words,
                block.shares,
                spare_rows=spare if rows else max(1, spare),
                repeat=self.rng.random() < 0.5,
                split=self.rng.random() < 0.2,
                printed=block.printed,
            ),
            rows,
        )

    def table(
        self, name: str, shares: Sequence[float], *, spare_rows: int, repeat: bool, split: bool
    ) -> None:
        """A table of records, one a row."""
        columns = self.wording.columns(name)
        rows = [
            [(f"{name}[{number}].{column}", record[column]) for column in columns]
            for number, record in enumerate(self.form.tables[name])
        ]
        self.sheets.table(self._grid(name, shares, spare_rows=spare_rows, repeat=repeat, split=split), rows)

    def _grid(
        self,
        words: str,
        shares: Sequence[float],
        *,
        spare_rows: int = 0,
        repeat: bool = False,
        split: bool = False,
        printed: Sequence[int] = (),
    ) -> Grid:
        headings = [self.wording.heading(words, column) for column in self.wording.columns(words)]
        spans = [heading.rpartition("|") for heading in headings]
        return Grid(
            columns=[
                Column(heading, share, above)
                for (above, _, heading), share in zip(spans, shares, strict=True)
            ],
            size=self.manner.table_size,
            leading=self.rng.choice((1.15, 1.25, 1.5)),
            padding_mm=self.rng.choice((0.9, 1.3, 1.9)),
            spare_rows=spare_rows,
            repeat_heading=repeat,
            split_rows=split,
            heading_style=self.manner.table_heading_style,
            printed=frozenset(printed),
        )

    def lying_table(self, name: str, *, heading_share: float, least_columns: int, most_columns: int) -> None:
        """A table on its side: records run across; what does not fit goes on in a second band below."""
        records = list(enumerate(self.form.tables[name]))
        for first in range(0, max(1, len(records)), most_columns):
            self._band(name, records[first : first + most_columns], heading_share, least_columns)

    def _band(
        self, name: str, records: Sequence[tuple[int, object]], heading_share: float, least: int
    ) -> None:
        width = max(least, len(records))
        rows: list[list[Entry]] = []
        for column in self.wording.columns(name):
            cells = [
                (f"{name}[{number}].{column}", self.form.tables[name][number][column])
                for number, _ in records
            ]
            spare = [("", "")] * (width - len(records))
            rows.append([("", self.wording.heading(name, column)), *cells, *spare])
        grid = Grid(
            columns=[Column("", heading_share), *[Column("", 1.0)] * width],
            size=self.manner.table_size * min(1.0, 7.2 / (width + heading_share)),
            padding_mm=0.9,
            centred=frozenset(range(1, width + 1)) if self.rng.random() < 0.5 else frozenset(),
        )
        self.sheets.keep(4 * self.sheets.line_mm)
        self.sheets.table(grid, rows)

    def foot(self) -> None:
        """Where declarant and head of office sign."""
        sheets = self.sheets
        sheets.keep(11 * sheets.line_mm)
        sheets.space(4)
        day = self.form.declared
        where = self.rng.choice(
            (f"Ngày {day.day} tháng {day.month} năm {day.year}", "……, Ngày … tháng … năm ………")
        )
        words = self.wording.words
        left, right = ("", *words.declarant), (where, *words.office)
        sheets.side_by_side(left, right, styles=("italic", "bold", "regular", "regular", "italic"))
        sheets.space(17)
        sheets.side_by_side((self.form.signer,), (), styles=("bold",))

    # ---- pieces --------------------------------------------------------------------------------------

    def _number(self, official: str) -> str:
        """The number as printed. Renumbered, an item's parts keep their place under its new number."""
        if not official:
            return ""
        whole, _, part = official.partition(".")
        if not self.manner.renumber:
            return f"{official}- " if part else self.manner.number.format(official)
        if part and whole == self._whole:
            return f"{self._counted}.{part}- "
        self._whole = official
        self._counted += 1
        return self.manner.number.format(self._counted)

    def _hint(self, text: str) -> Text:
        look = self.sheets.look
        return Text(text, look.hint_style, size=look.hint_size)

    def _value(self, key: str, text: str) -> Text:
        return Text(text, self.sheets.look.value_style, key)

    def _ask(self, key: str) -> None:
        """A label was printed; one that is no field's asks for nothing that the truth knows."""
        if not key.startswith("_"):
            self.labelled.add(key)

    def _label(self, item: Item) -> str:
        """Number, label and colon, with the hint that stands between them."""
        printed = item.inline and self.rng.random() < self.manner.hints
        inline = f" {self.wording.hint(item.key)}" if printed else ""
        opening = "(" if item.bracketed else "- " if item.dash else ""
        first = f" {item.parts[0]}" if item.parts else ""
        label = f"{opening}{self.wording.label(item.key)}{inline}{first}"
        colon = "" if item.bare and not item.number else self.manner.colon
        return f"{self._number(item.number)}{label}{colon}"

    def _item(self, item: Item, *, last: bool, tabbed: bool) -> list[Piece]:
        self._ask(item.key)
        text = self.form.texts.get(item.key, "")
        label = self._label(item)
        pieces: list[Piece] = [Tab(item.tab_mm)] if item.tab_mm else []
        pieces.append(Text(label, self.manner.label_style))
        if item.bare:
            return pieces
        closing = "" if last else self.manner.separator + ("" if tabbed else " ")
        if item.boxes:
            pieces.append(Boxes(item.boxes, text, item.key, item.gap_after))
        elif not text:
            pieces += self._blank(item, last=last, tabbed=tabbed)
        else:
            if self.manner.before_mm and not item.suffix:
                pieces.append(Leader(self.manner.before_mm))
            pieces += self._filled(item, text)
            pieces += self._trailing(None if last or tabbed else self.rng.uniform(4, 12))
        if item.suffix or item.bracketed:
            pieces.append(Text(f" {item.suffix}" if item.suffix else ")"))
        if closing:
            pieces.append(Text(closing))
        return pieces

    def _trailing(self, length_mm: float | None = None) -> list[Piece]:
        return [Leader(length_mm)] if self.rng.random() < self.manner.leaders else []

    def _blank(self, item: Item, *, last: bool, tabbed: bool) -> list[Piece]:
        """What a blank shows: leaders, and on some forms the printed parts of a place or a date."""
        if item.parts:
            return self._spread(item, [""] * len(item.parts))
        if self.rng.random() >= self.manner.blank_leaders:
            return []
        if item.opening:
            return [Text(item.opening), Leader(12)]
        if item.key in PLACES and self.form.habit.place == "preprinted":
            return [Text("Xã"), Leader(25), Text(", Huyện"), Leader(25), Text(", Tỉnh"), Leader()]
        if item.key in DATES and self.manner.printed_slashes:
            return [Leader(7), Text("/"), Leader(7), Text("/"), Leader(11)]
        return [Leader(None if last or tabbed else 14)]

    def _spread(self, item: Item, texts: Sequence[str]) -> list[Piece]:
        """A value in parts, the words that the form has printed before each of them."""
        pieces: list[Piece] = []
        for word, text in zip(item.parts, texts, strict=True):
            if pieces:
                pieces.append(Text(f" {word}: "))
            if text:
                pieces += [self._value(item.key, text), *self._trailing(self.rng.uniform(2, 9))]
            else:
                pieces.append(Leader(20))
        return pieces

    def _filled(self, item: Item, text: str) -> list[Piece]:
        """The value; where the form has words of it printed, leaders stand between its parts."""
        key = item.key
        if len(item.parts) > 1 and len(text.split(", ")) == len(item.parts):
            return self._spread(item, text.split(", "))
        if key in PLACES and self.form.habit.place == "preprinted" and text.startswith("Xã "):
            xa, huyen, tinh = text.split(", ")
            return [
                self._value(key, f"{xa}"),
                Leader(self.rng.uniform(3, 14)),
                self._value(key, f", {huyen}"),
                Leader(self.rng.uniform(3, 14)),
                self._value(key, f", {tinh}"),
            ]
        if key == "birth_date" and " tháng " in text and self.manner.before_mm:
            day, month, year = text.replace(" năm ", " tháng ").split(" tháng ")
            gap = Leader(self.manner.before_mm / 2)
            return [
                self._value(key, day),
                gap,
                self._value(key, " tháng "),
                gap,
                self._value(key, month),
                gap,
                self._value(key, " năm "),
                gap,
                self._value(key, year),
            ]
        return [self._value(key, text)]
