//! Who has answered, who has not, and the consolidated table.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use journal::StateCode;

use super::invitation::{Act, Invitation, Place, Terms, Verdict};
use crate::by::{Authority, By};
use crate::language::TextLanguage;
use crate::recorded::{History, Recorded, Sequence, later};
use crate::said::Said;
use crate::sheet::Sheet;

/// Where a party stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet, and there is time.
    NotYet,
    /// It sent comments, or said that it has none.
    Answered {
        /// When first.
        at: Timestamp,
        /// Whether after its deadline.
        late: bool,
    },
    /// Its time has passed, and it said nothing.
    Silent,
}

/// One who was asked, or is welcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Whether it was asked and is counted.
    pub invited: bool,
    /// Where it stands.
    pub answer: Answer,
    /// Its deadline, with its extension.
    pub deadline: Timestamp,
    /// Whether its deadline was extended.
    pub extended: bool,
    /// How many comments of it stand.
    pub comments: usize,
}

/// A wish for more time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Which act.
    pub sequence: Sequence,
    /// Who.
    pub by: By,
    /// Until when.
    pub until: Timestamp,
    /// Whether it was granted; nothing while nobody has answered it.
    pub granted: Option<bool>,
}

/// What became of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Which act.
    pub sequence: Sequence,
    /// What.
    pub verdict: Verdict,
    /// Why.
    pub text: Said,
    /// When.
    pub at: Timestamp,
}

/// A comment that another took the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Which act.
    pub sequence: Sequence,
    /// What had become of it: it answers what that one said, not the one that stands.
    pub reply: Option<Reply>,
}

/// A comment that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which act.
    pub sequence: Sequence,
    /// Who.
    pub by: By,
    /// What.
    pub text: Said,
    /// In which language.
    pub language: TextLanguage,
    /// When, by the journal's time.
    pub at: Timestamp,
    /// Whether after that party's deadline.
    pub late: bool,
    /// The comments that it took the place of, first to last.
    pub replaced: Vec<Replaced>,
    /// What became of it.
    pub reply: Option<Reply>,
}

/// All comments on one place of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where.
    pub place: Place,
    /// Whoever was asked first, then the welcome, each by its code and then in the journal's order.
    pub entries: Vec<Entry>,
}

/// What an act did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// It took effect.
    Taken,
    /// It took effect, after the party's deadline.
    TakenLate,
    /// It stays on record and changes nothing.
    Kept(Without),
}

/// Why an act is without effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// It stands before the invitation.
    BeforeOpening,
    /// The party was not asked.
    NotAsked,
    /// The person might not speak for the delegation.
    NotAuthorised,
    /// Only whoever convenes does this.
    NotTheConvener,
    /// The text has no such paragraph.
    NoPlace,
    /// This is not a comment of the party that stands.
    NoComment,
    /// The party has comments.
    HasComments,
    /// The deadline has passed.
    Late,
    /// There is no such request, or it was answered.
    NoRequest,
    /// The new deadline is not later, or later than asked for.
    OutOfBounds,
    /// Whoever asks for more time does not grant it.
    OwnRequest,
}

/// An act on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which act.
    pub sequence: Sequence,
    /// When, by the journal's time.
    pub at: Timestamp,
    /// What it did.
    pub disposition: Disposition,
}

/// Everything that a history means for a comment round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The time this was answered for.
    pub as_of: Timestamp,
    /// Where everybody stands.
    pub guests: BTreeMap<StateCode, Guest>,
    /// The consolidated table: the whole text, then every paragraph, also those that nobody spoke of.
    pub table: Vec<Row>,
    /// Wishes for more time.
    pub requests: Vec<Request>,
    /// What each act did, in the journal's order.
    pub lines: Vec<Line>,
}

/// Answers who has answered, and the consolidated table.
pub fn account(invitation: &Invitation, history: &History<Act>, now: Timestamp) -> Account {
    let terms = invitation.terms();
    let mut round = Round::new(terms);
    let mut as_of = terms.opened_at;
    for recorded in history.acts() {
        let disposition = if recorded.sequence <= terms.sequence {
            Disposition::Kept(Without::BeforeOpening)
        } else {
            as_of = later(as_of, recorded.received_at);
            round.act(recorded, as_of).unwrap_or_else(Disposition::Kept)
        };
        round.lines.push(Line { sequence: recorded.sequence, at: as_of, disposition });
    }
    round.finish(later(as_of, now))
}

impl Account {
    /// Answers how many of those who were asked have answered, and how many were asked.
    pub fn answered(&self) -> (usize, usize) {
        let invited = || self.guests.values().filter(|guest| guest.invited);
        (invited().filter(|guest| matches!(guest.answer, Answer::Answered { .. })).count(), invited().count())
    }

