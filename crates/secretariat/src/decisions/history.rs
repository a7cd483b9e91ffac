//! The act "add to the history of a decision": a note, a correction, a link, an event that a deadline counts from.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};

use super::api::{DecisionShown, NewLater};
use super::decision::{LINE_CHARS_MAX, TEXT_CHARS_MAX, Tongue};
use super::entries::{Corrected, DecisionEntry, Happened, Linked, Noted};
use super::form::{self, Found, fault};
use super::permits::RecordHistory;
use super::{add, fields as drawn, queries, show};
use crate::meetings::Symbol;

/// The kinds of what can be added, each with the key of its name.
const KINDS: [(&str, &str); 4] = [
    ("noted", "decisions-add-note"),
    ("corrected", "decisions-add-correction"),
    ("linked", "decisions-add-link"),
    ("happened", "decisions-add-event"),
];

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<RecordHistory>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(show::resource(&reference)).await?;
    desk.open_with_outcome(resource, "form").await?;
    let symbol = Symbol::from_address(&reference).map_err(|_| Refusal::NotFound)?;
    Ok(visit.page("decisions-record", markup(&visit, &symbol, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<RecordHistory>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let symbol = Symbol::from_address(&reference).map_err(|_| Refusal::NotFound)?;
    let mut faults = Vec::new();
    let typed = |name: &str| filled.typed(name).to_owned();
    let new = NewLater {
        kind: typed("kind"),
        on: form::day(&filled, "on", &mut faults),
        text: typed("text"),
        detail: typed("detail"),
        language: typed("language"),
        link: typed("link"),
    };
    let entered = match faults.is_empty() {
        true => enter(desk, &reference, &new).await,
        false => Err(Refusal::Invalid(faults)),
    };
    match entered {
        Ok(_) => Ok(see_other(&format!("/decisions/{reference}?done=recorded"))),
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            Ok(visit.refused_page("decisions-record", markup(&visit, &symbol, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Adds to the history of a decision; what was adopted stays as it is.
#[utoipa::path(
    post,
    path = "/api/v1/decisions/{reference}/history",
    operation_id = "record_history",
    tag = "decisions",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewLater,
    responses(
        (status = 200, description = "The decision with what was added", body = DecisionShown),
        (status = 404, description = "No such decision", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<RecordHistory>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewLater>,
) -> Result<axum::Json<DecisionShown>, Refusal> {
    Ok(axum::Json(enter(desk, &reference, &sent).await?))
}

async fn enter(desk: Permitted<RecordHistory>, reference: &str, new: &NewLater) -> Result<DecisionShown, Refusal> {
    let resource: Resource = desk.about(show::resource(reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    let entry = read(&symbol, new).map_err(Refusal::Invalid)?;
    writer.append(move |entries| record(entries, &entry)).await?;
    show::shown(writer.reader(), &symbol)
}

fn record(entries: &Entries<'_, DecisionEntry>, entry: &DecisionEntry) -> Result<(), Refusal> {
    let now = entries.now();
    if let DecisionEntry::Linked(Linked { symbol, kind, to }) = entry
        && (!add::leads(now, *kind, to)? || symbol == to)
    {
        return Err(Refusal::Invalid(vec![fault("text", "decisions-fault-link-to")]));
    }
    if let DecisionEntry::Happened(Happened { symbol, event, .. }) = entry {
        // A rule counts from the event in its own words: another wording would never be found by it.
        let decision = queries::one(now, symbol)?.ok_or(Refusal::NotFound)?;
        let ending = format!("event: {event}");
        let rules = decision.content.asks.iter().filter_map(|ask| ask.rule.as_ref());
        if !rules.map(ToString::to_string).any(|rule| rule.ends_with(&ending)) {
            return Err(Refusal::Invalid(vec![fault("text", "decisions-fault-event")]));
        }
    }
    entries.append(entry)?;
    Ok(())
}

fn read(symbol: &Symbol, new: &NewLater) -> Result<DecisionEntry, Vec<InputFault>> {
    let mut found = Found::default();
    let symbol = symbol.clone();
    let entry = match new.kind.as_str() {
        "noted" => {
            let on = found.keep(form::read_day("on", &new.on));
            let text = found.keep(form::filled_text("text", &new.text));
            let source = found.keep(form::filled_text("detail", &new.detail));
            on.zip(text)
                .zip(source)
                .map(|((on, text), source)| DecisionEntry::Noted(Noted { symbol, on, text, source }))
        }
        "happened" => {
            let on = found.keep(form::read_day("on", &new.on));
            let event = found.keep(form::filled_text("text", &new.text));
            let source = found.keep(form::filled_text("detail", &new.detail));
            let all = on.zip(event).zip(source);
            all.map(|((on, event), source)| DecisionEntry::Happened(Happened { symbol, event, on, source }))
        }
        "corrected" => {
            let language = found.keep(new.language.parse().map_err(|_| fault("language", "decisions-fault-original")));
            let text = found.keep(form::text("text", &new.text, TEXT_CHARS_MAX).and_then(|text| match text.as_str() {
                "" => Err(fault("text", "decisions-fault-missing")),
                _ => Ok(text),
            }));
            let reason = found.keep(form::filled_text("detail", &new.detail));
            let all = language.zip(text).zip(reason);
            all.map(|((language, text), reason)| DecisionEntry::Corrected(Corrected { symbol, language, text, reason }))
        }
        "linked" => {
            let kind = found.keep(new.link.parse().map_err(|_| fault("link", "decisions-fault-link-kind")));
            let to = found.keep(form::symbol("text", &new.text));
            kind.zip(to).map(|(kind, to)| DecisionEntry::Linked(Linked { symbol, kind, to }))
        }
        _ => {
            found.0.push(fault("kind", "decisions-fault-kind"));
            None
        }
    };
    entry.ok_or(found.0)
}

fn markup(visit: &Visit, symbol: &Symbol, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/decisions/{}", symbol.in_address());
    let kinds = KINDS.map(|(code, key)| Choice::new(code, voice.t(key)));
    let languages = Tongue::ALL.map(|tongue| Choice::new(tongue.code(), voice.t(tongue.key())));
    let text = Field::new("text", "decisions-later-text").hint("decisions-later-text-hint").rows(4);
    let detail = Field::new("detail", "decisions-later-detail").hint("decisions-later-detail-hint").rows(2);
    html! {
        h1 { (voice.t("decisions-record")) }
        (fields::error_summary(voice, filled))
        p { strong { (symbol) } }
        p { (voice.t("decisions-record-about")) }
        (fields::form(&format!("{path}/history"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("kind", "decisions-later-kind"), &kinds))
            (fields::date_input(voice, filled, &Field::new("on", "decisions-later-on").hint("decisions-later-on-hint").optional()))
            (fields::textarea(voice, filled, &text.max_length(TEXT_CHARS_MAX as u32)))
            (fields::textarea(voice, filled, &detail.optional().max_length(LINE_CHARS_MAX as u32)))
            (fields::select(voice, filled, &Field::new("language", "decisions-later-language").optional(), &languages))
            (fields::select(voice, filled, &Field::new("link", "decisions-later-link").optional(), &drawn::kinds(voice)))
            (fields::submit_row(voice, "decisions-record-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;

    #[tokio::test]
    async fn what_is_found_out_later_stands_beside_what_was_adopted() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let path = decide(&specimen, &coordinator, "15").await;
        let post =
            async |form: &[(&str, &str)]| specimen.post(&coordinator, &format!("{path}/history"), form).await.status;
        let corrected = [
            ("kind", "corrected"),
            ("language", "en"),
            ("text", "Urge all to comment."),
            ("detail", "A word was wrong"),
        ];
        assert_eq!(post(&corrected).await, 303);
        let noted = [
            ("kind", "noted"),
            ("on-day", "1"),
            ("on-month", "9"),
            ("on-year", "2003"),
            ("text", "Five answered"),
            ("detail", "Letter 4"),
        ];
        assert_eq!(post(&noted).await, 303);
        let page = specimen.get(Some(&coordinator), &path).await.body;
        for text in ["within three months", "Urge all to comment.", "A word was wrong", "Five answered", "Letter 4"] {
            assert!(page.contains(text), "{text}");
        }
        assert_eq!(post(&[("kind", "linked"), ("link", "amends"), ("text", "RCM/VIII/2003/DEC/99")]).await, 422);
        assert_eq!(post(&[("kind", "happened"), ("text", "receipt"), ("detail", "x")]).await, 422);
        assert_eq!(post(&[("kind", "")]).await, 422);
    }

    #[tokio::test]
    async fn a_deadline_that_counts_from_an_event_is_known_once_it_is_told() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let mut decided = decided("4");
        decided.retain(|(name, _)| *name != "due_1");
        decided.push(("due_1", "30 days after event: receipt of the request"));
        let path = path_of(specimen.post(&coordinator, "/decisions/add", &decided).await);
        assert!(specimen.get(Some(&coordinator), &path).await.body.contains("not yet known"));
        let form = [
            ("kind", "happened"),
            ("on-day", "2"),
            ("on-month", "7"),
            ("on-year", "2003"),
            ("text", "receipt of the request"),
            ("detail", "Note of 2 July"),
        ];
        assert_eq!(specimen.post(&coordinator, &format!("{path}/history"), &form).await.status, 303);
        assert!(specimen.get(Some(&coordinator), &path).await.body.contains("2003-08-01"));
    }
}
