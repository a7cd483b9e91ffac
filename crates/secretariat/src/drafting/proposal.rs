//! One proposal: the act of reading it beside the text, and the act "say something of it".

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::drafting::{Change, Opinion, Proposal, Texts};
use conference::language::TextLanguage;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{NewRemark, ProposalShown};
use super::entries::{DraftEntry, Said};
use super::pages::{self, REASON_CHARS_MAX, fault};
use super::permits::{ChairDraft, ShowDraft, TakePart};
use super::queries::{self, Known, spoken};
use super::{rule, show};
use crate::differences;

/// Shows a proposal.
pub(super) async fn page(
    desk: Permitted<ShowDraft>,
    visit: Visit,
    Path((reference, id)): Path<(String, String)>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let reader = desk.open(resource).await?;
    let known = pages::known(&reader, &reference)?;
    let proposal = one(&known, &id)?;
    Ok(visit.page(
        "drafting-proposal-one",
        markup(&reader, &visit, (&known, proposal), &Filled::new(), query.0.typed("done")),
    ))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<TakePart>,
    visit: Visit,
    Path((reference, id)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let proposal = one(&known, &id)?;
    let new = NewRemark { opinion: filled.typed("opinion").to_owned(), words: filled.typed("words").to_owned() };
    match enter(&writer, &known, proposal.number, &new).await {
        Ok(()) => Ok(see_other(&format!("/drafting/{reference}/proposals/{}?done=said", proposal.number))),
        Err(refusal) => {
            let reader = writer.reader();
            visit.refused_form("drafting-proposal-one", &mut filled, refusal, |filled| {
                markup(reader, &visit, (&known, proposal), filled, "")
            })
        }
    }
}

/// Says something of a proposal.
#[utoipa::path(
    post,
    path = "/api/v1/drafting/{reference}/proposals/{id}",
    operation_id = "say_drafting",
    tag = "drafting",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("id" = u32, Path, description = "The proposal's number")
    ),
    request_body = NewRemark,
    responses(
        (status = 201, description = "Said", body = ProposalShown),
        (status = 404, description = "No such proposal in a draft in which one takes part", body = Problem),
        (status = 409, description = "It is ruled on, the draft was handed over, or too much was said", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<TakePart>,
    Path((reference, id)): Path<(String, String)>,
    Sent(sent): Sent<NewRemark>,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let number = one(&known, &id)?.number;
    enter(&writer, &known, number, &sent).await?;
    let known = pages::known(writer.reader(), &reference)?;
    Ok((StatusCode::CREATED, axum::Json(ProposalShown::of(&known, one(&known, &id)?))).into_response())
}

/// Reads a proposal by its number in an address.
pub(super) fn one<'k>(known: &'k Known, id: &str) -> Result<&'k Proposal, Refusal> {
    let number = id.parse().map_err(|_| Refusal::NotFound)?;
    known.draft.proposal(number).ok_or(Refusal::NotFound)
}

/// Answers the key of what a change is.
pub(super) fn kind_key(change: &Change) -> &'static str {
    match change {
        Change::Add { .. } => "drafting-adds",
        Change::Amend { .. } => "drafting-amends",
        Change::Delete { .. } => "drafting-deletes",
        Change::Move { .. } => "drafting-moves",
    }
}

async fn enter(writer: &Writer<TakePart>, known: &Known, proposal: u32, new: &NewRemark) -> Result<(), Refusal> {
    let words = pages::reason("words", &new.words).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let opinion = new.opinion.clone();
    if !["", "supports", "opposes"].contains(&opinion.as_str()) {
        return Err(Refusal::Invalid(vec![fault("opinion", "drafting-fault-opinion")]));
    }
    if opinion.is_empty() && words.is_empty() {
        return Err(Refusal::Invalid(vec![fault("words", "drafting-fault-silent")]));
    }
    let said = Said { draft: known.opened.symbol.clone(), proposal, opinion, words };
    let act = move |entries: &Entries<'_, DraftEntry>| {
        let mut known = queries::known(entries.now(), &said.draft)?.ok_or(Refusal::NotFound)?;
        let entry = DraftEntry::Said(said);
        known.told(entries.stamp().state, &entry).map_err(|error| pages::refusal(error, "words"))?;
        entries.append(&entry)?;
        Ok(())
    };
    writer.append(act).await
}

