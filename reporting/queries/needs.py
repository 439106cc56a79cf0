"""What needs a person: what their role can put right, counted, with where to do it. Nothing that is nought is told.

Each address shows the rows that are counted, and no others: what one may see and not change is left out of both.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.queries import delivery_leads_without_organisation, people_without_role
from funding.models import Appraisal, Assumption, Rate
from funding.queries.never_run import changed_since_run, never_run
from portfolio.models import BaselineChange, Decision, Meeting, Milestone, Product, Risk
from portfolio.queries.risks import with_review
from squads.models import Post
from squads.queries.conversions import NOTHING, contractors_leaving
from squads.queries.months import GONE
from squads.queries.vacancies import LATE, vacancies


@dataclass(frozen=True)
class Need:
    """A label that reads with a number after it, and the page where the rows are."""

    label: str
    count: int
    url: str


def needs_of(*, user: User, on: datetime.date) -> list[Need]:
    """Each question asked once, and only of those whose role can answer it."""
    needs = []
    if user.has_perm("portfolio.decide_baseline"):
        needs += _to_decide(user)
    if user.has_perm("funding.change_rates"):
        needs += _to_sign(user)
    if user.has_perm("funding.change_appraisal"):
        needs += _appraisals(user)
    if user.has_perm("squads.change_squad"):
        needs += _posts(user, on)
    if user.has_perm("portfolio.change_product"):
        needs += _products(user, on)
    if user.has_perm("portfolio.change_register"):
        needs += _meetings(user, on)
    if user.has_perm("accounts.change_user"):
        people = reverse("admin:accounts_user_changelist")
        needs.append(Need(_("People with no role"), people_without_role().count(), people))
        needs.append(
            Need(_("Delivery leads with no organisation"), delivery_leads_without_organisation().count(), people)
        )
    return [need for need in needs if need.count]


def _rows(name: str, rows: "QuerySet[Any]", label: str, **narrowed: Any) -> Need:
    """So many rows of a list, narrowed as its address says."""
    return Need(label, rows.count(), f"{reverse(name)}?{urlencode(narrowed)}")


def _own(user: User) -> dict[str, Any]:
    """What narrows a list to the rows a person may change: all of them, or their organisation's."""
    return {} if user.sees_all_organisations else {"organisation": user.organisation_id}


def _to_decide(user: User) -> list[Need]:
    waiting = BaselineChange.objects.visible_to(user).waiting()
    return [_rows("portfolio:baseline_changes", waiting, _("Change requests that wait for a decision"), state="asked")]


def _to_sign(user: User) -> list[Need]:
    rates = Rate.objects.visible_to(user).awaiting_signature()
    assumptions = Assumption.objects.visible_to(user).awaiting_signature()
    others, mine = {"waiting": "others"}, {"waiting": "mine"}
    return [
        _rows("funding:rates", rates.exclude(made_by=user), _("Rates for you to sign"), **others),
        _rows("funding:assumptions", assumptions.exclude(made_by=user), _("Assumptions for you to sign"), **others),
        _rows(
            "funding:rates",
            rates.filter(made_by=user),
            _("Your own rates that wait for somebody else's signature"),
            **mine,
        ),
        _rows(
            "funding:assumptions",
            assumptions.filter(made_by=user),
            _("Your own assumptions that wait for somebody else's signature"),
            **mine,
        ),
    ]


def _appraisals(user: User) -> list[Need]:
    editable, name = Appraisal.objects.editable_by(user), "funding:appraisals"
    return [
        _rows(name, never_run(editable), _("Appraisals never run"), runs="never"),
        _rows(name, changed_since_run(editable), _("Appraisals changed since they were last run"), runs="behind"),
    ]


def _posts(user: User, on: datetime.date) -> list[Need]:
    posts, own = Post.objects.editable_by(user), _own(user)
    empty = vacancies(posts, on=on).filter(LATE)
    past = posts.filter(planned_to__lte=on).exclude(state__in=GONE)
    needs = [
        _rows("squads:vacancies", empty, _("Vacant posts"), wanted="already", **own),
        _rows("squads:posts", past, _("Posts past their last day and not marked as ended"), there="past", **own),
    ]
    if user.sees_all_organisations:
        leaving = contractors_leaving(posts, on=on).filter(NOTHING)
        needs.append(
            _rows("squads:leaving", leaving, _("Contractors who leave soon with no handover begun"), handover="nothing")
        )
    return needs


def _products(user: User, on: datetime.date) -> list[Need]:
    own = _own(user)
    milestones = Milestone.objects.editable_by(user).overdue(on)
    decisions = Decision.objects.editable_by(user).overdue(on)
    risks = with_review(Risk.objects.editable_by(user), on=on).filter(review_overdue=True)
    one_language = Product.objects.editable_by(user).in_one_language()
    return [
        _rows("portfolio:decisions", decisions, _("Decisions overdue"), standing="overdue", **own),
        _rows("portfolio:milestones", milestones, _("Milestones overdue"), standing="overdue", **own),
        _rows("portfolio:risks", risks, _("Risks and issues past their day of review"), review="overdue", **own),
        _rows("portfolio:products", one_language, _("Products described in one language only"), languages="one", **own),
    ]


def _meetings(user: User, on: datetime.date) -> list[Need]:
    waiting = Meeting.objects.editable_by(user).to_record(on)
    return [_rows("portfolio:meetings", waiting, _("Meetings to write down as held or missed"), record="waiting")]
