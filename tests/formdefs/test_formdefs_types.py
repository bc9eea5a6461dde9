"""Value types as form.toml spells them."""

from __future__ import annotations

import pytest

from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.formdefs.types import TypeSpellingError, UnknownDetailError, parse_type


@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        ("text", FieldType(Kind.TEXT)),
        ("list:gender", FieldType(Kind.LIST, "gender")),
        ("code", FieldType(Kind.CODE)),
        ("code:bhxh", FieldType(Kind.CODE, "bhxh")),
        ("decimal|word", FieldType(Kind.DECIMAL, or_word=True)),
    ],
)
def test_spelling(spelled: str, meant: FieldType) -> None:
    assert parse_type(spelled) == meant


@pytest.mark.parametrize("spelled", ["", "Text", "words", "text|word", "decimal|number", "decimal|", " text"])
def test_no_type(spelled: str) -> None:
    with pytest.raises(TypeSpellingError):
        parse_type(spelled)


@pytest.mark.parametrize("spelled", ["list", "list:", "list:genders", "code:", "date:birth", "list:id"])
def test_unknown_detail(spelled: str) -> None:
    with pytest.raises(UnknownDetailError):
        parse_type(spelled)
