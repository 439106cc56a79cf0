"""The team of a product, today and by month: a part of the product's story."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.figures import KeyFigure
from portfolio.models import Product
from portfolio.views.tab import ProductTab
from squads.charts.months import fte_chart
from squads.queries.team import Team, team_finding, team_of
from squads.sheets import assignments_sheet, leavers_sheet, months_sheet, team_sheet

MONTHS = 36


class ProductTeam(ProductTab):
    permission = "squads.view_squad"
    template_name = "squads/product_team.html"
    tab, title = "team", _("Team")
    tables: ClassVar = {
        "now": lambda page: team_sheet(page["team"].now, on=page["on"]),
        "months": lambda page: months_sheet(page["team"].by_month, on=page["on"]),
        "leavers": lambda page: leavers_sheet(page["team"].leavers, on=page["on"]),
        "squads": lambda page: assignments_sheet(page["team"].assignments, on=page["on"]),
    }

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        team = team_of(product=product, user=self.request.user, on=on, start=on.replace(day=1), months=MONTHS)
        return {
            "team": team,
            "finding": team_finding(product=product, team=team),
            "key_figures": _figures(team) if team.assignments else [],
            "chart": fte_chart(team.by_month) if team.assignments else None,
        }


def _figures(team: Team) -> list[KeyFigure]:
    fte = _("FTE")
    return [
        KeyFigure(_("Permanent, today"), formats.fte(team.fte("permanent")), fte, url="#now"),
        KeyFigure(_("Contractors, today"), formats.fte(team.fte("contractor")), fte, url="#now"),
        KeyFigure(_("Vacant, today"), formats.fte(team.fte("vacant")), fte, url="#now"),
        KeyFigure(_("Contractors with a last day"), formats.number(len(team.leavers)), url="#leavers"),
        KeyFigure(_("Handover items open"), formats.number(team.open_items), url="#leavers"),
    ]
