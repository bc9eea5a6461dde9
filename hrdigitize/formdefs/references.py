"""Cross-checks of a form.toml: types, groups, labels and their targets, dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from hrdigitize.formdefs.findings import Flaw
from hrdigitize.formdefs.model import BLANK
from hrdigitize.formdefs.outline import Entry
from hrdigitize.formdefs.types import TypeSpellingError, UnknownDetailError, parse_type

_PARTS = ("field", "table", "heading", "end")
_WORDS = re.compile(r"[^\W_]")
_NUMBERED = re.compile(r"\d+(\.\d+)*\s*[).-]")


def cross_check(form: Entry) -> Iterator[Flaw]:
    """All findings that need more than one place of the file."""
    fields, tables = form.named("fields"), form.named("tables")
    for field in fields.values():
        yield from _check_type(field)
        yield from _check_group(form, field)
    for table in tables.values():
        yield from _check_group(form, table)
        yield from _check_columns(table)
    yield from _check_labels(form)
    yield from _check_unlabelled(form)
    yield from _check_validity(form)


def _check_type(entry: Entry) -> Iterator[Flaw]:
    spelled = entry.text("type")
    if spelled is None:
        return
    try:
        parse_type(spelled)
    except UnknownDetailError:
        yield Flaw("form-unknown-detail", entry.place("type"), {"type": spelled})
    except TypeSpellingError:
        yield Flaw("form-unknown-type", entry.place("type"), {"type": spelled})


def _check_group(form: Entry, entry: Entry) -> Iterator[Flaw]:
    group = entry.text("group")
    if group is not None and group not in form.entry("groups").values:
        yield Flaw("form-unknown-group", entry.place("group"), {"group": group})


def _check_columns(table: Entry) -> Iterator[Flaw]:
    columns = table.listed("columns")
    for column in columns:
        yield from _check_type(column)
    keys = [column.text("key") for column in columns]
    for number in _repeats(keys):
        yield Flaw("form-column-twice", columns[number].place("key"), {"key": str(keys[number])})


def _check_labels(form: Entry) -> Iterator[Flaw]:
    labels = form.listed("labels")
    for label in labels:
        yield from _check_part(form, label)
        yield from _check_texts(label)
        yield from _check_part_of_table(form, label)
        yield from _check_field_options(label)
        yield from _check_sentences(label)
    for earlier, later in pairwise(labels):
        # With other labels in between it is no mistake: reprints differ in their order. A table that is
        # printed in parts has a label for each of them.
        for part in ("field", "table"):
            target = later.text(part)
            if target is not None and target == earlier.text(part) and not later.texts("columns"):
                yield Flaw("form-label-twice", later.place(part), {"target": target})


def _check_part(form: Entry, label: Entry) -> Iterator[Flaw]:
    # A part of the wrong sort is a finding of the shape; here it counts as named.
    named = [part for part in _PARTS if label.values.get(part, False) is not False]
    if len(named) != 1:
        yield Flaw("form-label-part", label.at)
    for part, declared in (("field", "fields"), ("table", "tables")):
        target = label.text(part)
        if target is not None and target not in form.entry(declared).values:
            yield Flaw(f"form-label-unknown-{part}", label.place(part), {"target": target})


def _check_field_options(label: Entry) -> Iterator[Flaw]:
    for option in ("above", "boxes", "sentences"):
        if label.values.get(option) and label.text("field") is None:
            yield Flaw("form-label-stray-option", label.place(option), {"key": option})


def _check_sentences(label: Entry) -> Iterator[Flaw]:
    """Every sentence has a blank, words between its blanks, and but for the first one words before them."""
    for number, sentence in enumerate(label.texts("sentences")):
        head, *between = sentence.split(BLANK)
        code = ""
        if not between:
            code = "form-sentence-without-blank"
        elif any(not _WORDS.search(piece) for piece in between[:-1]):
            code = "form-sentence-blanks-together"
        elif number and not _WORDS.search(head):
            code = "form-sentence-without-head"
        if code:
            yield Flaw(code, label.place("sentences"), {"text": sentence})


def _check_texts(label: Entry) -> Iterator[Flaw]:
    texts = label.texts("texts")
    for number in _repeats(texts):
        yield Flaw("form-text-twice", label.place("texts"), {"text": texts[number]})
    for text in texts:
        if _NUMBERED.match(text) or text.rstrip().endswith(":"):
            yield Flaw("form-text-punctuated", label.place("texts"), {"text": text})


def _check_part_of_table(form: Entry, label: Entry) -> Iterator[Flaw]:
    """Columns under a label are the table's; what the label sets is not printed under it as well."""
    columns, sets = label.texts("columns"), label.entry("sets").values
    target = label.text("table")
    if target is None or (sets and not columns):
        stray = (key for key in ("columns", "sets") if label.values.get(key))
        yield from (Flaw("form-label-stray-columns", label.place(key), {"key": key}) for key in stray)
        return
    for number in _repeats(columns):
        yield Flaw("form-column-twice", label.place("columns"), {"key": columns[number]})
    for key in sets:
        if key in columns:
            yield Flaw("form-label-sets-printed", label.place("sets"), {"key": key})
    table = form.named("tables").get(target)
    if table is not None:
        yield from _check_known(table, label)


def _check_known(table: Entry, label: Entry) -> Iterator[Flaw]:
    known = {column.text("key") for column in table.listed("columns")}
    for place, keys in (("columns", label.texts("columns")), ("sets", label.entry("sets").values)):
        for key in keys:
            if key not in known:
                yield Flaw("form-label-unknown-column", label.place(place), {"key": key})


def _check_unlabelled(form: Entry) -> Iterator[Flaw]:
    """Every field and table has a label, or the form says that it is found without one."""
    unlabelled = form.texts("unlabelled")
    for part, declared in (("field", "fields"), ("table", "tables")):
        labelled = {label.text(part) for label in form.listed("labels")}
        for key, entry in form.named(declared).items():
            if key not in labelled and key not in unlabelled:
                yield Flaw(f"form-{part}-without-label", entry.at, {"key": key})
    for key in unlabelled:
        if key not in form.entry("fields").values:
            yield Flaw("form-unlabelled-unknown", form.place("unlabelled"), {"key": key})


def _check_validity(form: Entry) -> Iterator[Flaw]:
    begins, ends = form.values.get("valid_from"), form.values.get("valid_to")
    # A moment (datetime) is a date to isinstance, and cannot be compared with one.
    if type(begins) is date and type(ends) is date and ends < begins:
        yield Flaw("form-validity-reversed", form.place("valid_to"))


def _repeats(keys: Iterable[str | None]) -> Iterator[int]:
    """Numbers of the entries whose key has come before; absent keys are no repeats."""
    seen: Counter[str] = Counter()
    for number, key in enumerate(keys):
        if key is None:
            continue
        if seen[key]:
            yield number
        seen[key] += 1
