//! One's own State's alerts: who, where they stand, until when. Nothing here says why.
//!
//! No search and no filter: an officer knows their own cases, and whoever does not has no business with them.

use std::collections::{BTreeMap, BTreeSet};

use base::access::Resource;
use base::desk::Permitted;
use base::web::fields::{self, Field};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, Refusal, Visit, Voice};
use jiff::civil::Date;
use maud::{Markup, html};
use uuid::Uuid;

use super::draft::of_child;
use super::handling::shown;
use super::permits::{ListAlerts, ShowFace};
use super::queries::{self, Listed, PAGE_ROWS};
use super::{consultations, glass, pages, proposals, switch, today, watch};

/// Shows the list.
pub(super) async fn page(
    permitted: Permitted<ListAlerts>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (state, child, day) = (reader.caller().state, of_child(reader.caller()), today(reader.now()));
    let before: Option<u64> = asked.typed("before").parse().ok();
    let mut listed = reader.ask(|connection| queries::list(connection, state, child, before, day))?;
    let next = (listed.len() > PAGE_ROWS).then(|| {
        listed.truncate(PAGE_ROWS);
        listed.last().map(|row| row.place)
    });
    let held = reader.ask(|connection| consultations::queries::held_of(connection, state, day))?;
    let noticed = reader.ask(|connection| proposals::queries::noticed(connection, state, day))?;
    let part = !reader.ask(|connection| switch::of_desk(connection, state, child))?.is_empty();
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.t("alerts-own-title")) }
        @if part { div .row {
            a .button href="/alerts/new" { (voice.t("alerts-draft-title")) }
            @if !child { a .button .plain href="/alerts/consultations" { (voice.t("alerts-consult-title")) } }
            a .button .plain href="/alerts/proposals" { (voice.t("alerts-proposals-title")) }
            a .button .plain href="/alerts/flags" { (voice.t("alerts-flags-title")) }
            a .button .plain href="/alerts/supplements" { (voice.t("alerts-supplements-title")) }
            a .button .plain href="/alerts/claims" { (voice.t("alerts-claims-title")) }
        } }
        @else { (parts::notice(Tone::Quiet, html! { p { (voice.t("alerts-refused-part")) } })) }
        (rows(voice, &listed, (&held, &noticed), day))
        @if before.is_some() || next.is_some() {
            nav .pager aria-label=(voice.t("table-pages")) {
                @if before.is_some() { a .button .plain href="/alerts/own" rel="first" { (voice.t("alerts-newest")) } }
                @if let Some(Some(next)) = next { a .button .plain href={ "/alerts/own?before=" (next) } rel="next" { (voice.t("table-next")) } }
            }
        }
        (parts::card("face", &voice.t("alerts-face-title"), asking(voice, &Filled::new())))
    };
    Ok(visit.page("alerts-own-title", body))
}

/// Shows of another State's alert that it is in force, whose it is and until when.
pub(super) async fn face(permitted: Permitted<ShowFace>, visit: Visit, Asked(asked): Asked) -> Result<Markup, Refusal> {
    let (state, day) = (permitted.caller().state, today(permitted.ground().clock.now()));
    let reference = asked.typed("reference").trim().to_uppercase();
    // Whoever works on no alert at all is answered as anywhere, and not counted.
    let works_on = |status| {
        let any = Resource { status, ..Resource::of(state, String::new()) };
        permitted.ground().policy.allows::<ShowFace>(permitted.caller(), &any)
    };
    if works_on("adult") || works_on("child") {
        watch::pass_reference(&permitted, &reference).await?;
    }
    let seen = |connection: &rusqlite::Connection| queries::face(connection, &reference, state, day);
    let resource = permitted.about(|connection| Ok(seen(connection)?.map(|face| face.resource()))).await?;
    let reader = permitted.open(resource).await?;
    let face = reader.ask(seen)?.ok_or(Refusal::NotFound)?;
    let voice = &visit.voice;
    let profile = reader.ground().identity.profile();
    let name = match profile.parties.get(&face.owner) {
        Some(party) => format!("{} ({})", party.name.in_language(voice.language), face.owner),
        None => face.owner.to_string(),
    };
    let (owner, until, contact) = (voice.t("alerts-owner"), voice.t("alerts-until"), voice.t("alerts-contact"));
    let glass = glass::notice(&reader, &visit, &reference)?;
    let body = html! {
        h1 { (voice.tn("alerts-heading", &[("reference", reference.as_str().into())])) }
        p { (parts::tag(Tone::Done, &voice.t("alerts-standing-active"))) }
        (parts::facts(&[
            (&*owner, html! { (name) }),
            (&*contact, html! { (reader.ground().identity.contact(face.owner)) }),
            (&*until, voice.date(face.until)),
        ]))
        p { (voice.t("alerts-face-about")) }
        @if face.owner != state {
            div .row {
                a .button .plain href={ "/alerts/" (reference) "/proposal" } { (voice.t("alerts-proposal-title")) }
                a .button .plain href={ "/alerts/" (reference) "/flag" } { (voice.t("alerts-flag-title")) }
            }
            (glass)
        }
        p { a href="/alerts/own" { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-face-title", body))
}

fn asking(voice: &Voice, filled: &Filled) -> Markup {
    html! {
        p .aside { (voice.t("alerts-face-about")) }
        (fields::search_form("/alerts/face", html! {
            (fields::text_input(voice, filled, &Field::new("reference", "alerts-reference").hint("alerts-reference-hint").mono().max_length(30).autocomplete("off")))
            (fields::submit_row(voice, "alerts-face-act", None))
        }))
    }
}

fn rows(
    voice: &Voice,
    listed: &[Listed],
    (held, noticed): (&BTreeSet<Uuid>, &BTreeMap<Uuid, Date>),
    today: Date,
) -> Markup {
    let heading = |key: &str| Column::text(voice.t(key));
    let columns =
        vec![heading("alerts-who"), heading("alerts-category"), heading("alerts-standing"), heading("alerts-ends-on")];
    let cells = |row: &Listed| {
        let subject = &row.subject;
        let name = [&*subject.paternal, &*subject.maternal, &*subject.given];
        let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        vec![
            html! { a href={ "/alerts/" (row.alert.reference) } { (name) } (shown::tag(row.handling.as_ref())) br; small .mono { (row.alert.reference) } },
            pages::category(voice, row.alert.category),
            html! {
                (pages::standing(voice, &row.alert.life, today))
                @if row.blocked { " " (parts::tag(Tone::Late, &voice.t("alerts-blocked"))) }
                @if let Some(day) = noticed.get(&row.alert.id) { " " (parts::tag(Tone::Late, &voice.t("alerts-proposal-achieved-tag"))) " " (voice.date(*day)) }
                @if held.contains(&row.alert.id) { " " (parts::tag(Tone::Late, &voice.t("alerts-consult-held"))) }
                @if row.flagged > 0 { " " (parts::tag(Tone::Late, &voice.tn("alerts-flag-count", &[("count", row.flagged.into())]))) }
                @if row.met > 0 { " " (parts::tag(Tone::Soon, &voice.tn("alerts-met-count", &[("count", row.met.into())]))) }
            },
            voice.date(row.alert.life.ends_on()),
        ]
    };
    let caption = voice.t("alerts-own-order").into_owned();
    let rows = listed.iter().map(cells).collect();
    table(voice, &Table { id: "alerts", caption, columns, rows, empty: "alerts-none" })
}