    /// Answers the consolidated table as CSV; its columns are in `docs/formats/comments.md`.
    pub fn sheet(&self, invitation: &Invitation) -> String {
        let mut sheet =
            Sheet::new(&["paragraph", "party", "received_at", "late", "language", "comment", "reply", "reply_text"]);
        for row in &self.table {
            let paragraph = match row.place {
                Place::Whole => "",
                Place::Paragraph(index) => &invitation.terms().paragraphs[index],
            };
            for entry in &row.entries {
                let reply = entry.reply.as_ref();
                sheet.row(vec![
                    paragraph.to_owned(),
                    entry.by.party.to_string(),
                    entry.at.to_string(),
                    entry.late.to_string(),
                    entry.language.two_letters().to_owned(),
                    entry.text.to_string(),
                    reply.map_or("", |reply| reply.verdict.code()).to_owned(),
                    reply.map_or(String::new(), |reply| reply.text.to_string()),
                ]);
            }
        }
        sheet.into_text()
    }
}

impl Verdict {
    /// Answers the verdict as it is exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Taken => "taken",
            Verdict::PartlyTaken => "partly_taken",
            Verdict::NotTaken => "not_taken",
            Verdict::Noted => "noted",
        }
    }
}

struct Round<'t> {
    terms: &'t Terms,
    guests: BTreeMap<StateCode, Guest>,
    comments: Vec<(Place, Entry)>,
    requests: Vec<Request>,
    /// Who said that it has no comments.
    without: BTreeSet<StateCode>,
    lines: Vec<Line>,
}

type Taken = Result<Disposition, Without>;

impl<'t> Round<'t> {
    fn new(terms: &'t Terms) -> Self {
        let guest =
            |invited| Guest { invited, answer: Answer::NotYet, deadline: terms.deadline, extended: false, comments: 0 };
        let invited = terms.invited.iter().map(|state| (*state, guest(true)));
        let guests = invited.chain(terms.welcome.iter().map(|state| (*state, guest(false)))).collect();
        Round { terms, guests, comments: Vec::new(), requests: Vec::new(), without: BTreeSet::new(), lines: Vec::new() }
    }

    fn act(&mut self, recorded: &Recorded<Act>, at: Timestamp) -> Taken {
        match &recorded.act {
            Act::Passed => Ok(Disposition::Taken),
            Act::Comment { .. } => self.comment(recorded, at),
            Act::Withdrawal { by, of } => self.withdrawal(by, *of),
            Act::Nothing { by } => {
                self.speaker(by)?;
                if self.has_comments(by.party) {
                    return Err(Without::HasComments);
                }
                self.without.insert(by.party);
                self.answer(by.party, at)
            }
            Act::ExtensionAsked { by, until, .. } => {
                let deadline = self.speaker(by)?.deadline;
                if at > deadline {
                    return Err(Without::Late);
                }
                if *until <= deadline {
                    return Err(Without::OutOfBounds);
                }
                self.requests.push(Request { sequence: recorded.sequence, by: *by, until: *until, granted: None });
                Ok(Disposition::Taken)
            }
            Act::ExtensionGranted { by, request, until, for_all } => {
                self.convener(by)?;
                self.grant(by, (*request, *until), *for_all, at)
            }
            Act::ExtensionRefused { by, request, .. } => {
                self.convener(by)?;
                self.waiting(*request)?.granted = Some(false);
                Ok(Disposition::Taken)
            }
            Act::Reply { by, to, verdict, text } => {
                self.convener(by)?;
                let entry = self.comments.iter_mut().map(|(_, entry)| entry).find(|entry| entry.sequence == *to);
                let (sequence, verdict, text) = (recorded.sequence, *verdict, text.clone());
                entry.ok_or(Without::NoComment)?.reply = Some(Reply { sequence, verdict, text, at });
                Ok(Disposition::Taken)
            }
        }
    }

    fn comment(&mut self, recorded: &Recorded<Act>, at: Timestamp) -> Taken {
        let Act::Comment { by, on, text, language, replaces } = &recorded.act else { return Ok(Disposition::Taken) };
        let late = at > self.speaker(by)?.deadline;
        if matches!(on, Place::Paragraph(index) if *index >= self.terms.paragraphs.len()) {
            return Err(Without::NoPlace);
        }
        let mut replaced = Vec::new();
        if let Some(old) = replaces {
            let index = self.standing(*old, by.party)?;
            let former = self.comments.remove(index).1;
            replaced = former.replaced;
            replaced.push(Replaced { sequence: *old, reply: former.reply });
        }
        let entry = Entry {
            sequence: recorded.sequence,
            by: *by,
            text: text.clone(),
            language: *language,
            at,
            late,
            replaced,
            reply: None,
        };
        self.comments.push((*on, entry));
        self.answer(by.party, at)
    }

