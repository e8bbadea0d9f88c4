"""Says of a PDF that we do not read what it is, as far as that can be told."""

import re

from areasend.reading.letters.letter import Letter

_PAGES = 2
_FEWEST_WORDS = 40
#: Of a page of English so many words in a hundred are among the commonest.
_LEAST_SHARE = 0.12
_COMMON = frozenset(
    (
        *("the", "of", "and", "to", "in", "a", "is", "for", "that", "was", "on", "with", "as"),
        *("by", "are", "be", "this", "have", "it", "not"),
    )
)

#: Documents of the subject that we know by their titles, and in other forms read.
_NAMED = (
    (
        r"improvement notice",
        "This seems to be an improvement notice, but in no form that we read",
    ),
    (
        r"(?:deemed|declared|judged)(?: to be)? fit for purpose",
        "This seems to be a letter that judges a statement or plan, but in no form that we read",
    ),
    (
        r"accelerated progress plan",
        "This seems to be about an accelerated progress plan, but in no form that we read",
    ),
    (
        r"written statement of action|priority action plan|priority impact plan|action plan",
        "This seems to be a statement or plan of action, but has no table of actions",
    ),
    (
        r"statutory direction|\bdirection\b.{0,60}Education Act 1996",
        "This seems to be a direction, which we do not read yet",
    ),
)
#: Reports of others, or about something else, by words that stand in their first lines.
_OTHERS = (
    (r"\bEstyn\b|\bArolygiaeth\b", "Estyn, the inspectorate of Wales"),
    (r"\bEducation Scotland\b|\bCare Inspectorate\b", "an inspectorate of Scotland"),
    (r"\bEducation and Training Inspectorate\b", "the inspectorate of Northern Ireland"),
    (r"\bIndependent Schools Inspectorate\b", "the Independent Schools Inspectorate"),
    (r"\bjoint targeted area inspection\b|\bJTAI\b", "a joint targeted area inspection"),
    (
        r"inspection of .{0,60}children.s services|\bILACS\b",
        "an inspection of a local authority's children's services",
    ),
    (r"\bHMICFRS\b|constabulary", "an inspectorate of the police"),
    (
        r"inspection of (?:a )?.{0,80}(?:school|academy|college|nursery|childminder)"
        r"|school (?:inspection )?report|(?:full|short|section \d+) inspection report",
        "an inspection of a school or other provider",
    ),
)


def why(letter: Letter, known: str) -> str:
    """Return in a sentence why a letter is not read; `known` lists what is."""
    lines = [
        line.text
        for number in range(1, min(_PAGES, letter.count) + 1)
        for line in letter.lines(number)
    ]
    said = " ".join(lines)
    words = re.findall(r"[^\W\d_]+", said.casefold())
    if len(words) < _FEWEST_WORDS:
        return _without_text(letter)
    if sum(word in _COMMON for word in words) / len(words) < _LEAST_SHARE:
        return "The text does not seem to be English, and we read no other language."
    for pattern, whose in _OTHERS:
        if re.search(pattern, said, re.IGNORECASE):
            return f"This seems to be a report of {whose}, not on an area's SEND services."
    for pattern, sentence in _NAMED:
        if re.search(pattern, said, re.IGNORECASE):
            return f"{sentence}."
    return f"The file is of no kind that we read. We read {known}."


def _without_text(letter: Letter) -> str:
    troubles = [says for says in letter.troubles.values() if says]
    if troubles:
        return f"The file holds no text that we could read. {troubles[0]}"
    return "The file holds next to no text."
