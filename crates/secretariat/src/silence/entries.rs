//! What can be said of a round, and what the server saw. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use conference::by::{Authority, By, Person};
use conference::recorded::Sequence;
use conference::said::Said;
use conference::silence::{Act, Stance};
use jiff::Timestamp;
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SilenceEntry {
    /// The presidency puts a text to the States.
    Opened(Box<Opened>),
    /// Something is said in a round, or happens to it.
    Acted(Kind, Acted),
}

pub(super) const OPENED: Name = Name::literal("opened");

/// See [`SilenceEntry::Opened`]. Who opens it, for which State and when stands in the entry's header.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Opened {
    /// Symbol without a revision.
    #[n(0)]
    pub(crate) symbol: String,
    /// Position of the opening of the round that this one puts again.
    #[n(1)]
    pub(crate) follows: Option<u64>,
    /// Title in English.
    #[n(2)]
    pub(crate) title_en: String,
    /// Title in Spanish.
    #[n(3)]
    pub(crate) title_es: String,
    /// Paragraphs of the English text.
    #[n(4)]
    pub(crate) text_en: Vec<String>,
    /// Paragraphs of the Spanish text.
    #[n(5)]
    pub(crate) text_es: Vec<String>,
    /// States whose silence is asked.
    #[n(6)]
    pub(crate) electorate: Vec<StateCode>,
    /// Who may read and comment beside them.
    #[n(7)]
    pub(crate) observers: Vec<StateCode>,
    /// Who presides.
    #[n(8)]
    pub(crate) chairs: Vec<StateCode>,
    /// The last instant in time, microseconds since 1970.
    #[n(9)]
    pub(crate) deadline_us: i64,
    /// The rules in force.
    #[n(10)]
    pub(crate) rules: Agreed,
}

/// The rules that a round was opened under.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Agreed {
    /// How long it is open at least.
    #[n(0)]
    pub(crate) open_at_least_s: u64,
    /// How long before the deadline the last objection must be taken back; none where one is for good.
    #[n(1)]
    pub(crate) heals_before_s: Option<u64>,
    /// How long before the deadline the text must have reached everybody; none where that is not asked for.
    #[n(2)]
    pub(crate) delivered_before_s: Option<u64>,
    /// How many States must have taken a position.
    #[n(3)]
    pub(crate) speaking_at_least: u16,
    /// How often the deadline may be extended.
    #[n(4)]
    pub(crate) extensions_max: u8,
    /// How far one extension may move it.
    #[n(5)]
    pub(crate) extension_at_most_s: u64,
}

/// The sorts of acts: one for each of [`Act`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Delivered,
    Read,
    Position,
    Withdrawal,
    Comment,
    ExtensionAsked,
    ExtensionGranted,
    ExtensionRefused,
    TakenUp,
    Passed,
}

/// What an act carries beside its kind; what a kind does not need is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Acted {
    /// Position of the opening of the round.
    #[n(0)]
    pub(crate) round: u64,
    /// What the person might do for their delegation: `speaks`, `advises`, `presides`.
    #[n(1)]
    pub(crate) authority: Option<String>,
    /// `no_objection`, `objection`, `reservation`.
    #[n(2)]
    pub(crate) stance: Option<String>,
    /// Reason, reservation or comment.
    #[n(3)]
    pub(crate) words: Option<String>,
    /// Position of the act that this one is about: the position seen or taken back, the request answered.
    #[n(4)]
    pub(crate) about: Option<u64>,
    /// Until when, microseconds since 1970.
    #[n(5)]
    pub(crate) until_us: Option<i64>,
    /// Whom the text has reached.
    #[n(6)]
    pub(crate) to: Option<StateCode>,
}

impl Kind {
    /// All there are.
    pub(crate) const ALL: [Kind; 10] = [
        Kind::Delivered,
        Kind::Read,
        Kind::Position,
        Kind::Withdrawal,
        Kind::Comment,
        Kind::ExtensionAsked,
        Kind::ExtensionGranted,
        Kind::ExtensionRefused,
        Kind::TakenUp,
        Kind::Passed,
    ];

    /// Answers its name in the journal, the tables and the API.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Kind::Delivered => "delivered",
            Kind::Read => "read",
            Kind::Position => "position",
            Kind::Withdrawal => "withdrawal",
            Kind::Comment => "comment",
            Kind::ExtensionAsked => "extension_asked",
            Kind::ExtensionGranted => "extension_granted",
            Kind::ExtensionRefused => "extension_refused",
            Kind::TakenUp => "taken_up",
            Kind::Passed => "passed",
        }
    }

    /// Reads a name.
    pub(crate) fn parse(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Answers the code of a stance, in the journal and the API.
pub(crate) fn stance_code(stance: &Stance) -> &'static str {
    match stance {
        Stance::NoObjection => "no_objection",
        Stance::Objection(_) => "objection",
        Stance::Reservation(_) => "reservation",
    }
}

