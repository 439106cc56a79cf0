"""The finding of the portfolio's page reads right for one product, none and many, and when nothing is the matter."""

import pytest

from accounts.models import User
from portfolio.models import Phase
from reporting.queries.overview import Overview, Tally
from reporting.queries.overview_words import overview_finding
from tests.world import TODAY

FACTS = ("late", "worse", "stale", "unfunded")


def said(products: int, looked_after: int, numbers=(0, 0, 0, 0), overdue: int = 0, soon: int = 0) -> list[str]:
    whole = Tally(products, looked_after, dict(zip(FACTS, numbers, strict=True)))
    found = Overview(whole, [(Phase.LIVE, whole)], [], [], None, [], overdue + soon, overdue)
    return overview_finding(found, user=User(is_superuser=True), on=TODAY)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ((0, 0), "There are no products yet."),
        ((3, 0), "Every product has been retired, and none is looked after."),
        ((1, 1, (1, 0, 0, 0)), "One product is looked after: it is late."),
        (
            (1, 1, (1, 1, 1, 1)),
            "One product is looked after: it is late, it is worse than before, it has not been updated in 14 days and "
            "it has no money after 31 March 2027.",
        ),
        (
            (1, 1),
            "One product is looked after. It is neither late nor worse than before, it has been updated in the last "
            "14 days, and it has money after 31 March 2027.",
        ),
        ((30, 26, (1, 0, 0, 1)), "Of 26 products looked after, 1 is late and 1 has no money after 31 March 2027."),
        (
            (1300, 1200, (6, 2, 1100, 19)),
            "Of 1,200 products looked after, 6 are late, 2 are worse than before, 1,100 have not been updated in 14 "
            "days and 19 have no money after 31 March 2027.",
        ),
        (
            (2, 2),
            "None of the 2 products looked after is late, worse than before, without an update for 14 days or without "
            "money after 31 March 2027.",
        ),
    ],
)
def test_how_the_portfolio_is(asked, sentence):
    assert said(*asked)[0] == sentence


@pytest.mark.parametrize(
    ("overdue", "soon", "sentence"),
    [
        (0, 0, "No decision is needed within 30 days."),
        (0, 1, "1 decision is needed within 30 days."),
        (0, 4, "4 decisions are needed within 30 days."),
        (1, 0, "1 decision is overdue."),
        (5, 2, "5 decisions are overdue. 2 more are needed within 30 days."),
        (1, 1, "1 decision is overdue. 1 more is needed within 30 days."),
    ],
)
def test_what_is_to_be_decided(overdue, soon, sentence):
    assert said(2, 2, overdue=overdue, soon=soon)[1] == sentence
