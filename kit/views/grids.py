"""A page on which many rows are changed at once and saved in one go, or not at all."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.access import Page
from kit.forms import SWITCH, switching_language
from kit.grids import DoubtfulError, Grid, GridColumn, GridRow, GridSource
from kit.sheets import Sheet, download
from kit.views.rows import editable_row

# Faults that are led to above the grid; the others are marked in it.
MOST_NAMED = 20


class GridPage(Page):
    """The rows of one parent. A subclass names the columns, reads the rows and saves one of them."""

    template_name = "kit/grid.html"
    parent_model: Any
    place: tuple[Any, str] = ("", "")  # the list that the parent is in: its name, and that of its address
    title: Any = ""
    row_label: Any = _("Row")
    explanation: Any = ""
    blank = 3
    form_id = "grid"

    def get_columns(self) -> Sequence[GridColumn]:
        raise NotImplementedError

    def get_sources(self, *, lock: bool) -> Sequence[GridSource]:
        """The rows as they are; with `lock`, held until the save is done."""
        raise NotImplementedError

    def save_row(self, row: GridRow) -> None:
        """Saves one row that was touched, or raises ValidationError with the names of columns.

        It may raise DoubtfulError. It is then called again, with `row.doubts`, once its reader has agreed to them.
        """
        raise NotImplementedError

    def get_explanation(self) -> Any:
        return self.explanation

    def get_back_url(self) -> str:
        raise NotImplementedError

    def _prepare(self) -> None:
        self.parent = editable_row(self.parent_model, self.request.user, self.kwargs["pk"])
        self.columns = list(self.get_columns())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self._prepare()
        grid = Grid(self.columns, self.get_sources(lock=False), blank=self.blank)
        if kind := request.GET.get("download"):
            return self._download(grid, kind)
        return self._page(grid)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self._prepare()
        if switching_language(request):
            grid = Grid(self.columns, self.get_sources(lock=False), data=request.POST, blank=self.blank)
            if request.POST.get(SWITCH) == "judged":
                grid.meet()
                grid.read()
            return self._page(grid)
        with transaction.atomic():
            grid = Grid(self.columns, self.get_sources(lock=True), data=request.POST, blank=self.blank)
            grid.meet()
            grid.read()
            if grid.is_good:
                self._save(grid)
            if not grid.is_good:
                transaction.set_rollback(True)
        if not grid.is_good:
            return self._page(grid, status=409 if grid.conflicts or grid.lost else 422)
        self._say(grid)
        return redirect(self.get_back_url())

    def _save(self, grid: Grid) -> None:
        for row in grid.changed:
            self._save_row(row)
        if grid.agreed:
            for row in grid.changed:
                if row.doubts:
                    self._save_row(row)

    def _save_row(self, row: GridRow) -> None:
        try:
            with transaction.atomic():
                self.save_row(row)
        except ValidationError as fault:
            row.refuse(fault)
        except DoubtfulError as doubt:
            row.doubts = doubt.words

    def _say(self, grid: Grid) -> None:
        new = sum(row.is_new for row in grid.changed)
        if not grid.changed:
            messages.info(self.request, gettext("Nothing was changed, so nothing was saved."))
            return
        said = {"changed": len(grid.changed) - new, "new": new}
        messages.success(self.request, gettext("Saved. Rows changed: %(changed)s. New rows: %(new)s.") % said)

    def _download(self, grid: Grid, kind: str) -> HttpResponse:
        kept = [row for row in grid.rows if not row.is_new]
        rows = [[row.title, *(cell.column.keep(cell.kept) for cell in row.cells)] for row in kept]
        headings = [str(self.row_label), *(column.label for column in self.columns)]
        sheet = Sheet(title=str(self.title), headings=headings, rows=rows, as_at=timezone.localdate())
        return download(sheet, kind=kind, name=slugify(str(self.title)))

    def _page(self, grid: Grid, status: int = 200) -> HttpResponse:
        context = {
            "grid": grid,
            "faults": grid.faults[:MOST_NAMED],
            "faults_beyond": max(0, len(grid.faults) - MOST_NAMED),
            "parent": self.parent,
            "place": self.place,
            "title": self.title,
            "row_label": self.row_label,
            "explanation": self.get_explanation(),
            "language_form": self.form_id,
            "cancel_url": self.get_back_url(),
            # What the language toggle asks of a form: whether it has been judged.
            "form": {"is_bound": bool(grid.faults), "errors": grid.faults},
        }
        return render(self.request, self.template_name, context, status=status)
