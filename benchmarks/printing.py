"""The figures of a run as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from benchmarks.bounds import upper_bound
from benchmarks.contenders import Comparison, best
from benchmarks.error_classes import ClassCount
from benchmarks.groups import Group
from benchmarks.other_papers import NO_FORM
from benchmarks.recognition import Recognition, is_found
from benchmarks.reliability import Reliability
from benchmarks.running import ReadPaper
from benchmarks.scoring import Outcome, Tally, tally
from benchmarks.timing import Profile

_STRANGER = "(no known form)"


def group_lines(group: Group, papers: Sequence[ReadPaper]) -> list[str]:
    """A group's own figures: right, accepted, accepted wrong, and by layout."""
    head = f"\n{group.name}: {len(group.papers)} papers, {group.pages} pages"
    faults = f"  faults         {sum(one.faults for one in papers)}"
    if not group.known:
        return [head, faults]
    fields, cells = fields_of(papers), cells_of(papers)
    lines = [
        head,
        *_right_lines("fields", fields),
        *_right_lines("cells", cells),
        f"  accepted wrong {bounded(tally([*fields, *cells]))}",
        faults,
    ]
    if group.handwritten:
        found = sum(is_found(one.reading) for one in fields)
        lines.insert(1, f"  label and place found {share(found, len(fields))} of the fields")
    return [*lines, *_layout_lines(papers)]


def _right_lines(name: str, outcomes: Sequence[Outcome]) -> list[str]:
    counts = tally(outcomes)
    filled = share(counts.right - counts.blanks_right, counts.total - counts.blanks)
    return [
        f"  {f'{name} right':<14} {share(counts.right, counts.total)}",
        f"    of blanks    {share(counts.blanks_right, counts.blanks)}",
        f"    of filled    {filled}",
        f"    accepted     {share(counts.accepted, counts.total)}, wrong {counts.accepted_wrong}",
    ]


def _layout_lines(papers: Sequence[ReadPaper]) -> list[str]:
    lines: list[str] = []
    for layout in sorted({one.paper.layout for one in papers} - {""}):
        own = [one for one in papers if one.paper.layout == layout]
        fields, cells = tally(fields_of(own)), tally(cells_of(own))
        shares = f"fields {share(fields.right, fields.total)}, cells {share(cells.right, cells.total)}"
        lines.append(f"    {layout:<10} {shares}")
    return lines


def comparison_lines(compared: Comparison, *, jobs: int) -> list[str]:
    """Everybody on the same pages; beside each how many times as fast the program is."""
    program = compared.program
    lines = [
        f"  on the same {len(program.scores)} papers, {program.pages} pages, with {jobs} processes each; "
        "the program is so many times as fast:",
        f"    {'':<28} {'pages a minute':<22} {'processor s a page':<22} fields right",
    ]
    for one in compared.everybody:
        minute, page = f"{one.pages_a_minute:6.1f}", f"{one.processor_a_page:6.2f}"
        if one is not program:
            minute += _times(program.pages_a_minute, one.pages_a_minute)
            page += _times(one.processor_a_page, program.processor_a_page)
        fields = share(one.fields.right, one.fields.total)
        lines.append(f"    {one.name:<28} {minute:<22} {page:<22} {fields}")
    if len(compared.modes) > 1:
        lines.append(f"    the baseline that counts is {best(compared.modes).name}")
    return lines


def _times(more: float, less: float) -> str:
    return f"  ({more / less:.2f} times)" if less else ""


def totals_lines(title: str, papers: Sequence[ReadPaper]) -> list[str]:
    """All of them together, by form and by level."""
    both = tally(outcome for one in papers for outcome in one.outcomes)
    lines = [
        f"\n{title}: {len(papers)} papers",
        f"  {'':<18} {'papers':>6}  {'fields right':<23} {'accepted (wrong)':<24} "
        f"{'cells right':<23} accepted (wrong)",
    ]
    by_form = _rows(papers, lambda one: one.paper.form)
    by_level = _rows(papers, lambda one: f"level {one.paper.level}")
    lines += [*by_form, *by_level, _row("all", papers)]
    lines.append(f"  accepted wrong, fields {bounded(tally(fields_of(papers)))}")
    lines.append(f"  accepted wrong, cells  {bounded(tally(cells_of(papers)))}")
    lines.append(f"  accepted wrong, both   {bounded(both)}")
    return lines


def _rows(papers: Sequence[ReadPaper], key: Callable[[ReadPaper], str]) -> list[str]:
    names = sorted({key(one) for one in papers})
    return [_row(name, [one for one in papers if key(one) == name]) for name in names]


def _row(name: str, papers: Sequence[ReadPaper]) -> str:
    columns: list[str] = []
    for counts in (tally(fields_of(papers)), tally(cells_of(papers))):
        accepted = f"{share(counts.accepted, counts.total)} ({counts.accepted_wrong})"
        columns += [f"{share(counts.right, counts.total):<23}", f"{accepted:<24}"]
    return f"  {name:<18} {len(papers):>6}  {' '.join(columns)}".rstrip()


