"""The latest reviews of the sample's risks: the one part that is counted back from the day of loading.

A demonstration is looked at on any day. Were everything dated once and for all, each of its products would soon be
shown as not updated, which is true and tells nothing.
"""

import datetime

from simple_history.utils import bulk_update_with_history

from accounts.models import User
from interchange.sample.writing import AS_AT, BATCH, Loading
from portfolio.models import Risk

REASON = "Adolygwyd yn yr enghraifft / Reviewed in the sample"
EVERY = datetime.timedelta(days=28)
# How many days before the loading the open risks of a product were reviewed. The other products are not updated.
DAYS_AGO = {
    "pre-application-planning": 2,
    "school-essentials-grant": 3,
    "streamlining-benefits": 5,
    "cardiff-admissions": 6,
    "caerphilly-repairs": 8,
    "hwb": 9,
    "gwynedd-waste": 11,
    "service-manual": 12,
}


def load_reviews(loading: Loading, *, on: datetime.date, by: User | None) -> None:
    """Puts off the next review of open risks, as a review does; only what comes after the sample's own day."""
    reviewed: dict[datetime.date, list[Risk]] = {}
    for key, days in DAYS_AGO.items():
        day = on - datetime.timedelta(days=days)
        if day <= AS_AT.date():
            continue
        for risk in Risk.objects.filter(product=loading.products[key]).open():
            risk.review_on = day + EVERY
            risk.version += 1
            reviewed.setdefault(day, []).append(risk)
    for day, risks in reviewed.items():
        at = datetime.datetime.combine(day, AS_AT.timetz())
        bulk_update_with_history(
            risks,
            Risk,
            ["review_on", "version"],
            batch_size=BATCH,
            default_user=by,
            default_change_reason=REASON,
            default_date=at,
        )
