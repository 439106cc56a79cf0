"""What an appraisal keeps as JSON, in words, for its history."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.queries.doubt_words import DISTRIBUTIONS
from funding.queries.wording import written


def inputs_in_words(inputs: Mapping[str, Any]) -> str:
    """Each input by its name: "Effort to a first version: 30; Benefit a year: 400,000"."""
    return "; ".join(f"{vocabulary.label(path)}: {written(path, value)}" for path, value in inputs.items())


def uncertainty_in_words(kept: Mapping[str, Any]) -> str:
    """The draws, the seed, and what each number that was chosen here is drawn from."""
    said = [(_("Draws"), written("draws", kept["draws"]))] if "draws" in kept else []
    said += [(_("Seed"), str(kept["seed"]))] if "seed" in kept else []
    for path, given in kept.get("parameters", {}).items():
        said.append((str(vocabulary.label(path)), _drawn(path, given)))
    return "; ".join(f"{name}: {value}" for name, value in said)


def _drawn(path: str, given: Mapping[str, Any] | None) -> str:
    if given is None:
        return str(DISTRIBUTIONS["certain"])
    figures = [written(path, given[name]) for name in ("low", "likely", "high") if given.get(name) is not None]
    return f"{DISTRIBUTIONS[given['distribution']]} ({', '.join(figures)})"
