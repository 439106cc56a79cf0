"""Programmes, two levels deep."""

from dataclasses import dataclass

from interchange.sample.sources import FUND_PROJECTS, MADE_UP, Source, evidence, made_up


@dataclass(frozen=True)
class SampleProgramme:
    key: str
    name_cy: str
    name_en: str
    source: Source
    parent: str = ""


PROGRAMMES: list[SampleProgramme] = [
    SampleProgramme(
        "benefits",
        "Symleiddio budd-daliadau Cymru",
        "Streamlining Welsh Benefits",
        evidence("Yn enwi'r gwaith a'i nod.", "Names the work and its goal."),
    ),
    SampleProgramme(
        "benefit-content",
        "Cynnwys ar fudd-daliadau",
        "Benefit-related content",
        evidence(
            "Gwaith a ragflaenodd symleiddio budd-daliadau Cymru ac sy'n gysylltiedig ag ef.",
            "Work that preceded Streamlining Welsh Benefits and is linked to it.",
        ),
        parent="benefits",
    ),
    SampleProgramme(
        "planning",
        "Gwella'r system gynllunio yng Nghymru",
        "Improving the planning system in Wales",
        evidence("Yn enwi'r gwaith.", "Names the work."),
    ),
    SampleProgramme(
        "components",
        "Cydrannau a rennir",
        "Shared components",
        evidence(
            "Yn cynnig llyfrgell o gydrannau a rennir; ni ddywed fod rhaglen ar waith.",
            "Proposes a library of shared components; does not say that there is a programme.",
        ),
    ),
    SampleProgramme(
        "standards",
        "Safonau a chanllawiau",
        "Standards and guidance",
        evidence("Yn disgrifio'r safonau a'r canllawiau.", "Describes the standards and guidance."),
    ),
    SampleProgramme(
        "learning",
        "Dysgu digidol",
        "Digital learning",
        made_up("Grŵp ar gyfer llwyfan Hwb.", "A group for the Hwb platform."),
    ),
    SampleProgramme(
        "fund-2022",
        "Prosiectau'r Gronfa Trawsnewid Digidol 2022-23",
        "Digital Transformation Fund projects 2022-23",
        FUND_PROJECTS,
    ),
    SampleProgramme("council-services", "Gwasanaethau'r cynghorau", "Council services", MADE_UP),
]
