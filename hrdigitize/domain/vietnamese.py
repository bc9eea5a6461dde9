"""Vietnamese text as values: one normal form inside, and a form without marks for searching."""

from __future__ import annotations

import re
import unicodedata

#: Capital letters for a character class of a regular expression; ranges would mix capitals and small ones.
CAPITALS = (
    "A-ZĐ"
    + "".join(
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in "AĂÂEÊIOÔƠUƯY"
        for tone in "\u0300\u0301\u0303\u0309\u0323"
    )
    + "ĂÂÊÔƠƯ"
)

_STROKE = str.maketrans("đĐ", "dD")


def nfc(text: str) -> str:
    """The composed form (NFC) that every text inside the program has."""
    return unicodedata.normalize("NFC", text)


def one_spaced(text: str) -> str:
    """NFC with every run of white space as one space and none at the ends."""
    return " ".join(nfc(text).split())


def folded(text: str) -> str:
    """Without marks and case: "Nguyễn Đức" -> "nguyen duc". For search and fuzzy comparison only."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _tone_pairs() -> dict[str, str]:
    """Old placement -> new placement of a tone on oa, oe, uy, in every mix of case: "òa" -> "oà"."""
    pairs: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in "\u0300\u0301\u0303\u0309\u0323":
            old, new = nfc(first + tone) + second, first + nfc(second + tone)
            pairs |= {
                change(old[0]) + alter(old[1]): change(new[0]) + alter(new[1])
                for change in (str.lower, str.upper)
                for alter in (str.lower, str.upper)
            }
    return pairs


_TONE_PAIRS = _tone_pairs()
#: Only at the end of a syllable: before a consonant ("hoàn", "suýt") both schools write the same.
_OLD_TONE = re.compile("(?:" + "|".join(_TONE_PAIRS) + r")(?![^\W\d_])")


def new_tones(text: str) -> str:
    """NFC with the new placement of tones ("hòa" -> "hoà", "thúy" -> "thuý"). To compare, never to keep."""
    return _OLD_TONE.sub(lambda found: _TONE_PAIRS[found.group()], nfc(text))


def same_spelling(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but old and new tone placement (hòa, hoà; ủy, uỷ)."""
    return new_tones(one) == new_tones(other)
