"""What was answered once, as at a day and as known at a moment, is answered for ever."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from areasend.answers.asked import Asked
from areasend.terminal.options import Day, Moment

moments = st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1), timezones=st.timezones())  # noqa: DTZ001


@given(moments, st.dates())
def test_a_command_reads_the_two_days_of_a_permalink_as_they_were(known_at, as_at):
    _, day, _, moment = Asked(as_at, known_at).options.split()

    assert Day().convert(day, None, None) == as_at
    assert Moment().convert(moment, None, None) == known_at
