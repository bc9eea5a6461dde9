"""Anchors: the form's printed labels found in the running text, as one alignment over all pages.

Never by item number and never by fixed place: reprints renumber items, misprint labels, and long
values push everything down. Every place that resembles a label is a candidate; the chain of
candidates in printed order with the highest total score wins. Labels may be missing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from hrdigitize.extraction.flow import FlowLine, Token, words_of
from hrdigitize.formdefs.model import LabelDef, LabelPart

#: A window must be this similar to a label (0..1, folded letters); short labels must be surer, but between an
#: item number and a colon a little less so.
_LEAST = 0.76
_LEAST_SHORT = 0.84
_LEAST_NUMBERED = 0.8
_SHORT_LETTERS = 8
_SHORT_WORDS = 8
#: Without a colon after it and without a start before it, only a long and exact match is a label.
_LEAST_BARE = 0.93
_BARE_LETTERS = 11
#: Letters beyond this many make a match no surer.
_FULL_WEIGHT_LETTERS = 24
#: What a letter that does not fit costs against letters that do, when wordings of one label compete.
_PRICE = 3
#: What a start (line, item number, gap) before and a colon behind a match add to its score. A colon
#: behind a poor match may belong to the words that the window took too many.
_START_WEIGHT = 0.15
_COLON_WEIGHT = 0.2

_OPENS = re.compile(
    r"(?:^|[.,;:…·_\s)])[(\[]?\s*(?:\d{1,2}(?:\s*[.,]\s*\d{1,2})?|[a-dđ])\s*[)\]}.|:/\-–—]+\s*$"
)
#: A leader ends the value before it; what is behind it may be a label.
_LEADER = re.compile(r"(?:[.…·_]\s?){3,}$")
_NOTHING = re.compile(r"^[^\w]*$")
_COLON = re.compile(r"^\s*[:;.…'’]")
_HINT_AND_COLON = re.compile(r"^\s*[(\[{][^)\]}]{2,80}[)\]}]\s*[:;.…]")
_IN_BRACKET = re.compile(r"[(\[{]\s*$")
_COMMA = re.compile(r"[,;„‚]\s*$")
_VALUE = re.compile(r"^\s*[^\s,;]")
_GAP_SHARE = 1.6


@dataclass(frozen=True, slots=True)
class Anchor:
    """A label found: which one (index into the form's labels), its tokens [first, last), how similar."""

    label: int
    first: int
    last: int
    similarity: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """explained: letters of the wording that fit, less those that do not; of one label the most counts.

    over: tokens before which a colon stands that is none of the wording's.
    """

    anchor: Anchor
    score: float
    explained: float
    over: tuple[int, ...]


def find_anchors(
    labels: Sequence[LabelDef], lines: Sequence[FlowLine], tokens: Sequence[Token]
) -> tuple[Anchor, ...]:
    """The labels found, in order of the text; each label at most once."""
    candidates = _candidates(labels, lines, tokens)
    return _best_chain(candidates)


def similarity_to_best(texts: Sequence[str], words: Sequence[str]) -> float:
    """How well the most similar of `texts` occurs anywhere in the words (0..1, marks ignored)."""
    best = 0.0
    for text in texts:
        wanted = words_of(text)
        if not wanted or not words:
            continue
        texts_here = _short_windows(tuple(words), len(wanted)).texts
        scores = process.cdist(["".join(wanted)], texts_here, scorer=Levenshtein.normalized_similarity)
        best = max(best, float(scores.max()))
    return best


def similarities(text: str, places: Sequence[Sequence[str]]) -> list[float]:
    """How well a text occurs in each of several runs of words (0..1, marks ignored), asked at once."""
    wanted = words_of(text)
    if not wanted:
        return [0.0] * len(places)
    runs = [_short_windows(tuple(words), len(wanted)).texts if words else ("",) for words in places]
    scores = process.cdist(
        ["".join(wanted)], list(chain.from_iterable(runs)), scorer=Levenshtein.normalized_similarity
    )
    starts = np.cumsum([0, *(len(run) for run in runs[:-1])])
    return [float(best) for best in np.maximum.reduceat(scores[0], starts)] if runs else []


@dataclass(frozen=True, slots=True)
class _Windows:
    """Joined runs of words: all of the shortest length in order, then all of the next one."""

    texts: tuple[str, ...]
    words: int
    shortest: int

    def place(self, at: int) -> tuple[int, int]:
        """Which words a run is made of, as [first, last)."""
        size = self.shortest
        while at > self.words - size:
            at -= self.words - size + 1
            size += 1
        return at, at + size


def _cut(words: tuple[str, ...], length: int) -> _Windows:
    """Runs of about `length` words: the engine splits and joins words."""
    fewer, more = (2, 1) if length < _SHORT_WORDS else (2, 2)
    shortest = min(max(1, length - fewer), len(words))
    joined = "".join(words)
    ends = list(accumulate(map(len, words), initial=0))
    sizes = range(shortest, min(length + more, len(words)) + 1)
    # A page has tens of thousands of them: no step of Python's own for each.
    runs = chain.from_iterable(map(slice, ends, ends[size:]) for size in sizes)
    return _Windows(tuple(map(joined.__getitem__, runs)), len(words), shortest)


#: Kept, because a page and its lines are searched for what every form prints.
_windows = lru_cache(maxsize=32)(_cut)
_short_windows = lru_cache(maxsize=512)(_cut)


def _candidates(
    labels: Sequence[LabelDef], lines: Sequence[FlowLine], tokens: Sequence[Token]
) -> list[_Candidate]:
    words = tuple(token.folded for token in tokens)
    if not words:
        return []
    found: list[_Candidate] = []
    for length, wordings in _by_length(labels).items():
        windows = _windows(words, length)
        likeness = process.cdist(
            [wording.joined for wording in wordings],
            windows.texts,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=min(_LEAST, _LEAST_NUMBERED),
        )
        for row, at in zip(*np.nonzero(likeness), strict=True):
            wording, similarity = wordings[row], float(likeness[row, at])
            if similarity < wording.least:
                continue
            near = _Near(wording, similarity, windows.place(int(at)))
            candidate = _candidate(near, lines, tokens)
            if candidate is not None:
                found.append(candidate)
    return _best_of_each(found)


def _best_of_each(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Of one label at one place the wording that explains most.

    None that runs on over the colon of another wording: in "Tỉnh: thành phố Hà Nội" the value begins behind
    the colon, though some print "Tỉnh, thành phố".
    """
    ends = {(candidate.anchor.label, candidate.anchor.last) for candidate in candidates}
    found: dict[tuple[int, int], _Candidate] = {}
    for candidate in candidates:
        if any((candidate.anchor.label, at) in ends for at in candidate.over):
            continue
        key = (candidate.anchor.label, candidate.anchor.first)
        if key not in found or found[key].explained < candidate.explained:
            found[key] = candidate
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Wording:
    """A label's wording: its letters in one, and how like it a window must be.

    hinted, colon, bracketed: whether the label has hints, the wording a colon in it, a bracket in it.
    """

    label: int
    joined: str
    least: float
    hinted: bool
    colon: bool
    bracketed: bool


def _by_length(labels: Sequence[LabelDef]) -> Mapping[int, list[_Wording]]:
    """All wordings of the labels by how many words they have."""
    found: dict[int, list[_Wording]] = {}
    for index, label in enumerate(labels):
        for text in label.texts:
            wanted = words_of(text)
            joined = "".join(wanted)
            least = _LEAST if len(joined) > _SHORT_LETTERS else _LEAST_NUMBERED
            if label.part is LabelPart.END:
                # What ends a paper is worth being sure: "Các nguồn khác:" is no "Người khai".
                least = _LEAST_SHORT
            found.setdefault(len(wanted), []).append(
                _Wording(index, joined, least, bool(label.hints), ":" in text, "(" in text[1:])
            )
    return found


@dataclass(frozen=True, slots=True)
class _Near:
    """A window that resembles a label's wording; its place as [first, last) tokens."""

    wording: _Wording
    similarity: float
    place: tuple[int, int]


def _candidate(near: _Near, lines: Sequence[FlowLine], tokens: Sequence[Token]) -> _Candidate | None:
    first, last = tokens[near.place[0]], tokens[near.place[1] - 1]
    letters = len(near.wording.joined)
    if first.folded.isdigit():
        # The number of the item; no label begins with a figure.
        return None
    if near.wording.bracketed and _IN_BRACKET.search(lines[first.line].text[: first.start]):
        # A hint whose words are most of a wording ("Kỷ luật (Đảng, Chính quyền, …)"): the label stands above.
        return None
    behind = lines[last.line].text[last.end :]
    closes = bool(_COLON.match(behind) or (near.wording.hinted and _HINT_AND_COLON.match(behind)))
    numbered = bool(_OPENS.search(lines[first.line].text[: first.start]))
    # A short wording counts only between a beginning and a colon, unless it stands there to the letter.
    wants_both = letters <= _SHORT_LETTERS and near.similarity < 1.0
    if wants_both and not (closes and (numbered or near.similarity >= _LEAST_SHORT)):
        return None
    opens = _opens(lines[first.line], first.start)
    if not opens and _COMMA.search(lines[first.line].text[: first.start]):
        # In an enumeration ("ngoại ngữ, tin học") no value follows.
        opens = closes or bool(_VALUE.match(behind))
    bare = not opens and not closes
    if bare and (near.similarity < _LEAST_BARE or letters < _BARE_LETTERS):
        return None
    if wants_both and not opens:
        return None
    weight = min(letters, _FULL_WEIGHT_LETTERS) / _FULL_WEIGHT_LETTERS
    colon = _COLON_WEIGHT if near.similarity >= _LEAST_BARE else _COLON_WEIGHT / 2
    score = (near.similarity - 0.5) * (0.6 + weight) + _START_WEIGHT * opens + colon * closes
    anchor = Anchor(near.wording.label, near.place[0], near.place[1], near.similarity)
    over = () if near.wording.colon else tuple(_behind_colons(near.place, lines, tokens))
    return _Candidate(anchor, score, letters * (1 - _PRICE * (1 - near.similarity)), over)


def _behind_colons(
    place: tuple[int, int], lines: Sequence[FlowLine], tokens: Sequence[Token]
) -> Iterator[int]:
    """The tokens of a window before which a colon stands on their line."""
    for at in range(place[0] + 1, place[1]):
        before, token = tokens[at - 1], tokens[at]
        if before.line == token.line and ":" in lines[token.line].text[before.end : token.start]:
            yield at


def _opens(line: FlowLine, start: int) -> bool:
    """Whether a label may start here: at the line's start, after an item number or after a wide gap."""
    before = line.text[:start]
    if _NOTHING.match(before) or _OPENS.search(before) or _LEADER.search(before):
        return True
    gap = line.gap_before(start)
    return gap is not None and gap > _GAP_SHARE * line.line.box.height


def _best_chain(candidates: list[_Candidate]) -> tuple[Anchor, ...]:
    """The chain with the highest total score in which labels and places both go forward."""
    order = sorted(candidates, key=lambda c: (c.anchor.last, c.anchor.first))
    ends = [c.anchor.last for c in order]
    totals: list[float] = []
    before: list[int] = []
    for candidate in order:
        anchor = candidate.anchor
        limit = bisect_right(ends, anchor.first)
        best, previous = 0.0, -1
        for index in range(limit):
            if index < len(totals) and order[index].anchor.label < anchor.label and totals[index] > best:
                best, previous = totals[index], index
        totals.append(best + candidate.score)
        before.append(previous)
    chain: list[Anchor] = []
    at = max(range(len(order)), key=lambda i: totals[i], default=-1)
    while at >= 0:
        chain.append(order[at].anchor)
        at = before[at]
    return tuple(reversed(chain))
