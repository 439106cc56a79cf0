"""Proposing a figure in place of another, and signing it: the same for rates and assumptions."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from funding.actions.signing import AlreadySignedError, OwnFigureError, propose, sign
from funding.models.signing import Signed
from kit.views import SignedInRequest, switching_language


def supersede_page(request: SignedInRequest, *, old: Signed, form: Any, page: str, title: str) -> HttpResponse:
    """The form of a new figure; `old` is what it would take the place of, `page` the route of one figure."""
    if switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid():
        made = propose(form=form, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Proposed. It counts from the day somebody else signs it."))
        return redirect(page, made.pk)
    context = {
        "form": form,
        "old": old,
        "title": title,
        "cancel_url": reverse(page, args=[old.pk]),
        "language_form": "edit",
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "funding/supersede.html", context, status=status)


def sign_page(request: SignedInRequest, *, figure: Any, page: str, shown: str) -> HttpResponse:
    """Asks first, since a signature is not taken back; `shown` is the figure in words."""
    if request.method == "POST":
        try:
            sign(model=type(figure), pk=figure.pk, by=request.user, on=timezone.localdate())
        except (AlreadySignedError, OwnFigureError) as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Signed. It is in force from its first day."))
        return redirect(page, figure.pk)
    refusal = None
    if not figure.awaits_signature:
        refusal = str(AlreadySignedError())
    elif figure.made_by_id == request.user.pk:
        refusal = str(OwnFigureError())
    context = {"figure": figure, "shown": shown, "refusal": refusal, "cancel_url": reverse(page, args=[figure.pk])}
    return render(request, "funding/sign.html", context)


def may_sign(user: Any, figure: Signed, *, right: str) -> bool:
    return user.has_perm(right) and figure.awaits_signature and figure.made_by_id != user.pk
