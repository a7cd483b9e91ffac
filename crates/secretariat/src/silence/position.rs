//! The act "state the position of a State": no objection, an objection or a reservation with its reason, or silence again.
//!
//! An objection is asked about once more before it stands, without a script: it may end the round.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Permitted, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::by::Authority;
use conference::recorded::Sequence;
use conference::said::Said;
use conference::silence::{Account, Act, Stance};
use journal::StateCode;
use maud::{Markup, html};

use super::api::{NewPosition, RoundChanged};
use super::form;
use super::pages::LastLook;
use super::permits::TakePosition;
use super::round::Round;
use super::saying::{self, Done};
use super::telling::Told;
use super::{entries, pages, telling};
use crate::rounds::{self, fault};

/// What a form calls taking a position back.
const SILENT: &str = "silent";

/// Shows the form; the address may say which stance it begins with.
pub(super) async fn page(
    desk: Permitted<TakePosition>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    let party = reader.caller().state;
    saying::is_asked(&told.round, party)?;
    let filled = filled_in(&told, party, query.0.typed("kind"));
    let name = reader.ground().identity.party_name(party, visit.voice.language);
    Ok(visit.page("silence-position", markup(&visit, &told, &filled, &name)))
}

/// Takes the form, and the answer to the question that follows an objection.
pub(super) async fn submit(
    desk: Permitted<TakePosition>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let new = NewPosition {
        stance: filled.typed("stance").to_owned(),
        reason: filled.typed("reason").to_owned(),
        seen: filled.typed("seen").parse().ok(),
    };
    let party = writer.reader().caller().state;
    let name = writer.reader().ground().identity.party_name(party, visit.voice.language);
    if filled.typed("confirmed") == pages::CHANGE {
        return Ok(visit.page("silence-position", markup(&visit, &told, &filled, &name)).into_response());
    }
    let said = match read(&writer, &new) {
        Ok(Act::Position { stance: Stance::Objection(_), .. }) if filled.typed("confirmed") != pages::YES => {
            return Ok(visit.page("silence-confirm", confirm(&visit, &told, &filled, &name)).into_response());
        }
        Ok(act) => saying::say(&writer, position, act).await,
        Err(faults) => Err(Refusal::Invalid(faults)),
    };
    match said {
        Ok(done) => {
            let code = match (new.stance == SILENT, told.account.settled) {
                (true, true) => "taken_back",
                (true, false) => "silent",
                _ => done_code(done),
            };
            Ok(see_other(&format!("{}?done={code}", told.round.path())))
        }
        Err(refusal) => {
            let told = telling::told(writer.reader(), position).await?;
            if matches!(refusal, Refusal::Conflict(_)) {
                // What the State holds by now is on the form that is drawn: whoever sends it again has seen it.
                filled = filled_in(&told, party, &new.stance).with("reason", &new.reason);
            }
            let status = form::answer(&visit.voice, &mut filled, Vec::new(), refusal)?;
            let page = visit.refused_page("silence-position", markup(&visit, &told, &filled, &name)).1;
            Ok((status, page).into_response())
        }
    }
}

/// Fills a form in with a stance, and with the position that the State holds as it is drawn.
fn filled_in(told: &Told, party: StateCode, stance: &str) -> Filled {
    let seen = told.account.standing.get(&party).and_then(|standing| standing.position);
    Filled::new().with("stance", stance).with("seen", seen.map_or(String::new(), |seen| seen.0.to_string()))
}

fn done_code(done: Done) -> &'static str {
    match done {
        Done::Taken => "position",
        other => other.code(),
    }
}

/// States the position of a State, or takes it back.
#[utoipa::path(
    post,
    path = "/api/v1/silence/{reference}/position",
    operation_id = "take_position",
    tag = "silence",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewPosition,
    responses(
        (status = 200, description = "On record; `done` says what it did", body = RoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The round has ended, or the State is not asked", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<TakePosition>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewPosition>,
) -> Result<axum::Json<RoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let act = read(&writer, &sent).map_err(Refusal::Invalid)?;
    let done = saying::say(&writer, position, act).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(RoundChanged::of(done, &round, &account)))
}

/// States the position of a State in the round of a symbol, from a thread of its own.
///
/// Errors: `Invalid` with every fault; `Conflict` where it would change nothing.
pub fn take_position(writer: &Writer<TakePosition>, symbol: &str, new: &NewPosition) -> Result<(), Refusal> {
    let act = read(writer, new).map_err(Refusal::Invalid)?;
    saying::say_blocking(writer, symbol, act)
}

