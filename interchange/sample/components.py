"""What many services need, which product has its own, and two that look alike and are not the same."""

from dataclasses import dataclass

from interchange.sample.sources import MADE_UP, Source, evidence
from portfolio.models import ComponentUse

OWN, SHARES, COULD = ComponentUse.Way.OWN, ComponentUse.Way.SHARES, ComponentUse.Way.COULD_SHARE


@dataclass(frozen=True)
class SampleComponent:
    key: str
    name_cy: str
    name_en: str
    summary_cy: str
    summary_en: str
    shared_by: str = ""
    role: str = "developer"
    source: Source = MADE_UP


COMPONENTS: list[SampleComponent] = [
    SampleComponent(
        "address",
        "Chwilio am gyfeiriad",
        "Address look-up",
        "Dod o hyd i gyfeiriad, yn y naill iaith neu'r llall, a'r rhif eiddo unigryw sydd y tu ôl iddo.",
        "Finding an address, in either language, and the unique property number behind it.",
        "address-look-up",
        source=evidence(
            "Dywed fod pob gwasanaeth yn ei hadeiladu drosto'i hun.", "States that each service builds it for itself."
        ),
    ),
    SampleComponent(
        "notifications",
        "Anfon hysbysiadau",
        "Sending notifications",
        "Neges destun, e-bost neu lythyr yn yr iaith a ddewisodd y person.",
        "A text message, e-mail or letter in the language the person chose.",
        "notifications",
        "senior_developer",
    ),
    SampleComponent(
        "payments",
        "Cymryd taliad",
        "Taking a payment",
        "Talu â cherdyn, ad-dalu, a chysoni â chyfrifon y cyngor.",
        "Paying by card, refunding, and matching with the council's accounts.",
        "powys-payments",
    ),
    SampleComponent(
        "sign-in",
        "Mewngofnodi a chyfrif",
        "Signing in and an account",
        "Profi pwy yw rhywun, a chofio beth a ofynnodd amdano.",
        "Proving who somebody is, and remembering what they asked for.",
        role="senior_developer",
    ),
    SampleComponent(
        "booking",
        "Trefnu apwyntiad",
        "Booking an appointment",
        "Gweld amserau rhydd, dewis un a'i newid.",
        "Seeing free times, choosing one and changing it.",
    ),
    SampleComponent(
        "content",
        "Patrymau cynnwys dwyieithog",
        "Bilingual content patterns",
        "Geiriad parod, wedi'i brofi, ar gyfer yr un cwestiwn ym mhob cyngor.",
        "Ready, tested wording for the same question in every council.",
        "school-essentials-grant",
        "content_designer",
    ),
]

# component: (product, how, FTE a year or nothing where it is not known)
USES: dict[str, list[tuple[str, str, str]]] = {
    "address": [
        ("address-look-up", OWN, "1.20"),
        ("gwynedd-waste", COULD, "0.30"),
        ("vale-report", COULD, "0.40"),
        ("caerphilly-repairs", COULD, "0.35"),
        ("swansea-council-tax", OWN, "0.25"),
        ("npt-blue-badge", OWN, "0.20"),
        ("cardiff-admissions", COULD, "0.50"),
        ("flintshire-admissions", COULD, "0.45"),
        ("carmarthenshire-admissions", OWN, ""),
        ("wrexham-waste", OWN, "0.30"),
        ("tfw-school-transport", COULD, ""),
    ],
    "notifications": [
        ("notifications", OWN, "1.50"),
        ("gwynedd-waste", COULD, "0.40"),
        ("cardiff-admissions", COULD, "0.60"),
        ("flintshire-admissions", COULD, "0.50"),
        ("caerphilly-repairs", COULD, "0.40"),
        ("swansea-council-tax", OWN, "0.30"),
        ("anglesey-care", COULD, ""),
    ],
    "payments": [
        ("powys-payments", OWN, "1.00"),
        ("ceredigion-registrars", SHARES, "0.05"),
        ("gwynedd-moorings", COULD, "0.30"),
        ("swansea-council-tax", OWN, "0.60"),
        ("vale-report", SHARES, ""),
    ],
    "sign-in": [
        ("swansea-council-tax", OWN, "0.70"),
        ("cardiff-admissions", OWN, "0.60"),
        ("flintshire-admissions", OWN, "0.55"),
        ("rct-libraries", OWN, "0.25"),
        ("hwb", OWN, ""),
    ],
    "booking": [
        ("ceredigion-registrars", OWN, "0.50"),
        ("caerphilly-repairs", OWN, "0.60"),
        ("anglesey-care", OWN, ""),
    ],
    "content": [
        ("school-essentials-grant", OWN, "0.80"),
        ("free-school-meals", SHARES, "0.20"),
        ("npt-blue-badge", COULD, "0.30"),
        ("gwynedd-waste", COULD, "0.25"),
    ],
}

# Two that look alike, and why they are not the same.
NOT_ALIKE: list[tuple[str, str, str]] = [
    (
        "gwynedd-waste",
        "wrexham-waste",
        "Gwastraff busnesau yw un Wrecsam / Wrexham's is for businesses' waste",
    ),
]
