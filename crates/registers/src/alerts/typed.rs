//! An alert as it is typed or sent: every field a text, read with every fault there is.

use base::web::{Filled, InputFault, Said};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::born::{Born, NotABirth};
use super::coded::{Action, BasisKind, Category, Offence, Sex};
use super::handling::Handling;
use super::screen::unwelcome;
use super::text::{AUTHORITY_CHARS_MAX, AlertText, Basis, NAME_CHARS_MAX, REASON_CHARS_MAX, Sealed, Subject};
use super::traits;

/// An alert on a person as it is written down. There is no other field (G-07).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({
    "category": "vulnerable_at_risk", "given": "Specimen", "paternal": "Ficticio", "maternal": "Utopía",
    "born": "1979-11", "sex": "unknown", "reason": "Motivo inventado (ficticio).", "action": "protect",
    "authority": "Fiscalía de Utopía (ficticia)"
}))]
pub struct PersonAlertSent {
    /// Code of the category, as `missing_child`.
    pub category: String,
    /// Given names.
    pub given: String,
    /// First or only surname.
    pub paternal: String,
    /// Second surname.
    pub maternal: String,
    /// Birth: `1987-12-03`, `1987-12`, `1987`; of whom is to be protected also an estimate, `2010/2014`.
    pub born: String,
    /// `F`, `M`, `X` or `unknown`.
    pub sex: String,
    /// Why, in at most 500 characters. Sealed.
    pub reason: String,
    /// What to do: `protect`, `locate`, `prevent_exit`, `refuse_entry`, `detain` or `ask_owner`. Sealed.
    pub action: String,
    /// `trafficking` or `exploitation`, of an accusing alert alone. Sealed.
    pub offence: String,
    /// The authority that asks for it. Sealed.
    pub authority: String,
    /// Who decided: `judicial` or `national`; empty while there is no decision. Sealed.
    pub basis: String,
    /// How the authority cites its decision. Sealed.
    pub decision: String,
    /// The day of the decision, `YYYY-MM-DD`. Sealed.
    pub decided_on: String,
    /// The last day on which it holds, `YYYY-MM-DD`; empty where it says none. Sealed.
    pub holds_until: String,
    /// What may not be done with what it says: any of `H1`, `H2`, `H3`, with blanks between; empty where nothing is restricted.
    pub handling: String,
    /// What H3 restricts, in at most 200 characters.
    pub restriction: String,
    /// `scar`, `tattoo`, `birthmark`, `missing_limb` or `missing_finger`; empty for none. Sealed, as all traits are.
    pub mark: String,
    /// Where: `head`, `face`, `neck`, `trunk`, or `left_` or `right_` before `arm`, `hand`, `leg` or `foot`.
    pub mark_place: String,
    /// Another mark.
    pub other_mark: String,
    /// Where that is.
    pub other_mark_place: String,
    /// `brown`, `black`, `blue`, `green`, `grey` or `two_colours`; empty where it does not matter.
    pub eyes: String,
    /// `under_150`, `150_164`, `165_179`, `180_194` or `from_195` centimetres; empty where it does not matter.
    pub height_band: String,
    /// `yes`: traits are strictly necessary to identify the person. Without it none are kept.
    pub traits_needed: String,
    /// Why, in at most 300 characters.
    pub traits_why: String,
}

/// The names of all fields, as forms have them.
pub(super) const FIELDS: [&str; 24] = [
    "category",
    "given",
    "paternal",
    "maternal",
    "born",
    "sex",
    "reason",
    "action",
    "offence",
    "authority",
    "basis",
    "decision",
    "decided_on",
    "holds_until",
    "handling",
    "restriction",
    "mark",
    "mark_place",
    "other_mark",
    "other_mark_place",
    "eyes",
    "height_band",
    "traits_needed",
    "traits_why",
];

