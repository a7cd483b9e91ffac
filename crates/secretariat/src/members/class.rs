//! What a party may be to the conference, what it is called, and what an authority of a State stands for.

use std::fmt;
use std::str::FromStr;

use base::words::Language;
use minicbor::{Decode, Encode};

/// What a party is to the conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A State that takes part in decisions.
    Member,
    /// A State that observes.
    ObserverState,
    /// An organisation that observes.
    ObserverOrganisation,
    /// A network of civil society that has its places on the agenda.
    Network,
    /// Somebody invited to one meeting, and gone with it.
    Guest,
}

/// The text is no code of the closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no code of the list")]
pub struct NotACode;

/// Gives a closed list of words its codes: written, read back, and with the key of the name that pages show.
macro_rules! codes {
    ($kind:ty, { $($variant:ident = $code:literal, $key:literal);+ $(;)? }) => {
        impl $kind {
            /// Everything there is, in the order in which lists have it.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Answers the code used in the journal, tables, forms and the API. Frozen.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Answers the key of its name.
            pub(crate) const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $kind {
            type Err = NotACode;
            fn from_str(code: &str) -> Result<Self, NotACode> {
                Self::ALL.iter().copied().find(|one| one.code() == code).ok_or(NotACode)
            }
        }
    };
}
pub(super) use codes;

codes!(Class, {
    Member = "member", "members-class-member";
    ObserverState = "observer-state", "members-class-observer-state";
    ObserverOrganisation = "observer-organisation", "members-class-observer-organisation";
    Network = "network", "members-class-network";
    Guest = "guest", "members-class-guest";
});

impl Class {
    /// Classes that somebody applies for: a guest is invited.
    pub const APPLIED_FOR: [Class; 4] =
        [Class::Member, Class::ObserverState, Class::ObserverOrganisation, Class::Network];

    /// Answers the kind of party that the policies know it as.
    pub const fn kind(self) -> base::identity::PartyKind {
        use base::identity::PartyKind;
        match self {
            Class::Member => PartyKind::Member,
            Class::ObserverState | Class::ObserverOrganisation => PartyKind::Observer,
            Class::Network => PartyKind::Network,
            Class::Guest => PartyKind::Guest,
        }
    }
}

/// A name in the three languages. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Names {
    /// English.
    #[n(0)]
    pub en: String,
    /// Spanish.
    #[n(1)]
    pub es: String,
    /// French.
    #[n(2)]
    pub fr: String,
}

impl Names {
    /// Answers the name in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Es => &self.es,
            Language::Fr => &self.fr,
        }
    }
}

/// What a State's authority stands for: a delegation has more than one, and one position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Foreign affairs.
    ForeignAffairs,
    /// The interior, governance or migration.
    Interior,
    /// Anything else.
    Other,
}

codes!(Field, {
    ForeignAffairs = "foreign-affairs", "members-field-foreign-affairs";
    Interior = "interior", "members-field-interior";
    Other = "other", "members-field-other";
});

/// What somebody does in a delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Leads it, and speaks for it.
    Head,
    /// Speaks for it where the head is away.
    Alternate,
    /// Advises it.
    Adviser,
}

codes!(Part, {
    Head = "head", "members-part-head";
    Alternate = "alternate", "members-part-alternate";
    Adviser = "adviser", "members-part-adviser";
});

/// What kind of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    /// The ministers or their deputies: it decides.
    Conference,
    /// The consultation group that prepares and follows up.
    Group,
    /// Who presides now.
    Presidency,
    /// Who presided, presides and will.
    Troika,
    /// The secretariat.
    Secretariat,
    /// A network of liaison officers.
    LiaisonNetwork,
    /// A group set up for one subject.
    AdHoc,
}

codes!(BodyKind, {
    Conference = "conference", "members-body-kind-conference";
    Group = "group", "members-body-kind-group";
    Presidency = "presidency", "members-body-kind-presidency";
    Troika = "troika", "members-body-kind-troika";
    Secretariat = "secretariat", "members-body-kind-secretariat";
    LiaisonNetwork = "liaison-network", "members-body-kind-liaison-network";
    AdHoc = "ad-hoc", "members-body-kind-ad-hoc";
});

/// Who chairs a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chair {
    /// Whoever presides over the conference.
    Presidency,
    /// The State that receives the meeting.
    Host,
    /// One State, named with the body: it co-ordinates.
    Coordinating,
    /// Nobody: it does not sit.
    Nobody,
}

codes!(Chair, {
    Presidency = "presidency", "members-chair-presidency";
    Host = "host", "members-chair-host";
    Coordinating = "coordinating", "members-chair-coordinating";
    Nobody = "nobody", "members-chair-nobody";
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_comes_back_and_no_other_text_is_one() {
        for class in Class::ALL {
            assert_eq!(class.code().parse(), Ok(*class));
        }
        assert_eq!(Chair::ALL.len(), 4);
        for text in ["", "Member", "observer", "applicant"] {
            assert_eq!(text.parse::<Class>(), Err(NotACode), "{text}");
        }
    }
}
