//! The operator's page: what the machine holds, when it was last verified and copied, and both acts.

use jiff::Timestamp;
use maud::{Markup, html};
use serde_json::Value;

use super::gap::{self, Gap};
use super::upkeep::{Done, Upkeep, last};
use super::{Overview, RELEASE};
use crate::access::{ACCESS, Resource};
use crate::desk::{Permitted, Reader};
use crate::store::{Database, DiskRoom, Standing, StoreError};
use crate::web::fields::form;
use crate::web::parts::{Tone, card, facts, notice};
use crate::web::tables::{Column, Table, table};
use crate::web::{Refusal, Visit, Voice};

/// What the machine holds.
struct Held {
    houses: Vec<(String, u64)>,
    log_lines: u64,
    files: u64,
    verified: Option<Done>,
    copied: Option<Done>,
    room: DiskRoom,
    clock_leapt: bool,
    destroys_from: Option<Timestamp>,
    drilled: Option<Done>,
    gap: Option<Gap>,
}

/// Shows the page.
pub(super) async fn page(permitted: Permitted<Overview>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let held = held(&reader)?;
    let may_copy = reader.caller().purpose == Some(crate::access::Purpose::Operation);
    // The operator runs the machine and need not know about whom there are concerns.
    let waiting = if may_copy { None } else { Some(crate::oversight::waiting(&reader)?) };
    let body = body(&visit.voice, &held, visit.csrf(), may_copy);
    Ok(visit
        .page("operation-title", html! { @if let Some(count) = waiting { (concerns(&visit.voice, count)) } (body) }))
}

fn concerns(voice: &Voice, waiting: u64) -> Markup {
    let tone = if waiting == 0 { Tone::Quiet } else { Tone::Soon };
    notice(
        tone,
        html! { p { (voice.tn("oversight-waiting", &[("count", waiting.into())])) " " a href=(crate::oversight::CONCERNS_PATH) { (voice.t("oversight-title")) } } },
    )
}

fn held(reader: &Reader<Overview>) -> Result<Held, StoreError> {
    let ground = reader.ground();
    let folder = ground.folder.path();
    let last_of = |connection: &rusqlite::Connection, sql| connection.query_row(sql, [], |row| row.get::<_, u64>(0));
    let entries = "SELECT coalesce(max(position), 0) FROM journal_entry";
    let mut houses = Vec::new();
    for plan in ground.plans {
        let position = ground.database(plan.spec.name)?.read(|connection| Ok(last_of(connection, entries)?))?;
        houses.push((plan.spec.name.to_owned(), position));
    }
    let log = Database::open_alone(folder, &ACCESS)?;
    Ok(Held {
        houses,
        log_lines: last_of(&log, "SELECT coalesce(max(position), 0) FROM leaf")?,
        files: ground.files.held()?.names.len() as u64,
        verified: reader.ask(|base| last(base, Upkeep::Verification))?,
        copied: reader.ask(|base| last(base, Upkeep::Backup))?,
        room: ground.reserve.room(),
        clock_leapt: ground.clock.leap().is_some(),
        destroys_from: ground.timekeeping.waits_until(reader.now()),
        drilled: reader.ask(|base| last(base, Upkeep::Drill))?,
        gap: reader.ask(gap::standing)?,
    })
}

fn body(voice: &Voice, held: &Held, csrf: &str, may_copy: bool) -> Markup {
    let number = |count: u64| html! { (voice.number(i64::try_from(count).unwrap_or(i64::MAX))) };
    let mut rows: Vec<Vec<Markup>> = held
        .houses
        .iter()
        // Each house says in its own words what it keeps; its name is a word of the code.
        .map(|(house, entries)| vec![html! { (voice.t(&format!("house-{house}-entries"))) }, number(*entries)])
        .collect();
    rows.push(vec![html! { (voice.t("operation-held-log")) }, number(held.log_lines)]);
    rows.push(vec![html! { (voice.t("operation-held-files")) }, number(held.files)]);
    html! {
        h1 { (voice.t("operation-title")) }
        (notices(voice, held))
        @if let Some(gap) = &held.gap { (gap::drawn(voice, gap, csrf, if may_copy { "operation" } else { "oversight" })) }
        (facts(&[
            (&voice.t("operation-release"), html! { (RELEASE) }),
            (&voice.t("operation-free"), html! { (free(voice, held.room)) }),
            (&voice.t("operation-reserve"), html! { (reserve(voice, held.room)) }),
        ]))
        div .narrow { (table(voice, &Table {
            id: "held",
            caption: voice.t("operation-held").into_owned(),
            columns: vec![Column::text(voice.t("operation-held-what")), Column::figures(voice.t("operation-held-count"))],
            rows,
            empty: "operation-held-nothing",
        })) }
        (card("verification", &voice.t("operation-verification"), html! {
            p { (voice.t("operation-verification-lead")) }
            (verified(voice, held.verified.as_ref()))
            (form("/operation/verification", csrf, html! { button type="submit" { (voice.t("operation-verify")) } }))
        }))
        (card("backup", &voice.t("operation-backup"), html! {
            p { (voice.t("operation-backup-lead")) }
            @match &held.copied {
                Some(done) => p { (voice.t("operation-backup-last")) " " (voice.instant(done.at)) },
                None => p { (voice.t("operation-backup-never")) },
            }
            @if may_copy {
                (form("/operation/backup", csrf, html! { button type="submit" { (voice.t("operation-back-up")) } }))
            }
        }))
        (card("drill", &voice.t("operation-drill"), html! {
            p { (voice.t("operation-drill-lead")) }
            (drilled(voice, held.drilled.as_ref()))
        }))
    }
}