def recognition_lines(found: Recognition) -> list[str]:
    """What papers were taken for, where that is not what they are, and the two cases that must not happen."""
    lines = ["\nwhat papers were taken for, by their first document (true form: papers; taken for)"]
    for form in sorted(found.papers):
        taken = [
            f"{_form(other)} {count}"
            for (true, other), count in sorted(found.taken_for.items())
            if true == form
        ]
        whole = f"; {found.whole.get(form, 0)} in one piece" if form != NO_FORM else ""
        lines.append(f"  {_form(form):<18} {found.papers[form]:>5};  {', '.join(taken)}{whole}")
    strangers = found.papers.get(NO_FORM, 0)
    lines.append(f"  decisions taken for a form {found.decisions_as_forms}")
    lines.append(f"  forms taken for a decision {found.forms_as_decisions}")
    lines.append(f"  no known form: form null, no field, text kept {share(found.strangers_kept, strangers)}")
    return lines


def _form(form: str) -> str:
    return _STRANGER if form == NO_FORM else form


def reliability_lines(name: str, measured: Reliability, groups: Mapping[str, Reliability]) -> list[str]:
    """The bins of all readings, then the two figures of every group of types."""
    lines = [
        f"\nreliability of {name}: {_reliable(measured)}",
        "  confidence from    mean  readings   right  (95 %)",
    ]
    for one in measured.bins:
        low, high = one.bounds
        lines.append(
            f"  {one.start:>15.3f} {one.mean_confidence:>7.3f} {one.count:>9} {100 * one.share_right:>6.1f} %"
            f"  ({100 * low:.1f} - {100 * high:.1f} %)"
        )
    lines += [f"    {group:<18} {_reliable(own)}" for group, own in groups.items() if own.count]
    return lines


def _reliable(measured: Reliability) -> str:
    figures = f"expected calibration error {measured.calibration_error:.4f}, Brier score {measured.brier:.4f}"
    return f"{measured.count} readings, {figures}"


def class_lines(name: str, counts: Sequence[ClassCount]) -> list[str]:
    """Wrong readings by class."""
    lines = [f"\nwrong {name} by class{'':<31} accepted  doubted"]
    lines += [f"  {one.error:<48} {one.accepted:>8} {one.doubted:>8}" for one in counts]
    accepted, doubted = sum(one.accepted for one in counts), sum(one.doubted for one in counts)
    return [*lines, f"  {'all':<48} {accepted:>8} {doubted:>8}"]


def profile_lines(found: Profile) -> list[str]:
    """Shares of the time, one process, one thread."""
    parts = {
        "decoding": found.decoding,
        "clean-up": found.cleaning,
        "engine, first looks": found.first_looks,
        "engine, second looks": found.second_looks,
        "other work on pages": found.page_work,
        "extraction": found.extraction,
    }
    a_page = found.total / found.pages
    lines = [
        f"\nwhere the time goes, {found.pages} pages in one process, {a_page:.2f} s a page:",
        *(f"  {name:<22} {_percent(seconds, found.total)}" for name, seconds in parts.items()),
        f"  {'within the engines':<22} {_percent(found.engines, found.total)}",
    ]
    for asked, seconds in sorted(found.asked.items(), key=lambda entry: -entry[1]):
        look = "first" if asked.first_look else "second"
        name = f"engine {asked.engine}, {asked.by}"
        lines.append(f"    {name:<26} {_percent(seconds, found.total)}, a {look} look")
    return lines


def memory_line(peaks: Sequence[float]) -> str:
    """The most memory that each reading helper had."""
    if not peaks:
        return "\npeak memory of the reading helpers: not known on this system"
    sizes = ", ".join(f"{size:.0f} MiB" for size in peaks)
    return f"\npeak memory of the reading helpers (resident): {sizes}"


def fields_of(papers: Iterable[ReadPaper]) -> list[Outcome]:
    """The outcomes of all fields."""
    return [outcome for one in papers for outcome in one.score.fields]


def cells_of(papers: Iterable[ReadPaper]) -> list[Outcome]:
    """The outcomes of all cells."""
    return [outcome for one in papers for outcome in one.score.cells]


def bounded(counts: Tally) -> str:
    """Accepted and wrong, with the exact bound that the true share is below with a sureness of 95 %.

    The bound takes readings as independent of each other; those of one paper are not quite.
    """
    if not counts.accepted:
        return "none accepted"
    bound = 100 * upper_bound(counts.accepted_wrong, counts.accepted)
    wrong = 100 * counts.accepted_wrong / counts.accepted
    return f"{counts.accepted_wrong} of {counts.accepted} = {wrong:.3f} %, at most {bound:.3f} % (95 %)"


def share(part: int, whole: int) -> str:
    """So many of so many, and in per cent."""
    return f"{part}/{whole} = {100 * part / whole:.1f} %" if whole else "none"


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:5.1f} %" if whole else "none"
