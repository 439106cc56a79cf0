"""Form fields that read what is typed by the grammars of `kit.parse` and show it again as it was typed."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kit import formats, parse
from kit.bilingual import language
from kit.models import MOST_MONEY
from kit.periods import label

MONEY_DIGITS = 12
FEW = 8  # choices that can all be named in an error


class TypedField(forms.Field):
    """A box with text in it, and a value behind the text. A unit may stand before or after the box."""

    widget = forms.TextInput
    width = 10
    inputmode = "decimal"

    def __init__(self, *, prefix: Any = "", suffix: Any = "", **options: Any) -> None:
        super().__init__(**options)
        self.prefix, self.suffix = prefix, suffix
        self.widget.attrs.setdefault("class", f"govuk-input govuk-input--width-{self.width}")
        self.widget.attrs.setdefault("autocomplete", "off")
        self.widget.attrs.setdefault("spellcheck", "false")
        if self.inputmode:
            self.widget.attrs.setdefault("inputmode", self.inputmode)

    def parse(self, text: str) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """The value as a person would type it."""
        return str(value)

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        if not isinstance(value, str):
            return value
        return self.parse(value) if value.strip() else None

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.write(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """ "1,234" typed over 1234.00 is no change; what cannot be read is one."""
        try:
            before = self.to_python(initial)
            return bool(before != self.to_python(data))
        except ValidationError:
            return True


class NumberField(TypedField):
    width = 5

    def __init__(
        self,
        *,
        places: int = 2,
        minimum: Decimal | int | None = None,
        maximum: Decimal | int | None = None,
        **options: Any,
    ) -> None:
        self.places, self.minimum, self.maximum = places, minimum, maximum
        super().__init__(**options)

    def parse(self, text: str) -> Any:
        return parse.number(text, places=self.places, minimum=self.minimum, maximum=self.maximum)

    def write(self, value: Any) -> str:
        """Every place that is kept: nothing is rounded in a box that will be saved again."""
        written = f"{Decimal(str(value)):,f}"
        return written.rstrip("0").rstrip(".") if "." in written else written


class FTEField(NumberField):
    def __init__(self, *, maximum: Decimal | int | None = 9999, **options: Any) -> None:
        options.setdefault("suffix", _("FTE"))
        super().__init__(**{"places": 2, "minimum": 0, "maximum": maximum} | options)


class MoneyField(NumberField):
    width = 10

    def __init__(
        self, *, minimum: Decimal | int | None = 0, maximum: Decimal | int | None = MOST_MONEY, **options: Any
    ) -> None:
        options.setdefault("prefix", "£")
        super().__init__(**{"places": 2, "minimum": minimum, "maximum": maximum} | options)

    def parse(self, text: str) -> Any:
        return parse.money(text, minimum=self.minimum, maximum=self.maximum, places=self.places)

    def write(self, value: Any) -> str:
        amount = Decimal(str(value))
        return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


class WholeNumberField(NumberField):
    inputmode = "numeric"

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"places": 0} | options)

    def parse(self, text: str) -> Any:
        return int(parse.number(text, places=0, minimum=self.minimum, maximum=self.maximum))


class PercentField(NumberField):
    """Typed as a percentage, kept as a fraction. The bounds are percentages."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("suffix", "%")
        super().__init__(**{"minimum": 0, "maximum": 100} | options)

    def parse(self, text: str) -> Any:
        return parse.percent(text, places=self.places, minimum=self.minimum, maximum=self.maximum)

    def write(self, value: Any) -> str:
        return super().write(Decimal(str(value)) * 100)


# What is said beside the box of an end: it is kept as the first day after, and told everywhere as the last day.
DAY_AFTER = _("The day after the last one. Where 31 March 2027 is to be the last day, enter 1 April 2027.")


class DateField(TypedField):
    width = 20
    inputmode = ""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("For example, 1 April 2027 or 01/04/2027"))
        super().__init__(**options)

    def parse(self, text: str) -> Any:
        return parse.date(text)

    def write(self, value: Any) -> str:
        return formats.date(value) if isinstance(value, datetime.date) else str(value)


