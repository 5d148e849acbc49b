"""The suite that sets Rollbook beside other programs: their published cases, and files that they write."""
import shutil

import pytest


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="also what needs LibreOffice")


@pytest.fixture
def soffice(request):
    """LibreOffice's program, which is installed only for --all."""
    if not request.config.getoption("--all"):
        pytest.skip("only with --all")
    return shutil.which("soffice")
