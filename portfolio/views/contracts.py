"""Contracts: the list, a contract's page and its form. They are public records: all who see products see them."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import DetailPage, EditPage, ListPage
from portfolio.filters.contracts import ContractFilter
from portfolio.forms.sourcing import ContractForm
from portfolio.models import Contract, Product
from portfolio.queries.contracts import contracts_finding, with_standing
from portfolio.tables.contracts import ContractTable
from portfolio.views.register import RegisterHistory, UnderList


class ContractList(ListPage):
    permission = "portfolio.view_product"
    model = Contract
    table_class = ContractTable
    filterset_class = ContractFilter
    title = _("Contracts")
    empty_text = _("No contract is in force. A register of contracts says what an organisation buys, and until when.")
    first_step = (_("Add a contract"), "portfolio:contract_new")
    first_step_permission = "portfolio.change_product"
    template_name = "portfolio/contracts.html"

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("organisation", "opportunity")
        return with_standing(rows, timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return contracts_finding(rows)


class ContractPage(DetailPage):
    permission = "portfolio.view_product"
    model = Contract
    context_object_name = "contract"
    template_name = "portfolio/contract.html"

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("organisation", "opportunity")
        return with_standing(rows, timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        contract, user = self.object, self.request.user
        # A contract is public; that a product exists is not told by it to those who may not see the product.
        product = Product.objects.visible_to(user).filter(pk=contract.product_id).first()
        return super().get_context_data(**kwargs) | {
            "product": product,
            "can_change": Contract.objects.editable_by(user).filter(pk=contract.pk).exists(),
        }


class ContractEdit(UnderList, EditPage):
    register, register_url_name = ContractList.title, "portfolio:contracts"
    permission = "portfolio.change_product"
    model = Contract
    form_class = ContractForm
    title_new, title_edit = _("Add a contract"), _("Change the contract")
    detail_url_name, list_url_name = "portfolio:contract", "portfolio:contracts"
    saved_message = _("The contract has been saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("organisation", "")
        chosen = {"organisation": int(asked)} if asked.isascii() and asked.isdigit() and len(asked) < 10 else {}
        return super().get_initial() | (chosen if self.is_new else {})


class ContractHistory(RegisterHistory):
    register, register_url_name = ContractList.title, "portfolio:contracts"
    model = Contract
    detail_url_name = "portfolio:contract"
    # Whoever may not see a product is not told by a contract's history that it exists.
    withheld_fields = {"product": "portfolio.change_register"}
