"""What a squad works on: the forms."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.views import EditPage, NewUnderPage
from squads.actions.assignments import AlreadyAssignedError, save_assignment
from squads.forms.assignments import AssignmentForm
from squads.models import Assignment, Squad


def _saved_assignment(form: AssignmentForm) -> Assignment | None:
    """None where the form now says why it could not be saved."""
    try:
        return save_assignment(form=form)
    except AlreadyAssignedError as fault:
        form.add_error("product", str(fault))
        return None


class _OnADay:
    """Gives the form the day from which a squad can be promised twice."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}  # type: ignore[misc]


class AssignmentNew(_OnADay, NewUnderPage):
    """Puts a squad to work on a product."""

    permission = "squads.change_squad"
    model = Assignment
    form_class = AssignmentForm
    parent_model, parent_field, parent_url_name = Squad, "squad", "squads:squad"
    title_new = _("Add a product it works on")

    @property
    def saved_message(self) -> str:
        return gettext("The squad's work on this product is planned: %(product)s") % {"product": self.object.product}

    def perform(self, form: Any) -> Any:
        return _saved_assignment(form)


class AssignmentEdit(_OnADay, EditPage):
    permission = "squads.change_squad"
    model = Assignment
    form_class = AssignmentForm
    title_edit = _("Change how it works on the product")

    @property
    def saved_message(self) -> str:
        return gettext("Saved: the squad's work on %(product)s") % {"product": self.object.product}

    def perform(self, form: Any) -> Any:
        return _saved_assignment(form)

    def get_success_url(self) -> str:
        return reverse("squads:squad", args=[self.object.squad_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()
