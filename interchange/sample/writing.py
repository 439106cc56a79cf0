"""Writes the sample's records with their history, all dated as the sample is: 1 November 2026."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import models
from simple_history.utils import bulk_create_with_history

from funding.models import Fund, Round
from portfolio.models import Organisation, Product, Programme
from squads.models import Role, Squad

AS_AT = datetime.datetime(2026, 11, 1, 9, 0, tzinfo=datetime.UTC)
BATCH = 500

Record = TypeVar("Record", bound=models.Model)


@dataclass
class Loading:
    """A load under way: what has been written, by the sample's own keys, and how many of each kind.

    `reason` is kept in the history of every record: by it a later load knows that this one was, whatever is edited
    since.
    """

    reason: str
    organisations: dict[str, Organisation] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    squads: dict[str, Squad] = field(default_factory=dict)
    funds: dict[str, Fund] = field(default_factory=dict)
    rounds: dict[int, Round] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def write(self, model: type[Record], records: Iterable[Record]) -> list[Record]:
        """Saves records of one model and their history in a few statements, and gives them back with their keys."""
        many = list(records)
        if many:
            bulk_create_with_history(
                many, model, batch_size=BATCH, default_change_reason=self.reason, default_date=AS_AT
            )
        self.counts[str(model._meta.verbose_name_plural)] += len(many)
        return many
