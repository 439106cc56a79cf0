"""What this machine can do at best: random words, copying, sorting, and the annual fund's recurrence written in C."""

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

SOURCE = Path(__file__).with_name("engine_kernel.c")
BLOCK = 64  # draws that the C kernel walks together


def words(count: int) -> Callable[[], object]:
    """Raw 64-bit words of Philox."""
    generator = np.random.Philox(key=1)
    return lambda: generator.random_raw(count)


def copied(count: int) -> Callable[[], object]:
    """Doubles copied from one place in memory to another."""
    source, target = np.ones(count), np.empty(count)
    return lambda: np.copyto(target, source)


def sorted_rows(rows: int, length: int) -> Callable[[], object]:
    """Rows of doubles copied and sorted, one after another."""
    table = np.random.default_rng(1).normal(size=(rows, length))
    return lambda: [np.sort(row) for row in table]


def kernel(folder: Path) -> Any:
    """The C kernel compiled and loaded, or None where no C compiler is there."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        return None
    library = folder / "kernel.so"
    # Without the last two gcc leaves branches in the innermost loop, and takes one draw at a time where it could eight.
    options = ["-O3", "-march=native", "-fno-trapping-math", "-fno-tree-pre", "-fno-tree-sink"]
    command = [compiler, *options, "-shared", "-fPIC", "-o", str(library), str(SOURCE)]
    if subprocess.run([*command, "-lm"], check=False, stderr=subprocess.DEVNULL).returncode:
        return None
    return ctypes.CDLL(str(library))


def annual_in_c(case: Any) -> tuple[Callable[[], object], Callable[[], float]] | None:
    """(walk every draw of a case whose one option is an annual fund, its mean net present value); None without C."""
    from funding.engine.appraisal import squad_costs
    from funding.engine.calendar import discount_factors
    from funding.engine.draws import option_lanes, plan
    from funding.engine.walking import INPUT_ROW

    with tempfile.TemporaryDirectory(prefix="cynnal-bench-") as folder:
        library = kernel(Path(folder))
    if library is None:
        return None
    draws = case.uncertainty.draws
    [lanes] = option_lanes(plan(case), 0, draws)
    padded = -(-draws // BLOCK) * BLOCK

    def row(values: Any) -> Any:
        return np.ascontiguousarray(np.resize(values, padded), dtype=np.float64)

    x, option = case.numbers, case.options[0].numbers
    size, permanent, contractor = squad_costs(case)
    outputs = [x[f"employment.{who}_days"] / x["employment.standard_days"] for who in ("contractor", "permanent")]
    a_month = [1 - (1 - x[f"product.{name}_rate"]) ** (1 / 12) for name in ("decay", "recovery")]
    fixed = np.array(
        [size, permanent, *outputs]
        + [option[name] for name in ("award_month", "research_months", "wind_down_months", "knowledge_retained")]
        + [option[name] for name in ("unfinished_work_lost", "support_share", "procurement_cost", "bid_cost")]
        + [x["product.sustaining_fte"], x["product.running_cost"], *a_month]
        + [x["product.adoption_maximum"], x["product.adoption_months"]]
        + [1 + x[f"prices.{name}"] for name in ("contractor_inflation", "price_inflation", "gdp_deflator")],
        dtype=np.float64,
    )
    discount = np.array(discount_factors(case.discount_rates, case.years))
    drawn = {name: row(lanes.number(INPUT_ROW[name])) for name in _VARYING}
    rates = contractor * drawn["employment.day_rate_multiplier"]
    funded = np.ascontiguousarray([row(year) for year in lanes.funded])
    figures, costs, benefits = np.empty((11, padded)), np.empty((case.years, padded)), np.empty((case.years, padded))
    arrays = [
        fixed, discount, drawn["product.effort_to_live"], drawn["product.annual_benefit"], rates,
        drawn["option.assembly_months"], drawn["prices.pay_inflation"], funded, figures, costs, benefits,
    ]  # fmt: skip
    pointers = [ctypes.c_void_p(array.ctypes.data) for array in arrays]

    def run(keep: Any = arrays) -> None:
        library.annual(padded, case.years, *pointers)

    return run, lambda: float((figures[6] - figures[5])[:draws].mean())


_VARYING = (
    "product.effort_to_live", "product.annual_benefit", "employment.day_rate_multiplier", "option.assembly_months",
    "prices.pay_inflation",
)  # fmt: skip
