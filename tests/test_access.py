"""Who reaches what, asked of the application itself: every route of the resolver, by everybody."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.contrib import admin
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from accounts.models import User
from funding.queries.workings import RECIPES
from funding.views.comparison import SHEETS
from tests.routes import MONEY, PEOPLE, PLANNERS, ROUTES, To
from tests.whole import complete
from tests.world import HOLDER, PAY_AS_WRITTEN, World, make_world

pytestmark = pytest.mark.django_db
SIGN_IN = "/en/accounts/sign-in/"
EVERYONE = ("anonymous", *PEOPLE)
ADMIN = "admin"
# Of each route whether `?download=` is answered with a file there.
FILES: dict[str, bool] = {}
# A link of a page to one of its tables as a file.
TABLE = re.compile(r'href="(\?[^"]*table=[^"]*download=[^"]*)"')


def routes(patterns: list[Any] | None = None, namespace: str = "") -> Iterator[str]:
    """The full name of every route there is, `?` and its pattern for one that has no name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name or f'?{pattern.pattern}'}"


OURS = sorted({name for name in routes() if not name.startswith(f"{ADMIN}:")})


@pytest.fixture
def world() -> World:
    cache.clear()
    return make_world()


def client_of(world: World, who: str) -> Client:
    client = Client(raise_request_exception=True)
    if who != "anonymous":
        client.force_login(world.person(who))
    return client


def address_of(world: World, name: str) -> str:
    return reverse(name, args=ROUTES[name].row(world)) + ROUTES[name].query(world)


def ask(world: World, who: str, name: str) -> Any:
    client, address = client_of(world, who), address_of(world, name)
    return client.post(address) if ROUTES[name].post else client.get(address)


def test_every_route_is_in_the_table():
    assert not set(OURS) - set(ROUTES), "routes that nobody has said who reaches: add them to tests/routes.py"


def test_the_table_has_no_route_that_is_not_there():
    assert not set(ROUTES) - set(OURS)


@pytest.mark.parametrize("name", [name for name in OURS if name in ROUTES])
def test_a_route_answers_each_person_as_the_table_says(world, name):
    answers = {who: ask(world, who, name) for who in EVERYONE}
    expected = {who: ROUTES[name].answer(who) for who in EVERYONE}
    assert {who: answer.status_code for who, answer in answers.items()} == expected
    anonymous = answers["anonymous"]
    if anonymous.status_code == 302 and name != "account_logout":
        assert anonymous["Location"].startswith(SIGN_IN), "anonymous people are sent to sign in"


@pytest.mark.parametrize("name", [name for name in OURS if ROUTES.get(name, To(frozenset())).row.__name__ == "of_ours"])
def test_a_row_that_is_not_there_is_not_found(world, name):
    arguments = [999_999, *ROUTES[name].row(world)[1:]]
    address = reverse(name, args=arguments)
    client = client_of(world, "cdo_office")
    if ROUTES[name].answer("cdo_office") == 403:
        client = client_of(world, "finance")
    assert (client.post(address) if ROUTES[name].post else client.get(address)).status_code == 404


@pytest.mark.parametrize("who", EVERYONE)
def test_the_administration_site_lets_in_staff_only(world, who):
    response = client_of(world, who).get(reverse("admin:index"), follow=True)
    expected = {"anonymous": 200, "administrator": 200, "superuser": 200}.get(who, 403)
    assert response.status_code == expected
    if who == "anonymous":
        assert response.redirect_chain[-1][0].startswith(SIGN_IN)


@pytest.mark.parametrize("who", ["cdo_office", "finance", "viewer", "delivery_lead", "administrator", "superuser"])
def test_pages_of_pay_in_the_administration_site_open_to_those_who_may_see_pay(world, who):
    User.objects.filter(pk=world.people[who].pk).update(is_staff=True)
    client = client_of(world, who)
    for name in ("rate", "appraisal", "option", "run"):
        response = client.get(reverse(f"admin:funding_{name}_changelist"))
        assert response.status_code == (200 if who in MONEY else 403), name


@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_page_of_the_administration_site_opens_to_a_superuser_or_is_pay(world, language):
    client = client_of(world, "superuser")
    User.objects.filter(pk=world.people["superuser"].pk).update(preferred_language=language)
    complete(world)
    for model in admin.site._registry:
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        pay = model._meta.model_name in ("rate", "appraisal", "option", "run")
        row = model._default_manager.order_by("pk").first()
        assert row is not None, f"the world has no {model.__name__}"
        pages = [reverse(f"{base}_changelist"), f"{reverse(f'{base}_changelist')}?q=a"]
        pages += [reverse(f"{base}_{page}", args=[row.pk]) for page in ("change", "history")]
        for page in pages:
            page = page.replace("/en/", f"/{language}/", 1)
            assert client.get(page).status_code == (403 if pay else 200), page


def test_looking_at_an_old_version_in_the_administration_site_does_not_put_it_back(world):
    User.objects.filter(pk=world.people["finance"].pk).update(is_staff=True)
    client = client_of(world, "finance")
    version = world.salary.history.latest()
    world.salary.amount += 1
    world.salary.save()
    address = reverse("admin:funding_rate_simple_history", args=[world.salary.pk, version.history_id])
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 403
    world.salary.refresh_from_db()
    assert world.salary.amount == version.amount + 1


