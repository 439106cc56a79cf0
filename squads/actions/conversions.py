"""A contractor's post converted to a permanent one, and what has to be handed over."""

import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from kit import formats
from kit.versions import save_if_current
from squads.actions.acts import ActError, locked
from squads.actions.posts import record_state
from squads.models import Conversion, Employment, HandoverItem, Post, Role
from squads.queries.conversions import conversion_words, leads_back, made_by_conversion
from squads.queries.months import GONE, PRESENT


@transaction.atomic
def convert_to_existing(*, contractor: Post, permanent: Post, version: int) -> Conversion:
    """Says that a permanent post, planned already or filled, replaces a contractor's. Raises ActError, StaleVersion."""
    found = _convertible(contractor, version)
    if permanent.pk == found.pk:
        raise ActError(_("A post cannot replace itself."), "permanent")
    other = locked(permanent)
    if other.state in GONE:
        raise ActError(_("That post has ended already."), "permanent")
    if other.employment in Employment.contractors():
        raise ActError(_("That is a contractor's post: the one that replaces it must be permanent."), "permanent")
    if other.planned_to is not None and found.planned_to is not None and other.planned_to <= found.planned_to:
        raise ActError(
            _("That post's last day is %(day)s, no later than the contractor's: nobody would follow.")
            % {"day": formats.date(other.last_day)},
            "permanent",
        )
    if leads_back(contractor=found, permanent=other):
        raise ActError(
            _("That post is itself replaced, step by step, by this one: the two would go round in a circle."),
            "permanent",
        )
    if Conversion.objects.filter(permanent=other).exists():
        raise ActError(_("That post replaces another contractor's already."), "permanent")
    return Conversion.objects.create(contractor=found, permanent=other)


@transaction.atomic
def convert_to_new(
    *, contractor: Post, version: int, role: Role, fte: Decimal, planned_from: datetime.date, on: datetime.date
) -> Conversion:
    """Plans a permanent post in the same squad that replaces a contractor's. Raises ActError, StaleVersion."""
    found = _convertible(contractor, version)
    permanent = Post(
        squad=found.squad,
        role=role,
        fte=fte,
        employment=Employment.PERMANENT,
        planned_from=planned_from,
        planned_to=found.squad.until,
    )
    permanent._change_reason = conversion_words(found)  # type: ignore[attr-defined]
    permanent.save()
    record_state(post=permanent, on=on)
    return Conversion.objects.create(contractor=found, permanent=permanent)


def _convertible(contractor: Post, version: int) -> Post:
    """The contractor's post, locked and stepped up by one version, so that two cannot convert it at once."""
    found = locked(contractor)
    if found.state in GONE:
        raise ActError(_("This post has ended already."))
    if not found.is_contractors:
        raise ActError(_("Only a contractor's post is converted, and this is not one."))
    if Conversion.objects.filter(contractor=found).exists():
        raise ActError(_("This post has been converted already."))
    found._change_reason = "Trosi'n barhaol / Converted to permanent"  # type: ignore[attr-defined]
    save_if_current(found, version=version)
    return found


@transaction.atomic
def take_back_conversion(*, conversion: Conversion, with_post: bool) -> None:
    """Takes a conversion and its handover back, with the post it made where that is asked. Raises ActError."""
    found = (
        Conversion.objects.select_for_update(of=("self",))
        .select_related("permanent", "contractor")
        .get(pk=conversion.pk)
    )
    permanent = found.permanent
    if permanent.state in PRESENT:
        raise ActError(_("Somebody is in the permanent post: the conversion has happened, and stays."))
    made_here = made_by_conversion(conversion=found)
    found.delete()
    if with_post and made_here:
        permanent.delete()


@transaction.atomic
def tick(*, item: HandoverItem, done: bool, on: datetime.date) -> HandoverItem:
    """Notes that something has been handed over, or has not after all. What is so already stays as it is."""
    found = HandoverItem.objects.select_for_update().get(pk=item.pk)
    if done != (found.done_on is not None):
        found.done_on = on if done else None
        save_if_current(found, version=found.version)
    return found
