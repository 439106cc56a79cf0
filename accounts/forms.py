"""Forms of sign-in and of one's own account, in our words instead of the library's."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.urls import NoReverseMatch, reverse
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import SavedList, User
from kit import lists
from kit.forms import AsTyped, BaseForm, BaseModelForm

EMAIL, PASSWORD = _("E-mail address"), _("Password")
NEW_PASSWORD, NEW_PASSWORD_AGAIN = _("New password"), _("New password, once more")

password_rules = lazy(lambda: " ".join(str(text) for text in password_validators_help_texts()), str)


def reword(form: forms.Form, **words: tuple[Any, Any]) -> None:
    """Gives fields our label and hint, and takes away words inside the box, which vanish when one types."""
    for name, (label, hint) in words.items():
        form.fields[name].label, form.fields[name].help_text = label, hint
        form.fields[name].widget.attrs.pop("placeholder", None)


class SignInForm(AsTyped, LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, login=(EMAIL, ""), password=(PASSWORD, ""), remember=(_("Keep me signed in on this device"), ""))
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ForgottenPasswordForm(AsTyped, ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, email=(EMAIL, ""))


class TypedTwice:
    """The new password is typed twice: the reason is given in our words."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def clean(self) -> dict[str, Any]:
        first, second = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if first and second and first != second:
            self.add_error("password2", gettext("The two passwords are not the same. Type the same one in both boxes."))  # type: ignore[attr-defined]
        return self.cleaned_data


class NewPasswordForm(AsTyped, TypedTwice, ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, password1=(NEW_PASSWORD, password_rules()), password2=(NEW_PASSWORD_AGAIN, ""))


class PasswordChangeForm(AsTyped, TypedTwice, ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(
            self,
            oldpassword=(_("Your password now"), ""),
            password1=(NEW_PASSWORD, password_rules()),
            password2=(NEW_PASSWORD_AGAIN, ""),
        )


class ProfileForm(BaseModelForm):
    class Meta:
        model = User
        fields = ["preferred_language"]
        widgets = {"preferred_language": forms.RadioSelect}
        labels = {"preferred_language": _("The language you want to read and be written to in")}
        help_texts = {"preferred_language": _("Pages open in it after you sign in, and e-mails are sent in it.")}


LONGEST_NAME, LONGEST_QUERY = (
    getattr(SavedList._meta.get_field(name), "max_length", None) or 0 for name in ("name", "query")
)


class NameForm(BaseForm):
    """What a saved list is called."""

    name = forms.CharField(
        label=_("Name"),
        max_length=LONGEST_NAME,
        error_messages={
            "required": _("Give it a name."),
            "max_length": _("The name is at most %(limit_value)d characters long."),
        },
    )


class SavedListForm(NameForm):
    """A page as it is narrowed, to be kept under a name."""

    page = forms.CharField(widget=forms.HiddenInput)
    query = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_page(self) -> str:
        page: str = self.cleaned_data["page"]
        try:
            reverse(page)
        except NoReverseMatch as fault:
            words = gettext("There is no such list. Go back to the list and save it from there.")
            raise forms.ValidationError(words) from fault
        return page

    def clean_query(self) -> str:
        query = lists.narrowing(self.cleaned_data["query"])
        if len(query) > LONGEST_QUERY:
            raise forms.ValidationError(
                gettext("These filters are too long to be kept. Search for fewer words, then save them.")
            )
        return query
