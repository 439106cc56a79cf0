"""The pages that are looked at in a browser, by the place they belong to: who looks, and where."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from portfolio.models import Product
from tests.languages import other
from tests.portfolio import alike, milestones, nation, stories
from tests.squads.converted import conversion_of, item_of
from tests.world import World


@dataclass(frozen=True)
class Place:
    name: str
    address: Callable[[World], str]
    who: str = "finance"

    def at(self, world: World, language: str) -> str:
        return other(self.address(world), language)


def page(name: str, of: Callable[[World], list[object]] = lambda world: [], who: str = "finance") -> Place:
    return Place(name, lambda world: reverse(name, args=of(world)), who)


def told(made: Callable[[Product], object]) -> Callable[[World], list[object]]:
    """The key of our product, once it has a row of its story to show."""

    def of(world: World) -> list[object]:
        made(world.ours.product)
        return [world.ours.product.pk]

    return of


PLACES: dict[str, list[Place]] = {
    "doors": [
        page("account_login", who=""),
        page("account_reset_password", who=""),
        page("reporting:home"),
        page("profile"),
        page("interchange:export"),
        Place("not found", lambda world: "/en/portfolio/products/999999/"),
        page("reporting:board"),
    ],
    "portfolio": [
        page("reporting:portfolio", who="cdo_office"),
        page("reporting:products", who="cdo_office"),
        page("reporting:portfolio_board"),
        page("reporting:roadmap"),
        page("saved_lists", who="cdo_office"),
        page("portfolio:products", who="cdo_office"),
        page("portfolio:product", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("portfolio:product_edit", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("portfolio:product_history", lambda world: [world.ours.product.pk]),
        page("portfolio:product_milestones", told(milestones.milestone_of), who="cdo_office"),
        page("portfolio:milestone", stories.of_story(milestones.milestone_of), who="cdo_office"),
        page("portfolio:milestone_edit", stories.of_story(milestones.milestone_of), who="cdo_office"),
        page("portfolio:milestone_delete", stories.of_story(milestones.milestone_of), who="cdo_office"),
        page("portfolio:benefit_delete", stories.of_story(milestones.benefit_of), who="cdo_office"),
        page("portfolio:milestones"),
        page("portfolio:baseline_change", stories.of_story(milestones.request_of), who="board_member"),
        page("portfolio:milestones_grid", told(milestones.milestone_of), who="cdo_office"),
        page("portfolio:product_benefits", told(milestones.benefit_of), who="cdo_office"),
        page("portfolio:benefits_grid", told(milestones.benefit_of), who="cdo_office"),
        page("portfolio:benefit", stories.of_story(milestones.benefit_of), who="cdo_office"),
        page("portfolio:benefit_year_edit", stories.of_story(milestones.year_of), who="cdo_office"),
        page("portfolio:benefits"),
        page("portfolio:organisation", lambda world: [world.ours.organisation.pk]),
        page("portfolio:product_adoption", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("portfolio:participation_back", lambda world: [nation.withdrawn_of(world).pk], who="cdo_office"),
        page("portfolio:wales"),
        page("portfolio:wales_matrix"),
        page("portfolio:priorities"),
        page("portfolio:product_priorities", lambda world: [nation.priority_of(world).product_id], who="cdo_office"),
        page("portfolio:forums", who="cdo_office"),
        page("portfolio:forum", lambda world: [nation.forum_of(world).pk], who="cdo_office"),
        page("portfolio:forum_members", lambda world: [nation.forum_of(world).pk], who="cdo_office"),
        page("portfolio:meeting_record", lambda world: [nation.meeting_of(world).pk], who="cdo_office"),
        page("portfolio:forum_plan", lambda world: [nation.forum_of(world).pk], who="cdo_office"),
        page("portfolio:leadership", who="cdo_office"),
        page("portfolio:leadership_edit", lambda world: [nation.period_of(world).pk], who="cdo_office"),
        page("portfolio:sourcing"),
        page("portfolio:opportunity", lambda world: [nation.opportunity_of(world).pk]),
        page("portfolio:contracts"),
        page("portfolio:contract", lambda world: [nation.contract_of(world).pk]),
        page("portfolio:product_risks", told(stories.risk_of), who="cdo_office"),
        page("portfolio:risk_new", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("portfolio:risks"),
        page("portfolio:product_logs", told(stories.decision_of), who="cdo_office"),
        page("portfolio:product_confidence", told(stories.rating_of)),
        page("portfolio:confidence_new", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("portfolio:standard"),
        page("squads:product_standard", told(stories.assessment_of)),
        page("squads:standard_assess", lambda world: [world.ours.product.pk, "beta"], who="cdo_office"),
    ],
    "components": [
        page("portfolio:components", who="cdo_office"),
        page("portfolio:component", alike.of_component, who="cdo_office"),
        page(
            "portfolio:product_components",
            lambda world: [alike.use(world.ours.product).product_id],
            who="cdo_office",
        ),
        page("portfolio:likeness", who="cdo_office"),
        page("portfolio:likeness_group", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("portfolio:not_alike_split", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("squads:component_edit", alike.of_component, who="cdo_office"),
        page("funding:component_cost", lambda world: [alike.use(world.ours.product).component_id]),
        Place("reporting:search", lambda world: reverse("reporting:search") + "?q=grant"),
    ],
    "squads": [
        page("squads:squads"),
        page("squads:squad", lambda world: [world.ours.squad.pk], who="cdo_office"),
        page("squads:post", lambda world: [world.ours.post.pk]),
        page("squads:post_edit", lambda world: [world.ours.post.pk], who="cdo_office"),
        page("squads:post_split", lambda world: [world.ours.post.pk], who="cdo_office"),
        page("squads:post_convert", lambda world: [world.ours.post.pk], who="cdo_office"),
        page("squads:vacancies"),
        page("squads:conversions"),
        page("squads:conversion", lambda world: [item_of(world).conversion_id], who="cdo_office"),
        page("squads:missing_roles"),
        page("squads:promised"),
        page("squads:heat_map"),
        page("squads:product_team", lambda world: [world.ours.product.pk]),
        page("funding:conversion_saving", lambda world: [conversion_of(world).pk]),
        page("squads:posts_grid", lambda world: [world.ours.squad.pk], who="cdo_office"),
    ],
    "funding": [
        page("funding:funding"),
        page("funding:fund", lambda world: [world.fund.pk]),
        page("funding:round", lambda world: [world.round.pk]),
        page("funding:award", lambda world: [world.ours.award.pk]),
        page("funding:product_money", lambda world: [world.ours.product.pk]),
        page("funding:assumptions"),
        page("funding:assumption", lambda world: [world.assumption.pk]),
        page("funding:assumption_supersede", lambda world: [world.assumption.pk]),
        page("funding:rates"),
        page("funding:evidence"),
    ],
    "compare": [
        page("funding:appraisals"),
        page("funding:appraisal", lambda world: [world.ours.appraisal.pk]),
        page("funding:appraisal_inputs", lambda world: [world.ours.appraisal.pk]),
        page("funding:appraisal_edit", lambda world: [world.ours.appraisal.pk]),
        page("funding:option_edit", lambda world: [world.ours.appraisal.pk, "annual"]),
        page("funding:run", lambda world: [world.ours.run.pk if world.ours.run else 0]),
        page("funding:appraisal_doubts", lambda world: [world.ours.appraisal.pk]),
        page("funding:appraisal_judgements", lambda world: [world.ours.appraisal.pk]),
        page("funding:run_assurance", lambda world: [world.ours.run.pk if world.ours.run else 0]),
        page("funding:jobs"),
        page("funding:run_working", lambda world: [world.ours.run.pk if world.ours.run else 0, "annual", "cost_pv"]),
    ],
}