class FinancialYearField(TypedField):
    width = 5
    inputmode = ""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("For example, 2027-28"))
        super().__init__(**options)

    def parse(self, text: str) -> Any:
        return parse.financial_year(text)

    def write(self, value: Any) -> str:
        return label(int(value))


class NamedChoiceField(TypedField):
    """A choice typed by its name, in either language, so that it can be pasted from a spreadsheet.

    `options`: the value and its names, the one of the page's language first. The value itself may be typed too.
    """

    width = 20
    inputmode = ""

    def __init__(self, *, options: Sequence[tuple[Any, str, str]], **more: Any) -> None:
        super().__init__(**more)
        self.options = list(options)  # value, Welsh name, English name

    @property
    def names(self) -> list[str]:
        return [self.write(value) for value, _cy, _en in self.options]

    def parse(self, text: str) -> Any:
        wanted = text.strip().casefold()
        for value, cy, en in self.options:
            if wanted in (str(value).casefold(), cy.casefold(), en.casefold()):
                return value
        few = ", ".join(self.names) if len(self.options) <= FEW else ""
        if few:
            raise ValidationError(_("Choose one of these: %(names)s."), code="choice", params={"names": few})
        raise ValidationError(_("“%(typed)s” is not in the list."), code="choice", params={"typed": text})

    def write(self, value: Any) -> str:
        position = 1 if language() == "cy" else 2
        return next((str(option[position]) for option in self.options if option[0] == value), str(value))

    def prepare_value(self, value: Any) -> Any:
        """A value by its name; a text that names none stays as it was typed."""
        return None if value is None else self.write(value)


def in_both_languages(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, str, str]]:
    """The choices of a column with their names in Welsh and in English, for `NamedChoiceField`."""
    named = []
    for value, name in choices:
        with override("cy"):
            cy = str(name)
        with override("en"):
            named.append((value, cy, str(name)))
    return named


# What is said beside the boxes that every sourced record has, where its form says nothing else.
WHERE = _("Where it can be looked up: a document, a page or a meeting.")
STANDS_BEHIND = {
    "evidence": _(
        "How well this is known. Verified: read in its source. Judgement: reasoned, without an adequate source."
    ),
    "source_cy": WHERE,
    "source_en": WHERE,
}


def for_column(column: "models.Field[Any, Any]", **options: Any) -> forms.Field | None:
    """The field by which a form asks for a column: ours for dates, money and numbers, Django's for the rest."""
    made: Callable[..., forms.Field] | None = None
    more: dict[str, Any] = {}
    if column.name in STANDS_BEHIND:
        options.setdefault("help_text", column.help_text or STANDS_BEHIND[column.name])
    if column.choices:
        pass
    elif isinstance(column, models.TextField):
        # A few lines to begin with: Django's ten push the boxes below off the screen. They can be pulled larger.
        options.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
    elif isinstance(column, models.DateField) and not isinstance(column, models.DateTimeField):
        made = DateField
    elif isinstance(column, models.DecimalField):
        places, digits = column.decimal_places or 0, column.max_digits or 0
        most = Decimal(10) ** (digits - places) - Decimal(1).scaleb(-places)
        if places == 2 and digits >= MONEY_DIGITS:
            made, more = MoneyField, {"maximum": min(most, MOST_MONEY)}
        else:
            made, more = NumberField, {"places": places, "minimum": 0, "maximum": most}
    elif isinstance(column, models.PositiveIntegerField | models.PositiveSmallIntegerField):
        made, more = WholeNumberField, {"minimum": 0, "maximum": 32767}
        if column.name.endswith("year"):
            made, more = FinancialYearField, {}
    if made is None:
        return column.formfield(**options)
    return column.formfield(form_class=cast(type[forms.Field], _accepting(made)), **(more | options))


# What a model's column offers its form field that our fields say by other names.
FOREIGN = ("max_digits", "decimal_places", "min_value", "max_value", "max_length", "localize")


def _accepting(made: Callable[..., forms.Field]) -> Callable[..., forms.Field]:
    def field(**options: Any) -> forms.Field:
        if not options.get("help_text"):
            options.pop("help_text", None)
        return made(**{name: value for name, value in options.items() if name not in FOREIGN})

    return field
