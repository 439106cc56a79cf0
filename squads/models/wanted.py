"""The roles a multidisciplinary squad wants, with where that comes from: data, so that it can be argued with."""

from dataclasses import dataclass

from kit.bilingual import Pair
from kit.models import EvidenceMark


@dataclass(frozen=True)
class WantedRole:
    """A place in a multidisciplinary squad; a post in any of the roles of `codes` fills it."""

    key: str
    name_cy: str
    name_en: str
    codes: tuple[str, ...]
    mark: str
    source_cy: str
    source_en: str

    name = Pair("name")
    source = Pair("source")


POINT_6 = (
    EvidenceMark.VERIFIED,
    "Safon Gwasanaeth Digidol Cymru, pwynt 6: bod â pherchennog gwasanaeth wedi'i rymuso.",
    "Digital Service Standard for Wales, point 6: have an empowered service owner.",
)
POINT_7 = (
    EvidenceMark.JUDGEMENT,
    "Safon Gwasanaeth Digidol Cymru, pwynt 7: bod â thîm amlddisgyblaethol; y rôl o Fframwaith Galluoedd Proffesiwn "
    "Digidol a Data'r Llywodraeth. Barn yw bod ei hangen ar bob sgwad.",
    "Digital Service Standard for Wales, point 7: have a multidisciplinary team; the role from the Government Digital "
    "and Data Profession Capability Framework. That every squad needs it is a judgement.",
)
POINT_2 = (
    EvidenceMark.JUDGEMENT,
    "Safon Gwasanaeth Digidol Cymru, pwynt 2: hyrwyddo'r Gymraeg. Barn yw bod angen rôl ar wahân: nid yw'r fframwaith "
    "yn ei henwi.",
    "Digital Service Standard for Wales, point 2: promote the Welsh language. That it needs a role of its own is a "
    "judgement: the framework does not name one.",
)

WANTED = (
    WantedRole("service_owner", "Perchennog gwasanaeth", "Service owner", ("service_owner",), *POINT_6),
    WantedRole("product_manager", "Rheolwr cynnyrch", "Product manager", ("product_manager",), *POINT_7),
    WantedRole("delivery_manager", "Rheolwr cyflenwi", "Delivery manager", ("delivery_manager",), *POINT_7),
    WantedRole("user_researcher", "Ymchwilydd defnyddwyr", "User researcher", ("user_researcher",), *POINT_7),
    WantedRole(
        "designer",
        "Dylunydd gwasanaeth neu ryngweithio",
        "Service or interaction designer",
        ("service_designer", "interaction_designer"),
        *POINT_7,
    ),
    WantedRole("content_designer", "Dylunydd cynnwys", "Content designer", ("content_designer",), *POINT_7),
    WantedRole("developer", "Datblygwr", "Developer", ("developer", "senior_developer"), *POINT_7),
    WantedRole("technical_architect", "Pensaer technegol", "Technical architect", ("technical_architect",), *POINT_7),
    WantedRole("test_engineer", "Peiriannydd profi", "Test engineer", ("test_engineer",), *POINT_7),
    WantedRole(
        "performance_analyst", "Dadansoddwr perfformiad", "Performance analyst", ("performance_analyst",), *POINT_7
    ),
    WantedRole("welsh", "Cynnwys Cymraeg a chyfieithu", "Welsh-language content", ("translator",), *POINT_2),
)
WANTED_BY_KEY = {one.key: one for one in WANTED}
