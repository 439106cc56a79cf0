"""What a conversion saves, said on the page of a room that knows no pounds; nothing to whoever may not see pay."""

from typing import Any

from django import template
from django.utils import timezone

from funding.queries.conversion import saving_finding, saving_of
from squads.models import Conversion

register = template.Library()


@register.simple_tag(takes_context=True)
def conversion_saving(context: template.Context, conversion: Conversion) -> list[str]:
    """Sentences; none without the right. Two queries."""
    user: Any = context["request"].user
    if not user.has_perm("funding.view_rates"):
        return []
    return saving_finding(saving_of(conversion=conversion, on=timezone.localdate()))
