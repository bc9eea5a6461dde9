"""One seed, one decision: body, act, people, layout, face, scan."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np

from tests.generator.decisions.deciding import ITEMS, ONE, Decision, make_decision
from tests.generator.decisions.inking import sign, stamps
from tests.generator.decisions.layouts import PLANS, Laid, Plan, lay_out
from tests.generator.decisions.settings import long_date
from tests.generator.faces import FAMILIES
from tests.generator.generating import GeneratedForm
from tests.generator.scanning import scan

FORM_ID = "decision"

#: Seeds of one use; the next use begins after so many.
SEEDS_OF_A_USE = 1_000_000
_COMMON = ("decree-30", "circular-01", "guide-36", "guide-11")
_SEEN = ("liberation-serif", "liberation-serif", "liberation-sans", "dejavu-serif", "libertine")
#: As in the forms' generator: faces that the line reader was never trained on, and those of the exam alone.
#: Its typewriter face the reader does know: no other one with all letters is packaged.
_UNTRAINED = ("libertine", "gentium", "charis", "roboto", "lato")
_UNSEEN = ("free-serif", "free-serif", "free-sans", "carlito", "open-sans")


@dataclass(frozen=True, slots=True)
class Use:
    """What decisions are for: seeds from `first_seed` on, layouts, faces.

    mono_fonts: faces of typewritten ones. reserved: formulas of exams.
    """

    name: str
    first_seed: int
    plans: tuple[str, ...]
    fonts: tuple[str, ...]
    mono_fonts: tuple[str, ...] = ("liberation-mono", "noto-mono")
    reserved: bool = False


#: Nobody tunes on "test" or "exam"; an exam has layouts and formulas that no other use has.
USES = {
    use.name: use
    for use in (
        Use("tune", 0, _COMMON, _SEEN),
        Use("test", SEEDS_OF_A_USE, (*_COMMON, "circular-55"), (*_SEEN, "gentium")),
        Use("calibrate", 2 * SEEDS_OF_A_USE, (*_COMMON, "narrow"), _UNTRAINED, ("noto-mono",)),
        Use(
            "exam",
            3 * SEEDS_OF_A_USE,
            ("circular-55", "typed", "bulletin"),
            _UNSEEN,
            ("liberation-mono",),
            reserved=True,
        ),
    )
}


def use_of(seed: int) -> Use:
    """The use whose range of seeds this is; ValueError outside all ranges."""
    for use in USES.values():
        if 0 <= seed - use.first_seed < SEEDS_OF_A_USE:
            return use
    raise ValueError(f"no use has the seed {seed}")


@dataclass(frozen=True, slots=True)
class PrintedDecision:
    """A decision before it is signed, stamped and scanned."""

    decision: Decision
    laid: Laid
    plan: Plan
    font: str


def print_decision(seed: int) -> PrintedDecision:
    """The decision of a seed as it comes from the printer."""
    use = use_of(seed)
    rng = Random(f"decision {seed}")
    decision = make_decision(rng, reserved=use.reserved)
    plan = PLANS[rng.choice([name for name in use.plans if PLANS[name].party == decision.party])]
    font = rng.choice(use.mono_fonts if plan.mono else use.fonts)
    return PrintedDecision(decision, lay_out(decision, plan, FAMILIES[font], rng), plan, font)


def generate_decision(seed: int, level: int) -> GeneratedForm:
    """The scanned decision of a seed at a level of quality (0 clean, 1 worn, 2 poor); always the same one."""
    printed = print_decision(seed)
    sign(printed.laid, np.random.default_rng((seed, 17)))
    around = " ".join((*printed.decision.agency, printed.decision.superior))
    inks = stamps(printed.laid, around, np.random.default_rng((seed, 18)))
    pages = scan(printed.laid.pages, level, np.random.default_rng((seed, level)), inks=inks)
    return GeneratedForm(
        form=FORM_ID,
        pages=pages,
        truth=truth_of(printed),
        layout=printed.plan.name,
        font=printed.font,
        level=level,
    )


def truth_of(printed: PrintedDecision) -> dict[str, object]:
    """What a careful person would type for each field; `__` companions hold dates as ISO.

    Where several persons are decided on, the fields are the first one's of article 1; an annexed or ruled
    list leaves them blank.
    """
    decision, first = printed.decision, printed.decision.persons[0]
    issued = long_date(decision.setting.issued)
    named = decision.manner in (ONE, ITEMS)
    return {
        "doc_type": "QUYẾT ĐỊNH",
        "issuing_agency": " ".join(line for line in (decision.superior, *decision.agency) if line),
        "number": decision.number,
        "issued_at": decision.setting.place,
        "issued_on": issued,
        "issued_on__iso": decision.setting.issued.isoformat(),
        "subject": printed.plan.subject + decision.subject,
        "legal_bases": " ".join(decision.grounds).removeprefix("- ").rstrip(";"),
        "kind": decision.kind,
        "full_name": first.name if named else "",
        "person_from": first.old if named else "",
        "person_to": first.new if named else "",
        "effective_on": decision.effect.words or issued,
        "effective_on__iso": decision.effect.day.isoformat(),
        "recipients": " ".join(decision.recipients).removeprefix("- "),
        "signer_title": " ".join(decision.signing),
        "signer": decision.signer,
        "persons": [] if decision.manner == ONE else _rows(printed),
    }


def _rows(printed: PrintedDecision) -> list[dict[str, str]]:
    """A row for every person of a decision on several; a column that the paper lacks is blank."""
    decision = printed.decision
    columns = printed.laid.columns
    births = decision.births if decision.manner == ITEMS else "birth_date" in columns
    rows = []
    for one in decision.persons:
        row = {
            "full_name": one.name,
            "birth_date": one.born if births else "",
            "person_from": one.old,
            "person_to": one.new,
        }
        rows.append(row | ({"birth_date__iso": one.born_on} if births else {}))
    return rows
