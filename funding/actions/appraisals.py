"""Starting an appraisal from a product, and changing what it assumes."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from funding.models import Appraisal, AppraisalRole, FundingModel, Option
from funding.queries.prefill import RoleLine
from kit.models import EvidenceMark
from portfolio.models import Product

# The five ways of paying for a team, in the order they are shown. The first, today's way, is the baseline.
STANDARD_OPTIONS: list[tuple[str, FundingModel]] = [
    ("annual", FundingModel.ANNUAL_CYCLE),
    ("squad", FundingModel.SUSTAINED_SQUAD),
    ("handover", FundingModel.CONTRACTOR_TO_PERMANENT),
    ("capital", FundingModel.CAPITAL_PROJECT),
    ("nothing", FundingModel.DO_NOTHING),
]


@transaction.atomic
def start_appraisal(
    *,
    product: Product,
    name_cy: str,
    name_en: str,
    start_year: int,
    years: int,
    inputs: Mapping[str, Any],
    roles: Iterable[RoleLine],
    by: User,
    annual_award_month: int | None = None,
) -> Appraisal:
    """Makes an appraisal with the five standard options.

    `annual_award_month` is counted from the fund round's own dates where there is a round; None leaves the assumption.
    """
    appraisal = Appraisal(
        product=product,
        name_cy=name_cy,
        name_en=name_en,
        start_year=start_year,
        years=years,
        inputs=dict(inputs),
        made_by=by,
        evidence=EvidenceMark.JUDGEMENT,
    )
    appraisal.full_clean(exclude=["product", "made_by"])
    appraisal.save()
    for line in roles:
        AppraisalRole.objects.create(
            appraisal=appraisal, role_id=line.role_id, fte=line.fte, salary=line.salary, day_rate=line.day_rate
        )
    for position, (key, model) in enumerate(STANDARD_OPTIONS):
        parameters: dict[str, Any] = {}
        if model == FundingModel.ANNUAL_CYCLE and annual_award_month is not None:
            parameters["award_month"] = annual_award_month
        Option.objects.create(
            appraisal=appraisal,
            position=position,
            key=key,
            funding_model=model,
            parameters=parameters,
            **standard_names(model),
        )
    return appraisal


def standard_names(model: FundingModel) -> dict[str, str]:
    """An option's name in both languages, from the name of its funding model."""
    names = {}
    for code in ("cy", "en"):
        with override(code):
            text = str(model.label)
            names[f"name_{code}"] = text[:1].upper() + text[1:]
    return names


class LastOptionError(Exception):
    """An appraisal keeps at least one option, and its first is what the others are measured against."""

    def __str__(self) -> str:
        return _("An appraisal needs at least one option.")


@transaction.atomic
def add_option(*, appraisal: Appraisal, model: FundingModel, name_cy: str, name_en: str, parameters: Any) -> Option:
    """Adds an option after the last, under a short name nobody else has."""
    held = Appraisal.objects.select_for_update().get(pk=appraisal.pk)
    taken = set(held.options.values_list("key", flat=True))
    stem = {offered: key for key, offered in STANDARD_OPTIONS}[model]
    key = next(name for name in (stem, *(f"{stem}-{count}" for count in range(2, 1000))) if name not in taken)
    last = held.options.order_by("-position").values_list("position", flat=True).first()
    return Option.objects.create(
        appraisal=held,
        position=0 if last is None else last + 1,
        key=key,
        funding_model=model,
        name_cy=name_cy,
        name_en=name_en,
        parameters=parameters,
    )


@transaction.atomic
def remove_option(*, option: Option, reason: str) -> None:
    """Takes an option out of its appraisal; its history and the runs it was part of stay."""
    held = Appraisal.objects.select_for_update().get(pk=option.appraisal_id)
    if held.options.count() <= 1:
        raise LastOptionError
    option._change_reason = reason  # type: ignore[attr-defined]
    option.delete()


@transaction.atomic
def change_appraisal(*, form: Any, roles: Any) -> Appraisal | None:
    """Saves an appraisal and the squad that is costed with it, both or, where somebody was quicker, neither."""
    appraisal: Appraisal | None = form.save_or_conflict()
    if appraisal is not None:
        roles.instance = appraisal
        roles.save()
    return appraisal
