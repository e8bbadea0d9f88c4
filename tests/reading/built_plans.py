"""Letters on plans, notices and plans, of our own words in the layouts described."""

from collections.abc import Sequence

from press import LEFT, PITCH, RIGHT, Press, wrapped

POINTS = ("increase what is commissioned jointly;", "cut the waits for a diagnosis.")
HEADS = ("No.", "Action", "Start date", "End date", "Lead", "Measures of success", "RAG")
COLUMNS = (LEFT, 100.0, 230.0, 290.0, 350.0, 400.0, 490.0, RIGHT)
ROWS = (
    (
        "1.1",
        "Write one plan that all partners own.",
        "May 19",
        "June 19",
        "(A.Q)",
        "All signed.",
        "Done",
    ),
    (
        "1.2",
        "Ask families what they need, every term.",
        "May 19",
        "July 19",
        "(B.R)",
        "A survey.",
        "Late",
    ),
)
WEAKNESSES = ("Weakness 1: no plan that all share", "Weakness 2: families are seldom asked")


def build_judgement(
    *,
    plan: str = "written statement of action",
    verdict: str = "is deemed to be fit for purpose",
    area: str = "Dudley",
) -> bytes:
    """Return a letter that judges a plan."""
    press = _letter("18 March 2019", f"Joint local area SEND inspection in {area}")
    press.paragraph(
        "Thank you for the plan that you sent after the report letter, which was published on"
        " 4 December 2018."
    )
    press.paragraph(f"The {plan} {verdict} in setting out how the area will tackle what was found.")
    press.paragraph("Yours sincerely")
    return press.done()


def build_department_letter(
    *, area: str = "Dudley", ends: str = "", verdict: str = "has been deemed fit for purpose"
) -> bytes:
    """Return a letter of the department on an accelerated progress plan."""
    press = _letter("6 March 2023", f"{area} SEND accelerated progress plan")
    press.paragraph(f"Your accelerated progress plan {verdict}.")
    press.paragraph("We shall hold the six-month review of it in September 2023.")
    if ends:
        press.paragraph(ends)
    press.paragraph("Yours sincerely")
    press.line("Cc: a board")
    return press.done()


def build_notice(
    *, council: str = "Dudley Metropolitan Borough Council", send: bool = True
) -> bytes:
    """Return an improvement notice."""
    press = Press(("2",))
    press.heading("Improvement Notice", size=18)
    press.line(f"To: {council}")
    press.line("17 May 2024")
    about = "special educational needs and disabilities (SEND) services" if send else "its services"
    press.paragraph(
        f"The Secretary of State issues this notice for poor progress in {about}. If the council"
        " does not comply, a direction may follow under the Education Act 1996."
    )
    press.paragraph("The council must, with its partners:")
    for point in POINTS:
        press.point(point)
    press.paragraph("Review: progress is looked at with the department at least every six months.")
    press.paragraph("All of this is to be done by December 2024 or sooner.")
    return press.done()


def build_plan(
    *,
    title: str = "Written Statement of Action",
    area: str = "Dudley",
    rows: Sequence[Sequence[str]] = ROWS,
    heads: Sequence[str] = HEADS,
    at: float | None = None,
) -> bytes:
    """Return a plan, with one table for each of two weaknesses."""
    press = Press(("Final v1.0",))
    press.heading(f"{area} {title}", size=18)
    press.line("Final version 1.0")
    press.paragraph("This plan was made by all partners and says what each of them will do.")
    press.go_to(at or press.y)
    for weakness in WEAKNESSES:
        press.heading(weakness)
        press.table(
            COLUMNS, [[_cell(text, n) for n, text in enumerate(row)] for row in (heads, *rows)]
        )
    return press.done()


def _cell(text: str, number: int) -> list[str]:
    return wrapped(text, COLUMNS[number + 1] - COLUMNS[number] - 12)


def _letter(day: str, title: str) -> Press:
    press = Press(("2",))
    press.line("A house, Piccadilly Gate, Manchester")
    press.line(day)
    press.y -= PITCH
    press.paragraph("Dear colleagues")
    press.heading(title)
    return press
