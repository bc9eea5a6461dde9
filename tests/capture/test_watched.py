"""A watched folder: only what is complete, in order, each file once, and nothing from elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.capture.watched import TAKEN_FOLDER, Arrived, Settling, WatchedFolder
from hrdigitize.domain.faults import UserFault
from tests.capture.scans import noise, saved

_PNG = saved(noise((60, 40)), "PNG")
_JPEG = saved(noise((300, 200)), "JPEG")
_TIFF = saved(noise((60, 40)), "TIFF")

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights on Windows")


class Watch:
    """A folder, a clock that goes on by a second for each look, and what came."""

    def __init__(self, folder: Path, *, move: bool = False, settling: Settling | None = None) -> None:
        self.seconds = 0.0
        self.folder = WatchedFolder(folder, now=lambda: self.seconds, move=move, settling=settling)
        self.remarks = list[tuple[str, str]]()

    def look(self, times: int = 1) -> list[Arrived]:
        came = list[Arrived]()
        for _ in range(times):
            self.seconds += 1
            came.extend(self.folder.complete())
            self.remarks.extend((remark.name, remark.code) for remark in self.folder.remarks())
        return came

    def names(self, times: int = 5) -> list[str]:
        return [arrived.name for arrived in self.look(times)]


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path)


def test_a_file_comes_once_it_has_lain_still_and_only_once(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(_PNG)
    assert watch.look(2) == []
    assert watch.folder.waiting
    assert watch.look(3) == [Arrived("a.png", _PNG)]
    assert watch.look(200) == []
    assert not watch.folder.waiting


def test_a_half_written_file_waits_for_its_end(watch: Watch, tmp_path: Path) -> None:
    file = tmp_path / "scan.jpg"
    for share in (0.2, 0.5, 0.9):
        file.write_bytes(_JPEG[: int(len(_JPEG) * share)])
        assert watch.look(20) == []  # still for 20 s each time, as a scanner's buffer may be
    file.write_bytes(_JPEG)
    assert watch.look(5) == [Arrived("scan.jpg", _JPEG)]


def test_a_file_that_grows_at_every_look_is_never_read(tmp_path: Path) -> None:
    watch, file = Watch(tmp_path), tmp_path / "scan.png"
    for length in range(1, 30):
        file.write_bytes(_PNG[:length])
        assert watch.look() == []
    file.write_bytes(_PNG)
    assert watch.names() == ["scan.png"]


def test_what_never_ends_is_given_up_after_a_time_and_told_before(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "half.jpg").write_bytes(_JPEG[:-40])
    (tmp_path / "empty.png").write_bytes(b"")
    assert watch.look(59) == []
    assert sorted(watch.remarks) == [("empty.png", "watched-incomplete"), ("half.jpg", "watched-incomplete")]
    empty, half = watch.look(5)
    assert half == Arrived("half.jpg", _JPEG[:-40])
    assert empty.fault is not None
    assert empty.fault.code == "file-empty"
    with pytest.raises(UserFault):
        empty.read()


def test_a_file_that_grows_page_by_page_is_left_longer(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "book.tif").write_bytes(_TIFF)
    assert watch.look(9) == []
    assert watch.names(4) == ["book.tif"]


@pytest.mark.parametrize("after_look", [0, 1, 2])
def test_a_file_replaced_while_it_is_read_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after_look: int
) -> None:
    """Replaced by another file, grown, or overwritten in place, each between two reads of its bytes."""
    file, watch, other = tmp_path / "scan.png", Watch(tmp_path), saved(noise((61, 40)), "PNG")
    file.write_bytes(_PNG)
    changes: list[Callable[[], object]] = [
        lambda: ((tmp_path / ".new").write_bytes(other), (tmp_path / ".new").rename(file)),
        lambda: file.write_bytes(other),
        lambda: file.write_bytes(_PNG[:-8]),
    ]
    truly, due = os.read, [changes[after_look]]

    def read(opened: int, length: int) -> bytes:
        piece = truly(opened, min(length, 100))
        if due:
            due.pop()()
        return piece

    monkeypatch.setattr(os, "read", read)
    assert watch.look(4) == []
    assert due == [], "the change fell within the reading"
    if after_look == 2:
        assert watch.look(20) == []
        file.write_bytes(other)
    assert watch.look(5) == [Arrived("scan.png", other)]


@posix
def test_links_are_never_followed_and_told_once(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (outside / "secret.png").write_bytes(_PNG)
    (folder / "link.png").symlink_to(outside / "secret.png")
    (folder / "dangling.png").symlink_to(outside / "nothing.png")
    (folder / "way").symlink_to(outside)
    watch = Watch(folder)
    assert watch.look(100) == []
    assert sorted(watch.remarks) == [
        ("dangling.png", "watched-link"),
        ("link.png", "watched-link"),
        ("way", "watched-link"),
    ]


@posix
def test_a_link_put_in_a_files_place_at_the_last_moment_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside, folder = tmp_path / "secret.png", tmp_path / "folder"
    folder.mkdir()
    outside.write_bytes(_PNG)
    (folder / "scan.png").write_bytes(_PNG)
    truly = os.open

    def opened(path: str, flags: int, **options: int) -> int:
        if path == "scan.png":
            (folder / "scan.png").unlink()
            (folder / "scan.png").symlink_to(outside)
        return truly(path, flags, **options)

    monkeypatch.setattr(os, "open", opened)
    watch = Watch(folder)
    assert watch.look(100) == []
    assert ("scan.png", "watched-link") in watch.remarks


@posix
def test_a_folder_that_becomes_a_link_gives_nothing_until_it_is_back(tmp_path: Path) -> None:
    folder, outside = tmp_path / "above" / "folder", tmp_path / "outside"
    folder.mkdir(parents=True)
    (outside / "folder").mkdir(parents=True)
    (outside / "folder" / "secret.png").write_bytes(_PNG)
    watch = Watch(folder)
    (tmp_path / "above").rename(tmp_path / "moved")
    (tmp_path / "above").symlink_to(outside)
    assert watch.look(20) == []
    assert watch.remarks == [("", "watched-folder-gone")]
    (tmp_path / "above").unlink()
    (tmp_path / "moved").rename(tmp_path / "above")
    (folder / "own.png").write_bytes(_PNG)
    assert watch.names() == ["own.png"]


@posix
def test_pipes_and_folders_are_left_alone(watch: Watch, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    assert watch.look(100) == []
    assert watch.remarks == []


def test_names_of_what_is_still_written_wait(watch: Watch, tmp_path: Path) -> None:
    for name in ("a.png.tmp", "b.part", "c.png.crdownload", ".d.png", "~e.png", "f.png~", "Thumbs.db"):
        (tmp_path / name).write_bytes(_PNG)
    assert watch.look(100) == []
    (tmp_path / "a.png.tmp").rename(tmp_path / "a.png")
    assert watch.names() == ["a.png"]


def test_a_thousand_files_at_once_come_in_the_order_of_their_numbers(watch: Watch, tmp_path: Path) -> None:
    for number in range(1000, 0, -1):
        (tmp_path / f"scan{number}.png").write_bytes(_PNG)
    assert watch.names(3) == []
    assert watch.names(1) == [f"scan{number}.png" for number in range(1, 1001)]


def test_a_file_on_its_way_holds_back_the_next_ones_for_a_while(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "scan1.jpg").write_bytes(_JPEG[:-100])
    (tmp_path / "scan2.jpg").write_bytes(_JPEG)
    assert watch.look(8) == []
    (tmp_path / "scan1.jpg").write_bytes(_JPEG)
    assert watch.names() == ["scan1.jpg", "scan2.jpg"]
    (tmp_path / "scan3.jpg").write_bytes(_JPEG[:-100])
    (tmp_path / "scan4.jpg").write_bytes(_JPEG)
    assert watch.names(12) == ["scan4.jpg"], "one that got stuck stops nobody"


def test_taken_files_are_moved_aside_and_nothing_is_written_over(tmp_path: Path) -> None:
    watch, other = Watch(tmp_path, move=True), saved(noise((61, 40)), "PNG")
    for content in (_PNG, other):
        (tmp_path / "scan.png").write_bytes(content)
        assert watch.names() == ["scan.png"]
        assert not (tmp_path / "scan.png").exists()
    aside = tmp_path / TAKEN_FOLDER
    assert {file.name: file.read_bytes() for file in aside.iterdir()} == {
        "scan.png": _PNG,
        "scan (2).png": other,
    }


def test_a_file_is_moved_only_after_the_next_one_is_asked_for(tmp_path: Path) -> None:
    watch = Watch(tmp_path, move=True)
    (tmp_path / "scan.png").write_bytes(_PNG)
    watch.look(3)
    watch.seconds += 1
    coming = watch.folder.complete()
    assert next(coming).name == "scan.png"
    coming.close()  # whoever took it never said that it is safe
    assert (tmp_path / "scan.png").exists()
    assert watch.names() == ["scan.png"]


def test_what_took_the_place_of_a_taken_file_is_not_moved_away(tmp_path: Path) -> None:
    watch, other = Watch(tmp_path, move=True), saved(noise((61, 40)), "PNG")
    (tmp_path / "scan.png").write_bytes(_PNG)
    watch.look(3)
    watch.seconds += 1
    for arrived in watch.folder.complete():
        assert arrived.data == _PNG
        (tmp_path / "scan.png").write_bytes(other)
    assert (tmp_path / "scan.png").read_bytes() == other
    assert watch.look(5) == [Arrived("scan.png", other)]


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    for path, code in ((tmp_path / "file", "watched-not-folder"), (tmp_path / "none", "file-missing")):
        with pytest.raises(UserFault) as refused:
            WatchedFolder(path, now=lambda: 0.0)
        assert refused.value.code == code
