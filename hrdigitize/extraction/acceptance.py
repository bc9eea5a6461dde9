"""Acceptance: how likely a reading is right, and whether it may stand without a person looking.

The confidence of a reading is computed from what supports it, by weights for each group of kinds. Weights and
limits are fitted on generated forms (`dev.py bench calibrate`), never on those that measure. A reading is
accepted when two readers agree on every word, it is surer than the limit of its group and nothing else speaks
against it.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import Levenshtein

from hrdigitize import bundle
from hrdigitize.domain.page import Word
from hrdigitize.domain.reading import Doubt, FieldReading, Finding, FormReading, Row, Support
from hrdigitize.domain.syllables import lost_its_tone
from hrdigitize.domain.vietnamese import folded
from hrdigitize.extraction.oddities import odd_place
from hrdigitize.formdefs.model import FieldType, FormDef, Kind

#: A label less similar than this to any known wording may be another label.
LABEL_LIMIT = 0.88
#: A word less sure than this is shown as doubtful.
_WEAK_WORD = 0.9
#: Confidences this near to 0 or 1 count as this near; those of the line reader say something further out.
_NEAREST, _READER_NEAREST = 0.002, 0.0002

_WORD = re.compile(r"[^\W\d_]+")
#: A reader that is less sure of a word guesses. On the calibrating forms one agreed value in 175 goes so, and
#: one of twelve that are wrong.
_GUESS = 0.3
#: Two readers are sure of a text in capitals from this confidence on.
_SURE_CAPITALS = 0.95
#: How likely a name with words of no list must be right.
_SURE_NAME = 0.9945

#: A decimal in a field for words ("0.30", beside "20%").
_DECIMAL = re.compile(r"\d\.\d\d")
#: A number behind the last word, unless that is one that people count by.
_NUMBER_BEHIND = re.compile(
    r"\b(?!(?:số|tổ|khóa|khoá|loại|hạng|bậc|lớp|thôn|khu|khối|phố|ấp|xóm|đội|quận|phường"
    r"|bộ|nhóm|cấp|tượng|kỳ|lần) )"
    r"[^\W\d_]{2,} (\d{1,2})$",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"\d{1,2}[.)]?")
#: A full stop within a sentence, or before a year: a speck or a comma that lost its tail. Behind capitals it
#: shortens a word ("TP. Huế"), and entries of so few words are one sentence.
_STOP_WITHIN = re.compile(r"(?<=[^\W\d_]{2})\. ?(?=[^\W\d_]|(?:19|20)\d\d\b)")
_ONE_SENTENCE = 12

#: The date above a signature, of which a paper has several: no value of a field for words.
_SIGNED_ON = re.compile(r"(?:[\w ]{2,30}, )?ngay \d{1,2} thang \d{1,2} nam \d{4}")
#: What the frame for the photograph says.
_PHOTOGRAPH = "anh"
#: What long names of posts and agencies do not have.
_BETWEEN_SENTENCES = re.compile(r"(?<=[^\W\d_])[;.] (?=[^\W\d_])")
_CLAUSE_AND_STOP = re.compile(r"[^.;]{1,140}[^\W\d_]{2}\.")
_OF_SENTENCES = frozenset({"là", "đã", "được", "cần", "phải"})

#: Kinds that hold words as they come.
_WORDED = frozenset({Kind.TEXT, Kind.PLACE, Kind.NAME})

#: The doubt of a reading that nothing speaks against but its own confidence.
UNSURE = "doubt-low-confidence"
#: The doubt of what reads as a label of its form.
PRINTED = "doubt-printed-wording"
#: Groups of kinds that are read and corrected alike; a blank is a group of its own, whatever its kind. Rules
#: bound the text of a cell, labels that of a field: there it is cut wrongly more often.
BLANK = "blank"
_BY_KIND: Mapping[str, frozenset[Kind]] = {
    "name": frozenset({Kind.NAME}),
    "place": frozenset({Kind.PLACE}),
    "date": frozenset({Kind.DATE, Kind.PERIOD}),
    "figure": frozenset({Kind.CODE, Kind.DECIMAL, Kind.PERCENT, Kind.NUMBER, Kind.PHONE}),
    "list": frozenset({Kind.LIST, Kind.CHECK}),
    "text": frozenset({Kind.TEXT}),
}
_OF_CELLS = {"text": "text-in-cell"}
GROUPS = (*_BY_KIND, *_OF_CELLS.values(), BLANK)


@dataclass(frozen=True, slots=True)
class Weights:
    """A group's logistic model: a weight for each of `features`, and the limit of acceptance."""

    weights: tuple[float, ...]
    limit: float


Calibration = Mapping[str, Weights]


def group_of(kind: Kind, *, blank: bool, cell: bool) -> str:
    """The group that a reading of this kind belongs to. cell: it stands in a table."""
    if blank:
        return BLANK
    group = next(group for group, kinds in _BY_KIND.items() if kind in kinds)
    return _OF_CELLS.get(group, group) if cell else group


