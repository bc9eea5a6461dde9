"""What a page says about its place in a pile: whether it opens a document, goes on with one, or ends one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from statistics import mean

from rapidfuzz import fuzz

from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.separator_sheet import SeparatorSheet, parse
from hrdigitize.extraction.flow import words_of
from hrdigitize.extraction.id_cards import cards_on
from hrdigitize.extraction.sorting.heads import Head, Piece, head_of, pieces_of
from hrdigitize.extraction.sorting.inventory import looks_like_inventory

#: From this on a page opens a document by what stands at its head; weaker heads do behind the end of another.
OPENS, MAY_OPEN = 0.5, 0.3
#: What speaks for a first page, and how much.
_MOTTO, _TITLE, _NUMBER, _DATED, _KNOWN, _ADDRESSED, _PAGE_ONE = 0.35, 0.35, 0.25, 0.15, 0.3, 0.4, 0.5
_HEADED, _ISSUED, _CARD = 0.15, 0.15, 0.6
_LATER_PAGE, _ANNEX, _LOWER = 1.0, 0.7, 0.3
#: A motto stands in this upper share of a page, a page's number in the uppermost or lowest.
_TOP, _EDGE = 0.35, 0.085
#: A page with no more words and pieces than this, and no signature, is a back with a note on it.
_FEW_WORDS, _FEW_PIECES = 14, 4
#: No more words stand on a page that has room for signatures only.
_SHORT_PAGE = 40
#: Less sure than this, letters say nothing of how a page begins.
_LEGIBLE = 0.6
#: Two pages with so much the same words are two scans of one.
_SAME, _SAME_TITLE = 0.85, 80
_FEWEST_SAME = 20
_KNOWN_LETTERS, _KNOWN_ALIKE = 11, 88

_PAGE_OF = re.compile(r"\b(?:trang|tr)\W{0,2}(\d{1,3})\s?[/|]\s?(\d{1,3})\b")
_BARE_OF = re.compile(r"^\W*(\d{1,2})\s?/\s?(\d{1,2})\W*$")
_BARE = re.compile(r"^\W*(?:trang\s)?(\d{1,2})\W*$")
_SHEET_TITLE = "phieuphancach"
_ANNEXED = re.compile(r"kem theo|tiep theo")
_ANNEX_TITLE = re.compile(r"^\W*(?:danh sach|phu luc|phu bieu)\b")
_ADDRESS = re.compile(r"^\W*kinh (?:gui|thua|trinh|don)\b")
_SIGNED = re.compile(
    r"ky,? (?:va )?ghi ro|ky ten|da ky\b|noi nhan\b|^\W*t/?m\b|^\W*kt\.|^\W*tl\.|nguoi (?:khai|viet|lam) ?"
    r"|nguoi tu kiem diem|nguoi nhan xet|nguoi ke khai|dai dien|xac nhan cua|dang vien du bi"
)
_OFFICE = re.compile(
    r"^\W*(?:(?:tinh|thanh|huyen|quan|thi|dang)\s(?:uy|doan|bo)\b|dang bo|chi bo|ubnd|uy ban|hdnd"
    r"|hoi dong|truong\b|so |bo |phong |ban |benh vien|trung tam|cong an|cong ty|hoc vien|kho bac|toa an"
    r"|vien |chi cuc|cuc |bao hiem|hoi |doan |lien doan|dai hoc|su doan|trung doan|don vi)"
)
#: What is counted and not the first: "C. …", "II. …", "30- …".
_COUNTED_ON = re.compile(r"^\W*(?:[B-HK-Z]|[IVX]{2,5}|[2-9]|\d{2})\s?[.)/-]\s")
#: Words that a signature opens with.
_SIGNATURE = re.compile(
    r"^\W*(?:t/m|tm\b|kt\b|k/t|tl\b|tuq\b|xac nhan|thu truong|y kien|nhan xet cua|nguoi |bi thu"
    r"|chu tich|giam doc|hieu truong|truong |pho )"
)
_NAME = re.compile(r"^[^\W\d_][^\W\d_'’-]*(?:\s[^\W\d_][^\W\d_'’-]*){1,5}$")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number printed on a page, and of how many; 0 where that is not said."""

    number: int
    of: int


