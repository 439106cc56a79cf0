"""What needs a person: what their role can put right, counted, with where to do it. Nothing that is nought is told."""

import datetime
from dataclasses import dataclass

from django.db.models import DateTimeField, F, Max, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.queries import delivery_leads_without_organisation, people_without_role
from funding.models import Appraisal, Assumption, Rate
from portfolio.models import Phase, Product
from squads.models import Post


@dataclass(frozen=True)
class Need:
    """A label that reads with a number after it, and the page where the rows are."""

    label: str
    count: int
    url: str


def needs_of(*, user: User, on: datetime.date) -> list[Need]:
    """Each question asked once, and only of those whose role can answer it."""
    needs = []
    if user.has_perm("funding.change_rates"):
        needs += _to_sign(user)
    if user.has_perm("funding.change_appraisal"):
        needs += _appraisals(user)
    if user.has_perm("squads.change_squad"):
        needs += _posts(user, on)
    if user.has_perm("portfolio.change_product"):
        needs += _products(user)
    if user.has_perm("accounts.change_user"):
        people = reverse("admin:accounts_user_changelist")
        needs.append(Need(_("People with no role"), people_without_role().count(), people))
        needs.append(
            Need(_("Delivery leads with no organisation"), delivery_leads_without_organisation().count(), people)
        )
    return [need for need in needs if need.count]


def _to_sign(user: User) -> list[Need]:
    rates = Rate.objects.visible_to(user).awaiting_signature()
    assumptions = Assumption.objects.visible_to(user).awaiting_signature()
    return [
        Need(_("Rates for you to sign"), rates.exclude(made_by=user).count(), reverse("funding:rates")),
        Need(
            _("Assumptions for you to sign"),
            assumptions.exclude(made_by=user).count(),
            reverse("funding:assumptions"),
        ),
        Need(
            _("Your own figures that wait for somebody else's signature"),
            rates.filter(made_by=user).count() + assumptions.filter(made_by=user).count(),
            reverse("funding:assumptions"),
        ),
    ]


def _appraisals(user: User) -> list[Need]:
    edited = Appraisal.history.filter(id=OuterRef("pk")).order_by("-history_date").values("history_date")[:1]
    visible = Appraisal.objects.editable_by(user)
    never = visible.filter(runs__isnull=True)
    moved = visible.annotate(
        last_run=Max("runs__made_at"), edited=Subquery(edited, output_field=DateTimeField())
    ).filter(edited__gt=F("last_run"))
    return [
        Need(_("Appraisals never run"), never.count(), reverse("funding:appraisals")),
        Need(_("Appraisals changed since they were last run"), moved.count(), reverse("funding:appraisals")),
    ]


def _posts(user: User, on: datetime.date) -> list[Need]:
    posts = Post.objects.editable_by(user)
    vacant = posts.on(on).filter(state=Post.State.VACANT)
    overdue = posts.filter(planned_to__lte=on).exclude(state=Post.State.ENDED)
    url = reverse("squads:posts")
    return [
        Need(_("Vacant posts"), vacant.count(), f"{url}?state=vacant"),
        Need(_("Posts past their last day and not marked as ended"), overdue.count(), url),
    ]


def _products(user: User) -> list[Need]:
    products = Product.objects.editable_by(user).exclude(phase=Phase.RETIRED)
    one_language = products.filter(
        Q(summary_cy="") & ~Q(summary_en="") | Q(summary_en="") & ~Q(summary_cy="") | Q(name_cy="") | Q(name_en="")
    )
    return [Need(_("Products described in one language only"), one_language.count(), reverse("portfolio:products"))]
