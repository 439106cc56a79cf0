"""Forms that ask whether what is doubtful is meant: warned of, listed, and neither refused nor silently allowed."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

FIELD = "knowingly"


def seal_of(said: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


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
        agreed = self.data.get(self.add_prefix(FIELD)) == seal
        self.fields[FIELD] = forms.BooleanField(
            label=gettext_lazy("Save it all the same"),
            required=False,
            widget=forms.CheckboxInput(attrs={"value": seal}, check_test=lambda _value: agreed),
        )
        if not agreed:
            self.add_error(FIELD, said)
        return cleaned
