"""What a form costs at the verification desk: a scripted clerk's keys beside those of typing it all by hand.

The forms are generated, read by the program's own way into a store, and taken through the real window by key
events until they are approved. What is wrong then is counted, by whether the desk had made the clerk look.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clerk import Clerk, Strokes, wait
from benchmarks.formsets import ScannedForm, generated
from benchmarks.keystrokes import telex_keys
from benchmarks.paper_truth import PaperTruth
from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import DocumentId, DocumentStatus
from hrdigitize.gui.running import garbage
from hrdigitize.gui.running.dressing import dressed
from hrdigitize.gui.window import MainWindow
from tests.generator.generating import FORMS, LEVELS, USES

_CLERK = Actor("Lê Thị Mai", Role.CLERK)
_REVIEWER = Actor("Trần Văn Bình", Role.REVIEWER)
_LEVEL_NAMES = ("clean", "worn", "poor")


@dataclass(slots=True)
class Counted:
    """Of the forms of a level. apart: papers that did not become one document of their form."""

    forms: int = 0
    apart: int = 0
    by_hand: int = 0
    doubtful: int = 0
    doubtful_wrong: int = 0
    accepted: int = 0
    accepted_wrong: int = 0
    rows_missed: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, *, looked: bool, right: bool) -> None:
        """One place of an approved document, at which the desk made somebody look or not."""
        if looked:
            self.doubtful += 1
            self.doubtful_wrong += not right
        else:
            self.accepted += 1
            self.accepted_wrong += not right


def main(arguments: Sequence[str]) -> int:
    """Run the measurement as asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks desk", description=__doc__)
    parser.add_argument("--count", type=int, default=30, help="forms at each level")
    parser.add_argument("--use", choices=sorted(USES), default="test")
    parser.add_argument("--seed", type=int, default=0, help="the first form's number within the use")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--store", type=Path, help="keep what was read there; what lies there already is used"
    )
    parser.add_argument("--wrong", action="store_true", help="name every place that was wrong when approved")
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    first = USES[given.use].first_seed + given.seed
    forms = generated(range(first, first + given.count), LEVELS, jobs=given.jobs, among=tuple(FORMS))
    dressed()
    with TemporaryDirectory() as folder, garbage.collected_here():
        for level in LEVELS:
            own = [form for form in forms if form.level == level]
            store = Path(folder) / str(level)
            documents = _kept(given.store, level, store, own)
            counted, strokes = _level(own, documents, store)
            for line in (*_lines(_LEVEL_NAMES[level], counted, strokes), *(counted.wrong * given.wrong)):
                print(line, flush=True)
    return 0


def _kept(kept: Path | None, level: int, store: Path, forms: Sequence[ScannedForm]) -> list[list[str]]:
    """The documents of each form in the store, read now or in an earlier run that kept them."""
    if kept is not None and (kept / f"{level}.json").exists():
        shutil.copytree(kept / str(level), store)
        documents: list[list[str]] = json.loads((kept / f"{level}.json").read_text("utf-8"))
        return documents
    app = open_sample(store, clock=lambda: datetime.now(UTC))
    try:
        documents = _read(app, forms)
    finally:
        app.close()
    if kept is not None:
        shutil.copytree(store, kept / str(level))
        (kept / f"{level}.json").write_text(json.dumps(documents), "utf-8")
    return documents


def _level(
    forms: Sequence[ScannedForm], documents: Sequence[Sequence[str]], store: Path
) -> tuple[Counted, Strokes]:
    app = open_sample(store, clock=lambda: datetime.now(UTC))
    try:
        return _worked_through(app, forms, documents)
    finally:
        app.close()


def _read(app: App, forms: Sequence[ScannedForm]) -> list[list[str]]:
    """Each form as a batch of its own."""
    waiting = []
    for form in forms:
        batch = app.intake.capture(form.pages, actor=_CLERK).batch
        app.queue.arrived(batch, len(form.pages), actor=_CLERK)
        waiting.append(app.queue.ended(batch, actor=_CLERK))
    return [list(one.result()) for one in waiting]


def _worked_through(
    app: App, forms: Sequence[ScannedForm], documents: Sequence[Sequence[str]]
) -> tuple[Counted, Strokes]:
    window = MainWindow(app, _REVIEWER)
    window.show()
    wait(lambda: window.idle)
    clerk, counted = Clerk(window), Counted()
    try:
        for form, made in zip(forms, documents, strict=True):
            _work_through(app, clerk, form, made, counted)
    finally:
        window.close()
    return counted, clerk.strokes


def _work_through(app: App, clerk: Clerk, form: ScannedForm, made: Sequence[str], counted: Counted) -> None:
    read = [app.desk.open(DocumentId(one), actor=_CLERK) for one in made]
    if [one.form for one in read] != [form.form]:
        counted.apart += 1
        return
    document = read[0]
    truth = PaperTruth(form.truth, document, app.forms[form.form])
    looked = clerk.work_through(document.id, truth)
    counted.forms += 1
    counted.by_hand += keys_by_hand(form.truth)
    counted.rows_missed += len({(path.table, path.row) for path, _ in truth.missed()})
    after = app.desk.open(document.id, actor=_CLERK)
    if after.status is not DocumentStatus.APPROVED:
        raise RuntimeError(f"{form.name} was not approved")
    for path in after.readings.keys() | after.verifications.keys():
        if truth.knows(path):
            answer = after.answer(path)
            right = truth.right(path, answer)
            counted.count(looked=path in looked, right=right)
            if not right:
                counted.wrong.append(f"{form.name} {path}: {answer.text!r}, on paper {truth.text_at(path)!r}")


def keys_by_hand(truth: Mapping[str, object]) -> int:
    """All values of a form typed into empty fields, and one key from each to the next."""
    keys = 0
    for key, value in truth.items():
        if isinstance(value, list):
            keys += sum(keys_by_hand(row) for row in value)
        elif "__" not in key:
            keys += telex_keys(str(value)) + 1
    return keys


def _lines(name: str, counted: Counted, strokes: Strokes) -> Iterator[str]:
    forms = max(counted.forms, 1)
    yield (
        f"{name}: {counted.forms} forms ({counted.apart} not read as one document of their form): "
        f"{strokes.all / forms:.1f} keys a form, typed by hand {counted.by_hand / forms:.1f}: "
        f"1/{counted.by_hand / max(strokes.all, 1):.1f}"
    )
    yield (
        f"  of them accepting {strokes.accepting / forms:.1f}, mending {strokes.mending / forms:.1f}, "
        f"rows {strokes.rows / forms:.1f} ({counted.rows_missed} missed), "
        f"approving {strokes.approving / forms:.1f}"
    )
    yield (
        f"  wrong when approved: {counted.doubtful_wrong} of {counted.doubtful} that were doubtful, "
        f"{counted.accepted_wrong} of {counted.accepted} accepted "
        f"({100 * counted.accepted_wrong / max(counted.accepted, 1):.3f} %)"
    )