class PageCues:
    """One page looked at for what it says of its place. titles: letters of all titles that are known."""

    def __init__(self, reading: PageReading, titles: frozenset[str]) -> None:
        self.reading = reading
        self._titles = titles

    @cached_property
    def is_blank(self) -> bool:
        return self.reading.kind is PageKind.BLANK

    @cached_property
    def is_unread(self) -> bool:
        """Whether nothing is known of the page: it failed, or bears pictures only."""
        return not self.is_blank and not self.words and not self.reading.marks

    @cached_property
    def sheet(self) -> SeparatorSheet | None:
        """What a separator sheet tells; one whose code nobody could read is known by its title."""
        for code in self.reading.codes:
            told = parse(code.text)
            if told is not None:
                return told
        lines = (_letters(line.text) for line in self.reading.lines)
        if any(fuzz.ratio(letters, _SHEET_TITLE) >= 85 for letters in lines):
            return SeparatorSheet()
        return None

    @cached_property
    def is_inventory(self) -> bool:
        return looks_like_inventory(self.reading, self.head)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces_of(self.reading)

    @cached_property
    def _first(self) -> Piece | None:
        """The uppermost piece that says anything."""
        return next((piece for piece in self.pieces if len(piece.letters) > 3), None)

    @cached_property
    def head(self) -> Head:
        return head_of(self.reading, self.pieces)

    @cached_property
    def words(self) -> Counter[str]:
        """The words of the page, and how often each stands there."""
        return Counter(word for line in self.reading.lines for word in words_of(line.text))

    @cached_property
    def _height(self) -> int:
        return max([self.reading.height, *(piece.box.bottom for piece in self.pieces)])

    @cached_property
    def page_number(self) -> PageNumber | None:
        """The page's own number: "Trang 2/4" anywhere at an edge, "2" or "- 2 -" alone on its line there."""
        bottom = max((piece.box.bottom for piece in self.pieces), default=0)
        for piece in self.pieces:
            at_edge = piece.box.y < _EDGE * self._height or piece.box.bottom >= bottom - 5
            found = _PAGE_OF.search(piece.plain) or (_BARE_OF.match(piece.plain) if at_edge else None)
            if found and 0 < int(found[1]) <= int(found[2]):
                return PageNumber(int(found[1]), int(found[2]))
        for piece in self.pieces:
            at_edge = piece.box.y < _EDGE * self._height or piece.box.y > (1 - _EDGE) * self._height
            found = _BARE.match(piece.plain) if at_edge else None
            if found and 0 < int(found[1]) < 60 and not self._in_grid(piece):
                return PageNumber(int(found[1]), 0)
        return None

    def _in_grid(self, piece: Piece) -> bool:
        return any(grid.box.contains_point(*piece.box.centre) for grid in self.reading.grids)

    @cached_property
    def opening(self) -> float:
        """How much the page looks like the first one of a paper (below 0 to above 1)."""
        head = self.head
        said = (
            (_MOTTO, any(motto.box.y < _TOP * self._height for motto in head.mottoes)),
            (_TITLE, bool(head.kind)),
            (_HEADED, bool(head.title) and not head.kind and self._has_office_marks),
            (_ISSUED, bool(head.kind) and self._is_issued),
            (_NUMBER, head.number is not None),
            (_DATED, head.dated is not None),
            (_CARD, bool(cards_on([self.reading]))),
            (_KNOWN, self._is_titled),
            (_ADDRESSED, any(_ADDRESS.match(piece.plain) for piece in self.pieces[:8])),
            (-_ANNEX, self.is_annex),
            (-_LOWER, self.goes_on and not cards_on([self.reading])),
        )
        return self._by_number() + sum(points for points, holds in said if holds)

    @cached_property
    def is_annex(self) -> bool:
        """Whether it says at its head that it belongs to what lies before it."""
        upper = self.pieces[:6]
        listed = bool(upper) and bool(_ANNEX_TITLE.match(upper[0].plain))
        return not self.head.mottoes and (listed or any(_ANNEXED.search(piece.plain) for piece in upper))

    @property
    def _has_office_marks(self) -> bool:
        head = self.head
        return bool(head.mottoes) or head.number is not None or head.dated is not None

    @cached_property
    def _is_issued(self) -> bool:
        """Whether an office stands at the very top, in capitals."""
        first = self._first
        if first is None or first in self.head.title:  # a "BẢN …" is no "BAN …"
            return False
        return first.is_capital and bool(_OFFICE.match(first.plain))

    def _by_number(self) -> float:
        number = self.page_number
        if number is None:
            return 0.0
        if number.number > 1:
            return -_LATER_PAGE if number.of else -_LATER_PAGE / 2
        return _PAGE_ONE if number.of else 0.0

    @cached_property
    def _is_titled(self) -> bool:
        """Whether title and subject, or capitals at the top, are a title that is known."""
        block = _letters(self.head.block)
        capitals = [piece.letters for piece in self.pieces[:12] if piece.is_capital]
        for letters in (block, *capitals):
            if len(letters) >= _KNOWN_LETTERS and any(
                title in letters or letters in title for title in self._titles if len(title) >= _KNOWN_LETTERS
            ):
                return True
        return False

    @cached_property
    def goes_on(self) -> bool:
        """Whether its text begins in the middle of a sentence or of a count, or signatures are all of it."""
        first = self._first
        if first is None or _mean_confidence(first) < _LEGIBLE:
            return False
        if _COUNTED_ON.match(first.text) or (self._is_short and _SIGNATURE.match(first.plain)):
            return True
        if len(first.words) <= 2:
            return False
        return next((sign.islower() for sign in first.text if sign.isalpha()), False)

    @property
    def _is_short(self) -> bool:
        return sum(self.words.values()) <= _SHORT_PAGE

    @cached_property
    def is_nearly_empty(self) -> bool:
        """Whether hardly anything stands there, and no signature."""
        lettered = [piece for piece in self.pieces if len(piece.letters) > 2]
        few = sum(self.words.values()) <= _FEW_WORDS and len(lettered) <= _FEW_PIECES
        if not few or self.page_number is not None or any(grid.columns > 1 for grid in self.reading.grids):
            return False
        return not self.ends and not self.head.kind and self.opening < MAY_OPEN

    @cached_property
    def ends(self) -> bool:
        """Whether signatures stand below the text: their titles, and a name at the very end."""
        opening = (*self.head.mottoes, *self.head.title, *self.head.subject)
        tail = [piece for piece in self.pieces[-14:] if piece not in opening]
        if any(_SIGNED.search(piece.plain) for piece in tail):
            return True
        return any(
            _NAME.match(piece.text) and all(word[:1].isupper() for word in piece.text.split())
            for piece in tail[-4:]
        )

    def is_scan_of(self, other: PageCues) -> bool:
        """Whether both are scans of one sheet: nearly all words are the same."""
        here, there = self.words, other.words
        total = max(sum(here.values()), sum(there.values()))
        if total < _FEWEST_SAME or sum((here & there).values()) < _SAME * total:
            return False
        # Papers of one kind have most words in common; their titles tell two kinds apart.
        here_titled, there_titled = (
            _letters(" ".join(p.text for p in one.head.title)) for one in (self, other)
        )
        return here_titled == there_titled or fuzz.ratio(here_titled, there_titled) >= _SAME_TITLE


def _mean_confidence(piece: Piece) -> float:
    return mean(word.confidence for word in piece.words)


def _letters(text: str) -> str:
    return "".join(words_of(text))
