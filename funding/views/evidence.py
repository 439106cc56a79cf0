"""The wider evidence: a page of what the defaults rest on."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from funding.queries.defaults import evidence_finding, wider_evidence
from funding.tables.evidence import FindingTable
from kit.views import ListPage


class EvidenceList(ListPage):
    """It comes with the release and is the same for everybody, so no row of it is anybody's."""

    permission = "funding.view_assumption"
    table_class = FindingTable
    title = _("Evidence")

    def get_queryset(self) -> Any:
        return list(wider_evidence())

    def finding(self, rows: Any) -> list[str]:
        return evidence_finding(rows)
