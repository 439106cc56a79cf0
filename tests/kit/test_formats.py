"""How figures and dates are written, in both languages."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from kit import formats

WRITERS = [
    *(formats.money, formats.headline_money, formats.number, formats.fte),
    *(formats.percent, formats.ratio, formats.weeks, formats.months),
]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1234, "£1,234"),
        (Decimal("1234.5"), "£1,235"),
        (Decimal("-1234.5"), "−£1,235"),
        (0, "£0"),
        (-0.4, "£0"),
        (0.5, "£1"),
        (Decimal("999999999999.99"), "£1,000,000,000,000"),
        (None, "not known"),
    ],
)
def test_money_is_in_whole_pounds_rounded_half_up(value: Any, written: str) -> None:
    assert formats.money(value) == written


def test_pence_are_shown_where_asked_for() -> None:
    assert formats.money(Decimal("1.005"), pence=True) == "£1.01"
    assert formats.money(1234.5, pence=True) == "£1,234.50"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1_234_567, "£1.2m"),
        (999_960, "£1.0m"),
        (949_999, "£950k"),
        (412_000, "£412k"),
        (850, "£850"),
        (999.6, "£1k"),
        (-2_500_000, "−£2.5m"),
        (1_250_000_000, "£1.3bn"),
        (0, "£0"),
    ],
)
def test_headline_money_is_short(value: Any, written: str) -> None:
    assert formats.headline_money(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.035, "3.5%"), (0.38, "38%"), (1, "100%"), (0, "0%"), (-0.048, "−4.8%"), (0.12345, "12.3%")],
)
def test_percentages_have_no_needless_places(value: float, written: str) -> None:
    assert formats.percent(value) == written


def test_fte_ratio_and_number() -> None:
    assert [formats.fte(value) for value in (2, 2.5, 0.25, Decimal("1.333"))] == ["2.0", "2.5", "0.25", "1.33"]
    assert [formats.ratio(value) for value in (2.35, 0.96, 1.04, 12.34)] == ["2.4", "0.96", "1.04", "12.3"]
    assert formats.number(1234.56, 1) == "1,234.6"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity"), True])
@pytest.mark.parametrize("write", WRITERS)
def test_what_is_no_figure_is_a_fault(write: Any, value: Any) -> None:
    with pytest.raises(ValueError):
        write(value)


@pytest.mark.parametrize(
    "write", [*WRITERS, formats.date, formats.month, formats.date_and_time, formats.financial_year]
)
def test_nothing_is_written_as_not_known_in_both_languages(write: Any) -> None:
    assert write(None) == "not known"
    with override("cy"):
        assert write(None) == "anhysbys"


def test_dates_are_written_in_both_languages() -> None:
    day = datetime.date(2027, 4, 1)
    assert (formats.date(day), formats.month(day)) == ("1 April 2027", "April 2027")
    with override("cy"):
        assert (formats.date(day), formats.month(day)) == ("1 Ebrill 2027", "Ebrill 2027")
    moment = datetime.datetime(2026, 7, 1, 8, 5, tzinfo=datetime.UTC)
    assert formats.date_and_time(moment) == "1 July 2026, 09:05"
    assert formats.date(datetime.datetime(2026, 6, 30, 23, 30, tzinfo=datetime.UTC)) == "1 July 2026"


def test_financial_years() -> None:
    assert [formats.financial_year(year) for year in (2027, 1999)] == ["2027-28", "1999-00"]


def test_welsh_nouns_are_singular_after_a_number_and_mutate() -> None:
    assert [formats.weeks(value) for value in (1, 22.7)] == ["1 week", "22.7 weeks"]
    with override("cy"):
        assert [formats.months(value) for value in (0, 1, 2, 3, 8, 11, 20, 2.5)] == [
            *("0 mis", "1 mis", "2 fis", "3 mis", "8 mis", "11 mis", "20 mis", "2.5 mis")
        ]
        assert formats.weeks(22.7) == "22.7 wythnos"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**13), max_value=10**13), st.sampled_from(WRITERS)
)
def test_every_figure_can_be_written(value: Decimal, write: Any) -> None:
    written = write(value)
    assert "-" not in written
    assert not written.startswith("−£0") or any(digit in written for digit in "123456789")


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(WRITERS))
def test_every_finite_float_can_be_written(value: float, write: Any) -> None:
    assert write(value)
