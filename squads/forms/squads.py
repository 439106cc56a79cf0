"""The form of a squad."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from kit import formats
from kit.fields import DAY_AFTER
from kit.forms import VersionedModelForm
from portfolio.forms import PlacedFaults, own_organisation_only
from squads.forms.knowing import Knowing
from squads.models import ONE_DAY, Assignment, Post, Squad
from squads.queries.months import GONE


class SquadForm(Knowing, PlacedFaults, VersionedModelForm):
    wants_user = True
    beside = {"squads_squad_ends_after_start": "until"}

    class Meta:
        model = Squad
        fields = ["name_cy", "name_en", "organisation", "since", "until", "evidence", "source_cy", "source_en"]
        help_texts = {"until": DAY_AFTER}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        own_organisation_only(self, user)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        home, since = cleaned.get("organisation"), cleaned.get("since")
        if home is None or since is None or self.conflict or not {"organisation", "since"} & set(self.changed_data):
            return cleaned
        words = {"home": home, "since": formats.date(since), "successor": home.successor or ""}
        if home.valid_from is not None and since < home.valid_from:
            said = _("%(home)s did not exist yet on %(since)s; it began on %(day)s.")
            self.add_error("organisation", said % (words | {"day": formats.date(home.valid_from)}))
        elif home.valid_to is not None and since >= home.valid_to:
            words["day"] = formats.date(home.valid_to - ONE_DAY)
            said = _("%(home)s no longer existed on %(since)s; its last day was %(day)s.")
            if home.successor:
                said = _("%(home)s no longer existed on %(since)s; its last day was %(day)s. Choose %(successor)s.")
            self.add_error("organisation", said % words)
        return cleaned

    def warnings(self) -> list[str]:
        return [*self._outlived_by(), *self._outlives_home()]

    def _outlived_by(self) -> list[str]:
        """Posts and work planned for days on which the squad would not be there any more."""
        until = self.cleaned_data.get("until")
        if self.is_new or until is None or "until" in self.errors or "until" not in self.changed_data:
            return []
        posts = Post.objects.filter(squad=self.instance).exclude(state__in=GONE)
        posts = posts.filter(Q(planned_to__isnull=True) | Q(planned_to__gt=until))
        work = Assignment.objects.filter(Q(end__isnull=True) | Q(end__gt=until), squad=self.instance)
        day = formats.date(until - ONE_DAY)
        said = []
        if number := posts.count():
            words = {"day": day, "number": formats.number(number)}
            said.append(_("Posts planned for longer than the squad's last day, %(day)s: %(number)s.") % words)
        if number := work.count():
            words = {"day": day, "number": formats.number(number)}
            said.append(_("Products it works on for longer than its last day, %(day)s: %(number)s.") % words)
        return said

    def _outlives_home(self) -> list[str]:
        """A home that will not be there as long as the squad is: that is a merger to come, and no fault."""
        home, since = self.cleaned_data.get("organisation"), self.cleaned_data.get("since")
        until = self.cleaned_data.get("until")
        if home is None or home.valid_to is None or since is None or since >= home.valid_to or "until" in self.errors:
            return []
        if (until is not None and until <= home.valid_to) or not self.changed_data:
            return []
        words = {"home": home, "day": formats.date(home.valid_to - ONE_DAY), "successor": home.successor or ""}
        if home.successor:
            return [
                _("%(home)s is there until %(day)s only, and the squad is to stay. Its successor is %(successor)s.")
                % words
            ]
        return [_("%(home)s is there until %(day)s only, and the squad is to stay.") % words]
