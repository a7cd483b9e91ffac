//! What can be followed: a document, a meeting, a body; and which room says whether somebody may see it.

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::store::StoreError;
use rusqlite::Connection;

use crate::meetings::{self, ShowMeeting, Symbol};
use crate::members::{self, ListMembers};
use crate::papers::{self, ShowPaper};

/// A kind of thing that can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    /// A document of the conference.
    Paper,
    /// A meeting, with its documents, minutes and decisions.
    Meeting,
    /// A body, with all its meetings.
    Body,
}

impl Kind {
    /// All there are.
    pub(super) const ALL: [Kind; 3] = [Kind::Paper, Kind::Meeting, Kind::Body];

    /// Answers the code that forms, working copies and the API use. Frozen.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Kind::Paper => "paper",
            Kind::Meeting => "meeting",
            Kind::Body => "body",
        }
    }

    /// Answers the key of its name.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Kind::Paper => "following-kind-paper",
            Kind::Meeting => "following-kind-meeting",
            Kind::Body => "following-kind-body",
        }
    }

    /// Reads a code.
    pub(super) fn parse(code: &str) -> Option<Self> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One thing that can be followed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Thing {
    pub(super) kind: Kind,
    /// The symbol of a document or a meeting, the short name of a body.
    pub(super) name: String,
}

/// The longest short name of a body, in characters.
const BODY_CHARS_MAX: usize = 12;

impl Thing {
    /// Reads a kind and a name as somebody typed it; none where it can name nothing.
    pub(super) fn parse(kind: &str, typed: &str) -> Option<Thing> {
        let (kind, name) = (Kind::parse(kind)?, typed.trim().to_uppercase());
        let fits = match kind {
            Kind::Paper | Kind::Meeting => name.parse::<Symbol>().is_ok(),
            Kind::Body => {
                (1..=BODY_CHARS_MAX).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
            }
        };
        fits.then_some(Thing { kind, name })
    }

    /// Answers the address of its page.
    pub(super) fn address(&self) -> String {
        match self.kind {
            Kind::Paper => format!("/papers/{}", self.name.replace('/', "-")),
            Kind::Meeting => format!("/meetings/{}", self.name.replace('/', "-")),
            Kind::Body => "/bodies".to_owned(),
        }
    }

    /// Answers what it is called, in English and in Spanish, for whoever may see it; none where there is no such thing or they may not.
    ///
    /// A body that nobody wrote down is there as soon as there is a meeting of it that they may see.
    pub(super) fn seen<P: Permit>(
        &self,
        reader: &Reader<P>,
        now: &Connection,
    ) -> Result<Option<(String, String)>, StoreError> {
        match self.kind {
            Kind::Paper => {
                let Ok(symbol) = self.name.parse() else { return Ok(None) };
                let Some(paper) = papers::one(now, &symbol)? else { return Ok(None) };
                let sees = sees::<P, ShowPaper>(reader, &papers::resource_of(now, &paper)?);
                Ok(sees.then_some((paper.title_en, paper.title_es)))
            }
            Kind::Meeting => {
                let Some(meeting) = self.name.parse().ok().map(|symbol| meetings::one(now, &symbol)).transpose()?
                else {
                    return Ok(None);
                };
                let seen = meeting.filter(|meeting| sees::<P, ShowMeeting>(reader, &meeting.resource()));
                Ok(seen.map(|meeting| (meeting.title_en, meeting.title_es)))
            }
            Kind::Body => {
                let names = members::body_called(now, &self.name)?;
                if let Some(names) = names.filter(|_| sees::<P, ListMembers>(reader, &Resource::room())) {
                    return Ok(Some((names.en, names.es)));
                }
                let listed = format!("[\"{}\"]", self.name);
                for symbol in meetings::of_bodies(now, &listed, MEETINGS_LOOKED_AT)? {
                    let meeting = meetings::one(now, &symbol)?;
                    if meeting.is_some_and(|meeting| sees::<P, ShowMeeting>(reader, &meeting.resource())) {
                        return Ok(Some((self.name.clone(), self.name.clone())));
                    }
                }
                Ok(None)
            }
        }
    }
}

/// Meetings of a body that are looked at for one that somebody may see.
const MEETINGS_LOOKED_AT: usize = 50;

/// Answers whether whoever reads may open something, as its own page would be asked.
pub(super) fn sees<P: Permit, Q: Permit>(reader: &Reader<P>, resource: &Resource) -> bool {
    reader.ground().policy.allows::<Q>(reader.caller(), resource)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_named_as_its_documents_write_it_or_in_small_letters() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.code()), Some(kind));
        }
        let named =
            |kind: &str, name: &str| Thing::parse(kind, name).map(|thing| (thing.name.clone(), thing.address()));
        assert_eq!(named("paper", " lag/ii/1 "), Some(("LAG/II/1".into(), "/papers/LAG-II-1".into())));
        assert_eq!(named("body", "rcgm"), Some(("RCGM".into(), "/bodies".into())));
        for (kind, name) in [("paper", "LAG"), ("meeting", ""), ("body", "R/C"), ("body", "R\"]"), ("person", "LAG/1")]
        {
            assert_eq!(named(kind, name), None, "{kind} {name}");
        }
    }
}
