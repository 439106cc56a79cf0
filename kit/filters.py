"""What lists are narrowed by: a search over both languages, and choices."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from kit.accents import every_word
from kit.bilingual import LANGUAGES
from kit.choices import settle_choices
from kit.forms import BaseForm

ANY = _("Any")
LONGEST_SEARCH = 100


class FilterForm(BaseForm):
    """Nothing in a filter has to be filled in, so nothing is marked as optional."""

    all_optional = True


class ListFilter(django_filters.FilterSet):
    """The base of every list's filters. `search_pairs` and `search_fields` are what the search box looks in."""

    search_pairs: list[str] = []
    search_fields: list[str] = []

    filters: dict[str, Any]
    search = django_filters.CharFilter(method="find", label=_("Search"), max_length=LONGEST_SEARCH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (self.search_pairs or self.search_fields):
            self.filters.pop("search", None)
        else:
            # Declared in the base, yet always the first box.
            first = self.filters.pop("search")
            self.filters = type(self.filters)({"search": first, **self.filters})

    def get_form_class(self) -> type[forms.Form]:
        fields: dict[str, Any] = {name: found.field for name, found in self.filters.items()}
        return type("Narrowing", (FilterForm,), fields)

    @property
    def form(self) -> Any:
        if not hasattr(self, "_narrowing"):
            made: Any = super().form
            settle_choices(made, user=getattr(self.request, "user", None), empty=ANY)
            self._narrowing = made
        return self._narrowing

    def find(self, rows: QuerySet[Any], name: str, text: str) -> QuerySet[Any]:
        """Rows that have every word, in either language, with accents or none."""
        wanted = self.found_by(text, user=getattr(self.request, "user", None))
        return rows.filter(wanted) if wanted else rows

    @classmethod
    def search_columns(cls, user: Any = None) -> list[str]:
        """What the search looks in; more for a person who may see more."""
        return [f"{pair}_{language}" for pair in cls.search_pairs for language in LANGUAGES] + cls.search_fields

    @classmethod
    def found_by(cls, text: str, user: Any = None) -> Q:
        """Rows that have every word. The search over everything asks each list's filter the same."""
        return every_word(cls.search_columns(user), text, model=cls._meta.model)

    @property
    def in_use(self) -> bool:
        """Whether anything narrows the list."""
        return any(self.data.get(name) for name in self.filters) if self.data else False

    @property
    def boxes_in_use(self) -> bool:
        """Whether anything but the search does."""
        return any(self.data.get(name) for name in self.filters if name != "search") if self.data else False
