"""Brings the faces that no Debian package has: npm's @fontsource packages, their subsets put together.

    python -m training.fetch_faces FOLDER

Needs npm, fonttools and brotli. All of them are under the SIL Open Font License; none is kept in the project.
"""

from __future__ import annotations

import argparse
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

NAMES = (
    "alegreya", "andika", "archivo", "be-vietnam-pro", "bitter", "caramel", "charm", "charmonman",
    "crimson-pro", "eb-garamond", "faustina", "fuzzy-bubbles", "gelasio", "grandstander",
    "grape-nuts", "ibm-plex-mono", "ibm-plex-sans", "ibm-plex-serif", "itim", "kodchasan",
    "kolker-brush", "licorice", "literata", "lora", "mansalva", "merriweather", "montserrat", "mulish",
    "mynerve", "newsreader", "noto-serif", "nunito", "old-standard-tt", "pacifico", "pangolin",
    "patrick-hand", "petrona", "piazzolla", "playfair-display", "playpen-sans", "sedgwick-ave",
    "shantell-sans", "source-code-pro", "source-sans-3", "source-serif-4", "space-mono", "spectral",
    "square-peg", "sriracha", "stix-two-text", "taviraj", "trirong", "vollkorn",
    "work-sans",
)  # fmt: skip
_STYLES = ("400-normal", "400-italic", "700-normal")
#: Tables that subsets cannot share, and that drawing single letters does not need.
_LEFT_OUT = ("GSUB", "GPOS", "GDEF", "HVAR", "MVAR", "STAT", "avar", "fvar", "gvar", "vhea", "vmtx")


def fetch(name: str, folder: Path) -> None:
    """The styles of one family as files `<name>-<style>.ttf`."""
    with TemporaryDirectory() as held:
        scratch = Path(held)
        subprocess.run(
            ["npm", "pack", "--silent", f"@fontsource/{name}"], cwd=scratch, check=True, capture_output=True
        )
        with tarfile.open(next(scratch.glob("*.tgz"))) as package:
            package.extractall(scratch, filter="data")
        for style in _STYLES:
            _merge(scratch / "package" / "files", name, style, folder)


def _merge(files: Path, name: str, style: str, folder: Path) -> None:
    """Put the subsets with Vietnamese letters together; nothing for a style that the family has not."""
    subsets = [files / f"{name}-{part}-{style}.woff2" for part in ("vietnamese", "latin", "latin-ext")]
    if not subsets[0].is_file():
        return
    parts = []
    for subset in filter(Path.is_file, subsets):
        font = TTFont(subset)
        font.flavor = None
        for table in _LEFT_OUT:
            if table in font:
                del font[table]
        parts.append(subset.with_suffix(".ttf"))
        font.save(parts[-1])
    Merger().merge([str(part) for part in parts]).save(folder / f"{name}-{style}.ttf")


def main() -> None:
    """Fetch all families."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        fetch(name, options.folder)


if __name__ == "__main__":
    main()
