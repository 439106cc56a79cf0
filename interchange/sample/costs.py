"""What products cost beside their people. A category with no amount is known to cost something, but not how much."""

from decimal import Decimal

# product: {category: {year: amount, or None where it is not known}}
COSTS: dict[str, dict[str, dict[int, str | None]]] = {
    "school-essentials-grant": {
        "hosting": {2025: "6000", 2026: "6200", 2027: "6400"},
        "research": {2025: "9000", 2026: "9000", 2027: "9000"},
        "audit": {2026: "7500"},
    },
    "free-school-meals": {"hosting": {2025: "3500", 2026: "3600", 2027: "3700"}, "research": {2026: "4500"}},
    "streamlining-benefits": {
        "hosting": {2025: "12000", 2026: "18000", 2027: "30000"},
        "licences": {2026: None, 2027: None},
        "research": {2025: "15000", 2026: "20000", 2027: "20000"},
        "audit": {2027: "18000"},
    },
    "pre-application-planning": {
        "hosting": {2025: "14000", 2026: "16000", 2027: "16500"},
        "licences": {2026: "8000", 2027: "8200"},
        "research": {2025: "12000", 2026: "12000"},
    },
    "address-look-up": {"hosting": {2026: "4000", 2027: "9000"}, "licences": {2027: None}},
    "hwb": {
        "hosting": {2024: "310000", 2025: "320000", 2026: "335000", 2027: "345000"},
        "licences": {2024: "210000", 2025: "225000", 2026: "240000", 2027: "250000"},
        "audit": {2025: "22000", 2027: "23000"},
    },
    "service-standard": {"hosting": {2025: "2500", 2026: "2500"}, "research": {2026: "6000"}},
    "gwynedd-waste": {"hosting": {2025: "8000", 2026: "8200", 2027: "8400"}},
    "cardiff-admissions": {"hosting": {2025: "9000", 2026: "9500"}, "audit": {2026: "8500"}},
    "caerphilly-repairs": {"hosting": {2025: "7000", 2026: "7200"}, "licences": {2026: "11000"}},
    "powys-payments": {"hosting": {2025: "15000", 2026: "15500"}, "licences": {2025: "26000", 2026: "27000"}},
    "tfw-school-transport": {"hosting": {2026: "6000"}, "research": {2026: "8000"}},
}


def amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
