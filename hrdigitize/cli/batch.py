"""The commands `batch …`: the pages of a batch as they lie, and how they are arranged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.identifiers import DocumentArgument, chosen, chosen_cadre, chosen_document, short
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.arranging import Aside, LaidPage, Layout
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.record import BatchId

if TYPE_CHECKING:
    from hrdigitize.app import App
    from hrdigitize.domain.actors import Actor

BatchArgument = Annotated[str, typer.Argument(metavar="BATCH", show_default=False)]
PageArgument = Annotated[int, typer.Argument(metavar="PAGE", show_default=False)]
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Arrange = Callable[["App", "Actor", BatchId], Layout]

batch = typer.Typer(name="batch", no_args_is_help=True)


@batch.callback()
def _group() -> None:
    """The batches of a store."""


@batch.command("show")
def show(
    context: typer.Context,
    which: BatchArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Shows the pages of a batch in their present order."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        wanted = chosen_batch(app, actor, which)
        layout = app.arranging.layout(wanted, actor=actor)
        stale = set(app.rereading.waiting(wanted, actor=actor))
    if json:
        terminal.show_json({"batch": wanted, "pages": [_as_json(page) for page in layout]})
        return 0
    table = Table(*(terminal.text(f"batch-column-{key}") for key in ("page", "document", "turned", "state")))
    for page in layout:
        document = short(page.document) if page.document else terminal.text("batch-unread")
        state = _state(terminal, page, layout)
        if page.document in stale and not state:
            state = terminal.text("batch-to-read-again")
        table.add_row(*map(Text, (str(page.number), document, str(page.recipe.turn or ""), state)))
    terminal.show(table)
    return 0


@batch.command("split")
def split(
    context: typer.Context,
    which: BatchArgument,
    page: PageArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Splits a document: another one begins with this page."""
    return _done(context, which, name, store, lambda app, by, one: app.arranging.split(one, page, actor=by))


