"""People who sign in."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from rules.permissions import has_perm, permissions
from simple_history.models import HistoricalRecords

from accounts.roles import ALL_ORGANISATIONS, Role, is_pay


class PeopleManager(UserManager["User"]):
    """Makes people by their e-mail address: there is no username."""

    def _create_user_object(
        self, username: str | None, email: str | None, password: str | None, **extra: Any
    ) -> "User":
        user: User = self.model(email=self.normalize_email(email), **extra)
        user.set_password(password)
        return user

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "User":  # type: ignore[override]
        user = self._create_user_object(None, email, password, **extra)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **extra: Any) -> "User":  # type: ignore[override]
        return self.create_user(email, password, is_staff=True, is_superuser=True, **extra)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractUser):
    """A person, known by e-mail address, with the language they want to be written to in."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    preferred_language = models.CharField(
        _("preferred language"), max_length=2, choices=settings.LANGUAGES, default="cy"
    )
    organisation = models.ForeignKey(
        "portfolio.Organisation", models.PROTECT, verbose_name=_("organisation"), null=True, blank=True
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = PeopleManager()  # type: ignore[misc]
    history = HistoricalRecords(excluded_fields=["password", "last_login"])

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_once",
                violation_error_message=_("Somebody with this e-mail address is already here."),
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of this person's roles, asked of the database once a request."""
        return frozenset(self.groups.values_list("name", flat=True))

    @property
    def sees_all_organisations(self) -> bool:
        return self.is_active and (self.is_superuser or bool(self.roles & ALL_ORGANISATIONS))

    @property
    def sees_own_organisation(self) -> bool:
        return self.is_active and self.organisation_id is not None and Role.DELIVERY_LEAD in self.roles

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """What the table of roles says; being a superuser opens everything but pay."""
        if not self.is_active:
            return False
        return has_perm(perm, self, obj) or (self.is_superuser and not is_pay(perm))

    def has_module_perms(self, app_label: str) -> bool:
        return any(right.startswith(f"{app_label}.") and self.has_perm(right) for right in permissions)


class SavedListQuerySet(models.QuerySet["SavedList"]):
    def visible_to(self, user: User) -> "SavedListQuerySet":
        return self.filter(user=user.pk)

    editable_by = visible_to


class SavedList(models.Model):
    """A page as a person narrowed and sorted it, under a name of their own. The address itself can be given away."""

    user = models.ForeignKey(User, models.CASCADE, verbose_name=_("person"), related_name="saved_lists")
    name = models.CharField(_("name"), max_length=100)
    page = models.CharField(_("page"), max_length=100)  # the name of the view
    query = models.CharField(_("filters"), max_length=1000, blank=True)

    objects = SavedListQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("saved list")
        verbose_name_plural = _("saved lists")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "page", "name"],
                name="accounts_savedlist_name_once",
                violation_error_message=_("You already have a saved list of this name here."),
            )
        ]

    def __str__(self) -> str:
        return self.name
