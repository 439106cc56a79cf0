"""Addresses of boards and groups, and of their meetings."""

from django.urls import path

from portfolio.views import forums, meetings

urlpatterns = [
    path("forums/", forums.ForumList.as_view(), name="forums"),
    path("forums/new/", forums.ForumEdit.as_view(), name="forum_new"),
    path("forums/<int:pk>/", forums.ForumPage.as_view(), name="forum"),
    path("forums/<int:pk>/edit/", forums.ForumEdit.as_view(), name="forum_edit"),
    path("forums/<int:pk>/history/", forums.ForumHistory.as_view(), name="forum_history"),
    path("forums/<int:pk>/members/", forums.ForumMembers.as_view(), name="forum_members"),
    path("forums/<int:pk>/plan/", forums.ForumPlan.as_view(), name="forum_plan"),
    path("forums/<int:pk>/plan/undo/", forums.ForumUnplan.as_view(), name="forum_unplan"),
    path("forums/<int:pk>/meetings/new/", meetings.MeetingNew.as_view(), name="meeting_new"),
    path("meetings/", meetings.MeetingList.as_view(), name="meetings"),
    path("meetings/<int:pk>/edit/", meetings.MeetingEdit.as_view(), name="meeting_edit"),
    path("meetings/<int:pk>/record/", meetings.MeetingRecord.as_view(), name="meeting_record"),
    path("meetings/<int:pk>/delete/", meetings.MeetingDelete.as_view(), name="meeting_delete"),
]
