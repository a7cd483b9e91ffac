"""What other engines make of the people and questions that `measure --write` wrote, and of pairs of names.

    peers.py tantivy FOLDER          a full-text index of FOLDER/gallery.tsv, asked FOLDER/queries.tsv
    peers.py pairs PAIRS [SCORES]    logic-v2 on a table of pairs, beside scores that `evaluate --pairs` printed

bin/compare-matching runs both with all they need. CPU time is this process's own; what Python adds is part of it, and said.
"""

import csv
import math
import sys
import time
import unicodedata
from pathlib import Path

# Asked of the slower engines; the whole of what is asked of ours takes them hours.
HITS, INNOCENTS = 1_000, 4_000
FIRST = 10
# A word this long may be one letter off. Shorter ones differ by too little.
FUZZY_FROM = 4
# What a birth date adds in the full-text index, beside a word: set once, as somebody would who sets it up; not tuned.
DAY, YEAR = 0.6, 0.3


def folded(text):
    marks = unicodedata.normalize("NFKD", text)
    return "".join(c if c.isalnum() else " " for c in marks if not unicodedata.combining(c)).lower()


def rows(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def wilson(of, n):
    """A share of cases in per cent, and between which it lies with 95 % confidence."""
    n, z = max(n, 1), 1.96
    p = of / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return f"{100 * p:.3f} % ({100 * max(centre - half, 0):.3f}–{100 * (centre + half):.3f}, {of} of {n})"


def full_text(folder):
    """Builds the index, asks it, and prints the table that `measure` prints of ours."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", index_option="basic")
    for field in ("day", "year"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("id", stored=True)
    schema = builder.build()
    index = tantivy.Index(schema)
    started = time.process_time()
    writer = index.writer(256_000_000, 1)
    people = 0
    for number, surnames, given, _, birth, *_ in rows(folder / "gallery.tsv"):
        people += 1
        writer.add_document(tantivy.Document(name=folded(f"{surnames} {given}"), day=birth, year=birth[:4], id=int(number)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    print(f"people {people}, built in {time.process_time() - started:.1f} s of CPU")
    searcher = index.searcher()

    def ask(surnames, given, birth):
        query, should = tantivy.Query, tantivy.Occur.Should
        clauses = []
        for word in folded(f"{surnames} {given}").split():
            near = 1 if len(word) >= FUZZY_FROM else 0
            clauses.append((should, query.fuzzy_term_query(schema, "name", word, distance=near, transposition_cost_one=True)))
            clauses.append((should, query.term_query(schema, "name", word)))
        if birth:
            clauses.append((should, query.boost_query(query.term_query(schema, "day", birth), DAY)))
            clauses.append((should, query.boost_query(query.term_query(schema, "year", birth[:4]), YEAR)))
        found = searcher.search(query.boolean_query(clauses), FIRST).hits
        return [(searcher.doc(address)["id"][0], score) for score, address in found]

    hits, innocents = [], []
    for number, _, truth, surnames, given, _, birth, *_ in rows(folder / "queries.tsv"):
        kind, most = (innocents, INNOCENTS) if int(truth) < 0 else (hits, HITS)
        if len(kind) < most:
            kind.append((int(truth), surnames, given, birth))
    started = time.process_time()
    answers = [(truth, ask(*asked)) for truth, *asked in hits + innocents]
    each_us = (time.process_time() - started) * 1e6 / len(answers)
    print(f"a check {each_us:.0f} µs of CPU, Python's share within")
    of_hits = [dict(found).get(truth) for truth, found in answers if truth >= 0]
    print(f"found among the first ten: {wilson(sum(score is not None for score in of_hits), len(of_hits))}")
    best = [max((score for _, score in found), default=-1.0) for truth, found in answers if truth < 0]
    bounds = sorted(-1.0 if score is None else score for score in of_hits)
    for recall in (0.95, 0.98):
        bound = bounds[int((1 - recall) * len(bounds))]
        told = "not reached" if bound < 0 else wilson(sum(score >= bound for score in best), len(best))
        print(f"innocents stopped at {100 * recall:.0f} % recall: {told}")


def area(truths, scores):
    """The area under the curve: how often a right pair scores above a wrong one, equal scores counted half."""
    order = sorted(range(len(scores)), key=lambda at: scores[at])
    ranks, at = [0.0] * len(scores), 0
    while at < len(order):
        end = at
        while end < len(order) and scores[order[end]] == scores[order[at]]:
            end += 1
        for one in order[at:end]:
            ranks[one] = (at + end + 1) / 2
        at = end
    right = sum(truths)
    wrong = len(truths) - right
    return (sum(rank for rank, truth in zip(ranks, truths) if truth) - right * (right + 1) / 2) / (right * wrong)


def best_f1(truths, scores):
    """The best F1 over all bounds: it knows the truth, for every engine alike."""
    return max(2 * sum(t and s >= b for t, s in zip(truths, scores))
               / (sum(truths) + sum(s >= b for s in scores)) for b in set(scores))


def pairs(table, ours):
    """Prints how well logic-v2 tells pairs apart, and how well the scores given beside it do."""
    from followthemoney import ValueEntity
    from nomenklatura.matching import get_algorithm

    with open(table, encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file, delimiter="\t"))
    truths = [case["is_match"] == "true" for case in cases]
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def person(case, side, turn):
        # An id of its own: the algorithm keeps what it knows of an entity by its id.
        held = {"name": case[f"name{side}"], "birthDate": case[f"dob{side}"], "nationality": case[f"nat{side}"]}
        held = {name: [value] for name, value in held.items() if value}
        return ValueEntity.from_dict({"id": f"{side}-{turn}", "schema": "Person", "properties": held})

    compare = lambda turn, case: algorithm.compare(person(case, 1, turn), person(case, 2, turn), config).score
    # The first comparisons read its tables.
    for turn, case in enumerate(cases[:20]):
        compare(f"warm-{turn}", case)
    started = time.process_time()
    scores = [compare(turn, case) for turn, case in enumerate(cases)]
    each_us = (time.process_time() - started) * 1e6 / len(cases)
    print(f"{len(cases)} pairs, {sum(truths)} of them one person")
    print(f"logic-v2: area {area(truths, scores):.3f}, best F1 {best_f1(truths, scores):.3f}, {each_us:.0f} µs a pair")
    if ours:
        said = {row[0]: float(row[1]) for row in rows(ours)}
        scores = [said[case["id"]] for case in cases]
        print(f"this crate: area {area(truths, scores):.3f}, best F1 {best_f1(truths, scores):.3f}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["tantivy", folder]:
            full_text(Path(folder))
        case ["pairs", table, *ours]:
            pairs(table, next(iter(ours), None))
        case _:
            sys.exit(__doc__)
