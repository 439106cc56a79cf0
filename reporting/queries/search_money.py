"""What the search looks through of the money and of the comparison: words, and never pay."""

from django.utils.translation import gettext_lazy as _

from funding import vocabulary
from funding.filters.appraisals import AppraisalFilter
from funding.filters.records import AssumptionFilter, AwardFilter, FundFilter, RoundFilter
from funding.models import Appraisal, Assumption, Award, Fund, Option, Round, Run, RunDecision
from kit import formats
from kit.periods import label as year_label
from reporting.queries.search_kind import Kind, page, words_of

# What a run keeps of itself.
LARGE = ("case", "results", "context")

MONEY: tuple[Kind, ...] = (
    Kind("funds", _("Funds"), Fund, FundFilter, "funding:funds", page("funding:fund"), right="funding.view_fund"),
    Kind(
        "rounds",
        _("Rounds"),
        Round,
        RoundFilter,
        "funding:rounds",
        page("funding:round"),
        name="fund__name",
        right="funding.view_fund",
        detail=lambda row: year_label(row.year),
    ),
    Kind(
        "awards",
        _("Awards"),
        Award,
        AwardFilter,
        "funding:awards",
        page("funding:award"),
        name="reference",
        is_pair=False,
        belongs_to="product__name",
        right="funding.view_fund",
    ),
    Kind(
        "appraisals",
        _("Appraisals"),
        Appraisal,
        AppraisalFilter,
        "funding:appraisals",
        page("funding:appraisal"),
        belongs_to="product__name",
        right="funding.view_appraisal",
    ),
    Kind(
        "options",
        _("Options"),
        Option,
        words_of(Option, "name"),
        "",
        page("funding:appraisal", "appraisal_id"),
        belongs_to="appraisal__name",
        right="funding.view_appraisal",
    ),
    Kind(
        "runs",
        _("Runs"),
        Run,
        words_of(Run, "purpose", "limits", "statement"),
        "",
        page("funding:run_assurance"),
        name="appraisal__name",
        right="funding.view_appraisal",
        detail=lambda row: formats.date(row.made_at),
        without=LARGE,
    ),
    Kind(
        "run_decisions",
        _("Decisions about runs"),
        RunDecision,
        words_of(RunDecision, "what", "why"),
        "",
        page("funding:run_assurance", "run_id", anchor="decisions"),
        name="what",
        belongs_to="run__appraisal__name",
        right="funding.view_appraisal",
        detail=lambda row: formats.date(row.made_on),
        without=tuple(f"run__{column}" for column in LARGE),
    ),
    Kind(
        "assumptions",
        _("Assumptions"),
        Assumption,
        AssumptionFilter,
        "funding:assumptions",
        page("funding:assumption"),
        name="key",
        is_pair=False,
        called=lambda row: vocabulary.label(row.key),
        right="funding.view_assumption",
        detail=lambda row: formats.date(row.valid_from),
    ),
)
