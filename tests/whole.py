"""A world with a row of everything that the administration site has a page for."""

from tests.portfolio import alike, milestones, nation, stories
from tests.squads import converted
from tests.world import World


def complete(world: World) -> None:
    """What `make_world` leaves out, because one page alone would ask for it."""
    product = world.ours.product
    for tell in (stories.risk_of, stories.decision_of, stories.lesson_of, stories.rating_of, stories.assessment_of):
        tell(product)
    for make in (milestones.milestone_of, milestones.benefit_of, alike.use):
        make(product)
    alike.not_alike(world)
    converted.item_of(world)
    nation.one_of_each(world)