/// Reads a stance from its code and words; an objection or a reservation without words is none.
pub(crate) fn stance(code: &str, words: Option<Said>) -> Option<Stance> {
    match code {
        "no_objection" => Some(Stance::NoObjection),
        "objection" => words.map(Stance::Objection),
        "reservation" => words.map(Stance::Reservation),
        _ => None,
    }
}

fn authority_code(authority: Authority) -> String {
    match authority {
        Authority::Speaks => "speaks",
        Authority::Advises => "advises",
        Authority::Presides => "presides",
    }
    .to_owned()
}

fn authority(code: &str) -> Option<Authority> {
    match code {
        "speaks" => Some(Authority::Speaks),
        "advises" => Some(Authority::Advises),
        "presides" => Some(Authority::Presides),
        _ => None,
    }
}

impl Acted {
    /// Answers an act as the journal has it.
    pub(crate) fn of(round: u64, act: &Act) -> (Kind, Acted) {
        let bare = Acted { round, ..Acted::default() };
        let by = |by: &By| Acted { authority: Some(authority_code(by.authority)), ..bare.clone() };
        let words = |said: &Said| Some(said.to_string());
        match act {
            Act::Delivered { to } => (Kind::Delivered, Acted { to: Some(*to), ..bare }),
            Act::Read { by: who } => (Kind::Read, by(who)),
            Act::Position { by: who, stance, replaces } => {
                let reason = match stance {
                    Stance::NoObjection => None,
                    Stance::Objection(said) | Stance::Reservation(said) => words(said),
                };
                let (code, about) = (Some(stance_code(stance).to_owned()), replaces.map(|seen| seen.0));
                (Kind::Position, Acted { stance: code, words: reason, about, ..by(who) })
            }
            Act::Withdrawal { by: who, of } => (Kind::Withdrawal, Acted { about: Some(of.0), ..by(who) }),
            Act::Comment { by: who, text } => (Kind::Comment, Acted { words: words(text), ..by(who) }),
            Act::ExtensionAsked { by: who, until, reason } => {
                let until_us = Some(until.as_microsecond());
                (Kind::ExtensionAsked, Acted { until_us, words: words(reason), ..by(who) })
            }
            Act::ExtensionGranted { by: who, request, until } => {
                let until_us = Some(until.as_microsecond());
                (Kind::ExtensionGranted, Acted { until_us, about: Some(request.0), ..by(who) })
            }
            Act::ExtensionRefused { by: who, request, reason } => {
                (Kind::ExtensionRefused, Acted { about: Some(request.0), words: words(reason), ..by(who) })
            }
            Act::TakenUp { by: who } => (Kind::TakenUp, by(who)),
            Act::Passed => (Kind::Passed, bare),
        }
    }

    /// Answers the act; `who` is the person and the State of the entry's header. None where something is missing.
    pub(crate) fn act(&self, kind: Kind, who: (Person, StateCode)) -> Option<Act> {
        let by = || {
            let authority = authority(self.authority.as_deref()?)?;
            Some(By { person: who.0, party: who.1, authority })
        };
        let words = || Said::parse(self.words.as_deref()?).ok();
        let about = || self.about.map(Sequence);
        let until = || Timestamp::from_microsecond(self.until_us?).ok();
        Some(match kind {
            Kind::Delivered => Act::Delivered { to: self.to? },
            Kind::Read => Act::Read { by: by()? },
            Kind::Position => {
                Act::Position { by: by()?, stance: stance(self.stance.as_deref()?, words())?, replaces: about() }
            }
            Kind::Withdrawal => Act::Withdrawal { by: by()?, of: about()? },
            Kind::Comment => Act::Comment { by: by()?, text: words()? },
            Kind::ExtensionAsked => Act::ExtensionAsked { by: by()?, until: until()?, reason: words()? },
            Kind::ExtensionGranted => Act::ExtensionGranted { by: by()?, request: about()?, until: until()? },
            Kind::ExtensionRefused => Act::ExtensionRefused { by: by()?, request: about()?, reason: words()? },
            Kind::TakenUp => Act::TakenUp { by: by()? },
            Kind::Passed => Act::Passed,
        })
    }
}

