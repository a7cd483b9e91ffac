//! What is open to whoever broke the glass: the sealed part, to be read and nothing else, until its minute comes.

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::parts::{self, Tone};
use base::web::{Refusal, Visit};
use maud::{Markup, html};

use super::queries::{self, Open};
use crate::alerts::handling::{Handling, shown};
use crate::alerts::permits::ReadBroken;
use crate::alerts::queries::desk;
use crate::alerts::text::Sealed;
use crate::alerts::{found, pages};

/// What is read, with what binds whoever reads it.
pub(super) struct Broken {
    /// The look.
    pub reader: Reader<ReadBroken>,
    /// What is open, and until when.
    pub open: Open,
    /// The sealed part; where the State does not act on the alert as it asks, what its officers do instead stands in it (G-24).
    pub sealed: Sealed,
    /// The alert's codes.
    pub handling: Option<Handling>,
}

/// Reads it for page and program.
///
/// Errors: `NotFound` where nothing is open to the caller, or no longer.
pub(super) async fn broken(permitted: Permitted<ReadBroken>, reference: &str) -> Result<Broken, Refusal> {
    found::count_reference(&permitted, reference).await?;
    let (who, now) = ((permitted.caller().person, permitted.caller().state), permitted.ground().clock.now());
    let about = |open: Open| Resource {
        status: desk(open.shown.category),
        author: Some(who.0),
        ..Resource::of(who.1, open.alert.to_string())
    };
    let resource = permitted.about(|connection| Ok(queries::open(connection, who, reference, now)?.map(about))).await?;
    let reader = permitted.open(resource).await?;
    let open = reader.ask(|connection| queries::open(connection, who, reference, now))?.ok_or(Refusal::NotFound)?;
    let mut sealed = found::sealed_of(&reader, open.alert, open.shown.version)?;
    if let Some(instead) = open.shown.instead {
        sealed.action = instead;
        sealed.offence = None;
    }
    let handling = shown::read(&reader, open.alert, open.shown.version)?;
    Ok(Broken { reader, open, sealed, handling })
}

/// Shows it.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ReadBroken>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let Broken { reader, open, sealed, handling } = broken(permitted, &reference).await?;
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    let (owner, contact) = (voice.t("alerts-owner"), voice.t("alerts-contact"));
    let body = html! {
        h1 { (voice.t("alerts-glass-broken")) }
        p { (pages::category(voice, open.shown.category)) " " span .mono { (reference) } }
        (parts::notice(Tone::Late, html! {
            p { strong { (voice.t("alerts-glass-until")) " " (voice.instant(open.ends)) } }
            p { (voice.t("alerts-glass-reading")) }
        }))
        (shown::notice(voice, handling.as_ref()))
        (parts::card("why", &voice.t("alerts-sealed"), pages::sealed(voice, &sealed)))
        (parts::facts(&[
            (&*owner, html! { (identity.party_name(open.shown.owner, voice.language)) }),
            (&*contact, html! { (identity.contact(open.shown.owner)) }),
        ]))
        p { a href="/alerts/own" { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-glass-broken", body))
}

/// Says on the face of another State's alert till when it is open to whoever looks, or how it would be opened.
pub(in crate::alerts) fn notice<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    reference: &str,
) -> Result<Markup, Refusal> {
    let who = (reader.caller().person, reader.caller().state);
    let open = reader.ask(|connection| queries::open(connection, who, reference, reader.now()))?;
    Ok(match &open {
        Some(open) => open_notice(visit, reference, open),
        None => html! {
            p .aside { a href={ "/alerts/" (reference) "/glass" } { (visit.voice.t("alerts-glass-title")) } }
        },
    })
}

/// Says till when it is open.
pub(super) fn open_notice(visit: &Visit, reference: &str, open: &Open) -> Markup {
    let voice = &visit.voice;
    parts::notice(
        Tone::Late,
        html! {
            p { strong { (voice.t("alerts-glass-until")) " " (voice.instant(open.ends)) } }
            p { a href={ "/alerts/" (reference) "/broken" } { (voice.t("alerts-glass-broken")) } }
        },
    )
}
