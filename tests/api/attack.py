"""Calls the API of a real server as its description says, and as it does not, and holds every answer against it.

    attack.py CALLS       at least so many calls; 600 take some three minutes
    attack.py --control   the same against servers that spoil an answer, each of which must be found

bin/attack-api runs it with all it needs. TARGET is the folder of the built programs, SEED chooses other calls.
"""

import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import corrupt

HERE = Path(__file__).parent
TARGET = Path(os.environ.get("TARGET", HERE / "../../target/debug"))
# positive_data_acceptance: that a text is a code of a list, a number or a day is said in words and held by the server.
# ensure_resource_availability: what was withdrawn by POST is gone, and the tool takes a DELETE alone for an end; that what
# was entered is found is held by the register's own tests.
LEFT_OUT = "positive_data_acceptance,ensure_resource_availability"
# In a demonstration every party has its administrator already. A possible match is its officer's alone, and which officer calls is
# chance: what comes of one is held by the register's own tests.
NEVER = {"POST /api/v1/administrators"} | {f"POST /api/v1/person-matches/{act}" for act in ("ask", "agree", "open", "claim", "hand-on", "outcome")}
# What follows from a breaking by the same officer, from a possible match that two people opened, from two States' alerts on one person, from another State's proposal, from
# an alert in force that says what may not be done with it, or from a journal that does not hold: held by the rooms' own tests too.
NEVER |= {f"POST /api/v1/alerts/{{reference}}/{act}" for act in ("claim", "permit", "permit/end", "proposal/answer", "supplements", "supplements/answer")}
NEVER |= {"GET /api/v1/alerts/{reference}/broken", "GET /api/v1/alerts/{reference}/supplements", "POST /api/v1/alerts/breakings/answer"}
NEVER |= {"POST /api/v1/alerts/consultations/agree", "POST /api/v1/alerts/consultations/say", "POST /api/v1/gaps/accounts"}
# A flag is named by a hash of the paragraphs that it is about: held by the room's own tests.
NEVER |= {"POST /api/v1/papers/{reference}/languages/{hash}"}
# What three calls in a row must lead to; asked of long runs alone.
SELDOM = {
    "GET /api/v1/certificates/{code}",
    "POST /api/v1/alerts/{reference}/misused/end",
    "POST /api/v1/decisions/imports/{id}/adopt",
    "POST /api/v1/meetings/{reference}/agenda/order",
    "POST /api/v1/meetings/{reference}/correct",
    "POST /api/v1/meetings/{reference}/minutes/adopt",
    "POST /api/v1/silence/{reference}/again",
    "POST /api/v1/silence/{reference}/preside",
}
# Of all calls, at least so many must have come past the door.
LET_IN_SHARE = 0.5
# Calls made up for each operation in a round of a long run; each round makes up others.
ROUND_EXAMPLES = 60
# How often what did not succeed is tried once more, alone.
AGAIN_MOST = 3
# What is printed of one thing that is wrong, in characters.
SAID_MOST = 20_000


