"""Twenty national bodies. The local authorities are in `authorities.csv`, as StatsWales gives them."""

import datetime
from dataclasses import dataclass

from interchange.sample.sources import FROM_MEMORY, Source, evidence
from kit.models import EvidenceMark
from portfolio.models import Organisation

Kind = Organisation.Kind


@dataclass(frozen=True)
class Body:
    """A national body; `successor` is the key of the body it became part of."""

    key: str
    name_cy: str
    name_en: str
    kind: str = Kind.ARMS_LENGTH_BODY
    source: Source = FROM_MEMORY
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    successor: str = ""
    former_name: tuple[str, str, datetime.date] | None = None


NAMED = evidence("Yn enwi'r corff.", "Names the body.")

CDPS_SOURCE = Source(
    EvidenceMark.SECONDARY,
    "Lansiwyd ym Mehefin 2020 (blog CDPS, 26 Chwefror 2021; ni wyddys y diwrnod). Cyhoeddodd Llywodraeth Cymru ar "
    "18 Medi 2025 y byddai'n cael ei uno â hi erbyn Ebrill 2026 (herald.wales a perago.co.uk): y diwrnod i'w wirio.",
    "Launched in June 2020 (CDPS blog, 26 February 2021; the day is not known). The Welsh Government announced on "
    "18 September 2025 that it would be merged into it by April 2026 (herald.wales, perago.co.uk): the day to be "
    "verified.",
)
AUDIT_SOURCE = Source(
    EvidenceMark.MEMORY,
    "Enwir Archwilio Cymru yn nhystiolaeth CDPS i'r Senedd, 12 Chwefror 2025. Dyddiad newid yr enw i'w wirio.",
    "Audit Wales is named in CDPS's evidence to the Senedd, 12 February 2025. The date its name changed to be "
    "verified.",
)

BODIES: list[Body] = [
    Body("welsh-government", "Llywodraeth Cymru", "Welsh Government", Kind.WELSH_GOVERNMENT, NAMED),
    Body(
        "cdps",
        "Canolfan Gwasanaethau Cyhoeddus Digidol",
        "Centre for Digital Public Services",
        Kind.ARMS_LENGTH_BODY,
        CDPS_SOURCE,
        valid_from=datetime.date(2020, 6, 1),
        valid_to=datetime.date(2026, 4, 1),
        successor="welsh-government",
    ),
    Body("wlga", "Cymdeithas Llywodraeth Leol Cymru", "Welsh Local Government Association", Kind.PARTNER, NAMED),
    Body(
        "audit-wales",
        "Archwilio Cymru",
        "Audit Wales",
        Kind.ARMS_LENGTH_BODY,
        AUDIT_SOURCE,
        former_name=("Swyddfa Archwilio Cymru", "Wales Audit Office", datetime.date(2020, 4, 1)),
    ),
    Body("dhcw", "Iechyd a Gofal Digidol Cymru", "Digital Health and Care Wales", Kind.NHS),
    Body("phw", "Iechyd Cyhoeddus Cymru", "Public Health Wales", Kind.NHS),
    Body("nwssp", "Partneriaeth Cydwasanaethau GIG Cymru", "NHS Wales Shared Services Partnership", Kind.NHS),
    Body("nrw", "Cyfoeth Naturiol Cymru", "Natural Resources Wales"),
    Body("wra", "Awdurdod Cyllid Cymru", "Welsh Revenue Authority", Kind.WELSH_GOVERNMENT),
    Body("tfw", "Trafnidiaeth Cymru", "Transport for Wales"),
    Body("qualifications-wales", "Cymwysterau Cymru", "Qualifications Wales"),
    Body("social-care-wales", "Gofal Cymdeithasol Cymru", "Social Care Wales"),
    Body("national-library", "Llyfrgell Genedlaethol Cymru", "National Library of Wales"),
    Body("museum-wales", "Amgueddfa Cymru", "Museum Wales"),
    Body("sport-wales", "Chwaraeon Cymru", "Sport Wales"),
    Body("arts-council", "Cyngor Celfyddydau Cymru", "Arts Council of Wales"),
    Body("careers-wales", "Gyrfa Cymru", "Careers Wales"),
    Body("development-bank", "Banc Datblygu Cymru", "Development Bank of Wales"),
    Body(
        "medr",
        "Y Comisiwn Addysg Drydyddol ac Ymchwil",
        "Commission for Tertiary Education and Research",
        valid_from=datetime.date(2024, 8, 1),
    ),
    Body("language-commissioner", "Comisiynydd y Gymraeg", "Welsh Language Commissioner"),
]
