"""By how much an option beats the baseline, or loses to it, draw by draw."""

import numpy as np
import pytest
from django.urls import reverse
from django.utils.translation import override

from funding.engine import FIGURES, build_case, draw, draw_part
from funding.queries import drawing
from funding.queries.doubt_findings import finding, lead_in_words
from funding.queries.doubted import doubted
from funding.tables.doubts import figure_rows, lead_table
from tests.funding.comparisons import worked_case
from tests.funding.drawn import RANGES, drawn
from tests.world import make_world

DRAWS = 3_000
NET = FIGURES.index("net_present_value")


def case(**options):
    found = worked_case("07-uncertain")
    found["uncertainty"]["draws"] = DRAWS
    found["options"] += options.get("more", [])
    if options.get("more"):  # an option of its own number would not be like another
        kept = [one for one in found["uncertainty"]["parameters"] if not one["path"].startswith("options.")]
        found["uncertainty"]["parameters"] = kept
    return build_case(found)


def test_the_points_of_a_lead_are_those_of_the_differences_in_the_same_draws():
    found = case()
    worth = draw_part(found, 0, DRAWS).values[:, :, NET]
    for number, option in enumerate(drawing.whole(case=found)["options"]):
        if not number:
            assert option["lead"] is None
            continue
        apart = np.sort(worth[:, number] - worth[:, 0])
        assert option["lead"]["mean"] == pytest.approx(apart.mean())
        assert option["lead"]["p5"] == pytest.approx(np.percentile(apart, 5))
        assert option["lead"]["p95"] == pytest.approx(np.percentile(apart, 95))


def test_everything_else_is_what_the_engine_gives_and_parts_change_nothing():
    found = case()
    parts = [drawing.part_of(case=found, first=first, last=first + 1_000) for first in (2_000, 0, 1_000)]
    together = drawing.put_together(case=found, parts=parts)
    assert together == drawing.whole(case=found)
    for option in together["options"]:
        del option["lead"]
    assert together == draw(found).as_json()


def test_an_option_like_the_baseline_never_leads_it():
    twin = {**worked_case("07-uncertain")["options"][0], "id": "twin", "name": "Twin"}
    lead = drawing.whole(case=case(more=[twin]))["options"][-1]["lead"]
    assert set(lead.values()) == {0.0}


def test_whoever_draws_alone_tells_of_every_draw():
    told = []
    drawing.whole(case=case(), progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (DRAWS, DRAWS)
    assert told == sorted(told)


@pytest.fixture
def run(db):
    world = make_world()
    return world, drawn(world.ours.appraisal, world.people["finance"], parameters=RANGES)


def with_lead(run, low, high):
    lead = dict.fromkeys(("mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"), 0.0) | {"p5": low, "p95": high}
    run.doubt.uncertainty["options"][1]["lead"] = lead
    run.doubt.save()
    return doubted(run)


def test_what_is_lost_and_what_is_gained_are_both_said(run):
    found = with_lead(run[1], -200_000.0, 900_000.0)
    assert lead_in_words(found, found.others[0]) == [
        "In one draw of twenty it is worth £200k less than “The annual fund”, or worse.",
        "In one draw of twenty it is worth £900k more than “The annual fund”, or better.",
    ]


def test_an_option_that_hardly_ever_loses_is_said_to_gain(run):
    found = with_lead(run[1], 50_000.0, 900_000.0)
    said = "In nineteen draws of twenty it is worth at least £50k more than “The annual fund”."
    assert lead_in_words(found, found.others[0]) == [said]


def test_nothing_is_said_of_options_that_are_level(run):
    found = with_lead(run[1], 0.0, 0.0)
    assert lead_in_words(found, found.others[0]) == []


def test_what_was_drawn_before_leads_were_kept_still_has_its_page(run, client):
    world, made = run
    for option in made.doubt.uncertainty["options"]:
        option.pop("lead", None)
    made.doubt.save()
    found = doubted(made)
    assert lead_table(found) is None
    assert finding(found)
    client.force_login(world.person("finance"))
    assert client.get(reverse("funding:run_uncertainty", args=[made.pk])).status_code == 200


def test_the_page_and_its_file_have_the_lead_in_both_languages(run, client):
    world, made = run
    client.force_login(world.person("finance"))
    for language, words in (("en", "Net present value above that of"), ("cy", "Gwerth net presennol uwchlaw un")):
        with override(language):
            page = client.get(reverse("funding:run_uncertainty", args=[made.pk])).content.decode()
        assert words in page
    assert any("above the baseline" in str(row[1]) for row in figure_rows(doubted(made)))
