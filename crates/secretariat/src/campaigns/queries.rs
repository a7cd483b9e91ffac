//! What may be read of campaigns.

use base::store::StoreError;
use conference::campaigns::{self, Currency, Measured, Reach, Standing};
use jiff::Timestamp;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::entries::Written;
use crate::meetings::{Symbol, maybe, read};
use crate::rounds;

/// Campaigns a page of the list.
pub(super) const PAGE_ROWS: usize = 50;
/// Campaigns of one State that wait for their evaluation, as far as they are followed.
const WAITING_MAX: usize = 100;

/// A campaign as it was written down last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Campaign {
    pub(super) state: StateCode,
    /// What was written; its number is the campaign's.
    pub(super) content: Written,
    pub(super) revision: u32,
    pub(super) at: Timestamp,
    pub(super) published_at: Option<Timestamp>,
    pub(super) evaluation: Option<Evaluation>,
}

/// What its State says came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Evaluation {
    pub(super) text: String,
    pub(super) evaluated_on: Date,
    pub(super) evaluated_by: String,
}

/// How a campaign is referred to: the code of its State, `-`, its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) state: StateCode,
    pub(super) number: u32,
}

/// Whose drafts a look may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drafts {
    /// Those of all States.
    All,
    /// Those of one.
    Of(StateCode),
    /// None.
    Hidden,
}

/// What is sought. What is empty or none is not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sought {
    pub(super) drafts: Drafts,
    /// Reported by it or held in it.
    pub(super) state: Option<StateCode>,
    /// Held on some day of it.
    pub(super) year: Option<i16>,
    pub(super) audience: String,
    pub(super) language: String,
}

impl Reference {
    /// Reads it as an address has it; none where it is no such thing.
    pub(super) fn parse(text: &str) -> Option<Reference> {
        let (state, number) = text.split_once('-')?;
        let read = Reference { state: state.parse().ok()?, number: number.parse().ok()? };
        // One way of writing it: an address with another leads nowhere.
        (read.to_string() == text).then_some(read)
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{}-{}", self.state, self.number)
    }
}

impl Campaign {
    /// Answers how it is referred to.
    pub(super) fn reference(&self) -> Reference {
        Reference { state: self.state, number: self.content.number }
    }

    /// Answers where it stands on a day; none while it is a draft.
    pub(super) fn standing(&self, today: Date) -> Option<Standing> {
        self.published_at?;
        let (first, last) = (self.content.first_on, self.content.last_on);
        Some(campaigns::standing(first, last, self.evaluation.is_some(), today))
    }

    /// Answers the symbols of its materials.
    pub(super) fn papers(&self) -> impl Iterator<Item = Symbol> {
        self.content.papers.split_whitespace().filter_map(|symbol| symbol.parse().ok())
    }

    /// Answers what it cost and whom it reached, where both are told.
    pub(super) fn reach(&self) -> Option<Reach<Reference>> {
        let content = &self.content;
        Some(Reach {
            of: self.reference(),
            cost_minor: content.cost_minor?,
            currency: Currency::parse(&content.currency)?,
            reached: content.reached?,
            measured: Measured::parse(&content.measured)?,
        })
    }
}

const CAMPAIGN: &str = "SELECT c.state, c.number, c.title_en, c.title_es, c.title_fr, c.message_en, c.message_es, c.message_fr, \
    c.audiences, c.languages, c.channels, c.states, c.places, c.first_on, c.last_on, c.papers, c.cost_minor, c.currency, \
    c.reached, c.measured, c.decision, c.revision, c.at_us, c.published_us, e.text, e.evaluated_on, e.evaluated_by \
    FROM campaigns_campaign AS c LEFT JOIN campaigns_evaluation AS e ON e.state = c.state AND e.number = c.number";

/// Answers one campaign.
pub(super) fn one(now: &Connection, reference: Reference) -> Result<Option<Campaign>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{CAMPAIGN} WHERE c.state = ?1 AND c.number = ?2"))?;
    Ok(statement.query_row((reference.state.as_str(), reference.number), campaign).optional()?)
}

