//! Who a traveller could be: possible matches, each with how the traveller's own data compare, and nothing that an alert says.
//!
//! No answer holds the alert's birth date, names, category, State, reason or action (G-19): what is shown cannot be typed back as
//! if the traveller had said it. A name alone is never more than REVIEW, and nothing here is called more than possible (G-18).

use base::access::Permit;
use base::desk::Reader;
use base::ids::new_id;
use base::store::StoreError;
use matching::{Band, Dates, Explanation, Fact, Kind, Question, Role};
use serde::Serialize;
use uuid::Uuid;

use super::super::coded::Stance;
use super::super::misused::{self, Misuse};
use super::super::queries::{self, Shown};
use super::super::today;
use super::corroborate::Birth;
use super::gallery::{Gallery, Likely};
use super::kept::{Pending, Waiting};
use super::outcome::hashes;
use super::traveller::Traveller;
use crate::document::DocumentRef;

/// Possible matches that are shown of one traveller at most; that there were more is not said.
pub const SHOWN_MAX: usize = 5;

/// What is said of chance at most: frequencies counted on some hundred thousand people tell of no more.
const ONE_IN_MAX: f64 = 1e6;

/// Permits under which a traveller may be compared with alerts.
pub trait ComparesPeople: Permit {}

/// How far a possible match may be acted on. Neither is an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = MatchLevel)]
pub enum Level {
    /// A person must look.
    Review,
    /// Evidence of two kinds, and odds of twenty to one. Never for a name alone.
    Strong,
}

/// What of the traveller is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = MatchData)]
pub enum Data {
    /// A word of the surnames.
    Surname,
    /// A word of the given names.
    GivenName,
    /// The birth date.
    Birth,
    /// Sex.
    Sex,
}

/// How it compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = MatchCompares)]
pub enum Compares {
    /// The same.
    Agrees,
    /// Written otherwise, near, or agreeing as far as it is known.
    Near,
    /// Another.
    Differs,
    /// The traveller did not say it.
    NotGiven,
}

/// What to ask the traveller, because it would decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = MatchDecides)]
pub enum Decides {
    /// The whole birth date.
    Birth,
    /// Another surname.
    Surname,
    /// Another given name.
    GivenName,
}

/// One of the traveller's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = MatchCompared)]
pub struct Compared {
    /// Which.
    pub data: Data,
    /// What the traveller, or their document, said; empty for a date and what was not given.
    pub said: String,
    /// How it compares.
    pub compares: Compares,
}

/// One possible match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PossibleMatch {
    /// By which it is answered; of one use, for half an hour, and for whoever asked.
    #[serde(rename = "match")]
    pub handle: Uuid,
    /// `review`, or `strong`.
    pub level: Level,
    /// How each of the traveller's data compares.
    pub compared: Vec<Compared>,
    /// About one traveller in so many, or fewer, is as alike by chance: rounded down to 1, 2 or 5 times a power of ten, a million
    /// at most.
    pub one_in: u64,
    /// What would decide; empty where nothing that can be asked would.
    pub would_decide: Vec<Decides>,
}

/// What is answered about a person: possible matches, the likeliest first, and no total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = CheckPerson)]
pub struct PersonAnswer {
    /// Chance that is kept nowhere: with it, whoever asked can show that the access log's line is about this traveller.
    pub receipt: String,
    /// At most five.
    pub matches: Vec<PossibleMatch>,
    /// That whoever carries this document was found to be the victim of misuse of their identity: of the alert concerned there is
    /// no match. Absent of everybody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misuse: Option<Misuse>,
    /// Whether the document is known well enough to be cleared.
    #[serde(skip)]
    pub(super) may_clear: bool,
}

/// A traveller, the chance their commitment was made with, and the document they carry.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// Who.
    pub traveller: &'a Traveller,
    /// See [`PersonAnswer::receipt`].
    pub nonce: [u8; 16],
    /// Its kind and number, where both are known.
    pub document: Option<&'a DocumentRef>,
}

/// Compares a traveller with every alert that the caller's State may be shown.
pub fn compare<P: ComparesPeople>(reader: &Reader<P>, asking: &Asking<'_>) -> Result<PersonAnswer, StoreError> {
    let (ground, now, caller) = (reader.ground(), reader.now(), reader.caller());
    let (gallery, waiting, day) = (ground.kept::<Gallery>(), ground.kept::<Waiting>(), today(now));
    let asked = &asking.traveller.person;
    let likely = reader.ask(|connection| gallery.likely(connection, caller.state, asked, day))?;
    let spared = asking.document.map(|document| hashes(ground, document)).unwrap_or_default();
    let held = asking.document.map(|document| misused::hashes(ground, document)).unwrap_or_default();
    let (mut found, mut misuse): (Vec<(Likely, Shown)>, Option<Misuse>) = (Vec::new(), None);
    for one in likely {
        let shown = reader.ask(|connection| queries::shown(connection, one.alert, caller.state, day))?;
        let Some(shown) = shown else { continue };
        // G-26: the holder of a misused identity is told from the alert's person before anybody is shown as possible.
        let holder =
            reader.ask(|connection| misused::queries::clears(connection, ground.keys.sealer(), one.alert, &held))?;
        let cleared = reader.ask(|connection| queries::is_cleared(connection, one.alert, &spared, day))?;
        match holder {
            Some(holder) => misuse = misuse.or(Some(holder)),
            None if cleared => {}
            None => found.push((one, shown)),
        }
    }
    // G-02: whoever may well be somebody to be protected is not stopped as a suspect.
    let protected = found
        .iter()
        .any(|(one, shown)| shown.category.stance() == Stance::Protective && one.explanation.band() == Band::Strong);
    found.retain(|(_, shown)| !(protected && shown.category.stance() == Stance::Accusing));
    let (mut matches, comparison) = (Vec::new(), new_id(now));
    for (Likely { alert, explanation }, _) in found.into_iter().take(SHOWN_MAX) {
        let compared = compared(asking.traveller, &explanation);
        let handle = new_id(now);
        let pending = Pending {
            alert,
            officer: caller.person,
            officer_name: caller.name.clone(),
            state: caller.state,
            at: now,
            comparison,
            birth: Birth::of(asking.traveller, &explanation),
            compared: compared.clone(),
            document: asking.document.cloned(),
            asks: false,
            seconded: None,
            opened: false,
        };
        waiting.keep(handle, pending);
        matches.push(PossibleMatch {
            handle,
            level: if explanation.band() == Band::Strong { Level::Strong } else { Level::Review },
            compared,
            one_in: rounded(explanation.one_in()),
            would_decide: explanation.would_decide().into_iter().filter_map(decides).collect(),
        });
    }
    Ok(PersonAnswer { receipt: hex::encode(asking.nonce), matches, misuse, may_clear: asking.document.is_some() })
}

