"""Which rates are in force: what each role costs in each employment."""

import datetime

from django.db.models import Q

from funding.models import Rate

RateKey = tuple[int, str]


def rates_in_force(*, on: datetime.date, organisation: int | None = None) -> dict[RateKey, Rate]:
    """By role and employment: an organisation's own before everybody's, signed before shipped. One query."""
    rows = Rate.objects.in_force(on).filter(Q(organisation__isnull=True) | Q(organisation=organisation))
    found: dict[RateKey, Rate] = {}
    for row in rows.select_related("role", "made_by", "signed_by"):
        key = row.role_id, row.employment
        held = found.setdefault(key, row)
        if held.organisation_id is None and row.organisation_id is not None:
            found[key] = row
    return found


def of_same_role(rate: Rate) -> list[Rate]:
    """Every rate there has ever been for the role in this employment, newest first. One query."""
    rows = Rate.objects.filter(role=rate.role_id, employment=rate.employment)
    return list(rows.select_related("organisation", "made_by", "signed_by").order_by("-valid_from", "-pk"))
