//! The acts of the presidency in a round that is open: it answers a wish for more time, or takes an objection up.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Permitted, Writer};
use base::ground::Puebla;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, Voice, see_other};
use conference::by::Authority;
use conference::recorded::Sequence;
use conference::said::Said;
use conference::silence::{Act, Outcome, RequestState, Without};
use maud::{Markup, html};

use super::api::{RoundChanged, Ruling};
use super::pages::LastLook;
use super::permits::PresideOverRound;
use super::telling::Told;
use super::{form, open, pages, saying, telling};
use crate::rounds::{self, Found, fault};

/// Shows what waits for the presidency.
pub(super) async fn page(
    desk: Permitted<PresideOverRound>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    if !told.round.opening.terms().chairs.contains(&reader.caller().state) {
        return Err(Refusal::conflict(saying::without_key(Without::NotTheChair)));
    }
    let filled = Filled::new().with("deadline_hour", "17:00");
    Ok(visit.page("silence-preside", markup(&visit, reader.ground(), &told, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<PresideOverRound>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let mut faults = Vec::new();
    let ruling = Ruling {
        act: filled.typed("ruling").to_owned(),
        request: filled.typed("request").parse().ok(),
        until: form::typed_instant(&filled, "deadline", &mut faults),
        reason: filled.typed("reason").to_owned(),
    };
    let ground = writer.reader().ground();
    if filled.typed("confirmed") == pages::CHANGE {
        return Ok(visit.page("silence-preside", markup(&visit, ground, &told, &filled)).into_response());
    }
    let said = match read(&writer, &ruling) {
        Ok(Act::TakenUp { .. }) if is_objected(&told) && filled.typed("confirmed") != pages::YES => {
            return Ok(visit.page("silence-take-up", confirm(&visit, ground, &told, &filled)).into_response());
        }
        Ok(act) => saying::say(&writer, position, act).await,
        Err(more) => Err(Refusal::Invalid(more)),
    };
    match said {
        Ok(_) => Ok(see_other(&format!("{}?done=ruled", told.round.path()))),
        Err(refusal) => {
            // A wish may have been answered meanwhile: what is offered is what there is now.
            let told = telling::told(writer.reader(), position).await?;
            let status = form::answer(&visit.voice, &mut filled, faults, refusal)?;
            let page = visit.refused_page("silence-preside", markup(&visit, ground, &told, &filled)).1;
            Ok((status, page).into_response())
        }
    }
}

/// Whether an objection stands that may still be taken back, and so taken up.
fn is_objected(told: &Told) -> bool {
    matches!(told.account.outcome, Outcome::Broken { heals_until: Some(_), .. })
}

/// Asks once more before an objection is taken up: nobody opens the round again.
fn confirm(visit: &Visit, ground: &Puebla, told: &Told, filled: &Filled) -> Markup {
    let (voice, opened) = (&visit.voice, &told.round.opened);
    let by = match &told.account.outcome {
        Outcome::Broken { by, .. } => by.as_slice(),
        _ => &[],
    };
    let names: Vec<String> = by.iter().map(|party| ground.identity.party_name(*party, voice.language)).collect();
    let look = LastLook {
        question: voice.t("silence-take-up").into_owned(),
        consequence: html! {
            p { strong { span .mono { (told.round.symbol) } ": " (rounds::title(voice, &opened.title_en, &opened.title_es)) } }
            p { (voice.tn("silence-objected-by", &[("states", names.join(", ").into())])) }
            p { (voice.t("silence-ruling-take-up-hint")) }
        },
        action: &format!("{}/preside", told.round.path()),
        act: "silence-ruling-take-up",
        fields: &["ruling", "request", "deadline-day", "deadline-month", "deadline-year", "deadline_hour", "reason"],
    };
    pages::last_look(visit, filled, look)
}

/// Answers a wish for more time, or takes an objection up.
#[utoipa::path(
    post,
    path = "/api/v1/silence/{reference}/preside",
    operation_id = "preside_over_round",
    tag = "silence",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = Ruling,
    responses(
        (status = 200, description = "On record", body = RoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The State does not preside, or the rules do not allow it", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<PresideOverRound>,
    Path(reference): Path<String>,
    Sent(sent): Sent<Ruling>,
) -> Result<axum::Json<RoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let act = read(&writer, &sent).map_err(Refusal::Invalid)?;
    let done = saying::say(&writer, position, act).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(RoundChanged::of(done, &round, &account)))
}

fn read(writer: &Writer<PresideOverRound>, ruling: &Ruling) -> Result<Act, Vec<InputFault>> {
    let zone = writer.reader().ground().identity.profile().zone.clone();
    let by = saying::by(writer.reader().caller(), Authority::Presides);
    let mut found = Found::default();
    if ruling.act == "take_up" {
        return Ok(Act::TakenUp { by });
    }
    let request = ruling.request.map(Sequence).ok_or_else(|| fault("request", "silence-fault-request"));
    let request = found.keep(request);
    match ruling.act.as_str() {
        "grant" => {
            let until = found.keep(form::instant("deadline", &ruling.until, &zone));
            if let (Some(request), Some(until)) = (request, until) {
                return Ok(Act::ExtensionGranted { by, request, until });
            }
        }
        "refuse" => {
            let reason = found.keep(form::words("reason", &ruling.reason));
            if let (Some(request), Some(reason)) = (request, reason) {
                return Ok(Act::ExtensionRefused { by, request, reason });
            }
        }
        _ => found.0.insert(0, fault("ruling", "silence-fault-ruling")),
    }
    Err(found.0)
}

/// Wishes that wait: their number in the journal, who wants how much time, and why.
fn waiting(voice: &Voice, ground: &Puebla, told: &Told) -> Vec<(String, String, String)> {
    let waiting = told.account.requests.iter().filter(|request| request.state == RequestState::Waiting);
    waiting
        .map(|request| {
            let (name, until) =
                (ground.identity.party_name(request.by.party, voice.language), voice.instant_text(request.until));
            let args = [("state", name.as_str().into()), ("until", until.as_str().into())];
            let why = match told.round.history.at(request.sequence).map(|recorded| &recorded.act) {
                Some(Act::ExtensionAsked { reason, .. }) => reason.to_string(),
                _ => String::new(),
            };
            (request.sequence.0.to_string(), voice.tn("silence-request", &args).into_owned(), why)
        })
        .collect()
}

fn markup(visit: &Visit, ground: &Puebla, told: &Told, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, told.round.path());
    let waiting = waiting(voice, ground, told);
    let requests: Vec<Choice<'_>> =
        waiting.iter().map(|(value, label, _)| Choice::new(value.as_str(), label.as_str())).collect();
    let objected = is_objected(told);
    let mut rulings = Vec::new();
    if !requests.is_empty() {
        rulings.push(Choice::new("grant", voice.t("silence-ruling-grant")));
        rulings.push(Choice::new("refuse", voice.t("silence-ruling-refuse")));
    }
    if objected {
        rulings.push(
            Choice::new("take_up", voice.t("silence-ruling-take-up")).hint(voice.t("silence-ruling-take-up-hint")),
        );
    }
    let reason = Field::new("reason", "silence-why-refused").optional().rows(4).max_length(Said::CHARACTERS_MAX as u32);
    html! {
        h1 { (voice.t("silence-preside")) }
        (fields::error_summary(voice, filled))
        p { strong { span .mono { (told.round.symbol) } ": " (rounds::title(voice, &told.round.opened.title_en, &told.round.opened.title_es)) } }
        @for (_, wish, why) in &waiting { p { (wish) } blockquote { (rounds::words(why)) } }
        @if rulings.is_empty() {
            p { (voice.t("silence-preside-nothing")) }
            @if !filled.typed("reason").is_empty() { blockquote { (rounds::words(filled.typed("reason"))) } }
        } @else {
            (fields::form(&format!("{path}/preside"), visit.csrf(), html! {
                (fields::radios(voice, filled, &Field::new("ruling", "silence-ruling"), &rulings))
                @if !requests.is_empty() {
                    (fields::radios(voice, filled, &Field::new("request", "silence-which-request").optional(), &requests))
                    (open::deadline_fields_optional(visit, filled))
                    (fields::textarea(voice, filled, &reason))
                }
                (fields::submit_row(voice, "silence-preside-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
            }))
        }
        p { a href=(path) { (voice.t("silence-back-to-round")) } }
    }
}
