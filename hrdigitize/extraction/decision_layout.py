"""Where things stand on a decision: its head and foot in two columns, title, grounds and articles.

The State sets its papers by NĐ 30/2020/NĐ-CP, annex I, the Party by HD 36-HD/VPTW, and both alike: a head
in two columns (agencies and number; motto, place and date), the kind of paper with its subject, the
grounds, the articles, and a foot in two columns (recipients; the signer's title and name). An engine
reports both columns as one line; they are parted here. Nothing is changed in what it said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.vietnamese import folded, one_spaced
from hrdigitize.extraction.flow import FlowLine, tokens_of, words_of
from hrdigitize.extraction.spans import Part
from hrdigitize.reference.names import NameWords

#: How sure a place is, as the similarity of a label: the layout rules or the sentence put the value
#: there; something speaks against it; it is where the value would stand, and nothing was found.
RULED, HINTED, GUESSED = 1.0, 0.85, 0.5

#: Where no motto shows its edge, the right column begins here (share of the printed width).
_RIGHT_COLUMN = 0.42
#: Words further apart than this many word heights stand in two columns.
_GAP = 1.5
#: A subject begins within this many line heights below the title; its next lines follow closer.
_BELOW_TITLE, _CLOSE = 4.0, 1.2
#: A line that ends this share of the printed width before the margin ends its paragraph.
_SHORT_LINE = 0.1
_ALIKE, _CAPITALS = 0.8, 0.5
#: What a stamp or a signature reads as is less sure than this.
_RUBBISH = 0.5
_LONGEST_HEAD, _LONGEST_NAME = 12, 6
#: Room of a signature, in heights of the line above it.
_SIGNATURE = 4
#: A date with fewer figures than its year is a blank one ("ngày … tháng … năm 20…").
_YEAR = 4

# Patterns are matched without marks and case: of printed words the misread marks do no harm.
_TITLE = "quyetdinh"
_MOTTOES = ("conghoaxahoichunghiavietnam", "dangcongsanvietnam", "doclaptudohanhphuc")
_LETTERS = re.compile(r"[^\W\d_]{2}")
#: What follows tells "Số" from "Sở".
_NUMBER_LABEL = re.compile(r"^\W*s[o0]\s*(?:[:.]|(?=[\d/…_-]))\s*")
#: "215/QĐ-SNV", "12/2024/QĐ-UBND" (State), "88-QĐ/TU" (Party).
_NUMBER = re.compile(r"\d\w*\s?[-/]\s?(?:\d{4}\s?[-/]\s?)?[qo][dð]\b(?:\s?[-/.,&]\s?\w+)*")
_ISSUED = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b.*|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b")
_SUBJECT = re.compile(r"^\W*(?:ve|v/v)\b")
_BASIS = re.compile(r"^\W*can cu\b")
_PROPOSAL = re.compile(r"^\W*(?:xet|theo de nghi)\b")
_ARTICLE = re.compile(r"^\W*dieu\s*(\d{1,2}|[li|])(?!\w)[\s.,:;)-]*")
_RECIPIENTS = re.compile(r"^\W*noi nhan\b\W*")
_PAGE_NUMBER = re.compile(r"^\W*(?:trang )?\d{1,3}(?: ?/ ?\d{1,3})?\W*$")
_ITEM = re.compile(r"^(?:[-+–•*]|\d{1,2}\s?[.)/-]|[a-z]\))\s")
_NOTE = re.compile(r"^\W*(?:da ky|ky ten|ky, |chu ky|ho (?:va )?ten)")
_DEGREES = re.compile(r"^\W*(?:(?:pgs|gs|ts|ths|bs|ks|ls)[.\s]+)+")
#: Words that open a title: "Phó Chủ tịch" is no name, though Phó is a surname.
_TITLE_WORDS = frozenset(
    [
        "bi",
        "chanh",
        "chu",
        "giam",
        "hieu",
        "pho",
        "quyen",
        "thu",
        "truong",
        "tm",
        "kt",
        "tl",
        "tuq",
        "uy",
        "ban",
    ]
)


@dataclass(frozen=True, slots=True)
class DecisionSpan:
    """Where a key stands: its pieces (of `flow_lines`), none for a blank, and the place it has on its page.

    similarity: how sure it is that this is the place, as that of a label (0..1).
    """

    page: int
    parts: tuple[Part, ...]
    place: Box
    similarity: float


#: A key and where it stands.
Keyed = tuple[str, DecisionSpan]


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces of lines as one text, paragraphs parted by line ends; plain: the same, levelled."""

    parts: tuple[Part, ...]
    text: str
    plain: str

    def cut(self, start: int, end: int) -> tuple[Part, ...]:
        """The pieces that the characters [start, end) come from."""
        found: list[Part] = []
        at = 0
        for part in self.parts:
            first, last = max(start, at), min(end, at + part.end - part.start)
            if first < last:
                found.append(Part(part.line, part.start + first - at, part.start + last - at))
            at += part.end - part.start + 1
        return tuple(found)


