"""What a run's answer turns on: one number at a time, for one option against the baseline."""

from dataclasses import dataclass

from funding.queries.comparison import OptionResult
from funding.queries.doubt_words import name_in
from funding.queries.doubted import NET, Doubted
from funding.queries.standing import EVEN


@dataclass(frozen=True)
class Swing:
    """A number at its low and at its high, the rest central: £ of the difference in net present value at either.

    Of the only option of a case it is the net present value itself. `central` is the difference at the case's own
    value; None for a chance, which is compared by the mean over the draws.
    """

    path: str
    key: str
    name: str
    low: float
    high: float
    at_low: float
    at_high: float
    central: float | None

    @property
    def width(self) -> float:
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Turn:
    """The value at which an option is worth what the baseline is; None where no value in its range is.

    `rising`: whether the answer changes above that value; None where that cannot be said. `winner`: the better then.
    """

    path: str
    key: str
    name: str
    value: float | None
    central: float | None
    rising: bool | None
    winner: OptionResult | None


def central_difference(found: Doubted, option: OptionResult) -> float:
    """£: by how much an option's net present value is above the baseline's; its own where it is the baseline."""
    own = float(option.summary[NET])
    return own if option.is_baseline else own - float(found.comparison.baseline.summary[NET])


def swings(found: Doubted, option: OptionResult) -> list[Swing]:
    """The widest first; those that make no difference last."""
    made = []
    baseline = None if option.is_baseline else found.comparison.baseline.key
    for bar in found.sensitivity["tornado"]:
        net = bar[NET]
        less = net[baseline] if baseline is not None else (0.0, 0.0)
        path, key = bar["path"], found.key(bar["path"])
        made.append(
            Swing(
                path=path,
                key=key,
                name=name_in(found.comparison, path, key),
                low=bar["low"],
                high=bar["high"],
                at_low=net[option.key][0] - less[0],
                at_high=net[option.key][1] - less[1],
                central=None if found.is_chance(path) else central_difference(found, option),
            )
        )
    return sorted(made, key=lambda one: -one.width)


def telling(made: list[Swing]) -> list[Swing]:
    """Those that make a difference of half a penny at least."""
    return [one for one in made if one.width > EVEN]


def turns(found: Doubted, option: OptionResult) -> list[Turn]:
    """Each number's switching value for one option, those that have one first, in the order of their swings."""
    ordered = {one.path: one for one in swings(found, option)}
    values = {one["path"]: one["value"] for one in found.sensitivity["switching"] if one["option"] == option.key}
    made = [_turn(found, option, swing, values.get(path)) for path, swing in ordered.items() if path in values]
    return sorted(made, key=lambda one: one.value is None)


def _turn(found: Doubted, option: OptionResult, swing: Swing, value: float | None) -> Turn:
    central = found.central(swing.path)
    rising = None if value is None or central is None or value == central else value > central
    winner = None
    if rising is not None and value is not None and central is not None:
        now = swing.central if swing.central is not None else _sign_at(swing, value, central)
        if abs(now) > EVEN:
            winner = option if now < 0 else found.comparison.baseline
    return Turn(swing.path, swing.key, swing.name, value, central, rising, winner)


def _sign_at(swing: Swing, value: float, central: float) -> float:
    """A chance's difference on the side of `value` where its own value lies, from whichever end lies there."""
    ends = [(swing.low, swing.at_low), (swing.high, swing.at_high)]
    same = [(abs(end - central), at) for end, at in ends if (end - value) * (central - value) > 0]
    if same:
        return min(same)[1]
    return -max(ends, key=lambda end: abs(end[0] - value))[1]
