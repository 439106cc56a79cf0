"""Meetings of boards and groups: the list, planning one, and writing down what became of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.access import Page, SignedInRequest
from kit.views import EditPage, ListPage, NewUnderPage
from kit.views.rows import editable_row
from portfolio.actions.forums import NotJustPlannedError, take_out
from portfolio.filters.meetings import MeetingFilter
from portfolio.forms.forums import MeetingForm, RecordForm
from portfolio.models import Forum, Meeting
from portfolio.queries import forums as queries
from portfolio.tables.meetings import MeetingTable
from portfolio.views.forums import ForumList
from portfolio.views.register import UnderList


class MeetingList(ListPage):
    permission = "portfolio.view_product"
    model = Meeting
    table_class = MeetingTable
    filterset_class = MeetingFilter
    title = _("Meetings")
    template_name = "portfolio/meetings.html"
    empty_text = _("No meeting is planned, and none was held. Meetings are planned on a forum's own page.")

    def get_queryset(self) -> Any:
        return queries.with_attendance(super().get_queryset().select_related("forum"), timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return queries.meetings_finding(rows, on=timezone.localdate())


class _OfMeeting(UnderList, EditPage):
    register, register_url_name = ForumList.title, "portfolio:forums"
    permission = "portfolio.change_register"
    model = Meeting

    def above(self, row: Any) -> Any:
        return row.forum

    def get_success_url(self) -> str:
        return reverse("portfolio:forum", args=[self.object.forum_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class MeetingNew(_OfMeeting, NewUnderPage):
    form_class = MeetingForm
    parent_model, parent_field, parent_url_name = Forum, "forum", "portfolio:forum"
    title_new = _("Add a meeting")
    saved_message = _("The meeting is planned.")


class MeetingEdit(_OfMeeting):
    form_class = MeetingForm
    title_edit = _("Change the meeting")
    saved_message = _("The meeting has been saved.")


class MeetingRecord(_OfMeeting):
    """Held, missed, or due again where the record was wrong."""

    form_class = RecordForm
    title_edit = _("What became of the meeting")
    saved_message = _("What became of the meeting has been written down.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}

    def get_initial(self) -> dict[str, Any]:
        """A meeting whose day has come was most likely held on it."""
        meeting, found = self.object, super().get_initial()
        if meeting.state == Meeting.State.DUE and meeting.due_on <= timezone.localdate():
            found |= {"state": Meeting.State.HELD, "held_on": meeting.due_on}
        return found


class MeetingDelete(Page):
    """Takes out a meeting that is no more than planned."""

    permission = "portfolio.change_register"

    def get(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        return render(request, "portfolio/meeting_delete.html", {"meeting": editable_row(Meeting, request.user, pk)})

    def post(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        meeting = editable_row(Meeting, request.user, pk)
        try:
            take_out(meeting=meeting)
        except NotJustPlannedError as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, gettext("The meeting has been taken out."))
        return redirect("portfolio:forum", meeting.forum_id)
