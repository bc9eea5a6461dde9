"""Training texts: what forms hold, every mark as often as any other, nothing that the reader cannot spell."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from random import Random
from unicodedata import normalize

from hrdigitize.domain.syllables import HOOK, TILDE, TONES, is_syllable
from hrdigitize.ocr.line_input import ALPHABET
from training.texts import syllables, texts


def test_syllables_are_spelled_right_in_old_and_new_tone_placement() -> None:
    found = set(syllables())
    assert all(is_syllable(text) for text in found)
    assert {"hoà", "hòa", "thuý", "thúy", "nghiêng", "lỵ", "mẩy", "uyển", "đường"} <= found
    assert not {"tỉêng", "xụân"} & found


def test_texts_have_every_letter_and_only_what_the_reader_knows() -> None:
    drawn = list(islice(texts(Random(1)), 9000))
    assert set("".join(drawn)) == set(ALPHABET)
    assert all(text == normalize("NFC", text) == text.strip() for text in drawn)


def test_rare_marks_are_no_rarer_than_others() -> None:
    signs = Counter(sign for text in islice(texts(Random(2)), 3000) for sign in normalize("NFD", text))
    tones = [signs[tone] for tone in TONES[1:]]
    assert min(signs[HOOK], signs[TILDE]) > 0.5 * max(tones)


def test_the_same_seed_gives_the_same_texts() -> None:
    assert list(islice(texts(Random(3)), 50)) == list(islice(texts(Random(3)), 50))
