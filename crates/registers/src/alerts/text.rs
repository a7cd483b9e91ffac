//! What an alert says: of whom, and, sealed, why and what to do.
//!
//! Frozen as the journal's payload: fields are added at the end, never edited. The two parts rest in two tables, the sealed one closed
//! under a key, and it is read under a permit of its own.

use base::store::Rests;
use jiff::civil::Date;
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::born::Born;
use super::coded::{Action, BasisKind, Category, Offence, Sex, Stance};
use super::handling::Handling;
use super::traits::Traits;

/// The most characters of a part of a name.
pub const NAME_CHARS_MAX: usize = 80;

/// The most characters of a reason.
pub const REASON_CHARS_MAX: usize = 500;

/// The most characters that name an authority or a decision.
pub const AUTHORITY_CHARS_MAX: usize = 120;

/// Everything an author says in one version of an alert.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct AlertText {
    /// Of whom.
    #[n(0)]
    pub subject: Subject,
    /// Why, and what to do.
    #[n(1)]
    pub sealed: Sealed,
    /// What may not be done with it; absent where nothing is restricted, and in what was written before there were codes.
    #[n(2)]
    pub handling: Option<Handling>,
}

/// The same as it rests, in the journal's payload and in two tables: whom it is about in clear, the rest closed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct RestingText {
    /// Of whom: a comparison needs it.
    #[n(0)]
    pub subject: Subject,
    /// Why, and what to do; in clear in what was written before it was closed.
    #[n(1)]
    pub sealed: Rests<Sealed>,
    /// As of [`AlertText`].
    #[n(2)]
    pub handling: Option<Handling>,
}

/// Who it is about: names, birth, sex. There is no other field.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Subject {
    /// Given names; may be empty.
    #[n(0)]
    pub given: String,
    /// First or only surname.
    #[n(1)]
    pub paternal: String,
    /// Second surname; may be empty.
    #[n(2)]
    pub maternal: String,
    /// Birth, as well as it is known.
    #[n(3)]
    #[cbor(with = "super::frozen::text")]
    pub born: Born,
    /// Sex, as documents write it.
    #[n(4)]
    pub sex: Sex,
}

/// Why somebody is looked for and what is asked for. Never in a list, an address or a log.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Sealed {
    /// Why, in the author's words.
    #[n(0)]
    pub reason: String,
    /// What to do.
    #[n(1)]
    pub action: Action,
    /// The offence, of an accusing alert.
    #[n(2)]
    pub offence: Option<Offence>,
    /// The authority that asks for it.
    #[n(3)]
    pub authority: String,
    /// The decision it rests on; may be missing while it is a draft.
    #[n(4)]
    pub basis: Option<Basis>,
    /// Physical traits, where they are strictly necessary to identify the person; absent in what was written before there were any.
    #[n(5)]
    pub traits: Option<Traits>,
}

/// A national decision.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Basis {
    /// Who decided.
    #[n(0)]
    pub kind: BasisKind,
    /// How the authority cites it.
    #[n(1)]
    pub reference: String,
    /// When it was made.
    #[n(2)]
    #[cbor(with = "super::frozen::text")]
    pub decided_on: Date,
    /// The last day on which it holds, where it says one.
    #[n(3)]
    #[cbor(with = "super::frozen::text_or_none")]
    pub holds_until: Option<Date>,
}

/// What is wrong with a text, as a field and the key of what is said about it.
pub type Wrong = (&'static str, &'static str);

impl AlertText {
    /// Answers what keeps a text out of the register altogether, draft or not.
    pub fn faults(&self, category: Category, today: Date) -> Vec<Wrong> {
        let mut faults = Vec::new();
        let (born, sealed) = (self.subject.born, &self.sealed);
        // G-03: who may be a child carries a child's category, and nobody else does.
        match (category.of_child(), born.may_be_child(today)) {
            (false, true) => faults.push(("category", "alerts-fault-may-be-child")),
            (true, false) => faults.push(("category", "alerts-fault-grown-up")),
            _ => {}
        }
        if born.earliest() > today {
            faults.push(("born", "alerts-fault-born-later"));
        }
        // G-06: an estimate protects; it does not accuse.
        if born.is_estimated() && category.stance() != Stance::Protective {
            faults.push(("born", "alerts-fault-estimated"));
        }
        if !category.actions().contains(&sealed.action) {
            faults.push(("action", "alerts-fault-action"));
        }
        match (category.stance(), sealed.offence, category.offence()) {
            (Stance::Accusing, Some(offence), Some(only)) if offence != only => {
                faults.push(("offence", "alerts-fault-offence-other"));
            }
            (Stance::Protective | Stance::Witness, Some(_), _) => faults.push(("offence", "alerts-fault-offence-none")),
            _ => {}
        }
        if let Some(basis) = &sealed.basis {
            if basis.decided_on > today {
                faults.push(("decided_on", "alerts-fault-decided-later"));
            }
            if basis.holds_until.is_some_and(|last| last < basis.decided_on) {
                faults.push(("holds_until", "alerts-fault-holds-before"));
            }
        }
        faults
    }

