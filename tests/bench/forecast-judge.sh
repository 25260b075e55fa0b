#!/usr/bin/env bash
# Judges the fleet forecast on 12 quarters: tests/bench/forecast-judge.sh [SHARED_FORECAST_DIR] [THREADS]
# Cuts the fleet at each quarter start of 2023 to 2025 (only what was known then), forecasts each cut with
# build/bench/bin/turnus-server, and prints the judge's figures that FORECAST.md asks for. Needs python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${1:-../shared/forecast}
threads=${2:-2}
server=${TURNUS_BIN:-build/bench/bin}/turnus-server
[ -d "$data/fleet" ] || { echo "no fleet in $data: the shared forecast data are not beside the repository" >&2; exit 77; }
[ -x "$server" ] || { echo "$server is missing: cmake --preset bench && cmake --build --preset bench -t turnus-server" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for year in 2023 2024 2025; do
    for month in 01 04 07 10; do
        day=$year-$month-01
        python3 "$data/tools/cut_fleet.py" "$data/fleet" "$day" "$work/$day"
        "$server" forecast fleet --data "$work/$day" --as-of "$day" --out "$work/$day.csv" --threads "$threads" >&2
        [ -f "$work/all.csv" ] || head -1 "$work/$day.csv" >"$work/all.csv"
        tail -n +2 "$work/$day.csv" >>"$work/all.csv"
        rm -r "${work:?}/$day"
    done
done
python3 "$data/tools/evaluate.py" "$data/fleet" "$work/all.csv" --label turnus --json "$work/judged.json" >/dev/null
python3 - "$work/judged.json" <<'P'
import json, sys

o = json.load(open(sys.argv[1]))
c, lead, flagged = o["calibration"], o["lead_time_at_false_flag_rate"]["2.0"], o["lead_time_as_flagged"]
for name, value in (
    ("rows missing", o["rows_missing"]),
    ("P10-P90 coverage", c["coverage_p10_p90"]),
    ("below P10 / above P90", f"{c['below_p10']} / {c['above_p90']}"),
    ("products with 500 rows or more, min/max", c["model_coverage_min_max"]),
    ("AUC, failure within 365 days", o["ranking_365d"]["auc"]),
    ("found 30-365 days ahead at 2 false flags", lead["recall_30_365d"]),
    ("found 30-180 days ahead, same", lead["recall_30_180d"]),
    ("pinball, 5 years, days", c["pinball_5y_days"]),
    ("cost saved, best threshold", o["best_cost_saved_any_threshold"]),
    ("cost saved as flagged", flagged["cost_saved_vs_run_to_failure"]),
    ("false flags per 100 asset-years as flagged", flagged["false_flags_per_100_asset_years"]),
):
    print(f"{name:45} {value}")
P
