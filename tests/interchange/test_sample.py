"""The sample portfolio says what the evidence says, and says what it does not."""

import datetime
import io
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from accounts.models import User
from funding.models import Allocation, Appraisal, Award, AwardLine, Fund, Round, Run
from funding.queries.comparison import composed_case, kept
from funding.queries.standing import ranking
from interchange.sample.large import Size, load_large
from interchange.sample.load import load_sample
from interchange.sample.reviews import DAYS_AGO, load_reviews
from interchange.sample.writing import Loading
from kit.models import EvidenceMark, Sourced
from portfolio.models import Organisation, Participation, Product, Risk
from reporting.queries.updates import updated_since
from squads.models import Employment, Post
from tests.interchange.sample_rows import digest, everything, rows_and_history, tables

AS_AT = datetime.date(2026, 11, 1)

# Written out here, not read from the sample's own file: two public repositories had some of these wrong.
AUTHORITIES = {
    "W06000001": ("Ynys Môn", "Isle of Anglesey"),
    "W06000002": ("Gwynedd", "Gwynedd"),
    "W06000003": ("Conwy", "Conwy"),
    "W06000004": ("Sir Ddinbych", "Denbighshire"),
    "W06000005": ("Sir y Fflint", "Flintshire"),
    "W06000006": ("Wrecsam", "Wrexham"),
    "W06000008": ("Ceredigion", "Ceredigion"),
    "W06000009": ("Sir Benfro", "Pembrokeshire"),
    "W06000010": ("Sir Gaerfyrddin", "Carmarthenshire"),
    "W06000011": ("Abertawe", "Swansea"),
    "W06000012": ("Castell-nedd Port Talbot", "Neath Port Talbot"),
    "W06000013": ("Pen-y-bont ar Ogwr", "Bridgend"),
    "W06000014": ("Bro Morgannwg", "Vale of Glamorgan"),
    "W06000015": ("Caerdydd", "Cardiff"),
    "W06000016": ("Rhondda Cynon Taf", "Rhondda Cynon Taf"),
    "W06000018": ("Caerffili", "Caerphilly"),
    "W06000019": ("Blaenau Gwent", "Blaenau Gwent"),
    "W06000020": ("Torfaen", "Torfaen"),
    "W06000021": ("Sir Fynwy", "Monmouthshire"),
    "W06000022": ("Casnewydd", "Newport"),
    "W06000023": ("Powys", "Powys"),
    "W06000024": ("Merthyr Tudful", "Merthyr Tydfil"),
}
# What is not said of every record: why a forecast was first made, what was decided where nothing is yet.
MAY_BE_EMPTY = {"action", "conditions", "found", "outcome", "reason"}
# The same name in both languages, as StatsWales has it.
SAME_IN_BOTH = {"Gwynedd", "Conwy", "Ceredigion", "Rhondda Cynon Taf", "Blaenau Gwent", "Torfaen", "Powys"}

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def sample(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loading]:
    """Loaded once for all the tests of this file, and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(DEMONSTRATION=True):
        loading = load_sample()
        assert loading is not None
        yield loading
        transaction.set_rollback(True)


def product(name: str) -> Product:
    return Product.objects.with_adoption().get(name_en=name)


def test_the_22_authorities_have_their_codes_and_both_names() -> None:
    found = {one.ons_code: (one.name_cy, one.name_en) for one in Organisation.objects.authorities()}
    assert found == AUTHORITIES


def test_there_are_twenty_national_bodies() -> None:
    assert Organisation.objects.exclude(kind=Organisation.Kind.LOCAL_AUTHORITY).count() == 20


def test_the_centre_for_digital_public_services_is_no_longer_there() -> None:
    centre = Organisation.objects.get(name_en="Centre for Digital Public Services")
    assert centre.valid_to == datetime.date(2026, 4, 1)
    assert centre.successor == Organisation.objects.get(name_en="Welsh Government")
    assert centre.evidence == EvidenceMark.SECONDARY
    assert centre not in Organisation.objects.on(AS_AT)


def test_audit_wales_has_its_name_of_the_day() -> None:
    body = Organisation.objects.prefetch_related("former_names").get(name_en="Audit Wales")
    assert body.name_on(datetime.date(2019, 6, 1)) == ("Swyddfa Archwilio Cymru", "Wales Audit Office")
    assert body.name_on(AS_AT) == ("Archwilio Cymru", "Audit Wales")


@pytest.mark.parametrize("name", ["School Essentials Grant content", "Free School Meals content"])
def test_five_of_22_use_the_content_and_the_record_says_which_part_is_known(name: str) -> None:
    content = product(name)
    assert content.adopters == 5
    assert content.evidence == EvidenceMark.VERIFIED
    for row in Participation.objects.filter(product=content, state="adopted"):
        assert row.evidence == EvidenceMark.DEMONSTRATION
        assert "States that 5 of 22 use the content, not which" in row.source_en
        assert "Dywed fod 5 o 22 yn defnyddio'r cynnwys, nid pa rai" in row.source_cy


def test_all_22_have_signed_the_charter() -> None:
    charter = product("Welsh Benefits Charter")
    assert charter.adopters == 22
    signed = Participation.objects.filter(product=charter)
    assert {row.evidence for row in signed} == {EvidenceMark.VERIFIED}
    # The evidence gives no dates.
    assert {row.adopted_on for row in signed} == {None}


def test_the_planning_partners_are_the_three_of_the_evidence() -> None:
    partners = Participation.objects.filter(
        product=product("Pre-application planning"), part=Participation.Part.PARTNER
    )
    assert {row.organisation.name_en for row in partners} == {"Cardiff", "Gwynedd", "Vale of Glamorgan"}
    assert {row.evidence for row in partners} == {EvidenceMark.VERIFIED}


def test_the_round_of_2022_23_has_its_real_dates() -> None:
    real = Round.objects.get(year=2022)
    assert [real.opens, real.closes, real.panel, real.decision, real.delivery_ends] == [
        datetime.date(2022, 7, 18),
        datetime.date(2022, 8, 15),
        datetime.date(2022, 9, 5),
        datetime.date(2022, 9, 7),
        datetime.date(2023, 3, 31),
    ]
    assert (real.submissions, real.shortlisted, real.evidence) == (18, 5, EvidenceMark.VERIFIED)
    assert {row.evidence for row in Round.objects.exclude(year=2022)} == {EvidenceMark.DEMONSTRATION}
    assert sorted(Round.objects.values_list("year", flat=True)) == list(range(2020, 2027))


def test_the_transformation_fund_may_not_pay_permanent_posts_and_two_of_its_years_are_known() -> None:
    fund = Fund.objects.get(name_en="Local Government Digital Transformation Fund")
    assert not fund.pays_permanent
    assert fund.evidence == EvidenceMark.VERIFIED
    amounts = dict(Allocation.objects.filter(fund=fund).values_list("year", "amount"))
    known = {2020: Decimal(1000000), 2022: Decimal(1000000)}
    assert amounts == {**dict.fromkeys(range(2020, 2027)), **known}


def test_the_awards_of_2022_23_are_known_and_their_amounts_are_not() -> None:
    awards = Award.objects.filter(round__year=2022)
    assert {award.product.name_en for award in awards} == {
        "Local authority content discovery",
        "Digital skills shortage",
        "Digital exclusion",
    }
    assert {line.amount for line in AwardLine.objects.filter(award__in=awards)} == {None}


def test_some_fund_may_pay_permanent_posts_and_every_cycle_is_there() -> None:
    assert {fund.cycle for fund in Fund.objects.all()} == set(Fund.Cycle.values)
    assert Fund.objects.filter(pays_permanent=True).exists()


def test_posts_are_in_every_employment_and_every_state() -> None:
    assert {post.employment for post in Post.objects.all()} == set(Employment.values)
    assert {post.state for post in Post.objects.all()} == set(Post.State.values)


def test_a_posts_state_is_its_latest_change() -> None:
    for post in Post.objects.prefetch_related("state_changes"):
        changes = sorted(post.state_changes.all(), key=lambda change: change.on)
        assert changes[-1].state == post.state, post
        assert changes[-1].on <= AS_AT


def test_nobody_is_in_a_post_after_its_end() -> None:
    over = Post.objects.filter(planned_to__lte=AS_AT)
    assert over.exists()
    assert {post.state for post in over} == {Post.State.ENDED}


def test_a_products_phase_is_its_latest_change() -> None:
    for one in Product.objects.prefetch_related("phase_changes"):
        changes = sorted(one.phase_changes.all(), key=lambda change: change.on)
        assert changes[-1].phase == one.phase, one
        assert changes[-1].on <= AS_AT


def test_every_record_is_sourced_or_says_it_is_made_up() -> None:
    for model in tables():
        if not issubclass(model, Sourced):
            continue
        for row in everything(model):
            assert row.source_cy, row
            assert row.source_en, row
            assert row.source_cy != row.source_en, row
            if row.evidence == EvidenceMark.DEMONSTRATION:
                assert "ade up for demonstration" in row.source_en, row
                assert "luniwyd at ddibenion arddangos" in row.source_cy, row
            else:
                assert not row.source_en.startswith("Made up"), row


def test_both_languages_are_filled_and_differ() -> None:
    for model in tables():
        pairs = [field.name[:-3] for field in model._meta.concrete_fields if field.name.endswith("_cy")]
        for row in everything(model):
            for pair in pairs:
                welsh, english = getattr(row, f"{pair}_cy"), getattr(row, f"{pair}_en")
                assert bool(welsh) == bool(english), (row, pair)
                assert pair in MAY_BE_EMPTY or welsh, (row, pair)
                assert not welsh or welsh != english or english in SAME_IN_BOTH, (row, pair)


def test_every_record_is_valid() -> None:
    for model in tables():
        for row in everything(model):
            row.full_clean()


def test_the_history_of_every_record_begins_with_the_load() -> None:
    for model in tables():
        history = model.history.all()  # type: ignore[attr-defined]
        assert history.count() == model._base_manager.count(), model
        assert {one.history_change_reason for one in history} == {"Portffolio enghreifftiol / Sample portfolio"}


def test_three_appraisals_each_have_the_five_options_and_a_kept_run() -> None:
    for appraisal in Appraisal.objects.all():
        models = list(appraisal.options.order_by("position").values_list("funding_model", flat=True))
        assert models == [
            "annual_cycle",
            "sustained_squad",
            "contractor_to_permanent",
            "capital_project",
            "do_nothing",
        ]
        assert Run.objects.filter(appraisal=appraisal).count() == 1
    assert Appraisal.objects.count() == 3


def test_every_appraisal_composes_with_nothing_missing() -> None:
    for appraisal in Appraisal.objects.select_related("product"):
        composed = composed_case(appraisal=appraisal, on=AS_AT)
        assert composed.missing_rates == []
        assert [one.path for one in composed.inputs if one.origin == "missing"] == []
        composed.checked()


def best_options() -> dict[str, str]:
    return {
        kept(run).product_en: ranking(kept(run)).leaders[0].funding_model
        for run in Run.objects.select_related("appraisal__product")
    }


def test_the_sustained_squad_does_not_win_everywhere() -> None:
    found = Counter(best_options().values())
    assert found["sustained_squad"] < 3
    assert best_options()["Address look-up component"] != "sustained_squad"


def test_the_results_written_in_the_documentation_are_these() -> None:
    written = (settings.BASE_DIR / "docs" / "data-sources.md").read_text(encoding="utf-8")
    for run in Run.objects.select_related("appraisal__product"):
        for option in kept(run).options:
            assert f"{option.summary['net_present_value']:,.0f}" in written, (run, option.key)


def test_the_delivery_lead_is_at_home_where_there_is_something_to_edit() -> None:
    lead = User.objects.get(groups__name="delivery_lead")
    assert Product.objects.editable_by(lead).exists()


def test_a_second_load_changes_nothing_and_says_so() -> None:
    before = (digest(), rows_and_history())
    told = io.StringIO()
    call_command("load_sample", stdout=told)
    assert (digest(), rows_and_history()) == before
    assert told.getvalue() == "The sample portfolio is already loaded: nothing was changed.\n"


def test_a_second_load_keeps_what_somebody_has_edited() -> None:
    edited = product("Welsh Benefits Charter")
    edited.name_en = "The Charter"
    edited.save()
    assert load_sample() is None
    assert Product.objects.filter(name_en="Welsh Benefits Charter").count() == 0
    assert Product.objects.filter(name_en="The Charter").count() == 1


def test_a_clash_is_told_in_words_and_leaves_nothing_behind() -> None:
    Product.history.all().delete()
    before = rows_and_history()
    with pytest.raises(CommandError, match="nothing was loaded"):
        call_command("load_sample", stdout=io.StringIO())
    assert rows_and_history() == before


def smaller_digest() -> str:
    """The digest with a small "large" sample on top, which is taken back at once."""
    with transaction.atomic():
        load_large(Size(products=90, squads=40, posts=200, appraisals=6))
        found = digest()
        transaction.set_rollback(True)
    return found


def test_the_made_up_bulk_is_the_same_every_time() -> None:
    without, first, second = digest(), smaller_digest(), smaller_digest()
    assert first == second
    assert first != without


def test_some_risks_were_reviewed_shortly_before_the_loading_and_the_other_products_are_not_updated(
    sample: Loading,
) -> None:
    on = AS_AT + datetime.timedelta(days=100)
    load_reviews(sample, on=on, by=None)
    fresh = Product.objects.filter(updated_since(on - datetime.timedelta(days=14)))
    assert {one.name_en for one in fresh} == {sample.products[key].name_en for key in DAYS_AGO}
    risk = Risk.objects.filter(product=sample.products["hwb"]).open().get()
    assert risk.review_on == on + datetime.timedelta(days=28 - DAYS_AGO["hwb"])
    assert risk.history.count() == 2


def test_nothing_is_reviewed_before_the_sample_s_own_day(sample: Loading) -> None:
    before = digest()
    load_reviews(sample, on=AS_AT, by=None)
    assert digest() == before
