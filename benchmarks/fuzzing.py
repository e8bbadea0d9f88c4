"""Breaks reports at random for as long as it is told: `python -m benchmarks.fuzzing SECONDS`.

The originals are the tests' own, and the published reports in the folder that AREASEND_LETTERS
names. Each file is read in a process with limits, as the command line does.
"""

import random
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.reading import letters

_AT_ONCE = 200


def main(seconds: float) -> int:
    """Say what came of the files; return 1 if one broke the reader, as opposed to its limits."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "reading"))
    from broken import OURS, read_broken

    originals = [*OURS, *(path.read_bytes() for path in letters())]
    came: Counter[str] = Counter()
    ends, seed = time.monotonic() + seconds, 0
    while time.monotonic() < ends:
        seed += 1
        with tempfile.TemporaryDirectory() as folder:
            for one in read_broken(originals, _AT_ONCE, Path(folder), random.Random(seed)):
                came["read" if one.reading else re.sub(r"\d+", "#", one.trouble)] += 1
    print(f"{came.total()} files broken from {len(originals)}, in {seconds:g} seconds:")
    for what, count in came.most_common():
        print(f"{count:7}  {what}")
    return int(any("our mistake" in what for what in came))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
