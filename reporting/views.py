"""Home, which is each person's own, and the board's page."""

import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import User
from kit.views import SignedInRequest, permission_required_403
from reporting.queries.changes import changes_since
from reporting.queries.coming import coming
from reporting.queries.figures import standing_on
from reporting.queries.needs import needs_of
from reporting.queries.verdicts import count_of_verdicts, verdicts

A_WEEK = datetime.timedelta(days=7)


@require_safe
@permission_required_403("reporting.view_home")
def home(request: SignedInRequest) -> HttpResponse:
    """What needs you, what changed, what is coming."""
    user, on = request.user, timezone.localdate()
    assert isinstance(user, User)
    context = {
        "needs": needs_of(user=user, on=on),
        "changes": changes_since(user=user, since=timezone.now() - A_WEEK),
        "coming": coming(user=user, on=on),
    }
    return render(request, "reporting/home.html", context)


@require_safe
@permission_required_403("reporting.view_board")
def board(request: SignedInRequest) -> HttpResponse:
    """The figures of the portfolio, and what each comparison came to."""
    user, on = request.user, timezone.localdate()
    assert isinstance(user, User)
    context = {
        "standing": standing_on(user=user, on=on),
        "verdicts": verdicts(user=user, on=on),
        "count": count_of_verdicts(user=user),
    }
    return render(request, "reporting/board.html", context)
