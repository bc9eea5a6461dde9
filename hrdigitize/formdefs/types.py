"""Value types as form.toml spells them: `date`, `list:gender`, `code`, `code:id`, `decimal|word`."""

from __future__ import annotations

from collections.abc import Mapping

from hrdigitize.formdefs.model import FieldType, Kind

#: What may stand behind the colon, by kind. A list always names its list; others may stay general. A grade
#: is a step of pay ("bậc 5", "5/9"), a height a body's ("1,65 m", "1m65"), a rating period is a year, a
#: quarter or a month ("2024", "Quý I/2025", "3/2026").
DETAILS: Mapping[Kind, frozenset[str]] = {
    Kind.LIST: frozenset(
        {
            "academic_title",
            "act",
            "blood_type",
            "document_type",
            "education",
            "ethnicity",
            "gender",
            "military_rank",
            "signing_title",
            "political_theory",
            "rank",
            "rating",
            "rating_scope",
            "relation",
            "religion",
            "state_management",
            "training_mode",
        }
    ),
    Kind.TEXT: frozenset({"grade", "height", "rating_period", "weight"}),
    Kind.CODE: frozenset({"bhxh", "bhyt", "document_number", "id", "rank"}),
}

_WORD = "word"
_NUMERIC = frozenset({Kind.DECIMAL, Kind.PERCENT, Kind.NUMBER})


class TypeSpellingError(ValueError):
    """The text spells no value type."""


class UnknownDetailError(TypeSpellingError):
    """The kind is known, what follows its colon is not."""


def parse_type(text: str) -> FieldType:
    """The type that a form.toml spells; TypeSpellingError where it spells none."""
    spelled, bar, alternative = text.partition("|")
    name, colon, detail = spelled.partition(":")
    if name not in set(Kind):
        raise TypeSpellingError(text)
    kind = Kind(name)
    if bar and (alternative != _WORD or kind not in _NUMERIC):
        raise TypeSpellingError(text)
    if colon and detail not in DETAILS.get(kind, frozenset()):
        raise UnknownDetailError(text)
    if kind is Kind.LIST and not detail:
        raise UnknownDetailError(text)
    return FieldType(kind, detail, or_word=bool(bar))