impl PersonAlertSent {
    /// Takes what a form sent.
    pub(super) fn of_form(filled: &Filled) -> Self {
        let typed = |name: &str| filled.typed(name).to_owned();
        PersonAlertSent {
            category: typed("category"),
            given: typed("given"),
            paternal: typed("paternal"),
            maternal: typed("maternal"),
            born: typed("born"),
            sex: typed("sex"),
            reason: typed("reason"),
            action: typed("action"),
            offence: typed("offence"),
            authority: typed("authority"),
            basis: typed("basis"),
            decision: typed("decision"),
            decided_on: typed("decided_on"),
            holds_until: typed("holds_until"),
            // One box for each code.
            handling: filled.chosen("handling").collect::<Vec<_>>().join(" "),
            restriction: typed("restriction"),
            mark: typed("mark"),
            mark_place: typed("mark_place"),
            other_mark: typed("other_mark"),
            other_mark_place: typed("other_mark_place"),
            eyes: typed("eyes"),
            height_band: typed("height_band"),
            traits_needed: typed("traits_needed"),
            traits_why: typed("traits_why"),
        }
    }

    /// Writes an alert as it would be typed, to be corrected.
    pub(super) fn of(category: Category, text: &AlertText) -> Self {
        let (subject, sealed) = (&text.subject, &text.sealed);
        let basis = sealed.basis.as_ref();
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let traits = sealed.traits.as_ref();
        let marked = |at: usize| traits.and_then(|traits| traits.marks.get(at));
        let mark = |at| marked(at).map_or_else(String::new, |one| one.mark.code().to_owned());
        let place = |at| marked(at).map_or_else(String::new, |one| one.place.code().to_owned());
        let (eyes, height) = (traits.and_then(|traits| traits.eyes), traits.and_then(|traits| traits.height));
        PersonAlertSent {
            category: category.code().to_owned(),
            given: subject.given.clone(),
            paternal: subject.paternal.clone(),
            maternal: subject.maternal.clone(),
            born: subject.born.to_string(),
            sex: subject.sex.code().to_owned(),
            reason: sealed.reason.clone(),
            action: sealed.action.code().to_owned(),
            offence: sealed.offence.map_or_else(String::new, |offence| offence.code().to_owned()),
            authority: sealed.authority.clone(),
            basis: basis.map_or_else(String::new, |basis| basis.kind.code().to_owned()),
            decision: basis.map_or_else(String::new, |basis| basis.reference.clone()),
            decided_on: day(basis.map(|basis| basis.decided_on)),
            holds_until: day(basis.and_then(|basis| basis.holds_until)),
            handling: text.handling.as_ref().map_or_else(String::new, Handling::said),
            restriction: text.handling.as_ref().and_then(|handling| handling.restriction.clone()).unwrap_or_default(),
            mark: mark(0),
            mark_place: place(0),
            other_mark: mark(1),
            other_mark_place: place(1),
            eyes: eyes.map_or_else(String::new, |eyes| eyes.code().to_owned()),
            height_band: height.map_or_else(String::new, |height| height.code().to_owned()),
            traits_needed: traits.map_or_else(String::new, |_| "yes".to_owned()),
            traits_why: traits.map_or_else(String::new, |traits| traits.needed.clone()),
        }
    }

    /// Answers what is in all fields, in their order.
    pub(super) fn values(&self) -> [&str; FIELDS.len()] {
        [
            &self.category,
            &self.given,
            &self.paternal,
            &self.maternal,
            &self.born,
            &self.sex,
            &self.reason,
            &self.action,
            &self.offence,
            &self.authority,
            &self.basis,
            &self.decision,
            &self.decided_on,
            &self.holds_until,
            &self.handling,
            &self.restriction,
            &self.mark,
            &self.mark_place,
            &self.other_mark,
            &self.other_mark_place,
            &self.eyes,
            &self.height_band,
            &self.traits_needed,
            &self.traits_why,
        ]
    }

    /// Fills a form in.
    pub(super) fn filled(&self) -> Filled {
        let fields = FIELDS.iter().zip(self.values()).filter(|(name, _)| **name != "handling");
        let filled = fields.fold(Filled::new(), |filled, (name, value)| filled.with(name, value));
        self.handling.split_whitespace().fold(filled, |filled, code| filled.with("handling", code))
    }

