"""The page, driven as a user would."""

from __future__ import annotations

import json
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.page.conftest import TOKEN, Visit

expect.set_options(timeout=60_000)  # the machine is busy
VIOLATIONS = """async (source) => { (0, eval)(source);
  const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]});
  return found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`); }"""


@pytest.fixture(scope="module")
def clashes(served: str) -> str:
    """The id of the incident that most reports tell."""
    with urlopen(f"{served}/api/v1/incidents?sort=-reports&limit=1") as answer:
        return str(json.load(answer)["data"][0]["id"])


def test_a_filter_narrows_the_list_and_stands_in_the_address(visit: Visit) -> None:
    page = visit.go("/")
    page.get_by_role("group", name="What").get_by_role("button", name="Assault").click()
    expect(page).to_have_url(re.compile(r"\?type=ASSAULT"))
    expect(page.locator("ol.incidents > li").first).to_contain_text("Assault")
    expect(page.locator("ol.incidents .name").filter(has_not_text="Assault")).to_have_count(0)
    page.get_by_role("button", name="Drop the filter type ASSAULT").click()
    expect(page).not_to_have_url(re.compile("type="))


def test_brushing_days_narrows_the_view(visit: Visit) -> None:
    page = visit.go("/")
    bars = page.locator("#when svg")
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 40)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=2022-09-\d\d&to=2022-09-\d\d"))


def test_the_map_draws_and_a_place_of_its_table_narrows(visit: Visit) -> None:
    page = visit.go("/")
    page.wait_for_selector(".map[data-idle]")
    page.locator("#where summary", has_text="As a table").click()
    page.locator("#where").get_by_role("button", name="Goris").click()
    expect(page).to_have_url(re.compile("place=Goris"))


def test_a_figure_leads_from_the_matrix_to_its_sentence(visit: Visit, clashes: str) -> None:
    page = visit.go(f"/incidents/{clashes}")
    expect(page.get_by_role("heading", name="As Armenia tells it")).to_be_visible()
    expect(page.get_by_role("heading", name="As Azerbaijan tells it")).to_be_visible()
    page.locator("#matrix a.amount", has_text="80").first.click()
    expect(page.locator(".text .on").first).to_be_visible()
    assert "80" in "".join(page.locator(".text .on").all_inner_texts())
    assert page.locator(".card.on").count() == 1


def test_text_and_cards_are_linked_both_ways(visit: Visit, clashes: str) -> None:
    page = visit.go(f"/incidents/{clashes}")
    page.locator(".sources a").first.click()
    page.wait_for_selector(".card.event")
    page.locator(".card.event > button").first.click()
    expect(page.locator(".text .on").first).to_be_visible()
    page.locator(".text .fi").first.click()
    expect(page.locator(".card.on")).to_have_count(1)


def give_token(page: Page, *, held: bool = True) -> None:
    page.get_by_label("Token").fill(TOKEN)
    page.locator("h1").click()
    if held:
        expect(page.get_by_text("A token is held in this tab")).to_be_visible()


def test_a_whole_text_is_for_those_with_a_token(visit: Visit) -> None:
    with urlopen(f"{visit.origin}/api/v1/reports?limit=1") as answer:
        page = visit.go(f"/reports/{json.load(answer)['data'][0]['id']}")
    excerpted = page.get_by_text("300 characters on each side")
    expect(excerpted).to_be_visible()
    page.get_by_label("Token").fill("none")
    page.locator("h1").click()
    expect(page.get_by_role("alert")).to_contain_text("knows no such token")
    with page.expect_response(re.compile("annotations")) as answered:
        give_token(page, held=False)
    assert answered.value.json()["whole"]
    expect(excerpted).to_have_count(0)


