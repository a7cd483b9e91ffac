//! What can be said of a comment round, and what the server saw. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use conference::by::{Authority, By, Person};
use conference::comments::{Act, Place, Verdict};
use conference::language::TextLanguage;
use conference::recorded::Sequence;
use conference::said::Said;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};

use crate::meetings::Symbol;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CommentEntry {
    /// Everybody is asked for comments on a text.
    Invited(Box<Invited>),
    /// Something is said in a round, or happens to it.
    Acted(Kind, Acted),
}

pub(super) const INVITED: Name = Name::literal("invited");

/// See [`CommentEntry::Invited`]. Who invites, for which party and when stands in the entry's header.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Invited {
    /// Symbol of the round.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) symbol: Symbol,
    /// Title in English.
    #[n(1)]
    pub(crate) title_en: String,
    /// Title in Spanish.
    #[n(2)]
    pub(crate) title_es: String,
    /// The text.
    #[n(3)]
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Who is asked, and counted.
    #[n(4)]
    pub(crate) asked: Vec<StateCode>,
    /// Who may comment beside them.
    #[n(5)]
    pub(crate) welcome: Vec<StateCode>,
    /// Who convenes.
    #[n(6)]
    pub(crate) conveners: Vec<StateCode>,
    /// The last instant in time, microseconds since 1970.
    #[n(7)]
    pub(crate) deadline_us: i64,
    /// What the deadline was counted from; null where a day was named.
    #[n(8)]
    pub(crate) counted: Option<Counted>,
    /// The decision or document that the text belongs to.
    #[n(9)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub(crate) cites: Option<Symbol>,
}

/// One paragraph of the text.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Paragraph {
    /// Its name, such as `2 a`.
    #[n(0)]
    pub(crate) name: String,
    /// English.
    #[n(1)]
    pub(crate) en: String,
    /// Spanish.
    #[n(2)]
    pub(crate) es: String,
}

/// What a deadline is counted from.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Counted {
    /// The day.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) from_on: Date,
    /// Calendar months after it.
    #[n(1)]
    pub(crate) months: u16,
}

/// The sorts of acts: one for each of [`Act`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Comment,
    Withdrawal,
    Nothing,
    ExtensionAsked,
    ExtensionGranted,
    ExtensionRefused,
    Reply,
    Passed,
}

/// What an act carries beside its kind; what a kind does not need is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Acted {
    /// Position of the invitation.
    #[n(0)]
    pub(crate) round: u64,
    /// What the person might do for their delegation: `speaks`, `advises`, `presides`.
    #[n(1)]
    pub(crate) authority: Option<String>,
    /// Index of the paragraph; left out where the whole text is meant.
    #[n(2)]
    pub(crate) paragraph: Option<u32>,
    /// Comment, reason or answer.
    #[n(3)]
    pub(crate) words: Option<String>,
    /// Position of the act that this one is about: the comment replaced, taken back or answered; the request answered.
    #[n(4)]
    pub(crate) about: Option<u64>,
    /// Until when, microseconds since 1970.
    #[n(5)]
    pub(crate) until_us: Option<i64>,
    /// Language of a comment, by two letters.
    #[n(6)]
    pub(crate) language: Option<String>,
    /// Whether more time is for everybody.
    #[n(7)]
    pub(crate) for_all: Option<bool>,
    /// `taken`, `partly_taken`, `not_taken`, `noted`.
    #[n(8)]
    pub(crate) verdict: Option<String>,
}

impl Kind {
    /// All there are.
    pub(crate) const ALL: [Kind; 8] = [
        Kind::Comment,
        Kind::Withdrawal,
        Kind::Nothing,
        Kind::ExtensionAsked,
        Kind::ExtensionGranted,
        Kind::ExtensionRefused,
        Kind::Reply,
        Kind::Passed,
    ];

