"""Addresses of the comparison: appraisals, their options and runs."""

from django.urls import path

from funding.views import appraisals, editing, options, runs, workbooks

urlpatterns = [
    path("compare/", appraisals.AppraisalList.as_view(), name="appraisals"),
    path("compare/new/", editing.appraisal_new, name="appraisal_new"),
    path("compare/<int:pk>/", appraisals.appraisal, name="appraisal"),
    path("compare/<int:pk>/inputs/", appraisals.appraisal_inputs, name="appraisal_inputs"),
    path("compare/<int:pk>/edit/", editing.appraisal_edit, name="appraisal_edit"),
    path("compare/<int:pk>/history/", appraisals.AppraisalHistory.as_view(), name="appraisal_history"),
    path("compare/<int:pk>/case.json", appraisals.appraisal_case, name="appraisal_case"),
    path("compare/<int:pk>/workbook.xlsx", workbooks.appraisal_workbook, name="appraisal_workbook"),
    path("compare/<int:pk>/charts/<slug:chart>.json", appraisals.appraisal_chart, name="appraisal_chart"),
    path("compare/<int:pk>/<slug:sheet>.<slug:kind>", appraisals.appraisal_download, name="appraisal_download"),
    path(
        "compare/<int:pk>/working/<slug:option>/<slug:figure>/", appraisals.appraisal_working, name="appraisal_working"
    ),
    path("compare/<int:pk>/options/new/", options.option_new, name="option_new"),
    path("compare/<int:pk>/options/<slug:option>/", options.option_edit, name="option_edit"),
    path("compare/<int:pk>/options/<slug:option>/delete/", options.option_delete, name="option_delete"),
    path("compare/<int:pk>/run/", runs.run_make, name="run_make"),
    path("compare/runs/<int:pk>/", runs.run, name="run"),
    path("compare/runs/<int:pk>/inputs/", runs.run_inputs, name="run_inputs"),
    path("compare/runs/<int:pk>/case.json", runs.run_case, name="run_case"),
    path("compare/runs/<int:pk>/workbook.xlsx", workbooks.run_workbook, name="run_workbook"),
    path("compare/runs/<int:pk>/charts/<slug:chart>.json", runs.run_chart, name="run_chart"),
    path("compare/runs/<int:pk>/<slug:sheet>.<slug:kind>", runs.run_download, name="run_download"),
    path("compare/runs/<int:pk>/working/<slug:option>/<slug:figure>/", runs.run_working, name="run_working"),
]
