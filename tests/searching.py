"""How hard tests search: quickly, or with `AREASEND_DEEP=1` for as long as a night allows."""

import os

from hypothesis import HealthCheck, Phase, settings

DEEP = os.environ.get("AREASEND_DEEP") == "1"


def search_quickly_or_deeply() -> None:
    """Set how many examples every property is tried on."""
    # No deadline: a busy machine must not turn a slow example into a failure.
    settings.register_profile("quick", max_examples=20, deadline=None)
    settings.register_profile("deep", max_examples=2_000, deadline=None)
    settings.load_profile("deep" if DEEP else "quick")


def few(quick: int, *, deep: int, **more: object) -> settings:
    """Return settings for a property of which each example takes long.

    No time is spent on explaining what shrinking shows.
    """
    return settings(
        max_examples=deep if DEEP else quick,
        deadline=None,
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
        suppress_health_check=(
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            # A fixture that only puts something in place serves every example alike.
            HealthCheck.function_scoped_fixture,
        ),
        **more,
    )
