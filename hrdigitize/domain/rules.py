"""Rules across the fields of one document. A finding says what does not agree; it never changes a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from hrdigitize.domain import history_rules, pay_rules, person_rules
from hrdigitize.domain.pay import PayTables
from hrdigitize.domain.reading import Finding
from hrdigitize.domain.record import FieldPath
from hrdigitize.domain.statements import Stated, Statements


@dataclass(frozen=True, slots=True)
class RuleTables:
    """The lists that rules need: pay by rank and time, and the provinces of identity numbers by code."""

    pay: PayTables
    id_provinces: Mapping[str, str]


def find(stated: Mapping[FieldPath, Stated], tables: RuleTables) -> tuple[Finding, ...]:
    """All that the rules have to say about a document, from the machine's readings or people's answers.

    A rule is silent where a value that it needs is blank, illegible, of the wrong type or too vague:
    two dates contradict each other only if no days that they may mean agree.
    """
    statements = Statements(stated)
    return tuple(
        chain(
            person_rules.identity(statements, tables.id_provinces),
            person_rules.ages(statements),
            person_rules.orders(statements),
            person_rules.probation(statements),
            pay_rules.rank_name(statements, tables.pay),
            pay_rules.salaries(statements, tables.pay),
            pay_rules.history_order(statements),
            history_rules.periods(statements),
            history_rules.career(statements),
            history_rules.family(statements),
        )
    )