def test_deciding_needs_a_token_and_can_be_undone(visit: Visit, clashes: str) -> None:
    page = visit.go(f"/review/{clashes}")
    page.wait_for_selector(".reviewed.on")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.get_by_role("alert")).to_contain_text("needs a token")
    give_token(page)
    page.keyboard.press("a")
    expect(page.get_by_role("status").filter(has_text="Accepted.")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Undone.")).to_be_visible()
    expect(page.get_by_text("accept by a reviewer")).to_be_visible()


def test_a_correction_shows_in_the_matrix_until_it_is_undone(visit: Visit, clashes: str) -> None:
    page = visit.go(f"/review/{clashes}")
    give_token(page)
    page.locator(".reviewed > button", has_text=re.compile(r"^80 killed")).first.click()
    page.keyboard.press("c")
    page.get_by_label("best", exact=True).fill("81")
    page.get_by_role("button", name="Enter the correction").click()
    expect(page.get_by_role("status").filter(has_text="Corrected.")).to_be_visible()
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").filter(has_text="Undone.")).to_be_visible()


def test_a_pasted_article_is_coded(visit: Visit) -> None:
    page = visit.go("/try")
    page.get_by_label("Article").fill("Azerbaijan said on Tuesday that 50 of its soldiers had been killed in clashes with Armenia.")
    page.get_by_label("Published").fill("2022-09-13")
    page.get_by_role("button", name="Code it").click()
    expect(page.locator(".card.figure")).to_contain_text("50 killed")
    expect(page.locator(".text .fi").first).to_be_visible()


DROP = """([data, name]) => { const held = new DataTransfer(); held.items.add(new File([data], name, {type: "text/html"}));
  document.querySelector("form.trying").dispatchEvent(new DragEvent("drop", {dataTransfer: held, bubbles: true, cancelable: true})); }"""


def test_a_file_that_is_dropped_is_coded(visit: Visit) -> None:
    page = visit.go("/try")
    said = "Azerbaijan said on Tuesday that 50 of its soldiers had been killed in clashes with Armenia."
    page.evaluate(
        DROP, [f"<html><head><title>Toll</title></head><body><article><h1>Toll</h1><p>{said}</p></article></body></html>", "toll.html"]
    )
    expect(page.locator(".dropped")).to_contain_text("toll.html")
    expect(page.locator(".card.figure")).to_contain_text("50 killed")
    assert "<p>" not in page.locator(".text").inner_text()


HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script> \u202eArmenia\u202c said on Tuesday that 49 soldiers had been killed."


def test_script_in_an_article_is_shown_and_never_run(visit: Visit) -> None:
    page = visit.go("/try")
    page.on("dialog", lambda dialog: visit.complaints.append(dialog.message))
    page.get_by_label("Article").fill(HOSTILE)
    page.get_by_role("button", name="Code it").click()
    expect(page.locator(".text")).to_contain_text("<img src=x onerror=alert(1)><script>alert(2)</script>")
    assert page.locator(".text img, .text script").count() == 0


def test_a_text_too_long_to_code_is_said_to_be(visit: Visit) -> None:
    page = visit.go("/try")
    page.get_by_label("Article").fill("said " * 200_000)
    expect(page.get_by_role("alert")).to_contain_text("at most 100,000 characters")
    expect(page.get_by_role("button", name="Code it")).to_be_disabled()


def test_what_is_shown_can_be_taken(visit: Visit, clashes: str) -> None:
    page = visit.go(f"/incidents/{clashes}")
    with page.expect_download() as taken:
        page.locator("#course").get_by_role("button", name="SVG").click()
    assert taken.value.suggested_filename.endswith(".svg")
    with page.expect_download() as rows:
        page.locator("#matrix").get_by_role("link", name="CSV").click()
    assert rows.value.path().read_text("utf-8").startswith("report,")


def test_every_panel_hands_out_what_it_shows(visit: Visit, clashes: str) -> None:
    with urlopen(f"{visit.origin}/api/v1/reports?limit=1") as answer:
        report = json.load(answer)["data"][0]["id"]
    for path in pages(clashes, report)[:-1]:
        page = visit.go(path)
        for panel in page.locator("main section:has(> header h2)").all():
            assert panel.locator(".takes").get_by_role("button", name="Cite").count() == 1, path


def test_the_description_asks_what_it_shows(visit: Visit) -> None:
    page = visit.go("/api/v1/docs")
    page.get_by_text("GET /api/v1/matrix").click()
    address = page.locator("details[open]").get_by_role("link", name="Ask it").get_attribute("href")
    with urlopen(f"{visit.origin}{address}") as answer:
        assert json.load(answer)["cells"]


LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


def test_no_page_is_wider_than_a_phone_whatever_the_names_are(visit: Visit, clashes: str) -> None:
    with urlopen(f"{visit.origin}/api/v1/reports?limit=1") as answer:
        report = json.load(answer)["data"][0]["id"]

    def renamed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("Goris", LONG).replace('"Armenia"', f'"{LONG}"'))

    visit.page.set_viewport_size({"width": 400, "height": 800})
    visit.page.route(re.compile("/api/v1/(incidents|names|places|events|claims)"), renamed)
    wide = {path: visit.go(path).evaluate("document.documentElement.scrollWidth") for path in pages(clashes, report)[:-1]}
    assert {path: width for path, width in wide.items() if width > 400} == {}


def test_a_tab_is_named_by_what_it_shows(visit: Visit, clashes: str) -> None:
    page = visit.go(f"/incidents/{clashes}")
    expect(page).to_have_title(re.compile("^Assault, heavy weapons, .* · gesta$"))
    page.get_by_role("link", name="Ledger").click()
    expect(page).to_have_title("Ledger · gesta")
    expect(visit.go("/actors/ARM")).to_have_title("Armenia · gesta")


def test_what_there_is_not_is_said_under_a_head(visit: Visit) -> None:
    page = visit.go("/?actor=NOBODY")
    expect(page.locator("#incidents")).to_contain_text("Nothing passes the filters")
    page.goto(f"{visit.origin}/incidents/00000000")
    expect(page.get_by_role("heading", name="Incident", exact=True)).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("no incident of this name")
    visit.complaints.clear()  # the browser's own word for 404


def test_an_embedded_view_has_no_frame_around_it(visit: Visit, clashes: str) -> None:
    page = visit.go(f"/incidents/{clashes}?embed=1")
    assert page.locator(".topline").count() == 0


def test_an_embedded_view_is_read_in_a_page_of_another_site(browser: Browser, served: str, clashes: str, tmp_path: Path) -> None:
    frame = f'<iframe src="{served}/incidents/{clashes}?embed=1" width="900" height="700"></iframe>'
    (tmp_path / "index.html").write_text(f"<title>Another site</title>{frame}", "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=tmp_path)) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://localhost:{other.server_port}/")
        expect(page.frame_locator("iframe").get_by_role("heading", name="As each tells it")).to_be_visible(timeout=30_000)
        page.close()
        other.shutdown()


def test_every_page_is_accessible_in_both_themes(visit: Visit, clashes: str, axe: str) -> None:
    with urlopen(f"{visit.origin}/api/v1/reports?limit=1") as answer:
        report = json.load(answer)["data"][0]["id"]
    found = {path: violations(visit.go(path), axe) for path in pages(clashes, report)}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def pages(incident: str, report: str) -> list[str]:
    return [
        "/", f"/incidents/{incident}", f"/reports/{report}", "/actors", "/actors/ARM", "/dyads/ARM/AZE", "/ledger", "/sources", "/method",
        f"/review/{incident}", "/try", "/api/v1/docs",
    ]  # fmt: skip


def violations(page: Page, axe: str) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {wrong}" for wrong in page.evaluate(VIOLATIONS, axe)]
    return found
