//! The document itself: sections of sentences, lists and tables in one language, drawn elsewhere as a page, as Markdown and as JSON.

use base::identity::PartyKind;
use base::identity::profile::InForce;
use base::web::{Voice, purpose_key};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::configured::Configured;
use super::holdings::{Group, Holdings};
use super::principles::{PRINCIPLES, Principle, Topic};
use super::rules::rule;

/// The assessment of the effects on data protection, in one language.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Assessment)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// Of what, and when it was made.
    pub lead: Vec<String>,
    /// One section a principle, in their order.
    pub sections: Vec<Section>,
}

/// What is said under one principle.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AssessmentSection)]
pub struct Section {
    /// The principle.
    pub title: String,
    /// Which columns are told here; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns_are: Option<String>,
    /// What the program holds.
    pub held: Vec<Held>,
    /// The rules that hold it, and their tests.
    pub rules: Vec<RuleTold>,
    /// What is configured in this folder.
    pub configured: Vec<String>,
    /// What people have to answer.
    pub open: Vec<String>,
}

/// Columns of one table of which the same is said.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AssessmentColumns)]
pub struct Held {
    /// Database and table, as `base.person`.
    pub place: String,
    /// Their names.
    pub columns: Vec<String>,
    /// `K0` to `K3`.
    pub class: String,
    /// Who may come to read them.
    pub readers: String,
    /// Whether they are about a natural person.
    pub personal: bool,
    /// Days for which they are kept; 0 where as long as their record.
    pub days: u32,
    /// The same in words.
    pub kept: String,
}

/// A rule and what holds it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AssessmentRule)]
pub struct RuleTold {
    /// Its code, as `G-05`.
    pub code: String,
    /// What it says.
    pub says: String,
    /// Names of tests that fail when it no longer holds; none where nothing holds it yet.
    pub tests: Vec<String>,
}

/// Makes the document.
pub(super) fn document(voice: &Voice, holdings: &Holdings, now: &Configured) -> Document {
    let of = [
        ("process", now.profile.name.in_language(voice.language).into()),
        ("release", base::operation::RELEASE.into()),
        ("at", voice.instant_text(now.at).into()),
    ];
    let lead = vec![
        voice.tn("assessment-of", &of).into_owned(),
        voice.t("assessment-about").into_owned(),
        voice.t("assessment-classes").into_owned(),
    ];
    let section = |principle: &Principle| section(voice, holdings, now, principle);
    Document {
        title: voice.t("assessment-title").into_owned(),
        lead,
        sections: PRINCIPLES.iter().map(section).collect(),
    }
}

fn section(voice: &Voice, holdings: &Holdings, now: &Configured, principle: &Principle) -> Section {
    let told = |code: &&str| {
        let rule = rule(code)?;
        let tests = rule.tests.iter().map(|(_, name)| (*name).to_owned()).collect();
        Some(RuleTold { code: rule.code.to_owned(), says: voice.t(rule.says).into_owned(), tests })
    };
    Section {
        title: voice.t(principle.name).into_owned(),
        columns_are: principle.columns.map(|key| voice.t(key).into_owned()),
        held: holdings.under(principle.topic).into_iter().map(|group| held(voice, group)).collect(),
        rules: principle.rules.iter().filter_map(told).collect(),
        configured: configured(voice, now, principle.topic),
        open: principle.open.iter().map(|key| voice.t(key).into_owned()).collect(),
    }
}

fn held(voice: &Voice, group: Group) -> Held {
    let kept = match group.said.days {
        0 => voice.t("assessment-kept-with-record").into_owned(),
        days => voice.tn("assessment-kept-days", &[("days", i64::from(days).into())]).into_owned(),
    };
    let readers = audience(&group.said.readers).map_or(group.said.readers.clone(), |key| voice.t(key).into_owned());
    Held {
        place: group.place,
        columns: group.names,
        class: group.said.class,
        readers,
        personal: group.said.personal,
        days: group.said.days,
        kept,
    }
}

/// Answers the key of who an audience is; none for one that this document does not know, whose code is then shown.
pub(super) fn audience(code: &str) -> Option<&'static str> {
    Some(match code {
        "anyone" => "assessment-readers-anyone",
        "signed_in" => "assessment-readers-signed-in",
        "members" => "assessment-readers-members",
        "examiners" => "assessment-readers-examiners",
        "delegations" => "assessment-readers-delegations",
        "drafters" => "assessment-readers-drafters",
        "evaluators" => "assessment-readers-evaluators",
        "nominators" => "assessment-readers-nominators",
        "both_oversights" => "assessment-readers-both-oversights",
        "own_state" => "assessment-readers-own-state",
        "redress_desk" => "assessment-readers-redress-desk",
        "redress_officer" => "assessment-readers-redress-officer",
        "redress_panel" => "assessment-readers-redress-panel",
        "alert_desk" => "assessment-readers-alert-desk",
        "own_administrator" => "assessment-readers-own-administrator",
        "self" => "assessment-readers-self",
        "keepers" => "assessment-readers-keepers",
        "nobody" => "assessment-readers-nobody",
        _ => return None,
    })
}

