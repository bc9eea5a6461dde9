"""Faces that training lines are set in; those that calibrate and measure the reader are not among them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from tests.generator.faces import DRAWN_DPI


@dataclass(frozen=True, slots=True)
class TrainingFace:
    """Files of one family (upright, bold, italic as far as it has them) and how often it is drawn."""

    files: tuple[str, ...]
    share: float
    scale: float = 1.0


def _styles(stem: str, suffix: str = ".ttf") -> tuple[str, ...]:
    return tuple(f"{stem}-{style}{suffix}" for style in ("Regular", "Bold", "Italic", "BoldItalic"))


def _dejavu(stem: str, slanted: str) -> tuple[str, ...]:
    return (f"{stem}.ttf", f"{stem}-Bold.ttf", f"{stem}-{slanted}.ttf")


def _web(name: str, *, italic: bool = True) -> tuple[str, ...]:
    styles = ("400-normal", "700-normal", *(("400-italic",) if italic else ()))
    return tuple(f"{name}-{style}.ttf" for style in styles)


#: Office print first: what communes type is a Times; typewriters and handwriting-like faces after it.
PRINT = (
    TrainingFace(_styles("LiberationSerif"), 9),
    TrainingFace(_styles("Tinos"), 3),
    TrainingFace(_styles("LiberationSans"), 4),
    TrainingFace(_dejavu("DejaVuSerif", "Italic"), 2),
    TrainingFace(_dejavu("DejaVuSerifCondensed", "Italic"), 2),
    TrainingFace(_dejavu("DejaVuSans", "Oblique"), 1),
    TrainingFace(_dejavu("DejaVuSansCondensed", "Oblique"), 1),
    TrainingFace(_styles("NotoSans"), 2),
    TrainingFace(_styles("JunicodeTwoBeta", ".otf"), 2),
    TrainingFace(_styles("Inter", ".otf"), 1),
    TrainingFace(("cmunrm.ttf", "cmunbx.ttf", "cmunti.ttf", "cmunbi.ttf"), 2),
    TrainingFace(("cmunss.ttf", "cmunsx.ttf", "cmunsi.ttf"), 1),
    TrainingFace(("LinBiolinum_R.otf", "LinBiolinum_RB.otf", "LinBiolinum_RI.otf"), 1),
    *(
        TrainingFace(_web(name), 1.5)
        for name in (
            "source-serif-4", "merriweather", "lora", "crimson-pro",
            "alegreya", "literata", "spectral", "vollkorn", "noto-serif", "eb-garamond", "ibm-plex-serif",
            "faustina", "old-standard-tt", "newsreader", "gelasio", "taviraj", "trirong", "stix-two-text",
            "petrona", "piazzolla", "playfair-display", "bitter", "andada-pro", "brygada-1918", "manuale",
            "judson", "noticia-text", "rasa", "rokkitt", "texturina", "yrsa",
        )
    ),
    *(
        TrainingFace(_web(name), 0.8, scale)
        for name, scale in (
            ("cormorant", 1.15), ("cormorant-garamond", 1.15), ("cormorant-infant", 1.15), ("fraunces", 1.0),
            ("noto-serif-display", 1.0), ("philosopher", 1.05), ("grenze", 1.1),
        )
    ),
    *(
        TrainingFace(_web(name, italic=False), 1, scale)
        for name, scale in (
            ("david-libre", 1.05), ("hepta-slab", 0.9), ("maitree", 1.0), ("markazi-text", 1.25),
            ("podkova", 1.0), ("pridi", 1.0),
        )
    ),
    *(
        TrainingFace(_web(name), 0.7)
        for name in (
            "source-sans-3", "be-vietnam-pro", "ibm-plex-sans", "nunito", "montserrat", "mulish", "work-sans",
            "archivo", "andika", "alegreya-sans", "arsenal", "asap", "bai-jamjuree", "barlow", "bellota-text",
            "cabin", "epilogue", "exo-2", "fira-sans", "inter-tight", "josefin-sans", "k2d", "krub",
            "libre-franklin", "merriweather-sans", "nunito-sans", "public-sans", "raleway", "rosario",
            "sarabun",
        )
    ),
    *(
        TrainingFace(_web(name, italic=False), 0.6)
        for name in (
            "arima", "athiti", "commissioner", "encode-sans", "lexend", "maven-pro", "mitr", "quicksand",
            "signika", "varta",
        )
    ),
)  # fmt: skip
TYPEWRITER = (
    TrainingFace(_styles("JetBrainsMono"), 1),
    TrainingFace(("cmuntt.ttf", "cmuntb.ttf", "cmunit.ttf"), 1),
    TrainingFace(("FreeMono.ttf", "FreeMonoBold.ttf"), 1),
    *(
        TrainingFace(_web(name), 1)
        for name in ("ibm-plex-mono", "space-mono", "source-code-pro", "chivo-mono", "victor-mono")
    ),
    *(TrainingFace(_web(name, italic=False), 0.7) for name in ("inconsolata", "reddit-mono", "sono")),
)
HAND = (
    TrainingFace(("patrick-hand-400-normal.ttf",), 3, 1.15),
    TrainingFace(("charm-400-normal.ttf",), 2, 1.1),
    TrainingFace(("itim-400-normal.ttf",), 2),
    TrainingFace(("sriracha-400-normal.ttf",), 2),
    TrainingFace(("pangolin-400-normal.ttf",), 2),
    TrainingFace(_web("kodchasan"), 1),
    TrainingFace(_web("grandstander"), 1),
    TrainingFace(("playpen-sans-400-normal.ttf",), 1),
    TrainingFace(_web("shantell-sans"), 1),
    TrainingFace(("mansalva-400-normal.ttf",), 1),
    *(
        TrainingFace((f"{name}-400-normal.ttf",), 1.5, 1.15)
        for name in ("sedgwick-ave", "grape-nuts", "square-peg", "fuzzy-bubbles", "mynerve", "kolker-brush")
    ),
    *(
        TrainingFace((f"{name}-400-normal.ttf",), 0.7, 1.2)
        for name in ("licorice", "caramel", "charmonman", "pacifico", "lobster")
    ),
    *(
        TrainingFace((f"{name}-400-normal.ttf",), 0.8, scale)
        for name, scale in (
            ("borel", 0.95),
            ("oooh-baby", 1.15),
            ("smooch", 1.2),
            ("vujahday-script", 1.2),
            ("meow-script", 1.2),
            ("send-flowers", 1.15),
            ("twinkle-star", 1.1),
            ("windsong", 1.0),
            ("qwigley", 1.4),
            ("the-nautigal", 1.4),
            ("whisper", 1.3),
            ("bonheur-royale", 1.3),
            ("hurricane", 1.3),
            ("ingrid-darling", 1.3),
            ("comforter", 1.35),
            ("qwitcher-grypen", 1.6),
            ("estonia", 1.5),
        )
    ),
    *(
        TrainingFace(_web(name, italic=False), 1, scale)
        for name, scale in (("merienda", 0.9), ("gluten", 0.9), ("lemonada", 0.85), ("sansita-swashed", 0.95))
    ),
)


@dataclass(frozen=True, slots=True)
class FaceKind:
    """Faces of one kind, and how often a line is set in one of them. hand: as if written by hand."""

    faces: tuple[TrainingFace, ...]
    share: float
    hand: bool = False


#: What the reader is trained on.
TRAINED = (FaceKind(PRINT, 70), FaceKind(TYPEWRITER, 9), FaceKind(HAND, 21, hand=True))


class FaceMissing(Exception):
    """A face is not on this machine; the message names its file."""


@lru_cache(maxsize=1)
def _files(roots: tuple[Path, ...]) -> dict[str, Path]:
    return {path.name: path for root in roots for path in sorted(root.rglob("*.[to]tf"))}


def face_path(name: str, roots: tuple[Path, ...]) -> Path:
    """Where a file of a face lies; FaceMissing where it does not."""
    found = _files(roots).get(name)
    if found is None:
        raise FaceMissing(f"{name} is missing: see training/README.md")
    return found


@lru_cache(maxsize=2000)
def load(path: Path, size_pt: float) -> ImageFont.FreeTypeFont:
    """The face at a size, for drawing at DRAWN_DPI."""
    size = size_pt * DRAWN_DPI / 72
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def has_letters(face: ImageFont.FreeTypeFont, letters: frozenset[str]) -> bool:
    """Whether a face draws each of these letters, and not the box that stands for what it lacks."""
    lacking = bytes(face.getmask("\uffff"))
    return all(bytes(face.getmask(letter)) != lacking for letter in letters)
