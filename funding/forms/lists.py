"""Inputs that are lists, typed on one line: the years that are funded, the size of a squad by year, discount rates."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kit import parse
from kit.periods import label as year_label

NONE_WORDS = ("none", "dim")


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]


class FundedYearsField(forms.CharField):
    """Financial years such as "2027-28, 2029-30", kept as numbers counted from the first; "none" is no year at all."""

    def __init__(self, *, start_year: int, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.start_year = start_year

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return ", ".join(year_label(self.start_year + int(year)) for year in value) if value else _("none")

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        if text.strip().lower() in NONE_WORDS:
            return []
        return [parse.financial_year(part) - self.start_year for part in _parts(text)]


class SizesField(forms.CharField):
    """Factors by year such as "1, 0.8, 0.6"; the last one holds for the years after it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(f"{one:g}" for one in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return [float(parse.number(part, places=4)) for part in _parts(text)] if text else None


class DiscountRatesField(forms.CharField):
    """Bands such as "0: 3.5, 31: 3": from which year, and per cent a year."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return ", ".join(f"{band['from_year']}: {Decimal(str(band['rate'])) * 100:g}" for band in value)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        bands = []
        for part in _parts(text):
            year, colon, rate = part.partition(":")
            if not colon:
                raise ValidationError(_("Write each band as a year, a colon and a rate in per cent, such as 0: 3.5."))
            percent = parse.number(rate.strip().rstrip("%").strip(), places=4)
            bands.append({"from_year": int(parse.whole(year.strip())), "rate": float(percent / 100)})
        return bands
