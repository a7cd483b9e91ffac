//! The act "write down whom one's State looks for": form → text → entry. A draft is the State's and not the author's, so that a
//! colleague of the night can finish it; nothing of it is in force.

use axum::http::StatusCode;
use axum::response::Redirect;
use base::access::{Purpose, Resource};
use base::desk::{Entries, Permitted};
use base::identity::Caller;
use base::identity::profile::InForce;
use base::ids::new_id;
use base::store::StoreError;
use base::web::{Filled, Posted, Refusal, Visit};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use maud::Markup;

use super::apply::reference;
use super::coded::Category;
use super::entries::{AlertsEntry, Drafted};
use super::form::{self, Form};
use super::life::DRAFT_DAYS;
use super::permits::DraftAlert;
use super::text::AlertText;
use super::typed::PersonAlertSent;
use super::{closed, found, queries, switch, today};

/// What a new reference is made of, besides its number.
#[derive(Clone, Debug)]
pub struct Numbering {
    process: String,
    year: i16,
}

impl Numbering {
    /// Answers the numbering at an instant: the process's code, and the year at the secretariat's seat.
    pub fn at(profile: &InForce, now: Timestamp) -> Self {
        let seat = TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC);
        Numbering { process: profile.code.clone(), year: seat.to_datetime(now).year() }
    }
}

/// Writes an alert down for the speaking State; answers its reference.
///
/// Errors: `Refused` where the register is off for it (G-05), the category is another desk's (G-19), the text may not stand, or
/// the State has said the same already (G-10).
pub fn draft(
    entries: &Entries<'_, AlertsEntry>,
    numbering: &Numbering,
    category: Category,
    text: AlertText,
) -> Result<String, StoreError> {
    let at = entries.stamp().at;
    let alert = new_id(at);
    found::may_speak(entries, category)?;
    found::may_stand(entries, alert, category, &text)?;
    let number = queries::next_number(entries.now(), numbering.year)?;
    let text = closed::version(entries.sealer(), entries.stamp().state, alert, 1, text)?;
    entries.append(&AlertsEntry::Drafted(Drafted {
        alert,
        process: numbering.process.clone(),
        year: numbering.year,
        number,
        category,
        text,
        waits_until: today(at).saturating_add(DRAFT_DAYS.days()),
    }))?;
    Ok(reference(&numbering.process, numbering.year, number))
}

/// Answers whose work somebody does, for the policies: children's, or everybody else's.
pub(super) fn desk(caller: &Caller) -> Resource {
    let status = if of_child(caller) { "child" } else { "adult" };
    Resource { status, ..Resource::of(caller.state, "new".to_owned()) }
}

/// Answers whether somebody works on children's alerts now.
pub(super) fn of_child(caller: &Caller) -> bool {
    caller.purpose == Some(Purpose::ChildProtection)
}

/// Shows the empty form, with the categories in which one's own State takes part.
pub(super) async fn page(permitted: Permitted<DraftAlert>, visit: Visit) -> Result<Markup, Refusal> {
    let own = desk(permitted.caller());
    let reader = permitted.open_with_outcome(own, "form").await?;
    let categories =
        reader.ask(|connection| switch::of_desk(connection, reader.caller().state, of_child(reader.caller())))?;
    if categories.is_empty() {
        return Err(Refusal::conflict("alerts-refused-part"));
    }
    Ok(visit.page("alerts-draft-title", new_form(&visit, &categories).drawn(&visit.voice, &Filled::new())))
}

/// Writes the draft.
pub(super) async fn submit(
    permitted: Permitted<DraftAlert>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let own = desk(permitted.caller());
    let writer = permitted.open_to_write(own).await?;
    let (reader, now) = (writer.reader(), writer.reader().now());
    let (category, text) = match PersonAlertSent::of_form(&filled).read(today(now)) {
        Ok(read) => read,
        Err(faults) => {
            let caller = reader.caller();
            let categories = reader.ask(|connection| switch::of_desk(connection, caller.state, of_child(caller)))?;
            form::refuse(&visit.voice, &mut filled, &faults);
            let body = new_form(&visit, &categories).drawn(&visit.voice, &filled);
            return Ok(Err(visit.refused_page("alerts-draft-title", body)));
        }
    };
    let numbering = Numbering::at(&reader.ground().identity.profile(), now);
    let reference = writer.append(move |entries| draft(entries, &numbering, category, text)).await?;
    Ok(Ok(Redirect::to(&format!("/alerts/{reference}?done=drafted"))))
}

fn new_form<'a>(visit: &'a Visit, categories: &'a [Category]) -> Form<'a> {
    Form {
        action: "/alerts/new",
        csrf: visit.csrf(),
        categories,
        title: "alerts-draft-title",
        back: "/alerts/own",
        seen: "",
    }
}
