"""`manage.py warm_engine`: has the lifetime model compiled for this machine, so that nobody waits for it later."""

from typing import Any

from django.core.management.base import BaseCommand

from funding.queries.drawing import case_from, sensitivity_of, whole

# As small as a case can be that takes each of the model's ways through its months.
CASE: dict[str, Any] = {
    "name": "warm",
    "start": "2027-04",
    "years": 2,
    "squad": [{"role": "one", "fte": 1, "salary": 50_000, "day_rate": 500}],
    "product": {"effort_to_live": 4, "sustaining_fte": 1, "annual_benefit": 1},
    "options": [
        {"id": "annual", "name": "annual", "funding_model": "annual_cycle"},
        {"id": "squad", "name": "squad", "funding_model": "sustained_squad"},
        {"id": "handover", "name": "handover", "funding_model": "contractor_to_permanent"},
        {"id": "capital", "name": "capital", "funding_model": "capital_project"},
        {"id": "nothing", "name": "nothing", "funding_model": "do_nothing"},
    ],
    "uncertainty": {
        "draws": 2,
        "seed": 1,
        "parameters": [
            {"path": "product.effort_to_live", "distribution": "pert", "low": 2, "likely": 4, "high": 9},
            {"path": "optimism_bias", "distribution": "triangular", "low": 0.1, "likely": 0.2, "high": 0.4},
            {"path": "benefit_haircut", "distribution": "uniform", "low": 0.1, "high": 0.4},
        ],
    },
}


class Command(BaseCommand):
    help = "Compiles the lifetime model where that is not done."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        case = case_from(CASE)
        whole(case=case)
        sensitivity_of(case=case)
