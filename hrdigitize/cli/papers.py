"""What the terminal calls a paper: by its form, else by the type that it was taken for."""

from __future__ import annotations

from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.document_types import INVENTORY
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.document_types import load_document_types


def paper_name(terminal: Terminal, form: FormDef | None, kind: str | None) -> str:
    """The name of a paper of a form, or of a document type; both None where it may be anything."""
    if form is not None:
        return form.name
    if kind == INVENTORY:
        return terminal.text("cli-inventory")
    known = load_document_types().get(kind or "")
    return known.name if known is not None else terminal.text("cli-unknown-form")
