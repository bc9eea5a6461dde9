"""Writing generated forms as folders of scans with their truth.json, one folder a form."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.generator.generating import GeneratedForm


def write_folder(folder: Path, forms: Iterable[tuple[str, GeneratedForm]]) -> int:
    """Write the named forms, each under `folder`/<form>/; how many pages there are.

    truth.json is a list of {id, form, level, layout, font, pages, truth}; page files lie beside it.
    """
    entries: dict[str, list[dict[str, object]]] = {}
    count = 0
    for name, form in forms:
        place = folder / form.form
        place.mkdir(parents=True, exist_ok=True)
        files = [f"{name}-p{number}.jpg" for number in range(1, len(form.pages) + 1)]
        for file, page in zip(files, form.pages, strict=True):
            (place / file).write_bytes(page)
        count += len(files)
        entries.setdefault(form.form, []).append(_entry(name, form, files))
    for form_id, found in entries.items():
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        (folder / form_id / "truth.json").write_text(text, "utf-8")
    return count


def _entry(name: str, form: GeneratedForm, files: list[str]) -> dict[str, object]:
    return {
        "id": name,
        "form": form.form,
        "level": form.level,
        "layout": form.layout,
        "font": form.font,
        "pages": files,
        "truth": form.truth,
    }
