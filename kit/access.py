"""Who may open a page: nobody without signing in, and nobody without the right the page names."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.generic import View


class SignedInRequest(HttpRequest):
    """What a guarded view is handed: somebody is signed in, and of the house's own kind of user."""

    user: Any


def refusal(request: HttpRequest, permission: str) -> HttpResponseBase | None:
    """None where the person may go on; a redirect for somebody not signed in; else PermissionDenied."""
    if not request.user.is_authenticated:
        sign_in = redirect_to_login(request.get_full_path())
        if getattr(request, "htmx", False):
            # A fragment's place is no place for the sign-in page: the whole page goes there.
            return HttpResponse(status=204, headers={"HX-Redirect": sign_in.url})
        return sign_in
    if not request.user.has_perm(permission):
        raise PermissionDenied
    return None


def permission_required_403(permission: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """For function views: signing in first, then the right, or 403."""

    def guard(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            return refusal(request, permission) or view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return guard


class Page(View):
    """The base of every page made by a class: it has to name its right."""

    permission = ""
    request: Any  # a SignedInRequest; Django's own views declare it their own way

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.permission:
            raise ImproperlyConfigured(f"{type(self).__name__} names no permission")
        return refusal(request, self.permission) or super().dispatch(request, *args, **kwargs)
