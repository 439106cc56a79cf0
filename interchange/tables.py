"""Rows that the export gives a sheet of their own and no page has a list of."""

from django.utils.translation import gettext_lazy as _

from funding.models import Allocation, AwardLine
from kit.tables import (
    BilingualColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    MoneyColumn,
    RagColumn,
    Table,
    TextColumn,
    YearColumn,
)
from portfolio.models import BenefitYear, Confidence, ForumMember, MilestoneForecast, Priority, StandardAssessment


class AllocationTable(Table):
    fund = BilingualColumn(accessor="fund__name", verbose_name=_("Fund"))
    year = YearColumn(verbose_name=_("Financial year"))
    certainty = ChoiceColumn(verbose_name=_("Certainty"))
    amount = MoneyColumn(verbose_name=_("Amount (£)"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Allocation
        fields = ("fund", "year", "certainty", "amount", "evidence")


class AwardLineTable(Table):
    award = TextColumn(accessor="award__reference", verbose_name=_("Award"))
    product = BilingualColumn(accessor="award__product__name", verbose_name=_("Product"))
    fund = BilingualColumn(accessor="award__fund__name", verbose_name=_("Fund"))
    year = YearColumn(verbose_name=_("Financial year"))
    budget = ChoiceColumn(verbose_name=_("Revenue or capital"))
    certainty = ChoiceColumn(verbose_name=_("Certainty"))
    amount = MoneyColumn(verbose_name=_("Amount (£)"))

    class Meta(Table.Meta):
        model = AwardLine
        fields = ("award", "product", "fund", "year", "budget", "certainty", "amount")


class MilestoneForecastTable(Table):
    product = BilingualColumn(accessor="milestone__product__name", verbose_name=_("Product"))
    milestone = BilingualColumn(accessor="milestone__title", verbose_name=_("Milestone"))
    made_on = DateColumn(verbose_name=_("Forecast made on"))
    forecast = DateColumn(verbose_name=_("Forecast"))
    report = TextColumn(verbose_name=_("Report"))
    reason = BilingualColumn(verbose_name=_("Reason"))

    class Meta(Table.Meta):
        model = MilestoneForecast
        fields = ("product", "milestone", "made_on", "forecast", "report", "reason")


class BenefitYearTable(Table):
    product = BilingualColumn(accessor="benefit__product__name", verbose_name=_("Product"))
    benefit = BilingualColumn(accessor="benefit__title", verbose_name=_("Benefit"))
    year = YearColumn(verbose_name=_("Financial year"))
    expected = MoneyColumn(verbose_name=_("Expected (£)"))
    realised = MoneyColumn(verbose_name=_("Realised (£)"))
    evidence = EvidenceColumn()
    source = BilingualColumn(verbose_name=_("Source"))

    class Meta(Table.Meta):
        model = BenefitYear
        fields = ("product", "benefit", "year", "expected", "realised", "evidence", "source")


class ConfidenceHistoryTable(Table):
    """Every rating there has been; the list of the page has the latest of each product."""

    product = BilingualColumn(accessor="product__name", verbose_name=_("Product"))
    on = DateColumn(verbose_name=_("Date"))
    scale = ChoiceColumn(verbose_name=_("Scale"))
    owner_rating = RagColumn(verbose_name=_("Responsible owner"))
    independent_rating = RagColumn(verbose_name=_("Independent"))
    reason = BilingualColumn(verbose_name=_("Reason"))
    evidence = EvidenceColumn()
    source = BilingualColumn(verbose_name=_("Source"))

    class Meta(Table.Meta):
        model = Confidence
        fields = (
            "product",
            "on",
            "scale",
            "owner_rating",
            "independent_rating",
            "reason",
            "evidence",
            "source",
        )


class AssessmentTable(Table):
    """Every assessment at every phase, with what was found; the matrix of the page has one phase of each product."""

    product = BilingualColumn(accessor="product__name", verbose_name=_("Product"))
    phase = ChoiceColumn(verbose_name=_("Phase"))
    point = ChoiceColumn(verbose_name=_("Point"))
    result = ChoiceColumn(verbose_name=_("Result"))
    assessed_by = ChoiceColumn(verbose_name=_("Assessed by"))
    assessed_on = DateColumn(verbose_name=_("Assessed on"))
    found = BilingualColumn(verbose_name=_("What was found"))
    evidence = EvidenceColumn()
    source = BilingualColumn(verbose_name=_("Source"))

    class Meta(Table.Meta):
        model = StandardAssessment
        fields = (
            "product",
            "phase",
            "point",
            "result",
            "assessed_by",
            "assessed_on",
            "found",
            "evidence",
            "source",
        )


class ForumMemberTable(Table):
    forum = BilingualColumn(accessor="forum__name", verbose_name=_("Forum"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Organisation"))

    class Meta(Table.Meta):
        model = ForumMember
        fields = ("forum", "organisation")


class PriorityWordTable(Table):
    product = BilingualColumn(accessor="product__name", verbose_name=_("Product"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Organisation"))
    level = ChoiceColumn(verbose_name=_("Priority"))
    since = DateColumn(verbose_name=_("Since"))
    reason = BilingualColumn(accessor="reason", verbose_name=_("Reason"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Priority
        fields = ("product", "organisation", "level", "since", "reason", "evidence")
