//! The act "say what somebody thought of a session": three figures, sent by the delegation of whoever came, and shown together
//! with others' only.

use axum::extract::Path;
use axum::response::Response;
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Refusal, Visit, see_other};
use maud::{Markup, html};

use super::entries::{Rated, TrainingEntry};
use super::pages::{self, fault};
use super::permits::GiveFeedback;
use super::queries::{self, Session};

/// What is asked, each with the key of its name.
const QUESTIONS: [(&str, &str); 3] =
    [("useful", "training-useful"), ("clear", "training-clear"), ("practice", "training-practice")];

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<GiveFeedback>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let own = Resource { owner: Some(desk.caller().state), ..resource };
    let reader = desk.open_with_outcome(own, "form").await?;
    let session = pages::session(&reader, &reference)?;
    Ok(visit.page("training-feedback", markup(&visit, &session, &Filled::new())))
}

/// Takes the form: one answer for each of the delegation's people who was there.
pub(super) async fn submit(
    desk: Permitted<GiveFeedback>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let own = Resource { owner: Some(desk.caller().state), ..resource };
    let writer = desk.open_to_write(own).await?;
    let session = pages::session(writer.reader(), &reference)?;
    let figure = |name: &str| filled.typed(name).parse::<u8>().ok().filter(|figure| (1..=5).contains(figure));
    let figures = QUESTIONS.map(|(name, _)| figure(name).ok_or_else(|| fault(name, "training-fault-figure")));
    let entered = match figures {
        [Ok(useful), Ok(clear), Ok(practice)] => {
            let rated = Rated { session: session.symbol.clone(), useful, clear, practice };
            writer.append(move |entries| record(entries, rated)).await
        }
        figures => Err(Refusal::Invalid(figures.into_iter().filter_map(Result::err).collect())),
    };
    match entered {
        Ok(()) => Ok(see_other(&format!("/training/{reference}?done=rated"))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(&visit, &session, filled);
            visit.refused_form("training-feedback", &mut filled, refusal, draw)
        }
    }
}

fn record(entries: &Entries<'_, TrainingEntry>, rated: Rated) -> Result<(), Refusal> {
    let (now, state) = (entries.now(), entries.stamp().state);
    let people = queries::nominees(now, &rated.session)?;
    let came = people.iter().filter(|one| one.state == state && !one.days.is_empty()).count();
    if queries::rated_by(now, &rated.session, state)? >= came {
        return Err(Refusal::conflict("training-fault-rated"));
    }
    entries.append(&TrainingEntry::Rated(rated))?;
    Ok(())
}

fn markup(visit: &Visit, session: &Session, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/training/{}", session.symbol.in_address());
    let figures: Vec<Choice<'_>> = [
        ("1", "training-figure-1"),
        ("2", "training-figure-2"),
        ("3", "training-figure-3"),
        ("4", "training-figure-4"),
        ("5", "training-figure-5"),
    ]
    .into_iter()
    .map(|(figure, key)| Choice::new(figure, voice.t(key)))
    .collect();
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    html! {
        h1 { (voice.t("training-feedback")) }
        (fields::error_summary(voice, filled))
        p .aside { (session.symbol) ", " (session.place) }
        p { (voice.t("training-feedback-about")) }
        (fields::form(&format!("{path}/feedback"), visit.csrf(), html! {
            @for (name, key) in QUESTIONS { (fields::radios(voice, filled, &Field::new(name, key), &figures)) }
            (fields::submit_row(voice, "training-feedback-send", Some(cancel)))
        }))
    }
}
