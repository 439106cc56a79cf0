"""Rows a person may see, or change, and no others."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404


def visible_rows(model: Any, user: Any) -> Any:
    return model.objects.visible_to(user)


def editable_or_refused(found: Any, user: Any) -> Any:
    """The record, where the person may change it; else PermissionDenied."""
    editable = getattr(type(found).objects, "editable_by", None)
    if editable is not None and not editable(user).filter(pk=found.pk).exists():
        raise PermissionDenied
    return found


def editable_row(model: Any, user: Any, pk: int) -> Any:
    """A record by its key: 404 to those who may not see it, 403 to those who may not change it."""
    found = visible_rows(model, user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return editable_or_refused(found, user)
