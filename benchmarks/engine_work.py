"""The work that the engines are compared on: one product drawn 10,000 times over fifteen years."""

from typing import Any

DRAWS, YEARS = 10_000, 15
MODELS = ("annual_cycle", "sustained_squad", "contractor_to_permanent", "capital_project")
SQUAD, FUND = "options.sustained_squad", "options.annual_cycle"
PARAMETERS: list[dict[str, Any]] = [
    {"path": "product.effort_to_live", "distribution": "pert", "low": 30, "likely": 40, "high": 80},
    {"path": "product.annual_benefit", "distribution": "triangular", "low": 3e5, "likely": 9e5, "high": 13e5},
    {"path": "employment.day_rate_multiplier", "distribution": "uniform", "low": 0.8, "high": 1.25},
    {"path": f"{SQUAD}.attrition_rate", "distribution": "pert", "low": 0.05, "likely": 0.09, "high": 0.2},
    {"path": f"{SQUAD}.recruitment_months", "distribution": "uniform", "low": 3, "high": 9},
    {"path": f"{FUND}.assembly_months", "distribution": "pert", "low": 1, "likely": 2, "high": 4},
    {"path": "prices.pay_inflation", "distribution": "normal", "mean": 0.03, "sd": 0.01},
]  # fmt: skip


def product(models: tuple[str, ...] = MODELS, draws: int = DRAWS) -> dict[str, Any]:
    """Its case file, with an option of each of these funding models."""
    paths = [f"options.{model}." for model in MODELS if model not in models]
    return {
        "name": "Benchmark",
        "start": "2027-04",
        "years": YEARS,
        "squad": [
            {"role": "Product manager", "fte": 1, "salary": 52000, "day_rate": 750},
            {"role": "User researcher", "fte": 1, "salary": 44000, "day_rate": 650},
            {"role": "Developer", "fte": 3, "salary": 50000, "day_rate": 725},
        ],
        "product": {
            "effort_to_live": 40,
            "sustaining_fte": 3,
            "running_cost": 40000,
            "annual_benefit": 900000,
            "cashable_share": 0.4,
            "adoption_maximum": 0.8,
            "adoption_months": 48,
        },
        "options": [{"id": model, "name": model, "funding_model": model} for model in models],
        "uncertainty": {
            "draws": draws,
            "seed": 2027,
            "parameters": [each for each in PARAMETERS if not each["path"].startswith(tuple(paths) or ("-",))],
        },
    }
