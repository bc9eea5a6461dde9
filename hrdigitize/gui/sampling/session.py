"""Sampling at work: what is drawn and judged, by signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hrdigitize.domain.reading import State
from hrdigitize.domain.sampling import Sample, SampledValue, SampleId, SampleSheet
from hrdigitize.gui.frame.room import Frame
from hrdigitize.services.sampling import Book, Proposal


class SamplingSession(QObject):
    """booked (book); proposed (proposal); changed: another sample, another value, or a judgement came.

    proved (bool): whether the seed draws the same again.
    """

    booked = Signal(object)
    proposed = Signal(object)
    changed = Signal()
    proved = Signal(bool)

    def __init__(self, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._sampling = frame.app.sampling
        self.sheet: SampleSheet | None = None
        self.number = 0
        self._busy = False

    @property
    def sample(self) -> Sample | None:
        return self.sheet.sample if self.sheet is not None else None

    @property
    def value(self) -> SampledValue | None:
        """The value to look at."""
        values = self.sample.values if self.sample is not None else ()
        return next((value for value in values if value.number == self.number), None)

    def list_samples(self) -> None:
        actor = self._frame.actor
        self._frame.lane.start(lambda: self._sampling.book(actor=actor), self._booked)

    def _booked(self, book: Book) -> None:
        self.booked.emit(book)
        if self.sheet is None and book.samples:
            self.open(book.samples[0].id)

    def propose(self, limit: str) -> None:
        actor = self._frame.actor
        self._frame.lane.start(lambda: self._sampling.proposal(limit, actor=actor), self._proposed)

    def _proposed(self, proposal: Proposal) -> None:
        self.proposed.emit(proposal)

    def draw(self, limit: str) -> None:
        """Draws a sample; nothing while one is being drawn."""
        if self._busy:
            return
        self._busy = True
        actor = self._frame.actor
        self._frame.lane.start(lambda: self._sampling.draw(limit, actor=actor), self._drawn, self._failed)

    def _drawn(self, sheet: SampleSheet) -> None:
        self._show(sheet)
        self.list_samples()
        self.propose(sheet.sample.rule.limit)

    def open(self, sample: SampleId) -> None:
        actor = self._frame.actor
        self._frame.lane.start(lambda: self._sampling.open(sample, actor=actor), self._show)

    def _show(self, sheet: SampleSheet) -> None:
        self._busy = False
        self.sheet = sheet
        self.number = 1
        self._to_next_open(0)
        self.changed.emit()

    def step(self, by: int) -> None:
        """So many values on, no further than the ends."""
        if self.sample is not None and self.sample.values:
            self.number = min(max(self.number + by, 1), len(self.sample.values))
            self.changed.emit()

    def confirm(self) -> None:
        """The value stands on the paper just so."""
        sample, number, actor = self.sample, self.number, self._frame.actor
        if sample is None or self._busy or self.value is None:
            return
        self._busy = True
        self._frame.lane.start(
            lambda: self._sampling.confirm(sample.id, number, actor=actor), self._judged, self._failed
        )

    def refute(self, text: str, state: State) -> None:
        """Something else stands on the paper."""
        sample, number, actor = self.sample, self.number, self._frame.actor
        if sample is None or self._busy or self.value is None:
            return
        self._busy = True
        self._frame.lane.start(
            lambda: self._sampling.refute(sample.id, number, text, state, actor=actor),
            self._judged,
            self._failed,
        )

    def prove(self) -> None:
        """Draws the sample again by its seed, to show that it is the same."""
        sample, actor = self.sample, self._frame.actor
        if sample is not None:
            self._frame.lane.start(
                lambda: self._sampling.can_be_repeated(sample.id, actor=actor), self.proved.emit
            )

    def _judged(self, sample: Sample) -> None:
        self._busy = False
        sheet = self.sheet
        if sheet is None or sheet.sample.id != sample.id:
            return
        self.sheet = SampleSheet(sample, sheet.titles, sheet.forms, sheet.pages, sheet.readings)
        self._to_next_open(self.number)
        self.changed.emit()
        self._frame.ways.changed.emit()
        if sample.outcome is not sheet.sample.outcome:
            # A refused lot is there to be drawn again.
            self.list_samples()
            self.propose(sample.rule.limit)

    def _to_next_open(self, after: int) -> None:
        """To the next value that nobody has judged; stays where none is left."""
        values = self.sample.values if self.sample is not None else ()
        still = [value.number for value in values if value.judgement is None]
        ahead = [number for number in still if number > after] + still
        if ahead:
            self.number = ahead[0]

    def _failed(self, fault: Exception) -> None:
        self._busy = False
        self._frame.fail(fault)