    /// Answers what keeps a text from being more than a draft.
    pub fn missing(&self, category: Category) -> Vec<Wrong> {
        let mut missing = Vec::new();
        let sealed = &self.sealed;
        // G-04: nobody is accused without an offence of the list and a decision, nor captured without a judge's.
        if category.stance() == Stance::Accusing && sealed.offence.is_none() {
            missing.push(("offence", "alerts-fault-offence-missing"));
        }
        match &sealed.basis {
            None if category.stance() != Stance::Protective => missing.push(("basis", "alerts-fault-basis-missing")),
            Some(basis) if category.needs_judge() && basis.kind != BasisKind::Judicial => {
                missing.push(("basis", "alerts-fault-basis-judge"));
            }
            _ => {}
        }
        missing
    }

    /// Answers the last day of the decision it rests on, where that says one.
    pub fn holds_until(&self) -> Option<Date> {
        self.sealed.basis.as_ref().and_then(|basis| basis.holds_until)
    }
}

impl Subject {
    /// Answers the names by which two records of one person are told here: folded, in the order of their roles.
    pub fn folded(&self) -> String {
        [&self.paternal, &self.maternal, &self.given].map(|part| folded(part)).join("|")
    }
}

/// Answers the hash of a version as it rests, to which a second person's word is bound: what is closed opens to one text alone.
pub fn version_hash(alert: Uuid, version: u32, text: &RestingText) -> [u8; 32] {
    // Writing to a vector cannot fail.
    let body = minicbor::to_vec(text).unwrap_or_default();
    let mut hasher = Sha256::new();
    hasher.update(alert.as_bytes());
    hasher.update(version.to_be_bytes());
    hasher.update(body);
    hasher.finalize().into()
}

