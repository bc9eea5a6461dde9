"""What a clerk has to check in a document of the sample dossier, as the terminal shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.sample_paper import Paper
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.record import FieldPath, StoredDocument
from hrdigitize.formdefs.model import FormDef

_COLUMNS = ("sample-column-field", "sample-column-text", "sample-column-paper")
#: How the width is shared: a label has the name of its table before it.
_SHARES = (4, 4, 3)
_INDENT = 3
#: Stands beside a text that the paper has just so.
_SAME = "="


@dataclass(frozen=True, slots=True)
class DoubtList:
    """The doubtful places of a document, each beside what the sample's answers say stands on the paper."""

    document: StoredDocument
    form: FormDef
    paper: Paper

    def shown(self, paths: Sequence[FieldPath], terminal: Terminal) -> RenderableType:
        """Grouped by the reason, which is said once for all its places and with their count."""
        groups: dict[str, list[FieldPath]] = {}
        for path in paths:
            groups.setdefault(self._why(path, terminal), []).append(path)
        parts: list[RenderableType] = [self._heading(terminal)] if groups else []
        for why, places in groups.items():
            reason = Text(f"{len(places)} × {why}", style="bold")
            parts += [Padding(reason, (1, 0, 0, _INDENT)), self._rows(places, terminal)]
        return Group(*parts)

    def _why(self, path: FieldPath, terminal: Terminal) -> str:
        """The doubts about a place and what the rules say about it."""
        doubts = [terminal.text(doubt.code) for doubt in self.document.readings[path].doubts]
        findings = [
            terminal.text(finding.code, **finding.params)
            for finding in self.document.findings
            if str(path) in finding.fields
        ]
        return " ".join((*doubts, *findings))

    def _heading(self, terminal: Terminal) -> Table:
        table = _table()
        table.add_row(*(Text(terminal.text(code), style="underline") for code in _COLUMNS))
        return table

    def _rows(self, paths: Sequence[FieldPath], terminal: Terminal) -> Table:
        table = _table()
        for path in paths:
            read = self.document.answer(path)
            seen = self.paper.seen(path, self.document)
            same = seen == (read.state, read.text)
            cells = (
                _label(path, self.form),
                terminal.value(read.state, read.text),
                _SAME if same else terminal.value(*seen),
            )
            table.add_row(*(Text(cell) for cell in cells))
        return table


def _table() -> Table:
    """Columns of the same width in every group, whatever stands in them."""
    table = Table(box=None, show_header=False, expand=True, pad_edge=True, padding=(0, 1, 0, _INDENT))
    for share in _SHARES:
        table.add_column(ratio=share)
    return table


def _label(path: FieldPath, form: FormDef) -> str:
    if not path.table:
        return form.fields[path.field].label
    table = form.tables[path.table]
    column = next(column.label for column in table.columns if column.key == path.field)
    return f"{table.label} ({path.row + 1}): {column}"
