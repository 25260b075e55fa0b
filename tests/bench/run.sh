#!/usr/bin/env bash
# Builds Release and runs the benchmarks: tests/bench/run.sh [NAME…]   (NAME as in bench_NAME; none runs all).
# Each program prints a JSON array of {"name","value","unit","floor","ratio","runs","min","max"}, values are medians and
# floor is the machine's own floor measured in the same run. Prints a table, writes build/bench.json.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
bash app/install.sh test
cmake --preset bench >/dev/null
cmake --build --preset bench -j "$(nproc)" -t turnus_benchmarks
export TURNUS_BIN=$PWD/build/bench/bin

programs=()
if [ $# -gt 0 ]; then
    for name in "$@"; do
        [ -x "$TURNUS_BIN/bench_$name" ] || { echo "no benchmark '$name' (there is no bench_$name)" >&2; exit 2; }
        programs+=("$TURNUS_BIN/bench_$name")
    done
else
    programs=("$TURNUS_BIN"/bench_*)
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for program in "${programs[@]}"; do
    echo "running $(basename "$program") …" >&2
    "$program" >"$out/$(basename "$program").json"
done
python3 tests/bench/table.py build/bench.json "$out"/*.json
