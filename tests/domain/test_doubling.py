"""Pages scanned twice, with made-up words and made-up noise; on read pages: `benchmarks.doubles`."""

from __future__ import annotations

import random

import pytest

from hrdigitize.domain.doubling import doubled, imprint
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageKind, PageReading, TextLine, Word

_SYLLABLES = (
    "uy",
    "ban",
    "nhan",
    "dan",
    "xa",
    "quyet",
    "dinh",
    "nang",
    "luong",
    "can",
    "bo",
    "cong",
    "chuc",
    "hoc",
    "tap",
    "dang",
    "vien",
    "nam",
)


def _words(seed: int, count: int = 150) -> list[str]:
    dice = random.Random(seed)
    return [
        "".join(dice.sample(_SYLLABLES, 2)) if dice.random() < 0.9 else str(dice.randint(1, 2030))
        for _ in range(count)
    ]


def _scan(words: list[str], seed: int, *, dpi: int = 300, slips: float = 0.03, sure: float = 0.95) -> bytes:
    """A scan of these words, moved and a little larger, some of them misread and then read less surely."""
    dice = random.Random(seed)
    scale = dpi / 300 * dice.uniform(0.99, 1.01)
    left, top = dice.randint(-40, 40), dice.randint(-40, 40)
    found = []
    for n, word in enumerate(words):
        misread = dice.random() < slips
        text = word[:-1] + "x" if misread else word
        box = Box(
            round((200 + 230 * (n % 9) + left) * scale), round((200 + 90 * (n // 9) + top) * scale), 150, 40
        )
        found.append(Word(text, box, 0.6 if misread else sure))
    line = TextLine(tuple(found), found[0].box)
    return imprint(PageReading(2480, 3508, dpi, 0, 0.0, PageKind.UNKNOWN, (), (line,)))


@pytest.mark.parametrize("seed", range(8))
def test_a_second_scan_of_a_sheet_is_known(seed: int) -> None:
    words = _words(seed)
    pages = {
        1: _scan(words, 10 * seed),
        2: _scan(_words(seed + 100), 5),
        3: _scan(words, 10 * seed + 1, dpi=200),
    }
    assert doubled(pages) == {3: 1}


@pytest.mark.parametrize("seed", range(8))
def test_another_copy_of_the_same_form_is_none(seed: int) -> None:
    """Nine words in ten are printed, the others filled in: another person's."""
    words, others = _words(seed), _words(seed + 50)
    other = [others[n] if n % 10 == 0 else word for n, word in enumerate(words)]
    assert doubled({1: _scan(words, seed), 2: _scan(other, seed + 1)}) == {}


def test_the_review_of_another_year_is_none() -> None:
    """Two figures differ among a hundred and fifty words."""
    words = _words(3)
    words[10], words[140] = "2019", "2019"
    later = [word.replace("2019", "2020") for word in words]
    assert doubled({1: _scan(words, 1), 2: _scan(later, 2)}) == {}
    assert doubled({1: _scan(words, 1), 2: _scan(words, 2)}) == {2: 1}


def test_three_scans_of_a_sheet_are_doubles_of_the_first() -> None:
    words = _words(4)
    assert doubled({n: _scan(words, n) for n in (4, 7, 9)}) == {7: 4, 9: 4}


def test_a_page_with_few_words_says_nothing() -> None:
    assert _scan(_words(1, 5), 1) == b""
    assert doubled({1: b"", 2: b""}) == {}
