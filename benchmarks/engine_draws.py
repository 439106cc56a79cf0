"""Draws measured in one process: our engine, the same in NumPy, and what the machine can do at best.

What runs on one thread is told in processor time, which other work on the machine lengthens least; what runs on two by
the clock.
"""

import dataclasses
import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from . import engine_limits as limits
from . import engine_numpy
from .engine_work import DRAWS, YEARS, product

AGAIN = 9
MONTHS = 12 * YEARS


def took(work: Callable[[], object], again: int = AGAIN, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds, the least of so many: other work on the machine only ever adds."""
    work()
    found = []
    for _ in range(again):
        began = clock()
        work()
        found.append(clock() - began)
    return min(found)


def measure() -> dict[str, float]:
    from funding.engine import build_case, draw, sensitivity

    case, annual = build_case(product()), build_case(product(("annual_cycle",)))
    check(case)
    found = {
        "ours": took(lambda: draw(case), 2 * AGAIN, time.perf_counter),
        "ours on one thread": took(lambda: draw(case, threads=1)),
        "walked": took(walked(case)),
        "numpy": took(lambda: engine_numpy.run(case, 1), 4),
        "annual on one thread": took(lambda: draw(annual, threads=1)),
        "annual walked": took(walked(annual)),
        "annual in numpy": took(lambda: engine_numpy.run(annual, 1), 4),
        "sensitivity": took(lambda: sensitivity(case)),
    }
    streams = len(annual.uncertainty.parameters) + YEARS if annual.uncertainty else 0
    rows = 19 + 2 * YEARS
    found |= {
        "words": took(limits.words(streams * DRAWS)),
        "copied": took(limits.copied(rows * DRAWS)),
        "sorted": took(limits.sorted_rows(rows, DRAWS)),
    }
    in_c = limits.annual_in_c(annual)
    if in_c is not None:
        run, net = in_c
        found["c"] = took(run)
        ours = draw(annual).options[0].figures["net_present_value"].mean
        if ours is None or abs(net() / ours - 1) > 1e-9:
            raise SystemExit(f"the C kernel comes to {net()}, the engine to {ours}")
    return found


def walked(case: Any) -> Callable[[], object]:
    """Its options walked on one thread, to the figures of each draw: neither drawn nor put in order."""
    from funding.engine.draws import option_lanes, plan
    from funding.engine.results import FIGURES, summary_figures
    from funding.engine.uncertainty import CHUNK
    from funding.engine.walking import baselines, room_for, walk

    parts = [list(option_lanes(plan(case), at, min(DRAWS, at + CHUNK))) for at in range(0, DRAWS, CHUNK)]
    rooms = {  # as the engine keeps it from one chunk of draws to the next
        count: (
            baselines(MONTHS, count if len(case.options) > 1 else 0),
            room_for(YEARS, count),
            np.empty((len(FIGURES), count)),
        )
        for count in {options[0].count for options in parts}
    }

    def run() -> None:
        for options in parts:
            baseline, lived, figures = rooms[options[0].count]
            for option, lanes in enumerate(options):
                walk(lanes, baseline, is_baseline=option == 0, compiled=True, into=lived)
                summary_figures(lived.totals, MONTHS, compiled=True, into=figures)

    return run


def check(case: Any) -> None:
    """Both come to the same where both are given the same: nothing uncertain; and nearly the same where it is."""
    from funding.engine import appraise, draw

    certain = {"reaward_probability": 1, "withdrawal_probability": 0, "freeze_probability": 0}
    options = tuple(
        dataclasses.replace(each, numbers={**each.numbers, **{k: v for k, v in certain.items() if k in each.numbers}})
        for each in case.options
    )
    uncertainty = dataclasses.replace(case.uncertainty, parameters=(), draws=2)
    plain = dataclasses.replace(case, options=options, uncertainty=uncertainty)
    theirs = engine_numpy.run(plain, 1)
    for option in appraise(plain).options:
        for name, value in option.figures.items():
            same = (
                theirs[option.id][name] == []
                if value is None
                else np.allclose(theirs[option.id][name], value, rtol=1e-9)
            )
            if not same:
                raise SystemExit(f"NumPy's {name} of {option.id} is {theirs[option.id][name]}, the engine's {value}")
    ours, theirs = draw(case), engine_numpy.run(case, 1)
    for one in ours.options:
        spread = one.figures["net_present_value"]
        mine, other = spread.p95, theirs[one.id]["net_present_value"][-1]
        if mine is None or spread.p5 is None or abs(mine - other) > 0.05 * (mine - spread.p5):
            raise SystemExit(f"NumPy's 95% point of {one.id} is {other}, the engine's {mine}")


if __name__ == "__main__":
    print(json.dumps(measure()))
