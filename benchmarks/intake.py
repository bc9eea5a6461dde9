"""python -m benchmarks intake: a mixed archive taken in, read, sorted and kept, by the program's own way.

Every dossier is a batch, all are taken in one behind the other into a real store while they are read; what
is kept is compared with what the archive is. OCRmyPDF reads some dossiers in the same run. Memory is that of
the program and its helpers; with recorded OCR, thousands of pages show whether it is flat.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.flat import measure_growth
from benchmarks.formsets import cache
from benchmarks.memory import PeakMemory
from benchmarks.ocrmypdf import OcrMyPdf, SideEnvironmentError, run_on_pages, set_up
from benchmarks.sorting_score import SortedDocument, SortedPage, SortingScore, scored
from benchmarks.stopwatch import Spent, Stopwatch
from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import BatchId
from tests.generator.archive.folders import Truth, read_truth, write
from tests.generator.archive.generating import archive
from tests.generator.archive.truths import PageTruth

_CLERK = Actor("bench", Role.CLERK)


def main(arguments: Sequence[str]) -> int:
    """0; 2 where OCRmyPDF cannot be set up."""
    given = _parser().parse_args(arguments)
    try:
        ocrmypdf = set_up(cache()) if given.ocrmypdf else None
        with TemporaryDirectory() as folder:
            _measure(given, Path(folder), ocrmypdf)
    except SideEnvironmentError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks intake", description=__doc__)
    add = parser.add_argument
    add("--seed", type=int, default=1)
    add("--dossiers", type=int, default=20, help="of the archive, 25 to 40 pages each")
    add("--pages", type=Path, help="a folder for the archive's pages; what lies there already is used")
    add("--ocrmypdf", action="store_true", help="compare with OCRmyPDF, set up on its own the first time")
    add("--sample", type=int, default=60, help="pages at least that both read by the clock, whole dossiers")
    add("--flat", type=int, default=5000, help="pages with recorded OCR; 0 for none")
    add("--wrong", action="store_true", help="name every page and document that came out wrong")
    return parser


def _measure(given: argparse.Namespace, folder: Path, ocrmypdf: OcrMyPdf | None) -> None:
    pages = given.pages or folder / "pages"
    if not (pages / "truth.json").is_file():
        made = write(archive(given.seed, given.dossiers), pages)
        print(f"archive {given.seed}: {made} pages made", flush=True)
    truth = read_truth(pages)
    if given.dossiers:
        _sort(given, truth, folder / "store")
    if given.sample:
        _compare(given, truth, folder / "sample", ocrmypdf)
    if given.flat:
        print(measure_growth(pages, given.flat, folder / "flat"), flush=True)


def _sort(given: argparse.Namespace, truth: Truth, store: Path) -> None:
    with PeakMemory() as memory:
        sitting = _taken_in(truth, sorted(_dossiers(truth)), store)
    score = scored(truth.pages, truth.documents, sitting.pages, sitting.documents)
    types = {document.type for document in truth.documents}
    print(
        f"{len(truth.pages)} pages, {len(truth.dossiers)} dossiers, {len(truth.documents)} documents of "
        f"{len(types)} types, {len(_never_seen(truth))} of them in unseen layouts only: "
        f"{_pace(sitting.spent, len(truth.pages))}; memory of all processes at most {memory.peak:.0f} MiB",
        flush=True,
    )
    for line in _score_lines(score):
        print(line, flush=True)
    if given.wrong:
        for line in _wrong_lines(score):
            print(line, flush=True)


def _compare(given: argparse.Namespace, truth: Truth, store: Path, ocrmypdf: OcrMyPdf | None) -> None:
    """The same pages by the program, its helpers started, and by OCRmyPDF."""
    by_dossier = _dossiers(truth)
    chosen, count = list[int](), 0
    for dossier in by_dossier:
        chosen.append(dossier)
        count += len(by_dossier[dossier])
        if count >= given.sample:
            break
    spent = _taken_in(truth, chosen, store).spent
    print(f"{count} pages, hrdigitize: {_pace(spent, count)}", flush=True)
    if ocrmypdf is None:
        return
    files = [truth.files[page.number - 1] for dossier in chosen for page in by_dossier[dossier]]
    theirs = run_on_pages(ocrmypdf, files, jobs=2)
    print(f"{count} pages, {ocrmypdf.name} --deskew --rotate-pages: {_pace(theirs, count)}")
    print(
        f"hrdigitize is {theirs.wall / spent.wall:.2f} times as fast (processor time "
        f"{theirs.processor / spent.processor:.2f})",
        flush=True,
    )


@dataclass(frozen=True, slots=True)
class _Sitting:
    """What was kept, by the pages' numbers in the archive, and what it took."""

    pages: Mapping[int, SortedPage]
    documents: Sequence[SortedDocument]
    spent: Spent


