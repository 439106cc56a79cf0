"""Organisations merge and are renamed: a form offers those that exist, and says in words why another will not do."""

import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from kit import formats
from portfolio.models import Organisation

DAY = datetime.timedelta(days=1)


def offer_existing(form: Any, name: str, on: datetime.date | None) -> None:
    """Offers the organisations that exist on a day, and the one that is chosen already.

    Another one is still taken when it is posted, so that `not_there` can say what became of it: "not one of the
    choices" would tell nothing to somebody whose page was opened before two bodies became one.
    """
    field = form.fields[name]
    if on is None:
        return
    kept = [getattr(form.instance, f"{name}_id", None), form.initial.get(name)]
    offered = field.queryset.filter(Q(pk__in=Organisation.objects.on(on)) | Q(pk__in=[pk for pk in kept if pk]))
    none = [("", field.empty_label)] if field.empty_label is not None else []
    field.choices = [*none, *((one.pk, str(one)) for one in offered)]


def not_there(organisation: Organisation, day: datetime.date, *, leaving: bool = False) -> str:
    """Why the organisation cannot have done a thing on a day; "" where it can.

    `leaving`: it may leave on the first day on which it no longer exists.
    """
    first, end = organisation.valid_from, organisation.valid_to
    if first and day < first:
        return _("%(name)s did not exist on that day: its first day was %(first)s.") % {
            "name": organisation.name,
            "first": formats.date(first),
        }
    if end and (day > end or (day == end and not leaving)):
        said = _("%(name)s no longer exists on that day: its last day was %(last)s.") % {
            "name": organisation.name,
            "last": formats.date(end - DAY),
        }
        if organisation.successor:
            said += " " + _("Its successor is %(name)s.") % {"name": organisation.successor.name}
        return said
    return ""
