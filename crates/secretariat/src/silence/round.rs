//! A round made again from what the tables keep of it: the pure opening, the pure history, and so its account.

use base::store::StoreError;
use conference::by::{Authority, By, Person};
use conference::recorded::{History, Recorded, Sequence};
use conference::silence::{self, Account, Act, Opening, OpeningError, Outcome, Rules, Terms, TextHash};
use jiff::{SignedDuration, Timestamp};
use journal::StateCode;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::entries::{Acted, Agreed, Kind, Opened};
use super::queries;
use super::symbol::RoundSymbol;
use crate::rounds::{damaged, instant};

/// A round with everything that was said in it.
#[derive(Clone, Debug)]
pub(crate) struct Round {
    pub(crate) position: u64,
    pub(crate) symbol: RoundSymbol,
    pub(crate) opened: Opened,
    pub(crate) opening: Opening,
    pub(crate) history: History<Act>,
}

/// An entry that opens a round, with what its header says.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) position: u64,
    pub(crate) state: StateCode,
    pub(crate) person: Uuid,
    pub(crate) at: Timestamp,
}

impl Round {
    /// Reads a round by the position of its opening.
    pub(crate) fn read(connection: &Connection, position: u64) -> Result<Option<Round>, StoreError> {
        let Some((head, opened)) = queries::opened(connection, position)? else { return Ok(None) };
        let opening = opening(connection, &head, &opened)?.map_err(|error| damaged(position, &error.to_string()))?;
        let history = history(connection, position, u64::MAX)?;
        let symbol = opening.symbol().parse().map_err(|_| damaged(position, "its symbol is none"))?;
        Ok(Some(Round { position, symbol, opened, opening, history }))
    }

    /// Answers what became of it.
    pub(crate) fn account(&self, now: Timestamp) -> Account {
        silence::account(&self.opening, &self.history, now)
    }

    /// Answers whether time alone has changed something that the journal does not prove yet.
    pub(crate) fn has_passed(&self, account: &Account) -> bool {
        let ended = match &account.outcome {
            Outcome::Open => false,
            Outcome::Broken { heals_until, .. } => heals_until.is_none(),
            Outcome::Adopted { .. } | Outcome::Lapsed { .. } => true,
        };
        ended && !account.settled
    }

    /// Answers whether a party is asked, or may comment.
    pub(crate) fn concerns(&self, party: StateCode) -> bool {
        let terms = self.opening.terms();
        terms.electorate.contains(&party) || terms.observers.contains(&party)
    }

    /// Answers whether somebody of a party has opened the text.
    pub(crate) fn was_read_by(&self, party: StateCode) -> bool {
        self.history.acts().any(|recorded| matches!(&recorded.act, Act::Read { by } if by.party == party))
    }
}

/// Answers the opening that an entry means; one that puts a text again is held against the round before, as that stood then.
pub(crate) fn opening(
    connection: &Connection,
    head: &Head,
    opened: &Opened,
) -> Result<Result<Opening, OpeningError>, StoreError> {
    let terms = terms(head, opened);
    let Some(before) = opened.follows else { return Ok(Opening::new(terms)) };
    // A round follows an earlier one, so this ends; a journal that says otherwise is damaged.
    let Some((earlier, text)) = queries::opened(connection, before)?.filter(|_| before < head.position) else {
        return Err(damaged(head.position, "it follows no earlier round"));
    };
    let first = match opening(connection, &earlier, &text)? {
        Ok(first) => first,
        Err(error) => return Ok(Err(error)),
    };
    let history = history(connection, before, head.position)?;
    let account = silence::account(&first, &history, head.at);
    Ok(first.put_again(&account, terms))
}

fn terms(head: &Head, opened: &Opened) -> Terms {
    let set = |codes: &[StateCode]| codes.iter().copied().collect();
    Terms {
        symbol: opened.symbol.clone(),
        text: text_hash(&opened.text_en, &opened.text_es),
        electorate: set(&opened.electorate),
        observers: set(&opened.observers),
        chairs: set(&opened.chairs),
        deadline: instant(opened.deadline_us),
        rules: opened.rules.rules(),
        by: By { person: Person(head.person.as_u128()), party: head.state, authority: Authority::Presides },
        sequence: Sequence(head.position),
        opened_at: head.at,
    }
}

impl Agreed {
    /// Answers the rules as the conference counts them.
    pub(crate) fn rules(&self) -> Rules {
        let seconds = |seconds: u64| SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX));
        Rules {
            open_at_least: seconds(self.open_at_least_s),
            heals_until_before_deadline: self.heals_before_s.map(seconds),
            delivered_before_deadline: self.delivered_before_s.map(seconds),
            speaking_at_least: self.speaking_at_least,
            extensions_max: self.extensions_max,
            extension_at_most: seconds(self.extension_at_most_s),
        }
    }
}

/// Answers the hash of a text in both languages: SHA-256 over `en`, its paragraphs, `es`, its paragraphs, with an empty line between
/// each two and a line break at the end. Frozen.
pub(crate) fn text_hash(text_en: &[String], text_es: &[String]) -> TextHash {
    let mut parts = vec!["en"];
    parts.extend(text_en.iter().map(String::as_str));
    parts.push("es");
    parts.extend(text_es.iter().map(String::as_str));
    TextHash(Sha256::digest(format!("{}\n", parts.join("\n\n"))).into())
}

fn history(connection: &Connection, round: u64, before: u64) -> Result<History<Act>, StoreError> {
    let mut history = History::default();
    for row in queries::acts(connection, round, before)? {
        let acted: Acted = minicbor::decode(&row.act).map_err(|error| damaged(row.position, &error.to_string()))?;
        let kind = Kind::parse(&row.kind).ok_or_else(|| damaged(row.position, "no such kind"))?;
        let who = (Person(row.person.as_u128()), row.state);
        let act = acted.act(kind, who).ok_or_else(|| damaged(row.position, "it lacks what its kind needs"))?;
        let recorded = Recorded { sequence: Sequence(row.position), received_at: row.at, act };
        history.add(recorded).map_err(|error| damaged(row.position, &error.to_string()))?;
    }
    Ok(history)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with `printf 'en\n\nOne.\n\nes\n\nUno.\n' | sha256sum`.
    #[test]
    fn the_hash_of_a_text_is_what_anybody_computes() {
        let hash = text_hash(&["One.".to_owned()], &["Uno.".to_owned()]);
        assert_eq!(hash.to_string(), "b1a2a9a9d8592ccc09dd89eb2f28d8ce157e9c87965b785b876ad8d7903dc761");
        assert_ne!(hash, text_hash(&["Uno.".to_owned()], &["One.".to_owned()]));
    }
}
