"""How long the lifetime model takes: a portfolio of products in one call, one draw of one product, and many draws.

Each measurement that depends on what the process has loaded is made in a process of its own: once with nothing compiled
yet, once with the compiled walk kept from an earlier run, and then again and again in that same process.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

HOUSE = Path(__file__).resolve().parent.parent
PRODUCTS, YEARS = 1000, 15
MODELS = ("annual_cycle", "sustained_squad", "contractor_to_permanent", "capital_project")
GOAL_S, DRAW_GOAL_S = 1.0, 0.5
AGAIN = 9  # the middle one of so many is told


class Took(NamedTuple):
    """What one process measured, in seconds: the module loaded, the first call, a later call, and one draw."""

    loading: float
    first: float
    later: float
    draw_first: float
    draw_later: float


def portfolio(products: int = PRODUCTS) -> list[Any]:
    """Cases of different size, squad and need, the same every time; each has every funding model that has a team."""
    from funding.engine import build_case

    chance = random.Random(2027)
    return [build_case(_case(chance, number)) for number in range(products)]


def _case(chance: random.Random, number: int) -> dict[str, Any]:
    return {
        "name": f"Product {number}",
        "start": "2027-04",
        "years": YEARS,
        "squad": [
            {
                "role": role,
                "fte": chance.choice([0.5, 1, 2]),
                "salary": chance.randint(35_000, 70_000),
                "day_rate": chance.randint(450, 900),
            }
            for role in ("Developer", "Designer", "Product manager", "User researcher")
        ],
        "product": {
            "effort_to_live": chance.uniform(5, 120),
            "sustaining_fte": chance.uniform(0.5, 4),
            "annual_benefit": chance.randint(0, 2_000_000),
            "running_cost": chance.randint(0, 200_000),
        },
        "options": [{"id": model, "name": model, "funding_model": model} for model in MODELS],
    }


def rows() -> Iterator[str]:
    """The lines of the table."""
    months = 12 * YEARS
    with tempfile.TemporaryDirectory(prefix="cynnal-bench-") as kept:
        cold, warm = _in_a_process(kept), _in_a_process(kept)
    speed = PRODUCTS * len(MODELS) * months / warm.later / 1e6
    yield f"The model: {PRODUCTS:,} products × {len(MODELS)} options × {months} months in one call"
    yield _row("cold: compiled in this call", cold.first, "once for each version of the engine")
    yield _row("a process's first call", warm.first, f"compiled code read back{_late(warm.first)}")
    yield _row("warm: each later call", warm.later, f"{speed:.1f} M option-months a second{_late(warm.later)}")
    yield f"One draw of one product: {len(MODELS)} options × {months} months, plain Python, nothing compiled"
    yield _row("a process's first call", warm.draw_first)
    yield _row("warm: each later call", warm.draw_later)
    yield _row("before either: importing the model", warm.loading)
    yield from compared()


def compared() -> Iterator[str]:
    """An uncertain product drawn, beside the same in NumPy, what the machine can do, and other engines."""
    from .engine_work import DRAWS

    months, took = 12 * YEARS, _measured(sys.executable, "benchmarks.engine_draws")
    yield f"Uncertainty: one product, {DRAWS:,} draws × {len(MODELS)} options × {months} months, points and all"
    cells = DRAWS * months
    every = cells * len(MODELS)
    alone = took["ours on one thread"]
    late = "; within" if took["ours"] <= DRAW_GOAL_S else "; more than"
    yield _row(
        "the engine",
        took["ours"],
        f"{every / took['ours'] / 1e6:.0f} M option-months a second{late} the goal of {DRAW_GOAL_S:g} s",
    )
    yield _row("on one thread", alone)
    yield _row(
        "of which the months alone", took["walked"], f"{every / took['walked'] / 1e6:.0f} M option-months a second"
    )
    yield _row(
        "the same in NumPy",
        took["numpy"],
        _times(took["numpy"] / took["ours"], 4, 10) + f"; one thread each: {took['numpy'] / alone:.1f}",
    )
    yield _row("its sensitivity", took["sensitivity"])
    yield f"One option of it, the annual fund, {DRAWS:,} draws × {months} months, on one thread"
    alone = took["annual on one thread"]
    yield _row("the engine", alone)
    yield _row("of which the months alone", took["annual walked"])
    yield _row("the same in NumPy", took["annual in numpy"], _times(took["annual in numpy"] / alone, 4, 10))
    yield _row("at best: raw random words", took["words"])
    yield _row("at best: its figures copied", took["copied"])
    yield _row("at best: its figures sorted", took["sorted"])
    if "c" in took:
        share = 100 * (took["words"] + took["c"] + took["sorted"]) / alone
        yield _row("at best: the recurrence in C", took["c"], f"words + C + sort: {share:.0f} % of ours; 45 % → 80 %")
    else:
        yield "  at best: the recurrence in C         skipped: no C compiler here"
    yield from _beside_others(took, cells)


def _beside_others(took: dict[str, Any], cells: int) -> Iterator[str]:
    """Per model point and month. A model point of ours is a draw of an option; theirs have neither draws nor
    percentiles, so the months alone are compared, and what ours takes with them is told beside it.
    """
    yield "Other engines (see requirements/bench.in): a model point and a month of each one's own projection"
    others = _measured(os.environ.get("BENCH_PYTHON") or _bench_python(), "benchmarks.engine_others")
    every = cells * len(MODELS)
    all_four = [took[name] / every for name in ("walked", "ours on one thread", "ours")]
    annual = [took[name] / cells for name in ("annual walked", "annual on one thread")]
    each: dict[str, tuple[str, list[float], tuple[int, ...]]] = {
        "lifelib": ("lifelib, BasicTerm_ME", all_four, (50, 200)),
        "heavylight": ("heavylight, our annual fund", annual, (15, 40)),
        "cashflower": ("cashflower, a term assurance", all_four, ()),
    }
    for name, (what, ours, goals) in each.items():
        theirs = others[name]
        if isinstance(theirs, str):
            yield f"  {what:<36}skipped: {theirs}"
            continue
        yield f"  {what:<36}{1e9 * theirs:>9.1f} ns"
        ways = ("the months alone, one thread each", "ours with draws and percentiles", "and that on two threads")
        for way, own, asked in zip(ways, ours, (goals, (), ()), strict=False):
            yield f"    {way:<34}{1e9 * own:>9.1f} ns  {_times(theirs / own, *asked)}"


def _times(ratio: float, *goals: float) -> str:
    return f"{ratio:.1f} times ours" + (f"; {goals[0]:g} → {goals[1]:g}" if goals else "")


def _bench_python() -> str:
    """The Python of the environment that requirements/bench.in stands in, or this one."""
    own = HOUSE / ".cache" / "bench" / ("Scripts" if os.name == "nt" else "bin") / "python"
    return str(own) if own.exists() else sys.executable


def _measured(python: str, module: str) -> dict[str, Any]:
    done = subprocess.run([python, "-m", module], cwd=HOUSE, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _row(what: str, seconds: float, remark: str = "") -> str:
    return f"  {what:<36}{1000 * seconds:>9.1f} ms  {remark}".rstrip()


def _late(seconds: float) -> str:
    return f"; more than the goal of {GOAL_S:g} s" if seconds > GOAL_S else f"; within the goal of {GOAL_S:g} s"


def _in_a_process(kept: str) -> Took:
    """Measure in a process that keeps its compiled code in the folder `kept`."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.engine"],
        cwd=HOUSE,
        env={**os.environ, "NUMBA_CACHE_DIR": kept},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Took(**json.loads(done.stdout))


def _measure() -> Took:
    began = time.perf_counter()
    from funding.engine import appraise, appraise_many

    loading = time.perf_counter() - began
    cases = portfolio()
    draw_first, *draws = (_timed(appraise, cases[0]) for _ in range(1 + AGAIN))
    first, *calls = (_timed(appraise_many, cases) for _ in range(1 + AGAIN))
    return Took(loading, first, statistics.median(calls), draw_first, statistics.median(draws))


def _timed(work: Any, given: Any) -> float:
    began = time.perf_counter()
    work(given)
    return time.perf_counter() - began


if __name__ == "__main__":
    print(json.dumps(_measure()._asdict()))
