"""Assumptions: the list, one with every figure there has been for its path, a new one, and its signature."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from funding import vocabulary
from funding.filters.records import AssumptionFilter
from funding.forms.signing import AssumptionForm
from funding.models import Assumption
from funding.queries.assumptions import assumptions_finding, of_same_path
from funding.queries.wording import is_one_number, written
from funding.tables.records import AssumptionTable, standing
from funding.views.signing import may_sign, sign_page, supersede_page
from kit.views import DetailPage, ListPage, SignedInRequest, permission_required_403

PAGE = "funding:assumption"


class AssumptionList(ListPage):
    permission = "funding.view_assumption"
    model = Assumption
    table_class = AssumptionTable
    filterset_class = AssumptionFilter
    title = _("Assumptions")
    empty_text = _("No assumptions yet. The model's defaults are loaded when Cynnal is set up.")

    def finding(self, rows: Any) -> list[str]:
        return assumptions_finding(rows)


class AssumptionPage(DetailPage):
    permission = "funding.view_assumption"
    model = Assumption
    template_name = "funding/assumption.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("made_by", "signed_by")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found, user = self.object, self.request.user
        every = of_same_path(found)
        in_force = Assumption.objects.in_force(timezone.localdate()).filter(key=found.key).first()
        return super().get_context_data(**kwargs) | {
            "label": vocabulary.label(found.key),
            "unit": vocabulary.unit(found.key),
            "help": vocabulary.help_text(found.key),
            "group": vocabulary.group_label(found.key),
            "value": shown(found),
            "standing": standing(found),
            "in_force": in_force == found,
            "every": [(row, _four(row), standing(row)) for row in every],
            "figures": _four(found),
            "can_sign": may_sign(user, found, right="funding.change_assumption"),
            "can_supersede": user.has_perm("funding.change_assumption") and is_one_number(found.key),
        }


def shown(assumption: Assumption) -> str:
    return _four(assumption)[0]


def _four(assumption: Assumption) -> list[str]:
    """Value, low, likely and high as they are written; a figure that is not there is a dash."""
    figures = (assumption.value, assumption.low, assumption.likely, assumption.high)
    return ["–" if one is None else written(assumption.key, float(one)) for one in figures]


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_assumption")
def assumption_supersede(request: SignedInRequest, pk: int) -> HttpResponse:
    old = get_object_or_404(Assumption.objects.visible_to(request.user), pk=pk)
    if not is_one_number(old.key):
        raise Http404
    form = AssumptionForm(request.POST or None, superseding=old)
    title = gettext("Propose a new value: %(what)s") % {"what": vocabulary.label(old.key)}
    return supersede_page(request, old=old, form=form, page=PAGE, title=title)


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_assumption")
def assumption_sign(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Assumption.objects.visible_to(request.user).select_related("made_by"), pk=pk)
    words = f"{vocabulary.label(found.key)}: {shown(found)}"
    return sign_page(request, figure=found, page=PAGE, shown=words)
