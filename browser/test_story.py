"""The suite itself: each point of the story that is built has a test with its number (docs/story.md)."""
import pathlib
import re


def test_each_point_has_a_test_named_after_it():
    folder = pathlib.Path(__file__).parent
    named = {
        int(number)
        for file in folder.glob("test_*.py")
        for number in re.findall(r"^def test_s(\d+)_", file.read_text(), re.MULTILINE)
    }

    assert set(range(1, 66)) <= named, set(range(1, 66)) - named
