"""What pages are made from: a list, a record, a form, a history. Each names its right and shows only visible rows."""

from kit.access import Page, SignedInRequest, permission_required_403
from kit.forms import switching_language
from kit.views.downloads import WithDownloads, table_file
from kit.views.edits import EditPage, NewUnderPage
from kit.views.grids import GridPage
from kit.views.lists import PER_PAGE, ListPage
from kit.views.open import accessibility, health
from kit.views.records import DetailPage, HistoryPage

__all__ = [
    "PER_PAGE",
    "DetailPage",
    "EditPage",
    "GridPage",
    "HistoryPage",
    "ListPage",
    "NewUnderPage",
    "Page",
    "SignedInRequest",
    "WithDownloads",
    "accessibility",
    "health",
    "permission_required_403",
    "switching_language",
    "table_file",
]
