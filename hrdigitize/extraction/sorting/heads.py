"""The head of any office paper: motto, agencies, number, place and date, title and subject.

State papers follow NĐ 30/2020/NĐ-CP, annex I, Party papers HD 36-HD/VPTW, and declarations and certificates
keep to both as far as they need it. The engine reports what stands side by side as one line; here it is
parted again, at the motto, at the date and at wide gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import PageReading, Word
from hrdigitize.extraction.decisions.layout import levelled
from hrdigitize.extraction.flow import words_of

#: Words further apart than this many word heights stand in two columns.
_GAP = 2.0
_ALIKE = 0.8
#: Head and title stand in this upper share of the page; a title of a certificate a little lower.
_HEAD_SHARE, _TITLE_SHARE = 0.3, 0.55
#: A subject is no longer than this many lines, each this close (in line heights) below the one before.
_LONGEST_SUBJECT, _CLOSE = 4, 2.6
_CAPITAL_SHARE = 0.7
#: What stands in the middle is no further off it than this share of the text's width.
_CENTRAL = 0.12
#: A subject leaves some room at both sides; running text fills its lines to this share at least.
_RUNNING = 0.93
#: Most lines of a head: what stands further down is no head, however high the page is.
_MOST_LINES = 34

_STATE, _FREEDOM = "conghoaxahoichunghiavietnam", "doclaptudohanhphuc"
_PARTY, _UNION = "dangcongsanvietnam", "doantncshochiminh"
_MOTTOES = (_STATE, _FREEDOM, _PARTY, _UNION)
_MOTTOES_OPEN = ("cong", "doc", "dang", "doan")

_FIRM = (
    "quyết định",
    "nghị quyết",
    "báo cáo",
    "thông báo",
    "kết luận",
    "hợp đồng",
    "tờ khai",
    "tờ trình",
    "biên bản",
    "trích lục",
    "công văn",
)
_FIRM_SHORT = ("giấy", "phiếu", "đơn")
#: Kinds of paper that are never called by another name.
FIRM_KINDS = frozenset({*_FIRM, *_FIRM_SHORT})
#: Words that titles open with, the longer before what they begin with. Short ones stand there to the letter.
KINDS = (
    *_FIRM,
    "lý lịch",
    "sơ yếu",
    "tiểu sử",
    "tóm tắt",
    "tổng hợp",
    "học bạ",
    "căn cước",
    "chứng minh",
    "chứng chỉ",
    "chứng nhận",
    "nhận xét",
    "kê khai",
    "quyển lý lịch",
    "sổ bảo hiểm",
    "sổ khám",
    "sổ học bạ",
    "thẻ bảo hiểm",
    "thẻ căn cước",
    "tự kiểm điểm",
    "tự phê bình",
    "tự đánh giá",
    "tự nhận xét",
    "kiểm điểm",
    "tường trình",
    "ý kiến",
    "xác nhận",
    "kết quả",
    "danh sách",
    "trích",
    "bản án",
    "văn bản",
    "văn bằng",
    "phụ lục hợp đồng",
    *_FIRM_SHORT,
    "bằng",
    "bảng",
    "bản",
)
#: Titles may end with these: "ĐẢNG ỦY TRUNG ĐOÀN QUYẾT ĐỊNH".
_ENDING = frozenset({"quyết định", "nghị quyết"})
_SHORT = 6
_NUMBER = re.compile(
    r"\bs[o0]\s*[:.]?\s*(\d*)\s*([-/]?\s*(?:\d{4}\s*[-/]\s*)?[a-z][a-z0-9]*(?:\s?[-/.]\s?[a-z0-9]+)*)?"
    r"\s*$"
)
_DATE = re.compile(r"\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b|\bngay \d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}")
_ABOUT = re.compile(r"^\W*v\s?/\s?v\b|^\W*v/v")
_BODY = re.compile(
    r"^\W*(?:can cu|kinh gui|ho va ten|ho, |ho ten|toi (?:la|ten)|ten toi|dieu \d|[ivx]{1,4}\s?[.-]"
    r"|\d{1,2}\s?[.)-]|ngay \d|[a-z]\)|xet\b|theo\b|chung toi|sinh ngay|ngay sinh|hom nay|cho dong chi"
    r"|chung nhan\b|dong chi:|ong:|\(?kem theo|\(?ban hanh|cap cho|ngay \d+ thang|chu tich|giam doc"
    r"|ban giam|hieu truong|ong )"
)
#: "BAN" of an agency is no "BẢN", whose mark a poor scan may have lost.
_AGENCY = re.compile(
    r"^\W*ban (?:thuong|chap|to chuc|giam|tuyen|bi thu|quan|dan|noi|kiem|can su|chi huy|cong)"
)
_AGENCY_HEAD = re.compile(
    r"^(?:chu tich|truong phong|giam doc|ban thuong vu|uy ban|hieu truong|ban chap hanh)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on one line; plain: their text levelled; letters: their folded letters."""

    words: tuple[Word, ...]
    box: Box
    text: str
    plain: str
    letters: str

    @property
    def confidence(self) -> float:
        """That of the least sure word."""
        return min((word.confidence for word in self.words), default=0.0)

    @property
    def is_capital(self) -> bool:
        """Whether most of its letters are capitals."""
        signs = [sign for sign in self.text if sign.isalpha()]
        return len(signs) > 2 and sum(sign.isupper() for sign in signs) >= _CAPITAL_SHARE * len(signs)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a page, as far as it does. kind: words that the title opens with, or "".

    party: whether the Party's motto stands there. agencies: from the superior one down. above: pieces of the
    head that are none of these.
    """

    mottoes: tuple[Piece, ...] = ()
    party: bool = False
    agencies: tuple[Piece, ...] = ()
    number: Piece | None = None
    dated: Piece | None = None
    kind: str = ""
    title: tuple[Piece, ...] = ()
    subject: tuple[Piece, ...] = ()

    @property
    def block(self) -> str:
        """Title and subject as one text."""
        return " ".join(piece.text for piece in (*self.title, *self.subject))


def pieces_of(reading: PageReading) -> tuple[Piece, ...]:
    """All pieces of a page from top to bottom."""
    pieces = [piece for line in reading.lines for piece in _parted(line.words)]
    return tuple(sorted(pieces, key=lambda piece: (piece.box.y + piece.box.height / 2, piece.box.x)))


def head_of(reading: PageReading, pieces: Sequence[Piece]) -> Head:
    """The head of a page."""
    upright = _upright_height(reading, pieces)
    upper = [piece for piece in pieces if piece.box.y < _TITLE_SHARE * upright][:_MOST_LINES]
    mottoes = tuple(piece for piece in upper if _is_motto(piece.letters))
    left, right = _margins(pieces)
    at, kind = _title_at(upper, mottoes, left, right)
    top = [p for p in (upper[:at] if at is not None else upper) if p.box.y < _HEAD_SHARE * upright]
    number = next((p for p in top if _NUMBER.search(p.plain) and _numbered(p.plain)), None)
    dated = next((p for p in top if _DATE.search(p.plain)), None)
    about = next((p for p in top if _ABOUT.match(p.plain)), None)
    title = (upper[at],) if at is not None else ()
    subject = tuple(_subject(upper, at, _RUNNING * (right - left))) if at is not None else ()
    if about is not None and (at is None or not kind):
        start = upper.index(about)
        kind, title, subject = "công văn", (), tuple(_below(upper, start, about))
    return Head(
        mottoes,
        any(_like(piece.letters, _PARTY) for piece in mottoes),
        tuple(_agencies(top, mottoes, number, title, left, right)),
        number,
        dated,
        kind,
        title,
        subject,
    )


def _upright_height(reading: PageReading, pieces: Sequence[Piece]) -> int:
    """The height of the upright page: on a page that lay on its side width and height change places."""
    lowest = max((piece.box.bottom for piece in pieces), default=0)
    sides = (reading.width, reading.height)
    tall = sides[0] if reading.rotation in (90, 270) else sides[1]
    return max(tall, lowest)


def _parted(words: Sequence[Word]) -> Iterator[Piece]:
    """The pieces of a line."""
    if not words:
        return
    wide = _GAP * median(word.box.height for word in words)
    cuts = {0, len(words)}
    cuts |= {
        at
        for at in range(1, len(words))
        if words[at].box.x - words[at - 1].box.right > wide or _opens_motto(words[at:])
    }
    cuts |= set(_before_date(words))
    places = sorted(cuts)
    for first, last in pairwise(places):
        run = tuple(words[first:last])
        text = " ".join(word.text for word in run)
        box = union(word.box for word in run)
        if box is not None:
            yield Piece(run, box, text, levelled(text), "".join(words_of(text)))


def _opens_motto(words: Sequence[Word]) -> bool:
    first = levelled(words[0].text).strip(" .,-_*")
    if not first.startswith(_MOTTOES_OPEN) or len(words) > 9:
        return False
    return _is_motto("".join(words_of(" ".join(word.text for word in words))))


def _before_date(words: Sequence[Word]) -> Iterator[int]:
    """Where place and date begin behind a number: "Số: 12/QĐ-UBND Quảng Xương, ngày …"."""
    plain = [levelled(word.text) for word in words]
    if "ngay" not in plain or not plain[0].startswith("so"):
        return
    at = plain.index("ngay")
    signs = [n for n in range(at) if any(sign in plain[n] for sign in "/-") and n < at]
    if signs:
        yield signs[-1] + 1


@lru_cache(maxsize=4096)
def _is_motto(letters: str) -> bool:
    return any(_like(letters, motto) for motto in _MOTTOES)


def _like(letters: str, wanted: str) -> bool:
    if abs(len(letters) - len(wanted)) > len(wanted) // 4 + 1:
        return False
    return Levenshtein.normalized_similarity(letters, wanted) >= _ALIKE


def _numbered(plain: str) -> bool:
    """Whether a number with a sign stands there, or the room for one."""
    return bool(re.search(r"^\W*s[o0]\s*[:.]?\s*(?:\d+\s*[-/]|[.…_ ]*[-/]\s?[a-z])", plain))


def _margins(pieces: Sequence[Piece]) -> tuple[int, int]:
    boxes = [piece.box for piece in pieces if len(piece.letters) > 2]
    if not boxes:
        return 0, 1
    return min(box.x for box in boxes), max(box.right for box in boxes)


@lru_cache(maxsize=4096)
def kind_of(letters: str, first: str) -> str:
    """The words that a title opens with; first: its first word. "" for none."""
    for kind in KINDS:
        wanted = "".join(words_of(kind))
        if len(wanted) < _SHORT:
            if first == wanted:
                return kind
        elif (kind in _ENDING and letters.endswith(wanted)) or _like_at_start(letters, wanted):
            return kind
    return ""


def _like_at_start(letters: str, wanted: str) -> bool:
    return Levenshtein.normalized_similarity(letters[: len(wanted)], wanted) >= _ALIKE


def _title_at(
    upper: Sequence[Piece], mottoes: Sequence[Piece], left: int, right: int
) -> tuple[int | None, str]:
    """Which piece is the title: capitals that open with words of titles; else central capitals."""
    middle = (left + right) / 2
    spread = max(1, right - left)
    central: int | None = None
    doubtful: tuple[int, str] | None = None
    for at, piece in enumerate(upper):
        words = words_of(piece.text)
        if piece in mottoes or not piece.is_capital or len(piece.letters) < 3 or not words:
            continue
        # An agency stands beside a motto, in the left column.
        off = abs(piece.box.centre[0] - middle) / spread
        kind = "" if _AGENCY.match(piece.plain) else kind_of(piece.letters, words[0])
        if kind and off < 0.3 and not _is_label(piece):
            # "BẰNG" alone at the side is the end of "TỈNH CAO BẰNG", unless no other title comes.
            if len(words) > 1 or off < _CENTRAL:
                return at, kind
            doubtful = doubtful or (at, kind)
        below_motto = not mottoes or piece.box.y > max(m.box.bottom for m in mottoes)
        if central is None and off < _CENTRAL and below_motto and len(piece.letters) >= 6:
            central = at
    return doubtful if doubtful is not None and central is None else (central, "")


def _is_label(piece: Piece) -> bool:
    """A value may stand behind a colon; no title has one within it."""
    return ":" in piece.text.rstrip(" :.")


def _subject(upper: Sequence[Piece], at: int, widest: float) -> Iterator[Piece]:
    """The lines close below the title, up to where the text begins; a line wider than `widest` is text."""
    above = upper[at]
    count = 0
    for piece in upper[at + 1 :]:
        close = piece.box.y - above.box.bottom <= _CLOSE * max(above.box.height, piece.box.height)
        if piece.box.width > widest and not piece.is_capital:
            return
        if not close or count >= _LONGEST_SUBJECT or _BODY.match(piece.plain) or _is_label(piece):
            return
        if piece.is_capital and _AGENCY_HEAD.match(piece.plain.strip()):
            return
        if len(piece.letters) >= 3:
            yield piece
            above, count = piece, count + 1


def _below(upper: Sequence[Piece], start: int, first: Piece) -> Iterator[Piece]:
    """The lines of a subject in the left column, below the number."""
    yield first
    above = first
    for piece in upper[start + 1 :]:
        if piece.box.centre[0] > first.box.right or _BODY.match(piece.plain):
            continue
        if piece.box.y - above.box.bottom > above.box.height:
            return
        yield piece
        above = piece


def _agencies(
    top: Sequence[Piece],
    mottoes: Sequence[Piece],
    number: Piece | None,
    title: Sequence[Piece],
    left: int,
    right: int,
) -> Iterator[Piece]:
    """The capitals of the left column above the number, as far as a motto stands beside them.

    With neither, as far as the title, wherever they stand.
    """
    edge: float = left + 0.55 * (right - left)
    if number is not None:
        limit = number.box.y
    elif mottoes:
        limit = max(motto.box.bottom for motto in mottoes)
    else:
        limit, edge = (title[0].box.y if title else 0), right
    for piece in top:
        lettered = len(piece.letters) >= 3 and piece not in mottoes
        if lettered and piece.is_capital and piece.box.y < limit and piece.box.centre[0] < edge:
            yield piece