    /// Reads an alert, on a given day.
    ///
    /// Errors: every fault there is, by its field.
    pub(super) fn read(&self, today: Date) -> Result<(Category, AlertText), Vec<InputFault>> {
        let mut faults = Faults::default();
        let category = faults.take("category", listed(&self.category, Category::read));
        let subject = self.subject(&mut faults);
        let sealed = self.sealed(&mut faults);
        let codes: Vec<String> = self.handling.split_whitespace().map(str::to_owned).collect();
        let handling = Handling::read(&codes, &self.restriction).map_err(|all| faults.0.extend(all)).ok();
        if let (Some(category), Some(subject), Some(sealed), Some(handling)) = (category, subject, sealed, handling) {
            let text = AlertText { subject, sealed, handling };
            for (field, key) in text.faults(category, today) {
                faults.0.push(InputFault::field(field, "not-allowed", Said::plain(key)));
            }
            if faults.0.is_empty() {
                return Ok((category, text));
            }
        }
        Err(faults.0)
    }

    fn subject(&self, faults: &mut Faults) -> Option<Subject> {
        let given = faults.take("given", short(&self.given, 0, NAME_CHARS_MAX));
        // G-06: one surname at least.
        let paternal = faults.take("paternal", short(&self.paternal, 1, NAME_CHARS_MAX));
        let maternal = faults.take("maternal", short(&self.maternal, 0, NAME_CHARS_MAX));
        let born = faults.take("born", born(&self.born));
        let sex = faults.take("sex", listed(&self.sex, Sex::read));
        Some(Subject { given: given?, paternal: paternal?, maternal: maternal?, born: born?, sex: sex? })
    }

    fn sealed(&self, faults: &mut Faults) -> Option<Sealed> {
        let reason = faults.take("reason", free(&self.reason, REASON_CHARS_MIN, REASON_CHARS_MAX));
        let action = faults.take("action", listed(&self.action, Action::read));
        let offence = faults.take("offence", optional(&self.offence, Offence::read));
        let authority = faults.take("authority", short(&self.authority, 3, AUTHORITY_CHARS_MAX));
        let basis = self.basis(faults);
        let traits = self.traits().read().map_err(|all| faults.0.extend(all)).ok();
        Some(Sealed {
            reason: reason?,
            action: action?,
            offence: offence?,
            authority: authority?,
            basis: basis?,
            traits: traits?,
        })
    }

    fn traits(&self) -> traits::Typed<'_> {
        traits::Typed {
            marks: [
                [("mark", &self.mark), ("mark_place", &self.mark_place)],
                [("other_mark", &self.other_mark), ("other_mark_place", &self.other_mark_place)],
            ],
            eyes: &self.eyes,
            height: &self.height_band,
            necessary: &self.traits_needed,
            needed: &self.traits_why,
        }
    }

    /// Reads the decision, which is there whole or not at all.
    fn basis(&self, faults: &mut Faults) -> Option<Option<Basis>> {
        let parts = [&self.basis, &self.decision, &self.decided_on, &self.holds_until];
        if parts.iter().all(|part| part.trim().is_empty()) {
            return Some(None);
        }
        let kind = faults.take("basis", listed(&self.basis, BasisKind::read));
        let reference = faults.take("decision", short(&self.decision, 1, AUTHORITY_CHARS_MAX));
        let decided_on =
            faults.take("decided_on", day(&self.decided_on).and_then(|day| day.ok_or_else(Fault::missing)));
        let holds_until = faults.take("holds_until", day(&self.holds_until));
        let (kind, reference) = (kind?, reference?);
        Some(Some(Basis { kind, reference, decided_on: decided_on?, holds_until: holds_until? }))
    }
}

/// The fewest characters of a reason, a question and a record of proportion.
const REASON_CHARS_MIN: usize = 10;

/// Reads a free text, and asks whether it says what none must (G-07).
fn free(typed: &str, least: usize, most: usize) -> Result<String, Fault> {
    let text = short(typed, least, most)?;
    match unwelcome(&text) {
        Some(word) => Err(Fault { code: "unwelcome", said: Said::plain("alerts-fault-unwelcome").with("word", word) }),
        None => Ok(text),
    }
}

