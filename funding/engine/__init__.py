"""The lifetime model: what one product costs and delivers, month by month, under each way of funding its team.

NumPy, Numba and the standard library only; `docs/engine.md` has every formula with a worked figure.
"""

from .appraisal import appraise
from .bulk import Appraisals, appraise_many
from .case import Case, Option, Parameter, Role, Uncertainty
from .faults import CaseError, Fault
from .fields import FIELDS, FUNDING_MODELS, GREEN_BOOK, OPTION_FIELDS, REQUIRED, Field, field_of, option_field
from .reader import build_case, read_case
from .results import FIGURES, Months, OptionResult, Result
from .same_terms import SameMoney, SameOutcome
from .sensitivity import Bar, Sensitivity, Switch, sensitivity
from .spreads import Spread
from .uncertainty import (
    Part,
    Progress,
    Stopped,
    Uncertain,
    UncertainOption,
    draw,
    draw_each,
    draw_part,
    merge,
)
from .version import ENGINE_VERSION

__all__ = [
    "ENGINE_VERSION",
    "FIELDS",
    "FIGURES",
    "FUNDING_MODELS",
    "GREEN_BOOK",
    "OPTION_FIELDS",
    "REQUIRED",
    "Appraisals",
    "Bar",
    "Case",
    "CaseError",
    "Fault",
    "Field",
    "Months",
    "Option",
    "OptionResult",
    "Parameter",
    "Part",
    "Progress",
    "Result",
    "Role",
    "SameMoney",
    "SameOutcome",
    "Sensitivity",
    "Spread",
    "Stopped",
    "Switch",
    "Uncertain",
    "UncertainOption",
    "Uncertainty",
    "appraise",
    "appraise_many",
    "build_case",
    "draw",
    "draw_each",
    "draw_part",
    "field_of",
    "merge",
    "option_field",
    "read_case",
    "sensitivity",
]
