"""An office for a whole day: three people who may log in, and an engine that reads what is laid before it."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hrdigitize import app as doors
from hrdigitize.domain.actors import Clock, Role
from hrdigitize.domain.page import TextLine
from hrdigitize.domain.users import NewUser
from hrdigitize.door import Door, door_of
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.ocr.engine import Engines, Grey
from hrdigitize.workers.reading import Reader
from tests.gui.paper import written
from tests.services.made_up import (
    FORM,
    FORM_WIDTH_PX,
    LETTER_WIDTH_PX,
    TellingEngine,
    line,
    scan,
    stack,
    width_of,
)

HEAD = NewUser("ha", "Nguyễn Thị Hà", "bon mua hoa sua")
CLERK = NewUser("mai", "Lê Thị Mai", "gio bac mua phun")
REVIEWER = NewUser("binh", "Trần Văn Bình", "nang moi dau he")
_GIVEN = "mat khau lan dau"

NAME = "NGUYỄN THỊ HOÀI THƯƠNG"
#: What the machine reads on the form, and on each page of a letter; its marking nobody declared.
_FORM_LINES = (
    f"1) Họ và tên khai sinh: {NAME}",
    "2) Sinh ngày: O6 tháng 07 năm 1970, Giới tính: Nữ",
    "5) Dân tộc: Tàv , 6) Tôn giáo: Không",
    "Mã ngạch: 01.OO3",
)
_LETTER_LINES = ("MẬT", "Kính gửi ông Chủ tịch", "Thư riêng")
#: What stands on the paper where the machine read something else.
TRUTH = {"birth_date": "06/07/1970", "ethnicity": "Tày", "rank_code": "01.003"}


class _DayEngine(TellingEngine):
    """Reads the form and the letter of the day."""

    name = "day"

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        form = (self._form.marks[0], self._form.title[0], *_FORM_LINES)
        texts = form if width_of(image) == FORM_WIDTH_PX else _LETTER_LINES
        return tuple(line(number, text) for number, text in enumerate(texts))


def _engines() -> Engines:
    return Engines(_DayEngine(load_forms()[FORM]))


def ticking() -> Clock:
    """A minute passes whenever somebody looks."""
    minutes = itertools.count(1)
    begun = datetime(2026, 3, 2, 8, tzinfo=UTC)
    return lambda: begun + timedelta(minutes=next(minutes))


def set_up_office(folder: Path, sheets: Path, clock: Clock) -> Door:
    """A store with its three people, each with a passphrase of their own, and the door that they come in by.

    What is read behind that door is read in this process.
    """
    # Every try takes a second by this stopwatch: the least cost will do, and nobody waits for it.
    slow = itertools.count().__next__
    app, head = doors.set_up(folder, HEAD, sheets, clock=clock, stopwatch=slow)
    for user, role in ((CLERK, Role.CLERK), (REVIEWER, Role.REVIEWER)):
        app.users.add(replace(user, passphrase=_GIVEN), role, actor=head.actor)
    app.close()
    for user in (CLERK, REVIEWER):
        app, _ = doors.enter(folder, user.name, _GIVEN, own=user.passphrase, clock=clock)
        app.close()
    return replace(
        door_of(folder, clock=clock),
        enter=lambda name, passphrase: doors.enter(
            folder, name, passphrase, clock=clock, readers=lambda: Reader(inline=True, engines=_engines)
        ),
    )


def paper_of_the_day(folder: Path) -> tuple[Path, ...]:
    """A form of one page, then a letter of two."""
    return written(folder, to1=scan(FORM_WIDTH_PX), thu=stack(LETTER_WIDTH_PX, LETTER_WIDTH_PX))
