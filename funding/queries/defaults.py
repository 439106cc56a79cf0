"""What comes with Cynnal: defaults of the model, roles, their rates, and the wider evidence behind them."""

import csv
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from funding.models import Assumption, Rate
from kit.bilingual import Pair
from kit.models import EvidenceMark
from squads.models import Role

FOLDER = Path(__file__).resolve().parent.parent / "defaults"
# The defaults are at prices of 2025-26, so they hold from the first day of that year.
VALID_FROM = datetime.date(2025, 4, 1)


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def shipped_assumptions() -> Iterator[Assumption]:
    """One unsaved row for each input of the model that has a default. "Green Book" is a schedule, not a number."""
    for row in read("model_defaults"):
        yield Assumption(
            key=row["path"],
            value=None if row["default"] == "Green Book" else decimal(row["default"]),
            low=decimal(row["low"]),
            likely=decimal(row["likely"]),
            high=decimal(row["high"]),
            unit=row["unit"],
            evidence=row["mark"],
            source_cy=row["source_cy"],
            source_en=row["source_en"],
            valid_from=VALID_FROM,
        )


def shipped_roles() -> Iterator[Role]:
    for row in read("default_roles"):
        yield Role(
            code=row["role_code"],
            name_cy=row["role_cy"],
            name_en=row["role_en"],
            family_cy=row["family_cy"],
            family_en=row["family_en"],
            usual_grade=row["typical_grade"],
            evidence=row["mark"],
            source_cy="Fframwaith Galluoedd Proffesiwn Digidol a Data’r Llywodraeth; yr enw Cymraeg i’w wirio",
            source_en="Government Digital and Data Profession Capability Framework; the Welsh name to be verified",
        )


def shipped_rates(roles: dict[str, Role]) -> Iterator[Rate]:
    """A salary, an agency's day rate and a supplier's for each role; `roles` by code, saved."""
    sources = read("rate_sources")
    for row in read("default_roles"):
        for source in sources:
            column = source["column"]
            yield Rate(
                role=roles[row["role_code"]],
                employment=source["employment"],
                amount=Decimal(row[f"{column}_likely"]),
                low=Decimal(row[f"{column}_low"]),
                high=Decimal(row[f"{column}_high"]),
                evidence=row["mark"],
                source_cy=source["source_cy"],
                source_en=source["source_en"],
                valid_from=VALID_FROM,
            )


@dataclass(frozen=True)
class Finding:
    """One line of the wider evidence: a figure found or judged, with its range."""

    name: str
    label_cy: str
    label_en: str
    value: Decimal
    low: Decimal
    likely: Decimal
    high: Decimal
    unit_cy: str
    unit_en: str
    mark: str
    source_cy: str
    source_en: str

    label = Pair("label")
    unit = Pair("unit")
    source = Pair("source")


@cache
def wider_evidence() -> tuple[Finding, ...]:
    """Read once: the file comes with the release and changes with it."""
    return tuple(
        Finding(
            name=row["name"],
            label_cy=row["label_cy"],
            label_en=row["label_en"],
            value=Decimal(row["value"]),
            low=Decimal(row["low"]),
            likely=Decimal(row["likely"]),
            high=Decimal(row["high"]),
            unit_cy=row["unit_cy"],
            unit_en=row["unit_en"],
            mark=row["mark"],
            source_cy=row["source_cy"],
            source_en=row["source_en"],
        )
        for row in read("default_parameters")
    )


def evidence_finding(findings: Sequence[Finding]) -> list[str]:
    """How many figures there are, and how many of them rest on a source somebody read."""
    read_in_source = sum(one.mark == EvidenceMark.VERIFIED for one in findings)
    judged = sum(one.mark == EvidenceMark.JUDGEMENT for one in findings)
    return [
        _("Of %(all)s figures behind the defaults %(read)s were read in their source, and %(judged)s are judgements.")
        % {"all": len(findings), "read": read_in_source, "judged": judged}
    ]
