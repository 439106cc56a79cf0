"""Other engines of projections, each on a projection of its own kind, per model point and month: the months alone, from
inputs that are there to what they come to, without draws or percentiles.

It runs in an environment of its own (requirements/bench.in), which is all that it imports. What is not installed there
is skipped in words. lifelib: its library's BasicTerm_ME as it comes. cashflower: a term assurance of eight variables.
heavylight: the annual fund's recurrence of ours, draws side by side in NumPy arrays.
"""

# mypy: ignore-errors
# What these engines hand over is described to no type checker.

import importlib.util
import json
import os
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

DRAWS, MONTHS = 10_000, 180


def seconds(work: Callable[[], object], again: int = 5) -> float:
    """Of processor time, the least of so many: each of them runs on one thread."""
    found = []
    for _ in range(again):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def lifelib() -> tuple[float, int]:
    """(seconds, model point × months), its tables read and its code loaded before."""
    import modelx

    place = importlib.util.find_spec("lifelib")
    assert place is not None
    assert place.submodule_search_locations
    folder = Path(next(iter(place.submodule_search_locations))) / "libraries" / "basiclife" / "BasicTerm_ME"
    projection = modelx.read_model(str(folder)).Projection

    def run() -> None:
        for cells in projection.cells.values():
            cells.clear()
        projection.result_pv()

    run()
    return seconds(run), len(projection.model_point_table) * int(projection.max_proj_len())


CASHFLOWER = """
from cashflower import variable
from input import policy

@variable()
def survivors(t):
    return 1.0 if t == 0 else survivors(t - 1) - deaths(t - 1) - lapses(t - 1)

@variable()
def deaths(t):
    return survivors(t) * 0.001

@variable()
def lapses(t):
    return survivors(t) * 0.004

@variable()
def claims(t):
    return deaths(t) * policy.get("sum_assured")

@variable()
def premiums(t):
    return survivors(t) * policy.get("premium")

@variable()
def expenses(t):
    return survivors(t) * 5.0 * 1.001 ** t

@variable()
def net(t):
    return premiums(t) - claims(t) - expenses(t)

@variable()
def present_value(t):
    return net(t) if t == settings["T_MAX_CALCULATION"] else net(t) + present_value(t + 1) / 1.002

from settings import settings
"""
INPUT = """
import pandas as pd
from cashflower import ModelPointSet
points = range(1000)
policy = ModelPointSet(data=pd.DataFrame({
    "id": points, "sum_assured": [100000.0 + i for i in points], "premium": [120.0 + i / 10 for i in points],
}))
"""
SETTINGS = 'settings = {"T_MAX_CALCULATION": 179, "T_MAX_OUTPUT": 179, "SAVE_OUTPUT": False}\n'


def cashflower() -> tuple[float, int]:
    """(seconds, model points × months) of 1,000 model points."""
    import cashflower as engine

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "model.py").write_text(CASHFLOWER)
        (place / "input.py").write_text(textwrap.dedent(INPUT))
        (place / "settings.py").write_text(SETTINGS)
        sys.path.insert(0, folder)
        settings: dict[str, Any] = {}
        exec(SETTINGS, settings)  # noqa: S102 (its own settings, as it wants them)
        return seconds(lambda: engine.run(settings=settings["settings"], path=folder), 2), 1000 * MONTHS


