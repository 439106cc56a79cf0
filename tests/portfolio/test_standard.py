"""The matrix of the Standard: products by points, counted, narrowed and taken away; never a measure of compliance."""

import datetime
from typing import Any

import pytest
from lxml import html

from portfolio.models import Organisation, Product, StandardAssessment
from portfolio.models.standard import POINTS
from portfolio.queries.standard import PRESENT, counts_by_point, standard_finding
from tests.portfolio.pages import address, cells_of, queries_for, rows_of, signed_in, text
from tests.portfolio.rows import more_rows
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
WHEN = {"assessed_by": "panel", "assessed_on": datetime.date(2026, 3, 23)}


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def assessed(product: Product, results: dict[int, str], phase: str = "") -> None:
    for point, result in results.items():
        StandardAssessment.objects.create(
            product=product, phase=phase or product.phase, point=point, result=result, **WHEN
        )


def column(rows: list[list[str]], point: int) -> dict[str, str]:
    """A point's column of the file, by product."""
    found = next(number for number, heading in enumerate(rows[0]) if heading.startswith(f"{point}. "))
    return {row[0]: row[found] for row in rows[1:]}


def test_what_nobody_assessed_is_not_assessed_and_never_met(world):
    assessed(world.ours.product, {7: "not_met"})
    rows = rows_of(signed_in(world, "viewer").get(f"{address('portfolio:standard')}?download=csv"))
    assert rows[0][2:14] == [f"{point.number}. {point.name_en}" for point in POINTS]
    assert column(rows, 7)[world.ours.product.name_en] == "Not met"
    assert set(column(rows, 1).values()) == {"Not assessed"}
    assert "Met" not in rows[1] + rows[2]


def test_both_files_hold_the_same(world):
    assessed(world.ours.product, {7: "met", 8: "partly"})
    client = signed_in(world, "viewer")
    csv = rows_of(client.get(f"{address('portfolio:standard')}?download=csv"))
    xlsx = cells_of(client.get(f"{address('portfolio:standard')}?download=xlsx"))
    assert [[str(cell).removesuffix(".0") for cell in row] for row in xlsx] == csv


def test_a_phase_that_is_over_is_looked_at_when_asked_for(world):
    assessed(world.ours.product, {7: "met"}, phase="alpha")
    client = signed_in(world, "viewer")
    url = address("portfolio:standard")
    now = rows_of(client.get(f"{url}?download=csv"))
    then = rows_of(client.get(f"{url}?at=alpha&download=csv"))
    assert column(now, 7)[world.ours.product.name_en] == "Not assessed"
    assert column(then, 7)[world.ours.product.name_en] == "Met"
    assert "Put the filters right" in text(client.get(f"{url}?at=nonsense"))


def test_points_are_counted_of_those_assessed(world):
    assessed(world.ours.product, {7: "not_met", 1: "met"})
    assessed(world.theirs.product, {7: "partly", 1: "not_assessed"})
    counts = {one.point.number: one for one in counts_by_point(Product.objects.all(), phase=PRESENT)}
    seven, one = counts[7], counts[1]
    assert (seven.met, seven.partly, seven.not_met, seven.assessed, seven.not_assessed) == (0, 1, 1, 2, 0)
    assert (one.met, one.assessed, one.not_assessed) == (1, 1, 1)
    assert standard_finding(list(counts.values())) == [
        "Point 7 (Have a multidisciplinary team) is the one most often not met: by 1 of 2 assessed."
    ]


def test_the_finding_reads_right_for_none(world):
    assert standard_finding([]) == []
    counts = counts_by_point(Product.objects.all(), phase=PRESENT)
    assert standard_finding(counts) == ["2 products are here, and none of them has been assessed at this phase."]
    assessed(world.ours.product, {1: "met"})
    counts = counts_by_point(Product.objects.all(), phase=PRESENT)
    assert standard_finding(counts) == ["Of the points that were assessed, none is not met."]


def test_every_count_leads_to_its_rows(world):
    assessed(world.ours.product, {7: "not_met"})
    client = signed_in(world, "viewer")
    page = html.fromstring(text(client.get(address("portfolio:standard"))))
    counts = page.xpath("//*[@id='counts']//tbody/tr")[6]
    assert "not met by 1 of 1 assessed" in counts.text_content()
    for link in counts.xpath(".//a"):
        answer = client.get(address("portfolio:standard") + link.get("href"))
        assert f"of {link.text_content()}" in text(answer), link.get("href")


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("query", ["", "at=alpha", "search=Gwynedd&per_page=25", "point=7&result=not_met"])
def test_the_counts_are_taken_away_as_they_are_shown_and_leave_the_list_as_it_was(world, language, query):
    assessed(world.ours.product, {7: "not_met", 8: "met"})
    assessed(world.theirs.product, {7: "partly"}, phase="alpha")
    client, url = signed_in(world, "viewer"), address("portfolio:standard", language=language)
    page = html.fromstring(text(client.get(f"{url}?{query}")))
    shown = [
        [" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")]
        for row in page.xpath("//*[@id='counts']//tr")
    ]
    link = page.xpath("//*[@id='counts']//a[contains(@href, 'download=csv')]/@href")[0]
    assert rows_of(client.get(url + link)) == shown
    assert "table" not in client.session.get("lists", {}).get("portfolio:standard", "")
    for one in page.xpath("//*[@id='list']//a/@href"):
        assert "table=" not in one
    assert client.get(f"{url}?table=points&download=csv").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("point=7&result=not_met", {"Gwynedd"}),
        ("point=7", {"Gwynedd"}),
        ("result=met", {"Powys"}),
        ("point=7&result=not_assessed", {"Powys"}),
        ("point=8&result=met", set()),
        ("phase=beta", {"Gwynedd", "Powys"}),
        ("phase=live", set()),
    ],
)
def test_the_matrix_narrows_by_point_result_and_phase(world, query, found):
    assessed(world.ours.product, {7: "not_met"})
    assessed(world.theirs.product, {1: "met"})
    rows = rows_of(signed_in(world, "viewer").get(f"{address('portfolio:standard')}?{query}&download=csv"))
    assert {row[16] for row in rows[1:]} == found


