"""`extract`: a stack of files becomes one report, and the report the JSON that people script."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.reading import Doubt, FieldReading, Finding, FormReading, Period, Severity, State
from hrdigitize.domain.sorting import Boundary, Classified
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.services.extract import ExtractedPage, ExtractReport, FileFault, extract, to_json
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader
from tests.capture.scans import claiming_png, noise, saved
from tests.services.typist import FORM_PAGE, LETTER, NEXT_PAGE, PERSON, typist
from tests.workers.staff import KILLS, sheet, size_engine

_FORM = "2c-bnv-2008"


@pytest.fixture
def reader() -> Iterator[Reader]:
    with Reader(engines=typist, inline=True) as made:
        yield made


def _image(width: int) -> Image.Image:
    picture = sheet(width, 600)
    return Image.frombytes("L", (picture.width, picture.height), picture.pixels)


def _scan(folder: Path, name: str, *widths: int) -> Path:
    """A TIFF with a page of each width: the typist knows pages by their width."""
    first, *others = [_image(width) for width in widths]
    path = folder / name
    path.write_bytes(saved(first, "TIFF", save_all=True, append_images=others, dpi=(300, 300)))
    return path


def test_files_are_one_stack_and_documents_may_cross_them(tmp_path: Path, reader: Reader) -> None:
    files = [
        _scan(tmp_path, "thư.tif", LETTER),
        _scan(tmp_path, "tờ khai 1.tif", FORM_PAGE),
        _scan(tmp_path, "tờ khai 2.tif", NEXT_PAGE, LETTER, FORM_PAGE),
    ]
    report = extract(files, Decoder(), reader)
    assert [(d.form, d.first_page, d.last_page) for d in report.documents] == [
        (None, 1, 1),
        (_FORM, 2, 3),
        (None, 4, 4),
        (_FORM, 5, 5),
    ]
    assert [(Path(p.file).name, p.page_in_file, p.reading.width) for p in report.pages] == [
        ("thư.tif", 1, LETTER),
        ("tờ khai 1.tif", 1, FORM_PAGE),
        ("tờ khai 2.tif", 1, NEXT_PAGE),
        ("tờ khai 2.tif", 2, LETTER),
        ("tờ khai 2.tif", 3, FORM_PAGE),
    ]
    kinds = [page.reading.kind for page in report.pages]
    assert kinds[1:3] == [PageKind.FIRST, PageKind.CONTINUATION]
    assert report.errors == ()


def test_fields_tell_their_page_in_the_stack(tmp_path: Path, reader: Reader) -> None:
    report = extract([_scan(tmp_path, "a.tif", LETTER, FORM_PAGE, NEXT_PAGE)], Decoder(), reader)
    fields = report.documents[1].fields
    assert (fields["full_name"].text, fields["full_name"].page) == (PERSON, 2)
    assert fields["birth_date"].value == "1970-07-06"
    assert (fields["discipline"].text, fields["discipline"].page) == ("không", 3)


def test_all_keys_of_the_form_are_there(tmp_path: Path, reader: Reader) -> None:
    report = extract([_scan(tmp_path, "a.tif", FORM_PAGE)], Decoder(), reader)
    form = load_forms()[_FORM]
    assert set(report.documents[0].fields) == set(form.fields)
    assert set(report.documents[0].tables) == set(form.tables)


def test_a_page_of_no_known_form_has_its_text_and_nothing_else(tmp_path: Path, reader: Reader) -> None:
    told = json.loads(json.dumps(to_json(extract([_scan(tmp_path, "a.tif", LETTER)], Decoder(), reader))))
    # How little speaks for the best type changes with every wording.
    assert told["documents"][0]["classified"].pop("score") < 0.05
    assert told["documents"] == [
        {
            "form": None,
            "type": None,
            "first_page": 1,
            "last_page": 1,
            "fields": {},
            "tables": {},
            "findings": [],
            "classified": {"reason": "sorted-unclear", "quoted": "", "runner_up": None},
            "index": {},
            "boundary": {"score": 0.5, "reason": "boundary-unsure"},
        }
    ]
    (page,) = told["pages"]
    assert "một lá thư thường" in page["text"]


def test_bad_files_do_not_stop_the_others(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "chữ.jpg").write_text("Không phải ảnh đâu.", "utf-8")
    (tmp_path / "dở.jpg").write_bytes(saved(noise((600, 800)), "JPEG")[:100_000])
    (tmp_path / "rỗng.pdf").touch()
    (tmp_path / "khổng lồ.png").write_bytes(claiming_png(20_000, 20_000))
    names = ["thiếu.jpg", "chữ.jpg", "dở.jpg", "rỗng.pdf", "khổng lồ.png"]
    good = _scan(tmp_path, "tốt.tif", FORM_PAGE)
    report = extract([*(tmp_path / name for name in names), good], Decoder(), reader)
    assert [(Path(error.file).name, error.fault.code) for error in report.errors] == [
        ("thiếu.jpg", "file-missing"),
        ("chữ.jpg", "file-not-image"),
        ("dở.jpg", "file-truncated"),
        ("rỗng.pdf", "file-empty"),
        ("khổng lồ.png", "page-too-large"),
    ]
    assert [document.form for document in report.documents] == [_FORM]
    assert report.pages[0].file == str(good)


def test_nothing_readable_is_an_empty_report(tmp_path: Path, reader: Reader) -> None:
    report = extract([tmp_path / "thiếu.jpg"], Decoder(), reader)
    assert (report.documents, report.pages) == ((), ())
    assert len(report.errors) == 1


def test_pages_before_the_damage_are_read(tmp_path: Path, reader: Reader) -> None:
    path = _scan(tmp_path, "a.tif", FORM_PAGE, LETTER)
    sound = path.read_bytes()
    strip = Image.open(path)
    strip.seek(1)
    offset = strip.tag_v2[273][0]  # type: ignore[attr-defined]
    strip.close()
    path.write_bytes(sound.replace(offset.to_bytes(4, "little"), (len(sound) + 99).to_bytes(4, "little")))
    report = extract([path], Decoder(), reader)
    assert [document.form for document in report.documents] == [_FORM]
    assert [Path(error.file).name for error in report.errors] == ["a.tif"]


def test_a_page_that_kills_the_reader_keeps_its_place(tmp_path: Path) -> None:
    with Reader(engines=size_engine, size=1) as fragile:
        report = extract([_scan(tmp_path, "a.tif", 500, KILLS, 510)], Decoder(), fragile)
    assert [page.reading.width for page in report.pages] == [500, KILLS, 510]
    assert report.pages[1].reading.quality == ("not-read",)
    assert [(error.fault.code) for error in report.errors] == ["reader-died"]
    assert [(d.first_page, d.last_page) for d in report.documents] == [(1, 1), (2, 2), (3, 3)]


def test_progress_ends_with_everything_done(tmp_path: Path, reader: Reader) -> None:
    heard: list[tuple[int, int]] = []
    extract(
        [_scan(tmp_path, "a.tif", FORM_PAGE, NEXT_PAGE, LETTER)],
        Decoder(),
        reader,
        progress=lambda done, known: heard.append((done, known)),
    )
    assert heard[-1] == (3, 3)
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)


def _field(**changes: object) -> FieldReading:
    plain: dict[str, object] = {
        "state": State.VALUE,
        "value": "1970-07-06",
        "text": "06 tháng 07 năm 1970",
        "raw": "06, tháng 07, năm 1970",
        "page": 1,
        "box": Box(412, 731, 380, 44),
        "confidence": 0.99941,
        "accepted": True,
        "doubts": (),
    }
    return FieldReading(**(plain | changes))  # type: ignore[arg-type]


_FIELD_JSON = {
    "state": "value",
    "value": "1970-07-06",
    "text": "06 tháng 07 năm 1970",
    "raw": "06, tháng 07, năm 1970",
    "page": 1,
    "box": [412, 731, 380, 44],
    "confidence": 0.9994,
    "accepted": True,
    "doubts": [],
}


def _told(document: FormReading) -> object:
    """The document as it stands in the report's JSON."""
    (told,) = json.loads(json.dumps(to_json(ExtractReport((document,), (), ()))))["documents"]
    return told


