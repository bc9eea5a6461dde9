"""Files of any name are taken in, or refused by a name that can be shown (G2); none is lost (G3)."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdigitize.domain.picture import Picture
from hrdigitize.domain.stored import SourceFile
from hrdigitize.messages import LANGUAGES, sentence
from hrdigitize.services.intake import IntakeReport
from tests.conftest import TellFigure
from tests.services.made_up import CLERK, Office, open_office, scan

#: Every file that a store may hold: its own names, and originals by what they hold.
_OWN = re.compile(
    r"records\.db(-wal|-shm)?|in-use\.(lock|json)|attempts\.db|originals/[0-9a-f]{2}/[0-9a-f]{64}\.sealed"
)
_DEVICES = ("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10)))
_LETTER = "\u1ec7"  # ệ: one unit in NFC, three in NFD


def names() -> Iterator[bytes]:
    """Two hundred names and more that systems, people and pranksters give to files."""
    for device in _DEVICES:
        yield from (f"{device}{ending}".encode() for ending in ("", ".txt", ".png", ".tar.gz"))
    for ending in (".", "..", " ", "  ", ". .", "\t"):
        yield from (f"quyết định{number}{ending}".encode() for number in range(3))
    yield from (f"scan.png{stream}".encode() for stream in (":ads", "::$DATA", ":ads:$DATA", ":"))
    yield from (f"a{sign}b.png".encode() for sign in "<>\"|?*\\%$`'&;!#~^{}[]()=+@,")
    yield from (f"a{chr(code)}b.png".encode() for code in (*range(1, 32), 127, *range(0x80, 0xA0)))
    for sign in "\u202e\u202d\u2066\u2067\u200f\u200b\u00ad\ufeff\u2028\u2029\u00a0\u3000\ue000":
        yield f"hồ sơ{sign}gpj.exe".encode()
    yield from (f"\x1b[{code}".encode() for code in ("31m đỏ", "2J", "H", "]0;title\x07"))
    yield from (b"scan-\xff.png", b"\xe1\xba.png", b"\xc0\xaf", b"\xed\xa0\x80.png", b"\xf5\xf6\xf7", b"\x80")
    yield from (b"..png", b"...", b".hidden", b"-rf", b"--store", b"~", b"=1+1.png", b"@SUM(A1)", b"%s%n.png")
    yield (_LETTER * 84).encode()
    yield ("a" * 255).encode()
    for letter in "ấệỗởữẵ":
        yield from (unicodedata.normalize(form, f"{letter}.png").encode() for form in ("NFC", "NFD"))
        yield "".join((letter.upper(), ".PNG")).encode()


def places(folder: Path) -> Iterator[Path]:
    """Names that no file here can have, or that are no file's; some reach out of the folder."""
    yield from (folder / "..", folder / "." / "..", folder / ".." / ".." / "etc", folder / "nowhere" / "..")
    yield from (folder / name for name in ("a\x00b.png", "\ud800.png", "x\udfff", "a" * 256, _LETTER * 86))
    yield folder.joinpath(*["dài" * 20] * 80, "scan.png")
    yield from (Path("/"), Path("C:\\scan.png"), Path("\\\\host\\share\\x.png"), Path("scan\n.png"))


def _files(office: Office, report: IntakeReport) -> tuple[SourceFile, ...]:
    def look() -> tuple[SourceFile, ...]:
        with office.store.view() as view:
            return view.batches.files(report.batch)

    return office.lane.run(look)


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Office]:
    """An office that takes every file for one page; the decoder is not what is tested here."""
    office = open_office(tmp_path / "store", decoding=lambda _: iter([Picture(8, 8, 1, 300, bytes(64))]))
    yield office
    office.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no such files")
def test_files_of_any_name_are_kept_or_refused_under_a_name_that_can_be_shown(
    quick: Office, tmp_path: Path, tell_figure: TellFigure
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    made = [folder / os.fsdecode(name) for name in dict.fromkeys(names())]
    for number, path in enumerate(made):
        path.write_bytes(f"scan {number}".encode())
    missing = list(places(folder))
    report = quick.intake.capture([*made, *missing], actor=CLERK)
    files = _files(quick, report)
    assert len(files) == len(made) + len(missing)
    assert report.pages == len(made)
    assert [refused.name for refused in report.refused] == [file.name for file in files[len(made) :]]
    for refused in report.refused:
        assert all(sentence(refused.code, refused.params, language=language) for language in LANGUAGES)
    for file in files:
        assert unicodedata.is_normalized("NFC", file.name)
        assert file.name.replace("\u00a0", "").replace("\u3000", "").replace("\ue000", "").isprintable()
    lying = [path.relative_to(quick.folder) for path in quick.folder.rglob("*") if path.is_file()]
    assert [str(path) for path in lying if not _OWN.fullmatch(path.as_posix())] == []
    assert {file.content for file in files if file.content} == set(quick.store.originals.names())
    tell_figure(
        f"G2: {len(files)} hostile file names, {report.pages} taken in, {len(report.refused)} refused by"
        " name, 0 used on the disk"
    )
    assert len(files) >= 200


def test_files_that_differ_in_case_or_normal_form_only_are_both_kept(
    office: Office, tmp_path: Path, tell_figure: TellFigure
) -> None:
    pairs = [
        ("Hồ sơ.png", "hồ sơ.PNG"),
        *(
            (unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))
            for name in ("Ước.png", "ấ")
        ),
        ("a\u0301\u0302.png", "ấ.png"),
        ("hòa.png", "hoà.png"),
    ]
    kept = 0
    for number, pair in enumerate(pairs):
        # Each in a folder of its own: some systems take the two names for one.
        paths = [tmp_path / f"{number}-{turn}" / name for turn, name in enumerate(pair)]
        for turn, path in enumerate(paths):
            path.parent.mkdir()
            path.write_bytes(scan(600 + 20 * turn + number))
        files = _files(office, office.intake.capture(paths, actor=CLERK))
        originals = [office.store.originals.fetch(file.content) for file in files if file.content]
        assert originals == [path.read_bytes() for path in paths]
        kept += len({file.id for file in files}) == len({file.content for file in files}) == 2
    tell_figure(f"G3: {kept} of {len(pairs)} pairs that differ in case or normal form only, both kept")
    assert kept == len(pairs)