/// Answers campaigns that are as sought, the latest first: at most `rows`, after the first `skipped`.
pub(super) fn sought(
    now: &Connection,
    sought: &Sought,
    skipped: usize,
    rows: usize,
) -> Result<Vec<Campaign>, StoreError> {
    let (all, own) = match sought.drafts {
        Drafts::All => (true, None),
        Drafts::Of(state) => (false, Some(state)),
        Drafts::Hidden => (false, None),
    };
    let code = |state: Option<StateCode>| state.map(|state| state.to_string()).unwrap_or_default();
    let year = sought.year.map(|year| format!("{year:04}")).unwrap_or_default();
    // What a list holds stands with blanks between: asked for between blanks, no code is found within another.
    let mut statement = now.prepare_cached(&format!(
        "{CAMPAIGN} WHERE (c.published_us IS NOT NULL OR ?1 OR c.state = ?2) \
         AND (?3 = '' OR c.state = ?3 OR instr(' ' || c.states || ' ', ' ' || ?3 || ' ') > 0) \
         AND (?4 = '' OR (substr(c.first_on, 1, 4) <= ?4 AND substr(c.last_on, 1, 4) >= ?4)) \
         AND (?5 = '' OR instr(' ' || c.audiences || ' ', ' ' || ?5 || ' ') > 0) \
         AND (?6 = '' OR instr(' ' || c.languages || ' ', ' ' || ?6 || ' ') > 0) \
         ORDER BY c.first_on DESC, c.state, c.number LIMIT ?7 OFFSET ?8"
    ))?;
    let skipped = i64::try_from(skipped).unwrap_or(i64::MAX);
    let asked = params![all, code(own), code(sought.state), year, sought.audience, sought.language, rows, skipped];
    let found = statement.query_map(asked, campaign)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers how many campaigns a State has written down.
pub(super) fn counted(now: &Connection, state: StateCode) -> Result<u32, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT coalesce(max(number), 0) FROM campaigns_campaign WHERE state = ?1")?;
    Ok(statement.query_row([state.as_str()], |row| row.get(0))?)
}

/// Answers the published campaigns of a State that are over and not evaluated, the longest over first.
pub(super) fn to_evaluate(now: &Connection, state: StateCode, today: Date) -> Result<Vec<Campaign>, StoreError> {
    let mut statement = now.prepare_cached(&format!(
        "{CAMPAIGN} WHERE c.state = ?1 AND c.published_us IS NOT NULL AND c.last_on < ?2 AND e.number IS NULL \
         ORDER BY c.last_on, c.number LIMIT ?3"
    ))?;
    let found = statement.query_map((state.as_str(), today.to_string(), WAITING_MAX), campaign)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn campaign(row: &Row<'_>) -> rusqlite::Result<Campaign> {
    let evaluation = match maybe(row, 25)? {
        None => None,
        Some(evaluated_on) => Some(Evaluation { text: row.get(24)?, evaluated_on, evaluated_by: row.get(26)? }),
    };
    Ok(Campaign {
        state: read(row, 0)?,
        content: Written {
            number: row.get(1)?,
            title_en: row.get(2)?,
            title_es: row.get(3)?,
            title_fr: row.get(4)?,
            message_en: row.get(5)?,
            message_es: row.get(6)?,
            message_fr: row.get(7)?,
            audiences: row.get(8)?,
            languages: row.get(9)?,
            channels: row.get(10)?,
            states: row.get(11)?,
            places: row.get(12)?,
            first_on: read(row, 13)?,
            last_on: read(row, 14)?,
            papers: row.get(15)?,
            cost_minor: row.get(16)?,
            currency: row.get(17)?,
            reached: row.get(18)?,
            measured: row.get(19)?,
            decision: read(row, 20)?,
        },
        revision: row.get(21)?,
        at: rounds::instant(row.get(22)?),
        published_at: row.get::<_, Option<i64>>(23)?.map(rounds::instant),
        evaluation,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_written_in_one_way() {
        assert_eq!(Reference::parse("HND-3").map(|of| of.to_string()), Some("HND-3".to_owned()));
        for none in ["", "HND", "HND-", "HND-03", "hnd-3", "HND-+3", "HND-3-1", "HND-99999999999"] {
            assert_eq!(Reference::parse(none), None, "{none}");
        }
    }
}
