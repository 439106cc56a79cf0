"""An opportunity to buy together, saved with the contracts that are under it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from kit.versions import save_if_current
from portfolio.models import Contract, SourcingOpportunity


@transaction.atomic
def save_opportunity(*, form: Any, offered: Iterable[int], chosen: Iterable[int]) -> SourcingOpportunity | None:
    """Saves it, puts the chosen contracts under it and takes out those that were offered and left unticked.

    None where somebody was quicker. A contract that somebody has put under another since is left where it is.
    """
    saved: SourcingOpportunity | None = form.save() if form.is_new else form.save_or_conflict()
    if saved is None:
        return None
    wanted = set(chosen)
    for contract in Contract.objects.select_for_update().filter(pk__in=list(offered)).order_by("pk"):
        inside = contract.opportunity_id == saved.pk
        if contract.pk in wanted and contract.opportunity_id is None:
            contract.opportunity = saved
        elif contract.pk not in wanted and inside:
            contract.opportunity = None
        else:
            continue
        save_if_current(contract, version=contract.version)
    return saved
