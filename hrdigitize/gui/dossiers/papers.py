"""What the papers of a dossier are called on screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from hrdigitize.domain.dossier import Dossier, FiledDocument
from hrdigitize.domain.record import DocumentId
from hrdigitize.formdefs.model import FormDef
from hrdigitize.gui.dossiers.hits import day
from hrdigitize.reference.document_types import load_document_types


def titles_of(dossier: Dossier, forms: Mapping[str, FormDef]) -> dict[DocumentId, str]:
    """Of every paper its subject, else the name of its form or type; those called alike are numbered."""
    names = {one.id: _title(one, forms) for one in dossier.documents}
    alike = Counter(names.values())
    seen: Counter[str] = Counter()
    for document, name in names.items():
        if alike[name] > 1:
            seen[name] += 1
            names[document] = f"{name} ({seen[name]})"
    return names


def details_of(paper: FiledDocument) -> str:
    """Number, date and pages, in one line."""
    index = paper.index
    number = "/".join(part for part in (index.number, index.notation) if part)
    pages = QCoreApplication.translate("Papers", "%n trang", "", paper.pages)
    return " · ".join(part for part in (number, day(index.issued_on), pages) if part)


def _title(paper: FiledDocument, forms: Mapping[str, FormDef]) -> str:
    if paper.index.subject:
        return paper.index.subject
    form = forms.get(paper.form or "")
    if form is not None:
        return form.name.partition(":")[0]
    known = load_document_types().get(paper.type or "")
    return known.name if known is not None else QCoreApplication.translate("Papers", "Tài liệu chưa rõ loại")
