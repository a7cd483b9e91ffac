//! The act "decide who may see a document": its class from now on, by which rule, and whose decision that is.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};

use super::api::{PaperClass, PaperShown};
use super::entries::{Classed, PaperEntry};
use super::file::{fault, line};
use super::paper::{CLASSES, PARTICIPANTS, TEXT_CHARS_MAX, key};
use super::permits::ClassifyPaper;
use super::queries::{self, Paper};
use super::rule::{RULES, rule};
use super::show;
use crate::meetings::Symbol;

/// The most decisions about who may see one document: its page shows them all.
const DECISIONS_MAX: usize = 50;

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<ClassifyPaper>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let paper = show::paper(&reader, &reference)?;
    let filled = Filled::new().with("class", paper.class.as_str());
    Ok(visit.page("papers-classify", markup(&visit, &paper, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<ClassifyPaper>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let typed = |name| filled.typed(name).to_owned();
    let new = PaperClass { class: typed("class"), rule: typed("rule"), decided_by: typed("decided_by") };
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let paper = show::paper(writer.reader(), &reference)?;
    let entered = match read(&paper, &new) {
        Ok(classed) => writer.append(move |entries| record(entries, classed)).await,
        Err(faults) => Err(Refusal::Invalid(faults)),
    };
    match entered {
        Ok(paper) => Ok(see_other(&format!("/papers/{}?done=classed", paper.symbol.in_address()))),
        Err(Refusal::Invalid(faults)) => {
            for fault in faults {
                filled.refuse(&fault.field, visit.voice.say(&fault.said));
            }
            Ok(visit.refused_page("papers-classify", markup(&visit, &paper, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Decides who may see a document from now on.
#[utoipa::path(
    post,
    path = "/api/v1/papers/{reference}/class",
    operation_id = "classify_paper",
    tag = "papers",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = PaperClass,
    responses(
        (status = 200, description = "Decided; the document as it stands now, without its texts", body = PaperShown),
        (status = 404, description = "No such document that one may see", body = Problem),
        (status = 409, description = "Fifty decisions about this document are on record", body = Problem),
        (status = 422, description = "Something in it cannot be used, or the rule does not lead to that class", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ClassifyPaper>,
    Path(reference): Path<String>,
    Sent(sent): Sent<PaperClass>,
) -> Result<axum::Json<PaperShown>, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let paper = show::paper(writer.reader(), &reference)?;
    let classed = read(&paper, &sent).map_err(Refusal::Invalid)?;
    let paper = writer.append(move |entries| record(entries, classed)).await?;
    Ok(axum::Json(PaperShown::of(&paper, &[])))
}

/// Answers what is wrong with a rule for a class; a document may be filed without a rule.
pub(super) fn unfit(class: &str, code: &str) -> Option<InputFault> {
    match rule(code) {
        None => Some(fault("rule", "papers-fault-rule")),
        Some(rule) if !rule.classes.contains(&class) => Some(fault("rule", "papers-fault-rule-class")),
        Some(_) => None,
    }
}

fn read(paper: &Paper, new: &PaperClass) -> Result<Classed, Vec<InputFault>> {
    let mut faults = Vec::new();
    if key(&CLASSES, &new.class).is_none() {
        faults.push(fault("class", "papers-fault-class"));
    } else if new.class == PARTICIPANTS && paper.meeting.is_none() {
        faults.push(fault("class", "papers-fault-meeting-missing"));
    }
    faults.extend(unfit(&new.class, &new.rule));
    let decided_by = line("decided_by", &new.decided_by).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if new.decided_by.trim().is_empty() {
        faults.push(fault("decided_by", "papers-fault-decided-by"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Classed { symbol: paper.symbol.to_string(), class: new.class.clone(), rule: new.rule.clone(), decided_by })
}

fn record(entries: &Entries<'_, PaperEntry>, classed: Classed) -> Result<Paper, Refusal> {
    let symbol: Symbol = classed.symbol.parse().map_err(|_| Refusal::NotFound)?;
    if queries::classes(entries.now(), &symbol)?.len() >= DECISIONS_MAX {
        return Err(Refusal::conflict("papers-fault-decisions"));
    }
    entries.append(&PaperEntry::Classed(classed))?;
    queries::one(entries.now(), &symbol)?.ok_or(Refusal::NotFound)
}

fn markup(visit: &Visit, paper: &Paper, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/papers/{}", paper.symbol.in_address());
    let classes: Vec<Choice<'_>> = CLASSES.iter().map(|(code, key)| Choice::new(*code, voice.t(key))).collect();
    let rules: Vec<Choice<'_>> = RULES.iter().map(|rule| Choice::new(rule.code, voice.t(rule.key))).collect();
    let by = Field::new("decided_by", "papers-decided-by").hint("papers-decided-by-hint").autocomplete("off");
    html! {
        h1 { (voice.t("papers-classify")) }
        (fields::error_summary(voice, filled))
        p { strong { (paper.symbol) } " " (show::title(voice, paper)) }
        p { (voice.t("papers-classify-about")) }
        (fields::form(&format!("{path}/class"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("class", "papers-class"), &classes))
            (fields::radios(voice, filled, &Field::new("rule", "papers-rule"), &rules))
            (fields::text_input(voice, filled, &by.max_length(TEXT_CHARS_MAX as u32)))
            (fields::submit_row(voice, "papers-classify-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
