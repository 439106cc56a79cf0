"""A run under doubt: what its draws come to, and what its answer turns on."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from funding.charts.doubts import cost_fan, net_by_option, tornado
from funding.models import Run
from funding.queries import turning_words as words
from funding.queries.assurance import standing_of
from funding.queries.comparison import Comparison, OptionResult
from funding.queries.doubt_findings import finding, leaning, what_varies
from funding.queries.doubt_words import name_in, valued
from funding.queries.doubted import Doubted, doubted
from funding.queries.jobs import job_of_run
from funding.queries.turning import swings, turns
from funding.tables import doubts as tables
from funding.views.progress import progress_context
from kit.sheets import Sheet, download
from kit.views import SignedInRequest, permission_required_403


def doubt_context(request: SignedInRequest, run: Run, comparison: Comparison) -> dict[str, Any]:
    """What the page of a run adds once it was asked to be drawn: its findings, or how far the draws are."""
    found = doubted(run, comparison)
    if found is not None:
        return {"doubt_finding": finding(found), "doubt_varies": f"{what_varies(found)} {leaning(found)}".strip()}
    if "uncertainty" not in run.case:
        return {}
    job = job_of_run(run)
    can_draw = request.user.has_perm("funding.change_appraisal") and (job is None or not job.is_running)
    return {"undrawn": True, "can_draw": can_draw, **(progress_context(request, job) if job is not None else {})}


@require_safe
@permission_required_403("funding.view_appraisal")
def run_uncertainty(request: SignedInRequest, pk: int) -> HttpResponse:
    """What each option comes to over the draws."""
    run, found = _doubted(request, pk)
    context = {
        "run": run,
        "run_standing": standing_of(run, on=timezone.localdate()),
        "comparison": found.comparison,
        "finding": finding(found),
        "what_varies": what_varies(found),
        "seed": found.seed,
        "net": tables.net_table(found),
        "lead": tables.lead_table(found),
        "others": tables.other_tables(found),
        "points": tables.point_headings(),
        "one_sided": one_sided(found),
        "charts": [net_by_option(found), cost_fan(found)],
        "downloads": [
            (_("every figure"), _files("run_uncertainty_download", pk, "figures")),
            (_("cost and benefit by financial year"), _files("run_uncertainty_download", pk, "years")),
        ],
    }
    return render(request, "funding/uncertainty.html", context)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_sensitivity(request: SignedInRequest, pk: int) -> HttpResponse:
    """What one option's standing against the baseline turns on, and the squads on the annual fund's terms."""
    run, found = _doubted(request, pk)
    option = _chosen(request, found)
    made = turns(found, option)
    with_pay = request.user.has_perm("funding.view_rates")
    query = f"?option={option.key}"
    context = {
        "run": run,
        "run_standing": standing_of(run, on=timezone.localdate()),
        "comparison": found.comparison,
        "option": option,
        "choices": [one.option for one in found.others],
        "finding": words.finding(found, option),
        "charts": [tornado(found, option)] if found.sensitivity["tornado"] else [],
        "turns": [
            (one, words.turn_in_words(found, option, one), words.day_rate_in_words(found, one) if with_pay else "")
            for one in made
            if one.value is not None
        ],
        "turn_headings": tables.turn_headings(),
        "unturned": [one.name for one in made if one.value is None],
        "fund": words.fund_of(found.comparison),
        "same_money": [words.same_money_in_words(found, one) for one in found.sensitivity.get("same_money", [])],
        "same_outcome": [
            sentence
            for one in found.sensitivity.get("same_outcome", [])
            for sentence in words.same_outcome_in_words(found, one)
        ],
        "same_rows": tables.same_rows(found),
        "one_sided": one_sided(found),
        "downloads": [
            (_("one number at a time"), _files("run_sensitivity_download", pk, "tornado", query)),
            (_("switching values"), _files("run_sensitivity_download", pk, "switching", query)),
        ],
    }
    return render(request, "funding/sensitivity.html", context)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_uncertainty_download(request: SignedInRequest, pk: int, sheet: str, kind: str) -> HttpResponse:
    """All seven points and the mean, unrounded."""
    run, found = _doubted(request, pk)
    sheets = {
        "figures": (_("Under doubt"), tables.figure_headings, tables.figure_rows),
        "years": (_("Under doubt by financial year"), tables.year_headings, tables.year_rows),
    }
    if sheet not in sheets:
        raise Http404
    title, headings, rows = sheets[sheet]
    return _download(run, found, title, headings(), rows(found), kind)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_sensitivity_download(request: SignedInRequest, pk: int, sheet: str, kind: str) -> HttpResponse:
    """One number at a time, or the switching values, of the option that is asked for."""
    run, found = _doubted(request, pk)
    option = _chosen(request, found)
    if sheet == "tornado":
        headings = tables.swing_headings(alone=option.is_baseline)
        rows: Any = tables.swing_rows(found, swings(found, option))
    elif sheet == "switching":
        headings, rows = tables.turn_headings(), tables.turn_rows(turns(found, option))
    else:
        raise Http404
    return _download(run, found, option.name, headings, rows, kind)


def one_sided(found: Doubted) -> list[str]:
    """Each number whose own value lies outside its range, with both in words, and whether it is drawn all the same."""
    sentences = []
    for one in found.one_sided:
        sentence = (
            _("%(input)s is %(here)s here, outside its range of %(low)s to %(high)s, and is not drawn.")
            if one.is_certain
            else _("%(input)s is %(here)s here and is drawn from %(low)s to %(high)s.")
        )
        words = {
            "input": name_in(found.comparison, one.path, one.key),
            "here": valued(one.key, found.central(one.path)),
            "low": valued(one.key, one.low),
            "high": valued(one.key, one.high),
        }
        sentences.append(sentence % words)
    return sentences


def _doubted(request: SignedInRequest, pk: int) -> tuple[Run, Doubted]:
    """404 where the run may not be seen or has no draws."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("appraisal", "assured_by"), pk=pk)
    found = doubted(run)
    if found is None:
        raise Http404
    return run, found


def _chosen(request: SignedInRequest, found: Doubted) -> OptionResult:
    """The option asked for; the first after the baseline where none is, or the only one there is."""
    keys = {one.option.key: one.option for one in found.others}
    wanted = request.GET.get("option")
    if wanted is not None and wanted not in keys and keys:
        raise Http404
    return keys[wanted] if wanted in keys else (found.others or found.options)[0].option


def _files(name: str, pk: int, sheet: str, query: str = "") -> dict[str, str]:
    return {kind: reverse(f"funding:{name}", args=[pk, sheet, kind]) + query for kind in ("csv", "xlsx")}


def _download(run: Run, found: Doubted, title: str, headings: list[str], rows: Any, kind: str) -> HttpResponse:
    """A program may read the file, so only that it is out of date is written above its headings."""
    name = f"{found.comparison.name}: {title}"
    stale = standing_of(run, on=timezone.localdate()).stale
    sheet = Sheet(title=name, headings=headings, rows=rows, above=[stale] if stale else [])
    return download(sheet, kind=kind, name=slugify(name))