def heavylight() -> tuple[float, int]:
    """(seconds, draws × months) of the annual fund: team, product, costs, present value."""
    import numpy as np
    from heavylight import Model

    rng = np.random.default_rng(1)

    class AnnualFund(Model):
        def won(self, y):
            return self.uniform[y] < 0.7 if y >= 0 else np.zeros(DRAWS, bool)

        def start(self, t):
            return 5 + self.assembly

        def contractors(self, t):
            return 6 * self.won(t // 12) * np.maximum(0, np.minimum(t % 12 + 1, 12) - np.maximum(t % 12, self.start(t)))

        def research(self, t):
            return np.where(self.won(t // 12 - 1), 1.2, 2.0)

        def live(self, t):
            if t == 0:
                return self.effort_to_live <= 0
            return self.live(t - 1) | (self.progress(t - 1) >= self.effort_to_live - 1e-9)

        def live_month(self, t):
            before = self.live_month(t - 1) if t else np.full(DRAWS, 1e9)
            return np.where(self.live(t) & (before > t), t, before)

        def permanent(self, t):
            present = np.maximum(0, np.minimum(t % 12 + 1, 12) - np.maximum(t % 12, self.start(t)))
            return self.live(t) * 6 * 0.15 * (1 - self.won(t // 12) * present)

        def effort(self, t):
            begins = self.start(t) + self.research(t)
            there = np.maximum(0, np.minimum(t % 12 + 1, 11.5) - np.maximum(t % 12, begins))
            return 6 * self.won(t // 12) * there + self.permanent(t) * 210 / 220

        def year_effort(self, t):
            return self.effort(t) + (self.year_effort(t - 1) if t % 12 else 0)

        def progress(self, t):
            before = self.progress(t - 1) if t else np.zeros(DRAWS)
            lost = 0.3 * self.won(t // 12 - 1) * self.year_effort(t - 1) if t and t % 12 == 0 else 0
            return np.where(self.live(t), before, before + self.effort(t) - lost)

        def coverage(self, t):
            recent = sum(self.effort(s) for s in range(max(0, t - 11), t + 1))
            return np.minimum(1, recent / min(t + 1, 12) / 3)

        def fitness(self, t):
            before, covered = (self.fitness(t - 1) if t else np.ones(DRAWS)), self.coverage(t)
            after = before * (1 - 0.0106 * (1 - covered)) + (1 - before) * 0.0561 * covered
            return np.where(self.live(t), after, 1.0)

        def benefit(self, t):
            adopted = 0.8 * np.minimum(1, np.maximum(0, t + 1 - self.live_month(t)) / 48)
            return self.live(t) * adopted * self.fitness(t) * self.annual_benefit / 12 * 1.02 ** (t // 12)

        def staff(self, t):
            return self.permanent(t) * 70_000 / 12 * (1 + self.pay) ** (t // 12)

        def hired(self, t):
            return self.contractors(t) * 170_000 * self.day_rate / 12 * 1.02 ** (t // 12)

        def cost(self, t):
            bids = (self.won(t // 12) * 10_000 if t % 12 == 5 else 0) + (15_000 if t % 12 == 0 else 0)
            return self.staff(t) + self.hired(t) + (bids + self.live(t) * 40_000 / 12) * 1.02 ** (t // 12)

        def net(self, t):
            before = self.net(t - 1) if t else 0
            return before + (self.benefit(t) - self.cost(t)) / (1.02 * 1.035) ** (t // 12)

    drawn = {
        "uniform": rng.random((15, DRAWS)),
        "assembly": rng.uniform(1, 4, DRAWS),
        "effort_to_live": rng.uniform(30, 80, DRAWS),
        "annual_benefit": rng.uniform(3e5, 13e5, DRAWS),
        "pay": rng.normal(0.03, 0.01, DRAWS),
        "day_rate": rng.uniform(0.8, 1.25, DRAWS),
    }

    def run() -> None:
        AnnualFund(proj_len=MONTHS, **drawn)

    run()
    return seconds(run), DRAWS * MONTHS


ENGINES = {
    "lifelib": (lifelib, "modelx"),
    "heavylight": (heavylight, "heavylight"),
    "cashflower": (cashflower, "cashflower"),
}


def measure() -> dict[str, Any]:
    """For each engine its seconds a model point and month, or why it is skipped."""
    found: dict[str, Any] = {}
    for name, (work, module) in ENGINES.items():
        if importlib.util.find_spec(name) is None or importlib.util.find_spec(module) is None:
            found[name] = "not installed"
            continue
        try:
            took, cells = work()
        except Exception as error:  # theirs, and told
            found[name] = f"did not run: {type(error).__name__}: {error}"
            continue
        found[name] = took / cells
    return found


if __name__ == "__main__":
    aside, sys.stdout = sys.stdout, open(os.devnull, "w")  # noqa: PTH123, SIM115 (what they print is not for us)
    measured = measure()
    print(json.dumps(measured), file=aside)
