"""Taking out a row of a product's story that was written down by mistake: what will go, then the button."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kit.access import Page
from kit.forms import LONGEST_REASON
from kit.views import SignedInRequest
from kit.views.rows import editable_row
from portfolio.actions.take_out import KeptError, take_out
from portfolio.models import (
    BaselineChange,
    Benefit,
    BenefitYear,
    Confidence,
    Decision,
    Lesson,
    Milestone,
    Product,
    Risk,
)
from portfolio.queries.take_out import goes_with, why_kept
from portfolio.views.benefits import ProductBenefits
from portfolio.views.confidence import ProductConfidence
from portfolio.views.logs import ProductLogs
from portfolio.views.milestones import ProductMilestones
from portfolio.views.risks import ProductRisks


class TakeOutPage(Page):
    """`part` is the part of the story that the row is in, `part_url_name` its address.

    A row with its own page, or that hangs on one that has, names that page's address in `page_url_name`.
    """

    permission = "portfolio.change_product"
    model: ClassVar[Any]
    part: ClassVar[Any]
    part_url_name: ClassVar[str]
    page_url_name: ClassVar[str] = ""
    title: ClassVar[Any]
    explanation: ClassVar[Any] = _("What stands below will go. The product's history keeps what it was.")
    button: ClassVar[Any] = _("Take it out")
    done: ClassVar[Any]

    def record_of(self, row: Any) -> Any:
        """The row of the story: this one, or the one it hangs on."""
        return row

    def product_of(self, row: Any) -> Any:
        return self.record_of(row).product

    def after(self, row: Any) -> str:
        return reverse(self.part_url_name, args=[self.product_of(row).pk])

    def get(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        row = editable_row(self.model, request.user, pk)
        return self.page(row, kept=why_kept(row, by=request.user))

    def post(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        row = editable_row(self.model, request.user, pk)
        after = self.after(row)
        try:
            take_out(row=row, by=request.user, why=request.POST.get("why", "").strip())
        except KeptError as fault:
            return self.page(row, kept=str(fault), status=409)
        messages.success(request, self.done)
        return redirect(after)

    def page(self, row: Any, *, kept: str, status: int = 200) -> HttpResponse:
        product = self.product_of(row)
        above, address = self.part, reverse(self.part_url_name, args=[product.pk])
        if self.page_url_name:
            record = self.record_of(row)
            above, address = record.title, reverse(self.page_url_name, args=[record.pk])
        context = {
            "title": self.title,
            "explanation": self.explanation,
            "button": self.button,
            "row": row,
            "product": product,
            "above": above,
            "above_address": address,
            "kept": kept,
            "goes": goes_with(row),
            "longest": LONGEST_REASON,
        }
        return render(self.request, "portfolio/row_take_out.html", context, status=status)


class ProductTakeOut(TakeOutPage):
    model = Product
    part, part_url_name = _("Summary"), "portfolio:product"
    title = _("Take this product out")
    explanation = _("Only where it was added by mistake: a product that has ended is retired, and keeps its story.")
    done = _("The product has been taken out.")

    def product_of(self, row: Any) -> Any:
        return row

    def after(self, row: Any) -> str:
        return reverse("portfolio:products")


class MilestoneTakeOut(TakeOutPage):
    model = Milestone
    part, part_url_name = ProductMilestones.title, "portfolio:product_milestones"
    page_url_name = "portfolio:milestone"
    title = _("Take this milestone out")
    explanation = _("Only where it was added by mistake. The product's history keeps what it was.")
    done = _("The milestone has been taken out; the product's history keeps what it was.")


class BaselineChangeTakeBack(TakeOutPage):
    model = BaselineChange
    part, part_url_name = ProductMilestones.title, "portfolio:product_milestones"
    page_url_name = "portfolio:milestone"
    title = _("Take the request back")
    explanation = _(
        "Nobody will be asked to decide it any more, and the baseline stays. The history keeps what it was."
    )
    button = _("Take it back")
    done = _("The request has been taken back; the baseline stays.")

    def record_of(self, row: Any) -> Any:
        return row.milestone

    def after(self, row: Any) -> str:
        return reverse(self.page_url_name, args=[row.milestone_id])


class BenefitTakeOut(TakeOutPage):
    model: ClassVar[Any] = Benefit
    part, part_url_name = ProductBenefits.title, "portfolio:product_benefits"
    page_url_name = "portfolio:benefit"
    title = _("Take this benefit out")
    explanation = _("These figures will go, and the totals with them. The product's history keeps what they were.")
    done = _("The benefit has been taken out; the product's history keeps what it was.")


class BenefitYearTakeOut(BenefitTakeOut):
    model = BenefitYear
    title = _("Take this year out")
    done = _("The year has been taken out; the product's history keeps what it was.")

    def record_of(self, row: Any) -> Any:
        return row.benefit

    def after(self, row: Any) -> str:
        return reverse(self.page_url_name, args=[row.benefit_id])


class RiskTakeOut(TakeOutPage):
    model = Risk
    part, part_url_name = ProductRisks.title, "portfolio:product_risks"
    title = _("Take this risk or issue out")
    explanation = _(
        "Only where it was written down by mistake: one that is over is closed, and stays on the page. The product's "
        "history keeps what it was."
    )
    done = _("The risk or issue has been taken out; the product's history keeps what it was.")


class DecisionTakeOut(TakeOutPage):
    model = Decision
    part, part_url_name = ProductLogs.title, "portfolio:product_logs"
    title = _("Take this decision out")
    done = _("The decision has been taken out; the product's history keeps what it was.")


class LessonTakeOut(TakeOutPage):
    model = Lesson
    part, part_url_name = ProductLogs.title, "portfolio:product_logs"
    title = _("Take this lesson out")
    done = _("The lesson has been taken out; the product's history keeps what it was.")


class ConfidenceTakeOut(TakeOutPage):
    model = Confidence
    part, part_url_name = ProductConfidence.title, "portfolio:product_confidence"
    title = _("Take this rating out")
    explanation = _(
        "Only where it was never given: the one before it is then the latest again. The product's history keeps what "
        "it was."
    )
    done = _("The rating has been taken out; the product's history keeps what it was.")
