"""Fields made from the engine's own table of inputs: one a path, empty where the assumption in force is taken.

The form checks that a number was typed; its range is checked by the engine, whose faults come back
to the field they name.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from funding import vocabulary
from funding.forms.lists import DiscountRatesField, FundedYearsField, SizesField
from funding.inputs import Fault, Field, Input
from funding.queries.wording import SHARES, sentence, written
from kit import formats
from kit.conflicts import UNSEEN
from kit.fields import NumberField, PercentField, WholeNumberField
from kit.forms import VersionedModelForm

MOST = Decimal(10) ** 12


def field_name(path: str) -> str:
    """A path as the name of a form field: dots would be taken for attributes in a template."""
    return path.replace(".", "__")


def field_for(key: str, field: Field, standing: Input | None, *, start_year: int) -> forms.Field:
    """A form field for one input: its label, unit, and what is taken where it is left empty."""
    common: dict[str, Any] = {
        "label": vocabulary.label(key),
        "help_text": _hint(key, standing),
        "required": field.required and standing is not None and standing.default is None,
    }
    if field.name == "funded_years":
        common.pop("required")
        return FundedYearsField(start_year=start_year, **common)
    if field.name == "size_by_year":
        common.pop("required")
        return SizesField(**common)
    if field.unit in SHARES:
        return PercentField(places=4, minimum=-MOST, maximum=MOST, **common)
    suffix = str(vocabulary.unit(key))
    if field.whole:
        return WholeNumberField(minimum=-(10**9), maximum=10**9, suffix=suffix, **common)
    return NumberField(places=4, minimum=-MOST, maximum=MOST, suffix=suffix, **common)


def discount_field() -> DiscountRatesField:
    return DiscountRatesField(
        label=vocabulary.label("discount_rates"),
        help_text=_("Year and per cent, such as 0: 3.5, 31: 3. Left empty: the Green Book's schedule."),
    )


def _hint(key: str, standing: Input | None) -> str:
    words = str(vocabulary.help_text(key))
    if standing is None or standing.default is None:
        return words
    default = written(key, standing.default)
    taken = _("Left empty: %(default)s.") % {"default": default}
    if standing.mark:
        source = standing.source
        taken += " " + _("Evidence: %(mark)s.") % {"mark": formats.evidence(standing.mark)}
        taken += f" {source}" if source else ""
    return f"{words} {taken}".strip()


class InputsForm(VersionedModelForm):
    """What the forms of an appraisal and of an option share: dynamic fields, their values, the engine's faults."""

    paths: dict[str, Field]
    stored: str  # the record's JSON column in which the values are kept, by path

    def add_inputs(
        self, fields: Mapping[str, Field], own: Mapping[str, Any], standing: Mapping[str, Input], **more: Any
    ) -> None:
        """One field for each input; `own` holds the values chosen so far, by the same names."""
        self.paths = {}
        for name, field in fields.items():
            input_ = standing.get(name)
            key = input_.key if input_ else name
            self.paths[field_name(name)] = field
            self.fields[field_name(name)] = field_for(key, field, input_, **more)
            self.initial[field_name(name)] = self._shown(own.get(name), field)

    @staticmethod
    def _shown(value: Any, field: Field) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return Decimal(str(value))
        return value

    def chosen(self) -> dict[str, Any]:
        """The values that somebody typed, by path, as JSON holds them."""
        found = {}
        for name, field in self.paths.items():
            value = self.cleaned_data.get(name)
            if value is None or value == "":
                continue
            if isinstance(value, Decimal):
                value = int(value) if field.whole else float(value)
            found[name.replace("__", ".")] = value
        return found

    def _meet_newer(self) -> None:
        """Beside the record's own columns, the inputs both editors changed are shown as typed and as saved."""
        super()._meet_newer()
        newer = type(self.instance)._base_manager.get(pk=self.instance.pk)
        saved, seen = getattr(newer, self.stored), self._inputs_seen()
        for name, field in self.paths.items():
            path, bound = name.replace("__", "."), self[name]
            theirs = self._shown(saved.get(path), field)
            before = self._shown(seen.get(path), field) if seen is not None else UNSEEN
            self.settle(bound, theirs=theirs, before=before)

    def _inputs_seen(self) -> Mapping[str, Any] | None:
        """The inputs at the version this editor began from; None where history does not go back there."""
        record = self.instance.history.filter(version=self._expected()).order_by("-history_date", "-history_id").first()
        return getattr(record, self.stored) if record else None

    def take_faults(self, faults: Iterable[Fault], prefix: str = "") -> None:
        """Puts each of the engine's faults at the field it names, or at the top where no field has its path."""
        for fault in faults:
            path = fault.path.removeprefix(prefix).split("[")[0]
            name = field_name(path)
            self.add_error(name if name in self.fields else None, self._worded(fault, name))

    def _worded(self, fault: Fault, name: str) -> str:
        words = sentence(fault)
        if name in self.fields:
            return f"{self.fields[name].label}: {words}"
        return f"{fault.path}: {words}"
