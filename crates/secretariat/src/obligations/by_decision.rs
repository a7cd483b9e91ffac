//! What one decision charges whom with and where each stands, as other rooms show it.

use base::access::Permit;
use base::desk::Reader;
use base::store::StoreError;
use base::web::{Voice, shell};
use maud::{Markup, html};

use super::turn::{Filter, Look, Place, Wanted, Whose};
use super::{list, pages};
use crate::meetings::Symbol;

/// Rows beside a decision at most; the list has them all.
const ROWS_SHOWN: usize = 30;

/// Decisions that one look for their duties can bring at most.
const DECISIONS_MAX: usize = 10_000;

/// Answers symbols of decisions of which some duty is as wanted.
pub(crate) fn with_a_duty<P: Permit>(reader: &Reader<P>, wanted: Wanted) -> Result<Vec<String>, StoreError> {
    let (now, seat) = (reader.now(), list::seat(reader.ground()));
    let members_only = list::sees_members_only(reader);
    reader.ask(|tables| Look::begin(tables, now, &seat)?.decisions(tables, wanted, members_only, DECISIONS_MAX))
}

/// Draws what a decision charges whom with; nothing where it charges nobody.
pub(crate) fn of_decision<P: Permit>(
    reader: &Reader<P>,
    voice: &Voice,
    decision: &Symbol,
) -> Result<Option<Markup>, StoreError> {
    let (now, seat) = (reader.now(), list::seat(reader.ground()));
    let filter = Filter {
        wanted: Wanted::All,
        whose: Whose::Anybodys,
        decision: Some(decision.to_string()),
        due_before: None,
        members_only: list::sees_members_only(reader),
    };
    let mut rows = reader
        .ask(|tables| Look::begin(tables, now, &seat)?.turn(tables, &filter, &Place::default(), ROWS_SHOWN + 1))?;
    let more = rows.len() > ROWS_SHOWN;
    rows.truncate(ROWS_SHOWN);
    let address =
        format!("/obligations?standing={}&decision={}", Wanted::All.code(), shell::encoded(&decision.to_string()));
    Ok((!rows.is_empty()).then(|| {
        html! {
            (pages::duties(reader.ground(), voice, &rows))
            @if more { p { a href=(address) { (voice.t("obligations-of-decision-more")) } } }
        }
    }))
}
