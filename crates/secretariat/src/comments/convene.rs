//! The act "ask everybody for comments on a text": form, a last look at it, entry; the same as one call of the API.

use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, parts, see_other};
use conference::comments::InvitationError;
use jiff::SignedDuration;
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{CommentRoundShown, NewCommentRound};
use super::entries::{CommentEntry, Invited};
use super::form;
use super::parties::{self, Parties};
use super::permits::ConveneRound;
use super::round::{self, Head, Round};
use super::{pages, queries, telling};
use crate::meetings::Symbol;
use crate::rounds::{self, fault, instant};
use crate::{decisions, drafting, papers};

/// What the form sends, and its last look sends again.
const FIELDS: [&str; 14] = [
    "symbol",
    "title_en",
    "title_es",
    "text_en",
    "text_es",
    "cites",
    "observers",
    "counted_from-day",
    "counted_from-month",
    "counted_from-year",
    "months",
    "until-day",
    "until-month",
    "until-year",
];

/// Shows the form: it counts from today, as many months as the process has agreed on, unless somebody says otherwise. From a draft that
/// delegations write together it takes titles and text over.
pub(super) async fn page(desk: Permitted<ConveneRound>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    let filled = Filled::new()
        .with_date("counted_from", form::today(reader.ground()))
        .with("months", form::months(&reader.ground().identity.profile()).to_string())
        .with("observers", "yes");
    let filled = match query.0.typed("draft") {
        "" => filled,
        reference => drafting::begun(&reader, reference, filled)?,
    };
    Ok(visit.page("comments-convene", markup(&visit, &filled)))
}

/// Takes the form: first it is shown as it will go out, then it goes out.
pub(super) async fn submit(
    desk: Permitted<ConveneRound>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    if filled.typed("step") == "change" {
        return Ok(visit.page("comments-convene", markup(&visit, &filled)).into_response());
    }
    let mut faults = Vec::new();
    let new = form::typed_round(&filled, &mut faults);
    let read = match (faults.is_empty(), read(writer.reader(), &new)) {
        (true, read) => read,
        (false, Err(Refusal::Invalid(more))) => {
            faults.extend(more);
            Err(Refusal::Invalid(faults))
        }
        (false, _) => Err(Refusal::Invalid(faults)),
    };
    let done = match read {
        Ok(invited) if filled.typed("step") != "send" => match may_go_out(writer.reader(), &invited) {
            Ok(()) => {
                let page = confirm(&writer, &visit, &invited, &filled);
                return Ok(visit.page("comments-confirm", page).into_response());
            }
            Err(refusal) => Err(refusal),
        },
        Ok(invited) => {
            let profile = writer.reader().ground().identity.profile();
            writer.append(move |entries| convene(entries, (invited, new.observers), &profile)).await
        }
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(symbol) => Ok(see_other(&format!("/comments/{}?done=convened", symbol.in_address()))),
        Err(refusal) => form::again(&visit, "comments-convene", filled, refusal, |filled| markup(&visit, filled)),
    }
}

/// Asks everybody for comments on a text, until a deadline.
#[utoipa::path(
    post,
    path = "/api/v1/comments",
    operation_id = "convene_comment_round",
    tag = "comments",
    request_body = NewCommentRound,
    responses(
        (
            status = 201,
            description = "Convened; the header Location leads to it",
            body = CommentRoundShown,
            links(("round" = (operation_id = "show_comment_round", parameters(("reference" = "$response.body#/reference")))))
        ),
        (status = 409, description = "Whoever asks does not convene", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ConveneRound>, Sent(new): Sent<NewCommentRound>) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let (invited, profile) = (read(writer.reader(), &new)?, writer.reader().ground().identity.profile());
    let symbol = writer.append(move |entries| convene(entries, (invited, new.observers), &profile)).await?;
    let known = writer.reader().ask(|now| queries::resource(now, &symbol))?;
    let (position, _) = known.ok_or(Refusal::NotFound)?;
    let told = telling::told(writer.reader(), position).await?;
    let place = [(axum::http::header::LOCATION, format!("/api/v1/comments/{}", symbol.in_address()))];
    let shown = CommentRoundShown::of(&told.round, &told.account);
    Ok((axum::http::StatusCode::CREATED, place, axum::Json(shown)).into_response())
}

