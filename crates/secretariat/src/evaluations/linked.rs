//! The way back from an obligation to the recommendation that it came of.

use base::access::Permit;
use base::desk::Reader;
use base::store::StoreError;
use base::web::Voice;
use maud::{Markup, html};

use super::entries::Words;
use super::{pages, queries};
use crate::meetings::Symbol;
use crate::obligations::Reference;

/// A recommendation of which an obligation came.
pub(crate) struct CameOf {
    evaluation: Symbol,
    title: Words,
    number: u16,
}

/// Answers of which recommendation an obligation came; none where of none, or of one that whoever reads may not see.
pub(crate) fn came_of<P: Permit>(reader: &Reader<P>, obligation: &Reference) -> Result<Option<CameOf>, StoreError> {
    let Some((evaluation, number)) = reader.ask(|now| queries::of_duty(now, obligation))? else { return Ok(None) };
    let Some(known) = reader.ask(|now| queries::known(now, &evaluation))? else { return Ok(None) };
    let seen = pages::may_show(reader, &known) && known.rules.sees_report(pages::eyes(reader));
    Ok(seen.then_some(CameOf { evaluation, title: known.prepared.title, number }))
}

impl CameOf {
    /// Draws it.
    pub(crate) fn markup(&self, voice: &Voice) -> Markup {
        let number = i64::from(self.number);
        html! {
            a href={ "/evaluations/" (self.evaluation.in_address()) "/report#recommendation-" (number) } {
                (voice.tn("evaluations-recommendation", &[("number", number.into())]))
            }
            ", " span .mono { (self.evaluation) } " · " (pages::said(voice, &self.title))
        }
    }
}
