"""Qt's tools for translations: what the sources say, what the .ts has of it, and the .qm made of that."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "translations" / "hrdigitize_en.ts"
QM = TS.with_suffix(".qm")
_TOOLS = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Words:
    """One string of the window: where it is said, how it stands in the source."""

    context: str
    source: str


def update(ts: Path) -> None:
    """Takes in what the sources say now; translations that are there stay, what nobody says any more goes."""
    sources = sorted((ROOT / "hrdigitize" / "gui").rglob("*.py"))
    options = ["-source-language", "vi", "-target-language", "en", "-no-obsolete", "-locations", "none"]
    _run("pyside6-lupdate", *map(str, sources), *options, "-ts", str(ts))


def compiled(ts: Path, qm: Path) -> None:
    """The file that the program loads."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def words_of(ts: Path) -> dict[Words, bool]:
    """Every string of a .ts, and whether it is translated."""
    found: dict[Words, bool] = {}
    for context in ElementTree.parse(ts).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            finished = translation.get("type") is None and all(forms)
            words = Words(context.findtext("name") or "", message.findtext("source") or "")
            found[words] = finished
    return found


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(_TOOLS / tool), *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )
    if done.returncode:
        raise RuntimeError(f"{tool} ended with {done.returncode}: {done.stderr[-500:]}")