@batch.command("join")
def join(
    context: typer.Context,
    which: BatchArgument,
    document: DocumentArgument,
    other: Annotated[str, typer.Argument(metavar="DOCUMENT", show_default=False)],
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Joins the second document behind the first."""

    def joined(app: App, by: Actor, one: BatchId) -> Layout:
        first, second = chosen_document(app, by, document), chosen_document(app, by, other)
        return app.arranging.join(one, first, second, actor=by)

    return _done(context, which, name, store, joined)


@batch.command("move")
def move(
    context: typer.Context,
    which: BatchArgument,
    pages: Annotated[list[int], typer.Argument(metavar="PAGE…", show_default=False)],
    *,
    name: AsOption,
    behind: Annotated[int | None, typer.Option("--behind", metavar="PAGE", show_default=False)] = None,
    before: Annotated[int | None, typer.Option("--before", metavar="PAGE", show_default=False)] = None,
    store: StoreOption = None,
) -> int:
    """Moves pages behind or before another page, into its document."""
    to = behind if behind is not None else before
    if to is None or (behind is not None and before is not None):
        raise UserFault("move-where")
    return _done(
        context,
        which,
        name,
        store,
        lambda app, by, one: app.arranging.move(one, pages, to=to, behind=behind is not None, actor=by),
    )


@batch.command("rotate")
def rotate(
    context: typer.Context,
    which: BatchArgument,
    page: PageArgument,
    degrees: Annotated[int, typer.Argument(metavar="DEGREES", show_default=False)],
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Turns a page clockwise; the original does not change."""
    return _done(
        context, which, name, store, lambda app, by, one: app.arranging.turn(one, page, degrees, actor=by)
    )


@batch.command("crop")
def crop(
    context: typer.Context,
    which: BatchArgument,
    page: PageArgument,
    box: Annotated[tuple[int, int, int, int], typer.Argument(metavar="X Y W H", show_default=False)],
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Cuts a page to a frame in pixels; the original does not change."""
    return _done(
        context, which, name, store, lambda app, by, one: app.arranging.crop(one, page, Box(*box), actor=by)
    )


@batch.command("aside")
def aside(
    context: typer.Context,
    which: BatchArgument,
    page: PageArgument,
    *,
    name: AsOption,
    why: Annotated[Aside, typer.Option("--why")] = Aside.OTHER,
    store: StoreOption = None,
) -> int:
    """Sets a page aside; nothing is deleted."""
    return _done(
        context, which, name, store, lambda app, by, one: app.arranging.set_aside(one, page, why, actor=by)
    )


@batch.command("back")
def back(
    context: typer.Context,
    which: BatchArgument,
    page: PageArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Brings a page that was set aside back."""
    return _done(
        context, which, name, store, lambda app, by, one: app.arranging.bring_back(one, page, actor=by)
    )


@batch.command("replace")
def replace(
    context: typer.Context,
    which: BatchArgument,
    page: PageArgument,
    file: FileArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Replaces a page by another scan; the old one is kept."""
    return _done(
        context, which, name, store, lambda app, by, one: app.arranging.replace(one, page, file, actor=by)
    )


@batch.command("insert")
def insert(
    context: typer.Context,
    which: BatchArgument,
    page: PageArgument,
    file: FileArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Inserts the pages of a file behind a page."""
    return _done(
        context, which, name, store, lambda app, by, one: app.arranging.insert(one, page, file, actor=by)
    )


@batch.command("undo")
def undo(context: typer.Context, which: BatchArgument, *, name: AsOption, store: StoreOption = None) -> int:
    """Undoes the last arrangement."""
    return _done(context, which, name, store, lambda app, by, one: app.arranging.undo(one, actor=by))


@batch.command("redo")
def redo(context: typer.Context, which: BatchArgument, *, name: AsOption, store: StoreOption = None) -> int:
    """Does again what was undone last."""
    return _done(context, which, name, store, lambda app, by, one: app.arranging.redo(one, actor=by))


@batch.command("reread")
def reread(context: typer.Context, which: BatchArgument, *, name: AsOption, store: StoreOption = None) -> int:
    """Reads the documents again whose pages have changed."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        wanted = chosen_batch(app, actor, which)
        with terminal.progress("cli-reading") as progress:
            done = app.rereading.read(wanted, actor=actor, progress=progress)
    terminal.tell("batch-read-again", count=len(done), left=sum(len(one.left) for one in done))
    return 0


@batch.command("person")
def person(
    context: typer.Context,
    which: BatchArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    dossier: Annotated[str | None, typer.Option("--dossier", metavar="DOSSIER", show_default=False)] = None,
    full_name: Annotated[str | None, typer.Option("--name", metavar="TEXT", show_default=False)] = None,
) -> int:
    """Says whose papers a batch holds, and shows which documents are somebody else's."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        wanted = chosen_batch(app, actor, which)
        if dossier is not None or full_name is not None:
            cadre = chosen_cadre(app, actor, dossier) if dossier is not None else None
            app.owners.declare(wanted, actor=actor, cadre=cadre, person=full_name or "")
        found = app.owners.persons(wanted, actor=actor)
    if found.person is None:
        terminal.tell("batch-person-unknown")
    else:
        terminal.tell("batch-person", person=found.person.name)
    table = Table(*(terminal.text(f"batch-column-{key}") for key in ("document", "names", "whose")))
    for document, (whose, persons) in found.documents.items():
        names = ", ".join(one.name or one.id_number for one in persons)
        table.add_row(*map(Text, (short(document), names, terminal.text(f"batch-whose-{whose.value}"))))
    terminal.show(table)
    return 0


def chosen_batch(app: App, actor: Actor, typed: str) -> BatchId:
    """The batch that was meant. UserFault "batch-unknown", "identifier-unclear"."""
    return BatchId(chosen(app.arranging.batches(actor=actor), typed, missing="batch-unknown"))


def _done(context: typer.Context, which: str, name: str, store: Path | None, arrange: Arrange) -> int:
    """Arranges and tells how many documents are to be read again now."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        wanted = chosen_batch(app, actor, which)
        arrange(app, actor, wanted)
        waiting = app.rereading.waiting(wanted, actor=actor)
    terminal.tell("batch-arranged", waiting=len(waiting))
    return 0


def _state(terminal: Terminal, page: LaidPage, layout: Layout) -> str:
    if page.aside is None:
        return ""
    if page.aside is Aside.REPLACED:
        by = next((one.number for one in layout if one.page == page.replaced_by), "?")
        return terminal.text("batch-aside-replaced", by=by)
    return terminal.text(f"batch-aside-{page.aside.value}")


def _as_json(page: LaidPage) -> dict[str, object]:
    return {
        "page": page.number,
        "document": page.document,
        "aside": page.aside.value if page.aside else None,
        "turn": page.recipe.turn,
        "crop": page.recipe.crop.as_list() if page.recipe.crop is not None else None,
    }
