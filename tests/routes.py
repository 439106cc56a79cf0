"""Every route and who reaches it: the table that `test_access.py` holds the application to. One line a route.

Stated here in full and not read from `accounts.roles`, so that a slip there is seen. A person who lacks the right gets
403 whatever the row; one who has it and not the row gets 404; one who is not signed in is sent to sign in.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.funding import drawn
from tests.portfolio import alike, milestones, nation, stories
from tests.route_rows import (
    of_all,
    of_doubted,
    of_drawn,
    of_ours,
    of_run_twice,
    of_saved,
    of_shared,
    of_shared_run,
    of_undrawn,
)
from tests.squads import converted
from tests.world import World

EVERYBODY = frozenset({"cdo_office", "finance", "board_member", "delivery_lead", "viewer", "administrator"})
NATIONAL = EVERYBODY - {"delivery_lead"}
PLANNERS = frozenset({"cdo_office", "delivery_lead"})
MONEY = frozenset({"cdo_office", "finance"})
FINANCE = frozenset({"finance"})
OFFICE = frozenset({"cdo_office"})
DECIDERS = frozenset({"cdo_office", "board_member"})
# Rights that being a superuser does not bring.
PAY = "pay"

PEOPLE = (*sorted(EVERYBODY), "other_delivery_lead", "nobody", "superuser")


@dataclass(frozen=True)
class To:
    """Who reaches a route. `row` gives its arguments: rows of `ours`, which the other delivery lead may not see."""

    roles: frozenset[str]
    row: Callable[[World], list[Any]] = lambda world: []
    query: Callable[[World], str] = lambda world: ""
    shared: bool = False  # the row belongs to everybody: the other delivery lead sees it too
    pay: bool = False
    post: bool = False
    found: int = 200
    # What some people get instead, "anonymous" among them.
    otherwise: dict[str, int] = field(default_factory=dict)

    def answer(self, who: str) -> int:
        if who in self.otherwise:
            return self.otherwise[who]
        if who == "anonymous":
            return 302
        role = "delivery_lead" if who == "other_delivery_lead" else who
        if not (role in self.roles or (who == "superuser" and not self.pay)):
            return 403
        if who == "other_delivery_lead" and not self.shared and self.row.__name__ == "of_ours":
            return 404
        return self.found


def anyone(found: int = 200) -> To:
    """Open to whoever comes, signed in or not."""
    return To(frozenset(), otherwise=dict.fromkeys(("anonymous", *PEOPLE), found))


SIGNED_IN = dict.fromkeys(PEOPLE, 200)
NOT_THEIRS = dict.fromkeys(("board_member", "delivery_lead", "other_delivery_lead", "viewer", "administrator"), 404)
THE_OFFICE_S_OWN = dict.fromkeys(PEOPLE, 404) | {"cdo_office": 200}
SENT_HOME = dict.fromkeys(PEOPLE, 302) | {"anonymous": 200}

ROUTES: dict[str, To] = {
    "health": anyone(),
    "accessibility": anyone(),
    # Accounts: the doors are open to all, one's own page to whoever is signed in.
    "account_login": To(frozenset(), otherwise=SENT_HOME),
    "account_logout": To(frozenset(), otherwise=SIGNED_IN | {"anonymous": 302}),
    "account_signup": To(frozenset(), otherwise=SENT_HOME),
    "account_inactive": anyone(),
    "account_reset_password": anyone(),
    "account_reset_password_done": anyone(),
    "account_reset_password_from_key_done": anyone(),
    "account_reset_password_from_key": To(
        frozenset(), lambda world: ["0", "no-key"], otherwise=dict.fromkeys(("anonymous", *PEOPLE), 200)
    ),
    "account_change_password": To(frozenset(), otherwise=SIGNED_IN),
    "profile": To(frozenset(), otherwise=SIGNED_IN),
    # Lists a person keeps: their own and nobody else's.
    "saved_lists": To(frozenset(), otherwise=SIGNED_IN),
    "saved_list_new": To(frozenset(), otherwise=SIGNED_IN),
    "saved_list_edit": To(frozenset(), of_saved, otherwise=THE_OFFICE_S_OWN),
    "saved_list_delete": To(frozenset(), of_saved, otherwise=THE_OFFICE_S_OWN),
    # Reporting and interchange.
    "reporting:home": To(EVERYBODY),
    "reporting:board": To(NATIONAL),
    "reporting:search": To(EVERYBODY, query=lambda world: "?q=gwynedd"),
    "interchange:export": To(EVERYBODY),
    "interchange:export_download": To(EVERYBODY),
    # Portfolio.
    "reporting:portfolio": To(EVERYBODY),
    "reporting:products": To(EVERYBODY),
    "reporting:portfolio_board": To(EVERYBODY),
    "reporting:roadmap": To(EVERYBODY),
    "portfolio:products": To(EVERYBODY),
    "portfolio:product": To(EVERYBODY, of_ours("product")),
    "portfolio:product_new": To(PLANNERS),
    "portfolio:product_edit": To(PLANNERS, of_ours("product")),
    "portfolio:product_delete": To(PLANNERS, of_ours("product")),
    "portfolio:product_history": To(EVERYBODY, of_ours("product")),
    "portfolio:product_milestones": To(EVERYBODY, of_ours("product")),
    "portfolio:milestone_new": To(PLANNERS, of_ours("product")),
    "portfolio:milestones": To(EVERYBODY),
    "portfolio:milestone": To(EVERYBODY, stories.of_story(milestones.milestone_of)),
    "portfolio:milestone_edit": To(PLANNERS, stories.of_story(milestones.milestone_of)),
    "portfolio:milestone_history": To(EVERYBODY, stories.of_story(milestones.milestone_of)),
    "portfolio:milestone_delete": To(PLANNERS, stories.of_story(milestones.milestone_of)),
    "portfolio:baseline_ask": To(PLANNERS, stories.of_story(milestones.milestone_of)),
    "portfolio:baseline_changes": To(EVERYBODY),
    "portfolio:baseline_change": To(EVERYBODY, stories.of_story(milestones.request_of)),
    "portfolio:baseline_decide": To(DECIDERS, stories.of_story(milestones.request_of), post=True, found=302),
    "portfolio:baseline_change_delete": To(PLANNERS, stories.of_story(milestones.request_of)),
    "portfolio:product_benefits": To(EVERYBODY, of_ours("product")),
    "portfolio:benefit_new": To(PLANNERS, of_ours("product")),
    "portfolio:benefits": To(EVERYBODY),
    "portfolio:benefit": To(EVERYBODY, stories.of_story(milestones.benefit_of)),
    "portfolio:benefit_edit": To(PLANNERS, stories.of_story(milestones.benefit_of)),
    "portfolio:benefit_delete": To(PLANNERS, stories.of_story(milestones.benefit_of)),
    "portfolio:benefit_history": To(EVERYBODY, stories.of_story(milestones.benefit_of)),
    "portfolio:benefit_year_new": To(PLANNERS, stories.of_story(milestones.benefit_of)),
    "portfolio:benefit_year_edit": To(PLANNERS, stories.of_story(milestones.year_of)),
    "portfolio:benefit_year_delete": To(PLANNERS, stories.of_story(milestones.year_of)),
    "portfolio:milestones_grid": To(PLANNERS, of_ours("product")),
    "portfolio:benefits_grid": To(PLANNERS, of_ours("product")),
    "portfolio:organisations": To(EVERYBODY),
    "portfolio:organisation": To(EVERYBODY, lambda world: [world.ours.organisation.pk]),
    "portfolio:programmes": To(EVERYBODY),
    "portfolio:programme": To(EVERYBODY, of_all("programme")),
    "portfolio:participations": To(EVERYBODY),
    "portfolio:participation_new": To(PLANNERS, of_ours("product")),
    "portfolio:participation_edit": To(PLANNERS, of_ours("participation")),
    "portfolio:product_adoption": To(EVERYBODY, of_ours("product")),
    "portfolio:participation_back": To(PLANNERS, nation.of_nation(nation.withdrawn_of)),
    "portfolio:participation_history": To(EVERYBODY, of_ours("participation")),
    "portfolio:wales": To(EVERYBODY),
    "portfolio:wales_matrix": To(EVERYBODY),
    "portfolio:priorities": To(EVERYBODY),
    "portfolio:product_priorities": To(EVERYBODY, of_ours("product")),
    "portfolio:priority_new": To(PLANNERS, of_ours("product")),
    "portfolio:priority_edit": To(PLANNERS, nation.of_nation(nation.priority_of)),
    "portfolio:priority_delete": To(PLANNERS, nation.of_nation(nation.priority_of)),
    "portfolio:forums": To(EVERYBODY),
    "portfolio:forum": To(EVERYBODY, nation.of_everybody(nation.forum_of)),
    "portfolio:forum_new": To(OFFICE),
    "portfolio:forum_edit": To(OFFICE, nation.of_everybody(nation.forum_of)),
    "portfolio:forum_history": To(EVERYBODY, nation.of_everybody(nation.forum_of)),
    "portfolio:forum_members": To(OFFICE, nation.of_everybody(nation.forum_of)),
    "portfolio:forum_plan": To(OFFICE, nation.of_everybody(nation.forum_of)),
    "portfolio:forum_unplan": To(OFFICE, nation.of_everybody(nation.forum_of)),
    "portfolio:meeting_new": To(OFFICE, nation.of_everybody(nation.forum_of)),
    "portfolio:meetings": To(EVERYBODY),
    "portfolio:meeting_edit": To(OFFICE, nation.of_everybody(nation.meeting_of)),
    "portfolio:meeting_record": To(OFFICE, nation.of_everybody(nation.meeting_of)),
    "portfolio:meeting_delete": To(OFFICE, nation.of_everybody(nation.meeting_of)),
    "portfolio:leadership": To(EVERYBODY),
    "portfolio:organisation_leadership": To(EVERYBODY, lambda world: [world.ours.organisation.pk]),
    "portfolio:leadership_new": To(OFFICE),
    "portfolio:leadership_edit": To(OFFICE, nation.of_everybody(nation.period_of)),
    "portfolio:leadership_delete": To(OFFICE, nation.of_everybody(nation.period_of)),
    "portfolio:sourcing": To(EVERYBODY),
    "portfolio:opportunity": To(EVERYBODY, nation.of_everybody(nation.opportunity_of)),
    "portfolio:opportunity_new": To(OFFICE),
    "portfolio:opportunity_edit": To(OFFICE, nation.of_everybody(nation.opportunity_of)),
    "portfolio:opportunity_history": To(EVERYBODY, nation.of_everybody(nation.opportunity_of)),
    "portfolio:contracts": To(EVERYBODY),
    # A contract is a public record: all see it, and its own organisation changes it.
    "portfolio:contract": To(EVERYBODY, nation.of_everybody(nation.contract_of)),
    "portfolio:contract_new": To(PLANNERS),
    "portfolio:contract_edit": To(
        PLANNERS, nation.of_everybody(nation.contract_of), otherwise={"other_delivery_lead": 403}
    ),
    "portfolio:contract_history": To(EVERYBODY, nation.of_everybody(nation.contract_of)),
    "portfolio:product_risks": To(EVERYBODY, of_ours("product")),
    "portfolio:risk_new": To(PLANNERS, of_ours("product")),
    "portfolio:risks": To(EVERYBODY),
    "portfolio:risk_edit": To(PLANNERS, stories.of_story(stories.risk_of)),
    "portfolio:risk_close": To(PLANNERS, stories.of_story(stories.risk_of)),
    "portfolio:risk_delete": To(PLANNERS, stories.of_story(stories.risk_of)),
    "portfolio:risk_history": To(EVERYBODY, stories.of_story(stories.risk_of)),
    "portfolio:product_logs": To(EVERYBODY, of_ours("product")),
    "portfolio:decision_new": To(PLANNERS, of_ours("product")),
    "portfolio:decisions": To(EVERYBODY),
    "portfolio:decision_edit": To(PLANNERS, stories.of_story(stories.decision_of)),
    "portfolio:decision_made": To(PLANNERS, stories.of_story(stories.decision_of)),
    "portfolio:decision_delete": To(PLANNERS, stories.of_story(stories.decision_of)),
    "portfolio:decision_history": To(EVERYBODY, stories.of_story(stories.decision_of)),
    "portfolio:lesson_new": To(PLANNERS, of_ours("product")),
    "portfolio:lessons": To(EVERYBODY),
    "portfolio:lesson_edit": To(PLANNERS, stories.of_story(stories.lesson_of)),
    "portfolio:lesson_delete": To(PLANNERS, stories.of_story(stories.lesson_of)),
    "portfolio:lesson_history": To(EVERYBODY, stories.of_story(stories.lesson_of)),
    "portfolio:product_confidence": To(EVERYBODY, of_ours("product")),
    "portfolio:confidence_new": To(PLANNERS, of_ours("product")),
    "portfolio:confidences": To(EVERYBODY),
    "portfolio:confidence_edit": To(PLANNERS, stories.of_story(stories.rating_of)),
    "portfolio:confidence_delete": To(PLANNERS, stories.of_story(stories.rating_of)),
    "portfolio:confidence_history": To(EVERYBODY, stories.of_story(stories.rating_of)),
    "portfolio:standard": To(EVERYBODY),
    # Components, and products that look alike.
    "portfolio:components": To(EVERYBODY),
    "portfolio:component": To(EVERYBODY, alike.of_component),
    "portfolio:component_history": To(EVERYBODY, alike.of_component),
    "portfolio:component_delete": To(OFFICE, alike.of_component),
    "portfolio:component_uses": To(EVERYBODY),
    "portfolio:component_use_new": To(PLANNERS, of_ours("product")),
    "portfolio:component_use_edit": To(PLANNERS, stories.of_story(alike.use)),
    "portfolio:component_use_delete": To(PLANNERS, stories.of_story(alike.use)),
    "portfolio:product_components": To(EVERYBODY, of_ours("product")),
    "portfolio:likeness": To(EVERYBODY),
    "portfolio:likeness_group": To(EVERYBODY, of_ours("product")),
    "portfolio:not_alike": To(EVERYBODY),
    "portfolio:not_alike_new": To(OFFICE, alike.of_both_products),
    "portfolio:not_alike_split": To(OFFICE, of_ours("product")),
    "portfolio:not_alike_take_back": To(OFFICE, alike.of_not_alike),
    "squads:component_new": To(OFFICE),
    "squads:component_edit": To(OFFICE, alike.of_component),
    "funding:component_costs": To(MONEY, pay=True),
    "funding:component_cost": To(MONEY, alike.of_component, pay=True),
    # Squads.
    "squads:product_standard": To(EVERYBODY, of_ours("product")),
    "squads:standard_assess": To(PLANNERS, of_ours("product", "beta")),
    "squads:standard_history": To(EVERYBODY, stories.of_story(stories.assessment_of)),
    "squads:squads": To(EVERYBODY),
    "squads:squad": To(EVERYBODY, of_ours("squad")),
    "squads:squad_new": To(PLANNERS),
    "squads:squad_edit": To(PLANNERS, of_ours("squad")),
    "squads:squad_history": To(EVERYBODY, of_ours("squad")),
    "squads:assignment_new": To(PLANNERS, of_ours("squad")),
    "squads:assignment_edit": To(PLANNERS, of_ours("assignment")),
    "squads:posts": To(EVERYBODY),
    "squads:post": To(EVERYBODY, of_ours("post")),
    "squads:post_new": To(PLANNERS, of_ours("squad")),
    "squads:post_edit": To(PLANNERS, of_ours("post")),
    "squads:posts_grid": To(PLANNERS, of_ours("squad")),
    "squads:post_history": To(EVERYBODY, of_ours("post")),
    "squads:post_end": To(PLANNERS, of_ours("post")),
    "squads:post_extend": To(PLANNERS, of_ours("post")),
    "squads:post_split": To(PLANNERS, of_ours("post")),
    "squads:post_convert": To(PLANNERS, of_ours("post")),
    "squads:post_take_back": To(PLANNERS, of_ours("post")),
    "squads:conversions": To(EVERYBODY),
    "squads:conversion": To(EVERYBODY, converted.of_converted(converted.conversion_of)),
    "squads:conversion_history": To(EVERYBODY, converted.of_converted(converted.conversion_of)),
    "squads:conversion_take_back": To(PLANNERS, converted.of_converted(converted.conversion_of)),
    "squads:leaving": To(EVERYBODY),
    "squads:handovers": To(EVERYBODY),
    "squads:handover_new": To(PLANNERS, converted.of_converted(converted.conversion_of)),
    "squads:handover_edit": To(PLANNERS, converted.of_converted(converted.item_of)),
    "squads:handover_delete": To(PLANNERS, converted.of_converted(converted.item_of)),
    "squads:handover_tick": To(PLANNERS, converted.of_converted(converted.item_of), post=True, found=302),
    "squads:vacancies": To(EVERYBODY),
    "squads:missing_roles": To(EVERYBODY),
    "squads:promised": To(EVERYBODY),
    "squads:heat_map": To(EVERYBODY),
    "squads:product_team": To(EVERYBODY, of_ours("product")),
    "squads:roles": To(EVERYBODY),
    "squads:role": To(EVERYBODY, of_all("role")),
    # Funding: the records.
    "funding:funding": To(EVERYBODY),
    "funding:funds": To(EVERYBODY),
    "funding:fund": To(EVERYBODY, of_all("fund")),
    "funding:rounds": To(EVERYBODY),
    "funding:round": To(EVERYBODY, of_all("round")),
    "funding:awards": To(EVERYBODY),
    "funding:award": To(EVERYBODY, of_ours("award")),
    "funding:other_costs": To(EVERYBODY),
    "funding:conversion_saving": To(MONEY, converted.of_converted(converted.conversion_of), pay=True),
    "funding:rates": To(MONEY, pay=True),
    "funding:rate": To(MONEY, of_all("salary"), pay=True),
    "funding:rate_supersede": To(FINANCE, of_all("salary"), pay=True),
    "funding:rate_sign": To(FINANCE, of_all("salary"), pay=True),
    "funding:assumptions": To(EVERYBODY),
    "funding:assumption": To(EVERYBODY, of_all("assumption")),
    "funding:assumption_supersede": To(FINANCE, of_all("assumption")),
    "funding:assumption_sign": To(FINANCE, of_all("assumption")),
    "funding:evidence": To(EVERYBODY),
    "funding:product_money": To(EVERYBODY, of_ours("product")),
    # Funding: the comparison.
    "funding:appraisals": To(EVERYBODY),
    "funding:appraisal": To(EVERYBODY, of_ours("appraisal")),
    "funding:appraisal_new": To(MONEY, query=lambda world: f"?product={world.ours.product.pk}"),
    "funding:appraisal_edit": To(MONEY, of_ours("appraisal")),
    "funding:appraisal_inputs": To(EVERYBODY, of_ours("appraisal")),
    "funding:appraisal_history": To(EVERYBODY, of_ours("appraisal")),
    "funding:appraisal_case": To(MONEY, of_ours("appraisal"), pay=True),
    "funding:appraisal_workbook": To(MONEY, of_ours("appraisal"), pay=True),
    "funding:appraisal_chart": To(EVERYBODY, of_ours("appraisal", "cost-by-year")),
    "funding:appraisal_download": To(EVERYBODY, of_ours("appraisal", "summary", "csv")),
    "funding:appraisal_working": To(EVERYBODY, of_ours("appraisal", "annual", "cost_nominal")),
    "funding:option_new": To(MONEY, of_ours("appraisal")),
    "funding:option_edit": To(MONEY, of_ours("appraisal", "annual")),
    "funding:option_delete": To(MONEY, of_ours("appraisal", "annual")),
    "funding:appraisal_squad": To(EVERYBODY, of_shared()),
    "funding:appraisal_squad_edit": To(MONEY, of_shared()),
    "funding:appraisal_squad_download": To(EVERYBODY, of_shared("csv")),
    "funding:run_squad": To(EVERYBODY, of_shared_run()),
    "funding:run_squad_download": To(EVERYBODY, of_shared_run("csv")),
    "funding:run_make": To(MONEY, of_ours("appraisal"), post=True, found=302),
    "funding:run": To(EVERYBODY, of_ours("run")),
    "funding:appraisal_doubts": To(EVERYBODY, of_doubted()),
    "funding:run_doubted": To(MONEY, of_ours("appraisal"), post=True, found=302),
    "funding:run_draw": To(MONEY, of_undrawn(), post=True, found=302),
    "funding:run_uncertainty": To(EVERYBODY, of_drawn()),
    "funding:run_uncertainty_download": To(EVERYBODY, of_drawn("figures", "csv")),
    "funding:run_sensitivity": To(EVERYBODY, of_drawn()),
    "funding:run_sensitivity_download": To(EVERYBODY, of_drawn("tornado", "csv")),
    # Jobs: somebody who may change appraisals sees everybody's, others their own.
    "funding:jobs": To(EVERYBODY),
    "funding:portfolio_doubted": To(MONEY, post=True, found=302),
    "funding:job": To(MONEY, lambda world: [drawn.portfolio_job_of(world).pk], otherwise=NOT_THEIRS),
    "funding:job_cancel": To(MONEY, lambda world: [drawn.portfolio_job_of(world).pk]),
    "funding:run_inputs": To(EVERYBODY, of_ours("run")),
    "funding:appraisal_judgements": To(EVERYBODY, of_ours("appraisal")),
    "funding:run_judgements": To(EVERYBODY, of_ours("run")),
    "funding:run_assurance": To(EVERYBODY, of_ours("run")),
    "funding:run_assurance_edit": To(MONEY, of_ours("run")),
    "funding:run_decision": To(MONEY, of_ours("run")),
    # Finance made the run, so finance may not sign it.
    "funding:run_sign": To(MONEY, of_ours("run"), otherwise={"finance": 403}),
    "funding:run_choose": To(EVERYBODY, of_ours("run")),
    "funding:run_against": To(EVERYBODY, of_run_twice()),
    "funding:run_case": To(MONEY, of_ours("run"), pay=True),
    "funding:run_workbook": To(MONEY, of_ours("run"), pay=True),
    "funding:run_chart": To(EVERYBODY, of_ours("run", "cost-by-year")),
    "funding:run_download": To(EVERYBODY, of_ours("run", "summary", "csv")),
    "funding:run_working": To(EVERYBODY, of_ours("run", "annual", "cost_nominal")),
}
