"""What is done to a post, each on its own page: ended, extended, split, converted, and the last of these undone."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from kit import formats
from kit.history import FieldChange, capital
from kit.versions import StaleVersion
from kit.views import Page, switching_language
from kit.views.rows import editable_row
from squads.actions.acts import ActError, end_post, extend_post, split_post, take_back
from squads.actions.conversions import convert_to_existing, convert_to_new
from squads.forms.acts import ActForm, ConvertForm, EndForm, ExtendForm, SplitForm
from squads.models import Post
from squads.queries.conversions import overlap_days, overlap_words
from squads.queries.history import last_act, made_by_split
from squads.queries.months import GONE


class ActPage(Page, FormView):
    """One thing done to one post. What cannot be done is said in words, and what was typed is kept."""

    permission = "squads.change_squad"
    template_name = "squads/act.html"
    form_class: Any = ActForm
    title: Any = ""
    button: Any = _("Save")
    is_warning = False
    form_id = "act"

    @cached_property
    def row(self) -> Post:
        found: Post = editable_row(Post, self.request.user, self.kwargs["pk"])
        return found

    def get_form_kwargs(self) -> dict[str, Any]:
        more = {"post": self.row, "on": timezone.localdate(), "user": self.request.user}
        return super().get_form_kwargs() | more

    def refusal(self) -> str:
        """Why this cannot be done to the post at all, whatever is typed; the form is then not offered."""
        return gettext("This post has ended already.") if self.row.state in GONE else ""

    def explanation(self) -> list[str]:
        """What will happen, in sentences."""
        return []

    def perform(self, form: Any) -> Any:
        """Does it, and gives what to say of it. Raises ActError, StaleVersion."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if switching_language(request):
            return self.render_to_response(self.get_context_data(form=form.as_typed()))
        if not form.is_valid():
            return self._refused(form, 422)
        try:
            said = self.perform(form)
        except ActError as fault:
            form.add_error(fault.field if fault.field in form.fields else None, str(fault))
            return self._refused(form, 422)
        except StaleVersion:
            form.meet_newer(Post.objects.get(pk=self.row.pk))
            return self._refused(form, 409)
        messages.success(request, said)
        return redirect(self.get_success_url())

    def _refused(self, form: Any, status: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def get_success_url(self) -> str:
        return reverse("squads:post", args=[self.row.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refusal = self.refusal()
        more = {
            "post": self.row,
            "title": self.title,
            "button": self.button,
            "is_warning": self.is_warning,
            "refusal": refusal,
            "explanation": [] if refusal else self.explanation(),
            "language_form": "" if refusal else self.form_id,
            "cancel_url": reverse("squads:post", args=[self.row.pk]),
        }
        return super().get_context_data(**(more | kwargs))


class PostEnd(ActPage):
    form_class = EndForm
    title, button = _("End the post"), _("End it")
    is_warning = True

    def explanation(self) -> list[str]:
        if self.row.last_day is None:
            return [gettext("It has no last day now. Its days so far and its history are kept.")]
        said = gettext("Its last day is %(day)s now. Its days so far and its history are kept.")
        return [said % {"day": formats.date(self.row.last_day)}]

    def perform(self, form: Any) -> Any:
        given = form.cleaned_data
        ended = end_post(
            post=self.row,
            version=form.seen_version,
            last_day=None if given.get("never") else given["last_day"],
            reason=given["reason"],
            on=timezone.localdate(),
        )
        if given.get("never"):
            return gettext("The post has been dropped.")
        return gettext("The post's last day is %(day)s.") % {"day": formats.date(ended.last_day)}


class PostExtend(ActPage):
    form_class = ExtendForm
    title, button = _("Extend the post"), _("Extend it")

    def refusal(self) -> str:
        if self.row.last_day is None:
            return gettext("It has no last day: there is nothing to extend.")
        return super().refusal()

    def explanation(self) -> list[str]:
        said = [gettext("Its last day is %(day)s now.") % {"day": formats.date(self.row.last_day)}]
        if self.row.squad.last_day is not None:
            squad_ends = formats.date(self.row.squad.last_day)
            said.append(gettext("The squad's last day is %(day)s.") % {"day": squad_ends})
        return said

    def perform(self, form: Any) -> Any:
        given = form.cleaned_data
        extended = extend_post(
            post=self.row, version=form.seen_version, last_day=given["last_day"], reason=given["reason"]
        )
        if extended.last_day is None:
            return gettext("The post has no last day any more.")
        return gettext("The post's last day is %(day)s.") % {"day": formats.date(extended.last_day)}


class PostSplit(ActPage):
    form_class = SplitForm
    title, button = _("Split the post"), _("Split it")

    def explanation(self) -> list[str]:
        said = gettext(
            "The post has %(fte)s FTE. Until the day you give it stays as it is; from that day there are two, which "
            "add up to it."
        )
        return [said % {"fte": formats.fte(self.row.fte)}]

    def perform(self, form: Any) -> Any:
        given = form.cleaned_data
        split_post(
            post=self.row,
            version=form.seen_version,
            begins=given["begins"],
            first=given["first"],
            second=given["second"],
            second_filled=given["second_filled"] == "same",
            on=timezone.localdate(),
        )
        said = gettext("The post is two from %(day)s: one of %(first)s FTE and one of %(second)s.")
        shares = {name: formats.fte(given[name]) for name in ("first", "second")}
        return said % (shares | {"day": formats.date(given["begins"])})


class PostConvert(ActPage):
    form_class = ConvertForm
    title, button = _("Convert to a permanent post"), _("Convert it")

    def refusal(self) -> str:
        if not self.row.is_contractors:
            return gettext("Only a contractor's post is converted, and this is not one.")
        if hasattr(self.row, "converted_to"):
            return gettext("This post has been converted already.")
        return super().refusal()

    def explanation(self) -> list[str]:
        return [
            gettext(
                "A permanent post takes over from this contractor's. You then list what has to be handed over, and "
                "see how many days both are there."
            )
        ]

    def perform(self, form: Any) -> Any:
        given = form.cleaned_data
        if given["permanent"]:
            self.made = convert_to_existing(
                contractor=self.row, permanent=given["permanent"], version=form.seen_version
            )
        else:
            self.made = convert_to_new(
                contractor=self.row,
                version=form.seen_version,
                role=given["role"],
                fte=given["fte"],
                planned_from=given["planned_from"],
                on=timezone.localdate(),
            )
        said = gettext("The post is converted. %(overlap)s List what has to be handed over.")
        return said % {"overlap": overlap_words(overlap_days(self.made))}

    def get_success_url(self) -> str:
        return reverse("squads:conversion", args=[self.made.pk])


class PostTakeBack(ActPage):
    """Says what will be put back before it is."""

    template_name = "squads/take_back.html"
    title, button = _("Take back the last change"), _("Take it back")
    is_warning = True

    def perform(self, form: Any) -> Any:
        take_back(post=self.row, version=form.seen_version)
        return gettext("The post is as it was before.")

    @cached_property
    def act(self) -> Any:
        return last_act(post=self.row)

    def refusal(self) -> str:
        if self.act is not None:
            return ""
        return gettext(
            "There is nothing to take back: only ending, extending and splitting are taken back here, while nothing "
            "else has been changed since. Anything else is put right on the form of the post."
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        act = self.act
        more = {
            "act": act,
            "put_back": [_change(name, act.now[name], value) for name, value in act.before.items()] if act else [],
            "made": list(made_by_split(post=self.row).select_related("role")) if act and act.was_split else [],
        }
        return super().get_context_data(**(more | kwargs))


def _change(name: str, now: Any, before: Any) -> FieldChange:
    """One column as it is and as it will be again. The end is shown as the last day, as everywhere."""
    if name == "planned_to":
        return FieldChange(gettext("Last day"), _last_day(now), _last_day(before))
    if name == "fte":
        return FieldChange(gettext("FTE"), formats.fte(now), formats.fte(before))
    states = dict(Post.State.choices)
    return FieldChange(gettext("State"), capital(str(states[now])), capital(str(states[before])))


def _last_day(end: Any) -> str:
    return gettext("no end") if end is None else formats.date(Post(planned_to=end).last_day)
