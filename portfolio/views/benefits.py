"""Benefits: a product's, one with its years, the forms, and the list of all."""

from typing import Any, ClassVar

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.periods import financial_year_of
from kit.views import (
    DetailPage,
    EditPage,
    ListPage,
    NewUnderPage,
)
from portfolio.actions.benefits import BenefitError, save_benefit, save_benefit_year
from portfolio.charts.benefits import benefits_chart
from portfolio.filters.benefits import BenefitFilter
from portfolio.forms.benefits import BenefitForm, BenefitYearForm
from portfolio.models import Benefit, BenefitYear, Product
from portfolio.queries import benefits as queries
from portfolio.sheets import by_year_sheet
from portfolio.tables.benefits import BenefitTable
from portfolio.views.tab import ProductTab, RowHistory, UnderTab


class ProductBenefits(ProductTab):
    template_name = "portfolio/product_benefits.html"
    tab, title = "benefits", _("Benefits")
    tables: ClassVar = {"by_year": lambda page: by_year_sheet(page["by_year"], on=page["on"])}

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        found = queries.benefits_of(product=product, user=self.request.user, on=on)
        return {
            "found": found,
            "by_year": queries.grid_of(found),
            "finding": [" ".join(queries.benefits_finding(found, on=on))],
            "chart": benefits_chart(found, on=on),
            "warnings": found.warnings,
            "this_year": financial_year_of(on),
        }


class BenefitList(ListPage):
    permission = "portfolio.view_product"
    template_name = "portfolio/list.html"
    model = Benefit
    table_class = BenefitTable
    filterset_class = BenefitFilter
    title = _("Benefits")
    empty_text = _("No benefit fits. A benefit is what a product is worth to somebody; add one on the product's page.")

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("product", "double_counts_with")
        return queries.with_sums(rows, on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return " ".join(queries.benefits_list_finding(rows))


class BenefitPage(DetailPage):
    permission = "portfolio.view_product"
    model = Benefit
    template_name = "portfolio/benefit.html"

    def get_queryset(self) -> Any:
        years = Prefetch("years", BenefitYear.objects.order_by("year"), to_attr="all_years")
        return super().get_queryset().select_related("product").prefetch_related(years)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        benefit, on, user = self.object, timezone.localdate(), self.request.user
        sums = queries.sums_of(benefit.all_years, on=on)
        more = {
            "product": benefit.product,
            "tab": "benefits",
            "sums": sums,
            "this_year": financial_year_of(on),
            "in_pounds": benefit.kind != Benefit.Kind.QUALITATIVE,
            "warnings": queries.double_count_words([benefit], user=user),
            "finding": [" ".join(queries.benefit_finding(benefit, sums))],
            "can_change": Benefit.objects.editable_by(user).filter(pk=benefit.pk).exists(),
        }
        return super().get_context_data(**(more | kwargs))


class _Saving:
    """Saves a form by an action, and puts its refusal beside the box it speaks of."""

    def act(self, form: Any) -> Any:
        return save_benefit(form=form)

    def perform(self, form: Any) -> Any:
        try:
            return self.act(form)
        except BenefitError as fault:
            form.add_error(fault.field if fault.field in form.fields else None, str(fault))
            return None


class BenefitNew(UnderTab, _Saving, NewUnderPage):
    permission = "portfolio.change_product"
    template_name = "portfolio/row_edit.html"
    part = ProductBenefits.title
    model = Benefit
    form_class = BenefitForm
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_benefits"
    title_new = _("Add a benefit")
    saved_message = _("The benefit has been added. Now give it its years.")

    def get_success_url(self) -> str:
        return reverse("portfolio:benefit", args=[self.object.pk])

    def get_cancel_url(self) -> str:
        return reverse(self.parent_url_name, args=[self.parent.pk])


class BenefitEdit(UnderTab, _Saving, EditPage):
    permission = "portfolio.change_product"
    template_name = "portfolio/benefit_edit.html"
    model = Benefit
    form_class = BenefitForm
    title_edit = _("Change the benefit")
    detail_url_name = "portfolio:benefit"
    saved_message = _("The benefit has been saved.")


class _SavingYear(UnderTab, _Saving):
    object: Any

    def product_of(self, row: Any) -> Product:
        found: Product = row.benefit.product
        return found

    def above(self, row: Any) -> Any:
        return row.benefit.title

    def act(self, form: Any) -> Any:
        return save_benefit_year(form=form, on=timezone.localdate())

    def get_success_url(self) -> str:
        return reverse("portfolio:benefit", args=[self.object.benefit_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class BenefitYearNew(_SavingYear, NewUnderPage):
    permission = "portfolio.change_product"
    template_name = "portfolio/row_edit.html"
    model = BenefitYear
    form_class = BenefitYearForm
    parent_model, parent_field, parent_url_name = Benefit, "benefit", "portfolio:benefit"
    title_new = _("Add a year")
    saved_message = _("The year has been added.")

    def get_initial(self) -> dict[str, Any]:
        """The year after the last that is written down; this year where there is none."""
        last = self.parent.years.order_by("-year").values_list("year", flat=True).first()
        return super().get_initial() | {"year": financial_year_of(timezone.localdate()) if last is None else last + 1}


class BenefitYearEdit(_SavingYear, EditPage):
    permission = "portfolio.change_product"
    model = BenefitYear
    form_class = BenefitYearForm
    template_name = "portfolio/benefit_year_edit.html"
    title_edit = _("Change the year")
    saved_message = _("The year has been saved.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("benefit__product")


class BenefitHistory(RowHistory):
    model = Benefit
    detail_url_name = "portfolio:benefit"