fn read(writer: &Writer<TakePosition>, new: &NewPosition) -> Result<Act, Vec<InputFault>> {
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let seen = new.seen.map(Sequence);
    if new.stance == SILENT {
        return Ok(Act::Withdrawal {
            by,
            of: seen.ok_or_else(|| vec![fault("stance", "silence-fault-nothing-seen")])?,
        });
    }
    let words = match new.stance.as_str() {
        // What was typed before the mind was made up is no reason of nothing.
        "no_objection" => None,
        "objection" | "reservation" => Some(form::words("reason", &new.reason).map_err(|fault| vec![fault])?),
        _ => return Err(vec![fault("stance", "silence-fault-stance")]),
    };
    let stance = entries::stance(&new.stance, words).ok_or_else(|| vec![fault("stance", "silence-fault-stance")])?;
    Ok(Act::Position { by, stance, replaces: seen })
}

fn confirm(visit: &Visit, told: &Told, filled: &Filled, name: &str) -> Markup {
    let voice = &visit.voice;
    let path = format!("{}/position", told.round.path());
    pages::last_look(
        visit,
        filled,
        LastLook {
            question: voice.tn("silence-confirm-question", &[("state", name.into())]).into_owned(),
            consequence: html! {
                p { strong { span .mono { (told.round.symbol) } ": " (rounds::title(voice, &told.round.opened.title_en, &told.round.opened.title_es)) } }
                p { (pages::heals(voice, told.round.opened.rules.heals_before_s)) }
                blockquote { (rounds::words(filled.typed("reason"))) }
            },
            action: &path,
            act: "silence-confirm-send",
            fields: &["stance", "reason", "seen"],
        },
    )
}

fn markup(visit: &Visit, told: &Told, filled: &Filled, name: &str) -> Markup {
    let voice = &visit.voice;
    let (round, path) = (&told.round, told.round.path());
    let taken_back = Choice::new(SILENT, voice.t("silence-act-take-back")).hint(voice.t("silence-take-back-hint"));
    let mut choices = vec![
        Choice::new("no_objection", voice.t("silence-stance-no-objection"))
            .hint(voice.t("silence-stance-no-objection-hint")),
        Choice::new("reservation", voice.t("silence-stance-reservation"))
            .hint(voice.t("silence-stance-reservation-hint")),
        Choice::new("objection", voice.t("silence-stance-objection")).hint(voice.t("silence-stance-objection-hint")),
    ];
    let seen = filled.typed("seen").parse().ok().map(Sequence);
    let mine = told.account.standing.values().find(|standing| seen.is_some() && standing.position == seen);
    if told.account.settled && mine.is_some_and(pages::can_be_taken_back) {
        choices = vec![taken_back];
    } else if !filled.typed("seen").is_empty() {
        choices.push(Choice::new(SILENT, voice.t("silence-stance-silent")).hint(voice.t("silence-stance-silent-hint")));
    }
    let reason = Field::new("reason", "silence-reason").hint("silence-reason-hint").optional().rows(5);
    html! {
        h1 { (voice.tn("silence-position-of", &[("state", name.into())])) }
        (fields::error_summary(voice, filled))
        p { strong { span .mono { (round.symbol) } ": " (rounds::title(voice, &round.opened.title_en, &round.opened.title_es)) } }
        p { (held(visit, round, &told.account, filled)) }
        (fields::form(&format!("{path}/position"), visit.csrf(), html! {
            (fields::hidden("seen", filled.typed("seen")))
            (fields::radios(voice, filled, &Field::new("stance", "silence-stance"), &choices))
            @if choices.len() > 1 || !filled.typed("reason").is_empty() { (fields::textarea(voice, filled, &reason.max_length(Said::CHARACTERS_MAX as u32))) }
            (fields::submit_row(voice, "silence-position-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}

/// Says what the State holds, as the reader of the form sees it.
fn held(visit: &Visit, round: &Round, account: &Account, filled: &Filled) -> Markup {
    let seen = filled.typed("seen").parse().ok().map(Sequence);
    let line = seen.and_then(|seen| account.lines.iter().find(|line| line.sequence == seen));
    let held = line.and_then(|line| Some((round.history.at(line.sequence)?, line)));
    match held {
        Some((recorded, line)) => {
            html! { (pages::told(&visit.voice, &recorded.act)) ", " (visit.voice.instant(line.at)) }
        }
        None => html! { (visit.voice.t("silence-silent-yet")) },
    }
}
