"""Forms of components and of how a product has one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kit.forms import VersionedModelForm
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Component, ComponentUse, Phase, Product


class ComponentForm(VersionedModelForm):
    """A component. The role that prices it is asked for a room above, where the roles are."""

    wants_user = True

    class Meta:
        model = Component
        fields = [
            "name_cy",
            "name_en",
            "summary_cy",
            "summary_en",
            "shared_product",
            "evidence",
            "source_cy",
            "source_en",
        ]
        help_texts = {
            "shared_product": _("The product that others may share. Leave empty where there is none yet."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["shared_product"]
        held = self.instance.shared_product_id
        field.queryset = field.queryset.exclude(phase=Phase.RETIRED) | Product.objects.filter(pk=held)
        field.empty_label = _("none yet")


class ComponentUseForm(PlacedFaults, VersionedModelForm):
    """How a product has a component, and what that takes."""

    beside = {"portfolio_componentuse_once": "component", "portfolio_componentuse_fte": "fte"}
    judged = frozenset({"product"})

    class Meta:
        model = ComponentUse
        fields = ["component", "way", "fte", "evidence", "source_cy", "source_en"]
        help_texts = {
            "way": _(
                "“Builds its own” and “could share one” both have one of their own today; of the second somebody has "
                "judged that a shared one would do."
            ),
            "fte": _("What it takes to build it and keep it going, in FTE a year. Leave empty where it is not known."),
        }
