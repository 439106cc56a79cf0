"""Decisions and lessons of the sample, all made up; the days lie around 1 November 2026."""

from dataclasses import dataclass

from portfolio.models import Phase

Words = tuple[str, str]
NONE: Words = ("", "")


@dataclass(frozen=True)
class SampleDecision:
    """Each text is Welsh, then English."""

    product: str
    question: Words
    due: str = ""
    decided: str = ""
    by: str = ""
    outcome: Words = NONE
    reason: Words = NONE


@dataclass(frozen=True)
class SampleLesson:
    product: str
    title: Words
    happened: Words
    advice: Words
    learnt: str
    phase: str = ""


DECISIONS: list[SampleDecision] = [
    SampleDecision(
        "streamlining-benefits",
        (
            "Beth i'w ohirio, gan fod y sgwad wedi'i haddo i fwy na'i hamser?",
            "What is put off, now that the squad is promised to more than its time?",
        ),
        "2026-10-16",
    ),
    SampleDecision(
        "streamlining-benefits",
        ("A gaiff tri awdurdod symud i beta heb y lleill?", "May three authorities go on to beta without the others?"),
        "2026-12-04",
    ),
    SampleDecision(
        "streamlining-benefits",
        ("Pwy sy'n berchen ar y gwasanaeth ar draws y budd-daliadau?", "Who owns the service across the benefits?"),
        "2025-10-31",
        "2025-11-07",
        "Bwrdd y rhaglen / Programme board",
        (
            "Y Dirprwy Gyfarwyddwr dros fudd-daliadau, hyd nes y penodir perchennog gwasanaeth.",
            "The Deputy Director for benefits, until a service owner is appointed.",
        ),
        ("Ni allai alffa ddechrau heb neb i benderfynu.", "Alpha could not begin with nobody to decide."),
    ),
    SampleDecision(
        "school-essentials-grant",
        ("A delir am ddwy swydd barhaol o 2027-28 ymlaen?", "Are two permanent posts paid for from 2027-28 on?"),
        "2026-11-20",
    ),
    SampleDecision(
        "school-essentials-grant",
        ("A ddylid ysgrifennu'r cynnwys unwaith i bawb?", "Is the content written once for everybody?"),
        "2023-08-31",
        "2023-08-21",
        "Bwrdd y cynnyrch / Product board",
        (
            "Dylid: un fersiwn ddwyieithog, y caiff awdurdodau ychwanegu eu cyfraddau ati.",
            "Yes: one bilingual version, to which authorities add their rates.",
        ),
        ("Darllenodd defnyddwyr 22 fersiwn wahanol o'r un rheolau.", "Users had read 22 versions of the same rules."),
    ),
    SampleDecision(
        "pre-application-planning",
        (
            "A gaiff swydd y datblygwr ei hysbysebu nawr, cyn i'r rownd benderfynu?",
            "May the developer's post be advertised now, before the round decides?",
        ),
        "2026-10-30",
    ),
    SampleDecision(
        "pre-application-planning",
        ("Ai symud i beta gyda'r tri awdurdod?", "Does it go to beta with the three authorities?"),
        "2026-01-30",
        "2026-01-26",
        "Grŵp llywio cynllunio / Planning steering group",
        ("Ie, Caerdydd, Gwynedd a Bro Morgannwg yn unig.", "Yes, Cardiff, Gwynedd and Vale of Glamorgan only."),
        (
            "Roedd dau wedi addo pobl; roedd y trydydd wedi addo arian.",
            "Two had promised people; the third had promised money.",
        ),
    ),
    SampleDecision(
        "address-look-up",
        ("Adeiladu, rhannu'r hyn sydd gan awdurdod, neu brynu?", "Build, share what an authority has, or buy?"),
        "2027-01-29",
    ),
    SampleDecision(
        "cardiff-admissions",
        (
            "A gaiff rheolwr cynnyrch ei benodi cyn agor ceisiadau 2027?",
            "Is a product manager appointed before the 2027 applications open?",
        ),
        "2026-09-25",
    ),
    SampleDecision(
        "gwynedd-moorings",
        ("A oes digon o alw i fynd y tu hwnt i'r darganfod?", "Is there demand enough to go beyond discovery?"),
        "2026-12-18",
    ),
    SampleDecision(
        "anglesey-care",
        (
            "Ailgychwyn, rhoi i awdurdod arall, neu roi'r gorau iddi?",
            "Start again, give to another authority, or give up?",
        ),
    ),
    SampleDecision(
        "hwb",
        ("Estyn contract y cyflenwr am chwe mis?", "Is the supplier's contract extended by six months?"),
        "2026-11-27",
    ),
    SampleDecision(
        "rct-libraries",
        ("Pryd caiff yr hen gatalog ei gau?", "When is the old catalogue closed?"),
        "2026-06-30",
        "2026-07-13",
        "Cabinet",
        ("Mawrth 2027, ar ôl symud benthyciadau pawb.", "March 2027, after everybody's loans have been moved."),
    ),
]

