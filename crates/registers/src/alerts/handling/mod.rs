//! Handling codes: what may be done with what an alert says once it is known, as the State that answers for it decides (G-28).
//!
//! They are part of a version, so that the second person confirms them with it, and go wherever its content goes: every page, every
//! sheet of what is printed, every answer to a program. What would hand content on asks `may_hand_on` first. Nothing here is
//! shown before the content itself is: of two possible matches nobody can tell by a code which is which.

mod api;
pub(super) mod apply;
pub(super) mod entries;
pub(super) mod permit;
pub(super) mod queries;
pub(super) mod shown;
pub(super) mod take_back;

pub(super) use api::{HandlingShown, Handlings, permit_by_call, take_back_by_call};

use base::ids::StateCode;
use base::store::StoreError;
use base::web::{InputFault, Said};
use jiff::civil::Date;
use minicbor::{Decode, Encode};
use rusqlite::Connection;
use uuid::Uuid;

use super::typed::phrase;
use crate::closed::closed_list;

/// The most characters of another restriction.
pub const RESTRICTION_CHARS_MAX: usize = 200;

closed_list! {
    /// What may not be done with what an alert says.
    HandlingCode {
        /// It is not used in judicial proceedings without its State's permission.
        Proceedings = 0, "H1", "alerts-handling-h1";
        /// It is not handed on to anybody else without its State's permission.
        Onward = 1, "H2", "alerts-handling-h2";
        /// Another restriction, which its State writes out.
        Other = 2, "H3", "alerts-handling-h3";
    }
}

closed_list! {
    /// For what an officer hands on what was opened.
    HandedFor {
        /// A measure of the officer's own State: whoever carries it out must know of it.
        Measure = 0, "measure", "alerts-hand-on-measure";
        /// Judicial proceedings.
        Proceedings = 1, "proceedings", "alerts-hand-on-proceedings";
    }
}

/// The codes of one version; at least one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Handling {
    /// In the order of the list, each once.
    #[n(0)]
    pub codes: Vec<HandlingCode>,
    /// What H3 restricts.
    #[n(1)]
    pub restriction: Option<String>,
}

impl Handling {
    /// Reads codes and a restriction; none where nothing is restricted.
    ///
    /// Errors: a code of no list; H3 without its restriction, or a restriction without H3.
    pub(super) fn read(codes: &[String], restriction: &str) -> Result<Option<Handling>, Vec<InputFault>> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, code, key| faults.push(InputFault::field(field, code, Said::plain(key)));
        let known: Option<Vec<HandlingCode>> = codes.iter().map(|code| HandlingCode::read(code)).collect();
        let mut codes = known.unwrap_or_else(|| {
            fault("handling", "no-such-code", "alerts-fault-code");
            Vec::new()
        });
        codes.sort_unstable();
        codes.dedup();
        let (other, said) = (codes.contains(&HandlingCode::Other), !restriction.trim().is_empty());
        match (other, said) {
            (true, false) => fault("restriction", "missing", "alerts-handling-fault-restriction"),
            (false, true) => fault("restriction", "not-allowed", "alerts-handling-fault-no-h3"),
            _ => {}
        }
        let restriction = if other && said {
            match phrase("restriction", restriction, 3, RESTRICTION_CHARS_MAX) {
                Ok(text) => Some(text),
                Err(fault) => {
                    faults.push(fault);
                    None
                }
            }
        } else {
            None
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok((!codes.is_empty()).then_some(Handling { codes, restriction }))
    }

    /// Answers whether it has a code.
    pub fn has(&self, code: HandlingCode) -> bool {
        self.codes.contains(&code)
    }

    /// Answers its codes as they are said: `H1 H2`.
    pub fn said(&self) -> String {
        self.codes.iter().map(|code| code.code()).collect::<Vec<_>>().join(" ")
    }
}

/// Answers which permissions let a State hand on what a version says, for what; none are needed by the State whose alert it is, nor
/// where no code stands against it.
///
/// Errors: `Refused` where a code stands against it, and its State has recorded no permission for this State that still holds.
pub(super) fn may_hand_on(
    connection: &Connection,
    (alert, owner): (Uuid, StateCode),
    handling: Option<&Handling>,
    (by, what): (StateCode, HandedFor),
    today: Date,
) -> Result<Vec<queries::Permission>, StoreError> {
    let mut permissions = Vec::new();
    let asked = [(HandlingCode::Onward, true), (HandlingCode::Proceedings, what == HandedFor::Proceedings)];
    for (code, concerned) in asked {
        if by == owner || !concerned || !handling.is_some_and(|handling| handling.has(code)) {
            continue;
        }
        let permission = queries::permitted(connection, alert, code, by, today)?;
        permissions.push(permission.ok_or(StoreError::Refused(match code {
            HandlingCode::Proceedings => "alerts-handling-refused-proceedings",
            HandlingCode::Onward | HandlingCode::Other => "alerts-handling-refused-onward",
        }))?);
    }
    Ok(permissions)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(codes: &[&str], restriction: &str) -> Result<Option<Handling>, Vec<(String, &'static str)>> {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        Handling::read(&codes, restriction)
            .map_err(|faults| faults.into_iter().map(|fault| (fault.field, fault.code)).collect())
    }

    /// G-28: any set of three codes, and what H3 means is always written out and screened like every free text.
    #[test]
    fn g_28_codes_are_a_set_and_h3_says_what_it_restricts() {
        assert_eq!(read(&[], "").unwrap(), None);
        let all = read(&["H3", "H1", "H2", "H1"], " Solo de palabra (ficticio) ").unwrap().unwrap();
        assert_eq!((all.said().as_str(), all.restriction.as_deref()), ("H1 H2 H3", Some("Solo de palabra (ficticio)")));
        assert_eq!(read(&["H3"], " "), Err(vec![("restriction".to_owned(), "missing")]));
        assert_eq!(read(&["H1"], "Solo de palabra"), Err(vec![("restriction".to_owned(), "not-allowed")]));
        assert_eq!(read(&["H3"], "Persona indígena"), Err(vec![("restriction".to_owned(), "unwelcome")]));
        assert_eq!(read(&["H3"], &"x".repeat(201)), Err(vec![("restriction".to_owned(), "too-long")]));
        for other in ["H0", "h1", "H4", "TLP:RED", ""] {
            assert_eq!(read(&[other], ""), Err(vec![("handling".to_owned(), "no-such-code")]), "{other}");
        }
        assert_eq!(HandlingCode::ALL.len(), 3);
    }
}
