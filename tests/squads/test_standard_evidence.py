"""What the staffing shows about points 6, 7 and 8, and the form that assesses all twelve."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from lxml import html

from portfolio.models import StandardAssessment
from squads.models import Assignment, Post, PostStateChange, Role, Squad
from squads.queries.standard_evidence import StaffingEvidence, evidence_of, months_back, months_between, team_of
from tests.portfolio.pages import address, queries_for, rows_of, signed_in, text
from tests.portfolio.stories import assessment_of
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)
CORE = ("product_manager", "delivery_manager", "user_researcher", "content_designer", "developer")


@pytest.fixture
def world() -> World:
    made = make_world(with_runs=False)
    Post.objects.all().delete()
    return made


def role(code: str) -> Role:
    return Role.objects.get_or_create(
        code=code,
        defaults={"name_en": code.replace("_", " ").capitalize(), "name_cy": code, "family_en": "F", "family_cy": "F"},
    )[0]


def post(world: World, code: str, *, since: str = "2025-01-06", state: str = "filled", **more: Any) -> Post:
    start = datetime.date.fromisoformat(since)
    made = Post.objects.create(
        squad=more.pop("squad", world.ours.squad),
        role=role(code),
        state=state,
        planned_from=start,
        **({"employment": "permanent"} | more),
    )
    PostStateChange.objects.create(post=made, state=state, on=start)
    return made


def shown(world: World, on: datetime.date = ON) -> dict[int, StaffingEvidence]:
    world.ours.product.refresh_from_db()
    return evidence_of(team_of(product=world.ours.product, on=on), on=on)


def a_whole_team(world: World) -> None:
    for code in CORE:
        post(world, code)


def test_a_named_owner_or_a_filled_post_of_one_goes_with_point_6(world):
    six = shown(world)[6]
    assert six.shows == ["No service owner is named.", "The squads that work on it have no post of service owner."]
    assert six.contradicts("met")
    post(world, "service_owner", state="vacant")
    assert "There is a post of service owner, and nobody is in it." in shown(world)[6].shows
    assert shown(world)[6].contradicts("met")
    world.ours.product.service_owner = "Deputy Director"
    world.ours.product.save()
    assert shown(world)[6].shows[0] == "A service owner is named: Deputy Director."
    assert not shown(world)[6].contradicts("met")


def test_a_filled_post_of_service_owner_is_enough(world):
    post(world, "service_owner")
    assert "The post of service owner is filled." in shown(world)[6].shows
    assert not shown(world)[6].contradicts("met")


def test_a_team_with_one_of_each_is_multidisciplinary_and_without_one_is_not(world):
    a_whole_team(world)
    assert not shown(world)[7].contradicts("met")
    Post.objects.filter(role__code="user_researcher").update(state="vacant")
    seven = shown(world)[7]
    assert seven.against_met == ["A multidisciplinary team has these, and nobody is in post: User researcher."]
    assert seven.contradicts("met")
    assert not seven.contradicts("partly"), "what is not called met is not contradicted"
    assert not seven.contradicts("not_assessed")


def test_the_roles_in_post_are_said_by_their_family_and_those_wanted_that_nobody_is_in(world):
    post(world, "developer")
    seven = shown(world)[7]
    assert seven.shows[0] == "In post, by role family: F (Developer)."
    assert seven.shows[1].startswith("Nobody in post: Service owner, Product manager, Delivery manager")
    assert "Permanent share of the FTE in post: 100%." in seven.shows


def test_shares_count_each_post_by_the_product_s_share_of_its_squad(world):
    post(world, "developer", fte=Decimal(1))
    other = Squad.objects.create(
        name_cy="Arall", name_en="Other", organisation=world.ours.organisation, since=datetime.date(2025, 1, 1)
    )
    Assignment.objects.create(
        squad=other, product=world.ours.product, share=Decimal("0.25"), start=datetime.date(2025, 1, 1)
    )
    post(world, "developer", squad=other, employment="agency", fte=Decimal(1))
    team = team_of(product=world.ours.product, on=ON)
    assert team.squads == 2
    assert team.share_permanent == Decimal("0.8")


def test_the_months_without_a_team_are_counted_from_the_days_of_the_posts(world):
    gone = post(world, "developer", since="2025-10-01", planned_to=datetime.date(2026, 4, 1), employment="agency")
    gone.state = "ended"
    gone.save()
    PostStateChange.objects.create(post=gone, state="ended", on=datetime.date(2026, 4, 1))
    post(world, "developer", since="2026-10-05", employment="agency", planned_to=datetime.date(2027, 4, 1))
    world.ours.product.phase_changes.update(on=datetime.date(2024, 1, 1))
    team = team_of(product=world.ours.product, on=ON)
    # December to March it was there, April to October it was not, in November it is again.
    assert (team.months_without, team.months_looked_at) == (7, 12)
    assert team.last_change == datetime.date(2026, 10, 5)
    eight = shown(world)[8]
    assert "Months without any team: 7 of the last 12." in eight.shows
    assert "For 7 of the last 12 months nobody was there to improve it." in eight.against_met


def test_months_before_a_product_began_are_not_held_against_it(world):
    a_whole_team(world)
    Post.objects.update(planned_from=datetime.date(2026, 8, 1))
    PostStateChange.objects.update(on=datetime.date(2026, 8, 1))
    world.ours.product.phase_changes.update(on=datetime.date(2026, 8, 1))
    team = team_of(product=world.ours.product, on=ON)
    assert (team.months_without, team.months_looked_at) == (0, 4)


def test_contractors_who_leave_within_three_months_are_counted_and_half_a_team_of_them_is_against_met(world):
    a_whole_team(world)
    assert not shown(world)[8].contradicts("met")
    for code in CORE:
        post(world, code, employment="agency", planned_to=datetime.date(2027, 2, 25))
    assert "Contractors who leave within three months: 5." in shown(world)[8].shows
    assert shown(world)[8].against_met == ["50% of the FTE in post leaves within three months."]
    Post.objects.filter(employment="agency").update(planned_to=datetime.date(2027, 2, 26))
    assert "Contractors who leave within three months: 0." in shown(world)[8].shows


def test_recruiting_alone_does_not_change_a_team(world):
    made = post(world, "developer", since="2026-01-05")
    PostStateChange.objects.create(post=made, state="advertised", on=datetime.date(2025, 12, 1))
    assert team_of(product=world.ours.product, on=ON).last_change == datetime.date(2026, 1, 5)
    assert "Months since anybody joined or left: 10." in shown(world)[8].shows


def test_a_product_that_no_squad_works_on_is_said_to_have_none(world):
    Assignment.objects.all().delete()
    found = shown(world)
    assert found[7].shows == ["No squad works on it."]
    assert found[7].contradicts("met")
    assert found[8].against_met[0] == "Nobody is there to improve it."


def test_twelve_firsts_of_months_back_and_whole_months_between():
    assert months_back(ON)[0] == datetime.date(2025, 12, 1)
    assert months_back(ON)[-1] == datetime.date(2026, 11, 1)
    assert months_between(datetime.date(2026, 10, 25), ON) == 0
    assert months_between(datetime.date(2026, 10, 24), ON) == 1


def test_the_page_says_plainly_that_the_staffing_stands_against_a_met(world):
    assessment_of(world.ours.product)
    page = text(signed_in(world, "viewer").get(address("squads:product_standard", world.ours.product.pk)))
    assert "The staffing stands against a result of met at: 7." in page
    assert "It stands against the result of met:" in page
    StandardAssessment.objects.update(result="partly")
    page = text(signed_in(world, "viewer").get(address("squads:product_standard", world.ours.product.pk)))
    assert "stands against a result of met at" not in page
    assert StandardAssessment.objects.get().result == "partly", "the evidence never sets a result"


def test_earlier_phases_are_kept_and_shown(world):
    StandardAssessment.objects.create(
        product=world.ours.product,
        phase="alpha",
        point=3,
        result="partly",
        assessed_by="self",
        assessed_on=datetime.date(2025, 5, 1),
        found_en="Talked to six people.",
    )
    assessment_of(world.ours.product)
    client = signed_in(world, "viewer")
    page = text(client.get(address("squads:product_standard", world.ours.product.pk)))
    assert [head.text_content() for head in html.fromstring(page).xpath("//table[.//caption]//thead//th")] == [
        "Point",
        "Alpha",
        "Beta",
    ]
    assert "Talked to six people." not in page
    page = text(client.get(address("squads:product_standard", world.ours.product.pk) + "?phase=alpha"))
    assert "Talked to six people." in page


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_points_are_downloaded_as_they_are_shown_phase_by_phase(world, language):
    product, client = world.ours.product, signed_in(world, "viewer")
    for phase, point, result in (("live", 7, "met"), ("beta", 1, "not_met")):
        StandardAssessment.objects.create(
            product=product, phase=phase, point=point, result=result, assessed_by="panel", assessed_on=ON,
            found_cy="Ceir tîm", found_en="There is a team", evidence="V",
        )  # fmt: skip
    url = address("squads:product_standard", product.pk, language=language)
    for phase in ("live", "beta"):
        page = html.fromstring(text(client.get(f"{url}?phase={phase}")))
        rows = rows_of(client.get(f"{url}?phase={phase}&table=points&download=csv"))[1:]
        assert len(rows) == 12
        for row, section in zip(rows, page.xpath("//section[@class='standard-point']"), strict=True):
            shown = " ".join(section.text_content().split())
            for words in [*row[:3], *row[4:6], *row[6].split(". ")]:
                assert words in shown, (phase, words, shown)
    assert rows_of(client.get(f"{url}?phase=live&table=points&download=csv"))[7][3] == ON.isoformat()


def boxes(response: Any) -> dict[str, str]:
    """What a browser would post of the form of twelve points."""
    data = {}
    for form in response.context["form"].forms:
        for bound in form:
            value = bound.field.prepare_value(bound.value())
            data[bound.html_name] = "" if value is None else str(value)
    return data


def assess(world: World, who: str = "delivery_lead") -> tuple[Any, str, dict[str, str]]:
    client, url = signed_in(world, who), address("squads:standard_assess", world.ours.product.pk, "beta")
    return client, url, boxes(client.get(url))


def test_a_new_form_is_not_assessed_at_every_point_and_saving_it_untouched_saves_nothing(world):
    client, url, data = assess(world)
    assert [data[f"p{point}-result"] for point in range(1, 13)] == ["not_assessed"] * 12
    assert "Nothing was changed, so nothing was saved." in text(client.post(url, data, follow=True))
    assert not StandardAssessment.objects.exists()


def test_points_that_were_given_a_result_take_who_and_when_from_the_top(world):
    client, url, data = assess(world)
    data |= {
        "all-assessed_by": "panel",
        "all-assessed_on": "2 November 2026",
        "p7-result": "not_met",
        "p7-found_en": "No researcher.",
        "p8-result": "partly",
        "p8-assessed_by": "self",
        "p8-assessed_on": "1 October 2026",
    }
    answer = client.post(url, data, follow=True)
    assert "Points saved: 2." in text(answer)
    seven, eight = StandardAssessment.objects.order_by("point")
    assert (seven.result, seven.assessed_by, seven.assessed_on) == ("not_met", "panel", datetime.date(2026, 11, 2))
    assert (eight.result, eight.assessed_by, eight.assessed_on) == ("partly", "self", datetime.date(2026, 10, 1))
    assert (seven.phase, seven.found_en) == ("beta", "No researcher.")


def test_a_result_without_who_and_when_is_refused_in_words_and_nothing_typed_is_lost(world):
    client, url, data = assess(world)
    answer = client.post(url, data | {"p7-result": "met", "p7-found_cy": "Saith rôl.", "p2-assessed_on": "soon"})
    assert answer.status_code == 422
    page = text(answer)
    assert "Say who assessed it, and when." in page
    assert "Saith rôl." in page
    assert 'value="soon"' in page
    summary = html.fromstring(page).xpath("//*[contains(@class, 'govuk-error-summary__list')]//a/@href")
    assert summary == ["#id_p2-assessed_on", "#id_p7-assessed_by"]
    assert not StandardAssessment.objects.exists()


def test_the_second_editor_of_a_point_is_told_and_may_then_save_knowingly(world):
    client, url, data = assess(world)
    common = {"all-assessed_by": "self", "all-assessed_on": "2 November 2026"}
    assert client.post(url, data | common | {"p7-result": "met"}).status_code == 302
    answer = client.post(url, data | common | {"p7-result": "not_met", "p8-result": "partly"})
    assert answer.status_code == 409
    assert "after you had opened it" in text(answer)
    assert StandardAssessment.objects.get().result == "met", "nothing of the second form was saved"
    assert client.post(url, boxes(answer)).status_code == 302
    found = dict(StandardAssessment.objects.values_list("point", "result"))
    assert found == {7: "not_met", 8: "partly"}


def test_a_point_that_only_the_first_editor_changed_is_left_as_they_saved_it(world):
    assessment_of(world.ours.product)
    client, url, data = assess(world)
    assert client.post(url, data | {"p7-result": "partly"}).status_code == 302
    second = data | {"all-assessed_by": "self", "all-assessed_on": "2 November 2026", "p8-result": "met"}
    answer = client.post(url, second, follow=True)
    assert answer.status_code == 200
    assert "they are as they left them: 7." in text(answer)
    assert dict(StandardAssessment.objects.values_list("point", "result")) == {7: "partly", 8: "met"}


def test_the_language_toggle_keeps_what_was_typed(world):
    client, url, data = assess(world)
    answer = client.post(url.replace("/en/", "/cy/"), data | {"p7-result": "met", "switch_language": "typed"})
    assert answer.status_code == 200
    assert boxes(answer)["p7-result"] == "met"
    assert not StandardAssessment.objects.exists()


def test_another_authority_s_product_is_not_there_and_a_phase_that_is_none_neither(world):
    lead = signed_in(world, "delivery_lead")
    assert lead.get(address("squads:standard_assess", world.theirs.product.pk, "beta")).status_code == 404
    assert lead.get(address("squads:standard_assess", world.ours.product.pk, "gamma")).status_code == 404
    assert (
        signed_in(world, "viewer").get(address("squads:standard_assess", world.ours.product.pk, "beta")).status_code
        == 403
    )


def test_the_page_and_the_form_ask_as_many_questions_with_one_post_as_with_twenty(world):
    client = signed_in(world, "cdo_office")
    urls = [
        address("squads:product_standard", world.ours.product.pk),
        address("squads:standard_assess", world.ours.product.pk, "beta"),
    ]
    post(world, "developer")
    assessment_of(world.ours.product)
    few = [queries_for(client, url) for url in urls]
    for number in range(20):
        post(world, CORE[number % 5])
        if number not in (0, 7) and number <= 12:
            StandardAssessment.objects.create(product=world.ours.product, phase="beta", point=number)
    assert [queries_for(client, url) for url in urls] == few
    assert max(few) <= 14
