"""The document types shipped with the program: read, checked as a whole, all findings at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hrdigitize import bundle
from hrdigitize.domain.document_types import DocumentType, DocumentTypes
from hrdigitize.domain.vietnamese import folded

#: CV 1361-CV/BTCTW numbers its types from 1 to this.
PARTY_TYPES = 104
_PARTY = re.compile(r"party-(\d{3})")
_STATE = re.compile(r"state(?:-[a-z]+)+")


class _Type(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    file_name: str = ""
    priority: int = Field(default=0, ge=0, le=3)
    kinds: tuple[str, ...] = Field(min_length=1)
    most_words: int = Field(default=0, ge=0)
    titles: tuple[str, ...] = Field(min_length=1)
    about: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    notations: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    party_source: str = Field(min_length=1)
    party_valid_from: date
    state_source: str = Field(min_length=1)
    state_valid_from: date
    types: dict[str, _Type]


def read_document_types(path: Path) -> DocumentTypes:
    """The types of a file; ValueError names the file and all that is wrong with it."""
    try:
        found = _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as fault:
        raise ValueError(f"{path.name}: {fault}") from fault
    wrong = [*_wrong_ids(found), *_wrong_wordings(found)]
    if wrong:
        raise ValueError(f"{path.name}: " + "; ".join(wrong))
    return {key: _type(key, one, found) for key, one in found.types.items()}


def _type(key: str, one: _Type, file: _File) -> DocumentType:
    party = _PARTY.fullmatch(key) is not None
    return DocumentType(
        id=key,
        **one.model_dump(exclude={"about"}),
        about=tuple(tuple(tuple(part.split("/")) for part in text.split(" + ")) for text in one.about),
        source=file.party_source if party else file.state_source,
        valid_from=file.party_valid_from if party else file.state_valid_from,
    )


def _wrong_ids(file: _File) -> Iterator[str]:
    numbers = {int(found[1]) for key in file.types if (found := _PARTY.fullmatch(key))}
    for number in sorted(set(range(1, PARTY_TYPES + 1)) ^ numbers):
        yield f"party-{number:03d} is missing, or none of the list"
    forms = [form for one in file.types.values() for form in one.forms]
    yield from (f"form {form} is two types" for form in sorted({f for f in forms if forms.count(f) > 1}))
    for key, one in file.types.items():
        party = _PARTY.fullmatch(key) is not None
        if not party and _STATE.fullmatch(key) is None:
            yield f"{key} is no id of a type"
        if party and (one.file_name != _plain(one.name) or one.priority == 0):
            yield f"{key}: its file name is not its name without marks, or it has no priority"


def _wrong_wordings(file: _File) -> Iterator[str]:
    for key, one in file.types.items():
        for text in (*one.kinds, *one.titles, *one.about, *one.phrases, *one.unless, *one.issuers):
            if text != text.lower() or not folded(text).strip():
                yield f"{key}: {text!r} is not in small letters"
        for text in {text for text in one.titles if one.titles.count(text) > 1}:
            yield f"{key}: {text!r} stands twice"


def _plain(name: str) -> str:
    """A name as CV 1361 writes it in file names: without marks and commas, its case kept."""
    plain = "".join(
        folded(sign).upper() if sign.isupper() else folded(sign) if sign.isalpha() else sign for sign in name
    )
    return " ".join(plain.replace(",", "").split())


@cache
def load_document_types() -> DocumentTypes:
    """The types shipped with the program, read once per process."""
    return read_document_types(bundle.resources() / "reference" / "document-types.toml")


@cache
def types_of_forms() -> Mapping[str, str]:
    """Standard form -> the document type that its papers are. A decision may be any of many."""
    return {form: key for key, one in load_document_types().items() for form in one.forms}
