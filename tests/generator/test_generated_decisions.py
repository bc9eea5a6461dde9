"""Generated decisions: the same every time, and their truth is what the paper shows."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from PIL import Image

from hrdigitize.formdefs.loading import load_forms
from tests.generator.decisions.deciding import ANNEX, ITEMS, ONE, TABLE
from tests.generator.decisions.generating import (
    FORM_ID,
    SEEDS_OF_A_USE,
    USES,
    PrintedDecision,
    generate_decision,
    print_decision,
    truth_of,
    use_of,
)
from tests.generator.decisions.layouts import PLANS
from tests.generator.decisions.settings import NO_DISTRICTS, without_kind
from tests.generator.decisions.sources import acts
from tests.generator.faces import FAMILIES

_SEEDS = [use.first_seed + 500 + number for use in USES.values() for number in range(12)]


@pytest.fixture(scope="module", name="printed")
def _printed() -> list[PrintedDecision]:
    return [print_decision(seed) for seed in _SEEDS]


def _unspaced(text: str) -> str:
    return "".join(text.split())


def _drawn(printed: PrintedDecision, key: str) -> str:
    return _unspaced("".join(printed.laid.printed.get(key, ())))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not() -> None:
    first, again, other = (generate_decision(seed, 1) for seed in (7_001, 7_001, 7_002))
    assert first == again
    assert first.pages != other.pages
    assert first.truth != other.truth


def test_pages_are_jpeg_scans_and_the_level_does_not_change_the_truth() -> None:
    clean, poor = (generate_decision(7_003, level) for level in (0, 2))
    assert clean.truth == poor.truth
    for form, dpi in ((clean, 300), (poor, 200)):
        for page in form.pages:
            with Image.open(io.BytesIO(page)) as picture:
                assert (picture.format, picture.info["dpi"]) == ("JPEG", (dpi, dpi))


def test_the_truth_has_all_fields_and_tables_of_the_form(printed: list[PrintedDecision]) -> None:
    form = load_forms()[FORM_ID]
    for one in printed:
        truth = truth_of(one)
        assert {key for key in truth if "__" not in key} == {*form.fields, *form.tables}
        rows = truth["persons"]
        assert isinstance(rows, list)
        for row in rows:
            assert {key for key in row if "__" not in key} == {c.key for c in form.tables["persons"].columns}


def test_every_value_of_the_head_and_foot_is_drawn(printed: list[PrintedDecision]) -> None:
    keys = (
        "doc_type",
        "issuing_agency",
        "number",
        "issued_at",
        "issued_on",
        "subject",
        "signer_title",
        "signer",
    )
    for seed, one in zip(_SEEDS, printed, strict=True):
        truth = truth_of(one)
        for key in keys:
            assert _drawn(one, key) == _unspaced(str(truth[key])), (seed, key)
        for key in ("legal_bases", "recipients"):
            drawn = _drawn(one, key).removeprefix("-").removesuffix(";")
            assert drawn == _unspaced(str(truth[key])), (seed, key)


def test_every_value_of_article_one_and_its_list_is_drawn(printed: list[PrintedDecision]) -> None:
    for seed, one in zip(_SEEDS, printed, strict=True):
        truth = truth_of(one)
        path = "persons[0]." if one.decision.manner == ITEMS else ""
        for key in ("full_name", "person_from", "person_to"):
            assert _drawn(one, path + key) == _unspaced(str(truth[key])), (seed, key)
        assert _drawn(one, "kind") == _unspaced(one.decision.kind) != ""
        assert _drawn(one, "effective_on") in ("", _unspaced(str(truth["effective_on"])))
        rows = truth["persons"]
        assert isinstance(rows, list)
        for number, row in enumerate(rows):
            for key, text in row.items():
                if "__" not in key:
                    assert _drawn(one, f"persons[{number}].{key}") == _unspaced(text), (seed, number, key)


def test_print_stays_on_the_paper(printed: list[PrintedDecision]) -> None:
    for one in printed:
        for page in one.laid.pages:
            box = Image.eval(page, lambda grey: 255 if grey < 128 else 0).getbbox()
            assert box is not None, "a page with nothing on it"
            assert min(box[0], box[1], page.width - box[2], page.height - box[3]) > 59


def test_papers_of_all_sorts_come_up() -> None:
    made = [print_decision(seed).decision for seed in range(150)]
    assert set(Counter(one.manner for one in made)) == {ONE, ITEMS, TABLE, ANNEX}
    assert {one.party for one in made} == {True, False}
    assert {one.setting.issued >= NO_DISTRICTS for one in made} == {True, False}
    assert {bool(one.effect.words) for one in made} == {True, False}
    assert any(one.degree for one in made)
    assert {len(one.signing) for one in made} >= {1, 2}
    openings = {line.split()[0] for one in made for line in one.signing}
    assert {"KT.", "TM.", "T/M"} <= openings


def test_since_july_2025_no_district_decides_and_none_is_named() -> None:
    for seed in range(120):
        decision = print_decision(seed).decision
        if decision.setting.issued < NO_DISTRICTS:
            continue
        named = " ".join(
            (*decision.agency, decision.superior, *(one.old + one.new for one in decision.persons))
        )
        assert decision.setting.body.era in ("any", "communes")
        assert "huyện" not in named.lower().replace("huyện, cơ sở đảng", "")


def test_an_exam_has_layouts_and_formulas_that_no_other_use_has() -> None:
    exam = USES["exam"]
    others = [use for use in USES.values() if use is not exam]
    assert set(exam.plans) - {plan for use in others for plan in use.plans}
    assert exam.reserved
    assert not any(use.reserved for use in others)
    assert any(act.exam_formulas for act in acts())


def test_uses_share_no_seed_and_name_plans_and_faces_that_exist() -> None:
    for use in USES.values():
        assert use_of(use.first_seed) is use_of(use.first_seed + SEEDS_OF_A_USE - 1) is use
        assert set(use.plans) <= set(PLANS)
        assert set(use.fonts) <= set(FAMILIES)
    with pytest.raises(ValueError, match="no use has the seed"):
        use_of(-1)


@pytest.mark.parametrize(
    ("unit", "name"), [("thành phố Hà Nội", "Hà Nội"), ("quận 7", "Quận 7"), ("xã Ea Súp", "Ea Súp")]
)
def test_a_place_is_named_without_its_kind(unit: str, name: str) -> None:
    assert without_kind(unit) == name
