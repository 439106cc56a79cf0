"""How the options of a comparison stand against each other: which is best at what, and what one contractor costs."""

from dataclasses import dataclass

from funding import vocabulary
from funding.queries.comparison import Comparison, OptionResult

EVEN = 0.005
CLAIMED_LOW, CLAIMED_HIGH = 3, 4


def best(comparison: Comparison, figure: str) -> list[OptionResult]:
    """The options with the best value of a figure, all of them where several are equal, none where nobody has one."""
    direction = vocabulary.figure(figure).better
    known = [(one.summary[figure] * direction, one) for one in comparison.options if one.summary[figure] is not None]
    if not known or direction == 0:
        return []
    top = max(value for value, _ in known)
    return [one for value, one in known if top - value <= EVEN]


@dataclass(frozen=True)
class Ranking:
    """The options from best to worst by net present value; `leaders` are those no other is better than."""

    order: list[OptionResult]

    @property
    def leaders(self) -> list[OptionResult]:
        top = self.order[0].summary["net_present_value"]
        return [one for one in self.order if top - one.summary["net_present_value"] <= EVEN]

    @property
    def runner_up(self) -> OptionResult | None:
        rest = self.order[len(self.leaders) :]
        return rest[0] if rest else None

    def lead_over(self, other: OptionResult) -> float:
        """£, present value: how much better the leader is than another option."""
        return float(self.order[0].summary["net_present_value"] - other.summary["net_present_value"])


def ranking(comparison: Comparison) -> Ranking:
    return Ranking(sorted(comparison.options, key=lambda one: -one.summary["net_present_value"]))


@dataclass(frozen=True)
class Claim:
    """The evidence says an expert contractor costs what three to four permanent staff do: here it is `ratio`.

    `average_day_rate` is this case's, £ a day before fees, weighted by FTE.
    """

    ratio: float
    average_day_rate: float
    low: int = CLAIMED_LOW
    high: int = CLAIMED_HIGH

    def rate_for(self, times: float) -> float:
        """The average day rate at which one contractor would cost `times` permanent staff: the two grow in step."""
        return self.average_day_rate * times / self.ratio

    @property
    def verdict(self) -> str:
        """ "below", "within" or "above" the three to four of the evidence, to the tenth that is shown."""
        shown = round(self.ratio, 1)
        return "below" if shown < self.low else "above" if shown > self.high else "within"


def claim(comparison: Comparison) -> Claim:
    """Tests the claim on the case's own rates."""
    ratio = float(comparison.results["permanent_per_contractor"])
    squad, multiplier = comparison.case["squad"], comparison.case["employment"]["day_rate_multiplier"]
    paid = sum(line["fte"] * line["day_rate"] for line in squad) * multiplier
    average = paid / sum(line["fte"] for line in squad)
    return Claim(ratio=ratio, average_day_rate=average)
