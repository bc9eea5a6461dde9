"""The window speaks English, too: no word is missing or left over, and what is loaded was made of that."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.translations.qt_linguist import QM, TS, Words, compiled, update, words_of

_HOW = "run `python3 dev.py translations`, then translate what it lists in resources/translations"
#: Who may ask the catalogue without the window's language.
_SPEAKER = "look/sentences.py"


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> set[Words]:
    """What the sources say."""
    fresh = tmp_path_factory.mktemp("translations") / "now.ts"
    update(fresh)
    return set(words_of(fresh))


def _listed(words: set[Words]) -> str:
    return "\n".join(sorted(f"  {one.context}: {one.source}" for one in words))


def test_every_word_of_the_window_is_in_the_translation_and_none_too_many(now: set[Words]) -> None:
    kept = set(words_of(TS))
    assert not now - kept, f"new words; {_HOW}:\n{_listed(now - kept)}"
    assert not kept - now, f"words that nobody says any more; {_HOW}:\n{_listed(kept - now)}"


def test_every_word_is_translated() -> None:
    unfinished = {words for words, finished in words_of(TS).items() if not finished}
    assert not unfinished, f"no English yet; {_HOW}:\n{_listed(unfinished)}"


def test_places_in_a_sentence_are_the_same_in_english() -> None:
    wrong = []
    for message in ElementTree.parse(TS).iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        assert translation is not None
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        wanted = set(re.findall(r"\{\w+\}", source))
        wrong += [source for form in forms if set(re.findall(r"\{\w+\}", form or "")) != wanted]
    assert wrong == []


def test_what_is_loaded_was_made_of_the_translation(tmp_path: Path) -> None:
    copy = tmp_path / TS.name
    shutil.copy(TS, copy)
    compiled(copy, tmp_path / QM.name)
    assert (tmp_path / QM.name).read_bytes() == QM.read_bytes(), f"{QM.name} is older than its .ts; {_HOW}"


def test_sentences_of_the_catalogue_are_said_in_the_windows_language(root: Path) -> None:
    """`messages.sentence` speaks Vietnamese unless it is told; the window says `look.sentences.said`."""
    gui = root / "hrdigitize" / "gui"
    deaf = [
        str(path.relative_to(gui))
        for path in sorted(gui.rglob("*.py"))
        if "messages.sentence(" in path.read_text("utf-8")
    ]
    assert deaf == [_SPEAKER]
