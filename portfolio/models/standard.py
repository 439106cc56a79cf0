"""The Digital Service Standard for Wales, and how each product stands against each of its points at each phase."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.product import Phase, Product


@dataclass(frozen=True)
class Point:
    """A point of the Standard, as published in both languages (Centre for Digital Public Services)."""

    number: int
    name_cy: str
    name_en: str

    name = Pair("name")


POINTS = (
    Point(1, "Canolbwyntio ar les pobl yng Nghymru yn awr ac yn y dyfodol",
          "Focus on current and future wellbeing of people in Wales"),
    Point(2, "Hyrwyddo'r Gymraeg", "Promote the Welsh language"),
    Point(3, "Deall defnyddwyr a'u hanghenion", "Understand users and their needs"),
    Point(4, "Darparu profiad cydgysylltiedig", "Provide a joined up experience"),
    Point(5, "Sicrhau bod pawb yn gallu defnyddio'r gwasanaeth", "Make sure everyone can use the service"),
    Point(6, "Bod â pherchennog gwasanaeth wedi'i rymuso", "Have an empowered service owner"),
    Point(7, "Bod â thîm amlddisgyblaethol", "Have a multidisciplinary team"),
    Point(8, "Ailadrodd a gwella'n aml", "Iterate and improve frequently"),
    Point(9, "Gweithio'n agored", "Work in the open"),
    Point(10, "Defnyddio technoleg y gellir addasu ei graddfa", "Use scalable technology"),
    Point(11, "Ystyried moeseg, preifatrwydd a diogelwch drwy'r amser",
          "Consider ethics, privacy and security throughout"),
    Point(12, "Defnyddio data i wneud penderfyniadau", "Use data to make decisions"),
)  # fmt: skip
# Those that an annual cycle of contractors breaks: shown beside the staffing that decides them.
STAFFING_POINTS = (6, 7, 8)


class StandardAssessmentQuerySet(OfProductQuerySet["StandardAssessment"]):
    pass


class StandardAssessment(Sourced, Versioned):
    """One product, one phase, one point. A point with no row, or a new one, is not assessed; never met."""

    class Result(models.TextChoices):
        NOT_ASSESSED = "not_assessed", _("not assessed")
        MET = "met", _("met")
        PARTLY = "partly", _("partly met")
        NOT_MET = "not_met", _("not met")

    class By(models.TextChoices):
        SELF = "self", _("the team itself")
        PANEL = "panel", _("a panel")

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="standard_assessments")
    phase = models.CharField(_("phase"), max_length=10, choices=Phase)
    point = models.PositiveSmallIntegerField(
        _("point"), choices=[(point.number, str(point.number)) for point in POINTS]
    )
    result = models.CharField(_("result"), max_length=12, choices=Result, default=Result.NOT_ASSESSED)
    found_cy = models.TextField(_("evidence in Welsh"), blank=True)
    found_en = models.TextField(_("evidence in English"), blank=True)
    assessed_by = models.CharField(_("assessed by"), max_length=5, choices=By, blank=True)
    assessed_on = models.DateField(_("assessed on"), null=True, blank=True)

    found = Pair("found")
    objects = StandardAssessmentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("assessment against the Standard")
        verbose_name_plural = _("assessments against the Standard")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "phase", "point"],
                name="portfolio_standardassessment_once",
                violation_error_message=_("This point is already assessed for this phase."),
            ),
            between(
                "point",
                name="portfolio_standardassessment_point",
                low=1,
                high=len(POINTS),
                message=_("The Standard has points 1 to 12."),
            ),
            models.CheckConstraint(
                condition=models.Q(result="not_assessed")
                | (models.Q(assessed_on__isnull=False) & ~models.Q(assessed_by="")),
                name="portfolio_standardassessment_who_and_when",
                violation_error_message=_("Say who assessed it, and when."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product}, {self.get_phase_display()}, {self.point}: {self.get_result_display()}"
