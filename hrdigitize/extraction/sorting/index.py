"""What a paper is found by: number, notation, date, issuer, subject, signer and the person it is about.

Where a standard form was read its fields say it; elsewhere the layout rules for papers say where it stands.
Nothing measured how sure the latter are, so none of those stands without a person; what was not found is
absent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from hrdigitize.domain.dates import parse_date
from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import PageKind, PageReading, Word
from hrdigitize.domain.reading import FieldReading, FormReading, State
from hrdigitize.extraction.decisions.foot import is_name, without_signs
from hrdigitize.extraction.decisions.layout import levelled
from hrdigitize.extraction.sorting.heads import Piece, head_of, pieces_of
from hrdigitize.reference.names import NameWords

#: Keys of the index, and the fields of forms that give them.
KEYS: Mapping[str, str] = {
    "issuer": "issuing_agency",
    "issued_on": "issued_on",
    "subject": "subject",
    "signer": "signer",
    "full_name": "full_name",
}
#: A place that the layout gives is right less often than its least sure word.
_BY_LAYOUT = 0.9
_LONGEST_NAME = 6
#: The signer's name stands right of this share of the page's width.
_RIGHT_HALF = 0.48

_NUMBER = re.compile(r"^\W*s[o0]\s*[:.]?\s*(\d+)\s*([-/]\s*(?:\d{4}\s*[-/]\s*)?)?([a-z].*)?$")
_DATE = re.compile(
    r"\bngay\b[^,;]{0,14}\bthang\b[^,;]{0,12}\bnam\b\W*\d{4}|\bngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
)
#: What stands before the name of the person, surest wording first. "Tôi là" may be who speaks for somebody.
_BEFORE_NAME = tuple(
    re.compile(wording)
    for wording in (
        r"\bho(?:,| va| chu dem va)? ?(?:chu dem,? )?(?:va )?ten(?: khai sinh| dang dung| day du)?\b"
        r"(?! cha| me| bo| vo| chong)[^:\n]{0,24}:\s*",
        r"\b(?:quan chung|dang vien du bi|doan vien(?: uu tu)?)\s+(?:dong chi\s+)?(?=\w)",
        r"\b(?:cap cho|chung nhan|cap bang cho|xac nhan|trao cho|cho)\s*:?\s*"
        r"(?:ong|ba|dong chi|anh|chi|hoc vien)\s*:?\s*",
        r"\bdieu 1\b.{0,160}?\b(?:ong|ba|dong chi|d/c|dang vien)\b\s*(?:\(ba\))?\s*:?\s*",
        r"\btoi(?: la| ten la| ten)\s*:?\s*",
        r"\b(?:ong|ba|dong chi|d/c|anh|chi)\b\s*(?:[(/]ba\)?)?\s*:?\s*",
    )
)


def index_of(
    readings: Sequence[PageReading], read: FormReading, names: NameWords
) -> Mapping[str, FieldReading]:
    """The index of a document; read: it as its form gives it, or without fields."""
    found = dict(_Papers(readings, read.first_page, names).index())
    for key, field in KEYS.items():
        if (of_form := read.fields.get(field)) is not None and of_form.state is State.VALUE:
            found[key] = of_form
    number = read.fields.get("number")
    if number is not None and number.state is State.VALUE:
        found |= dict(_split(number))
    return {key: found[key] for key in ("number", "notation", *_order()) if key in found}


def _order() -> tuple[str, ...]:
    return ("issued_on", "issuer", "subject", "signer", "full_name")


def _split(number: FieldReading) -> Iterator[tuple[str, FieldReading]]:
    """Number and notation of "127-QĐ/TU", "12/2024/QĐ-UBND": one reading as two."""
    figures = re.match(r"\s*(\d+)\s*[-/]?\s*", number.text)
    if figures is None:
        return
    yield "number", replace(number, text=figures[1], value=figures[1])
    notation = number.text[figures.end() :].strip()
    if notation:
        yield "notation", replace(number, text=notation, value=notation)


@dataclass(frozen=True, slots=True)
class _Run:
    """All words of a document as one text; starts: where each begins; plain: the text levelled."""

    words: tuple[tuple[int, Word], ...]
    starts: tuple[int, ...]
    text: str
    plain: str

    def at(self, start: int, end: int) -> tuple[tuple[int, Word], ...]:
        """The words that the characters [start, end) belong to."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.words[first : max(first + 1, bisect_right(self.starts, end - 1))]


