"""The catalogue: both languages say the same, and every fault in the code has its sentences."""

from __future__ import annotations

import ast
import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from hrdigitize import messages

#: What is said about a reading: codes that travel in values and are turned into sentences by a door.
_JUDGEMENT = re.compile(r"(?:doubt|finding|quality)(?:-[a-z]+)+")
_BEGUN_JUDGEMENT = re.compile(r"(?:doubt|finding|quality)(?:-[a-z]+)*-")
#: The constant beginning of a code whose end is chosen at run time (`f"finding-grade-{where}"`).
_BEGUN = re.compile(r"[a-z]+(?:-[a-z]+)*-")


@dataclass(frozen=True)
class _Raised:
    """One place where the code names a fault: its code and the parameters it gives (None: not known here)."""

    place: str
    code: str
    params: frozenset[str] | None


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Mapping[str, Mapping[str, str]]:
    """All messages of all rooms, code -> language -> sentence."""
    found: dict[str, Mapping[str, str]] = {}
    for path in sorted((root / "resources" / "messages").glob("*.toml")):
        found.update(tomllib.loads(path.read_text("utf-8")))
    return found


def _places(sentence: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


def _string_constants(node: ast.expr) -> tuple[str, ...] | None:
    """The texts an expression can be, if that can be seen: a text, or a choice between two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.IfExp):
        one, other = _string_constants(node.body), _string_constants(node.orelse)
        return None if one is None or other is None else one + other
    return None


def _called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _raised_in(path: Path, root: Path) -> Iterator[_Raised]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or _called_name(node) != "UserFault" or not node.args:
            continue
        params = [keyword.arg for keyword in node.keywords]
        known = None if None in params else frozenset(name for name in params if name is not None)
        for code in _string_constants(node.args[0]) or ():
            yield _Raised(f"{path.relative_to(root)}:{node.lineno}", code, known)


@pytest.fixture(scope="module")
def raised(root: Path) -> tuple[_Raised, ...]:
    """Every fault that the program names."""
    files = sorted((root / "hrdigitize").rglob("*.py"))
    return tuple(one for path in files for one in _raised_in(path, root))


@pytest.fixture(scope="module")
def texts(root: Path) -> frozenset[str]:
    """Every text that stands as such in the program."""
    return frozenset(
        node.value
        for path in (root / "hrdigitize").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_the_program_reads_the_same_catalogue(catalogue: Mapping[str, Mapping[str, str]]) -> None:
    assert catalogue
    assert set(messages.codes()) == set(catalogue)


def test_every_message_stands_in_both_languages(catalogue: Mapping[str, Mapping[str, str]]) -> None:
    wrong = [
        code
        for code, sentences in catalogue.items()
        if set(sentences) != set(messages.LANGUAGES) or not all(text.strip() for text in sentences.values())
    ]
    assert wrong == []


def test_both_languages_ask_for_the_same_parameters(catalogue: Mapping[str, Mapping[str, str]]) -> None:
    wrong = [code for code, both in catalogue.items() if _places(both["vi"]) != _places(both["en"])]
    assert wrong == []


def test_messages_are_nfc(catalogue: Mapping[str, Mapping[str, str]]) -> None:
    wrong = [
        code
        for code, both in catalogue.items()
        if not all(unicodedata.is_normalized("NFC", text) for text in both.values())
    ]
    assert wrong == []


def test_every_fault_in_the_code_has_its_sentences(
    raised: tuple[_Raised, ...], catalogue: Mapping[str, Mapping[str, str]]
) -> None:
    assert raised, "the scan found no fault at all: it looks for the wrong thing"
    assert [f"{one.place}: {one.code}" for one in raised if one.code not in catalogue] == []


def test_every_fault_gives_what_its_sentences_ask_for(
    raised: tuple[_Raised, ...], catalogue: Mapping[str, Mapping[str, str]]
) -> None:
    wrong = [
        f"{one.place}: {one.code} needs {sorted(_places(catalogue[one.code]['vi']))}"
        for one in raised
        if one.code in catalogue
        and one.params is not None
        and not _places(catalogue[one.code]["vi"]) <= one.params
    ]
    assert wrong == []


def test_every_doubt_finding_and_quality_has_its_sentences(
    texts: frozenset[str], catalogue: Mapping[str, Mapping[str, str]]
) -> None:
    named = {text for text in texts if _JUDGEMENT.fullmatch(text)}
    begun = {text for text in texts if _BEGUN_JUDGEMENT.fullmatch(text)}
    assert named, "the scan found no doubt at all: it looks for the wrong thing"
    assert sorted(named - set(catalogue)) == []
    assert [text for text in begun if not any(code.startswith(text) for code in catalogue)] == []


def test_no_sentence_is_left_over(texts: frozenset[str], catalogue: Mapping[str, Mapping[str, str]]) -> None:
    """A code is named in the program, or put together from a beginning that ends in a hyphen.

    Help texts are found by the name of the command (`help-extract-files`): cli puts those codes together.
    """
    begun = ("help-", *(text for text in texts if _BEGUN.fullmatch(text)))
    assert sorted(code for code in catalogue if code not in texts and not code.startswith(begun)) == []
