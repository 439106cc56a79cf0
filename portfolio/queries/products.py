"""What the list of products says of those that are shown."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from portfolio.models import Phase


def products_finding(rows: Any) -> list[str]:
    """Of products that `with_adoption` was asked of. One query, for the phase and the adopters of each, and another."""
    found = list(rows.order_by().values_list("phase", "adopters"))
    if not found:
        return []
    live = [adopters for phase, adopters in found if phase == Phase.LIVE]
    said = ngettext("One product is live.", "%(number)s products are live.", len(live))
    sentences = [formats.counted(said, len(live)) if live else _("No product here is live.")]
    alone = live.count(0)
    if alone and len(live) == 1:
        sentences.append(_("No local authority has adopted it."))
    elif alone:
        said = ngettext(
            "No local authority has adopted one of them.", "No local authority has adopted %(number)s of them.", alone
        )
        sentences.append(formats.counted(said, alone))
    if one_language := rows.order_by().in_one_language().count():
        said = ngettext(
            "One product is described in one language only.",
            "%(number)s products are described in one language only.",
            one_language,
        )
        sentences.append(formats.counted(said, one_language))
    return [" ".join(sentences)]