#: What the model weighs, in the order of the weights; all of these rise with what speaks for a reading.
_SPEAKING_FOR: Sequence[Callable[[Support], float]] = (
    lambda support: _logit(support.engine, _NEAREST),
    lambda support: max(0.0, _logit(support.confirmed, _READER_NEAREST)),
    lambda support: support.agreed,
    lambda support: float(support.agreed == 1.0),
    lambda support: float(support.same),
    lambda support: support.known,
    lambda support: float(support.known == 1.0),
    lambda support: float(support.unseen == 0),
    lambda support: -math.log1p(support.unseen),
    lambda support: support.clean,
    lambda support: float(support.clean == 1.0),
    lambda support: float(support.odd == 0),
    lambda support: support.label,
    lambda support: support.page,
    lambda support: float(not support.doubted),
)
#: The features that may speak either way, by their places: the constant, and the number of words at the end.
FREE_FEATURES = frozenset({0, 1 + len(_SPEAKING_FOR)})


def features(support: Support) -> tuple[float, ...]:
    """A constant, what speaks for the reading, and the logarithm of its number of words."""
    speaking = (feature(support) for feature in _SPEAKING_FOR)
    return (1.0, *speaking, math.log(max(1, support.words)))


def confidence_of(support: Support, weights: Weights) -> float:
    """How likely a reading with this support is right, 0..1."""
    score = sum(w * x for w, x in zip(weights.weights, features(support), strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def readers_agree(support: Support, *, blank: bool) -> bool:
    """Whether two readers saw every word alike, and neither guessed: else a person decides, however likely
    one of them is right.

    A third that saw one otherwise is outvoted, and lowers the confidence. A blank has no words to agree on.
    """
    return blank or (support.agreed == 1.0 and support.confirmed >= _GUESS)


def is_sure(support: Support, kind: FieldType, confidence: float, limit: float, *, blank: bool) -> bool:
    """Whether a reading is surer than the limit of its group, and its readers agree.

    A name with a word that no list has must be surer still: nothing but the picture tells its marks. Of 294
    accepted names in unseen faces 8 were wrong, all with such words; 7 of these and 37 of 286 right ones
    are less sure than that.
    """
    rare = kind.kind is Kind.NAME and support.known < 1.0 and not blank
    return readers_agree(support, blank=blank) and confidence >= (max(limit, _SURE_NAME) if rare else limit)


def lost_in_capitals(text: str, kind: FieldType, support: Support) -> tuple[Doubt, ...]:
    """A doubt of what stands in capitals, is in no list and was not read quite surely: their marks are small.

    Of 59 texts in capitals that were accepted on calibrating forms 4 were wrong, of 6 above this limit none.
    The names of persons, in capitals too, are set larger: of 248 none was wrong.
    """
    words = [word.group() for word in _WORD.finditer(text) if len(word.group()) > 1]
    loud = kind.kind is Kind.TEXT and len(words) > 1 and all(word.isupper() for word in words)
    lost = loud and support.known < 1.0 and support.confirmed < _SURE_CAPITALS
    return (Doubt("doubt-marks-on-capitals"),) if lost else ()


def _logit(confidence: float, nearest: float) -> float:
    near = max(nearest, min(1.0 - nearest, confidence))
    return math.log(near / (1.0 - near))


@cache
def load_calibration() -> Calibration:
    """The weights shipped with the program, read once per process."""
    content = tomllib.loads((bundle.resources() / "calibration" / "acceptance.toml").read_text("utf-8"))
    return {
        group: Weights(tuple(entry["weights"]), entry["limit"]) for group, entry in content["groups"].items()
    }


def spoken_against(
    label_similarity: float, typed: Sequence[Doubt], *, blank: bool, inked: bool
) -> tuple[Doubt, ...]:
    """The reasons against a reading that no confidence outweighs.

    inked: whether ink that gave no text lies in its place; a value may have lost its second line there.
    """
    found = list(typed)
    if label_similarity < LABEL_LIMIT:
        found.append(Doubt("doubt-label-weak"))
    if inked:
        found.append(Doubt("doubt-no-text-but-ink" if blank else "doubt-ink-beside"))
    return tuple(found)


def label_letters(form: FormDef) -> frozenset[str]:
    """The labels and column headers of a form, of two words and more, as their letters alone."""
    texts = [text for label in form.labels for text in label.texts]
    texts += [text for table in form.tables.values() for column in table.columns for text in column.headers]
    return frozenset(_letters(text) for text in texts if " " in text)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def left_open(
    text: str,
    kind: FieldType,
    printed: frozenset[str] = frozenset(),
    *,
    points: bool = False,
    running: bool = True,
) -> tuple[Doubt, ...]:
    """What a text leaves open however surely it was read. printed: what `label_letters` gives of its form.

    points: the paper surely has points in its decimals. Elsewhere a comma that lost its tail is a point to
    every reader: 21 of 73 accepted errors of an exam were "3.33" for "3,33". A number alone in a field for
    words, or behind them, may be the number of the next item, and what is a label of the form, or the date
    above a signature, is no value, except by chance. running: it is running text, whose sentences have stops;
    a cell is none, nor is what was written into the blanks of printed sentences.
    """
    stated = kind.kind is Kind.DECIMAL or (kind.kind is Kind.TEXT and _DECIMAL.fullmatch(text) is not None)
    if stated and "." in text and not points:
        return (Doubt("doubt-decimal-sign", (text.index("."),)),)
    if text and _letters(text) in printed:
        return (Doubt(PRINTED),)
    if kind.kind in _WORDED and (at := odd_place(text)) is not None:
        return (Doubt("doubt-odd-characters", (at,)),)
    impossible = next((word for word in _WORD.finditer(text) if lost_its_tone(word.group())), None)
    if impossible is not None:
        return (Doubt("doubt-odd-characters", tuple(range(*impossible.span()))),)
    return _left_open_by_words(text, kind, running=running) if kind.kind is Kind.TEXT else ()


def _left_open_by_words(text: str, kind: FieldType, *, running: bool) -> tuple[Doubt, ...]:
    """As `left_open`, of a field for words."""
    if _SIGNED_ON.fullmatch(folded(text)) or folded(text) == _PHOTOGRAPH:
        return (Doubt(PRINTED),)
    stop = _STOP_WITHIN.search(text)
    if stop is not None and _is_odd_stop(text, stop.start(), stop.end()):
        return (Doubt("doubt-odd-characters", (stop.start(),)),)
    if running and _is_cut_sentence(text):
        return (Doubt("doubt-no-closing-stop", (len(text) - 1,)),)
    if kind.detail:
        return ()
    if _is_clause_with_stop(text):
        return (Doubt("doubt-odd-characters", (len(text) - 1,)),)
    if _NUMBER_ALONE.fullmatch(text):
        return (Doubt("doubt-number-alone"),)
    behind = _NUMBER_BEHIND.search(text) if running else None
    if behind is not None:
        return (Doubt("doubt-odd-characters", tuple(range(*behind.span(1)))),)
    return ()


def _is_cut_sentence(text: str) -> bool:
    """Whether a long sentence has no closing stop: it went with a leader, or a line is missing."""
    if len(text.split()) <= _ONE_SENTENCE or not text[-1].isalnum():
        return False
    return _BETWEEN_SENTENCES.search(text) is not None or not _OF_SENTENCES.isdisjoint(text.lower().split())


def _is_clause_with_stop(text: str) -> bool:
    """Whether a stop stands behind one clause that is no sentence: what is left of a leader, or a speck."""
    return _CLAUSE_AND_STOP.fullmatch(text) is not None and _OF_SENTENCES.isdisjoint(text.lower().split())


def _is_odd_stop(text: str, at: int, behind: int) -> bool:
    if text[behind].islower() or text[behind].isdigit():
        return True
    return text[at - 1].islower() and len(text.split()) <= _ONE_SENTENCE


def unsure(text: str, words: Sequence[Word]) -> Doubt:
    """The doubt of a reading that is not sure enough: at the letters where looks differ or a word is weak."""
    at: set[int] = set()
    start = 0
    for word in words:
        place = text.find(word.text, start)
        if place < 0:
            continue
        start = place + len(word.text)
        if word.other:
            at.update(place + offset for offset in _differing(word.text, word.other))
        elif word.confidence < _WEAK_WORD or not word.agreed:
            at.update(range(place, start))
    return Doubt(UNSURE, tuple(sorted(at)))


def _differing(one: str, other: str) -> set[int]:
    """The letters of one text that another look read otherwise; beside a loss, the one that follows."""
    return {min(change.src_pos, len(one) - 1) for change in Levenshtein.editops(one, other)}


def with_findings(reading: FormReading, findings: Sequence[Finding]) -> FormReading:
    """The reading with its findings; a field that a finding speaks against is not accepted any more."""
    against = {path for finding in findings for path in finding.fields}
    fields = {key: _doubted(field, key in against) for key, field in reading.fields.items()}
    tables = {
        key: tuple(_doubted_row(key, index, row, against) for index, row in enumerate(rows))
        for key, rows in reading.tables.items()
    }
    return replace(reading, fields=fields, tables=tables, findings=tuple(findings))


def _doubted_row(table: str, index: int, row: Row, against: set[str]) -> Row:
    return {key: _doubted(cell, f"{table}/{index}/{key}" in against) for key, cell in row.items()}


def _doubted(reading: FieldReading, spoken_against: bool) -> FieldReading:  # noqa: FBT001 - one private flag
    if not spoken_against:
        return reading
    return replace(reading, accepted=False, doubts=(*reading.doubts, Doubt("doubt-finding")))
