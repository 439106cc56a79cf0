"""What people type is read strictly, and refused in words."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from kit import formats, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.50", "1234.50"),
        ("£1,234", "1234"),
        (" 1234 ", "1234"),
        ("0", "0"),
        ("£ 12.5", "12.5"),
        ("1,234,567", "1234567"),
        ("007", "7"),
    ],
)
def test_money_as_people_write_it(text: str, value: str) -> None:
    assert parse.money(text) == Decimal(value)


REFUSED = [
    *(
        "",
        " ",
        "abc",
        "NaN",
        "Infinity",
        "-inf",
        "1e5",
        "1_000",
        "١٢٣",
        "１２",
        "1,23",
        "12,34,567",
        "1.2.3",
        "1.",
        ".5",
    ),
    *("£", "££1", "1 000", "0x1F", "1/2", "1,234,56", "--1", "+5", "1\x00", "9" * 50),
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_amount_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        parse.money(text)
    assert refusal.value.messages == ["Enter an amount of money in figures, like 1,234.50."]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_number_is_refused_by_every_grammar_of_numbers(text: str) -> None:
    for read in (parse.number, parse.whole, parse.percent):
        with pytest.raises(ValidationError):
            read(text)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.005", "Give no more than 2 figures after the decimal point."),
        ("-1", "Enter £0 or more."),
        ("−0.01", "Enter £0 or more."),
        ("1000000000000", "Enter £999,999,999,999.99 or less."),
    ],
)
def test_an_amount_out_of_bounds_is_told_the_bound(text: str, words: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        parse.money(text)
    assert refusal.value.messages == [words]


def test_refusals_are_in_the_readers_language() -> None:
    with override("cy"), pytest.raises(ValidationError) as refusal:
        parse.money("llawer")
    with override("cy"):  # an error is worded when it is shown
        assert refusal.value.messages == ["Rhowch swm o arian mewn ffigurau, megis 1,234.50."]


def test_numbers_have_as_many_places_as_are_kept() -> None:
    assert parse.number("2.25") == Decimal("2.25")
    assert parse.number("-2.5") == Decimal("-2.5")
    assert parse.number("0.035", places=3) == Decimal("0.035")
    with pytest.raises(ValidationError):
        parse.number("2.255")
    with pytest.raises(ValidationError):
        parse.whole("2.5")
    assert parse.whole("1,200") == 1200
    assert str(parse.number("-0")) == "0.0"


def test_percentages_are_kept_as_fractions() -> None:
    assert parse.percent("12.5%") == parse.percent("12.5") == Decimal("0.125")
    with pytest.raises(ValidationError):
        parse.percent("101")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1 April 2027",
            "1 april 2027",
            "1 Ebrill 2027",
            "01/04/2027",
            "1/4/2027",
            "2027-04-01",
            "1.4.2027",
            "1 4 2027",
        ),
        "1 Apr 2027",
        "01-Apr-2027",
        "1 Ebr 2027",
        "1-Ebrill-2027",
    ],
)
def test_dates_in_either_language_whatever_the_page(text: str) -> None:
    for language in ("cy", "en"):
        with override(language):
            assert parse.date(text) == datetime.date(2027, 4, 1)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "tomorrow",
            "31 February 2027",
            "30/02/2027",
            "1989-12-31",
            "2101-01-01",
            "1 Brumaire 2027",
            "April 2027",
        ),
        *("2027-4-1", "2027-13-01", "0/4/2027", "1/4/27", "١/٤/٢٠٢٧", "99999-01-01", "1e1/4/2027", "2027-04-01T00:00"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        parse.date(text)


@pytest.mark.parametrize("text", ["2027-28", "2027", "2027/28", "2027–28", "2027-2028", " 2027 - 28 "])
def test_financial_years_are_their_starting_year(text: str) -> None:
    assert parse.financial_year(text) == 2027


@pytest.mark.parametrize("text", ["", "2027-29", "27-28", "1989", "2100", "2027-2029", "abcd", "20272", "２０２７"])
def test_what_is_no_financial_year_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        parse.financial_year(text)


def test_the_century_turns_inside_a_financial_year() -> None:
    assert parse.financial_year("1999-00") == 1999


@pytest.mark.parametrize("language", ["cy", "en"])
def test_short_names_of_months_as_spreadsheets_write_them_are_read(language: str) -> None:
    short = {
        "cy": "Ion Chwe Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag",
        "en": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    }[language]
    months = [parse.date(f"1-{name}-2027").month for name in short.split()]
    assert months == list(range(1, 13))


def test_an_amount_in_brackets_is_less_than_nothing_as_accountants_write_it() -> None:
    assert parse.money("(£1,234.50)", minimum=None) == Decimal("-1234.50")
    for text in ("(-5)", "(5", "5)", "((5))", "1(5)", "()"):
        with pytest.raises(ValidationError):
            parse.money(text, minimum=None)


ALPHABET = st.text(st.sampled_from("0123456789.,-−+£%/ eE_NaInfity١\x00aprilEbrill"), max_size=30)
READERS: list[Any] = [parse.money, parse.number, parse.whole, parse.percent, parse.date, parse.financial_year]


@given(ALPHABET | st.text(max_size=60), st.sampled_from(READERS))
def test_nothing_typed_raises_anything_but_a_refusal_in_words(text: str, read: Any) -> None:
    try:
        read(text)
    except ValidationError as refusal:
        said = refusal.messages
    else:
        said = ["it was read"]
    assert all(said)


@given(st.decimals(min_value=0, max_value=Decimal("999999999999.99"), places=2))
def test_money_as_it_is_shown_can_be_typed_again(value: Decimal) -> None:
    assert parse.money(formats.money(value, pence=True)) == value


@given(st.dates(parse.FIRST_DAY, parse.LAST_DAY), st.sampled_from(["cy", "en"]))
def test_dates_as_they_are_shown_can_be_typed_again(day: datetime.date, language: str) -> None:
    with override(language):
        assert parse.date(formats.date(day)) == day
