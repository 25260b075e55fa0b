#!/usr/bin/env python3
"""Runs clang-tidy over the product's sources, or over what has a PATH_PART in its path, tests too.

Usage: tidy.py BUILD_DIR [PATH_PART…]     tidy.py build/asan /tests/  reads the tests, which takes as long again.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

GENERATED = re.compile(r"_autogen/|/\.rcc/|/\.qt/|qmlcache|qmltyperegistrations|_resources_|plugin_|/fuzz/")


def units(build, parts):
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    files = sorted({entry["file"] for entry in commands if not GENERATED.search(entry["file"])})
    if not parts:
        return [file for file in files if "/tests/" not in file]
    return [file for file in files if any(part in file for part in parts)]


def tidy(build, file):
    # Debian's clang-tidy 14 reads g++'s flags except these.
    done = subprocess.run(["clang-tidy", "--quiet", "-p", str(build), "--extra-arg=-Wno-unknown-warning-option", file],
                          capture_output=True, text=True, check=False)
    return file, done.returncode, done.stdout


def main():
    build, parts = pathlib.Path(sys.argv[1]), sys.argv[2:]
    files, failed = units(build, parts), 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, code, output in pool.map(lambda file: tidy(build, file), files):
            if code:
                failed += 1
                print(f"{file}:\n{output}")
    print(f"{len(files)} translation units read, {failed} with findings")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())
