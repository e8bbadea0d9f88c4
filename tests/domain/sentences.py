"""What a message must be before the public may read it."""

import re
from collections.abc import Callable
from typing import Any

_QUOTED = re.compile(r"""(['"])(?:\\.|(?!\1).)*\1""")
_MARKS_OF_A_PROGRAM = re.compile(r"Error|Traceback|None|object at|[<>{}\n]")


def answer_or_refusal(question: Callable[..., Any], *asked: object) -> Any:
    """Return what a question answers, or the error with which it refuses to."""
    try:
        return question(*asked)
    except ValueError as refused:
        return refused


def is_plain_sentence(error: BaseException) -> bool:
    """Whether an error speaks in short sentences, with no mark of a program outside quotes."""
    words = _QUOTED.sub("…", str(error))
    return words.endswith(".") and len(words) < 400 and not _MARKS_OF_A_PROGRAM.search(words)
