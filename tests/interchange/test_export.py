"""The export: one workbook of what its reader may see, as the pages show it."""

import io

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.whole import complete
from tests.world import HOLDER, NOW, SALARY, World, make_holding, make_world

pytestmark = pytest.mark.django_db
ADDRESS = "/en/exchange/cynnal.xlsx"


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


def taken(client, world: World, who: str, address: str = ADDRESS) -> dict[str, list[list[object]]]:
    client.force_login(world.person(who))
    response = client.get(address)
    assert response.status_code == 200
    assert "2026-11-24" in response["Content-Disposition"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def everything(sheets: dict[str, list[list[object]]]) -> list[object]:
    return [cell for rows in sheets.values() for row in rows for cell in row]


def test_the_first_sheet_says_who_took_it_when_and_in_which_language(client, world):
    sheets = taken(client, world, "finance")
    cells = [cell for row in next(iter(sheets.values())) for cell in row]
    assert any("finance@example.test" in str(cell) for cell in cells)
    assert any("24 November 2026" in str(cell) for cell in cells)
    assert "English" in cells


def test_a_sheet_a_list_and_as_many_sheets_as_the_page_promises(client, world):
    sheets = taken(client, world, "finance")
    page = client.get("/en/exchange/").content.decode()
    assert len(sheets) == page.count("<li>", page.index("Its sheets"), page.index("</ul>", page.index("Its sheets")))
    for name in (
        "Products",
        "Squads",
        "Posts",
        "Allocations",
        "Lines of awards",
        "Assumptions",
        "Salaries and day rates",
    ):
        assert any(name in sheet for sheet in sheets), (name, list(sheets))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_row_of_everything_there_is_can_be_taken_out(client, world, language):
    complete(world)
    sheets = taken(client, world, "finance", ADDRESS.replace("/en/", f"/{language}/"))
    officer = {"cy": "Prif swyddog digidol wedi'i benodi", "en": "Chief digital officer appointed"}[language]
    assert officer in [str(cell).replace("\u2019", "'") for cell in everything(sheets)]


def test_rates_are_raw_figures_for_finance_and_no_sheet_for_others(client, world):
    assert float(SALARY) in everything(taken(client, world, "finance"))
    for who in ("viewer", "administrator", "board_member", "delivery_lead", "superuser"):
        sheets = taken(client, world, who)
        assert "Salaries and day rates" not in sheets
        assert float(SALARY) not in everything(sheets)


def test_the_headings_are_in_the_language_of_the_page_and_the_figures_are_the_same(client, world):
    english = taken(client, world, "finance")
    welsh = taken(client, world, "finance", ADDRESS.replace("/en/", "/cy/"))
    figures = [
        [[cell for cell in row if isinstance(cell, int | float)] for rows in sheets.values() for row in rows]
        for sheets in (english, welsh)
    ]
    assert figures[0] == figures[1]
    assert "Cynhyrchion" in "".join(welsh)
    assert not set(english) & set(welsh)


def test_a_delivery_lead_takes_their_own_organisation_s_rows_only(client, world):
    cells = everything(taken(client, world, "delivery_lead"))
    assert "School Essentials Grant Gwynedd" in cells
    assert "School Essentials Grant Powys" not in cells
    assert "Squad Powys" not in cells
    assert "DTF-W06000023" not in cells


def test_who_holds_a_post_is_taken_only_by_those_who_may_see_it(client, world):
    assert HOLDER in everything(taken(client, world, "cdo_office"))
    assert HOLDER not in everything(taken(client, world, "finance"))


def test_the_export_asks_as_many_questions_however_many_rows_there_are(client, world):
    taken(client, world, "finance")
    with CaptureQueriesContext(connection) as few:
        taken(client, world, "finance")
    for number in range(4):
        make_holding(f"Sir {number}", f"W0600009{number}", world.programme, world.role, world.round)
    with CaptureQueriesContext(connection) as many:
        taken(client, world, "finance")
    assert len(many) == len(few)
