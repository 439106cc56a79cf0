"""A forgotten password, and a changed one."""

import re

import pytest
from django.core import mail
from django.core.cache import cache

from accounts.models import User
from tests.world import PASSWORD, person

pytestmark = pytest.mark.django_db
FORGOTTEN = "/en/accounts/password/"
NEW = "a-longer-one-than-before"


@pytest.fixture(autouse=True)
def no_attempts_yet() -> None:
    cache.clear()


@pytest.fixture
def reader() -> User:
    return person("viewer", "reader")


def link_in(message: str) -> str:
    return re.search(r"https?://[^/\s]+(/\S+)", message).group(1)


def test_a_forgotten_password_is_replaced_by_the_link_in_the_letter(client, reader):
    assert client.post(FORGOTTEN, {"email": "reader@example.test"})["Location"] == "/en/accounts/password/sent/"
    assert "reader@example.test" in mail.outbox[0].to
    page = client.get(link_in(mail.outbox[0].body), follow=True)
    address = page.redirect_chain[-1][0]
    assert page.status_code == 200
    response = client.post(address, {"password1": NEW, "password2": NEW})
    assert response["Location"] == "/en/accounts/password/changed/"
    assert User.objects.get().check_password(NEW)
    assert "does not work any more" in client.get(link_in(mail.outbox[0].body), follow=True).content.decode()


def test_the_letter_is_in_the_language_of_the_person_not_of_the_page(client, reader):
    User.objects.update(preferred_language="cy")
    client.post(FORGOTTEN, {"email": "reader@example.test"})
    letter = mail.outbox[0]
    assert letter.subject == "Cyfrinair newydd ar gyfer Cynnal"
    assert "/cy/accounts/password/new/" in letter.body
    assert "password" not in letter.body.replace("/accounts/password/", "")


def test_whoever_is_not_known_is_written_to_in_welsh_first_and_then_in_english(client):
    page = client.post(FORGOTTEN, {"email": "stranger@example.test"}, follow=True)
    assert page.status_code == 200
    letter = mail.outbox[0]
    assert letter.body.index("Nid oes cyfrif") < letter.body.index("There is no account")
    assert letter.subject.index("Cyfrinair") < letter.subject.index("password")


def test_a_closed_account_is_sent_no_link(client, reader):
    User.objects.update(is_active=False)
    client.post(FORGOTTEN, {"email": "reader@example.test"})
    assert "password/new" not in mail.outbox[0].body


def test_the_new_password_is_typed_twice(client, reader):
    client.force_login(reader)
    typed = {"oldpassword": PASSWORD, "password1": NEW, "password2": "another-one-altogether"}
    assert "not the same" in client.post("/en/accounts/me/password/", typed).content.decode()
    assert "yr un peth" in client.post("/cy/accounts/me/password/", typed).content.decode()
    assert client.post("/en/accounts/me/password/", typed | {"password2": NEW})["Location"] == "/en/accounts/me/"
    assert User.objects.get().check_password(NEW)


def test_a_short_password_is_refused(client, reader):
    client.force_login(reader)
    client.post("/en/accounts/me/password/", {"oldpassword": PASSWORD, "password1": "byr", "password2": "byr"})
    assert User.objects.get().check_password(PASSWORD)
