"""Reads back what a load wrote, so that two loads can be compared whatever keys the database gave their rows."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models

from accounts.models import User

APPS = ("portfolio", "squads", "funding")
# Written by the shipped defaults, by the engine and by background work, not by the sample.
NOT_OURS = {"Role", "Rate", "Assumption", "Run", "RunDoubt", "RunDecision", "Job", "JobPart"}


def tables() -> list[type[models.Model]]:
    """The models whose rows the sample writes."""
    return [
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.startswith("Historical") and model.__name__ not in NOT_OURS
    ]


def everything(model: type[models.Model]) -> Iterable[Any]:
    return model._base_manager.order_by("pk")


def digest() -> str:
    """The same for two loads of the same records: keys are replaced by their place in the order they were written."""
    places = {
        model: {pk: place for place, pk in enumerate(model._base_manager.order_by("pk").values_list("pk", flat=True))}
        for app in APPS
        for model in apps.get_app_config(app).get_models()
    }
    whole = hashlib.sha256()
    for model in tables():
        fields = [
            field for field in model._meta.concrete_fields if not field.primary_key and field.related_model is not User
        ]
        for row in model._base_manager.order_by("pk").values_list(*[field.attname for field in fields]):
            shown = [
                places[field.related_model].get(value) if field.is_relation else str(value)
                for field, value in zip(fields, row, strict=True)
            ]
            whole.update(repr((model.__name__, shown)).encode())
    return whole.hexdigest()


def rows_and_history() -> dict[str, int]:
    """How many rows every table of the sample has, and how many its history."""
    counts = {}
    for model in tables():
        counts[model.__name__] = model._base_manager.count()
        counts[f"history of {model.__name__}"] = model.history.count()  # type: ignore[attr-defined]
    return counts