class Server:
    """A demonstration, served on a port of its own."""

    def __init__(self, folder):
        data, self.people = folder / "data", folder / "people.json"
        run = lambda *command: subprocess.run(command, check=True, capture_output=True, text=True).stdout
        run(TARGET / "puebla", "demo", "--data", data, "--no-serve", "--entries", "1000", "--adopted")
        self.people.write_text(run(TARGET / "examples/tokens", data), encoding="utf-8")
        self.log = open(folder / "log", "w+", encoding="utf-8")
        command = [TARGET / "puebla", "serve", "--data", data, "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        said = self.process.stdout.readline()
        self.address = re.search(r"127\.0\.0\.1:\d+", said).group()

    def token(self, role):
        people = json.loads(self.people.read_text(encoding="utf-8"))
        return next(person["token"] for person in people if person["role"] == role)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Ends it in order, and answers what it said of faults meanwhile."""
        self.process.terminate()
        self.process.wait(60)
        self.log.seek(0)
        # An urgent event, as when somebody breaks the glass, is no fault.
        return [line for line in self.log if "ERROR" in line and "puebla::security" not in line or "panicked" in line]


def attack(server, address, seed, examples, kinds, only=None):
    """Lets schemathesis make calls of some phases in some mode; answers its exit status, what it said, and calls by
    operation and status."""
    phases, mode = kinds
    counts = server.people.with_name("counts.json")
    env = os.environ | {
        "SCHEMATHESIS_HOOKS": "people", "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1",
        "PEOPLE": str(server.people), "COUNTS": str(counts), "KNOWN": str(server.people.with_name("known.json")),
        "SEED": str(seed)}
    command = [
        Path(sys.executable).with_name("schemathesis"), "run", f"http://{address}/api/v1/openapi.json",
        "--checks", "all", "--exclude-checks", LEFT_OUT, "--phases", phases, "--mode", mode, "--max-examples", str(examples),
        "--seed", str(seed), "--generation-database", "none", "--no-shrink", "--continue-on-failure", "--no-color",
        "--warnings", "off", "--suppress-health-check", "all", "--request-timeout", "60", "--workers", "1"]
    command += ["--include-path", only] if only else []
    # Which calls follow from which, the description says; guesses from addresses led to calls that do not exist.
    settings = server.people.with_name("schemathesis.toml")
    settings.write_text('[phases.stateful.inference]\nalgorithms = ["dependency-analysis"]\n', encoding="utf-8")
    done = subprocess.run(command, env=env, cwd=server.people.parent, capture_output=True, text=True)
    found = collections.Counter(json.loads(counts.read_text(encoding="utf-8"))) if counts.exists() else {}
    return done.returncode, done.stdout + done.stderr, found


def whole(wanted):
    """Makes so many calls and answers what is wrong with the answers."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder)) as server:
        started, all_calls, wrong, turn = time.monotonic(), collections.Counter(), [], 0
        seed = int(os.environ.get("SEED", "1"))
        while sum(all_calls.values()) < wanted and not wrong:
            # What is enumerated is the same in every round; what is left to chance is not. Of what does not fit the
            # description a quarter has no purpose or a wrong one, and gets no further: after the first round every other
            # keeps to what fits.
            phases = "examples,coverage,fuzzing,stateful" if turn == 0 else "fuzzing,stateful"
            mode = "positive" if turn % 2 else "all"
            examples = ROUND_EXAMPLES if wanted > 2000 else 5
            status, said, calls = attack(server, server.address, seed + turn, examples, (phases, mode))
            all_calls += calls
            turn += 1
            if status != 0:
                wrong.append(said)
        # What only a good hand of chances leads to is dealt some more of them.
        for again in range(AGAIN_MOST):
            for label in [] if wrong else without_success(all_calls, wanted):
                kinds = ("fuzzing", "positive")
                status, said, calls = attack(server, server.address, seed + turn + again, 5, kinds, label.split(" ")[1])
                all_calls += calls
                wrong += [said] if status != 0 else []
        faults = server.end()
        wrong += [f"the server's own log: {line}" for line in faults]
        wrong += report(all_calls, wanted, time.monotonic() - started)
    return wrong


def by_label(calls):
    """Sorts calls by operation and class of answer."""
    table = collections.defaultdict(collections.Counter)
    for key, count in calls.items():
        label, status = key.rsplit(" ", 1)
        table[label][status] += count
    return table


def without_success(calls, wanted):
    """Answers the operations at which nothing succeeded and something should have."""
    succeeded = {key.rsplit(" ", 1)[0] for key in calls if key.rsplit(" ", 1)[1].startswith("2")}
    return sorted(set(by_label(calls)) - succeeded - NEVER - (SELDOM if wanted <= 2000 else set()))


def report(calls, wanted, seconds):
    """Prints calls by operation and class of answer, and answers what makes the run worth nothing."""
    table = by_label(calls)
    for label, statuses in sorted(table.items()):
        print(f"  {label:<40} " + "  ".join(f"{status}: {n}" for status, n in sorted(statuses.items())))
    total = sum(calls.values())
    by_status = collections.Counter()
    for statuses in table.values():
        by_status += statuses
    # Not let in: no token, no purpose, somebody else's, another method, too often.
    out = sum(by_status[status] for status in ("401", "404", "405", "422-purpose", "429"))
    share = (total - out) / max(total, 1)
    print(f"{total} calls in {seconds:.0f} s; past the door {share:.0%}; "
          + ", ".join(f"{status}: {n}" for status, n in sorted(by_status.items())))
    wrong = []
    if total < wanted:
        wrong.append(f"{total} calls are fewer than {wanted}")
    if share < LET_IN_SHARE:
        wrong.append(f"{share:.0%} of the calls came past the door: fewer than {LET_IN_SHARE:.0%} say little")
    if missing := without_success(calls, wanted):
        wrong.append(f"nothing succeeded at {', '.join(missing)}")
    return wrong


def control():
    """Spoils answers of each sort and answers which were not found."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder)) as server:
        missed = []
        for name, (_, sign, path) in corrupt.FAULTS.items():
            front = corrupt.serve(server.address, name, server.token("border_officer"))
            threading.Thread(target=front.serve_forever, daemon=True).start()
            address = f"127.0.0.1:{front.server_address[1]}"
            status, said, calls = attack(server, address, 1, 10, ("coverage,fuzzing", "all"), path)
            front.shutdown()
            as_it_should = status == 0 if sign is None else sign in said
            print(f"  {name:<14} {'as it should be' if as_it_should else 'NOT FOUND'} in {sum(calls.values())} calls", flush=True)
            if not as_it_should:
                missed.append(f"{name}: not what was to be found:\n{said}")
    return missed


def main():
    wrong = control() if sys.argv[1:] == ["--control"] else whole(int(sys.argv[1]))
    for line in wrong:
        print(line if len(line) < SAID_MOST else f"{line[:SAID_MOST]}\n(and so on)", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
