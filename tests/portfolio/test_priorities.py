"""How high organisations put products, where they part, and what they have offered."""

import datetime
from decimal import Decimal

import pytest
import time_machine

from portfolio.models import Organisation, Participation, Priority, Product
from portfolio.queries.priorities import in_force, product_finding, said_of, why, with_priorities
from tests.portfolio.nation import priority_of
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.rows import authority
from tests.portfolio.test_adoption import cdps
from tests.world import NOW, TODAY, World, make_world

pytestmark = pytest.mark.django_db
DAY = datetime.date
IN_MAY = DAY(2026, 5, 4)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


def government() -> Organisation:
    return Organisation.objects.get_or_create(
        name_en="Welsh Government", defaults={"name_cy": "Llywodraeth Cymru", "kind": "welsh_government"}
    )[0]


def say(product: Product, body: Organisation, level: str, since: datetime.date = IN_MAY) -> Priority:
    return Priority.objects.create(product=product, organisation=body, level=level, since=since)


def row_of(product: Product):
    return with_priorities(Product.objects.filter(pk=product.pk), TODAY).first()


def test_the_latest_word_in_force_counts_and_earlier_and_later_ones_are_kept(world):
    product, body = world.ours.product, world.ours.organisation
    say(product, body, "low", DAY(2025, 1, 6))
    now = say(product, body, "high", DAY(2026, 5, 4))
    say(product, body, "none", DAY(2026, 11, 25))
    assert list(in_force(TODAY)) == [now]
    assert in_force(DAY(2026, 11, 25)).get().level == "none"
    (said,) = said_of(product=product, on=TODAY)
    assert said.now == now
    assert [one.level for one in said.before] == ["none", "low"]
    page = text(signed_in(world, "viewer").get(address("portfolio:product_priorities", product.pk)))
    assert "6 January 2025: low" in page


@pytest.mark.parametrize(
    ("levels", "gap", "parts"),
    [(("high", "high"), 0, False), (("high", "medium"), 1, False), (("high", "low"), 2, True),
     (("high", "none"), 3, True), (("medium", "none"), 2, True), (("low", "none"), 1, False)],
)  # fmt: skip
def test_they_part_where_two_steps_lie_between_the_highest_and_the_lowest(world, levels, gap, parts):
    product = world.ours.product
    say(product, government(), levels[0])
    say(product, world.ours.organisation, levels[1])
    row = row_of(product)
    assert row.gap == gap
    page = text(signed_in(world, "viewer").get(address("portfolio:priorities") + "?parting=yes"))
    assert (product.name_en in page) == parts
    assert (f"{gap}: they part" in page) == parts


def test_the_list_says_who_puts_it_highest_and_who_lowest_and_what_was_offered(world):
    product = world.ours.product
    say(product, government(), "high")
    for number in range(5):
        say(product, authority(number), "none")
    Participation.objects.filter(product=product).update(committed_fte=Decimal("1"), given_fte=Decimal("0.5"))
    Participation.objects.create(product=product, organisation=government(), committed_amount=Decimal(9000))
    row = row_of(product)
    assert why(row.words) == "high: Welsh Government; not a priority: Council 00, Council 01, Council 02 and 2 more"
    assert (row.government, row.put_none, row.put_high) == (3, 5, 0)
    assert (row.promised_fte, row.given_fte, row.promised_amount) == (Decimal("1"), Decimal("0.5"), Decimal(9000))
    rows = rows_of(signed_in(world, "viewer").get(address("portfolio:priorities") + "?download=csv"))
    assert rows[1][1] == "High"
    assert "2 more" in rows[1][7]


def test_silence_is_not_a_low_priority(world):
    say(world.ours.product, world.ours.organisation, "high")
    row = row_of(world.ours.product)
    assert (row.gap, row.government) == (0, None)
    page = text(signed_in(world, "viewer").get(address("portfolio:priorities")))
    assert "No word" in page or "no word" in page
    assert "The Welsh Government has given no priority to one of them." in page


def test_a_body_that_no_longer_exists_has_no_word(world):
    say(world.ours.product, cdps(world), "high", DAY(2026, 1, 5))
    assert not in_force(TODAY).exists()
    said = said_of(product=world.ours.product, on=TODAY)
    assert product_finding(said, TODAY) == ["No organisation has said how high it puts this product."]


