"""Digital leadership. That four authorities have an officer and two of those sit on the board is the evidence's; which
authorities they are is not, save that it speaks of Neath Port Talbot's officer."""

import datetime
from dataclasses import dataclass

from interchange.sample.sources import Source, evidence
from kit.models import EvidenceMark
from portfolio.models import Leadership

APPOINTED, INTERIM, NONE = Leadership.Officer.APPOINTED, Leadership.Officer.INTERIM, Leadership.Officer.NONE
FOUR_OF_22 = evidence(
    "Dywed mai dim ond 4 awdurdod sydd wedi penodi Prif Swyddog Digidol, a 2 o'r rheini ar eu byrddau arwain, nid pa "
    "rai. Lluniwyd at ddibenion arddangos: mai hwn yw un o'r pedwar, y bwrdd a'r dyddiadau.",
    "States that only 4 authorities have appointed chief digital officers, 2 of these on their leadership boards, not "
    "which. Made up for demonstration: that this is one of the four, the board and the dates.",
    EvidenceMark.DEMONSTRATION,
)
OF_ITS_OFFICER = evidence(
    "Sonia am Brif Swyddog Digidol Castell-nedd Port Talbot, ac am 4 awdurdod sydd ag un, a 2 o'r rheini ar eu "
    "byrddau arwain. Lluniwyd at ddibenion arddangos: ei fod ar y bwrdd, a'r dyddiadau.",
    "Speaks of Neath Port Talbot's chief digital officer, and of 4 authorities that have one, 2 of these on their "
    "leadership boards. Made up for demonstration: that they sit on the board, and the dates.",
    EvidenceMark.DEMONSTRATION,
)
THE_OTHERS = evidence(
    "Dywed mai dim ond 4 awdurdod lleol sydd wedi penodi Prif Swyddog Digidol. Lluniwyd at ddibenion arddangos: nad yw "
    "hwn yn un o'r pedwar, a'r dyddiad.",
    "States that only 4 local authorities have appointed a chief digital officer. Made up for demonstration: that this "
    "is not one of the four, and the date.",
    EvidenceMark.DEMONSTRATION,
)
STILL_INTERIM = evidence(
    "Dywed fod swydd Prif Swyddog Digidol Llywodraeth Leol yn dal i fod yn swydd dros dro. Ni roddir y dyddiad: i'w "
    "wirio.",
    "States that the Local Government chief digital officer post remains an interim post. The date is not given: to be "
    "verified.",
    EvidenceMark.VERIFIED,
)
SECTOR = evidence(
    "Dywed fod Prif Swyddog Digidol i Lywodraeth Cymru, a Phrif Swyddog Gwybodaeth Digidol i iechyd a gofal. Ni roddir "
    "y dyddiad: i'w wirio.",
    "States that there is a chief digital officer for the Welsh Government, and a digital information officer for "
    "health and social care. The date is not given: to be verified.",
    EvidenceMark.VERIFIED,
)


@dataclass(frozen=True)
class SamplePeriod:
    organisation: str
    officer: str
    start: datetime.date
    source: Source
    on_board: bool | None = None
    end: datetime.date | None = None


def appointed(organisation: str, on: str, board: bool, source: Source = FOUR_OF_22) -> list[SamplePeriod]:
    """None before the day, and one from it on."""
    day = datetime.date.fromisoformat(on)
    before = SamplePeriod(organisation, NONE, datetime.date(2021, 4, 1), source, end=day)
    return [before, SamplePeriod(organisation, APPOINTED, day, source, on_board=board)]


WITH_ONE = ("W06000012", "W06000018", "W06000015", "W06000011")
EVIDENCE_DAY = datetime.date(2025, 2, 12)


def periods(authorities: list[str]) -> list[SamplePeriod]:
    """`authorities`: the codes of the 22."""
    others = [code for code in authorities if code not in WITH_ONE]
    return [
        *appointed("W06000012", "2022-09-05", True, OF_ITS_OFFICER),
        *appointed("W06000018", "2023-05-02", True),
        *appointed("W06000015", "2023-10-16", False),
        SamplePeriod("W06000011", NONE, datetime.date(2021, 4, 1), FOUR_OF_22, end=datetime.date(2023, 2, 6)),
        SamplePeriod(
            "W06000011",
            INTERIM,
            datetime.date(2023, 2, 6),
            FOUR_OF_22,
            on_board=False,
            end=datetime.date(2024, 4, 1),
        ),
        SamplePeriod("W06000011", APPOINTED, datetime.date(2024, 4, 1), FOUR_OF_22, on_board=False),
        *(SamplePeriod(code, NONE, EVIDENCE_DAY, THE_OTHERS) for code in others),
        SamplePeriod("wlga", INTERIM, EVIDENCE_DAY, STILL_INTERIM),
        SamplePeriod("welsh-government", APPOINTED, EVIDENCE_DAY, SECTOR),
        SamplePeriod("dhcw", APPOINTED, EVIDENCE_DAY, SECTOR),
    ]