/// Writes a name small, without the accents of our languages and without what stands between its words.
pub(super) fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    };
    let letters: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::handling::HandlingCode;
    use super::super::samples;
    use super::super::traits::{BodyPlace, Eyes, HeightBand, Mark, Marked};
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 3, 2);

    /// A text as it rested before anything was closed.
    fn clear(text: &AlertText) -> RestingText {
        let AlertText { subject, sealed, handling } = text.clone();
        RestingText { subject, sealed: Rests::Clear(sealed), handling }
    }

    fn faults(category: Category, change: impl FnOnce(&mut AlertText)) -> Vec<Wrong> {
        let mut text = samples::text(category);
        change(&mut text);
        text.faults(category, TODAY)
    }

    fn missing(category: Category, change: impl FnOnce(&mut AlertText)) -> Vec<Wrong> {
        let mut text = samples::text(category);
        change(&mut text);
        text.missing(category)
    }

    fn born(text: &str) -> Born {
        text.parse().unwrap()
    }

    #[test]
    fn every_sample_is_whole() {
        for category in Category::ALL {
            assert_eq!(faults(*category, |_| ()), [], "{category}");
            assert_eq!(missing(*category, |_| ()), [], "{category}");
        }
    }

    /// G-03, G-02: whoever may be under eighteen carries a child's alert and no other, and an adult carries none.
    #[test]
    fn a_possible_minor_carries_a_childs_category_alone() {
        for category in Category::ALL.iter().filter(|category| !category.of_child()) {
            for young in ["2008-03-03", "2008-03", "2008", "2015"] {
                let found = faults(*category, |text| text.subject.born = born(young));
                assert!(found.contains(&("category", "alerts-fault-may-be-child")), "{category} {young}");
            }
            assert_eq!(faults(*category, |text| text.subject.born = born("2008-03-02")), [], "eighteen today");
        }
        for category in Category::ALL.iter().filter(|category| category.of_child()) {
            let found = faults(*category, |text| text.subject.born = born("2008-03-02"));
            assert_eq!(found, [("category", "alerts-fault-grown-up")]);
        }
    }

    /// G-06: an estimated age is enough to protect somebody, and not to accuse them.
    #[test]
    fn an_estimate_accuses_nobody() {
        assert_eq!(faults(Category::MissingVulnerable, |text| text.subject.born = born("1980/1985")), []);
        for category in [Category::CaptureTrafficking, Category::ImpedimentExit, Category::LocateWitness] {
            let found = faults(category, |text| text.subject.born = born("1980/1985"));
            assert_eq!(found, [("born", "alerts-fault-estimated")]);
        }
    }

    /// G-04: a capture without offence, authority's decision or a judge stays a draft.
    #[test]
    fn nobody_is_accused_without_a_decision_nor_captured_without_a_judge() {
        let judge = |text: &mut AlertText| text.sealed.basis.as_mut().unwrap().kind = BasisKind::National;
        assert_eq!(missing(Category::CaptureTrafficking, judge), [("basis", "alerts-fault-basis-judge")]);
        assert_eq!(missing(Category::CaptureExploitation, judge), [("basis", "alerts-fault-basis-judge")]);
        assert_eq!(missing(Category::ImpedimentEntry, judge), []);
        for category in Category::ALL.iter().filter(|category| category.stance() == Stance::Accusing) {
            let none = |text: &mut AlertText| {
                text.sealed.basis = None;
                text.sealed.offence = None;
            };
            let both = [("offence", "alerts-fault-offence-missing"), ("basis", "alerts-fault-basis-missing")];
            assert_eq!(missing(*category, none), both, "{category}");
        }
        assert_eq!(
            faults(Category::CaptureTrafficking, |text| text.sealed.offence = Some(Offence::Exploitation)),
            [("offence", "alerts-fault-offence-other")]
        );
    }

    /// G-02: somebody to be protected is charged with nothing, and nothing is done to them that is done to the accused.
    #[test]
    fn a_protective_alert_has_no_offence_and_no_hard_action() {
        for category in Category::ALL.iter().filter(|category| category.stance() == Stance::Protective) {
            let offence = |text: &mut AlertText| text.sealed.offence = Some(Offence::Trafficking);
            assert_eq!(faults(*category, offence), [("offence", "alerts-fault-offence-none")]);
            for action in [Action::Detain, Action::RefuseEntry] {
                let hard = |text: &mut AlertText| text.sealed.action = action;
                assert_eq!(faults(*category, hard), [("action", "alerts-fault-action")]);
            }
        }
    }

    #[test]
    fn a_decision_is_made_before_today_and_ends_after_it_was_made() {
        let later = |text: &mut AlertText| text.sealed.basis.as_mut().unwrap().decided_on = date(2026, 3, 3);
        assert_eq!(faults(Category::ImpedimentExit, later), [("decided_on", "alerts-fault-decided-later")]);
        let turned = |text: &mut AlertText| text.sealed.basis.as_mut().unwrap().holds_until = Some(date(2020, 1, 1));
        assert_eq!(faults(Category::ImpedimentExit, turned), [("holds_until", "alerts-fault-holds-before")]);
    }

    #[test]
    fn names_are_folded_and_keep_their_roles() {
        let mut one = samples::text(Category::LocateWitness).subject;
        (one.given, one.paternal, one.maternal) = ("María-José".into(), "Núñez".into(), "d’Ávila".into());
        let mut other = one.clone();
        (other.given, other.paternal, other.maternal) = ("MARIA  JOSE".into(), "NUNEZ".into(), "D AVILA".into());
        assert_eq!(one.folded(), other.folded());
        std::mem::swap(&mut other.paternal, &mut other.maternal);
        assert_ne!(one.folded(), other.folded());
    }

    #[test]
    fn a_version_is_known_by_all_that_it_says() {
        let text = samples::text(Category::CaptureTrafficking);
        let hash = version_hash(Uuid::nil(), 1, &clear(&text));
        let mut other = text.clone();
        other.sealed.reason.push('.');
        assert!(
            version_hash(Uuid::nil(), 1, &clear(&other)) != hash && version_hash(Uuid::nil(), 2, &clear(&text)) != hash
        );
        let bytes = minicbor::to_vec(&text).unwrap();
        assert_eq!(minicbor::decode::<AlertText>(&bytes).unwrap(), text);
    }

    /// G-09, G-28: what was written before there were traits and codes is read as before, written as before, and known by the hash
    /// to which a second person's word was bound; with both it ends in fields that were not there.
    #[test]
    fn g_09_g_28_a_text_of_before_is_read_and_hashed_as_before() {
        let before = "828563416e6168466963746963696f6067313937392d31310085724d6f7469766f2028666963746963696f292e0400674a757a6761646f8300654558502d316a323032362d30312d3135";
        let with_all = "838563416e6168466963746963696f6067313937392d31310086724d6f7469766f2028666963746963696f292e0400674a757a6761646f8300654558502d316a323032362d30312d3135848182000600026b486f6dc3b36e696d6f732e82830001026a44652070616c61627261";
        let id = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
        let old: AlertText = minicbor::decode(&hex::decode(before).unwrap()).unwrap();
        assert_eq!((&old.sealed.traits, &old.handling), (&None, &None));
        assert_eq!(hex::encode(minicbor::to_vec(&old).unwrap()), before);
        assert_eq!(
            hex::encode(version_hash(id, 1, &clear(&old))),
            "b85177783b5734de08fa30b356bd17093c59c457b22918c591f591725721777a"
        );
        let mut new = old.clone();
        new.sealed.traits = Some(Traits {
            marks: vec![Marked { mark: Mark::Scar, place: BodyPlace::LeftHand }],
            eyes: Some(Eyes::Brown),
            height: Some(HeightBand::From165),
            needed: "Homónimos.".to_owned(),
        });
        let codes = HandlingCode::ALL.to_vec();
        new.handling = Some(Handling { codes, restriction: Some("De palabra".to_owned()) });
        assert_eq!(hex::encode(minicbor::to_vec(&new).unwrap()), with_all);
        assert_eq!(minicbor::decode::<AlertText>(&hex::decode(with_all).unwrap()).unwrap(), new);
        assert_ne!(
            version_hash(id, 1, &clear(&new)),
            version_hash(id, 1, &clear(&old)),
            "a second person confirms both"
        );
    }
}
