"""What a reader may type into an input cell: the engine's own range of that input."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from funding.documents.workbook.cells import letters
from funding.inputs import Field
from kit import formats

LONGEST_TITLE, LONGEST_MESSAGE = 32, 255


def range_words(field: Field) -> str:
    low, high = _figure(field, field.minimum), _figure(field, field.maximum)
    if field.minimum is None:
        return ""
    if field.maximum is None:
        words = _("Above %(low)s.") if field.above_minimum else _("At least %(low)s.")
    elif field.above_minimum:
        words = _("Above %(low)s, at most %(high)s.")
    elif field.below_maximum:
        words = _("At least %(low)s, below %(high)s.")
    else:
        words = _("From %(low)s to %(high)s.")
    said = [words % {"low": low, "high": high}]
    if field.whole:
        said.append(_("A whole number."))
    if field.nullable:
        said.append(_("Empty is none."))
    return " ".join(said)


def _figure(field: Field, value: float | None) -> str:
    if value is None:
        return ""
    if field.unit in ("share", "share_a_year", "probability"):
        return formats.percent(value)
    return f"{value:g}"


def validate(page: Any, line: int, first: int, last: int, field: Field, label: str) -> None:
    """Refuse what the engine refuses, an empty cell too unless it means none."""
    cell = f"{letters(first)}{line + 1}"
    conditions = [f"ISNUMBER({cell})"]
    if field.minimum is not None:
        conditions.append(f"{cell}{'>' if field.above_minimum else '>='}{field.minimum:g}")
    if field.maximum is not None:
        conditions.append(f"{cell}{'<' if field.below_maximum else '<='}{field.maximum:g}")
    if field.whole:
        conditions.append(f"{cell}=INT({cell})")
    page.data_validation(
        line,
        first,
        line,
        last,
        {
            "validate": "custom",
            "value": f"=AND({','.join(conditions)})",
            "ignore_blank": field.nullable,
            "input_title": label[:LONGEST_TITLE],
            "input_message": range_words(field)[:LONGEST_MESSAGE],
            "error_title": label[:LONGEST_TITLE],
            "error_message": range_words(field)[:LONGEST_MESSAGE],
        },
    )