    /// Answers its name in the journal, the tables and the API.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Kind::Comment => "comment",
            Kind::Withdrawal => "withdrawal",
            Kind::Nothing => "nothing",
            Kind::ExtensionAsked => "extension_asked",
            Kind::ExtensionGranted => "extension_granted",
            Kind::ExtensionRefused => "extension_refused",
            Kind::Reply => "reply",
            Kind::Passed => "passed",
        }
    }

    /// Reads a name.
    pub(crate) fn parse(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Reads a verdict from its code.
pub(crate) fn verdict(code: &str) -> Option<Verdict> {
    [Verdict::Taken, Verdict::PartlyTaken, Verdict::NotTaken, Verdict::Noted]
        .into_iter()
        .find(|verdict| verdict.code() == code)
}

/// Reads a language from its two letters.
pub(crate) fn language(code: &str) -> Option<TextLanguage> {
    [TextLanguage::English, TextLanguage::Spanish, TextLanguage::French]
        .into_iter()
        .find(|language| language.two_letters() == code)
}

const AUTHORITIES: [(Authority, &str); 3] =
    [(Authority::Speaks, "speaks"), (Authority::Advises, "advises"), (Authority::Presides, "presides")];

fn authority_code(authority: Authority) -> Option<String> {
    AUTHORITIES.into_iter().find(|(known, _)| *known == authority).map(|(_, code)| code.to_owned())
}

fn authority(code: &str) -> Option<Authority> {
    AUTHORITIES.into_iter().find(|(_, known)| *known == code).map(|(authority, _)| authority)
}

impl Acted {
    /// Answers an act as the journal has it.
    pub(crate) fn of(round: u64, act: &Act) -> (Kind, Acted) {
        let bare = Acted { round, ..Acted::default() };
        let by = |by: &By| Acted { authority: authority_code(by.authority), ..bare.clone() };
        let words = |said: &Said| Some(said.to_string());
        let until = |until: &Timestamp| Some(until.as_microsecond());
        match act {
            Act::Comment { by: who, on, text, language, replaces } => {
                let paragraph = match on {
                    Place::Whole => None,
                    Place::Paragraph(index) => u32::try_from(*index).ok(),
                };
                let (about, language) = (replaces.map(|old| old.0), Some(language.two_letters().to_owned()));
                (Kind::Comment, Acted { paragraph, words: words(text), about, language, ..by(who) })
            }
            Act::Withdrawal { by: who, of } => (Kind::Withdrawal, Acted { about: Some(of.0), ..by(who) }),
            Act::Nothing { by: who } => (Kind::Nothing, by(who)),
            Act::ExtensionAsked { by: who, until: wish, reason } => {
                (Kind::ExtensionAsked, Acted { until_us: until(wish), words: words(reason), ..by(who) })
            }
            Act::ExtensionGranted { by: who, request, until: new, for_all } => {
                let (about, for_all) = (Some(request.0), Some(*for_all));
                (Kind::ExtensionGranted, Acted { until_us: until(new), about, for_all, ..by(who) })
            }
            Act::ExtensionRefused { by: who, request, reason } => {
                (Kind::ExtensionRefused, Acted { about: Some(request.0), words: words(reason), ..by(who) })
            }
            Act::Reply { by: who, to, verdict, text } => {
                let verdict = Some(verdict.code().to_owned());
                (Kind::Reply, Acted { about: Some(to.0), verdict, words: words(text), ..by(who) })
            }
            Act::Passed => (Kind::Passed, bare),
        }
    }

    /// Answers the act; `who` is the person and the party of the entry's header. None where something is missing.
    pub(crate) fn act(&self, kind: Kind, who: (Person, StateCode)) -> Option<Act> {
        let by = || {
            let authority = authority(self.authority.as_deref()?)?;
            Some(By { person: who.0, party: who.1, authority })
        };
        let words = || Said::parse(self.words.as_deref()?).ok();
        let about = || self.about.map(Sequence);
        let until = || Timestamp::from_microsecond(self.until_us?).ok();
        let place = || match self.paragraph {
            None => Some(Place::Whole),
            Some(index) => usize::try_from(index).ok().map(Place::Paragraph),
        };
        Some(match kind {
            Kind::Comment => Act::Comment {
                by: by()?,
                on: place()?,
                text: words()?,
                language: language(self.language.as_deref()?)?,
                replaces: about(),
            },
            Kind::Withdrawal => Act::Withdrawal { by: by()?, of: about()? },
            Kind::Nothing => Act::Nothing { by: by()? },
            Kind::ExtensionAsked => Act::ExtensionAsked { by: by()?, until: until()?, reason: words()? },
            Kind::ExtensionGranted => {
                Act::ExtensionGranted { by: by()?, request: about()?, until: until()?, for_all: self.for_all? }
            }
            Kind::ExtensionRefused => Act::ExtensionRefused { by: by()?, request: about()?, reason: words()? },
            Kind::Reply => {
                Act::Reply { by: by()?, to: about()?, verdict: verdict(self.verdict.as_deref()?)?, text: words()? }
            }
            Kind::Passed => Act::Passed,
        })
    }
}

impl Entry for CommentEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            CommentEntry::Invited(_) => INVITED,
            CommentEntry::Acted(kind, _) => Name::literal(kind.code()),
        }
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            CommentEntry::Invited(invited) => minicbor::to_vec(invited),
            CommentEntry::Acted(_, acted) => minicbor::to_vec(acted),
        }
        .unwrap_or_default()
    }
}
