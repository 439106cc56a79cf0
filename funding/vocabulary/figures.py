"""What a comparison comes to: summary figures, months and categories of cost."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from django.utils.translation import gettext_lazy as _

from funding.vocabulary.terms import Words

Kind = Literal["money", "fte", "fte_months", "share", "month", "months", "ratio", "factor", "count", "yes"]


class Figure(NamedTuple):
    """`kind` says how it is written; `better` is 1 where more is better, -1 where less is, 0 where neither."""

    label: Words
    kind: Kind
    better: int
    help: Words = ""

    @property
    def unit_words(self) -> Words:
        return UNIT_WORDS[self.kind]


# A percentage, a date and "yes" carry their own unit.
UNIT_WORDS: Final[Mapping[str, Words]] = {
    "money": "£",
    "fte": _("FTE"),
    "fte_months": _("FTE-months"),
    "share": "",
    "month": "",
    "months": _("months"),
    "ratio": _("times"),
    "factor": _("times"),
    "count": "",
    "yes": "",
}

FIGURES: Final[Mapping[str, Figure]] = {
    "cost_nominal": Figure(
        _("Lifetime cost, cash of the day"),
        "money",
        -1,
        _("Every pound spent, at the prices of the year it is spent in."),
    ),
    "cost_real": Figure(
        _("Lifetime cost, real"),
        "money",
        -1,
        _("With inflation taken out: at the prices of the first year."),
    ),
    "cost_pv": Figure(
        _("Lifetime cost, present value"),
        "money",
        -1,
        _("In real terms, with later years counted for less."),
    ),
    "benefit_nominal": Figure(
        _("Benefit, cash of the day"),
        "money",
        1,
        _("What the product is worth, at the prices of each year."),
    ),
    "benefit_real": Figure(_("Benefit, real"), "money", 1, _("With inflation taken out.")),
    "benefit_pv": Figure(
        _("Benefit, present value"),
        "money",
        1,
        _("In real terms, with later years counted for less."),
    ),
    "cashable_benefit_pv": Figure(
        _("Cashable benefit, present value"),
        "money",
        1,
        _("The part of the benefit that can be taken out of a budget."),
    ),
    "net_present_value": Figure(
        _("Net present value"),
        "money",
        1,
        _("Benefit less cost, both at present value."),
    ),
    "benefit_cost_ratio": Figure(
        _("Benefit for each pound of cost"),
        "ratio",
        1,
        _("Benefit over cost, both at present value."),
    ),
    "paid_fte_months": Figure(
        _("Work paid for"),
        "fte_months",
        0,
        _("Contractors and permanent staff, productive or not."),
    ),
    "productive_fte_months": Figure(
        _("Productive work"),
        "fte_months",
        1,
        _("Work that builds or keeps the product, after learning and leaving."),
    ),
    "productive_share": Figure(
        _("Share of paid work that is productive"),
        "share",
        1,
        _("Productive work over work paid for."),
    ),
    "staff_cost_per_productive_fte_month": Figure(
        _("Staff cost of a productive month"),
        "money",
        -1,
        _("What one productive FTE-month costs in staff, real."),
    ),
    "contractor_share_of_staff_cost": Figure(
        _("Contractors' share of staff cost"),
        "share",
        0,
        _("Contractors' cost over the cost of all staff, real."),
    ),
    "live_month": Figure(_("Live from"), "month", -1, _("The month in which people can first use it.")),
    "months_live": Figure(_("Months live"), "months", 1, _("Months in which people can use it.")),
    "months_without_team": Figure(
        _("Months without a team"), "months", -1, _("Months in which nobody at all is there.")
    ),
    "months_fully_sustained": Figure(
        _("Months fully sustained"),
        "months",
        1,
        _("Live months in which enough people keep it fit."),
    ),
    "average_fitness": Figure(
        _("Average fitness"),
        "share",
        1,
        _("How fit for use it is while it is live; 100% on the day it goes live."),
    ),
    "overtakes_baseline_month": Figure(
        _("Overtakes the baseline from"),
        "month",
        0,
        _("The month from which it has brought more than the baseline, for good."),
    ),
    "cost_by_year": Figure(_("Cost by year"), "money", -1, _("At the prices of each year.")),
    "benefit_by_year": Figure(_("Benefit by year"), "money", 1, _("At the prices of each year.")),
    "contractor_fte": Figure(_("Contractor FTE"), "fte", 0),
    "permanent_fte": Figure(_("Permanent FTE"), "fte", 0),
    "productive_fte": Figure(_("Productive FTE"), "fte", 1),
    "campaigns": Figure(_("Recruitment campaigns"), "count", 0),
    "progress": Figure(_("Progress to a first live version"), "fte_months", 1),
    "live": Figure(_("Live"), "yes", 1),
    "coverage": Figure(_("Cover of the sustaining team"), "share", 1),
    "adoption": Figure(_("Adoption"), "share", 1),
    "fitness": Figure(_("Fitness"), "share", 1),
    "improvement": Figure(_("Improvement since it went live"), "factor", 1),
}
# The months' costs are named as the lifetime's are.
CATEGORIES: Final[Mapping[str, Words]] = {
    "permanent_staff": _("permanent staff"),
    "contractors": _("contractors"),
    "recruitment_and_exit": _("recruitment and exit"),
    "procurement_and_bids": _("procurement and bids"),
    "running": _("running"),
    "optimism_bias": _("optimism bias"),
}


def figure(name: str) -> Figure:
    return FIGURES[name]


def category(name: str) -> Words:
    return CATEGORIES[name]
