"""The products of one squad: a row each, with its share and what it needs and brings."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from funding.models import Appraisal, SharedProduct
from kit import formats
from kit.bilingual import pair_field
from kit.fields import MoneyField, NumberField, PercentField
from kit.forms import BaseModelForm, VersionedModelForm
from kit.inline_rows import RowsOfVersioned
from portfolio.models import Product

A_YEAR = gettext_lazy("a year")


class SharingForm(VersionedModelForm):
    """Nothing of the appraisal but its version: of two who change the shares at once the second is told."""

    class Meta:
        model = Appraisal
        fields: list[str] = []


class SharedProductForm(BaseModelForm):
    class Meta:
        model = SharedProduct
        fields = ["product", "share", "effort_to_live", "sustaining_fte", "running_cost", "annual_benefit"]

    def __init__(self, *args: Any, product_choices: list[tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].choices = product_choices  # type: ignore[attr-defined]
        self.fields |= {
            "share": PercentField(label=gettext_lazy("Share of the squad's time"), places=1),
            "effort_to_live": NumberField(
                label=gettext_lazy("Effort to go live"), places=2, minimum=0, maximum=100_000,
                suffix=gettext_lazy("productive FTE-months"), help_text=gettext_lazy("0 where it is live already."),
            ),
            "sustaining_fte": NumberField(
                label=gettext_lazy("Sustaining effort"), places=2, minimum=0, maximum=1_000, suffix=gettext_lazy("FTE")
            ),
            "running_cost": MoneyField(label=gettext_lazy("Running cost"), required=False, suffix=A_YEAR),
            "annual_benefit": MoneyField(label=gettext_lazy("Benefit"), required=False, suffix=A_YEAR),
        }  # fmt: skip

    def has_changed(self) -> bool:
        """A row with a product in it is meant, even where nothing was changed of what was suggested."""
        return bool(super().has_changed() or self.data.get(self.add_prefix("product")))

    def clean_running_cost(self) -> Decimal:
        return self.cleaned_data["running_cost"] or Decimal(0)

    def clean_annual_benefit(self) -> Decimal:
        return self.cleaned_data["annual_benefit"] or Decimal(0)


class BaseSharedFormSet(RowsOfVersioned):
    """The rows of products; the appraisal's own is not among them, and has what they leave."""

    key = "product"

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        own = kwargs["instance"].product_id
        products = Product.objects.visible_to(user).exclude(pk=own).order_by(pair_field("name"))
        choices = [("", "---------"), *((product.pk, str(product)) for product in products)]
        super().__init__(*args, form_kwargs={"product_choices": choices}, **kwargs)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if forms.formsets.DELETION_FIELD_NAME in form.fields:
            form.fields[forms.formsets.DELETION_FIELD_NAME].label = gettext_lazy("Take this product out")

    def clean(self) -> None:
        super().clean()
        rows = [row.cleaned_data for row in self.forms if hasattr(row, "cleaned_data")]
        shares = [row["share"] for row in rows if row.get("share") is not None and not row.get("DELETE")]
        total = sum(shares, Decimal(0))
        if total >= 1:
            raise ValidationError(
                _("These shares come to %(total)s. Leave some of the squad for %(product)s.")
                % {"total": formats.percent(total), "product": self.instance.product.name},
                code="whole",
            )


def shared_form_set(*, extra: int) -> Any:
    """With as many empty rows as there are products to suggest, and room for more."""
    return forms.inlineformset_factory(
        Appraisal, SharedProduct, form=SharedProductForm, formset=BaseSharedFormSet, extra=extra, can_delete=True
    )
