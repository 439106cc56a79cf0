"""Risks and issues of the sample, all made up: what commonly goes wrong when a team is paid for a year at a time."""

import datetime
from dataclasses import dataclass

from interchange.sample.sources import MADE_UP, Source
from portfolio.models import Risk

Kind, Response = Risk.Kind, Risk.Response
Level = tuple[int | None, int | None]
UNKNOWN: Level = (None, None)


@dataclass(frozen=True)
class SampleRisk:
    """Each text is Welsh, then English; each level is probability, then impact."""

    product: str
    event: tuple[str, str]
    cause: tuple[str, str]
    effect: tuple[str, str]
    raised: str
    owner: str = ""
    inherent: Level = UNKNOWN
    current: Level = UNKNOWN
    target: Level = UNKNOWN
    response: str = ""
    action: tuple[str, str] = ("", "")
    review: str = ""
    closed: str = ""
    kind: str = Kind.RISK
    source: Source = MADE_UP

    @property
    def days(self) -> dict[str, datetime.date | None]:
        given = {"raised_on": self.raised, "review_on": self.review, "closed_on": self.closed}
        return {name: datetime.date.fromisoformat(day) if day else None for name, day in given.items()}


RISKS: list[SampleRisk] = [
    SampleRisk(
        "school-essentials-grant",
        ("Nid oes neb i gadw'r cynnwys yn gywir ar ôl 31 Mawrth", "Nobody keeps the content right after 31 March"),
        (
            "Daw contractau'r uwch ddatblygwr a'r rheolwr cyflenwi i ben gyda'r flwyddyn ariannol.",
            "The contracts of the senior developer and the delivery manager end with the financial year.",
        ),
        (
            "Mae cyfraddau'r grant yn newid ym mis Ebrill; byddai teuluoedd mewn pum sir yn darllen rhai'r llynedd.",
            "The grant's rates change in April; families in five counties would read last year's.",
        ),
        "2026-04-20",
        "Rheolwr cynnyrch / Product manager",
        (5, 4),
        (4, 4),
        (2, 4),
        Response.TREAT,
        (
            "Gofyn am arian am dair blynedd ar gyfer dwy swydd barhaol; trosglwyddo cyn y Nadolig.",
            "Ask for three years' money for two permanent posts; hand over before Christmas.",
        ),
        "2026-11-16",
    ),
    SampleRisk(
        "school-essentials-grant",
        (
            "Mae awdurdodau'n ailysgrifennu'r cynnwys drostynt eu hunain",
            "Authorities rewrite the content for themselves",
        ),
        ("Ni chawsant gynnig help i'w osod ar eu gwefannau.", "They were offered no help to put it on their websites."),
        ("Telir am yr un gwaith 17 o weithiau eto.", "The same work is paid for 17 times more."),
        "2025-09-08",
        "Perchennog gwasanaeth / Service owner",
        (4, 3),
        (3, 3),
        (2, 2),
        Response.TREAT,
        (
            "Un dylunydd cynnwys yn ymweld â phob awdurdod sydd â diddordeb.",
            "A content designer visits each authority that is interested.",
        ),
        "2026-12-07",
    ),
    SampleRisk(
        "streamlining-benefits",
        (
            "Mae'r sgwad wedi'i haddo i fwy o waith nag sydd o amser ganddi",
            "The squad is promised to more work than it has time for",
        ),
        (
            "Tri chynnyrch, a chyfrannau sy'n fwy na'r cyfan ers Tachwedd 2025.",
            "Three products, whose shares come to more than the whole since November 2025.",
        ),
        ("Mae alffa eisoes bedwar mis yn hwyr.", "Alpha is four months late already."),
        "2026-01-12",
        "Uwch Berchennog Cyfrifol / Senior responsible owner",
        (5, 5),
        (5, 4),
        (2, 3),
        Response.TREAT,
        (
            "Penderfyniad ar yr hyn i'w ohirio: gweler y penderfyniadau.",
            "A decision on what to put off: see the decisions.",
        ),
        "2026-10-19",
        kind=Kind.ISSUE,
    ),
    SampleRisk(
        "streamlining-benefits",
        ("Nid yw'r awdurdodau'n cytuno ar un ffurflen gais", "The authorities do not agree on one application form"),
        (
            "Mae gan bob un ei system budd-daliadau a'i gontract ei hun.",
            "Each has its own benefits system and its own contract.",
        ),
        (
            "Byddai pobl yn dal i adrodd eu stori fwy nag unwaith.",
            "People would still tell their story more than once.",
        ),
        "2025-11-24",
        "Uwch Berchennog Cyfrifol / Senior responsible owner",
        (4, 5),
        (3, 5),
        (2, 4),
        Response.TREAT,
        (
            "Gweithio gyda thri awdurdod yn gyntaf, a dangos y canlyniad i'r lleill.",
            "Work with three authorities first, and show the others the result.",
        ),
        "2026-11-30",
    ),
    SampleRisk(
        "pre-application-planning",
        (
            "Mae'r contractwyr yn gadael cyn i'r swyddi parhaol gael eu llenwi",
            "The contractors leave before the permanent posts are filled",
        ),
        (
            "Ni chaiff swydd y datblygwr ei hysbysebu cyn Ebrill 2027.",
            "The developer's post is not advertised before April 2027.",
        ),
        (
            "Daw'r gwaith i ben ym mis Ebrill am y trydydd tro, a chaiff y gwaith darganfod ei wneud eto.",
            "Work stops in April for the third time, and discovery is done again.",
        ),
        "2026-09-14",
        "Rheolwr cynnyrch / Product manager",
        (5, 4),
        (5, 4),
        (2, 3),
        Response.TREAT,
        ("Rhestr drosglwyddo; gofyn am gael hysbysebu nawr.", "A handover list; ask to advertise now."),
        "2026-11-09",
    ),
    SampleRisk(
        "pre-application-planning",
        ("Mae'r rheolau cynllunio'n newid yn ystod y beta", "The planning rules change during the beta"),
        ("Mae deddfwriaeth gerbron y Senedd.", "Legislation is before the Senedd."),
        (
            "Byddai'n rhaid ailysgrifennu'r rhan fwyaf o'r cwestiynau.",
            "Most of the questions would have to be written again.",
        ),
        "2026-03-02",
        "Dylunydd gwasanaeth / Service designer",
        (3, 4),
        (3, 3),
        (3, 2),
        Response.TOLERATE,
        review="2027-01-18",
    ),
    SampleRisk(
        "address-look-up",
        (
            "Mae awdurdodau'n prynu eu cydrannau eu hunain cyn bod hon yn barod",
            "Authorities buy their own before this one is ready",
        ),
        ("Daw pum contract i ben yn 2027.", "Five contracts end in 2027."),
        ("Collir tair blynedd o arbedion.", "Three years of savings are lost."),
        "2026-06-22",
        "",
        (4, 4),
        (4, 4),
        (2, 3),
        Response.TREAT,
        ("Rhoi gwybod i'r pum prynwr beth sydd ar y ffordd a phryd.", "Tell the five buyers what is coming and when."),
        "2026-10-05",
    ),
    SampleRisk(
        "address-look-up",
        (
            "Nid yw trwydded y data cyfeiriadau'n caniatáu ei rannu",
            "The licence of the address data does not allow it to be shared",
        ),
        ("Mae'r telerau'n enwi pob sefydliad ar wahân.", "Its terms name each organisation apart."),
        ("Ni ellid ei gynnig y tu allan i lywodraeth leol.", "It could not be offered outside local government."),
        "2026-07-06",
        "Pensaer technegol / Technical architect",
        action=("Gofyn i'r cyflenwr data am y telerau.", "Ask the data's supplier for its terms."),
        review="2026-12-14",
    ),
    SampleRisk(
        "gwynedd-waste",
        (
            "Nid yw'r system gasglu'n anfon colledion casglu mewn pryd",
            "The collections system does not send missed collections in time",
        ),
        ("Diweddariad gan y cyflenwr ym mis Medi.", "An update by the supplier in September."),
        ("Mae pobl yn ffonio: 40 galwad y dydd yn fwy.", "People telephone: 40 calls a day more."),
        "2026-09-21",
        "Rheolwr gwasanaethau gwastraff / Waste services manager",
        (5, 3),
        (5, 2),
        (5, 1),
        Response.TREAT,
        (
            "Trwsiad gan y cyflenwr; nodyn ar y dudalen yn y cyfamser.",
            "A repair by the supplier; a note on the page meanwhile.",
        ),
        "2026-11-02",
        kind=Kind.ISSUE,
    ),
    SampleRisk(
        "gwynedd-waste",
        (
            "Dim ond un datblygwr sy'n deall y cysylltiad â'r system gasglu",
            "One developer alone understands the link to the collections system",
        ),
        ("Sgwad fach o dri.", "A small squad of three."),
        ("Ni ellid ei drwsio pe bai'n sâl.", "It could not be mended if they were ill."),
        "2025-05-12",
        "Rheolwr cynnyrch / Product manager",
        (3, 4),
        (2, 4),
        (1, 3),
        Response.TREAT,
        ("Ysgrifennu sut mae'n gweithio; paru unwaith yr wythnos.", "Write down how it works; pair once a week."),
        "2026-12-21",
    ),
    SampleRisk(
        "cardiff-admissions",
        (
            "Nid oes rheolwr cynnyrch na dylunydd ar gyfer agor ceisiadau mis Medi",
            "There is no product manager and no designer for September's applications",
        ),
        ("Ni chymeradwywyd y swyddi.", "The posts were not approved."),
        (
            "Byddai'r ffurflen yn agor heb ei phrofi gyda rhieni.",
            "The form would open without having been tested with parents.",
        ),
        "2026-06-01",
        "Pennaeth derbyniadau / Head of admissions",
        (4, 4),
        (4, 4),
        (2, 4),
        Response.TREAT,
        review="2026-11-23",
    ),
    SampleRisk(
        "cardiff-admissions",
        ("Mae'r gyllideb brofi'n dod i ben ym mis Rhagfyr", "The budget for testing ends in December"),
        ("Contract y peiriannydd profi.", "The test engineer's contract."),
        ("Caiff beiau eu canfod gan rieni.", "Faults are found by parents."),
        "2026-08-17",
        "Rheolwr cyflenwi / Delivery manager",
        (4, 3),
        (4, 3),
        # Above the inherent score, so that the pages have one to warn of.
        (4, 4),
        Response.TOLERATE,
        review="2026-12-01",
    ),
    SampleRisk(
        "caerphilly-repairs",
        ("Ni all tenantiaid hŷn ddewis amser ar-lein", "Older tenants cannot choose a time online"),
        ("Profwyd gyda deg o bobl, yr hynaf yn 58.", "It was tested with ten people, the oldest 58."),
        ("Mae'r galwadau'n aros, a'r arbediad gyda nhw.", "The calls stay, and the saving with them."),
        "2025-10-20",
        "Rheolwr cynnyrch / Product manager",
        (4, 3),
        (2, 3),
        (1, 3),
        Response.TREAT,
        ("Profi gyda phum canolfan gymunedol.", "Test with five community centres."),
        "2026-11-25",
    ),
    SampleRisk(
        "anglesey-care",
        (
            "Nid oes sgwad: mae'r gwaith wedi sefyll ers diwedd alffa",
            "There is no squad: the work has stood still since alpha began",
        ),
        ("Aeth yr arian i brosiect arall.", "The money went to another project."),
        ("Mae'r hyn a ddysgwyd gyda gofalwyr yn mynd yn hen.", "What was learnt with carers grows old."),
        "2026-02-16",
        "",
        current=(5, 3),
        kind=Kind.ISSUE,
    ),
    SampleRisk(
        "hwb",
        (
            "Mae contract y cyflenwr yn dod i ben cyn i'r gwaith gael ei drosglwyddo",
            "The supplier's contract ends before the work is handed over",
        ),
        ("Daw dwy swydd cyflenwr i ben ar 31 Mawrth 2027.", "Two of the supplier's places end on 31 March 2027."),
        ("Byddai profi pob rhyddhad yn dod i ben.", "The testing of each release would stop."),
        "2026-05-11",
        "Perchennog gwasanaeth / Service owner",
        (4, 4),
        (3, 4),
        (1, 4),
        Response.TRANSFER,
        (
            "Estyn am chwe mis, gyda'r trosglwyddo yn y telerau.",
            "Extend by six months, with the handover in the terms.",
        ),
        "2026-12-11",
    ),
    SampleRisk(
        "service-manual",
        ("Mae canllawiau'n mynd yn hen heb i neb sylwi", "Guides grow old without anybody noticing"),
        (
            "Mae swydd yr ymchwilydd defnyddwyr yn wag ers mis Mai.",
            "The user researcher's post has been empty since May.",
        ),
        ("Mae timau'n dilyn yr hyn nad yw'n gywir mwyach.", "Teams follow what is no longer right."),
        "2026-06-15",
        "Dylunydd cynnwys / Content designer",
        (4, 3),
        (3, 3),
        (2, 2),
        Response.TREAT,
        ("Dyddiad adolygu ar bob tudalen.", "A review date on every page."),
        "2027-02-01",
    ),
    SampleRisk(
        "tfw-school-transport",
        (
            "Nid yw data mapiau'n cytuno â mesur yr awdurdod o bellter",
            "Map data does not agree with the authority's measure of distance",
        ),
        (
            "Mae pob awdurdod yn mesur y daith gerdded yn ei ffordd ei hun.",
            "Each authority measures the walk in its own way.",
        ),
        ("Byddai rhai teuluoedd yn cael ateb anghywir.", "Some families would be given a wrong answer."),
        "2026-04-13",
        "Rheolwr cynnyrch / Product manager",
        (4, 4),
        (2, 4),
        (1, 4),
        Response.TREAT,
        review="2026-11-10",
        closed="2026-10-12",
    ),
    SampleRisk(
        "powys-payments",
        ("Mae'r darparwr taliadau'n codi ei ffioedd", "The payments provider raises its charges"),
        ("Mae'r contract yn caniatáu hynny bob mis Ebrill.", "The contract allows it every April."),
        ("£20,000 y flwyddyn yn fwy.", "£20,000 a year more."),
        "2025-01-20",
        "Pennaeth cyllid / Head of finance",
        (3, 2),
        (3, 2),
        (3, 2),
        Response.TOLERATE,
        closed="2026-04-13",
    ),
]