/// Draws a proposal, with the forms of whoever may do something with it.
pub(super) fn markup<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    (known, proposal): (&Known, &Proposal),
    filled: &Filled,
    done: &str,
) -> Markup {
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    let (policy, caller) = (&reader.ground().policy, reader.caller());
    let of = |owner| Resource { owner, status: "open", ..Resource::default() };
    let is_open = !known.draft.is_frozen && proposal.ruled.is_none();
    let own = known.draft.drafts(caller.state).then_some(caller.state);
    let speaks = is_open && policy.allows::<TakePart>(caller, &of(own));
    let chairs = is_open && policy.allows::<ChairDraft>(caller, &of(Some(known.draft.chair)));
    let path = format!("/drafting/{}", known.opened.symbol.in_address());
    let by = identity.party_name(proposal.by, voice.language);
    let said = match done {
        "proposed" => Some("drafting-done-proposed"),
        "said" => Some("drafting-done-said"),
        _ => None,
    };
    html! {
        h1 { (voice.tn("drafting-proposal", &[("number", i64::from(proposal.number).into())])) }
        (fields::error_summary(voice, filled))
        @if let Some(key) = said { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
        (parts::facts(&[
            (&voice.t("drafting-by"), html! { (by) }),
            (&voice.t("drafting-change"), show::what(voice, proposal)),
            (&voice.t("drafting-ruling"), show::standing(voice, known, proposal)),
            (&voice.t("drafting-reason"), html! { (proposal.reason) }),
        ]))
        (beside(visit, known, proposal))
        @if let Some(ruled) = proposal.ruled.as_ref().filter(|ruled| !ruled.reason.is_empty()) {
            (parts::card("ruled", &voice.t("drafting-ruled-why"), html! { p { (ruled.reason) } }))
        }
        (parts::card("said", &voice.t("drafting-said"), html! {
            (show::opinions(reader, voice, proposal))
            ul { @for remark in &proposal.remarks { li {
                strong { (identity.party_name(remark.by, voice.language)) } " "
                @match remark.opinion {
                    Some(Opinion::Supports) => { (voice.t("drafting-supports-it")) " " }
                    Some(Opinion::Opposes) => { (voice.t("drafting-opposes-it")) " " }
                    None => {}
                }
                (remark.words)
            } } }
            @if speaks { (say_form(visit, known, filled, &format!("{path}/proposals/{}", proposal.number), caller.state)) }
        }))
        @if chairs { (rule::form(visit, known, proposal, filled)) }
        p { a href=(path) { (voice.t("drafting-back")) } }
    }
}

/// Draws what a proposal makes of its paragraph as whoever proposed it had it before them, and the paragraph as it stands where that
/// became another one.
fn beside(visit: &Visit, known: &Known, proposal: &Proposal) -> Markup {
    let (voice, draft) = (&visit.voice, &known.draft);
    let number = proposal.change.paragraph().unwrap_or(0);
    let original = spoken(known.original);
    let before = draft.version(proposal.seen).and_then(|text| text.paragraph(number)).map(|one| &*one.texts);
    let now = draft.text().paragraph(number);
    let is_overtaken = proposal.ruled.is_none() && draft.hindrance(proposal).is_some();
    let said = before.and_then(|texts| texts.get(&original)).map_or("", String::as_str);
    let is_out = matches!(proposal.change, Change::Delete { .. });
    html! {
        (parts::card("proposed", &voice.t("drafting-proposed"), html! {
            @match proposal.change.texts() {
                Some(texts) => {
                    @let proposed = texts.get(&original).map_or("", String::as_str);
                    (differences::drawn(voice, known.original, &differences::between(said, proposed)))
                    (pages::drawn(&others_of(texts, original), known.original))
                }
                None if is_out => { (differences::drawn(voice, known.original, &differences::between(said, ""))) }
                None => { @if let Some(texts) = before { (pages::drawn(texts, known.original)) } }
            }
        }))
        @if let Some(paragraph) = now.filter(|_| is_overtaken) { (parts::card("stands", &voice.t("drafting-stands-now"), html! {
            p { (voice.t("drafting-overtaken-about")) }
            @if paragraph.is_out { p { (voice.t("drafting-is-out")) } } @else { (pages::drawn(&paragraph.texts, known.original)) }
        })) }
    }
}

/// Answers what is said in other languages than one.
fn others_of(texts: &Texts, original: TextLanguage) -> Texts {
    texts.iter().filter(|(one, _)| **one != original).map(|(one, text)| (*one, text.clone())).collect()
}

fn say_form(visit: &Visit, known: &Known, filled: &Filled, action: &str, own: StateCode) -> Markup {
    let voice = &visit.voice;
    let opinions = [
        Choice::new("", voice.t("drafting-opinion-none")),
        Choice::new("supports", voice.t("drafting-opinion-supports")),
        Choice::new("opposes", voice.t("drafting-opinion-opposes")),
    ];
    let words = Field::new("words", "drafting-words").optional().rows(3).max_length(REASON_CHARS_MAX as u32);
    fields::form(
        action,
        visit.csrf(),
        html! {
            @if known.draft.states.contains(&own) { (fields::radios(voice, filled, &Field::new("opinion", "drafting-opinion").hint("drafting-opinion-hint").optional(), &opinions)) }
            (fields::textarea(voice, filled, &words))
            (fields::submit_row(voice, "drafting-say", None))
        },
    )
}
