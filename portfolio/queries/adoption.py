"""Who takes part in one product, how far each has come, and since when."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from kit.bilingual import pair_field
from portfolio.models import Organisation, Participation, Product
from portfolio.queries.promises import Promises, in_words, promises_finding, with_left

State = Participation.State


@dataclass(frozen=True)
class TakingPart:
    """The rows of those that exist on a day, and of those that do not: these are told apart and counted nowhere."""

    here: list[Participation]
    gone: list[Participation]


def taking_part(*, product: Product, on: datetime.date) -> TakingPart:
    """Lead first, then by name. Two queries."""
    order = {part: number for number, part in enumerate(Participation.Part.values)}
    rows = in_words(with_left(product.participations.select_related("organisation"), on))
    found = sorted(rows, key=lambda row: (order[row.part], str(row.organisation.name).casefold(), row.pk))
    alive = set(Organisation.objects.on(on).filter(participations__product=product).values_list("pk", flat=True))
    return TakingPart(
        [row for row in found if row.organisation_id in alive],
        [row for row in found if row.organisation_id not in alive],
    )


def of_living(rows: QuerySet[Participation], on: datetime.date) -> QuerySet[Participation]:
    """Participations of organisations that exist on the day."""
    return rows.filter(organisation__in=Organisation.objects.on(on))


def others_to_ask(*, product: Product, on: datetime.date) -> list[Organisation]:
    """The authorities that take no part yet, by name."""
    taking = product.participations.values("organisation")
    return list(Organisation.objects.authorities().on(on).exclude(pk__in=taking).order_by(pair_field("name"), "pk"))


def adoption_finding(rows: Iterable[Participation], *, authorities: int, promises: Promises) -> list[str]:
    """How many of the authorities have adopted it, how far the others are, and whether what was promised came."""
    states = [row.state for row in rows if row.organisation.kind == Organisation.Kind.LOCAL_AUTHORITY]
    adopted = states.count(State.ADOPTED)
    if adopted:
        said = [
            _("Adopted by %(adopted)s of the %(authorities)s local authorities of Wales.")
            % {"adopted": adopted, "authorities": authorities}
        ]
    else:
        said = [_("No local authority has adopted it yet.")]
    further = [
        words % {"number": states.count(state)}
        for state, words in (
            (State.COMMITTED, _("Committed: %(number)s.")),
            (State.INTERESTED, _("Interested: %(number)s.")),
            (State.WITHDRAWN, _("Withdrawn: %(number)s.")),
        )
        if state in states
    ]
    if further:
        said[0] += " " + " ".join(further)
    promised = promises_finding(promises)
    return [*said, " ".join(promised)] if promised else said


@dataclass(frozen=True)
class Step:
    """A day on which something changed, and how many there were from then on."""

    on: datetime.date
    adopted: int
    committed: int  # those that have adopted it are among them: nobody adopts what they have not committed to


@dataclass(frozen=True)
class Growth:
    """Adoption over time. `undated`: those whose day nobody knows, who are not in the steps."""

    steps: list[Step]
    undated: int


def growth_of(rows: Iterable[Participation]) -> Growth:
    """Cumulative, of local authorities; one that withdrew leaves on the day it did. No query."""
    changes: list[tuple[datetime.date, int, int]] = []
    undated = 0
    for row in rows:
        if row.organisation.kind != Organisation.Kind.LOCAL_AUTHORITY:
            continue
        adopted, committed = row.adopted_on, row.committed_on or row.adopted_on
        unknown = (row.state == State.ADOPTED and not adopted) or (row.state == State.COMMITTED and not committed)
        if unknown or (row.state == State.WITHDRAWN and not row.withdrawn_on and (adopted or committed)):
            undated += 1
            continue
        if committed:
            changes.append((committed, 0, 1))
        if adopted:
            changes.append((adopted, 1, 0))
        if row.state == State.WITHDRAWN and row.withdrawn_on:
            changes.append((row.withdrawn_on, -bool(adopted), -bool(committed)))
    return Growth(_added_up(changes), undated)


def _added_up(changes: list[tuple[datetime.date, int, int]]) -> list[Step]:
    steps: list[Step] = []
    adopted = committed = 0
    for on, more_adopted, more_committed in sorted(changes):
        adopted, committed = adopted + more_adopted, committed + more_committed
        if steps and steps[-1].on == on:
            steps.pop()
        steps.append(Step(on, adopted, committed))
    return steps


def participations_finding(rows: QuerySet[Participation]) -> list[str]:
    """How many of those that take part have adopted, and how many have gone. One query."""
    states = list(rows.order_by().values_list("state", flat=True))
    if not states:
        return []
    adopted, withdrawn = states.count(State.ADOPTED), states.count(State.WITHDRAWN)
    said = ngettext(
        "One has adopted the product it takes part in.",
        "%(number)s have adopted the product they take part in.",
        adopted,
    )
    sentences = [formats.counted(said, adopted) if adopted else _("None has adopted the product it takes part in yet.")]
    if withdrawn:
        said = ngettext("One has withdrawn.", "%(number)s have withdrawn.", withdrawn)
        sentences.append(formats.counted(said, withdrawn))
    return [" ".join(sentences)]
