"""Questions that were asked in public, each answered for any day in one shape.

A question is a module here that ends in a `QUESTION`; named below, every face lists it.
"""

from areasend.answers.asked import Asked
from areasend.answers.questions import (
    letters,
    progress_of_the_programme,
    regions,
    since_2023,
    statements,
    weaknesses,
    what_followed,
)
from areasend.answers.questions.shape import Answer, Question

_ALL = (
    statements.QUESTION,
    letters.QUESTION,
    what_followed.QUESTION,
    since_2023.QUESTION,
    weaknesses.QUESTION,
    regions.QUESTION,
    progress_of_the_programme.QUESTION,
)
QUESTIONS: dict[str, Question] = {question.name: question for question in _ALL}


def answer(name: str, asked: Asked) -> Answer:
    """Return the answer to a question.

    :raises KeyError: if there is no such question
    """
    question = QUESTIONS[name]
    found = question.find(asked)
    return Answer(
        name=question.name,
        title=question.title,
        asks=question.asks,
        source=question.source,
        href=question.href,
        as_at=asked.as_at,
        known_at=asked.known_at,
        rule=found.rule,
        totals=found.totals,
        tables=found.tables,
        main=found.main,
        claims=found.claims,
        notes=found.notes,
        permalink=f"areasend answer {name} {asked.options}",
    )