def test_who_holds_a_post_is_not_in_the_administration_site_for_those_who_may_not_see_it(world):
    world.ours.post.holder = "Somebody Else"
    world.ours.post.save()
    client = client_of(world, "administrator")
    for page in ("change", "history"):
        text = client.get(reverse(f"admin:squads_post_{page}", args=[world.ours.post.pk])).content.decode()
        assert HOLDER not in text
        assert "Somebody Else" not in text
    guess = client.get(reverse("admin:squads_post_changelist"), {"holder__startswith": "S"})
    assert guess.status_code in (302, 400)


def texts(response: Any) -> Iterator[str]:
    """What is in an answer: a workbook's sheets are read out of their package."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            for part in package.namelist():
                yield package.read(part).decode()
    else:
        yield body.decode(errors="replace")


def pages(world: World) -> Iterator[str]:
    for name in OURS:
        if name in ROUTES and not ROUTES[name].post and name != "account_logout":
            yield address_of(world, name)


def figures(world: World) -> Iterator[str]:
    """Every working, file and chart of an appraisal and of a run, and every page of the administration site."""
    for kind, row in (("appraisal", world.ours.appraisal), ("run", world.ours.run)):
        for figure in RECIPES:
            yield reverse(f"funding:{kind}_working", args=[row.pk, "squad", figure])
        for sheet in SHEETS:
            yield reverse(f"funding:{kind}_download", args=[row.pk, sheet, "xlsx"])
        for chart in ("cumulative-cost", "team", "effort", "fitness"):
            yield reverse(f"funding:{kind}_chart", args=[row.pk, chart])
    for model in admin.site._registry:
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{base}_changelist")
        for row in model._default_manager.order_by("pk")[:1]:
            yield reverse(f"{base}_change", args=[row.pk])
            yield reverse(f"{base}_history", args=[row.pk])
            yield reverse(f"{base}_delete", args=[row.pk])


def has_files(world: World, address: str) -> bool:
    """Whether `?download=` is answered with a file there, to the first of those who reach it."""
    for who in ("finance", "cdo_office", "superuser"):
        answer = client_of(world, who).get(address)
        if answer.status_code == 200:
            return "text/html" not in answer.get("Content-Type", "text/html")
    return False


def answers(world: World, client: Client) -> Iterator[tuple[str, Any]]:
    """What this person gets at every address, and the files that are to be had there, in both kinds."""
    for address in pages(world):
        page = client.get(address)
        yield address, page
        files = [f"{address}{'&' if '?' in address else '?'}download={kind}" for kind in ("csv", "xlsx")]
        place = resolve(address.partition("?")[0]).view_name
        if place not in FILES:
            FILES[place] = has_files(world, files[0])
        beside = TABLE.findall(page.content.decode()) if "text/html" in page.get("Content-Type", "") else []
        files = (files if FILES[place] else []) + [address.partition("?")[0] + unescape(link) for link in beside]
        for file in files:
            yield file, client.get(file)
    for address in figures(world):
        yield address, client.get(address)


def pages_that_show(world: World, who: str, *marks: tuple[str, ...]) -> list[list[str]]:
    """For each set of marks the addresses whose answers to this person hold one of it."""
    showing: list[list[str]] = [[] for _ in marks]
    for address, answer in answers(world, client_of(world, who)):
        read = list(texts(answer))
        for found, wanted in zip(showing, marks, strict=True):
            if any(mark in text for text in read for mark in wanted):
                found.append(address)
    return showing


@pytest.mark.parametrize("who", PEOPLE)
def test_pay_and_who_holds_a_post_are_in_no_answer_to_those_who_may_not_see_them(world, who):
    User.objects.filter(pk=world.people[who].pk).update(is_staff=True)
    pay, holders = pages_that_show(world, who, PAY_AS_WRITTEN, (HOLDER,))
    if who in MONEY:
        assert reverse("funding:rates") in pay
        assert reverse("interchange:export_download") in pay
    else:
        assert pay == []
    if who not in PLANNERS | {"other_delivery_lead", "superuser"}:
        assert holders == []


@pytest.mark.parametrize("who", PEOPLE)
def test_somebody_whose_account_is_closed_reaches_nothing(world, who):
    client = client_of(world, who)
    User.objects.update(is_active=False)
    for name in OURS:
        if name in ROUTES and ROUTES[name].answer("anonymous") == 302 and not ROUTES[name].post:
            assert client.get(address_of(world, name)).status_code == 302, name


@pytest.mark.parametrize("who", [*PEOPLE])
def test_one_s_rights_are_what_the_table_of_routes_says_and_no_more(world, who):
    person = world.person(who)
    assert person.has_perm("funding.view_rates") == (who in MONEY)
    assert person.has_perm("funding.view_historicalrate") == (who in MONEY)
    assert person.has_perm("funding.change_rate") is False
    assert settings.DEMONSTRATION is False
