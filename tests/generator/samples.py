"""Writes the sample dossier that the program shows itself with: python -m tests.generator.samples [DIR]."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.generator.folders import write_folder
from tests.generator.generating import FORM_ID, generate

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"
#: Seed, level of quality, layout and face of each form. The seeds belong to no measured set.
_FORMS = (
    (900_021, 0, "office", "liberation-serif"),
    (900_024, 1, "official", "liberation-serif"),
    (900_015, 2, "reprint", "liberation-sans"),
)
_README = """# Hồ sơ mẫu

Ba bản sơ yếu lý lịch (mẫu 2C-BNV/2008) của **ba người không có thật**: họ tên, ngày sinh, số giấy tờ,
gia đình, quá trình công tác đều do máy đặt ra. Tên xã, huyện, tỉnh là tên thật.

Three scanned forms of **three people who do not exist**: every value was made up by the generator in
`tests/generator/`; only the places are real. One form each as a clean office scan, a worn photocopy and
a poor scan. `truth.json` says what stands on the paper. Written by `python3 dev.py samples`.
"""


def main(arguments: list[str]) -> int:
    """Write the dossier to the folder given, or to the program's own."""
    folder = Path(arguments[0]) if arguments else _FOLDER
    forms = (
        (f"{number:03d}", generate(seed, level, form=FORM_ID, layout=layout, font=font))
        for number, (seed, level, layout, font) in enumerate(_FORMS)
    )
    pages = write_folder(folder, forms)
    (folder / "README.md").write_text(_README, "utf-8")
    sys.stdout.write(f"{len(_FORMS)} forms, {pages} pages in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
