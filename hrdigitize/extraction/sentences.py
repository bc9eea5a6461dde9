"""Printed sentences with blanks inside a value: "+ Nhà tự mua, loại nhà: …, tổng diện tích sử dụng: … m2".

What such a field says are the sentences in which a blank is filled in, with their printed words; the others
say nothing. The words are the form's own, so they are written as the form has them however they were read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.vietnamese import folded, one_spaced
from hrdigitize.extraction.wording import field_text
from hrdigitize.formdefs.model import BLANK, LabelDef

#: Printed words this similar to what was read stand there.
_ALIKE = 0.75
#: A printed end of so few letters ("m2") is a unit: it is sought at the end of its blank only.
_UNIT_LONGEST = 4
#: What was read of the sign that opens the next sentence ("+" as "Bù").
_SIGN_LONGEST = 2
_WORD = re.compile(r"[^\W_]+")
_COLON = re.compile(r"[\s)]*[:;.]")
_LIST_SIGN = re.compile(r"^[+\-–]\s+")
#: The sign of the next sentence behind an answer.
_NEXT_SIGN = re.compile(r"[\s,;]*(?<!\w)[+\-–]\s*$")
#: An area has no slash: what the engine says for an upright 7.
_SLASHED_AREA = re.compile(r"(?<=\d)/(?=\d)")
_AREA = "m2"


@dataclass(frozen=True, slots=True)
class Filled:
    """What sentences say; rest: what was read that is neither printed nor an answer.

    mended: printed words or figures were read otherwise than they are written here.
    """

    text: str
    rest: str
    mended: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """sign: of the list it stands in. words: what is printed before each blank. tail: behind the last one."""

    sign: str
    words: tuple[str, ...]
    tail: str


@dataclass(frozen=True, slots=True)
class _Found:
    """Characters [start, end) of what was read, and whether the words there are the printed ones."""

    start: int
    end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    text: str
    rest: str = ""
    mended: bool = False
    unit: bool = False


def filled(said: str, label: LabelDef) -> Filled | None:
    """The sentences of a label with what was read in their blanks; None where too little of them was read."""
    sentences = [_parsed(text) for text in label.sentences]
    heads = _heads(said, [sentence.words[0] for sentence in sentences], 0)
    present = [at for at, head in enumerate(heads) if head is not None]
    if not present:
        return None
    told: list[str] = []
    first = heads[present[0]]
    before = said[: first.start].strip(" :") if first else ""
    rest, mended = [before], False
    for place, number in enumerate(present):
        head = heads[number]
        following = heads[present[place + 1]] if place + 1 < len(present) else None
        end = following.start if following else len(said)
        part = _without_sign(said[:end], before) if following else said
        one = _told(part, sentences[number], head, label.suffixes) if head else None
        if one is None:
            return None
        rest.append(one.rest)
        mended |= one.mended
        told.extend([one.text] if one.text else [])
    text = _LIST_SIGN.sub("", one_spaced(" ".join(told)))
    return Filled(text, " ".join(rest), mended)


def _parsed(text: str) -> _Sentence:
    sign = _LIST_SIGN.match(text)
    *words, tail = text[sign.end() if sign else 0 :].split(BLANK)
    return _Sentence(sign.group() if sign else "", tuple(words), tail)


def _heads(said: str, heads: Sequence[str], start: int) -> list[_Found | None]:
    """Where each sentence opens, in order; as many as can be found. One without words opens at the start."""
    if not heads:
        return []
    if not _WORD.search(heads[0]):
        return [_Found(start, start, exact=True), *_heads(said, heads[1:], start)]
    best: list[_Found | None] = [None, *_heads(said, heads[1:], start)]
    found = _place(said, heads[0], start)
    if found is not None:
        with_it = [found, *_heads(said, heads[1:], found.end)]
        if _count(with_it) >= _count(best):
            best = with_it
    return best


def _count(found: Sequence[_Found | None]) -> int:
    return sum(one is not None for one in found)


def _place(said: str, printed: str, start: int) -> _Found | None:
    """Where printed words stand first from a place on, closing colon and all."""
    wanted = [folded(word) for word in _WORD.findall(printed)]
    joined = "".join(wanted)
    words = list(_WORD.finditer(said, start))
    best, likeness = None, _ALIKE
    for at in range(len(words)):
        for length in {len(wanted), len(wanted) + 1, max(1, len(wanted) - 1)}:
            window = words[at : at + length]
            read = "".join(folded(word.group()) for word in window)
            alike = Levenshtein.normalized_similarity(read, joined, score_cutoff=likeness)
            if alike > likeness or (alike == likeness and best is None):
                best, likeness = _Found(window[0].start(), window[-1].end(), exact=alike == 1.0), alike
        if likeness == 1.0:
            break
    return best


def _told(said: str, sentence: _Sentence, head: _Found, units: Sequence[str]) -> Filled | None:
    """A sentence with its answers, from its head to the end of what was read; "" where none is filled in."""
    answers: list[_Answer] = []
    pieces, mended = [_piece(said, sentence.words[0], head)], not head.exact
    at = head.end
    for printed in sentence.words[1:]:
        found = _place(said, printed, at)
        if found is None:
            return None
        answers.append(_answer(said[at : found.start], ""))
        pieces.append(_piece(said, printed, found))
        mended |= not found.exact
        at = found.end
    answers.append(_answer(said[at:], sentence.tail))
    answers = list(_without_specks(answers))
    rest = " ".join(answer.rest for answer in answers)
    if not any(answer.text for answer in answers):
        return Filled("", rest, mended=False)
    tail = sentence.tail
    if answers[-1].text and tail.strip(" .,;") in units:
        tail = ""
    text = "".join(piece + " " + answer.text for piece, answer in zip(pieces, answers, strict=True)) + tail
    mended |= any(answer.mended for answer in answers)
    return Filled(sentence.sign + text, rest, mended)


def _without_sign(said: str, first: str) -> str:
    """What was read up to a further sentence, without its list sign; first: how the first one's was read."""
    cut = said.rstrip()
    if 0 < len(first) <= _SIGN_LONGEST and cut.endswith(f" {first}"):
        return cut.removesuffix(first)
    return _NEXT_SIGN.sub("", said)


