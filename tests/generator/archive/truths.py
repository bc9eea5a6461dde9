"""What is true about the pages and the documents of an archive, as values and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

#: Kinds of page, as the program names them.
FIRST, CONTINUATION, BACK, BLANK = "first", "continuation", "back", "blank"
INVENTORY, SEPARATOR = "inventory", "separator"


@dataclass(frozen=True, slots=True)
class PageTruth:
    """One page, counted from 1 over the whole archive.

    document: the number of the document it belongs to; None for blank pages and separator sheets. type: that
    document's type, "" where there is none. kind: as above; a page of an inventory is INVENTORY, its first
    one too. rotation: how far the text lies turned clockwise. double_of: the page that this is another scan
    of; a page scanned again right after itself stays in its document, a document scanned again is one of its
    own. secrecy: "open", "confidential", "secret", "top-secret". content: what stands on a nearly blank page.
    payload: what the code of a separator sheet says. level: of quality, 0 to 2.
    """

    number: int
    dossier: int
    document: int | None
    type: str
    kind: str
    rotation: int
    level: int
    double_of: int | None = None
    secrecy: str = "open"
    content: str = ""
    payload: str = ""


@dataclass(frozen=True, slots=True)
class DocumentTruth:
    """One document, counted from 1 over the whole archive; an inventory counts too (type "inventory").

    known: in a layout that the classifier's author may look at. person: whose dossier it lies in; foreign: it
    is about somebody else, `about`. index: number, notation, issued_on (with `issued_on__iso`), issuer,
    subject, signer, full_name as they stand on the paper, those that do; for a card id_number and qr too.
    form, values: the standard form it is and what stands at its labels. rows: of an inventory. double_of: the
    document that this is another scan of. pages: how many of them it has, without blank ones.
    """

    number: int
    dossier: int
    type: str
    layout: str
    known: bool
    about: str
    foreign: bool
    pages: int
    index: Mapping[str, str]
    form: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    rows: Sequence[Mapping[str, str]] = ()
    secrecy: str = "open"
    double_of: int | None = None


@dataclass(frozen=True, slots=True)
class DossierTruth:
    """Whose dossier it is. code: as separator sheets give it."""

    number: int
    code: str
    person: str
    born_iso: str
    id_number: str


Truth = PageTruth | DocumentTruth | DossierTruth


def as_json(truth: Truth) -> dict[str, object]:
    """The fields of a truth."""
    return asdict(truth)
