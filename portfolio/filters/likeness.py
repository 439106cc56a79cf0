"""What groups of products that look alike can be narrowed by: they are worked out, so no database does it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from kit.accents import folded
from kit.filters import LONGEST_SEARCH, FilterForm, ListFilter
from portfolio.models import NotAlike
from portfolio.queries.likeness import Group


class GroupSearch(FilterForm):
    search = forms.CharField(label=_("Search"), max_length=LONGEST_SEARCH, required=False)


class GroupFilter:
    """Groups of which some product's name, or its owner's, has every word, in either language."""

    def __init__(self, data: QueryDict, *, queryset: Sequence[Group], request: HttpRequest) -> None:
        self.form = GroupSearch(data)
        self._groups = queryset

    @property
    def qs(self) -> list[Group]:
        wanted = folded(self.form.cleaned_data["search"]).split() if self.form.is_valid() else []
        return [group for group in self._groups if self._has(group, wanted)]

    @property
    def in_use(self) -> bool:
        return bool(self.form.data.get("search"))

    boxes_in_use = False

    @staticmethod
    def _has(group: Group, wanted: Sequence[str]) -> bool:
        return not wanted or any(
            all(word in said for word in wanted)
            for one in group.products
            for said in [
                folded(" ".join([one.name_cy, one.name_en, one.organisation.name_cy, one.organisation.name_en]))
            ]
        )


class NotAlikeFilter(ListFilter):
    search_pairs = ["first__name", "second__name"]
    search_fields = ["reason"]

    class Meta:
        model: Any = NotAlike
        fields: list[str] = []
