//! Every route is declared in a committed file, every permit is an action of the policies, every API address described.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use base::specimen::Specimen;
use base::web::{Guard, RouteFacts, api_document};
use proc_macro2::{Delimiter, TokenTree};

use super::source::{File, Finding, every_run, group, ident, line, literal, none, only, root, sign, tree};
use crate::PLANS;

/// The inventory as committed. `ACCEPT=1 cargo test -p puebla --test it routes` writes it anew.
const COMMITTED: &str = "crates/puebla/tests/it/routes.txt";

/// What an address may carry, in its path and after its question mark: ids, references, codes and places in a list, and words
/// looked for in texts without a person. Never a number, a zone, a person's name, a password or a token.
const IN_ADDRESSES: &[&str] = &[
    "application",
    "audience",
    "on",
    "q",
    "body",
    "class",
    "year",
    "hash",
    "name",
    "reference",
    "draft",
    "id",
    "person",
    "passkey",
    "concern",
    "code",
    "to",
    "back",
    "next",
    "page",
    "words",
    "done",
    "version",
    "points",
    "status",
    "kind",
    "after",
    "before",
    "row",
    "format",
    "dry_run",
    "text",
    "language",
    "authentic",
    "standing",
    "item",
    "owner",
    "decision",
    "place",
    "meeting",
    "verb",
    "addressee",
    "due",
    "language",
];

/// Groups of actions in the schema, which are no acts themselves.
const GROUPS: [&str; 6] = ["writes", "registers", "alerts", "glass", "conference", "sittings"];

/// Answers the inventory of the application as it would be served.
pub fn facts() -> &'static [RouteFacts] {
    static FACTS: OnceLock<Vec<RouteFacts>> = OnceLock::new();
    FACTS.get_or_init(|| base::web::routes(&Specimen::new(PLANS).ground).facts().to_vec())
}

/// One line a route: what a reviewer should see change.
fn inventory(facts: &[RouteFacts]) -> String {
    let mut lines: Vec<String> = facts.iter().map(route).collect();
    lines.sort_by(|one, other| {
        one.split_once(' ').map(|(_, rest)| rest).cmp(&other.split_once(' ').map(|(_, rest)| rest))
    });
    lines.join("\n") + "\n"
}

fn route(facts: &RouteFacts) -> String {
    let RouteFacts { method, path, guard } = facts;
    let rate = guard.rate().code();
    match guard {
        Guard::Permit(permit) => {
            let purposes: Vec<&str> = permit.purposes.iter().map(|purpose| purpose.code()).collect();
            let writes = if permit.writes { " writes" } else { "" };
            format!(
                "{method:4} {path}  {} for {}, {}, {rate}{writes}",
                permit.action,
                purposes.join("|"),
                permit.class.code()
            )
        }
        Guard::SignedIn { why, .. } => format!("{method:4} {path}  signed in, {rate}: {why}"),
        Guard::Public { why, .. } => format!("{method:4} {path}  public, {rate}: {why}"),
    }
}

fn differing(committed: &str, found: &str) -> Vec<Finding> {
    let file = File::planted(COMMITTED, "");
    let (before, after): (BTreeSet<&str>, BTreeSet<&str>) = (committed.lines().collect(), found.lines().collect());
    let mut findings = Vec::new();
    findings.extend(after.difference(&before).map(|line| {
        file.finding(0, format!("not declared: {line} (written by ACCEPT=1 cargo test -p puebla --test it routes)"))
    }));
    findings.extend(before.difference(&after).map(|line| file.finding(0, format!("declared, and not served: {line}"))));
    findings
}

/// A `permit!` in the source.
struct Declared {
    action: String,
    writes: bool,
    place: Finding,
}

