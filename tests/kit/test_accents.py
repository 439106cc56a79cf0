"""Words are found with accents or none, in capitals or not, by PostgreSQL and by SQLite alike."""

import re

import pytest

from kit.accents import begins_with, every_word, folded, pattern
from portfolio.models import Organisation, Product
from tests.portfolio.alike import product

FOUND = [
    ("mon", "Ynys Môn"),
    ("MON", "Ynys Môn"),
    ("môn", "Ynys Mon"),
    ("Mön", "YNYS MÔN"),
    ("sgwar", "Sgwâr y Castell"),
    ("sgwâr", "SGWAR"),
    ("dwr", "Dŵr Cymru"),
    ("dŵr", "DŴR"),
    ("ty", "Tŷ Hafan"),
    ("tŷ", "TY"),
    ("copiau", "copïau"),
    ("ffrwd wyllt", "Ffrẁd ẃyllt"),
    ("ynni", "Ynni’r môr"),
    ("i'r môr", "i’r mor"),
    ("ca", "\u0063\u0061\u0302n"),  # the accent typed after its letter
    ("can", "\u0063\u0061\u0302n"),
    ("50%", "50% yn llai"),
    ("a.b", "a.b"),
    ("_", "snake_case"),
    ("(cy)", "Budd (cy)"),
    ("c++", "C++"),
    ("\\", "a\\b"),
    ("[x", "[x]"),
]
NOT_FOUND = [("a.b", "axb"), ("%", "half"), ("_", "half"), ("mon", "man"), ("mm", "m"), ("w", "v")]


@pytest.mark.parametrize(("word", "text"), FOUND)
def test_a_word_is_found_in_python(word, text):
    assert re.search(pattern(word), text)


@pytest.mark.parametrize(("word", "text"), NOT_FOUND)
def test_another_word_is_not_found_in_python(word, text):
    assert not re.search(pattern(word), text)


def test_a_text_is_folded_to_small_letters_without_accents():
    assert folded("Ŵ Ŷ ï ô ê â Ö Ẃ Straße") == "w y i o e a o w strasse"


@pytest.fixture
def owner(db):
    return Organisation.objects.create(name_cy="Caerdydd", name_en="Cardiff", kind="local_authority")


@pytest.mark.parametrize(("word", "text"), FOUND)
def test_a_word_is_found_in_the_database(owner, word, text):
    product(text, "x", owner)
    assert Product.objects.filter(every_word(["name_cy", "name_en"], word, model=Product)).count() == 1


@pytest.mark.parametrize(("word", "text"), NOT_FOUND)
def test_another_word_is_not_found_in_the_database(owner, word, text):
    product(text, "x", owner)
    assert not Product.objects.filter(every_word(["name_cy"], word, model=Product)).exists()


def test_every_word_has_to_be_found_in_the_row_or_in_one_it_leads_to(owner):
    product("Tŷ bach", "Toilets", owner)
    columns = ["name_cy", "name_en", "organisation__name_cy"]
    for words, found in (("ty toilets", 1), ("CAERDYDD tŷ", 1), ("ty dwr", 0), ("", 1)):
        assert Product.objects.filter(every_word(columns, words, model=Product)).count() == found, words


def test_a_name_begins_with_a_text_or_it_does_not(owner):
    product("Ŷstafell", "x", owner)
    assert Product.objects.filter(begins_with(["name_cy"], "yst")).exists()
    assert not Product.objects.filter(begins_with(["name_cy"], "afell")).exists()


def test_the_longest_search_there_may_be_is_not_too_long_for_the_database(owner):
    product("a" * 100, "x", owner)
    assert Product.objects.filter(every_word(["name_cy"], "a" * 100, model=Product)).count() == 1
