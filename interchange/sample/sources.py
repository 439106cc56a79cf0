"""Where each record of the sample comes from, in both languages, and how far to believe it."""

from dataclasses import dataclass

from kit.models import EvidenceMark

EVIDENCE_CY = (
    "Canolfan Gwasanaethau Cyhoeddus Digidol, tystiolaeth ysgrifenedig i ymchwiliad y Senedd i lywodraeth leol "
    "ddigidol, sesiwn 12 Chwefror 2025"
)
EVIDENCE_EN = (
    "Centre for Digital Public Services, written evidence to the Senedd's digital local government inquiry, "
    "session of 12 February 2025"
)


@dataclass(frozen=True)
class Source:
    """An evidence mark and the words that go with it."""

    mark: str
    cy: str
    en: str

    def fields(self) -> dict[str, str]:
        return {"evidence": self.mark, "source_cy": self.cy, "source_en": self.en}


def evidence(cy: str, en: str, mark: str = EvidenceMark.VERIFIED) -> Source:
    """What the evidence document states, and what of the record it does not."""
    return Source(mark, f"{EVIDENCE_CY}. {cy}", f"{EVIDENCE_EN}. {en}")


def made_up(cy: str = "", en: str = "") -> Source:
    """Nothing of the record is a fact; the words say what it stands for, where that helps."""
    return Source(
        EvidenceMark.DEMONSTRATION,
        f"Lluniwyd at ddibenion arddangos. {cy}".strip(),
        f"Made up for demonstration. {en}".strip(),
    )


MADE_UP = made_up()

STATSWALES = Source(
    EvidenceMark.VERIFIED,
    "StatsCymru, Llywodraeth Cymru: enwau a chodau'r 22 awdurdod lleol. Trwydded Llywodraeth Agored f3.0.",
    "StatsWales, Welsh Government: names and codes of the 22 local authorities. Open Government Licence v3.0.",
)
FROM_MEMORY = Source(
    EvidenceMark.MEMORY,
    "Corff cyhoeddus cenedlaethol; ei enw a'i fath i'w gwirio cyn eu dangos i fwrdd.",
    "A national public body; its name and kind to be verified before a board sees them.",
)
FUND_SITE = Source(
    EvidenceMark.VERIFIED,
    "localgovernmentdigital.wales (tudalennau'r Gronfa Trawsnewid Digidol) a wired-gov, 26 Mehefin 2020.",
    "localgovernmentdigital.wales (Digital Transformation Fund pages) and wired-gov, 26 June 2020.",
)
FUND_ROUND = Source(
    EvidenceMark.VERIFIED,
    "localgovernmentdigital.wales: agor 18 Gorffennaf, cau 15 Awst (datganiadau o ddiddordeb tan 29 Awst), panel 5 "
    "Medi, penderfyniadau o 7 Medi 2022; 18 cais, 5 ar y rhestr fer. Diwedd y cyflawni: diwedd y flwyddyn ariannol.",
    "localgovernmentdigital.wales: opened 18 July, closed 15 August (expressions of interest to 29 August), panel "
    "5 September, decisions from 7 September 2022; 18 submissions, 5 shortlisted. Delivery ends with the financial "
    "year.",
)
FUND_PROJECTS = Source(
    EvidenceMark.VERIFIED,
    "Adolygiad CDPS 2022-23: cefnogwyd pedwar prosiect y gronfa gyda chontractwyr. Lluniwyd at ddibenion arddangos: "
    "y perchennog a dyddiadau'r cyfnodau.",
    "CDPS review of 2022-23: four of the fund's projects were supported, with contractor staff. Made up for "
    "demonstration: the owner and the dates of its phases.",
)
AMOUNT_NOT_FOUND = Source(
    EvidenceMark.MEMORY,
    "Ni chafwyd hyd i swm cyhoeddedig ar gyfer y flwyddyn hon: i'w ofyn i berchennog y gronfa.",
    "No published amount was found for this year: to be asked of the fund's owner.",
)
