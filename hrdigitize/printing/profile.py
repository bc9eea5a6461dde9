"""Writes a cadre's record as a printed form: A4, fonts embedded, text that can be searched and copied."""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from hrdigitize.domain.record import Cadre
from hrdigitize.formdefs.model import FormDef
from hrdigitize.printing import fonts, styles
from hrdigitize.printing.blocks import PageSetter


def write_profile(form: FormDef, cadre: Cadre, target: BinaryIO, *, printed_at: datetime) -> None:
    """The form with the cadre's values, as PDF; a record without values prints as the blank form.

    Values are printed as they were approved, never as normalised. printed_at, with its time zone,
    becomes the date inside the file; nothing else depends on when it is written, so the same record
    at the same moment gives the same bytes.
    """
    fonts.register_fonts()
    document = BaseDocTemplate(
        target,
        pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        title=form.name,
        author="",
        subject="",
        creator="hrdigitize",
        lang="vi",
        initialFontName=fonts.REGULAR,
        initialFontSize=styles.PAGE_NUMBER_SIZE,
        invariant=1,
    )
    frame = Frame(
        styles.MARGIN_LEFT,
        styles.MARGIN_BOTTOM,
        styles.TEXT_WIDTH,
        styles.PAGE_HEIGHT - styles.MARGIN_TOP - styles.MARGIN_BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def on_page(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setDateFormatter(lambda *_now: _pdf_date(printed_at))
        _draw_page_number(canvas)

    document.addPageTemplates([PageTemplate("form", [frame], onPage=on_page)])
    document.build(PageSetter(form, cadre).flowables())


def _draw_page_number(canvas: Canvas) -> None:
    """In the middle of the top margin; the first page carries none."""
    number = canvas.getPageNumber()
    if number == 1:
        return
    canvas.setFont(fonts.REGULAR, styles.PAGE_NUMBER_SIZE)
    middle = styles.MARGIN_LEFT + styles.TEXT_WIDTH / 2
    canvas.drawCentredString(middle, styles.PAGE_HEIGHT - styles.PAGE_NUMBER_FROM_TOP, str(number))


def _pdf_date(moment: datetime) -> str:
    """The date as PDF writes it: D:20240131083000+07'00'."""
    zone = moment.strftime("%z")
    return f"{moment:D:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
