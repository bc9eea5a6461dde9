"""What stands on a card: a page of a batch, or a file that was not taken in; why it needs a look. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hrdigitize.domain.arranging import LaidPage
from hrdigitize.domain.batches import BatchContents, PageStanding
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import SourceFile
from hrdigitize.gui.look.sentences import finding_sentence, said


class Sign(StrEnum):
    """What the eye is to be drawn to: nothing yet, all is well, look at it, it went wrong, set aside."""

    UNREAD = "unread"
    WELL = "well"
    DOUBT = "doubt"
    FAULT = "fault"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Card:
    """A page, or a file without pages. why: sentences about what is wrong; odd_file: one not taken in.

    tone: documents beside each other have different ones. opens: whether its document begins here; heading:
    what stands over it then. doubtful: whether nobody can be sure that it begins here.
    """

    key: str
    sign: Sign
    page: PageStanding | None = None
    odd_file: SourceFile | None = None
    why: tuple[str, ...] = ()
    tone: int = 0
    opens: bool = False
    heading: str = ""
    doubtful: bool = False

    @property
    def laid(self) -> LaidPage | None:
        return self.page.laid if self.page is not None else None

    @property
    def document(self) -> DocumentId | None:
        return self.page.laid.document if self.page is not None else None

    @property
    def needs_a_look(self) -> bool:
        return self.sign in (Sign.DOUBT, Sign.FAULT)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a document: its words, and whether it begins there for sure."""

    words: str
    doubtful: bool = False


def cards_of(
    contents: BatchContents,
    doubles: Mapping[int, int] | None = None,
    headings: Mapping[DocumentId, Heading] | None = None,
) -> tuple[Card, ...]:
    """The cards of a batch in order; files that gave no page stand where their pages would.

    doubles: pages that repeat another one. headings: of the documents, where they are told apart.
    """
    cards: list[Card] = []
    tones: dict[DocumentId, int] = {}
    for page in contents.pages:
        document = page.laid.document if page.laid.counts else None
        opens = document is not None and document not in tones
        if document is not None and opens:
            tones[document] = len(tones)
        heading = (headings or {}).get(document) if document is not None else None
        cards.append(
            Card(
                page.laid.page,
                _sign(page, doubles or {}),
                page,
                why=_why(page, doubles or {}),
                tone=tones.get(document, 0) if document is not None else 0,
                opens=opens,
                heading=heading.words if heading is not None and opens else "",
                doubtful=heading is not None and opens and heading.doubtful,
            )
        )
    return _with_odd_files(cards, contents)


def _with_odd_files(cards: list[Card], contents: BatchContents) -> tuple[Card, ...]:
    """Each file that was not taken in, or not wholly, behind the pages of the files before it."""
    for file in reversed(contents.files):
        if file.refusal is None:
            continue
        before = {one.id for one in contents.files if one.position <= file.position}
        pages = ((n, card.page) for n, card in enumerate(cards, start=1))
        at = max((n for n, page in pages if page is not None and page.file in before), default=0)
        why = said(file.refusal.code, file.refusal.params)
        cards.insert(at, Card(file.id, Sign.FAULT, odd_file=file, why=(why,)))
    return tuple(cards)


def _sign(page: PageStanding, doubles: Mapping[int, int]) -> Sign:
    if not page.laid.counts:
        return Sign.ASIDE
    if page.failure is not None or page.marking.is_refused:
        return Sign.FAULT
    if page.findings or page.laid.number in doubles:
        return Sign.DOUBT
    return Sign.WELL if page.is_read else Sign.UNREAD


def _why(page: PageStanding, doubles: Mapping[int, int]) -> tuple[str, ...]:
    told = [finding_sentence(finding) for finding in page.findings]
    if page.marking.is_refused:
        return (said("secrecy-refused"),)
    if page.failure is not None:
        told.insert(0, said(page.failure.code, page.failure.params))
    number = page.laid.number
    if number in doubles and page.laid.counts:
        told.append(said("page-doubled", {"page": str(number), "of": str(doubles[number])}))
    return tuple(told)