/// Says what is configured and belongs to a principle.
fn configured(voice: &Voice, now: &Configured, topic: Topic) -> Vec<String> {
    match topic {
        Topic::Collection => switched(voice, now),
        Topic::Purpose => purposes(voice, &now.profile),
        Topic::Quality => vec![voice.t("assessment-two-people").into_owned()],
        Topic::Consent => counted(voice, now, &["assessment-term-cleared"]),
        Topic::Transfer => parties(voice, &now.profile),
        Topic::Confidentiality => passkeys(voice, &now.profile),
        Topic::Access => counted(voice, now, &["assessment-term-answer", "assessment-term-case"]),
        Topic::Security => {
            let version = [("version", now.policies.as_str().into())];
            let mut all = vec![voice.tn("assessment-policies", &version).into_owned()];
            all.extend(now.rates.iter().map(|(class, most)| {
                voice.tn("assessment-rate", &[("class", (*class).into()), ("most", (*most).into())]).into_owned()
            }));
            all
        }
        Topic::Retention => {
            let all: Vec<&str> = now.terms.iter().map(|(key, _)| *key).collect();
            counted(voice, now, &all)
        }
        Topic::Application => agreed(voice, &now.profile),
        Topic::Ownership => owners(voice, now),
        Topic::Oversight => {
            let budget = |(name, most): &(&str, u64)| {
                voice.tn("assessment-budget", &[("name", (*name).into()), ("most", (*most).into())]).into_owned()
            };
            now.budgets.iter().map(budget).collect()
        }
        Topic::Exceptions => vec![voice.t("assessment-no-exception").into_owned()],
    }
}

/// Says by which decision the register is on, and which State takes part in what on which ground.
fn switched(voice: &Voice, now: &Configured) -> Vec<String> {
    let Some(adoption) = &now.adoption else { return vec![voice.t("assessment-register-off").into_owned()] };
    let of = [("symbol", adoption.symbol.as_str().into()), ("day", voice.date_text(adoption.adopted_on).into())];
    let mut all = vec![voice.tn("assessment-register-on", &of).into_owned()];
    if now.parts.is_empty() {
        all.push(voice.t("assessment-no-part").into_owned());
    }
    all.extend(now.parts.iter().map(|part| {
        let of = [
            ("category", voice.t(part.category.key()).into_owned().into()),
            ("state", state(voice, &now.profile, part.state).into()),
            ("basis", part.basis.as_str().into()),
            ("since", voice.instant_text(part.since).into()),
        ];
        voice.tn("assessment-part", &of).into_owned()
    }));
    all
}

fn state(voice: &Voice, profile: &InForce, code: journal::StateCode) -> String {
    let known = profile.parties.get(&code);
    known.map_or(code.to_string(), |party| party.name.in_language(voice.language).to_owned())
}

/// Says for each role the purposes for which its people may work.
fn purposes(voice: &Voice, profile: &InForce) -> Vec<String> {
    let role = |role: &base::identity::profile::RoleInForce| {
        let names: Vec<String> =
            role.purposes.iter().map(|purpose| voice.t(purpose_key(*purpose)).into_owned()).collect();
        let of = [("role", role.name.in_language(voice.language).into()), ("purposes", names.join(", ").into())];
        voice.tn("assessment-role", &of).into_owned()
    };
    profile.roles.values().filter(|role| !role.purposes.is_empty()).map(role).collect()
}

/// Names the parties of each kind.
fn parties(voice: &Voice, profile: &InForce) -> Vec<String> {
    let kinds = [
        (PartyKind::Member, "assessment-members"),
        (PartyKind::Observer, "assessment-observers"),
        (PartyKind::Secretariat, "assessment-secretariat"),
    ];
    let named = |(kind, key): (PartyKind, &str)| {
        let of_kind = profile.parties.values().filter(|party| party.kind == kind);
        let mut names: Vec<&str> = of_kind.map(|party| party.name.in_language(voice.language)).collect();
        voice.collate(&mut names, |name| name);
        let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
        voice.tn(key, &[("count", count.into()), ("names", names.join("; ").into())]).into_owned()
    };
    kinds.into_iter().map(named).collect()
}

/// Names the roles that do nothing without a passkey.
fn passkeys(voice: &Voice, profile: &InForce) -> Vec<String> {
    let asking = profile.roles.values().filter(|role| role.factor == base::identity::Factor::Passkey);
    let names: Vec<&str> = asking.map(|role| role.name.in_language(voice.language)).collect();
    vec![voice.tn("assessment-passkey-roles", &[("roles", names.join(", ").into())]).into_owned()]
}

/// Says the terms of these names.
fn counted(voice: &Voice, now: &Configured, keys: &[&str]) -> Vec<String> {
    let wanted = now.terms.iter().filter(|(key, _)| keys.contains(key));
    wanted.map(|(key, count)| voice.tn(key, &[("count", (*count).into())]).into_owned()).collect()
}

/// Says every number that the conference has agreed on, under the name that its profile gives it.
fn agreed(voice: &Voice, profile: &InForce) -> Vec<String> {
    let of_process = [("process", profile.code.as_str().into())];
    let mut all = vec![voice.tn("assessment-profile", &of_process).into_owned()];
    all.extend(profile.rules.iter().map(|(name, value)| {
        voice.tn("assessment-agreed", &[("name", name.as_str().into()), ("value", (*value).into())]).into_owned()
    }));
    all
}

/// Says how many categories each State that takes part in any is the owner of alerts in.
fn owners(voice: &Voice, now: &Configured) -> Vec<String> {
    let mut counts: std::collections::BTreeMap<journal::StateCode, i64> = Default::default();
    now.parts.iter().for_each(|part| *counts.entry(part.state).or_default() += 1);
    if now.adoption.is_none() || counts.is_empty() {
        return vec![voice.t("assessment-nobody-owns").into_owned()];
    }
    let owner = |(code, count): (journal::StateCode, i64)| {
        let of = [("state", state(voice, &now.profile, code).into()), ("count", count.into())];
        voice.tn("assessment-owner", &of).into_owned()
    };
    counts.into_iter().map(owner).collect()
}
