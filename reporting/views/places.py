"""Where the portfolio's pages are, in the order of the questions they answer. Those not installed are not shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import User

# The heading of a part, and in it the name of each page and that of its address.
PLACES = (
    (
        _("Products"),
        (
            (_("Products as they stand"), "reporting:products"),
            (_("Board view"), "reporting:portfolio_board"),
            (_("Roadmap"), "reporting:roadmap"),
            (_("Register of products"), "portfolio:products"),
            (_("Organisations"), "portfolio:organisations"),
            (_("Programmes"), "portfolio:programmes"),
        ),
    ),
    (
        _("How they are going"),
        (
            (_("Milestones"), "portfolio:milestones"),
            (_("Change requests"), "portfolio:baseline_changes"),
            (_("Delivery confidence"), "portfolio:confidences"),
            (_("The Standard"), "portfolio:standard"),
            (_("Risks and issues"), "portfolio:risks"),
            (_("Decisions"), "portfolio:decisions"),
            (_("Benefits"), "portfolio:benefits"),
            (_("Lessons"), "portfolio:lessons"),
        ),
    ),
    (
        _("Across Wales"),
        (
            (_("Adoption across Wales"), "portfolio:wales"),
            (_("Adoption, a row each"), "portfolio:participations"),
            (_("Priorities"), "portfolio:priorities"),
            (_("Forums"), "portfolio:forums"),
            (_("Digital leadership"), "portfolio:leadership"),
        ),
    ),
    (
        _("Built or bought more than once"),
        (
            (_("The same thing built many times"), "portfolio:likeness"),
            (_("Components"), "portfolio:components"),
            (_("What components cost a year"), "funding:component_costs"),
            (_("Sourcing"), "portfolio:sourcing"),
            (_("Contracts"), "portfolio:contracts"),
        ),
    ),
)

# What is not shown to who cannot open it.
NEEDED = {"funding:component_costs": "funding.view_rates"}


def places_for(user: User) -> list[tuple[Any, list[tuple[Any, str]]]]:
    return [
        (heading, [(name, url) for name, url in pages if url not in NEEDED or user.has_perm(NEEDED[url])])
        for heading, pages in PLACES
    ]
