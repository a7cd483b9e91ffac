//! Each act was thought about: whether its being granted is a security event, or belongs to every day.

use std::collections::BTreeSet;

use base::access::GRANTED;
use base::ground::policies;
use base::identity::ACTS;

use super::source::{File, Finding, none, only, tree};
use crate::PLANS;

const PAGE: &str = "docs/operate/security-events.md";

/// Acts that are done all day: of these only refusals are events. Signing out ends what could have gone on.
const EVERYDAY: &[&str] = &[
    "alerts.activate",
    "alerts.agree_both",
    "alerts.answer_match",
    "alerts.answer_supplement",
    "alerts.ask_flag",
    "alerts.ask_lift_claim",
    "alerts.ask_supplement",
    "alerts.claim",
    "alerts.claim_at_match",
    "alerts.breakings",
    "alerts.claims",
    "alerts.answer_proposal",
    "alerts.ask_flag",
    "alerts.consultations",
    "alerts.confirm_misused",
    "alerts.correct",
    "alerts.draft",
    "alerts.end_misused",
    "alerts.enter_misused",
    "alerts.extend",
    "alerts.face",
    "alerts.flags",
    "alerts.lift_flag",
    "alerts.list",
    "alerts.proposals",
    "alerts.permit_handling",
    "alerts.propose",
    "alerts.propose_to_owner",
    "alerts.read_sealed",
    "alerts.read_supplement",
    "alerts.refer_claim",
    "alerts.register",
    "alerts.return",
    "alerts.say_consulted",
    "alerts.second_match",
    "alerts.set_flag",
    "alerts.show",
    "alerts.show_misused",
    "alerts.take_back_handling",
    "assessment.show",
    "alerts.withdraw",
    "campaigns.evaluate",
    "campaigns.export",
    "campaigns.list",
    "campaigns.publish",
    "campaigns.show",
    "campaigns.write",
    "checks.check",
    "checks.second_line",
    "comments.comment",
    "comments.compile",
    "comments.convene",
    "comments.export",
    "comments.list",
    "comments.show",
    "decisions.adopt",
    "decisions.draft",
    "decisions.drafts",
    "decisions.export",
    "decisions.history",
    "decisions.import",
    "decisions.list",
    "decisions.show",
    "documents.confirm",
    "documents.correct",
    "documents.draft",
    "documents.list",
    "documents.list_waiting",
    "documents.list_work",
    "documents.publish",
    "documents.return",
    "documents.review",
    "documents.show",
    "documents.submit",
    "documents.supersede",
    "documents.withdraw",
    "drafting.chair",
    "drafting.hand_over",
    "drafting.list",
    "drafting.open",
    "drafting.show",
    "drafting.take_part",
    "evaluations.answer",
    "evaluations.ask",
    "evaluations.evaluate",
    "evaluations.export",
    "evaluations.list",
    "evaluations.prepare",
    "evaluations.respond",
    "evaluations.show",
    "following.feed",
    "following.follow",
    "following.show",
    "identity.sign_out",
    "exercises.count",
    "exercises.export",
    "exercises.list",
    "exercises.plan",
    "exercises.show",
    "imports.alerts",
    "imports.list",
    "imports.show",
    "imports.status",
    "meetings.change",
    "meetings.correct",
    "meetings.list",
    "meetings.plan",
    "meetings.show",
    "members.admit",
    "members.applications",
    "members.bodies",
    "members.delegate",
    "members.list",
    "members.show",
    "members.terms",
    "minutes.adopt",
    "minutes.show",
    "minutes.write",
    "obligations.list",
    "obligations.note",
    "obligations.settle",
    "obligations.show",
    "operation.overview",
    "oversight.list",
    "oversight.show",
    "papers.add",
    "papers.classify",
    "papers.dismiss",
    "papers.file",
    "papers.list",
    "papers.show",
    "people.list",
    "people.show",
    "redress.answer",
    "redress.decisions",
    "redress.list",
    "redress.open",
    "redress.propose",
    "redress.read_sealed",
    "redress.refer",
    "redress.show",
    "routes.list",
    "search.look",
    "sittings.agenda",
    "sittings.answer",
    "sittings.attendance",
    "sittings.hand_in",
    "sittings.show",
    "searches.search",
    "sheets.export",
    "sheets.list",
    "sheets.publish",
    "sheets.show",
    "sheets.write",
    "silence.comment",
    "silence.letter",
    "silence.list",
    "silence.open",
    "silence.position",
    "silence.preside",
    "silence.show",
    "statistics.running",
    "status.correct",
    "status.find",
    "status.list",
    "status.report",
    "status.show",
    "status.withdraw",
    "today.calendar",
    "today.show",
    "training.arrange",
    "training.certificate",
    "training.feedback",
    "training.list",
    "training.nominate",
    "training.people",
    "training.record",
    "training.show",
];

/// Answers acts that are on neither list or on both, and names on a list that are no act.
fn undecided(acts: &BTreeSet<String>, events: &[&str], everyday: &[&str]) -> Vec<Finding> {
    let say = |act: &str, what: &str| {
        File::planted("crates/base/src/access/event.rs", "").finding(0, format!("{act} {what}"))
    };
    let known = |list: &[&str], act: &str| list.contains(&act);
    let of_acts = acts.iter().filter(|act| known(events, act) == known(everyday, act));
    let of_acts = of_acts.map(|act| say(act, "is to be an event when granted, or everyday, and not both"));
    let names = events.iter().chain(everyday).filter(|name| !acts.contains(**name));
    of_acts.chain(names.map(|name| say(name, "is no act"))).collect()
}

#[test]
fn of_each_act_it_is_decided_whether_granting_it_is_an_event() {
    // An action without a dot is a group of them.
    let actions = policies(PLANS).expect("policies").actions().into_iter();
    let mut acts: BTreeSet<String> = actions.filter(|action| action.contains('.')).collect();
    acts.extend(ACTS.iter().map(|act| act.action.to_owned()));
    let of_houses = PLANS.iter().flat_map(|plan| plan.events.granted);
    let events: Vec<&str> = GRANTED.iter().chain(of_houses).map(|(act, _)| *act).collect();
    none(undecided(&acts, &events, EVERYDAY));
    let small: BTreeSet<String> = ["a.a", "b.b"].map(str::to_owned).into();
    none(undecided(&small, &["a.a"], &["b.b"]));
    only(&undecided(&small, &["a.a"], &[]), "b.b is to be");
    only(&undecided(&small, &["a.a", "b.b"], &["b.b"]), "b.b is to be");
    only(&undecided(&small, &["a.a"], &["b.b", "c.c"]), "c.c is no act");
}

#[test]
fn the_page_explains_every_event_of_the_machine() {
    let page = tree().text(PAGE);
    let source = tree().text("crates/base/src/events.rs");
    let product = source.split("#[cfg(test)]").next().unwrap_or("");
    let quoted = product.split('"').skip(1).step_by(2);
    let is_event = |text: &&str| {
        text.split('.').count() == 2
            && !text.contains(' ')
            && text.bytes().all(|b| b == b'.' || b == b'_' || b.is_ascii_lowercase())
    };
    let events: BTreeSet<&str> = quoted.filter(is_event).collect();
    assert!(events.len() >= 10, "{events:?}");
    let absent = events.iter().filter(|event| !page.contains(&format!("`{event}`")));
    none(absent.map(|event| File::planted(PAGE, "").finding(0, format!("does not explain `{event}`"))).collect());
}
