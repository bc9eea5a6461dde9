"""Words that are no syllables for want of a tone: "QUÔC", "gôc", "Nhât".

A tone above a circumflex or breve is what print loses first; a dot below stands apart and stays. So where a
syllable that ends in c, ch, p or t has no tone, the acute is proposed.
"""

from __future__ import annotations

import re
import unicodedata

from hrdigitize.domain.syllables import ACUTE, is_syllable, split_tone
from hrdigitize.domain.vietnamese import nfc

_WORD = re.compile(r"[^\W\d_]+")
#: Letters that carry a circumflex or breve, decomposed: the acute stands on them.
_ROOFED = re.compile("[aăâeêoô]\u0302|a\u0306", re.IGNORECASE)


def with_lost_tones(text: str) -> str:
    """The text with an acute in every word that can be a syllable with it and with no other change."""
    return _WORD.sub(lambda word: _toned(word.group()), text)


def _toned(word: str) -> str:
    bare, tone = split_tone(word)
    if tone or is_syllable(word):
        return word
    decomposed = unicodedata.normalize("NFD", bare)
    roofed = _ROOFED.search(decomposed)
    if roofed is None:
        return word
    toned = nfc(decomposed[: roofed.end()] + ACUTE + decomposed[roofed.end() :])
    return toned if is_syllable(toned) else word
