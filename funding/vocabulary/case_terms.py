"""The inputs of the whole case: prices, public value, employment, the squad and the product."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from funding.vocabulary.terms import Term

CASE_TERMS: Final[Mapping[str, Term]] = {
    "name": Term(_("Name"), _("What the comparison is called.")),
    "start": Term(_("First month"), _("The April in which the comparison begins.")),
    "years": Term(_("Years compared"), _("How many financial years of the product's life are costed."), "years"),
    "prices.pay_inflation": Term(
        _("Pay inflation"), _("How much the cost of permanent staff goes up each April."), "share_a_year"
    ),
    "prices.contractor_inflation": Term(
        _("Contractor inflation"), _("How much contractors' day rates go up each April."), "share_a_year"
    ),
    "prices.price_inflation": Term(
        _("Price inflation"),
        _("How much running costs, bids, procurements and benefits go up each April."),
        "share_a_year",
    ),
    "prices.gdp_deflator": Term(
        _("GDP deflator"),
        _("The general rise in prices that is taken out to give costs in real terms."),
        "share_a_year",
    ),
    "discount_rates": Term(
        _("Discount rates"),
        _("How much less a pound is worth for each year it lies ahead. The Green Book's own schedule, unless changed."),
        "share_a_year",
    ),
    "discount_rates.from_year": Term(_("From year"), _("The first year of the comparison with this rate."), "year"),
    "discount_rates.rate": Term(_("Rate"), _("The discount rate from that year on."), "share_a_year"),
    "optimism_bias": Term(
        _("Optimism bias"), _("A share added to every cost, because costs are estimated too low."), "share"
    ),
    "benefit_haircut": Term(
        _("Reduction of benefits"),
        _("A share taken off every benefit, because benefits are estimated too high."),
        "share",
    ),
    "employment.ni_rate": Term(
        _("Employer's National Insurance rate"), _("Paid on the part of a salary above the threshold."), "share"
    ),
    "employment.ni_threshold": Term(
        _("Employer's National Insurance threshold"),
        _("No employer's National Insurance is paid on a salary up to here."),
        "pounds_a_year",
    ),
    "employment.pension_rate": Term(
        _("Employer's pension contribution"),
        _("What the employer pays into the pension, as a share of salary."),
        "share",
    ),
    "employment.levy_rate": Term(_("Apprenticeship levy"), _("Paid by the employer, as a share of salary."), "share"),
    "employment.overhead_per_fte": Term(
        _("Overhead of a permanent FTE"),
        _("Equipment, licences, training and management of one permanent member of staff."),
        "pounds_a_year",
    ),
    "employment.contractor_days": Term(
        _("Days a contractor works"), _("Days billed by a contractor who is there all year."), "days_a_year"
    ),
    "employment.permanent_days": Term(
        _("Days a permanent member of staff works"),
        _("Working days less holidays, leave, sickness and training."),
        "days_a_year",
    ),
    "employment.standard_days": Term(
        _("Days of a standard year"),
        _("The days that count as one productive FTE-year, whoever works them."),
        "days_a_year",
    ),
    "employment.contractor_fee_rate": Term(
        _("Agency or framework fee"), _("Added to the day rate by the agency or framework."), "share"
    ),
    "employment.recruitment_cost": Term(
        _("Cost of a recruitment campaign"), _("One advertised post, whether it is filled or not."), "pounds"
    ),
    "employment.permanent_productivity": Term(
        _("Productivity of permanent staff"), _("What one permanent day produces; 1 is the standard."), "multiplier"
    ),
    "employment.contractor_productivity": Term(
        _("Productivity of contractors"), _("What one contractor's day produces; 1 is the standard."), "multiplier"
    ),
    "employment.salary_multiplier": Term(
        _("Multiplier of salaries"), _("Raises or lowers every salary together; 1 leaves them alone."), "multiplier"
    ),
    "employment.day_rate_multiplier": Term(
        _("Multiplier of day rates"), _("Raises or lowers every day rate together; 1 leaves them alone."), "multiplier"
    ),
    "squad": Term(_("The squad that is costed"), _("Its roles, the FTE of each, and what each costs.")),
    "squad.role": Term(_("Role"), _("What the person does.")),
    "squad.fte": Term(_("FTE"), _("Full-time equivalents of the role in the whole squad."), "fte"),
    "squad.salary": Term(_("Salary"), _("Gross annual pay of one full-time member of staff."), "pounds_a_year"),
    "squad.day_rate": Term(
        _("Day rate"), _("What a contractor charges a day, before the agency's fee."), "pounds_a_day"
    ),
    "product.effort_to_live": Term(
        _("Effort to a first live version"),
        _("Productive work needed before the product can be used: eight people for six months are 48 FTE-months."),
        "fte_months",
    ),
    "product.sustaining_fte": Term(
        _("Team that keeps it fit"), _("Productive FTE that keep a live product as good as it was."), "fte"
    ),
    "product.running_cost": Term(
        _("Running cost"), _("Hosting, licences and the like, from the day it is live."), "pounds_a_year"
    ),
    "product.decay_rate": Term(
        _("Decay with nobody working on it"),
        _("The fitness a live product loses in a year in which nobody improves it."),
        "share_a_year",
    ),
    "product.recovery_rate": Term(
        _("Recovery with a full team"),
        _("The share of lost fitness made good in a year in which the sustaining team is complete."),
        "share_a_year",
    ),
    "product.annual_benefit": Term(
        _("Benefit a year"),
        _("What it is worth in a year when every user has it and it is wholly fit."),
        "pounds_a_year",
    ),
    "product.improvement_rate": Term(
        _("Benefit added by more people"),
        _("The share of benefit that each productive FTE beyond the sustaining team adds in a year."),
        "share_a_year",
    ),
    "product.improvement_limit": Term(
        _("Most benefit that can be added"),
        _("However many people work on it, benefit grows by no more than this."),
        "share",
    ),
    "product.cashable_share": Term(
        _("Cashable share of benefit"), _("The part of the benefit that can be taken out of a budget."), "share"
    ),
    "product.adoption_maximum": Term(
        _("Highest adoption"), _("The share of possible users that it reaches in the end."), "share"
    ),
    "product.adoption_months": Term(
        _("Months to full adoption"), _("From going live; adoption grows evenly over them."), "months"
    ),
    "uncertainty": Term(_("Uncertainty"), _("Which inputs may differ from what is likely, and by how much.")),
}
