"""What is sealed can be opened by whoever has the key and says what it is, and by nobody else."""

from __future__ import annotations

import os

import pytest

from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.sealing import SealBrokenError, Sealer

_KEY = DataKey(bytes(range(32)))
_TEXT = "Nguyễn Thị Ước".encode()


def _sealer(key: DataKey = _KEY) -> Sealer:
    return Sealer(key, os.urandom)


def test_what_was_sealed_comes_back() -> None:
    assert _sealer().open(_sealer().seal(_TEXT, "page/1"), "page/1") == _TEXT


def test_the_text_does_not_show() -> None:
    assert _TEXT not in _sealer().seal(_TEXT, "page/1")


def test_the_same_text_is_sealed_differently_each_time() -> None:
    assert _sealer().seal(_TEXT, "page/1") != _sealer().seal(_TEXT, "page/1")


def test_any_changed_byte_breaks_the_seal() -> None:
    sealed = _sealer().seal(_TEXT, "page/1")
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(SealBrokenError):
            _sealer().open(changed, "page/1")


def test_any_cut_breaks_the_seal() -> None:
    sealed = _sealer().seal(_TEXT, "page/1")
    for length in range(len(sealed)):
        with pytest.raises(SealBrokenError):
            _sealer().open(sealed[:length], "page/1")


def test_it_does_not_open_as_something_else() -> None:
    with pytest.raises(SealBrokenError):
        _sealer().open(_sealer().seal(_TEXT, "page/1"), "page/2")


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(SealBrokenError):
        _sealer(DataKey(bytes(32))).open(_sealer().seal(_TEXT, "page/1"), "page/1")


def test_a_content_id_names_the_bytes_under_this_key_only() -> None:
    assert _sealer().content_id(_TEXT) == _sealer().content_id(_TEXT)
    assert _sealer().content_id(_TEXT) != _sealer().content_id(_TEXT + b".")
    assert _sealer().content_id(_TEXT) != _sealer(DataKey(bytes(32))).content_id(_TEXT)
