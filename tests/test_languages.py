"""Every page in both languages: each says which it is in, leads to the other, and holds nothing of the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.contrib import admin
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from funding.queries.workings import RECIPES
from funding.views.comparison import SHEETS
from tests.languages import LANGUAGES, in_the_other_language, other, parsed, refresh, untranslated
from tests.routes import ROUTES
from tests.whole import complete
from tests.world import World, make_world

# Each page as these see it: whoever may change it is shown more than whoever may not.
WHO = ("anonymous", "nobody", "viewer", "delivery_lead", "cdo_office", "finance", "superuser")
QUERY = "note=gr%C3%A2nt+hanfodion&from=2027"
PAGES = sorted(name for name, to in ROUTES.items() if not to.post and name != "health")
# Lists narrowed to nothing, by what cannot be read, and sorted.
STATES = (
    "search=zzzz",
    "phase=nonsense&state=nonsense&year=nonsense&evidence=nonsense",
    "page=9&per_page=50&sort=-name",
)


@dataclass(frozen=True)
class Visit:
    """One page as one person saw it in one language."""

    who: str
    address: str
    status: int
    html: str
    missing: frozenset[str] = field(default_factory=frozenset)

    def __str__(self) -> str:
        return f"{self.address} ({self.who})"


def visit(client: Client, who: str, address: str) -> Visit:
    with untranslated() as missing:
        response = client.get(address)
        is_page = response.get("Content-Type", "").startswith("text/html")
        html = response.content.decode() if is_page else ""
    return Visit(who, address, response.status_code, html, frozenset(missing))


def viewers(world: World, name: str) -> Iterator[tuple[str, Client]]:
    """Clients of those who get the page, signed in."""
    for who in WHO:
        if ROUTES[name].answer(who) == 200:
            client = Client()
            if who != "anonymous":
                client.force_login(world.person(who))
            yield who, client


def walk(world: World) -> dict[str, list[Visit]]:
    seen: dict[str, list[Visit]] = {name: [] for name in PAGES}
    for name in PAGES:
        to = ROUTES[name]
        address = reverse(name, args=to.row(world)) + to.query(world)
        for who, client in viewers(world, name):
            for language in LANGUAGES:
                seen[name].append(visit(client, who, with_query(other(address, language))))
    return seen


def with_query(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{QUERY}"


@pytest.fixture(scope="module")
def visits(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> dict[str, list[Visit]]:
    """Every page is asked for once, and every test here looks at what came. Nothing of it stays in the database."""
    refresh()
    cache.clear()
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        seen = walk(make_world())
        transaction.set_rollback(True)
    return seen


def pages_of(visits: dict[str, list[Visit]], name: str) -> list[Visit]:
    return [one for one in visits[name] if one.html]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_which_language_it_is_in_and_where_the_other_is(visits, name):
    assert visits[name], "nobody among those who look here reaches it"
    for one in pages_of(visits, name):
        page, language = parsed(one.html), one.address[1:3]
        assert one.status == 200, str(one)
        assert page.get("lang") == language, str(one)
        alternates = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate']")}
        assert alternates == {code: f"http://testserver{other(one.address, code)}" for code in LANGUAGES}, str(one)


@pytest.mark.parametrize("name", PAGES)
def test_the_toggle_leads_to_the_same_page_with_its_query(visits, name):
    for one in pages_of(visits, name):
        page, there = parsed(one.html), "en" if one.address.startswith("/cy/") else "cy"
        links = [(link.get("href"), link.get("lang")) for link in page.xpath("//a[@data-language-toggle]")]
        buttons = page.xpath("//button[@name='switch_language']")
        for button in buttons:
            assert page.xpath(f"//form[@id='{button.get('form')}' and @method='post']"), f"{one}: no such form"
        links += [(button.get("formaction"), button.get("lang")) for button in buttons]
        assert links == [(other(one.address, there), there)], str(one)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_on_a_welsh_page_falls_back_to_english(visits, name):
    lacking = {str(one): sorted(one.missing) for one in visits[name] if one.missing and one.address.startswith("/cy/")}
    assert not lacking


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_word_of_a_page_is_of_the_other_language(visits, name, language):
    found = {}
    for one in pages_of(visits, name):
        if one.address.startswith(f"/{language}/") and (stray := in_the_other_language(one.html, language)):
            found[str(one)] = stray
    assert not found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_same_frame_in_both_languages(visits, name):
    """As many headings, tables, fields and links: nothing is left out of one of them."""
    counted: dict[str, list[dict[str, int]]] = {"cy": [], "en": []}
    for one in pages_of(visits, name):
        page = parsed(one.html)
        parts = ("h1", "h2", "h3", "table", "tr", "td", "th", "a", "input", "select", "option", "button", "form", "svg")
        counted[one.address[1:3]].append({part: len(page.xpath(f"//{part}")) for part in parts})
    assert counted["cy"] == counted["en"]


# ---- beyond the table of routes


@pytest.fixture
def world(db: None) -> World:
    refresh()
    cache.clear()
    return make_world()


def client_of(world: World, who: str) -> Client:
    client = Client()
    client.force_login(world.person(who))
    return client


def faults_of(one: Visit) -> list[str]:
    stray = in_the_other_language(one.html, one.address[1:3]) if one.html else []
    return sorted(one.missing) + stray


def test_a_list_narrowed_to_nothing_or_by_nonsense_is_in_its_own_language(world):
    client = client_of(world, "finance")
    lists = [name for name in PAGES if name.endswith("s") and not ROUTES[name].row(world) and ":" in name]
    assert len(lists) > 10
    found = {}
    for name in lists:
        for state in STATES:
            one = visit(client, "finance", f"{other(reverse(name), 'cy')}?{state}")
            assert one.status == 200, str(one)
            if faults := faults_of(one):
                found[str(one)] = faults
    assert not found


def test_every_working_of_every_figure_is_in_welsh(world):
    client, found = client_of(world, "finance"), {}
    for option in ("annual", "squad"):
        for figure in RECIPES:
            address = reverse("funding:run_working", args=[world.ours.run.pk, option, figure])
            one = visit(client, "finance", other(address, "cy"))
            assert one.status == 200, str(one)
            if faults := faults_of(one):
                found[str(one)] = faults
    assert not found


def test_every_download_and_chart_of_a_comparison_is_in_welsh(world):
    client, found = client_of(world, "finance"), {}
    pk = world.ours.appraisal.pk
    addresses = [reverse("funding:appraisal_download", args=[pk, sheet, "csv"]) for sheet in SHEETS]
    addresses += [
        reverse("funding:appraisal_chart", args=[pk, key])
        for key in ("cost-by-year", "cumulative-cost", "team", "effort", "fitness")
    ]
    for address in addresses:
        one = visit(client, "finance", other(address, "cy"))
        assert one.status == 200, str(one)
        if one.missing:
            found[str(one)] = sorted(one.missing)
    assert not found


def test_an_appraisal_that_cannot_be_calculated_says_so_in_welsh(world):
    world.ours.appraisal.roles.all().delete()
    address = reverse("funding:appraisal", args=[world.ours.appraisal.pk])
    assert faults_of(visit(client_of(world, "finance"), "finance", other(address, "cy"))) == []


def test_the_administration_site_is_in_welsh(world):
    client, found = client_of(world, "superuser"), {}
    complete(world)
    for model in admin.site._registry:
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = model._default_manager.order_by("pk").first()
        for address in (reverse(f"{base}_changelist"), reverse(f"{base}_change", args=[row.pk])):
            one = visit(client, "superuser", other(address, "cy"))
            if one.missing:
                found[str(one)] = sorted(one.missing)
    assert not found
