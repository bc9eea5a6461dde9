"""The document types shipped with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize import bundle
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.document_types import load_document_types, read_document_types


def test_all_types_of_the_party_and_of_the_state_are_there() -> None:
    types = load_document_types()
    party = [key for key in types if key.startswith("party-")]
    assert party == [f"party-{number:03d}" for number in range(1, 105)]
    assert len(types) - len(party) == 21
    assert types["party-002"].file_name == "Ly lich dang vien"
    priorities = [sum(one.priority == level for one in types.values()) for level in (1, 2, 3)]
    assert priorities == [36, 49, 19]


def test_forms_that_are_a_type_exist() -> None:
    named = {form for one in load_document_types().values() for form in one.forms}
    assert named == set(load_forms()) - {"decision"}


def test_all_that_is_wrong_with_a_file_is_said_at_once(tmp_path: Path) -> None:
    shipped = (bundle.resources() / "reference" / "document-types.toml").read_text("utf-8")
    broken = shipped.replace("[types.party-104]", "[types.party-105]").replace(
        'file_name = "Ly lich dang vien"', 'file_name = "Ly lich"'
    )
    file = tmp_path / "types.toml"
    file.write_text(broken, "utf-8")
    with pytest.raises(ValueError, match=r"party-104 is missing.*party-105.*party-002: its file name"):
        read_document_types(file)


def test_a_word_that_the_file_does_not_know_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "types.toml"
    file.write_text('party_source = "x"\ncolour = "red"\n', "utf-8")
    with pytest.raises(ValueError, match="colour"):
        read_document_types(file)
