//! What can be said of parties, bodies and terms. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use jiff::civil::Date;
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};

use super::class::{BodyKind, Chair, Class, Field, Names, Part};
use crate::meetings::Symbol;

/// Declares the entries of the room: each kind with its Rust name, its code and its payload.
macro_rules! entries {
    ($($(#[$doc:meta])* $variant:ident = $kind:literal),+ $(,)?) => {
        /// One entry of the room.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum MemberEntry { $($(#[$doc])* $variant($variant)),+ }

        impl MemberEntry {
            /// Reads an entry of the journal; none for a kind that this room does not have.
            pub(super) fn read(kind: &str, payload: &[u8]) -> Option<Result<Self, minicbor::decode::Error>> {
                match kind {
                    $($kind => Some(minicbor::decode(payload).map(MemberEntry::$variant)),)+
                    _ => None,
                }
            }
        }

        impl Entry for MemberEntry {
            fn room() -> &'static Room {
                &super::ROOM
            }

            fn kind(&self) -> Name {
                match self { $(MemberEntry::$variant(_) => const { Name::literal($kind) }),+ }
            }

            fn payload(&self) -> Vec<u8> {
                // Writing to a vector cannot fail.
                match self { $(MemberEntry::$variant(said) => minicbor::to_vec(said)),+ }.unwrap_or_default()
            }
        }
    };
}

entries! {
    /// A party of the profile is written down as it stood, before anything else is said of it.
    Founded = "founded",
    /// Somebody asks to be admitted.
    Applied = "applied",
    /// A point of the checklist is answered.
    Answered = "answered",
    /// Somebody is admitted by a decision.
    Admitted = "admitted",
    /// Somebody is refused by a decision.
    Refused = "refused",
    /// Somebody takes their application back.
    Withdrawn = "withdrawn",
    /// Somebody is invited to one meeting.
    Invited = "invited",
    /// A party is one until a day.
    Ended = "ended",
    /// An authority of a party is named.
    Institution = "institution",
    /// An authority is one until a day.
    InstitutionEnded = "institution_ended",
    /// Who sits in a delegation, whole: what was said before no longer holds.
    Delegation = "delegation",
    /// A body is set up, or has another form from a day on.
    Body = "body",
    /// A body sits no more after a day.
    BodyEnded = "body_ended",
    /// A State presides from a day on.
    Term = "term",
    /// A State presides until a day.
    TermEnded = "term_ended",
}

/// See [`MemberEntry::Founded`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Founded {
    /// Its code.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub party: StateCode,
    /// What it was.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub class: Class,
    /// Its name.
    #[n(2)]
    pub names: Names,
    /// Its first day.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub first_on: Date,
}

/// See [`MemberEntry::Applied`]. Its number is the position of its entry.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Applied {
    /// The code that it has, or will have.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub party: StateCode,
    /// What it wants to be.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub class: Class,
    /// Its name.
    #[n(2)]
    pub names: Names,
    /// Day of its letter.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub applied_on: Date,
    /// What to know of it.
    #[n(4)]
    pub note: String,
}

/// See [`MemberEntry::Answered`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Answered {
    /// Number of the application.
    #[n(0)]
    pub application: u64,
    /// Code of the point.
    #[n(1)]
    pub point: String,
    /// Whether it is fulfilled.
    #[n(2)]
    pub met: bool,
    /// By what.
    #[n(3)]
    pub note: String,
}

/// See [`MemberEntry::Admitted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Admitted {
    /// Number of the application.
    #[n(0)]
    pub application: u64,
    /// First day.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub first_on: Date,
    /// Symbol of the decision.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub decision: Symbol,
}

/// See [`MemberEntry::Refused`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Refused {
    /// Number of the application.
    #[n(0)]
    pub application: u64,
    /// Day of the decision.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub on: Date,
    /// Symbol of the decision.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub decision: Symbol,
}

/// See [`MemberEntry::Withdrawn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Withdrawn {
    /// Number of the application.
    #[n(0)]
    pub application: u64,
    /// Day of the letter that says so.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub on: Date,
}

/// See [`MemberEntry::Invited`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Invited {
    /// The code that the guest has.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub party: StateCode,
    /// Its name.
    #[n(1)]
    pub names: Names,
    /// The meeting, with which it goes.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub meeting: Symbol,
    /// From which day its people get in.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub first_on: Date,
    /// What to know of it.
    #[n(4)]
    pub note: String,
}

/// See [`MemberEntry::Ended`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Ended {
    /// The party.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub party: StateCode,
    /// Its last day.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub last_on: Date,
    /// Symbol of the decision; none where the party went by itself.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub decision: Option<Symbol>,
    /// Why.
    #[n(3)]
    pub note: String,
}

/// See [`MemberEntry::Institution`]. Its number is the position of its entry.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Institution {
    /// Whose it is.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub party: StateCode,
    /// What it stands for.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) field: Field,
    /// Its name.
    #[n(2)]
    pub names: Names,
    /// First day.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub first_on: Date,
}

/// See [`MemberEntry::InstitutionEnded`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct InstitutionEnded {
    /// Number of the institution.
    #[n(0)]
    pub institution: u64,
    /// Its last day.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub last_on: Date,
}

/// See [`MemberEntry::Delegation`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Delegation {
    /// Whose it is.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub party: StateCode,
    /// The meeting; none for the delegation between meetings.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub meeting: Option<Symbol>,
    /// Who sits there, in the order of precedence.
    #[n(2)]
    pub seats: Vec<Seat>,
}

