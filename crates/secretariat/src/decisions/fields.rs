//! Draws the fields of a decision: the same by hand and in a draft.

use base::web::fields::{self, Choice, ChoiceGroup, Field};
use base::web::{Filled, Voice};
use conference::due::DueRule;
use conference::verbs::{Duty, Verb};
use maud::{Markup, html};

use super::decision::{ASKS_MAX, LINE_CHARS_MAX, LINKS_MAX, LinkKind, TEXT_CHARS_MAX, Tongue};
use super::said::{duty_key, rule_in_words, verb_key, voiced};

/// Draws number, texts, what is asked, condition and links.
pub(super) fn content(voice: &Voice, filled: &Filled) -> Markup {
    let languages = Tongue::ALL.map(|tongue| Choice::new(tongue.code(), voice.t(tongue.key())));
    let long = |name, label| Field::new(name, label).rows(6).max_length(TEXT_CHARS_MAX as u32).optional();
    let line = |name, label| Field::new(name, label).rows(2).max_length(LINE_CHARS_MAX as u32).optional();
    html! {
        (fields::text_input(voice, filled, &Field::new("number", "decisions-number").max_length(4).input_mode("numeric").autocomplete("off")))
        (fields::radios(voice, filled, &Field::new("original", "decisions-original"), &languages))
        (fields::textarea(voice, filled, &long("text_en", "decisions-text-en")))
        (fields::textarea(voice, filled, &long("text_es", "decisions-text-es")))
        (fields::textarea(voice, filled, &line("divergence", "decisions-divergence").hint("decisions-divergence-hint")))
        @for row in 1..=rows(filled, "verb", ASKS_MAX) { (ask(voice, filled, row)) }
        (rules(voice))
        (fields::textarea(voice, filled, &line("condition", "decisions-condition").hint("decisions-condition-hint")))
        @for row in 1..=rows(filled, "link_to", LINKS_MAX) { (link(voice, filled, row)) }
    }
}

/// Answers how many rows to draw: those that are filled in, and one more.
fn rows(filled: &Filled, name: &str, most: usize) -> usize {
    let last = (1..=most).rev().find(|row| !filled.typed(&format!("{name}_{row}")).trim().is_empty()).unwrap_or(0);
    (last + 1).min(most)
}

fn ask(voice: &Voice, filled: &Filled, row: usize) -> Markup {
    let (verb, addressees) = (format!("verb_{row}"), format!("addressees_{row}"));
    let (due, how) = (format!("due_{row}"), format!("how_{row}"));
    let numbered = |key: &str| voice.tn(key, &[("number", row.into())]).into_owned();
    let ways = [Choice::new("each", voice.t("decisions-each")), Choice::new("lapses", voice.t("decisions-lapses"))];
    let due =
        Field::labelled(&due, numbered("decisions-ask-due")).hint("decisions-ask-due-hint").optional().max_length(250);
    let names =
        Field::labelled(&addressees, numbered("decisions-ask-addressees")).hint("decisions-ask-addressees-hint");
    let mut verb = Field::labelled(&verb, numbered("decisions-ask-verb"));
    if row > 1 {
        verb = verb.optional();
    }
    html! {
        (fields::grouped_select(voice, filled, &verb, &verbs(voice)))
        (fields::text_input(voice, filled, &names.optional().autocomplete("off").max_length(4_000)))
        (fields::text_input(voice, filled, &due.suggestions("rules").autocomplete("off")))
        (fields::checkboxes(voice, filled, &Field::labelled(&how, numbered("decisions-ask-how")).optional(), &ways))
    }
}

/// Answers the closed list of verbs, by the duty that each makes.
pub(super) fn verbs<'a>(voice: &Voice) -> Vec<ChoiceGroup<'a>> {
    let groups = [Duty::Owned, Duty::Soft, Duty::None].map(|duty| {
        let mut verbs: Vec<(String, Verb)> = Verb::ALL
            .iter()
            .filter(|verb| verb.duty() == duty)
            .map(|verb| (voice.t(&verb_key(*verb)).into_owned(), *verb))
            .collect();
        voice.collate(&mut verbs, |(name, _)| name);
        let choices = verbs.into_iter().map(|(name, verb)| Choice::new(verb.code(), name)).collect();
        ChoiceGroup { label: voice.t(duty_key(duty)).into_owned().into(), choices }
    });
    groups.into()
}

/// Rules that are offered to whoever types one, as they are kept.
const OFFERED: [&str; 10] = [
    "3 months after adoption",
    "60 days after meeting end",
    "by 2004-12-31",
    "at next meeting",
    "before next meeting",
    "at next meeting of RCGM",
    "at each meeting",
    "every 6 months",
    "every 6 months between meetings of RCGM",
    "30 days after event: receipt of the request",
];

/// Draws the rules that are offered, each with what it says.
fn rules(voice: &Voice) -> Markup {
    let say = voiced(voice);
    let said = |rule: &str| rule.parse::<DueRule>().map(|rule| rule_in_words(&rule, &say)).unwrap_or_default();
    html! { datalist #rules { @for rule in OFFERED { option value=(rule) { (said(rule)) } } } }
}

fn link(voice: &Voice, filled: &Filled, row: usize) -> Markup {
    let (kind, to) = (format!("link_kind_{row}"), format!("link_to_{row}"));
    let numbered = |key: &str| voice.tn(key, &[("number", row.into())]).into_owned();
    let to = Field::labelled(&to, numbered("decisions-link-to"))
        .hint("decisions-link-to-hint")
        .optional()
        .mono()
        .max_length(60);
    html! {
        (fields::select(voice, filled, &Field::labelled(&kind, numbered("decisions-link-kind")).optional(), &kinds(voice)))
        (fields::text_input(voice, filled, &to.autocomplete("off")))
    }
}

/// Answers the kinds of links to choose from.
pub(super) fn kinds<'a>(voice: &Voice) -> Vec<Choice<'a>> {
    LinkKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()).into_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_that_is_offered_is_one() {
        for rule in OFFERED {
            assert!(rule.parse::<DueRule>().is_ok(), "{rule}");
        }
    }
}