    /// A party that took back all it had said, and never said that it has nothing to say, has not answered.
    fn withdrawal(&mut self, by: &By, of: Sequence) -> Taken {
        self.speaker(by)?;
        let index = self.standing(of, by.party)?;
        self.comments.remove(index);
        let answers = self.has_comments(by.party) || self.without.contains(&by.party);
        if let Some(guest) = self.guests.get_mut(&by.party).filter(|_| !answers) {
            guest.answer = Answer::NotYet;
        }
        Ok(Disposition::Taken)
    }

    fn has_comments(&self, party: StateCode) -> bool {
        self.comments.iter().any(|(_, entry)| entry.by.party == party)
    }

    /// The first answer says when a party answered, whatever it adds later.
    fn answer(&mut self, party: StateCode, at: Timestamp) -> Taken {
        let Some(guest) = self.guests.get_mut(&party) else { return Err(Without::NotAsked) };
        let late = at > guest.deadline;
        if guest.answer == Answer::NotYet {
            guest.answer = Answer::Answered { at, late };
        }
        Ok(if late { Disposition::TakenLate } else { Disposition::Taken })
    }

    fn grant(&mut self, by: &By, (request, until): (Sequence, Timestamp), for_all: bool, at: Timestamp) -> Taken {
        let asked = self.waiting(request)?.clone();
        let party = asked.by.party;
        let (wanted, deadline) = (asked.until, self.guests.get(&party).map_or(until, |guest| guest.deadline));
        if at > deadline {
            return Err(Without::Late);
        }
        if asked.by.person == by.person {
            return Err(Without::OwnRequest);
        }
        if until <= deadline || until > wanted {
            return Err(Without::OutOfBounds);
        }
        self.waiting(request)?.granted = Some(true);
        for (_, guest) in self.guests.iter_mut().filter(|(state, _)| for_all || **state == party) {
            // Who was given more than the others now get keeps it; a deadline that has passed moves for nobody.
            if guest.deadline < until && guest.deadline >= at {
                guest.deadline = until;
                guest.extended = true;
            }
        }
        Ok(Disposition::Taken)
    }

    fn speaker(&self, by: &By) -> Result<&Guest, Without> {
        let guest = self.guests.get(&by.party).ok_or(Without::NotAsked)?;
        if by.authority == Authority::Speaks { Ok(guest) } else { Err(Without::NotAuthorised) }
    }

    fn convener(&self, by: &By) -> Result<(), Without> {
        let convenes = by.authority == Authority::Presides && self.terms.conveners.contains(&by.party);
        if convenes { Ok(()) } else { Err(Without::NotTheConvener) }
    }

    fn standing(&self, sequence: Sequence, party: StateCode) -> Result<usize, Without> {
        let own = |(_, entry): &(Place, Entry)| entry.sequence == sequence && entry.by.party == party;
        self.comments.iter().position(own).ok_or(Without::NoComment)
    }

    fn waiting(&mut self, request: Sequence) -> Result<&mut Request, Without> {
        let waits = |asked: &&mut Request| asked.sequence == request && asked.granted.is_none();
        self.requests.iter_mut().find(waits).ok_or(Without::NoRequest)
    }

    fn finish(mut self, as_of: Timestamp) -> Account {
        for (state, guest) in &mut self.guests {
            guest.comments = self.comments.iter().filter(|(_, entry)| entry.by.party == *state).count();
            if guest.answer == Answer::NotYet && as_of > guest.deadline {
                guest.answer = Answer::Silent;
            }
        }
        let guests = &self.guests;
        self.comments.sort_by_key(|(_, entry)| {
            let welcome = guests.get(&entry.by.party).is_some_and(|guest| !guest.invited);
            (welcome, entry.by.party, entry.sequence)
        });
        let places = (0..self.terms.paragraphs.len()).map(Place::Paragraph);
        let mut table: Vec<Row> =
            [Place::Whole].into_iter().chain(places).map(|place| Row { place, entries: Vec::new() }).collect();
        for (place, entry) in self.comments {
            let row = match place {
                Place::Whole => 0,
                Place::Paragraph(index) => index + 1,
            };
            table[row].entries.push(entry);
        }
        Account { as_of, guests: self.guests, table, requests: self.requests, lines: self.lines }
    }
}