/// A number cannot be compared: no alert holds one.
const fn decides(question: Question) -> Option<Decides> {
    match question {
        Question::Number => None,
        Question::Birth => Some(Decides::Birth),
        Question::Surname => Some(Decides::Surname),
        Question::Given => Some(Decides::GivenName),
    }
}

/// Answers how each of the traveller's data compares. What an alert does not say is left out.
fn compared(traveller: &Traveller, explanation: &Explanation) -> Vec<Compared> {
    let person = &traveller.person;
    let lines = || explanation.lines.iter().map(|line| line.fact);
    let contradicted = lines().fold((0, 0), |sum: (u8, u8), fact| match fact {
        Fact::Contradicted { surnames, given } => (sum.0 + surnames, sum.1 + given),
        _ => sum,
    });
    let mut all = Vec::new();
    for (at, (word, part)) in person.names.iter().flat_map(matching::Name::words).enumerate() {
        let given = part.role == Role::Given;
        let data = if given { Data::GivenName } else { Data::Surname };
        let stands = lines().find_map(|fact| match fact {
            Fact::Word { kind, asked, .. } if usize::from(asked) == at => Some(kind),
            _ => None,
        });
        let compares = match stands {
            Some(Kind::Same) => Compares::Agrees,
            Some(_) => Compares::Near,
            None if if given { contradicted.1 } else { contradicted.0 } > 0 => Compares::Differs,
            None => continue,
        };
        all.push(Compared { data, said: word.to_owned(), compares });
    }
    let said = |data, compares| Compared { data, said: String::new(), compares };
    let birth = lines().find_map(|fact| if let Fact::Birth(dates) = fact { Some(dates) } else { None });
    match birth {
        _ if person.births.is_empty() => all.push(said(Data::Birth, Compares::NotGiven)),
        Some(dates) if dates != Dates::Missing => all.push(said(Data::Birth, stands(dates))),
        _ => {}
    }
    let sex = lines().find_map(|fact| if let Fact::Sex(same) = fact { Some(same) } else { None });
    match sex {
        Some(same) => all.push(said(Data::Sex, if same { Compares::Agrees } else { Compares::Differs })),
        None if person.sex.is_none() => all.push(said(Data::Sex, Compares::NotGiven)),
        None => {}
    }
    all
}

/// Answers how two birth dates stand to each other, in no more than three words: how far apart they are would be a way to find one.
pub(super) const fn stands(dates: Dates) -> Compares {
    match dates {
        Dates::Same | Dates::SameDefault => Compares::Agrees,
        Dates::Apart | Dates::YearOther | Dates::YearOnly | Dates::NearYear | Dates::Missing => Compares::Differs,
        _ => Compares::Near,
    }
}

/// Rounds down to 1, 2 or 5 times a power of ten, a million at most: the frequencies are no truer than that.
fn rounded(one_in: f64) -> u64 {
    let capped = one_in.clamp(1.0, ONE_IN_MAX);
    let power = 10f64.powi(capped.log10().floor() as i32);
    let step = [5.0, 2.0, 1.0].into_iter().find(|step| step * power <= capped).unwrap_or(1.0);
    (step * power) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_said_no_more_exactly_than_it_is_known() {
        for (one_in, said) in [(0.3, 1), (1.0, 1), (4.9, 2), (860.0, 500), (19_999.0, 10_000), (1e30, 1_000_000)] {
            assert_eq!(rounded(one_in), said, "{one_in}");
        }
    }

    /// How far a date is from the right one is a way to find it: all that is near is said alike.
    #[test]
    fn births_are_told_in_three_words() {
        assert_eq!(stands(Dates::Same), Compares::Agrees);
        for near in [Dates::Swapped, Dates::YearNext, Dates::DayNext, Dates::MonthNext, Dates::SameYear, Dates::Within]
        {
            assert_eq!(stands(near), Compares::Near, "{near:?}");
        }
        for other in [Dates::Apart, Dates::YearOther, Dates::YearOnly] {
            assert_eq!(stands(other), Compares::Differs, "{other:?}");
        }
    }
}
