//! The act "propose a change": amend a paragraph, take it out, move it, or add one; the same as one call of the API.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};

use super::api::{DraftWords, NewProposal, ProposalShown};
use super::entries::{DraftEntry, Proposed};
use super::pages::{self, REASON_CHARS_MAX, fault, text_field};
use super::permits::TakePart;
use super::queries::{self, Known};
use crate::meetings::Symbol;

/// Shows the form: of a paragraph where one is named, else of a new one at the end.
pub(super) async fn page(
    desk: Permitted<TakePart>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let known = pages::known(&reader, &reference)?;
    let text = known.draft.text();
    let named = query.0.typed("item").parse().ok().and_then(|number| text.paragraph(number)).filter(|one| !one.is_out);
    let last = text.standing().last().map_or(0, |paragraph| paragraph.number);
    let filled = Filled::new().with("seen", text.version.to_string());
    let filled = match named {
        Some(paragraph) => {
            let number = paragraph.number.to_string();
            pages::with_texts(filled.with("kind", "amend").with("paragraph", number), &paragraph.texts)
        }
        None => filled.with("kind", "add").with("paragraph", "0").with("after", last.to_string()),
    };
    Ok(visit.page("drafting-propose-new", markup(&visit, &known, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<TakePart>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let number = |name: &str| filled.typed(name).trim().parse().unwrap_or(0);
    let words = pages::typed_words(&filled);
    let new = NewProposal {
        kind: filled.typed("kind").to_owned(),
        paragraph: number("paragraph"),
        after: number("after"),
        words: DraftWords { en: words.en, es: words.es, fr: words.fr },
        seen: number("seen"),
        reason: filled.typed("reason").to_owned(),
    };
    match enter(&writer, &known, &new).await {
        Ok(number) => Ok(see_other(&format!("/drafting/{reference}/proposals/{number}?done=proposed"))),
        Err(refusal) => {
            visit.refused_form("drafting-propose-new", &mut filled, refusal, |filled| markup(&visit, &known, filled))
        }
    }
}

/// Proposes a change.
#[utoipa::path(
    post,
    path = "/api/v1/drafting/{reference}/proposals",
    operation_id = "propose_drafting",
    tag = "drafting",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewProposal,
    responses(
        (status = 201, description = "Proposed", body = ProposalShown),
        (status = 404, description = "No such draft in which one takes part", body = Problem),
        (status = 409, description = "The draft was handed over or is full, or the paragraph was taken out before the version that was read", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<TakePart>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewProposal>,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let number = enter(&writer, &known, &sent).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let proposal = known.draft.proposal(number).ok_or(Refusal::NotFound)?;
    Ok((StatusCode::CREATED, axum::Json(ProposalShown::of(&known, proposal))).into_response())
}

async fn enter(writer: &Writer<TakePart>, known: &Known, new: &NewProposal) -> Result<u32, Refusal> {
    let proposed = read(&known.opened.symbol, new).map_err(Refusal::Invalid)?;
    writer.append(move |entries| record(entries, proposed)).await
}

/// Proposes a change, from a thread of its own; answers the proposal's number.
///
/// Errors: `Invalid` with every fault, `Conflict` where the draft takes none, `NotFound` for whoever does not draft.
pub fn propose(writer: &Writer<TakePart>, draft: &Symbol, new: &NewProposal) -> Result<u32, Refusal> {
    let proposed = read(draft, new).map_err(Refusal::Invalid)?;
    writer.append_blocking(move |entries| record(entries, proposed))
}

fn record(entries: &Entries<'_, DraftEntry>, proposed: Proposed) -> Result<u32, Refusal> {
    let mut known = queries::known(entries.now(), &proposed.draft)?.ok_or(Refusal::NotFound)?;
    let entry = DraftEntry::Proposed(proposed);
    let field = text_field(known.original);
    let number = known.told(entries.stamp().state, &entry).map_err(|error| pages::refusal(error, field))?;
    entries.append(&entry)?;
    Ok(number)
}

fn read(draft: &Symbol, new: &NewProposal) -> Result<Proposed, Vec<InputFault>> {
    let reason = pages::reason("reason", &new.reason).map_err(|fault| vec![fault])?;
    let proposed = Proposed {
        draft: draft.clone(),
        kind: new.kind.clone(),
        paragraph: new.paragraph,
        after: new.after,
        words: new.words.words(),
        seen: new.seen,
        reason,
    };
    if proposed.change().is_none() {
        return Err(vec![fault("kind", "drafting-fault-kind")]);
    }
    Ok(proposed)
}

fn markup(visit: &Visit, known: &Known, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/drafting/{}", known.opened.symbol.in_address());
    let number: u32 = filled.typed("paragraph").parse().unwrap_or(0);
    let all = [
        ("amend", "drafting-kind-amend"),
        ("delete", "drafting-kind-delete"),
        ("move", "drafting-kind-move"),
        ("add", "drafting-kind-add"),
    ];
    let kinds = all.into_iter().filter(|(code, _)| number > 0 || *code == "add");
    let kinds: Vec<Choice<'_>> = kinds.map(|(code, key)| Choice::new(code, voice.t(key))).collect();
    let places = known.draft.text().standing().map(|paragraph| {
        let label = voice.tn("drafting-paragraph", &[("number", i64::from(paragraph.number).into())]);
        Choice::new(paragraph.number.to_string(), label.into_owned())
    });
    let places: Vec<Choice<'_>> = [Choice::new("0", voice.t("drafting-beginning"))].into_iter().chain(places).collect();
    let reason = Field::new("reason", "drafting-reason").optional().rows(3).max_length(REASON_CHARS_MAX as u32);
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    let now = known.draft.text().paragraph(number).filter(|_| filled.is_refused());
    html! {
        h1 { (voice.t("drafting-propose-new")) }
        (fields::error_summary(voice, filled))
        @if number > 0 { p { (voice.tn("drafting-paragraph", &[("number", i64::from(number).into())])) } }
        // Somebody else was quicker: both texts are on the page, what was typed and what stands now.
        @if let Some(paragraph) = now { section #stands { h2 { (voice.t("drafting-stands-now")) } (pages::drawn(&paragraph.texts, known.original)) } }
        (fields::form(&format!("{path}/propose"), visit.csrf(), html! {
            (fields::hidden("paragraph", filled.typed("paragraph")))
            (fields::hidden("seen", filled.typed("seen")))
            (fields::radios(voice, filled, &Field::new("kind", "drafting-kind"), &kinds))
            (pages::paragraph_fields(voice, filled, known.original))
            (fields::select(voice, filled, &Field::new("after", "drafting-after").hint("drafting-after-hint").optional(), &places))
            (fields::textarea(voice, filled, &reason))
            (fields::submit_row(voice, "drafting-propose-send", Some(cancel)))
        }))
    }
}
