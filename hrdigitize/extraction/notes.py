"""Notes: what a form prints beside labels ("Ảnh màu (4 x 6 cm)", "Ghi chú: …"), which is never value."""

from __future__ import annotations

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from hrdigitize.extraction.flow import words_of
from hrdigitize.extraction.numbering import ITEM_NUMBER
from hrdigitize.formdefs.model import FormDef

#: A line this similar to a printed note is that note.
_NOTE = 0.8
#: What is shorter must be the note sign by sign.
_SHORTEST_NOTE = 4
_LONG_NOTE = 15
_ALPHANUMERIC = re.compile(r"[^\W_]+")


def is_printed(text: str, form: FormDef) -> bool:
    """Whether a line is a printed note, the title or the number of the form."""
    joined = "".join(words_of(ITEM_NUMBER.sub("", text)))
    if len(joined) < _SHORTEST_NOTE:
        return bool(joined) and _marked(text) in {_marked(note) for note in form.boilerplate}
    notes = ("".join(words_of(note)) for note in (*form.boilerplate, *form.title, *form.marks))
    return any(_is_within(joined, note) for note in notes)


def _marked(text: str) -> str:
    """Letters and digits with their marks: from the note "Ảnh" the name Anh differs by a mark only."""
    return "".join(_ALPHANUMERIC.findall(text)).lower()


def _is_within(text: str, note: str) -> bool:
    """Whether the text is the note or a long piece of it (the engine breaks notes over lines).

    A syllable resembles a piece of many a note ("OANH", "Ảnh màu"): what is short must be the whole of it.
    """
    if len(text) < _LONG_NOTE:
        return Levenshtein.normalized_similarity(text, note) >= _NOTE
    return len(text) <= len(note) + 3 and fuzz.partial_ratio(text, note) >= _NOTE * 100
