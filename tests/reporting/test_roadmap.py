"""The roadmap: phases, milestones and squads in time, when nobody works on a product, and the same as a table."""

import datetime
import json
from decimal import Decimal

import pytest
import time_machine
from lxml import html

from portfolio.models import PhaseChange, Product
from reporting.queries.roadmap import Stretch, roadmap_of
from squads.models import Assignment, Post, PostStateChange, Squad
from tests.portfolio.pages import address, queries_for, rows_of, signed_in, text
from tests.reporting.standing import milestone, needing
from tests.world import NOW, TODAY, World, make_world

pytestmark = pytest.mark.django_db
ROADMAP = "reporting:roadmap"
WINDOW = Stretch(datetime.date(2025, 4, 1), datetime.date(2029, 4, 1))


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def row_of(product: Product):
    product.refresh_from_db()
    return roadmap_of(products=[product], on=TODAY, window=WINDOW).rows[0]


def day(year: int, month: int, number: int = 1) -> datetime.date:
    return datetime.date(year, month, number)


def test_contractors_only_are_striped_until_they_go_and_then_nobody_is_there(world):
    row = row_of(world.ours.product)
    assert row.squads[0].permanent == []
    assert row.squads[0].contractors == [Stretch(day(2025, 4), day(2027, 1))]
    assert row.nobody == [Stretch(day(2027, 1), day(2029, 4))]
    assert not row.nobody_on(TODAY)


def test_permanent_staff_make_a_squad_solid_and_a_contractor_besides_changes_nothing(world):
    post = Post.objects.create(
        squad=world.ours.squad, role=world.role, planned_from=day(2026, 4), planned_to=day(2028, 4), state="filled"
    )
    PostStateChange.objects.create(post=post, state="filled", on=day(2026, 4))
    row = row_of(world.ours.product)
    assert row.squads[0].permanent == [Stretch(day(2026, 4), day(2028, 4))]
    assert row.squads[0].contractors == [Stretch(day(2025, 4), day(2026, 4))]
    assert row.nobody == [Stretch(day(2028, 4), day(2029, 4))]


def test_nobody_is_there_between_two_squads(world):
    product = world.ours.product
    Assignment.objects.filter(product=product).update(end=day(2026, 4))
    other = Squad.objects.create(
        name_cy="Sgwad B", name_en="Squad B", organisation=world.ours.organisation, since=day(2026, 1)
    )
    Post.objects.create(squad=other, role=world.role, planned_from=day(2026, 1), state="filled")
    Assignment.objects.create(squad=other, product=product, start=day(2026, 9), share=Decimal("0.5"))
    row = row_of(product)
    assert [str(line.squad) for line in row.squads] == ["Squad Gwynedd", "Squad B"]
    assert row.nobody == [Stretch(day(2026, 4), day(2026, 9))]


def test_a_phase_runs_to_the_next_and_the_last_to_the_expected_end_of_life(world):
    product = world.ours.product
    PhaseChange.objects.create(product=product, phase="live", on=day(2027, 4))
    Product.objects.filter(pk=product.pk).update(phase="live", end_of_life=day(2028, 10))
    row = row_of(product)
    assert [(bar.phase, bar.shown.start, bar.shown.end) for bar in row.phases] == [
        ("beta", day(2026, 4), day(2027, 4)),
        ("live", day(2027, 4), day(2028, 10)),
    ]
    assert row.nobody[-1].end == day(2028, 10), "nobody is wanted after its end of life"


def test_a_product_past_its_expected_end_of_life_and_not_retired_is_still_there(world):
    Product.objects.filter(pk=world.ours.product.pk).update(end_of_life=day(2026, 10))
    row = row_of(world.ours.product)
    assert row.phases[0].shown.end == WINDOW.end
    assert row.phases[0].until is None


def test_a_retired_product_wants_nobody_from_that_day(world):
    product = world.ours.product
    PhaseChange.objects.create(product=product, phase="retired", on=day(2026, 6))
    Product.objects.filter(pk=product.pk).update(phase="retired")
    Assignment.objects.filter(product=product).delete()
    row = row_of(product)
    assert row.nobody == [Stretch(day(2026, 4), day(2026, 6))]
    assert row.retired_on == day(2026, 6)


def figure_of(page) -> dict:
    return json.loads(page.xpath("//script[@id='roadmap-figure']")[0].text)


