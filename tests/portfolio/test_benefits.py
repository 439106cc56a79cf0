"""Benefits: what was expected and what was realised, whose totals are sums and whose unknowns are not nought."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from lxml import html

from kit.versions import StaleVersion
from portfolio.actions import benefits as actions
from portfolio.models import Benefit, BenefitYear
from portfolio.queries import benefits as queries
from portfolio.queries.benefits import Sums
from tests.portfolio.milestones import benefit_of, year_of
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.world import TODAY, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def worth(world: World, title: str, years: dict[int, tuple[Any, Any]], kind: str = "cashable", **more: Any) -> Benefit:
    more.setdefault("product", world.ours.product)
    benefit = Benefit.objects.create(title_cy=f"{title} (cy)", title_en=title, kind=kind, **more)
    for year, (expected, realised) in years.items():
        BenefitYear.objects.create(benefit=benefit, year=year, expected=expected, realised=realised)
    return benefit


def found(world: World) -> queries.ProductBenefits:
    return queries.benefits_of(product=world.ours.product, user=world.person("cdo_office"), on=TODAY)


def test_totals_are_the_sums_of_their_rows_and_what_is_not_known_is_not_nought(world):
    worth(world, "A", {2025: (100, 40), 2026: (200, None), 2027: (None, None)})
    worth(world, "B", {2025: (50, None), 2026: (60, 0)})
    worth(world, "C", {}, kind="qualitative")
    benefits = found(world)
    assert benefits.sums == Sums(Decimal(410), Decimal(40), 1, 1), "only 2025-26 has ended without its figure"
    assert benefits.of_year(2025) == Sums(Decimal(150), Decimal(40), 0, 1)
    assert benefits.of_year(2026) == Sums(Decimal(260), Decimal(0), 0, 0)
    assert benefits.of_year(2027) == Sums(None, None, 1, 0)
    for name in ("expected", "realised"):
        of_rows = [getattr(row.sums, name) or 0 for row in benefits.rows]
        of_years = [getattr(benefits.of_year(year), name) or 0 for year in benefits.years]
        assert sum(of_rows) == sum(of_years) == getattr(benefits.sums, name)
    page = text(signed_in(world, "viewer").get(address("portfolio:product_benefits", world.ours.product.pk)))
    assert "In 2026-27, £260 is expected; realised so far: £0." in page
    assert "Over all the years recorded: expected £410, realised £40." in page
    assert "Qualitative benefits, which have no pounds: 1." in page
    assert "Figures of past years of which it is not known what was realised: 1." in page
    assert "Realised in 2025-26, as far as is known: £40 of £150 expected" in page


def test_the_finding_reads_right_for_none_for_the_qualitative_and_for_not_known(world):
    assert queries.benefits_finding(found(world), on=TODAY) == ["No benefit has been recorded for this product."]
    worth(world, "C", {}, kind="qualitative")
    assert queries.benefits_finding(found(world), on=TODAY) == ["Qualitative benefits, which have no pounds: 1."]
    worth(world, "A", {2028: (None, None)})
    assert queries.benefits_finding(found(world), on=TODAY)[0] == "What its benefits are worth in pounds is not known."
    page = text(signed_in(world, "viewer").get(address("portfolio:product_benefits", world.ours.product.pk)))
    assert "data-chart" not in page, "there is nothing to draw"
    assert "no pounds" in page


def test_the_chart_draws_what_is_known_and_its_title_is_of_the_latest_whole_year(world):
    benefit_of(world.ours.product)
    page = text(signed_in(world, "viewer").get(address("portfolio:product_benefits", world.ours.product.pk)))
    assert "Realised in 2025-26: £42k of £64k expected" in page
    assert '"y": [42250.0, 24000.0, null]' in page
    BenefitYear.objects.update(realised=None)
    page = text(signed_in(world, "viewer").get(address("portfolio:product_benefits", world.ours.product.pk)))
    assert "It is not known what has been realised in any year that has ended" in page


def test_a_benefit_that_would_be_counted_twice_is_warned_of_and_a_hidden_product_is_not_named(world):
    worth(world, "Fewer calls", {}, double_counts_with=world.theirs.product)
    url = address("portfolio:product_benefits", world.ours.product.pk)
    said = "“Fewer calls” would be counted twice with {}: add it to one of the two only."
    assert said.format("School Essentials Grant Powys") in text(signed_in(world, "finance").get(url))
    lead = signed_in(world, "delivery_lead")
    assert said.format("another product") in text(lead.get(url))
    for hidden in (url, address("portfolio:benefits"), f"{address('portfolio:benefits')}?download=csv"):
        assert "Powys" not in lead.get(hidden).content.decode()
    benefit = Benefit.objects.get()
    edit = address("portfolio:benefit_edit", benefit.pk)
    page = lead.get(edit)
    assert "Powys" not in text(page)
    assert lead.post(edit, typed(page) | {"title_en": "Fewer still"}).status_code == 302
    benefit.refresh_from_db()
    assert (benefit.title_en, benefit.double_counts_with) == ("Fewer still", world.theirs.product), "and is not lost"
    history = text(lead.get(address("portfolio:product_history", world.ours.product.pk)))
    assert "Powys" not in history


def test_a_benefit_is_added_and_then_given_its_years(world):
    client = signed_in(world, "delivery_lead")
    new = address("portfolio:benefit_new", world.ours.product.pk)
    typed_in = {"title_cy": "Llai", "title_en": "Fewer", "kind": "cashable", "baseline": "9,800", "target": "4000.5"}
    answer = client.post(new, typed(client.get(new)) | typed_in)
    benefit = Benefit.objects.get()
    assert answer.url == address("portfolio:benefit", benefit.pk)
    assert (benefit.baseline, benefit.target) == (Decimal(9800), Decimal("4000.5"))
    add = address("portfolio:benefit_year_new", benefit.pk)
    year = {"year": "2025-26", "expected": "64,000", "realised": "£42,250.50", "source_en": "Counted in May."}
    assert client.post(add, typed(client.get(add)) | year).status_code == 302
    page = text(client.get(address("portfolio:benefit", benefit.pk)))
    for part in ("2025-26", "£64,000", "£42,251", "Counted in May."):
        assert part in page, part
    again = client.post(add, typed(client.get(add)) | year)
    assert again.status_code == 422
    assert said_beside(again, "year") == "This benefit already has a figure for that year."


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"year": "2026-28"}, "year"),
        ({"year": "", "expected": "1"}, "year"),
        ({"year": "2025-26", "expected": "NaN"}, "expected"),
        ({"year": "2025-26", "realised": "lots"}, "realised"),
        ({"year": "2025-26", "expected": "9" * 16}, "expected"),
        ({"year": "2098-99", "realised": "5"}, "realised"),
    ],
)
def test_what_no_year_can_have_is_refused_beside_its_box(world, data, field):
    client, benefit = signed_in(world, "cdo_office"), benefit_of(world.ours.product)
    benefit.years.all().delete()
    add = address("portfolio:benefit_year_new", benefit.pk)
    answer = client.post(add, typed(client.get(add)) | data)
    assert answer.status_code == 422
    assert said_beside(answer, field)
    assert not benefit.years.exists()


def test_a_qualitative_benefit_has_no_pounds_and_one_with_pounds_does_not_become_qualitative(world):
    client, benefit = signed_in(world, "cdo_office"), benefit_of(world.ours.product)
    edit = address("portfolio:benefit_edit", benefit.pk)
    answer = client.post(edit, typed(client.get(edit)) | {"kind": "qualitative"})
    assert answer.status_code == 422
    assert said_beside(answer, "kind").startswith("This benefit has years in pounds")
    BenefitYear.objects.all().delete()
    assert client.post(edit, typed(client.get(edit)) | {"kind": "qualitative"}).status_code == 302
    page = text(client.get(address("portfolio:benefit", benefit.pk)))
    assert "A qualitative benefit: it is described, and has no pounds." in page
    assert "Add a year" not in page
    with pytest.raises(actions.NoPoundsError):
        actions.set_benefit_year(benefit=benefit, year=2026, expected=Decimal(1), realised=None, on=TODAY)


def test_it_cannot_double_count_with_itself(world):
    client, benefit = signed_in(world, "cdo_office"), benefit_of(world.ours.product)
    edit = address("portfolio:benefit_edit", benefit.pk)
    answer = client.post(edit, typed(client.get(edit)) | {"double_counts_with": str(world.ours.product.pk)})
    assert answer.status_code == 422
    assert said_beside(answer, "double_counts_with")


def test_plain_values_set_a_year_at_the_version_that_was_seen(world):
    benefit = benefit_of(world.ours.product)
    row = actions.set_benefit_year(
        benefit=benefit, year=2025, expected=Decimal(70_000), realised=Decimal(50_000), on=TODAY, version=1
    )
    assert (row.expected, row.version) == (Decimal(70_000), 2)
    new = actions.set_benefit_year(
        benefit=benefit, year=2030, expected=Decimal(5), realised=None, on=TODAY, evidence="V", source_en="Seen."
    )
    assert (new.version, new.evidence) == (1, "V")
    for year, version in [(2025, 1), (2025, None), (2031, 1)]:
        with pytest.raises(StaleVersion):
            actions.set_benefit_year(
                benefit=benefit, year=year, expected=None, realised=None, on=TODAY, version=version
            )
    with pytest.raises(actions.NotBegunError) as fault:
        actions.set_benefit_year(benefit=benefit, year=2031, expected=None, realised=Decimal(1), on=TODAY)
    assert fault.value.field == "realised"
    with pytest.raises(ValidationError):
        actions.set_benefit_year(benefit=benefit, year=2032, expected=Decimal(10) ** 15, realised=None, on=TODAY)
    assert benefit.years.count() == 4


def test_a_year_is_taken_out_on_a_page_of_its_own_that_says_what_will_go(world):
    client, row = signed_in(world, "delivery_lead"), year_of(world.ours.product)
    url = address("portfolio:benefit_year_delete", row.pk)
    page = text(client.get(url))
    assert "Take this year out" in page
    assert "Fewer calls, 2025-26" in page
    assert "£42,250" in page
    assert BenefitYear.objects.filter(pk=row.pk).exists()
    assert client.post(url).url == address("portfolio:benefit", row.benefit_id)
    assert not BenefitYear.objects.filter(pk=row.pk).exists()
    page = text(client.get(address("portfolio:product_history", world.ours.product.pk)))
    assert "Benefit: Fewer calls, 2025-26" in page
    assert "Deleted" in page


def test_the_list_has_totals_of_every_row_and_is_narrowed(world):
    worth(world, "Cash", {2025: (100, 40), 2026: (200, None)})
    worth(world, "Calls", {2026: (300, 5)}, kind="avoidable_contact", double_counts_with=world.theirs.product)
    worth(world, "Words", {}, kind="qualitative")
    worth(world, "Theirs", {2026: (300, 300)}, product=world.theirs.product)
    client = signed_in(world, "finance")
    page = text(client.get(address("portfolio:benefits")))
    assert "3 benefits are expected to bring £900 over all the years recorded. £345 has been realised." in page
    assert "One benefit is qualitative, and has no pounds." in page
    assert "One benefit would be counted twice with another product. That is £300 of what is expected." in page
    sheet = rows_of(client.get(f"{address('portfolio:benefits')}?download=csv&kind=qualitative"))
    assert [row[0] for row in sheet[1:]] == ["Words"]
    narrowed = text(client.get(f"{address('portfolio:benefits')}?twice=yes"))
    assert "One benefit is expected to bring £300 over all the years recorded. £5 has been realised." in narrowed
    lead = text(signed_in(world, "delivery_lead").get(address("portfolio:benefits")))
    assert "Theirs" not in lead
    assert "2 benefits are expected to bring £600 over all the years recorded. £45 has been realised." in lead


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_years_of_benefits_are_downloaded_line_by_line_as_they_are_shown(world, language):
    client = signed_in(world, "viewer")
    url = address("portfolio:product_benefits", world.ours.product.pk, language=language)
    heading = rows_of(client.get(f"{url}?table=by_year&download=csv"))
    assert len(heading) == 1, "no benefit has a year yet"
    worth(world, "Cash", {2025: (100, 40), 2026: (200, None)})
    worth(world, "Calls", {2026: (300, 5)}, kind="avoidable_contact")
    table = html.fromstring(text(client.get(url))).xpath("//table[contains(@class, 'by-year')]")[0]
    shown = [[cell.text_content().strip() for cell in row.xpath("./th|./td")] for row in table.xpath("./*/tr")]
    for row in shown[2::2]:
        row.insert(0, "")
    heading, *rows = rows_of(client.get(f"{url}?table=by_year&download=csv"))
    assert [one for one in heading if one not in ("Figure", "Ffigur")] == [one for one in shown[0] if one]
    assert len(rows) == len(shown) - 1 == 6
    for line, kept in zip(shown[1:], rows, strict=True):
        assert line[0] in ("", kept[0])
        assert line[1] == kept[1]
        assert [cell.lstrip("£") if cell != "–" else "" for cell in line[2:]] == [
            one.partition(".")[0] for one in kept[2:]
        ]


@pytest.mark.parametrize("name", ["product_benefits", "benefits"])
def test_pages_of_benefits_ask_as_many_questions_however_many_there_are(world, name):
    client = signed_in(world, "delivery_lead")
    url = address(f"portfolio:{name}", *([world.ours.product.pk] if name == "product_benefits" else []))
    worth(world, "One", {2026: (1, 1)}, double_counts_with=world.theirs.product)
    few = queries_for(client, url)
    for number in range(20):
        worth(
            world,
            f"B{number}",
            {2024 + one: (number, one) for one in range(6)},
            double_counts_with=world.theirs.product,
        )
    assert queries_for(client, url) == few


def test_the_pages_are_in_welsh(world):
    benefit = benefit_of(world.ours.product)
    client = signed_in(world, "viewer")
    page = text(client.get(address("portfolio:product_benefits", world.ours.product.pk, language="cy")))
    assert "Llai o alwadau" in page
    assert "Buddion" in page
    assert "Galwadau&#x27;r flwyddyn" in text(client.get(address("portfolio:benefit", benefit.pk, language="cy")))
