"""Several products, one squad: each reckoned with its share, and all of them added up (docs/engine.md)."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override
from hypothesis import given
from hypothesis import settings as laws
from hypothesis import strategies as st

from funding.engine import build_case
from funding.queries.comparison import results_of
from funding.queries.sharing import OWN, Share, case_of, read, reckoned
from funding.queries.sharing_words import finding, how
from tests.document_tables import with_columns
from tests.funding.comparisons import compared, of_worked_case, worked_case

OURS, SECOND, THIRD = "Ours", "A second", "A third"
# The example of docs/engine.md.
EXAMPLE = [
    Share(1, OURS, OURS, 0.5, {}),
    Share(2, SECOND, SECOND, 0.3, dict(zip(OWN, (6, 1, 0, 90_000), strict=True))),
    Share(3, THIRD, THIRD, 0.2, dict(zip(OWN, (0, 1, 6_000, 60_000), strict=True))),
]


def case(name="02-by-hand"):
    return build_case(worked_case(name)).as_json()


def months(found, share, option, *, own=0.5):
    made = results_of(build_case(case_of(found, share, own=own)))
    return next(one["months"] for one in made["options"] if one["id"] == option)


@pytest.mark.parametrize("name", ["01-defaults", "02-by-hand", "04-gaps-and-resizing", "08-corners", "10-overruns"])
def test_a_squad_of_one_product_comes_to_what_the_appraisal_does_to_the_last_bit(name):
    alone = [Share(1, OURS, OURS, 1.0, {})]
    together = reckoned(case(name), alone)
    for option in of_worked_case(name).options:
        assert together.products[0].summaries[option.key] == option.summary
        total = together.totals[option.key]
        for figure in ("cost_nominal", "cost_pv", "benefit_pv", "net_present_value", "benefit_cost_ratio"):
            assert total[figure] == option.summary[figure]
        assert total["overtakes_baseline_month"] == option.summary["overtakes_baseline_month"]
        assert total["cost_by_year"] == option.summary["cost_by_year"]


def test_the_parts_of_a_squad_are_the_whole_squad_month_by_month():
    found = case()
    whole = months(found, Share(1, OURS, OURS, 1.0, {}), "squad", own=0.5)
    parts = [months(found, one, "squad") for one in EXAMPLE]
    for series in ("permanent_fte", "contractor_fte", "campaigns", "cost.permanent_staff"):
        for month, value in enumerate(whole[series]):
            assert sum(part[series][month] for part in parts) == pytest.approx(value, abs=1e-6)


def test_a_squad_bids_once_and_an_annual_fund_for_every_product():
    found = case()
    bids = {
        option: sum(months(found, one, option)["cost.procurement_and_bids"][0] for one in EXAMPLE)
        for option in ("annual", "squad", "capital")
    }
    assert bids["annual"] == 3 * 15_000
    assert bids["squad"] == pytest.approx(15_000)
    assert bids["capital"] == 3 * 15_000


def test_a_limit_and_a_pace_of_recruiting_go_by_the_size_of_the_part():
    found = case("03-same-money")
    made = case_of(found, EXAMPLE[1], own=0.5)
    for option, before in zip(made["options"], found["options"], strict=True):
        if before.get("annual_limit") is not None:
            assert option["annual_limit"] == pytest.approx(before["annual_limit"] * 0.6)
    assert [line["fte"] for line in made["squad"]] == [line["fte"] * 0.6 for line in found["squad"]]


@laws(max_examples=15, deadline=None)
@given(st.floats(0.05, 0.9))
def test_the_same_product_twice_costs_staff_by_shares_alone(share):
    """Two parts of one squad for one and the same need pay together for the same people as the squad does."""
    found = case()
    pair = [Share(1, OURS, OURS, 1 - share, {}), Share(2, SECOND, SECOND, share, {})]
    whole = months(found, Share(1, OURS, OURS, 1.0, {}), "squad", own=1 - share)
    parts = [months(found, one, "squad", own=1 - share) for one in pair]
    total = sum(sum(part["cost.permanent_staff"]) for part in parts)
    assert total == pytest.approx(sum(whole["cost.permanent_staff"]), rel=1e-9)


def test_what_was_kept_is_read_again_as_it_was():
    together = reckoned(case(), EXAMPLE)
    assert read(together.as_json()) == together


def test_the_finding_names_the_products_and_the_best_option():
    comparison = of_worked_case("02-by-hand")
    together = reckoned(case(), EXAMPLE)
    said = finding(comparison, together)
    assert said[0] == "One squad of 8.0 FTE sustains these products: Ours (50%), A second (30%), A third (20%)."
    best = max(comparison.options, key=lambda one: together.totals[one.key]["net_present_value"])
    assert f"“{best.name}” is best" in said[1]
    assert any("products 3, bids over the whole life 9" in one for one in how(comparison, together))


def test_one_option_alone_is_not_called_the_best():
    found = worked_case("02-by-hand")
    comparison = compared({**found, "options": found["options"][:1]})
    said = finding(comparison, reckoned(comparison.case, EXAMPLE))
    assert "best" not in said[1]


def test_options_that_are_level_are_said_to_be():
    found = worked_case("02-by-hand")
    first = found["options"][0]
    comparison = compared({**found, "options": [first, {**first, "id": "again", "name": "Again"}]})
    assert "every option comes to the same" in finding(comparison, reckoned(comparison.case, EXAMPLE))[1]


def test_the_finding_is_said_in_welsh():
    comparison = of_worked_case("02-by-hand")
    with override("cy"):
        said = " ".join(finding(comparison, reckoned(case(), EXAMPLE)) + how(comparison, reckoned(case(), EXAMPLE)))
    for english in ("One squad", "For all", "is best", "once for", "fund is", "project is"):
        assert english not in said


def test_every_figure_of_the_document_is_what_the_products_come_to():
    together = reckoned(case(), EXAMPLE)
    rows = with_columns(Path(settings.BASE_DIR) / "docs" / "engine.md", "products", "option", "figure", "comes to")
    assert rows, "the document works an example of several products"
    by_name = {one.name_en: one.summaries for one in together.products} | {"all together": together.totals}
    for row in rows:
        value = by_name[row["products"]][row["option"].strip("`")][row["figure"].strip("`")]
        shown = "none" if value is None else f"{value:,.{len(row['comes to'].partition('.')[2])}f}".replace("-", "−")
        assert shown == row["comes to"], row
