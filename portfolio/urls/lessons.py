"""Addresses of lessons."""

from django.urls import path

from portfolio.views import lessons, take_out

urlpatterns = [
    path("products/<int:pk>/lessons/new/", lessons.LessonNew.as_view(), name="lesson_new"),
    path("lessons/", lessons.LessonList.as_view(), name="lessons"),
    path("lessons/<int:pk>/edit/", lessons.LessonEdit.as_view(), name="lesson_edit"),
    path("lessons/<int:pk>/history/", lessons.LessonHistory.as_view(), name="lesson_history"),
    path("lessons/<int:pk>/delete/", take_out.LessonTakeOut.as_view(), name="lesson_delete"),
]
