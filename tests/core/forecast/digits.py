#!/usr/bin/env python3
"""Compares two outputs of digits.cpp: whole numbers exactly, others to 1e-9. Usage: digits.py A.txt B.txt"""

import itertools
import pathlib
import sys

TOLERANCE = 1e-9


def difference(a, b):
    """0 for the same text; infinite for whole numbers that differ."""
    if a == b:
        return 0.0
    if "." not in a + b and "e" not in a + b:
        return float("inf")
    x, y = float(a), float(b)
    return abs(x - y) / max(abs(x), abs(y), 1.0)


def main():
    first, second = (pathlib.Path(name).read_text(encoding="ascii").splitlines() for name in sys.argv[1:3])
    if not first or len(first) != len(second):
        sys.exit(f"{len(first)} and {len(second)} units")
    worst, same = 0.0, 0
    for number, (one, other) in enumerate(zip(first, second), 1):
        same += one == other
        for a, b in itertools.zip_longest(one.split(), other.split(), fillvalue="nothing"):
            far = float("inf") if "nothing" in (a, b) else difference(a, b)
            worst = max(worst, far)
            if far > TOLERANCE:
                sys.exit(f"unit {number}: {a} and {b}")
    print(f"{len(first)} units: {same} the same to the last bit, the others within {worst:.1e} (allowed: {TOLERANCE:.0e})")


if __name__ == "__main__":
    main()
