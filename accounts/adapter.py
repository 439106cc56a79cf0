"""How sign-in behaves here: whom it lets in, in which language it answers and writes."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from accounts.language import in_language, keep, was_chosen
from accounts.queries import person_with_email


class InvitedOnly(DefaultAccountAdapter):
    """Accounts are made by an administrator: nobody signs themselves up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed. Ask an administrator to open it again."),
        "email_password_mismatch": _("The e-mail address and the password do not match an account here."),
        "enter_current_password": _("This is not your password now. Enter the one you signed in with."),
        "invalid_password_reset": _("This link does not work any more."),
        "rate_limited": _("Too many requests. Wait a few minutes and try again."),
        "too_many_login_attempts": _("Too many attempts to sign in. Wait five minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        return subject

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Somebody who has no role yet would be refused everywhere but on their own page, which says what to do."""
        user = request.user
        has_a_role = user.is_authenticated and user.has_perm("reporting.view_home")
        return super().get_login_redirect_url(request) if has_a_role else reverse("profile")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("profile")

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse:
        """Lands in the person's own language, unless they have just chosen this page's with the toggle."""
        here = get_language() or settings.LANGUAGE_CODE
        language = here if was_chosen(request, here) else user.preferred_language  # type: ignore[attr-defined]
        with override(language):
            response = super().post_login(request, user, **kwargs)
        response["Location"] = in_language(response["Location"], language)
        keep(response, language)
        return response

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """In the language the person asked for; where that is not known, Welsh first and then English."""
        person = context.get("user") or (person_with_email(email) if isinstance(email, str) else None)
        if person is not None:
            return self._in_language(person.preferred_language, template_prefix, email, context, headers)
        message = self._in_language("cy", template_prefix, email, context, headers)
        english = self._in_language("en", template_prefix, email, context, headers)
        message.subject = f"{message.subject} / {english.subject}"
        message.body = f"{message.body}\n\n* * *\n\n{english.body}"
        return message

    def _in_language(
        self,
        language: str,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None,
    ) -> EmailMessage:
        with override(language):
            localised = {
                name: in_language(value, language) if name.endswith("_url") and isinstance(value, str) else value
                for name, value in context.items()
            }
            return super().render_mail(template_prefix, email, localised, headers)
