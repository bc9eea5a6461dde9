"""Identifiers at the terminal: shown by their end, taken whole or by an end that only one thing has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath

if TYPE_CHECKING:
    from hrdigitize.app import App
    from hrdigitize.domain.actors import Actor

CadreArgument = Annotated[str, typer.Argument(metavar="DOSSIER", show_default=False)]
DocumentArgument = Annotated[str, typer.Argument(metavar="DOCUMENT", show_default=False)]
PathArgument = Annotated[str, typer.Argument(metavar="FIELD", show_default=False)]

#: The beginning is the time of making, much the same for neighbours; the end is random.
_SHOWN = 8


def short(identifier: str) -> str:
    """The end of an identifier, as tables show it."""
    return identifier[-_SHOWN:]


def chosen(known: Iterable[str], typed: str, *, missing: str) -> str:
    """The identifier that was meant: typed whole, or by its end.

    UserFault `missing` where nothing fits, "identifier-unclear" where several do.
    """
    fitting = [one for one in known if one == typed or (typed and one.endswith(typed.lower()))]
    if not fitting:
        raise UserFault(missing)
    if len(fitting) > 1:
        raise UserFault("identifier-unclear", text=typed)
    return fitting[0]


def chosen_cadre(app: App, actor: Actor, typed: str) -> CadreId:
    """The dossier that was meant. UserFault "cadre-unknown", "identifier-unclear"."""
    return CadreId(chosen(app.dossiers.ids(actor=actor), typed, missing="cadre-unknown"))


def chosen_document(app: App, actor: Actor, typed: str) -> DocumentId:
    """The document that was meant. UserFault "document-unknown", "identifier-unclear"."""
    known = [found.id for found in app.desk.documents(actor=actor)]
    return DocumentId(chosen(known, typed, missing="document-unknown"))


def path_of(typed: str) -> FieldPath:
    """The place that was meant. UserFault "field-not-on-form"."""
    try:
        return FieldPath.parse(typed)
    except ValueError:
        raise UserFault("field-not-on-form") from None