def test_the_marks_of_a_milestone_are_told_apart_by_their_shape(world):
    milestone(world.ours.product, baseline=10, forecast=40)
    milestone(world.ours.product, baseline=-60, forecast=-40, actual=TODAY)
    figure = figure_of(html.fromstring(text(signed_in(world, "viewer").get(address(ROADMAP)))))
    marks = {
        trace.get("marker", {}).get("symbol") or trace["text"]: trace["x"]
        for trace in figure["data"]
        if trace["type"] == "scatter"
    }
    assert marks == {
        "diamond-open": ["2026-09-25", "2026-12-04"],
        "diamond": ["2027-01-03"],
        "✓": ["2026-11-24"],
    }


def test_the_drawing_and_the_table_say_the_same(world):
    milestone(world.ours.product, baseline=10, forecast=40)
    client = signed_in(world, "viewer")
    page = html.fromstring(text(client.get(f"{address(ROADMAP)}?search=Gwynedd")))
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//figure//tbody/tr")]
    assert rows == [
        ["School Essentials Grant Gwynedd", "phase", "Beta", "1 April 2026", "–", "–", "–", "–"],
        ["School Essentials Grant Gwynedd", "milestone", "Go live", "–", "–", "4 December 2026", "3 January 2027", "–"],
        ["School Essentials Grant Gwynedd", "squad, contractors only", "Squad Gwynedd", "1 April 2025",
         "31 December 2026", "–", "–", "–"],
        ["School Essentials Grant Gwynedd", "nobody works on it", "", "1 January 2027", "–", "–", "–", "–"],
    ]  # fmt: skip
    figure = figure_of(page)
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert texts == ["School Essentials Grant Gwynedd", "Squad Gwynedd", "27", "today"]
    assert [shape["line"]["dash"] for shape in figure["layout"]["shapes"] if shape["type"] == "rect"] == ["4px,3px"]
    file = rows_of(client.get(f"{address(ROADMAP)}?search=Gwynedd&download=csv"))
    assert file[4] == ["School Essentials Grant Gwynedd", "nobody works on it", "", "2027-01-01", "", "", "", ""]
    assert client.get(f"{address(ROADMAP)}?download=xlsx").status_code == 200


def test_the_title_says_whether_anybody_works_on_what_is_shown(world):
    client = signed_in(world, "viewer")
    assert "Somebody works on each of these products today" in text(client.get(address(ROADMAP)))
    Assignment.objects.filter(product=world.theirs.product).delete()
    assert "Products of these 2 that nobody works on today: 1" in text(client.get(address(ROADMAP)))
    assert "nad oes neb yn gweithio arnynt heddiw: 1" in text(client.get(address(ROADMAP, language="cy")))


def test_it_is_narrowed_by_squad_and_by_years(world):
    client = signed_in(world, "viewer")
    page = text(client.get(f"{address(ROADMAP)}?squad={world.theirs.squad.pk}&start=2030&years=2"))
    assert "School Essentials Grant Powys" in page
    assert "School Essentials Grant Gwynedd" not in page
    figure = figure_of(html.fromstring(page))
    assert figure["layout"]["xaxis"]["range"] == ["2030-04-01", "2032-04-01"]
    assert figure["layout"]["xaxis"]["ticktext"] == ["2030-31", "2031-32"]


def test_at_most_twenty_five_products_are_drawn_at_once(world):
    needing(world, 30)
    client = signed_in(world, "viewer")
    for asked, drawn in (("", 10), ("per_page=25", 25), ("per_page=1000", 10)):
        page = html.fromstring(text(client.get(f"{address(ROADMAP)}?{asked}")))
        names = {row[0].text_content() for row in page.xpath("//figure//tbody/tr")}
        assert len(names) == drawn
    assert "Products 31 to 32 of 32" in text(client.get(f"{address(ROADMAP)}?page=9"))
    products = {row[0] for row in rows_of(client.get(f"{address(ROADMAP)}?download=csv"))[1:]}
    assert len(products) == 32, "the file holds every page of them"


def test_it_asks_as_many_questions_with_few_products_as_with_many(world):
    client = signed_in(world, "delivery_lead")
    needing(world, 2)
    few = queries_for(client, f"{address(ROADMAP)}?per_page=25")
    needing(world, 20, first=2)
    assert queries_for(client, f"{address(ROADMAP)}?per_page=25") == few <= 15


def test_a_name_that_plotly_would_read_as_a_tag_is_shown_as_it_is(world):
    Product.objects.filter(pk=world.ours.product.pk).update(name_en="<b>Bold & brave</b>")
    figure = figure_of(html.fromstring(text(signed_in(world, "viewer").get(address(ROADMAP)))))
    assert "&lt;b&gt;Bold &amp; brave&lt;/b&gt;" in [note["text"] for note in figure["layout"]["annotations"]]
