"""The way back from a form or a history to the list it belongs to."""

from typing import Any, ClassVar

from kit.views import HistoryPage


class UnderList:
    """For a form of a register. `register` is the heading of its list, `register_url_name` the name of its address.

    A row that is there already has a step of its own between the two, wherever "Cancel" leads but to the list.
    """

    template_name: Any = "portfolio/register_edit.html"
    register: ClassVar[Any]
    register_url_name: ClassVar[str]

    def above(self, row: Any) -> Any:
        """What the step between is called; "" for none."""
        return row if row.pk else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        row = found.get("object")
        return found | {
            "register": self.register,
            "register_url_name": self.register_url_name,
            "above": self.above(row) if row is not None else "",
            "above_address": found.get("cancel_url") or found.get("detail_url"),
        }


class RegisterHistory(UnderList, HistoryPage):
    permission = "portfolio.view_product"
    template_name = "portfolio/register_history.html"
