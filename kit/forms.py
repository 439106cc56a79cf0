"""Forms: GOV.UK markup by the renderer, our own fields for columns, and a check of the version at saving."""

from typing import Any

from django import forms
from django.forms.models import ModelFormMetaclass
from django.forms.utils import ErrorDict
from django.http import HttpRequest
from django.utils.translation import gettext as _

from kit.choices import settle_choices
from kit.conflicts import Conflict, find_conflict, put_theirs
from kit.fields import for_column
from kit.versions import StaleVersion, save_if_current

# What the language toggle of a page with a form posts, so that nothing typed is lost: the form, unsaved.
SWITCH = "switch_language"
# As much of a reason as simple-history's column holds.
LONGEST_REASON = 100


def in_one_language(form: Any, *names: str) -> None:
    """Says of two boxes, one a language, that one of them must be filled in."""
    for name in names:
        form.fields[name].in_one_language = True


def switching_language(request: HttpRequest) -> bool:
    """True of a POST made by the language toggle: nothing is to be saved, only shown again in this language."""
    return request.method == "POST" and SWITCH in request.POST


class AsTyped:
    """What every form here can do beside what Django's can."""

    wants_user = False
    data: Any

    def as_typed(self) -> Any:
        """The form with what was typed in it, not judged, unless it had been judged before the language was changed."""
        if self.data.get(SWITCH) != "judged":
            self._errors = ErrorDict(renderer=getattr(self, "renderer", None))
        return self


class BaseForm(AsTyped, forms.Form):
    """`wants_user = True`: made with `user=`, whose records the choices are narrowed to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.user = kwargs.pop("user", None) if self.wants_user else None
        super().__init__(*args, **kwargs)
        settle_choices(self, user=self.user)


class OurFields(ModelFormMetaclass):
    """Model forms ask for columns by `kit.fields.for_column` unless their Meta says otherwise."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> Any:
        meta = attrs.get("Meta")
        if meta is not None and not hasattr(meta, "formfield_callback"):
            meta.formfield_callback = staticmethod(for_column)
        return super().__new__(mcs, name, bases, attrs)


class BaseModelForm(AsTyped, forms.ModelForm, metaclass=OurFields):  # type: ignore[type-arg]
    """As `BaseForm`, for the columns of a model."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.user = kwargs.pop("user", None) if self.wants_user else None
        super().__init__(*args, **kwargs)
        settle_choices(self, user=self.user)


class VersionedModelForm(BaseModelForm):
    """A form for a record with a `version`. A second editor is shown both versions and may then save knowingly."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    conflict: Conflict | None = None
    # The rows that are edited below the record and saved with it, if any: a `kit.inline_rows.RowsOfVersioned`.
    rows_below: Any = None
    # Whether a change to a record may be given its reason, which its history keeps.
    asks_why = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.is_new = self.instance.pk is None
        if self.asks_why and not self.is_new:
            self.fields["why"] = forms.CharField(
                label=_("Why are you changing this?"),
                help_text=_("Kept in the history, beside what you change."),
                required=False,
                max_length=LONGEST_REASON,
            )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.is_new and self._expected() != self._read_version():
            self._meet_newer()
        return cleaned

    def _expected(self) -> int:
        """The version the person saw. A form posted without one saw none: it is always behind."""
        return self.cleaned_data.get("version") or 0

    def _read_version(self) -> int:
        return int(self.initial["version"])

    def _meet_newer(self) -> None:
        """Someone saved first: both versions are shown, and the form carries the newer number from now on."""
        newer = type(self.instance)._base_manager.get(pk=self.instance.pk)
        self.conflict = find_conflict(form=self, newer=newer, seen_version=self._expected())
        data = self.data.copy()
        data[self.add_prefix("version")] = str(newer.version)
        for name in self.conflict.taken_over:
            put_theirs(data, form=self, name=name, newer=newer)
        self.data = data
        if self.rows_below is not None:
            self.rows_below.meet_newer(self.conflict, seen_version=self._expected())
        self.add_error(
            None,
            forms.ValidationError(
                _("Somebody else saved this while you were changing it. Look at both versions, then save again."),
                code="stale",
            ),
        )

    def settle(self, bound: forms.BoundField, *, theirs: Any, before: Any) -> None:
        """As `_meet_newer`, for a box that is no column of the record: theirs is laid in where it was left alone."""
        assert self.conflict is not None, "met only where somebody saved first"
        words = {"label": str(bound.label), "id": bound.auto_id}
        if self.conflict.weigh(bound.name, bound.field, **words, typed=bound.data, theirs=theirs, before=before):
            shown = bound.field.prepare_value(theirs)
            self.data[self.add_prefix(bound.name)] = "" if shown is None else str(shown)

    def save(self, commit: bool = True) -> Any:
        if self.is_new or not commit:
            return super().save(commit)
        if self.errors:
            raise ValueError("A form with errors is not saved.")
        if why := self.cleaned_data.get("why"):
            self.instance._change_reason = why
        save_if_current(self.instance, version=self._expected())
        self._save_m2m()  # type: ignore[attr-defined]
        return self.instance

    def save_or_conflict(self) -> Any | None:
        """Saves; or finds that somebody was quicker between the check and the save, says so, and gives None."""
        try:
            return self.save()
        except StaleVersion:
            self._meet_newer()
            return None
