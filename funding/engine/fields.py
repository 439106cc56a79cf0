"""Every input of a case: its path, unit, default and range. The reader, the forms and the documents read this table.

`Field.path` is the name in the file. Paths of a list's entries have `[]` (`squad[].fte`). An option's fields depend on
its funding model and are named without the option (`award_month`): see `OPTION_FIELDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

Kind = Literal["text", "month", "number", "whole", "numbers", "wholes", "bands", "choice"]
# Slugs, for a page to word: the engine shows no text of its own.
Unit = Literal[
    "", "year", "years", "month", "months", "pounds", "pounds_a_year", "pounds_a_day", "days_a_year", "share",
    "share_a_year", "probability", "fte", "fte_a_month", "fte_months", "multiplier", "draws",
]  # fmt: skip
Number = int | float


class Required:
    """Stands where a default would be: the file must give the value."""

    def __repr__(self) -> str:
        return "REQUIRED"


REQUIRED: Final = Required()
Default = Number | str | None | Required


@dataclass(frozen=True, slots=True)
class Field:
    path: str
    kind: Kind
    unit: Unit
    default: Default
    minimum: float | None = None
    maximum: float | None = None
    above_minimum: bool = False  # True: the minimum itself is refused ("> 0")
    below_maximum: bool = False  # True: the maximum itself is refused ("not 1")
    nullable: bool = False
    event: bool = False  # acts only on the draws of an uncertain case, never on its deterministic figures

    @property
    def name(self) -> str:
        """The key in the file: the last part of the path."""
        return self.path.rpartition(".")[2]

    @property
    def group(self) -> str:
        """The object that holds it: `employment`, `squad[]`, or nothing at the top of the file."""
        return self.path.rpartition(".")[0]

    @property
    def whole(self) -> bool:
        return self.kind in ("whole", "wholes")

    @property
    def required(self) -> bool:
        return isinstance(self.default, Required)

    @property
    def can_vary(self) -> bool:
        """A single number, so that an uncertain parameter may name it."""
        return self.kind in ("number", "whole")


def _at_least_zero(path: str, unit: Unit, default: Default, *, whole: bool = False, nullable: bool = False) -> Field:
    return Field(path, "whole" if whole else "number", unit, default, minimum=0, nullable=nullable)


def _share(path: str, default: Default, unit: Unit = "share", *, event: bool = False) -> Field:
    return Field(path, "number", unit, default, minimum=0, maximum=1, event=event)


def _below_one(path: str, default: Default) -> Field:
    return Field(path, "number", "share_a_year", default, minimum=0, maximum=1, below_maximum=True)


def _inflation(path: str, default: Default) -> Field:
    return Field(path, "number", "share_a_year", default, minimum=-0.2, maximum=0.5)


def _above_zero(path: str, unit: Unit, default: Default, maximum: float | None = None) -> Field:
    return Field(path, "number", unit, default, minimum=0, above_minimum=True, maximum=maximum)


def _days(path: str, default: Default) -> Field:
    return Field(path, "number", "days_a_year", default, minimum=1, maximum=366)


# HM Treasury Green Book: (first year it holds, rate).
GREEN_BOOK: Final[tuple[tuple[int, float], ...]] = ((0, 0.035), (31, 0.03), (76, 0.025))

FIELDS: Final[tuple[Field, ...]] = (
    Field("name", "text", "", REQUIRED),
    Field("start", "month", "", REQUIRED),
    Field("years", "whole", "years", REQUIRED, minimum=1, maximum=40),
    _inflation("prices.pay_inflation", 0.03),
    _inflation("prices.contractor_inflation", 0.02),
    _inflation("prices.price_inflation", 0.02),
    _inflation("prices.gdp_deflator", 0.02),
    Field("discount_rates[].from_year", "whole", "year", REQUIRED, minimum=0),
    Field("discount_rates[].rate", "number", "share_a_year", REQUIRED, minimum=0, maximum=0.5),
    Field("optimism_bias", "number", "share", 0, minimum=0, maximum=5),
    _share("benefit_haircut", 0),
    _share("employment.ni_rate", 0.15),
    _at_least_zero("employment.ni_threshold", "pounds_a_year", 5000),
    _share("employment.pension_rate", 0.20),
    _share("employment.levy_rate", 0.005),
    _at_least_zero("employment.overhead_per_fte", "pounds_a_year", 8000),
    _days("employment.contractor_days", 220),
    _days("employment.permanent_days", 210),
    _days("employment.standard_days", 220),
    _share("employment.contractor_fee_rate", 0.12),
    _at_least_zero("employment.recruitment_cost", "pounds", 4000),
    _above_zero("employment.permanent_productivity", "multiplier", 1, 5),
    _above_zero("employment.contractor_productivity", "multiplier", 1, 5),
    _above_zero("employment.salary_multiplier", "multiplier", 1, 10),
    _above_zero("employment.day_rate_multiplier", "multiplier", 1, 10),
    Field("squad[].role", "text", "", REQUIRED),
    _above_zero("squad[].fte", "fte", REQUIRED),
    _above_zero("squad[].salary", "pounds_a_year", REQUIRED),
    _above_zero("squad[].day_rate", "pounds_a_day", REQUIRED),
    _at_least_zero("product.effort_to_live", "fte_months", REQUIRED),
    _at_least_zero("product.sustaining_fte", "fte", REQUIRED),
    _at_least_zero("product.running_cost", "pounds_a_year", 0),
    _below_one("product.decay_rate", 0.12),
    _below_one("product.recovery_rate", 0.50),
    _at_least_zero("product.annual_benefit", "pounds_a_year", 0),
    _share("product.improvement_rate", 0, "share_a_year"),
    _at_least_zero("product.improvement_limit", "share", 0.5),
    _share("product.cashable_share", 0),
    _share("product.adoption_maximum", 1),
    _at_least_zero("product.adoption_months", "months", 0),
)

_EVERY_OPTION = (
    Field("id", "text", "", REQUIRED),
    Field("name", "text", "", REQUIRED),
    Field("funding_model", "choice", "", REQUIRED),
)
_TEAM = (
    _above_zero("contractor_rate_multiplier", "multiplier", 1, 10),
    _at_least_zero("bid_cost", "pounds", 15000),
)
_LIMIT = (
    _at_least_zero("annual_limit", "pounds_a_year", None, nullable=True),
    _inflation("limit_indexation", 0),
)
_ANNUAL_CYCLE = (
    Field("award_month", "whole", "month", 5, minimum=0, maximum=11),
    _at_least_zero("assembly_months", "months", 2),
    _at_least_zero("research_months", "months", 2),
    Field("wind_down_months", "number", "months", 0.5, minimum=0, maximum=12),
    _share("knowledge_retained", 0.4),
    _share("unfinished_work_lost", 0.3),
    _at_least_zero("team_share", "share", 1),
    _share("support_share", 0.15),
    _at_least_zero("procurement_cost", "pounds", 10000),
    Field("funded_years", "wholes", "year", None, minimum=0, nullable=True),  # below the case's `years`, distinct
    *_LIMIT,
    _share("first_award_probability", 1, "probability", event=True),
    _share("reaward_probability", 0.7, "probability", event=True),
)
_SUSTAINED_SQUAD = (
    _at_least_zero("approval_month", "month", 5, whole=True),
    Field("recruitment_months", "whole", "months", 5, minimum=1),
    _at_least_zero("ramp_up_months", "months", 6, whole=True),
    _at_least_zero("cover_months", "months", 0, whole=True),
    _at_least_zero("assembly_months", "months", 2, whole=True),
    _at_least_zero("research_months", "months", 2, whole=True),
    _at_least_zero("handover_months", "months", 0, whole=True),
    _share("campaign_failure_rate", 0.38),
    replace(_above_zero("recruits_per_month", "fte_a_month", None), nullable=True),
    _below_one("attrition_rate", 0.09),
    _share("starting_productivity", 0.25),
    _share("interim_cover", 0),
    _at_least_zero("procurement_cost", "pounds", 10000),
    Field("size_by_year", "numbers", "multiplier", None, minimum=0, nullable=True),  # one or more
    _share("redeployed_share", 0.8),
    _at_least_zero("redundancy_months", "months", 3),
    *_LIMIT,
    _share("withdrawal_probability", 0.05, "probability", event=True),
    _share("freeze_probability", 0.1, "probability", event=True),
)
_CAPITAL_PROJECT = (
    _at_least_zero("approval_month", "month", 5, whole=True),
    _at_least_zero("procurement_months", "months", 6, whole=True),
    _at_least_zero("research_months", "months", 3, whole=True),
    _at_least_zero("build_months", "months", 24, whole=True),
    _at_least_zero("rebuild_every_years", "years", 0, whole=True),
    _at_least_zero("build_share", "share", 1),
    _share("support_share", 0.15),
    _at_least_zero("procurement_cost", "pounds", 25000),
)


def _with_defaults(fields: tuple[Field, ...], **defaults: Number) -> tuple[Field, ...]:
    return tuple(replace(field, default=defaults.get(field.path, field.default)) for field in fields)


# Funding model -> the fields of its options, in the order of the specification.
OPTION_FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    "do_nothing": _EVERY_OPTION,
    "annual_cycle": (*_EVERY_OPTION, *_TEAM, *_ANNUAL_CYCLE),
    "sustained_squad": (*_EVERY_OPTION, *_TEAM, *_SUSTAINED_SQUAD),
    "contractor_to_permanent": _with_defaults(
        (*_EVERY_OPTION, *_TEAM, *_SUSTAINED_SQUAD), interim_cover=1, cover_months=24, handover_months=2
    ),
    "capital_project": (*_EVERY_OPTION, *_TEAM, *_CAPITAL_PROJECT),
}
FUNDING_MODELS: Final[tuple[str, ...]] = tuple(OPTION_FIELDS)


def field_of(path: str) -> Field:
    """The field of the case at `path` (`employment.ni_rate`). KeyError where there is none."""
    return _BY_PATH[path]


def option_field(funding_model: str, name: str) -> Field:
    """The field `name` of an option of that funding model. KeyError where there is none."""
    return _OPTION_BY_NAME[funding_model][name]


_BY_PATH: Final[Mapping[str, Field]] = {field.path: field for field in FIELDS}
_OPTION_BY_NAME: Final[Mapping[str, Mapping[str, Field]]] = {
    model: {field.path: field for field in fields} for model, fields in OPTION_FIELDS.items()
}