def _taken_in(truth: Truth, dossiers: Sequence[int], store: Path) -> _Sitting:
    by_dossier = _dossiers(truth)
    app = open_sample(store, clock=lambda: datetime.now(UTC))
    try:
        batches = dict[int, BatchId]()
        _warm_up(app, truth.files[0])
        watch = Stopwatch()
        for dossier in dossiers:
            files = [truth.files[page.number - 1] for page in by_dossier[dossier]]
            arrived = partial(app.queue.arrived, actor=_CLERK)
            batches[dossier] = app.intake.capture(files, actor=_CLERK, taken=arrived).batch
            app.queue.ended(batches[dossier], actor=_CLERK)
        for batch in batches.values():
            app.queue.ended(batch, actor=_CLERK).result()
        spent = watch.spent()
        pages, documents = dict[int, SortedPage](), list[SortedDocument]()
        for dossier, batch in batches.items():
            first = by_dossier[dossier][0].number
            kept, made = app.lane.run(partial(_kept, app, batch, first - 1))
            pages |= kept
            documents += made
        return _Sitting(pages, documents, spent)
    finally:
        app.close()


def _warm_up(app: App, file: Path) -> None:
    """Whoever takes in a pile has the program open already: its helpers run."""
    batch = app.intake.capture([file] * 2, actor=_CLERK).batch
    app.queue.arrived(batch, 2, actor=_CLERK)
    app.queue.ended(batch, actor=_CLERK).result()


def _kept(app: App, batch: BatchId, before: int) -> tuple[dict[int, SortedPage], list[SortedDocument]]:
    """before: pages of the archive before this batch."""
    with app.store.view() as view:
        documents = [view.documents.get(one) for one in view.documents.of_batch(batch)]
        kinds = view.batches.kinds(batch)
    turns = {page.number: page.rotation for document in documents for page in document.pages}
    pages = {before + number: SortedPage(kind, turns.get(number)) for number, kind in kinds.items()}
    made = [
        SortedDocument(
            tuple(before + page.number for page in document.pages),
            document.type,
            {key: field.text for key, field in document.index.items()},
            frozenset(finding.code for finding in app.desk.open(document.id, actor=_CLERK).findings),
        )
        for document in documents
    ]
    return pages, made


def _dossiers(truth: Truth) -> Mapping[int, list[PageTruth]]:
    found: dict[int, list[PageTruth]] = {}
    for page in truth.pages:
        found.setdefault(page.dossier, []).append(page)
    return found


def _never_seen(truth: Truth) -> set[str]:
    known = {document.type for document in truth.documents if document.known}
    return {document.type for document in truth.documents} - known


def _pace(spent: Spent, pages: int) -> str:
    return (
        f"{60 * pages / spent.wall:.1f} pages a minute, {spent.processor / pages:.2f} s of processor a page"
    )


def _score_lines(score: SortingScore) -> Iterator[str]:
    yield (
        f"boundaries: {score.boundaries}, missed {len(score.missed)}, invented {len(score.invented)}, "
        f"F1 {score.f1:.4f}"
    )
    yield f"document types: {score.types}; in unseen layouts: {score.unseen}"
    yield f"orientation: {score.upright}"
    yield f"blank pages: {score.blank} found; with something on them and set aside: {len(score.set_aside)}"
    yield (
        f"separator sheets: {score.sheets}; inventories: {score.inventories}; doubled documents told: "
        f"{score.doubles}"
    )
    yield "index: " + "; ".join(f"{key} {share}" for key, share in score.index.items())


def _wrong_lines(score: SortingScore) -> Iterator[str]:
    yield f"  missed {score.missed} invented {score.invented}"
    yield f"  turned {score.turned} set aside {score.set_aside}"
    for (truth, taken), count in score.wrong.most_common():
        yield f"  {truth} taken for {taken}: {count}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
