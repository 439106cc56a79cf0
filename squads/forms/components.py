"""The form of a component, with the role whose rate prices it: the roles are this room's."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kit.bilingual import pair_field, reading
from portfolio.forms.components import ComponentForm
from squads.models import Role


class PricedComponentForm(ComponentForm):
    role_code = forms.ChoiceField(
        label=_("Role whose rate prices it"),
        help_text=_("What a year of the work costs is reckoned at this role's salary."),
    )

    class Meta(ComponentForm.Meta):
        fields = [*ComponentForm.Meta.fields[:5], "role_code", *ComponentForm.Meta.fields[5:]]

    field_order = Meta.fields

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = Role.objects.visible_to(self.user).order_by(pair_field("name"), "pk")  # type: ignore[arg-type]
        choices = [(role.code, reading(role, "name").text) for role in roles]
        held = self.instance.role_code
        field: Any = self.fields["role_code"]
        if self.is_new:
            # The role that most of the work is done by, and not whichever comes first in the page's language.
            field.initial = held
        elif held not in dict(choices):
            # A role taken out since is still what the record says.
            choices.append((held, held))
        field.choices = choices
