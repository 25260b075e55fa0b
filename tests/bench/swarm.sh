#!/usr/bin/env bash
# Load of many connected handhelds on one server, on loopback:   tests/bench/swarm.sh BIN [DEVICES] [NOOPS] [MIXED] [SECONDS]
# BIN holds turnus-server and turnus-device (a Release build). One territory and one technician for every 20 devices.
set -euo pipefail

bin=$(readlink -f "${1:?usage: swarm.sh BIN [DEVICES] [NOOPS] [MIXED] [SECONDS]}")
devices=${2:-10000}
noops=${3:-5000}
mixed=${4:-500}
seconds=${5:-15}
dir=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill "$server" && wait "$server"; rm -rf "$dir"' EXIT
mkdir "$dir/csv"

territories=$(((devices + 19) / 20))
python3 - "$dir/csv" "$territories" "$bin" <<'PY'
import subprocess, sys
out, count = sys.argv[1], int(sys.argv[2])
# One hash for all: argon2id is dear by design. Nobody signs in by it.
hash = "$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$0QVmcBaxyUfEKPlbFRhTDNFbGOGSfZXOkWOqXGDFOWM"
def table(name, head, rows):
    with open(f"{out}/{name}.csv", "w") as file:
        file.write(head + "\n" + "".join(row + "\n" for row in rows))
n = range(count)
table("territory", "key,name", (f"T{i},Territory {i}" for i in n))
table("team", "key,name,territory", (f"M{i},Team {i},T{i}" for i in n))
table("staff", "key,name,role,team", (f"S{i},Technician {i},technician,M{i}" for i in n))
table("segment", "key,name", ["G,Gastronomy"])
table("customer", "key,territory,name,segment", (f"C{i},T{i},Customer {i},G" for i in n))
table("account", "login,password,staff", (f'tech{i},"{hash}",S{i}' for i in n))
PY
"$bin/turnus-server" init --data "$dir/company" >/dev/null
"$bin/turnus-server" import "$dir/csv" --data "$dir/company" >/dev/null
"$bin/turnus-server" load-devices "$devices" "$dir/devices" --data "$dir/company" >/dev/null
"$bin/turnus-server" serve --quiet --listen 127.0.0.1:0 --port-file "$dir/port" --data "$dir/company" >/dev/null &
server=$!
for _ in $(seq 100); do [ -s "$dir/port" ] && break; sleep 0.1; done
"$bin/turnus-device" --json swarm "http://127.0.0.1:$(cat "$dir/port")" --devices "$dir/devices" --streams "$devices" \
    --noop "$noops" --mixed "$mixed" --seconds "$seconds" --server-pid "$server"
