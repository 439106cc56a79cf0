"""Forms of the component register, which ask for a role."""

from django.utils.translation import gettext_lazy as _

from kit.views import EditPage
from portfolio.models import Component
from portfolio.views.components import ComponentList
from portfolio.views.register import UnderList
from squads.forms.components import PricedComponentForm


class ComponentEdit(UnderList, EditPage):
    register, register_url_name = ComponentList.title, "portfolio:components"
    permission = "portfolio.change_register"
    model = Component
    form_class = PricedComponentForm
    title_new, title_edit = _("Add a component"), _("Change the component")
    detail_url_name = "portfolio:component"
    list_url_name = "portfolio:components"
    saved_message = _("The component has been saved.")
