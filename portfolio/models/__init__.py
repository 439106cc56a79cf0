"""What we look after, and why."""

from portfolio.models.benefit import Benefit, BenefitYear
from portfolio.models.component import Component, ComponentUse, NotAlike
from portfolio.models.confidence import WORSE, Confidence, Rating
from portfolio.models.forum import Forum, ForumMember, Meeting
from portfolio.models.leadership import Leadership
from portfolio.models.logs import Decision, Lesson
from portfolio.models.milestone import BaselineChange, Milestone, MilestoneForecast
from portfolio.models.organisation import FormerName, Organisation
from portfolio.models.participation import Participation
from portfolio.models.priority import Priority
from portfolio.models.product import Phase, PhaseChange, Product, Programme
from portfolio.models.risk import Risk
from portfolio.models.sourcing import Contract, SourcingOpportunity
from portfolio.models.standard import POINTS, STAFFING_POINTS, Point, StandardAssessment

__all__ = [
    "POINTS",
    "STAFFING_POINTS",
    "WORSE",
    "BaselineChange",
    "Benefit",
    "BenefitYear",
    "Component",
    "ComponentUse",
    "Confidence",
    "Contract",
    "Decision",
    "FormerName",
    "Forum",
    "ForumMember",
    "Leadership",
    "Lesson",
    "Meeting",
    "Milestone",
    "MilestoneForecast",
    "NotAlike",
    "Organisation",
    "Participation",
    "Phase",
    "PhaseChange",
    "Point",
    "Priority",
    "Product",
    "Programme",
    "Rating",
    "Risk",
    "SourcingOpportunity",
    "StandardAssessment",
]
