//! The act "compare two versions": what became of each paragraph, and of its words.

use axum::extract::Path;
use base::desk::Permitted;
use base::web::fields::{self, Choice, Field};
use base::web::{Asked, Filled, Refusal, Visit, Voice};
use conference::drafting::{Step, Texts, steps};
use maud::{Markup, html};

use super::pages;
use super::permits::ShowDraft;
use super::queries::{Known, spoken};
use crate::differences;
use crate::rounds::title;

/// Shows what changed between two versions; those that an address does not name are the first and the last.
pub(super) async fn page(
    desk: Permitted<ShowDraft>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let reader = desk.open(resource).await?;
    let known = pages::known(&reader, &reference)?;
    let last = known.draft.text().version;
    let named = |name: &str, or: u32| query.0.typed(name).parse::<u32>().unwrap_or(or).clamp(1, last);
    let (one, other) = (named("before", 1), named("after", last));
    let (from, to) = (one.min(other), one.max(other));
    Ok(visit.page("drafting-changes", markup(&visit.voice, &known, from, to)))
}

fn markup(voice: &Voice, known: &Known, from: u32, to: u32) -> Markup {
    let path = format!("/drafting/{}", known.opened.symbol.in_address());
    let label = |version: u32| voice.tn("drafting-as-version", &[("version", i64::from(version).into())]).into_owned();
    let versions: Vec<Choice<'_>> =
        known.draft.versions().iter().map(|text| Choice::new(text.version.to_string(), label(text.version))).collect();
    let filled = Filled::new().with("before", from.to_string()).with("after", to.to_string());
    let steps = match (known.draft.version(from), known.draft.version(to)) {
        (Some(from), Some(to)) => steps(from, to),
        _ => Vec::new(),
    };
    let kept = steps.iter().filter(|step| step.is_kept()).count();
    html! {
        h1 { (voice.t("drafting-changes")) }
        p { (title(voice, &known.opened.title_en, &known.opened.title_es)) }
        (fields::search_form(&format!("{path}/changes"), html! {
            (fields::select(voice, &filled, &Field::new("before", "drafting-version-before"), &versions))
            (fields::select(voice, &filled, &Field::new("after", "drafting-version-after"), &versions))
            (fields::submit_row(voice, "drafting-compare", None))
        }))
        @for step in steps.iter().filter(|step| !step.is_kept()) { (drawn(voice, known, step)) }
        p { (voice.tn("drafting-kept", &[("count", (kept as i64).into())])) }
        p { a href=(path) { (voice.t("drafting-back")) } }
    }
}

fn drawn(voice: &Voice, known: &Known, step: &Step) -> Markup {
    let original = spoken(known.original);
    fn words(texts: Option<&Texts>, language: conference::language::TextLanguage) -> &str {
        texts.and_then(|texts| texts.get(&language)).map_or("", String::as_str)
    }
    let mut languages = pages::TEXT_FIELDS;
    languages.sort_by_key(|(language, _, _)| spoken(*language) != original);
    html! { section {
        h2 { (voice.tn("drafting-paragraph", &[("number", i64::from(step.number).into())])) }
        @if step.moved { p { (voice.t("drafting-moved")) } }
        @for (language, _, _) in languages {
            @let (before, now) = (words(step.before.as_ref(), spoken(language)), words(step.now.as_ref(), spoken(language)));
            @if before != now { (differences::drawn(voice, language, &differences::between(before, now))) }
        }
    } }
}
