"""How a Vietnamese syllable can be built: onset, rime and tone. What breaks this was misread, or is foreign.

Source: the orthography as every school grammar gives it. Names of the highlands ("Ea", "Krông", "Kpă") and
abbreviations are no syllables in this sense, and right all the same: a test says no more than "not built so".
"""

from __future__ import annotations

import unicodedata
from functools import cache

#: Tones as combining marks; "" is the level tone.
GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
TONES = ("", GRAVE, ACUTE, TILDE, HOOK, DOT)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONSETS = _words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x") | {""}
_RIMES = _words(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu y
    o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    """
)
#: After qu and gi, the letter that they end in stands for the rime's own.
_AFTER_QU = _words(
    """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt êu
    i it in inh ich y yên yêt ynh yt yu ơ ơi ơn ôc
    """
)
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = (ACUTE, DOT)
_FRONT = "eêiy"


def split_tone(syllable: str) -> tuple[str, str]:
    """A syllable without its tone (NFC), and the tone as a combining mark ("" for none)."""
    tone, bare = "", []
    for character in unicodedata.normalize("NFD", syllable):
        if character in TONES[1:]:
            tone = character
        else:
            bare.append(character)
    return unicodedata.normalize("NFC", "".join(bare)), tone


@cache
def is_syllable(word: str) -> bool:
    """Whether a word, in any case, is built as a Vietnamese syllable, in old or new tone placement.

    A syllable that ends in c, ch, p or t has the acute or the dot below; "KHUÂT" is none, "KHUẤT" is.
    """
    lower = unicodedata.normalize("NFC", word).lower()
    marks = sum(character in TONES[1:] for character in unicodedata.normalize("NFD", lower))
    if marks > 1:
        return False
    bare, tone = split_tone(lower)
    return any(_fits(bare[:cut], bare[cut:], tone) for cut in range(min(3, len(bare)) + 1))


def lost_its_tone(word: str) -> bool:
    """Whether a word ends as a syllable with acute or dot does, and has another tone mark: "tổt", "chầt"."""
    bare, tone = split_tone(word.lower())
    return bool(tone) and tone not in _STOP_TONES and bare.endswith(_STOPS)


def _fits(onset: str, rime: str, tone: str) -> bool:
    if onset not in _ONSETS:
        return False
    # "gì", "giêng", "giết": one i stands for that of the onset and that of the rime.
    one_i = onset == "g" and rime.startswith("i")
    if not one_i and rime not in (_AFTER_QU if onset == "qu" else _RIMES):
        return False
    if rime.endswith(_STOPS) and tone not in _STOP_TONES:
        return False
    return _onset_fits(onset, rime[0])


def _onset_fits(onset: str, vowel: str) -> bool:
    """k, gh and ngh stand before e, ê, i, y; c and ng before the others."""
    if onset in ("k", "gh", "ngh"):
        return vowel in _FRONT
    if onset in ("c", "ng"):
        return vowel not in _FRONT
    return onset != "g" or vowel not in "eêy"
