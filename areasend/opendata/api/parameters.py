"""What may be asked of each address of the API. Anything else is refused, not ignored."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from django.http import QueryDict
from ninja import Schema
from pydantic import ConfigDict, Field, ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError, core_schema

from areasend.answers.listing import FRAMEWORKS
from areasend.answers.owing import OWING
from areasend.answers.topics import STAGES
from areasend.domain.areas import AREAS
from areasend.domain.events import Outcome
from areasend.domain.kinds import KINDS
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Areas, By
from areasend.domain.rulebooks.reading import Force

Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[
    str,
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}
    ),
]
Slug = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)]
Flag = Literal["true", "false"]


class Among:
    """One of some words that are known only when the record's tables are read."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        """Return the words as pydantic knows a choice."""
        return core_schema.literal_schema(self._words)


Region = Annotated[str, Among(one.region for one in AREAS.values())]
OfstedRegion = Annotated[str, Among(one.ofsted_region for one in AREAS.values())]
FrameworkWords = Annotated[str, Among(FRAMEWORKS.values())]
StageName = Annotated[str, Among(STAGES)]
EventKind = Annotated[str, Among(one.key for one in KINDS)]
OwedBy = Annotated[str, Among(OWING)]


def asks(words: str) -> Any:
    """Return a parameter that may be left out, with what it is for."""
    return Field(default=None, description=words)


def _amiss(name: str, says: str) -> PydanticCustomError:
    """Return what is amiss with a parameter, which bears its name."""
    return PydanticCustomError("amiss", "{says}", {"parameter": name[:40], "says": says})


class Days(Schema):
    """The two days of every question."""

    model_config = ConfigDict(extra="forbid")

    as_at: Day = asks("The world as at the end of this day in London; today if left out.")
    known_at: Moment = asks("What this record had made public by this moment; now if left out.")

    @model_validator(mode="before")
    @classmethod
    def each_once_and_nothing_else(cls, given: Any, info: ValidationInfo) -> Any:
        """Return what was given, if each parameter is one of these and stands there once.

        :raises PydanticCustomError: if not
        """
        query: QueryDict = info.context["request"].GET if info.context else QueryDict()
        for name in query:
            if name not in cls.model_fields:
                known = ", ".join(cls.model_fields)
                raise _amiss(name, f"There is no parameter “{name[:40]}” here, only: {known}.")
            if len(query.getlist(name)) > 1:
                raise _amiss(name, f"“{name}” is there more than once.")
        return given

    def given(self) -> dict[str, str]:
        """Return what was given, by name, as an address writes it."""
        return {name: str(value) for name, value in self.model_dump(exclude_none=True).items()}


class Paged(Days):
    """A list that comes page by page."""

    limit: Annotated[int, Field(ge=1, le=500, description="Items on a page.")] = 100
    cursor: Annotated[str, Field(max_length=100, pattern=r"^[A-Za-z0-9_-]+$")] = asks(
        "Where the page begins: as `next` of the page before gives it, with the same question."
    )


class AreasAsked(Paged):
    """The list of areas."""

    stage: StageName = asks("Where the area stands, by the stage's name: those of its feeds.")
    region: Region = asks("The government's region.")
    ofsted_region: OfstedRegion = asks("Ofsted's region.")
    framework: FrameworkWords = asks("The framework of the latest report.")
    outcome: Outcome = asks("What the latest report found.")
    passed: Literal["yes", "no"] = asks(
        "Whether a due day or usual time has passed of which nothing is held."
    )
    like: Slug = asks("The area of this slug and its statistical neighbours.")
    sort: Literal["name", "region", "stage", "report", "next"] = "name"


class EventsAsked(Paged):
    """The list of events."""

    area: Slug = asks("The area's slug.")
    region: Region = asks("The government's region.")
    kind: EventKind = asks("The kind of event.")
    outcome: Outcome = asks("What a report found; only reports have one.")
    inspection: Annotated[str, Field(pattern=r"^[a-z-]+/20[0-9]{2}/[0-9]{1,2}$")] = asks(
        "The inspection that it belongs to, such as `dudley/2016/1`."
    )
    since: Day = asks("Only what may have happened on this day or after.")
    until: Day = asks("Only what may have happened by this day.")


class DeadlinesAsked(Paged):
    """The list of duties and their deadlines."""

    area: Slug = asks("The area's slug.")
    region: Region = asks("The government's region.")
    owed_by: OwedBy = asks("Who owes it.")
    force: Force = asks("How binding the date is.")
    open: Flag = asks("Whether nothing is held that fulfils or supersedes it.")
    passed: Flag = asks("Whether its time has passed and nothing is held of it.")
    late: Flag = asks("Whether it may be called late; of a gap in our record nothing ever is.")
    since: Day = asks("Only what is due, at the latest, on this day or after.")
    until: Day = asks("Only what is due, at the latest, by this day.")


class MeasureAsked(Days):
    """A figure by a counting rule."""

    by: By = By.PUBLISHED
    areas: Areas = Areas.ABOLISHED_TOO
    since: Day = asks("The first day that counts.")
    published_to: Day = asks("The last day of publication that counts; only where `by` is both.")


class MeasuresAsked(MeasureAsked, Paged):
    """Every figure by one counting rule."""


class DividedAsked(MeasureAsked):
    """One figure, and its parts where asked."""

    division: Division = asks("The parts to show beside the whole.")