/// Convenes a round, from a thread of its own; answers its symbol.
///
/// Errors: `Invalid` with every fault; `Conflict` where whoever asks does not convene.
pub fn convene_round(writer: &Writer<ConveneRound>, new: &NewCommentRound) -> Result<String, Refusal> {
    let (invited, observers) = (read(writer.reader(), new)?, new.observers);
    let profile = writer.reader().ground().identity.profile();
    let convened = writer.append_blocking(move |entries| convene(entries, (invited, observers), &profile));
    convened.map(|symbol| symbol.to_string())
}

fn read<P: Permit>(reader: &Reader<P>, new: &NewCommentRound) -> Result<Invited, Refusal> {
    let parties = parties_today(reader)?;
    form::read_round(reader.ground(), new, parties).map_err(Refusal::Invalid)
}

fn parties_today<P: Permit>(reader: &Reader<P>) -> Result<Parties, Refusal> {
    let (profile, day) = (reader.ground().identity.profile(), form::today(reader.ground()));
    Ok(reader.ask(|connection| parties::parties(connection, &profile, day))?)
}

/// Convenes a round for whoever is a party on that day, one that was entered meanwhile among them; answers its symbol.
pub(super) fn convene(
    entries: &Entries<'_, CommentEntry>,
    (invited, with_observers): (Invited, bool),
    profile: &InForce,
) -> Result<Symbol, Refusal> {
    let stamp = entries.stamp();
    let parties = parties::parties(entries.now(), profile, form::day_of(profile, stamp.at))?;
    let welcome = if with_observers { parties.observers } else { Vec::new() };
    let invited = Invited { asked: parties.asked, welcome, conveners: parties.conveners, ..invited };
    let head = Head { position: LAST, state: stamp.state, person: stamp.person, at: stamp.at };
    admitted(entries.now(), &head, &invited)??;
    let symbol = invited.symbol.clone();
    entries.append(&CommentEntry::Invited(Box::new(invited)))?;
    Ok(symbol)
}

/// It will be the last of the journal.
const LAST: u64 = u64::MAX;

/// Answers whether a round may be convened as things are: before it is looked at for the last time.
fn may_go_out(reader: &Reader<ConveneRound>, invited: &Invited) -> Result<(), Refusal> {
    let caller = reader.caller();
    let head = Head { position: LAST, state: caller.state, person: caller.person, at: reader.now() };
    reader.ask(|now| admitted(now, &head, invited))?
}

/// Answers whether a round may be convened as things are, or why it may not.
fn admitted(now: &Connection, head: &Head, invited: &Invited) -> Result<Result<(), Refusal>, StoreError> {
    let wrong = |field, key| Ok(Err(Refusal::Invalid(vec![fault(field, key)])));
    if let Err(error) = round::invitation(head, invited) {
        return Ok(Err(refusal(error)));
    }
    // Nobody could close it: a year typed wrongly is nobody's deadline.
    let most = head.at.saturating_add(SignedDuration::from_hours(24 * 31 * i64::from(form::MONTHS_MAX)));
    if most.is_ok_and(|most| instant(invited.deadline_us) > most) {
        return wrong("until", "comments-fault-far");
    }
    if queries::resource(now, &invited.symbol)?.is_some() {
        return wrong("symbol", "comments-fault-symbol-known");
    }
    if let Some(cited) = &invited.cites {
        match cites(now, cited)? {
            None => return wrong("cites", "comments-fault-cites"),
            // Observers would learn of it, and could not open it.
            Some(kept) if kept && !invited.welcome.is_empty() => return wrong("cites", "comments-fault-cites-kept"),
            Some(_) => {}
        }
    }
    Ok(Ok(()))
}

/// Answers whether a decision or document is kept for members; none where there is neither.
fn cites(connection: &Connection, symbol: &Symbol) -> Result<Option<bool>, StoreError> {
    match decisions::kept_for_members(connection, symbol)? {
        Some(kept) => Ok(Some(kept)),
        None => papers::kept_for_members(connection, symbol),
    }
}

/// Answers the page of a decision or document; none where there is neither.
pub(super) fn address_of(connection: &Connection, symbol: &Symbol) -> Result<Option<String>, StoreError> {
    if decisions::exists(connection, symbol)? {
        return Ok(Some(format!("/decisions/{}", symbol.in_address())));
    }
    let filed = papers::exists(connection, symbol)?;
    Ok(filed.then(|| format!("/papers/{}", symbol.in_address())))
}

/// Says why a round is not convened.
fn refusal(error: InvitationError) -> Refusal {
    let invalid = |fault: InputFault| Refusal::Invalid(vec![fault]);
    match error {
        InvitationError::NotTheConvener => Refusal::conflict("comments-without-not-the-convener"),
        InvitationError::Nobody | InvitationError::Twice(_) => Refusal::conflict("comments-fault-nobody"),
        InvitationError::Paragraph(_) => invalid(fault("paragraphs", "comments-fault-text-missing")),
        InvitationError::Passed => invalid(fault("until", "comments-fault-passed")),
    }
}

