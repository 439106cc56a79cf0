"""The box of the search over everything."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kit.filters import LONGEST_SEARCH
from kit.forms import BaseForm


class SearchForm(BaseForm):
    all_optional = True
    q = forms.CharField(
        label=_("Words to look for"),
        max_length=LONGEST_SEARCH,
        required=False,
        error_messages={"max_length": _("Search for %(limit_value)d characters at most. You typed %(show_value)d.")},
        help_text=_("In Welsh or English, with accents or none. What is found has every word."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
