"""Separation: which pages of a stack belong together, and which form each document is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.extraction.anchors import find_anchors, similarity_to_best
from hrdigitize.extraction.flow import flow_lines, tokens_of, words_of
from hrdigitize.formdefs.model import FormDef, LabelPart

#: A title or form code counts as found from this similarity on.
_TITLE = 0.85
#: This share of a form's labels must stand on a page for it to be a first page with its title unread.
_LABEL_SHARE = 0.3
#: With the title, this many labels are enough.
_FEWEST_LABELS = 4
#: Titles and form codes stand in this upper share of the lines.
_UPPER = 0.4
_LEAST_UPPER_LINES = 12


@dataclass(frozen=True, slots=True)
class DocumentSpan:
    """Pages first..last (from 1) are one document of this form; form None: of no known form."""

    first: int
    last: int
    form: str | None


@dataclass(frozen=True, slots=True)
class Separation:
    """The documents of a stack, and the page readings with their kinds set."""

    spans: tuple[DocumentSpan, ...]
    readings: tuple[PageReading, ...]


def separate(readings: Sequence[PageReading], forms: Mapping[str, FormDef]) -> Separation:
    """A first page opens a document; continuation pages join the one before; others stand alone."""
    spans: list[DocumentSpan] = []
    kinds: list[PageKind] = []
    ended = True
    for number, reading in enumerate(readings, start=1):
        opened = None if reading.kind is PageKind.BLANK else _form_opened_by(reading, forms)
        if opened is not None:
            spans.append(DocumentSpan(number, number, opened))
            kinds.append(PageKind.FIRST)
            ended = _ends(reading, forms[opened])
            continue
        current = forms.get(spans[-1].form or "") if spans else None
        if current is not None and not ended and _continues(reading, current):
            spans[-1] = replace(spans[-1], last=number)
            kinds.append(PageKind.BLANK if reading.kind is PageKind.BLANK else PageKind.CONTINUATION)
            ended = _ends(reading, current)
            continue
        spans.append(DocumentSpan(number, number, None))
        kinds.append(reading.kind)
        ended = True
    return Separation(tuple(spans), tuple(replace(r, kind=k) for r, k in zip(readings, kinds, strict=True)))


def _form_opened_by(reading: PageReading, forms: Mapping[str, FormDef]) -> str | None:
    scored = {key: _opening_score(reading, form) for key, form in forms.items()}
    best = max(scored, key=lambda key: scored[key], default=None)
    return best if best is not None and scored[best] > 0.0 else None


def _opening_score(reading: PageReading, form: FormDef) -> float:
    """0.0 unless the page opens this form: its code or title with some labels, or very many labels."""
    lines = flow_lines([reading])
    upper = [line.text for line in lines[: max(_LEAST_UPPER_LINES, round(len(lines) * _UPPER))]]
    marked = max((_best_line(mark, upper) for mark in form.marks), default=0.0)
    titled = max((_best_line(title, upper) for title in form.title), default=0.0)
    found = find_anchors(form.labels, lines, tokens_of(lines))
    labels = len({form.labels[anchor.label].target or anchor.label for anchor in found})
    share = labels / len(form.labels)
    early = any(anchor.label < len(form.labels) // 4 for anchor in found)
    if not early:
        return 0.0
    if max(marked, titled) >= _TITLE and labels >= _FEWEST_LABELS:
        return 1.0 + share + marked
    return share if share >= _LABEL_SHARE else 0.0


def _best_line(wanted: str, lines: Sequence[str]) -> float:
    return max((similarity_to_best([wanted], words_of(line)) for line in lines), default=0.0)


def _continues(reading: PageReading, form: FormDef) -> bool:
    """A page with a label of the form, a table, or nothing on it; a page full of other text does not."""
    if reading.kind is PageKind.BLANK:
        return True
    lines = flow_lines([reading])
    if any(grid.columns > 1 for grid in reading.grids):
        return True
    return bool(find_anchors(form.labels, lines, tokens_of(lines)))


def _ends(reading: PageReading, form: FormDef) -> bool:
    """Whether the printed end of the form (the signatures) stands on this page."""
    lines = flow_lines([reading])
    found = find_anchors(form.labels, lines, tokens_of(lines))
    return any(form.labels[anchor.label].part is LabelPart.END for anchor in found)
