//! A round made again from what the tables keep of it: the pure invitation, the pure history, and so its account.

use base::store::StoreError;
use conference::by::{Authority, By, Person};
use conference::comments::{self, Account, Act, Answer, Entry, Invitation, InvitationError, Place, Row, Terms};
use conference::language::TextLanguage;
use conference::recorded::{History, Recorded, Sequence};
use jiff::Timestamp;
use journal::StateCode;
use rusqlite::Connection;
use uuid::Uuid;

use super::entries::{Acted, Invited, Kind, Paragraph};
use super::queries;
use crate::rounds::{damaged, instant};

/// A round with everything that was said in it.
#[derive(Clone, Debug)]
pub(crate) struct Round {
    pub(crate) position: u64,
    pub(crate) invited: Invited,
    pub(crate) invitation: Invitation,
    pub(crate) history: History<Act>,
}

/// An entry that invites, with what its header says.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) position: u64,
    pub(crate) state: StateCode,
    pub(crate) person: Uuid,
    pub(crate) at: Timestamp,
}

impl Round {
    /// Reads a round by the position of its invitation.
    pub(crate) fn read(connection: &Connection, position: u64) -> Result<Option<Round>, StoreError> {
        let Some((head, invited)) = queries::invited(connection, position)? else { return Ok(None) };
        let invitation = invitation(&head, &invited).map_err(|error| damaged(position, &error.to_string()))?;
        let mut history = History::default();
        for row in queries::acts(connection, position)? {
            let acted: Acted = minicbor::decode(&row.act).map_err(|error| damaged(row.position, &error.to_string()))?;
            let kind = Kind::parse(&row.kind).ok_or_else(|| damaged(row.position, "no such kind"))?;
            let who = (Person(row.person.as_u128()), row.state);
            let act = acted.act(kind, who).ok_or_else(|| damaged(row.position, "it lacks what its kind needs"))?;
            let recorded = Recorded { sequence: Sequence(row.position), received_at: row.at, act };
            history.add(recorded).map_err(|error| damaged(row.position, &error.to_string()))?;
        }
        Ok(Some(Round { position, invited, invitation, history }))
    }

    /// Answers what became of it.
    pub(crate) fn account(&self, now: Timestamp) -> Account {
        comments::account(&self.invitation, &self.history, now)
    }

    /// Answers how late the journal proves it to be.
    pub(crate) fn proved(&self) -> Timestamp {
        self.account(Timestamp::MIN).as_of
    }

    /// Answers whether time alone has changed something that the journal does not prove yet: somebody's deadline has passed.
    pub(crate) fn has_passed(&self, account: &Account) -> bool {
        let proved = self.proved();
        account.guests.values().any(|guest| proved <= guest.deadline && guest.deadline < account.as_of)
    }

    /// Answers whether a party is asked or welcome.
    pub(crate) fn concerns(&self, party: StateCode) -> bool {
        let terms = self.invitation.terms();
        terms.invited.contains(&party) || terms.welcome.contains(&party)
    }

    /// Answers whether a party convenes it.
    pub(crate) fn is_convened_by(&self, party: StateCode) -> bool {
        self.invitation.terms().conveners.contains(&party)
    }

    /// Answers the address of its page.
    pub(crate) fn path(&self) -> String {
        format!("/comments/{}", self.invited.symbol.in_address())
    }

    /// Answers the paragraph at a place; none for the whole text.
    pub(crate) fn paragraph(&self, place: Place) -> Option<&Paragraph> {
        match place {
            Place::Whole => None,
            Place::Paragraph(index) => self.invited.paragraphs.get(index),
        }
    }

    /// Answers what a comment said and in which language, also one that stands no longer.
    pub(crate) fn words_of(&self, comment: Sequence) -> Option<(&str, TextLanguage)> {
        match &self.history.at(comment)?.act {
            Act::Comment { text, language, .. } => Some((text.as_str(), *language)),
            _ => None,
        }
    }

    /// Answers why more time was asked for.
    pub(crate) fn reason_of(&self, wish: Sequence) -> Option<&str> {
        match &self.history.at(wish)?.act {
            Act::ExtensionAsked { reason, .. } => Some(reason.as_str()),
            _ => None,
        }
    }
}

/// Answers the last deadline of anybody.
pub(crate) fn ends_at(account: &Account) -> Timestamp {
    account.guests.values().map(|guest| guest.deadline).max().unwrap_or(account.as_of)
}

/// Answers whether the last deadline has passed.
pub(crate) fn is_closed(account: &Account) -> bool {
    ends_at(account) < account.as_of
}

/// Answers a party's comment on a place.
pub(crate) fn standing(account: &Account, party: StateCode, place: Place) -> Option<&Entry> {
    let row = account.table.iter().find(|row| row.place == place)?;
    // It replaces its former one; were there two after all, the latest counts.
    row.entries.iter().rfind(|entry| entry.by.party == party)
}

/// Answers a comment that stands, with its row of the table.
pub(crate) fn standing_at(account: &Account, sequence: Sequence) -> Option<(&Row, &Entry)> {
    account.table.iter().find_map(|row| {
        let entry = row.entries.iter().find(|entry| entry.sequence == sequence)?;
        Some((row, entry))
    })
}

/// Answers the code of where a party stands, in the API.
pub(crate) fn answer_code(answer: Answer) -> &'static str {
    match answer {
        Answer::NotYet => "not_yet",
        Answer::Answered { late: false, .. } => "answered",
        Answer::Answered { late: true, .. } => "answered_late",
        Answer::Silent => "silent",
    }
}

/// Answers the invitation that an entry means.
pub(crate) fn invitation(head: &Head, invited: &Invited) -> Result<Invitation, InvitationError> {
    let set = |codes: &[StateCode]| codes.iter().copied().collect();
    Invitation::new(Terms {
        paragraphs: invited.paragraphs.iter().map(|paragraph| paragraph.name.clone()).collect(),
        invited: set(&invited.asked),
        welcome: set(&invited.welcome),
        conveners: set(&invited.conveners),
        deadline: instant(invited.deadline_us),
        by: By { person: Person(head.person.as_u128()), party: head.state, authority: Authority::Presides },
        sequence: Sequence(head.position),
        opened_at: head.at,
    })
}
