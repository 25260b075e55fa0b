#!/usr/bin/env bash
# Turnus on this machine, from nothing: installs the packages, builds Release, makes the demo company, starts the server
# on a free loopback port and opens the app with a technician signed in. Ctrl-C or closing the window stops all of it;
# the next run goes on with the same data.
set -euo pipefail

usage() {
    cat <<'TEXT'
usage: bash app/run.sh [--supervisor] [--lang de|en] [--theme light|dark] [--size handheld|tablet]
                       [--as LOGIN] [--data DIR] [--fresh] [--walkthrough [DIR]]

  --supervisor        sign in a supervisor (on a tablet window) instead of a technician
  --as LOGIN          sign in this account of the demo company (password demo-turnus)
  --lang, --theme, --size   passed to the app
  --data DIR          where the demo company and the handheld live (default: build/run)
  --fresh             throw that data away and begin again
  --walkthrough [DIR] do not open a window: the app performs a technician's day and a supervisor's approval by synthetic
                      touch, offscreen, and saves a picture of each step in DIR (default: build/walkthrough).
                      This is what happens by itself where there is no display. It uses data of its own, made anew.
TEXT
}

cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
login="" size="" supervisor=no lang=de fresh=no pictures="" data=$PWD/build/run app_flags=()
while [ $# -gt 0 ]; do
    case "$1" in
    --supervisor) supervisor=yes ;;
    --as) login=${2:?--as needs a login}; shift ;;
    --lang) lang=${2:?--lang needs de or en}; shift ;;
    --theme) app_flags+=(--theme "${2:?--theme needs light or dark}"); shift ;;
    --size) size=${2:?--size needs handheld or tablet}; shift ;;
    --data) data=$(realpath -m "${2:?--data needs a directory}"); shift ;;
    --fresh) fresh=yes ;;
    --walkthrough)
        pictures=$PWD/build/walkthrough
        case "${2:-}" in "" | --*) ;; *) pictures=$(realpath -m "$2"); shift ;; esac
        ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
    esac
    shift
done
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "$pictures" ]; then
    echo "No display: the app will perform the walk-through offscreen."
    pictures=$PWD/build/walkthrough
fi
[ -n "$login" ] || { [ $supervisor = yes ] && login=birgit.berger || login=jana.muster; }
[ -n "$size" ] || { [ $supervisor = yes ] && size=tablet || size=handheld; }
[ -z "$pictures" ] || { data=$PWD/build/walkthrough-data; fresh=yes; }

say() { printf '\n== %s (%ds)\n' "$1" "$SECONDS"; }
say "Packages"
bash app/install.sh build
say "Build (Release)"
cmake --preset release >/dev/null
cmake --build --preset release -j "$(nproc)"
bin=$PWD/build/release/bin

[ $fresh = no ] || rm -rf "$data"
mkdir -p "$data"
if [ ! -f "$data/server/turnus-server.db" ]; then
    say "The demo company \"Berger Kaffeetechnik\""
    "$bin/turnus-server" init --demo --data "$data/server"
fi

say "Server"
server_pid=""
stop() { [ -z "$server_pid" ] || { kill "$server_pid" 2>/dev/null && wait "$server_pid" 2>/dev/null; } || true; }
trap stop EXIT
trap 'exit 130' INT TERM
rm -f "$data/port"
"$bin/turnus-server" serve --data "$data/server" --listen 127.0.0.1:0 --port-file "$data/port" \
    >>"$data/server.log" 2>&1 &
server_pid=$!
for _ in $(seq 100); do
    [ -s "$data/port" ] && break
    kill -0 "$server_pid" 2>/dev/null || { tail -n 20 "$data/server.log" >&2; echo "the server did not start" >&2; exit 1; }
    sleep 0.1
done
url=http://127.0.0.1:$(cat "$data/port")
echo "turnus-server on $url, log in $data/server.log"

if [ -n "$pictures" ]; then
    say "Walk-through, pictures in $pictures"
    mkdir -p "$pictures"
    # The demo company works in Central Europe; a machine without a zone of its own shows its hours.
    TZ=${TZ:-CET-1CEST,M3.5.0,M10.5.0/3} QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software \
        "$bin/turnus-walkthrough" --server "$url" --data "$data" --pictures "$pictures" --lang "$lang"
    say "What the server's database now holds"
    "$bin/turnus-server" show visits --data "$data/server" --newest 1
    "$bin/turnus-server" show referrals --data "$data/server" --newest 1
    "$bin/turnus-server" show ledger --data "$data/server" --newest 2
else
    device=$data/device-$login
    if [ ! -f "$device/turnus.db" ]; then
        say "First sync of $login"
        printf 'demo-turnus\n' | "$bin/turnus-device" --data "$device" login "$url" "$login"
        "$bin/turnus-device" --data "$device" sync
    fi
    say "Turnus ($login). Close the window to stop."
    "$bin/turnus" --data "$device" --server "$url" --lang "$lang" --size "$size" ${app_flags[@]+"${app_flags[@]}"}
fi
say "Done"
