"""Addresses of the comparison: appraisals, their options and runs."""

from django.urls import path

from funding.views import (
    against,
    appraisals,
    assurance,
    doubted,
    doubts,
    editing,
    jobs,
    judgements,
    options,
    runs,
    sharing,
    workbooks,
)

urlpatterns = [
    path("compare/", appraisals.AppraisalList.as_view(), name="appraisals"),
    path("compare/new/", editing.appraisal_new, name="appraisal_new"),
    path("compare/<int:pk>/", appraisals.appraisal, name="appraisal"),
    path("compare/jobs/", jobs.JobList.as_view(), name="jobs"),
    path("compare/jobs/every/", jobs.portfolio_doubted, name="portfolio_doubted"),
    path("compare/jobs/<int:pk>/", jobs.job, name="job"),
    path("compare/jobs/<int:pk>/cancel/", jobs.job_cancel, name="job_cancel"),
    path("compare/<int:pk>/doubts/", doubts.appraisal_doubts, name="appraisal_doubts"),
    path("compare/<int:pk>/draw/", jobs.run_doubted, name="run_doubted"),
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
    path("compare/<int:pk>/squad/", sharing.appraisal_squad, name="appraisal_squad"),
    path("compare/<int:pk>/squad/edit/", sharing.appraisal_squad_edit, name="appraisal_squad_edit"),
    path(
        "compare/<int:pk>/squad/figures.<slug:kind>", sharing.appraisal_squad_download, name="appraisal_squad_download"
    ),
    path("compare/<int:pk>/options/new/", options.option_new, name="option_new"),
    path("compare/<int:pk>/options/<slug:option>/", options.option_edit, name="option_edit"),
    path("compare/<int:pk>/options/<slug:option>/delete/", options.option_delete, name="option_delete"),
    path("compare/<int:pk>/run/", runs.run_make, name="run_make"),
    path("compare/runs/<int:pk>/", runs.run, name="run"),
    path("compare/runs/<int:pk>/draw/", jobs.run_draw, name="run_draw"),
    path("compare/runs/<int:pk>/uncertainty/", doubted.run_uncertainty, name="run_uncertainty"),
    path(
        "compare/runs/<int:pk>/uncertainty/<slug:sheet>.<slug:kind>",
        doubted.run_uncertainty_download,
        name="run_uncertainty_download",
    ),
    path("compare/runs/<int:pk>/sensitivity/", doubted.run_sensitivity, name="run_sensitivity"),
    path(
        "compare/runs/<int:pk>/sensitivity/<slug:sheet>.<slug:kind>",
        doubted.run_sensitivity_download,
        name="run_sensitivity_download",
    ),
    path("compare/runs/<int:pk>/squad/", sharing.run_squad, name="run_squad"),
    path("compare/runs/<int:pk>/squad/figures.<slug:kind>", sharing.run_squad_download, name="run_squad_download"),
    path("compare/runs/<int:pk>/inputs/", runs.run_inputs, name="run_inputs"),
    path("compare/runs/<int:pk>/case.json", runs.run_case, name="run_case"),
    path("compare/runs/<int:pk>/workbook.xlsx", workbooks.run_workbook, name="run_workbook"),
    path("compare/runs/<int:pk>/charts/<slug:chart>.json", runs.run_chart, name="run_chart"),
    path("compare/runs/<int:pk>/<slug:sheet>.<slug:kind>", runs.run_download, name="run_download"),
    path("compare/runs/<int:pk>/working/<slug:option>/<slug:figure>/", runs.run_working, name="run_working"),
    path("compare/<int:pk>/judgements/", judgements.appraisal_judgements, name="appraisal_judgements"),
    path("compare/runs/<int:pk>/judgements/", judgements.run_judgements, name="run_judgements"),
    path("compare/runs/<int:pk>/assurance/", assurance.run_assurance, name="run_assurance"),
    path("compare/runs/<int:pk>/assurance/edit/", assurance.run_assurance_edit, name="run_assurance_edit"),
    path("compare/runs/<int:pk>/assurance/decision/", assurance.run_decision, name="run_decision"),
    path("compare/runs/<int:pk>/assurance/sign/", assurance.run_sign, name="run_sign"),
    path("compare/runs/<int:pk>/against/", against.run_choose, name="run_choose"),
    path("compare/runs/<int:pk>/against/<int:other>/", against.run_against, name="run_against"),
]
