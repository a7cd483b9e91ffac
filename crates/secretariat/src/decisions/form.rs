//! Reads decisions as forms and machines write them, names everything that is wrong with them, and draws the fields.

use base::ground::Puebla;
use base::identity::PartyKind;
use base::web::{Filled, InputFault, Said, Voice};
use base::words::Language;
use conference::due::DueRule;
use conference::verbs::{Duty, Verb};
use jiff::civil::Date;
use journal::StateCode;

use super::api::{NewAsk, NewDecision, NewLink};
use super::decision::{
    ADDRESSEES_MAX, ASKS_MAX, Ask, Content, LINE_CHARS_MAX, LINKS_MAX, Link, LinkKind, MEMBERS, NUMBER_MAX,
    TEXT_CHARS_MAX, Tongue,
};
use crate::meetings::Symbol;

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(super) fn fault(field: &str, key: &'static str) -> InputFault {
    InputFault::field(field, key.strip_prefix("decisions-fault-").unwrap_or(key), Said::plain(key))
}

/// Keeps what can be read, and every fault.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<InputFault>);

impl Found {
    pub(super) fn keep<T>(&mut self, read: Result<T, InputFault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }
}

/// Reads what a decision is to say. `whole` asks for all that an adopted one needs; a draft may lack it.
///
/// Errors: every fault, each in the field that has it.
pub(super) fn read(ground: &Puebla, new: &NewDecision, whole: bool) -> Result<Content, Vec<InputFault>> {
    let mut found = Found::default();
    if new.number == 0 || new.number > NUMBER_MAX {
        found.0.push(fault("number", "decisions-fault-number"));
    }
    let original = found.keep(new.original.parse().map_err(|_| fault("original", "decisions-fault-original")));
    let text_en = found.keep(text("text_en", &new.text_en, TEXT_CHARS_MAX));
    let text_es = found.keep(text("text_es", &new.text_es, TEXT_CHARS_MAX));
    let divergence = found.keep(text("divergence", &new.divergence, LINE_CHARS_MAX));
    let condition = found.keep(text("condition", &new.condition, LINE_CHARS_MAX));
    let asks = asks(ground, &new.asks, whole, &mut found);
    let links = links(&new.links, &mut found);
    if let (Some(original), Some(text_en), Some(text_es)) = (original, &text_en, &text_es) {
        let drafted = if original == Tongue::En { text_en } else { text_es };
        if whole && drafted.is_empty() {
            let field = if original == Tongue::En { "text_en" } else { "text_es" };
            found.0.push(fault(field, "decisions-fault-text-missing"));
        }
    }
    match (original, text_en, text_es, divergence, condition) {
        (Some(original), Some(text_en), Some(text_es), Some(divergence), Some(condition)) if found.0.is_empty() => {
            Ok(Content { number: new.number, original, text_en, text_es, divergence, asks, condition, links })
        }
        _ => Err(found.0),
    }
}

fn asks(ground: &Puebla, new: &[NewAsk], whole: bool, found: &mut Found) -> Vec<Ask> {
    if new.len() > ASKS_MAX {
        found.0.push(fault("", "decisions-fault-asks-many"));
    }
    if whole && new.is_empty() {
        found.0.push(fault("verb_1", "decisions-fault-verb"));
    }
    let mut asks = Vec::new();
    for (new, row) in new.iter().take(ASKS_MAX).zip(1..) {
        let verb: Option<Verb> =
            found.keep(new.verb.parse().map_err(|_| fault(&format!("verb_{row}"), "decisions-fault-verb")));
        let rule = match new.due.trim() {
            "" => Some(None),
            due => found.keep(
                due.parse::<DueRule>().map(Some).map_err(|_| fault(&format!("due_{row}"), "decisions-fault-due")),
            ),
        };
        let addressees: Vec<String> = new.addressees.iter().map(|name| addressee(ground, name)).collect();
        let field = format!("addressees_{row}");
        let long = |name: &String| name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control);
        if addressees.len() > ADDRESSEES_MAX || addressees.iter().any(long) {
            found.0.push(fault(&field, "decisions-fault-addressees"));
        }
        if let (Some(verb), Some(rule)) = (verb, rule) {
            if whole && verb.duty() == Duty::Owned && addressees.is_empty() {
                found.0.push(fault(&field, "decisions-fault-no-owner"));
            }
            asks.push(Ask { verb, addressees, each: new.each, rule, lapses: new.lapses });
        }
    }
    asks
}

