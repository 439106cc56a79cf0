"""What an appraisal is uncertain about: for each number what it is drawn from, and its low, likely and high value.

The form checks that numbers were typed; whether they make a range, and one that the number may have, the engine says,
and its faults come back to the fields they name. Only what differs from the evidence is kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import vocabulary
from funding.forms.inputs import MOST, field_name
from funding.inputs import Composed, Fault
from funding.models import Appraisal
from funding.queries.doubt_words import DISTRIBUTIONS, sentence
from funding.queries.doubting import POINTS, Doubting, Line, faults_of
from funding.queries.doubts import CERTAIN, DRAWS, SEED
from funding.queries.wording import is_share
from kit.conflicts import UNSEEN
from kit.fields import NumberField, PercentField, WholeNumberField
from kit.forms import VersionedModelForm

LABELS = {"low": gettext_lazy("Low"), "likely": gettext_lazy("Likely"), "high": gettext_lazy("High")}
FAULT_AT = re.compile(r"uncertainty\.parameters\[(\d+)\]\.(\w+)$")
MOST_SEED = 10**9


class SeedField(WholeNumberField):
    """A name for the draws rather than an amount: no thousands are marked in it."""

    def write(self, value: Any) -> str:
        return str(int(value))


class DoubtsForm(VersionedModelForm):
    """One row a number, with the draws and the seed above them all."""

    class Meta:
        model = Appraisal
        fields: list[str] = []

    def __init__(self, *args: Any, doubting: Doubting, composed: Composed, names: Mapping[str, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.lines = doubting.lines
        self.composed, self.names = composed, names
        self.fields["draws"] = WholeNumberField(
            label=_("Draws"), minimum=1, maximum=1_000_000, help_text=_("10,000 is enough for most questions.")
        )
        self.fields["seed"] = SeedField(
            label=_("Seed"), minimum=0, maximum=MOST_SEED, help_text=_("The same seed gives the same draws again.")
        )
        self.initial.update(draws=doubting.draws, seed=doubting.seed)
        for line in self.lines:
            self._add(line)

    def _add(self, line: Line) -> None:
        name, stem = self.names.get(line.path, line.path), field_name(line.path)
        asked = forms.ChoiceField(
            label=_("%(input)s: drawn from") % {"input": name}, choices=list(DISTRIBUTIONS.items()), required=True
        )
        self.fields[f"{stem}__distribution"] = asked
        money = str(vocabulary.unit(line.key)).startswith("£")
        for point in POINTS:
            label, field = f"{name}: {LABELS[point]}", NumberField
            more: dict[str, Any] = {"prefix": "£"} if money else {}
            if is_share(line.key):
                # The row writes the sign once beside its box: sixty rows of four boxes are a long page.
                field, more = PercentField, {"suffix": ""}
            made = field(places=6, minimum=-MOST, maximum=MOST, label=label, required=False, **more)
            for attribute in ("autocomplete", "spellcheck"):
                made.widget.attrs.pop(attribute)
            self.fields[f"{stem}__{point}"] = made
        self.initial.update(self._shown(line, self.instance.uncertainty))

    def _shown(self, line: Line, uncertainty: Mapping[str, Any]) -> dict[str, Any]:
        """What the boxes of a line hold for an uncertainty as it is kept."""
        stem, chosen = field_name(line.path), uncertainty.get("parameters", {})
        base = line.evidence
        if line.path in chosen:
            given = chosen[line.path] or {}
            kind = given.get("distribution", CERTAIN)
        else:
            given, kind = {}, base.distribution if base else CERTAIN
        values = {point: given.get(point, getattr(base, point, None)) for point in POINTS}
        boxes = {f"{stem}__{point}": None if one is None else Decimal(str(one)) for point, one in values.items()}
        return {f"{stem}__distribution": kind, **boxes}

    def rows(self, lines: Iterable[Line]) -> Iterator[tuple[Line, Any, list[tuple[Any, Any]]]]:
        """Each line with its bound fields: the distribution, and each point with its short label."""
        for line in lines:
            stem = field_name(line.path)
            points = [(LABELS[point], self[f"{stem}__{point}"]) for point in POINTS]
            yield line, self[f"{stem}__distribution"], points

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors and set(self.errors) != {NON_FIELD_ERRORS}:
            return cleaned
        parameters, placed = [], []
        for line in self.lines:
            typed = self._typed(line)
            if typed is not None:
                parameters.append({"path": line.path, **typed})
                placed.append(line)
        draws, seed = int(cleaned["draws"]), int(cleaned["seed"])
        faults = faults_of(composed=self.composed, draws=draws, seed=seed, parameters=parameters)
        for fault in faults:
            self._take(fault, placed)
        if not faults:
            self.instance.uncertainty = self._kept(draws, seed)
        return cleaned

    def _typed(self, line: Line) -> dict[str, Any] | None:
        """A line as a case file says it; None where it is certain."""
        stem = field_name(line.path)
        kind = self.cleaned_data[f"{stem}__distribution"]
        if kind == CERTAIN:
            return None
        points = POINTS if kind != "uniform" else ("low", "high")
        values = {point: self.cleaned_data.get(f"{stem}__{point}") for point in points}
        return {"distribution": kind, **{point: float(one) for point, one in values.items() if one is not None}}

    def _kept(self, draws: int, seed: int) -> dict[str, Any]:
        """Only what differs from the evidence; paths whose option is not there now are left as they were."""
        known = {line.path for line in self.lines}
        before = self.instance.uncertainty.get("parameters", {})
        chosen = {path: one for path, one in before.items() if path not in known}
        for line in self.lines:
            typed = self._typed(line)
            if typed != _of_evidence(line):
                chosen[line.path] = typed
        kept: dict[str, Any] = {"parameters": chosen} if chosen else {}
        if draws != DRAWS:
            kept["draws"] = draws
        if seed != SEED:
            kept["seed"] = seed
        return kept

    def _take(self, fault: Fault, placed: list[Line]) -> None:
        """Puts one of the engine's faults at the field it names."""
        found = FAULT_AT.match(fault.path)
        if found and int(found[1]) < len(placed):
            line = placed[int(found[1])]
            name = f"{field_name(line.path)}__{found[2]}"
            # Of a path that no case has there is no field: the fault is the whole row's.
            at = name if name in self.fields else f"{field_name(line.path)}__distribution"
            self.add_error(at, sentence(fault, line.key))
            return
        name = fault.path.rpartition(".")[2]
        self.add_error(name if name in self.fields else None, sentence(fault))

    def _meet_newer(self) -> None:
        """Beside the record's own columns, each box both editors changed is shown as typed and as saved."""
        super()._meet_newer()
        newer = Appraisal.objects.get(pk=self.instance.pk)
        record = self.instance.history.filter(version=self._expected()).order_by("-history_date", "-history_id").first()
        saved, seen = self._boxes(newer.uncertainty), self._boxes(record.uncertainty) if record else None
        for name, theirs in saved.items():
            self.settle(self[name], theirs=theirs, before=seen[name] if seen is not None else UNSEEN)

    def _boxes(self, uncertainty: Mapping[str, Any]) -> dict[str, Any]:
        held = {"draws": uncertainty.get("draws", DRAWS), "seed": uncertainty.get("seed", SEED)}
        for line in self.lines:
            held |= self._shown(line, uncertainty)
        return held


def _of_evidence(line: Line) -> dict[str, Any] | None:
    """What the evidence draws a number from, as `_typed` says it."""
    if line.evidence is None or line.evidence.is_certain:
        return None
    return {name: one for name, one in line.evidence.as_parameter().items() if name != "path"}
