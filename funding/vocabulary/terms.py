"""A name, an explanation and a unit: what a page says of one input."""

from typing import NamedTuple

from django.utils.functional import Promise

Words = str | Promise


class Term(NamedTuple):
    """`unit` is the engine's own slug; `paths.UNITS` words it."""

    label: Words
    help: Words
    unit: str = ""