fn born(typed: &str) -> Result<Born, Fault> {
    match typed.trim() {
        "" => Err(Fault::missing()),
        typed => typed.parse().map_err(|error| match error {
            NotABirth::Form => Fault::new("not-a-birth", "alerts-fault-born"),
            NotABirth::Range => Fault::new("not-a-range", "alerts-fault-born-range"),
        }),
    }
}

fn day(typed: &str) -> Result<Option<Date>, Fault> {
    match typed.trim() {
        "" => Ok(None),
        typed if typed.len() == 10 => typed.parse().map(Some).map_err(|_| Fault::new("not-a-day", "alerts-fault-day")),
        _ => Err(Fault::new("not-a-day", "alerts-fault-day")),
    }
}

/// Reads a value of a closed list.
fn listed<T>(code: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
    optional(code, read)?.ok_or_else(Fault::missing)
}

/// Reads a value of a closed list that may be left open.
fn optional<T>(code: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Fault> {
    match code.trim() {
        "" => Ok(None),
        code => read(code).map(Some).ok_or_else(|| Fault::new("no-such-code", "alerts-fault-code")),
    }
}

/// Reads a text of one line: blanks at the ends and doubled ones go, line breaks become blanks.
fn short(typed: &str, least: usize, most: usize) -> Result<String, Fault> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().any(char::is_control) {
        return Err(Fault::new("control-character", "alerts-fault-control"));
    }
    match line.chars().count() {
        0 if least > 0 => Err(Fault::missing()),
        length if length < least => Err(Fault::new("too-short", "alerts-fault-short")),
        length if length > most => {
            Err(Fault { code: "too-long", said: Said::plain("alerts-fault-long").with("most", most) })
        }
        _ => Ok(line),
    }
}

/// Reads a free text of one act: a question, a record of proportion. The field's name comes back with the fault.
pub(super) fn sentence(field: &str, typed: &str, most: usize) -> Result<String, InputFault> {
    free(typed, REASON_CHARS_MIN, most).map_err(|fault| fault.of(field))
}

/// Reads a few words, screened like every free text: a place, an office. May be empty where the least is 0.
pub(super) fn phrase(field: &str, typed: &str, least: usize, most: usize) -> Result<String, InputFault> {
    free(typed, least, most).map_err(|fault| fault.of(field))
}

/// Reads a day that must be there.
pub(super) fn a_day(field: &str, typed: &str) -> Result<Date, InputFault> {
    day(typed).and_then(|day| day.ok_or_else(Fault::missing)).map_err(|fault| fault.of(field))
}

/// What is said of an empty field that has no sentence of its own.
const MISSING: &str = "alerts-fault-missing";

/// What is wrong with a value, before it is known in which field.
struct Fault {
    code: &'static str,
    said: Said,
}

impl Fault {
    fn new(code: &'static str, key: &'static str) -> Self {
        Fault { code, said: Said::plain(key) }
    }

    fn missing() -> Self {
        Fault::new("missing", MISSING)
    }

    fn of(self, field: &str) -> InputFault {
        let said = if self.said.key == MISSING { Said::plain(missing(field)) } else { self.said };
        InputFault::field(field, self.code, said)
    }
}

/// Answers what to say of an empty field: the summary above a form stands apart from the field's label.
fn missing(field: &str) -> &'static str {
    match field {
        "category" => "alerts-fault-missing-category",
        "paternal" => "alerts-fault-missing-paternal",
        "born" => "alerts-fault-missing-born",
        "sex" => "alerts-fault-missing-sex",
        "reason" => "alerts-fault-missing-reason",
        "action" => "alerts-fault-missing-action",
        "authority" => "alerts-fault-missing-authority",
        "basis" => "alerts-fault-missing-basis",
        "decision" => "alerts-fault-missing-decision",
        "decided_on" => "alerts-fault-decided-missing",
        "traits_why" => "alerts-traits-fault-why",
        "to" => "alerts-hand-on-fault-to",
        "what" => "alerts-handling-fault-what",
        "until" => "alerts-handling-fault-until-missing",
        "consented_on" => "alerts-misused-fault-consented",
        "kept_at" => "alerts-misused-fault-kept",
        "taken_by" => "alerts-misused-fault-taken",
        _ => MISSING,
    }
}

