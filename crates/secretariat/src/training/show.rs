//! The act "look at a session": what it is, how many seats are filled, what its decision asks, and what may be told of those who came.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use conference::training::{FEWEST, Place};
use journal::StateCode;
use maud::{Markup, html};

use super::api::SessionShown;
use super::coded::{self, INSTITUTIONS, SEXES};
use super::permits::{GiveFeedback, RecordTraining, ShowNominees, ShowTraining};
use super::queries::{self, Course, Nominee, Session};
use super::results::{self, Cell, Sum};
use super::{list, pages};
use crate::obligations;

/// Shows a session.
pub(super) async fn page(
    desk: Permitted<ShowTraining>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let own = Resource { owner: Some(desk.caller().state), ..resource.clone() };
    let reader = desk.open(resource.clone()).await?;
    let session = pages::session(&reader, &reference)?;
    let policy = &reader.ground().policy;
    let shown = Shown {
        sees_people: policy.allows::<ShowNominees>(reader.caller(), &own),
        gives_feedback: policy.allows::<GiveFeedback>(reader.caller(), &own),
        records: policy.allows::<RecordTraining>(reader.caller(), &resource),
        told: told(&reader, &session)?,
        course: reader.ask(|now| queries::course(now, &session.course))?,
        duties: obligations::of_decision(&reader, &visit.voice, &session.decision)?,
        session,
    };
    Ok(visit.page("training-session", shown.markup(&reader, &visit.voice, query.0.typed("done"))))
}

/// Answers a session, without a name.
#[utoipa::path(
    get,
    path = "/api/v1/training/{reference}",
    operation_id = "show_session",
    tag = "training",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The session; once it is over, with what may be told of those who came", body = SessionShown),
        (status = 404, description = "No such session", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowTraining>,
    Path(reference): Path<String>,
) -> Result<Json<SessionShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let session = pages::session(&reader, &reference)?;
    let told = told(&reader, &session)?;
    Ok(Json(SessionShown::of(&session, told.sum.as_ref())))
}

/// What may be told of a session.
struct Told {
    /// Nominated and seated, State by State.
    filled: BTreeMap<StateCode, (usize, usize)>,
    /// Counts of those who came, once it is over.
    sum: Option<Sum>,
    /// Answers of those who came: how many, and the sum of each figure.
    ratings: (usize, [u32; 3]),
}

fn told<P: Permit>(reader: &Reader<P>, session: &Session) -> Result<Told, StoreError> {
    let now = reader.now();
    let (people, kept, ratings) = reader.ask(|tables| {
        let symbol = &session.symbol;
        Ok((queries::nominees(tables, symbol)?, queries::summed(tables, symbol)?, queries::ratings(tables, symbol)?))
    })?;
    let mut filled: BTreeMap<StateCode, (usize, usize)> = BTreeMap::new();
    for (one, place) in people.iter().zip(session.places(&people, now)?) {
        let counts = filled.entry(one.state).or_default();
        counts.0 += 1;
        counts.1 += usize::from(place == Place::Seat);
    }
    // While it lasts, a count that grows would tell of the one who was just written down.
    let over = session.today(now) > session.last_on;
    let sum = kept.or_else(|| over.then(|| results::sum(&people as &[Nominee])));
    Ok(Told { filled, sum, ratings })
}

struct Shown {
    session: Session,
    course: Option<Course>,
    duties: Option<Markup>,
    told: Told,
    sees_people: bool,
    gives_feedback: bool,
    records: bool,
}

impl Shown {
    fn markup(&self, reader: &Reader<ShowTraining>, voice: &Voice, done: &str) -> Markup {
        let (session, identity) = (&self.session, &reader.ground().identity);
        let path = format!("/training/{}", session.symbol.in_address());
        let organisers = session.organisers.split_whitespace().filter_map(|code| code.parse().ok());
        let organisers: Vec<String> = organisers.map(|code| identity.party_name(code, voice.language)).collect();
        let title = self.course.as_ref().map_or("", |course| pages::title(voice, course));
        html! {
            h1 { (session.symbol) }
            @if done == "called" { (parts::notice(Tone::Done, html! { p { (voice.t("training-done-called")) } })) }
            @if done == "rated" { (parts::notice(Tone::Done, html! { p { (voice.t("training-done-rated")) } })) }
            (parts::facts(&[
                (&voice.t("training-course"), html! { (title) }),
                (&voice.t("training-days"), pages::days(voice, session)),
                (&voice.t("training-place"), html! { (session.place) ", " (identity.party_name(session.host, voice.language)) }),
                (&voice.t("training-decision"), html! { a href={ "/decisions/" (session.decision.in_address()) } { (session.decision) } }),
                (&voice.t("training-organisers"), html! { (organisers.join(", ")) }),
                (&voice.t("training-closes-on"), voice.instant(session.closes_at)),
            ]))
            @if let Some(course) = &self.course { (parts::card("course", &voice.t("training-programme"), list::course(voice, course))) }
            @if self.sees_people { div .row { a .button href={ (path) "/people" } { (voice.t("training-people")) } } }
            (self.seats(reader, voice))
            @if let Some(sum) = &self.told.sum { (parts::card("results", &voice.t("training-results"), drawn(voice, sum))) }
            (self.feedback(voice, &path))
            @if let Some(duties) = &self.duties {
                (parts::card("duties", &voice.t("training-duties"), html! {
                    @if self.records { p { (voice.t("training-duties-about")) } }
                    (duties)
                }))
            }
            p { a href="/training" { (voice.t("training-all")) } }
        }
    }

