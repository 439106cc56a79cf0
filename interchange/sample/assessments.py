"""Assessments against the Standard in the sample, all made up: several phases of some products, one point left out
here and there, and a "met" that the staffing does not bear out."""

from dataclasses import dataclass, field

from portfolio.models import StandardAssessment

Words = tuple[str, str]
RESULTS = {
    "m": StandardAssessment.Result.MET,
    "p": StandardAssessment.Result.PARTLY,
    "n": StandardAssessment.Result.NOT_MET,
}
SELF, PANEL = StandardAssessment.By.SELF, StandardAssessment.By.PANEL


@dataclass(frozen=True)
class SampleAssessment:
    """A product at a phase. `results` has a letter for each of the twelve points: met, partly, not met, - for none."""

    product: str
    phase: str
    on: str
    by: str
    results: str
    found: dict[int, Words] = field(default_factory=dict)


ASSESSMENTS: list[SampleAssessment] = [
    SampleAssessment("school-essentials-grant", "alpha", "2023-08-14", SELF, "mmmppmpmpmmp"),
    SampleAssessment(
        "school-essentials-grant",
        "beta",
        "2024-03-18",
        PANEL,
        "mmmmmmmppmmp",
        {
            3: ("Profwyd gyda 34 o rieni yn y ddwy iaith.", "Tested with 34 parents in both languages."),
            7: ("Chwech o rolau yn y sgwad ar y diwrnod.", "Six roles in the squad on the day."),
        },
    ),
    SampleAssessment(
        "school-essentials-grant",
        "live",
        "2026-03-23",
        PANEL,
        "mmmpmpmpnmmp",
        {
            4: ("Pum awdurdod o 22.", "Five authorities of 22."),
            7: (
                "Roedd y tîm yn gyflawn ym mis Mawrth 2026: mae swydd y dylunydd gwasanaeth yn wag ers hynny.",
                "The team was complete in March 2026: the service designer's post has been empty since.",
            ),
            9: ("Nid oes nodiadau wythnosol ers Ionawr.", "There have been no weeknotes since January."),
        },
    ),
    SampleAssessment("free-school-meals", "live", "2026-03-23", PANEL, "mmmpmpppnmmn"),
    SampleAssessment(
        "streamlining-benefits",
        "discovery",
        "2025-10-20",
        SELF,
        "mmmpp-ppm-mp",
        {3: ("Siaradwyd â 61 o bobl sy'n hawlio.", "61 people who claim were talked to.")},
    ),
    SampleAssessment(
        "streamlining-benefits",
        "alpha",
        "2026-09-14",
        PANEL,
        "mmpnpnnnm-pp",
        {
            4: ("Tri awdurdod, tair ffurflen.", "Three authorities, three forms."),
            6: (
                "Dirprwy Gyfarwyddwr dros dro; nid oes neb yn y swydd.",
                "A Deputy Director for the time being; nobody is in the post.",
            ),
            8: ("Rhyddhawyd unwaith mewn chwe mis.", "Released once in six months."),
        },
    ),
    SampleAssessment("pre-application-planning", "alpha", "2025-12-08", SELF, "mmmppnnnpmmp"),
    SampleAssessment(
        "pre-application-planning",
        "beta",
        "2026-09-28",
        SELF,
        "mpmpmnppmmm-",
        {
            7: ("Contractwyr yw'r datblygwr a'r ymchwilydd.", "The developer and the researcher are contractors."),
            8: ("Bu chwe mis heb ddatblygwr.", "There were six months without a developer."),
        },
    ),
    SampleAssessment("service-standard", "live", "2025-11-17", SELF, "mmmmpmmpmmmp"),
    SampleAssessment("service-manual", "beta", "2026-05-11", SELF, "mmpmpmpmmmmn"),
    SampleAssessment("hwb", "live", "2026-06-15", PANEL, "mmmmpmmmpmmm"),
    SampleAssessment("gwynedd-waste", "beta", "2023-05-22", SELF, "mmmppmppnmmp"),
    SampleAssessment(
        "gwynedd-waste",
        "live",
        "2026-02-16",
        SELF,
        "mmmpmmmmpmpp",
        # Nobody researches with users or keeps delivery together: the staffing does not bear this out.
        {7: ("Tri o bobl sy'n gwneud popeth.", "Three people who do everything.")},
    ),
    SampleAssessment(
        "cardiff-admissions",
        "beta",
        "2026-07-06",
        PANEL,
        "mppppnnnnmmp",
        {7: ("Nid oes dylunydd nac ymchwilydd.", "There is no designer and no researcher.")},
    ),
    SampleAssessment("caerphilly-repairs", "beta", "2026-10-05", SELF, "mpmppnppmmmp"),
    SampleAssessment("anglesey-care", "discovery", "2025-12-15", SELF, "mmmpp-npm--p"),
    SampleAssessment("tfw-school-transport", "alpha", "2026-08-24", SELF, "mmmp--p-mm-p"),
    SampleAssessment("npt-blue-badge", "live", "2024-10-07", SELF, "mpmpmnnnnmpn"),
    SampleAssessment("address-look-up", "discovery", "2026-10-19", SELF, "m-p-----m---"),
]
