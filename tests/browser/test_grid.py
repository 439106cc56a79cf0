"""Many rows changed as in a spreadsheet: moved about in by keyboard, filled by a paste, undone, saved in one go."""

import pytest
from playwright.sync_api import Locator, Page, expect

from squads.models import Post

pytestmark = pytest.mark.browser

BLOCK = (
    "Software developer\t0.8\tpermanent\t01/04/2027\t\tplanned\t24/11/2026\r\n"
    "Datblygwr meddalwedd\t1\tparhaol\t1 Mai 2027\t\tplanned\t24/11/2026\r\n"
)


PASTE = """([box, text]) => {
    const carried = new DataTransfer();
    carried.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
}"""


def paste(box: Locator, text: str) -> None:
    """What a browser does when somebody pastes: the event with the text a spreadsheet puts on the clipboard."""
    box.focus()
    box.page.evaluate(PASTE, [box.element_handle(), text])


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
    expect(grid.locator("[data-grid-status]")).to_contain_text("“One cell too many”")


def test_a_paste_of_three_hundred_rows_makes_them_all_and_is_undone_in_one_step(grid):
    paste(cell(grid, "new-0.fte"), "0.5\tpermanent\n" * 300)
    expect(grid.locator("[data-grid-status]")).to_have_text("Cells filled: 600.")
    expect(cell(grid, "new-299.employment")).to_have_value("permanent")
    expect(cell(grid, "new-299.employment")).to_have_attribute("aria-label", "Employment, new row 300")
    expect(cell(grid, "new-299.fte")).to_have_attribute("aria-describedby", "about-fte")
    expect(grid.locator("[data-grid-count]")).to_have_text("Cells changed and not saved yet: 600.")
    grid.get_by_role("button", name="Undo").click()
    expect(cell(grid, "new-299.fte")).to_have_value("")
    expect(grid.locator("[data-grid-count]")).to_be_empty()


def test_the_same_thing_done_twice_is_said_twice(grid):
    said = grid.locator("[data-grid-status]")
    paste(cell(grid, "new-0.fte"), "0.5\tpermanent\n")
    first = said.text_content()
    paste(cell(grid, "new-1.fte"), "0.5\tpermanent\n")
    expect(said).to_have_text("Cells filled: 2.")
    assert said.text_content() != first


def test_saving_is_said_while_it_goes_on(grid, world):
    cell(grid, f"{world.ours.post.pk}.fte").fill("0.7")
    said = grid.evaluate(
        """() => {
            document.querySelector("[data-grid]").requestSubmit();
            return document.querySelector("[data-grid-status]").textContent;
        }"""
    )
    assert said.startswith("Saving.")
    expect(grid.locator(".govuk-notification-banner--success")).to_be_visible()


def test_the_table_can_be_skipped_by_keyboard(grid):
    grid.get_by_role("link", name="Skip to the buttons below the table").focus()
    grid.keyboard.press("Enter")
    grid.keyboard.press("Tab")
    expect(grid.get_by_role("button", name="Save everything")).to_be_focused()


def test_what_was_given_up_is_not_offered_again(grid, world):
    address = grid.url
    cell(grid, f"{world.ours.post.pk}.fte").focus()
    grid.keyboard.type("0.7")
    grid.keyboard.press("Escape")
    grid.goto("/en/squads/")
    grid.goto(address)
    expect(grid.locator("[data-grid-draft]")).to_be_hidden()


def test_what_was_said_and_what_is_unsaved_stay_in_sight(grid):
    grid.set_viewport_size({"width": 640, "height": 400})
    paste(cell(grid, "new-0.fte"), "0.5\tpermanent\n" * 60)
    grid.keyboard.press("Control+End")
    expect(grid.locator("[data-grid-status]")).to_be_in_viewport()
    expect(grid.locator(":focus")).to_be_in_viewport(ratio=1)
    foot = grid.locator(".grid__foot").bounding_box()
    box = grid.locator(":focus").bounding_box()
    assert foot
    assert box
    assert box["y"] + box["height"] <= foot["y"]


