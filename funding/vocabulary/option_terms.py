"""The inputs of an option. One that several funding models have is worded once."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from funding.vocabulary.terms import Term

OPTION_TERMS: Final[Mapping[str, Term]] = {
    "id": Term(_("Short name"), _("Names the option in a case file.")),
    "name": Term(_("Name"), _("What the option is called.")),
    "funding_model": Term(_("Funding model"), _("How the team is paid for.")),
    "contractor_rate_multiplier": Term(
        _("Contractors' rates in this option"),
        _("1 is the squad's own day rates; above 1 for a supplier's squad, which costs more than agency staff."),
        "multiplier",
    ),
    "bid_cost": Term(_("Cost of a bid"), _("Staff time of one bid or business case, won or lost."), "pounds"),
    "procurement_cost": Term(
        _("Cost of a procurement"), _("Staff time of finding and appointing a supplier."), "pounds"
    ),
    "annual_limit": Term(
        _("Yearly limit on the team"),
        _("The most that may be spent on the team in a year, so that options can be given the same money."),
        "pounds_a_year",
    ),
    "limit_indexation": Term(
        _("Yearly rise of the limit"), _("How much the limit goes up each April."), "share_a_year"
    ),
    "award_month": Term(
        _("Month of the award"),
        _("Whole months from 1 April until the money is awarded: 5 is a decision in September."),
        "month",
    ),
    "approval_month": Term(
        _("Month of approval"), _("Whole months from the first 1 April until the money is approved."), "month"
    ),
    "assembly_months": Term(_("Time to assemble a team"), _("From the award until contractors are at work."), "months"),
    "research_months": Term(
        _("Time to learn the problem"), _("Research before a new team can build anything."), "months"
    ),
    "wind_down_months": Term(
        _("Wind-down before the year ends"), _("Handing over and leaving, in which nothing is built."), "months"
    ),
    "knowledge_retained": Term(
        _("Knowledge kept from year to year"),
        _("The share of the research that the next year's team does not have to do again."),
        "share",
    ),
    "unfinished_work_lost": Term(
        _("Unfinished work lost"),
        _("The share of a year's unfinished work that is lost when its team is let go."),
        "share",
    ),
    "team_share": Term(_("Size of the team"), _("The team as a share of the whole squad."), "share"),
    "support_share": Term(
        _("Support while there is no team"),
        _("Staff borrowed from elsewhere to keep a live product running, as a share of the squad."),
        "share",
    ),
    "funded_years": Term(
        _("Years that are funded"), _("The years in which the bid succeeds; every year where none is named."), "year"
    ),
    "first_award_probability": Term(
        _("Chance of the first award"), _("How likely it is that the first bid succeeds."), "probability"
    ),
    "reaward_probability": Term(
        _("Chance of each later award"), _("How likely it is that each bid after the first succeeds."), "probability"
    ),
    "recruitment_months": Term(
        _("Time to recruit"), _("From starting to recruit until the new member of staff is in post."), "months"
    ),
    "ramp_up_months": Term(_("Time to full speed"), _("From starting in post until fully productive."), "months"),
    "cover_months": Term(
        _("Months of contractor cover"), _("How long contractors stand in for posts not yet filled."), "months"
    ),
    "handover_months": Term(
        _("Handover"),
        _("How long a contractor stays on beside the permanent member of staff who replaces them."),
        "months",
    ),
    "campaign_failure_rate": Term(
        _("Recruitment campaigns that fail"), _("The share of posts advertised and not filled."), "share"
    ),
    "recruits_per_month": Term(
        _("Most posts advertised in a month"),
        _("The organisation's capacity to recruit; none is no limit."),
        "fte_a_month",
    ),
    "attrition_rate": Term(
        _("Staff who leave"), _("The share of permanent staff who leave in a year."), "share_a_year"
    ),
    "starting_productivity": Term(
        _("Productivity on starting"),
        _("What a new member of staff produces at first, as a share of full speed."),
        "share",
    ),
    "interim_cover": Term(
        _("Contractor cover of empty posts"),
        _("The share of posts not yet filled that contractors cover meanwhile."),
        "share",
    ),
    "size_by_year": Term(
        _("Size of the squad by year"),
        _("Each year's size as a multiple of the squad; the last holds for every year after it."),
        "multiplier",
    ),
    "redeployed_share": Term(
        _("Staff redeployed when posts are cut"), _("The share who move to another squad at no cost."), "share"
    ),
    "redundancy_months": Term(
        _("Redundancy pay"), _("Months of pay for each person who cannot be redeployed."), "months"
    ),
    "withdrawal_probability": Term(
        _("Chance that the guarantee is withdrawn"),
        _("How likely it is in any year that the money stops for good."),
        "probability",
    ),
    "freeze_probability": Term(
        _("Chance of a recruitment freeze"),
        _("How likely it is in any year that nobody may be recruited."),
        "probability",
    ),
    "procurement_months": Term(
        _("Time to procure"), _("From approval until the supplier's team is at work."), "months"
    ),
    "build_months": Term(_("Months of building"), _("How long the team builds once its research is done."), "months"),
    "rebuild_every_years": Term(_("Years between rebuilds"), _("How often it is built anew; 0 is never."), "years"),
    "build_share": Term(_("Size of the build team"), _("The team as a share of the whole squad."), "share"),
}
