"""Quality assurance of a run: its purpose and limits, its decisions, and the signature that closes them."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from funding.models import Run, RunDecision


class RunSignedError(Exception):
    """A signed run takes no edit, no decision and no second signature."""

    def __str__(self) -> str:
        return _("This run has been signed: nothing of it can be changed any more. Keep a new run instead.")


class OwnRunError(Exception):
    """Analyst and assurer are distinct, in all cases."""

    def __str__(self) -> str:
        return _("A run is assured by somebody other than its analyst.")


class NoAnalystError(Exception):
    """Where nobody is known to have made a run, nobody can be shown to be somebody else."""

    def __str__(self) -> str:
        return _("Nobody is known to have made this run, so it cannot be assured. Keep a new run instead.")


def refusal_to_sign(run: Run, *, by: User) -> Exception | None:
    """Why somebody may not sign a run; None where they may."""
    if run.is_assured:
        return RunSignedError()
    if run.made_by_id is None:
        return NoAnalystError()
    return OwnRunError() if run.made_by_id == by.pk else None


def _held(run: Run) -> Run:
    """The run, locked until the transaction ends, without its figures."""
    return Run.objects.without_figures().select_for_update().get(pk=run.pk)


@transaction.atomic
def change_assurance(*, form: Any) -> Run | None:
    """Saves purpose, limits and stale date; None where somebody was quicker. Raises RunSignedError."""
    if _held(form.instance).is_assured:
        raise RunSignedError
    saved: Run | None = form.save_or_conflict()
    return saved


@transaction.atomic
def note_decision(*, run: Run, form: Any, by: User, on: datetime.date) -> RunDecision:
    """Adds a decision to the log of a run. Raises RunSignedError."""
    held = _held(run)
    if held.is_assured:
        raise RunSignedError
    decision: RunDecision = form.save(commit=False)
    decision.run, decision.made_by, decision.made_on = held, by, on
    decision.save()
    return decision


@transaction.atomic
def sign_run(*, form: Any, by: User, on: datetime.date) -> Run | None:
    """Signs a run with the statement of a form; None where the run has been edited since the signer read it.

    Raises RunSignedError, OwnRunError or NoAnalystError.
    """
    refused = refusal_to_sign(_held(form.instance), by=by)
    if refused is not None:
        raise refused
    form.instance.assured_by, form.instance.assured_on = by, on
    form.instance._change_reason = _("Signed.")
    signed: Run | None = form.save_or_conflict()
    return signed
