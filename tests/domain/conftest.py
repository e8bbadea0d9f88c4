"""How far Hypothesis searches: quickly, or as deep as `HYPOTHESIS_PROFILE=deep` asks at night."""

import os

from hypothesis import settings

# No deadline: a busy machine must not turn a slow example into a failure.
settings.register_profile("quick", max_examples=20, deadline=None)
settings.register_profile("deep", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
