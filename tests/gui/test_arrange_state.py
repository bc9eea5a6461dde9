"""What a key means for the pages of a batch, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.domain.arranging import Aside, LaidPage, Layout, documents_of, move
from hrdigitize.domain.record import DocumentId, PageId
from hrdigitize.gui.arrange.state import document_before, step
from hrdigitize.gui.intake.folders import scans_in


def _layout(text: str) -> Layout:
    """Pages by the letters of their documents: "aab" is two pages of a, one of b; "-" is set aside."""
    return tuple(
        LaidPage(
            PageId(f"p{number}"),
            number,
            DocumentId(letter) if letter != "-" else None,
            100,
            140,
            Aside.OTHER if letter == "-" else None,
        )
        for number, letter in enumerate(text, start=1)
    )


def _shown(layout: Layout) -> str:
    return " ".join(f"{page.document or '-'}{page.number}" for page in layout)


@pytest.mark.parametrize(
    ("laid", "numbers", "by", "then"),
    [
        ("aab", [1], 1, "a2 a1 b3"),
        ("aab", [2], 1, "a1 b2 b3"),  # at the border it becomes the next document's first page
        ("aab", [3], -1, "a1 a2 a3"),  # and the last page of the one before
        ("aab", [2], -1, "a2 a1 b3"),
        ("a-ab", [1], 1, "-2 a3 a1 b4"),  # what is set aside is no place to go to
        ("aaab", [1, 2], 1, "a3 a1 a2 b4"),
        ("aabb", [2, 3], 1, "a1 b4 b2 b3"),
    ],
)
def test_a_step_goes_to_the_next_place_and_over_the_border_of_a_document(
    laid: str, numbers: list[int], by: int, then: str
) -> None:
    layout = _layout(laid)
    wanted = step(layout, numbers, by)
    assert wanted is not None
    assert _shown(move(layout, wanted.numbers, to=wanted.to, behind=wanted.behind)) == then


@pytest.mark.parametrize(("numbers", "by"), [([1], -1), ([3], 1), ([], 1), ([9], 1)])
def test_at_the_ends_there_is_nothing_to_do(numbers: list[int], by: int) -> None:
    assert step(_layout("aab"), numbers, by) is None


def test_a_step_on_and_a_step_back_leave_everything_as_it_was() -> None:
    layout = _layout("aabbc")
    for number in (1, 2, 3, 4):
        there = step(layout, [number], 1)
        assert there is not None
        after = move(layout, there.numbers, to=there.to, behind=there.behind)
        back = step(after, [number], -1)
        assert back is not None
        again = move(after, back.numbers, to=back.to, behind=back.behind)
        assert documents_of(again) == documents_of(layout)


def test_the_document_before() -> None:
    layout = _layout("aabbc")
    assert document_before(layout, DocumentId("a")) is None
    assert document_before(layout, DocumentId("c")) == "b"


def test_the_scans_of_a_folder_in_the_order_of_their_numbers(
    tmp_path: Path,
) -> None:
    folder = tmp_path
    (folder / "B").mkdir()
    for name in ("trang 10.png", "trang 9.JPG", "B/1.pdf", ".ẩn.png", "ghi chú.txt", "trang 10a.png"):
        (folder / name).write_bytes(b"")
    found = [path.relative_to(folder).as_posix() for path in scans_in(folder)]
    assert found == ["B/1.pdf", "trang 9.JPG", "trang 10.png", "trang 10a.png"]
