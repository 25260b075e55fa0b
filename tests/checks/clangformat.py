#!/usr/bin/python3
"""Check that C++ files are formatted by .clang-format; --fix formats them.

usage: clangformat.py [--fix] [FILE …]      (default: every .cpp and .h of the repository)
"""
import concurrent.futures
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOPS = ("app", "core", "qml", "sync", "tests")


def finding(path):
    """The lines that clang-format would change, as "file:line" texts."""
    run = subprocess.run(["clang-format", "--dry-run", "-Werror", str(path)], capture_output=True, text=True, cwd=ROOT)
    lines = sorted({int(line.split(":")[1]) for line in run.stderr.splitlines() if line.startswith(str(path) + ":")})
    if run.returncode == 0:
        return ""
    return f"{path.relative_to(ROOT)}:{','.join(map(str, lines[:8]))}{' …' if len(lines) > 8 else ''}\n"


def main(arguments):
    files = [pathlib.Path(a).resolve() for a in arguments if a != "--fix"]
    if not files:
        files = sorted(f for top in TOPS for end in ("*.cpp", "*.h") for f in (ROOT / top).rglob(end))
    if "--fix" in arguments:
        subprocess.run(["clang-format", "-i", *map(str, files)], check=True, cwd=ROOT)
        return
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        findings = [text for text in pool.map(finding, files) if text]
    sys.stdout.write("".join(findings))
    if findings:
        sys.exit(f"{len(findings)} of {len(files)} C++ files are not formatted: tests/checks/clangformat.py --fix")
    print(f"{len(files)} C++ files formatted")


if __name__ == "__main__":
    main(sys.argv[1:])
