"""The five ways of paying for a team, each in a line."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy as _

from funding.vocabulary.terms import Words


class FundingModelWords(NamedTuple):
    name: Words
    description: Words


FUNDING_MODELS: Final[Mapping[str, FundingModelWords]] = {
    "annual_cycle": FundingModelWords(
        _("Annual fund"),
        _("Every year a bid, a team of contractors put together and let go again at the year's end."),
    ),
    "sustained_squad": FundingModelWords(
        _("Sustained squad"), _("A lower, guaranteed sum that pays for permanent posts, year after year.")
    ),
    "contractor_to_permanent": FundingModelWords(
        _("Contractors handing over to a squad"),
        _("Contractors begin, and hand over to permanent staff as posts are filled."),
    ),
    "capital_project": FundingModelWords(
        _("One-off capital project"),
        _("A supplier's team builds it once; after that a few borrowed staff keep it running."),
    ),
    "do_nothing": FundingModelWords(
        _("Doing nothing"), _("No team and nothing built: what the others are compared with.")
    ),
}


def funding_model(name: str) -> FundingModelWords:
    return FUNDING_MODELS[name]