def test_the_json_of_a_document_is_the_one_that_people_script() -> None:
    blank = _field(state=State.BLANK, value=None, text="", raw="", accepted=False)
    finding = Finding("finding-x", Severity.WARNING, ("birth_date",), {"year": "1970"})
    document = FormReading(
        _FORM,
        "state-cv",
        1,
        1,
        {"birth_date": _field(), "other_names": blank},
        {},
        (finding,),
        Classified("state-cv", 0.98765, "sorted-by-title", "sơ yếu lý lịch", "party-002"),
        {"issued_on": _field()},
        Boundary(0.97, "boundary-form"),
    )
    assert _told(document) == {
        "form": "2c-bnv-2008",
        "type": "state-cv",
        "first_page": 1,
        "last_page": 1,
        "fields": {
            "birth_date": _FIELD_JSON,
            "other_names": _FIELD_JSON
            | {"state": "blank", "value": None, "text": "", "raw": "", "accepted": False},
        },
        "tables": {},
        "findings": [
            {"code": "finding-x", "severity": "warning", "fields": ["birth_date"], "params": {"year": "1970"}}
        ],
        "classified": {
            "score": 0.9877,
            "reason": "sorted-by-title",
            "quoted": "sơ yếu lý lịch",
            "runner_up": "party-002",
        },
        "index": {"issued_on": _FIELD_JSON},
        "boundary": {"score": 0.97, "reason": "boundary-form"},
    }


