"""The reference lists: what is in them, and what a lookup forgives and what it does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from hrdigitize.domain.dates import PartialDate
from hrdigitize.formdefs.model import Kind
from hrdigitize.formdefs.types import DETAILS
from hrdigitize.reference.files import read_entries, read_pay
from hrdigitize.reference.lists import load_lists

_LISTS = load_lists()
_EVERY = [(name, entry) for name, found in _LISTS.lists.items() for entry in found.names]


def test_every_list_that_a_form_may_name_is_there() -> None:
    assert set(DETAILS[Kind.LIST]) == set(_LISTS.lists)


def test_there_are_54_ethnic_groups_and_63_provinces() -> None:
    assert len(_LISTS.lists["ethnicity"].names) == 54
    assert len(_LISTS.id_provinces) == 63


def test_every_list_says_where_it_comes_from() -> None:
    assert all(found.source for found in _LISTS.lists.values())


@pytest.mark.parametrize(("name", "entry"), _EVERY)
def test_an_official_name_is_found_in_any_case(name: str, entry: str) -> None:
    for spelled in (entry, entry.upper(), entry.lower(), f"  {entry} "):
        assert _LISTS.official(name, spelled) == entry


@pytest.mark.parametrize(
    ("name", "text", "official"),
    [
        ("gender", "nữ", "Nữ"),
        ("ethnicity", "TÀY", "Tày"),
        ("ethnicity", "Ê-đê", "Ê Đê"),
        ("ethnicity", "H’Mông", "Mông"),
        ("ethnicity", "Bru - Vân Kiều", "Bru-Vân Kiều"),
        ("religion", "KHÔNG", "Không"),
        ("religion", "Phật giáo Hòa Hảo", "Phật giáo Hoà Hảo"),
        ("education", "12 / 12", "12/12"),
        ("education", "Bổ túc 12/12", "12/12 (bổ túc)"),
        ("political_theory", "cao cấp", "Cao cấp"),
        ("political_theory", "Trung cấp lý luận chính trị", "Trung cấp"),
        ("military_rank", "Thiếu úy", "Thiếu uý"),
        ("military_rank", "Thượng sỹ", "Thượng sĩ"),
        ("blood_type", "O (Rh+)", "O+"),
        ("training_mode", "vừa học vừa làm", "Vừa làm vừa học"),
        ("rank", "kế toán viên", "Kế toán viên"),
        ("rating", "HOÀN THÀNH XUẤT SẮC", "Hoàn thành xuất sắc nhiệm vụ"),
        ("rating_scope", "công chức", "Cán bộ, công chức, viên chức"),
    ],
)
def test_other_spellings_lead_to_the_official_name(name: str, text: str, official: str) -> None:
    assert _LISTS.official(name, text) == official


@pytest.mark.parametrize(
    ("name", "text", "offered"),
    [
        ("ethnicity", "Mương", "Mường"),
        ("gender", "Nư", "Nữ"),
        ("political_theory", "Cao câp", "Cao cấp"),
        ("rank", "Chuyên viến", "Chuyên viên"),
        ("religion", "Phật gião", "Phật giáo"),
    ],
)
def test_a_missing_mark_is_no_correction_but_a_candidate(name: str, text: str, offered: str) -> None:
    assert _LISTS.official(name, text) is None
    assert _LISTS.candidates(name, text)[0] == offered


def test_blood_groups_keep_their_sign() -> None:
    assert [_LISTS.official("blood_type", text) for text in ("A", "A-", "A+")] == ["A", "A-", "A+"]


def test_what_resembles_nothing_has_no_candidates() -> None:
    assert _LISTS.candidates("ethnicity", "xyzzy") == ()


def test_an_unknown_list_is_a_mistake_of_the_form() -> None:
    with pytest.raises(KeyError):
        _LISTS.official("planets", "Hoả tinh")


def test_scales_rise_grade_by_grade() -> None:
    scales = {p.scale.id: p.scale for rank in _LISTS.pay.ranks.values() for p in rank.placements}
    assert scales["A1"].coefficient(1) == Decimal("2.34")
    assert scales["A1"].coefficient(9) == Decimal("4.98")
    assert scales["A1"].coefficient(10) is None
    assert scales["A1"].coefficient(0) is None
    for scale in scales.values():
        assert all(low < high for low, high in pairwise(scale.coefficients))


@pytest.mark.parametrize(
    ("when", "scales"),
    [
        (PartialDate(2003), []),
        (PartialDate(2015, 5), ["B"]),
        (PartialDate(2021), ["B", "A0"]),
        (PartialDate(2021, 7, 31), ["B"]),
        (PartialDate(2030), ["A0"]),
    ],
)
def test_a_rank_is_paid_by_the_rules_of_its_time(when: PartialDate, scales: list[str]) -> None:
    assert [scale.id for scale in _LISTS.pay.ranks["01.004"].scales(when)] == scales


def test_a_rank_is_in_force_from_its_first_day() -> None:
    (placement,) = _LISTS.pay.ranks["01.003"].placements
    assert placement.valid_from == date(2004, 10, 1)
    assert placement.may_hold(PartialDate(2004, 10, 1))
    assert not placement.may_hold(PartialDate(2004, 9, 30))


@pytest.mark.parametrize(
    ("code", "name", "scale"),
    [
        ("V.07.02.26", "Giáo viên mầm non hạng III", "A0"),
        ("V.07.03.29", "Giáo viên tiểu học hạng III", "A1"),
        ("V.07.04.31", "Giáo viên trung học cơ sở hạng II", "A2.2"),
        ("V.07.05.13", "Giáo viên trung học phổ thông hạng I", "A2.1"),
        ("V.08.01.03", "Bác sĩ", "A1"),
        ("V.08.08.20", "Dược sĩ cao cấp", "A3.1"),
    ],
)
def test_ranks_of_public_employees(code: str, name: str, scale: str) -> None:
    rank = _LISTS.pay.ranks[code]
    assert rank.name == _LISTS.official("rank", name)
    assert [one.id for one in rank.scales(PartialDate(2022, 1))] == [scale]


def test_a_title_with_a_code_of_2015_and_one_of_2021_is_one_title() -> None:
    codes = {code for code, rank in _LISTS.pay.ranks.items() if rank.name == "Giáo viên tiểu học hạng II"}
    assert codes == {"V.07.03.07", "V.07.03.28"}
    assert _LISTS.official("rank", "Giáo viên tiểu học (hạng II)") == "Giáo viên tiểu học hạng II"


def test_what_rank_four_of_nurses_is_paid_today_is_not_known() -> None:
    nurse = _LISTS.pay.ranks["V.08.05.13"]
    assert [scale.id for scale in nurse.scales(PartialDate(2018))] == ["B"]
    assert nurse.scales(PartialDate(2024)) == ()


def test_a_list_file_with_an_unknown_key_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "colours.toml"
    path.write_text('source = "x"\nentires = {}\n[entries]\n"Đỏ" = []\n', "utf-8")
    with pytest.raises(ValueError, match=r"(?s)colours\.toml.*entires"):
        read_entries(path)


def test_a_rank_in_an_unknown_scale_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pay.toml"
    path.write_text(
        'source = "x"\n[scales]\nA1 = ["2.34"]\n'
        '[[ranks]]\ncode = "99.001"\nname = "Thử"\naliases = []\n'
        'placements = [{ scale = "A9", from = 2004-10-01 }]\n',
        "utf-8",
    )
    with pytest.raises(ValueError, match=r"99\.001.*A9"):
        read_pay(path)
