"""Many rows changed as in a spreadsheet: moved about in by keyboard, filled by a paste, undone, saved in one go."""

import pytest
from playwright.sync_api import Locator, Page, expect

from squads.models import Post

pytestmark = pytest.mark.browser

BLOCK = (
    "Software developer\t0.8\tpermanent\t01/04/2027\t\tplanned\t24/11/2026\r\n"
    "Datblygwr meddalwedd\t1\tparhaol\t1 Mai 2027\t\tplanned\t24/11/2026\r\n"
)


def paste(box: Locator, text: str) -> None:
    """What a browser does when somebody pastes: the event with the text a spreadsheet puts on the clipboard."""
    box.focus()
    box.evaluate(
        """(box, text) => {
            const carried = new DataTransfer();
            carried.setData("text/plain", text);
            box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def cell(page: Page, name: str) -> Locator:
    return page.locator(f'[name="{name}"]')


@pytest.fixture
def grid(open_as, world) -> Page:
    page = open_as("cdo_office")
    page.goto(f"/en/squads/{world.ours.squad.pk}/posts/edit/")
    return page


def test_enter_and_the_arrows_go_from_cell_to_cell(grid, world):
    key = world.ours.post.pk
    cell(grid, f"{key}.fte").focus()
    grid.keyboard.press("Enter")
    expect(cell(grid, "new-0.fte")).to_be_focused()
    grid.keyboard.press("ArrowDown")
    expect(cell(grid, "new-1.fte")).to_be_focused()
    grid.keyboard.press("Shift+Enter")
    expect(cell(grid, "new-0.fte")).to_be_focused()
    grid.keyboard.press("ArrowUp")
    expect(cell(grid, f"{key}.fte")).to_be_focused()
    grid.keyboard.press("ArrowRight")
    expect(cell(grid, f"{key}.employment")).to_be_focused()
    grid.keyboard.press("Control+Home")
    expect(cell(grid, f"{key}.role")).to_be_focused()
    grid.keyboard.press("Tab")
    expect(cell(grid, f"{key}.fte")).to_be_focused()


def test_an_arrow_inside_a_text_moves_in_the_text(grid, world):
    box = cell(grid, f"{world.ours.post.pk}.planned_from")
    box.focus()
    box.evaluate("box => box.setSelectionRange(3, 3)")
    grid.keyboard.press("ArrowRight")
    expect(box).to_be_focused()


def test_a_block_from_a_spreadsheet_fills_the_cells_to_the_right_and_below_and_is_saved(grid, world):
    paste(cell(grid, "new-0.role"), BLOCK)
    expect(cell(grid, "new-1.planned_from")).to_have_value("1 Mai 2027")
    expect(grid.locator("[data-grid-status]")).to_contain_text("Cells filled: 14.")
    grid.get_by_role("button", name="Save everything").click()
    expect(grid.locator(".govuk-notification-banner--success")).to_contain_text("New rows: 2.")
    new = Post.objects.filter(squad=world.ours.squad, state="planned").order_by("planned_from")
    assert [(str(post.fte), post.employment, str(post.planned_from)) for post in new] == [
        ("0.800", "permanent", "2027-04-01"),
        ("1.000", "permanent", "2027-05-01"),
    ]


def test_a_paste_longer_than_the_grid_makes_rows_for_it_and_one_too_wide_says_what_it_left_out(grid):
    paste(cell(grid, "new-0.fte"), "0.5\n" * 6 + "0.4\n")
    expect(cell(grid, "new-6.fte")).to_have_value("0.4")
    paste(cell(grid, "new-0.state_from"), "24/11/2026\tSomebody\tOne cell too many\n")
    expect(grid.locator("[data-grid-status]")).to_contain_text("Cells left out")


def test_a_paste_can_be_undone(grid, world):
    key = world.ours.post.pk
    before = cell(grid, f"{key}.fte").input_value()
    paste(cell(grid, f"{key}.fte"), "0.3\tsupplier\n")
    expect(cell(grid, f"{key}.employment")).to_have_value("supplier")
    grid.get_by_role("button", name="Undo the paste").click()
    expect(cell(grid, f"{key}.fte")).to_have_value(before)
    expect(cell(grid, f"{key}.employment")).to_have_value("agency contractor")


def test_more_rows_can_be_asked_for_and_each_has_its_own_name(grid):
    grid.get_by_role("button", name="More rows").click()
    expect(cell(grid, "new-3.role")).to_be_focused()
    expect(cell(grid, "new-7.role")).to_have_attribute("aria-label", "Role, new row 8")


def test_an_error_is_said_at_its_cell_which_the_summary_leads_to(grid, world):
    key = world.ours.post.pk
    cell(grid, f"{key}.fte").fill("lots")
    grid.get_by_role("button", name="Save everything").click()
    expect(cell(grid, f"{key}.fte")).to_have_value("lots")
    expect(cell(grid, f"{key}.fte")).to_have_attribute("aria-invalid", "true")
    grid.locator(".govuk-error-summary a").click()
    expect(cell(grid, f"{key}.fte")).to_be_focused()


def test_without_scripts_the_grid_is_a_table_of_boxes_that_saves(browser, world, live_server, client):
    client.force_login(world.person("cdo_office"))
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    cookie = client.cookies["sessionid"] if "sessionid" in client.cookies else next(iter(client.cookies.values()))
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"/en/squads/{world.ours.squad.pk}/posts/edit/")
    expect(page.get_by_role("button", name="More rows")).to_be_hidden()
    cell(page, f"{world.ours.post.pk}.fte").fill("0.7")
    page.get_by_role("button", name="Save everything").click()
    expect(page.locator(".govuk-notification-banner--success")).to_contain_text("Rows changed: 1.")
    context.close()
