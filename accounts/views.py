"""Sign-in, as the library does it with our forms, a person's own page and the lists they keep."""

from typing import Any

from allauth.account import views as allauth
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from accounts import forms
from accounts.actions import (
    MOST_SAVED,
    NameTakenError,
    TooManySavedError,
    choose_language,
    forget_list,
    save_list,
)
from accounts.language import choose, keep
from accounts.models import SavedList, User
from accounts.queries import (
    DEMONSTRATION_PASSWORD,
    address_of,
    demonstration_sign_ins,
    lists_kept,
    role_names,
)
from kit import lists
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


@login_required
def saved_lists(request: HttpRequest) -> HttpResponse:
    """Every list that a person keeps, whatever page it is of."""
    user = request.user
    assert isinstance(user, User)
    kept = [(one, _title_of(one.saved.page)) for one in lists_kept(user=user)]
    return render(request, "accounts/saved_lists.html", {"kept": kept, "most": MOST_SAVED})


@login_required
def saved_list_new(request: HttpRequest) -> HttpResponse:
    """Posted from the list itself; its own page is seen when the name has to be put right."""
    form = forms.SavedListForm(request.POST or None, initial=request.GET.dict())
    return _name_page(request, form, title=_("Save these filters"))


@login_required
def saved_list_edit(request: HttpRequest, pk: int) -> HttpResponse:
    saved = _own(request, pk)
    form = forms.NameForm(request.POST or None, initial={"name": saved.name})
    return _name_page(request, form, title=_("Rename the saved list"), saved=saved)


def _name_page(request: HttpRequest, form: Any, *, title: str, saved: SavedList | None = None) -> HttpResponse:
    if switching_language(request):
        form.as_typed()
    elif request.method == "POST" and form.is_valid():
        kept = _saved(request, form, saved)
        if kept is not None:
            messages.success(request, _("Saved as “%(name)s”.") % {"name": kept.name})
            return redirect(address_of(kept) or reverse("saved_lists"))
    page, query = (saved.page, saved.query) if saved else (_given(form, "page"), _given(form, "query"))
    back = address_of(SavedList(page=page, query=lists.narrowing(query))) or reverse("saved_lists")
    context = {"form": form, "title": title, "cancel_url": back, "language_form": "edit", "is_new": True}
    status = 422 if request.method == "POST" and form.errors else 200
    return render(request, "kit/edit.html", context, status=status)


def _saved(request: HttpRequest, form: Any, saved: SavedList | None) -> SavedList | None:
    """None where the form now says why it could not be kept."""
    user, given = request.user, form.cleaned_data
    assert isinstance(user, User)
    page, query = (saved.page, saved.query) if saved else (given["page"], given["query"])
    try:
        return save_list(user=user, name=given["name"], page=page, query=query, saved=saved)
    except NameTakenError:
        form.add_error("name", _("You already have a saved list of this name here. Choose another name."))
    except TooManySavedError:
        words = _("You have %(most)s saved lists, which is as many as there may be. Delete one that you do not use.")
        form.add_error(None, words % {"most": MOST_SAVED})
    return None


def _given(form: Any, name: str) -> str:
    return str(form[name].value() or "")


@login_required
def saved_list_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first. Afterwards the list is shown as it was narrowed, so that it can be saved again."""
    saved = _own(request, pk)
    address = address_of(saved)
    if request.method == "POST":
        forget_list(saved=saved)
        words = _("“%(name)s” has been deleted. Its filters are still set here: save them again if it was a mistake.")
        messages.success(request, words % {"name": saved.name})
        return redirect(address or reverse("saved_lists"))
    context = {"saved": saved, "list_title": _title_of(saved.page), "back": address or reverse("saved_lists")}
    return render(request, "accounts/saved_list_delete.html", context)


def _own(request: HttpRequest, pk: int) -> SavedList:
    found = SavedList.objects.visible_to(request.user).filter(pk=pk).first()  # type: ignore[arg-type]
    if found is None:
        raise Http404
    return found


def _title_of(page: str) -> str:
    """What a page is called, as it says itself."""
    address = address_of(SavedList(page=page))
    view = getattr(resolve(address).func, "view_class", None) if address else None
    return str(getattr(view, "title", "") or page)
