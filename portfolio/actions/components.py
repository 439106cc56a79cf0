"""A product's use of a component, saved once and taken out again."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from portfolio.models import Component, ComponentUse, Product


class AlreadySaidError(Exception):
    """Somebody said the same of this product at the same moment."""

    def __str__(self) -> str:
        return _("This product already says how it has this component.")


class ComponentInUseError(Exception):
    """A component that products have is not taken out from under them."""

    def __init__(self, uses: int) -> None:
        self.uses = uses

    def __str__(self) -> str:
        return _("Products still say how they have it: %(number)s. Take it out there first.") % {"number": self.uses}


@transaction.atomic
def save_use(*, form: Any) -> ComponentUse | None:
    """Saves how a product has a component. None where somebody was quicker; twice the same one is refused."""
    use: ComponentUse = form.instance
    Product.objects.select_for_update().get(pk=use.product_id)
    others = ComponentUse.objects.filter(product=use.product_id, component=use.component_id)
    if others.exclude(pk=use.pk).exists():
        raise AlreadySaidError
    saved: ComponentUse | None = form.save() if form.is_new else form.save_or_conflict()
    return saved


@transaction.atomic
def delete_use(*, use: ComponentUse) -> None:
    """Takes out what a product says of a component; its history stays."""
    ComponentUse.objects.select_for_update().get(pk=use.pk).delete()


@transaction.atomic
def delete_component(*, component: Component) -> None:
    """Takes a component out of the register, where no product has it. Raises ComponentInUseError where one does."""
    locked = Component.objects.select_for_update().get(pk=component.pk)
    uses = locked.uses.count()
    if uses:
        raise ComponentInUseError(uses)
    locked.delete()
