//! One concern: what was seen, who was stopped and until when, and what came of it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::concern::{self, Concern, Standing};
use super::{CONCERNS_PATH, ShowConcern, list};
use crate::access::{Permit, Resource};
use crate::desk::{Permitted, Reader};
use crate::web::fields::{Field, error_summary, form, submit_row, textarea};
use crate::web::parts::{Tone, card, facts, notice};
use crate::web::{Filled, Refusal, Visit};

/// The most characters of a note.
pub(super) const NOTE_MOST: u32 = 500;

/// Shows it.
pub(super) async fn page(
    permitted: Permitted<ShowConcern>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Refusal> {
    let resource = resource(&permitted, &id).await?;
    let reader = permitted.open(resource).await?;
    let concern = find(&reader, &id)?;
    Ok(visit.page("oversight-concern", body(&visit, &reader, &concern, &Filled::new())).into_response())
}

/// Learns whose people a concern is about, for the desk to decide.
pub(super) async fn resource<P: Permit>(permitted: &Permitted<P>, id: &str) -> Result<Resource, Refusal> {
    let id = id.parse::<Uuid>().ok();
    let found = move |base: &rusqlite::Connection| match id {
        Some(id) => Ok(concern::one(base, id)?.map(|found| Resource::of(found.party, id.to_string()))),
        None => Ok(None),
    };
    permitted.about(found).await
}

/// Answers the concern once the desk has allowed it.
pub(super) fn find<P: Permit>(reader: &Reader<P>, id: &str) -> Result<Concern, Refusal> {
    let id = id.parse::<Uuid>().map_err(|_| Refusal::NotFound)?;
    reader.ask(|base| concern::one(base, id))?.ok_or(Refusal::NotFound)
}

/// Draws the page; a form that was refused stands in it as it was typed.
pub(super) fn body<P: Permit>(visit: &Visit, reader: &Reader<P>, concern: &Concern, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let party = reader.ground().identity.party_name(concern.party, voice.language);
    let person = match &concern.person {
        None => voice.t("oversight-person-none").into_owned(),
        // Whom the State's own oversight asks. The conference's learns the State and the post, and asks that oversight.
        Some((_, name)) if reader.caller().state == concern.party => name.clone(),
        Some(_) => voice.t("oversight-person-theirs").into_owned(),
    };
    let counted = voice.number(i64::try_from(concern.counted).unwrap_or(i64::MAX));
    let address = |act: &str| format!("{CONCERNS_PATH}/{}/{act}", concern.id);
    html! {
        (error_summary(voice, filled))
        p { a href=(CONCERNS_PATH) { (voice.t("oversight-back")) } }
        h1 { (list::kind(voice, &concern.kind)) }
        p { (voice.t(&format!("concern-kind-{}-what", concern.kind.replace('_', "-")))) }
        @if concern.person.is_some() && concern.standing != Standing::Closed { p { (voice.t("oversight-ask")) } }
        (facts(&[
            (&voice.t("oversight-standing"), list::standing(voice, concern.standing)),
            (&voice.t("oversight-party"), html! { (party) }),
            (&voice.t("oversight-post"), html! { (concern.post.as_deref().unwrap_or("–")) }),
            (&voice.t("oversight-person"), html! { (person) }),
            (&voice.t("oversight-via"), html! { (list::via(voice, concern)) }),
            (&voice.t("oversight-counted"), html! { (counted) }),
            (&voice.t("oversight-raised"), voice.instant(concern.raised_at)),
        ]))
        (stopped(visit, concern, reader.caller().state == concern.party))
        @match concern.standing {
            Standing::Closed => (card("closed", &voice.t("oversight-closed"), html! {
                p { (concern.note) }
                (settled(visit, concern))
            })),
            standing => {
                @if standing == Standing::Acknowledged {
                    (notice(Tone::Deep, settled(visit, concern)))
                } @else {
                    (form(&address("acknowledge"), visit.csrf(), html! {
                        (submit_row(voice, "oversight-acknowledge", None))
                    }))
                }
                (card("close", &voice.t("oversight-close"), html! {
                    p { (voice.t("oversight-close-lead")) }
                    (form(&address("close"), visit.csrf(), html! {
                        (textarea(voice, filled, &note()))
                        (submit_row(voice, "oversight-close", None))
                    }))
                }))
            }
        }
    }
}

fn note() -> Field<'static> {
    Field::new("note", "oversight-note").hint("oversight-note-hint").rows(4).max_length(NOTE_MOST)
}

/// Says who of oversight said last where the concern stands: whoever else supervises asks them.
fn settled(visit: &Visit, concern: &Concern) -> Markup {
    let voice = &visit.voice;
    let key = if concern.standing == Standing::Closed { "oversight-closed-by" } else { "oversight-acknowledged-by" };
    html! {
        @if let Some((at, name)) = &concern.settled {
            p { (voice.tn(key, &[("name", name.as_str().into())])) " " (voice.instant(*at)) }
        }
    }
}

/// Says until when the person is stopped, or who let them go on and why; the name only to the oversight of the same State.
fn stopped(visit: &Visit, concern: &Concern, own: bool) -> Markup {
    let voice = &visit.voice;
    let Some(_) = concern.person else { return html! {} };
    match &concern.lifted {
        Some((at, why)) => {
            let why = voice.t(&format!("concern-lifted-{}", why.replace('_', "-"))).into_owned();
            let who = concern.lifted_by.as_deref().filter(|_| own);
            notice(
                Tone::Quiet,
                html! {
                    p { (voice.t("oversight-lifted")) " " (voice.instant(*at)) }
                    p { (why) @if let Some(who) = who { " – " (who) } }
                },
            )
        }
        None if concern.stopped_until > voice.now => notice(
            Tone::Soon,
            html! { p { (voice.t("oversight-stopped-until")) " " (voice.instant(concern.stopped_until)) } },
        ),
        None => notice(
            Tone::Quiet,
            html! { p { (voice.t("oversight-stopped-was")) " " (voice.instant(concern.stopped_until)) } },
        ),
    }
}
