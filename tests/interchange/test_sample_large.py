"""The large sample has the size that speed is promised for, and is the same every time."""

import io
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import Sum
from pytest_django import DjangoDbBlocker

from funding.models import Allocation, Appraisal, AwardLine
from interchange.sample.large import LARGE, load_large
from interchange.sample.load import load_sample
from kit.models import EvidenceMark, Sourced
from portfolio.models import Organisation, Product
from squads.models import Post, Squad
from tests.interchange.sample_rows import rows_and_history, tables

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def large(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """All of it, once, taken back after the tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_sample()
        with transaction.atomic():
            load_large()
            yield
            transaction.set_rollback(True)
        transaction.set_rollback(True)


def test_there_are_as_many_of_everything_as_was_promised() -> None:
    assert Organisation.objects.authorities().count() == 22
    assert Organisation.objects.exclude(kind=Organisation.Kind.LOCAL_AUTHORITY).count() == 20
    assert Product.objects.count() == 1000
    assert Squad.objects.count() == 300
    assert Post.objects.count() == 2500
    assert AwardLine.objects.count() >= 10_000
    assert 36 <= Appraisal.objects.count() <= 60


def test_posts_reach_over_twelve_years_and_funding_over_eleven() -> None:
    made = Post.history.filter(history_change_reason=LARGE)
    years = {post.planned_from.year - (post.planned_from.month < 4) for post in made}
    assert years == set(range(2020, 2032))
    lines = AwardLine.history.filter(history_change_reason=LARGE)
    assert set(lines.values_list("year", flat=True)) == set(range(2020, 2031))


def test_every_made_up_record_says_so() -> None:
    for model in tables():
        if issubclass(model, Sourced):
            marks = set(
                model.history.filter(history_change_reason=LARGE).values_list("evidence", flat=True)  # type: ignore[attr-defined]
            )
            assert marks <= {EvidenceMark.DEMONSTRATION}, model


def test_both_languages_are_filled() -> None:
    for one in Product.objects.all():
        assert one.name_cy
        assert one.name_en
        assert one.summary_cy != one.summary_en


def test_names_are_not_repeated() -> None:
    names = list(Product.objects.values_list("name_en", flat=True))
    assert len(names) == len(set(names))


def test_every_record_has_its_history() -> None:
    counts = rows_and_history()
    for model in tables():
        assert counts[model.__name__] == counts[f"history of {model.__name__}"], model


def test_some_of_every_kind_are_valid() -> None:
    for model in tables():
        for row in model._base_manager.order_by("-pk")[:25]:
            row.full_clean()


def test_a_posts_state_is_its_latest_change() -> None:
    for post in Post.objects.order_by("-pk").prefetch_related("state_changes")[:400]:
        changes = sorted(post.state_changes.all(), key=lambda change: (change.on, change.pk))
        assert changes[-1].state == post.state


def test_no_made_up_fund_gives_more_than_it_has() -> None:
    lines = AwardLine.objects.filter(award__fund__name_en__endswith="(measuring)")
    awarded = {
        (row["award__fund"], row["year"], row["certainty"]): row["sum"]
        for row in lines.values("award__fund", "year", "certainty").annotate(sum=Sum("amount"))
    }
    allocated = {
        (row.fund_id, row.year, row.certainty): row.amount
        for row in Allocation.objects.filter(fund__name_en__endswith="(measuring)")
    }
    assert awarded.keys() == allocated.keys()
    assert [key for key, amount in awarded.items() if amount > allocated[key]] == []


def test_a_second_load_changes_nothing_and_says_so() -> None:
    before = rows_and_history()
    told = io.StringIO()
    call_command("load_sample", size="large", stdout=told)
    assert rows_and_history() == before
    assert told.getvalue().splitlines()[-1] == "The large sample is already loaded: nothing was changed."