#[derive(Default)]
struct Faults(Vec<InputFault>);

impl Faults {
    fn take<T>(&mut self, field: &str, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault.of(field))).ok()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples;
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 3, 2);

    fn typed(category: Category) -> PersonAlertSent {
        PersonAlertSent::of(category, &samples::text(category))
    }

    fn faults(change: impl FnOnce(&mut PersonAlertSent)) -> Vec<(String, &'static str)> {
        let mut typed = typed(Category::CaptureTrafficking);
        change(&mut typed);
        typed.read(TODAY).unwrap_err().into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn what_is_read_can_be_typed_again() {
        for category in Category::ALL {
            let read = typed(*category).read(TODAY).unwrap();
            assert_eq!(read, (*category, samples::text(*category)));
            let form = typed(*category).filled();
            assert_eq!(PersonAlertSent::of_form(&form), typed(*category));
        }
    }

    /// G-06: without a surname, a birth, a reason, an action and an authority nothing is written down.
    #[test]
    fn a_minimum_is_asked_for() {
        let of_nothing = PersonAlertSent::default().read(TODAY).unwrap_err();
        let named: std::collections::BTreeSet<&str> = of_nothing.iter().map(|fault| fault.field.as_str()).collect();
        for field in ["category", "paternal", "born", "sex", "reason", "action", "authority"] {
            assert!(named.contains(field), "{field}");
        }
        assert_eq!(named.len(), 7);
    }

    /// G-01, G-27: a category or an offence of no list is refused by name.
    #[test]
    fn what_is_in_no_list_is_refused() {
        assert_eq!(faults(|t| t.category = "irregular_entry".into()), [("category".to_owned(), "no-such-code")]);
        assert_eq!(faults(|t| t.offence = "sedition".into()), [("offence".to_owned(), "no-such-code")]);
        assert_eq!(faults(|t| t.action = "imprison".into()), [("action".to_owned(), "no-such-code")]);
    }

    /// G-07: a field that is not in the list is refused, and a reason is read.
    #[test]
    fn there_is_no_other_field_and_a_reason_is_read() {
        for field in ["nationality", "religion", "ethnicity", "photo", "height"] {
            let sent = format!("{{\"category\":\"missing_child\",\"{field}\":\"x\"}}");
            assert!(serde_json::from_str::<PersonAlertSent>(&sent).is_err(), "{field}");
        }
        assert_eq!(
            faults(|t| t.reason = "Persona indocumentada y peligrosa".into()),
            [("reason".to_owned(), "unwelcome")]
        );
        assert_eq!(faults(|t| t.reason = "x".repeat(501)), [("reason".to_owned(), "too-long")]);
        assert_eq!(faults(|t| t.reason = "corto".into()), [("reason".to_owned(), "too-short")]);
        // What a second person writes is read as well.
        assert_eq!(sentence("grave", "Es refugiada, según dice.", 500).unwrap_err().code, "unwelcome");
    }

    #[test]
    fn every_fault_is_named_by_its_field() {
        assert_eq!(faults(|t| t.born = "3/12/1987".into()), [("born".to_owned(), "not-a-birth")]);
        assert_eq!(faults(|t| t.born = "1987/1970".into()), [("born".to_owned(), "not-a-range")]);
        assert_eq!(faults(|t| t.decided_on = "15.1.2026".into()), [("decided_on".to_owned(), "not-a-day")]);
        assert_eq!(faults(|t| t.decided_on = String::new()), [("decided_on".to_owned(), "missing")]);
        assert_eq!(faults(|t| t.given = "x".repeat(81)), [("given".to_owned(), "too-long")]);
        assert_eq!(faults(|t| t.given = "a\u{7}b".into()), [("given".to_owned(), "control-character")]);
        assert_eq!(faults(|t| t.born = "2010".into()), [("category".to_owned(), "not-allowed")]);
    }
}
