"""Values survive the way into a JSON column and back; nothing else gets in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.reading import Doubt, Period, Value
from hrdigitize.store.encoding import doubts_from_json, doubts_to_json, value_from_json, value_to_json

_TEXTS = st.text(max_size=20)
_ENDS = st.none() | _TEXTS
_VALUES: st.SearchStrategy[Value] = st.one_of(st.none(), _TEXTS, st.builds(Period, _ENDS, _ENDS))
_PLACES, _OTHERS = st.lists(st.integers(0, 99)).map(tuple), st.lists(_TEXTS, max_size=3).map(tuple)
_DOUBTS = st.lists(st.builds(Doubt, _TEXTS, _PLACES, _OTHERS)).map(tuple)


@given(_VALUES)
def test_a_value_comes_back(value: Value) -> None:
    assert value_from_json(json.loads(json.dumps(value_to_json(value)))) == value


@given(_DOUBTS)
def test_doubts_come_back(doubts: tuple[Doubt, ...]) -> None:
    assert doubts_from_json(json.loads(json.dumps(doubts_to_json(doubts)))) == doubts


@pytest.mark.parametrize("stored", [3, ["2010"], {"from": 3, "to": None}])
def test_a_strange_value_is_an_error(stored: object) -> None:
    with pytest.raises(ValueError, match="stored"):
        value_from_json(stored)


@pytest.mark.parametrize("stored", ["doubt", ["doubt"], [3, []], ["doubt", [], "other"]])
def test_a_strange_doubt_is_an_error(stored: object) -> None:
    with pytest.raises(ValueError, match="stored"):
        doubts_from_json([stored])
