"""Who may do what: the six roles, and for every right the roles that have it.

Rights are asked for with `user.has_perm("app.right")`; rows are narrowed by `visible_to(user)` as well. The
administrator keeps accounts and reference records, and sees no pay: that right belongs to two roles only.
"""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from rules.permissions import set_perm
from rules.predicates import Predicate, always_deny, predicate


class Role(models.TextChoices):
    """Kept as groups; the value is the group's name."""

    CDO_OFFICE = "cdo_office", _("Chief digital officer's office")
    FINANCE = "finance", _("Finance")
    BOARD_MEMBER = "board_member", _("Board member")
    DELIVERY_LEAD = "delivery_lead", _("Delivery lead")
    VIEWER = "viewer", _("Viewer")
    ADMINISTRATOR = "administrator", _("Administrator")


EVERYBODY = frozenset(Role)
PLANNERS = frozenset({Role.CDO_OFFICE, Role.DELIVERY_LEAD})
MONEY = frozenset({Role.CDO_OFFICE, Role.FINANCE})
# Everybody but the delivery lead, who sees what their own organisation owns or takes part in.
ALL_ORGANISATIONS = EVERYBODY - {Role.DELIVERY_LEAD}

PAY = frozenset({"funding.view_rates", "funding.change_rates"})

RIGHTS: dict[str, frozenset[Role]] = {
    "portfolio.view_product": EVERYBODY,
    "portfolio.view_organisation": EVERYBODY,
    "portfolio.change_product": PLANNERS,
    # What belongs to everybody: forums, leadership, components, things bought apart.
    "portfolio.change_register": frozenset({Role.CDO_OFFICE}),
    "portfolio.decide_baseline": frozenset({Role.CDO_OFFICE, Role.BOARD_MEMBER}),
    "squads.view_squad": EVERYBODY,
    "squads.change_squad": PLANNERS,
    "squads.view_holder": PLANNERS,
    "funding.view_fund": EVERYBODY,
    "funding.view_appraisal": EVERYBODY,
    "funding.change_appraisal": MONEY,
    "funding.view_assumption": EVERYBODY,
    "funding.change_assumption": frozenset({Role.FINANCE}),
    "funding.view_rates": MONEY,
    "funding.change_rates": frozenset({Role.FINANCE}),
    "reporting.view_home": EVERYBODY,
    "reporting.view_board": ALL_ORGANISATIONS,
    "interchange.export": EVERYBODY,
}

# Models whose rows are pay: the administration site shows them to those roles only who may see pay.
PAY_MODELS = frozenset({"rate", "appraisal", "appraisalrole", "option", "run"})


def holders(roles: Iterable[str]) -> Predicate:
    """True of a person who holds one of the roles; false of anybody not signed in."""
    wanted = frozenset(roles)
    return predicate(lambda user: bool(getattr(user, "roles", frozenset()) & wanted), name=f"holds {sorted(wanted)}")


def is_pay(right: str) -> bool:
    """Whether a right opens salaries, day rates or what is worked out from them."""
    model = right.split("_", 1)[-1].removeprefix("historical")
    return right in PAY or (right.startswith("funding.") and right not in RIGHTS and model in PAY_MODELS)


def grant(models_of_the_house: Iterable[type[models.Model]]) -> None:
    """Tells the permission system the table above, and what each role may do in the administration site."""
    for right, roles in RIGHTS.items():
        set_perm(right, holders(roles))
    for model in models_of_the_house:
        for verb in ("view", "add", "change", "delete"):
            right = f"{model._meta.app_label}.{verb}_{model._meta.model_name}"
            if right in RIGHTS:
                continue
            if not is_pay(right):
                set_perm(right, holders({Role.ADMINISTRATOR}))
            elif verb == "view":
                set_perm(right, holders(MONEY))
            else:
                set_perm(right, always_deny)
