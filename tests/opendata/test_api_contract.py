"""Schemathesis asks the API whatever its description allows, and what it does not."""

import os
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS

from areasend.answers.asking import FIRST_DAY
from areasend.config.edge import Edge

#: Bounded here; `make contract` asks for more.
EXAMPLES = int(os.environ.get("AREASEND_CONTRACT", "2"))
#: Each part of the question is as described, and together they have no answer; or a moment lies
#: before the record began.
NO_SCHEMA_SAYS = {"/api#contradicting-filters", "/api#bad-cursor", "/api#bad-day"}
MADE = datetime(2026, 11, 22, 0, 40)  # noqa: DTZ001  hypothesis gives it its zone

# A day of our record, and a moment since it was made public: others are tried by name elsewhere.
schemathesis.openapi.format("date", st.dates(FIRST_DAY, MADE.date() - timedelta(1)).map(str))
schemathesis.openapi.format(
    "date-time",
    st.datetimes(MADE, MADE, timezones=st.just(UTC)).map(lambda one: one.isoformat()),
)


#: As it is served, edge and all.
SERVED = Edge(get_wsgi_application(), state=lambda: "one", wait=lambda *_: 0)
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", SERVED)


@pytest.mark.slow
@pytest.mark.usefixtures("record_in_place")
@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="AREASEND_CONTRACT" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
def test_schemathesis_finds_nothing(case):
    # It says that it reads compressed answers, and does not.
    answer = case.call(headers={"Accept-Encoding": "identity"})
    told = answer.json()["type"] if answer.status_code == HTTPStatus.BAD_REQUEST else ""
    but = [CHECKS.get_one("positive_data_acceptance")] if told in NO_SCHEMA_SAYS else []

    case.validate_response(answer, excluded_checks=but)
