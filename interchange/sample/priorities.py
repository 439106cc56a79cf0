"""How high organisations put the sample's products. All made up, but for what the Welsh Government is said to lead."""

from dataclasses import dataclass

from portfolio.models import Priority

HIGH, MEDIUM, LOW, NONE = Priority.Level.HIGH, Priority.Level.MEDIUM, Priority.Level.LOW, Priority.Level.NONE
GOVERNMENT = "welsh-government"
# What is said by whoever puts a product so high, where nothing else is said of it.
REASONS = {
    HIGH: ("Mae'r cynllun corfforaethol yn dibynnu arno.", "The corporate plan rests on it."),
    MEDIUM: ("Mae ei angen, ond nid eleni.", "It is needed, though not this year."),
    LOW: ("Mae gwaith arall yn dod o'i flaen.", "Other work comes before it."),
    NONE: ("Nid oes neb wedi gofyn amdano yma.", "Nobody here has asked for it."),
}


@dataclass(frozen=True)
class SamplePriority:
    product: str
    organisation: str
    level: str
    since: str
    cy: str = ""
    en: str = ""

    @property
    def reason(self) -> tuple[str, str]:
        return (self.cy, self.en) if self.cy else REASONS[Priority.Level(self.level)]


def said(product: str, *words: tuple[str, str, str]) -> list[SamplePriority]:
    return [SamplePriority(product, organisation, level, since) for organisation, level, since in words]


PRIORITIES: list[SamplePriority] = [
    SamplePriority(
        "streamlining-benefits",
        GOVERNMENT,
        HIGH,
        "2024-06-03",
        "Ymrwymiad yn y rhaglen lywodraethu: un cais am holl gymorth Cymru.",
        "A commitment of the programme for government: one application for all of the help there is in Wales.",
    ),
    *said(
        "streamlining-benefits",
        ("W06000013", HIGH, "2025-03-03"),
        ("W06000004", LOW, "2025-06-09"),
        ("W06000016", LOW, "2024-11-04"),
        ("W06000016", MEDIUM, "2025-09-01"),
        ("W06000011", NONE, "2025-01-13"),
        ("wlga", MEDIUM, "2024-06-03"),
    ),
    SamplePriority(
        "streamlining-benefits",
        "W06000015",
        LOW,
        "2025-02-03",
        "Mae'r system bresennol o dan gontract tan 2029.",
        "The system there is now is under contract until 2029.",
    ),
    *said(
        "school-essentials-grant",
        (GOVERNMENT, HIGH, "2023-01-09"),
        (GOVERNMENT, MEDIUM, "2025-05-12"),
        ("W06000009", HIGH, "2023-11-06"),
        ("W06000010", HIGH, "2023-11-06"),
        ("W06000012", MEDIUM, "2024-02-05"),
        ("W06000002", MEDIUM, "2025-10-06"),
    ),
    *said(
        "free-school-meals",
        (GOVERNMENT, MEDIUM, "2023-01-09"),
        ("W06000018", HIGH, "2024-05-13"),
        ("W06000022", MEDIUM, "2023-06-05"),
        ("W06000022", NONE, "2024-08-05"),
    ),
    *said(
        "address-look-up",
        (GOVERNMENT, LOW, "2026-02-02"),
        ("W06000023", HIGH, "2026-06-15"),
        ("W06000018", HIGH, "2026-07-06"),
        ("W06000002", MEDIUM, "2026-07-06"),
    ),
    *said(
        "notifications",
        (GOVERNMENT, NONE, "2026-05-11"),
        ("W06000006", MEDIUM, "2026-09-28"),
        ("W06000015", HIGH, "2026-09-07"),
    ),
    *said(
        "pre-application-planning",
        (GOVERNMENT, MEDIUM, "2023-11-06"),
        ("W06000002", HIGH, "2023-11-06"),
        ("W06000014", MEDIUM, "2023-11-06"),
        ("W06000015", MEDIUM, "2023-11-06"),
    ),
    *said(
        "hwb", (GOVERNMENT, HIGH, "2012-12-03"), ("W06000001", HIGH, "2023-09-04"), ("W06000008", HIGH, "2023-09-04")
    ),
    *said(
        "tfw-school-transport",
        ("W06000005", HIGH, "2026-03-16"),
        ("W06000003", MEDIUM, "2026-04-20"),
        ("W06000024", LOW, "2026-05-11"),
    ),
]
