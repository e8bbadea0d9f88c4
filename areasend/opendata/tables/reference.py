"""The tables to look things up in: how complete the record is, and the rules."""

from areasend.answers.duties import FORCES
from areasend.answers.rows.coverage import PARTIAL, WHOLE, CoverageRow, coverage_of_record
from areasend.answers.rows.rulebooks import OURS, SEEN, RuleRow, rulebooks
from areasend.opendata.columns import Table, day, identifier, sourced, words

COVERAGE = Table(
    name="coverage",
    title="How complete the record is",
    says="For each kind of event, the day to which every one of it is held, if there is one.",
    row=CoverageRow,
    rows=lambda _asked: coverage_of_record(),
    notes=("Where no day is given a gap in the record proves nothing.",),
    columns=(
        identifier("The kind of event."),
        words("says", "What it means", "In a sentence.", required=True),
        day("complete_to", "Complete to", "Empty where the kind is held only as found."),
        words("held", "What is held", "In words.", required=True),
        *sourced("Our own account.", "Whether all of the kind is held.", (WHOLE, PARTIAL)),
    ),
)
RULEBOOKS = Table(
    name="rulebooks",
    title="Rules",
    says="Every length of time that a rule sets, with its values by the day each took effect.",
    row=RuleRow,
    rows=lambda _asked: rulebooks(),
    columns=(
        identifier("The rulebook, the rule and the day from which it reads so."),
        words("rulebook", "Rulebook", "A framework, or the government on itself.", required=True),
        words("rule", "Rule", "Its name.", required=True),
        words("says", "What it sets", "In a sentence.", required=True),
        day("since", "From", "Day from which it reads so.", required=True),
        words("value", "Value", "How long, or which day.", required=True),
        words(
            "force",
            "Force",
            "How binding it is.",
            required=True,
            choices=tuple(FORCES.values()),
        ),
        day("checked", "Checked", "Day on which someone last looked.", required=True),
        *sourced(
            "Where the words stand.",
            "Whether the words were seen, or the value is our estimate.",
            (SEEN, OURS),
        ),
    ),
)
