"""A formula written once: as the text a spreadsheet reads, and as the step that gives its value here.

`before(permanent) * stays` is `E40*$C$12` in a cell and a function of the column in Python. So the cached value of
every cell comes of the very formula that stands in it, and none is written down twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from funding.documents.workbook.grid import Sheet

Step = Callable[[int], Any]
# Stand in a formula's text for the letters of its own column and of the one before it.
HERE, BEFORE = "\x01", "\x02"


class Expr:
    """`strength` is how tightly its outermost operator binds: a weaker one inside a stronger is put in brackets."""

    strength = 9

    def text(self, on: Sheet) -> str:
        """The formula as it stands on a sheet, with HERE and BEFORE for columns."""
        raise NotImplementedError

    def step(self) -> Step:
        """Its value in each column, the first being 0."""
        raise NotImplementedError

    def __add__(self, other: Operand) -> Expr:
        return Binary("+", self, expr(other))

    def __radd__(self, other: Operand) -> Expr:
        return Binary("+", expr(other), self)

    def __sub__(self, other: Operand) -> Expr:
        return Binary("-", self, expr(other))

    def __rsub__(self, other: Operand) -> Expr:
        return Binary("-", expr(other), self)

    def __mul__(self, other: Operand) -> Expr:
        return Binary("*", self, expr(other))

    def __rmul__(self, other: Operand) -> Expr:
        return Binary("*", expr(other), self)

    def __truediv__(self, other: Operand) -> Expr:
        return Binary("/", self, expr(other))

    def __rtruediv__(self, other: Operand) -> Expr:
        return Binary("/", expr(other), self)

    def __pow__(self, other: Operand) -> Expr:
        return Binary("^", self, expr(other))

    def __gt__(self, other: Operand) -> Expr:
        return Binary(">", self, expr(other))

    def __ge__(self, other: Operand) -> Expr:
        return Binary(">=", self, expr(other))

    def __lt__(self, other: Operand) -> Expr:
        return Binary("<", self, expr(other))

    def __le__(self, other: Operand) -> Expr:
        return Binary("<=", self, expr(other))

    def equals(self, other: Operand) -> Expr:
        return Binary("=", self, expr(other))

    def joined(self, other: Operand) -> Expr:
        """One text after another."""
        return Binary("&", self, expr(other))


Operand = Expr | float | str


def expr(operand: Operand) -> Expr:
    return operand if isinstance(operand, Expr) else Literal(operand)


class Literal(Expr):
    """A number or a text that is part of a formula: 0, 1, 12 and what no input could be."""

    def __init__(self, value: float | str) -> None:
        self.value = value

    def text(self, on: Sheet) -> str:
        if isinstance(self.value, str):
            return '"' + self.value.replace('"', '""') + '"'
        return repr(int(self.value)) if self.value == int(self.value) else repr(self.value)

    def step(self) -> Step:
        value = self.value
        return lambda t: value


def written_out(value: Any) -> str:
    return str(int(value)) if isinstance(value, int | float) and value == int(value) else str(value)


STRENGTHS = {"=": 1, ">": 1, ">=": 1, "<": 1, "<=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}


class Binary(Expr):
    def __init__(self, operator: str, left: Expr, right: Expr) -> None:
        self.operator, self.left, self.right = operator, left, right
        self.strength = STRENGTHS[operator]

    def text(self, on: Sheet) -> str:
        left, right = self.left.text(on), self.right.text(on)
        if self.left.strength < self.strength or (self.operator == "^" and self.left.strength == self.strength):
            left = f"({left})"
        if self.right.strength <= self.strength:
            right = f"({right})"
        return f"{left}{self.operator}{right}"

    def step(self) -> Step:
        a, b = self.left.step(), self.right.step()
        return _STEPS[self.operator](a, b)


_STEPS: dict[str, Callable[[Step, Step], Step]] = {
    "+": lambda a, b: lambda t: a(t) + b(t),
    "-": lambda a, b: lambda t: a(t) - b(t),
    "*": lambda a, b: lambda t: a(t) * b(t),
    "/": lambda a, b: lambda t: a(t) / b(t),
    "^": lambda a, b: lambda t: a(t) ** b(t),
    "=": lambda a, b: lambda t: a(t) == b(t),
    ">": lambda a, b: lambda t: a(t) > b(t),
    ">=": lambda a, b: lambda t: a(t) >= b(t),
    "<": lambda a, b: lambda t: a(t) < b(t),
    "<=": lambda a, b: lambda t: a(t) <= b(t),
    "&": lambda a, b: lambda t: written_out(a(t)) + written_out(b(t)),
}


class Call(Expr):
    """A function of plain values, all of them worked out before it."""

    def __init__(self, name: str, function: Callable[..., Any], *arguments: Operand) -> None:
        self.name, self.function = name, function
        self.arguments = [expr(one) for one in arguments]

    def text(self, on: Sheet) -> str:
        return f"{self.name}({','.join(one.text(on) for one in self.arguments)})"

    def step(self) -> Step:
        function, steps = self.function, [one.step() for one in self.arguments]
        if len(steps) == 1:
            [only] = steps
            return lambda t: function(only(t))
        if len(steps) == 2:
            first, second = steps
            return lambda t: function(first(t), second(t))
        return lambda t: function(*[one(t) for one in steps])


class If(Expr):
    """Only the branch that is taken is worked out, here as in a spreadsheet."""

    def __init__(self, condition: Expr, then: Operand, otherwise: Operand) -> None:
        self.condition, self.then, self.otherwise = condition, expr(then), expr(otherwise)

    def text(self, on: Sheet) -> str:
        return f"IF({self.condition.text(on)},{self.then.text(on)},{self.otherwise.text(on)})"

    def step(self) -> Step:
        condition, then, otherwise = self.condition.step(), self.then.step(), self.otherwise.step()
        return lambda t: then(t) if condition(t) else otherwise(t)
