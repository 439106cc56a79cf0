"""Functions of several cells at once: what SUM, INDEX and their like read."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from funding.documents.workbook.expressions import Expr, Step
from funding.documents.workbook.functions import holds_number

if TYPE_CHECKING:
    from funding.documents.workbook.grid import Sheet


class Span:
    """Several cells side by side or below each other: what SUM, INDEX and their like read."""

    def text(self, on: Sheet) -> str:
        raise NotImplementedError

    def values(self, t: int) -> Sequence[Any]:
        """What they hold, as read from column t."""
        raise NotImplementedError


class Over(Expr):
    """A function of spans alone."""

    def __init__(self, name: str, function: Callable[..., Any], *spans: Span) -> None:
        self.name, self.function, self.spans = name, function, spans

    def text(self, on: Sheet) -> str:
        return f"{self.name}({','.join(one.text(on) for one in self.spans)})"

    def step(self) -> Step:
        function, spans = self.function, self.spans
        return lambda t: function(*[one.values(t) for one in spans])


def total(*spans: Span) -> Expr:
    return Over("SUM", lambda *found: sum(sum(one) for one in found), *spans)


def lowest(*spans: Span) -> Expr:
    return Over("MIN", lambda *found: min(min(one) for one in found), *spans)


def highest(*spans: Span) -> Expr:
    return Over("MAX", lambda *found: max(max(one) for one in found), *spans)


def numbers_in(*spans: Span) -> Expr:
    """How many of their cells hold a number."""
    return Over("COUNT", lambda *found: sum(holds_number(value) for one in found for value in one), *spans)


def sum_of_products(*spans: Span) -> Expr:
    return Over("SUMPRODUCT", lambda *found: sum(math.prod(one) for one in zip(*found, strict=True)), *spans)


class Index(Expr):
    """The cell of a span at a position, the first being 1."""

    def __init__(self, span: Span, position: Expr) -> None:
        self.span, self.position = span, position

    def text(self, on: Sheet) -> str:
        return f"INDEX({self.span.text(on)},{self.position.text(on)})"

    def step(self) -> Step:
        span, position = self.span, self.position.step()
        return lambda t: span.values(t)[int(position(t)) - 1]


class SumWhere(Expr):
    """The sum of those cells of a span beside which another holds this number."""

    def __init__(self, summed: Span, tested: Span, wanted: Expr) -> None:
        self.summed, self.tested, self.wanted = summed, tested, wanted

    def text(self, on: Sheet) -> str:
        return f"SUMPRODUCT(({self.tested.text(on)}={self.wanted.text(on)})*{self.summed.text(on)})"

    def step(self) -> Step:
        summed, tested, wanted = self.summed, self.tested, self.wanted.step()

        def step(t: int) -> float:
            pairs = zip(summed.values(t), tested.values(t), strict=True)
            found: float = sum(value for value, test in pairs if test == wanted(t))
            return found

        return step
