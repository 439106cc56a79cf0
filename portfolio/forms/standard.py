"""The form by which a product is assessed at a phase: the twelve points of the Standard at once, each its own row."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.conflicts import put_theirs
from kit.fields import DateField
from kit.forms import BaseForm, VersionedModelForm
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Product, StandardAssessment
from portfolio.models.standard import POINTS, Point

NOT_THERE = 0  # the version of a row that nobody has saved yet
WHO_AND_WHEN = ("assessed_by", "assessed_on")


class PointForm(PlacedFaults, VersionedModelForm):
    """One point. A row that somebody else saved meanwhile is only met where it was changed here too."""

    judged = frozenset({"product", "phase", "point"})
    beside = {"portfolio_standardassessment_who_and_when": "assessed_by"}
    left_to_others = False

    class Meta:
        model = StandardAssessment
        fields = ["result", "assessed_by", "assessed_on", "found_cy", "found_en"]
        widgets = {
            "result": forms.RadioSelect,
            **{name: forms.Textarea(attrs={"rows": 2}) for name in ("found_cy", "found_en")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # In a group of radio buttons there is nothing empty to choose.
        self.fields["result"].choices = StandardAssessment.Result.choices  # type: ignore[attr-defined]
        self.fields["assessed_on"].help_text = ""
        self.fields["assessed_by"].choices = [("", _("as above")), *StandardAssessment.By.choices]  # type: ignore[attr-defined]
        if self.is_new:
            self.initial["version"] = NOT_THERE
        # Twelve boxes of one name on a page would be heard as one: each says its point.
        for name in self.Meta.fields:
            field = self.fields[name]
            field.label = _("%(label)s, point %(number)s") % {"label": field.label, "number": self.instance.point}

    @property
    def touched(self) -> bool:
        return bool(set(self.changed_data) - {"version"})

    def _meet_newer(self) -> None:
        """Told only where both changed the row; else the other's row is left as it is and shown."""
        if self._changed_since_seen():
            super()._meet_newer()
            return
        self.left_to_others = True
        newer = type(self.instance)._base_manager.get(pk=self.instance.pk)
        data = self.data.copy()
        for name in self.Meta.fields:
            put_theirs(data, form=self, name=name, newer=newer)
        data[self.add_prefix("version")] = str(newer.version)
        self.data = data

    def _changed_since_seen(self) -> bool:
        """Whether what was typed differs from the row as this editor saw it: at its version, or not there at all."""
        expected = self._expected()
        seen = (
            StandardAssessment()
            if expected == NOT_THERE
            else self.instance.history.filter(version=expected).order_by("-history_date", "-history_id").first()
        )
        if seen is None:
            return True
        return any(self.fields[name].has_changed(getattr(seen, name), self[name].data) for name in self.Meta.fields)

    def meet(self, existing: StandardAssessment) -> None:
        """Somebody made the row between the check and the save: this form is now about theirs."""
        self.instance, self.is_new = existing, False
        self._meet_newer()


class CommonForm(BaseForm):
    """Who assessed, and when: of every point below that says neither."""

    assessed_by = forms.ChoiceField(
        label=gettext_lazy("Assessed by"), choices=[("", "–"), *StandardAssessment.By.choices], required=False
    )
    assessed_on = DateField(label=gettext_lazy("Assessed on"), required=False)


class AssessmentForm:
    """The whole of it, as the page of a form needs it."""

    summary_is_shown = False

    def __init__(
        self,
        data: Any = None,
        *,
        product: Product,
        phase: str,
        rows: Mapping[int, StandardAssessment],
        on: datetime.date,
    ) -> None:
        self.on = on
        self.is_bound = data is not None
        self.data = data or {}
        self.common = CommonForm(data, prefix="all")
        self.points: list[tuple[Point, PointForm]] = []
        filled_in = self._filled_in(data)
        for point in POINTS:
            row = rows.get(point.number) or StandardAssessment(product=product, phase=phase, point=point.number)
            self.points.append((point, PointForm(filled_in, prefix=f"p{point.number}", instance=row)))

    def _filled_in(self, data: Any) -> Any:
        """A point that is given a result, and says neither who nor when, takes what stands at the top."""
        if data is None:
            return None
        filled_in = data.copy()
        for point in POINTS:
            result = data.get(f"p{point.number}-result")
            for name in WHO_AND_WHEN:
                box = f"p{point.number}-{name}"
                if result and result != StandardAssessment.Result.NOT_ASSESSED and not data.get(box):
                    filled_in[box] = data.get(f"all-{name}", "")
        return filled_in

    @property
    def forms(self) -> list[Any]:
        return [self.common, *(form for _point, form in self.points)]

    def is_valid(self) -> bool:
        # Every form is asked, so that all that is wrong is said at once.
        answers = [form.is_valid() for form in self.forms]
        return all(answers) and not self._is_ahead()

    def _is_ahead(self) -> bool:
        """Nobody has assessed on a day still to come. A day given once, at the top, is refused once."""
        common = self.common.cleaned_data.get("assessed_on")
        ahead = []
        for form in (self.common, *self.to_save):
            day = form.cleaned_data.get("assessed_on")
            if day and day > self.on and (form is self.common or day != common):
                form.add_error("assessed_on", _("This day has not come yet."))
                ahead.append(form)
        return bool(ahead)

    @property
    def errors(self) -> list[Any]:
        return [form.errors for form in self.forms if form.errors] if self.is_bound else []

    @property
    def conflict(self) -> bool:
        return any(form.conflict for _point, form in self.points)

    @property
    def to_save(self) -> list[PointForm]:
        return [form for _point, form in self.points if form.touched and not form.left_to_others]

    @property
    def left_to_others(self) -> list[int]:
        """Points that only somebody else changed since this page was opened."""
        return [point.number for point, form in self.points if form.left_to_others]

    def as_typed(self) -> "AssessmentForm":
        for form in self.forms:
            form.as_typed()
        return self

    def __iter__(self) -> Iterator[Any]:
        """Every box of the page, for the summary at its top."""
        for form in self.forms:
            yield from form.visible_fields()

    def non_field_errors(self) -> list[str]:
        """What is not about one box, with the point it is about."""
        return [
            f"{point.number}. {point.name}: {error}" for point, form in self.points for error in form.non_field_errors()
        ]
