"""Writing generated forms as a folder of scans with its truth.json."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.generator.generating import FORM_ID, GeneratedForm


def write_folder(folder: Path, forms: Iterable[tuple[str, GeneratedForm]]) -> int:
    """Write the named forms under `folder`/<form>/; how many pages there are.

    truth.json is a list of {id, form, level, layout, font, pages, truth}; page files lie beside it.
    """
    place = folder / FORM_ID
    place.mkdir(parents=True, exist_ok=True)
    entries: list[dict[str, object]] = []
    count = 0
    for name, form in forms:
        files = [f"{name}-p{number}.jpg" for number in range(1, len(form.pages) + 1)]
        for file, page in zip(files, form.pages, strict=True):
            (place / file).write_bytes(page)
        count += len(files)
        entries.append(
            {
                "id": name,
                "form": FORM_ID,
                "level": form.level,
                "layout": form.layout,
                "font": form.font,
                "pages": files,
                "truth": form.truth,
            }
        )
    (place / "truth.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return count
