"""Home, which is each person's own."""

import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import User
from kit.views import SignedInRequest, permission_required_403, table_file
from kit.views.downloads import Tables
from reporting.queries import coming as ahead
from reporting.queries.changes import MOST, changes_since
from reporting.queries.needs import needs_of
from reporting.sheets import coming_sheet

A_WEEK = datetime.timedelta(days=7)
FILES: Tables = {"coming": lambda page: coming_sheet(page["coming"], on=page["on"])}


@require_safe
@permission_required_403("reporting.view_home")
def home(request: SignedInRequest) -> HttpResponse:
    """What needs you, what changed, what is coming."""
    user, on = request.user, timezone.localdate()
    assert isinstance(user, User)
    soon = ahead.coming(user=user, on=on)
    if request.GET.get("download"):
        return table_file(request, FILES, {"coming": soon, "on": on}, about="")
    context = {
        "needs": needs_of(user=user, on=on),
        "changes": changes_since(user=user, since=timezone.now() - A_WEEK),
        "most_changes": MOST,
        "coming": soon,
        "most_coming": ahead.MOST,
    }
    return render(request, "reporting/home.html", context)
