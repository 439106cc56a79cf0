"""A form that asks whether what is doubtful is meant, as a person ticks it."""

from typing import Any

from tests.portfolio.pages import typed


def knowing(answer: Any) -> dict[str, str]:
    """What a browser would post once the tick under the warnings is made."""
    box = answer.context["form"].fields["knowingly"].widget
    return typed(answer) | {"knowingly": box.attrs["value"]}
