"""A small world with one of everything: two organisations, what each owns, and a person of every role.

`ours` is Gwynedd's, `theirs` Powys's: a delivery lead of one may not reach a row of the other. The salary and the day
rate are amounts that can be nothing else, so that a page that shows one of them is found by looking for its digits.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import Role as Rights
from funding.models import (
    Allocation,
    Appraisal,
    AppraisalRole,
    Assumption,
    Award,
    AwardLine,
    Fund,
    Option,
    OtherCost,
    Rate,
    Round,
    Run,
)
from portfolio.models import FormerName, Organisation, Participation, PhaseChange, Product, Programme
from squads.models import Assignment, Employment, Post, PostStateChange, Role, Squad

TODAY = datetime.date(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 9, 30, tzinfo=datetime.UTC)
PASSWORD = "not-a-secret-at-all"
SALARY, DAY_RATE = Decimal("54321.09"), Decimal("654.32")
# How the two may be written on a page, in a file or in JSON.
PAY_AS_WRITTEN = ("54321", "54,321", "654.32", "654,32")
HOLDER = "Deiniol Talysarn"


@dataclass
class Holding:
    """What one organisation has."""

    organisation: Organisation
    product: Product
    participation: Participation
    squad: Squad
    assignment: Assignment
    post: Post
    award: Award
    cost: OtherCost
    appraisal: Appraisal
    option: Option
    run: Run | None = None


@dataclass
class World:
    ours: Holding
    theirs: Holding
    programme: Programme
    role: Role
    fund: Fund
    round: Round
    salary: Rate
    day_rate: Rate
    assumption: Assumption
    people: dict[str, User]

    def person(self, name: str) -> User:
        """Afresh from the database, so that no roles are remembered from before."""
        return User.objects.get(pk=self.people[name].pk)


def person(role: str | None, mailbox: str, organisation: Organisation | None = None, **extra: object) -> User:
    user = User.objects.create_user(
        f"{mailbox}@example.test", PASSWORD, organisation=organisation, preferred_language="en", **extra
    )
    if role:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user


def make_people(ours: Organisation, theirs: Organisation) -> dict[str, User]:
    people = {role.value: person(role, role.value) for role in Rights if role != Rights.DELIVERY_LEAD}
    people["administrator"].is_staff = True
    people["administrator"].save()
    people["delivery_lead"] = person(Rights.DELIVERY_LEAD, "delivery_lead", ours)
    people["other_delivery_lead"] = person(Rights.DELIVERY_LEAD, "other_delivery_lead", theirs)
    people["nobody"] = person(None, "nobody")
    people["superuser"] = person(None, "superuser", is_staff=True, is_superuser=True)
    return people


def make_holding(name: str, ons_code: str, programme: Programme, role: Role, fund_round: Round) -> Holding:
    organisation = Organisation.objects.create(
        name_cy=name, name_en=name, kind=Organisation.Kind.LOCAL_AUTHORITY, ons_code=ons_code
    )
    product = Product.objects.create(
        name_cy=f"Grant Hanfodion Ysgol {name}",
        name_en=f"School Essentials Grant {name}",
        summary_cy="Cymorth i deuluoedd.",
        summary_en="Help for families.",
        organisation=organisation,
        programme=programme,
        phase="beta",
    )
    PhaseChange.objects.create(product=product, phase="beta", on=datetime.date(2026, 4, 1))
    participation = Participation.objects.create(
        product=product, organisation=organisation, part="lead", state="adopted", adopted_on=datetime.date(2026, 6, 1)
    )
    squad = Squad.objects.create(
        name_cy=f"Sgwad {name}",
        name_en=f"Squad {name}",
        organisation=organisation,
        since=datetime.date(2025, 4, 1),
    )
    assignment = Assignment.objects.create(squad=squad, product=product, start=datetime.date(2025, 4, 1))
    post = Post.objects.create(
        squad=squad,
        role=role,
        employment=Employment.AGENCY,
        planned_from=datetime.date(2025, 4, 1),
        planned_to=datetime.date(2027, 1, 1),
        state="filled",
        holder=HOLDER,
    )
    PostStateChange.objects.create(post=post, state="filled", on=datetime.date(2025, 4, 1))
    award = Award.objects.create(
        fund=fund_round.fund,
        round=fund_round,
        product=product,
        reference=f"DTF-{ons_code}",
        awarded_on=datetime.date(2026, 9, 7),
        expires=datetime.date(2027, 1, 31),
    )
    AwardLine.objects.create(award=award, year=2026, amount=Decimal("120000.00"))
    cost = OtherCost.objects.create(product=product, year=2026, category="hosting", amount=Decimal("9000.00"))
    appraisal = Appraisal.objects.create(
        product=product,
        name_cy=f"Arfarniad {name}",
        name_en=f"Appraisal {name}",
        start_year=2027,
        years=5,
        inputs={"product.effort_to_live": 30, "product.annual_benefit": 400_000, "product.sustaining_fte": 1},
    )
    AppraisalRole.objects.create(appraisal=appraisal, role=role, fte=Decimal("4"), salary=SALARY, day_rate=DAY_RATE)
    option = Option.objects.create(
        appraisal=appraisal,
        position=1,
        key="annual",
        name_cy="Y gronfa flynyddol",
        name_en="The annual fund",
        funding_model="annual_cycle",
    )
    Option.objects.create(
        appraisal=appraisal,
        position=2,
        key="squad",
        name_cy="Sgwad barhaus",
        name_en="A sustained squad",
        funding_model="sustained_squad",
    )
    return Holding(organisation, product, participation, squad, assignment, post, award, cost, appraisal, option)


def make_world(*, with_runs: bool = True) -> World:
    """Everything, once. Runs need the engine and take longest: leave them out where none is looked at."""
    programme = Programme.objects.create(name_cy="Trawsnewid digidol", name_en="Digital transformation")
    role = Role.objects.create(
        code="world_developer",
        name_cy="Datblygwr meddalwedd",
        name_en="Software developer",
        family_cy="Datblygu",
        family_en="Development",
    )
    fund = Fund.objects.create(
        name_cy="Cronfa Trawsnewid Digidol", name_en="Digital Transformation Fund", cycle=Fund.Cycle.ANNUAL
    )
    Allocation.objects.create(fund=fund, year=2026, amount=Decimal("1000000.00"), certainty="secured")
    fund_round = Round.objects.create(
        fund=fund,
        year=2026,
        opens=datetime.date(2026, 4, 1),
        closes=datetime.date(2026, 6, 10),
        panel=datetime.date(2026, 7, 15),
        decision=datetime.date(2026, 9, 7),
        delivery_ends=datetime.date(2027, 1, 31),
    )
    salary = Rate.objects.create(
        role=role, employment=Employment.PERMANENT, amount=SALARY, valid_from=datetime.date(2025, 4, 1)
    )
    day_rate = Rate.objects.create(
        role=role, employment=Employment.AGENCY, amount=DAY_RATE, valid_from=datetime.date(2025, 4, 1)
    )
    ours = make_holding("Gwynedd", "W06000002", programme, role, fund_round)
    theirs = make_holding("Powys", "W06000023", programme, role, fund_round)
    FormerName.objects.create(
        organisation=ours.organisation,
        name_cy="Gwynedd gynt",
        name_en="Former Gwynedd",
        until=datetime.date(1996, 4, 1),
    )
    people = make_people(ours.organisation, theirs.organisation)
    assumption = Assumption.objects.create(
        key="product.decay_rate",
        value=Decimal("0.12"),
        low=Decimal("0.05"),
        likely=Decimal("0.12"),
        high=Decimal("0.2"),
        unit="fraction a year",
        valid_from=datetime.date(2025, 4, 1),
        made_by=people["cdo_office"],
        review_by=datetime.date(2027, 1, 15),
    )
    if with_runs:
        from funding.actions.runs import make_run

        for holding in (ours, theirs):
            holding.run = make_run(appraisal=holding.appraisal, by=people["finance"], at=NOW)
    return World(ours, theirs, programme, role, fund, fund_round, salary, day_rate, assumption, people)
