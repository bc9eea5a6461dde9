"""Setting the lines of a paper (lists/README.md says what the signs at their beginning mean)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from PIL import Image

from tests.generator.archive.matters import Words, old_tones
from tests.generator.archive.sheets import FRAMES, number_pages
from tests.generator.archive.sources import Head, Layout, heads, phrases
from tests.generator.decisions.layouts import Seal
from tests.generator.decisions.paper import Paper, Printed
from tests.generator.faces import Family
from tests.generator.lines import Text, px
from tests.generator.typesetting import Column, Grid, Look

_RIGHT: Mapping[str, tuple[tuple[str, float, float], ...]] = {
    "state": (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.88, 0.0), ("Độc lập - Tự do - Hạnh phúc", 0.95, 54.0)),
    "party": (("ĐẢNG CỘNG SẢN VIỆT NAM", 1.05, 64.0),),
    "youth": (("ĐOÀN TNCS HỒ CHÍ MINH", 1.05, 58.0),),
}
_ARTICLE = re.compile(r"^(Điều \d+\s?[.:]|[IVX]+\s?[.-] .*|\d+[.)] [^.:;,]{4,60}:?$)")
#: How a title may be misprinted: a sign left out.
_MISPRINTS = str.maketrans("ỆỊẤẾỘ", "ÊIÂÊÔ")


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper as it comes from the printer. index: what stands there for the fields of the index.

    signatures: where people sign; stamp: the one that the office's stamp lies on; around: what it says.
    """

    pages: Sequence[Image.Image]
    index: Mapping[str, str]
    signatures: Sequence[Seal]
    stamp: Seal | None
    around: str
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How a printing of this paper looks. numbers: "top", "bottom", "none", "trang-top" or "trang-bottom"."""

    family: Family
    size_pt: float
    leading: float
    numbers: str
    indent_mm: float
    justified: bool
    typed_rule: str
    old_tones: bool
    title: str


def draw_style(rng: Random, layout: Layout, family: Family) -> Style:
    """A style that fits a layout."""
    return Style(
        family=family,
        size_pt=11.0 if layout.mono else rng.choice(layout.sizes),
        leading=rng.choice((1.18, 1.25, 1.35)),
        numbers=rng.choice(("top", "top", "bottom", "none", "none", "trang-top", "trang-bottom")),
        indent_mm=rng.choice((8.0, 10.0, 12.7)),
        justified=not layout.mono and rng.random() < 0.8,
        typed_rule="-------" if layout.mono or rng.random() < 0.15 else "",
        old_tones=rng.random() < 0.4,
        title=rng.choice(("as-is",) * 10 + ("misprint",)),
    )


def set_paper(layout: Layout, words: Words, style: Style, rng: Random) -> Finished:
    """The paper printed, unsigned."""
    top = {"half": 16.0}.get(layout.frame, 22.0 if layout.frame else rng.uniform(17, 23))
    side = rng.uniform(24, 30) if layout.frame else rng.uniform(25, 31)
    look = Look(
        family=style.family,
        size_pt=style.size_pt,
        leading=1.45 if layout.frame in ("across", "ornaments") else style.leading,
        left_mm=side,
        right_mm=side if layout.frame else rng.uniform(14, 19),
        top_mm=top,
        bottom_mm=19,
        leader="dots",
        page_number="none" if style.numbers.startswith("trang") else style.numbers,
    )
    setter = _Setter(layout, words, style, Paper(FRAMES[layout.frame](look)), rng)
    return setter.finished()


@dataclass(slots=True)
class _Index:
    """What was set for the index."""

    found: dict[str, list[str]] = field(default_factory=dict)

    def add(self, key: str, text: str) -> None:
        self.found.setdefault(key, []).append(text)

    def texts(self) -> dict[str, str]:
        return {key: " ".join(parts) for key, parts in self.found.items()}


class _Setter:
    """Sets one paper from top to bottom."""

    def __init__(self, layout: Layout, words: Words, style: Style, paper: Paper, rng: Random) -> None:
        self._layout, self._words, self._style, self._paper, self._rng = layout, words, style, paper, rng
        self._sheets = paper.sheets
        self._head: Head = heads()[layout.head]
        self._index = _Index()
        self._signatures: list[Seal] = []
        self._stamp: Seal | None = None
        self._columns: list[Column] = []
        self._rows: list[list[tuple[str, str]]] = []
        self._photo_ends = 0.0

    def finished(self) -> Finished:
        self._set_head()
        for line in self._layout.text.strip().split("\n"):
            self._line(line)
        self._end_table()
        if self._style.numbers.startswith("trang") and len(self._sheets.pages) > 1:
            number_pages(self._sheets.pages, self._style.family, self._style.numbers.removeprefix("trang-"))
        return Finished(
            pages=tuple(self._sheets.pages),
            index=self._index.texts(),
            signatures=tuple(self._signatures),
            stamp=self._stamp,
            around=self._fill(self._head.seal or "{AGENCY}"),
            landscape=self._layout.frame in ("across", "ornaments"),
        )

    def _fill(self, pattern: str) -> str:
        text = self._words.filled(pattern).replace("        ", "\u2003\u2003 ")
        return old_tones(text) if self._style.old_tones else text

    # ---- head ------------------------------------------------------------------------------------------

    def _set_head(self) -> None:
        head = self._head
        left = [self._office_line(line) for line in head.left]
        kind = head.right.removeprefix("middle-")
        right = [
            Printed(text, "bold", size, rule_mm=rule, typed_rule=self._style.typed_rule)
            for text, size, rule in _RIGHT.get(kind, ())
        ]
        if head.right.startswith("middle-"):
            for line in right:
                self._paper.centred(line, width_mm=170)
        elif left or right:
            self._paper.columns(left, right, shares=(0.22, 0.71))
        self._sheets.space(self._rng.uniform(1, 3))
        self._number_and_date()
        self._sheets.space(self._rng.uniform(2, 6))

    def _office_line(self, line: str) -> Printed:
        if not line.strip("*"):
            return Printed(line)
        text = self._fill(line.removeprefix("*"))
        self._index.add("issuer", text)
        last = line == self._head.left[-1] and self._head.right != "party"
        rule = 20.0 if last else 0.0
        style = "bold" if line.startswith("*") else "regular"
        return Printed(text, style, 0.92, rule_mm=rule, typed_rule=self._style.typed_rule)

    def _number_and_date(self) -> None:
        layout, party = self._layout, self._head.right.endswith("party")
        if not layout.number and not layout.dated:
            return
        line = self._sheets.line_mm
        self._sheets.space(line)
        y = self._sheets.y_mm
        if layout.number:
            number, sign = self._words["n"], self._fill(layout.number)
            label = "Số " if party else self._rng.choice(("Số: ", "Số: ", "Số:"))
            self._middle(f"{label}{number}{'-' if party else '/'}{sign}", 0.22, y, "regular")
            self._index.add("number", number)
            self._index.add("notation", sign)
        if layout.dated and self._head.place:
            self._middle(f"{self._fill(self._head.place)}, {self._words['date']}", 0.71, y, "italic")
            self._index.add("issued_on", self._words["date"])

    def _middle(self, text: str, share: float, y_mm: float, style: str, size: float = 1.0) -> None:
        look = self._sheets.look
        x = px(look.left_mm) + px(self._sheets.width_mm) * share
        half = self._paper.face(Text(text, style, size=size)).getlength(text) / 2
        x = max(half + px(12), min(x, px(look.left_mm) + px(self._sheets.width_mm) - half))
        self._paper.put(Text(text, style, size=size), x, y_mm, "ms")

    # ---- lines -----------------------------------------------------------------------------------------

    def _line(self, line: str) -> None:
        sign, _, rest = line.partition(" ")
        if sign not in ("|", "||", "@rows"):
            self._end_table()
        actions = {
            "#": self._title,
            "##": self._subject,
            "||": self._headings,
            "|": self._row,
            "@rows": self._drawn_rows,
            "@fill": self._drawn_phrases,
            "@foot": self._foot,
            "@dots": self._dots,
        }
        if sign in actions:
            actions[sign](rest)
        elif sign == "@space":
            self._sheets.space(float(rest))
        elif sign == "@page":
            self._sheets.new_page()
        elif sign == "@photo":
            self._photo()
        else:
            self._words_line(sign, rest, line)

    def _words_line(self, sign: str, rest: str, line: str) -> None:
        styles = {"=": "bold", "_": "italic", "^": "regular"}
        if sign in ("=", "*"):
            self._sheets.keep(self._sheets.line_mm * 3)
        if sign in styles:
            self._paper.centred(Printed(self._note(rest), styles[sign]), width_mm=self._room)
        elif sign == ">":
            self._date_line(self._note(rest))
        elif sign in (":", "*", "~"):
            self._below_photo()
            style = {":": "regular", "*": "bold", "~": "italic"}[sign]
            self._paper.paragraph([Text(self._note(rest), style)], indent_mm=0, justified=False, gap_mm=0.8)
        elif line.strip():
            self._below_photo()
            self._paragraph(self._note(line))

    def _below_photo(self) -> None:
        self._sheets.space(max(0.0, self._photo_ends - self._sheets.y_mm))
        self._photo_ends = 0.0

    @property
    def _room(self) -> float:
        return self._sheets.width_mm

    def _note(self, pattern: str) -> str:
        """The line filled; the first time that it names the person, the name goes into the index."""
        text = self._fill(pattern)
        if "full_name" not in self._index.found:
            found = re.search(r"\{(name|NAME)\}", pattern)
            if found and self._words[found.group(1)] in text:
                self._index.add("full_name", self._words[found.group(1)])
        return text

    def _paragraph(self, words: str) -> None:
        text = words[:1].upper() + words[1:]
        opening = _ARTICLE.match(text)
        bold = opening.group(1) if opening else ""
        runs = [Text(bold, "bold"), Text(text[len(bold) :])] if bold else [Text(text)]
        self._paper.paragraph(runs, indent_mm=self._style.indent_mm, justified=self._style.justified)

    def _title(self, pattern: str) -> None:
        text = self._note(pattern)
        if self._style.title == "misprint":
            text = text.translate(_MISPRINTS)
        width = self._rng.choice((105, 130, 150)) if not self._layout.frame else self._room
        size = 1.7 if self._layout.frame and self._layout.frame != "half" else 1.1
        self._paper.centred(Printed(text, "bold", size), width_mm=min(width, self._room))

    def _subject(self, pattern: str) -> None:
        text = self._note(pattern)
        self._index.add("subject", text)
        rule = 38.0 if not self._layout.frame else 0.0
        line = Printed(text, "bold", 1.0, rule_mm=rule, typed_rule=self._style.typed_rule)
        self._paper.centred(line, width_mm=self._rng.choice((110, 130, 145)))
        self._sheets.space(3)

    def _date_line(self, text: str) -> None:
        self._sheets.keep(self._sheets.line_mm * 2)
        self._sheets.space(self._sheets.line_mm)
        self._middle(text, 0.71, self._sheets.y_mm, "italic")
        self._note_day(text)

    def _note_day(self, text: str) -> None:
        """The day of the paper, written in full or with slashes, where this text has it."""
        for day in (self._words["date"], self._words["short"]):
            if day in text:
                self._index.found["issued_on"] = [day]
                return

    def _dots(self, rest: str) -> None:
        for _ in range(int(rest or 1)):
            self._sheets.leader_line()

    def _photo(self) -> None:
        sheets = self._sheets
        sheets.box(0, sheets.y_mm + 1, 30, 40, ("Ảnh", "3 x 4"))
        self._photo_ends = sheets.y_mm + 42

    def _drawn_phrases(self, rest: str) -> None:
        """So many sentences of a list, in its order."""
        name, count = rest.split()
        known = phrases()[name]
        least, _, most = count.partition("-")
        wanted = min(len(known), self._rng.randint(int(least), int(most or least)))
        for at in sorted(self._rng.sample(range(len(known)), wanted)):
            self._line(known[at])

    # ---- tables ----------------------------------------------------------------------------------------

    def _headings(self, rest: str) -> None:
        for part in self._fill(rest).split("|"):
            heading, _, share = part.strip().partition("*")
            self._columns.append(Column(heading, float(share or 1)))

    def _row(self, rest: str) -> None:
        self._rows.append([("", part.strip()) for part in self._note(rest).split("|")])

    def _drawn_rows(self, rest: str) -> None:
        """So many rows of a list, counted; "#" in a row stands for its number."""
        name, count = rest.split()
        least, _, most = count.partition("-")
        known = phrases()[name]
        wanted = min(len(known), self._rng.randint(int(least), int(most or least)))
        for number, at in enumerate(sorted(self._rng.sample(range(len(known)), wanted)), start=1):
            self._row(known[at].replace("#", str(number)))

    def _end_table(self) -> None:
        if not self._columns:
            return
        self._sheets.space(1.5)
        grid = Grid(tuple(self._columns), size=0.9, heading_style="bold", centred=frozenset({0}))
        self._sheets.table(grid, self._rows)
        self._columns, self._rows = [], []

    # ---- foot ------------------------------------------------------------------------------------------

    def _foot(self, rest: str) -> None:
        """Signatures: columns by "=>", lines by ";", a star before who signs; "Nơi nhận" lists recipients."""
        sides = [
            [part.strip() for part in side.split(";") if part.strip()]
            for side in self._fill(rest).split("=>")
        ]
        room = self._rng.uniform(24, 31) if self._layout.frame != "half" else 17.0
        self._sheets.space(2)
        self._sheets.keep(room + self._sheets.line_mm * (max(len(side) for side in sides) + 1))
        top = self._sheets.y_mm
        shares = {1: (0.5,), 2: (0.24, 0.73), 3: (0.16, 0.5, 0.84)}[len(sides)]
        lowest = top
        for at, (side, share) in enumerate(zip(sides, shares, strict=True)):
            last = at + 1 == len(sides)
            lowest = max(lowest, self._signing(side, share, top, room, last=last))
        self._sheets.space(lowest - top)

    def _signing(self, side: Sequence[str], share: float, top: float, room: float, *, last: bool) -> float:
        if side and side[0].startswith("Nơi nhận"):
            return self._recipients(side, top)
        y = top
        for part in side:
            text = part.removeprefix("*")
            if not part.startswith("*"):
                y += self._sheets.line_mm
                style = "italic" if text.startswith("(") or self._words["date"] in text else "bold"
                self._note_day(text)
                self._middle(text, share, y, style, 0.95)
                continue
            y += room + self._sheets.line_mm
            self._middle(text, share, y, "bold")
            self._signed(text, share, y - room / 2 - self._sheets.line_mm * 0.5, last=last)
        return y

    def _signed(self, name: str, share: float, y_mm: float, *, last: bool) -> None:
        x = self._sheets.look.left_mm + self._sheets.width_mm * share
        seal = Seal(len(self._sheets.pages) - 1, x, y_mm)
        self._signatures.append(seal)
        if last:
            self._index.found["signer"] = [name]
        if (self._layout.stamp == "right") == last and self._layout.stamp:
            self._stamp = seal

    def _recipients(self, lines: Sequence[str], top: float) -> float:
        left, y = px(self._sheets.look.left_mm), top + self._sheets.line_mm
        for number, line in enumerate(lines):
            style, size = ("italic", 0.86) if number == 0 else ("regular", 0.79)
            self._paper.put(Text(line, style, size=size), left, y, "ls")
            y += self._sheets.line_mm * 0.85
        return y