class Paper:
    """The lines of a decision and where its parts begin (indices of lines; None for what was not found)."""

    def __init__(self, lines: Sequence[FlowLine]) -> None:
        self.lines = lines
        self.plain = tuple(levelled(line.text) for line in lines)
        self.articles = tuple(self._articles())
        self._ruling = self.articles[0].line if self.articles else len(lines)
        self.bases = next((i for i in range(self._ruling) if _BASIS.match(self.plain[i])), None)
        # Behind the grounds, and right before article 1, the same words are the enacting ones.
        before = self._ruling - bool(self.articles) if self.bases is None else self.bases
        self.title = next((i for i in range(before) if _is_title(lines[i].text)), None)
        behind = self.articles[-1].line + 1 if self.articles else len(lines)
        self._foot = next((i for i in range(behind, len(lines)) if self._opens_foot(i)), len(lines))

    def _articles(self) -> Iterator[Part]:
        """Articles by their running number: "Điều 5 của Nghị định …" at the start of a line is none."""
        number = 1
        for index, text in enumerate(self.plain):
            found = _ARTICLE.match(text)
            if found is not None and (found[1] == str(number) or (number == 1 and not found[1].isdigit())):
                yield Part(index, found.end(), len(text))
                number += 1

    def _opens_foot(self, index: int) -> bool:
        line = self.lines[index]
        return bool(_RECIPIENTS.match(self.plain[index])) or line.line.box.x > self._middle(line.page)

    def _margins(self, page: int) -> tuple[int, int]:
        """Where the print of a page begins and ends; strokes and figures at its edge are no print."""
        on_page = [line for line in self.lines if line.page == page]
        boxes = [line.line.box for line in on_page if _LETTERS.search(line.text)]
        boxes = boxes or [line.line.box for line in on_page]
        return min(box.x for box in boxes), max(box.right for box in boxes)

    def _middle(self, page: int) -> int:
        left, right = self._margins(page)
        return left + round(_RIGHT_COLUMN * (right - left))

    def passage(self, parts: Sequence[Part]) -> Passage:
        """The parts as one text, without the room at their ends."""
        whole = tuple(kept for part in parts if (kept := self._trimmed(part)).start < kept.end)
        text = ""
        for index, part in enumerate(whole):
            if index:
                text += "\n" if self._ends_paragraph(whole[index - 1], part) else " "
            text += self._text(part)
        return Passage(whole, text, levelled(text))

    def _trimmed(self, part: Part) -> Part:
        text = self._text(part)
        start = part.start + len(text) - len(text.lstrip())
        return replace(part, start=start, end=start + len(text.strip()))

    def _ends_paragraph(self, upper: Part, lower: Part) -> bool:
        line = self.lines[upper.line]
        left, right = self._margins(line.page)
        short = line.line.box.right < right - _SHORT_LINE * (right - left)
        return short or bool(_ITEM.match(self._said(lower)))

    def _text(self, part: Part) -> str:
        return self.lines[part.line].text[part.start : part.end]

    def _said(self, part: Part) -> str:
        return self.plain[part.line][part.start : part.end]

    def _says(self, part: Part) -> bool:
        """Whether it is text: no star, no stroke, not what a stamp or a signature reads as."""
        sure = self.lines[part.line].confidences(part.start, part.end)
        return bool(_LETTERS.search(self._said(part))) and median(sure) >= _RUBBISH

    def _whole(self, index: int) -> Part:
        return Part(index, 0, len(self.plain[index]))

    def box(self, part: Part) -> Box:
        """Around a piece of a line."""
        return self.lines[part.line].box_of(part.start, part.end) or self.lines[part.line].line.box

    def span(self, parts: Sequence[Part], similarity: float = RULED, *, blank: bool = False) -> DecisionSpan:
        """A value; or the blank that stands where the parts do."""
        page = self.lines[parts[0].line].page
        place = union(self.box(part) for part in parts if self.lines[part.line].page == page)
        return DecisionSpan(page, () if blank else tuple(parts), place or self.box(parts[0]), similarity)

    def _columns(self, indices: Sequence[int], border: int) -> tuple[list[Part], list[Part]]:
        """The pieces of both columns, from top to bottom, however the engine ordered and joined them."""
        left: list[Part] = []
        right: list[Part] = []
        for index in sorted(indices, key=lambda i: self.lines[i].line.box.y):
            whole = self._whole(index)
            at = _motto_at(self.lines[index]) or _gap_at(self.lines[index], border)
            for part in (replace(whole, end=at), replace(whole, start=at)) if at else (whole,):
                (right if self.box(part).centre[0] > border else left).append(part)
        return left, right

    def _head_columns(self) -> tuple[list[Part], list[Part]]:
        end = self.title if self.title is not None else self.bases
        head = range(min(_LONGEST_HEAD, len(self.lines)) if end is None else end)
        if not head:
            return [], []
        mottoes = ((i, at) for i in head if (at := _motto_at(self.lines[i])) is not None)
        edges = [self.box(Part(i, at, len(self.plain[i]))).x for i, at in mottoes]
        return self._columns(head, min(edges, default=self._middle(0)))

    def is_numbered(self) -> bool:
        """Whether the head has the number of a decision on a line, or in a column, of its own."""
        pieces = (self._said(part) for column in self._head_columns() for part in column)
        return any(_NUMBER.match(_NUMBER_LABEL.sub("", piece).lstrip()) for piece in pieces)

    def head(self) -> Iterator[Keyed]:
        """Agencies and number at the left (the superior agency first), place and date at the right."""
        left, right = self._head_columns()
        numbers = (i for i, part in enumerate(left) if self._is_number(self._said(part)))
        at = next(numbers, None)
        agency = [part for part in left[:at] if self._says(part)]
        if agency:
            yield "issuing_agency", self.span(agency)
        if at is not None:
            yield "number", self._number(left[at])
        for part in (*right, *left):
            found = _ISSUED.search(self._said(part))
            if found is not None:
                yield from self._issued(part, found)
                return

    def _is_number(self, said: str) -> bool:
        return bool(_NUMBER_LABEL.match(said) or _NUMBER.match(said))

    def _number(self, part: Part) -> DecisionSpan:
        said = self._said(part)
        found = _NUMBER.search(said)
        if found is not None:
            whole = replace(part, start=part.start + found.start(), end=part.start + found.end())
            return self.span((whole,))
        label = _NUMBER_LABEL.match(said)
        behind = label.end() if label else 0
        rest = replace(part, start=part.start + behind)
        # The signs of the kind and of the agency are printed before anybody gives a number.
        return self.span((rest if rest.start < rest.end else part,), blank=not said[behind:][:1].isdigit())

    def _issued(self, part: Part, found: re.Match[str]) -> Iterator[Keyed]:
        day = replace(part, start=part.start + found.start())
        number = _NUMBER.search(found.string, 0, found.start())
        place = replace(part, start=part.start + (number.end() if number else 0), end=day.start)
        blank = not _LETTERS.search(self._said(place))
        yield "issued_at", self.span((day if blank else place,), blank=blank)
        yield "issued_on", self.span((day,), blank=sum(map(str.isdigit, found[0])) < _YEAR)

    def titles(self) -> Iterator[Keyed]:
        """The kind of paper, its subject and its grounds; a proposal ("Xét đề nghị …") is no ground."""
        if self.title is not None:
            words = tokens_of((self.lines[self.title],))[:2]
            yield "doc_type", self.span((Part(self.title, words[0].start, words[-1].end),))
            subject = list(self._subject(self.title))
            if subject:
                yield "subject", self.span(subject)
        if self.bases is not None:
            yield "legal_bases", self.span(list(self._grounds(self.bases)))

    def _subject(self, title: int) -> Iterator[Part]:
        """The lines close below the title, up to the capitals of whoever decides."""
        room = _BELOW_TITLE
        for upper, index in pairwise(range(title, self._ruling if self.bases is None else self.bases)):
            line, above = self.lines[index], self.lines[upper]
            gap = line.line.box.y - above.line.box.bottom
            capitals = line.text.isupper() and not _SUBJECT.match(self.plain[index])
            if line.page != above.page or gap > room * line.line.box.height or capitals:
                return
            yield self._whole(index)
            room = _CLOSE

    def _grounds(self, bases: int) -> Iterator[Part]:
        counts = True
        for index in range(bases, self._ruling):
            plain = self.plain[index]
            if _is_title(self.lines[index].text):
                return
            counts = (counts or bool(_BASIS.match(plain))) and not _PROPOSAL.match(plain)
            if counts and not _PAGE_NUMBER.match(plain):
                yield self._whole(index)

    def article(self, number: int) -> Passage:
        """The text of an article (from 0); empty where the paper has none."""
        if number >= len(self.articles):
            return self.passage(())
        begins = self.articles[number]
        ends = min([*(part.line for part in self.articles[number + 1 :]), self._foot])
        rest = (i for i in range(begins.line + 1, ends) if not _PAGE_NUMBER.match(self.plain[i]))
        return self.passage((begins, *(self._whole(i) for i in rest)))

    def foot(self, names: NameWords, marks: Sequence[Sequence[Box]]) -> Iterator[Keyed]:
        """Recipients at the left; at the right the title in capitals, and a name below the signature.

        marks: ink without text, page by page.
        """
        below = range(self._foot, len(self.lines))
        if not below:
            return
        page = self.lines[below[0]].page
        left, right = self._columns([i for i in below if self.lines[i].page == page], self._middle(page))
        yield from self._recipients(left)
        yield from self._signed(right, names, marks[page])

    def _recipients(self, left: Sequence[Part]) -> Iterator[Keyed]:
        for index, part in enumerate(left):
            label = _RECIPIENTS.match(self._said(part))
            if label is None:
                continue
            first = replace(part, start=part.start + label.end())
            named = [one for one in (first, *left[index + 1 :]) if _LETTERS.search(self._said(one))]
            yield "recipients", self.span(named or (part,), blank=not named)
            return

    def _signed(self, right: Sequence[Part], names: NameWords, marks: Sequence[Box]) -> Iterator[Keyed]:
        said = [part for part in right if self._says(part) and not _NOTE.match(self._said(part))]
        named = [self._without_degrees(part) for part in said]
        at = max((i for i, part in enumerate(named) if is_name(self._text(part), names)), default=None)
        titles = [part for part in said[:at] if _in_capitals(self._text(part))] or said[:at]
        if titles:
            # The rules set it in capitals: small letters, or ink below, were spoilt by the stamp.
            spoilt = not all(self._text(part).isupper() for part in titles)
            lost = any(self._goes_on_in(titles[-1], mark) for mark in marks)
            yield "signer_title", self.span(titles, HINTED if spoilt or lost else RULED)
        if at is not None:
            yield "signer", self.span((named[at],))
        elif titles:
            box = self.box(titles[-1])
            room = Box(box.x, box.bottom, box.width, _SIGNATURE * box.height)
            yield "signer", replace(self.span((titles[-1],), blank=True), place=room)

    def _without_degrees(self, part: Part) -> Part:
        degrees = _DEGREES.match(self._said(part))
        return replace(part, start=part.start + degrees.end()) if degrees else part

    def _goes_on_in(self, part: Part, mark: Box) -> bool:
        """Whether ink as high as a line lies right below: a line of the title that the stamp hides."""
        box = self.box(part)
        as_line = 0.5 * box.height < mark.height < 1.6 * box.height and mark.width > 3 * box.height
        return as_line and box.x < mark.centre[0] < box.right and 0 < mark.y - box.y < 2.5 * box.height


