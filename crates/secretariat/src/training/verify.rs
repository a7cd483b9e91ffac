//! Whether a certificate counts, for anyone who has its number: an employer, a border post, whoever holds the paper. It names nobody;
//! whoever types the name on the paper is told whether it is that one.

use std::sync::Arc;

use axum::extract::{Path, State};
use base::ground::Puebla;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Posted, Problem, Refusal, Visit, Voice};
use conference::training::Standing;
use maud::{Markup, html};

use super::api::CertificateShown;
use super::coded;
use super::pages::LINE_CHARS_MAX;
use super::queries::{self, Held};
use crate::obligations;

/// The longest number that is looked for, in characters.
const NUMBER_CHARS_MAX: usize = 40;

/// Shows the form, and the answer where the address has a number.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let number = asked.typed("code");
    let answer = if number.is_empty() { None } else { Some(find(&ground, number)?) };
    let filled = Filled::new().with("code", number);
    Ok(visit.page("training-verify", markup(&ground, &visit, &filled, answer.as_ref(), None)))
}

/// Takes the form: a name is no part of an address.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Markup, Refusal> {
    let answer = find(&ground, filled.typed("code"))?;
    let typed = coded::folded(filled.typed("name"));
    let named = (!typed.is_empty()).then_some(typed);
    Ok(visit.page("training-verify", markup(&ground, &visit, &filled, Some(&answer), named.as_deref())))
}

/// Answers whether a certificate counts.
#[utoipa::path(
    get,
    path = "/api/v1/certificates/{code}",
    operation_id = "verify_training",
    tag = "training",
    params(("code" = String, Path, description = "The certificate's number")),
    responses(
        (status = 200, description = "There is such a certificate", body = CertificateShown),
        (status = 404, description = "There is none", body = Problem)
    )
)]
pub(super) async fn call(
    State(ground): State<Arc<Puebla>>,
    Path(code): Path<String>,
) -> Result<axum::Json<CertificateShown>, Refusal> {
    let (held, _) = find(&ground, &code)?.ok_or(Refusal::NotFound)?;
    Ok(axum::Json(CertificateShown::of(&held, standing(&ground, &held))))
}

/// A certificate, and the name of whom it is for while that is kept.
type Found = Option<(Held, Option<String>)>;

fn find(ground: &Puebla, typed: &str) -> Result<Found, StoreError> {
    let number = typed.trim().to_uppercase();
    if number.is_empty() || number.len() > NUMBER_CHARS_MAX {
        return Ok(None);
    }
    ground.database("secretariat")?.read(|now| queries::certificate(now, &number))
}

fn standing(ground: &Puebla, held: &Held) -> Standing {
    held.certificate.standing(obligations::seat(ground).to_datetime(ground.clock.now()).date())
}

fn markup(ground: &Puebla, visit: &Visit, filled: &Filled, answer: Option<&Found>, named: Option<&str>) -> Markup {
    let voice = &visit.voice;
    let code = Field::new("code", "training-number").hint("training-number-hint").mono();
    let name = Field::new("name", "training-name").hint("training-verify-name-hint").optional();
    html! {
        h1 { (voice.t("training-verify")) }
        p { (voice.t("training-verify-about")) }
        @match answer {
            Some(Some((held, kept))) => { (found(voice, held, standing(ground, held), kept.as_deref(), named)) }
            Some(None) => { (parts::notice(Tone::Late, html! { p { (voice.t("training-verify-none")) } })) }
            None => {}
        }
        (fields::form("/certificates", visit.csrf(), html! {
            (fields::text_input(voice, filled, &code.max_length(NUMBER_CHARS_MAX as u32).autocomplete("off")))
            (fields::text_input(voice, filled, &name.max_length(LINE_CHARS_MAX as u32).autocomplete("off")))
            (fields::submit_row(voice, "training-verify-send", None))
        }))
    }
}

fn found(voice: &Voice, held: &Held, standing: Standing, kept: Option<&str>, named: Option<&str>) -> Markup {
    let (tone, key) = match standing {
        Standing::Counts => (Tone::Done, "training-counts"),
        Standing::Expired => (Tone::Soon, "training-expired"),
        Standing::Withdrawn => (Tone::Late, "training-withdrawn"),
    };
    let same = match (named, kept) {
        (None, _) => None,
        (Some(_), None) => Some("training-name-gone"),
        (Some(named), Some(kept)) if named == kept => Some("training-name-same"),
        (Some(_), Some(_)) => Some("training-name-other"),
    };
    html! {
        (parts::card("standing", &held.number, html! {
            p { (parts::tag(tone, &voice.t(key))) }
            @if let Some(key) = same { p { (voice.t(key)) } }
            (parts::facts(&[
                (&voice.t("training-session"), html! { (held.session) }),
                (&voice.t("training-issued-on"), voice.date(held.issued_on)),
                (&voice.t("training-expires-on"), voice.date(held.certificate.expires_on)),
            ]))
        }))
    }
}
