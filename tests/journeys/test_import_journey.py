"""An export with a typing error: read the message, mend it, import, look, undo."""

import io
import zipfile
from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from tests.conftest import SAMPLE
from tests.journeys.waiting import settled


def sample_zip(typing_error: bool = False) -> FilePayload:
    """The sample programme, zipped; with a typing error in row 4 of contacts.csv, if wanted."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(SAMPLE.iterdir()):
            lines = path.read_text(encoding="utf-8").split("\n")
            if typing_error and path.name == "contacts.csv":
                lines[3] = lines[3].replace("same_org", "same_ogr")
            archive.writestr(path.name, "\n".join(lines))
    return FilePayload(name="sample.zip", mimeType="application/zip", buffer=stream.getvalue())


def drop(page: Page, file: FilePayload) -> None:
    page.locator("input[type=file]").set_input_files(file)


def test_from_a_typing_error_to_the_overview_and_back(
    empty_server: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(empty_server)
    page.goto("/imports")
    settled(page)

    drop(page, sample_zip(typing_error=True))
    expect(page.get_by_text("Nothing has been imported yet: 1 error found.")).to_be_visible(
        timeout=60_000
    )
    expect(page.get_by_text("contacts.csv, column affiliation, 1 row")).to_be_visible()
    expect(page.get_by_text('Row 4 (P-2025-01, baseline, c03): "same_ogr"')).to_be_visible()
    expect(page.get_by_text("Did you mean same_org?")).to_be_visible()

    # The mended file beside the old one: it is the one that is looked at.
    drop(page, sample_zip())
    expect(page.get_by_text("No errors were found.")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Import", exact=False).last.click(timeout=60_000)
    expect(page.get_by_text("170 audits are new.")).to_be_visible(timeout=60_000)

    page.get_by_role("link", name="Open the overview").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview", timeout=60_000)
    settled(page)

    page.get_by_role("link", name="Imports").first.click()
    page.get_by_role("tab", name="Imports so far").click()
    page.get_by_role("button", name="Undo this import").click()
    expect(
        page.get_by_text("170 audits are in no other import and would disappear.")
    ).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Yes, undo it").click()
    expect(page.get_by_text("no longer counts.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Stored now: nothing.")).to_be_visible()
