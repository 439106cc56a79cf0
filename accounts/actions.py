"""Making people, and keeping what they choose."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import User
from accounts.queries import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE
from accounts.roles import Role


@transaction.atomic
def make_demonstration_people(*, organisation_id: int | None = None, anyway: bool = False) -> list[User]:
    """One made-up person a role, the delivery lead at home in an organisation.

    Makes nobody where this is no demonstration, unless asked to anyway: a real service has no shared password.
    Done twice it gives the same people, with the password put back.
    """
    if not (settings.DEMONSTRATION or anyway):
        return []
    people = []
    for made_up in DEMONSTRATION_PEOPLE:
        user = User.objects.filter(email=made_up.email).first() or User(email=made_up.email)
        user.first_name, user.last_name = made_up.first_name, made_up.last_name
        user.preferred_language = made_up.preferred_language
        user.is_staff, user.is_active = made_up.is_staff, True
        if made_up.role == Role.DELIVERY_LEAD and organisation_id is not None:
            user.organisation_id = organisation_id
        user.set_password(DEMONSTRATION_PASSWORD)
        user.save()
        user.groups.set([Group.objects.get_or_create(name=made_up.role.value)[0]])
        people.append(user)
    return people


@transaction.atomic
def choose_language(*, user: User, language: str) -> User:
    """Keeps the language a person wants to read and be written to in."""
    locked = User.objects.select_for_update().get(pk=user.pk)
    if locked.preferred_language != language:
        locked.preferred_language = language
        locked.save(update_fields=["preferred_language"])
    return locked
