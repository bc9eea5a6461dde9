"""Both sides of a stack by hand: the order comes out right, and no break at any moment loses a page."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field

import pytest

from hrdigitize.capture.scanners import Device
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.scanning import Feed, ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.services.both_sides import Standing
from hrdigitize.store.checking import check
from tests.services.made_up import CLERK, Office, scan

_SETTINGS = ScanSettings("stack", dpi=75, feed=Feed.BOTH_SIDES)
#: A page's width tells what it is: fronts 401, 402, …; backs 601, 602, …
_FRONT, _BACK = 400, 600


@dataclass
class Stack:
    """Gives the sides of these widths, then fails with a code, or as a program that is broken off."""

    sides: list[int]
    fault: str = ""
    breaks: bool = False
    feeds: list[Feed] = field(default_factory=list)

    def devices(self) -> tuple[Device, ...]:
        return (Device("stack", "Stack"),)

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        self.feeds.append(settings.feed)
        while self.sides:
            yield scan(self.sides.pop(0))
        if self.breaks:
            raise KeyboardInterrupt
        if self.fault:
            raise UserFault(self.fault)


def _fronts(sheets: int, first: int = 1) -> list[int]:
    return [_FRONT + sheet for sheet in range(first, sheets + 1)]


def _backs(sheets: int) -> list[int]:
    """Those of a stack that was turned over: the last sheet's comes first."""
    return [_BACK + sheet for sheet in range(sheets, 0, -1)]


def _in_order(sheets: int) -> list[int]:
    return [side + sheet for sheet in range(1, sheets + 1) for side in (_FRONT, _BACK)]


def _widths(office: Office, batch: BatchId) -> list[int]:
    def look() -> list[int]:
        with office.store.view() as view:
            pages = view.batches.pages(batch)
        assert [one.page.number for one in pages] == list(range(1, len(pages) + 1))
        return [one.page.width for one in pages]

    return office.lane.run(look)


def _code(caught: pytest.ExceptionInfo[UserFault]) -> str:
    return caught.value.code


def test_papers_that_are_never_digitised_move_no_paper(office: Office) -> None:
    stack = Stack(_fronts(2))
    with pytest.raises(UserFault) as caught:
        office.both_sides.scan_fronts(stack, _SETTINGS, actor=CLERK, marking=Secrecy.SECRET)
    assert (_code(caught), stack.feeds) == ("secrecy-refused", [])
    begun = office.both_sides.scan_fronts(stack, _SETTINGS, actor=CLERK, marking=Secrecy.CONFIDENTIAL)
    office.both_sides.leave(begun.batch, actor=CLERK)
    office.reading.read(begun.batch, actor=CLERK)
    assert [entry.page for entry in office.markings.register(actor=CLERK)] == [1, 2]


def test_fronts_then_backs_come_out_sheet_by_sheet(office: Office) -> None:
    told = list[int]()
    note = lambda _, pages: told.append(pages)  # noqa: E731
    stack = Stack(_fronts(4))
    begun = office.both_sides.scan_fronts(stack, _SETTINGS, actor=CLERK, taken=note)
    batch = begun.batch
    assert stack.feeds == [Feed.FEEDER], "each pass takes one side"
    assert office.both_sides.standing(batch, actor=CLERK) == Standing(4, 0, turned=False)
    assert office.both_sides.turn(batch, actor=CLERK) == Standing(4, 0, turned=True)
    office.both_sides.scan_backs(Stack(_backs(4)), _SETTINGS, batch, actor=CLERK, taken=note)
    assert told == list(range(1, 9)), "every page is told as it is safe"
    assert office.both_sides.settle(batch, actor=CLERK).pages == 8
    assert _widths(office, batch) == _in_order(4)
    assert office.both_sides.standing(batch, actor=CLERK) is None
    assert office.lane.run(lambda: check(office.store)) == ()
    assert office.reading.read(batch, actor=CLERK)


def test_a_stack_into_a_batch_that_has_pages_leaves_those(office: Office) -> None:
    before = office.intake.scan(Stack([300, 301]), _SETTINGS, actor=CLERK)
    into = before.batch
    office.both_sides.scan_fronts(Stack(_fronts(2)), _SETTINGS, actor=CLERK, into=into)
    office.both_sides.turn(into, actor=CLERK)
    office.both_sides.scan_backs(Stack(_backs(2)), _SETTINGS, into, actor=CLERK)
    office.both_sides.settle(into, actor=CLERK)
    assert _widths(office, into) == [300, 301, *_in_order(2)]


def test_a_feeder_that_is_filled_again_goes_on(office: Office) -> None:
    sides = office.both_sides
    batch = sides.scan_fronts(Stack(_fronts(2)), _SETTINGS, actor=CLERK).batch
    sides.scan_fronts(Stack(_fronts(5, first=3)), _SETTINGS, actor=CLERK, into=batch)
    sides.turn(batch, actor=CLERK)
    backs = _backs(5)
    for part in (backs[:3], backs[3:]):
        sides.scan_backs(Stack(part), _SETTINGS, batch, actor=CLERK)
    sides.settle(batch, actor=CLERK)
    assert _widths(office, batch) == _in_order(5)


