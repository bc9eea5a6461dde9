"""Sheets that are not plain A4: certificates with a frame, across or upright, and A4 with "Trang X/Y"."""

from __future__ import annotations

from PIL import Image, ImageDraw

from tests.generator.faces import Family, load_face
from tests.generator.lines import px
from tests.generator.typesetting import PAGE_HEIGHT_MM, PAGE_WIDTH_MM, Sheets


class Certificate(Sheets):
    """A sheet within a frame. It is one page: what does not fit runs over the frame."""

    wide_mm, tall_mm = PAGE_HEIGHT_MM, PAGE_WIDTH_MM
    frame = "double"

    @property
    def width_mm(self) -> float:
        return self.wide_mm - self.look.left_mm - self.look.right_mm

    @property
    def _right(self) -> int:
        return px(self.wide_mm - self.look.right_mm - self.inset_mm)

    def new_page(self) -> None:
        page = Image.new("L", (px(self.wide_mm), px(self.tall_mm)), 255)
        self.pages.append(page)
        self._draw = ImageDraw.Draw(page)
        self._y = px(self.look.top_mm)
        _frame(self._draw, page.size, self.frame)

    def keep(self, mm: float) -> None:
        """Nothing: there is no other page."""


class Upright(Certificate):
    """A framed sheet that stands upright."""

    wide_mm, tall_mm = PAGE_WIDTH_MM, PAGE_HEIGHT_MM


class Half(Certificate):
    """A certificate of half the size, copied onto the upper part of an upright sheet."""

    wide_mm, tall_mm = PAGE_WIDTH_MM, PAGE_HEIGHT_MM
    frame = "half"


def _frame(draw: ImageDraw.ImageDraw, size: tuple[int, int], frame: str) -> None:
    """Two rules, or a border of ornaments between them."""
    width, height = size if frame != "half" else (size[0], px(158))
    for inset, rule in ((9.0, 9), (11.5, 3)):
        edge = px(inset)
        draw.rectangle((edge, edge, width - edge, height - edge), outline=60, width=rule)
    if frame != "ornaments":
        return
    inner, step, side = px(13.5), px(4.2), px(1.5)
    places = [(x, y) for x in range(inner, width - inner, step) for y in (inner, height - inner)]
    places += [(x, y) for y in range(inner, height - inner, step) for x in (inner, width - inner)]
    for x, y in places:
        draw.polygon(((x, y - side), (x + side, y), (x, y + side), (x - side, y)), outline=90, width=4)
    edge = px(16)
    draw.rectangle((edge, edge, width - edge, height - edge), outline=60, width=4)


class Ornamented(Certificate):
    """A certificate across with a border of ornaments."""

    frame = "ornaments"


FRAMES = {"across": Certificate, "upright": Upright, "half": Half, "ornaments": Ornamented, "": Sheets}


def number_pages(pages: list[Image.Image], family: Family, where: str) -> None:
    """Print "Trang X/Y" on every page. where: "top" or "bottom"."""
    face = load_face(family, "italic" if where == "bottom" else "regular", 11.0)
    for number, page in enumerate(pages, start=1):
        y = px(12) if where == "top" else page.height - px(11)
        text = f"Trang {number}/{len(pages)}"
        ImageDraw.Draw(page).text((page.width - px(18), y), text, font=face, anchor="rs", fill=0)
