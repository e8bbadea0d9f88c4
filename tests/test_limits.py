"""Functions of 25 lines and files of 250, but for the exceptions, which may only grow fewer."""

import ast
from pathlib import Path

import areasend

ROOT = Path(areasend.__file__).parent
LONGEST_FUNCTION, LONGEST_FILE = 25, 250

#: What is longer today, and why it stands.
FUNCTIONS = {
    "answers/duties.py:duty": "fills one dataclass, a line for each field",
    "domain/clocks.py:Clock._deadline": "fills one dataclass, a line for each field",
    "reading/kinds/known_events.py:_event": "one case for each class of event",
}
FILES: dict[str, str] = {}


def code():
    files = (path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in files}


def functions(tree, owner=""):
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield from functions(node, f"{node.name}.")
        elif isinstance(node, ast.FunctionDef):
            yield f"{owner}{node.name}", lines_of(node)
            yield from functions(node, f"{owner}{node.name}.")


def lines_of(function):
    """Count a function's lines without its decorators and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno - body[0].lineno + 2) if body else 1


def test_a_function_is_no_longer_than_a_screen():
    long = {
        f"{name}:{function}"
        for name, text in code().items()
        for function, lines in functions(ast.parse(text))
        if lines > LONGEST_FUNCTION
    }

    assert long == set(FUNCTIONS)


def test_a_file_is_one_sitting():
    long = {name for name, text in code().items() if text.count("\n") > LONGEST_FILE}

    assert long == set(FILES)
