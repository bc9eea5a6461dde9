"""Setting the items of a form: numbers, labels, values among leaders, hints, tables, the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from tests.generator.lines import Leader, Piece, Tab, Text
from tests.generator.typesetting import Column, Entry, Grid, Sheets
from tests.generator.wording import HEADINGS, HINTS, Wording
from tests.generator.writing import Written

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
    }
)


@dataclass(frozen=True, slots=True)
class Item:
    """One label with its value. number: the official one, "" for an item that continues another's number.

    tab_mm: where on the line it begins. inline: its hint stands between label and colon. suffix: what is
    printed after the value ("kg").
    """

    key: str
    number: str = ""
    tab_mm: float = 0.0
    inline: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Items on one line; hints printed under it, each from a place on the line; empty lines to write on."""

    items: tuple[Item, ...]
    hints: tuple[tuple[float, str], ...] = ()
    spare_lines: int = 0


@dataclass(frozen=True, slots=True)
class Manner:
    """How one printing sets its items.

    number: pattern of an item's number. renumber: count on from 1 instead of the official numbers.
    before_mm: leader between label and value. leaders: chance that a leader follows a value.
    hints: chance that a hint is printed. printed_slashes: an empty date shows its …/…/… .
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
    label_style: str = "regular"
    table_size: float = 0.92
    table_heading_style: str = "regular"


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

    def rows(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self.row(row)

    def row(self, row: Row) -> None:
        """One line of items with its hints and spare lines."""
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
            self.sheets.line(*(piece for tab, key in hints for piece in (Tab(tab), self._hint(HINTS[key]))))

    def heading(self, key: str, number: str = "", *, closing: str = "", opening: str = "") -> None:
        """A label on a line of its own, such as a table's."""
        self.labelled.add(key)
        self.sheets.keep(9 * self.sheets.line_mm)
        text = f"{self._number(number)}{opening}{self.wording.label(key)}{closing}"
        self.sheets.line(Text(text, self.manner.label_style))

    def free_text(self, key: str, number: str = "", *, spare_lines: int, opening: str = "") -> None:
        """A long label, its value under it on lines of leader."""
        self.labelled.add(key)
        text = self.form.texts[key]
        self.sheets.line(Text(f"{self._number(number)}{opening}{self.wording.label(key)}"))
        if text:
            self.sheets.line(self._value(key, text), *self._trailing())
        lines = spare_lines - 1 if text else spare_lines
        for _ in range(lines if self.manner.spare_lines else 0):
            self.sheets.leader_line()

    def table(
        self, name: str, shares: Sequence[float], *, spare_rows: int, repeat: bool, split: bool
    ) -> None:
        """A table of records, one a row."""
        columns = tuple(HEADINGS[name])
        headings = [self.wording.heading(name, column) for column in columns]
        grid = Grid(
            columns=[Column(heading, share) for heading, share in zip(headings, shares, strict=True)],
            size=self.manner.table_size,
            leading=self.rng.choice((1.15, 1.25, 1.5)),
            padding_mm=self.rng.choice((0.9, 1.3, 1.9)),
            spare_rows=spare_rows,
            repeat_heading=repeat,
            split_rows=split,
            heading_style=self.manner.table_heading_style,
        )
        rows = [
            [(f"{name}[{number}].{column}", record[column]) for column in columns]
            for number, record in enumerate(self.form.tables[name])
        ]
        self.sheets.table(grid, rows)

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
        for column in HEADINGS[name]:
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
        boss = ("Thủ trưởng cơ quan, đơn vị quản lý", "và sử dụng CBCC", "(Ký tên, đóng dấu)")
        left = (
            "",
            "Người khai",
            "Tôi xin cam đoan những lời khai",
            "trên đây là đúng sự thật",
            "(Ký tên, ghi rõ họ tên)",
        )
        sheets.side_by_side(left, (where, *boss), styles=("italic", "bold", "regular", "regular", "italic"))
        sheets.space(17)
        sheets.side_by_side((self.form.signer,), (), styles=("bold",))

    # ---- pieces --------------------------------------------------------------------------------------

    def _number(self, official: str) -> str:
        if not official:
            return ""
        self._counted += 1
        if self.manner.renumber:
            return self.manner.number.format(self._counted)
        return f"{official}- " if "." in official else self.manner.number.format(official)

    def _hint(self, text: str) -> Text:
        look = self.sheets.look
        return Text(text, look.hint_style, size=look.hint_size)

    def _value(self, key: str, text: str) -> Text:
        return Text(text, self.sheets.look.value_style, key)

    def _item(self, item: Item, *, last: bool, tabbed: bool) -> list[Piece]:
        self.labelled.add(item.key)
        text = self.form.texts[item.key]
        inline = f" {HINTS[item.key]}" if item.inline and self.rng.random() < self.manner.hints else ""
        label = f"{self._number(item.number)}{self.wording.label(item.key)}{inline}{self.manner.colon}"
        pieces: list[Piece] = [Tab(item.tab_mm)] if item.tab_mm else []
        pieces.append(Text(label, self.manner.label_style))
        closing = "" if last else self.manner.separator + ("" if tabbed else " ")
        if not text:
            pieces += self._blank(item, last=last, tabbed=tabbed)
        else:
            if self.manner.before_mm and not item.suffix:
                pieces.append(Leader(self.manner.before_mm))
            pieces += self._filled(item.key, text)
            pieces += self._trailing(None if last or tabbed else self.rng.uniform(4, 12))
        if item.suffix:
            pieces.append(Text(f" {item.suffix}"))
        if closing:
            pieces.append(Text(closing))
        return pieces

    def _trailing(self, length_mm: float | None = None) -> list[Piece]:
        return [Leader(length_mm)] if self.rng.random() < self.manner.leaders else []

    def _blank(self, item: Item, *, last: bool, tabbed: bool) -> list[Piece]:
        """What a blank shows: leaders, and on some forms the printed parts of a place or a date."""
        if self.rng.random() >= self.manner.blank_leaders:
            return []
        if item.key in PLACES and self.form.habit.place == "preprinted":
            return [Text("Xã"), Leader(25), Text(", Huyện"), Leader(25), Text(", Tỉnh"), Leader()]
        if item.key in DATES and self.manner.printed_slashes:
            return [Leader(7), Text("/"), Leader(7), Text("/"), Leader(11)]
        return [Leader(None if last or tabbed else 14)]

    def _filled(self, key: str, text: str) -> list[Piece]:
        """The value; where the form has words of it printed, leaders stand between its parts."""
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
