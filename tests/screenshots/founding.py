"""Makes the office: scans read by the program, made-up cadres beside them, and what was done day by day.

python -m tests.screenshots.founding STORE
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.made_up_cadres import People
from hrdigitize import bundle
from hrdigitize.app import App, set_up
from hrdigitize.domain.effort import Effort
from hrdigitize.domain.holding import HoldReason
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath
from hrdigitize.domain.units import ManagingLevel
from tests.generator.archive.generating import archive
from tests.screenshots.made_up_papers import facts_of, put_cadre, put_forms
from tests.screenshots.office import (
    CLERK,
    FIRST_USER,
    HEAD,
    OTHER_CLERK,
    REVIEWER,
    TODAY,
    USERS,
    StandingClock,
    named_pc,
)

_SAMPLES = bundle.resources() / "samples" / "2c-bnv-2008"
#: The dossier of the made-up archive that came last, and how many of its pages were read.
_SEED, _READ_PAGES, _UNREAD_PAGES = 42, 22, 6
_OWNER = CadreId("01900000-0000-7000-8000-00000000cafe")
_LOOKALIKE = CadreId("01900000-0000-7000-8000-00000000beef")
_CADRES, _FORMS, _CHECKED_FORMS = 212, 14, 6
#: As they are spread among the cadres of a commune.
_LEVELS = (*["Đại học"] * 11, *["Thạc sĩ"] * 3, *["Cao đẳng"] * 3, *["Trung cấp"] * 5, "Sơ cấp", "Tiến sĩ")
_UNITS = (
    "Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân",
    "Phòng Kinh tế",
    "Phòng Văn hoá - Xã hội",
    "Trung tâm Phục vụ hành chính công",
)


@dataclass(frozen=True, slots=True)
class Founding:
    """Fills the store of an office. clock: moved from step to step; work: for files on their way into it."""

    app: App
    clock: StandingClock
    work: Path

    def fill(self) -> None:
        """All of it, in the order of the days."""
        self._staff()
        self._finished_dossiers()
        clean, _, poor = self._read(sorted(_SAMPLES.glob("*.jpg")), day=9)
        pages = self._archive_pages()
        papers = self._read(pages[:_READ_PAGES], day=16)
        self._dossier_with_evidence(clean)
        self._dossier_of_papers(papers)
        self._waiting_forms()
        self.app.holding.hold(poor, HoldReason.MISSING_PAGE, "Thiếu tờ 4, trường đang tìm", actor=CLERK)
        self._keep_safe()
        self._newest_batch(pages[_READ_PAGES:])

    def _staff(self) -> None:
        for new, role in USERS:
            self.app.users.add(new, role, actor=HEAD)
        since = "01/07/2025"
        province = self.app.units.add(
            "Uỷ ban nhân dân tỉnh Lào Cai", actor=HEAD, level=ManagingLevel.PROVINCE, since=since
        )
        commune = self.app.units.add(
            "Uỷ ban nhân dân xã Văn Bàn", actor=HEAD, since=since, parent=province.id
        )
        for name in _UNITS:
            self.app.units.add(name, actor=HEAD, since=since, parent=commune.id)

    def _finished_dossiers(self) -> None:
        """Those of the weeks before, and how many there shall be."""
        for number, person in enumerate(People().people(_CADRES)):
            if number % 30 == 0:
                self.clock.come_to(1 + number // 30)
            level = _LEVELS[number * 7 % len(_LEVELS)]
            subject = person.said("highest_qualification").removeprefix("Đại học ")
            put_cadre(self.app, person, highest_qualification=f"{level} {subject}".strip())
        self.app.overview.set_plan(600, date(2027, 3, 31), actor=REVIEWER)

    def _read(self, files: Sequence[Path], *, day: int) -> tuple[DocumentId, ...]:
        """Takes the files in and reads them, as the program does."""
        self.clock.come_to(day)
        batch = self.app.intake.capture(files, actor=CLERK).batch
        self.clock.wait(8)
        return self.app.reading.read(batch, actor=CLERK)

    def _archive_pages(self) -> list[Path]:
        """As they come from the scanner: papers of many kinds, empty backs, a sheet askew."""
        files = []
        for page in islice(archive(_SEED, 1, known_only=True).pages(), _READ_PAGES + _UNREAD_PAGES):
            files.append(self.work / f"trang-{page.truth.number:02}.jpg")
            files[-1].write_bytes(page.jpeg)
        return files

    def _dossier_with_evidence(self, document: DocumentId) -> None:
        """A form and a later paper that says some of it otherwise, a correction that waits, a lookalike."""
        self.clock.come_to(17)
        truth = _truth()
        cadre = self._approve(document, truth)
        self.clock.wait(95)
        said = {
            **{key: truth[key] for key in ("full_name", "gender", "employing_agency", "managing_agency")},
            "birth_date": "26/01/1973",
            "native_place": "xã Hiền Quan, thị xã Phú Thọ, tỉnh Phú Thọ",
        }
        (later,) = put_forms(self.app, self.work, [said], first=90)
        self._approve(later, {}, into=cadre)
        self.clock.wait(30)
        self.app.corrections.ask(
            cadre,
            FieldPath("occupation_before_recruitment"),
            "Kế toán hợp tác xã nông nghiệp",
            State.VALUE,
            "Theo lý lịch khai năm 1996",
            actor=CLERK,
        )
        lookalike = next(People(seed=3).people(1))
        same = {"full_name": truth["full_name"], "birth_date": "1973-01-28", "gender": "Nữ"}
        put_cadre(self.app, lookalike, cadre=_LOOKALIKE, **same)
        self.app.profiles.print(cadre, target=self.work / "phieu.pdf", actor=REVIEWER)

    def _approve(
        self, document: DocumentId, truth: Mapping[str, str], into: CadreId | None = None
    ) -> CadreId:
        """A clerk answers what is open, by the truth where it is known; the reviewer approves."""
        stored = self.app.desk.open(document, actor=CLERK)
        for path in stored.open_paths():
            text = truth.get(str(path), stored.readings[path].text)
            state = State.VALUE if text else State.BLANK
            self.app.desk.answer(document, path, text, state, actor=CLERK)
        self.clock.wait(4)
        self.app.operators.note(document, Effort(112, 204_000), actor=CLERK)
        return self.app.desk.approve(document, actor=REVIEWER, cadre=into)

    def _dossier_of_papers(self, papers: Sequence[DocumentId]) -> None:
        """The archive's papers lie in the dossier of whom they name, but for the last ones."""
        self.clock.come_to(18)
        person = next(People(seed=8).people(1))
        facts = {"full_name": "VŨ CẨM PHẤN", "birth_date": "1976-12-05", "gender": "Nữ"}
        put_cadre(self.app, person, cadre=_OWNER, **facts)
        batch = next(one.id for one in self.app.batches.all(actor=CLERK) if one.pages == _READ_PAGES)
        self.app.owners.declare(batch, cadre=_OWNER, actor=CLERK)
        of_no_form = [one for one in papers if self.app.desk.open(one, actor=CLERK).form is None]
        for document in of_no_form[1:-2]:
            self.clock.wait(2)
            self.app.filing.file(document, _OWNER, actor=REVIEWER)

    def _waiting_forms(self) -> None:
        """Drawn forms, some of them doubtful; the last ones are checked and wait for the reviewer."""
        self.clock.come_to(24)
        people = People(seed=11).people(_FORMS)
        documents = put_forms(self.app, self.work, [facts_of(one) for one in people], doubtful_each=3)
        for number, document in enumerate(documents[-_CHECKED_FORMS:]):
            by = (CLERK, OTHER_CLERK)[number % 2]
            self.clock.wait(7)
            stored = self.app.desk.open(document, actor=by)
            for path in stored.open_paths() or (FieldPath("birth_date"),):
                text = stored.readings[path].text
                self.app.desk.answer(document, path, text, State.VALUE, actor=by)
            self.app.operators.note(document, Effort(38 + 9 * number, 61_000 + 7_000 * number), actor=by)

    def _keep_safe(self) -> None:
        """The week's backup."""
        self.clock.come_to(25, hour=16)
        place = self.work / "backups"
        place.mkdir()
        self.app.backups.make(place, actor=HEAD)

    def _newest_batch(self, pages: Sequence[Path]) -> None:
        """Not read yet; one of its files came damaged."""
        self.clock.come_to(27, hour=9)
        broken = self.work / "trang-25 (chép lỗi).jpg"
        broken.write_bytes(pages[0].read_bytes()[:4000])
        self.app.intake.capture([*pages[:2], broken, *pages[2:]], actor=CLERK)


def _truth() -> dict[str, str]:
    """What stands in the fields of the first sample."""
    entry = json.loads((_SAMPLES / "truth.json").read_text("utf-8"))[0]
    return {key: said for key, said in entry["truth"].items() if isinstance(said, str)}


def main(arguments: Sequence[str]) -> int:
    store = Path(arguments[0])
    clock = StandingClock(TODAY)
    clock.come_to(1)
    numbers = random.Random(4)
    # The forms are drawn by Qt.
    qt = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder, named_pc():
        work = Path(folder)
        sheets = work / "sheets"
        sheets.mkdir()
        app, _ = set_up(store, FIRST_USER, sheets, clock=clock, randomness=numbers.randbytes)
        try:
            Founding(app, clock, work).fill()
        finally:
            app.close()
    qt.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