impl Entry for SilenceEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            SilenceEntry::Opened(_) => OPENED,
            SilenceEntry::Acted(kind, _) => Name::literal(kind.code()),
        }
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            SilenceEntry::Opened(opened) => minicbor::to_vec(opened),
            SilenceEntry::Acted(_, acted) => minicbor::to_vec(acted),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn code(text: &str) -> StateCode {
        text.parse().unwrap()
    }

    fn opened() -> Opened {
        Opened {
            symbol: "LAG/NO/1".to_owned(),
            follows: Some(3),
            title_en: "T".to_owned(),
            title_es: "U".to_owned(),
            text_en: vec!["A.".to_owned()],
            text_es: vec!["B.".to_owned()],
            electorate: vec![code("QMA")],
            observers: vec![code("QMO")],
            chairs: vec![code("QMA"), code("QMB")],
            deadline_us: 1_000_000,
            rules: Agreed {
                open_at_least_s: 60,
                heals_before_s: Some(30),
                delivered_before_s: None,
                speaking_at_least: 2,
                extensions_max: 1,
                extension_at_most_s: 90,
            },
        }
    }

    /// One of each act there is, by a person who does not stand in the payload.
    fn acts() -> Vec<Act> {
        let by = |authority| By { person: Person(7), party: code("QMA"), authority };
        let (speaks, presides) = (by(Authority::Speaks), by(Authority::Presides));
        let said = || Said::parse("No.").unwrap();
        let (until, request) = (Timestamp::from_second(2).unwrap(), Sequence(9));
        let position = |stance, replaces| Act::Position { by: speaks, stance, replaces };
        vec![
            Act::Delivered { to: code("QMA") },
            Act::Read { by: by(Authority::Advises) },
            position(Stance::NoObjection, None),
            position(Stance::Objection(said()), Some(Sequence(8))),
            position(Stance::Reservation(said()), None),
            Act::Withdrawal { by: speaks, of: Sequence(8) },
            Act::Comment { by: speaks, text: said() },
            Act::ExtensionAsked { by: speaks, until, reason: said() },
            Act::ExtensionGranted { by: presides, request, until },
            Act::ExtensionRefused { by: presides, request, reason: said() },
            Act::TakenUp { by: presides },
            Act::Passed,
        ]
    }

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            ("delivered", "a200050663514d41"),
            ("read", "a20005016761647669736573"),
            ("position", "a300050166737065616b73026c6e6f5f6f626a656374696f6e"),
            ("position", "a500050166737065616b7302696f626a656374696f6e03634e6f2e0408"),
            ("position", "a400050166737065616b73026b7265736572766174696f6e03634e6f2e"),
            ("withdrawal", "a300050166737065616b730408"),
            ("comment", "a300050166737065616b7303634e6f2e"),
            ("extension_asked", "a400050166737065616b7303634e6f2e051a001e8480"),
            ("extension_granted", "a40005016870726573696465730409051a001e8480"),
            ("extension_refused", "a400050168707265736964657303634e6f2e0409"),
            ("taken_up", "a2000501687072657369646573"),
            ("passed", "a10005"),
        ];
        let acts = acts();
        let written: Vec<(String, String)> = acts
            .iter()
            .map(|act| {
                let (kind, acted) = Acted::of(5, act);
                let entry = SilenceEntry::Acted(kind, acted);
                (entry.kind().to_string(), hex::encode(entry.payload()))
            })
            .collect();
        assert_eq!(written.iter().map(|(kind, bytes)| (&**kind, &**bytes)).collect::<Vec<_>>(), golden);
        for (act, (kind, bytes)) in acts.iter().zip(&written) {
            let acted: Acted = minicbor::decode(&hex::decode(bytes).unwrap()).unwrap();
            let read = acted.act(Kind::parse(kind).unwrap(), (Person(7), code("QMA")));
            assert_eq!(read.as_ref(), Some(act), "{kind} comes back");
        }
        let kinds: std::collections::BTreeSet<&str> = golden.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds.len(), Kind::ALL.len(), "one of each");
        let entry = SilenceEntry::Opened(Box::new(opened()));
        assert_eq!(
            (entry.kind().as_str(), &*hex::encode(entry.payload())),
            (
                "opened",
                "8b684c41472f4e4f2f3103615461558162412e8162422e8163514d418163514d4f8263514d4163514d421a000f424086183c181ef60201185a"
            )
        );
        assert_eq!(minicbor::decode::<Opened>(&entry.payload()).unwrap(), opened());
        assert!(Kind::parse("closed").is_none(), "nobody closes a round");
    }

    #[test]
    fn what_lacks_what_its_kind_needs_is_no_act() {
        let who = (Person(7), code("QMA"));
        let bare = Acted { round: 5, authority: Some("speaks".to_owned()), ..Acted::default() };
        for kind in Kind::ALL {
            let needs_more = !matches!(kind, Kind::Read | Kind::TakenUp | Kind::Passed);
            assert_eq!(bare.act(kind, who).is_none(), needs_more, "{}", kind.code());
        }
        let silent = Acted { stance: Some("objection".to_owned()), ..bare };
        assert_eq!(silent.act(Kind::Position, who), None, "an objection says why");
    }
}
