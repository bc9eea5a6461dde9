"""The order in which a text is corrected, by the kind of its field; every change leaves a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.reading import Doubt
from hrdigitize.extraction.correction import figures, grades, signs
from hrdigitize.extraction.correction.committees import one_way
from hrdigitize.extraction.correction.listed import entry_put_right
from hrdigitize.extraction.correction.names import (
    name_put_right,
    with_capitals,
    with_highland_signs,
    with_highland_words,
)
from hrdigitize.extraction.correction.phrases import respelled
from hrdigitize.extraction.correction.places import kinds_put_right, places_put_right, provinces_parted
from hrdigitize.extraction.correction.syllables import with_lost_tones
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.lists import ReferenceLists

_WORD = re.compile(r"[^\W\d_]+")
SIGN, MARKS = "doubt-sign-mended", "doubt-marks-mended"
_RUNNING = frozenset({Kind.TEXT, Kind.PLACE, Kind.LIST})
_FIGURED = frozenset({Kind.TEXT, Kind.DECIMAL, Kind.NUMBER, Kind.PERCENT})
_WORDED = _RUNNING | {Kind.NAME}
#: Kinds whose figures are never written with a slash: an I between their digits is a 1, or a doubt.
_NO_SLASHES = frozenset({Kind.NAME, Kind.CODE, Kind.DECIMAL, Kind.NUMBER, Kind.PHONE})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the world, and of the document's own manner.

    decimal_sign: the sign of its decimals. committee: how it writes the word "ủy"; "" where that is open.
    """

    lists: ReferenceLists
    decimal_sign: str = ""
    committee: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A text as proposed, and a doubt for each sort of change, with the characters of the text concerned."""

    text: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """A change. guesses: from what words are usually like: that is nothing against readers that agree."""

    code: str
    kinds: frozenset[Kind]
    change: Callable[[str, FieldType, Known], str]
    guesses: bool = False


def _as_decimal(text: str, _kind: FieldType, known: Known) -> str:
    return figures.with_decimal_sign(figures.coefficient(text), known.decimal_sign)


def _as_code(text: str, kind: FieldType, known: Known) -> str:
    if kind.detail == "rank":
        return figures.known_code(text, known.lists.pay.ranks)
    return figures.only_number(text) if kind.detail == "id" else figures.code_in_two(text, kind.detail)


def _as_grade(text: str, kind: FieldType, _known: Known) -> str:
    return grades.step(text) if kind.detail == "grade" else text


def _as_listed(text: str, kind: FieldType, known: Known) -> str:
    return entry_put_right(text, known.lists.lists[kind.detail])


def _as_phrased(text: str, _kind: FieldType, known: Known) -> str:
    return respelled(text, known.lists.phrases, known.lists.places.is_name)


def _as_registered(text: str, kind: FieldType, known: Known) -> str:
    return places_put_right(text, known.lists.places, whole=kind.kind is Kind.PLACE)


_STEPS = (
    _Step(SIGN, frozenset(Kind) - {Kind.NAME}, lambda text, _kind, _known: figures.with_sixes(text)),
    _Step(SIGN, frozenset(Kind) - _NO_SLASHES, lambda text, _kind, _known: figures.with_slashes(text)),
    _Step(SIGN, frozenset({Kind.DATE}), lambda text, _kind, _known: figures.date(text)),
    _Step(SIGN, frozenset({Kind.PERIOD}), lambda text, _kind, _known: figures.period(text)),
    _Step(SIGN, frozenset({Kind.DECIMAL}), _as_decimal),
    _Step(SIGN, frozenset({Kind.CODE}), _as_code),
    _Step(SIGN, _FIGURED, lambda text, _kind, _known: figures.digits(text)),
    _Step(SIGN, frozenset({Kind.TEXT}), lambda text, _kind, _known: figures.code_with_step(text)),
    _Step(SIGN, frozenset({Kind.TEXT}), _as_grade),
    _Step(SIGN, _WORDED, lambda text, _kind, _known: signs.with_home_letters(text), guesses=True),
    _Step(SIGN, _WORDED, lambda text, _kind, _known: signs.without_stray_signs(text)),
    _Step(SIGN, _WORDED, lambda text, _kind, _known: signs.without_squeezed_signs(text)),
    _Step(SIGN, _RUNNING, lambda text, _kind, _known: signs.commas_between_units(text)),
    _Step(SIGN, frozenset({Kind.PLACE}), lambda text, _kind, _known: signs.without_colons(text)),
    _Step(SIGN, frozenset({Kind.PLACE}), lambda text, _kind, _known: signs.commas_for_points(text)),
    _Step(SIGN, frozenset({Kind.PLACE}), lambda text, _kind, _known: signs.commas_in_place(text)),
    _Step(
        SIGN, frozenset({Kind.PLACE}), lambda text, _kind, known: provinces_parted(text, known.lists.places)
    ),
    _Step(SIGN, _RUNNING, lambda text, _kind, _known: signs.roman(signs.spaced(text))),
    _Step(MARKS, frozenset({Kind.TEXT}), lambda text, _kind, _known: grades.with_counted_words(text)),
    _Step(SIGN, frozenset({Kind.TEXT}), lambda text, _kind, _known: grades.levels(text)),
    _Step(SIGN, frozenset({Kind.TEXT}), lambda text, _kind, _known: signs.with_final_stop(text)),
    _Step(SIGN, frozenset({Kind.TEXT}), lambda text, _kind, _known: signs.with_list_dashes(text)),
    _Step(SIGN, frozenset({Kind.TEXT}), lambda text, _kind, _known: with_highland_signs(text)),
    _Step(MARKS, frozenset({Kind.LIST}), _as_listed),
    _Step(MARKS, _RUNNING, _as_phrased),
    _Step(SIGN, frozenset({Kind.NAME}), lambda text, _kind, _known: with_highland_words(text)),
    _Step(MARKS, frozenset({Kind.NAME}), lambda text, _kind, _known: with_capitals(text)),
    _Step(
        MARKS,
        frozenset({Kind.NAME}),
        lambda text, _kind, known: name_put_right(text, known.lists.names),
        guesses=True,
    ),
    _Step(MARKS, frozenset({Kind.TEXT, Kind.PLACE}), _as_registered),
    _Step(MARKS, frozenset({Kind.TEXT}), lambda text, _kind, known: one_way(text, known.committee)),
    _Step(
        MARKS,
        frozenset({Kind.TEXT, Kind.PLACE}),
        lambda text, _kind, known: kinds_put_right(text, known.lists.places),
    ),
    _Step(MARKS, _WORDED, lambda text, _kind, _known: with_lost_tones(text), guesses=True),
)


def corrected(text: str, kind: FieldType, known: Known, sure: frozenset[str] = frozenset()) -> Corrected:
    """The text with every change that is known to fit its kind; a blank text stays one.

    sure: words on which readers agree, each surely. No rule of thumb touches them: "Ấu" is a surname too, and
    "Lêch" a highland name.
    """
    if not text:
        return Corrected(text)
    changed: dict[str, frozenset[int]] = {}
    for step in _STEPS:
        if kind.kind not in step.kinds:
            continue
        after = step.change(text, kind, known)
        if step.guesses:
            after = _with_sure(text, after, sure)
        if after == text:
            continue
        changed = {code: _carried(at, text, after) for code, at in changed.items()}
        changed[step.code] = changed.get(step.code, frozenset()) | _changed(text, after)
        text = after
    return Corrected(text, tuple(Doubt(code, tuple(sorted(at))) for code, at in changed.items()))


def _with_sure(before: str, after: str, sure: frozenset[str]) -> str:
    """The changed text with the sure words as they were."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    if len(old) != len(new):
        return after
    for was, becomes in reversed(list(zip(old, new, strict=True))):
        if was.group() in sure:
            after = after[: becomes.start()] + was.group() + after[becomes.end() :]
    return after


def _changed(before: str, after: str) -> frozenset[int]:
    """The characters of `after` that are not those of `before`; beside a loss, the one that follows it."""
    found: set[int] = set()
    for change in Levenshtein.editops(before, after):
        found.add(min(change.dest_pos, len(after) - 1))
    return frozenset(found) if after else frozenset()


def _carried(at: frozenset[int], before: str, after: str) -> frozenset[int]:
    """Where the same characters stand after a change."""
    moved: set[int] = set()
    for block in Levenshtein.opcodes(before, after):
        for place in at & set(range(block.src_start, block.src_end)):
            moved.add(min(block.dest_start + place - block.src_start, max(block.dest_end - 1, 0)))
    return frozenset(moved)
