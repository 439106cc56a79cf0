"""Forms that ask whether what is doubtful is meant: warned of, listed, and neither refused nor silently allowed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kit.knowing import KNOWINGLY, seal_of


class Knowing:
    """For forms. `warnings()` says what is doubtful; the form then asks for a tick before it is saved.

    The tick is for the very words that were shown: where something else was typed since, it is asked for again.
    """

    fields: dict[str, forms.Field]
    data: Any
    add_error: Any
    add_prefix: Any
    cleaned_data: dict[str, Any]

    def warnings(self) -> list[str]:
        """Sentences, from `cleaned_data`; what could not be read is not there."""
        return []

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        if getattr(self, "conflict", None):
            return cleaned
        said = self.warnings()
        if not said:
            return cleaned
        seal = seal_of(said)
        agreed = self.data.get(self.add_prefix(KNOWINGLY)) == seal
        self.fields[KNOWINGLY] = forms.BooleanField(
            label=gettext_lazy("Save it all the same"),
            required=False,
            widget=forms.CheckboxInput(attrs={"value": seal}, check_test=lambda _value: agreed),
        )
        if not agreed:
            self.add_error(KNOWINGLY, said)
        return cleaned
