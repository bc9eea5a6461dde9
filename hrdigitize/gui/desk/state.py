"""The verification desk without Qt: where the clerk stands, what Enter does, what is still open."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from enum import Enum

from hrdigitize.domain.holding import Diary, Holding
from hrdigitize.domain.reading import Finding, State
from hrdigitize.domain.record import Answer, DocumentStatus, FieldPath, Spot, StoredDocument
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.formdefs.model import FormDef
from hrdigitize.gui.desk.entries import Entry, Given, Mark, Section, Sources, same_answer, sections_of


class Readiness(Enum):
    """Whether the document can be approved now, otherwise what stands against it."""

    READY = "ready"
    OPEN_FIELDS = "open-fields"
    SAVING = "saving"
    NO_FORM = "no-form"
    HELD = "held"
    APPROVED = "approved"


class Refusal(Enum):
    """Why Enter is not enough. EMPTIED: a person must say which of "blank" and "illegible" it is.

    MUST_BE_TYPED: the machine's text cannot stand as it is. NOT_FITTING: what was typed is no value of the
    field's type, which a paper may have all the same.
    """

    EMPTIED = "emptied"
    MUST_BE_TYPED = "must-be-typed"
    NOT_FITTING = "not-fitting"


@dataclass(frozen=True, slots=True)
class Decision:
    """What Enter means now. answer: to be stored, None when nothing new was said, or when it is refused."""

    answer: Answer | None
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """The editor's text. by_hand: something was typed since it was shown.

    as_written: the person says that the paper has it just so, whatever the program thinks of it.
    """

    text: str
    by_hand: bool = True
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding with the entry at which a person starts to look."""

    entry: Entry
    finding: Finding


