//! Who is asking, as every decision and every log line sees them.

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::Factor;
use crate::access::Purpose;
use crate::ids::StateCode;
use crate::words::Language;

/// What a party is to the conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartyKind {
    /// A State that takes part in decisions.
    Member,
    /// A State or organisation that observes.
    Observer,
    /// A network of civil society that has its places on the agenda.
    Network,
    /// Somebody invited to one thing, and gone with it.
    Guest,
    /// The secretariat.
    Secretariat,
}

impl PartyKind {
    /// All there are.
    pub const ALL: [PartyKind; 5] =
        [PartyKind::Member, PartyKind::Observer, PartyKind::Network, PartyKind::Guest, PartyKind::Secretariat];

    /// Answers the code used in policies and profiles.
    pub const fn code(self) -> &'static str {
        match self {
            PartyKind::Member => "member",
            PartyKind::Observer => "observer",
            PartyKind::Network => "network",
            PartyKind::Guest => "guest",
            PartyKind::Secretariat => "secretariat",
        }
    }

    /// Reads a code of a profile.
    pub fn parse(code: &str) -> Option<Self> {
        PartyKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How the request reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Via {
    /// A browser with a sign-in session.
    Page,
    /// A machine with a token.
    Api,
    /// A program that reads a feed and can do nothing else, with a token made for that alone.
    Feed,
    /// A command on the data folder.
    Command,
}

impl Via {
    /// Answers the word the access log's detail uses.
    pub const fn code(self) -> &'static str {
        match self {
            Via::Page => "page",
            Via::Api => "api",
            Via::Feed => "feed",
            Via::Command => "command",
        }
    }
}

/// A signed-in person with what decisions about them rest on.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The person.
    pub person: Uuid,
    /// Their name as others see it.
    pub name: String,
    /// State or organisation they speak for.
    pub state: StateCode,
    /// What that party is to the conference.
    pub party: PartyKind,
    /// The one thing that they see, a name of a house; empty where their party is not confined.
    pub confined: String,
    /// Whether their State presides.
    pub presides: bool,
    /// Role codes of the profile that people of such a party may hold, sorted.
    pub roles: Vec<String>,
    /// False while suspended.
    pub active: bool,
    /// Rises whenever anything a decision rests on changes.
    pub version: i64,
    /// The post they work at.
    pub post: Option<Uuid>,
    /// The post's name.
    pub post_name: Option<String>,
    /// What this session proved.
    pub factor: Factor,
    /// The least that their roles ask for.
    pub needs: Factor,
    /// Purposes their roles allow.
    pub purposes: Vec<Purpose>,
    /// The purpose they work under now.
    pub purpose: Option<Purpose>,
    /// The session or token.
    pub session: Uuid,
    /// The secret that this session's forms send back; empty for tokens and commands, which send no forms.
    pub csrf: String,
    /// How they reached us.
    pub via: Via,
    /// Their language, where they chose one.
    pub language: Option<Language>,
    /// Their time zone.
    pub zone: TimeZone,
}

impl Caller {
    /// Answers the roles as the access log writes them.
    pub fn roles_joined(&self) -> String {
        self.roles.join(",")
    }
}
