"""What there is, in numbers that each lead to their rows."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kit.figures import KeyFigure
from kit.views import SignedInRequest, permission_required_403
from portfolio import queries
from portfolio.models import Phase


@require_safe
@permission_required_403("portfolio.view_product")
def portfolio(request: SignedInRequest) -> HttpResponse:
    """What there is, in numbers that each lead to their rows."""
    on = timezone.localdate()
    figures = queries.portfolio_figures(user=request.user, on=on)
    products = reverse("portfolio:products")
    key_figures = [
        KeyFigure(_("Products"), str(figures.products), url=products),
        KeyFigure(_("Live"), str(figures.by_phase[Phase.LIVE]), url=f"{products}?phase=live"),
        KeyFigure(
            _("Authorities that have adopted something"),
            gettext("%(adopted)s of %(authorities)s")
            % {"adopted": figures.adopting, "authorities": figures.authorities},
            url=reverse("portfolio:participations") + "?state=adopted",
        ),
        KeyFigure(_("Made up for demonstration"), str(figures.made_up), url=f"{products}?evidence=D"),
    ]
    phases = [(Phase(phase).label, number, f"{products}?phase={phase}") for phase, number in figures.by_phase.items()]
    context = {"finding": queries.portfolio_finding(figures), "key_figures": key_figures, "phases": phases, "on": on}
    return render(request, "portfolio/portfolio.html", context)