class DeskState:
    """One open document: the entries in reading order, the current one, and answers not stored yet.

    Answers count from the moment they are given (`expect`); `replace` brings what the store made of
    them, `retract` takes one back that could not be stored.
    """

    def __init__(self, document: StoredDocument, form: FormDef | None) -> None:
        self._form = form
        self._document = document
        self._pending: dict[FieldPath, Given] = {}
        self._added: dict[str, int] = {}
        self._sections: tuple[Section, ...] = ()
        self._entries: dict[FieldPath, Entry] = {}
        self._seen: list[Finding] = []
        self.current: FieldPath | None = None
        #: Where somebody has just pointed for the current field; with the next answer it is kept.
        self.in_hand: Spot | None = None
        self._arrange()
        self._look()

    def _arrange(self) -> None:
        self._added = {key: row for key, row in self._added.items() if not self._begun(key, row)}
        sources = Sources(self._document, self._pending, self._added)
        self._sections = sections_of(sources, self._form)
        self._entries = {e.path: e for section in self._sections for e in section.all_entries()}
        if self.current not in self._entries:
            self.current = self._first()

    def _begun(self, table: str, row: int) -> bool:
        """Whether a cell of the row was answered: from then on it is a row like any other."""
        given = self._pending.keys() | self._document.verifications.keys()
        return any(path.table == table and path.row == row for path in given)

    def _first(self) -> FieldPath | None:
        doubtful = (path for path, entry in self._entries.items() if entry.mark is Mark.DOUBTFUL)
        return next(doubtful, next(iter(self._entries), None))

    @property
    def document(self) -> StoredDocument:
        return self._document

    @property
    def form(self) -> FormDef | None:
        return self._form

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._sections

    @property
    def entry(self) -> Entry | None:
        """The current entry; None on a document without fields."""
        return None if self.current is None else self._entries[self.current]

    @property
    def spot(self) -> Spot | None:
        """Where on the paper to look for the current field."""
        known = self.entry.spot if self.entry is not None else None
        return self.in_hand or known

    def point_at(self, spot: Spot | None) -> None:
        """The current field's value stands there, as the person says; None: not after all."""
        self.in_hand = spot if self.editable else None

    @property
    def held(self) -> Holding | None:
        """Why the document is put by; None where it is not."""
        return self._document.diary.held

    def told(self, diary: Diary) -> None:
        """What people have said of the document by now."""
        self._document = replace(self._document, diary=diary)

    def placed_findings(self) -> tuple[PlacedFinding, ...]:
        """The findings that concern a field of this document, in the order of the rules."""
        placed = ((self._entry_of(finding), finding) for finding in self._document.findings)
        return tuple(PlacedFinding(entry, finding) for entry, finding in placed if entry is not None)

    def _entry_of(self, finding: Finding) -> Entry | None:
        """The first field that a finding names and the document has."""
        by_name = {str(path): entry for path, entry in self._entries.items()}
        return next((by_name[name] for name in finding.fields if name in by_name), None)

    def next_finding(self) -> FieldPath | None:
        """The field of the first finding after the current place in reading order, going round at the end."""
        concerned = {placed.entry.path for placed in self.placed_findings()}
        return self._next_after_current(concerned)

    def next_unseen_finding(self) -> FieldPath | None:
        """The field of the next finding at which the person has not been since the document was opened."""
        concerned = {one.entry.path for one in self.placed_findings() if one.finding not in self._seen}
        return self._next_after_current(concerned)

    def page_with_problem(self, step: int) -> FieldPath | None:
        """The first field to look at on the next page (negative: the last one before) that has such fields.

        Stays on this side of the ends: None where no further page has any.
        """
        here = self.entry.page if self.entry is not None else 0
        concerned = {one.entry.path for one in self.placed_findings()}
        wanted = [
            entry
            for entry in self._entries.values()
            if entry.page and (entry.mark is Mark.DOUBTFUL or entry.path in concerned)
        ]
        pages = {entry.page for entry in wanted if (entry.page - here) * step > 0}
        if not pages:
            return None
        page = min(pages) if step > 0 else max(pages)
        return next(entry.path for entry in wanted if entry.page == page)

    def findings_about(self, path: FieldPath) -> tuple[PlacedFinding, ...]:
        """What rules say about a field."""
        return tuple(one for one in self.placed_findings() if str(path) in one.finding.fields)

    @property
    def editable(self) -> bool:
        """An approved document is read only: its values stand in the record."""
        return self._document.status is not DocumentStatus.APPROVED

    @property
    def remaining(self) -> int:
        """How many fields still need a person."""
        return sum(entry.mark is Mark.DOUBTFUL for entry in self._entries.values())

    @property
    def readiness(self) -> Readiness:
        if self._document.status is DocumentStatus.APPROVED:
            return Readiness.APPROVED
        if self._form is None:
            return Readiness.NO_FORM
        if self.held is not None:
            return Readiness.HELD
        if self.remaining:
            return Readiness.OPEN_FIELDS
        return Readiness.SAVING if self._pending else Readiness.READY

    def entries(self) -> tuple[Entry, ...]:
        """All entries in reading order."""
        return tuple(self._entries.values())

    def has(self, path: FieldPath) -> bool:
        """Whether the document still has this field (a row that a person added can go again)."""
        return path in self._entries

    def entry_at(self, page: int, x: float, y: float) -> FieldPath | None:
        """The field read at this place of a page, the smallest where several lie there."""
        hits = [
            (entry.spot.box.width * entry.spot.box.height, entry.path)
            for entry in self._entries.values()
            if entry.spot and entry.page == page and entry.spot.box.contains_point(x, y)
        ]
        return min(hits)[1] if hits else None

    def select(self, path: FieldPath) -> None:
        """Makes a field current; KeyError for one that the document does not have."""
        if path != self.current:
            self.in_hand = None
        self.current = self._entries[path].path
        self._look()

    def _look(self) -> None:
        """What rules say about the current field has been seen."""
        if self.current is not None:
            self._seen += [one.finding for one in self.findings_about(self.current)]

    def neighbour(self, step: int) -> FieldPath | None:
        """The field so many places on (negative: back), going round at the ends."""
        paths = list(self._entries)
        if self.current is None:
            return None
        return paths[(paths.index(self.current) + step) % len(paths)]

    def next_doubtful(self) -> FieldPath | None:
        """The next field to look at after the current one; past the end, the first that remains."""
        doubtful = {path for path, entry in self._entries.items() if entry.mark is Mark.DOUBTFUL}
        return self._next_after_current(doubtful)

    def _next_after_current(self, wanted: Set[FieldPath]) -> FieldPath | None:
        paths = list(self._entries)
        start = paths.index(self.current) + 1 if self.current is not None else 0
        ahead = paths[start:] + paths[:start]
        return next((path for path in ahead if path in wanted), None)

    def add_row(self, table: str) -> None:
        """A row that the machine missed, at the end of a table; its first cell becomes current.

        While the new row has no answer yet, the same call takes it away again.
        """
        if not self.editable or self._form is None:
            return
        if self._added.pop(table, None) is not None:
            self._arrange()
            return
        rows = Sources(self._document, self._pending, {}).rows(table)
        row = rows[-1] + 1 if rows else 0
        self._added[table] = row
        self._arrange()
        self.in_hand = None
        self.current = FieldPath(self._form.tables[table].columns[0].key, table, row)

    def decide(self, typed: Typed, fits: Callable[[FieldPath, str], bool]) -> Decision:
        """What Enter means for the current field with this in its editor.

        fits: whether a text is a value of the type of its place.
        """
        entry = self.entry
        if entry is None or not self.editable:
            return Decision(None)
        text = one_spaced(typed.text)
        if not text and entry.answer.state is State.VALUE and entry.answer.text:
            return Decision(None, Refusal.EMPTIED)
        by_hand = typed.by_hand and not self._read_again(entry, text)
        if entry.must_be_typed and not (by_hand or (text and typed.as_written)):
            return Decision(None, Refusal.MUST_BE_TYPED)
        if typed.by_hand and text and not typed.as_written and not fits(entry.path, text):
            return Decision(None, Refusal.NOT_FITTING)
        answer = Answer(State.VALUE, text) if text else _without_text(entry.answer)
        settled = entry.mark is not Mark.DOUBTFUL and same_answer(answer, entry.answer)
        return Decision(None if settled and self.in_hand is None else answer)

    def _read_again(self, entry: Entry, text: str) -> bool:
        """Whether what was taken from the page is what the machine had read: it confirms nothing."""
        return self.in_hand is not None and entry.reading is not None and text == entry.reading.text

    def expect(self, path: FieldPath, answer: Answer) -> Given:
        """An answer was given and is on its way to the store, with where somebody pointed for it."""
        given = Given(answer, self.in_hand if path == self.current else None)
        self._pending[path] = given
        self.in_hand = None
        self._arrange()
        return given

    def replace(self, document: StoredDocument, settled: FieldPath | None = None) -> None:
        """What the store holds now; the answer for `settled` is no longer on its way."""
        self._document = document
        if settled is not None:
            self._pending.pop(settled, None)
        self._arrange()

    def retract(self, path: FieldPath) -> None:
        """The answer could not be stored: the field is as before, and current again."""
        self._pending.pop(path, None)
        self._arrange()
        self.in_hand = None
        self.current = path

    def typed_anew(self, typed: str) -> bool:
        """Whether the editor holds a text that is not the current field's answer yet."""
        text, entry = one_spaced(typed), self.entry
        if entry is None or not self.editable or not text:
            return False
        return self.in_hand is not None or not same_answer(Answer(State.VALUE, text), entry.answer)

    def to_reopen(self) -> FieldPath | None:
        """The field that reopening is about.

        On an approved document the current one; before, the current one if its answer is stored,
        otherwise the one whose answer was stored last and still stands.
        """
        given = self._document.verifications
        if not self.editable or self.current in given:
            return self.current
        known = [one for one in given.values() if one.path in self._entries]
        return max(reversed(known), key=lambda one: one.at).path if known else None


def _without_text(answer: Answer) -> Answer:
    """An empty editor repeats the state that the field has; an empty "value" is a blank."""
    return Answer(State.ILLEGIBLE if answer.state is State.ILLEGIBLE else State.BLANK)