/// Answers every `permit!` in the source.
fn declared(files: impl Iterator<Item = &'static File>) -> Vec<Declared> {
    let mut found = Vec::new();
    for file in files {
        every_run(file.product_tokens(), &mut |run| {
            for at in 0..run.len() {
                let named = ident(run, at).as_deref() == Some("permit") && sign(run, at + 1, '!');
                let Some(inner) = group(run, at + 2, Delimiter::Parenthesis).filter(|_| named) else { continue };
                let inner: Vec<TokenTree> = inner.into_iter().collect();
                let action = (1..inner.len()).find(|at| sign(&inner, at - 1, '=')).and_then(|at| literal(&inner[at]));
                let writes = inner
                    .len()
                    .checked_sub(1)
                    .and_then(|last| ident(&inner, last))
                    .is_some_and(|last| last == "writes");
                if let Some(action) = action {
                    found.push(Declared { place: file.finding(line(&run[at]), action.clone()), action, writes });
                }
            }
        });
    }
    found
}

/// Answers the action of every `permit!`, with its place.
fn permits(declared: &[Declared]) -> BTreeMap<String, Finding> {
    declared.iter().map(|permit| (permit.action.clone(), permit.place.clone())).collect()
}

/// Answers each permit that says otherwise than the schema whether its act changes anything.
fn contradicting(declared: &[Declared], writing: &[String]) -> Vec<Finding> {
    let differs = declared.iter().filter(|permit| permit.writes != writing.contains(&permit.action));
    let said = |permit: &Declared| {
        let (one, other) = if permit.writes { ("writes", "does not") } else { ("does not write", "does") };
        format!("the permit `{}` {one}, and by the schema its action {other}", permit.action)
    };
    differs.map(|permit| Finding { what: said(permit), ..permit.place.clone() }).collect()
}

fn unmatched(permits: &BTreeMap<String, Finding>, actions: &[String]) -> Vec<Finding> {
    let schema = File::planted("policies", "");
    let mut findings: Vec<Finding> = Vec::new();
    for (action, place) in permits.iter().filter(|(action, _)| !actions.contains(action)) {
        findings.push(Finding { what: format!("the permit `{action}` is no action of the schema"), ..place.clone() });
    }
    let actions = actions.iter().filter(|action| !GROUPS.contains(&action.as_str()) && !permits.contains_key(*action));
    findings.extend(actions.map(|action| schema.finding(0, format!("no permit stands for the action `{action}`"))));
    findings
}

fn undescribed(routes: &BTreeSet<String>, described: &BTreeSet<String>) -> Vec<Finding> {
    let file = File::planted("the OpenAPI document", "");
    let mut findings = Vec::new();
    findings.extend(routes.difference(described).map(|path| file.finding(0, format!("does not describe {path}"))));
    findings.extend(
        described.difference(routes).map(|path| file.finding(0, format!("describes {path}, which is not served"))),
    );
    findings
}

/// Answers `METHOD path` of every operation that the OpenAPI document describes.
fn described(document: &serde_json::Value) -> BTreeSet<String> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let operations =
        paths.flat_map(|(path, item)| item.as_object().into_iter().flatten().map(move |(method, _)| (path, method)));
    operations.map(|(path, method)| format!("{} {path}", method.to_uppercase())).collect()
}

#[test]
fn every_route_is_in_the_committed_inventory() {
    let found = inventory(facts());
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(root().join(COMMITTED), &found).expect("the inventory written");
        return;
    }
    none(differing(tree().text(COMMITTED), &found));
    let planted = format!("{found}GET  /planted  public, look: nobody said why\n");
    only(&differing(&found, &planted), "not declared: GET  /planted");
    only(&differing(&planted, &found), "declared, and not served");
}

#[test]
fn no_address_is_taken_twice_and_every_exception_says_why() {
    let mut seen = BTreeSet::new();
    for facts in facts() {
        assert!(seen.insert((facts.method, &facts.path)), "{} {} twice", facts.method, facts.path);
        let (Guard::SignedIn { why, .. } | Guard::Public { why, .. }) = &facts.guard else { continue };
        assert!(why.len() > 15, "{} {} needs no permit, and does not say why", facts.method, facts.path);
    }
}

