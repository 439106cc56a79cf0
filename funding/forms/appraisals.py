"""Starting and changing an appraisal, its squad and its options."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from funding import vocabulary
from funding.forms.inputs import InputsForm, discount_field
from funding.inputs import CASE_FIELDS, OPTION_FIELDS, Input
from funding.models import Appraisal, AppraisalRole, FundingModel, Option
from kit.bilingual import pair_field
from kit.fields import FinancialYearField, MoneyField, NumberField, WholeNumberField
from kit.forms import BaseForm, BaseModelForm
from kit.inline_rows import RowsOfVersioned
from portfolio.models import Product
from squads.models import Role


class StartForm(BaseForm):
    """What an appraisal needs before anything can be calculated; the rest comes from the product and the rates."""

    product = forms.ModelChoiceField(Product.objects.none(), label=_("Product"))
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200)
    start_year = FinancialYearField(
        label=_("First financial year"),
        help_text=_("Costs are counted from 1 April of this year. For example 2027-28."),
    )
    years = WholeNumberField(
        label=_("Years"), minimum=1, maximum=40, help_text=_("Digital products live 10 to 15 years, or more.")
    )
    effort_to_live = NumberField(
        label=_("Effort to go live"),
        places=2,
        minimum=0,
        maximum=100000,
        suffix=_("productive FTE-months"),
        help_text=_(
            "What it takes to build the first version that people can use. Suggested: eight months of the squad."
        ),
    )
    sustaining_fte = NumberField(
        label=_("Sustaining effort"),
        places=2,
        minimum=0,
        maximum=1000,
        suffix=_("FTE"),
        help_text=_(
            "The productive people it takes to keep the product fit once it is live. Suggested: half the squad."
        ),
    )
    running_cost = MoneyField(
        label=_("Running cost"),
        required=False,
        help_text=_("Hosting, licences and the like, a year, once live. Taken from the product's other costs."),
    )
    annual_benefit = MoneyField(
        label=_("Benefit"),
        required=False,
        help_text=_(
            "What the product is worth a year, fully adopted and fit. Leave empty if it has not been put in money."
        ),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.visible_to(user).order_by("name_en")  # type: ignore[attr-defined]


class AppraisalForm(InputsForm):
    """The appraisal's own fields, and every input of the case that is not an option's."""

    stored = "inputs"

    class Meta:
        model = Appraisal
        fields = ["name_cy", "name_en", "start_year", "years"]

    def __init__(self, *args: Any, standing: Mapping[str, Input], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start_year"] = FinancialYearField(label=_("First financial year"))
        self.fields["years"] = WholeNumberField(label=_("Years"), minimum=1, maximum=40)
        self.add_inputs(CASE_FIELDS, self.instance.inputs, standing, start_year=self.instance.start_year)
        self.fields["discount_rates"] = discount_field()
        self.initial["discount_rates"] = self.instance.inputs.get("discount_rates")

    def grouped(self) -> list[tuple[Any, list[Any]]]:
        """The inputs under their headings, as bound fields."""
        groups: dict[str, list[Any]] = {"product": []}
        for name in [*self.paths, "discount_rates"]:
            groups.setdefault(vocabulary.group(name.replace("__", ".")), []).append(self[name])
        return [(vocabulary.GROUPS[name], fields) for name, fields in groups.items()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        inputs = self.chosen()
        if cleaned.get("discount_rates"):
            inputs["discount_rates"] = cleaned["discount_rates"]
        self.instance.inputs = inputs
        return cleaned


class RoleForm(BaseModelForm):
    """One role of the squad that is costed; its pay only for those who may see pay."""

    class Meta:
        model = AppraisalRole
        fields = ["role", "fte", "salary", "day_rate"]

    def __init__(self, *args: Any, with_pay: bool, role_choices: list[tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices  # type: ignore[attr-defined]
        for name, label in (("salary", _("Salary")), ("day_rate", _("Day rate"))):
            if with_pay:
                self.fields[name] = MoneyField(label=label, required=False, minimum=1, maximum=9_999_999)
            else:
                del self.fields[name]


class BaseRoleFormSet(RowsOfVersioned):
    """The rows of roles; the roles to choose from are read once, not once a row."""

    key = "role"

    def __init__(self, *args: Any, with_pay: bool, **kwargs: Any) -> None:
        roles = Role.objects.order_by(pair_field("name"))
        choices = [("", "---------"), *((role.pk, str(role)) for role in roles)]
        super().__init__(*args, form_kwargs={"with_pay": with_pay, "role_choices": choices}, **kwargs)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if forms.formsets.DELETION_FIELD_NAME in form.fields:
            form.fields[forms.formsets.DELETION_FIELD_NAME].label = _("Take this role out")


RoleFormSet = forms.inlineformset_factory(
    Appraisal, AppraisalRole, form=RoleForm, formset=BaseRoleFormSet, extra=2, can_delete=True
)


class OptionForm(InputsForm):
    """An option's names and every input its funding model knows."""

    stored = "parameters"

    class Meta:
        model = Option
        fields = ["name_cy", "name_en"]

    def __init__(self, *args: Any, standing: Mapping[str, Input], start_year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = OPTION_FIELDS[self.instance.funding_model]
        self.add_inputs(fields, self.instance.parameters, standing, start_year=start_year)

    def inputs(self) -> list[Any]:
        return [self[name] for name in self.paths]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.instance.parameters = self.chosen()
        return cleaned


class NewOptionForm(BaseForm):
    """Which way of funding to add, and what to call it."""

    funding_model = forms.ChoiceField(label=_("Funding model"), choices=FundingModel.choices)
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200)