fn links(new: &[NewLink], found: &mut Found) -> Vec<Link> {
    if new.len() > LINKS_MAX {
        found.0.push(fault("", "decisions-fault-links-many"));
    }
    let mut links = Vec::new();
    for (new, row) in new.iter().take(LINKS_MAX).zip(1..) {
        let kind: Option<LinkKind> =
            found.keep(new.kind.parse().map_err(|_| fault(&format!("link_kind_{row}"), "decisions-fault-link-kind")));
        let to = found.keep(symbol(&format!("link_to_{row}"), &new.to));
        links.extend(kind.zip(to).map(|(kind, to)| Link { kind, to }));
    }
    links
}

/// Reads a symbol.
pub(super) fn symbol(field: &str, written: &str) -> Result<Symbol, InputFault> {
    written.trim().to_uppercase().parse().map_err(|_| fault(field, "decisions-fault-symbol"))
}

/// Reads a text of several lines: single blanks, no empty lines at its ends.
///
/// Errors: it is too long, or holds what no one types.
pub(super) fn text(field: &str, written: &str, chars_max: usize) -> Result<String, InputFault> {
    let lines = written.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    if text.chars().count() > chars_max || text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(fault(field, "decisions-fault-text"));
    }
    Ok(text)
}

/// The same, where something must stand there.
pub(super) fn filled_text(field: &str, written: &str) -> Result<String, InputFault> {
    let text = text(field, written, LINE_CHARS_MAX)?;
    if text.is_empty() { Err(fault(field, "decisions-fault-missing")) } else { Ok(text) }
}

/// Answers an addressee as decisions keep it: a State's or organisation's code, `members`, or the name of a body.
pub(super) fn addressee(ground: &Puebla, written: &str) -> String {
    let name = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(code) = party_called(ground, &name) {
        return code.to_string();
    }
    let lower = name.to_lowercase();
    let lower = lower.trim_start_matches("the ").trim_start_matches("los ").trim_start_matches("las ");
    if ALL_MEMBERS.contains(&lower) { MEMBERS.to_owned() } else { name }
}

/// How texts of conferences speak of every member.
const ALL_MEMBERS: [&str; 16] = [
    "members",
    "all members",
    "member countries",
    "all member countries",
    "member states",
    "all member states",
    "rcm member countries",
    "countries",
    "all countries",
    "miembros",
    "todos los miembros",
    "países miembros",
    "todos los países miembros",
    "estados miembros",
    "todos los estados miembros",
    "todos los países",
];

/// Answers the party of the profile that has a name or a code.
pub(super) fn party_called(ground: &Puebla, name: &str) -> Option<StateCode> {
    let profile = ground.identity.profile();
    let lower = name.trim().to_lowercase();
    let bare = ["government of ", "the government of ", "gobierno de ", "el gobierno de ", "the ", "los ", "el "];
    let bare = bare.iter().find_map(|start| lower.strip_prefix(start)).unwrap_or(&lower);
    let called = |known: &str| known.to_lowercase() == lower || known.to_lowercase() == bare;
    let mut parties = profile.parties.iter().filter(|(_, party)| party.kind != PartyKind::Secretariat);
    let found = parties.find(|(code, party)| {
        called(code.as_str()) || Language::ALL.iter().any(|language| called(party.name.in_language(*language)))
    });
    found.map(|(code, _)| *code)
}

