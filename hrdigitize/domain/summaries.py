"""What search knows of a cadre, from the values that count in the record. It can be derived again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hrdigitize.domain.dates import parse_iso
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, Cadre, FieldPath
from hrdigitize.domain.search import Summary

#: Which fields say it, the one that is shown first.
_UNITS = ("base_unit", "employing_agency", "managing_agency")
_NAMES = ("full_name", "other_names")
_POSITIONS = ("current_position", "party_position", "main_duty")
_QUALIFICATIONS = ("highest_qualification", "academic_degree", "academic_title")
_RANKS = ("rank_code", "civil_service_rank")
_PARTY = ("party_joined_date", "party_official_date")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the search index is made of, for one cadre. texts: what the record says beside the names."""

    summary: Summary
    names: tuple[str, ...]
    texts: tuple[str, ...]


def entry_of(cadre: Cadre, documents: frozenset[str]) -> Entry:
    """The entry of a record. documents: types (or forms) of the documents in the dossier."""
    names = tuple(_filled(cadre, _NAMES))
    summary = Summary(
        cadre=cadre.id,
        name=names[0] if names else "",
        birth_date=_date(cadre, "birth_date"),
        id_number=cadre.text("id_number"),
        units=tuple(_filled(cadre, _UNITS)),
        position=next(_filled(cadre, _POSITIONS), ""),
        sex=_listed(cadre, "gender"),
        ethnicity=_listed(cadre, "ethnicity"),
        party=any(_date(cadre, key) for key in _PARTY),
        ranks=tuple(dict.fromkeys(_listed(cadre, key) for key in _RANKS if cadre.text(key))),
        qualifications=tuple(_filled(cadre, _QUALIFICATIONS)),
        documents=documents,
    )
    return Entry(summary, names, tuple(_texts(cadre)))


def _filled(cadre: Cadre, keys: tuple[str, ...]) -> Iterator[str]:
    return (text for text in map(cadre.text, keys) if text)


def _texts(cadre: Cadre) -> Iterator[str]:
    names = frozenset(map(FieldPath, _NAMES))
    for path, value in cadre.values.items():
        if value.answer.state is State.VALUE and path not in names:
            yield value.answer.text


def _answer(cadre: Cadre, key: str) -> Answer | None:
    found = cadre.values.get(FieldPath(key))
    return found.answer if found and found.answer.state is State.VALUE else None


def _date(cadre: Cadre, key: str) -> str:
    """The date as far as it is known; "" where the text is none ("không", "chưa")."""
    answer = _answer(cadre, key)
    date = parse_iso(answer.value) if answer else None
    return date.iso() if date else ""


def _listed(cadre: Cadre, key: str) -> str:
    """The official name from a list, else what stands on the paper."""
    answer = _answer(cadre, key)
    if answer is None:
        return ""
    return answer.value if isinstance(answer.value, str) else answer.text
