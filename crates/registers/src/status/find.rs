//! The act "find one's own State's entries of a number": by its keyed hash, its range, its pattern.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Refusal, Visit};
use jiff::civil::Date;
use maud::{Markup, html};
use rusqlite::Connection;

use super::expiry::today;
use super::permits::FindStatus;
use super::queries::{self, StatusRecord};
use super::written;
use super::{Hashes, form, pages};
use crate::document::{DocumentNumber, DocumentRef, looked_at};

/// Shows the form.
pub(super) async fn page(desk: Permitted<FindStatus>, visit: Visit) -> Result<Markup, Refusal> {
    desk.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page("status-find", markup(&visit, &Filled::new(), None)))
}

/// Takes the form. It is posted, so that no number stands in an address, and from there in histories and logs.
pub(super) async fn submit(
    desk: Permitted<FindStatus>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let kind = written::document_kind(filled.typed("kind"));
    let number = written::number("number", filled.typed("number"));
    let (kind, number) = match (kind, number) {
        (Ok(kind), Ok(number)) => (kind, number),
        (kind, number) => {
            desk.open_with_outcome(Resource::room(), "form").await?;
            let faults: Vec<_> = kind.err().into_iter().chain(number.err()).collect();
            form::refuse(&visit.voice, &mut filled, &faults);
            return Ok(visit.refused_page("status-find", markup(&visit, &filled, None)).into_response());
        }
    };
    let document = DocumentRef { issuer: desk.caller().state, kind, number };
    let hashes = Hashes::of(&desk.ground().keys, &document);
    let about = looked_at(&desk.ground().keys, document.issuer, &document.number);
    let reader = desk.open(Resource::room_about(about)).await?;
    let found = reader.ask(|connection| find(connection, &document, &hashes, today(visit.voice.now)))?;
    Ok(visit.page("status-find", markup(&visit, &filled, Some(&found))).into_response())
}

fn find(
    connection: &Connection,
    document: &DocumentRef,
    hashes: &Hashes,
    today: Date,
) -> Result<Vec<StatusRecord>, StoreError> {
    let (issuer, kind, number): (_, _, &DocumentNumber) = (document.issuer, document.kind, &document.number);
    let mut held = queries::of_number(connection, hashes, today)?;
    held.extend(queries::overlapping(connection, issuer, kind, (number, number), today)?);
    let patterns = queries::patterns(connection, issuer, kind, number.as_str().len(), today)?;
    held.extend(patterns.into_iter().filter(|(pattern, _)| pattern.fits(number)).map(|(_, held)| held));
    let records = held.into_iter().map(|held| queries::one(connection, held.id, today));
    // What an import has not settled is held, and not there yet.
    records.filter_map(Result::transpose).collect()
}

fn markup(visit: &Visit, filled: &Filled, found: Option<&[StatusRecord]>) -> Markup {
    let voice = &visit.voice;
    let length = DocumentNumber::LENGTH_MAX as u32 + 8;
    html! {
        h1 { (voice.t("status-find")) }
        (fields::error_summary(voice, filled))
        @if let Some(found) = found {
            @let caption = voice.tn("status-find-caption", &[("count", found.len().into())]).into_owned();
            (pages::records(voice, caption, found, "status-find-empty"))
        }
        p { (voice.t("status-find-about")) }
        (fields::form("/status/find", visit.csrf(), html! {
            (form::kind_field(voice, filled))
            (fields::text_input(voice, filled, &Field::new("number", "status-number").mono().max_length(length)))
            (fields::submit_row(voice, "status-find-send", Some(html! { a .button .plain href="/status" { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use super::*;
    use base::access::ACCESS;
    use base::store::Database;

    #[tokio::test]
    async fn a_state_finds_its_own_entries_of_a_number() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        report(&specimen, &session, "K91500", "ONE").await;
        let range = [
            ("kind", "passport"),
            ("first", "K91000"),
            ("last", "K91999"),
            ("status", "stolen_blank"),
            ("reference", "RANGE"),
            ("step", "send"),
        ];
        path_of(specimen.post(&session, "/status/report-range", &range).await);
        let pattern = [
            ("kind", "passport"),
            ("pattern", "K9###0"),
            ("status", "invalid"),
            ("reference", "FORM"),
            ("step", "send"),
        ];
        path_of(specimen.post(&session, "/status/report-pattern", &pattern).await);
        assert_eq!(specimen.get(Some(&session), "/status/find").await.status, 200);
        let find = async |session, number| {
            specimen.post(session, "/status/find", &[("kind", "passport"), ("number", number)]).await
        };
        let found = find(&session, "k9-1500").await;
        for reference in ["ONE", "RANGE", "FORM"] {
            assert!(found.body.contains(reference), "{reference}");
        }
        let other = find(&session, "K91501").await.body;
        assert!(other.contains("RANGE") && !other.contains(">ONE<") && !other.contains("FORM"));
        let foreign = find(&authority(&specimen, "HND"), "K91500").await.body;
        assert!(foreign.contains("Your State has no entry about this number.") && !foreign.contains("ONE"));
        let wrong = specimen.post(&session, "/status/find", &[("number", "?")]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("kind-error") && wrong.body.contains("number-error"));
    }

    #[tokio::test]
    async fn the_log_does_not_have_the_hash_that_the_register_has() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        report(&specimen, &session, "K91500", "ONE").await;
        specimen.post(&session, "/status/find", &[("kind", "passport"), ("number", "K91500")]).await;
        let (key, rest): (i64, i64) = specimen
            .ground
            .database("registers")
            .unwrap()
            .read(|c| {
                Ok(c.query_row("SELECT number_key, number_rest FROM status_number", [], |r| {
                    Ok((r.get(0)?, r.get(1)?))
                })?)
            })
            .unwrap();
        let log = Database::open_alone(specimen.path(), &ACCESS).unwrap();
        let details: Vec<Vec<u8>> = log
            .prepare("SELECT body FROM detail")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let details: Vec<String> = details.into_iter().map(|body| String::from_utf8(body).unwrap()).collect();
        let mark = looked_at(&specimen.ground.keys, "GTM".parse().unwrap(), &DocumentNumber::parse("K91500").unwrap());
        assert_eq!(details.iter().filter(|detail| detail.contains(&mark)).count(), 1, "{details:?}");
        for half in [format!("{key:016x}"), format!("{rest:016x}")] {
            assert!(!details.iter().any(|detail| detail.contains(&half)), "{half} in {details:?}");
        }
    }
}
