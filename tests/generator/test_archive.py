"""The mixed archive: the same each time, true to its truth, and made of papers as an office has them."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pytest
import zxingcpp
from PIL import Image

from tests.generator.archive import backs
from tests.generator.archive.cards import chip_text
from tests.generator.archive.codes import payload
from tests.generator.archive.dossiers import UNSEEN_ONLY, Dossier, Mix, plan_dossiers
from tests.generator.archive.folders import file_name, read_truth, write
from tests.generator.archive.generating import ArchivePage, archive
from tests.generator.archive.matters import Words, draw_cadre, draw_day, old_tones, words_of
from tests.generator.archive.prints import sources
from tests.generator.archive.separators import inventory, separator
from tests.generator.archive.sources import Layout, heads, kinds, layouts, phrases
from tests.generator.archive.truths import BACK, BLANK, CONTINUATION, FIRST, INVENTORY, SEPARATOR

#: A mix in which everything happens often, so that few pages show all of it.
_BUSY = Mix(pages=(10, 12), separated=1.0, listed=1.0, turned=0.3, doubled=0.4, foreign=0.2, secret=1)


@pytest.fixture(scope="module")
def busy() -> list[ArchivePage]:
    return list(archive(11, 3, mix=_BUSY).pages())


@pytest.fixture(scope="module")
def planned() -> list[Dossier]:
    return list(plan_dossiers(2, 20, Mix()))


def test_the_same_seed_gives_the_same_bytes() -> None:
    mix = Mix(pages=(4, 5))
    first = list(archive(3, 1, mix=mix).pages())
    again = list(archive(3, 1, mix=mix).pages())
    assert [one.jpeg for one in first] == [one.jpeg for one in again]
    assert [one.truth for one in first] == [one.truth for one in again]
    other = list(archive(4, 1, mix=mix).pages())
    assert other[0].jpeg != first[0].jpeg


def test_every_document_begins_once_and_its_pages_follow_each_other(busy: list[ArchivePage]) -> None:
    assert [one.truth.number for one in busy] == list(range(1, len(busy) + 1))
    firsts = [one.truth.document for one in busy if one.truth.kind == FIRST]
    assert len(firsts) == len(set(firsts))
    numbers = [one.truth.document for one in busy if one.truth.document is not None]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, max(numbers) + 1))
    inventories = {one.truth.document for one in busy if one.truth.kind == INVENTORY}
    assert set(firsts) | inventories == set(numbers)


def test_pages_and_documents_agree(busy: list[ArchivePage]) -> None:
    for page in busy:
        if page.truth.kind in (BLANK, SEPARATOR):
            assert page.document is None
            continue
        assert page.document is not None
        assert page.document.number == page.truth.document
        assert page.document.type == page.truth.type
        assert page.document.dossier == page.truth.dossier == page.dossier.number
    counted = Counter(one.truth.document for one in busy if one.document)
    pages = {one.document.number: one.document.pages for one in busy if one.document}
    assert dict(counted) == pages


def test_everything_happens(busy: list[ArchivePage]) -> None:
    kinds_seen = Counter(one.truth.kind for one in busy)
    assert set(kinds_seen) == {FIRST, CONTINUATION, BACK, BLANK, INVENTORY, SEPARATOR}
    assert {90, 180, 270} <= {one.truth.rotation for one in busy}
    assert any(one.truth.double_of for one in busy)
    assert any(one.document.foreign for one in busy if one.document)
    assert any(one.truth.secrecy != "open" for one in busy)


def test_a_double_is_another_scan_of_the_page_that_it_names(busy: list[ArchivePage]) -> None:
    pages = {one.truth.number: one for one in busy}
    doubles = [one for one in busy if one.truth.double_of]
    for double in doubles:
        original = pages[double.truth.double_of or 0]
        assert original.truth.number < double.truth.number
        assert original.truth.type == double.truth.type
        assert original.jpeg != double.jpeg
        assert _alike(original, double) > 0.8
    copied = [one.document for one in doubles if one.document and one.document.double_of]
    originals = {one.document.number: one.document for one in busy if one.document}
    for document in copied:
        assert document.index == originals[document.double_of or 0].index


def _alike(one: ArchivePage, other: ArchivePage) -> float:
    """How well the strokes of two pages agree, both upright, roughly: the correlation of blurred ones."""
    small = []
    for page in (one, other):
        picture = Image.open(io.BytesIO(page.jpeg)).convert("L").rotate(page.truth.rotation, expand=True)
        grey = np.asarray(picture.resize((420, 600)), np.float32)
        strokes = np.clip(cv2.GaussianBlur(grey, (0, 0), 6) - grey - 12, 0, 60)
        pooled = cv2.GaussianBlur(strokes, (0, 0), 7)
        small.append(pooled - pooled.mean())
    return float((small[0] * small[1]).sum() / np.sqrt((small[0] ** 2).sum() * (small[1] ** 2).sum()))


def test_blank_pages_have_no_writing_and_nearly_blank_ones_do(busy: list[ArchivePage]) -> None:
    for page in busy:
        assert bool(page.truth.content) == (page.truth.kind == BACK or _is_line(page))
        if page.truth.kind == BLANK:
            assert not page.truth.content


def _is_line(page: ArchivePage) -> bool:
    return page.truth.kind == CONTINUATION and bool(page.truth.content)


def test_what_stands_on_a_nearly_blank_page_is_drawn() -> None:
    size = (2480, 3508)
    for kind in (backs.SIGNATURE, backs.HANDWRITTEN, backs.PENCIL, backs.LINE):
        drawn = backs.noted(size, kind, Random(kind))
        assert drawn.content
        assert (np.asarray(drawn.page) < 170).sum() > 800


def test_a_blank_back_shows_the_front_but_faintly() -> None:
    front = Image.new("L", (2480, 3508), 255)
    front.paste(0, (300, 300, 2000, 1200))
    ink = np.zeros((3508, 2480), np.float32)
    for number in range(8):
        drawn = backs.blank(front, ink, Random(number))
        inside = np.asarray(drawn.page)[350:1150, 600:2000]
        assert np.median(inside) > 225
        assert not drawn.content


def test_the_codes_of_separator_sheets_can_be_read(busy: list[ArchivePage]) -> None:
    sheets = [one for one in busy if one.truth.kind == SEPARATOR]
    assert len(sheets) > 5
    for page in sheets:
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.jpeg)))
        assert [one.text for one in found] == [page.truth.payload]
        mark, dossier, type_id, _person = page.truth.payload.split("|")
        assert (mark, dossier) == ("HRDS1", page.dossier.code)
        assert type_id == "" or type_id in kinds()


def test_a_payload_never_has_more_parts_than_four() -> None:
    assert payload("HS|1", "party-005", "A\nB") == "HRDS1|HS 1|party-005|A B"
    assert separator("HS-1", "", "", Random(1)).payload == "HRDS1|HS-1||"


def test_the_code_of_a_chip_card_has_its_seven_fields() -> None:
    rng = Random(5)
    cadre = draw_cadre(rng)
    (card,) = [one for one in sources()["state-id-card"] if one.layout == "chip-card"]
    printed = card.make(cadre, rng)
    (code,) = zxingcpp.read_barcodes(printed.pages[0])
    assert code.text == printed.index["qr"]
    number, _old, name, born, sex, address, issued = code.text.split("|")
    assert number == printed.index["id_number"]
    assert name == cadre.name
    assert born == f"{cadre.person.identity.born:%d%m%Y}"
    assert sex in ("Nam", "Nữ")
    assert address
    assert chip_text(cadre, number, draw_day(rng, cadre, "late")).count("|") == 6
    assert len(issued) == 8


def test_an_archive_is_as_large_and_as_mixed_as_it_should_be(planned: list[Dossier]) -> None:
    documents = [one for dossier in planned for one in dossier.documents]
    assert sum(one.pages for one in documents) >= 500
    assert all(sum(one.pages for one in dossier.documents) >= 25 for dossier in planned)
    assert len({one.source.type for one in documents}) >= 40
    assert max(one.pages for one in documents) >= 5


def test_unseen_layouts_really_appear(planned: list[Dossier]) -> None:
    found = [one.source for dossier in planned for one in dossier.documents]
    unseen = {one.type for one in found if not one.known}
    assert len(unseen) >= 8
    only = {type_id for type_id in unseen if all(not one.known for one in found if one.type == type_id)}
    assert only >= UNSEEN_ONLY
    assert len(UNSEEN_ONLY) >= 5


def test_a_marking_is_stamped_on_the_first_page_and_on_its_doubles() -> None:
    mix = Mix(pages=(6, 8), doubled=1.0, secret=3)
    marked = [
        one for dossier in plan_dossiers(8, 3, mix) for one in dossier.documents if one.secrecy != "open"
    ]
    assert {one.secrecy for one in marked} == {"confidential", "secret"}
    assert any(one.double for one in marked)


def test_rules_are_written_for_known_layouts_alone() -> None:
    found = [one.source for dossier in plan_dossiers(2, 3, Mix(known_only=True)) for one in dossier.documents]
    assert all(one.known for one in found)


def test_every_type_has_a_known_layout_and_a_name() -> None:
    assert set(sources()) == set(kinds())
    for type_id, found in sources().items():
        assert any(one.known for one in found), type_id
    names = [(one.type, one.name) for one in layouts()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("layout", layouts(), ids=lambda one: f"{one.type} {one.name}")
def test_every_layout_can_be_filled_in(layout: Layout) -> None:
    source = next(one for one in sources()[layout.type] if one.layout == layout.name)
    rng = Random("filled in")
    cadre = draw_cadre(rng)
    printed = source.make(cadre, rng)
    assert 1 <= len(printed.pages) <= 6
    assert printed.index["full_name"] in (cadre.name, cadre.name.upper())
    assert layout.head in heads()
    if layout.number:
        assert printed.index["number"].isdigit()
        assert printed.index["notation"]
    assert (np.asarray(printed.pages[0]) < 128).mean() > 0.002


def test_choices_and_words_are_filled_in() -> None:
    cadre = draw_cadre(Random(1))
    words = words_of(Random(1), cadre, cadre.person.declared)
    assert words.filled("[a ~ b]") in ("a", "b")
    assert words.filled("{name}, {MR}") == f"{cadre.name}, {words['mr'].upper()}"
    with pytest.raises(KeyError):
        words.filled("{nobody knows}")
    spans = [words.filled("{a_span}").split(" - ") for _ in range(3)]
    assert [one[1] for one in spans[:-1]] == [one[0] for one in spans[1:]]


def test_committees_are_named_after_their_unit() -> None:
    cadre = draw_cadre(Random(1))
    known = dict(words_of(Random(1), cadre, cadre.person.declared))
    town = Words(
        Random(1), known | {"district": "thị xã Sa Pa", "district_name": "Sa Pa", "province": "tỉnh Lào Cai"}
    )
    assert town.filled("HUYỆN ỦY {district_name}, Huyện ủy, Tỉnh ủy") == "THỊ ỦY Sa Pa, Thị ủy, Tỉnh ủy"
    city = Words(
        Random(1),
        known | {"district": "huyện Phúc Thọ", "district_name": "Phúc Thọ", "province": "thành phố Hà Nội"},
    )
    assert city.filled("TỈNH ỦY, Huyện ủy") == "THÀNH ỦY, Huyện ủy"


def test_older_tones_leave_names_alone() -> None:
    assert old_tones("Đảng ủy, văn hóa, Nguyễn Thị Thúy") == "Đảng uỷ, văn hoá, Nguyễn Thị Thúy"


def test_inventories_list_what_there_is_and_what_is_lacking() -> None:
    found = [("party-005", 1), ("state-cv", 4)]
    drawn = inventory(found, "Nguyễn Văn A", Random(1), known=True)
    assert drawn.title == "MỤC LỤC TÀI LIỆU"
    assert [(row.title, row.pages) for row in drawn.rows[:2]] == [
        (kinds()["party-005"].names[0], "1"),
        (kinds()["state-cv"].names[0], "4"),
    ]
    assert all(row.present and not row.absent for row in drawn.rows[:2])
    assert all(row.absent and row.reason and not row.present for row in drawn.rows[2:])
    assert len(drawn.rows) > 3


def test_phrases_that_papers_name_are_there() -> None:
    for layout in layouts():
        for line in layout.text.split("\n"):
            sign, _, rest = line.partition(" ")
            if sign in ("@fill", "@rows"):
                assert rest.split()[0] in phrases()


def test_a_folder_tells_the_same_truth(tmp_path: Path) -> None:
    made = archive(6, 1, mix=Mix(pages=(3, 4), separated=1.0, listed=1.0))
    count = write(made, tmp_path)
    truth = read_truth(tmp_path)
    pages = list(made.pages())
    assert count == len(pages) == len(truth.pages)
    assert truth.pages == [one.truth for one in pages]
    assert [file.name for file in truth.files] == [file_name(number + 1) for number in range(count)]
    assert truth.files[0].read_bytes() == pages[0].jpeg
    for page in pages:
        if page.document is not None:
            told = truth.document(page.document.number)
            assert (told.type, told.index) == (page.document.type, page.document.index)
    assert truth.dossiers == [pages[0].dossier]
