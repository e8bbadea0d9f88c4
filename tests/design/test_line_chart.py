"""Small line charts: scaled from nought, with gaps where there is nothing to draw."""

from dataclasses import dataclass

import pytest

from areasend.design.line_chart import HEIGHT, WIDTH, line_chart


@dataclass(frozen=True)
class Drawn:
    points: tuple
    name: str = "Dudley"
    breaks: tuple = ()


def parts(*points, breaks=()):
    (line,) = line_chart([Drawn(points, breaks=breaks)]).lines
    return [len(part.split()) for part in line.parts], len(line.dots)


def test_years_that_follow_one_another_are_one_line():
    assert parts((2019, 10.0), (2020, 20.0), (2021, 15.0)) == ([3], 3)


def test_a_year_without_a_figure_is_a_gap():
    assert parts((2018, 1.0), (2019, 2.0), (2020, None), (2021, 3.0), (2022, 4.0)) == ([2, 2], 4)


def test_a_year_that_is_not_there_is_a_gap_and_one_alone_is_a_dot():
    assert parts((2018, 1.0), (2019, 2.0), (2022, 3.0)) == ([2], 3)


def test_no_line_is_drawn_across_a_year_counted_anew():
    chart = line_chart(
        [Drawn(((2020, 1.0), (2021, 2.0), (2022, 3.0), (2023, 4.0)), breaks=(2022,))]
    )

    assert [len(part.split()) for part in chart.lines[0].parts] == [2, 2]
    assert len(chart.breaks) == 1
    assert chart.lines[0].dots[1][0] < chart.breaks[0] < chart.lines[0].dots[2][0]


def test_a_break_outside_the_years_is_not_drawn():
    assert line_chart([Drawn(((2014, 1.0), (2015, 2.0)), breaks=(2022,))]).breaks == ()


@pytest.mark.parametrize(
    ("greatest", "top"), [(97.1, "100 %"), (26.7, "50 %"), (4.9, "5 %"), (0.0, "1 %")]
)
def test_the_scale_runs_from_nought_to_a_round_number(greatest, top):
    chart = line_chart([Drawn(((2019, 0.0), (2020, greatest)))], "%")

    assert [words for _, words in chart.values][0::2] == ["0 %", top]


def test_everything_lies_within_the_chart():
    chart = line_chart([Drawn(((2014, 12_094.0), (2024, 0.0))), Drawn(((2015, 700.0),), "England")])

    for line in chart.lines:
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in line.dots)
    assert [words for _, words in chart.years] == ["2014", "2024"]
    assert [words for _, words in chart.values] == ["0", "10,000", "20,000"]


def test_where_nothing_may_be_shown_nothing_is_drawn():
    (line,) = line_chart([Drawn(((2014, None), (2015, None)))]).lines

    assert (line.parts, line.dots) == ((), ())