def test_who_puts_it_high_and_has_promised_nothing_is_named(world):
    product = world.ours.product
    say(product, world.ours.organisation, "high")
    say(product, world.theirs.organisation, "high")
    Participation.objects.filter(product=product).update(committed_fte=Decimal("1"))
    assert product_finding(said_of(product=product, on=TODAY), TODAY) == [
        "They do not part: high: Gwynedd, Powys.",
        "Put it high and have promised nothing that is known: Powys.",
    ]


def test_the_office_says_it_for_any_organisation_and_earlier_words_stay(world):
    government()
    priority_of(world)
    office, product = signed_in(world, "cdo_office"), world.ours.product
    new = address("portfolio:priority_new", product.pk)
    data = typed(office.get(new))
    assert data["organisation"] == str(government().pk)
    assert data["since"] == "24 November 2026"
    data |= {"organisation": str(world.ours.organisation.pk), "level": "low", "reason_en": "Others come first."}
    assert office.post(new, data)["Location"] == address("portfolio:product_priorities", product.pk)
    assert Priority.objects.filter(organisation=world.ours.organisation).count() == 2
    answer = office.post(new, data)
    assert answer.status_code == 422
    assert said_beside(answer, "since") == "This organisation already gave this product a priority on that day."


def test_a_delivery_lead_speaks_for_their_own_organisation_of_products_that_are_others_too(world):
    Participation.objects.create(product=world.theirs.product, organisation=world.ours.organisation)
    lead = signed_in(world, "delivery_lead")
    new = address("portfolio:priority_new", world.theirs.product.pk)
    form = lead.get(new).context["form"]
    assert [value for value, _label in form.fields["organisation"].choices] == [world.ours.organisation.pk]
    data = typed(lead.get(new)) | {"level": "high"}
    assert lead.post(new, data | {"organisation": str(world.theirs.organisation.pk)}).status_code == 422
    assert lead.post(new, data).status_code == 302
    mine = Priority.objects.get()
    theirs = say(world.theirs.product, world.theirs.organisation, "low")
    assert lead.get(address("portfolio:priority_edit", mine.pk)).status_code == 200
    assert lead.get(address("portfolio:priority_edit", theirs.pk)).status_code == 403
    assert lead.post(address("portfolio:priority_delete", theirs.pk)).status_code == 403


def test_a_word_from_after_the_end_of_an_organisation_is_refused_in_words(world):
    gone, office = cdps(world), signed_in(world, "cdo_office")
    new = address("portfolio:priority_new", world.ours.product.pk)
    data = typed(office.get(new)) | {"organisation": str(gone.pk), "level": "high"}
    answer = office.post(new, data)
    assert answer.status_code == 422
    assert "its last day was 31 March 2026. Its successor is Powys." in said_beside(answer, "since")


def test_a_word_never_said_is_taken_back_after_asking_and_the_one_before_holds_again(world):
    before = say(world.ours.product, world.ours.organisation, "low", DAY(2025, 1, 6))
    word, office = priority_of(world), signed_in(world, "cdo_office")
    page = address("portfolio:priority_delete", word.pk)
    assert "Take the priority back?" in text(office.get(page))
    assert Priority.objects.count() == 2
    office.post(page)
    assert list(in_force(TODAY)) == [before]
    assert Priority.history.filter(history_type="-").count() == 1


def test_the_list_asks_as_many_questions_with_three_rows_as_with_thirty(world):
    client, pages = signed_in(world, "viewer"), ("", "?sort=-promised_fte", "?parting=yes", "?download=csv")
    for number in range(3):
        say(world.ours.product, authority(number), "high")
    say(world.theirs.product, government(), "none")
    few = [queries_for(client, address("portfolio:priorities") + one) for one in pages]
    for number in range(3, 20):
        body = authority(number)
        product = Product.objects.create(name_cy=f"C{number}", name_en=f"P{number}", organisation=body, phase="live")
        for level in (body, government()):
            say(product, level, "high")
    assert [queries_for(client, address("portfolio:priorities") + one) for one in pages] == few
    assert max(few) <= 14
    url = address("portfolio:product_priorities", world.ours.product.pk)
    few_words = queries_for(client, url)
    say(world.ours.product, government(), "none")
    assert queries_for(client, url) == few_words
