"""The pages that are measured, by the names of their addresses."""

# Pages of many rows or of none yet, by the names of their addresses, and what is asked of them.
LISTS = [
    "reporting:home",
    "reporting:board",
    "reporting:search?q=mon",
    "reporting:search?q=school",
    "reporting:portfolio",
    "reporting:products",
    "reporting:products?milestones=late&worse=any",
    "reporting:portfolio_board",
    "reporting:roadmap",
    "portfolio:products",
    "portfolio:organisations",
    "portfolio:programmes",
    "portfolio:participations",
    "portfolio:wales",
    "portfolio:wales_matrix",
    "portfolio:priorities",
    "portfolio:forums",
    "portfolio:meetings",
    "portfolio:leadership",
    "portfolio:sourcing",
    "portfolio:contracts",
    "portfolio:components",
    "portfolio:component_uses",
    "portfolio:likeness",
    "portfolio:not_alike",
    "funding:component_costs",
    "portfolio:milestones",
    "portfolio:baseline_changes",
    "portfolio:benefits",
    "portfolio:risks",
    "portfolio:decisions",
    "portfolio:lessons",
    "portfolio:confidences",
    "portfolio:standard",
    "squads:squads",
    "squads:posts",
    "squads:roles",
    "squads:vacancies",
    "squads:leaving",
    "squads:conversions",
    "squads:handovers",
    "squads:missing_roles",
    "squads:promised",
    "squads:heat_map",
    "funding:funding",
    "funding:funds",
    "funding:rounds",
    "funding:awards",
    "funding:other_costs",
    "funding:rates",
    "funding:assumptions",
    "funding:appraisals",
    "portfolio:product_new",
    "portfolio:forum_new",
    "portfolio:leadership_new",
    "portfolio:opportunity_new",
    "portfolio:contract_new",
    "squads:squad_new",
    "squads:component_new",
    "interchange:export",
]
# Pages of one record, with the model whose oldest row is shown: the small sample's, which has most on it.
DETAILS = [
    ("portfolio:product", "portfolio.Product"),
    ("portfolio:product_history", "portfolio.Product"),
    ("portfolio:product_adoption", "portfolio.Product"),
    ("portfolio:product_priorities", "portfolio.Product"),
    ("portfolio:forum", "portfolio.Forum"),
    ("portfolio:forum_members", "portfolio.Forum"),
    ("portfolio:meeting_record", "portfolio.Meeting"),
    ("portfolio:organisation_leadership", "portfolio.Organisation"),
    ("portfolio:opportunity", "portfolio.SourcingOpportunity"),
    ("portfolio:contract_edit", "portfolio.Contract"),
    ("portfolio:product_milestones", "portfolio.Product"),
    ("portfolio:milestone", "portfolio.Milestone"),
    ("portfolio:product_benefits", "portfolio.Product"),
    ("portfolio:benefit", "portfolio.Benefit"),
    ("portfolio:product_risks", "portfolio.Product"),
    ("portfolio:product_logs", "portfolio.Product"),
    ("portfolio:product_confidence", "portfolio.Product"),
    ("squads:product_standard", "portfolio.Product"),
    ("portfolio:organisation", "portfolio.Organisation"),
    ("portfolio:programme", "portfolio.Programme"),
    ("portfolio:component", "portfolio.Component"),
    ("portfolio:product_components", "portfolio.Product"),
    ("portfolio:likeness_group", "portfolio.Product"),
    ("squads:component_edit", "portfolio.Component"),
    ("funding:component_cost", "portfolio.Component"),
    ("squads:squad", "squads.Squad"),
    ("squads:posts_grid", "squads.Squad"),
    ("portfolio:milestones_grid", "portfolio.Product"),
    ("portfolio:benefits_grid", "portfolio.Product"),
    ("squads:post", "squads.Post"),
    ("squads:role", "squads.Role"),
    ("squads:conversion", "squads.Conversion"),
    ("squads:product_team", "portfolio.Product"),
    ("funding:conversion_saving", "squads.Conversion"),
    ("funding:fund", "funding.Fund"),
    ("funding:round", "funding.Round"),
    ("funding:award", "funding.Award"),
    ("funding:rate", "funding.Rate"),
    ("funding:assumption", "funding.Assumption"),
    ("funding:product_money", "portfolio.Product"),
    ("funding:appraisal", "funding.Appraisal"),
    ("funding:appraisal_edit", "funding.Appraisal"),
    ("funding:run", "funding.Run"),
]

# Forms, what is asked before something is done, and histories: by the model of the record that the address names.
FORMS = {
    "portfolio.Product": (
        "portfolio:product_edit portfolio:product_delete portfolio:participation_new portfolio:component_use_new "
        "portfolio:milestone_new portfolio:benefit_new portfolio:risk_new portfolio:decision_new portfolio:lesson_new "
        "portfolio:confidence_new portfolio:priority_new portfolio:not_alike_split"
    ),
    "portfolio.Participation": (
        "portfolio:participation_edit portfolio:participation_back portfolio:participation_history"
    ),
    "portfolio.Component": "portfolio:component_history portfolio:component_delete",
    "portfolio.ComponentUse": "portfolio:component_use_edit portfolio:component_use_delete",
    "portfolio.NotAlike": "portfolio:not_alike_take_back",
    "portfolio.Milestone": (
        "portfolio:milestone_edit portfolio:milestone_history portfolio:milestone_delete portfolio:baseline_ask"
    ),
    "portfolio.BaselineChange": (
        "portfolio:baseline_change portfolio:baseline_decide portfolio:baseline_change_delete"
    ),
    "portfolio.Benefit": (
        "portfolio:benefit_edit portfolio:benefit_history portfolio:benefit_delete portfolio:benefit_year_new"
    ),
    "portfolio.BenefitYear": "portfolio:benefit_year_edit portfolio:benefit_year_delete",
    "portfolio.Risk": "portfolio:risk_edit portfolio:risk_close portfolio:risk_history portfolio:risk_delete",
    "portfolio.Decision": (
        "portfolio:decision_edit portfolio:decision_made portfolio:decision_history portfolio:decision_delete"
    ),
    "portfolio.Lesson": "portfolio:lesson_edit portfolio:lesson_history portfolio:lesson_delete",
    "portfolio.Confidence": "portfolio:confidence_edit portfolio:confidence_history portfolio:confidence_delete",
    "portfolio.Priority": "portfolio:priority_edit portfolio:priority_delete",
    "portfolio.Forum": (
        "portfolio:forum_edit portfolio:forum_history portfolio:forum_plan portfolio:forum_unplan portfolio:meeting_new"
    ),
    "portfolio.Meeting": "portfolio:meeting_edit portfolio:meeting_delete",
    "portfolio.Leadership": "portfolio:leadership_edit portfolio:leadership_delete",
    "portfolio.SourcingOpportunity": "portfolio:opportunity_edit portfolio:opportunity_history",
    "portfolio.Contract": "portfolio:contract portfolio:contract_history",
    "squads.Squad": "squads:squad_edit squads:squad_history squads:assignment_new squads:post_new",
    "squads.Assignment": "squads:assignment_edit",
    "squads.Post": (
        "squads:post_edit squads:post_history squads:post_end squads:post_extend squads:post_split squads:post_convert "
        "squads:post_take_back"
    ),
    "squads.Conversion": "squads:conversion_history squads:conversion_take_back squads:handover_new",
    "squads.HandoverItem": "squads:handover_edit squads:handover_delete",
    "portfolio.StandardAssessment": "squads:standard_history",
}
DETAILS += [(name, model) for model, names in FORMS.items() for name in names.split()]
