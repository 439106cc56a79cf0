"""Who is here, and how they are shown."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.urls import NoReverseMatch, reverse

from accounts.models import SavedList, User
from accounts.roles import Role

# Shared by every demonstration sign-in and shown on the page itself: it guards nothing that is not made up.
DEMONSTRATION_PASSWORD = "cynnal-demonstration"  # noqa: S105
DEMONSTRATION_DOMAIN = "cynnal.example"


@dataclass(frozen=True)
class DemonstrationPerson:
    """Somebody made up, one for each role. The domain is one that can never receive a letter."""

    role: Role
    mailbox: str
    first_name: str
    last_name: str
    preferred_language: str
    is_staff: bool = False

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{DEMONSTRATION_DOMAIN}"

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


DEMONSTRATION_PEOPLE = (
    DemonstrationPerson(Role.CDO_OFFICE, "swyddfa", "Mared", "Brynmor", "cy", is_staff=True),
    DemonstrationPerson(Role.FINANCE, "cyllid", "Iolo", "Tregarth", "cy", is_staff=True),
    DemonstrationPerson(Role.BOARD_MEMBER, "bwrdd", "Eleri", "Penarth", "en"),
    DemonstrationPerson(Role.DELIVERY_LEAD, "cyflenwi", "Gethin", "Menai", "cy"),
    DemonstrationPerson(Role.VIEWER, "darllenydd", "Nia", "Hafren", "en"),
    DemonstrationPerson(Role.ADMINISTRATOR, "gweinyddu", "Rhys", "Cefni", "cy", is_staff=True),
)


def demonstration_sign_ins() -> list[DemonstrationPerson]:
    """The made-up people who can sign in, in the order of the roles; nobody where this is no demonstration."""
    if not settings.DEMONSTRATION:
        return []
    here = set(
        User.objects.filter(is_active=True, email__in=[person.email for person in DEMONSTRATION_PEOPLE]).values_list(
            "email", flat=True
        )
    )
    return [person for person in DEMONSTRATION_PEOPLE if person.email in here]


def role_names(user: User) -> list[str]:
    """A person's roles in words, in the order of the table of roles."""
    return [str(role.label) for role in Role if role in user.roles]


def person_with_email(email: str) -> User | None:
    return User.objects.filter(email__iexact=email, is_active=True).first()


def people_without_role() -> QuerySet[User]:
    """Those who can sign in and then see nothing."""
    return User.objects.filter(is_active=True, is_superuser=False, groups__isnull=True)


def delivery_leads_without_organisation() -> QuerySet[User]:
    return User.objects.filter(is_active=True, groups__name=Role.DELIVERY_LEAD, organisation__isnull=True)


@dataclass(frozen=True)
class Kept:
    """A list that a person keeps, and its address in the language of the page."""

    saved: SavedList
    url: str


def lists_kept(*, user: User, page: str = "") -> list[Kept]:
    """By name, those of one page or of all; none whose page is not there any more. One query."""
    rows = SavedList.objects.visible_to(user).order_by("page", Lower("name"), "pk")
    kept = [Kept(saved, address_of(saved)) for saved in (rows.filter(page=page) if page else rows)]
    return [one for one in kept if one.url]


def address_of(saved: SavedList) -> str:
    """Where a saved list is; "" where its page is not there any more."""
    try:
        address = reverse(saved.page)
    except NoReverseMatch:
        return ""
    return f"{address}?{saved.query}" if saved.query else address
