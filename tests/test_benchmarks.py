"""Every page of the portfolio and the squads is one whose speed is measured."""

from django.urls import get_resolver

from benchmarks.page_names import DETAILS, LISTS

# Asked for by another page or only sent to, or named by more than one record's key.
NOT_PAGES = {
    "portfolio:baseline_decide",
    "portfolio:not_alike_new",
    "squads:handover_tick",
    "squads:standard_assess",
}


def addresses() -> set[str]:
    return {
        f"{part.namespace}:{page.name}"
        for language in get_resolver().url_patterns
        for part in getattr(language, "url_patterns", ())
        if getattr(part, "namespace", None) in ("portfolio", "squads", "reporting")
        for page in part.url_patterns
    }


def test_every_page_of_the_portfolio_and_the_squads_is_measured() -> None:
    measured = {name.partition("?")[0] for name in LISTS} | {name for name, _model in DETAILS}
    every = addresses()
    assert len(every) > 100
    assert sorted(every - measured - NOT_PAGES) == []
    assert sorted(name for name in measured - every if name.startswith(("portfolio:", "squads:", "reporting:"))) == []
    assert sorted(NOT_PAGES - every) == []
