//! The years that are not published: for who oversees, with the same figures withheld as later for anyone.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::parts::{self, Tone};
use base::web::{Refusal, Visit, fields};
use jiff::civil::date;
use maud::{Markup, html};

use super::entries::Issued;
use super::permits::{IssueYear, ShowRunning};
use super::published::states;
use super::{pages, queries, sheets};
use crate::alerts::SeeOverdue;

/// Years that the page shows at most: the running one, and those before it that wait to be published or revised.
const YEARS: usize = 3;

/// Shows them.
pub(super) async fn page(permitted: Permitted<ShowRunning>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let progress = reader.ask(queries::progress)?;
    let years = shown(&reader)?;
    let issues = reader.ground().policy.allows::<IssueYear>(reader.caller(), &Resource::room());
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.t("room-statistics")) }
        p { (voice.t("statistics-about")) }
        p { a href="/statistics" { (voice.t("statistics-published")) } }
        @if reader.ground().policy.allows::<SeeOverdue>(reader.caller(), &Resource::room()) {
            p { a href="/alerts/overdue" { (voice.t("alerts-overdue-title")) } }
        }
        @match progress {
            None => { (parts::notice(Tone::Quiet, html! { p { (voice.t("statistics-not-begun")) } })) },
            Some((until, _)) => { p { (voice.rich("statistics-counted-until", &[], &[("day", voice.date(until))])) } },
        }
        @for (year, same) in &years {
            h2 { (voice.tn("statistics-heading", &[("year", year.year.to_string().as_str().into())])) }
            @if progress.is_some_and(|(until, _)| until <= date(year.year, 12, 31)) {
                p { (voice.t("statistics-running")) }
            } @else if *same {
                p { (voice.t("statistics-same")) }
            } @else if issues {
                div .consequence { p { (voice.t("statistics-issue-consequence")) } }
                (fields::form("/statistics/issue", visit.csrf(), html! {
                    (fields::hidden("year", &year.year.to_string()))
                    div .row { button type="submit" { (voice.t("statistics-issue-act")) } }
                }))
            }
            (pages::year(reader.ground(), voice, year))
        }
    };
    Ok(visit.page("room-statistics", body))
}

/// Answers the last years that were counted, each with whether its figures are those that were published last.
fn shown(reader: &Reader<ShowRunning>) -> Result<Vec<(Issued, bool)>, Refusal> {
    let states = states(reader.ground());
    let all = reader.ask(|now| {
        let years = queries::counted_years(now)?.into_iter().take(YEARS);
        years
            .map(|year| {
                let next = sheets::of_year(now, year, &states)?;
                let last = queries::revision(now, year, None)?;
                let same = last.is_some_and(|last| last.issued.sheets == next.sheets);
                Ok((next, same))
            })
            .collect()
    })?;
    Ok(all)
}
