"""Scanned forms with their truth: from a folder of scans, or made by the generator and kept in a cache."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tests import generator
from tests.generator.folders import write_folder
from tests.generator.generating import FORM_ID, generate


@dataclass(frozen=True, slots=True)
class ScannedForm:
    """One form of a set. layout is "" where nobody says. truth: see `scoring.score`."""

    name: str
    form: str
    level: int
    layout: str
    pages: tuple[Path, ...]
    truth: Mapping[str, object]


def load_folder(folder: Path) -> tuple[ScannedForm, ...]:
    """The forms of a folder with a truth.json and page files beside it."""
    entries = json.loads((folder / "truth.json").read_text("utf-8"))
    return tuple(
        ScannedForm(
            name=f"{folder.name}/{entry['id']}",
            form=entry["form"],
            level=entry["level"],
            layout=entry.get("layout", ""),
            pages=tuple(folder / page for page in entry["pages"]),
            truth=entry["truth"],
        )
        for entry in entries
    )


def scans_folders(folder: Path, known: Sequence[str]) -> dict[str, tuple[ScannedForm, ...]]:
    """Every folder of scans below `folder` whose form is known, by its name."""
    found: dict[str, tuple[ScannedForm, ...]] = {}
    for place in sorted(path.parent for path in folder.glob("*/truth.json")):
        forms = load_folder(place)
        if forms and all(form.form in known for form in forms):
            found[place.name] = forms
    return found


def generated(seeds: Sequence[int], levels: Sequence[int], *, jobs: int) -> tuple[ScannedForm, ...]:
    """The generator's forms of these seeds, level by level; made now or taken from the cache."""
    cache = _cache()
    wanted = [(cache / f"{seed}-{level}", seed, level) for level in levels for seed in seeds]
    missing = [one for one in wanted if not (one[0] / FORM_ID / "truth.json").exists()]
    if missing:
        print(f"generating {len(missing)} forms into {cache} …", flush=True)
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            list(pool.map(_make, missing, chunksize=4))
    return tuple(form for place, _, _ in wanted for form in load_folder(place / FORM_ID))


def _make(wanted: tuple[Path, int, int]) -> None:
    place, seed, level = wanted
    write_folder(place, [(f"{seed}-{level}", generate(seed, level))])


def _cache() -> Path:
    """A folder outside the repository, another one for every state of the generator's files."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    source = Path(generator.__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*source.glob("*.py"), *source.glob("lists/*.toml")]):
        digest.update(path.name.encode() + path.read_bytes())
    return root / "hrdigitize-benchmarks" / f"forms-{digest.hexdigest()[:12]}"
