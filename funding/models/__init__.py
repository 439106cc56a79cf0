"""How the work is paid for, and for how long. Money is pounds and pence; a sum not known is null, never 0."""

from funding.models.appraisals import Appraisal, AppraisalRole, FundingModel, Option
from funding.models.assumptions import Assumption
from funding.models.awards import Award, AwardLine
from funding.models.costs import OtherCost
from funding.models.funds import Allocation, Certainty, Fund, Round
from funding.models.jobs import Job, JobPart
from funding.models.rates import Rate
from funding.models.runs import Run, RunDecision, RunDoubt
from funding.models.sharing import SharedProduct

__all__ = [
    "Allocation",
    "Appraisal",
    "AppraisalRole",
    "Assumption",
    "Award",
    "AwardLine",
    "Certainty",
    "Fund",
    "FundingModel",
    "Job",
    "JobPart",
    "Option",
    "OtherCost",
    "Rate",
    "Round",
    "Run",
    "RunDecision",
    "RunDoubt",
    "SharedProduct",
]
