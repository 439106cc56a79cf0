"""Lists as a person left them: their search, filters, sort and page, kept for the way back."""

from django.http import HttpRequest, QueryDict
from django.urls import reverse

KEPT = "lists"
PER_PAGE = "per_page"
AT_MOST = 40


def remember(request: HttpRequest, view_name: str) -> None:
    """Keeps the query of a list; written only when it has changed, so that reading a list costs no write."""
    query = request.GET.copy()
    query.pop("download", None)
    kept: dict[str, str] = request.session.get(KEPT, {})
    if kept.get(view_name, "") != query.urlencode():
        kept = {name: value for name, value in kept.items() if name != view_name}
        request.session[KEPT] = dict([*kept.items(), (view_name, query.urlencode())][-AT_MOST:])


def narrowing(query: str) -> str:
    """What of a query chooses and sorts the rows: not which page of them, nor a choice left open."""
    chosen = QueryDict(query, mutable=True)
    for name in ("page", PER_PAGE, "download"):
        chosen.pop(name, None)
    for name, values in list(chosen.lists()):
        chosen.setlist(name, [value for value in values if value])
    return chosen.urlencode()


def address(request: HttpRequest | None, view_name: str) -> str:
    """Where a list is, with the query it was left with."""
    session = getattr(request, "session", None)
    query = session.get(KEPT, {}).get(view_name, "") if session else ""
    return f"{reverse(view_name)}?{query}" if query else reverse(view_name)
