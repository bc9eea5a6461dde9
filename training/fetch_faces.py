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
    "alegreya", "alegreya-sans", "andada-pro", "andika", "archivo", "arima", "arsenal", "asap",
    "athiti", "bai-jamjuree", "barlow", "be-vietnam-pro", "bellota-text", "bitter", "bonheur-royale",
    "borel", "brygada-1918", "cabin", "caramel", "charm", "charmonman", "chivo-mono", "comforter",
    "commissioner", "cormorant", "cormorant-garamond", "cormorant-infant", "crimson-pro", "david-libre",
    "eb-garamond", "encode-sans", "epilogue", "estonia", "exo-2", "faustina", "fira-sans", "fraunces",
    "fuzzy-bubbles", "gelasio", "gluten", "grandstander", "grape-nuts", "grenze", "hepta-slab",
    "hurricane", "ibm-plex-mono", "ibm-plex-sans", "ibm-plex-serif", "inconsolata", "ingrid-darling",
    "inter-tight", "itim", "josefin-sans", "judson", "k2d", "kodchasan", "kolker-brush", "krub",
    "lemonada", "lexend", "libre-franklin", "licorice", "literata", "lobster", "lora", "maitree",
    "mansalva", "manuale", "markazi-text", "maven-pro", "meow-script", "merienda", "merriweather",
    "merriweather-sans", "mitr", "montserrat", "mulish", "mynerve", "newsreader", "noticia-text",
    "noto-serif", "noto-serif-display", "nunito", "nunito-sans", "old-standard-tt", "oooh-baby",
    "pacifico", "pangolin", "patrick-hand", "petrona", "philosopher", "piazzolla", "playfair-display",
    "playpen-sans", "podkova", "pridi", "public-sans", "quicksand", "qwigley", "qwitcher-grypen",
    "raleway", "rasa", "reddit-mono", "rokkitt", "rosario", "sansita-swashed", "sarabun",
    "sedgwick-ave", "send-flowers", "shantell-sans", "signika", "smooch", "sono", "source-code-pro",
    "source-sans-3", "source-serif-4", "space-mono", "spectral", "square-peg", "sriracha",
    "stix-two-text", "taviraj", "texturina", "the-nautigal", "trirong", "twinkle-star", "varta",
    "victor-mono", "vollkorn", "vujahday-script", "whisper", "windsong", "work-sans", "yrsa",
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
