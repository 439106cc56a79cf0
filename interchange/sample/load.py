"""Writes the sample portfolio into the database, once."""

import datetime

from django.db import transaction

from accounts.actions import make_demonstration_people
from accounts.models import User
from accounts.queries import DEMONSTRATION_PEOPLE
from accounts.roles import Role as Rights
from funding.actions.defaults import load_defaults
from funding.actions.runs import make_run
from funding.models import Appraisal
from interchange.sample.load_appraisals import load_appraisals
from interchange.sample.load_components import load_components, load_not_alike
from interchange.sample.load_delivery import load_delivery
from interchange.sample.load_funding import load_funding
from interchange.sample.load_portfolio import load_portfolio
from interchange.sample.load_squads import load_squads
from interchange.sample.load_story import load_benefits, load_milestones
from interchange.sample.load_wales import load_wales
from interchange.sample.reviews import load_reviews
from interchange.sample.writing import AS_AT, Loading
from portfolio.models import Organisation, Product

SMALL = "Portffolio enghreifftiol / Sample portfolio"
HOME_OF_THE_DELIVERY_LEAD = "W06000002"
RUNS_AT = AS_AT + datetime.timedelta(minutes=30)


def is_loaded(reason: str) -> bool:
    """Whether a load with this reason was ever done, whatever has been edited or taken out since."""
    return bool(Product.history.filter(history_change_reason=reason).exists())


@transaction.atomic
def load_sample(on: datetime.date | None = None) -> Loading | None:
    """All of the sample or, where it is here already, nothing: then None.

    `on`: the day the latest reviews are counted back from. Without it there are none, and nothing is later than the
    sample's own day.
    """
    if is_loaded(SMALL):
        return None
    loading = Loading(SMALL)
    load_defaults()
    load_portfolio(loading)
    load_wales(loading)
    load_components(loading)
    load_squads(loading)
    load_delivery(loading)
    load_funding(loading)
    people = people_of_the_demonstration()
    load_not_alike(loading, said_by=people.get(Rights.CDO_OFFICE))
    load_milestones(loading, people)
    load_benefits(loading)
    if on:
        load_reviews(loading, on=on, by=people.get(Rights.CDO_OFFICE))
    appraisals = load_appraisals(loading, analyst=people.get(Rights.CDO_OFFICE))
    keep_runs(appraisals, by=people.get(Rights.CDO_OFFICE))
    loading.counts["runs"] += len(appraisals)
    return loading


def people_of_the_demonstration() -> dict[str, User]:
    """One person a role, where this is a demonstration; nobody elsewhere."""
    home = Organisation.objects.get(ons_code=HOME_OF_THE_DELIVERY_LEAD)
    made = {user.email: user for user in make_demonstration_people(organisation_id=home.pk)}
    return {one.role: made[one.email] for one in DEMONSTRATION_PEOPLE if one.email in made}


def keep_runs(appraisals: list[Appraisal], *, by: User | None) -> None:
    """One frozen run of each appraisal, on the rates and assumptions in force on the sample's day."""
    for appraisal in appraisals:
        make_run(appraisal=appraisal, by=by, at=RUNS_AT)
