"""How far a job is, as a part of a page that is asked for again each second while it goes on."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from funding.models import Job
from funding.queries.jobs import progress_of, run_of
from kit.views import SignedInRequest


def wants_progress(request: SignedInRequest) -> bool:
    """Whether the page asks for its progress alone."""
    return bool(getattr(request, "htmx", False)) and not request.htmx.boosted  # type: ignore[attr-defined]


def progress_context(request: SignedInRequest, found: Job) -> dict[str, Any]:
    """What `funding/_progress.html` shows."""
    return {
        "progress": progress_of(job=found, at=timezone.now()),
        "progress_url": page_of(found),
        "can_steer": request.user.has_perm("funding.change_appraisal"),
    }


def progress_fragment(request: SignedInRequest, found: Job) -> HttpResponse:
    response = render(request, "funding/_progress.html", progress_context(request, found))
    if not found.is_running:
        # What it came to is more than a fragment: the page is asked for again, once.
        response["HX-Refresh"] = "true"
    return as_fragment(response)


def as_fragment(response: HttpResponse) -> HttpResponse:
    """For a page and its fragment alike: neither is taken for the other, and neither is kept."""
    patch_vary_headers(response, ["HX-Request"])
    add_never_cache_headers(response)
    return response


def page_of(found: Job) -> str:
    """Where a job's progress is shown: on the page of the run it draws, or on its own."""
    run = run_of(found)
    return reverse("funding:job", args=[found.pk]) if run is None else reverse("funding:run", args=[run])