def test_a_paste_can_be_undone(grid, world):
    key = world.ours.post.pk
    before = cell(grid, f"{key}.fte").input_value()
    paste(cell(grid, f"{key}.fte"), "0.3\tsupplier\n")
    expect(cell(grid, f"{key}.employment")).to_have_value("supplier")
    grid.get_by_role("button", name="Undo").click()
    expect(cell(grid, f"{key}.fte")).to_have_value(before)
    expect(cell(grid, f"{key}.employment")).to_have_value("agency contractor")
    grid.get_by_role("button", name="Redo").click()
    expect(cell(grid, f"{key}.employment")).to_have_value("supplier")


def test_more_rows_can_be_asked_for_and_each_has_its_own_name(grid):
    grid.get_by_role("button", name="More rows").click()
    expect(cell(grid, "new-3.role")).to_be_focused()
    expect(cell(grid, "new-7.role")).to_have_attribute("aria-label", "Role, new row 8")


def test_typing_replaces_what_is_there_f2_keeps_it_and_escape_puts_it_back(grid, world):
    box = cell(grid, f"{world.ours.post.pk}.planned_from")
    before = box.input_value()
    cell(grid, f"{world.ours.post.pk}.employment").focus()
    grid.keyboard.press("ArrowRight")
    grid.keyboard.type("1 May 2027")
    expect(box).to_have_value("1 May 2027")
    grid.keyboard.press("Escape")
    expect(box).to_have_value(before)
    grid.keyboard.press("F2")
    grid.keyboard.type("0")
    expect(box).to_have_value(f"{before}0")


def test_what_was_typed_is_undone_and_done_again_cell_by_cell(grid):
    cell(grid, "new-0.fte").focus()
    for text in ("0.1", "0.2"):
        grid.keyboard.type(text)
        grid.keyboard.press("Enter")
    grid.keyboard.press("Control+z")
    expect(cell(grid, "new-1.fte")).to_have_value("")
    expect(cell(grid, "new-1.fte")).to_be_focused()
    grid.keyboard.press("Control+z")
    expect(cell(grid, "new-0.fte")).to_have_value("")
    grid.keyboard.press("Control+y")
    expect(cell(grid, "new-0.fte")).to_have_value("0.1")
    expect(grid.locator("[data-grid-count]")).to_contain_text("1")


def test_a_block_is_chosen_filled_down_and_emptied_with_the_keyboard(grid):
    paste(cell(grid, "new-0.fte"), "0.5\tpermanent\n")
    grid.keyboard.press("Shift+ArrowRight")
    grid.keyboard.press("Shift+ArrowDown")
    grid.keyboard.press("Shift+ArrowDown")
    expect(grid.locator("[data-grid-status]")).to_have_text("Cells chosen: 6.")
    grid.keyboard.press("Control+d")
    expect(cell(grid, "new-2.fte")).to_have_value("0.5")
    expect(cell(grid, "new-2.employment")).to_have_value("permanent")
    grid.keyboard.press("Delete")
    expect(cell(grid, "new-0.fte")).to_have_value("")
    grid.keyboard.press("Control+z")
    expect(cell(grid, "new-2.employment")).to_have_value("permanent")


def test_a_block_is_copied_as_a_spreadsheet_takes_it_and_can_be_pasted_again(grid):
    paste(cell(grid, "new-0.employment"), 'permanent\t"1 May\n2027"\n')
    paste(cell(grid, "new-0.holder"), 'one\t\n""""\t\n')
    cell(grid, "new-0.holder").focus()
    grid.keyboard.press("Shift+ArrowDown")
    copied = grid.evaluate(
        """() => {
            const carried = new DataTransfer();
            const event = new ClipboardEvent("copy", { clipboardData: carried, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(event);
            return carried.getData("text/plain");
        }"""
    )
    assert copied == 'one\r\n""""'
    expect(cell(grid, "new-0.planned_from")).to_have_value("1 May 2027")