def _piece(said: str, printed: str, found: _Found) -> str:
    """Printed words as the form writes them; with a colon only where a sign stands behind them."""
    words = printed.rstrip()
    return words.removesuffix(":") if not _COLON.match(said, found.end) else words


def _answer(read: str, tail: str) -> _Answer:
    """What stands in a blank, up to the unit that is printed behind it."""
    unit = "".join(_WORD.findall(folded(tail)))
    words = list(_WORD.finditer(read))
    text, rest = read, ""
    if unit and len(unit) <= _UNIT_LONGEST:
        place = next((word for word in words[-2:] if _is_unit(word.group(), unit)), None)
        behind = read[place.end() :] if place else ""
        if place and sum(character.isalnum() for character in behind) <= _SIGN_LONGEST:
            text, rest = read[: place.start()], behind
    text = field_text(text, sentences=False)
    meant = _SLASHED_AREA.sub("7", text) if unit == _AREA else text
    return _Answer(meant, rest, mended=meant != text, unit=bool(unit))


def _is_unit(word: str, unit: str) -> bool:
    """Whether a word is a unit, one letter misread or lost: "mà" for "m2", never a figure."""
    read = folded(word).replace("²", "2")
    return not read.isdigit() and Levenshtein.distance(read, unit) <= 1


def _without_specks(answers: Sequence[_Answer]) -> Iterator[_Answer]:
    """A letter or two as the only answer in several blanks is a leader or a speck; a figure is an area."""
    said = [answer for answer in answers if answer.text]
    alone = len(answers) > 1 and len(said) == 1 and len(said[0].text) <= _SIGN_LONGEST
    for answer in answers:
        figure = answer.unit and answer.text.isdigit()
        yield _Answer("", f"{answer.text} {answer.rest}") if alone and answer.text and not figure else answer
