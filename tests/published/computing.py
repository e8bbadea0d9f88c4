"""Figures that no measure gives by itself: each is worked out here from the record."""

import csv
from collections import Counter
from datetime import date
from importlib.resources import files
from pathlib import Path

from areasend.answers.context import context
from areasend.answers.measures import measure_answer
from areasend.answers.where import where
from areasend.domain.areas import AREAS, areas_on, resolve
from areasend.domain.context import Shown
from areasend.domain.events import Act, Framework, Instrument, Outcome, StepKind, Verdict
from areasend.domain.intervals import in_words
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.programme import national_facts
from areasend.domain.themes import taxonomy
from areasend.domain.working_days import calendar_known_on
from tests.asking import TODAY, asked
from tests.published.showing import in_months

HERE = Path(__file__).parent
ALL, NOT_ALL = (
    "Sufficient progress made against all weaknesses",
    "Not sufficient progress made against all weaknesses",
)
#: The official table leaves out the two areas that had been abolished by its day.
GONE = {"dorset-county", "northamptonshire"}
AT_THE_END = {
    "as_at": date(2022, 8, 31),
    "by": By.BOTH,
    "published_to": date(2022, 10, 31),
}


def rows(name):
    with (HERE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def record(name):
    with (files("areasend") / "record" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def themes():
    return {code: theme.name for code, theme in taxonomy().themes.items()}


def figure(held, measure, **rule):
    counting = Counting(**rule)
    return measure_answer(measure, counting, asked(counting.as_at), None, held)


def inspections(held, framework=Framework.LASEND_2016, *, without=()):
    return [
        one
        for area, history in held.items()
        for one in history.inspections
        if one.framework is framework and one.report and area not in without
    ]


def inspection(held, name):
    return held[name.split("/")[0]].inspection(name)


def statements(held, *, until, without=()):
    return [
        one
        for one in inspections(held, without=without)
        if one.report.outcome is Outcome.STATEMENT_REQUIRED and one.report.on.latest <= until
    ]


def official_revisits(held):
    """Return the starts of the 46 re-visits of the official table."""
    found = figure(held, "revisited", **AT_THE_END)
    return [
        inspection(held, f"{resolve(name).slug}/2016/1").first(StepKind.REVISIT_STARTED).on.latest
        for name in found.names
    ]


def working_days(first, last):
    return calendar_known_on(TODAY).between(first, last)


# Areas


def areas_of(day):
    return lambda _held: str(len(areas_on(date.fromisoformat(day))))


def not_inspected_in_their_form(held):
    found = figure(held, "inspected", as_at=date(2021, 4, 13))
    return f"{len(found.others)} of {found.out_of}"


# The written answer of 15 April 2021


def meant_in_2021(name):
    # The answer lists the Dorset that ended in 2019, which alone had been inspected.
    return resolve(name, on=date(2019, 3, 31) if name == "Dorset" else date(2021, 4, 13)).slug


def named_in_the_answer(held):
    theirs = {meant_in_2021(row["area"]) for row in rows("written_answer_179416.csv")}
    ours = {one.area for one in statements(held, until=date(2021, 4, 13))}
    return f"{len(theirs & ours)} of {len(theirs | ours)}"


def outcomes_in_the_answer(held):
    answers = rows("written_answer_179416.csv")
    theirs = {meant_in_2021(row["area"]): row["revisit_outcome"] for row in answers}
    same = 0
    for area, outcome in theirs.items():
        letter = held[area].inspections[0].revisited
        if letter and letter.on.latest <= date(2021, 4, 13):
            same += outcome == (ALL if letter.verdict is Verdict.ALL else NOT_ALL)
    return f"{same} of {sum(map(bool, theirs.values()))}"


def not_all_sufficient(day):
    rule = {"as_at": date.fromisoformat(day), "areas": Areas.ABOLISHED_TOO}

    def not_all(held):
        some, none = (figure(held, f"progress-on-{one}", **rule) for one in ("some", "none"))
        return str(some.count + none.count)

    return not_all


def revisits_to_come(held):
    found = figure(held, "not-revisited", as_at=date(2021, 4, 13), areas=Areas.ABOLISHED_TOO)
    return str(found.count)


def asked_for_accelerated_plans(held):
    """Return how many of the 13 that question 6435 lists we hold to have been asked by that day."""
    not_all = {
        meant_in_2021(row["area"])
        for row in rows("written_answer_179416.csv")
        if row["revisit_outcome"] == NOT_ALL
    }
    asked_of = {
        area
        for area in not_all
        for one in held[area].inspections
        if (step := one.first(StepKind.ACCELERATED_PLAN_REQUIRED))
        and step.on.earliest <= date(2021, 5, 27)
    }
    return str(len(asked_of))


# The official table of 2022


def first_start(held):
    return in_words(min(one.started.on.latest for one in inspections(held, without=GONE)))


def last_start(held):
    return in_words(max(one.started.on.latest for one in inspections(held, without=GONE)))


def started_on_mondays(held):
    starts = [one.started.on.latest for one in inspections(held, without=GONE)]
    return f"{sum(day.weekday() == 0 for day in starts)} of {len(starts)}"


def revisits_by_weekday(held):
    days = Counter(f"{day:%A}" for day in official_revisits(held))
    return ", ".join(f"{count} {name}" for name, count in days.most_common())


def reports_within_33_working_days(held):
    found = figure(held, "visit-to-report", **AT_THE_END)
    return f"{sum(one.most <= 33 for one in found.each)} of {found.out_of}"


def first_revisit_after_the_pause(held):
    return in_words(min(day for day in official_revisits(held) if day > date(2020, 3, 17)))


def first_inspection_after_the_pause(held):
    starts = [one.started.on.latest for one in inspections(held)]
    return in_words(min(day for day in starts if day > date(2020, 3, 17)))


def month_of(day):
    """Return the month of a day that another of these functions finds."""
    return lambda held: day(held).split(" ", 1)[1]


def first_start_since_2023(held):
    starts = [one.started.on for one in inspections(held, Framework.AREA_SEND_2023)]
    return in_words(min(on.latest for on in starts if on.is_day))


def programme(kind, *, months=False):
    """Return from when to when something of the programme as a whole lasted."""
    fact = next(fact for fact in national_facts() if fact.kind == kind)
    if months:
        return lambda _held: f"{fact.since:%B %Y} to {fact.until:%B %Y}"
    return lambda _held: in_words(fact.since)


def sums_at_every_revisit(held):
    """Return of how many re-visits the weaknesses looked at are those that the report gave."""
    found = figure(held, "revisited", **AT_THE_END)
    ours = [inspection(held, f"{resolve(name).slug}/2016/1") for name in found.names]
    return f"{sum(one.report.weaknesses == one.revisited.of for one in ours)} of {len(ours)}"


def distribution_of_weaknesses(held):
    numbers = Counter(
        one.report.weaknesses for one in statements(held, until=date(2022, 10, 31), without=GONE)
    )
    return " ".join(f"{number}:{numbers[number]}" for number in sorted(numbers))


def the_most_weaknesses(held):
    found = sorted(
        (-one.report.weaknesses, AREAS[one.area].name)
        for one in statements(held, until=date(2022, 10, 31), without=GONE)
    )
    return ", ".join(f"{name} {-number}" for number, name in found[:4])


# Special Needs Jungle, and the context figures beside it


def weaknesses_of(area):
    return lambda held: str(held[area].inspections[0].report.weaknesses)


def three_to_six_weaknesses(held):
    numbers = [one.report.weaknesses for one in statements(held, until=date(2020, 6, 9))]
    return f"{sum(number in range(3, 7) for number in numbers if number)} of {len(numbers)}"


def revisits_begun_by_may_2020(held):
    begun = [
        step
        for one in inspections(held)
        if (step := one.first(StepKind.REVISIT_STARTED)) and step.on.latest <= date(2020, 5, 31)
    ]
    return str(len(begun))


def first_revisit(held):
    steps = [one.first(StepKind.REVISIT_STARTED) for one in inspections(held)]
    return f"{min(step.on.latest for step in steps if step):%B %Y}"


def labelled_weaknesses(held):
    numbers = [one.report.weaknesses for one in statements(held, until=date(2022, 12, 31))]
    return f"{len(record('themes.csv'))} of {sum(filter(None, numbers))}"


def unlawful_practice(_held):
    return str(sum("LEGAL" in row["themes"].split() for row in record("themes.csv")))


def most_common_themes(_held):
    """Return our three most common themes of the weaknesses that were labelled by hand."""
    labels = Counter(code for row in record("themes.csv") for code in row["themes"].split())
    return "; ".join(f"{themes()[code]} {count}" for code, count in labels.most_common(3))


# Of the framework of 2023


def latest_outcomes(held):
    latest = Counter(
        history.inspections[-1].report.outcome
        for history in held.values()
        if history.inspections and history.inspections[-1].framework is Framework.AREA_SEND_2023
    )
    outcomes = (Outcome.POSITIVE, Outcome.INCONSISTENT, Outcome.WIDESPREAD_FAILINGS)
    return " / ".join(str(latest[outcome]) for outcome in outcomes)


def inspections_since_2023(held):
    ours = inspections(held, Framework.AREA_SEND_2023)
    return f"{len(ours)} of {len({one.area for one in ours})}"


def begun_in_2025(measure):
    def begun(held):
        rule = {"as_at": date(2025, 12, 31), "since": date(2025, 1, 1), "by": By.STARTED}
        found = figure(held, measure, **rule)
        return (
            f"{found.count}, perhaps {len(found.perhaps)} more"
            if found.perhaps
            else str(found.count)
        )

    return begun


def not_positive_in_2023(held):
    rule = {"as_at": date(2023, 12, 31), "by": By.STARTED}
    found = [figure(held, name, **rule) for name in ("inconsistent", "widespread-failings")]
    return f"{sum(one.count for one in found)} of {found[0].out_of}"


def priority_actions_by_report(held):
    ours = sorted(
        (one.started.on.latest, AREAS[one.area].name, one.report.priority_actions)
        for one in inspections(held, Framework.AREA_SEND_2023)
        if one.report.priority_actions
    )
    return ", ".join(f"{name} {number}" for _, name, number in sorted(ours, key=lambda one: one[1]))


def longest_to_publication(held):
    found = figure(held, "visit-to-report-since-2023", as_at=TODAY)
    longest = max((one for one in found.each if one.most), key=lambda one: one.most)
    ours = inspection(held, longest.inspection)
    ended = ours.first(StepKind.FIELDWORK_ENDED).on.latest
    return f"{(ours.report.on.latest - ended).days} days, {longest.area}"


def cornwall_again(held):
    first, second = (
        one for one in held["cornwall"].inspections if one.framework is Framework.AREA_SEND_2023
    )
    return in_months((second.started.on.latest - first.started.on.latest).days)


def monitoring_after(area):
    def months(held):
        found = figure(held, "report-to-monitoring", as_at=TODAY)
        wait = next(one for one in found.each if one.area == area)
        least, most = in_months(wait.least), in_months(wait.most)
        return least if least == most else f"{least} to {most}"

    return months


# What followed


def never_revisited(held):
    """Return how many were not re-visited, were inspected by 2025, in 2026, and not since."""
    never = where(asked(TODAY)).never_revisited
    since = []
    for one in never:
        later = [
            visit.started.on.latest.year
            for visit in held[resolve(one.area).slug].inspections
            if visit.framework is Framework.AREA_SEND_2023
        ]
        since.append(later[0] if later else None)
    by_2025 = sum(year is not None and year <= 2025 for year in since)
    return f"{len(never)}: {by_2025}, {since.count(2026)}, {since.count(None)}"


def found_after_august_2022(held):
    ours = []
    for one in inspections(held):
        step = one.first(StepKind.REVISIT_STARTED)
        letter = one.revisited
        if letter and not (step and step.on.latest <= date(2022, 8, 31)):
            ours.append(f"{AREAS[one.area].name} {letter.sufficient} of {letter.of}")
    return ", ".join(sorted(ours))


def revisited_after_august_2022(held):
    return str(found_after_august_2022(held).count(" of "))


def notice_after(area, number=1):
    def days(held):
        ours = inspection(held, f"{area}/2023/{number}")
        notice = next(
            one
            for one in ours.interventions
            if (one.instrument, one.act) == (Instrument.NOTICE, Act.ISSUED)
        )
        return str(working_days(ours.report.on.latest, notice.on.latest))

    return days


def between_steps(name, first, last):
    """Return the working days between two events of an inspection."""

    def days(held):
        ours = inspection(held, name)
        starts = {"inspection-started": ours.started, "report-published": ours.report}
        ends = {"judged-fit": ours.judged_fit(), **starts}
        since, until = (ends.get(kind) or ours.first(StepKind(kind)) for kind in (first, last))
        return str(working_days(since.on.latest, until.on.latest))

    return days


def due_after_70_working_days(day):
    start = date.fromisoformat(day)
    return lambda _held: in_words(calendar_known_on(TODAY).after(start, 70))


def receipt_before(day):
    end = date.fromisoformat(day)
    return lambda _held: in_words(calendar_known_on(TODAY).before(end, 70))


def told(name, days, kind=None):
    """Return the day that lies so many working days before inspectors came on site."""

    def day(held):
        ours = inspection(held, name)
        came = ours.first(kind) if kind else ours.started
        return in_words(calendar_known_on(TODAY).before(came.on.latest, days))

    return day


def receipt_of_a_plan(held):
    """Return how long before publication a plan due on 19 December 2023 puts the receipt."""
    received = calendar_known_on(TODAY).before(date(2023, 12, 19), 35)
    return str(working_days(received, inspection(held, "hertfordshire/2023/1").report.on.latest))


def receipts_by_lag(_held):
    """Return how many stated due days imply a receipt so many working days before publication."""
    lags = Counter()
    for row in record("stated_due_dates.csv"):
        due, published = (date.fromisoformat(row[key]) for key in ("due_as_stated", "published"))
        calendar = calendar_known_on(due)
        lags[calendar.between(calendar.before(due, 70), published)] += 1
    return f"{lags[5]} and {lags[6]} of {lags.total()}"


def deprived(held):
    """Return how many of the most deprived fifth of areas, as we can rank them, needed one."""
    rates = {area: rate.value for area in AREAS if (rate := most_deprived(area))}
    top = sorted(rates, key=lambda area: (-rates[area], area))[: len(rates) // 5]
    found = figure(held, "statement-required", as_at=date(2021, 3, 31))
    there = [name for name in (*found.names, *found.others) if slug_in_2021(name) in top]
    return f"{sum(name in found.names for name in there)} of {len(there)}"


def slug_in_2021(name):
    return resolve(name, on=date(2021, 3, 31)).slug


def most_deprived(area):
    return context_rate(area, "most-deprived-fifth", 2019)


def context_rate(area, key, year):
    """Return an area's rate of a year from the context figures, or None where we show none."""
    for answer in context(area, as_at=TODAY).measures:
        for one in answer.series if answer.measure.key == key else ():
            if one.figure.period == year and isinstance(one.figure.rate, Shown):
                return one.figure.rate
    return None


def plans_in_20_weeks(area, year, *, whole=False):
    """Return the official share of plans within 20 weeks, to a tenth or a whole per cent."""

    def share(_held):
        rate = context_rate(area, "plans-in-20-weeks", year)
        return f"{round(100 * rate.value)} %" if whole else str(rate)

    return share


COMPUTED = {
    "areas in February 2019": areas_of("2019-02-28"),
    "areas in June 2020": areas_of("2020-06-09"),
    "areas on 31 March 2021": areas_of("2021-03-31"),
    "areas on 13 April 2021": areas_of("2021-04-13"),
    "areas on 31 August 2022": areas_of("2022-08-31"),
    "areas on 31 December 2023": areas_of("2023-12-31"),
    "areas on 31 December 2024": areas_of("2024-12-31"),
    "areas not inspected in their form": not_inspected_in_their_form,
    "names in the answer": named_in_the_answer,
    "outcomes in the answer": outcomes_in_the_answer,
    "re-visits not sufficient on all by 13 April 2021": not_all_sufficient("2021-04-13"),
    "re-visits not sufficient on all by 31 May 2020": not_all_sufficient("2020-05-31"),
    "re-visits to come": revisits_to_come,
    "accelerated plans asked for": asked_for_accelerated_plans,
    "first start": first_start,
    "last start": last_start,
    "starts on Mondays": started_on_mondays,
    "re-visits by weekday": revisits_by_weekday,
    "reports within 33 working days": reports_within_33_working_days,
    "first re-visit after the pause": first_revisit_after_the_pause,
    "first inspection after the pause": first_inspection_after_the_pause,
    "month of the first start": month_of(first_start),
    "month of the first inspection after the pause": month_of(first_inspection_after_the_pause),
    "month of the first start since 2023": month_of(first_start_since_2023),
    "suspended": programme("paused"),
    "interim visits": programme("interim visits", months=True),
    "weaknesses equal at re-visits": sums_at_every_revisit,
    "weaknesses by number": distribution_of_weaknesses,
    "most weaknesses": the_most_weaknesses,
    "most deprived fifth": deprived,
    "weaknesses of Dudley": weaknesses_of("dudley"),
    "weaknesses of Birmingham": weaknesses_of("birmingham"),
    "three to six weaknesses": three_to_six_weaknesses,
    "re-visits begun by May 2020": revisits_begun_by_may_2020,
    "first re-visit": first_revisit,
    "labelled weaknesses": labelled_weaknesses,
    "unlawful practice": unlawful_practice,
    "most common themes": most_common_themes,
    "Somerset in 20 weeks in 2019": plans_in_20_weeks("somerset", 2019),
    "Hampshire in 20 weeks in 2019": plans_in_20_weeks("hampshire", 2019, whole=True),
    "West Sussex in 20 weeks in 2023": plans_in_20_weeks("west-sussex", 2023),
    "latest outcomes": latest_outcomes,
    "inspections since 2023": inspections_since_2023,
    "begun in 2025": begun_in_2025("inspected-since-2023"),
    "positive in 2025": begun_in_2025("positive"),
    "inconsistent in 2025": begun_in_2025("inconsistent"),
    "failings in 2025": begun_in_2025("widespread-failings"),
    "not positive in 2023": not_positive_in_2023,
    "priority actions by report": priority_actions_by_report,
    "longest to publication": longest_to_publication,
    "Cornwall again": cornwall_again,
    "Nottinghamshire monitored": monitoring_after("Nottinghamshire"),
    "Oxfordshire monitored": monitoring_after("Oxfordshire"),
    "Hertfordshire monitored": monitoring_after("Hertfordshire"),
    "never re-visited": never_revisited,
    "re-visits after August 2022": revisited_after_august_2022,
    "re-visits after August 2022 by name": found_after_august_2022,
    "notice to Oxfordshire": notice_after("oxfordshire"),
    "notice to Bexley": notice_after("bexley"),
    "notice to Lancashire": notice_after("lancashire"),
    "Northumberland judged fit": between_steps(
        "northumberland/2016/1", "statement-submitted", "judged-fit"
    ),
    "Essex submitted": between_steps("essex/2016/1", "report-published", "statement-submitted"),
    "Norfolk submitted": between_steps("norfolk/2016/1", "report-published", "statement-submitted"),
    "Norfolk told": between_steps("norfolk/2016/1", "inspection-notified", "inspection-started"),
    "Hertfordshire told": between_steps(
        "hertfordshire/2023/1", "monitoring-inspection-notified", "monitoring-inspection-started"
    ),
    "Oxfordshire's plan": between_steps(
        "oxfordshire/2023/1", "report-published", "priority-plan-submitted"
    ),
    "Bristol received": between_steps("bristol/2016/1", "report-received", "report-published"),
    "Hertfordshire received": receipt_of_a_plan,
    "South Gloucestershire told": told(
        "south-gloucestershire/2016/1", 10, StepKind.REVISIT_STARTED
    ),
    "Oxfordshire told": told("oxfordshire/2023/1", 10),
    "Greenwich told": told("greenwich/2023/1", 10),
    "Northumberland due": due_after_70_working_days("2018-11-29"),
    "Slough received": receipt_before("2022-02-18"),
    "stated due days": receipts_by_lag,
}
