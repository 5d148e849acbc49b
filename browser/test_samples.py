"""The spreadsheets of the demo do what the README says."""
from house import ANNA, ROOT

SAMPLES = ROOT / "samples"


def test_the_clean_sample_has_40_users_and_no_errors(console):
    file = SAMPLES / "acme-new-users.xlsx"

    preview = console.enter(ANNA).preview_of("Acme", file.read_bytes(), file.name)

    preview.expect_counts(rows=40, faulty=0)


def test_the_sample_with_errors_has_one_of_each_kind(client):
    file = SAMPLES / "acme-with-errors.csv"

    draft = client(ANNA).upload("Acme", file.read_bytes(), file.name)

    kinds = draft["counts"]["kinds"]
    assert (draft["counts"]["here"], draft["counts"]["faulty"]) == (16, 11)
    assert all(count > 0 for kind, count in kinds.items() if kind != "name_too_long"), kinds
    assert draft["counts"]["tidied"] > 0
