"""Making people, and keeping what they choose: their language, and lists as they narrowed them."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import SavedList, User
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


# More than anybody looks through, and few enough to be shown on one page.
MOST_SAVED = 50


class NameTakenError(Exception):
    """The person keeps another list of this page under that name."""


class TooManySavedError(Exception):
    """The person keeps as many lists as there may be."""


@transaction.atomic
def save_list(*, user: User, name: str, page: str, query: str, saved: SavedList | None = None) -> SavedList:
    """Keeps a page as it is narrowed under a name; or gives one that is kept, `saved`, another name."""
    # One at a time for a person, so that two tabs cannot go past what is allowed between them.
    User.objects.select_for_update().get(pk=user.pk)
    others = SavedList.objects.visible_to(user).exclude(pk=saved.pk if saved and saved.pk else 0)
    if others.filter(page=page, name__iexact=name).exists():
        raise NameTakenError
    if saved is None and others.count() >= MOST_SAVED:
        raise TooManySavedError
    kept = saved or SavedList(user=user, page=page, query=query)
    kept.name = name
    kept.save()
    return kept


@transaction.atomic
def forget_list(*, saved: SavedList) -> None:
    """Takes a saved list out. The rows it showed are where they were."""
    saved.delete()
