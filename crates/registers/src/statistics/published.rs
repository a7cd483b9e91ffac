//! What was published, for anyone: the years there are, and one of them. The only reads of the register without a permit.

use std::sync::Arc;

use axum::extract::{Path, State};
use base::ground::Puebla;
use base::identity::PartyKind;
use base::store::StoreError;
use base::web::{Asked, Refusal, Visit};
use maud::{Markup, html};

use super::pages;
use super::queries::{self, Publication};

/// Answers the codes of the member States.
pub(super) fn states(ground: &Puebla) -> Vec<String> {
    let profile = ground.identity.profile();
    let members = profile.parties.iter().filter(|(_, party)| party.kind == PartyKind::Member);
    members.map(|(code, _)| code.to_string()).collect()
}

/// Answers the last revision of each year that was published.
pub(super) fn all(ground: &Puebla) -> Result<Vec<Publication>, StoreError> {
    ground.database("registers")?.read(queries::published)
}

/// Finds a publication by what an address says.
///
/// Errors: `NotFound` where there is none.
pub(super) fn find(ground: &Puebla, year: &str, revision: &str) -> Result<Publication, Refusal> {
    let year: i16 = year.parse().map_err(|_| Refusal::NotFound)?;
    let revision = match revision {
        "" => None,
        typed => Some(typed.parse::<u32>().map_err(|_| Refusal::NotFound)?),
    };
    let found = ground.database("registers")?.read(|now| queries::revision(now, year, revision))?;
    found.ok_or(Refusal::NotFound)
}

/// Lists the years.
pub(super) async fn list(State(ground): State<Arc<Puebla>>, visit: Visit) -> Result<Markup, Refusal> {
    let (voice, all) = (&visit.voice, all(&ground)?);
    let body = html! {
        h1 { (voice.t("room-statistics")) }
        p { (voice.t("statistics-about")) }
        @if all.is_empty() { p { (voice.t("statistics-none")) } }
        ul { @for one in &all { li {
            a href={ "/statistics/" (one.issued.year) } { (one.issued.year) }
            " " (pages::revision(voice, one))
        } } }
    };
    Ok(visit.page("room-statistics", body))
}

/// Shows one year.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    Path(year): Path<String>,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let found = find(&ground, &year, asked.typed("version"))?;
    let voice = &visit.voice;
    let issued = &found.issued;
    let body = html! {
        h1 { (voice.tn("statistics-heading", &[("year", issued.year.to_string().as_str().into())])) }
        p { (pages::revision(voice, &found)) }
        @if issued.revision > 1 {
            p { a href={ "/statistics/" (issued.year) "?version=" (issued.revision - 1) } { (voice.t("statistics-before")) } }
        }
        (pages::year(&ground, voice, issued))
        p { a href="/statistics" { (voice.t("statistics-all")) } }
    };
    Ok(visit.page("room-statistics", body))
}
