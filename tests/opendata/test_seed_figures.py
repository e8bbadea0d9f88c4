"""Figures that Parliament and the inspectorates published, from the Parquet file alone."""

import duckdb
import pytest

pytestmark = pytest.mark.slow

#: Reports under the framework of 2016 published by a day, and those that asked for a statement.
INSPECTED = """
    SELECT count(DISTINCT inspection),
           count(DISTINCT inspection) FILTER (outcome = 'statement-required')
    FROM '{events}'
    WHERE kind = 'report-published' AND framework = 'lasend-2016' AND latest <= '{day}'"""
#: Inspections of the framework of 2023 by the year in which they began, and their outcomes.
BEGUN = """
    SELECT count(*), count(*) FILTER (report.outcome = 'positive'),
           count(*) FILTER (report.outcome = 'inconsistent'),
           count(*) FILTER (report.outcome = 'widespread-failings')
    FROM '{events}' started JOIN '{events}' report USING (inspection)
    WHERE started.kind = 'inspection-started' AND report.kind = 'report-published'
      AND started.framework = 'area-send-2023' AND year(started.latest) = {year}"""
REVISITED = """
    SELECT count(*), count(*) FILTER (verdict = 'all'), count(*) FILTER (verdict <> 'all')
    FROM '{events}' WHERE kind = 'revisited' AND latest <= '{day}'"""


def asked(national, query, **given):
    with duckdb.connect() as database:
        words = query.format(events=national / "events.parquet", **given)
        return database.execute(words).fetchone()


def test_written_answer_of_15_april_2021(national):
    """By 13 April 2021 117 inspected, 60 statements; of 22 re-visited 9 had done enough."""
    assert asked(national, INSPECTED, day="2021-04-13") == (117, 60)
    assert asked(national, REVISITED, day="2021-04-13") == (22, 9, 13)


def test_official_statistics_of_2023_and_2024(national):
    """26 inspections begun in 2023: 7, 11 and 8; 28 begun in 2024: 7, 15 and 6."""
    assert asked(national, BEGUN, year=2023) == (26, 7, 11, 8)
    assert asked(national, BEGUN, year=2024) == (28, 7, 15, 6)


def test_weaknesses_counted_by_june_2020(national):
    """329 in 60 areas from 9 June 2020: old Dorset's number, five, is not in our record."""
    query = """
        SELECT sum(weaknesses), count(weaknesses), count(*) FROM '{events}'
        WHERE outcome = 'statement-required' AND latest <= '{day}'"""

    assert asked(national, query, day="2021-04-13") == (324, 59, 60)
