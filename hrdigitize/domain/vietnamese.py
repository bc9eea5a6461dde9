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


class _Unmarked(dict[int, int | None]):
    """For `str.translate`: every character as it is, marks left out; each is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = None if unicodedata.combining(chr(code)) else code
        return kept


_UNMARKED = _Unmarked()


#: A tone before the roof or the bowl of its letter: NFC keeps that order, for both stand above the letter.
_TONE_FIRST = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306])")
_ROOF_OR_BOWL = re.compile("[\u0302\u0306]")
#: Stands for what is no text: half a pair of surrogates, a byte that no encoding explains.
NO_TEXT = "\ufffd"


def nfc(text: str) -> str:
    """The composed form (NFC) that every text inside the program has.

    A tone typed before the roof or bowl of its letter is put in its place: "a" + acute + circumflex -> "ấ".
    """
    composed = unicodedata.normalize("NFC", text)
    if not _ROOF_OR_BOWL.search(composed):
        return composed
    ordered = _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", composed))
    return unicodedata.normalize("NFC", ordered)


def one_spaced(text: str) -> str:
    """NFC with every run of white space as one space and none at the ends, and without signs nobody sees.

    Those would hide in a text, turn it about or steer a terminal; half a surrogate pair becomes U+FFFD.
    """
    plain = " ".join(nfc(text).split())
    return plain if plain.isprintable() else " ".join(_seen(plain).split())


def in_one_line(text: str) -> str:
    """A text of others (a file's name) as it may be shown: every sign that nobody sees becomes U+FFFD.

    Nothing in it begins a line, moves a cursor or turns the reading direction any more.
    """
    if text.isprintable():
        return text
    return "".join(NO_TEXT if unicodedata.category(sign) in _UNSEEN else sign for sign in text)


#: Controls, formats (directions, joiners), halves of pairs, line and paragraph ends.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _seen(text: str) -> str:
    kinds = ((sign, unicodedata.category(sign)) for sign in text)
    return "".join(NO_TEXT if kind == "Cs" else sign for sign, kind in kinds if kind not in {"Cc", "Cf"})


def folded(text: str) -> str:
    """Without marks and case: "Nguyễn Đức" -> "nguyen duc". For search and fuzzy comparison only."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE))
    return decomposed.translate(_UNMARKED).casefold()


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
