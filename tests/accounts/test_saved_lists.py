"""Lists that a person keeps: saved under a name, shared by their link, renamed, deleted, and nobody else's."""

import pytest
from lxml import html

from accounts.actions import MOST_SAVED
from accounts.models import SavedList
from tests.portfolio.pages import address, queries_for, said_beside, signed_in, text
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
NEW = "/en/accounts/me/lists/new/"


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def saved(world: World, who: str = "viewer", **more: str) -> SavedList:
    given = {"name": "Live ones", "page": "portfolio:products", "query": "phase=live"} | more
    return SavedList.objects.create(user=world.people[who], **given)


def save(client, **more: str):
    return client.post(NEW, {"name": "Live ones", "page": "portfolio:products", "query": "phase=live"} | more)


def test_filters_are_saved_under_a_name_and_then_stand_above_the_list(world):
    client = signed_in(world, "viewer")
    page = html.fromstring(text(client.get(f"{address('portfolio:products')}?phase=live&sort=-name&page=2")))
    form = page.xpath("//div[@id='saved-lists']//form")[0]
    typed = {box.get("name"): box.get("value") for box in form.xpath(".//input[@type='hidden']")}
    assert (typed["page"], typed["query"]) == ("portfolio:products", "phase=live&sort=-name")
    answer = client.post(form.get("action"), {"name": "Live ones", **typed}, follow=True)
    assert answer.redirect_chain[-1][0] == "/en/portfolio/products/?phase=live&sort=-name"
    links = html.fromstring(text(answer)).xpath("//div[@id='saved-lists']//ul//a[@aria-current]")
    assert [link.text for link in links] == ["Live ones"]
    assert "Saved as “Live ones”." in text(answer)


def test_the_link_to_give_away_is_the_address_itself_without_its_page(world):
    client = signed_in(world, "viewer")
    page = html.fromstring(text(client.get(f"{address('portfolio:products')}?search=&phase=live&page=3&per_page=50")))
    box = page.xpath("//input[@id='saved-address']")[0]
    assert box.get("value") == "http://testserver/en/portfolio/products/?phase=live"
    assert box.get("readonly") is not None


def test_a_list_that_nothing_narrows_cannot_be_saved_and_says_how(world):
    page = text(signed_in(world, "viewer").get(address("portfolio:products")))
    assert "Search, narrow or sort the list first" in page
    assert 'id="saved-name"' not in page


def test_a_saved_list_leads_to_the_page_in_the_language_one_reads(world):
    saved(world)
    page = html.fromstring(text(signed_in(world, "viewer").get(address("portfolio:products", language="cy"))))
    assert page.xpath("//div[@id='saved-lists']//ul//a/@href")[0] == "/cy/portfolio/products/?phase=live"


def test_a_name_is_asked_for_and_used_once_on_a_page(world):
    client = signed_in(world, "viewer")
    saved(world)
    for name, said in (("", "Give it a name."), ("live ONES", "You already have a saved list of this name here.")):
        answer = save(client, name=name)
        assert answer.status_code == 422
        assert said_beside(answer, "name").startswith(said)
        assert 'value="phase=live"' in text(answer)
    assert "at most 100 characters" in said_beside(save(client, name="a" * 101), "name")
    assert save(client, page="squads:squads").status_code == 302, "on another page the name is free"
    assert SavedList.objects.count() == 2


def test_fifty_are_as_many_as_there_may_be(world):
    for number in range(MOST_SAVED):
        saved(world, name=f"Number {number}")
    answer = save(signed_in(world, "viewer"), name="One more")
    assert answer.status_code == 422
    assert "You have 50 saved lists, which is as many as there may be." in text(answer)
    assert save(signed_in(world, "finance"), name="Somebody else's").status_code == 302


@pytest.mark.parametrize("page", ["", "nowhere:at_all", "portfolio:product", "https://example.test/", "../../"])
def test_what_is_no_list_of_ours_is_not_saved(world, page):
    answer = save(signed_in(world, "viewer"), page=page)
    assert answer.status_code == 422
    assert not SavedList.objects.exists()


def test_filters_too_long_to_be_kept_are_refused_in_words(world):
    answer = save(signed_in(world, "viewer"), query="search=" + "a" * 1001)
    assert answer.status_code == 422
    assert "These filters are too long to be kept." in text(answer)


def test_nobody_sees_renames_or_deletes_another_s(world):
    theirs = saved(world, "finance", name="Finance's own")
    client = signed_in(world, "viewer")
    for page in ("/en/portfolio/products/", "/en/accounts/me/lists/"):
        assert "Finance&#x27;s own" not in text(client.get(page))
    for verb in ("edit", "delete"):
        url = f"/en/accounts/me/lists/{theirs.pk}/{verb}/"
        assert client.get(url).status_code == client.post(url, {"name": "Mine"}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.name == "Finance's own"


def test_one_is_renamed_and_keeps_its_filters(world):
    mine = saved(world)
    client = signed_in(world, "viewer")
    answer = client.post(f"/en/accounts/me/lists/{mine.pk}/edit/", {"name": "In use", "query": "phase=alpha"})
    assert answer["Location"] == "/en/portfolio/products/?phase=live"
    mine.refresh_from_db()
    assert (mine.name, mine.query) == ("In use", "phase=live")


def test_deleting_asks_first_and_shows_the_list_so_that_it_can_be_saved_again(world):
    mine = saved(world)
    client = signed_in(world, "viewer")
    url = f"/en/accounts/me/lists/{mine.pk}/delete/"
    asked = text(client.get(url))
    assert "Live ones" in asked
    assert "Nothing that the list shows is deleted." in asked
    assert SavedList.objects.count() == 1
    answer = client.post(url, follow=True)
    assert not SavedList.objects.exists()
    assert 'name="query" value="phase=live"' in text(answer)


def test_the_page_of_all_of_them_says_what_each_is_of(world):
    client = signed_in(world, "viewer")
    assert "Nothing saved yet." in text(client.get("/en/accounts/me/lists/"))
    saved(world)
    saved(world, page="gone:away", name="Of a page that is gone")
    page = text(client.get("/en/accounts/me/lists/"))
    assert "Saved: 1, of at most 50." in page
    assert "Products" in page
    assert "Of a page that is gone" not in page
    assert "Eich rhestrau" in text(client.get("/cy/accounts/me/lists/"))


def test_however_many_are_kept_a_list_asks_one_question_for_them(world):
    client = signed_in(world, "viewer")
    few = queries_for(client, address("portfolio:products"))
    for number in range(20):
        saved(world, name=f"Number {number}")
    assert queries_for(client, address("portfolio:products")) == few


def test_a_name_that_is_a_tag_is_shown_as_it_is(world):
    saved(world, name="<script>x</script>")
    assert "<script>x" not in text(signed_in(world, "viewer").get(address("portfolio:products")))
