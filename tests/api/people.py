"""Who calls, and what came back: loaded by schemathesis, for every call it makes.

A call is made by somebody who may make it, for the right purpose, and who is within their rate: the server's own limits
stay as they are. One call in eight is made by somebody else. PEOPLE names the file with tokens, COUNTS where to write.
"""

import atexit
import collections
import json
import os
import random
import threading
import time

import schemathesis

# Who may make a call and how often a minute: as routes.txt and rights.txt of the project say.
AUTHORITY, EXAMINER, OFFICER, STEWARD, OPERATOR, OVERSIGHT, COORDINATOR, DELEGATE = (
    "issuing_authority", "document_examiner", "border_officer", "data_steward", "operator", "oversight", "coordinator",
    "delegate")
# Whoever stands first may make every call that follows from another.
OPERATIONS = {
    "GET /api/v1/documents": ([EXAMINER, OFFICER, STEWARD], "look"),
    "POST /api/v1/documents": ([EXAMINER], "write"),
    "GET /api/v1/documents/{reference}": ([EXAMINER, OFFICER, STEWARD], "look"),
    "GET /api/v1/imports/{id}": ([AUTHORITY, EXAMINER, STEWARD], "look"),
    "POST /api/v1/imports/alerts": ([EXAMINER], "bulk"),
    "POST /api/v1/imports/status": ([AUTHORITY], "bulk"),
    "GET /api/v1/status": ([AUTHORITY, STEWARD], "look"),
    "POST /api/v1/status": ([AUTHORITY], "write"),
    "GET /api/v1/status/export": ([AUTHORITY, STEWARD], "bulk"),
    "GET /api/v1/status/{id}": ([AUTHORITY, STEWARD], "look"),
    "POST /api/v1/status/{id}/withdraw": ([AUTHORITY], "write"),
    "POST /api/v1/checks": ([OFFICER, EXAMINER], "check"),
    "POST /api/v1/verifications": ([OPERATOR, OVERSIGHT], "bulk"),
    "POST /api/v1/backups": ([OPERATOR], "bulk"),
    "POST /api/v1/drills": ([OPERATOR], "write"),
    "POST /api/v1/administrators": ([OPERATOR], "write"),
    "GET /api/v1/concerns": ([OVERSIGHT], "look"),
    "GET /api/v1/meetings": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/meetings": ([COORDINATOR], "write"),
    "GET /api/v1/meetings/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/meetings/{reference}/change": ([COORDINATOR], "write"),
    "GET /api/v1/silence": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/silence": ([DELEGATE], "write"),
    "GET /api/v1/silence/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/silence/{reference}/position": ([DELEGATE], "write"),
    "POST /api/v1/silence/{reference}/comment": ([DELEGATE], "write"),
    "POST /api/v1/silence/{reference}/extension": ([DELEGATE], "write"),
    "POST /api/v1/silence/{reference}/preside": ([DELEGATE], "write"),
    "POST /api/v1/silence/{reference}/again": ([DELEGATE], "write"),
    "GET /api/v1/openapi.json": ([], "look"),
}
A_MINUTE = {"look": 240, "check": 600, "write": 120, "bulk": 30}
# The State whose people make calls that go together; one call in eight is made by somebody else.
HOME = {"HND", "XSV"}

with open(os.environ["PEOPLE"], encoding="utf-8") as file:
    PEOPLE = json.load(file)
SPENT = collections.defaultdict(collections.deque)
COUNTS = collections.Counter()
LOCK = threading.Lock()
CHANCE = random.Random(int(os.environ.get("SEED", "1")))


def within_rate(person, rate):
    """Answers how many seconds to wait until this person may call once more, with a tenth kept free."""
    calls = SPENT[person["token"], rate]
    now = time.monotonic()
    while calls and now - calls[0] > 61:
        calls.popleft()
    return 0 if len(calls) < A_MINUTE[rate] * 9 // 10 else 61 - (now - calls[0])


def somebody(label, stateful):
    """Chooses who makes a call, waiting where everybody has made enough of them."""
    roles, rate = OPERATIONS[label]
    with LOCK:
        other = not stateful and CHANCE.random() < 0.125
        known = [p for p in PEOPLE if p["role"] in (roles[:1] if stateful else roles)]
        # Oversight is of no State's own data; everybody else's calls go together with those of their State.
        known = [p for p in known if p["state"] in HOME or p["role"] == OVERSIGHT]
        able = PEOPLE if other or not known else known
        while True:
            waits = [(within_rate(person, rate), CHANCE.random(), person) for person in able]
            wait, _, person = min(waits, key=lambda entry: entry[:2])
            if wait <= 0:
                SPENT[person["token"], rate].append(time.monotonic())
                return person
            time.sleep(min(wait, 1))