def test_one_cell_pasted_on_a_block_fills_it_and_empty_lines_at_its_end_empty_nothing(grid):
    cell(grid, "new-0.fte").focus()
    grid.keyboard.press("Shift+ArrowDown")
    paste_on = grid.evaluate_handle("document.activeElement").as_element()
    assert paste_on is not None
    grid.evaluate(PASTE, [paste_on, "0.5\r\n"])
    expect(cell(grid, "new-1.fte")).to_have_value("0.5")
    expect(cell(grid, "new-2.fte")).to_have_value("")
    grid.keyboard.press("Escape")
    paste(cell(grid, "new-0.fte"), "0.4\tpermanent\r\n\r\n")
    expect(cell(grid, "new-1.fte")).to_have_value("0.5")


def test_enter_after_tabs_goes_back_under_the_cell_they_began_in_and_on_the_last_row_makes_another(grid):
    cell(grid, "new-2.fte").focus()
    grid.keyboard.press("Tab")
    grid.keyboard.press("Tab")
    grid.keyboard.press("Enter")
    expect(cell(grid, "new-3.fte")).to_be_focused()


def test_what_was_typed_and_left_is_offered_again_and_forgotten_once_it_is_saved(grid, world):
    address = grid.url
    grid.on("dialog", lambda asked: asked.accept())
    cell(grid, f"{world.ours.post.pk}.fte").fill("0.7")
    grid.goto("/en/squads/")
    grid.goto(address.replace("/en/", "/cy/"))
    expect(cell(grid, f"{world.ours.post.pk}.fte")).not_to_have_value("0.7")
    grid.locator("[data-grid-restore]").click()
    expect(cell(grid, f"{world.ours.post.pk}.fte")).to_have_value("0.7")
    grid.locator("[data-grid-save]").click()
    expect(grid.locator(".govuk-notification-banner--success")).to_be_visible()
    grid.goto(address)
    expect(grid.locator("[data-grid-draft]")).to_be_hidden()


def test_what_was_typed_and_left_meets_what_somebody_saved_since(grid, world):
    address, key = grid.url, world.ours.post.pk
    grid.on("dialog", lambda asked: asked.accept())
    cell(grid, f"{key}.fte").fill("0.7")
    grid.goto("/en/squads/")
    Post.objects.filter(pk=key).update(fte="0.6", version=2)
    grid.goto(address)
    grid.locator("[data-grid-restore]").click()
    grid.locator("[data-grid-save]").click()
    expect(grid.locator("#conflict-title")).to_be_visible()
    expect(cell(grid, f"{key}.fte")).to_have_value("0.7")


def test_leaving_is_asked_about_also_after_a_save_that_was_refused_and_not_once_all_is_undone(grid, world):
    asked = []
    grid.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    box = cell(grid, f"{world.ours.post.pk}.fte")
    before = box.input_value()
    box.fill("lots")
    grid.get_by_role("button", name="Save everything").click()
    expect(grid.locator(".govuk-error-summary")).to_be_visible()
    assert asked == []
    cell(grid, "new-0.fte").click()
    grid.goto("/en/squads/")
    assert asked == ["beforeunload"]
    grid.go_back()
    box.fill(before)
    grid.goto("/en/squads/")
    assert asked == ["beforeunload"]


def test_only_what_was_typed_is_sent(grid, world):
    cell(grid, f"{world.ours.post.pk}.fte").fill("0.7")
    with grid.expect_request(lambda request: request.method == "POST") as sent:
        grid.get_by_role("button", name="Save everything").click()
    assert f"{world.ours.post.pk}.fte=0.7" in (sent.value.post_data or "")
    assert f"{world.ours.post.pk}.role=" not in (sent.value.post_data or "")


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