/// Says what somebody should do before anything else.
fn notices(voice: &Voice, held: &Held) -> Markup {
    html! {
        @if held.room.standing == Standing::Spent {
            (notice(Tone::Late, html! {
                p { strong { (voice.t("operation-room-spent")) } }
                p { (voice.t("operation-room-spent-next")) }
            }))
        } @else if held.room.low && held.room.size_bytes > 0 {
            (notice(Tone::Soon, html! { p { (voice.t("operation-room-low")) } }))
        }
        @if held.clock_leapt { (notice(Tone::Late, html! { p { (voice.t("operation-clock-leap")) } })) }
        @if let Some(until) = held.destroys_from {
            (notice(Tone::Soon, html! { p { (voice.t("operation-clock-doubt")) " " (voice.instant(until)) } }))
        }
    }
}

fn megabytes(voice: &Voice, key: &str, bytes: u64) -> String {
    let count = voice.number(i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX));
    voice.tn(key, &[("count", count.as_str().into())]).into_owned()
}

fn free(voice: &Voice, room: DiskRoom) -> String {
    match room.free_bytes {
        u64::MAX => voice.t("operation-free-unknown").into_owned(),
        bytes => megabytes(voice, "operation-free-mb", bytes),
    }
}

fn reserve(voice: &Voice, room: DiskRoom) -> String {
    match room.standing {
        Standing::Held => megabytes(voice, "operation-reserve-held", room.size_bytes),
        Standing::Spent => voice.t("operation-reserve-spent").into_owned(),
        Standing::Absent => voice.t("operation-reserve-absent").into_owned(),
    }
}

fn drilled(voice: &Voice, done: Option<&Done>) -> Markup {
    let Some(done) = done else { return html! { p { (voice.t("operation-drill-never")) } } };
    let (tone, key) =
        if done.sound { (Tone::Done, "operation-drill-sound") } else { (Tone::Late, "operation-drill-failed") };
    notice(tone, html! { p { (voice.t(key)) " " (voice.instant(done.at)) } })
}

fn verified(voice: &Voice, done: Option<&Done>) -> Markup {
    let Some(done) = done else { return html! { p { (voice.t("operation-verified-never")) } } };
    let at = voice.instant(done.at);
    if done.sound {
        return notice(Tone::Done, html! { p { (voice.t("operation-verified-sound")) " " (at) } });
    }
    let found: Value = serde_json::from_str(&done.found).unwrap_or_default();
    let damage: Vec<&str> = found["damage"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    notice(
        Tone::Late,
        html! {
            p { strong { (voice.t("operation-verified-damage")) } " " (at) }
            ul { @for what in damage { li lang="en" { (what) } } }
            p { (voice.t("operation-verified-damage-next")) }
        },
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::body::Body;
    use axum::http::Request;

    use crate::access::Purpose;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn the_page_speaks_every_language_and_offers_both_acts() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        for language in ["en", "es", "fr"] {
            let cookies = format!("puebla={}; language={language}", operator.secret);
            let request = Request::get("/operation").header("cookie", cookies).body(Body::empty()).unwrap();
            let page = specimen.send(request).await;
            assert_eq!(page.status, 200);
            assert!(page.body.contains("action=\"/operation/verification\""), "{}", page.body);
            assert!(page.body.contains("action=\"/operation/backup\""));
            assert!(!page.body.contains("operation-"), "a key nobody wrote: {}", page.body);
        }
    }

    #[tokio::test]
    async fn nobody_else_finds_it() {
        let specimen = Specimen::new(&[]);
        let examiner = specimen.signed_in("MEX", "document_examiner", Purpose::DocumentExamination);
        assert_eq!(specimen.get(Some(&examiner), "/operation").await.status, 404);
        assert_eq!(specimen.post(&examiner, "/operation/backup", &[]).await.status, 404);
        let supervisor = specimen.signed_in("MEX", "oversight", Purpose::Oversight);
        assert!(!specimen.get(Some(&supervisor), "/operation").await.body.contains("/operation/backup"));
        assert_eq!(specimen.post(&supervisor, "/operation/backup", &[]).await.status, 404);
    }
}