/// One seat of a delegation. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Seat {
    /// What somebody does there.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) part: Part,
    /// What they are at home, such as Vice-Minister; never a name.
    #[n(1)]
    pub office: String,
    /// Number of their institution.
    #[n(2)]
    pub institution: u64,
}

/// See [`MemberEntry::Body`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Body {
    /// Its short name, which stays when it is renamed.
    #[n(0)]
    pub code: String,
    /// First day of this form of it.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub first_on: Date,
    /// What it is.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) kind: BodyKind,
    /// What it is called.
    #[n(3)]
    pub names: Names,
    /// Short name of the body that it belongs to.
    #[n(4)]
    pub parent: Option<String>,
    /// How often a year it meets; 0 where no number is laid down.
    #[n(5)]
    pub meetings_a_year: u16,
    /// Who chairs it.
    #[n(6)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) chair: Chair,
    /// State that co-ordinates it.
    #[n(7)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub coordinator: Option<StateCode>,
    /// Symbol of the decision.
    #[n(8)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub decision: Option<Symbol>,
}

/// See [`MemberEntry::BodyEnded`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct BodyEnded {
    /// Its short name.
    #[n(0)]
    pub code: String,
    /// Its last day.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub last_on: Date,
}

/// See [`MemberEntry::Term`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Term {
    /// The State that presides.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub party: StateCode,
    /// First day.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub first_on: Date,
    /// Last day; none where nobody said yet when it ends.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub last_on: Option<Date>,
    /// Symbol of the decision; none where it was agreed otherwise.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub decision: Option<Symbol>,
}

/// See [`MemberEntry::TermEnded`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct TermEnded {
    /// The State that presides.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub party: StateCode,
    /// First day of the term.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub first_on: Date,
    /// Its last day.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub last_on: Date,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn names() -> Names {
        Names { en: "E".to_owned(), es: "S".to_owned(), fr: "F".to_owned() }
    }

    fn all() -> Vec<MemberEntry> {
        let party: StateCode = "UTO".parse().expect("a code");
        let symbol: Symbol = "LAG/II".parse().expect("a symbol");
        let (day, note) = (date(2003, 5, 29), "N".to_owned());
        let seat = Seat { part: Part::Head, office: "O".to_owned(), institution: 7 };
        let (code, class, decision) = ("B".to_owned(), Class::Member, symbol.clone());
        let body = Body {
            code: code.clone(),
            first_on: day,
            kind: BodyKind::Group,
            names: names(),
            parent: None,
            meetings_a_year: 2,
            chair: Chair::Coordinating,
            coordinator: Some(party),
            decision: Some(symbol.clone()),
        };
        vec![
            MemberEntry::Founded(Founded { party, class, names: names(), first_on: day }),
            MemberEntry::Applied(Applied { party, class, names: names(), applied_on: day, note: note.clone() }),
            MemberEntry::Answered(Answered { application: 7, point: "p".to_owned(), met: true, note: note.clone() }),
            MemberEntry::Admitted(Admitted { application: 7, first_on: day, decision: decision.clone() }),
            MemberEntry::Refused(Refused { application: 7, on: day, decision }),
            MemberEntry::Withdrawn(Withdrawn { application: 7, on: day }),
            MemberEntry::Invited(Invited {
                party,
                names: names(),
                meeting: symbol.clone(),
                first_on: day,
                note: note.clone(),
            }),
            MemberEntry::Ended(Ended { party, last_on: day, decision: None, note }),
            MemberEntry::Institution(Institution { party, field: Field::Interior, names: names(), first_on: day }),
            MemberEntry::InstitutionEnded(InstitutionEnded { institution: 7, last_on: day }),
            MemberEntry::Delegation(Delegation { party, meeting: Some(symbol), seats: vec![seat] }),
            MemberEntry::Body(body),
            MemberEntry::BodyEnded(BodyEnded { code, last_on: day }),
            MemberEntry::Term(Term { party, first_on: day, last_on: None, decision: None }),
            MemberEntry::TermEnded(TermEnded { party, first_on: day, last_on: day }),
        ]
    }

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            ("founded", "846355544f666d656d626572836145615361466a323030332d30352d3239"),
            ("applied", "856355544f666d656d626572836145615361466a323030332d30352d3239614e"),
            ("answered", "84076170f5614e"),
            ("admitted", "83076a323030332d30352d3239664c41472f4949"),
            ("refused", "83076a323030332d30352d3239664c41472f4949"),
            ("withdrawn", "82076a323030332d30352d3239"),
            ("invited", "856355544f83614561536146664c41472f49496a323030332d30352d3239614e"),
            ("ended", "846355544f6a323030332d30352d3239f6614e"),
            ("institution", "846355544f68696e746572696f72836145615361466a323030332d30352d3239"),
            ("institution_ended", "82076a323030332d30352d3239"),
            ("delegation", "836355544f664c41472f494981836468656164614f07"),
            (
                "body",
                "8961426a323030332d30352d32396567726f757083614561536146f6026c636f6f7264696e6174696e676355544f664c41472f4949",
            ),
            ("body_ended", "8261426a323030332d30352d3239"),
            ("term", "826355544f6a323030332d30352d3239"),
            ("term_ended", "836355544f6a323030332d30352d32396a323030332d30352d3239"),
        ];
        let entries = all();
        assert_eq!(entries.len(), golden.len());
        for (entry, (kind, bytes)) in entries.iter().zip(golden) {
            assert_eq!((entry.kind().as_str(), &*hex::encode(entry.payload())), (kind, bytes));
            let read = MemberEntry::read(kind, &entry.payload()).and_then(Result::ok);
            assert_eq!(read.as_ref(), Some(entry), "{kind} comes back");
        }
        assert!(MemberEntry::read("elected", &[]).is_none());
    }
}