@schemathesis.auth(refresh_interval=None)
class Caller:
    """Gives every call a token, and the purpose that goes with it."""

    def get(self, case, context):
        phase = getattr(getattr(case.meta, "phase", None), "name", None) if case.meta else None
        return somebody(case.operation.label, "stateful" in str(phase).lower())

    def set(self, case, person, context):
        case.headers["Authorization"] = f"Bearer {person['token']}"
        # Where the purpose was left out or is none of the list, that is what is tried.
        sent = next((name for name in case.headers if name.lower() == "puebla-purpose"), None)
        if sent and case.headers[sent] in {p["purpose"] for p in PEOPLE} | {"secretariat", "administration"}:
            case.headers[sent] = person["purpose"]


# Meetings that were written down: what becomes of one can be said of those alone.
PLANNED = []

# What a person of the trade would send: codes of the lists, numbers, days. Described in words, so not made up by itself.
CODES = {
    "kind": ["passport", "visa", "identity_card"],
    "status": ["lost", "stolen", "stolen_blank", "revoked", "invalid"],
    "fraud_class": ["forgery", "counterfeit", "impostor"],
    "issuer": ["UTO", "HND", "GTM"], "issuing_state": ["UTO", "HND", "D"], "detected_in": ["PAN", "HND"],
    "detected_border": ["air", "land", "sea"], "language": ["en", "es", "fr"], "techniques": [[], ["photo_substitution"]],
    "first_seen": ["2026-01", "2025-11"], "expires_on": ["", "2031-02-28"], "on": ["2026-03-02", "2024-02-29"],
    "documents_seen": [1, 40], "zone": [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"],
}


def number():
    return f"Z{CHANCE.randrange(10 ** 8):08}"


def plausible(label):
    """Makes a body such as a person of the trade would send, for a call that takes one."""
    pick = lambda *names: {name: CHANCE.choice(CODES[name]) for name in names}
    if label == "POST /api/v1/status":
        first = number()[:6]
        subject = CHANCE.choice([{"number": number()}, {"first": first + "00", "last": first + "99"}, {"pattern": first + "##"}])
        return pick("kind", "status", "expires_on") | subject | {"reference": f"R-{CHANCE.randrange(99)}"}
    if label == "POST /api/v1/status/{id}/withdraw":
        return {"reason": CHANCE.choice(["found_again", "entered_in_error"])}
    if label == "POST /api/v1/checks":
        return CHANCE.choice([pick("zone", "on"), pick("kind", "issuing_state") | {"number": number()}])
    if label == "POST /api/v1/documents":
        point = {"level": CHANCE.randint(1, 3), "place": "foto", "es": "Sin relieve. (ficticio)"}
        points = [point] * CHANCE.randint(1, 3)
        names = ("fraud_class", "techniques", "kind", "issuer", "documents_seen", "first_seen", "detected_border", "detected_in")
        return pick(*names) | {"points": points, "language": "es", "pattern": number()[:5] + "####"}
    if label == "POST /api/v1/drills":
        return {"sound": True, "took_ms": CHANCE.randrange(9000), "entries": 7, "access_log": 9}
    if label == "POST /api/v1/administrators":
        return {"party": "HND", "user_name": f"hnd.{number().lower()}", "name": "Specimen", "institution": "Specimen"}
    if label == "POST /api/v1/meetings":
        turn = CHANCE.randrange(10 ** 6)
        return {"symbol": f"T/{turn}", "series": f"T{turn}", "number": 1, "title_en": "Specimen", "title_es": "Muestra", "host": "HND",
                "first_on": "2027-05-29", "last_on": "2027-05-30", "zone": "America/Tegucigalpa", "place": "Arenal"}
    if label == "POST /api/v1/meetings/{reference}/change":
        return {"standing": CHANCE.choice(["moved", "held", "cancelled"]), "first_on": "2027-06-01", "last_on": "2027-06-02"}
    if label == "POST /api/v1/imports/status":
        return f"kind,number,status,reference\npassport,{number()},lost,R\n"
    return None


@schemathesis.hook
def before_call(context, case, kwargs):
    """Replaces half of what was made to fit the description by what fits the trade too."""
    generation = case.meta.generation if case.meta else None
    positive = generation is not None and generation.mode.name == "POSITIVE"
    with LOCK:
        body = plausible(case.operation.label) if positive and CHANCE.random() < 0.5 else None
        known = CHANCE.choice(PLANNED) if PLANNED and case.operation.label == "POST /api/v1/meetings/{reference}/change" else None
    if body is not None:
        case.body = body
        if known:
            case.path_parameters = {"reference": known}


@schemathesis.hook
def after_call(context, case, response):
    status = str(response.status_code)
    if status == "422" and b"/problems/purpose-missing" in response.content:
        status = "422-purpose"
    with LOCK:
        COUNTS[f"{case.operation.label} {status}"] += 1
        if case.operation.label == "POST /api/v1/meetings" and status == "201":
            PLANNED.append(response.json()["reference"])


@atexit.register
def write_counts():
    with open(os.environ["COUNTS"], "w", encoding="utf-8") as file:
        json.dump(COUNTS, file)
