"""Writes risks and issues, decisions, lessons, delivery confidence and assessments against the Standard."""

import datetime

from interchange.sample.assessments import ASSESSMENTS, RESULTS
from interchange.sample.confidence import CONFIDENCE
from interchange.sample.logs import DECISIONS, LESSONS
from interchange.sample.risks import RISKS, SampleRisk
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import Loading
from portfolio.models import Confidence, Decision, Lesson, Risk, StandardAssessment


def day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def load_delivery(loading: Loading) -> None:
    loading.write(Risk, [risk_of(one, loading) for one in RISKS])
    load_logs(loading)
    loading.write(
        Confidence,
        [
            Confidence(
                product=loading.products[product],
                on=datetime.date.fromisoformat(one.on),
                scale=one.scale,
                owner_rating=one.owner,
                independent_rating=one.independent,
                reason_cy=one.cy,
                reason_en=one.en,
                **MADE_UP.fields(),
            )
            for product, ratings in CONFIDENCE.items()
            for one in ratings
        ],
    )
    load_assessments(loading)


def risk_of(one: SampleRisk, loading: Loading) -> Risk:
    return Risk(
        product=loading.products[one.product],
        kind=one.kind,
        event_cy=one.event[0],
        event_en=one.event[1],
        cause_cy=one.cause[0],
        cause_en=one.cause[1],
        effect_cy=one.effect[0],
        effect_en=one.effect[1],
        owner=one.owner,
        inherent_probability=one.inherent[0],
        inherent_impact=one.inherent[1],
        current_probability=one.current[0],
        current_impact=one.current[1],
        target_probability=one.target[0],
        target_impact=one.target[1],
        response=one.response,
        action_cy=one.action[0],
        action_en=one.action[1],
        **one.days,
        **one.source.fields(),
    )


def load_logs(loading: Loading) -> None:
    loading.write(
        Decision,
        [
            Decision(
                product=loading.products[one.product],
                question_cy=one.question[0],
                question_en=one.question[1],
                due_on=day(one.due),
                decided_on=day(one.decided),
                decided_by=one.by,
                outcome_cy=one.outcome[0],
                outcome_en=one.outcome[1],
                reason_cy=one.reason[0],
                reason_en=one.reason[1],
                **MADE_UP.fields(),
            )
            for one in DECISIONS
        ],
    )
    loading.write(
        Lesson,
        [
            Lesson(
                product=loading.products[one.product],
                title_cy=one.title[0],
                title_en=one.title[1],
                happened_cy=one.happened[0],
                happened_en=one.happened[1],
                advice_cy=one.advice[0],
                advice_en=one.advice[1],
                phase=one.phase,
                learnt_on=datetime.date.fromisoformat(one.learnt),
                **MADE_UP.fields(),
            )
            for one in LESSONS
        ],
    )


def load_assessments(loading: Loading) -> None:
    """A point with no letter has no row: it was not assessed."""
    loading.write(
        StandardAssessment,
        [
            StandardAssessment(
                product=loading.products[one.product],
                phase=one.phase,
                point=point,
                result=RESULTS[letter],
                assessed_by=one.by,
                assessed_on=datetime.date.fromisoformat(one.on),
                found_cy=one.found.get(point, ("", ""))[0],
                found_en=one.found.get(point, ("", ""))[1],
                **MADE_UP.fields(),
            )
            for one in ASSESSMENTS
            for point, letter in enumerate(one.results, 1)
            if letter != "-"
        ],
    )
