"""Settings of Hypothesis for all tests.

``HYPOTHESIS_EXAMPLES`` sets how many examples a property is tried on; the default suits every run.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A record of this size takes a while to draw, and longer on a busy machine: that is no defect, and
# no test here is about time.
settings.register_profile(
    "inspection-model",
    deadline=None,
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "60")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("inspection-model")
