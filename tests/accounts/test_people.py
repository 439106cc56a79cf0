"""One's own page, and the demonstration's people."""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.actions import make_demonstration_people
from accounts.models import User
from accounts.queries import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE
from accounts.roles import Role
from portfolio.models import Organisation
from tests.world import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def gwynedd() -> Organisation:
    return Organisation.objects.create(name_cy="Gwynedd", name_en="Gwynedd", kind="local_authority")


def test_the_page_of_oneself_says_the_roles_in_words(client, gwynedd):
    client.force_login(person("delivery_lead", "lead", gwynedd))
    assert "Delivery lead" in client.get("/en/accounts/me/").content.decode()
    page = client.get("/cy/accounts/me/").content.decode()
    assert "Arweinydd cyflawni" in page
    assert "Gwynedd" in page


def test_somebody_with_no_role_is_told_so(client):
    client.force_login(person(None, "new"))
    assert "no role yet" in client.get("/en/accounts/me/").content.decode()


def test_a_change_of_language_takes_the_reader_with_it(client):
    client.force_login(person("viewer", "reader"))
    response = client.post("/en/accounts/me/", {"preferred_language": "cy"})
    assert response["Location"] == "/cy/accounts/me/"
    assert User.objects.get().preferred_language == "cy"
    assert client.get("/")["Location"] == "/cy/"


def test_a_language_that_is_not_spoken_here_is_refused(client):
    client.force_login(person("viewer", "reader"))
    assert client.post("/en/accounts/me/", {"preferred_language": "fr"}).status_code == 200
    assert User.objects.get().preferred_language == "en"


def test_a_demonstration_has_one_person_a_role(settings, gwynedd):
    settings.DEMONSTRATION = True
    people = make_demonstration_people(organisation_id=gwynedd.pk)
    assert [sorted(user.roles) for user in people] == [[role.value] for role in Role]
    assert make_demonstration_people() == people
    lead = User.objects.get(groups__name="delivery_lead")
    assert lead.organisation == gwynedd
    assert lead.check_password(DEMONSTRATION_PASSWORD)


def test_a_real_service_gets_no_made_up_people(settings, gwynedd):
    settings.DEMONSTRATION = False
    assert make_demonstration_people(organisation_id=gwynedd.pk) == []
    with pytest.raises(CommandError):
        call_command("sign_ins")
    assert not User.objects.exists()


def test_the_sign_ins_are_printed_plainly(settings):
    settings.DEMONSTRATION = True
    out = io.StringIO()
    call_command("sign_ins", stdout=out)
    assert DEMONSTRATION_PASSWORD in out.getvalue()
    assert all(person.email in out.getvalue() for person in DEMONSTRATION_PEOPLE)


def test_the_sign_in_page_shows_the_sign_ins_of_a_demonstration_only(settings, client):
    make_demonstration_people(anyway=True)
    settings.DEMONSTRATION = False
    assert "cynnal.example" not in client.get("/en/accounts/sign-in/").content.decode()
    settings.DEMONSTRATION = True
    page = client.get("/cy/accounts/sign-in/").content.decode()
    assert "cyllid@cynnal.example" in page
    assert "wedi eu dyfeisio" in page
