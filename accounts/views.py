"""Sign-in, as the library does it with our forms, and a person's own page."""

from typing import Any

from allauth.account import views as allauth
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from accounts import forms
from accounts.actions import choose_language
from accounts.language import choose, keep
from accounts.models import User
from accounts.queries import DEMONSTRATION_PASSWORD, demonstration_sign_ins, role_names
from kit.forms import switching_language


class SwitchesLanguage:
    """A form of the library's on a page whose language toggle keeps what was typed, passwords apart."""

    form_id = "account"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if switching_language(request):
            choose(request, get_language() or settings.LANGUAGE_CODE)
            form = self.get_form().as_typed()  # type: ignore[attr-defined]
            return self.render_to_response(self.get_context_data(form=form))  # type: ignore[attr-defined]
        return super().post(request, *args, **kwargs)  # type: ignore[misc]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"language_form": self.form_id}  # type: ignore[misc]


class SignIn(SwitchesLanguage, allauth.LoginView):
    form_class = forms.SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "sign_ins": demonstration_sign_ins(),
            "shared_password": DEMONSTRATION_PASSWORD,
        }


class ForgottenPassword(SwitchesLanguage, allauth.PasswordResetView):
    form_class = forms.ForgottenPasswordForm


class NewPassword(SwitchesLanguage, allauth.PasswordResetFromKeyView):
    form_class = forms.NewPasswordForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # A link that does not work any more shows no form for the toggle to post.
        return context | {"language_form": ""} if context.get("token_fail") else context


class ChangePassword(SwitchesLanguage, allauth.PasswordChangeView):
    form_class = forms.PasswordChangeForm


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """One's own page: who the service thinks one is, and the language to be written to in."""
    user = request.user
    assert isinstance(user, User)
    form = forms.ProfileForm(request.POST or None, instance=user)
    if switching_language(request):
        form.as_typed()
    elif request.method == "POST" and form.is_valid():
        language = form.cleaned_data["preferred_language"]
        choose_language(user=user, language=language)
        with override(language):
            messages.success(request, _("Your language has been kept."))
            response = HttpResponseRedirect(reverse("profile"))
        keep(response, language)
        return response
    context = {"form": form, "person": user, "roles": role_names(user), "organisation": user.organisation}
    context["language_form"] = "account"
    return render(request, "accounts/profile.html", context)
