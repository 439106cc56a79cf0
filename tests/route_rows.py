"""The keys of rows, made in the tests' world, that the addresses of `tests/routes.py` name."""

from collections.abc import Callable
from typing import Any

from accounts.models import SavedList
from tests.funding import drawn, sharing
from tests.world import World


def of_ours(name: str, *more: str) -> Callable[[World], list[Any]]:
    """The key of a row of ours, and what else the address says."""

    def of_ours(world: World) -> list[Any]:
        return [getattr(world.ours, name).pk, *more]

    return of_ours


def of_all(*names: str) -> Callable[[World], list[Any]]:
    def of_all(world: World) -> list[Any]:
        return [getattr(world, name).pk for name in names]

    return of_all


def of_drawn(*more: str) -> Callable[[World], list[Any]]:
    """The key of a run of ours that has its draws."""

    def of_ours(world: World) -> list[Any]:
        return [drawn.drawn_of(world).pk, *more]

    return of_ours


def of_doubted() -> Callable[[World], list[Any]]:
    """The key of the appraisal of ours, with numbers that are doubted."""

    def of_ours(world: World) -> list[Any]:
        return [drawn.doubted(world).pk]

    return of_ours


def of_undrawn() -> Callable[[World], list[Any]]:
    """The key of a run of ours whose draws are still to be made."""

    def of_ours(world: World) -> list[Any]:
        return [drawn.begin(world.ours.appraisal, world.people["finance"])[0].pk]

    return of_ours


def of_shared(*more: str) -> Callable[[World], list[Any]]:
    """The key of the appraisal of ours, whose squad sustains another product of ours too."""

    def of_ours(world: World) -> list[Any]:
        return [sharing.shared(world).pk, *more]

    return of_ours


def of_shared_run(*more: str) -> Callable[[World], list[Any]]:
    """The key of a run of it."""

    def of_ours(world: World) -> list[Any]:
        return [sharing.run_of(world).pk, *more]

    return of_ours


def of_run_twice() -> Callable[[World], list[Any]]:
    """A run of ours against itself."""

    def of_ours(world: World) -> list[Any]:
        assert world.ours.run is not None
        return [world.ours.run.pk, world.ours.run.pk]

    return of_ours


def of_saved(world: World) -> list[Any]:
    """The key of a list that somebody of the office keeps."""
    kept = {"name": "Byw", "page": "portfolio:products", "query": "phase=live"}
    return [SavedList.objects.get_or_create(user=world.people["cdo_office"], **kept)[0].pk]
