"""The search over everything a person may see."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from kit.views import SignedInRequest, permission_required_403
from reporting.forms.search import SearchForm
from reporting.queries.search import search, search_finding
from reporting.queries.search_kinds import KINDS


@require_safe
@permission_required_403("reporting.view_home")
def search_page(request: SignedInRequest) -> HttpResponse:
    """What was found, by kind; before anything is asked for, what can be."""
    user = request.user
    assert isinstance(user, User)
    form = SearchForm(request.GET) if "q" in request.GET else SearchForm()
    text = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    only = request.GET.get("only", "")
    found = search(user=user, text=text, only=only)
    context = {
        "form": form,
        "text": text,
        "found": found,
        "finding": search_finding(found=found, text=text),
        "is_asked": bool(text),
        "is_alone": bool(text) and any(kind.key == only for kind in KINDS),
    }
    return render(request, "reporting/search.html", context)
