"""All of a product's milestones, and all of its benefits by year, changed on one page each."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.bilingual import language
from kit.grids import GridColumn, GridRow, GridSource
from kit.periods import financial_year_of
from kit.views import GridPage
from portfolio.actions.benefits import BenefitError, set_benefit_year
from portfolio.actions.milestones import MilestoneError, set_milestone
from portfolio.forms.benefits_grid import benefit_columns
from portfolio.forms.milestones_grid import WHY, milestone_columns
from portfolio.models import Benefit, BenefitYear, Milestone, Product
from portfolio.queries.grids import benefits_as_rows, cell_name, milestones_as_rows, years_offered


class MilestonesGrid(GridPage):
    permission = "portfolio.change_product"
    parent_model = Product
    place = (_("Products"), "portfolio:products")
    title = _("Change all milestones")
    row_label = _("Milestone")
    explanation = _(
        "A forecast that moves is kept with the one before it. A baseline is given once; afterwards it moves only by a "
        "change request."
    )

    def get_columns(self) -> Sequence[GridColumn]:
        return milestone_columns()

    def get_sources(self, *, lock: bool) -> Sequence[GridSource]:
        return milestones_as_rows(product=self.parent, lock=lock)

    def get_back_url(self) -> str:
        return reverse("portfolio:product_milestones", args=[self.parent.pk])

    def save_row(self, row: GridRow) -> None:
        milestone = Milestone(product=self.parent) if row.is_new else Milestone.objects.get(pk=row.key)
        values = dict(row.values)
        reason = {f"reason_{language()}": values.pop(WHY)}
        version = None if row.is_new else milestone.version
        try:
            set_milestone(milestone=milestone, values=values, on=timezone.localdate(), version=version, **reason)
        except MilestoneError as fault:
            raise ValidationError({fault.field: [str(fault)]}) from fault


class BenefitsGrid(GridPage):
    permission = "portfolio.change_product"
    parent_model = Product
    place = (_("Products"), "portfolio:products")
    title = _("Change benefits by year")
    row_label = _("Benefit")
    explanation = _(
        "In pounds. An empty cell is not known, which is not the same as 0. A qualitative benefit has no pounds."
    )
    blank = 0

    def get_columns(self) -> Sequence[GridColumn]:
        this_year = financial_year_of(timezone.localdate())
        self.years = years_offered(product=self.parent, this_year=this_year)
        return benefit_columns(years=self.years)

    def get_sources(self, *, lock: bool) -> Sequence[GridSource]:
        return benefits_as_rows(product=self.parent, years=self.years, lock=lock)

    def get_back_url(self) -> str:
        return reverse("portfolio:product_benefits", args=[self.parent.pk])

    def save_row(self, row: GridRow) -> None:
        benefit = Benefit.objects.get(pk=row.key)
        kept = dict(BenefitYear.objects.filter(benefit=benefit).values_list("year", "version"))
        touched = {cell.column.name for cell in row.cells if cell.touched}
        for year in self.years:
            expected, realised = cell_name(year, "expected"), cell_name(year, "realised")
            if not touched & {expected, realised}:
                continue
            try:
                set_benefit_year(
                    benefit=benefit,
                    year=year,
                    expected=row.values[expected],
                    realised=row.values[realised],
                    on=timezone.localdate(),
                    version=kept.get(year),
                )
            except BenefitError as fault:
                raise ValidationError({cell_name(year, fault.field): [str(fault)]}) from fault
