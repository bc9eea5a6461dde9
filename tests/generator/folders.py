"""Writing generated forms as a folder of scans with its truth.json."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.generator.generating import FORM_ID, generate


def write_folder(folder: Path, wanted: Iterable[tuple[int, int]]) -> int:
    """Write the forms of these (seed, level) pairs under `folder`/<form>/; how many pages there are.

    truth.json is a list of {id, form, level, layout, font, pages, truth}; page files lie beside it.
    """
    place = folder / FORM_ID
    place.mkdir(parents=True, exist_ok=True)
    entries: list[dict[str, object]] = []
    count = 0
    for seed, level in wanted:
        form = generate(seed, level)
        name = f"{seed:07d}-{level}"
        files = [f"{name}-p{number}.jpg" for number in range(1, len(form.pages) + 1)]
        for file, page in zip(files, form.pages, strict=True):
            (place / file).write_bytes(page)
        count += len(files)
        entries.append(
            {
                "id": name,
                "form": FORM_ID,
                "level": level,
                "layout": form.layout,
                "font": form.font,
                "pages": files,
                "truth": form.truth,
            }
        )
    (place / "truth.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1), "utf-8")
    return count
