"""Whatever the engine can be told or can say has its words, in both languages."""

import pytest
from django.utils.translation import override

from funding import vocabulary
from funding.engine import FIELDS, FIGURES, FUNDING_MODELS, OPTION_FIELDS
from funding.engine.layout import CATEGORIES, SERIES

PATHS = [field.path for field in FIELDS]
OPTION_PATHS = [f"options.{model}.{field.name}" for model, fields in OPTION_FIELDS.items() for field in fields]


@pytest.mark.parametrize("path", PATHS + OPTION_PATHS)
def test_every_input_of_the_model_has_a_label_and_an_explanation_in_both_languages(path):
    with override("en"):
        english = str(vocabulary.label(path)), str(vocabulary.help_text(path))
    with override("cy"):
        welsh = str(vocabulary.label(path)), str(vocabulary.help_text(path))
    assert all(english)
    assert english[0] != path
    assert all(one != other for one, other in zip(english, welsh, strict=True)), (english, welsh)


def test_units_are_the_engine_s_own():
    theirs = {field.path.replace("[]", ""): field.unit for field in FIELDS}
    theirs |= {f"options.{m}.{field.name}": field.unit for m, fields in OPTION_FIELDS.items() for field in fields}
    assert {path: vocabulary.term(path).unit for path in theirs} == theirs


def test_every_figure_series_category_and_funding_model_is_worded():
    assert set(FIGURES) <= set(vocabulary.FIGURES)
    assert set(SERIES) - set(CATEGORIES) <= set(vocabulary.FIGURES)
    assert tuple(vocabulary.CATEGORIES) == CATEGORIES
    assert set(vocabulary.FUNDING_MODELS) == set(FUNDING_MODELS)


def test_a_path_is_found_as_a_case_an_assumption_and_a_fault_write_it():
    with override("en"):
        for path in (
            "options.annual_cycle.award_month",
            "options[0].award_month",
            "award_month",
            "options.award_month",
        ):
            assert vocabulary.label(path) == "Month of the award"
        assert vocabulary.label("squad[2].day_rate") == "Day rate"
        assert vocabulary.label("options[1].name") == "Name"


def test_a_path_no_model_has_is_called_by_itself():
    assert vocabulary.label("product.colour") == "product.colour"
    assert vocabulary.unit("options[0].colour") == ""


def test_paths_are_grouped_as_pages_show_them():
    assert vocabulary.group("prices.pay_inflation") == "prices"
    assert vocabulary.group("optimism_bias") == "value"
    assert vocabulary.group("discount_rates") == "value"
    assert vocabulary.group("options.capital_project.build_months") == "capital_project"
    assert set(map(vocabulary.group, PATHS[3:] + OPTION_PATHS)) <= set(vocabulary.GROUPS)
