"""What the page of an appraisal and the page of a run have in common: both show one `Comparison`."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from funding import vocabulary
from funding.charts.comparison import CHARTS, charts
from funding.charts.picture import picture
from funding.inputs import CaseError, Composed, Fault
from funding.models import Appraisal
from funding.queries.assurance import Standing
from funding.queries.comparison import Comparison, comparison_of
from funding.queries.findings import claim_break_even, claim_tested, delivery, finding, in_words_of
from funding.queries.wording import in_words
from funding.queries.workings import RECIPES, working
from funding.tables import comparison as tables
from kit.sheets import Sheet, download
from kit.views import SignedInRequest

SHEETS = ("summary", "years", "months")


def comparison_context(comparison: Comparison, *, with_pay: bool) -> dict[str, Any]:
    """Everything the comparison's template shows. `with_pay`: the reader may see rates."""
    drawn = picture(comparison)
    return {
        **answer_context(comparison, with_pay=with_pay),
        **links(comparison),
        "picture": drawn,
        "picture_words": [(row, in_words_of(comparison, row.option)) for row in drawn.rows],
        "charts": charts(comparison),
    }


def answer_context(comparison: Comparison, *, with_pay: bool) -> dict[str, Any]:
    """The part of it that stands beside a form and moves with every change."""
    return {
        "comparison": comparison,
        "finding": finding(comparison),
        "delivery": delivery(comparison),
        "claim": claim_tested(comparison),
        "claim_break_even": claim_break_even(comparison) if with_pay else "",
        "rows": tables.side_by_side(comparison),
        "changed": changed(comparison, with_pay=with_pay),
        "with_pay": with_pay,
    }


def answer_to(
    request: SignedInRequest,
    appraisal: Appraisal,
    composed: Composed | None,
    blame: Callable[[Iterable[Fault]], None] | None = None,
) -> dict[str, Any]:
    """The answer for a case not saved yet, or what keeps it from being calculated.

    None stands for a form that could not be read; `blame` puts the engine's faults at the fields they name.
    """
    if composed is None:
        return {"faults": [_("Put the fields marked with an error right to see the answer.")]}
    try:
        case = composed.checked()
    except CaseError as wrong:
        if blame is not None:
            blame(wrong.faults)
        return {"faults": in_words(wrong.faults)}
    comparison = comparison_of(appraisal=appraisal, composed=composed, case=case)
    return answer_context(comparison, with_pay=request.user.has_perm("funding.view_rates"))


def changed(comparison: Comparison, *, with_pay: bool) -> list[tables.InputRow]:
    """What the analyst chose otherwise than the assumption or rate in force."""
    return [row for row in tables.input_rows(comparison, with_pay=with_pay) if row.changed]


def links(comparison: Comparison) -> dict[str, Any]:
    """Where the same comparison can be had as files, and the list of all its inputs."""
    kind, pk = ("run", comparison.run_id) if comparison.run_id is not None else ("appraisal", comparison.appraisal_id)
    words = {
        "summary": _("the options side by side"),
        "years": _("by financial year"),
        "months": _("by month"),
    }
    return {
        "downloads": [
            {
                "words": words[sheet],
                "csv": reverse(f"funding:{kind}_download", args=[pk, sheet, "csv"]),
                "xlsx": reverse(f"funding:{kind}_download", args=[pk, sheet, "xlsx"]),
            }
            for sheet in SHEETS
        ],
        "case_url": reverse(f"funding:{kind}_case", args=[pk]),
        "workbook_url": reverse(f"funding:{kind}_workbook", args=[pk]),
        "inputs_url": reverse(f"funding:{kind}_inputs", args=[pk]),
    }


def inputs_page(
    request: SignedInRequest, comparison: Comparison, *, back: str, standing: Standing | None = None
) -> HttpResponse:
    """Every input of a case with its unit, source and default, under the headings of the model."""
    with_pay = request.user.has_perm("funding.view_rates")
    context = {
        "comparison": comparison,
        "groups": tables.grouped_inputs(comparison, with_pay=with_pay),
        "with_pay": with_pay,
        "back": back,
        "run_standing": standing,
    }
    return render(request, "funding/inputs.html", context)


def working_page(
    request: SignedInRequest,
    comparison: Comparison,
    *,
    option: str,
    figure: str,
    back: str,
    standing: Standing | None = None,
) -> HttpResponse:
    """How one figure is worked out. 404 for an option or a figure that is not there."""
    chosen = comparison.option(option)
    if chosen is None or figure not in RECIPES:
        raise Http404
    with_pay = request.user.has_perm("funding.view_rates")
    opened = working(comparison=comparison, option=chosen, figure=figure, with_pay=with_pay)
    years = [
        {
            "year": year,
            "values": [tables.write(column.kind, column.values[number]) for column in opened.columns],
        }
        for number, year in enumerate(comparison.financial_years)
    ]
    totals = ["" if column.total is None else tables.write(column.kind, column.total) for column in opened.columns]
    context = {
        "comparison": comparison,
        "working": opened,
        "about": vocabulary.figure(figure),
        "shown": tables.shown(comparison, chosen, figure),
        "years": years,
        "totals": totals if any(totals) else [],
        "inputs": [tables.input_row(comparison, one) for one in opened.inputs],
        "with_pay": with_pay,
        "back": back,
        "run_standing": standing,
    }
    return render(request, "funding/working.html", context)


def figures_download(
    request: SignedInRequest, comparison: Comparison, *, sheet: str, kind: str, standing: Standing | None = None
) -> HttpResponse:
    """The figures on the page, unrounded: the table, the years or every month, as CSV or XLSX.

    A run's workbook says on its first lines how far the run may be relied on. A CSV is for programs: above its headings
    is only that it is out of date.
    """
    if sheet not in SHEETS:
        raise Http404
    headings, rows = {
        "summary": lambda: (tables.summary_headings(comparison), tables.summary_rows(comparison)),
        "years": lambda: (tables.year_headings(), tables.year_rows(comparison)),
        "months": lambda: (tables.month_headings(), tables.month_rows(comparison)),
    }[sheet]()
    titles = {"summary": _("Options side by side"), "years": _("By financial year"), "months": _("By month")}
    title = f"{comparison.name}: {titles[sheet]}"
    lines = standing.lines if standing else []
    above = lines if kind == "xlsx" else [line for line in lines if standing and line == standing.stale]
    return download(Sheet(title=title, headings=headings, rows=rows, above=above), kind=kind, name=slugify(title))


def chart_figure(comparison: Comparison, key: str) -> JsonResponse:
    """What Plotly draws of one chart."""
    if key not in CHARTS:
        raise Http404
    return JsonResponse(CHARTS[key](comparison).figure)


def case_download(comparison: Comparison) -> JsonResponse:
    """The complete case, as the `appraise` command reads it. It holds pay: only for those who may see it."""
    response = JsonResponse(comparison.case, json_dumps_params={"indent": 1, "ensure_ascii": False})
    response["Content-Disposition"] = f'attachment; filename="{slugify(comparison.name_en)}.case.json"'
    return response
