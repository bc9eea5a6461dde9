"""Spans: which pieces of which lines are the value that follows a label.

A value runs from its label to the next one, over line ends. Hints in brackets, notes, page numbers and
the item number of the next label are not value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import Word
from hrdigitize.domain.syllables import is_syllable
from hrdigitize.extraction import hints
from hrdigitize.extraction.anchors import Anchor
from hrdigitize.extraction.flow import FlowLine, Token, words_of
from hrdigitize.extraction.notes import is_printed
from hrdigitize.extraction.numbering import Numbering, numbering_of
from hrdigitize.formdefs.model import FormDef, LabelDef, LabelPart

#: A line further below than this many line heights does not go on with the value above it.
_FAR_LINES = 3.2
_STROKES = frozenset(["", *"1|lIi!/\\-–—_.,'‘’"])
#: A single letter at an end of a value with a confidence below this is a speck, a fold or a frame.
_SPECK = 0.4
#: A further line of a value whose middle word is less sure than this is no text.
_RUBBISH = 0.5
_SYLLABLES = 3
_ALPHANUMERIC = re.compile(r"[^\W_]+")

#: What it makes of a hint's own "…)" at the end of a line; a letter may be the value.
_LOST_CLOSING = re.compile(r"^\W*\d\W*$")
_QUESTION_MARK = re.compile(r"^\s*2\s+(?=[^\W\d])")
_ENDS_WITH_COLON = re.compile(r"^\W*\w[^:]{0,40}:")
_EDGE_AT_END = re.compile(r"(?:^|\s)(\S)\s*$")
_EDGE_AT_START = re.compile(r"^\s*(\S)(?:\s|$)")
_PAGE_NUMBER = re.compile(r"^\W*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\W*$", re.IGNORECASE)
#: A value stands above its label when it ends no further above it than this many heights of the label.
_ABOVE_LINES = 1.2
#: The line above the signatures: place and date of signing, filled in or not, often under the stamp.
_SIGNING_WORDS = ("ngay", "thang", "nam")
_SIGNING_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Part:
    """The characters [start, end) of a line. heads_label: a label follows on the same line."""

    line: int
    start: int
    end: int
    heads_label: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """The pieces of a value, and where it would stand: beside its label up to the next one.

    below: under it down to the next label, for what was lost there; None where that stands beside it or on
    another page. numbered: a figure was all that stood there, and was taken for the next item's number though
    it does not count on from the one before.
    """

    anchor: Anchor
    page: int
    parts: tuple[Part, ...]
    place: Box
    below: Box | None = None
    numbered: bool = False


def field_spans(
    form: FormDef, lines: Sequence[FlowLine], tokens: Sequence[Token], anchors: Sequence[Anchor]
) -> Mapping[str, Span]:
    """A span for each field whose label was found; empty parts where nothing stands there."""
    spans: dict[str, Span] = {}
    numbering = numbering_of(lines, tokens, anchors)
    for index, anchor in enumerate(anchors):
        label = form.labels[anchor.label]
        if label.part is not LabelPart.FIELD:
            continue
        following = anchors[index + 1] if index + 1 < len(anchors) else None
        parts = list(_raw_parts(lines, tokens, anchor, following))
        parts = list(_near(parts, lines))
        if not label.sentences:
            parts = [part for part in parts if not _is_note(part, lines, form)]
        if following is not None and form.labels[following.label].part is LabelPart.END:
            parts = [part for part in parts if part.start > 0 or not _is_signing_line(lines[part.line].text)]
        parts = _without_hints(parts, lines, form, anchor.label)
        parts = _without_closing(parts, lines, label)
        parts = _without_label_end(parts, lines, label)
        parts = _without_question_mark(parts, lines, label)
        left = tuple(_without_item_number(part, lines, numbering, index) for part in parts)
        span = Span(
            anchor,
            lines[tokens[anchor.last - 1].line].page,
            left,
            _place(lines, tokens, anchor, following),
            _below(lines, tokens, anchor, following),
            numbered=_is_numbered(parts, left, lines, numbering, index),
        )
        if label.above:
            span = _raised(span, form, lines, tokens, anchors)
        if label.target not in spans or _says_something(span, lines):
            spans[label.target] = span
    return _without_raised(spans, form)


def _raised(
    span: Span, form: FormDef, lines: Sequence[FlowLine], tokens: Sequence[Token], anchors: Sequence[Anchor]
) -> Span:
    """The span of a value that stands over its label; a reprint may have moved it behind the label."""
    first, last = tokens[span.anchor.first], tokens[span.anchor.last - 1]
    beside = [token for token in tokens[span.anchor.first : span.anchor.last] if token.line == first.line]
    label = lines[first.line].box_of(first.start, beside[-1].end)
    over = label or lines[first.line].line.box
    room = Box(over.x - over.height, over.y - 2 * over.height, over.width + 2 * over.height, 2 * over.height)
    labels = [(tokens[a.first], tokens[a.last - 1]) for a in anchors]
    for index in _lines_above(lines, span.page, over):
        found = _piece_within(index, lines[index], room, labels)
        if found is not None and not is_printed(lines[index].text[found.start : found.end], form):
            return Span(span.anchor, span.page, (found,), room)
    behind = tuple(part for part in span.parts if part.line == last.line)
    kept = replace(span, parts=behind)
    return kept if _says_something(kept, lines) else replace(kept, parts=(), place=room)


def _lines_above(lines: Sequence[FlowLine], page: int, label: Box) -> list[int]:
    """Lines that end just above a label, the nearest first."""
    near = [
        index
        for index, line in enumerate(lines)
        if line.page == page
        and line.line.box.centre[1] < label.y
        and label.y - line.line.box.bottom < _ABOVE_LINES * label.height
    ]
    return sorted(near, key=lambda index: -lines[index].line.box.bottom)


def _piece_within(
    index: int, line: FlowLine, room: Box, labels: Sequence[tuple[Token, Token]]
) -> Part | None:
    """From the first to the last word of a line that stands within a room and is no label."""
    found: list[tuple[int, int]] = []
    at = 0
    for word in line.line.words:
        start, end = at, at + len(word.text)
        at = end + 1
        labelled = any(
            first.line == index and first.start < end and (last.line > index or start < last.end)
            for first, last in labels
        )
        says = any(character.isalnum() for character in word.text)
        if says and not labelled and room.x <= word.box.centre[0] <= room.right:
            found.append((start, end))
    return Part(index, found[0][0], found[-1][1]) if found else None


def _without_raised(spans: Mapping[str, Span], form: FormDef) -> Mapping[str, Span]:
    """What stands above its own label is no part of the value before it on that line."""
    raised = {key: span for key, span in spans.items() if form.labels[span.anchor.label].above}
    taken = [part for span in raised.values() for part in span.parts]
    if not taken:
        return spans
    return {
        key: span if key in raised else replace(span, parts=tuple(_cut(span.parts, taken)))
        for key, span in spans.items()
    }


def _cut(parts: Sequence[Part], taken: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        stop = next((t for t in taken if t.line == part.line and part.start <= t.start < part.end), None)
        if stop is None:
            yield part
        elif part.start < stop.start:
            yield replace(part, end=stop.start)


def _says_something(span: Span, lines: Sequence[FlowLine]) -> bool:
    return any(character.isalnum() for character in text_of(span.parts, lines))


def _raw_parts(
    lines: Sequence[FlowLine], tokens: Sequence[Token], anchor: Anchor, following: Anchor | None
) -> Iterator[Part]:
    """From the label's end to the next label's start, line by line."""
    begin = tokens[anchor.last - 1]
    stop = tokens[following.first] if following is not None else None
    last_line = stop.line if stop is not None else len(lines) - 1
    for line in range(begin.line, last_line + 1):
        start = begin.end if line == begin.line else 0
        ends_at_label = stop is not None and line == stop.line
        end = stop.start if stop is not None and ends_at_label else len(lines[line].text)
        if start < end:
            yield Part(line, start, end, heads_label=ends_at_label or _ends_before_label(line, stop, lines))


def _ends_before_label(line: int, stop: Token | None, lines: Sequence[FlowLine]) -> bool:
    """Whether the next label opens the next line: its item number may close this one."""
    return stop is not None and stop.line == line + 1 and not lines[stop.line].text[: stop.start].strip()


def _near(parts: Sequence[Part], lines: Sequence[FlowLine]) -> Iterator[Part]:
    """The first part and those that follow closely; page numbers left out, at most one page turned."""
    previous: FlowLine | None = None
    for part in parts:
        line = lines[part.line]
        if part.start == 0 and (_is_page_number(part.line, lines) or _is_stroke(line.text)):
            continue
        if previous is not None and not _follows(previous, line):
            return
        previous = line
        yield part


def _is_stroke(text: str) -> bool:
    """A line of one stroke: what a streak or the foot of a frame reads as. A letter may be a value ("B")."""
    return text.strip() in _STROKES


def _follows(upper: FlowLine, lower: FlowLine) -> bool:
    if upper.page != lower.page:
        return lower.page == upper.page + 1
    distance = lower.line.box.y - upper.line.box.bottom
    return distance < _FAR_LINES * max(upper.line.box.height, lower.line.box.height)


def _is_signing_line(text: str) -> bool:
    words = words_of(text)
    if len(words) > _SIGNING_LONGEST:
        return False
    found = [wanted for wanted in _SIGNING_WORDS if any(_alike(word, wanted) for word in words)]
    bare = len(found) == len(_SIGNING_WORDS) and len(words) <= len(_SIGNING_WORDS) + 1
    return bare or (len(found) >= 2 and not text.rstrip().endswith("."))


def _alike(word: str, wanted: str) -> bool:
    return Levenshtein.distance(word, wanted, score_cutoff=1) <= 1


def _is_page_number(index: int, lines: Sequence[FlowLine]) -> bool:
    """A number that opens or closes its page; before the first line may stand streaks at the edge."""
    line = lines[index]
    if not _PAGE_NUMBER.match(line.text):
        return False
    page = [at for at, other in enumerate(lines) if other.page == line.page]
    above = [at for at in page if at < index and not _is_stroke(lines[at].text)]
    return not above or index == page[-1]


def _is_note(part: Part, lines: Sequence[FlowLine], form: FormDef) -> bool:
    """A continuation that is a printed note of the form ("Ảnh màu (4 x 6 cm)", "Ghi chú: …")."""
    return part.start == 0 and is_printed(lines[part.line].text[: part.end], form)


def _without_closing(parts: list[Part], lines: Sequence[FlowLine], label: LabelDef) -> list[Part]:
    """The bracket that closes a label or its hint at the end of a line reads as a figure."""
    if len(parts) < 2 or parts[1].start > 0 or not (label.hints or label.texts[0].endswith((")", "…"))):
        return parts
    first = parts[0]
    return parts[1:] if _LOST_CLOSING.match(lines[first.line].text[first.start : first.end]) else parts


def _without_label_end(parts: list[Part], lines: Sequence[FlowLine], label: LabelDef) -> list[Part]:
    """The last words of the label and its colon once more: a look says twice what two crops hold."""
    if not parts:
        return parts
    first = parts[0]
    found = _ENDS_WITH_COLON.match(lines[first.line].text[first.start : first.end])
    words = words_of(found.group()) if found else ()
    if found is None or not any(words_of(text)[-len(words) :] == words for text in label.texts):
        return parts
    return [replace(first, start=first.start + found.end()), *parts[1:]]


def _without_question_mark(parts: list[Part], lines: Sequence[FlowLine], label: LabelDef) -> list[Part]:
    """The question mark that closes a label reads as 2."""
    if not parts or not any(text.rstrip().endswith("?") for text in label.texts):
        return parts
    first = parts[0]
    found = _QUESTION_MARK.match(lines[first.line].text[first.start : first.end])
    return [replace(first, start=first.start + found.end()), *parts[1:]] if found else parts


def _without_hints(parts: Sequence[Part], lines: Sequence[FlowLine], form: FormDef, label: int) -> list[Part]:
    """Parts with bracketed hints cut out, and without the lines that go on with a hint."""
    vocabulary, own = hints.hint_words(form, label), hints.hint_words(form, label, own=True)
    if not vocabulary:
        return list(parts)
    kept: list[Part] = []
    open_hint = False
    for index, part in enumerate(parts):
        text = lines[part.line].text[part.start : part.end]
        cut = 0
        if open_hint or index == 0:
            cut = hints.tail_length(text, vocabulary)
        if index > 0 and cut == 0 and hints.is_hint_line(text, vocabulary, open_hint=open_hint):
            open_hint = not text.rstrip().endswith((")", "]", "}"))
            continue
        pieces, open_hint = hints.cut_groups(text[cut:], vocabulary, own)
        kept.extend(
            Part(part.line, part.start + cut + start, part.start + cut + end, part.heads_label and last)
            for (start, end), last in _with_last(pieces)
        )
    return kept


def _with_last(pieces: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], bool]]:
    for index, piece in enumerate(pieces):
        yield piece, index == len(pieces) - 1


def _without_item_number(part: Part, lines: Sequence[FlowLine], numbering: Numbering, behind: int) -> Part:
    """The part without the number of the item that follows it. behind: which anchor the part belongs to."""
    if not part.heads_label:
        return part
    text = lines[part.line].text[part.start : part.end]
    start = numbering.start_of_number(text, behind, opens_line=part.start == 0)
    return part if start is None else replace(part, end=part.start + start)


def _is_numbered(
    parts: Sequence[Part], left: Sequence[Part], lines: Sequence[FlowLine], numbering: Numbering, behind: int
) -> bool:
    """Whether a figure beside its label was cut as an item number, and nothing is left: a value, perhaps.

    Not where it counts on from the numbers around it.
    """
    cut = (before for before, after in zip(parts, left, strict=True) if before.start > 0 and before != after)
    may_be_value = any(
        not numbering.counts_on(lines[part.line].text[part.start : part.end], behind) for part in cut
    )
    return may_be_value and not any(character.isalnum() for character in text_of(left, lines))


def _without_specks(part: Part, lines: Sequence[FlowLine]) -> Part | None:
    """The part without single unsure letters at its ends; None when nothing else stands there."""
    line = lines[part.line]
    start, end = part.start, part.end
    while (found := _EDGE_AT_END.search(line.text[start:end])) and _is_speck(line, start + found.start(1)):
        end = start + found.start()
    while (found := _EDGE_AT_START.search(line.text[start:end])) and _is_speck(line, start + found.start(1)):
        start += found.end()
    left = any(character.isalnum() for character in line.text[start:end])
    return replace(part, start=start, end=end) if left else None


def _is_speck(line: FlowLine, at: int) -> bool:
    if line.text[at].isdigit():
        return False
    return min(line.confidences(at, at + 1), default=1.0) < _SPECK


def _place(
    lines: Sequence[FlowLine], tokens: Sequence[Token], anchor: Anchor, following: Anchor | None
) -> Box:
    """Beside the label: to the next label on the line, otherwise to the end of the longest line."""
    last = tokens[anchor.last - 1]
    line = lines[last.line]
    label = line.box_of(last.start, last.end) or line.line.box
    right = max(other.line.box.right for other in lines if other.page == line.page)
    if following is not None and tokens[following.first].line == last.line:
        stop = line.box_of(tokens[following.first].start, tokens[following.first].end)
        right = stop.x if stop is not None else right
    return Box(label.right, line.line.box.y, max(1, right - label.right), line.line.box.height)


def _below(
    lines: Sequence[FlowLine], tokens: Sequence[Token], anchor: Anchor, following: Anchor | None
) -> Box | None:
    """From under the label's line down to the line of the next label, as wide as the text of the page."""
    if following is None:
        return None
    line, after = lines[tokens[anchor.last - 1].line], lines[tokens[following.first].line]
    top, bottom = line.line.box.bottom, after.line.box.y
    if line.page != after.page or bottom <= top:
        return None
    page = [other.line.box for other in lines if other.page == line.page]
    left, right = min(box.x for box in page), max(box.right for box in page)
    return Box(left, top, max(1, right - left), bottom - top)


