"""Pages open to everybody: that the service answers, and how accessible it is."""

import datetime

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

STATEMENT_PREPARED_ON = datetime.date(2026, 11, 24)


@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Says that the service answers and reaches its database. Nothing about either is told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement the regulations ask for, open to everybody."""
    return render(request, "kit/accessibility.html", {"prepared_on": STATEMENT_PREPARED_ON})