@pytest.mark.parametrize("broken_at", range(1, 8))
@pytest.mark.parametrize("way", ["jam", "killed"])
def test_a_break_at_any_page_goes_on_where_it_was(office: Office, broken_at: int, way: str) -> None:
    """Four sheets: breaks among fronts, between the sides, among backs, and before the order is right."""
    sides, fronts, backs = office.both_sides, _fronts(4), _backs(4)
    batches = list[BatchId]()

    def breaking(part: list[int]) -> Stack:
        return Stack(part, "scanner-jammed" if way == "jam" else "", breaks=way == "killed")

    def taken(_: BatchId, __: int) -> None:
        batches.append(office.lane.run(lambda: _newest(office)))

    now, later = fronts[:broken_at], fronts[broken_at:]
    _broken_off(lambda: sides.scan_fronts(breaking(now), _SETTINGS, actor=CLERK, taken=taken), way)
    batch = batches[0]
    assert _widths(office, batch) == fronts[:broken_at]
    if later:
        sides.scan_fronts(Stack(later), _SETTINGS, actor=CLERK, into=batch)
    sides.turn(batch, actor=CLERK)
    now, later = backs[: broken_at % 4], backs[broken_at % 4 :]
    if now:
        _broken_off(lambda: sides.scan_backs(breaking(now), _SETTINGS, batch, actor=CLERK), way)
    with pytest.raises(UserFault) as caught:
        sides.settle(batch, actor=CLERK)
    assert _code(caught) == "stack-backs-missing"
    sides.scan_backs(Stack(later), _SETTINGS, batch, actor=CLERK)
    sides.settle(batch, actor=CLERK)
    assert _widths(office, batch) == _in_order(4)


def _broken_off(call: object, way: str) -> None:
    assert callable(call)
    if way == "killed":
        with pytest.raises(KeyboardInterrupt):
            call()
    else:
        assert call().stopped.code == "scanner-jammed"


def _newest(office: Office) -> BatchId:
    with office.store.view() as view:
        opened = [one for one in view.audit.entries() if one.action == "sides-begun"]
    return BatchId(opened[-1].subject)


@pytest.mark.parametrize(
    ("backs", "code"), [(2, "stack-backs-missing"), (4, "stack-backs-too-many"), (0, "stack-backs-missing")]
)
def test_counts_that_differ_are_told_and_nothing_moves(office: Office, backs: int, code: str) -> None:
    sides = office.both_sides
    batch = sides.scan_fronts(Stack(_fronts(3)), _SETTINGS, actor=CLERK).batch
    sides.turn(batch, actor=CLERK)
    if backs:
        sides.scan_backs(Stack(_backs(backs)), _SETTINGS, batch, actor=CLERK)
    came = _widths(office, batch)
    with pytest.raises(UserFault) as caught:
        sides.settle(batch, actor=CLERK)
    assert _code(caught) == code
    assert caught.value.params == {"fronts": "3", "backs": str(backs)}
    assert _widths(office, batch) == came == [*_fronts(3), *_backs(backs)]
    with pytest.raises(UserFault) as caught:
        office.reading.read(batch, actor=CLERK)
    assert _code(caught) == "stack-half-scanned"
    sides.leave(batch, actor=CLERK)
    assert _widths(office, batch) == came
    assert office.reading.read(batch, actor=CLERK)


def test_what_comes_at_the_wrong_time_is_refused(office: Office) -> None:
    sides = office.both_sides
    batch = sides.scan_fronts(Stack(_fronts(1)), _SETTINGS, actor=CLERK).batch
    plain = office.intake.scan(Stack([300]), _SETTINGS, actor=CLERK).batch
    idle = Stack([300])
    for call, code in (
        (lambda: sides.scan_backs(idle, _SETTINGS, batch, actor=CLERK), "stack-not-turned"),
        (lambda: sides.settle(batch, actor=CLERK), "stack-not-turned"),
        (lambda: sides.turn(plain, actor=CLERK), "stack-not-begun"),
        (lambda: sides.leave(plain, actor=CLERK), "stack-not-begun"),
        (lambda: sides.settle(plain, actor=CLERK), "stack-not-turned"),
        (lambda: sides.standing(BatchId("none"), actor=CLERK), "batch-unknown"),
        (lambda: sides.scan_fronts(Stack([]), _SETTINGS, actor=CLERK), "scanner-empty"),
        (lambda: sides.scan_fronts(Stack([300]), _SETTINGS, actor=CLERK, into=BatchId("x")), "batch-unknown"),
    ):
        with pytest.raises(UserFault) as caught:
            call()
        assert _code(caught) == code
    assert idle.sides == [300], "no paper moves"
    sides.turn(batch, actor=CLERK)
    with pytest.raises(UserFault) as caught:
        sides.scan_fronts(idle, _SETTINGS, actor=CLERK, into=batch)
    assert (_code(caught), idle.sides) == ("stack-turned", [300])
    office.reading.read(plain, actor=CLERK)
    with pytest.raises(UserFault) as caught:
        sides.scan_fronts(Stack([300]), _SETTINGS, actor=CLERK, into=plain)
    assert _code(caught) == "batch-already-read"


def test_no_other_paper_comes_among_the_sides_of_a_stack(office: Office) -> None:
    batch = office.both_sides.scan_fronts(Stack(_fronts(2)), _SETTINGS, actor=CLERK).batch
    other = Stack([900])
    file = office.folder / "other.png"
    file.write_bytes(scan(900))
    with pytest.raises(UserFault, match="stack-half-scanned"):
        office.intake.scan(other, _SETTINGS, actor=CLERK, into=batch)
    with pytest.raises(UserFault, match="stack-half-scanned"):
        office.intake.capture([file], actor=CLERK, into=batch)
    assert other.feeds == []
    office.both_sides.leave(batch, actor=CLERK)
    office.intake.capture([file], actor=CLERK, into=batch)
    assert _widths(office, batch) == [*_fronts(2), 900]