def without_specks(parts: Sequence[Part], lines: Sequence[FlowLine]) -> tuple[Part, ...]:
    """The parts without single unsure letters at their ends; unchanged where nothing else would be left."""
    kept = [whole for part in parts if (whole := _without_specks(part, lines)) is not None]
    while len(kept) > 1 and _is_rubbish(kept[-1], lines):
        kept.pop()
    return tuple(kept) or tuple(parts)


def _is_rubbish(part: Part, lines: Sequence[FlowLine]) -> bool:
    """A whole line, below a value, most of whose words are unsure: a stamp or a signature read as text.

    That does not make syllables; where all words of a line are, dots of a leader made the engine unsure.
    """
    if part.start > 0 or median(lines[part.line].confidences(part.start, part.end)) >= _RUBBISH:
        return False
    words = _ALPHANUMERIC.findall(lines[part.line].text[: part.end])
    return len(words) < _SYLLABLES or not all(is_syllable(word) for word in words)


def text_of(parts: Sequence[Part], lines: Sequence[FlowLine]) -> str:
    """The pieces as the engine said them, joined by one space."""
    pieces = (lines[part.line].text[part.start : part.end].strip() for part in parts)
    return " ".join(piece for piece in pieces if piece)


def other_text_of(parts: Sequence[Part], lines: Sequence[FlowLine]) -> str:
    """The pieces as other looks read them."""
    pieces = (lines[part.line].other_text(part.start, part.end) for part in parts)
    return " ".join(piece for piece in pieces if piece)


def box_of(parts: Sequence[Part], lines: Sequence[FlowLine], page: int) -> Box | None:
    """The box around the pieces that stand on the page."""
    boxes = (lines[p.line].box_of(p.start, p.end) for p in parts if lines[p.line].page == page)
    return union(box for box in boxes if box is not None)


def span_words(parts: Sequence[Part], lines: Sequence[FlowLine]) -> tuple[Word, ...]:
    """The words that the pieces hold, whole or in part."""
    return tuple(word for part in parts for word in lines[part.line].words_in(part.start, part.end))
