"""Photocopies of identity cards: the chip card of 2021 with its QR code, the people's card of nine digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from PIL import Image, ImageDraw

from tests.generator.archive.codes import qr
from tests.generator.archive.matters import Cadre, chip_number
from tests.generator.faces import FAMILIES, load_face
from tests.generator.lines import px, wrapped
from tests.generator.naming import Sex
from tests.generator.wordlists import Place

#: ID-1 of ISO/IEC 7810; copies of a card keep its size, or are enlarged.
_WIDE_MM, _TALL_MM = 85.6, 54.0
_PLACES = ("sau mép trái", "trước đuôi mắt phải", "sau cánh mũi trái")


@dataclass(frozen=True, slots=True)
class Copied:
    """A page with the copy. index: full_name, id_number, the code's text as qr."""

    page: Image.Image
    index: Mapping[str, str]


def chip_text(cadre: Cadre, number: str, issued: date) -> str:
    """The seven fields of the code of a chip card."""
    identity = cadre.person.identity
    old = cadre.person.papers.id_number if len(cadre.person.papers.id_number) == 9 else ""
    place = identity.residence
    address = _units(place)
    sex = "Nam" if identity.sex is Sex.MALE else "Nữ"
    return "|".join((number, old, identity.name, f"{identity.born:%d%m%Y}", sex, address, f"{issued:%d%m%Y}"))


def _units(place: Place) -> str:
    """A place as cards give it, without the kinds of its units."""
    return f"{place.commune.name}, {place.district.name}, {place.province.name}"


class _Card:
    """A card being drawn, enlarged by `scale`."""

    def __init__(self, scale: float, grey: int) -> None:
        self.scale = scale
        size = (px(_WIDE_MM * scale), px(_TALL_MM * scale))
        self.image = Image.new("L", size, grey)
        self.draw = ImageDraw.Draw(self.image)
        self.draw.rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), px(3 * scale), outline=110, width=4)

    def text(self, x_mm: float, y_mm: float, text: str, size_pt: float, style: str = "regular") -> None:
        """A text from a place of the card, broken where the card ends."""
        face = load_face(FAMILIES["liberation-sans"], style, round(size_pt * self.scale, 1))
        y = px(y_mm * self.scale)
        for line in wrapped(text, face, px((_WIDE_MM - 2 - x_mm) * self.scale)):
            self.draw.text((px(x_mm * self.scale), y), line, font=face, fill=25)
            y += int(size_pt * self.scale * 300 / 72 * 1.15)

    def middle(self, y_mm: float, text: str, size_pt: float, style: str = "bold", x_mm: float = 47.0) -> None:
        """A text around a vertical."""
        face = load_face(FAMILIES["liberation-sans"], style, round(size_pt * self.scale, 1))
        self.draw.text((px(x_mm * self.scale), px(y_mm * self.scale)), text, font=face, fill=25, anchor="ma")

    def photo(self, x_mm: float, y_mm: float, rng: Random) -> None:
        """A grey face, as photocopies leave it."""
        scale = self.scale
        box = [px(value * scale) for value in (x_mm, y_mm, x_mm + 19, y_mm + 25)]
        self.draw.rectangle(box, fill=rng.randint(170, 205))
        left, top = box[0], box[1]
        self.draw.ellipse(
            (left + px(4.5 * scale), top + px(4 * scale), left + px(14.5 * scale), top + px(17 * scale)),
            fill=rng.randint(95, 140),
        )
        self.draw.pieslice(
            (left + px(1 * scale), top + px(16 * scale), left + px(18 * scale), top + px(34 * scale)),
            180,
            360,
            fill=rng.randint(50, 90),
        )

    def prints(self, x_mm: float, y_mm: float, rng: Random) -> None:
        """A fingerprint: arcs within each other."""
        for reach in range(2, 15):
            radius = px(0.55 * reach * self.scale)
            x, y = px(x_mm * self.scale), px(y_mm * self.scale)
            start = rng.randint(0, 60)
            self.draw.arc(
                (x - radius, y - radius, x + radius, int(y + radius * 1.3)),
                start,
                start + rng.randint(200, 330),
                fill=90,
                width=3,
            )


