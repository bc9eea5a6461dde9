"""Setting a paper by the layout rules: heads and feet in two columns, centred titles, justified paragraphs.

Pages, page numbers and ruled tables are those of `typesetting`; lengths are millimetres and points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import ImageDraw, ImageFont

from tests.generator.faces import load_face
from tests.generator.lines import PX_PER_MM, Text, px, wrapped
from tests.generator.typesetting import Sheets


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of a column. rule_mm: length of a rule below it, 0 for none. gap_mm: room above it."""

    text: str
    style: str = "regular"
    size: float = 1.0
    key: str = ""
    rule_mm: float = 0.0
    gap_mm: float = 0.0
    #: Signs typed in place of a ruled line, as typewriters and old habits do.
    typed_rule: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    """Pieces without a space between them, set as one."""

    pieces: tuple[Text, ...]

    def width(self, paper: Paper) -> float:
        return sum(paper.face(one).getlength(one.text) for one in self.pieces)


class Paper:
    """A decision being set on sheets."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets

    def face(self, text: Text) -> ImageFont.FreeTypeFont:
        look = self.sheets.look
        return load_face(look.family, text.style, round(look.size_pt * text.size, 2))

    def columns(
        self, left: Sequence[Printed], right: Sequence[Printed], *, shares: tuple[float, float]
    ) -> None:
        """Two columns of centred lines; shares: where their centres lie between the margins."""
        top = self.sheets.y_mm
        widths = (min(0.42, 2 * shares[0]), 2 * (1 - shares[1]))
        ends = [
            self._column(lines, top, share, self.sheets.width_mm * width)
            for lines, share, width in zip((left, right), shares, widths, strict=True)
        ]
        self.sheets.space(max(ends) - top)

    def _column(self, lines: Sequence[Printed], top: float, share: float, width_mm: float) -> float:
        """Draw a column; where it ends."""
        look = self.sheets.look
        centre = px(look.left_mm) + px(self.sheets.width_mm) * share
        y = top
        for line in lines:
            y += line.gap_mm
            for text in wrapped(line.text, self.face(_as_text(line)), px(width_mm)):
                y += self.sheets.line_mm * line.size * 0.95
                self.put(replace(_as_text(line), text=text), centre, y, "ms")
            if line.rule_mm:
                self._rule(line, centre, y)
                y += 1.6
        return y

    def _rule(self, line: Printed, centre: float, y_mm: float) -> None:
        if line.typed_rule:
            self.put(Text(line.typed_rule), centre, y_mm + 3.2, "ms")
            return
        left, y = centre - px(line.rule_mm) / 2, px(y_mm + 1.7)
        self._draw().line((left, y, left + px(line.rule_mm), y), fill=0, width=3)

    def centred(self, line: Printed, *, width_mm: float) -> None:
        """A centred line between the margins, broken at a width."""
        face = self.face(_as_text(line))
        for text in wrapped(line.text, face, px(width_mm)):
            self.sheets.keep(self.sheets.line_mm)
            self.sheets.space(self.sheets.line_mm * line.size * 0.95)
            centre = px(self.sheets.look.left_mm) + px(self.sheets.width_mm) / 2
            self.put(replace(_as_text(line), text=text), centre, self.sheets.y_mm, "ms")
        if line.rule_mm:
            self._rule(line, px(self.sheets.look.left_mm + self.sheets.width_mm / 2), self.sheets.y_mm)

    def paragraph(
        self, runs: Sequence[Text], *, indent_mm: float, justified: bool, gap_mm: float = 1.4
    ) -> None:
        """A paragraph with its first line indented; justified lines run to the right margin."""
        self.sheets.space(gap_mm)
        left, right = px(self.sheets.look.left_mm), px(self.sheets.look.left_mm + self.sheets.width_mm)
        lines = list(self._broken(runs, right - left, px(indent_mm)))
        for number, words in enumerate(lines):
            self.sheets.keep(self.sheets.line_mm)
            self.sheets.space(self.sheets.line_mm)
            x = left + (px(indent_mm) if number == 0 else 0)
            last = number + 1 == len(lines)
            self._line(words, x, right if justified and not last else None)

    def _broken(self, runs: Sequence[Text], room: int, indent: int) -> Iterator[list[_Word]]:
        line: list[_Word] = []
        space = self.face(Text(" ")).getlength(" ")
        used = float(indent)
        for word in _words(runs):
            width = word.width(self)
            if line and used + space + width > room:
                yield line
                line, used = [], 0.0
            used += width + (space if line else 0)
            line.append(word)
        if line:
            yield line

    def _line(self, words: Sequence[_Word], x: float, right: float | None) -> None:
        space = self.face(Text(" ")).getlength(" ")
        if right is not None and len(words) > 1:
            free = right - x - sum(word.width(self) for word in words)
            space = free / (len(words) - 1)
        for word in words:
            for piece in word.pieces:
                self.put(piece, x, self.sheets.y_mm, "ls")
                x += self.face(piece).getlength(piece.text)
            x += space

    def put(self, text: Text, x: float, y_mm: float, anchor: str) -> None:
        """Draw text at a place of the page in hand, a little above the foot of its line; note whose it is."""
        y = y_mm * PX_PER_MM - px(self.sheets.line_mm) * 0.28
        self._draw().text((x, y), text.text, font=self.face(text), anchor=anchor, fill=0)
        if text.key and text.text.strip():
            self.sheets.printed.setdefault(text.key, []).append(text.text.strip())

    def _draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.sheets.pages[-1])


def _as_text(line: Printed) -> Text:
    return Text(line.text, line.style, line.key, line.size)


def _words(runs: Sequence[Text]) -> Iterator[_Word]:
    """Runs cut at their spaces; what stands together stays together over the border of two runs."""
    open_pieces: list[Text] = []
    for run in runs:
        for number, piece in enumerate(run.text.split(" ")):
            if number and open_pieces:
                yield _Word(tuple(open_pieces))
                open_pieces = []
            if piece:
                open_pieces.append(replace(run, text=piece))
    if open_pieces:
        yield _Word(tuple(open_pieces))
