"""Settings that end whoever reads them, with how far that process yields to others."""

import os
import sys

sys.exit(os.nice(0))
