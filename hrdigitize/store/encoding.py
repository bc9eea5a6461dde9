"""Domain values as JSON columns and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrdigitize.domain.reading import Doubt, Period, Value


def value_to_json(value: Value) -> object:
    """Text as a string, a period as {"from": …, "to": …}, nothing as null."""
    if isinstance(value, Period):
        return {"from": value.start, "to": value.end}
    return value


def value_from_json(stored: object) -> Value:
    """The value again; ValueError for what `value_to_json` never writes."""
    if stored is None or isinstance(stored, str):
        return stored
    if isinstance(stored, Mapping):
        return Period(_text_or_none(stored["from"]), _text_or_none(stored["to"]))
    raise ValueError(f"not a stored value: {type(stored).__name__}")


def doubts_to_json(doubts: Sequence[Doubt]) -> list[object]:
    """[code, [places]] each, and the list of other readings behind them where there are some."""
    return [[doubt.code, list(doubt.at), *([list(doubt.others)] if doubt.others else [])] for doubt in doubts]


def doubts_from_json(stored: Sequence[object]) -> tuple[Doubt, ...]:
    """The doubts again; ValueError for what `doubts_to_json` never writes."""
    return tuple(_doubt(entry) for entry in stored)


def _doubt(entry: object) -> Doubt:
    match entry:
        case [str(code), [*places]]:
            return Doubt(code, _places(places))
        case [str(code), [*places], [*others]]:
            return Doubt(code, _places(places), tuple(other for other in others if isinstance(other, str)))
    raise ValueError("not a stored doubt")


def _places(stored: Sequence[object]) -> tuple[int, ...]:
    return tuple(place for place in stored if isinstance(place, int))


def _text_or_none(stored: object) -> str | None:
    if stored is None or isinstance(stored, str):
        return stored
    raise ValueError("not the end of a stored period")
