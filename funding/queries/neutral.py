"""What a judgement is when it is switched off: for each input that can be, its neutral value and what that says.

An input is listed where one value of it makes its effect nothing. `recovery_rate` has none: with no recovery a product
only ever gets worse, with a whole one it never matters; so it stays as it is, and `decay_rate` is what is switched off.
Inflation and sizes have none either; nor has the wait for the money, which the annual fund and the squad have alike.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Neutral(NamedTuple):
    value: float
    words: str | Promise


_NOTHING_ADDED = _("nothing is added")
CASE_NEUTRAL: Final[Mapping[str, Neutral]] = {
    "optimism_bias": Neutral(0, _NOTHING_ADDED),
    "benefit_haircut": Neutral(0, _("benefits are counted in full")),
    "employment.overhead_per_fte": Neutral(0, _("permanent staff have no overhead")),
    "employment.recruitment_cost": Neutral(0, _("recruiting costs nothing")),
    "employment.permanent_productivity": Neutral(1, _("a permanent day is a standard day")),
    "employment.contractor_productivity": Neutral(1, _("a contractor's day is a standard day")),
    "employment.salary_multiplier": Neutral(1, _("salaries are as they are in the squad")),
    "employment.day_rate_multiplier": Neutral(1, _("day rates are as they are in the squad")),
    "product.decay_rate": Neutral(0, _("a product nobody works on stays as fit as it was")),
    "product.improvement_rate": Neutral(0, _("more people do not make the product better")),
    "product.adoption_months": Neutral(0, _("everybody adopts it on the day it goes live")),
    "product.adoption_maximum": Neutral(1, _("everybody adopts it in the end")),
}
OPTION_NEUTRAL: Final[Mapping[str, Neutral]] = {
    "contractor_rate_multiplier": Neutral(1, _("contractors cost what they do in the other options")),
    "bid_cost": Neutral(0, _("a bid costs nothing")),
    "procurement_cost": Neutral(0, _("a procurement costs nothing")),
    "assembly_months": Neutral(0, _("a team is there as soon as the money is")),
    "research_months": Neutral(0, _("a team builds from its first day")),
    "wind_down_months": Neutral(0, _("a team builds until its last day")),
    "knowledge_retained": Neutral(1, _("the next team knows all that the last one did")),
    "unfinished_work_lost": Neutral(0, _("no unfinished work is lost")),
    "ramp_up_months": Neutral(0, _("a new member of staff is productive from the first day")),
    "starting_productivity": Neutral(1, _("a new member of staff starts fully productive")),
    "handover_months": Neutral(0, _("no time is spent handing over")),
    "campaign_failure_rate": Neutral(0, _("every recruitment succeeds")),
    "attrition_rate": Neutral(0, _("nobody leaves")),
    "redeployed_share": Neutral(1, _("everybody whose post is cut moves to another squad")),
    "redundancy_months": Neutral(0, _("nobody is paid for leaving")),
    "procurement_months": Neutral(0, _("a supplier is there as soon as the money is")),
}


def neutral_of(key: str) -> Neutral | None:
    """Of a key such as `product.decay_rate` or `options.annual_cycle.knowledge_retained`; None where it has none."""
    if key.startswith("options."):
        return OPTION_NEUTRAL.get(key.rpartition(".")[2])
    return CASE_NEUTRAL.get(key)
