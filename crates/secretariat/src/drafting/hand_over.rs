//! The act "hand a draft over to a meeting": it becomes a document of that meeting, with the texts of all languages that are whole, and
//! is changed no more.

use std::sync::Arc;

use axum::Json;
use axum::extract::Path;
use axum::response::Response;
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, see_other};
use base::words::Language;
use maud::{Markup, html};

use super::api::{DraftShown, NewHandOver};
use super::entries::{DraftEntry, HandedOver};
use super::pages::{self, LINE_CHARS_MAX, fault};
use super::permits::HandOverDraft;
use super::queries::{self, Known, spoken};
use super::{basis, show};
use crate::papers::{self, NewPaper, PaperEntry, Resting};
use crate::rounds::title;

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<HandOverDraft>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference, |_| None)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let known = pages::known(&reader, &reference)?;
    let filled = Filled::new().with("class", "members");
    Ok(visit.page("drafting-hand-over", markup(&reader, &visit, &known, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<HandOverDraft>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, |_| None)).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let typed = |name| filled.typed(name).to_owned();
    let new = NewHandOver {
        symbol: typed("symbol"),
        meeting: typed("meeting"),
        class: typed("class"),
        seen: filled.typed("seen").parse().unwrap_or(0),
    };
    match enter(&writer, &known, &new).await {
        Ok(()) => Ok(see_other(&format!("/drafting/{reference}"))),
        Err(refusal) => {
            let reader = writer.reader();
            visit.refused_form("drafting-hand-over", &mut filled, refusal, |filled| {
                markup(reader, &visit, &known, filled)
            })
        }
    }
}

/// Hands a draft over to a meeting.
#[utoipa::path(
    post,
    path = "/api/v1/drafting/{reference}/hand-over",
    operation_id = "hand_over_drafting",
    tag = "drafting",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewHandOver,
    responses(
        (status = 200, description = "The draft as it was handed over", body = DraftShown),
        (status = 404, description = "No such draft", body = Problem),
        (status = 409, description = "It was handed over, or changed since it was read", body = Problem),
        (status = 422, description = "Something in it cannot be used, or the symbol is taken", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<HandOverDraft>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewHandOver>,
) -> Result<Json<DraftShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference, |_| None)).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    enter(&writer, &known, &sent).await?;
    Ok(Json(DraftShown::of(&pages::known(writer.reader(), &reference)?)))
}

async fn enter(writer: &Writer<HandOverDraft>, known: &Known, new: &NewHandOver) -> Result<(), Refusal> {
    let paper = pages::symbol("symbol", &new.symbol).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    if new.meeting.trim().is_empty() {
        return Err(Refusal::Invalid(vec![fault("meeting", "drafting-fault-meeting")]));
    }
    let (text, draft) = (known.draft.text(), known.opened.symbol.clone());
    if text.version != new.seen {
        return Err(Refusal::conflict("drafting-fault-later"));
    }
    if text.standing().next().is_none() {
        return Err(Refusal::conflict("drafting-fault-no-text"));
    }
    let filed = NewPaper {
        symbol: paper.to_string(),
        kind: "proposal".to_owned(),
        title_en: known.opened.title_en.clone(),
        title_es: known.opened.title_es.clone(),
        original: known.opened.original.clone(),
        class: new.class.clone(),
        meeting: new.meeting.trim().to_uppercase(),
        rule: String::new(),
        // What the document came of: the way back to the draft.
        decided_by: format!("{draft}, {}", text.version),
    };
    let whole: Vec<(Language, String)> =
        Language::ALL.into_iter().filter_map(|one| Some((one, text.whole(spoken(one))?))).collect();
    let (original, ground) = (known.original, Arc::clone(writer.reader().ground()));
    // Durable before the entries that name them: a cut between leaves files that nothing names, and never a name alone.
    let put = move |(language, text): (Language, String)| -> Result<Resting, StoreError> {
        let file = ground.files.put(text.as_bytes())?;
        Ok(Resting { language, authentic: language == original, file, size_bytes: text.len() as u64 })
    };
    let texts = writer.reader().ask_long(move |_| whole.into_iter().map(put).collect::<Result<Vec<_>, _>>()).await?;
    let brackets = u32::try_from(text.brackets().count).unwrap_or(u32::MAX);
    let unanswered = u32::try_from(known.basis.open(&known.draft)).ok();
    let handed = HandedOver { draft, version: text.version, paper, brackets, unanswered };
    let act = move |drafts: &Entries<'_, DraftEntry>, papers: &Entries<'_, PaperEntry>| {
        let mut known = queries::known(drafts.now(), &handed.draft)?.ok_or(Refusal::NotFound)?;
        // Asked again inside the transaction: what was accepted or opened meanwhile is not left behind.
        if known.draft.text().version != handed.version
            || u32::try_from(known.basis.open(&known.draft)).ok() != handed.unanswered
        {
            return Err(Refusal::conflict("drafting-fault-later"));
        }
        let entry = DraftEntry::HandedOver(handed);
        known.told(drafts.stamp().state, &entry).map_err(|error| pages::refusal(error, "symbol"))?;
        papers::file_whole(papers, &filed, texts)?;
        drafts.append(&entry)?;
        Ok(())
    };
    writer.append_both(act).await
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, known: &Known, filled: &Filled) -> Markup {
    let (voice, text) = (&visit.voice, known.draft.text());
    let path = format!("/drafting/{}", known.opened.symbol.in_address());
    let classes: Vec<Choice<'_>> = papers::CLASSES.iter().map(|(code, key)| Choice::new(*code, voice.t(key))).collect();
    let left: Vec<&str> =
        Language::ALL.into_iter().filter(|one| text.whole(spoken(*one)).is_some()).map(Language::own_name).collect();
    let open = known.draft.proposals.iter().filter(|proposal| proposal.ruled.is_none()).count();
    let line = |name, label| Field::new(name, label).max_length(LINE_CHARS_MAX as u32).autocomplete("off").mono();
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    let chair = reader.ground().identity.party_name(known.draft.chair, voice.language);
    html! {
        h1 { (voice.t("drafting-hand-over")) }
        (fields::error_summary(voice, filled))
        p { (title(voice, &known.opened.title_en, &known.opened.title_es)) }
        p { (voice.t("drafting-hand-over-about")) }
        ul {
            li { (show::brackets(voice, known)) }
            li { (voice.tn("drafting-open-count", &[("count", (open as i64).into())])) }
            li { (basis::unanswered(voice, known)) }
            li { (voice.tn("drafting-whole-in", &[("languages", left.join(", ").as_str().into())])) }
            li { (voice.t("drafting-chair")) ": " (chair) }
        }
        (fields::form(&format!("{path}/hand-over"), visit.csrf(), html! {
            (fields::hidden("seen", &text.version.to_string()))
            (fields::text_input(voice, filled, &line("symbol", "drafting-paper-symbol").hint("drafting-symbol-hint")))
            (fields::text_input(voice, filled, &line("meeting", "drafting-meeting")))
            (fields::radios(voice, filled, &Field::new("class", "drafting-class"), &classes))
            (fields::submit_row(voice, "drafting-hand-over-send", Some(cancel)))
        }))
    }
}
