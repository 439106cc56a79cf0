"""Rows of the money records, each with the least that makes it whole. Dates are written out, never today's."""

import datetime
from decimal import Decimal

from factory import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

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
)
from portfolio.models import Organisation, Product
from squads.models import Employment, Role


def person(role: Rights | str | None, *, organisation: Organisation | None = None) -> User:
    """Somebody of a role, who can be signed in with `force_login`."""
    from django.contrib.auth.models import Group

    count = User.objects.count()
    user = User.objects.create_user(f"{role or 'nobody'}-{count}@example.test", organisation=organisation)
    if role is not None:
        user.groups.add(Group.objects.get_or_create(name=str(role))[0])
    return user


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name_cy = Sequence(lambda n: f"Cyngor {n}")
    name_en = Sequence(lambda n: f"Council {n}")
    kind = Organisation.Kind.LOCAL_AUTHORITY


class ProductFactory(DjangoModelFactory):
    class Meta:
        model = Product

    name_cy = Sequence(lambda n: f"Cynnyrch {n}")
    name_en = Sequence(lambda n: f"Product {n}")
    organisation = SubFactory(OrganisationFactory)
    phase = "live"


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = Role
        django_get_or_create = ("code",)

    code = "developer"
    name_cy = "Datblygwr meddalwedd"
    name_en = "Software developer"
    family_cy = "Datblygu meddalwedd"
    family_en = "Software development"


class FundFactory(DjangoModelFactory):
    class Meta:
        model = Fund

    name_cy = Sequence(lambda n: f"Cronfa {n}")
    name_en = Sequence(lambda n: f"Fund {n}")
    cycle = Fund.Cycle.ANNUAL


class AllocationFactory(DjangoModelFactory):
    class Meta:
        model = Allocation

    fund = SubFactory(FundFactory)
    year = 2026
    amount = Decimal("1000000.00")
    certainty = "secured"


class RoundFactory(DjangoModelFactory):
    """The real round of 2022-23, the only one whose dates were found."""

    class Meta:
        model = Round

    fund = SubFactory(FundFactory)
    year = 2022
    opens = datetime.date(2022, 7, 18)
    closes = datetime.date(2022, 8, 15)
    panel = datetime.date(2022, 9, 5)
    decision = datetime.date(2022, 9, 7)
    delivery_ends = datetime.date(2023, 3, 31)


class AwardFactory(DjangoModelFactory):
    class Meta:
        model = Award

    fund = SubFactory(FundFactory)
    product = SubFactory(ProductFactory)
    reference = Sequence(lambda n: f"DTF-{n:04}")
    awarded_on = datetime.date(2026, 9, 7)


class AwardLineFactory(DjangoModelFactory):
    class Meta:
        model = AwardLine

    award = SubFactory(AwardFactory)
    year = 2026
    certainty = "secured"
    amount = Decimal("120000.00")


class OtherCostFactory(DjangoModelFactory):
    class Meta:
        model = OtherCost

    product = SubFactory(ProductFactory)
    year = 2026
    category = "hosting"
    amount = Decimal("9000.00")


class RateFactory(DjangoModelFactory):
    class Meta:
        model = Rate

    role = SubFactory(RoleFactory)
    employment = Employment.PERMANENT
    amount = Decimal("48000.00")
    valid_from = datetime.date(2025, 4, 1)


class AssumptionFactory(DjangoModelFactory):
    class Meta:
        model = Assumption

    key = "product.decay_rate"
    value = Decimal("0.12")
    low = Decimal("0.05")
    likely = LazyAttribute(lambda one: one.value)
    high = Decimal("0.2")
    unit = "share_a_year"
    valid_from = datetime.date(2025, 4, 1)


class AppraisalFactory(DjangoModelFactory):
    class Meta:
        model = Appraisal

    product = SubFactory(ProductFactory)
    name_cy = Sequence(lambda n: f"Arfarniad {n}")
    name_en = Sequence(lambda n: f"Appraisal {n}")
    start_year = 2027


class AppraisalRoleFactory(DjangoModelFactory):
    class Meta:
        model = AppraisalRole

    appraisal = SubFactory(AppraisalFactory)
    role = SubFactory(RoleFactory)
    fte = Decimal("4")


class OptionFactory(DjangoModelFactory):
    class Meta:
        model = Option

    appraisal = SubFactory(AppraisalFactory)
    position = 0
    key = "annual"
    name_cy = "Cronfa flynyddol"
    name_en = "Annual fund"
    funding_model = "annual_cycle"
