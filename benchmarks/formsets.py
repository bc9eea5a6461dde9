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
from tests.generator.decisions.generating import FORM_ID as DECISION
from tests.generator.decisions.generating import generate_decision
from tests.generator.folders import write_folder
from tests.generator.generating import FORMS, generate

#: What the generator makes; seeds take turns in this order where no form is asked for.
GENERATED_FORMS = (*FORMS, DECISION)


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


def generated(
    seeds: Sequence[int],
    levels: Sequence[int],
    *,
    jobs: int,
    among: Sequence[str] = GENERATED_FORMS,
    hand: bool = False,
    mishap: str = "",
) -> tuple[ScannedForm, ...]:
    """The generator's forms of these seeds, level by level; made now or taken from the cache.

    among: a seed makes one form, and these take turns.
    hand: the values are written as if by hand. mishap: what befalls the pages beside their level.
    """
    wanted = [
        _Wanted(among[seed % len(among)], seed, level, hand, mishap) for level in levels for seed in seeds
    ]
    kept = _forms_cache()
    missing = [(kept, one) for one in wanted if not (kept / one.folder / "truth.json").exists()]
    if missing:
        print(f"generating {len(missing)} forms into {kept} …", flush=True)
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            list(pool.map(_make, missing, chunksize=4))
    return tuple(form for one in wanted for form in load_folder(kept / one.folder))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A form of a seed at a level, and how it is written and what befell it."""

    form: str
    seed: int
    level: int
    hand: bool
    mishap: str

    @property
    def name(self) -> str:
        hand = ("hand",) if self.hand else ()
        return "-".join((str(self.seed), str(self.level), *hand, *filter(None, (self.mishap,))))

    @property
    def folder(self) -> Path:
        """Where it is kept in the cache."""
        return Path(self.name) / self.form


def _make(missing: tuple[Path, _Wanted]) -> None:
    kept, one = missing
    made = (
        generate_decision(one.seed, one.level)
        if one.form == DECISION
        else generate(one.seed, one.level, form=one.form, hand=one.hand, mishap=one.mishap)
    )
    write_folder(kept / one.name, [(one.name, made)])


def cache() -> Path:
    """Where measurements keep what is dear to make; outside the repository."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return root / "hrdigitize-benchmarks"


def _forms_cache() -> Path:
    """A folder outside the repository, another one for every state of the generator (its tests aside)."""
    source = Path(generator.__file__).parent
    digest = hashlib.sha256()
    files = (path for kind in ("*.py", "*.toml", "*.ttf") for path in source.rglob(kind))
    for path in sorted(path for path in files if not path.name.startswith("test_")):
        digest.update(path.relative_to(source).as_posix().encode() + path.read_bytes())
    return cache() / f"forms-{digest.hexdigest()[:12]}"
