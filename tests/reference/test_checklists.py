"""The checklists that are shipped: of known types, due from fields that records have."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.checklists import load_checklists, read_checklist
from hrdigitize.reference.document_types import load_document_types, types_of_forms


def test_every_kind_of_dossier_has_its_checklist() -> None:
    assert set(load_checklists()) == {"civil-servant", "public-employee", "party-member"}
    for one in load_checklists().values():
        assert one.source
        assert {kind for item in one.items for kind in item.types} <= load_document_types().keys()


def test_items_are_due_by_dates_that_forms_have() -> None:
    fields = {key for form in load_forms().values() for key in form.fields}
    for one in load_checklists().values():
        named = {name for item in one.items for name in (item.due_from, item.valid_at) if name}
        assert named <= fields


def test_no_type_satisfies_two_items_of_one_list() -> None:
    for one in load_checklists().values():
        kinds = [kind for item in one.items for kind in item.types]
        assert len(kinds) == len(set(kinds))


def test_forms_are_of_types() -> None:
    assert set(types_of_forms()) == {key for key in load_forms() if key != "decision"}
    assert set(types_of_forms().values()) <= load_document_types().keys()


@pytest.mark.parametrize("wrong", ["items = []", 'name = "x"\nsource = "y"\nvalid_from = 2020-01-01'])
def test_a_faulty_file_is_told_by_name(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "made-up.toml").write_text(wrong, "utf-8")
    with pytest.raises(ValueError, match=r"made-up\.toml"):
        read_checklist(tmp_path / "made-up.toml")


def test_a_key_that_stands_twice_is_told(tmp_path: Path) -> None:
    item = '[[items]]\nkey = "a"\nname = "A"\ntypes = ["state-cv"]\n'
    head = 'name = "x"\nsource = "y"\nvalid_from = 2020-01-01\n'
    (tmp_path / "made-up.toml").write_text(head + item * 2, "utf-8")
    with pytest.raises(ValueError, match="stands twice"):
        read_checklist(tmp_path / "made-up.toml")