class _Papers:
    """A document looked at for its index by the layout rules for papers."""

    def __init__(self, readings: Sequence[PageReading], first_page: int, names: NameWords) -> None:
        self._readings, self._first, self._names = readings, first_page, names
        self._pieces = [pieces_of(reading) for reading in readings]
        lettered = (at for at, one in enumerate(readings) if one.kind is not PageKind.BLANK and one.lines)
        self._front = next(lettered, None)

    def index(self) -> Iterator[tuple[str, FieldReading]]:
        """Every key that was found."""
        if self._front is None:
            return
        front = self._front
        head = head_of(self._readings[front], self._pieces[front])
        if head.number is not None:
            yield from self._numbered(front, head.number)
        if head.agencies and (head.mottoes or head.number is not None):
            yield "issuer", self._said(front, head.agencies)
        if head.subject:
            yield "subject", self._said(front, head.subject)
        yield from self._dated(front, head.dated)
        yield from self._signed()
        yield from self._named()

    def _numbered(self, page: int, piece: Piece) -> Iterator[tuple[str, FieldReading]]:
        found = _NUMBER.match(piece.plain)
        if found is None:
            return
        whole = self._said(page, (piece,))
        number = found[1]
        yield "number", replace(whole, text=number, value=number)
        if found[3]:
            notation = piece.text[found.start(3) :].strip(" .,;_")
            yield "notation", replace(whole, text=notation, value=notation)

    def _dated(self, front: int, dated: Piece | None) -> Iterator[tuple[str, FieldReading]]:
        """The date of the head; else the last one of the foot."""
        candidates = [(front, dated)] if dated is not None else []
        for page in range(len(self._pieces) - 1, -1, -1):
            candidates += [(page, piece) for piece in reversed(self._pieces[page][-16:])]
        for page, piece in candidates:
            found = _DATE.search(piece.plain)
            if found is not None:
                text = piece.text[found.start() : found.end()]
                value = parse_date(text)
                whole = self._said(page, (piece,))
                yield "issued_on", replace(whole, text=text, value=value.iso() if value else None)
                return

    def _signed(self) -> Iterator[tuple[str, FieldReading]]:
        """The name at the right of the very end, below the signature."""
        for page in range(len(self._pieces) - 1, -1, -1):
            pieces = self._pieces[page]
            if not pieces:
                continue
            reading = self._readings[page]
            across = reading.height if reading.rotation in (90, 270) else reading.width
            edge = _RIGHT_HALF * across
            for piece in reversed(pieces[-12:]):
                name = without_signs(piece.text)
                if piece.box.centre[0] > edge and is_name(name, self._names) and not name.isupper():
                    if self._in_table(page, piece.box):
                        continue
                    yield "signer", replace(self._said(page, (piece,)), text=name, value=name)
                    return

    def _in_table(self, page: int, box: Box) -> bool:
        return any(grid.box.contains_point(*box.centre) for grid in self._readings[page].grids)

    def _named(self) -> Iterator[tuple[str, FieldReading]]:
        """Whom the paper is about, by what stands before the name."""
        run = self._run()
        for wording in _BEFORE_NAME:
            for match in wording.finditer(run.plain):
                words = self._name_at(run, match.end())
                if words:
                    yield "full_name", self._name(words)
                    return

    def _name_at(self, run: _Run, start: int) -> tuple[tuple[int, Word], ...]:
        """The capitalised words from a place on, up to a sign that ends them."""
        found: list[tuple[int, Word]] = []
        following = run.at(start, start + 80)[: _LONGEST_NAME + 1]
        for at, (page, word) in enumerate(following[:_LONGEST_NAME]):
            bare = without_signs(word.text)
            behind = levelled(following[at + 1][1].text) if at + 1 < len(following) else ""
            if levelled(bare) == "sinh" and behind.startswith(("ngay", "nam")):
                break
            if not bare[:1].isupper() or any(sign.isdigit() for sign in bare):
                break
            if found and found[-1][1].text.isupper() != word.text.isupper() and len(bare) > 1:
                break
            found.append((page, word))
            if word.text[-1:] in ",.;:)":
                break
        text = " ".join(without_signs(word.text) for _, word in found)
        return tuple(found) if is_name(text, self._names) else ()

    def _name(self, words: Sequence[tuple[int, Word]]) -> FieldReading:
        page = words[0][0]
        text = " ".join(without_signs(word.text) for _, word in words)
        box = union(word.box for at, word in words if at == page) or words[0][1].box
        sure = min(word.confidence for _, word in words)
        return self._reading(page, box, text, sure)

    def _run(self) -> _Run:
        words = tuple(
            (page, word)
            for page, reading in enumerate(self._readings)
            for line in reading.lines
            for word in line.words
        )
        starts = tuple(accumulate((len(word.text) + 1 for _, word in words), initial=0))[:-1]
        text = " ".join(word.text for _, word in words)
        return _Run(words, starts, text, levelled(text))

    def _said(self, page: int, pieces: Sequence[Piece]) -> FieldReading:
        box = union(piece.box for piece in pieces) or pieces[0].box
        text = " ".join(piece.text for piece in pieces).strip(" _*")
        return self._reading(page, box, text, min(piece.confidence for piece in pieces))

    def _reading(self, page: int, box: Box, text: str, sure: float) -> FieldReading:
        place = self._readings[page].to_kept(box)
        number = self._first + page
        return FieldReading(State.VALUE, text, text, text, number, place, sure * _BY_LAYOUT, accepted=False)
