"""Products that the evidence document or the record of the fund's 2022-23 projects names."""

import datetime

from interchange.sample.products import SampleProduct, since
from interchange.sample.sources import FUND_PROJECTS, Source, evidence


def named(cy: str, en: str) -> Source:
    """Stated by the evidence; the rest of the record is not."""
    return evidence(
        f"{cy} Lluniwyd at ddibenion arddangos: y perchennog, y cyfnodau a'u dyddiadau.",
        f"{en} Made up for demonstration: the owner, the phases and their dates.",
    )


NAMED: list[SampleProduct] = [
    SampleProduct(
        "school-essentials-grant",
        "Cynnwys Grant Hanfodion Ysgol",
        "School Essentials Grant content",
        "Cynnwys dwyieithog, wedi'i brofi gyda defnyddwyr, sy'n ei gwneud yn haws i deuluoedd wneud cais am gymorth "
        "gyda chostau'r ysgol. Fe'i hysgrifennwyd unwaith fel nad oes rhaid i bob un o'r 22 awdurdod lleol lunio ei "
        "gynnwys ei hun.",
        "Bilingual content, tested with users, that makes it easier for families to apply for help with the costs of "
        "school. Written once so that 22 local authorities need not each write their own.",
        "welsh-government",
        "benefit-content",
        since(discovery="2023-01-09", alpha="2023-04-17", beta="2023-09-04", live="2024-04-08"),
        named("Cynnwys a gydgynlluniwyd; 5 o 22 yn ei ddefnyddio.", "Content co-designed; 5 of 22 use it."),
        datetime.date(2039, 4, 1),
    ),
    SampleProduct(
        "free-school-meals",
        "Cynnwys Prydau Ysgol am Ddim",
        "Free School Meals content",
        "Cynnwys dwyieithog, wedi'i brofi gyda defnyddwyr, sy'n egluro prydau ysgol am ddim a sut i wneud cais. Fe'i "
        "cydgynlluniwyd gydag awdurdodau lleol a Llywodraeth Cymru.",
        "Bilingual content, tested with users, that explains free school meals and how to apply. Co-designed with "
        "local authorities and the Welsh Government.",
        "welsh-government",
        "benefit-content",
        since(discovery="2023-01-09", alpha="2023-05-15", beta="2023-10-02", live="2024-05-13"),
        named("Cynnwys a gydgynlluniwyd; 5 o 22 yn ei ddefnyddio.", "Content co-designed; 5 of 22 use it."),
        datetime.date(2039, 4, 1),
    ),
    SampleProduct(
        "streamlining-benefits",
        "Symleiddio budd-daliadau Cymru: un cais",
        "Streamlining Welsh Benefits: one application",
        "Un ffordd dosturiol a chyson o ddylunio a darparu budd-daliadau Cymru sy'n canolbwyntio ar yr unigolyn, fel "
        "nad oes rhaid i neb adrodd ei stori fwy nag unwaith i gael yr holl gymorth ariannol y mae ganddo hawl iddo.",
        "One person-centred, compassionate and consistent way to design and deliver Welsh benefits, so that people "
        "need tell their story only once to receive all the financial support to which they are entitled.",
        "welsh-government",
        "benefits",
        since(discovery="2024-06-03", alpha="2025-11-10"),
        named("Y nod; araf yw'r cynnydd at ei gilydd.", "States the goal, and that progress feels slow."),
    ),
    SampleProduct(
        "benefits-charter",
        "Siarter Budd-daliadau Cymru",
        "Welsh Benefits Charter",
        "Yr egwyddorion cyffredin y seilir budd-daliadau Cymru arnynt, wedi'u llofnodi gan bob un o'r 22 awdurdod "
        "lleol.",
        "The shared principles on which Welsh benefits rest, signed by all 22 local authorities.",
        "welsh-government",
        "benefits",
        since(discovery="2023-05-01", live="2024-01-22"),
        named("Llofnodwyd gan y 22 awdurdod lleol.", "Signed by all 22 local authorities."),
    ),
    SampleProduct(
        "pre-application-planning",
        "Cynllunio cyn ymgeisio",
        "Pre-application planning",
        "Mae'n helpu pobl i ganfod cyn ymgeisio a oes angen caniatâd cynllunio arnynt a beth i'w anfon, fel bod llai o "
        "gysylltu diangen a llai o geisiadau diangen.",
        "Helps people find out before they apply whether they need planning permission and what to send, so that there "
        "are fewer unnecessary contacts and fewer unnecessary applications.",
        "welsh-government",
        "planning",
        since(discovery="2023-11-06", alpha="2024-10-07", beta="2026-02-02"),
        named(
            "Partneriaeth â Chaerdydd, Gwynedd a Bro Morgannwg.",
            "A partnership with Cardiff, Gwynedd and Vale of Glamorgan.",
        ),
        datetime.date(2041, 4, 1),
    ),
    SampleProduct(
        "address-look-up",
        "Cydran chwilio am gyfeiriad",
        "Address look-up component",
        "Elfen sylfaenol y mae ei hangen ar bob gwasanaeth ac y mae pob un yn ei hadeiladu drosto'i hun ar hyn o "
        "bryd. O'i hadeiladu unwaith, gellid ei rhannu ar draws llywodraeth leol a'r sector cyhoeddus datganoledig.",
        "A basic element that every service needs and that each builds for itself at present. Built once, it could be "
        "shared across local government and the devolved public sector.",
        "wlga",
        "components",
        since(discovery="2026-06-01"),
        named("Enghraifft o gydran y gellid ei rhannu.", "An example of a component that could be shared."),
    ),
    SampleProduct(
        "service-standard",
        "Safon Gwasanaethau Digidol Cymru",
        "Digital Service Standard for Wales",
        "Arweiniad sydd, o'i ddilyn, yn arwain at wasanaethau cyhoeddus effeithlon sy'n bodloni anghenion defnyddwyr "
        "ac yn rhoi gwell gwerth am arian. Nid yw'n orfodol.",
        "Guidance that, if followed, leads to public services that are efficiently delivered, meet user needs and "
        "improve value for money. It is not mandated.",
        "welsh-government",
        "standards",
        since(beta="2021-02-26", live="2022-06-06"),
        named("Cytunwyd arni; nid yw'n orfodol.", "Agreed and endorsed; not mandated."),
    ),
    SampleProduct(
        "service-manual",
        "Llawlyfr Gwasanaeth i Gymru",
        "Service Manual for Wales",
        "Canllawiau sut i wneud sy'n helpu timau i weithio tuag at y Safon.",
        "How-to guides that help teams work towards the Standard.",
        "welsh-government",
        "standards",
        since(alpha="2022-09-05", beta="2023-06-12"),
        named("Pecyn cynyddol o ganllawiau.", "A growing package of guidance."),
    ),
    SampleProduct(
        "ai-guidelines",
        "Canllawiau deallusrwydd artiffisial ac awtomeiddio",
        "AI and automation guidelines",
        "Canllawiau cyffredin ar gyfer mabwysiadu deallusrwydd artiffisial ac awtomeiddio yn effeithiol yn y sector "
        "cyhoeddus.",
        "Common guidelines for the effective adoption of artificial intelligence and automation in the public sector.",
        "welsh-government",
        "standards",
        since(alpha="2024-03-04", live="2024-11-04"),
        named("Grŵp llywio trawsector a'u goruchwyliodd.", "A pan-sector steering group oversaw them."),
    ),
    SampleProduct(
        "hwb",
        "Llwyfan dysgu Hwb",
        "Hwb learning platform",
        "Llwyfan dysgu i ysgolion, gyda'r catalogau seilwaith a dyfeisiau cysylltiedig y mae awdurdodau lleol yn eu "
        "defnyddio i brynu technoleg i ysgolion.",
        "A learning platform for schools, with the associated infrastructure and device catalogues that local "
        "authorities use for school technology.",
        "welsh-government",
        "learning",
        since(live="2012-12-10"),
        named(
            "Enghraifft o gaffael ar y cyd sydd wedi gweithio.", "An example of shared procurement that worked well."
        ),
    ),
    SampleProduct(
        "content-discovery",
        "Darganfod cynnwys awdurdodau lleol",
        "Local authority content discovery",
        "Cyfnod darganfod ar sut mae awdurdodau lleol yn creu ac yn rhannu cynnwys dwyieithog.",
        "A discovery into how local authorities make and share bilingual content.",
        "wlga",
        "fund-2022",
        since(discovery="2022-11-07", retired="2023-04-01"),
        FUND_PROJECTS,
    ),
    SampleProduct(
        "digital-skills",
        "Y prinder sgiliau digidol",
        "Digital skills shortage",
        "Cyfnod darganfod wyth wythnos ar pam na all pedwar cyngor recriwtio: cyflog yn gyntaf, yna disgrifiadau "
        "swydd a dilyniant gyrfa.",
        "An eight-week discovery into why four councils cannot recruit: pay first, then role descriptions and "
        "progression.",
        "wlga",
        "fund-2022",
        since(discovery="2022-11-14", retired="2023-04-01"),
        FUND_PROJECTS,
    ),
    SampleProduct(
        "digital-exclusion",
        "Allgáu digidol",
        "Digital exclusion",
        "Gwaith ar bwy sy'n methu defnyddio gwasanaethau digidol y cynghorau, a pham.",
        "Work on who cannot use councils' digital services, and why.",
        "wlga",
        "fund-2022",
        since(discovery="2022-11-07", alpha="2023-02-06", retired="2023-04-01"),
        FUND_PROJECTS,
    ),
]
