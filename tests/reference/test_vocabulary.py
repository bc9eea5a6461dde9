"""The vocabulary: words by their marks, in any case and in either tone placement."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize import bundle
from hrdigitize.domain.syllables import is_syllable
from hrdigitize.reference.lists import load_lists
from hrdigitize.reference.vocabulary import read_words, unseen, vocabulary_of

WORDS = load_lists().vocabulary


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Cán bộ Quỹ tín dụng, xã Hoằng Ngọc", 0),
        ("HOÀ BÌNH, Hòa Bình, LLCT, THPT", 0),
        ("Tiếng Ạnh", 1),
        ("Không cớ", 1),
        ("tổt", 1),
        ("Trường Đại học Nông Lâm Thái Nguyê", 1),
        ("loại A, hạng III, Nguyễn Văn A", 0),
        ("", 0),
        ("12/2004", 0),
    ],
)
def test_words_that_no_list_has_are_counted(text: str, count: int) -> None:
    assert unseen(text, WORDS) == count


def test_words_of_forms_are_added_to_it() -> None:
    assert unseen("Bnâng", WORDS) == 1
    assert unseen("BNÂNG", WORDS | vocabulary_of(["Tên: Bnâng"])) == 0


def test_the_file_holds_syllables_abbreviations_and_names_of_places_abroad() -> None:
    text = (bundle.resources() / "reference" / "words.txt").read_text("utf-8")
    at_home, abroad = (
        [word for line in part.splitlines() if line[:1] not in ("#", ",") for word in line.split()]
        for part in text.split("# Countries and towns abroad")
    )
    assert [word for word in at_home if word.islower() and not is_syllable(word)] == []
    assert len([*at_home, *abroad]) == len({*at_home, *abroad})
    assert all(word.islower() for word in abroad)


def test_lines_that_say_what_a_file_is_are_no_words(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# source\nnhà cửa\n", "utf-8")
    assert read_words(tmp_path / "words.txt") == {"nhà", "cửa"}
