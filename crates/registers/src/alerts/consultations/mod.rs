//! Consultations: what two States have said of one person does not go together, so that the later alert is held, found by nobody,
//! until its State and the other's have spoken (G-11).
//!
//! Either learns of the other which State it is and of which category it speaks; nothing of why, of whom in other words, or what is
//! asked for. It ends when one of the two alerts does, or when the State whose alert stood first agrees that both stand. An accusing alert
//! beside a protecting one is no such case: neither State is told (G-02).

mod api;
pub(super) mod apply;
pub(super) mod entries;
pub(super) mod list;
mod matrix;
pub(super) mod queries;
pub(super) mod say;

pub(super) use api::{Consultations, agree_by_call, call, say_by_call};
pub(super) use matrix::rank;

use base::desk::Entries;
use base::store::StoreError;
use base::web::Visit;
use base::web::parts::{self, Tone};
use jiff::ToSpan;
use maud::{Markup, html};
use uuid::Uuid;

use super::coded::Category;
use super::entries::AlertsEntry;
use super::text::Subject;
use super::today;
use entries::ConsultationOpened;
use matrix::{Beside, beside};
use queries::Side;

/// Days within which the State whose alert stood first says what it thinks.
pub(super) const ANSWER_DAYS: i32 = 10;

/// It waits for no other State: between the two nothing is open, either has ended or takes part no longer, or the other was silent beyond its
/// day and this one is the gentler.
pub(super) const UNHELD: &str = "NOT EXISTS (SELECT 1 FROM alerts_consultation AS c JOIN alerts_alert AS p ON p.alert = c.standing \
    WHERE c.held = a.alert AND (c.held_first = 0 OR c.answer_by > :today) AND p.withdrawn_on IS NULL AND p.until > :today \
    AND (SELECT count(*) FROM alerts_opt AS x WHERE x.opted = 1 AND x.state IN (a.owner, p.owner) \
    AND x.category IN (a.category, p.category)) = 4 \
    AND NOT EXISTS (SELECT 1 FROM alerts_consultation_word AS w WHERE w.held = c.held AND w.standing = c.standing AND w.agrees = 1))";

/// Opens a consultation with each other State whose alert on the same person does not go together with one that was just put in force.
///
/// A pair of alerts is consulted about once: what was agreed holds also for later versions of either.
pub(super) fn consult(
    entries: &Entries<'_, AlertsEntry>,
    alert: Uuid,
    category: Category,
    subject: &Subject,
) -> Result<(), StoreError> {
    let stamp = entries.stamp();
    let day = today(stamp.at);
    for other in queries::beside(entries.now(), stamp.state, alert, category, subject, day)? {
        if beside(category, other.category) == Beside::Consult {
            entries.append(&AlertsEntry::ConsultationOpened(ConsultationOpened {
                held: alert,
                standing: other.alert,
                answer_by: day.saturating_add(ANSWER_DAYS.days()),
                held_first: rank(category) < rank(other.category),
            }))?;
        }
    }
    Ok(())
}

/// Tells whoever answers for an alert that it waits for another State, or that another State's waits beside it.
pub(super) fn notice(visit: &Visit, side: Side) -> Markup {
    let voice = &visit.voice;
    let (tone, key) = match side {
        Side::Held => (Tone::Late, "alerts-consult-held-about"),
        Side::Standing => (Tone::Soon, "alerts-consult-standing-about"),
    };
    parts::notice(tone, html! { p { (voice.t(key)) " " a href=(list::PATH) { (voice.t("alerts-consult-title")) } } })
}