def test_programme_and_owner_narrow_the_counts_too(world):
    assessed(world.ours.product, {7: "not_met"})
    assessed(world.theirs.product, {7: "not_met"})
    client = signed_in(world, "viewer")
    body = Organisation.objects.get(pk=world.ours.organisation.pk)
    page = text(client.get(f"{address('portfolio:standard')}?organisation={body.pk}"))
    assert "by 1 of 1 assessed" in page


def test_a_cell_is_a_letter_in_a_shape_with_its_word_and_the_key_has_both_languages(world):
    assessed(world.ours.product, {7: "not_met"})
    page = html.fromstring(text(signed_in(world, "viewer").get(address("portfolio:standard"))))
    (mark,) = page.xpath("//*[@role='img' and @aria-label='Not met']")
    assert (mark.text_content(), mark.get("class")) == ("N", "not_met")
    assert page.xpath("//td[@lang='cy' and contains(., 'Bod â thîm amlddisgyblaethol')]")
    assert page.xpath("//td[@lang='en' and contains(., 'Have a multidisciplinary team')]")


def test_the_page_does_not_call_it_compliance(world):
    page = text(signed_in(world, "viewer").get(address("portfolio:standard")))
    assert "is not mandated" in page
    assert "complian" not in page.lower().replace("accessibility statement", "")


def test_it_sorts_by_how_many_points_are_not_met(world):
    assessed(world.theirs.product, {7: "not_met", 8: "not_met"})
    assessed(world.ours.product, {7: "not_met"})
    rows = rows_of(signed_in(world, "viewer").get(f"{address('portfolio:standard')}?sort=-not_met&download=csv"))
    assert [(row[16], row[14], row[15]) for row in rows[1:]] == [("Powys", "2", "2"), ("Gwynedd", "1", "1")]


def test_the_matrix_asks_as_many_questions_with_three_products_as_with_thirty(world):
    def fill(products: Any) -> None:
        for product in products:
            assessed(product, {point.number: "partly" for point in POINTS})

    client = signed_in(world, "viewer")
    urls = [f"{address('portfolio:standard')}?{query}" for query in ("per_page=100", "sort=-not_met", "download=csv")]
    fill([world.ours.product])
    few = [queries_for(client, url) for url in urls]
    more_rows(world, 30)
    fill(Product.objects.exclude(pk=world.ours.product.pk))
    assert [queries_for(client, url) for url in urls] == few
    assert max(few) <= 13


def test_a_delivery_lead_s_matrix_and_counts_hold_their_own_products_only(world):
    assessed(world.theirs.product, {7: "not_met"})
    client = signed_in(world, "delivery_lead")
    assert world.theirs.product.name_en not in text(client.get(address("portfolio:standard")))
    assert "One product is here, and it has not been assessed at this phase." in text(
        client.get(address("portfolio:standard"))
    )


def test_the_matrix_is_in_welsh_on_a_welsh_page(world):
    assessed(world.ours.product, {7: "met"})
    page = html.fromstring(text(signed_in(world, "viewer").get(address("portfolio:standard", language="cy"))))
    (mark,) = page.xpath("//*[@role='img' and @class='met']")
    assert (mark.text_content(), mark.get("aria-label")) == ("B", "Wedi'i fodloni")


def test_a_retired_product_is_assessed_no_more_and_no_staffing_is_held_against_it(world):
    product = world.ours.product
    found = {"result": "met", "assessed_by": "panel", "assessed_on": datetime.date(2025, 3, 3), "found_en": "Seen."}
    product.standard_assessments.create(phase="live", point=1, **found)
    Product.objects.filter(pk=product.pk).update(phase="retired")
    client = signed_in(world, "cdo_office")
    page = text(client.get(address("squads:product_standard", product.pk)))
    assert "A retired product is not assessed any more. What was found at each phase stands below." in page
    assert "What the staffing shows today" not in page
    assert "Phase by phase" in page
    form = address("squads:standard_assess", product.pk, "retired")
    assert form not in page
    assert client.get(form).status_code == 404
    assert "Retired: not assessed" in text(client.get(address("portfolio:product", product.pk)))
