"""Rows that belong to everybody: seen by all who may see products, changed by the chief digital officer's office."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

if TYPE_CHECKING:
    from accounts.models import User

Row = TypeVar("Row", bound=models.Model)


class NationwideQuerySet(models.QuerySet[Row]):
    def visible_to(self, user: "User") -> Self:
        return self if user.has_perm("portfolio.view_product") else self.none()

    def editable_by(self, user: "User") -> Self:
        return self if user.has_perm("portfolio.change_register") else self.none()
