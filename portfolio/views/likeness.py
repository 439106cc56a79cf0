"""Products that look alike, and the office's word that some of them are not the same."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kit.forms import switching_language
from kit.views import ListPage, SignedInRequest, permission_required_403
from kit.views.rows import editable_row
from portfolio.actions.likeness import said_together, say_not_alike, take_back
from portfolio.filters.likeness import GroupFilter, NotAlikeFilter
from portfolio.forms.likeness import NotAlikeForm, SplitForm, TakeBackForm
from portfolio.models import NotAlike, Product
from portfolio.queries.alike_scores import NAMES, SUMMARIES
from portfolio.queries.likeness import (
    Likeness,
    built_again,
    groups_of_alike,
    likeness_finding,
    likeness_of,
    pair_finding,
)
from portfolio.sheets import again_sheet
from portfolio.tables.likeness import GroupTable, NotAlikeTable, PairTable


class LikenessList(ListPage):
    permission = "portfolio.view_product"
    model = Product
    table_class = GroupTable
    filterset_class = GroupFilter
    title = _("The same thing built many times")
    template_name = "portfolio/likeness.html"
    empty_text = _("No two products that you may see look alike by their names or summaries.")
    tables: ClassVar = {"again": lambda page: again_sheet(page["again"], on=timezone.localdate())}

    def get_queryset(self) -> Any:
        return groups_of_alike(user=self.request.user)

    def finding(self, rows: Any) -> Any:
        self.again = built_again(user=self.request.user)
        return likeness_finding(groups=rows, again=self.again)

    def get_context(self) -> dict[str, Any]:
        return {"again": self.again, "names": NAMES / 100, "summaries": SUMMARIES / 100}


class LikenessGroup(ListPage):
    """The pairs of the group that a product is in."""

    permission = "portfolio.view_product"
    model = Product
    table_class = PairTable
    template_name = "portfolio/likeness_group.html"
    empty_text = _("No other product that you may see is like this one.")

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        rows = Product.objects.visible_to(request.user).select_related("organisation")
        self.product = get_object_or_404(rows, pk=kwargs["pk"])
        self.likeness = likeness_of(product=self.product, user=request.user)
        self.title = gettext("Alike: %(name)s") % {"name": self.likeness.title}
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        return list(self.likeness.pairs)

    def finding(self, rows: Any) -> Any:
        return pair_finding(self.likeness)

    def get_context(self) -> dict[str, Any]:
        return {
            "product": self.product,
            "products": self.likeness.products,
            "can_judge": self.request.user.has_perm("portfolio.change_register"),
            "names": NAMES / 100,
            "summaries": SUMMARIES / 100,
        }


class NotAlikeList(ListPage):
    permission = "portfolio.view_product"
    model = NotAlike
    table_class = NotAlikeTable
    filterset_class = NotAlikeFilter
    title = _("Products that are not the same")
    template_name = "portfolio/not_alike_list.html"
    empty_text = _(
        "Nothing yet. Where two products look alike and are not the same, the chief digital officer's office can "
        "say so."
    )

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("first", "second", "said_by")


@require_http_methods(["GET", "POST"])
@permission_required_403("portfolio.change_register")
def not_alike_new(request: SignedInRequest, first: int, second: int) -> HttpResponse:
    """Says of two products that they are not the same, and why."""
    found = Product.objects.visible_to(request.user).select_related("organisation").in_bulk({first, second})
    if len(found) < 2:
        raise Http404
    one, other = found[first], found[second]
    back = reverse("portfolio:likeness_group", args=[one.pk])
    form = NotAlikeForm(request.POST or None)
    if _is_saved(request, form):
        say_not_alike(
            products=[one], others=[other], by=request.user, on=timezone.localdate(), reason=form.cleaned_data["reason"]
        )
        messages.success(request, gettext("Noted: the two products are not the same."))
        return redirect(back)
    context = {
        "title": gettext("Not the same"),
        "question": gettext("Are these two products not the same?"),
        "products": [one, other],
        "form": form,
        "language_form": "edit",
        "back": back,
        "button": gettext("They are not the same"),
    }
    return render(request, "portfolio/not_alike.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@permission_required_403("portfolio.change_register")
def not_alike_split(request: SignedInRequest, pk: int) -> HttpResponse:
    """Parts some products of a group from the rest of it, all pairs at once."""
    product = get_object_or_404(Product.objects.visible_to(request.user), pk=pk)
    likeness: Likeness = likeness_of(product=product, user=request.user)
    back = reverse("portfolio:likeness_group", args=[pk])
    form = SplitForm(request.POST or None, products=likeness.products)
    if _is_saved(request, form):
        said = say_not_alike(
            products=form.chosen,
            others=form.rest,
            by=request.user,
            on=timezone.localdate(),
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, gettext("Noted. Pairs that are not the same: %(number)s.") % {"number": said})
        return redirect(back)
    context = {
        "title": gettext("Part the group"),
        "question": gettext("Which of these are not the same as the others?"),
        "form": form,
        "language_form": "edit",
        "back": back,
        "button": gettext("Part them from the others"),
    }
    return render(request, "portfolio/not_alike.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@permission_required_403("portfolio.change_register")
def not_alike_take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undoes the word that two products are not the same: from then on they may look alike again."""
    row = editable_row(NotAlike, request.user, pk)
    together = len(list(said_together(row)))
    form = TakeBackForm(request.POST or None, together=together)
    if together == 1:
        del form.fields["which"]
    if request.method == "POST" and (together == 1 or form.is_valid()) and not switching_language(request):
        taken = take_back(row=row, all_together=together > 1 and form.cleaned_data["which"] == "all")
        messages.success(request, gettext("Undone. Pairs: %(number)s.") % {"number": taken})
        return redirect("portfolio:not_alike")
    context = {
        "title": gettext("Undo “not the same”"),
        "question": gettext("Undo that these two are not the same?"),
        "products": [row.first, row.second],
        "reason": row.reason,
        "form": form,
        "language_form": "edit",
        "back": reverse("portfolio:not_alike"),
        "button": gettext("Undo it"),
    }
    return render(request, "portfolio/not_alike.html", context, status=422 if form.errors else 200)


def _is_saved(request: SignedInRequest, form: Any) -> bool:
    """Whether what was posted is to be kept: not where only the language was changed."""
    if switching_language(request):
        form.as_typed()
        return False
    return request.method == "POST" and form.is_valid()
