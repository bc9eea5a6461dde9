"""The standard forms that belong to the program, loaded and checked once per process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from hrdigitize import bundle
from hrdigitize.domain.faults import UserFault
from hrdigitize.formdefs.checking import examine_folder
from hrdigitize.formdefs.model import FormDef


def load_forms(folder: Path | None = None) -> Mapping[str, FormDef]:
    """All forms of the folder (the program's own by default), by form id.

    UserFault "form-definitions-faulty" when any file has findings: a form that is half understood
    would read half of a dossier wrongly. `check_forms` lists the findings.
    """
    return _loaded((folder or bundle.forms()).resolve())


@cache
def _loaded(folder: Path) -> Mapping[str, FormDef]:
    examined = examine_folder(folder)
    findings = [finding for one in examined for finding in one.findings]
    if findings:
        first = findings[0]
        raise UserFault(
            "form-definitions-faulty", file=first.file, line=first.line, count=len(findings)
        ) from None
    return MappingProxyType({one.form.id: one.form for one in examined if one.form is not None})
