"""Signing in by e-mail, in the person's own language, and nowhere else than here."""

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from tests.world import PASSWORD, person

pytestmark = pytest.mark.django_db
SIGN_IN = "/en/accounts/sign-in/"


@pytest.fixture(autouse=True)
def no_attempts_yet() -> None:
    cache.clear()


@pytest.fixture
def reader() -> User:
    return person("viewer", "reader")


def sign_in(client: Client, address: str = SIGN_IN, **more: str):
    return client.post(address, {"login": "reader@example.test", "password": PASSWORD, **more})


def test_a_person_signs_in_with_their_address_in_any_case(client, reader):
    response = client.post(SIGN_IN, {"login": "Reader@Example.test", "password": PASSWORD})
    assert response.status_code == 302
    assert response["Location"] == "/en/"


def test_a_person_lands_in_the_language_they_prefer(client, reader):
    User.objects.update(preferred_language="cy")
    response = sign_in(client)
    assert response["Location"] == "/cy/"
    assert response.cookies["language"].value == "cy"


def test_the_page_a_person_came_for_is_shown_in_their_language(client, reader):
    User.objects.update(preferred_language="cy")
    response = sign_in(client, next="/en/accounts/me/?from=here")
    assert response["Location"] == "/cy/accounts/me/?from=here"


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "http:elsewhere.example",
    ],
)
def test_nobody_is_sent_elsewhere_after_signing_in_or_out(client, reader, address):
    for response in (
        client.post(f"{SIGN_IN}?next={address}", {"login": "reader@example.test", "password": PASSWORD}),
        client.post("/en/accounts/sign-out/", {"next": address}),
        sign_in(client, next=address),
    ):
        assert response.status_code == 302
        assert response["Location"].startswith(("/en/", "/cy/"))
        assert "elsewhere" not in response["Location"]
        assert "javascript" not in response["Location"]


def test_a_wrong_password_is_said_in_the_language_of_the_page(client, reader):
    wrong = {"login": "reader@example.test", "password": "something else"}
    assert "do not match an account here" in client.post(SIGN_IN, wrong).content.decode()
    assert "yn cyfateb i gyfrif" in client.post("/cy/accounts/sign-in/", wrong).content.decode()


def test_what_was_typed_is_kept_and_the_password_is_not(client, reader):
    page = client.post(SIGN_IN, {"login": "reader@example.test", "password": "something else"}).content.decode()
    assert "reader@example.test" in page
    assert "something else" not in page


def test_after_too_many_attempts_the_right_password_is_refused_too(client, reader):
    for _attempt in range(12):
        client.post(SIGN_IN, {"login": "reader@example.test", "password": "wrong"})
    response = sign_in(client)
    assert response.status_code in (200, 429)
    assert "_auth_user_id" not in client.session


def test_a_closed_account_cannot_sign_in(client, reader):
    User.objects.update(is_active=False)
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_a_person_whose_account_is_closed_while_signed_in_is_out(client, reader):
    client.force_login(reader)
    assert client.get("/en/accounts/me/").status_code == 200
    User.objects.update(is_active=False)
    assert client.get("/en/accounts/me/").status_code == 302


@pytest.mark.parametrize(
    ("address", "words"),
    [("/en/accounts/sign-up/", "administrator"), ("/cy/accounts/sign-up/", "Gweinyddwr")],
)
def test_nobody_signs_themselves_up(client, address, words):
    before = User.objects.count()
    assert words in client.get(address).content.decode()
    typed = {"email": "new@example.test", "password1": PASSWORD, "password2": PASSWORD}
    client.post(address, typed)
    assert User.objects.count() == before


def test_somebody_with_no_role_lands_on_the_page_that_says_what_to_do(client):
    person(None, "reader")
    assert sign_in(client)["Location"] == "/en/accounts/me/"


def test_signing_out_is_asked_before_it_is_done(client, reader):
    client.force_login(reader)
    assert client.get("/en/accounts/sign-out/").status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/en/accounts/sign-out/")["Location"] == SIGN_IN
    assert "_auth_user_id" not in client.session


def test_the_toggle_keeps_what_was_typed_but_not_the_password(client, reader):
    typed = {"login": "reader@example.test", "password": PASSWORD, "switch_language": "typed"}
    page = client.post("/cy/accounts/sign-in/", typed).content.decode()
    assert "_auth_user_id" not in client.session
    assert 'value="reader@example.test"' in page
    assert PASSWORD not in page
    assert "yn cyfateb" not in page


def test_the_language_just_chosen_with_the_toggle_outlasts_signing_in(client, reader):
    assert reader.preferred_language == "en"
    client.post("/cy/accounts/sign-in/", {"login": "", "password": "", "switch_language": "typed"})
    assert sign_in(client, "/cy/accounts/sign-in/")["Location"] == "/cy/"
    assert User.objects.get().preferred_language == "en"
