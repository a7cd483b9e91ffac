//! The act "review an alert": its own State looks again whether such documents are still met.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::coded::ReviewFinding;
use super::correct::own;
use super::entries::{AlertEntry, Reviewed};
use super::fitting::today;
use super::found;
use super::life::{self, Act};
use super::pages::Setting;
use super::permits::ReviewAlert;
use super::queries::Alert;

/// Records a review. The next one is due after its years; only an alert still met gets a new day of expiry.
pub fn review(entries: &Entries<'_, AlertEntry>, id: Uuid, finding: ReviewFinding) -> Result<(), StoreError> {
    let alert = found::inside(entries, id)?;
    own(entries, &alert)?;
    life::allows(Act::Review, alert.standing, alert.published_version.is_some()).map_err(StoreError::Refused)?;
    let day = today(entries.stamp().at);
    entries.append(&AlertEntry::Reviewed(Reviewed {
        alert: id,
        finding,
        review_on: life::review_from(day),
        expires_on: if finding.extends() { life::expiry_from(day) } else { alert.expires_on },
    }))?;
    Ok(())
}

/// Asks what was found.
pub(super) async fn page(
    permitted: Permitted<ReviewAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    life::allows(Act::Review, alert.standing, alert.published_version.is_some()).map_err(Refusal::conflict)?;
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    Ok(visit.page("documents-review-title", drawn(&setting, visit.csrf(), &alert, &Filled::new())))
}

/// Records it.
pub(super) async fn submit(
    permitted: Permitted<ReviewAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?;
    let Some(finding) = ReviewFinding::read(filled.typed("finding")) else {
        filled.refuse("finding", visit.voice.t("documents-fault-missing-finding"));
        let setting = Setting::of(&visit.voice, writer.reader().ground(), writer.reader().now());
        let body = drawn(&setting, visit.csrf(), &alert, &filled);
        return Ok(Err(visit.refused_page("documents-review-title", body)));
    };
    let id = alert.id;
    writer.append(move |entries| review(entries, id, finding)).await?;
    Ok(Ok(Redirect::to(&format!("/documents/{reference}?done=reviewed"))))
}

fn drawn(setting: &Setting<'_>, csrf: &str, alert: &Alert, filled: &Filled) -> Markup {
    let voice = setting.voice;
    let path = format!("/documents/{}", alert.reference);
    let extended = life::expiry_from(setting.today);
    let choices = [
        Choice::new(ReviewFinding::StillMet.code(), voice.t(ReviewFinding::StillMet.key()))
            .hint(voice.tn("documents-finding-still-met-hint", &[("day", setting.day(extended).into())])),
        Choice::new(ReviewFinding::NotMetLately.code(), voice.t(ReviewFinding::NotMetLately.key()))
            .hint(voice.tn("documents-finding-not-met-lately-hint", &[("day", setting.day(alert.expires_on).into())])),
    ];
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.tn("documents-review-question", &[("reference", alert.reference.as_str().into())])) }
        p { (voice.t("documents-review-consequence")) }
        (fields::form(&format!("{path}/review"), csrf, html! {
            (fields::radios(voice, filled, &Field::new("finding", "documents-finding"), &choices))
            (fields::submit_row(voice, "documents-review-act", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
