"""Who calls, and what came back: loaded by schemathesis, for every call it makes.

A call is made by somebody who may make it, for the right purpose, and who is within their rate: the server's own limits
stay as they are. One call in eight is made by somebody else. PEOPLE names the file with tokens, COUNTS where to write what
was answered, KNOWN what the next round of calls can go on from.
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
AUTHORITY, EXAMINER, OFFICER, STEWARD, OPERATOR, OVERSIGHT, COORDINATOR, DELEGATE, PRESIDENCY, ALERTS, CHILDREN, REDRESS = (
    "issuing_authority", "document_examiner", "border_officer", "data_steward", "operator", "oversight", "coordinator",
    "delegate", "presidency", "alert_officer", "child_protection", "redress_officer")
# Whoever stands first may make every call that follows from another.
OPERATIONS = {
    "GET /api/v1/alerts": ([ALERTS, CHILDREN], "look"),
    "POST /api/v1/alerts": ([ALERTS, CHILDREN], "write"),
    "GET /api/v1/alerts/breakings": ([OVERSIGHT], "look"),
    "POST /api/v1/alerts/breakings/answer": ([OVERSIGHT], "write"),
    "GET /api/v1/alerts/claims": ([ALERTS, CHILDREN], "look"),
    "GET /api/v1/alerts/consultations": ([ALERTS], "look"),
    "POST /api/v1/alerts/consultations/say": ([ALERTS], "write"),
    "POST /api/v1/alerts/consultations/agree": ([ALERTS], "write"),
    "GET /api/v1/alerts/flags": ([ALERTS, CHILDREN], "look"),
    "GET /api/v1/alerts/proposals": ([ALERTS, CHILDREN], "look"),
    "GET /api/v1/alerts/register": ([ALERTS, CHILDREN, COORDINATOR], "look"),
    "GET /api/v1/alerts/waiting": ([ALERTS, CHILDREN, COORDINATOR], "look"),
    "GET /api/v1/alerts/supplements": ([ALERTS, CHILDREN], "look"),
    "GET /api/v1/alerts/{reference}": ([ALERTS, CHILDREN], "look"),
    "GET /api/v1/alerts/{reference}/supplements": ([ALERTS, CHILDREN], "look"),
    "POST /api/v1/alerts/{reference}/claim": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/glass": ([ALERTS, CHILDREN], "write"),
    "GET /api/v1/alerts/{reference}/broken": ([ALERTS, CHILDREN], "look"),
    "POST /api/v1/alerts/{reference}/flag": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/flag/lift": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/supplements": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/supplements/answer": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/proposal": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/proposal/answer": ([ALERTS, CHILDREN], "write"),
    "GET /api/v1/alerts/{reference}/misused": ([ALERTS, CHILDREN], "look"),
    "POST /api/v1/alerts/{reference}/misused": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/misused/end": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/permit": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/permit/end": ([ALERTS, CHILDREN], "write"),
    "POST /api/v1/alerts/{reference}/withdraw": ([ALERTS, CHILDREN], "write"),
    "GET /api/v1/redress": ([REDRESS], "look"),
    "POST /api/v1/redress": ([REDRESS], "write"),
    "GET /api/v1/redress/decisions": ([REDRESS, ALERTS, CHILDREN, OVERSIGHT, COORDINATOR, DELEGATE, PRESIDENCY], "look"),
    "GET /api/v1/redress/{reference}": ([REDRESS], "look"),
    "POST /api/v1/redress/{reference}/answer": ([REDRESS], "write"),
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
    "POST /api/v1/person-searches": ([OFFICER, EXAMINER], "check"),
    "GET /api/v1/person-matches": ([OFFICER, EXAMINER], "check"),
    "POST /api/v1/person-matches/ask": ([OFFICER, EXAMINER], "check"),
    "POST /api/v1/person-matches/agree": ([OFFICER, EXAMINER], "check"),
    "POST /api/v1/person-matches/open": ([OFFICER, EXAMINER], "check"),
    "POST /api/v1/person-matches/claim": ([OFFICER, EXAMINER], "write"),
    "POST /api/v1/person-matches/hand-on": ([OFFICER, EXAMINER], "check"),
    "POST /api/v1/person-matches/outcome": ([OFFICER, EXAMINER], "write"),
    "POST /api/v1/gaps/accounts": ([OPERATOR, OVERSIGHT], "write"),
    "POST /api/v1/verifications": ([OPERATOR, OVERSIGHT], "bulk"),
    "POST /api/v1/backups": ([OPERATOR], "bulk"),
    "POST /api/v1/drills": ([OPERATOR], "write"),
    "POST /api/v1/administrators": ([OPERATOR], "write"),
    "GET /api/v1/concerns": ([OVERSIGHT], "look"),
    "GET /api/v1/campaigns": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/campaigns": ([DELEGATE], "write"),
    "GET /api/v1/campaigns/export": ([COORDINATOR, DELEGATE], "bulk"),
    "GET /api/v1/campaigns/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/campaigns/{reference}": ([DELEGATE], "write"),
    "POST /api/v1/campaigns/{reference}/publish": ([DELEGATE], "write"),
    "POST /api/v1/campaigns/{reference}/evaluation": ([DELEGATE], "write"),
    "GET /api/v1/comments": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/comments": ([COORDINATOR], "write"),
    "GET /api/v1/comments/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/comments/{reference}/export": ([COORDINATOR, DELEGATE], "bulk"),
    "POST /api/v1/comments/{reference}/comment": ([DELEGATE], "write"),
    "POST /api/v1/comments/{reference}/withdraw": ([DELEGATE], "write"),
    "POST /api/v1/comments/{reference}/nothing": ([DELEGATE], "write"),
    "POST /api/v1/comments/{reference}/extension": ([DELEGATE], "write"),
    "POST /api/v1/comments/{reference}/time": ([COORDINATOR], "write"),
    "POST /api/v1/comments/{reference}/compile": ([COORDINATOR], "write"),
    "GET /api/v1/decisions": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/decisions": ([COORDINATOR], "write"),
    "GET /api/v1/decisions/export": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/decisions/imports": ([COORDINATOR], "write"),
    "GET /api/v1/decisions/imports/{id}": ([COORDINATOR], "look"),
    "POST /api/v1/decisions/imports/{id}/adopt": ([COORDINATOR], "write"),
    "POST /api/v1/decisions/imports/{id}/{place}": ([COORDINATOR], "write"),
    "GET /api/v1/decisions/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/decisions/{reference}/certificate": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/decisions/{reference}/history": ([COORDINATOR], "write"),
    "GET /api/v1/meetings": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/meetings": ([COORDINATOR], "write"),
    "GET /api/v1/meetings/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/meetings/{reference}/change": ([COORDINATOR], "write"),
    "POST /api/v1/meetings/{reference}/correct": ([COORDINATOR], "write"),
    "GET /api/v1/meetings/{reference}/agenda": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/meetings/{reference}/agenda": ([COORDINATOR], "write"),
    "POST /api/v1/meetings/{reference}/agenda/order": ([COORDINATOR], "write"),
    "POST /api/v1/meetings/{reference}/agenda/{item}": ([COORDINATOR], "write"),
    "GET /api/v1/meetings/{reference}/attendance": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/meetings/{reference}/attendance": ([COORDINATOR], "write"),
    "GET /api/v1/meetings/{reference}/statements": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/meetings/{reference}/statements": ([COORDINATOR], "write"),
    "POST /api/v1/meetings/{reference}/statements/{place}": ([COORDINATOR], "write"),
    "GET /api/v1/meetings/{reference}/minutes": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/meetings/{reference}/minutes/adopt": ([COORDINATOR], "write"),
    "POST /api/v1/meetings/{reference}/minutes/{language}": ([COORDINATOR], "write"),
    "GET /api/v1/meetings/{reference}/minutes/{language}/{version}": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/members": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/members/{code}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/applications": ([COORDINATOR], "write"),
    "POST /api/v1/applications/{application}": ([COORDINATOR], "write"),
    "GET /api/v1/bodies": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/bodies": ([COORDINATOR], "write"),
    "GET /api/v1/presidencies": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/presidencies": ([COORDINATOR], "write"),
    "GET /api/v1/papers": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/papers": ([COORDINATOR], "write"),
    "GET /api/v1/papers/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/papers/{reference}/texts/{text}": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/papers/{reference}/texts/{text}/changes": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/papers/{reference}/languages": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/papers/{reference}/languages/{hash}": ([COORDINATOR, DELEGATE], "write"),
    "POST /api/v1/papers/{reference}/class": ([COORDINATOR], "write"),
    "POST /api/v1/papers/{reference}/texts": ([COORDINATOR], "write"),
    "GET /api/v1/search": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/evaluations": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/evaluations": ([COORDINATOR], "write"),
    "GET /api/v1/evaluations/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/evaluations/{reference}": ([COORDINATOR], "write"),
    "POST /api/v1/evaluations/{reference}/questions": ([COORDINATOR, DELEGATE], "write"),
    "POST /api/v1/evaluations/{reference}/open": ([COORDINATOR], "write"),
    "POST /api/v1/evaluations/{reference}/answer": ([DELEGATE], "write"),
    "GET /api/v1/evaluations/{reference}/answers": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/evaluations/{reference}/export": ([COORDINATOR, DELEGATE], "bulk"),
    "POST /api/v1/evaluations/{reference}/time": ([DELEGATE], "write"),
    "GET /api/v1/evaluations/{reference}/report": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/evaluations/{reference}/findings": ([DELEGATE], "write"),
    "POST /api/v1/evaluations/{reference}/recommendations": ([DELEGATE], "write"),
    "POST /api/v1/evaluations/{reference}/publish": ([DELEGATE], "write"),
    "POST /api/v1/evaluations/{reference}/recommendations/{item}": ([COORDINATOR, DELEGATE], "write"),
    "GET /api/v1/exercises": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/exercises": ([COORDINATOR], "write"),
    "GET /api/v1/exercises/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/exercises/{reference}/counts": ([DELEGATE], "write"),
    "GET /api/v1/drafting": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/drafting": ([COORDINATOR], "write"),
    "GET /api/v1/drafting/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/drafting/{reference}/basis": ([COORDINATOR, DELEGATE], "write"),
    "POST /api/v1/drafting/{reference}/proposals": ([COORDINATOR, DELEGATE], "write"),
    "POST /api/v1/drafting/{reference}/proposals/{id}": ([COORDINATOR, DELEGATE], "write"),
    "POST /api/v1/drafting/{reference}/proposals/{id}/rule": ([COORDINATOR], "write"),
    "POST /api/v1/drafting/{reference}/hand-over": ([COORDINATOR], "write"),
    "GET /api/v1/training": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/training": ([COORDINATOR], "write"),
    "POST /api/v1/training/courses": ([COORDINATOR], "write"),
    "GET /api/v1/training/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/training/{reference}/people": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/training/{reference}/people": ([DELEGATE], "write"),
    "POST /api/v1/training/{reference}/people/{person}": ([COORDINATOR], "write"),
    "POST /api/v1/training/{reference}/certify": ([COORDINATOR], "write"),
    "GET /api/v1/certificates/{code}": ([], "look"),
    "GET /api/v1/following": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/following": ([COORDINATOR, DELEGATE], "write"),
    "POST /api/v1/following/stop": ([COORDINATOR, DELEGATE], "write"),
    "GET /api/v1/following/atom": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/today/calendar": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/sheets": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/sheets/export": ([COORDINATOR, DELEGATE], "bulk"),
    "GET /api/v1/sheets/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/sheets/{reference}": ([DELEGATE], "write"),
    "POST /api/v1/sheets/{reference}/publish": ([COORDINATOR], "write"),
    "GET /api/v1/silence": ([COORDINATOR, DELEGATE], "look"),
    "POST /api/v1/silence": ([PRESIDENCY], "write"),
    "GET /api/v1/silence/{reference}": ([COORDINATOR, DELEGATE], "look"),
    "GET /api/v1/silence/{reference}/letter": ([COORDINATOR, DELEGATE], "bulk"),
    "POST /api/v1/silence/{reference}/position": ([DELEGATE], "write"),
    "POST /api/v1/silence/{reference}/comment": ([DELEGATE], "write"),
    "POST /api/v1/silence/{reference}/extension": ([DELEGATE], "write"),
    "POST /api/v1/silence/{reference}/preside": ([PRESIDENCY], "write"),
    "POST /api/v1/silence/{reference}/again": ([PRESIDENCY], "write"),
    "GET /api/v1/assessment": ([STEWARD, OPERATOR, OVERSIGHT], "look"),
    "GET /api/v1/openapi.json": ([], "look"),
    "GET /api/v1/statistics": ([], "look"),
    "GET /api/v1/statistics/{year}": ([], "look"),
}
A_MINUTE = {"look": 240, "check": 600, "write": 120, "bulk": 30}
# The States whose people make calls that go together; one call in eight is made by somebody else.
HOME = {"HND", "PAN", "XSV"}

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


def phase_of(case):
    """Answers in which part of a run a call is made up: examples, coverage, fuzzing or stateful."""
    return case.meta.phase.name.value.lower() if case.meta else ""


@schemathesis.auth(refresh_interval=None)
class Caller:
    """Gives every call a token, and the purpose that goes with it."""

    def get(self, case, context):
        return somebody(case.operation.label, phase_of(case) == "stateful")

    def set(self, case, person, context):
        case.headers["Authorization"] = f"Bearer {person['token']}"
        # Where the purpose was left out or is none of the list, that is what is tried.
        sent = next((name for name in case.headers if name.lower() == "puebla-purpose"), None)
        if sent and case.headers[sent] in {p["purpose"] for p in PEOPLE} | {"secretariat", "administration"}:
            case.headers[sent] = person["purpose"]


# What was made, by the call that made it: what becomes of one can be said of those alone.
MADE = collections.defaultdict(list)
# Calls that succeeded.
SUCCEEDED = set()
# The call that puts an item on an agenda: what it made is a meeting, an item and its revision.
ITEM = "POST /api/v1/meetings/{reference}/agenda"
# The call that puts somebody forward: what it made is a session and a person.
NOMINATE = "POST /api/v1/training/{reference}/people"
# The call that enters the holder of an identity that is misused, and the one that lists them: an alert, and a place in the journal.
MISUSED, LISTED = "POST /api/v1/alerts/{reference}/misused", "GET /api/v1/alerts/{reference}/misused"
# The call that lists whom a State put forward, with the numbers of their certificates.
NOMINEES = NOMINATE.replace("POST", "GET")
# The call that proposes a change to a draft: what it made is a draft and a number.
PROPOSE = "POST /api/v1/drafting/{reference}/proposals"
# The calls that write a question, open an evaluation and write a finding: of which evaluation, and how often its report was written.
QUESTION, OPENED = "POST /api/v1/evaluations/{reference}/questions", "POST /api/v1/evaluations/{reference}/open"
FINDING = "POST /api/v1/evaluations/{reference}/findings"
# How an answer names what was made.
NAMED = {"POST /api/v1/evaluations": "reference", "POST /api/v1/drafting": "reference", "POST /api/v1/exercises": "reference", "POST /api/v1/training": "reference", "POST /api/v1/campaigns": "reference", "POST /api/v1/sheets/{reference}": "reference", "POST /api/v1/training/courses": "symbol", "POST /api/v1/comments": "reference", "POST /api/v1/meetings": "reference", "POST /api/v1/papers": "reference",
         "POST /api/v1/silence": "reference", "POST /api/v1/decisions/imports": "id", "POST /api/v1/applications": "number",
         "POST /api/v1/documents": "reference", "POST /api/v1/alerts": "reference", "POST /api/v1/redress": "reference"}

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


# Wishes for more time that wait for an answer, each with its round; rounds that an objection broke.
ASKED, BROKEN = [], []


def made_of(what):
    """Answers the last of the things that were made; where there is none, what names nothing."""
    return what[-1] if what else ("T-0", "0")


def number():
    return f"Z{CHANCE.randrange(10 ** 8):08}"


def in_round(label):
    """Makes what is said in a no-objection round, and what opens one."""
    until = lambda days: time.strftime("%Y-%m-%dT17:00", time.gmtime(time.time() + days * 86_400))
    text = f"The workshop costs {CHANCE.randrange(10 ** 6)} USD. (invented)"
    put = {"title_en": "Specimen", "title_es": "Muestra", "text_en": [text], "text_es": [text], "deadline": until(30)}
    return {
        "POST /api/v1/silence": put | {"symbol": f"T/{CHANCE.randrange(10 ** 6)}"},
        "POST /api/v1/silence/{reference}/again": put,
        "POST /api/v1/silence/{reference}/position": {"stance": CHANCE.choice(["no_objection", "objection", "reservation"]), "reason": text},
        "POST /api/v1/silence/{reference}/comment": {"text": text},
        "POST /api/v1/silence/{reference}/extension": {"until": until(33), "reason": text},
        "POST /api/v1/silence/{reference}/preside": {"act": "refuse", "request": int(made_of(ASKED)[1]), "reason": text},
    }.get(label)
COMMENTS = "/api/v1/comments"


def about_comments(act):
    """Answers what is sent about a comment round: that of the demonstration, but for a delegation that has nothing to say."""
    made = lambda act: CHANCE.choice(MADE[act]) if MADE[act] else 1
    return {
        "comments": {"symbol": f"T/{CHANCE.randrange(10 ** 6)}/COM/1", "title_en": "Specimen", "title_es": "Muestra", "observers": True,
                     "paragraphs": [{"en": "One.", "es": "Uno."}], "until": time.strftime("%Y-%m-%d", time.gmtime(time.time() + 400 * 86_400))},
        "comment": {"paragraph": CHANCE.choice(["", "1", "2"]), "text": "Specimen.", "language": CHANCE.choice(["en", "es", "fr"])},
        "withdraw": {"comment": made("comment")},
        "extension": {"until": f"{CHANCE.randrange(2031, 2090)}-01-31", "reason": "Specimen."},
        "time": {"act": CHANCE.choice(["grant", "refuse"]), "request": made("extension"), "reason": "Specimen."},
        "compile": {"comment": made("comment"), "verdict": CHANCE.choice(["taken", "not_taken"]), "text": "Specimen."},
    }.get(act)


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
    if label == "POST /api/v1/person-searches":
        # One person alone: who goes through names is stopped.
        return {"paternal": "Ficticio", "maternal": "Soconusco", "given": "Fortunato", "born": "1990-11", "sex": ""}
    if label == "POST /api/v1/documents":
        point = {"level": CHANCE.randint(1, 3), "place": "foto", "es": "Sin relieve. (ficticio)"}
        points = [point] * CHANCE.randint(1, 3)
        names = ("fraud_class", "techniques", "kind", "issuer", "documents_seen", "first_seen", "detected_border", "detected_in")
        return pick(*names) | {"points": points, "language": "es", "pattern": number()[:5] + "####"}
    if label == "POST /api/v1/alerts":
        category, born = CHANCE.choice([("missing_child", "2014-05"), ("locate_witness", "1979")])
        return {"category": category, "paternal": f"Ficticio {number()}", "given": "Specimen", "born": born, "sex": "unknown",
                "reason": "Motivo inventado (ficticio).", "action": "locate", "authority": "Autoridad ficticia"}
    if label == "POST /api/v1/alerts/{reference}/withdraw":
        return {"ending": CHANCE.choice(["achieved", "mistaken"])}
    if label == "POST /api/v1/alerts/consultations/say":
        return {"consultation": CHANCE.randint(1, 400), "said": f"Inventado {number()} (ficticio)."}
    if label == "POST /api/v1/alerts/consultations/agree":
        return {"consultation": CHANCE.randint(1, 400)}
    if label == "POST /api/v1/alerts/{reference}/proposal":
        return {"kind": CHANCE.choice(["correct", "identify"]), "said": f"Inventado {number()} (ficticio)."}
    if label == "POST /api/v1/alerts/{reference}/proposal/answer":
        return {"proposal": CHANCE.randint(1, 400), "answer": CHANCE.choice(["accept", "checked"])}
    if label == "POST /api/v1/alerts/{reference}/glass":
        return {"reason": CHANCE.choice(["life", "care"]), "said": f"Inventado {number()} (ficticio).", "sure": True}
    if label == "POST /api/v1/alerts/breakings/answer":
        return {"breaking": CHANCE.randint(1, 400), "finding": CHANCE.choice(["justified", "not_justified"]), "note": f"Inventado {number()} (ficticio)."}
    if label == "POST /api/v1/alerts/{reference}/flag":
        return {"reason": CHANCE.choice(["law", "protection"]), "instead": CHANCE.choice(["nothing", "ask_owner"])}
    if label == "POST /api/v1/alerts/{reference}/permit":
        return {"code": CHANCE.choice(["H1", "H2"]), "to": "GTM", "what": "Para la fiscalía (ficticio).", "until": "2030-01-01"}
    if label == "POST /api/v1/alerts/{reference}/permit/end":
        return {"code": CHANCE.choice(["H1", "H2"]), "to": "GTM"}
    if label == MISUSED:
        return {"issuing_state": "UTO", "kind": "passport", "number": number(), "theirs": True, "consented_on": "2026-03-01",
                "kept_at": "Expediente 7 (ficticio)", "taken_by": "Defensoría ficticia"}
    if label == "POST /api/v1/alerts/{reference}/misused/end":
        return {"seen": int(made_of(MADE[LISTED])[1])}
    if label == "POST /api/v1/redress":
        return {"kind": CHANCE.choice(["access", "correction", "deletion"]), "asker": "themselves", "language": CHANCE.choice(["es", "en", "fr"]),
                "asked": f"Inventado {number()} (ficticio).", "contact": "Persona inventada"}
    if label == "POST /api/v1/redress/{reference}/answer":
        ground = CHANCE.choice(["undisclosed", "lawful"])
        return CHANCE.choice([{"outcome": "granted"}, {"outcome": "refused", "ground": ground}]) | {"remedy": "Tribunal ficticio"}
    if label == "POST /api/v1/drills":
        return {"sound": True, "took_ms": CHANCE.randrange(9000), "entries": 7, "access_log": 9}
    if label == "POST /api/v1/administrators":
        return {"party": "HND", "user_name": f"hnd.{number().lower()}", "name": "Specimen", "institution": "Specimen"}
    if label.startswith(f"POST {COMMENTS}"):
        return about_comments(label.rsplit("/", 1)[-1])
    if label == "POST /api/v1/decisions":
        return {"meeting": "RCM/VIII", "number": CHANCE.randrange(100, 9999), "original": "en", "text_en": "Urge it.",
                "asks": [{"verb": "urge", "addressees": ["members"], "due": "3 months after adoption"}]}
    if label == "POST /api/v1/decisions/{reference}/history":
        return {"kind": "noted", "on": "2003-09-01", "text": "Discussed.", "detail": "Minutes."}
    if label == "POST /api/v1/decisions/imports/{id}/{place}":
        return {"revision": CHANCE.randint(1, 2), "standing": CHANCE.choice(["open", "confirmed", "confirmed", "dropped"])}
    if label == "POST /api/v1/decisions/imports":
        return "The Vice-Ministers decided to:\n\n1. Thank the network.\n\n2. Urge members to answer within three months.\n"
    if label == "POST /api/v1/meetings":
        turn = CHANCE.randrange(10 ** 6)
        return {"symbol": f"T/{turn}", "series": f"T{turn}", "number": 1, "title_en": "Specimen", "title_es": "Muestra", "host": "HND",
                "first_on": "2027-05-29", "last_on": "2027-05-30", "zone": "America/Tegucigalpa", "place": "Arenal"}
    if label == "POST /api/v1/meetings/{reference}/change":
        return {"standing": CHANCE.choice(["moved", "held", "cancelled"]), "first_on": "2027-06-01", "last_on": "2027-06-02"}
    if label.startswith("POST /api/v1/meetings/{reference}/"):
        return of_meeting(label.removeprefix("POST /api/v1/meetings/{reference}"))
    names = {"name_en": "Specimen", "name_es": "Muestra", "name_fr": "Spécimen"}
    if label == "POST /api/v1/applications":
        party = "X" + "".join(CHANCE.choices("JKLMNOPQ", k=1) + CHANCE.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=1))
        return names | {"party": party, "class": CHANCE.choice(["network", "observer-organisation"]), "applied_on": "2027-01-02"}
    if label == "POST /api/v1/applications/{application}":
        return {"act": CHANCE.choice(["admit", "refuse", "withdraw"]), "decision": "T/1/DEC/1", "on": "2027-02-01"}
    if label == "POST /api/v1/bodies":
        return names | {"code": f"B{CHANCE.randrange(10 ** 6)}", "kind": "ad-hoc", "first_on": "2027-01-02", "chair": "host"}
    if label == "POST /api/v1/presidencies":
        # After the founding, and before the presidencies of the demonstration.
        month = f"{CHANCE.randrange(1997, 2002)}-{CHANCE.randrange(1, 13):02}"
        return {"party": CHANCE.choice(["HND", "GTM"]), "first_on": f"{month}-01", "last_on": f"{month}-28"}
    if label in ("POST /api/v1/following", "POST /api/v1/following/stop"):
        return CHANCE.choice([{"kind": "paper", "name": "RCM/VIII/1"}, {"kind": "meeting", "name": "RCM/VIII"}, {"kind": "body", "name": "RCM"}])
    if label == "POST /api/v1/papers":
        return {"symbol": f"T/{CHANCE.randrange(10 ** 6)}", "kind": "note", "title_en": "Specimen", "original": "es", "class": "observers"}
    if label == "POST /api/v1/papers/{reference}/class":
        return {"class": CHANCE.choice(["public", "observers", "members"]), "rule": "decision", "decided_by": "T/1"}
    if label == "POST /api/v1/papers/{reference}/texts":
        return "Muestra"
    if label in ("POST /api/v1/campaigns", "POST /api/v1/campaigns/{reference}"):
        return {"title_es": "Muestra", "message_es": "Muestra", "audiences": ["youth"], "languages": ["spa", "quc"], "channels": ["radio"],
                "states": ["HND"], "places": "Arenal", "first_on": "2026-03-01", "last_on": "2026-03-31", "cost_minor": CHANCE.randrange(10 ** 6),
                "currency": "HNL", "reached": CHANCE.randrange(10 ** 6), "measured": "counted", "decision": "RCM/VIII/2003/DEC/5", "revision": 1}
    if label == "POST /api/v1/campaigns/{reference}/evaluation":
        return {"text": "Muestra", "evaluated_on": "2026-04-02", "evaluated_by": "Muestra"}
    if label == "POST /api/v1/sheets/{reference}":
        return {"short_es": "Muestra", "text_es": "Muestra", "original": "es", "source": "Muestra", "policy_on": "2003-09-01",
                "reviewed_on": "2003-09-02", "months": 12, "seen": 0}
    if label in ("POST /api/v1/evaluations", "POST /api/v1/evaluations/{reference}"):
        last = (MADE["POST /api/v1/evaluations"] or ["T-0"])[-1].replace("-", "/")
        symbol = f"T/{CHANCE.randrange(10 ** 6)}/V" if label == "POST /api/v1/evaluations" else last
        return {"symbol": symbol, "title": {"es": "Muestra"}, "purpose": {"es": "Muestra"}, "decision": "RCM/VIII/2003/DEC/24", "evaluators": ["HND"],
                "deadline_on": time.strftime("%Y-%m-%d", time.gmtime(time.time() + 30 * 86400)), "observers_answer": True, "observers_see": True,
                "seen": 0 if label == "POST /api/v1/evaluations" else 1}
    if label == QUESTION:
        return {"number": 1, "seen": 0, "question": {"words": {"en": "Specimen", "es": "Muestra"}, "asks": "yes_no", "required": True}}
    if label == "POST /api/v1/evaluations/{reference}/answer":
        return {"unit": "Muestra", "give": CHANCE.random() < 0.5, "replies": [{"question": 1, "yes_no": CHANCE.choice(["yes", "part", "no"])}]}
    if label == "POST /api/v1/evaluations/{reference}/time":
        return {"parties": ["GTM"], "until_on": time.strftime("%Y-%m-%d", time.gmtime(time.time() + CHANCE.randrange(40, 300) * 86400)), "reason": "Muestra"}
    if label == FINDING:
        return {"number": CHANCE.randrange(2, 200), "seen": 0, "finding": {"words": {"es": "Muestra"}, "questions": [1]}}
    if label == "POST /api/v1/evaluations/{reference}/recommendations":
        return {"number": CHANCE.randrange(2, 200), "seen": 0, "recommendation": {"words": {"es": "Muestra"}, "findings": [made_of(MADE[FINDING])[0]],
                "addressees": ["GTM"]}}
    if label == "POST /api/v1/evaluations/{reference}/publish":
        return {"seen": made_of(MADE[FINDING])[1]}
    if label == "POST /api/v1/evaluations/{reference}/recommendations/{item}":
        return {"version": 1, "verdict": "refused", "reason": "Muestra"}
    if label == "POST /api/v1/exercises":
        today = time.strftime("%Y-%m-%d", time.gmtime())
        return {"symbol": f"T/{CHANCE.randrange(10 ** 6)}/E", "title_en": "Specimen", "title_es": "Muestra", "decision": "RCM/VIII/2003/DEC/23",
                "place": "Arenal", "zone": "UTC", "first_on": today, "last_on": today, "plan_en": "Plan", "plan_es": "Plan",
                "participants": [{"state": "HND", "institution": "migration"}]}
    if label == "POST /api/v1/exercises/{reference}/counts":
        return {"counts": [{"kind": "need-child", "count": CHANCE.randrange(100)}]}
    if label == "POST /api/v1/drafting":
        return {"symbol": f"T/{CHANCE.randrange(10 ** 6)}", "about": "RCM/VIII", "title_en": "Specimen", "title_es": "Muestra", "original": "en",
                "parties": ["HND", "PAN"], "paragraphs": [{"en": "One [two]."}]}
    if label == "POST /api/v1/drafting/{reference}/basis":
        return {"point": "child", "finding": "open", "seen": 1, "words": "Specimen"}
    if label == "POST /api/v1/drafting/{reference}/proposals":
        return {"kind": "amend", "paragraph": 1, "words": {"en": f"Specimen {CHANCE.randrange(10 ** 6)}."}, "seen": 1}
    if label == "POST /api/v1/drafting/{reference}/proposals/{id}":
        return {"words": "Specimen"}
    if label == "POST /api/v1/drafting/{reference}/proposals/{id}/rule":
        return {"ruling": "set_aside", "seen": 1, "reason": "Specimen"}
    if label == "POST /api/v1/drafting/{reference}/hand-over":
        return {"symbol": f"T/{CHANCE.randrange(10 ** 6)}", "meeting": "RCM/VIII", "class": "members", "seen": 1}
    if label == "POST /api/v1/training/courses":
        return {"symbol": f"T/{CHANCE.randrange(10 ** 6)}/C", "title_en": "Specimen", "title_es": "Muestra", "valid_months": 24, "pass": 60,
                "modules": [{"title_en": "One", "title_es": "Uno"}]}
    if label == "POST /api/v1/training":
        today = time.strftime("%Y-%m-%d", time.gmtime())
        return {"symbol": f"T/{CHANCE.randrange(10 ** 6)}/1", "course": "RCM/TRN", "decision": "RCM/VIII/2003/DEC/17", "host": "NIC",
                "place": "Arenal", "zone": "UTC", "first_on": today, "last_on": today, "closes_on": today,
                "seats": [{"state": "HND", "seats": 50}, {"state": "PAN", "seats": 50}]}
    if label == NOMINATE:
        return {"name": f"Specimen {CHANCE.randrange(10 ** 6)}", "institution": "police", "sex": "unsaid"}
    if label == f"{NOMINATE}/{{person}}":
        return {"days": [time.strftime("%Y-%m-%d", time.gmtime())], "before": 40, "after": 80}
    if "/silence" in label:
        return in_round(label)
    if label == "POST /api/v1/imports/status":
        return f"kind,number,status,reference\npassport,{number()},lost,R\n"
    return None


# Meetings of which something was said since they were made, and those that were cancelled.
SAID_OF, CANCELLED = set(), set()


def untouched():
    """Answers a meeting that somebody of the trade made, and on which nothing hangs yet."""
    made = (made for made in MADE["POST /api/v1/meetings"] if made not in SAID_OF and made.removeprefix("T-").isdigit())
    return next(made, "T-1")


def of_meeting(call):
    """Makes a body for a call about a meeting that is there: the last that was made, one on which nothing hangs, or the eighth."""
    symbol = untouched().replace("-", "/")
    item = (MADE[ITEM] or [("", 1, 0)])[-1]
    return {
        "/correct": {"note": "Specimen", "meeting": {
            "symbol": symbol, "series": symbol.replace("/", ""), "number": 1, "title_en": "Specimen, spelt right", "title_es": "Muestra", "host": "HND",
            "first_on": "2027-05-29", "last_on": "2027-05-30", "zone": "America/Tegucigalpa", "place": "Arenal"}},
        "/agenda": {"title_en": "Specimen", "title_es": "Muestra", "observer_slot": CHANCE.random() < 0.5},
        "/agenda/order": {"revision": 0, "items": []},
        "/agenda/{item}": {"revision": item[2], "content": {"title_en": f"Specimen {CHANCE.randrange(99)}"}},
        "/attendance": {"lines": [{"party": CHANCE.choice(["HND", "GTM"]), "present": True, "head": "vice-minister"}]},
        "/statements": {"party": "COL", "original": "en", "text_en": "Thank you."},
        "/statements/{place}": {"text_en": "Noted."},
        "/minutes/{language}": {"based_on": 0, "text": f"Uno {CHANCE.randrange(99)}."},
        "/minutes/adopt": {"adopted_on": "2003-12-02", "revisions": {"es": 2, "en": 1}},
    }[call]


def place_of_meeting(label):
    """Answers where such a call is made."""
    call = label.split("{reference}")[1]
    last = next((made for made in reversed(MADE["POST /api/v1/meetings"]) if made not in CANCELLED), "T-1")
    item = (MADE[ITEM] or [("T-1", 1, 0)])[-1]
    if call == "/agenda/{item}":
        return {"reference": item[0], "item": item[1]}, {}
    if call in ("/correct", "/agenda/order"):
        return {"reference": untouched()}, {}
    if label.startswith("POST") and call in ("/agenda", "/minutes/{language}"):
        return {"reference": last, "language": "es"} if "language" in call else {"reference": last}, {}
    more = {"place": 1} if "{place}" in call else {"language": "es", "version": 1} if "{version}" in call else {}
    return {"reference": "RCM-VIII"} | more, {}


def place(label):
    """Answers what stands in the address of a call about something that is there, and what is asked of it; none where no address has it."""
    made = lambda call: CHANCE.choice(MADE[call]) if MADE[call] else "1"
    drafts = "/api/v1/decisions/imports/{id}"
    if f" {COMMENTS}/{{reference}}" in label:
        asked = {"format": CHANCE.choice(["csv", "docx"])} if label.endswith("/export") else {}
        return {"reference": made(f"POST {COMMENTS}") if label.endswith("/nothing") else "RCM-VIII-2003-COM-1"}, asked
    if label == "POST /api/v1/meetings/{reference}/change":
        return {"reference": made("POST /api/v1/meetings")}, {}
    if "/meetings/{reference}/" in label:
        return place_of_meeting(label)
    if label == "POST /api/v1/alerts/{reference}/proposal/answer":
        return {"reference": made("POST /api/v1/alerts")}, {}
    if label == f"{MISUSED}/end":
        return {"reference": made_of(MADE[LISTED])[0]}, {}
    if label == LISTED:
        return {"reference": made(MISUSED)}, {}
    if label == "GET /api/v1/certificates/{code}":
        return {"code": made(NOMINEES)}, {}
    if any(f"/alerts/{{reference}}/{act}" in label for act in ("broken", "flag", "glass", "proposal")):
        # Alerts of the demonstration that are in force: what a call writes down is a draft, which nobody else may see.
        return {"reference": f"RCM-A-{time.gmtime().tm_year}-{CHANCE.randint(1, 5):04}"}, {}
    if label in ("GET /api/v1/alerts/{reference}", "POST /api/v1/alerts/{reference}/withdraw") \
            or "/alerts/{reference}/misused" in label or "/alerts/{reference}/permit" in label:
        return {"reference": made("POST /api/v1/alerts")}, {}
    if "/redress/{reference}" in label:
        return {"reference": made("POST /api/v1/redress")}, {}
    if label == "GET /api/v1/statistics/{year}":
        return {"year": "2024"}, {"format": CHANCE.choice(["csv", "json"])}
    if label == "GET /api/v1/documents/{reference}" and MADE["POST /api/v1/documents"]:
        return {"reference": made("POST /api/v1/documents")}, {}
    if label == "GET /api/v1/meetings/{reference}":
        return {"reference": "RCM-VIII"}, {}
    if label == "POST /api/v1/applications/{application}":
        return {"application": made("POST /api/v1/applications")}, {}
    if label == "GET /api/v1/members/{code}":
        return {"code": CHANCE.choice(["HND", "COL"])}, {}
    if label in ("GET /api/v1/decisions/{reference}", "GET /api/v1/decisions/{reference}/certificate",
                 "POST /api/v1/decisions/{reference}/history"):
        return {"reference": f"RCM-VIII-2003-DEC-{CHANCE.randint(1, 24)}"}, {}
    if label == "GET /api/v1/decisions/export":
        return {}, {"meeting": "RCM/VIII", "format": CHANCE.choice(["akn", "csv", "json"])}
    if label == "POST /api/v1/decisions/imports":
        # Nothing was decided there yet, so that what is read can be adopted once.
        return {}, {"meeting": "RCM/VIII/RET"}
    if label == f"POST {drafts}/{{place}}":
        return {"id": made("POST /api/v1/decisions/imports"), "place": CHANCE.randint(1, 2)}, {}
    if label == f"GET {drafts}":
        return {"id": made("POST /api/v1/decisions/imports")}, {}
    if label == f"POST {drafts}/adopt":
        return {"id": made(f"POST {drafts}/{{place}}")}, {}
    if label in ("GET /api/v1/papers/{reference}", "GET /api/v1/papers/{reference}/texts/{text}"):
        text = {"text": "es-1"} if label.endswith("{text}") else {}
        return {"reference": "RCM-VIII-1"} | text, {}
    if label == "GET /api/v1/papers/{reference}/languages":
        return {"reference": "RCM-VIII-3"}, {}
    if label == "GET /api/v1/papers/{reference}/texts/{text}/changes":
        return {"reference": "RCM-VIII-2", "text": "es-2"}, {"before": 1}
    if label == "POST /api/v1/papers/{reference}/class":
        return {"reference": made("POST /api/v1/papers")}, {}
    if label == "POST /api/v1/papers/{reference}/texts":
        return {"reference": made("POST /api/v1/papers")}, {"language": "es"}
    if label in ("GET /api/v1/silence/{reference}", "GET /api/v1/silence/{reference}/letter"):
        return {"reference": "RCGM-2004-1-NO-1"}, {}
    if label == "POST /api/v1/silence/{reference}/preside":
        return {"reference": made_of(ASKED)[0]}, {}
    if label == "POST /api/v1/silence/{reference}/again":
        return {"reference": made_of(BROKEN)[0]}, {}
    if label.startswith("POST /api/v1/silence/{reference}/"):
        return {"reference": made("POST /api/v1/silence")}, {}
    if label == "POST /api/v1/sheets/{reference}/publish":
        return {"reference": made("POST /api/v1/sheets/{reference}")}, {}
    if "/api/v1/sheets/{reference}" in label:
        return {"reference": "HND-" + CHANCE.choice(["children", "trafficking", "smuggling", "stranded", "rights", "refugees"])}, {}
    if label == "POST /api/v1/campaigns/{reference}/evaluation":
        # Of the demonstration's own: one that is over, and published.
        return {"reference": "HND-2"}, {}
    if "/api/v1/campaigns/{reference}" in label:
        return {"reference": made("POST /api/v1/campaigns")}, {}
    if label == f"{NOMINATE}/{{person}}":
        reference, person = made_of(MADE[NOMINATE])
        return {"reference": reference, "person": person}, {}
    if label.startswith("POST /api/v1/evaluations/{reference}/recommendations/"):
        # Of the demonstration's own: what its report recommends to the secretariat.
        return {"reference": "RCM-VIII-EVA-1", "item": "2"}, {}
    if label in ("POST /api/v1/evaluations/{reference}", QUESTION):
        return {"reference": (MADE["POST /api/v1/evaluations"] or ["T-0"])[-1]}, {}
    if label == OPENED:
        return {"reference": made(QUESTION)}, {}
    if label in ("POST /api/v1/evaluations/{reference}/answer", "POST /api/v1/evaluations/{reference}/time"):
        return {"reference": made(OPENED)}, {}
    if label.startswith("POST /api/v1/evaluations/{reference}/"):
        # The demonstration's, of which the time is over and no report was published.
        return {"reference": "RCM-VIII-EVA-2"}, {}
    if "/api/v1/evaluations/{reference}" in label:
        return {"reference": "RCM-VIII-EVA-1"}, {}
    if "/api/v1/exercises/{reference}" in label:
        # The demonstration's was held: of it a State that took part may report.
        return {"reference": "RCM-EXR-1"}, {}
    if label.startswith(f"{PROPOSE}/{{id}}"):
        reference, proposal = made_of(MADE[PROPOSE])
        return {"reference": reference, "id": proposal}, {}
    if "/api/v1/drafting/{reference}" in label:
        return {"reference": made("POST /api/v1/drafting")}, {}
    if "/api/v1/training/{reference}" in label:
        return {"reference": made("POST /api/v1/training")}, {}
    if label == "GET /api/v1/search":
        return {}, {"q": CHANCE.choice(["retorno", "declaration", "\"specimen report\"", "RCM/VIII"])}
    return None


@schemathesis.hook
def before_call(context, case, kwargs):
    """Replaces half of what was made to fit the description by what fits the trade too, and all of it until the call succeeded once."""
    generation = case.meta.generation if case.meta else None
    positive = generation is not None and generation.mode.name == "POSITIVE"
    with LOCK:
        chosen = positive and (case.operation.label not in SUCCEEDED or CHANCE.random() < 0.5)
        body = plausible(case.operation.label) if chosen else None
        address = place(case.operation.label) if chosen else None
    if body is not None:
        case.body = body
    if address is not None:
        path, asked = address
        case.path_parameters = {**case.path_parameters, **path} if path else case.path_parameters
        case.query = asked


@schemathesis.hook
def after_call(context, case, response):
    status = str(response.status_code)
    if status == "422" and b"/problems/purpose-missing" in response.content:
        status = "422-purpose"
    with LOCK:
        COUNTS[f"{case.operation.label} {status}"] += 1
        if status.startswith("2"):
            SUCCEEDED.add(case.operation.label)
        if case.operation.label in NAMED and status == "201":
            MADE[case.operation.label].append(str(response.json()[NAMED[case.operation.label]]))
        said = "/meetings/{reference}/" in case.operation.label and response.request.method == "POST" and status in ("200", "201")
        # The order that an empty agenda has already is nothing said.
        if said and not case.operation.label.endswith("/order"):
            SAID_OF.add(case.path_parameters["reference"])
        if case.operation.label.endswith("/{reference}/change") and status == "200" and response.json()["standing"] == "cancelled":
            CANCELLED.add(case.path_parameters["reference"])
        if case.operation.label == NOMINATE and status == "201":
            MADE[NOMINATE].append((case.path_parameters["reference"], response.json()["people"][-1]["person"]))
        if case.operation.label in (QUESTION, OPENED) and status == "200":
            MADE[case.operation.label].append(case.path_parameters["reference"])
        if case.operation.label in (FINDING, FINDING.replace("findings", "recommendations")) and status == "200":
            number = case.body["number"] if case.operation.label == FINDING else made_of(MADE[FINDING])[0]
            MADE[FINDING].append((number, response.json()["writes"]))
        if case.operation.label == NOMINEES and status == "200":
            MADE[NOMINEES] += [person["certificate"] for person in response.json()["people"] if person.get("certificate")]
        if case.operation.label == MISUSED and status == "204":
            MADE[MISUSED].append(case.path_parameters["reference"])
        if case.operation.label == LISTED and status == "200":
            MADE[LISTED] += [(case.path_parameters["reference"], holder["seen"]) for holder in response.json()["holders"]]
        if case.operation.label == PROPOSE and status == "201":
            MADE[PROPOSE].append((case.path_parameters["reference"], response.json()["number"]))
        if case.operation.label == ITEM and status == "201":
            made = response.json()
            MADE[ITEM].append((case.path_parameters["reference"], made["item"], made["revision"]))
        if "/silence/{reference}/" in case.operation.label and response.request.method == "POST" and status == "200":
            changed = response.json()["round"]
            ASKED[:] = [(changed["reference"], wish["request"]) for wish in changed["requests"] if wish["answer"] == "waiting"] or ASKED
            BROKEN.extend((changed["reference"], 0) for _ in changed["objecting"][:1])
        if case.operation.label == f"POST {COMMENTS}/{{reference}}/comment" and status == "200":
            own = [c["comment"] for p in response.json()["round"]["paragraphs"] for c in p["comments"] if c["party"] == "HND"]
            MADE["comment"] = own or MADE["comment"]
        if case.operation.label == f"POST {COMMENTS}/{{reference}}/extension" and status == "200":
            MADE["extension"] = [wish["request"] for wish in response.json()["round"]["wishes"] if wish["answer"] == "waiting"]
        if case.operation.label.endswith("/imports/{id}/{place}") and status == "200":
            MADE[case.operation.label].append(case.path_parameters["id"])


def remember():
    """Takes up what the round before made: what follows from it may be tried in this one."""
    if not os.path.exists(os.environ["KNOWN"]):
        return
    with open(os.environ["KNOWN"], encoding="utf-8") as file:
        known = json.load(file)
    MADE.update(known["made"])
    SUCCEEDED.update(known["succeeded"])
    SAID_OF.update(known["said_of"])
    CANCELLED.update(known["cancelled"])
    ASKED.extend(known["asked"])
    BROKEN.extend(known["broken"])


@atexit.register
def write_counts():
    with open(os.environ["COUNTS"], "w", encoding="utf-8") as file:
        json.dump(COUNTS, file)
    known = {"made": MADE, "succeeded": sorted(SUCCEEDED), "said_of": sorted(SAID_OF),
             "cancelled": sorted(CANCELLED), "asked": ASKED, "broken": BROKEN}
    with open(os.environ["KNOWN"], "w", encoding="utf-8") as file:
        json.dump(known, file)


remember()