def test_the_json_of_a_table_has_a_field_for_every_cell() -> None:
    cell = _field(value=Period("1990-09", None), doubts=(Doubt("doubt-x", (3, 4)),))
    told = _told(FormReading(_FORM, None, 1, 1, {}, {"training": ({"period": cell},)}))
    assert isinstance(told, dict)
    period = {"value": {"from": "1990-09", "to": None}, "doubts": [{"code": "doubt-x", "at": [3, 4]}]}
    assert told["tables"] == {"training": [{"period": _FIELD_JSON | period}]}


def test_the_json_of_a_page_is_the_one_that_people_script() -> None:
    reading = PageReading(2481, 3508, 300, 0, 0.804, PageKind.FIRST, (), ())
    told = to_json(ExtractReport((), (ExtractedPage("scan-1.jpg", 1, reading),), ()))
    assert told["pages"] == [
        {
            "page": 1,
            "file": "scan-1.jpg",
            "page_in_file": 1,
            "width": 2481,
            "height": 3508,
            "dpi": 300,
            "rotation": 0,
            "skew": 0.8,
            "kind": "first",
            "quality": [],
            "text": "",
        }
    ]


def test_the_json_of_a_fault_has_its_code_and_a_sentence() -> None:
    report = ExtractReport((), (), (FileFault("broken.jpg", UserFault("file-broken")),))
    (error,) = json.loads(json.dumps(to_json(report, language="en")))["errors"]
    assert set(error) == {"file", "code", "message"}
    assert (error["file"], error["code"]) == ("broken.jpg", "file-broken")
    assert error["message"].startswith("The file is damaged")


def test_sentences_are_vietnamese_unless_english_is_asked_for() -> None:
    report = ExtractReport((), (), (FileFault("a.jpg", UserFault("file-missing")),))
    told = json.dumps(to_json(report), ensure_ascii=False)
    assert "Không tìm thấy tệp" in unicodedata.normalize("NFC", told)