fn confirm(writer: &Writer<ConveneRound>, visit: &Visit, invited: &Invited, filled: &Filled) -> Markup {
    let (voice, ground) = (&visit.voice, writer.reader().ground());
    let counts = [("asked", (invited.asked.len() as i64).into()), ("welcome", (invited.welcome.len() as i64).into())];
    let rows = invited.paragraphs.iter().map(|paragraph| {
        vec![
            html! { (paragraph.name) },
            html! { span lang="en" { (paragraph.en) } },
            html! { span lang="es" { (paragraph.es) } },
        ]
    });
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = ["comments-paragraph", "comments-text-in-english", "comments-text-in-spanish"].map(heading);
    let paragraphs = Table {
        id: "paragraphs",
        caption: voice.t("comments-confirm-text").into_owned(),
        columns: columns.into(),
        rows: rows.collect(),
        empty: "comments-list-empty",
    };
    html! {
        h1 { (voice.t("comments-confirm")) }
        p { strong { span .mono { (invited.symbol) } ": " (rounds::title(voice, &invited.title_en, &invited.title_es)) } }
        p { (voice.tn("comments-confirm-parties", &counts)) }
        (parts::card("deadline", &voice.t("comments-deadline"), pages::clocks(ground, voice, instant(invited.deadline_us))))
        (table(voice, &paragraphs))
        p { (voice.t("comments-confirm-frozen")) }
        (fields::form("/comments/convene", visit.csrf(), html! {
            @for name in FIELDS { (fields::hidden(name, filled.typed(name))) }
            div .row {
                button type="submit" name="step" value="send" { (voice.t("comments-convene-send")) }
                button .plain type="submit" name="step" value="change" { (voice.t("comments-change-text")) }
            }
        }))
    }
}

fn markup(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let longest = form::TITLE_CHARS_MAX as u32;
    let text = |name, label| {
        Field::new(name, label).hint("comments-text-hint").rows(8).max_length(form::TEXT_CHARS_MAX as u32)
    };
    let line = |name, label| Field::new(name, label).max_length(longest).autocomplete("off");
    let symbol = Field::new("symbol", "comments-symbol").hint("comments-symbol-hint").mono().max_length(40);
    let cites = Field::new("cites", "comments-cites").hint("comments-cites-hint").mono().max_length(40).optional();
    let months = Field::new("months", "comments-months").max_length(2).input_mode("numeric").optional();
    let observers = [
        Choice::new("yes", voice.t("comments-observers-yes")).hint(voice.t("comments-observers-yes-hint")),
        Choice::new("no", voice.t("comments-observers-no")).hint(voice.t("comments-observers-no-hint")),
    ];
    html! {
        h1 { (voice.t("comments-convene")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("comments-convene-about")) }
        (fields::form("/comments/convene", visit.csrf(), html! {
            (fields::text_input(voice, filled, &symbol.autocomplete("off")))
            (fields::text_input(voice, filled, &line("title_en", "comments-title-en")))
            (fields::text_input(voice, filled, &line("title_es", "comments-title-es")))
            (fields::textarea(voice, filled, &text("text_en", "comments-text-en")))
            (fields::textarea(voice, filled, &text("text_es", "comments-text-es")))
            (fields::text_input(voice, filled, &cites.autocomplete("off")))
            (fields::radios(voice, filled, &Field::new("observers", "comments-observers"), &observers))
            (fields::date_input(voice, filled, &Field::new("counted_from", "comments-counted-from").hint("comments-counted-from-hint").optional()))
            (fields::text_input(voice, filled, &months.autocomplete("off")))
            (fields::date_input(voice, filled, &Field::new("until", "comments-until").hint("comments-until-hint").optional()))
            (fields::submit_row(voice, "comments-convene-look", Some(html! { a .button .plain href="/comments" { (voice.t("form-cancel")) } })))
        }))
    }
}

/// Draws where the text comes from.
pub(super) fn cited(voice: &base::web::Voice, round: &Round, address: Option<&str>) -> Markup {
    html! { @if let Some(symbol) = &round.invited.cites {
        p { (voice.t("comments-cited")) " "
            @match address { Some(address) => { a .mono href=(address) { (symbol) } }, None => { span .mono { (symbol) } } } }
    } }
}
