"""What is said to those who live outside England, whose services other bodies inspect."""

#: Each nation by the first letter of its councils' codes, and who inspects there.
_NATIONS = {
    "W": (
        "Wales",
        "In Wales, Estyn inspects schools and the education services of councils; care and health "
        "services have inspectorates of their own.",
    ),
    "S": (
        "Scotland",
        "In Scotland, HM Inspectors of Education inspect schools, and the Care Inspectorate "
        "inspects care and services for children.",
    ),
    "N": (
        "Northern Ireland",
        "In Northern Ireland, the Education and Training Inspectorate inspects schools and "
        "education services, and the Regulation and Quality Improvement Authority inspects health "
        "and social care.",
    ),
    "M": (
        "the Isle of Man",
        "The Isle of Man has a government of its own, which answers for these services there.",
    ),
    "L": (
        "the Channel Islands",
        "The Channel Islands have governments of their own, which answer for these services there.",
    ),
}
NAMES = tuple(name for name, _ in _NATIONS.values())


def nation(code: str) -> str:
    """Return the name of the nation, outside England, of a council's code; empty for England."""
    return _NATIONS.get(code[:1], ("", ""))[0]


def elsewhere(name: str) -> str:
    """Return what is said of a nation outside England, by its name."""
    there = dict(_NATIONS.values())[name]
    return (
        f"That is in {name}. The inspections told of here are of local areas in England alone. "
        f"{there}"
    )
