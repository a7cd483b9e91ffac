//! The act "correct an alert": a new version, by its own State alone (G-12). What is in force stays so until a second person has
//! judged the new version; whoever finds it dangerous withdraws it, which one person can.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Filled, Posted, Refusal, Visit};
use jiff::ToSpan;
use maud::{Markup, html};
use uuid::Uuid;

use super::entries::{AlertsEntry, Corrected};
use super::form::{self, Form};
use super::handling::shown;
use super::life::{Act, DRAFT_DAYS};
use super::permits::CorrectAlert;
use super::queries::Alert;
use super::text::AlertText;
use super::typed::PersonAlertSent;
use super::{closed, found, queries, today};

/// Puts a new version beside the one whose hash was seen.
///
/// Errors: `Refused` where it has ended, is another's, has changed since it was seen, or may not stand.
pub fn correct(
    entries: &Entries<'_, AlertsEntry>,
    id: Uuid,
    seen: &[u8; 32],
    text: AlertText,
) -> Result<(), StoreError> {
    let alert = found::inside(entries, id, Act::Correct)?;
    if queries::version(entries.now(), id, alert.version)?.hash != *seen {
        return Err(StoreError::Refused(found::STALE));
    }
    found::may_stand(entries, id, alert.category, &text)?;
    let waits_until = today(entries.stamp().at).saturating_add(DRAFT_DAYS.days());
    let version = alert.version + 1;
    let text = closed::version(entries.sealer(), alert.owner, id, version, text)?;
    entries.append(&AlertsEntry::Corrected(Corrected { alert: id, version, text, waits_until }))?;
    Ok(())
}

/// Shows the form, filled in with the latest version.
pub(super) async fn page(
    permitted: Permitted<CorrectAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let reader = permitted.open_with_outcome(resource, "form").await?;
    let alert = found::alert(&reader, &reference)?;
    if alert.life.has_ended(today(reader.now())) {
        return Err(Refusal::conflict("alerts-refused-ended"));
    }
    let latest = found::version(&reader, &alert, alert.version)?;
    let sealed = found::sealed(&reader, &alert, alert.version)?;
    let handling = shown::read(&reader, alert.id, alert.version)?;
    let text = AlertText { subject: latest.subject, sealed, handling };
    let filled = PersonAlertSent::of(alert.category, &text).filled();
    let body = html! {
        (shown::notice(&visit.voice, text.handling.as_ref()))
        (drawn(&visit, &alert, &latest.hash, &filled))
    };
    Ok(visit.page("alerts-correct-title", body))
}

/// Hands the new version in. The category stays what it was, whatever is sent.
pub(super) async fn submit(
    permitted: Permitted<CorrectAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?;
    let seen = found::seen(&filled)?;
    let typed = PersonAlertSent { category: alert.category.code().to_owned(), ..PersonAlertSent::of_form(&filled) };
    let text = match typed.read(today(writer.reader().now())) {
        Ok((_, text)) => text,
        Err(faults) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            return Ok(Err(visit.refused_page("alerts-correct-title", drawn(&visit, &alert, &seen, &filled))));
        }
    };
    let id = alert.id;
    writer.append(move |entries| correct(entries, id, &seen, text)).await?;
    Ok(Ok(Redirect::to(&format!("/alerts/{reference}?done=corrected"))))
}

fn drawn(visit: &Visit, alert: &Alert, seen: &[u8; 32], filled: &Filled) -> Markup {
    let path = format!("/alerts/{}", alert.reference);
    let form = Form {
        action: &format!("{path}/correct"),
        csrf: visit.csrf(),
        categories: &[alert.category],
        title: "alerts-correct-title",
        back: &path,
        seen: &hex::encode(seen),
    };
    form.drawn(&visit.voice, filled)
}
