"""A select is Django's own but for the space between its options."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from lxml import html

from kit.renderers import GovukRenderer

CHOICES = [
    ("", "---------"),
    ("a", "Ynys Môn <b>&\"'</b>"),
    (7, "Seven"),
    (None, "None"),
    (True, "True"),
    ("Group & <one>", [("c", "C"), ("d", "D")]),
]


Element = tuple[str, dict[str, str], str]


def drawn(made: forms.Select, value: object, renderer: DjangoTemplates | GovukRenderer) -> list[Element]:
    """Every element: its name, its attributes in any order, its text."""
    found = html.fragment_fromstring(made.render("n", value, renderer=renderer))
    return [(one.tag, dict(one.attrib), (one.text or "").strip()) for one in found.iter()]


@pytest.mark.parametrize("value", [None, "", "a", 7, "7", "d", "<", True])
@pytest.mark.parametrize("widget", [forms.Select, forms.SelectMultiple, forms.NullBooleanSelect])
def test_it_is_drawn_as_django_draws_it(widget, value):
    choices = {} if widget is forms.NullBooleanSelect else {"choices": CHOICES}
    made = widget(attrs={"class": "govuk-select", "data-x": '"<'}, **choices)
    value = [value] if widget is forms.SelectMultiple and value is not None else value
    assert drawn(made, value, GovukRenderer()) == drawn(made, value, DjangoTemplates())


def test_an_option_may_have_attributes_of_its_own():
    class Closed(forms.Select):
        def create_option(self, name, value, label, selected, index, **more):
            option = super().create_option(name, value, label, selected, index, **more)
            option["attrs"] |= {"disabled": value == "a", "hidden": False, "data-x": '"'}
            return option

    made = Closed(choices=CHOICES)
    ours = drawn(made, "c", GovukRenderer())
    assert ours == drawn(made, "c", DjangoTemplates())
    assert [text for tag, attrs, text in ours if "disabled" in attrs] == [CHOICES[1][1]]
