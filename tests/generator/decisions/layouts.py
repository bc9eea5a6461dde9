"""How offices set decisions: State papers by their successive rules, Party papers, typed ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image

from tests.generator.decisions.deciding import ANNEX, TABLE, Decision
from tests.generator.decisions.paper import Paper, Printed
from tests.generator.decisions.people import Subject
from tests.generator.decisions.settings import long_date
from tests.generator.faces import Family
from tests.generator.lines import Text, px
from tests.generator.typesetting import Column, Grid, Look, Sheets


@dataclass(frozen=True, slots=True)
class Plan:
    """One way of setting a decision.

    article: pattern of an article's opening. typed_rule: signs in place of ruled lines, "" for lines.
    subject: how a subject opens. number: its label. joined: number and date stand on one line.
    """

    name: str
    party: bool
    mono: bool = False
    size_pt: float = 14.0
    leading: float = 1.22
    indent_mm: float = 10.0
    justified: bool = True
    article: str = "Điều {}. "
    article_style: str = "bold"
    grounds_style: str = "regular"
    subject: str = "Về việc "
    subject_style: str = "bold"
    number: str = "Số: "
    typed_rule: str = ""
    shares: tuple[float, float] = (0.22, 0.7)
    enacting: str = "QUYẾT ĐỊNH:"


PLANS = {
    plan.name: plan
    for plan in (
        Plan("decree-30", party=False, grounds_style="italic"),
        Plan("circular-01", party=False, size_pt=13.0, leading=1.3, indent_mm=12.7),
        Plan(
            "narrow", party=False, size_pt=12.5, leading=1.15, indent_mm=0, number="Số:", article_style="bold"
        ),
        Plan(
            "circular-55",
            party=False,
            size_pt=13.0,
            justified=False,
            article="Điều {}: ",
            typed_rule="---------",
        ),
        Plan("guide-36", party=True, number="Số ", subject="về việc ", enacting="QUYẾT ĐỊNH"),
        Plan("guide-11", party=True, size_pt=13.5, number="Số: ", typed_rule="-----", indent_mm=12.7),
        Plan(
            "typed",
            party=False,
            mono=True,
            size_pt=11.0,
            justified=False,
            article="Điều {} : ",
            article_style="regular",
            subject="V/v ",
            subject_style="regular",
            typed_rule="-------",
        ),
        Plan(
            "bulletin",
            party=True,
            size_pt=13.0,
            justified=False,
            article="Điều {}- ",
            subject="V/v ",
            subject_style="italic",
            number="Số ",
            typed_rule="* * *",
            enacting="QUYẾT ĐỊNH:",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Seal:
    """Where the signature stands: page (from 0), middle of it in millimetres from the page's corner."""

    page: int
    x_mm: float
    y_mm: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A decision on its pages; printed: by key, the pieces drawn. columns: of its table, () without one."""

    pages: Sequence[Image.Image]
    printed: Mapping[str, Sequence[str]]
    seal: Seal
    columns: tuple[str, ...]


_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#: Headings of the columns of a list of persons.
_HEADINGS = {
    "number": ("TT", "STT", "Số TT"),
    "full_name": ("Họ và tên", "Họ tên"),
    "birth_date": ("Ngày, tháng, năm sinh", "Ngày sinh", "Năm sinh"),
    "person_from": (
        "Chức vụ, đơn vị công tác",
        "Chức vụ, đơn vị công tác hiện nay",
        "Chức vụ, đơn vị hiện tại",
    ),
    "person_to": ("Chức vụ được bổ nhiệm", "Đơn vị nhận công tác", "Chức vụ, đơn vị mới"),
    "note": ("Ghi chú",),
}
_WIDTHS = {
    "number": 1.0,
    "full_name": 3.6,
    "birth_date": 2.3,
    "person_from": 5.0,
    "person_to": 5.0,
    "note": 1.4,
}


def lay_out(decision: Decision, plan: Plan, family: Family, rng: Random) -> Laid:
    """The decision set by a plan in a face."""
    look = Look(
        family=family,
        size_pt=plan.size_pt,
        leading=plan.leading,
        left_mm=rng.uniform(28, 32),
        right_mm=rng.uniform(14, 20),
        top_mm=rng.uniform(19, 25),
        bottom_mm=20,
        leader="none",
        page_number="top",
    )
    return _Setter(decision, plan, Paper(Sheets(look)), rng).lay_out()


class _Setter:
    """Sets one decision from top to bottom."""

    def __init__(self, decision: Decision, plan: Plan, paper: Paper, rng: Random) -> None:
        self._decision, self._plan, self._paper, self._rng = decision, plan, paper, rng
        self._sheets = paper.sheets
        self._columns: tuple[str, ...] = ()

    def lay_out(self) -> Laid:
        self._head()
        self._title()
        self._grounds()
        self._articles()
        seal = self._foot()
        if self._decision.manner == ANNEX:
            self._annex()
        return Laid(tuple(self._sheets.pages), self._sheets.printed, seal, self._columns)

    def _head(self) -> None:
        decision, plan = self._decision, self._plan
        small = 13 / 14
        left = [Printed(decision.superior, size=small, key="issuing_agency")] if decision.superior else []
        left += [Printed(line, "bold", small, "issuing_agency") for line in decision.agency]
        place = f"{decision.setting.place}, "
        if plan.party:
            left.append(Printed("*"))
            right = [self._ruled(Printed("ĐẢNG CỘNG SẢN VIỆT NAM", "bold", 15 / 14), 68)]
        else:
            left[-1] = self._ruled(left[-1], 20)
            right = [
                Printed(_STATE, "bold", min(small, self._fitting(_STATE, 0.56))),
                self._ruled(Printed("Độc lập - Tự do - Hạnh phúc", "bold"), 56),
            ]
        self._paper.columns(left, right, shares=plan.shares)
        self._sheets.space(self._rng.uniform(1, 3))
        day = long_date(decision.setting.issued)
        line = self._sheets.y_mm + self._sheets.line_mm
        self._sheets.space(line - self._sheets.y_mm)
        self._pieces((Text(plan.number), Text(decision.number, key="number")), plan.shares[0], line)
        self._pieces(
            (
                Text(place.rstrip(", "), "italic", "issued_at"),
                Text(", ", "italic"),
                Text(day, "italic", "issued_on"),
            ),
            plan.shares[1],
            line,
        )

    def _fitting(self, text: str, share: float) -> float:
        """The size in which bold text takes no more than a share of the width."""
        width = self._paper.face(Text(text, "bold")).getlength(text)
        return px(self._sheets.width_mm) * share / width

    def _ruled(self, line: Printed, length_mm: float) -> Printed:
        return Printed(
            line.text, line.style, line.size, line.key, rule_mm=length_mm, typed_rule=self._plan.typed_rule
        )

    def _pieces(self, pieces: Sequence[Text], share: float, y_mm: float) -> None:
        """Runs on one line, centred at a share of the width."""
        look = self._sheets.look
        widths = [self._paper.face(one).getlength(one.text) for one in pieces]
        x = px(look.left_mm) + px(self._sheets.width_mm) * share - sum(widths) / 2
        x = min(x, px(look.left_mm) + px(self._sheets.width_mm) - sum(widths))
        for piece, width in zip(pieces, widths, strict=True):
            self._paper.put(piece, x, y_mm, "ls")
            x += width

    def _title(self) -> None:
        decision, plan = self._decision, self._plan
        self._sheets.space(self._rng.uniform(3, 8))
        self._paper.centred(Printed("QUYẾT ĐỊNH", "bold", 1.05, "doc_type"), width_mm=150)
        subject = Printed(
            plan.subject + decision.subject,
            plan.subject_style,
            1.0,
            "subject",
            rule_mm=self._rng.choice((30.0, 42.0)),
            typed_rule=plan.typed_rule,
        )
        self._paper.centred(subject, width_mm=self._rng.choice((110, 130, 145)))
        self._sheets.space(self._rng.uniform(4, 8))
        self._paper.centred(Printed(decision.decider, "bold"), width_mm=150)
        self._sheets.space(self._rng.uniform(1, 4))

    def _grounds(self) -> None:
        style = self._plan.grounds_style
        for ground in self._decision.grounds:
            self._paragraph([Text(ground, style, "legal_bases")])
        self._paragraph([Text(self._decision.proposal, style)])

    def _paragraph(self, runs: Sequence[Text]) -> None:
        self._paper.paragraph(runs, indent_mm=self._plan.indent_mm, justified=self._plan.justified)

    def _articles(self) -> None:
        self._sheets.space(self._rng.uniform(1, 3))
        self._sheets.keep(3 * self._sheets.line_mm)
        self._paper.centred(Printed(self._plan.enacting, "bold", 1.05), width_mm=150)
        for number, paragraphs in enumerate(self._decision.articles, start=1):
            if number == len(self._decision.articles):
                # A signature never stands on a page without text above it.
                self._sheets.keep(self._foot_mm + 3 * self._sheets.line_mm)
            opening = Text(self._plan.article.format(number), self._plan.article_style)
            for at, runs in enumerate(paragraphs):
                self._paragraph([opening, *runs] if at == 0 else runs)
            if number == 1 and self._decision.manner == TABLE:
                self._sheets.space(1.5)
                self._table()

    @property
    def _foot_mm(self) -> float:
        return 5 * self._sheets.line_mm + 30

    def _foot(self) -> Seal:
        decision, sheets = self._decision, self._sheets
        sheets.space(2)
        sheets.keep(self._foot_mm)
        top = sheets.y_mm
        self._recipients(top)
        title = [Printed(line, "bold", 13 / 14, "signer_title") for line in decision.signing]
        shares = (0.22, self._rng.uniform(0.7, 0.76))
        self._paper.columns([], title, shares=shares)
        below = sheets.y_mm
        room = self._rng.uniform(22, 30)
        if self._rng.random() < 0.08:
            self._paper.columns([], [Printed("(Đã ký)", "italic", gap_mm=room / 2 - 5)], shares=shares)
        sheets.space(below + room - sheets.y_mm)
        self._signer(shares[1])
        x = sheets.look.left_mm + sheets.width_mm * shares[1]
        return Seal(len(sheets.pages) - 1, x, (below + sheets.y_mm) / 2 - sheets.line_mm * 0.6)

    def _signer(self, share: float) -> None:
        self._sheets.space(self._sheets.line_mm)
        pieces = (Text(self._decision.degree, "bold"), Text(self._decision.signer, "bold", "signer"))
        self._pieces([piece for piece in pieces if piece.text], share, self._sheets.y_mm)

    def _recipients(self, top: float) -> None:
        left, y = px(self._sheets.look.left_mm), top + self._sheets.line_mm
        label = "Nơi nhận:"
        self._paper.put(Text(label, "italic" if self._plan.party else "bold", size=12 / 14), left, y, "ls")
        for line in self._decision.recipients:
            y += self._sheets.line_mm * 0.85
            self._paper.put(Text(line, key="recipients", size=11 / 14), left, y, "ls")

    def _annex(self) -> None:
        """The list of persons on a page of its own, that names the decision it belongs to."""
        decision = self._decision
        self._sheets.new_page()
        head = self._rng.choice(("DANH SÁCH", "DANH SÁCH CÔNG CHỨC, VIÊN CHỨC", "PHỤ LỤC"))
        self._paper.centred(Printed(head, "bold", 1.05), width_mm=160)
        self._paper.centred(Printed(f"Về việc {decision.subject}", "bold"), width_mm=150)
        day, body = long_date(decision.setting.issued), decision.setting.filled(decision.setting.body.full)
        belongs = f"(Kèm theo Quyết định số {decision.number} {day} của {body})"
        self._paper.centred(Printed(belongs, "italic", rule_mm=40), width_mm=165)
        self._sheets.space(6)
        self._table()

    def _table(self) -> None:
        """Persons row by row, in the columns that this decision has."""
        people = self._decision.persons
        columns = ["number", "full_name"]
        columns += ["birth_date"] if self._decision.births else []
        columns += ["person_from"] if any(one.old for one in people) else []
        columns += ["person_to"] if any(one.new for one in people) else []
        self._columns = tuple(columns[1:])
        columns += ["note"] if self._rng.random() < 0.3 else []
        headings = [Column(self._rng.choice(_HEADINGS[key]), _WIDTHS[key]) for key in columns]
        rows = [
            [(f"persons[{number}].{key}", _entry(one, key, number)) for key in columns]
            for number, one in enumerate(people)
        ]
        grid = Grid(headings, size=0.88, heading_style="bold", centred=frozenset({0}))
        self._sheets.table(grid, rows)


def _entry(one: Subject, key: str, number: int) -> str:
    values = {
        "number": str(number + 1),
        "full_name": one.name,
        "birth_date": one.born,
        "person_from": one.old,
        "person_to": one.new,
    }
    return values.get(key, "")
