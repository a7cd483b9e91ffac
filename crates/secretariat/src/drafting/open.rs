//! The act "open a draft": who drafts, who chairs, and what the text says at first; the same as one call of the API.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::identity::PartyKind;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use base::words::Language;
use conference::drafting::{ChangeError, Text};
use journal::StateCode;
use maud::{Markup, html};

use super::api::{DraftShown, DraftWords, NewDraft};
use super::entries::{DraftEntry, Opened, Words};
use super::pages::{self, LINE_CHARS_MAX, fault, text_field};
use super::permits::OpenDraft;
use super::queries::{self, spoken};
use crate::decisions;
use crate::differences::paragraphs;
use crate::meetings::{Symbol, by_symbol};
use crate::rounds::Found;

/// The most that a form takes of a text in one language, in characters.
const PASTED_CHARS_MAX: usize = 100_000;

/// Shows the form.
pub(super) async fn page(desk: Permitted<OpenDraft>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    let filled = Filled::new().with("original", "es").with("chair", reader.caller().state.to_string());
    Ok(visit.page("drafting-open", markup(&reader, &visit, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<OpenDraft>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let done = match typed(&filled) {
        Ok(new) => enter(&writer, &new).await,
        Err(faults) => Err(Refusal::Invalid(faults)),
    };
    match done {
        Ok(symbol) => Ok(see_other(&format!("/drafting/{}?done=opened", symbol.in_address()))),
        Err(refusal) => {
            let reader = writer.reader();
            visit.refused_form("drafting-open", &mut filled, refusal, |filled| markup(reader, &visit, filled))
        }
    }
}

/// Opens a draft.
#[utoipa::path(
    post,
    path = "/api/v1/drafting",
    operation_id = "open_drafting",
    tag = "drafting",
    request_body = NewDraft,
    responses(
        (status = 201, description = "Opened", body = DraftShown),
        (status = 409, description = "There is a draft with this symbol", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<OpenDraft>, Sent(sent): Sent<NewDraft>) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let symbol = enter(&writer, &sent).await?;
    let known = writer.reader().ask(|now| queries::known(now, &symbol))?.ok_or(Refusal::NotFound)?;
    Ok((StatusCode::CREATED, axum::Json(DraftShown::of(&known))).into_response())
}

async fn enter(writer: &Writer<OpenDraft>, new: &NewDraft) -> Result<Symbol, Refusal> {
    let opened = read(writer.reader(), new).map_err(Refusal::Invalid)?;
    let symbol = opened.symbol.clone();
    writer.append(move |entries| record(entries, opened)).await?;
    Ok(symbol)
}

/// Opens a draft, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `Conflict` where there is one with this symbol.
pub fn open_draft(writer: &Writer<OpenDraft>, new: &NewDraft) -> Result<(), Refusal> {
    let opened = read(writer.reader(), new).map_err(Refusal::Invalid)?;
    writer.append_blocking(move |entries| record(entries, opened))
}

fn record(entries: &Entries<'_, DraftEntry>, opened: Opened) -> Result<(), Refusal> {
    let now = entries.now();
    let known = decisions::kept_for_members(now, &opened.about)?.is_some() || by_symbol(now, &opened.about)?.is_some();
    if !known {
        return Err(Refusal::Invalid(vec![fault("about", "drafting-fault-about")]));
    }
    if queries::known(now, &opened.symbol)?.is_some() {
        return Err(Refusal::conflict("drafting-fault-twice"));
    }
    entries.append(&DraftEntry::Opened(opened))?;
    Ok(())
}

fn read<P: Permit>(reader: &Reader<P>, new: &NewDraft) -> Result<Opened, Vec<InputFault>> {
    let mut found = Found::default();
    let symbol = found.keep(pages::symbol("symbol", &new.symbol));
    let about = found.keep(pages::symbol("about", &new.about));
    let title_en = found.keep(pages::line("title_en", &new.title_en));
    let title_es = found.keep(pages::line("title_es", &new.title_es));
    let original = Language::parse(&new.original).ok_or_else(|| fault("original", "drafting-fault-original"));
    let original = found.keep(original);
    let profile = reader.ground().identity.profile();
    let kind = |code: &str| {
        let code = code.trim().to_uppercase().parse::<StateCode>().ok()?;
        let kind = profile.parties.get(&code)?.kind;
        pages::may_draft(kind).then_some((code, kind))
    };
    let chair = match new.chair.trim() {
        "" => Some((reader.caller().state, reader.caller().party)),
        named => kind(named),
    };
    let chair = found.keep(chair.ok_or_else(|| fault("chair", "drafting-fault-party")));
    let (mut states, mut others) = (BTreeSet::new(), BTreeSet::new());
    let named = new.parties.iter().map(|code| kind(code)).collect::<Option<Vec<_>>>();
    let named = found.keep(named.ok_or_else(|| fault("parties", "drafting-fault-party"))).unwrap_or_default();
    for (party, kind) in named.into_iter().chain(chair) {
        let list = if kind == PartyKind::Member { &mut states } else { &mut others };
        list.insert(party);
    }
    if states.is_empty() && found.0.is_empty() {
        found.0.push(fault("parties", "drafting-fault-no-state"));
    }
    let paragraphs: Vec<Words> = new.paragraphs.iter().map(DraftWords::words).collect();
    if let Some(original) = original
        && let Err(error) = Text::begin(spoken(original), paragraphs.iter().map(Words::texts).collect())
    {
        let key = match error {
            ChangeError::TooMany => "drafting-fault-paragraphs",
            ChangeError::TooLong => "drafting-fault-too-long",
            _ => "drafting-fault-empty",
        };
        found.0.push(fault(text_field(original), key));
    }
    let codes = |of: &BTreeSet<StateCode>| of.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    match (symbol, about, title_en, title_es, original, chair) {
        (Some(symbol), Some(about), Some(title_en), Some(title_es), Some(original), Some((chair, _)))
            if found.0.is_empty() =>
        {
            let (original, states, others) = (original.tag().to_owned(), codes(&states), codes(&others));
            Ok(Opened { symbol, about, title_en, title_es, original, chair, states, others, paragraphs })
        }
        _ => Err(found.0),
    }
}

/// Reads the form: the pasted text of each language, a paragraph a line, is laid side by side.
fn typed(filled: &Filled) -> Result<NewDraft, Vec<InputFault>> {
    let typed = |name: &str| filled.typed(name).to_owned();
    let original = Language::parse(filled.typed("original")).unwrap_or(Language::Es);
    let lines = |language| paragraphs(filled.typed(text_field(language)));
    let first = lines(original);
    let mut faults = Vec::new();
    let mut read = vec![DraftWords::default(); first.len()];
    for language in Language::ALL {
        let lines = lines(language);
        if !lines.is_empty() && lines.len() != first.len() {
            faults.push(fault(text_field(language), "drafting-fault-unlike"));
        }
        for (paragraph, line) in read.iter_mut().zip(lines) {
            let text = match language {
                Language::En => &mut paragraph.en,
                Language::Es => &mut paragraph.es,
                Language::Fr => &mut paragraph.fr,
            };
            line.clone_into(text);
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(NewDraft {
        symbol: typed("symbol"),
        about: typed("about"),
        title_en: typed("title_en"),
        title_es: typed("title_es"),
        original: typed("original"),
        chair: typed("chair"),
        parties: filled.chosen("parties").map(str::to_owned).collect(),
        paragraphs: read,
    })
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let profile = reader.ground().identity.profile();
    let named = |kinds: &[PartyKind]| -> Vec<Choice<'_>> {
        let parties = profile.parties.iter().filter(|(_, party)| kinds.contains(&party.kind));
        parties
            .map(|(code, party)| Choice::new(code.to_string(), party.name.in_language(voice.language).to_owned()))
            .collect()
    };
    let languages = Language::ALL.map(|language| Choice::new(language.tag(), language.own_name()));
    let original = Language::parse(filled.typed("original")).unwrap_or(Language::Es);
    let chairs = named(&[PartyKind::Secretariat, PartyKind::Member]);
    let drafters = named(&[PartyKind::Member, PartyKind::Observer]);
    let line = |name, label| Field::new(name, label).max_length(LINE_CHARS_MAX as u32).autocomplete("off");
    let cancel = html! { a .button .plain href="/drafting" { (voice.t("form-cancel")) } };
    html! {
        h1 { (voice.t("drafting-open")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("drafting-open-about")) }
        (fields::form("/drafting/new", visit.csrf(), html! {
            (fields::text_input(voice, filled, &line("symbol", "drafting-symbol").hint("drafting-symbol-hint").mono()))
            (fields::text_input(voice, filled, &line("about", "drafting-about").hint("drafting-about-hint").mono()))
            (fields::text_input(voice, filled, &line("title_es", "drafting-title-es")))
            (fields::text_input(voice, filled, &line("title_en", "drafting-title-en")))
            (fields::select(voice, filled, &Field::new("chair", "drafting-chair"), &chairs))
            (fields::checkboxes(voice, filled, &Field::new("parties", "drafting-parties"), &drafters))
            (fields::select(voice, filled, &Field::new("original", "drafting-original"), &languages))
            p { (voice.t("drafting-paste-about")) }
            (pages::text_fields(voice, filled, original, 10, PASTED_CHARS_MAX))
            (fields::submit_row(voice, "drafting-open-send", Some(cancel)))
        }))
    }
}