def levelled(text: str) -> str:
    """Letters without marks and case, sign for sign: what is found in it stands at the same places."""
    return "".join(plain if len(plain := folded(sign)) == 1 else sign for sign in text)


def _is_title(text: str) -> bool:
    """The kind of paper as a line of its own; in older papers with whose decision it is, in capitals."""
    letters = "".join(words_of(text))
    if text.isupper() and letters.startswith(_TITLE + "cua"):
        return True
    return Levenshtein.normalized_similarity(letters, _TITLE) >= _ALIKE


def _in_capitals(text: str) -> bool:
    """Whether most letters are capitals: below a stamp some read as small ones."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > _CAPITALS * len(letters)


def _motto_at(line: FlowLine) -> int | None:
    """Where the motto begins that ends this line."""
    tokens = tokens_of((line,))
    rests = ["".join(one.folded for one in tokens[first:]) for first in range(len(tokens))]
    likeness = [max(Levenshtein.normalized_similarity(rest, motto) for motto in _MOTTOES) for rest in rests]
    best = max(likeness, default=0.0)
    return tokens[likeness.index(best)].start if best >= _ALIKE else None


def _gap_at(line: FlowLine, border: int) -> int | None:
    """Where the right column begins: behind the wide gap nearest to its edge."""
    found: list[tuple[int, int]] = []
    at = 0
    # Not the height of the line: a stamp makes one line of words that stand at different heights.
    wide = _GAP * median(word.box.height for word in line.line.words)
    for word, following in pairwise(line.line.words):
        at += len(word.text) + 1
        if following.box.x - word.box.right > wide:
            found.append((max(0, word.box.right - border, border - following.box.x), at))
    at = min(found, default=(0, 0))[1]
    before, behind = line.box_of(0, at), line.box_of(at, len(line.text))
    return at if before and behind and before.centre[0] < border < behind.centre[0] else None


def is_name(text: str, names: NameWords) -> bool:
    """Two to six capitalised words, no title; where all is in capitals, the first is a surname."""
    words = one_spaced(text).split()
    lettered = all(word.replace("-", "").isalpha() and word[0].isupper() for word in words)
    if not lettered or not 2 <= len(words) <= _LONGEST_NAME:
        return False
    first, second = folded(words[0]), folded(words[1])
    spellings = names.surnames.get(first, frozenset())
    if first in _TITLE_WORDS and (words[0].title() not in spellings or second in _TITLE_WORDS):
        return False
    return bool(spellings) or not text.isupper()
