"""What comes in is sealed before it counts; what is refused is kept with its reason and stops nobody."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import AuditEntry
from hrdigitize.domain.stored import BatchPage, SourceFile
from hrdigitize.services.intake import IntakeReport
from hrdigitize.store.checking import check
from tests.services.made_up import (
    CLERK,
    FORM_WIDTH_PX,
    LETTER_WIDTH_PX,
    TECHNICIAN,
    Office,
    scan,
    stack,
)


def _kept(
    office: Office, report: IntakeReport
) -> tuple[tuple[SourceFile, ...], tuple[BatchPage, ...], list[str]]:
    def look() -> tuple[tuple[SourceFile, ...], tuple[BatchPage, ...], list[str]]:
        with office.store.view() as view:
            actions = [entry.action for entry in view.audit.entries()]
            return view.batches.files(report.batch), view.batches.pages(report.batch), actions

    return office.lane.run(look)


def test_pages_are_numbered_through_all_files(office: Office, tmp_path: Path) -> None:
    first, second = tmp_path / "một.tiff", tmp_path / "hai.jpg"
    first.write_bytes(stack(FORM_WIDTH_PX, LETTER_WIDTH_PX))
    second.write_bytes(scan(LETTER_WIDTH_PX, "JPEG"))
    report = office.intake.capture([first, second], actor=CLERK)
    assert (report.pages, report.refused) == (3, ())
    files, pages, actions = _kept(office, report)
    assert [file.name for file in files] == ["một.tiff", "hai.jpg"]
    places = [(p.page.number, p.page.name, p.page_in_file, p.page.width, p.page.height) for p in pages]
    assert places == [
        (1, "một.tiff", 1, FORM_WIDTH_PX, 800),
        (2, "một.tiff", 2, LETTER_WIDTH_PX, 800),
        (3, "hai.jpg", 1, LETTER_WIDTH_PX, 800),
    ]
    assert actions == ["batch-opened", "file-captured", "file-captured"]


def test_the_original_bytes_are_kept(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(scan())
    files, _, _ = _kept(office, office.intake.capture([path], actor=CLERK))
    assert files[0].content is not None
    assert office.store.originals.fetch(files[0].content) == path.read_bytes()
    assert office.lane.run(lambda: check(office.store)) == ()


def test_refused_files_are_kept_with_their_reason_and_the_others_go_on(
    office: Office, tmp_path: Path
) -> None:
    missing, text, empty, good = (tmp_path / name for name in ("a.jpg", "b.jpg", "c.pdf", "d.png"))
    text.write_text("chỉ là chữ", "utf-8")
    empty.write_bytes(b"")
    good.write_bytes(scan())
    report = office.intake.capture([missing, text, empty, good], actor=CLERK)
    assert report.pages == 1
    assert [(refused.name, refused.code) for refused in report.refused] == [
        ("a.jpg", "file-missing"),
        ("b.jpg", "file-not-image"),
        ("c.pdf", "file-empty"),
    ]
    files, pages, _ = _kept(office, report)
    assert [file.refusal.code if file.refusal else None for file in files] == [
        "file-missing",
        "file-not-image",
        "file-empty",
        None,
    ]
    assert files[1].content is not None
    assert office.store.originals.fetch(files[1].content) == text.read_bytes()
    assert [page.page.number for page in pages] == [1]


def test_the_same_file_twice_is_two_files_and_one_original(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(scan())
    report = office.intake.capture([path, path], actor=CLERK)
    assert report.pages == 2
    assert len(list(office.store.originals.names())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names are text")
def test_a_name_that_is_no_text_is_kept_as_text(office: Office, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"scan-\xff.png")
    path.write_bytes(scan())
    files, _, _ = _kept(office, office.intake.capture([path], actor=CLERK))
    assert files[0].name == "scan-\ufffd.png"


def test_a_batch_of_nothing_is_a_batch(office: Office) -> None:
    report = office.intake.capture([], actor=CLERK)
    assert (report.pages, report.refused) == (0, ())


def test_a_full_disk_ends_the_batch_and_keeps_what_was_acknowledged(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "1.png", tmp_path / "2.png"
    first.write_bytes(scan())
    second.write_bytes(scan(LETTER_WIDTH_PX))
    keep = office.store.originals.keep

    def keep_until_full(content: bytes) -> object:
        if content == second.read_bytes():
            raise UserFault("store-disk-full")
        return keep(content)

    monkeypatch.setattr(office.store.originals, "keep", keep_until_full)
    with pytest.raises(UserFault) as caught:
        office.intake.capture([first, second], actor=CLERK)
    assert caught.value.code == "store-disk-full"
    (name,) = office.store.originals.names()
    assert office.store.originals.fetch(name) == first.read_bytes()
    assert office.lane.run(lambda: check(office.store)) == ()


def test_who_may_not_capture_changes_nothing(office: Office) -> None:
    with pytest.raises(UserFault) as caught:
        office.intake.capture([], actor=TECHNICIAN)
    assert caught.value.code == "action-not-allowed"

    def entries() -> list[AuditEntry]:
        with office.store.view() as view:
            return list(view.audit.entries())

    assert office.lane.run(entries) == []
