"""Forms by which the office says that products are not the same."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.bilingual import reading
from kit.forms import BaseForm
from portfolio.models import Product


class NotAlikeForm(BaseForm):
    """Why two are not the same."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("What sets them apart, for whoever looks at them next."),
    )


class SplitForm(NotAlikeForm):
    """Which of a group are another thing than the rest."""

    apart = forms.MultipleChoiceField(
        label=gettext_lazy("Products that are not the same as the others"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("They stay alike to each other, and are parted from those you leave unticked."),
    )
    field_order = ["apart", "reason"]

    def __init__(self, *args: Any, products: Sequence[Product], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.products = {str(one.pk): one for one in products}
        field: Any = self.fields["apart"]
        field.choices = [
            (pk, f"{reading(one, 'name').text} ({reading(one.organisation, 'name').text})")
            for pk, one in self.products.items()
        ]

    def clean_apart(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["apart"]
        if len(chosen) == len(self.products):
            raise forms.ValidationError(_("Leave at least one product unticked: the others are parted from it."))
        return chosen

    @property
    def chosen(self) -> list[Product]:
        return [self.products[pk] for pk in self.cleaned_data["apart"]]

    @property
    def rest(self) -> list[Product]:
        return [one for pk, one in self.products.items() if pk not in self.cleaned_data["apart"]]


class TakeBackForm(BaseForm):
    """Of how many pairs the word is taken back."""

    which = forms.ChoiceField(label=gettext_lazy("Which pairs"), widget=forms.RadioSelect, initial="one")

    def __init__(self, *args: Any, together: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["which"]
        field.choices = [
            ("one", _("This pair only")),
            (
                "all",
                _("All that were said with it, on the same day and for the same reason: %(number)s")
                % {"number": together},
            ),
        ]
