"""All of a squad's posts changed on one page."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.grids import DoubtfulError, GridColumn, GridRow, GridSource
from kit.knowing import KNOWINGLY, seal_of
from kit.views import GridPage
from squads.actions.posts import save_post
from squads.forms.posts import PostForm
from squads.forms.posts_grid import post_columns
from squads.models import Post, Squad
from squads.queries.posts_grid import posts_as_rows


class PostsGrid(GridPage):
    permission = "squads.change_squad"
    parent_model = Squad
    place = (_("Squads"), "squads:squads")
    title = _("Change all posts")
    row_label = _("Post")
    explanation = _(
        "Posts that have ended are left out. A post's end is the first day on which it is no longer planned, "
        "the day after its last."
    )

    def get_columns(self) -> Sequence[GridColumn]:
        return post_columns(user=self.request.user)

    def get_sources(self, *, lock: bool) -> Sequence[GridSource]:
        return posts_as_rows(squad=self.parent, lock=lock)

    def get_explanation(self) -> Any:
        if self.parent.last_day is None:
            return self.explanation
        last = gettext("The squad's last day is %(day)s.") % {"day": formats.date(self.parent.last_day)}
        return f"{self.explanation} {last}"

    def get_back_url(self) -> str:
        return reverse("squads:squad", args=[self.parent.pk])

    def save_row(self, row: GridRow) -> None:
        """Judged and saved by the form of a post, so that one rule holds on both pages."""
        if row.is_new:
            post, kept = Post(squad=self.parent), {"evidence": Post._meta.get_field("evidence").get_default()}
        else:
            post = Post.objects.get(pk=row.key)
            kept = {name: getattr(post, name) for name in ("evidence", "source_cy", "source_en", "version")}
        # A doubt that was agreed to on the page of the grid is one that is agreed to on the form.
        kept |= {KNOWINGLY: seal_of(row.doubts)}
        typed = row.texts | {name: row.values[name] for name in ("role", "employment", "state")}
        form = PostForm(typed | kept, user=self.request.user, on=timezone.localdate(), instance=post)
        if not form.is_valid():
            faults = form.errors.as_data()
            doubts = [str(words) for words in form.errors.get(KNOWINGLY, [])]
            faults.pop(KNOWINGLY, None)
            raise ValidationError(faults) if faults else DoubtfulError(doubts)
        save_post(form=form, on=form.cleaned_data["state_from"])