    fn seats(&self, reader: &Reader<ShowTraining>, voice: &Voice) -> Markup {
        let columns = vec![
            Column::text(voice.t("training-state").into_owned()),
            Column::figures(voice.t("training-seats").into_owned()),
            Column::figures(voice.t("training-nominated").into_owned()),
            Column::figures(voice.t("training-seated").into_owned()),
        ];
        let row = |(state, seats): (&StateCode, &u16)| {
            let (nominated, seated) = self.told.filled.get(state).copied().unwrap_or_default();
            let name = reader.ground().identity.party_name(*state, voice.language);
            vec![html! { (name) }, html! { (seats) }, html! { (nominated) }, html! { (seated) }]
        };
        let caption = voice.t("training-seats").into_owned();
        let rows = self.session.seats.iter().map(row).collect();
        table(voice, &Table { id: "seats", caption, columns, rows, empty: "training-seats-none" })
    }

    fn feedback(&self, voice: &Voice, path: &str) -> Markup {
        let (answers, sums) = self.told.ratings;
        let keys = ["training-useful", "training-clear", "training-practice"];
        html! {
            (parts::card("feedback", &voice.t("training-feedback"), html! {
                @if answers >= FEWEST {
                    p { (voice.tn("training-feedback-of", &[("count", (answers as i64).into())])) }
                    ul { @for (key, sum) in keys.into_iter().zip(sums) { li { (voice.t(key)) ": " (mean(sum, answers)) } } }
                } @else { p { (voice.t("training-feedback-few")) } }
                @if self.gives_feedback { p { a href={ (path) "/feedback" } { (voice.t("training-feedback-give")) } } }
            }))
        }
    }
}

/// Writes the mean of figures from 1 to 5 with one place.
fn mean(sum: u32, answers: usize) -> String {
    let tenths = (u64::from(sum) * 10 + answers as u64 / 2) / (answers.max(1) as u64);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn drawn(voice: &Voice, sum: &Sum) -> Markup {
    let count = |count: Option<u32>| match count {
        Some(count) => voice.number(i64::from(count)),
        None => voice.t("training-kept-back").into_owned(),
    };
    let score = |score: Option<u8>| count(score.map(u32::from));
    let rows = |cells: &[Cell], list: &[(&'static str, &'static str)]| -> Vec<Vec<Markup>> {
        let named = cells.iter().filter(|cell| cell.count != Some(0));
        let name = |code: &str| coded::key(list, code).map(|key| voice.t(key).into_owned()).unwrap_or_default();
        named.map(|cell| vec![html! { (name(&cell.code)) }, html! { (count(cell.count)) }]).collect()
    };
    let part = |id: &'static str, key: &str, rows: Vec<Vec<Markup>>| {
        let caption = voice.t(key).into_owned();
        let columns = vec![Column::text(caption.clone()), Column::figures(voice.t("training-attended").into_owned())];
        table(voice, &Table { id, caption, columns, rows, empty: "training-nobody" })
    };
    html! {
        p { (voice.t("training-results-about")) }
        (parts::facts(&[
            (&voice.t("training-nominated"), html! { (voice.number(i64::from(sum.nominated))) }),
            (&voice.t("training-attended"), html! { (count(sum.attended)) }),
            (&voice.t("training-certified"), html! { (count(sum.certified)) }),
            (&voice.t("training-mean-before"), html! { (score(sum.before)) }),
            (&voice.t("training-mean-after"), html! { (score(sum.after)) }),
        ]))
        (part("by-sex", "training-sex", rows(&sum.sexes, &SEXES)))
        (part("by-institution", "training-institution", rows(&sum.institutions, &INSTITUTIONS)))
    }
}

#[cfg(test)]
mod tests {
    use super::mean;

    #[test]
    fn a_mean_is_rounded_to_one_place() {
        assert_eq!(mean(22, 5), "4.4");
        assert_eq!(mean(26, 6), "4.3");
        assert_eq!(mean(25, 5), "5.0");
    }
}
