"""Checks form.toml files: every finding of every file at once, each with its file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from hrdigitize.domain.vietnamese import nfc
from hrdigitize.formdefs.building import build
from hrdigitize.formdefs.findings import Flaw, FormFinding
from hrdigitize.formdefs.layout_checks import check_layout
from hrdigitize.formdefs.model import FormDef
from hrdigitize.formdefs.outline import Entry
from hrdigitize.formdefs.positions import LineIndex, index_lines
from hrdigitize.formdefs.references import cross_check
from hrdigitize.formdefs.schema import FormShape

FILE_NAME = "form.toml"

#: pydantic's name of an error -> our message code.
_SHAPE_CODES = {
    "extra_forbidden": "form-unknown-key",
    "missing": "form-missing-key",
    "string_type": "form-not-text",
    "string_pattern_mismatch": "form-empty",
    "too_short": "form-empty",
    "list_type": "form-not-list",
    "dict_type": "form-not-table",
    "model_type": "form-not-table",
    "bool_type": "form-not-boolean",
    "date_type": "form-not-date",
    "date_from_datetime_inexact": "form-not-date",
}
_SYNTAX_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class ExaminedForm:
    """One form.toml: the definition where there is nothing to find, otherwise the findings."""

    form: FormDef | None
    findings: tuple[FormFinding, ...]


def check_forms(folder: Path) -> tuple[FormFinding, ...]:
    """The findings of all forms below the folder, by file and line; empty when all is well."""
    return tuple(finding for one in examine_folder(folder) for finding in one.findings)


def examine_folder(folder: Path) -> tuple[ExaminedForm, ...]:
    """Every `*/form.toml` below the folder, examined; a folder without any is a finding itself."""
    places = sorted(place for place in folder.iterdir() if place.is_dir()) if folder.is_dir() else []
    if not places:
        return (ExaminedForm(None, (FormFinding(str(folder), 1, "form-none", {}),)),)
    return tuple(examine(place / FILE_NAME) for place in places)


def examine(path: Path) -> ExaminedForm:
    """One form.toml; its folder's name is the form id."""
    try:
        text = nfc(path.read_text("utf-8"))
    except FileNotFoundError:
        return _refused(path, 1, "form-file-missing")
    except UnicodeDecodeError:
        return _refused(path, 1, "form-not-utf8")
    lines = index_lines(text)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return ExaminedForm(None, _syntax_findings(path, text, lines, str(error)))
    shape, flaws = _shaped(values)
    outline = Entry((), values)
    flaws.extend(cross_check(outline))
    flaws.extend(check_layout(outline))
    flaws.extend(_check_id(values, path))
    if shape is None or flaws:
        return ExaminedForm(None, _placed(path, lines, flaws))
    return ExaminedForm(build(shape), ())


def _refused(path: Path, line: int, code: str) -> ExaminedForm:
    return ExaminedForm(None, (FormFinding(str(path), line, code, {}),))


def _syntax_findings(path: Path, text: str, lines: LineIndex, error: str) -> tuple[FormFinding, ...]:
    """tomllib stops at the first error; what the file declares twice is known for the whole of it."""
    found = {
        line: FormFinding(str(path), line, "form-key-twice", {"key": name}) for line, name in lines.repeated
    }
    place = _SYNTAX_PLACE.search(error)
    line = int(place[1]) if place and place[1] else max(1, len(text.splitlines()))
    reason = _SYNTAX_PLACE.sub("", error)
    found.setdefault(line, FormFinding(str(path), line, "form-syntax", {"reason": reason}))
    return tuple(found[number] for number in sorted(found))


def _shaped(values: dict[str, object]) -> tuple[FormShape | None, list[Flaw]]:
    try:
        return FormShape.model_validate(values), []
    except ValidationError as error:
        return None, list(_shape_flaws(error))


def _shape_flaws(error: ValidationError) -> Iterator[Flaw]:
    for one in error.errors(include_url=False, include_input=False):
        code = _SHAPE_CODES.get(one["type"], "form-wrong-value")
        location = one["loc"]
        params = {"key": ".".join(str(part) for part in location), "reason": one["msg"]}
        yield Flaw(code, location, params)


def _check_id(values: dict[str, object], path: Path) -> Iterator[Flaw]:
    found = values.get("id")
    if isinstance(found, str) and found != path.parent.name:
        yield Flaw("form-id-not-folder", ("id",), {"id": found, "folder": path.parent.name})


def _placed(path: Path, lines: LineIndex, flaws: list[Flaw]) -> tuple[FormFinding, ...]:
    findings = [FormFinding(str(path), lines.line(flaw.at), flaw.code, flaw.params) for flaw in flaws]
    return tuple(sorted(findings, key=lambda finding: finding.line))