LESSONS: list[SampleLesson] = [
    SampleLesson(
        "school-essentials-grant",
        ("Ysgrifennwyd gyda'r awdurdodau, nid iddynt", "It was written with the authorities, not for them"),
        (
            "Mabwysiadodd y pum awdurdod a oedd yn y stafell; gofynnodd yr un na chafodd wahoddiad am fersiwn arall.",
            "The five authorities that were in the room adopted it; the one that was not invited asked for another "
            "version.",
        ),
        (
            "Gwahoddwch o leiaf dri awdurdod i ysgrifennu'r tudalennau cyntaf, a dywedwch pryd y gall y lleill ymuno.",
            "Invite three authorities at least to write the first pages, and say when the others can join.",
        ),
        "2024-04-22",
        Phase.BETA,
    ),
    SampleLesson(
        "school-essentials-grant",
        (
            "Roedd y cyfieithiad yn hwyr am nad oedd yn y cynllun",
            "The translation was late because it was not in the plan",
        ),
        (
            "Ysgrifennwyd yn Saesneg a'i anfon i'w gyfieithu yn yr wythnos olaf.",
            "It was written in English and sent for translation in the last week.",
        ),
        (
            "Rhowch olygydd Cymraeg yn y sgwad o'r dechrau: caiff y ddwy iaith eu profi gyda'i gilydd.",
            "Have a Welsh editor in the squad from the start: both languages are tested together.",
        ),
        "2024-02-19",
        Phase.BETA,
    ),
    SampleLesson(
        "pre-application-planning",
        ("Costiodd gollwng y contractwyr ddeg wythnos", "Letting the contractors go cost ten weeks"),
        (
            "Gadawodd y tîm ym mis Ebrill; dechreuodd yr un nesaf ym mis Hydref a gwneud y darganfod eto.",
            "The team left in April; the next began in October and did the discovery again.",
        ),
        (
            "Trefnwch fod un person o leiaf yn aros ar draws diwedd y flwyddyn, a rhowch y trosglwyddo yn y contract.",
            "See that one person at least stays across the year's end, and put the handover into the contract.",
        ),
        "2025-11-10",
        Phase.ALPHA,
    ),
    SampleLesson(
        "hwb",
        ("Prynu ynghyd a arbedodd fwyaf", "Buying together saved most"),
        (
            "Cafodd ysgolion yr un dyfeisiau am lai am fod y 22 yn prynu gyda'i gilydd.",
            "Schools had the same devices for less because the 22 bought together.",
        ),
        (
            "Gofynnwch pwy arall sy'n prynu cyn adnewyddu contract.",
            "Ask who else is buying before a contract is renewed.",
        ),
        "2025-06-16",
        Phase.LIVE,
    ),
    SampleLesson(
        "digital-skills",
        ("Y cyflog ddaeth gyntaf, nid yr hysbyseb", "Pay came first, not the advertisement"),
        (
            "Ailysgrifennwyd y disgrifiadau swydd ac ni ddaeth mwy o geisiadau.",
            "The role descriptions were rewritten and no more applications came.",
        ),
        ("Edrychwch ar y cyflog cyn yr hysbyseb.", "Look at the pay before the advertisement."),
        "2023-03-20",
        Phase.DISCOVERY,
    ),
    SampleLesson(
        "gwynedd-waste",
        ("Mae dyddiadau casglu'n newid yn amlach na'r cod", "Collection days change more often than the code"),
        (
            "Bu'n rhaid gofyn i ddatblygwr newid dyddiadau'r Nadolig.",
            "A developer had to be asked to change the dates at Christmas.",
        ),
        (
            "Rhowch yr hyn sy'n newid yn nwylo'r gwasanaeth, nid y tîm digidol.",
            "Put what changes into the hands of the service, not of the digital team.",
        ),
        "2024-01-08",
        Phase.LIVE,
    ),
    SampleLesson(
        "caerphilly-repairs",
        ("Nid deg o bobl yw'r tenantiaid", "Ten people are not the tenants"),
        ("Roedd pawb a brofodd o dan 60 oed.", "Everybody who tested it was under 60."),
        (
            "Dewiswch y bobl y byddai'n anoddaf iddynt, yn gyntaf.",
            "Choose first the people for whom it would be hardest.",
        ),
        "2026-02-09",
        Phase.BETA,
    ),
    SampleLesson(
        "benefits-charter",
        ("Nid yw llofnod yn golygu adnoddau", "A signature is not a resource"),
        (
            "Llofnododd pob un o'r 22; enwodd pedwar rywun i weithio arno.",
            "All 22 signed; four named somebody to work on it.",
        ),
        (
            "Gofynnwch am bobl a dyddiad yn yr un cyfarfod â'r llofnod.",
            "Ask for people and a date in the same meeting as the signature.",
        ),
        "2024-03-11",
        Phase.LIVE,
    ),
]
