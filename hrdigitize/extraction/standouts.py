"""Values that stand out among those of the same paper or row: the one with a stop, the one in a small letter.

A leader's first dot reads as a stop, and C and c have one shape; what a writer does elsewhere tells.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from hrdigitize.domain.reading import Doubt, FieldReading, Row
from hrdigitize.domain.vietnamese import folded
from hrdigitize.extraction.page.capitals import ALIKE

#: Of so many entries at least no more than this share end in a stop where writers set none. Of 33 such stops
#: on the calibrating forms 5 were none.
_ENTRIES, _STOPPED = 6, 0.15
_DOTTED = 3
#: Entries of more words are sentences, and have a stop.
_ENTRY_WORDS = 12


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


def _is_entry(text: str) -> bool:
    words = sum(any(character.isalpha() for character in word) for word in text.split())
    return 2 <= words <= _ENTRY_WORDS and (text[-1].isalnum() or text[-1] == ".")


def _doubted(reading: FieldReading, at: int) -> FieldReading:
    doubt = Doubt("doubt-odd-characters", (at,))
    return replace(reading, accepted=False, doubts=(*reading.doubts, doubt))
