//! Why somebody sees a document: the policy by which they may, who else may, and who decided that, when and by which rule.

use base::access::Resource;
use base::desk::Reader;
use base::identity::{Caller, PartyKind};
use base::web::{Voice, parts};
use maud::{Markup, html};

use super::paper::{CLASSES, PARTICIPANTS, PUBLIC, key};
use super::permits::ShowPaper;
use super::queries::{self, Decided, Paper};
use super::rule::rule;
use crate::meetings::MEMBERS_ONLY;

/// Sentences of the policies by which a document is opened, as they stand there, with the key that says them to a reader.
const SENTENCES: [(&str, &str); 1] =
    [("delegates, and the secretariat's coordinator, see which documents there are", "papers-policy-delegates")];

/// Kinds of parties that a reader is told of, each with the key of its name.
const READERS: [(PartyKind, &str); 4] = [
    (PartyKind::Member, "papers-readers-member"),
    (PartyKind::Observer, "papers-readers-observer"),
    (PartyKind::Network, "papers-readers-network"),
    (PartyKind::Guest, "papers-readers-guest"),
];

/// Answers by which sentences whoever reads may, and which kinds of parties may as well. The policies answer both: it is the
/// question that let this reader in, and the same of a delegate of each kind.
fn told(reader: &Reader<ShowPaper>, resource: &Resource) -> (Vec<String>, Vec<&'static str>) {
    let (policy, caller) = (&reader.ground().policy, reader.caller());
    let may = |kind| {
        // Whoever is invited to one meeting is asked as a guest of this document's; of what has none nobody is a guest.
        let confined = match kind {
            PartyKind::Guest if resource.within.is_empty() => "-".to_owned(),
            PartyKind::Guest => resource.within.clone(),
            _ => String::new(),
        };
        let (roles, factor) = (vec!["delegate".to_owned()], caller.factor);
        let one = Caller { party: kind, confined, roles, presides: false, needs: factor, ..caller.clone() };
        policy.allows::<ShowPaper>(&one, resource)
    };
    let readers = READERS.into_iter().filter(|(kind, _)| may(*kind)).map(|(_, key)| key).collect();
    (policy.reasons::<ShowPaper>(caller, resource), readers)
}

/// Draws why somebody sees a document.
pub(super) fn drawn(
    voice: &Voice,
    reader: &Reader<ShowPaper>,
    (paper, resource): (&Paper, &Resource),
    decided: &[Decided],
) -> Markup {
    let (sentences, readers) = told(reader, resource);
    let public = queries::is_public_as(paper, resource.status);
    let body = html! {
        p { (voice.t(sentence(paper, resource.status))) }
        @for written in &sentences {
            p { (voice.t("papers-policy")) " "
                @match key(&SENTENCES, written) {
                    Some(key) => (voice.t(key)),
                    None => q lang="en" { (written) },
                }
            }
        }
        p { (voice.t("papers-readers")) }
        ul {
            @for reader in &readers { li { (voice.t(reader)) } }
            li { (voice.t("papers-readers-secretariat")) }
            @if public { li { a href={ "/library/" (paper.symbol.in_address()) } { (voice.t("papers-readers-anyone")) } } }
        }
        @if decided.is_empty() { p { (voice.t("papers-decided-none")) } } @else {
            p { (voice.t("papers-decided")) }
            ul { @for one in decided { li { (decision(voice, one)) } } }
        }
    };
    parts::card("why", &voice.t("papers-why"), body)
}

fn decision(voice: &Voice, one: &Decided) -> Markup {
    let class = key(&CLASSES, &one.class).map(|key| voice.t(key).into_owned()).unwrap_or_default();
    html! {
        (voice.instant(one.at)) ": " strong { (class) } ". "
        @match rule(&one.rule) {
            Some(rule) => (voice.t(rule.key)),
            None => (voice.t("papers-rule-none")),
        }
        @if !one.decided_by.is_empty() { " " (voice.tn("papers-decided-by-whom", &[("who", one.decided_by.as_str().into())])) }
    }
}

/// Answers which sentence says for whom a document is.
fn sentence(paper: &Paper, status: &str) -> &'static str {
    match paper.class.as_str() {
        "members" => "papers-why-members",
        _ if status == MEMBERS_ONLY => "papers-why-meeting",
        PUBLIC => "papers-why-public",
        PARTICIPANTS => "papers-why-participants",
        _ => "papers-why-observers",
    }
}
