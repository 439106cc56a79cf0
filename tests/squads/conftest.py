"""The day on which every test of the squads takes place: what is said of a squad depends on it."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from tests.world import TODAY


@pytest.fixture(autouse=True)
def on_the_worlds_day(monkeypatch: pytest.MonkeyPatch) -> None:
    real = timezone.localdate

    def localdate(value: Any = None, zone: Any = None) -> datetime.date:
        return TODAY if value is None else real(value, zone)

    monkeypatch.setattr(timezone, "localdate", localdate)
