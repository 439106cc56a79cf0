"""The part of a list's page that belongs to its reader: the lists of it that they keep, and the address to give away.

It stands here because the kit, of which every list is made, knows nobody.
"""

from typing import Any

from django import template

from accounts.models import User
from accounts.queries import lists_kept
from kit import lists

register = template.Library()


@register.inclusion_tag("accounts/_saved_lists.html", takes_context=True)
def saved_lists(context: template.Context) -> dict[str, Any]:
    """Nothing for whoever is not signed in, nor on a page whose address says more than its name. One query."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    user = getattr(request, "user", None)
    if request is None or match is None or match.kwargs or not isinstance(user, User):
        return {"shown": False}
    query = lists.narrowing(request.META.get("QUERY_STRING", ""))
    shared = f"{request.path}?{query}" if query else request.path
    return {
        "shown": True,
        "kept": [(one, one.saved.query == query) for one in lists_kept(user=user, page=match.view_name)],
        "page": match.view_name,
        "query": query,
        "shared": request.build_absolute_uri(shared),
        "is_fragment": context.get("is_fragment", False),
        "csrf_token": context.get("csrf_token"),
        "request": request,
    }
