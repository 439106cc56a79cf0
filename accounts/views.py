"""Sign-in, as the library does it with our forms, and a person's own page."""

from typing import Any

from allauth.account import views as allauth
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts import forms
from accounts.actions import choose_language
from accounts.language import keep
from accounts.models import User
from accounts.queries import DEMONSTRATION_PASSWORD, demonstration_sign_ins, role_names


class SignIn(allauth.LoginView):  # type: ignore[misc]
    form_class = forms.SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"sign_ins": demonstration_sign_ins(), "shared_password": DEMONSTRATION_PASSWORD}


class ForgottenPassword(allauth.PasswordResetView):  # type: ignore[misc]
    form_class = forms.ForgottenPasswordForm


class NewPassword(allauth.PasswordResetFromKeyView):  # type: ignore[misc]
    form_class = forms.NewPasswordForm


class ChangePassword(allauth.PasswordChangeView):  # type: ignore[misc]
    form_class = forms.PasswordChangeForm


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """One's own page: who the service thinks one is, and the language to be written to in."""
    user = request.user
    assert isinstance(user, User)
    form = forms.ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        language = form.cleaned_data["preferred_language"]
        choose_language(user=user, language=language)
        with override(language):
            messages.success(request, _("Your language has been kept."))
            response = HttpResponseRedirect(reverse("profile"))
        keep(response, language)
        return response
    context = {"form": form, "person": user, "roles": role_names(user), "organisation": user.organisation}
    return render(request, "accounts/profile.html", context)