def _chip_front(cadre: Cadre, number: str, text: str, rng: Random, scale: float) -> Image.Image:
    card, identity = _Card(scale, rng.randint(214, 238)), cadre.person.identity
    card.middle(2.2, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 6.2)
    card.middle(5.0, "Độc lập - Tự do - Hạnh phúc", 5.6)
    card.middle(7.6, "SOCIALIST REPUBLIC OF VIET NAM", 4.6, "regular")
    card.middle(11.5, "CĂN CƯỚC CÔNG DÂN", 9.5)
    card.middle(15.6, "Citizen Identity Card", 5.0, "italic")
    card.photo(4, 20, rng)
    card.text(27, 19.5, f"Số / No.: {number}", 8.5, "bold")
    card.text(27, 24.0, "Họ và tên / Full name:", 5.0)
    card.text(27, 26.2, identity.name.upper(), 7.2, "bold")
    card.text(27, 30.4, f"Ngày sinh / Date of birth: {identity.born:%d/%m/%Y}", 5.4)
    sex = "Nam" if identity.sex is Sex.MALE else "Nữ"
    card.text(27, 33.2, f"Giới tính / Sex: {sex}    Quốc tịch / Nationality: Việt Nam", 5.4)
    native, home = identity.native_place, identity.residence
    card.text(
        27,
        36.2,
        f"Quê quán / Place of origin: {_units(native)}",
        5.4,
    )
    card.text(
        27,
        42.6,
        f"Nơi thường trú / Place of residence: {_units(home)}",
        5.4,
    )
    card.text(
        4,
        46.5,
        f"Có giá trị đến: {identity.born.day:02d}/{identity.born.month:02d}/20{rng.randint(31, 49)}",
        4.6,
    )
    code = qr(text, 15.5 * scale)
    card.image.paste(code, (px(68 * scale), px(2 * scale)))
    return card.image


def _chip_back(cadre: Cadre, number: str, issued: date, rng: Random, scale: float) -> Image.Image:
    card = _Card(scale, rng.randint(214, 238))
    card.text(4, 3, "Đặc điểm nhận dạng / Personal identification:", 5.2)
    card.text(
        4,
        6,
        f"Nốt ruồi c: {rng.randint(1, 3)}cm trên {rng.choice(_PLACES)}",
        5.6,
    )
    card.text(4, 11, f"Ngày, tháng, năm / Date, month, year: {issued:%d/%m/%Y}", 5.4)
    card.text(30, 16, "CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI", 5.2, "bold")
    card.prints(12, 25, rng)
    card.prints(78, 29, rng)
    born, sex = cadre.person.identity.born, "M" if cadre.person.identity.sex is Sex.MALE else "F"
    for row, line in enumerate(
        (
            f"IDVNM{number[3:]}7{number}<<{rng.randint(0, 9)}",
            f"{born:%y%m%d}{rng.randint(0, 9)}{sex}40{born:%m%d}8VNM<<<<<<<<<<<{rng.randint(0, 9)}",
            "NGUOI<<DUOC<CAP<THE<<<<<<<<<<<",
        )
    ):
        face = load_face(FAMILIES["liberation-mono"], "regular", round(7.6 * scale, 1))
        card.draw.text((px(4 * scale), px((40 + row * 4) * scale)), line, font=face, fill=25)
    return card.image


def _chip(cadre: Cadre, rng: Random) -> Copied:
    number, issued = chip_number(rng, cadre), date(2021, rng.randint(1, 12), rng.randint(1, 28))
    text = chip_text(cadre, number, issued)
    scale = rng.choice((1.0, 1.0, 1.25))
    page = Image.new("L", (px(210), px(297)), 255)
    left, top = rng.uniform(30, 60), rng.uniform(30, 60)
    page.paste(_chip_front(cadre, number, text, rng, scale), (px(left), px(top)))
    below = top + _TALL_MM * scale + rng.uniform(12, 30)
    page.paste(_chip_back(cadre, number, issued, rng, scale), (px(left + rng.uniform(-3, 3)), px(below)))
    return Copied(page, {"full_name": cadre.name.upper(), "id_number": number, "qr": text})


def _people(cadre: Cadre, rng: Random) -> Copied:
    """The older card of nine digits, without a code."""
    number = f"{rng.randint(10, 380):03d}{rng.randrange(10**6):06d}"
    scale, identity = rng.choice((1.0, 1.2, 1.3)), cadre.person.identity
    card = _Card(scale, rng.randint(205, 235))
    card.middle(3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 6.4)
    card.middle(6.2, "Độc lập - Tự do - Hạnh phúc", 5.8)
    card.middle(10.5, "GIẤY CHỨNG MINH NHÂN DÂN", 9.2, x_mm=54)
    card.middle(15.2, f"SỐ {number}", 9.0, x_mm=54)
    card.photo(4, 18, rng)
    native, home = identity.native_place, identity.residence
    card.text(26, 20.5, f"Họ tên: {identity.name.upper()}", 6.6)
    card.text(26, 25.5, f"Sinh ngày: {identity.born:%d-%m-%Y}", 6.4)
    card.text(26, 30.0, f"Nguyên quán: {_units(native)}", 6.4)
    card.text(26, 38.0, f"Nơi ĐKHK thường trú: {_units(home)}", 6.4)
    page = Image.new("L", (px(210), px(297)), 255)
    page.paste(card.image, (px(rng.uniform(35, 60)), px(rng.uniform(35, 90))))
    return Copied(page, {"full_name": identity.name.upper(), "id_number": number})


#: Name, whether known, and what draws it.
DRAWINGS: tuple[tuple[str, bool, Callable[[Cadre, Random], Copied]], ...] = (
    ("chip-card", True, _chip),
    ("people-card", True, _people),
)