#[test]
fn permits_and_actions_are_the_same_list() {
    let policy = base::ground::policies(PLANS).expect("policies");
    let permits = permits(&declared(tree().product()));
    none(unmatched(&permits, &policy.actions()));
    let mut planted = policy.actions();
    planted.push("people.sell".to_owned());
    only(&unmatched(&permits, &planted), "no permit stands for the action `people.sell`");
    let mut planted = permits.clone();
    planted.insert("people.sell".to_owned(), File::planted("planted.rs", "").finding(1, ""));
    only(&unmatched(&planted, &policy.actions()), "the permit `people.sell` is no action");
}

#[test]
fn permits_and_policies_agree_about_what_writes() {
    let writing = base::ground::policies(PLANS).expect("policies").writing_actions();
    let mut declared = declared(tree().product());
    none(contradicting(&declared, &writing));
    for (action, said) in [("people.enrol", "`people.enrol` does not write"), ("people.list", "`people.list` writes")] {
        let at = declared.iter().position(|permit| permit.action == action).expect("a permit");
        declared[at].writes ^= true;
        only(&contradicting(&declared, &writing), said);
        declared[at].writes ^= true;
    }
}

#[test]
fn every_address_of_the_api_is_described() {
    let served = facts().iter().filter(|facts| facts.path.starts_with("/api/"));
    let served: BTreeSet<String> = served.map(|facts| format!("{} {}", facts.method, facts.path)).collect();
    let document = serde_json::to_value(api_document(PLANS)).expect("a document");
    none(undescribed(&served, &described(&document)));
    let planted = BTreeSet::from(["GET /api/v1/planted".to_owned()]);
    only(&undescribed(&planted, &BTreeSet::new()), "does not describe GET /api/v1/planted");
    only(&undescribed(&BTreeSet::new(), &planted), "which is not served");
}

/// Finds names that a handler reads from an address, and parts of a path, that are not on the list.
fn carried(files: impl Iterator<Item = &'static File>, facts: &[RouteFacts]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        // What a handler calls that which its address asked.
        let mut asked: BTreeSet<String> = BTreeSet::new();
        every_run(file.product_tokens(), &mut |run| {
            let named = (0..run.len()).filter(|at| ident(run, *at).as_deref() == Some("Asked"));
            let inner = named.filter_map(|at| group(run, at + 1, Delimiter::Parenthesis));
            asked.extend(inner.filter_map(|inner| ident(&inner.into_iter().collect::<Vec<_>>(), 0)));
        });
        every_run(file.product_tokens(), &mut |run| {
            for at in 0..run.len() {
                let reads = ident(run, at).is_some_and(|name| asked.contains(&name)) && sign(run, at + 1, '.');
                let Some(inner) = group(run, at + 3, Delimiter::Parenthesis).filter(|_| reads) else { continue };
                let Some(name) = inner.into_iter().next().and_then(|first| literal(&first)) else { continue };
                if !IN_ADDRESSES.contains(&name.as_str()) {
                    findings.push(
                        file.finding(line(&run[at]), format!("reads `{name}` from an address: let a form send it")),
                    );
                }
            }
        });
    }
    let inventory = File::planted(COMMITTED, "");
    for facts in facts {
        let parts = facts.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let loose = parts.filter(|part| !IN_ADDRESSES.contains(part));
        findings.extend(loose.map(|part| inventory.finding(0, format!("{}: `{part}` in an address", facts.path))));
    }
    findings
}

#[test]
fn no_address_takes_a_number_or_a_secret() {
    none(carried(tree().product(), facts()));
    let planted: &'static File = Box::leak(Box::new(File::planted(
        "planted.rs",
        "fn a(Asked(of): Asked) { of.typed(\"page\"); of.typed(\"number\"); typed.typed(\"zone\"); }",
    )));
    only(&carried([planted].into_iter(), &[]), "reads `number`");
    let mut route = facts()[0].clone();
    route.path = "/status/{number}".to_owned();
    only(&carried(std::iter::empty(), &[route]), "`number` in an address");
}
