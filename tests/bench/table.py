#!/usr/bin/env python3
"""Joins the benchmarks' JSON arrays into one file and prints them as a table. Usage: table.py OUT.json IN.json…"""

import json
import pathlib
import sys


def shown(number):
    return "–" if number is None else f"{number:,.3g}" if abs(number) < 100 else f"{number:,.0f}"


def main():
    target, sources = pathlib.Path(sys.argv[1]), sys.argv[2:]
    rows = []
    for source in sources:
        rows += json.loads(pathlib.Path(source).read_text(encoding="utf-8"))
    target.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    width = max((len(row["name"]) for row in rows), default=4)
    print(f"{'name':{width}} {'median':>10} {'unit':6} {'floor':>10} {'ratio':>7} {'runs':>5} {'min':>10} {'max':>10}")
    for row in rows:
        print(f"{row['name']:{width}} {shown(row['value']):>10} {row['unit']:6} {shown(row.get('floor')):>10} "
              f"{shown(row.get('ratio')):>7} {row['runs']:>5} {shown(row['min']):>10} {shown(row['max']):>10}")
    print(f"\n{len(rows)} figures in {target}")


if __name__ == "__main__":
    main()
