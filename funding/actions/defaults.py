"""Loading what comes with Cynnal. It may be done again at every release: what is there is corrected, never doubled."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models, transaction
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from funding.models import Assumption, Rate
from funding.queries.defaults import shipped_assumptions, shipped_rates, shipped_roles
from squads.models import Role

REASON = "Gwerthoedd diofyn / Shipped defaults"
ROLE_FIELDS: tuple[str, ...] = ()
ASSUMPTION_FIELDS = ("value", "low", "likely", "high", "unit", "evidence", "source_cy", "source_en")
RATE_FIELDS = ("amount", "low", "high", "evidence", "source_cy", "source_en")

Record = TypeVar("Record", bound=models.Model)


@dataclass(frozen=True)
class Loaded:
    """How many rows were new, and how many shipped ones were corrected."""

    added: int
    corrected: int


@transaction.atomic
def load_defaults() -> dict[str, Loaded]:
    """Roles, rates and assumptions as this release ships them. What people made or signed is not touched.

    A role is added where its code is missing and otherwise left as its keeper has it.
    """
    roles = _load(Role, Role.objects.select_for_update(), shipped_roles(), lambda role: role.code, ROLE_FIELDS)
    by_code = {role.code: role for role in Role.objects.all()}
    return {
        "roles": roles,
        "rates": _load(
            Rate,
            Rate.objects.filter(made_by__isnull=True, organisation__isnull=True).select_for_update(),
            shipped_rates(by_code),
            lambda rate: (rate.role_id, rate.employment, rate.valid_from),
            RATE_FIELDS,
        ),
        "assumptions": _load(
            Assumption,
            Assumption.objects.filter(made_by__isnull=True).select_for_update(),
            shipped_assumptions(),
            lambda assumption: (assumption.key, assumption.valid_from),
            ASSUMPTION_FIELDS,
        ),
    }


def _load(
    model: type[Record],
    rows: Iterable[Record],
    shipped: Iterable[Record],
    key: Callable[[Any], Hashable],
    fields: tuple[str, ...],
) -> Loaded:
    held = {key(row): row for row in rows}
    new, changed = [], []
    for one in shipped:
        row = held.get(key(one))
        if row is None:
            new.append(one)
        elif any(getattr(row, field) != getattr(one, field) for field in fields):
            for field in fields:
                setattr(row, field, getattr(one, field))
            changed.append(row)
    if new:
        bulk_create_with_history(new, model, default_change_reason=REASON)
    if changed:
        bulk_update_with_history(changed, model, list(fields), default_change_reason=REASON)
    return Loaded(len(new), len(changed))
