"""What a run comes to under doubt, read from what was kept and from nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from funding.inputs import Input
from funding.models import Run, RunDoubt
from funding.queries.comparison import Comparison, OptionResult, kept
from funding.queries.doubts import Doubt, central_within
from funding.queries.wording import field_of

POINTS = ("p5", "p10", "p25", "p50", "p75", "p90", "p95")
NET = "net_present_value"
Spread = Mapping[str, float | None]
# What acts in the draws alone: compared by the mean over them (section 8 of the specification).
CHANCE = "probability"


@dataclass(frozen=True)
class DoubtedOption:
    """An option over all draws. Money in £; `cost_by_year` and `benefit_by_year` nominal, a spread a year."""

    option: OptionResult
    figures: Mapping[str, Spread]
    live_share: float
    beats_baseline_share: float | None
    # £: how much more than the baseline it is worth in the same draw; None of the baseline, or where it was not kept.
    lead: Spread | None
    cost_by_year: list[Spread]
    benefit_by_year: list[Spread]

    @property
    def net(self) -> Spread:
        return self.figures[NET]


@dataclass(frozen=True)
class Doubted:
    """A run's comparison, its draws summed up, and what its answer turns on."""

    comparison: Comparison
    draws: int
    seed: int
    options: list[DoubtedOption]
    doubts: list[Doubt]
    sensitivity: Mapping[str, Any]

    @property
    def baseline(self) -> DoubtedOption:
        return self.options[0]

    @property
    def others(self) -> list[DoubtedOption]:
        """Those measured against the baseline."""
        return self.options[1:]

    @property
    def drawn(self) -> list[Doubt]:
        return [one for one in self.doubts if not one.is_certain]

    @cached_property
    def inputs(self) -> Mapping[str, Input]:
        return {one.path: one for one in self.comparison.inputs}

    def central(self, path: str) -> float | None:
        """The case's own value of a path; None where it has none."""
        value = self.inputs[path].value if path in self.inputs else None
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def key(self, path: str) -> str:
        """The path as the vocabulary knows it: `options.annual_cycle.award_month` of `options.annual.award_month`."""
        return self.inputs[path].key if path in self.inputs else path

    def is_chance(self, path: str) -> bool:
        field = field_of(self.key(path))
        return field is not None and field.unit == CHANCE

    @property
    def one_sided(self) -> list[Doubt]:
        """Doubts whose central value lies outside what is drawn or would be drawn, certain ones with a range too."""
        found = []
        for one in self.doubts:
            central = self.central(one.path)
            if central is not None and not central_within(one, central):
                found.append(one)
        return found


def doubted(run: Run, comparison: Comparison | None = None) -> Doubted | None:
    """None where the run's draws have not been made. `comparison`: the run's own, where it has been read already."""
    held = RunDoubt.objects.filter(run=run).first()
    return None if held is None else read(comparison=comparison or kept(run), run=run, doubt=held)


def read(*, comparison: Comparison, run: Run, doubt: RunDoubt) -> Doubted:
    drawn = {one["id"]: one for one in doubt.uncertainty["options"]}
    options = [
        DoubtedOption(
            option=option,
            figures=drawn[option.key]["figures"],
            live_share=float(drawn[option.key]["live_share"]),
            beats_baseline_share=drawn[option.key]["beats_baseline_share"],
            lead=drawn[option.key].get("lead"),
            cost_by_year=list(drawn[option.key]["cost_by_year"]),
            benefit_by_year=list(drawn[option.key]["benefit_by_year"]),
        )
        for option in comparison.options
    ]
    return Doubted(
        comparison=comparison,
        draws=int(doubt.uncertainty["draws"]),
        seed=int(doubt.uncertainty["seed"]),
        options=options,
        doubts=[Doubt(**one) for one in run.context.get("doubts", [])],
        sensitivity=doubt.sensitivity,
    )
