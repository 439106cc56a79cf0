import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.funding.drawn import drawn_of, begin, doubted
pytestmark=[pytest.mark.browser, pytest.mark.django_db(transaction=True)]
def test_axe(open_as, world):
    run=drawn_of(world); run2,job=begin(world.theirs.appraisal, world.people["finance"])
    page=open_as("finance"); bad={}
    for a in (f"{world.ours.appraisal.pk}/doubts/", f"runs/{run.pk}/", f"runs/{run.pk}/uncertainty/", f"runs/{run.pk}/sensitivity/", f"runs/{run2.pk}/","jobs/",f"jobs/{job.pk}/cancel/",""):
        page.goto(f"/en/funding/compare/{a}"); page.wait_for_timeout(600)
        r=Axe().run(page)
        if r.violations_count: bad[a]=[(v["id"],[n["html"][:120] for n in v["nodes"]][:3]) for v in r.response["violations"]]
    assert not bad, bad
