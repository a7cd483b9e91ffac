#!/usr/bin/env python3
"""Prints the system calls of a trace that the filter of a unit refuses, and ends with 1 where there are any.

Arguments: unit, trace (of strace -f -o). What stands in a set, systemd says itself.
"""
import re
import subprocess
import sys

unit, trace = sys.argv[1:]


def calls_of(word):
    if not word.startswith("@"):
        return {word}
    command = ["systemd-analyze", "syscall-filter", word]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[1:]
    inside = [line.strip() for line in said if line.strip() and not line.strip().startswith("#")]
    return set().union(*map(calls_of, inside))


allowed = set()
with open(unit, encoding="utf-8") as lines:
    for line in lines:
        words = line.removeprefix("SystemCallFilter=").strip()
        if not line.startswith("SystemCallFilter="):
            continue
        calls = set().union(*map(calls_of, words.removeprefix("~").split()))
        allowed = allowed - calls if words.startswith("~") else allowed | calls
with open(trace, encoding="utf-8", errors="replace") as lines:
    made = {found.group(1) for line in lines if (found := re.match(r"\d+ +([a-z_0-9]+)\(", line))}
refused = sorted(made - allowed)
print(f"{len(made)} calls made; refused: {', '.join(refused) or 'none'}")
sys.exit(1 if refused or len(made) < 40 else 0)
