"""Delivery confidence in the sample, all made up: on both scales, got better, got worse, asked for and not given."""

from dataclasses import dataclass

Words = tuple[str, str]
G, AG, A, AR, R, P = "green", "amber_green", "amber", "amber_red", "red", "pending"


@dataclass(frozen=True)
class SampleRating:
    """A product on a day: the owner's, the independent one, and the reason in Welsh and English."""

    on: str
    owner: str
    independent: str
    cy: str
    en: str
    scale: str = "three"


CONFIDENCE: dict[str, list[SampleRating]] = {
    "school-essentials-grant": [
        SampleRating(
            "2024-09-30", AG, P, "Wedi mynd yn fyw; y tîm yn llawn.", "Gone live; the team is complete.", "five"
        ),
        SampleRating("2025-04-07", AG, AG, "Pump yn ei ddefnyddio.", "Five use it.", "five"),
        SampleRating("2025-10-06", G, A, "Newidiwyd i'r raddfa dri phwynt.", "Moved to the three-point scale."),
        SampleRating(
            "2026-04-13",
            A,
            A,
            "Ni wyddys pwy fydd yma ar ôl Mawrth 2027.",
            "It is not known who will be here after March 2027.",
        ),
        SampleRating(
            "2026-10-12",
            A,
            R,
            "Nid oes arian ar ôl 31 Mawrth 2027 ac mae dau gontractwr yn gadael.",
            "There is no money after 31 March 2027 and two contractors leave.",
        ),
    ],
    "free-school-meals": [
        SampleRating("2025-10-06", G, G, "Y cynnwys yn gyfredol.", "The content is up to date."),
        SampleRating("2026-04-13", G, P, "Dim newid.", "No change."),
    ],
    "streamlining-benefits": [
        SampleRating("2024-10-07", AG, A, "Y darganfod ar amser.", "Discovery on time.", "five"),
        SampleRating(
            "2025-04-14", A, AR, "Llai o awdurdodau nag a addawyd.", "Fewer authorities than promised.", "five"
        ),
        SampleRating("2025-11-17", A, A, "Dechreuodd alffa.", "Alpha began."),
        SampleRating("2026-05-11", A, R, "Mae'r sgwad wedi'i haddo ddwywaith.", "The squad is promised twice."),
        SampleRating(
            "2026-10-19",
            R,
            R,
            "Pedwar mis yn hwyr; nid oes penderfyniad ar yr hyn i'w ohirio.",
            "Four months late; nobody has decided what to put off.",
        ),
    ],
    "pre-application-planning": [
        SampleRating("2025-04-28", A, P, "Gadawodd y contractwyr.", "The contractors left."),
        SampleRating("2025-11-03", A, A, "Tîm newydd yn ei le.", "A new team in place."),
        SampleRating("2026-05-04", G, A, "Dechreuodd y beta.", "The beta began."),
        SampleRating(
            "2026-10-26",
            A,
            P,
            "Mae'r contractwyr yn gadael eto ym mis Ebrill.",
            "The contractors leave again in April.",
        ),
    ],
    "address-look-up": [
        SampleRating("2026-09-14", P, P, "Gofynnwyd am y sgôr gyntaf.", "The first rating has been asked for.")
    ],
    "hwb": [
        SampleRating(
            "2026-01-19", G, A, "Contract y cyflenwr i'w adnewyddu.", "The supplier's contract is to be renewed."
        ),
        SampleRating(
            "2026-07-20", G, G, "Cytunwyd ar y trosglwyddo mewn egwyddor.", "The handover is agreed in principle."
        ),
    ],
    "gwynedd-waste": [
        SampleRating("2026-02-02", G, G, "Yn rhedeg yn dda.", "Runs well."),
        SampleRating("2026-10-05", A, G, "Y system gasglu'n anfon yn hwyr.", "The collections system sends late."),
    ],
    "cardiff-admissions": [
        SampleRating("2025-11-24", AG, A, "Beta gyda dwy ysgol.", "Beta with two schools.", "five"),
        SampleRating("2026-06-08", A, AR, "Neb i arwain y cynnyrch.", "Nobody to lead the product.", "five"),
        SampleRating("2026-10-05", AR, AR, "Y swyddi heb eu cymeradwyo.", "The posts are not approved.", "five"),
    ],
    "caerphilly-repairs": [
        SampleRating("2026-03-16", A, P, "Rhaid profi gyda thenantiaid hŷn.", "It must be tested with older tenants."),
        SampleRating("2026-09-28", G, A, "Profwyd mewn tair canolfan.", "Tested in three centres."),
    ],
    "anglesey-care": [
        SampleRating("2026-02-23", A, P, "Dim sgwad ers Ionawr.", "No squad since January."),
        SampleRating("2026-08-31", R, P, "Mae'r gwaith wedi sefyll.", "The work stands still."),
    ],
    "tfw-school-transport": [
        SampleRating("2026-09-07", A, A, "Yr arbrawf pellter yn llwyddo.", "The trial of distances succeeds.")
    ],
    "service-manual": [SampleRating("2026-06-22", G, P, "Canllaw newydd bob mis.", "A new guide every month.")],
}
