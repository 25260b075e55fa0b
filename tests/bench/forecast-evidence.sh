#!/usr/bin/env bash
# What each kind of evidence is worth out of sample: tests/bench/forecast-evidence.sh [SHARED_FORECAST_DIR] [KIND …]
# Learns from every second customer of the open fleet, with all evidence and with one kind left out, and judges the
# units of the others, both ways round, on 12 quarters or on the days that $TURNUS_CUTS names. Takes minutes a kind. Needs python3 and
# build/bench/bin/forecast_evidence (cmake --build --preset bench -t forecast_evidence).
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${1:-../shared/forecast}
shift || true
kinds=${*:-nothing repairs repair-costs technicians environment year-only measurements grades readings}
program=${TURNUS_BIN:-build/bench/bin}/forecast_evidence
[ -d "$data/fleet" ] || { echo "no fleet in $data: the shared forecast data are not beside the repository" >&2; exit 77; }
[ -x "$program" ] || { echo "$program is missing: cmake --preset bench && cmake --build --preset bench -t forecast_evidence" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
days=${TURNUS_CUTS:-$(for year in 2023 2024 2025; do for month in 01 04 07 10; do echo "$year-$month-01"; done; done)}
for day in $days; do
    python3 "$data/tools/cut_fleet.py" "$data/fleet" "$day" "$work/$day"
done
echo "| without | pinball, 5 years | AUC | found 30–365 d | 30–180 d | P10–P90 held | below / above | cost saved, best | as flagged |"
echo "|---|---|---|---|---|---|---|---|---|"
for kind in $kinds; do
    echo "asset_id,as_of,p10,p50,p90,flag_date,score" >"$work/all.csv"
    for day in $days; do
        "$program" "$work/$day" "$day" "$kind" "$work/one.csv"
        tail -n +2 "$work/one.csv" >>"$work/all.csv"
    done
    python3 "$data/tools/evaluate.py" "$data/fleet" "$work/all.csv" --label "$kind" --json "$work/judged.json" >/dev/null
    python3 - "$kind" "$work/judged.json" <<'P'
import json, sys

kind, o = sys.argv[1], json.load(open(sys.argv[2]))
assert o["rows_missing"] == 0, o["rows_missing"]
c, lead = o["calibration"], o["lead_time_at_false_flag_rate"]["2.0"]
flagged = o["lead_time_as_flagged"]["cost_saved_vs_run_to_failure"]
print(
    f"| {kind} | {c['pinball_5y_days']} | {o['ranking_365d']['auc']} | {100 * lead['recall_30_365d']:.1f} % "
    f"| {100 * lead['recall_30_180d']:.1f} % | {100 * c['coverage_p10_p90']:.1f} % "
    f"| {100 * c['below_p10']:.1f} / {100 * c['above_p90']:.1f} % | {o['best_cost_saved_any_threshold']} | {flagged} |"
)
P
done
