//! The act "file a document": its symbol, what it is and who may see it. Its texts follow, one by one.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Said, Sent, Visit, see_other};
use base::words::Language;
use maud::{Markup, html};

use super::api::{NewPaper, PaperShown};
use super::classify::unfit;
use super::entries::{Filed, PaperEntry};
use super::paper::{CLASSES, KINDS, PARTICIPANTS, TEXT_CHARS_MAX, key};
use super::permits::FilePaper;
use super::queries::{self, Paper};
use super::rule::RULES;
use crate::meetings::{Symbol, by_symbol};

/// Shows the form.
pub(super) async fn page(desk: Permitted<FilePaper>, visit: Visit) -> Result<Markup, Refusal> {
    desk.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page("papers-file", markup(&visit, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<FilePaper>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let typed = |name| filled.typed(name).to_owned();
    let new = NewPaper {
        symbol: typed("symbol"),
        kind: typed("kind"),
        title_en: typed("title_en"),
        title_es: typed("title_es"),
        original: typed("original"),
        class: typed("class"),
        meeting: typed("meeting"),
        rule: typed("rule"),
        decided_by: typed("decided_by"),
    };
    match enter(desk, &new).await {
        Ok(paper) => Ok(see_other(&format!("/papers/{}?done=filed", paper.symbol.in_address()))),
        Err(Refusal::Invalid(faults)) => {
            for fault in faults {
                filled.refuse(&fault.field, visit.voice.say(&fault.said));
            }
            Ok(visit.refused_page("papers-file", markup(&visit, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Files a document; its texts are brought afterwards.
#[utoipa::path(
    post,
    path = "/api/v1/papers",
    operation_id = "file_paper",
    tag = "papers",
    request_body = NewPaper,
    responses(
        (
            status = 201,
            description = "Filed; the header Location leads to it",
            body = PaperShown,
            links(("paper" = (operation_id = "show_paper", parameters(("reference" = "$response.body#/reference")))))
        ),
        (status = 422, description = "Something in it cannot be used, or the symbol is taken", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<FilePaper>, Sent(sent): Sent<NewPaper>) -> Result<Response, Refusal> {
    let paper = enter(desk, &sent).await?;
    let place = [(axum::http::header::LOCATION, format!("/api/v1/papers/{}", paper.symbol.in_address()))];
    Ok((axum::http::StatusCode::CREATED, place, axum::Json(PaperShown::of(&paper, &[]))).into_response())
}

async fn enter(desk: Permitted<FilePaper>, new: &NewPaper) -> Result<Paper, Refusal> {
    match read(new) {
        Ok(filed) => {
            let writer = desk.open_to_write(Resource::room_about(filed.symbol.clone())).await?;
            writer.append(move |entries| record(entries, filed)).await
        }
        Err(faults) => {
            desk.open_with_outcome(Resource::room(), "form").await?;
            Err(Refusal::Invalid(faults))
        }
    }
}

/// Files a document, from a thread of its own; answers it.
///
/// Errors: `Invalid` with every fault, also where the symbol is taken.
pub fn file_paper(writer: &Writer<FilePaper>, new: &NewPaper) -> Result<PaperShown, Refusal> {
    let filed = read(new).map_err(Refusal::Invalid)?;
    let paper = writer.append_blocking(move |entries| record(entries, filed))?;
    Ok(PaperShown::of(&paper, &[]))
}

/// Files a document that was read.
pub(super) fn record(entries: &Entries<'_, PaperEntry>, filed: Filed) -> Result<Paper, Refusal> {
    let symbol: Symbol = filed.symbol.parse().map_err(|_| Refusal::NotFound)?;
    let mut faults = Vec::new();
    if queries::one(entries.now(), &symbol)?.is_some() {
        faults.push(fault("symbol", "papers-fault-symbol-known"));
    }
    if let Some(meeting) = filed.meeting.as_ref().and_then(|meeting| meeting.parse().ok())
        && by_symbol(entries.now(), &meeting)?.is_none()
    {
        faults.push(fault("meeting", "papers-fault-meeting"));
    }
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    entries.append(&PaperEntry::Filed(filed))?;
    queries::one(entries.now(), &symbol)?.ok_or(Refusal::NotFound)
}

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(super) fn fault(field: &str, key: &'static str) -> InputFault {
    InputFault::field(field, key.strip_prefix("papers-fault-").unwrap_or(key), Said::plain(key))
}

/// Answers a text on one line, within its limit.
pub(super) fn line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > TEXT_CHARS_MAX || text.chars().any(char::is_control) {
        return Err(fault(field, "papers-fault-text"));
    }
    Ok(text)
}

/// Reads a document to be filed.
pub(super) fn read(new: &NewPaper) -> Result<Filed, Vec<InputFault>> {
    let mut faults = Vec::new();
    let symbol = |written: &str| written.trim().to_uppercase().parse::<Symbol>();
    let named = symbol(&new.symbol);
    if named.is_err() {
        faults.push(fault("symbol", "papers-fault-symbol"));
    }
    if key(&KINDS, &new.kind).is_none() {
        faults.push(fault("kind", "papers-fault-kind"));
    }
    let mut title = |field, written| match line(field, written) {
        Ok(title) => title,
        Err(fault) => {
            faults.push(fault);
            String::new()
        }
    };
    let (title_en, title_es) = (title("title_en", &new.title_en), title("title_es", &new.title_es));
    if new.title_en.trim().is_empty() && new.title_es.trim().is_empty() {
        faults.push(fault("title_en", "papers-fault-title-missing"));
    }
    let original = Language::parse(&new.original);
    if original.is_none() {
        faults.push(fault("original", "papers-fault-original"));
    }
    if key(&CLASSES, &new.class).is_none() {
        faults.push(fault("class", "papers-fault-class"));
    }
    // A document may be filed before anybody says why it is for those; its page then says that nobody did.
    faults.extend(Some(&new.rule).filter(|rule| !rule.is_empty()).and_then(|rule| unfit(&new.class, rule)));
    let decided_by = line("decided_by", &new.decided_by).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let meeting = match new.meeting.trim() {
        "" => {
            if new.class == PARTICIPANTS {
                faults.push(fault("meeting", "papers-fault-meeting-missing"));
            }
            None
        }
        written => symbol(written)
            .map_err(|_| faults.push(fault("meeting", "papers-fault-meeting")))
            .ok()
            .map(|meeting| meeting.to_string()),
    };
    match (named, original) {
        (Ok(symbol), Some(original)) if faults.is_empty() => Ok(Filed {
            symbol: symbol.to_string(),
            kind: new.kind.clone(),
            title_en,
            title_es,
            original: original.tag().to_owned(),
            class: new.class.clone(),
            meeting,
            rule: Some(new.rule.clone()).filter(|rule| !rule.is_empty()),
            decided_by: Some(decided_by).filter(|by| !by.is_empty()),
        }),
        _ => Err(faults),
    }
}

/// Answers the languages to choose from, each by its own name.
pub(super) fn languages() -> Vec<Choice<'static>> {
    Language::ALL.map(|language| Choice::new(language.tag(), language.own_name())).to_vec()
}

fn markup(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let text = |name, label| Field::new(name, label).max_length(TEXT_CHARS_MAX as u32).autocomplete("off");
    let choices = |list: &[(&'static str, &'static str)]| -> Vec<Choice<'_>> {
        list.iter().map(|(code, key)| Choice::new(*code, voice.t(key))).collect()
    };
    let rules: Vec<Choice<'_>> = RULES.iter().map(|rule| Choice::new(rule.code, voice.t(rule.key))).collect();
    html! {
        h1 { (voice.t("papers-file")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("papers-file-about")) }
        (fields::form("/papers/file", visit.csrf(), html! {
            (fields::text_input(voice, filled, &text("symbol", "papers-symbol").hint("papers-symbol-hint").mono()))
            (fields::select(voice, filled, &Field::new("kind", "papers-kind"), &choices(&KINDS)))
            (fields::text_input(voice, filled, &text("title_en", "papers-title-en").hint("papers-title-hint").unmarked()))
            (fields::text_input(voice, filled, &text("title_es", "papers-title-es").unmarked()))
            (fields::select(voice, filled, &Field::new("original", "papers-original"), &languages()))
            (fields::radios(voice, filled, &Field::new("class", "papers-class"), &choices(&CLASSES)))
            (fields::select(voice, filled, &Field::new("rule", "papers-rule").optional(), &rules))
            (fields::text_input(voice, filled, &text("decided_by", "papers-decided-by").hint("papers-decided-by-hint").optional()))
            (fields::text_input(voice, filled, &text("meeting", "papers-meeting").hint("papers-meeting-hint").mono().optional()))
            (fields::submit_row(voice, "papers-file-send", Some(html! { a .button .plain href="/papers" { (voice.t("form-cancel")) } })))
        }))
    }
}
