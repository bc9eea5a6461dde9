"""Sheets that are no component: separator sheets between documents, and the inventory of a dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image

from tests.generator.archive.codes import payload, qr
from tests.generator.archive.sources import kinds
from tests.generator.decisions.paper import Paper, Printed
from tests.generator.faces import FAMILIES
from tests.generator.lines import Text, px
from tests.generator.typesetting import Column, Grid, Look, Sheets

_ABSENT = (
    "Chưa bổ sung",
    "Thất lạc khi chia tách huyện",
    "Không phát sinh",
    "Đơn vị cũ chưa bàn giao",
    "Mất",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A separator sheet. payload: what its code says."""

    page: Image.Image
    payload: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of an inventory, by column; `pages` "" where the paper lacks the column."""

    number: str
    title: str
    pages: str
    present: str
    absent: str
    reason: str

    def as_row(self) -> Mapping[str, str]:
        return {
            "number": self.number,
            "title": self.title,
            "pages": self.pages,
            "present": self.present,
            "absent": self.absent,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class Inventory:
    """An inventory on its pages. title: as printed."""

    pages: Sequence[Image.Image]
    rows: Sequence[Listed]
    title: str


def separator(dossier: str, type_id: str, person: str, rng: Random) -> Sheet:
    """A separator sheet that tells dossier, type and person; the last two may be empty."""
    paper = _paper(rng, "liberation-sans", 14.0)
    text = payload(dossier, type_id, person)
    paper.sheets.space(rng.choice((10, 25)))
    paper.centred(Printed("PHIẾU PHÂN CÁCH", "bold", 2.0), width_mm=170)
    paper.sheets.space(12)
    code, page = qr(text, rng.choice((45.0, 55.0))), paper.sheets.pages[-1]
    page.paste(code, ((page.width - code.width) // 2, px(paper.sheets.y_mm)))
    paper.sheets.space(code.height / px(1) + 12)
    names = kinds()[type_id].names[0] if type_id else ""
    for label, value in (("Hồ sơ", dossier), ("Loại tài liệu", names), ("Họ và tên", person)):
        if value:
            paper.centred(Printed(f"{label}: {value}", size=1.1), width_mm=165)
    paper.sheets.space(6)
    paper.centred(Printed("(Đặt trước tài liệu khi quét)", "italic", 0.9), width_mm=165)
    return Sheet(page, text)


def inventory(found: Sequence[tuple[str, int]], name: str, rng: Random, *, known: bool) -> Inventory:
    """An inventory of documents (type, pages) and of some that the dossier lacks.

    known: in the usual wording; else with another title and other headings.
    """
    rows = _rows(found, rng)
    family = rng.choice(("liberation-serif", "dejavu-serif") if known else ("carlito", "free-serif"))
    paper = _paper(rng, family, 13.0)
    title = "MỤC LỤC TÀI LIỆU" if known else rng.choice(_OTHER_TITLES)
    if rng.random() < 0.5:
        left = [Printed("CƠ QUAN QUẢN LÝ HỒ SƠ", "bold", 0.9)]
        paper.columns(left, [Printed("Hồ sơ số: ........./HS", size=0.9)], shares=(0.25, 0.75))
        paper.sheets.space(4)
    paper.centred(Printed(title, "bold", 1.2), width_mm=165)
    if known and rng.random() < 0.6:
        paper.centred(Printed("trong hồ sơ cán bộ, công chức", "bold"), width_mm=165)
    paper.centred(Printed(f"Họ và tên: {name}"), width_mm=165)
    paper.sheets.space(4)
    headings = _HEADINGS if known else _OTHER_HEADINGS
    columns = [Column(text, share) for text, share in zip(rng.choice(headings), _SHARES, strict=True)]
    cells = [[("", text) for text in row.as_row().values()] for row in rows]
    paper.sheets.table(Grid(columns, size=0.88, heading_style="bold", centred=frozenset({0, 2, 3, 4})), cells)
    paper.columns([Printed("NGƯỜI LẬP", "bold")], [Printed("NGƯỜI KIỂM TRA", "bold")], shares=(0.25, 0.75))
    return Inventory(tuple(paper.sheets.pages), rows, title)


_SHARES = (1.0, 6.0, 1.5, 1.1, 1.3, 3.2)
_HEADINGS = (
    ("STT", "Tên tài liệu", "Số trang", "Có", "Không", "Lý do không có"),
    ("TT", "Tên tài liệu", "Số trang", "Có", "Không", "Lý do không có"),
)
_OTHER_TITLES = ("BẢNG KÊ THÀNH PHẦN HỒ SƠ", "DANH MỤC TÀI LIỆU CÓ TRONG HỒ SƠ", "BẢN KÊ TÀI LIỆU")
_OTHER_HEADINGS = (
    ("Số TT", "Thành phần tài liệu", "Số tờ", "Có", "Không có", "Ghi chú lý do"),
    ("TT", "Tên, loại văn bản", "Trang", "Có", "Thiếu", "Lý do thiếu"),
)


def _rows(found: Sequence[tuple[str, int]], rng: Random) -> Sequence[Listed]:
    lacking = [one for one in kinds() if one not in {type_id for type_id, _ in found}]
    told = [(type_id, pages) for type_id, pages in found] + [
        (type_id, 0) for type_id in rng.sample(lacking, rng.randint(2, 5))
    ]
    tick = rng.choice(("x", "X", "+"))
    return tuple(
        Listed(
            number=str(number),
            title=rng.choice(kinds()[type_id].names),
            pages=str(pages) if pages else "",
            present=tick if pages else "",
            absent="" if pages else tick,
            reason="" if pages else rng.choice(_ABSENT),
        )
        for number, (type_id, pages) in enumerate(told, start=1)
    )


def _paper(rng: Random, family: str, size_pt: float) -> Paper:
    look = Look(
        family=FAMILIES[family],
        size_pt=size_pt,
        leading=1.3,
        left_mm=rng.uniform(22, 28),
        right_mm=16,
        top_mm=rng.uniform(16, 22),
        bottom_mm=18,
        leader="none",
        page_number="none",
    )
    return Paper(Sheets(look))


def one_line(text: str, rng: Random) -> Image.Image:
    """A last page that has its number and one line of text, nothing else."""
    paper = _paper(rng, "liberation-serif", 13.5)
    paper.put(Text(str(rng.randint(2, 5))), px(105), 14.0, "ms")
    paper.sheets.space(paper.sheets.line_mm)
    paper.put(Text(text), px(28), paper.sheets.y_mm, "ls")
    return paper.sheets.pages[-1]
