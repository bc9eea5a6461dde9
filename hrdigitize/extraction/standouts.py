"""Values that stand out among those of the same paper or row: the one with a stop, the one in a small letter,
the one with other marks on words that stand elsewhere.

A leader's first dot reads as a stop, and C and c have one shape; what a writer does elsewhere tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from hrdigitize.domain.reading import Doubt, FieldReading, FormReading, Row
from hrdigitize.domain.record import readings_by_path
from hrdigitize.domain.vietnamese import folded
from hrdigitize.extraction.known import ANSWERS, spelled
from hrdigitize.extraction.page.capitals import ALIKE
from hrdigitize.reference.places import KINDS

#: Of so many entries at least no more than this share end in a stop where writers set none. Of 33 such stops
#: on the calibrating forms 5 were none.
_ENTRIES, _STOPPED = 6, 0.15
_DOTTED = 3
#: Entries of more words are sentences, and have a stop.
_ENTRY_WORDS = 12
#: A paper's values begin large where so many first letters tell, at most this share of them small.
_TELLING, _TELLING_IN_COLUMN, _SMALL_SHARE = 12, 2, 0.05
_WORD = re.compile(r"[^\W\d_]+")
#: A unit in an entry, and the comma before it: its column sets commas where so many times more have one.
_UNIT_BEHIND = re.compile(rf"(?<=\w)(?P<comma>,)? (?P<kind>(?i:{'|'.join(KINDS)})) (?P<name>[^\W\d_])")
_TELLING_COMMAS = 3
#: The words before a colon that begin an entry of a cell ("Quê quán: …; nghề nghiệp: …"), and such entries. A
#: caption is usual in its column from so many on.
_CAPTION = re.compile(r"(?:^|(?<=; ))([^\W\d_]+(?: [^\W\d_]+){0,4}):")
_ENTRY = re.compile(r"(?:^|(?<=; ))[^;]+")
_USUAL = 2


def with_odd_values(reading: FormReading) -> FormReading:
    """The reading, those of its values doubted that stand out among all of the paper."""
    return with_odd_heads(with_odd_commas(with_odd_captions(with_odd_marks(reading))))


def with_odd_marks(reading: FormReading) -> FormReading:
    """The reading, two words doubted that its paper has more often with other marks.

    "xã Tỏa Tinh" is doubted where "xã Tỏa Tình" stands twice. Of 37,907 accepted values of generated forms
    this doubts 29 right ones and 3 of the 27 wrong ones.
    """
    rare = _rare_pairs(one.text for one in readings_by_path(reading).values())
    if not rare:
        return reading

    def looked_at(one: FieldReading) -> FieldReading:
        """With a doubt where it has such a pair."""
        return next((_doubted(one, at) for at, pair in _pairs(one.text) if pair in rare), one)

    return _looked_at(reading, looked_at)


def _rare_pairs(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    counts = Counter(pair for text in texts for _, pair in _pairs(text))
    most: Counter[tuple[str, str]] = Counter()
    for pair, count in counts.items():
        most[_letters(pair)] = max(most[_letters(pair)], count)
    return frozenset(pair for pair, count in counts.items() if count < most[_letters(pair)])


def _pairs(text: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """Neighbouring words as they are spelled, and where the first one begins."""
    for first, second in pairwise(_WORD.finditer(text)):
        yield first.start(), (spelled(first.group()), spelled(second.group()))


def _letters(pair: tuple[str, str]) -> tuple[str, str]:
    return folded(pair[0]), folded(pair[1])


def with_odd_stops(fields: Mapping[str, FieldReading]) -> Mapping[str, FieldReading]:
    """The fields of a paper, a closing stop doubted where its writer sets none behind entries.

    So it is where short entries, which have none, were read with stops: those are dots of leaders.
    """
    entries = [key for key, reading in fields.items() if _is_entry(reading.text)]
    stopped = [key for key in entries if fields[key].text.endswith(".")]
    dotted = sum(
        reading.text[-1:].isalpha() and reading.raw.rstrip().endswith(".") for reading in fields.values()
    )
    rare = len(entries) >= _ENTRIES and len(stopped) <= _STOPPED * len(entries)
    if not rare and dotted < _DOTTED:
        return fields
    return {**fields, **{key: _doubted(fields[key], len(fields[key].text) - 1) for key in stopped}}


def with_odd_small_letters(row: Row, worded: Collection[str]) -> Row:
    """The cells of a row, a small first letter that has the shape of its capital doubted among capitals.

    worded: the columns that hold free text; what stands in a list is written in either case.
    """
    firsts = [reading.text[0] for reading in row.values() if reading.text[:1].isalpha()]
    telling = [letter for letter in firsts if folded(letter) not in ALIKE]
    if not telling or not all(letter.isupper() for letter in telling):
        return row
    return {
        key: _doubted(reading, 0)
        if key in worded and reading.text[:1].islower() and folded(reading.text[0]) in ALIKE
        else reading
        for key, reading in row.items()
    }


def with_odd_captions(reading: FormReading) -> FormReading:
    """The reading, the end of a caption doubted that has no colon where its column's other ones have.

    "nghề nghiệp Nhân viên" is doubted where other rows say "nghề nghiệp: …".
    """
    return _column_by_column(reading, _with_odd_captions_in_columns)


def _with_odd_captions_in_columns(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    usual = {
        key: Counter(
            spelled(found[1]) for row in rows if key in row for found in _CAPTION.finditer(row[key].text)
        )
        for key in {key for row in rows for key in row}
    }
    return tuple({key: _with_odd_caption(one, usual[key]) for key, one in row.items()} for row in rows)


def _with_odd_caption(one: FieldReading, usual: Mapping[str, int]) -> FieldReading:
    for entry in _ENTRY.finditer(one.text):
        read = spelled(entry.group())
        if any(count >= _USUAL and read.startswith(f"{caption} ") for caption, count in usual.items()):
            return _doubted(one, entry.start())
    return one


def with_odd_commas(reading: FormReading) -> FormReading:
    """The reading, the first unit of a cell doubted that has no comma before it where its column sets them.

    "Thợ điện xã Sao Mai" is doubted where other rows say "Làm ruộng, xã Sao Mai": the comma was a speck to
    the readers.
    """
    return _column_by_column(reading, _with_odd_commas_in_columns)


def _with_odd_commas_in_columns(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    found = [(key, _first_unit(one.text)) for row in rows for key, one in row.items()]
    parted = Counter(key for key, unit in found if unit is not None and unit["comma"])
    joined = Counter(key for key, unit in found if unit is not None and not unit["comma"])
    odd = {key for key, count in joined.items() if _TELLING_COMMAS * count <= parted[key]}
    return tuple(
        {key: _with_odd_comma(one) if key in odd else one for key, one in row.items()} for row in rows
    )


def _with_odd_comma(one: FieldReading) -> FieldReading:
    unit = _first_unit(one.text)
    return one if unit is None or unit["comma"] else _doubted(one, unit.start("kind"))


def _first_unit(text: str) -> re.Match[str] | None:
    """The first kind of unit behind other words, and the head of its name, which is a capital."""
    return next((unit for unit in _UNIT_BEHIND.finditer(text) if unit["name"].isupper()), None)


def with_odd_heads(reading: FormReading) -> FormReading:
    """The reading, a small first letter of its capital's shape doubted where the paper's values begin large.

    So it is where hardly any first letter that tells begins small, in the whole paper or in a column of a
    table ("Bố", "Mẹ", "con"). Kinds of units ("xã") are written small. Of 10,959 accepted values of generated
    forms this doubts 6 right ones ("công vụ 25%").
    """
    if _begin_large((one.text for one in readings_by_path(reading).values()), _TELLING):
        return _looked_at(reading, _with_odd_head)
    return _column_by_column(reading, _with_odd_heads_in_columns)


def _with_odd_heads_in_columns(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    columns = {key for row in rows for key in row}
    large = {
        key
        for key in columns
        if _begin_large((row[key].text for row in rows if key in row), _TELLING_IN_COLUMN)
    }
    return tuple(
        {key: _with_odd_head(one) if key in large else one for key, one in row.items()} for row in rows
    )


def _begin_large(texts: Iterable[str], fewest: int) -> bool:
    telling = [text[0] for text in texts if text[:1].isalpha() and _tells(text)]
    small = sum(letter.islower() for letter in telling)
    return len(telling) >= fewest and small <= _SMALL_SHARE * len(telling)


def _tells(text: str) -> bool:
    """Whether a first letter shows how its writer begins: answers and ticks are written anyhow."""
    return folded(text[0]) not in ALIKE and len(text) > 1 and folded(text) not in ANSWERS


def _with_odd_head(one: FieldReading) -> FieldReading:
    return _doubted(one, 0) if _has_odd_head(one.text) else one


def _has_odd_head(text: str) -> bool:
    word = _WORD.match(text)
    return (
        word is not None
        and len(text) > 1
        and word.group()[0].islower()
        and folded(word.group()[0]) in ALIKE
        and word.group() not in KINDS
    )


def _looked_at(reading: FormReading, look: Callable[[FieldReading], FieldReading]) -> FormReading:
    fields = {key: look(one) for key, one in reading.fields.items()}
    tables = {
        key: tuple({column: look(one) for column, one in row.items()} for row in rows)
        for key, rows in reading.tables.items()
    }
    return replace(reading, fields=fields, tables=tables)


def _column_by_column(
    reading: FormReading, look: Callable[[tuple[Row, ...]], tuple[Row, ...]]
) -> FormReading:
    return replace(reading, tables={key: look(rows) for key, rows in reading.tables.items()})


def _is_entry(text: str) -> bool:
    words = sum(any(character.isalpha() for character in word) for word in text.split())
    return 2 <= words <= _ENTRY_WORDS and (text[-1].isalnum() or text[-1] == ".")


def _doubted(reading: FieldReading, at: int) -> FieldReading:
    doubt = Doubt("doubt-odd-characters", (at,))
    if doubt in reading.doubts:
        return reading
    return replace(reading, accepted=False, doubts=(*reading.doubts, doubt))
