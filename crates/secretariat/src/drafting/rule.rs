//! The act "say what becomes of a proposal": the chair accepts it, merges it in its own words, or sets it aside and says why.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, parts, see_other};
use conference::drafting::Proposal;
use maud::{Markup, html};

use super::api::{DraftWords, NewRuling, ProposalShown};
use super::entries::{DraftEntry, Ruled};
use super::pages::{self, REASON_CHARS_MAX, fault, text_field};
use super::permits::ChairDraft;
use super::proposal::{markup, one};
use super::queries::{self, Known};

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<ChairDraft>,
    visit: Visit,
    Path((reference, id)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, |known| Some(known.draft.chair))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let proposal = one(&known, &id)?;
    let words = pages::typed_words(&filled);
    let new = NewRuling {
        ruling: filled.typed("ruling").to_owned(),
        words: DraftWords { en: words.en, es: words.es, fr: words.fr },
        seen: filled.typed("seen").parse().unwrap_or(0),
        reason: filled.typed("ruling_reason").to_owned(),
    };
    match enter(&writer, &known, proposal.number, &new).await {
        Ok(()) => Ok(see_other(&format!("/drafting/{reference}?done=ruled"))),
        Err(refusal) => {
            let reader = writer.reader();
            visit.refused_form("drafting-proposal-one", &mut filled, refusal, |filled| {
                markup(reader, &visit, (&known, proposal), filled, "")
            })
        }
    }
}

/// Says what becomes of a proposal.
#[utoipa::path(
    post,
    path = "/api/v1/drafting/{reference}/proposals/{id}/rule",
    operation_id = "rule_drafting",
    tag = "drafting",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("id" = u32, Path, description = "The proposal's number")
    ),
    request_body = NewRuling,
    responses(
        (status = 200, description = "The proposal as it is ruled on", body = ProposalShown),
        (status = 404, description = "No such proposal in a draft that one chairs", body = Problem),
        (status = 409, description = "It is ruled on, the draft was handed over, or the paragraph changed since", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ChairDraft>,
    Path((reference, id)): Path<(String, String)>,
    Sent(sent): Sent<NewRuling>,
) -> Result<axum::Json<ProposalShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference, |known| Some(known.draft.chair))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let number = one(&known, &id)?.number;
    enter(&writer, &known, number, &sent).await?;
    let known = pages::known(writer.reader(), &reference)?;
    Ok(axum::Json(ProposalShown::of(&known, one(&known, &id)?)))
}

async fn enter(writer: &Writer<ChairDraft>, known: &Known, proposal: u32, new: &NewRuling) -> Result<(), Refusal> {
    let wrong = |field: &str, key| Err(Refusal::Invalid(vec![fault(field, key)]));
    let reason = pages::reason("ruling_reason", &new.reason).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let words = match new.ruling.as_str() {
        "merge" => new.words.words(),
        "set_aside" if reason.is_empty() => return wrong("ruling_reason", "drafting-fault-why"),
        // What stands in the fields of a text and is not asked for is not said.
        "accept" | "set_aside" => DraftWords::default().words(),
        _ => return wrong("ruling", "drafting-fault-ruling"),
    };
    let (draft, ruling, seen) = (known.opened.symbol.clone(), new.ruling.clone(), new.seen);
    let ruled = Ruled { draft, proposal, ruling, words, seen, reason };
    let act = move |entries: &Entries<'_, DraftEntry>| {
        let mut known = queries::known(entries.now(), &ruled.draft)?.ok_or(Refusal::NotFound)?;
        let (entry, field) = (DraftEntry::Ruled(ruled), text_field(known.original));
        known.told(entries.stamp().state, &entry).map_err(|error| pages::refusal(error, field))?;
        entries.append(&entry)?;
        Ok(())
    };
    writer.append(act).await
}

/// Draws the chair's form: the words of the proposal are filled in, to be merged from.
pub(super) fn form(visit: &Visit, known: &Known, proposal: &Proposal, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/drafting/{}/proposals/{}/rule", known.opened.symbol.in_address(), proposal.number);
    let rulings = [
        Choice::new("accept", voice.t("drafting-rule-accept")),
        Choice::new("merge", voice.t("drafting-rule-merge")),
        Choice::new("set_aside", voice.t("drafting-rule-set-aside")),
    ];
    let begun;
    let filled = if filled.is_refused() {
        filled
    } else {
        let stands = proposal.change.paragraph().and_then(|number| known.draft.text().paragraph(number));
        let texts = proposal.change.texts().or(stands.map(|one| &*one.texts));
        begun = texts.map_or_else(Filled::new, |texts| pages::with_texts(Filled::new(), texts));
        &begun
    };
    let reason = Field::new("ruling_reason", "drafting-ruling-reason").hint("drafting-ruling-reason-hint").optional();
    parts::card(
        "rule",
        &voice.t("drafting-rule"),
        fields::form(
            &path,
            visit.csrf(),
            html! {
                // The chair has the text before them as it stands: a later one is not changed unseen.
                (fields::hidden("seen", &known.draft.text().version.to_string()))
                (fields::radios(voice, filled, &Field::new("ruling", "drafting-rule-how"), &rulings))
                p { (voice.t("drafting-merge-about")) }
                (pages::paragraph_fields(voice, filled, known.original))
                (fields::textarea(voice, filled, &reason.rows(3).max_length(REASON_CHARS_MAX as u32)))
                (fields::submit_row(voice, "drafting-rule-send", None))
            },
        ),
    )
}
