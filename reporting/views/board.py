"""The board's page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import User
from kit.views import SignedInRequest, permission_required_403
from reporting.queries.figures import standing_on
from reporting.queries.overview import overview
from reporting.queries.overview_words import overview_finding
from reporting.queries.verdicts import count_of_verdicts, verdicts


@require_safe
@permission_required_403("reporting.view_board")
def board(request: SignedInRequest) -> HttpResponse:
    """The figures of the portfolio, and what each comparison came to."""
    user, on = request.user, timezone.localdate()
    assert isinstance(user, User)
    context = {
        "finding": overview_finding(overview(user=user, on=on), user=user, on=on),
        "standing": standing_on(user=user, on=on),
        "verdicts": verdicts(user=user, on=on),
        "count": count_of_verdicts(user=user),
    }
    return render(request, "reporting/board.html", context)
