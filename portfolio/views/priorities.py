"""How high organisations put products: the list, a product's page of it, and the forms."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.access import Page, SignedInRequest
from kit.bilingual import pair_field
from kit.views import EditPage, ListPage, NewUnderPage
from kit.views.rows import editable_row, visible_rows
from portfolio.actions.priorities import AlreadySaidError, save_priority, take_back
from portfolio.filters.priorities import PriorityFilter
from portfolio.forms.priorities import PriorityForm
from portfolio.models import Organisation, Priority, Product
from portfolio.queries import priorities as queries
from portfolio.sheets import said_sheet
from portfolio.tables.priorities import PriorityTable
from portfolio.views.tab import ProductTab, UnderTab


class PriorityList(ListPage):
    permission = "portfolio.view_product"
    model = Product
    table_class = PriorityTable
    filterset_class = PriorityFilter
    title = _("Priorities")
    empty_text = _("No organisation has said how high it puts a product. It says so on the product's page.")
    template_name = "portfolio/priorities.html"

    def get_queryset(self) -> Any:
        rows: Any = queries.with_priorities(super().get_queryset(), timezone.localdate())
        return rows.order_by("-gap", pair_field("name"), "pk")

    def finding(self, rows: Any) -> Any:
        return queries.priorities_finding(products=rows)


class ProductPriorities(ProductTab):
    template_name = "portfolio/product_priorities.html"
    tab = "adoption"
    title = _("Priorities")
    tables: ClassVar = {"said": lambda page: said_sheet(page["said"], on=page["on"])}

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        said, user = queries.said_of(product=product, on=on), self.request.user
        return {
            "finding": queries.product_finding(said, on),
            "said": said,
            "can_say": user.has_perm("portfolio.change_product"),
            "mine": set(Priority.objects.editable_by(user).filter(product=product).values_list("pk", flat=True)),
        }


class _OfPriority(UnderTab, EditPage):
    template_name = "portfolio/row_edit.html"
    part = ProductPriorities.title
    permission = "portfolio.change_product"
    model = Priority
    form_class = PriorityForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}

    def perform(self, form: Any) -> Any:
        try:
            return save_priority(form=form)
        except AlreadySaidError as fault:
            form.add_error("since", str(fault))
            return None

    def get_success_url(self) -> str:
        return reverse("portfolio:product_priorities", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class PriorityNew(_OfPriority, NewUnderPage):
    """An organisation may say how high it puts any product it sees, and not only those it may change."""

    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_priorities"
    title_new = _("Say how high an organisation puts it")
    saved_message = _("The priority has been saved. Earlier ones are kept.")

    def get_object(self, queryset: Any = None) -> Any:
        self.parent = get_object_or_404(visible_rows(Product, self.request.user), pk=self.kwargs["pk"])
        return Priority(product=self.parent)

    def get_initial(self) -> dict[str, Any]:
        """From today on; the Welsh Government's where the office speaks, else one's own."""
        user = self.request.user
        found = super().get_initial() | {"since": timezone.localdate()}
        if not user.sees_all_organisations:
            return found | {"organisation": user.organisation_id}
        government = Organisation.objects.on(timezone.localdate()).filter(kind=Organisation.Kind.WELSH_GOVERNMENT)
        return found | {"organisation": government.order_by("pk").values_list("pk", flat=True).first()}


class PriorityEdit(_OfPriority):
    title_edit = _("Put the priority right")
    saved_message = _("The priority has been put right.")


class PriorityDelete(Page):
    """Takes back a word that was never said."""

    permission = "portfolio.change_product"

    def get(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        return render(request, "portfolio/priority_delete.html", {"word": editable_row(Priority, request.user, pk)})

    def post(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        word = editable_row(Priority, request.user, pk)
        take_back(word=word)
        messages.success(request, gettext("The priority has been taken back."))
        return redirect("portfolio:product_priorities", word.product_id)
