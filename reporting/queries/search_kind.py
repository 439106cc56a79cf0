"""A kind of record that the search looks through, and where each of its records is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from accounts.models import User
from kit.filters import ListFilter

Address = Callable[[Any], str]


def page(url_name: str, key: str = "pk", *, anchor: str = "") -> Address:
    """A record's own page, or that of the record that `key` leads to, and a place on it."""
    return lambda row: reverse(url_name, args=[getattr(row, key)]) + (f"#{anchor}" if anchor else "")


def on_product(url_name: str, anchor: str) -> Address:
    """A record's place on a page of its product."""
    return lambda row: f"{reverse(url_name, args=[row.product_id])}#{anchor}-{row.pk}"


class Words(ListFilter):
    """Looks in a record's own words alone; the many records without any are passed over before they are looked in."""

    @classmethod
    def found_by(cls, text: str, user: Any = None) -> Q:
        nothing = Q(**dict.fromkeys(cls.search_columns(user), ""))
        return ~nothing & super().found_by(text, user)


def words_of(model: type[Model], *pairs: str, fields: tuple[str, ...] = ()) -> type[ListFilter]:
    """What is looked in of a kind that has no list of its own, or none of all its rows."""
    meta = type("Meta", (), {"model": model, "fields": []})
    own = {"search_pairs": list(pairs), "search_fields": list(fields), "Meta": meta}
    return type(f"{model.__name__}Words", (Words,), own)


@dataclass(frozen=True)
class Kind:
    """One kind of record. `name` and `belongs_to` are paths to a pair: "role__name" is the name of a row's role.

    Where there is no list of the kind, the search itself lists all of them.
    """

    key: str
    title: str | Promise
    model: type[Model]
    narrowing: type[ListFilter]
    list_url: str
    url: Address
    name: str = "name"
    # A name that is the same in both languages, such as a reference.
    is_pair: bool = True
    # The name of a row where the database does not know it, in the language that is asked for.
    called: Callable[[Any], str | Promise] | None = None
    # What tells apart rows that share a name, such as a day.
    detail: Callable[[Any], str] | None = None
    belongs_to: str = ""
    right: str = "portfolio.view_product"
    # What the list has to be told to leave nothing out.
    list_query: str = ""
    # Columns too large to be read for a list.
    without: tuple[str, ...] = ()

    def rows(self, user: User) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model.objects.visible_to(user)  # type: ignore[attr-defined]
        paths = [path for path in (self.name, self.belongs_to) if "__" in path]
        return rows.select_related(*(path.rpartition("__")[0] for path in paths)).defer(*self.without)

    def name_columns(self) -> list[str]:
        if self.called is not None:
            return []
        return [f"{self.name}_cy", f"{self.name}_en"] if self.is_pair else [self.name]

    def is_found_by_name(self, user: User) -> bool:
        """Whether it is looked for in the name, which may be that of another record, as a rating has its product's."""
        return set(self.name_columns()) <= set(self.narrowing.search_columns(user))

    def all_of_them(self, text: str) -> str:
        """The address of all that are found: the kind's list with the same search, or the search of this kind alone."""
        if not self.list_url:
            return f"{reverse('reporting:search')}?{urlencode({'q': text, 'only': self.key})}"
        query = urlencode({"search": text}) + (f"&{self.list_query}" if self.list_query else "")
        return f"{reverse(self.list_url)}?{query}"
