"""The pages that are looked at in a browser, by the place they belong to: who looks, and where."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from tests.languages import other
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
        page("portfolio:portfolio"),
        page("portfolio:products", who="cdo_office"),
        page("portfolio:product", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("portfolio:product_edit", lambda world: [world.ours.product.pk], who="cdo_office"),
        page("portfolio:product_history", lambda world: [world.ours.product.pk]),
        page("portfolio:organisation", lambda world: [world.ours.organisation.pk]),
    ],
    "squads": [
        page("squads:squads"),
        page("squads:squad", lambda world: [world.ours.squad.pk], who="cdo_office"),
        page("squads:post", lambda world: [world.ours.post.pk]),
        page("squads:post_edit", lambda world: [world.ours.post.pk], who="cdo_office"),
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