/// Answers an addressee for people.
pub(super) fn addressee_name(ground: &Puebla, voice: &Voice, addressee: &str) -> String {
    if addressee == MEMBERS {
        return voice.t("decisions-members").into_owned();
    }
    let party = addressee.parse().ok().filter(|code| ground.identity.profile().parties.contains_key(code));
    party.map_or_else(|| addressee.to_owned(), |code| ground.identity.party_name(code, voice.language))
}

/// Reads what was typed into the fields of a decision.
pub(super) fn typed(filled: &Filled, faults: &mut Vec<InputFault>) -> NewDecision {
    let adopted_on = day(filled, "adopted_on", faults);
    let row = |name: &str, row: usize| filled.typed(&format!("{name}_{row}")).trim().to_owned();
    let how = |way: &str, row: usize| filled.chosen(&format!("how_{row}")).any(|chosen| chosen == way);
    let asks = (1..=ASKS_MAX)
        .filter(|at| !row("verb", *at).is_empty() || !row("addressees", *at).is_empty() || !row("due", *at).is_empty());
    let asks = asks.map(|at| NewAsk {
        verb: row("verb", at),
        addressees: listed(&row("addressees", at)),
        each: how("each", at),
        due: row("due", at),
        lapses: how("lapses", at),
    });
    let links = (1..=LINKS_MAX).filter(|at| !row("link_to", *at).is_empty());
    let links = links.map(|at| NewLink { kind: row("link_kind", at), to: row("link_to", at) });
    NewDecision {
        meeting: filled.typed("meeting").to_owned(),
        round: filled.typed("round").to_owned(),
        adopted_on,
        number: filled.typed("number").trim().parse().unwrap_or(0),
        original: filled.typed("original").to_owned(),
        text_en: filled.typed("text_en").to_owned(),
        text_es: filled.typed("text_es").to_owned(),
        divergence: filled.typed("divergence").to_owned(),
        asks: asks.collect(),
        condition: filled.typed("condition").to_owned(),
        links: links.collect(),
    }
}

/// Names parted by semicolons.
fn listed(written: &str) -> Vec<String> {
    written.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Answers a day of three fields as text; a day that is none is a fault, and as good as not written.
pub(super) fn day(filled: &Filled, name: &str, faults: &mut Vec<InputFault>) -> String {
    match filled.date(name) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Said::plain(why.key())));
            String::new()
        }
    }
}

/// Reads a day of an API's text.
pub(super) fn read_day(field: &str, written: &str) -> Result<Date, InputFault> {
    written.trim().parse().map_err(|_| fault(field, "decisions-fault-day"))
}

/// Fills the fields in with what a decision says.
pub(super) fn filled_with(ground: &Puebla, voice: &Voice, content: &Content) -> Filled {
    let mut filled = Filled::new()
        .with("number", content.number.to_string())
        .with("original", content.original.code())
        .with("text_en", &content.text_en)
        .with("text_es", &content.text_es)
        .with("divergence", &content.divergence)
        .with("condition", &content.condition);
    for (ask, row) in content.asks.iter().zip(1..) {
        let names: Vec<String> = ask.addressees.iter().map(|name| addressee_name(ground, voice, name)).collect();
        filled =
            filled.with(&format!("verb_{row}"), ask.verb.code()).with(&format!("addressees_{row}"), names.join("; "));
        let rule = ask.rule.as_ref().map(ToString::to_string).unwrap_or_default();
        filled = filled.with(&format!("due_{row}"), rule);
        for (way, _) in [("each", ask.each), ("lapses", ask.lapses)].into_iter().filter(|(_, on)| *on) {
            filled = filled.with(&format!("how_{row}"), way);
        }
    }
    for (link, row) in content.links.iter().zip(1..) {
        filled = filled
            .with(&format!("link_kind_{row}"), link.kind.code())
            .with(&format!("link_to_{row}"), link.to.as_str());
    }
    filled
}
