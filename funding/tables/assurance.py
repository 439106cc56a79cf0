"""The assumptions log and the checks of a run, as its page writes them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding.queries.assurance import Assumed
from funding.queries.checks import Check
from funding.queries.comparison import Comparison
from funding.tables.comparison import InputRow, input_row
from kit import formats


@dataclass(frozen=True)
class LogRow:
    """One assumption. Pay is withheld from those who may not see it; that there is such an input is not."""

    input: InputRow
    value: str
    withheld: bool
    reliability: str
    effect: str
    made_by: str
    signed_by: str


def log_rows(comparison: Comparison, log: list[Assumed], *, with_pay: bool) -> list[LogRow]:
    return [_row(comparison, line, with_pay=with_pay) for line in log]


def _row(comparison: Comparison, line: Assumed, *, with_pay: bool) -> LogRow:
    shown = input_row(comparison, line.input)
    withheld = line.input.path.startswith("squad.") and not with_pay
    return LogRow(
        input=shown,
        value=formats.withheld() if withheld else shown.value,
        withheld=withheld,
        reliability=str(line.reliability),
        effect="" if line.effect is None else formats.money(line.effect),
        made_by=line.made_by,
        signed_by=line.signed_by,
    )


@dataclass(frozen=True)
class CheckRow:
    label: str
    method: str
    found: str
    tolerance: str
    passed: bool


def check_rows(checks: list[Check]) -> list[CheckRow]:
    return [CheckRow(str(one.label), str(one.method), _found(one), _tolerance(one), one.passed) for one in checks]


def _found(check: Check) -> str:
    if check.text:
        return check.text
    if check.value == float("inf"):
        return formats.not_known()
    return f"£{formats.number(check.value, 6)}" if check.unit == "£" else formats.number(check.value, 6)


def _tolerance(check: Check) -> str:
    if check.text:
        return _("the same")
    if check.unit == "£":
        return _("at most %(limit)s") % {"limit": f"£{formats.number(check.tolerance, 3)}"}
    return _("at least %(limit)s") % {"limit": "0"}
