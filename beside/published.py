"""The published cases of two checkers of addresses, as email-validator's source distribution carries them.

email-validator's own cases stand in its tests/test_syntax.py, and below them isEmail's, each with isEmail's diagnosis.
Nothing of that file is run: its lists are read as literals.
"""
import ast
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path

ARCHIVE = Path(__file__).resolve().parent.parent / ".corpora/email_validator-2.4.0.tar.gz"
SYNTAX = "email_validator-2.4.0/tests/test_syntax.py"
# The functions whose lists of cases are taken, and whether they hold addresses that are right.
LISTS = {
    "test_email_valid": True,
    "test_email_valid_intl_local_part": True,
    "test_email_valid_only_if_quoted_local_part": True,
    "test_email_invalid_syntax": False,
    "test_email_invalid_syntax_strict": False,
    "test_email_invalid_syntax_display_name": False,
    "test_email_invalid_reserved_domain": False,
}
# isEmail takes an address for one that mail can be sent to up to this category of its diagnoses (ISEMAIL_THRESHOLD).
FIT_FOR_MAIL = ("ISEMAIL_VALID", "ISEMAIL_RFC5321_")


@dataclass(frozen=True)
class Case:
    source: str
    address: str
    is_right: bool


def cases():
    """Every published case, in the order of the file."""
    text = source()
    functions = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    found = []
    for function in functions:
        if function.name in LISTS:
            right = LISTS[function.name]
            found += [Case("email-validator", line[0], right) for line in lists_of(function)]
        elif function.name == "test_email_unsafe_character":
            found += [Case("email-validator", address, False) for line in lists_of(function)
                      for address in (f"{line[0]}@example.com", f"test@{line[0]}")]  # fmt: skip
        elif function.name == "test_domain_literal":
            found += [Case("email-validator", address, right) for address, right in literals_of(function)]
        elif function.name == "test_pyisemail_tests":
            lines = [*lists_of(function), *commented_out(text)]
            found += [Case("isEmail", address, status.startswith(FIT_FOR_MAIL)) for address, status in lines]
    return found


def source():
    with tarfile.open(ARCHIVE) as archive:
        return archive.extractfile(SYNTAX).read().decode()


def lists_of(function):
    """The constants of each line of a parametrised test: the address first."""
    (decorator,) = function.decorator_list
    for line in decorator.args[1].elts:
        elements = line.elts if isinstance(line, (ast.Tuple, ast.List)) else [line]
        yield [element.value for element in elements if isinstance(element, ast.Constant)]


def literals_of(function):
    """The addresses in the body of a test; those below `pytest.raises` are wrong."""
    wrong = {id(inner) for node in ast.walk(function) if isinstance(node, ast.With) for inner in ast.walk(node)}
    # Those of a loop stand in its head, and the loop tells by its body.
    wrong |= {id(inner) for node in ast.walk(function) if isinstance(node, ast.For)
              and any(isinstance(one, ast.With) for one in node.body) for inner in ast.walk(node.iter)}  # fmt: skip
    for node in ast.walk(function):
        if isinstance(node, ast.Constant) and "@" in str(node.value) and "after the @" not in node.value:
            yield node.value, id(node) not in wrong


def commented_out(text):
    """isEmail's cases that email-validator left out because it judges otherwise."""
    for line in re.findall(r"^ +# (\['.*', 'ISEMAIL_\w+'\]),", text, re.MULTILINE):
        yield ast.literal_eval(line)
