//! How a year is drawn: first what came of possible matches, then every sheet as a table, its totals as bars.

use base::ground::Puebla;
use base::web::Voice;
use base::web::figures::{Bar, Chart, bar_chart};
use base::web::parts;
use base::web::tables::{Column, Table, table};
use maud::{Markup, html};

use super::coded::{Sheet, TOTAL};
use super::entries::Issued;
use super::protect::LEAST;
use super::queries::Publication;

/// Says which revision it is, and of when.
pub(super) fn revision(voice: &Voice, one: &Publication) -> Markup {
    let number = [("revision", i64::from(one.issued.revision).into())];
    voice.rich("statistics-revision", &number, &[("at", voice.instant(one.at))])
}

/// Draws a year.
pub(super) fn year(ground: &Puebla, voice: &Voice, issued: &Issued) -> Markup {
    html! {
        p { (voice.tn("statistics-withheld-about", &[("least", LEAST.into())])) }
        (false_matches(voice, issued))
        @for sheet in Sheet::ALL { (card(ground, voice, issued, *sheet)) }
    }
}

fn false_matches(voice: &Voice, issued: &Issued) -> Markup {
    let body = match issued.false_matches() {
        None => html! { p { (voice.t("statistics-false-none")) } },
        Some(share) => {
            let figures =
                [("share", share.per_thousand.into()), ("low", share.low.into()), ("high", share.high.into())];
            html! { p { strong { (voice.tn("statistics-false-share", &figures)) } } p { (voice.t("statistics-false-about")) } }
        }
    };
    parts::card(&format!("false-{}", issued.year), &voice.t("statistics-false-title"), body)
}

fn card(ground: &Puebla, voice: &Voice, issued: &Issued, sheet: Sheet) -> Markup {
    let id = format!("{}-{}", sheet.code().replace('_', "-"), issued.year);
    let name = voice.t(sheet.key()).into_owned();
    let counted = issued.rows(sheet).iter().any(|(_, figures)| is_counted(figures));
    parts::card(
        &id,
        &name,
        html! {
            @if !counted { p { (voice.t("statistics-nothing")) } }
            @else {
                @if sheet == Sheet::InForce { p { (voice.t("statistics-in-tens")) } }
                @if sheet == Sheet::Looks { p { (voice.t("statistics-looks-about")) } }
                (bars(voice, issued, sheet, &format!("{id}-bars")))
                (rows(ground, voice, issued, sheet, &format!("{id}-table")))
            }
        },
    )
}

/// Answers whether a line holds anything but noughts: a figure, or one that is not told.
fn is_counted(figures: &[Option<u64>]) -> bool {
    figures.iter().any(|figure| *figure != Some(0))
}

/// Draws the totals of the rows that are told, where there are two to be compared.
fn bars(voice: &Voice, issued: &Issued, sheet: Sheet, id: &str) -> Markup {
    let told = issued.rows(sheet).into_iter().filter(|(row, _)| row.0 != TOTAL);
    let bars: Vec<Bar> = told
        .filter_map(|(row, figures)| {
            let value = i64::try_from(figures.last().copied().flatten()?).ok().filter(|value| *value > 0)?;
            Some(Bar { label: voice.t(row.1).into_owned(), value })
        })
        .collect();
    if bars.len() < 2 {
        return html! {};
    }
    let caption = voice.t("statistics-bars").into_owned();
    let (labels, values) = (voice.t("statistics-row").into_owned(), voice.t("statistics-total").into_owned());
    bar_chart(voice, &Chart { id, caption, labels, values, bars, aim: None })
}

/// Draws a sheet as a table without the rows and columns of noughts alone: a year of few alerts is mostly nought.
fn rows(ground: &Puebla, voice: &Voice, issued: &Issued, sheet: Sheet, id: &str) -> Markup {
    let lines: Vec<_> = issued.rows(sheet).into_iter().filter(|(_, figures)| is_counted(figures)).collect();
    let codes = issued.columns(sheet);
    let shown: Vec<usize> = (0..codes.len())
        .filter(|at| lines.iter().any(|(_, figures)| is_counted(figures.get(*at..=*at).unwrap_or_default())))
        .collect();
    let mut columns = vec![Column::text(voice.t("statistics-row"))];
    let heads = shown.iter().filter_map(|at| codes.get(*at));
    columns.extend(heads.map(|code| Column::figures(column(ground, voice, sheet, code))));
    let row = |(row, figures): &(super::coded::Named, &[Option<u64>])| {
        let mut cells = vec![html! { (voice.t(row.1)) }];
        cells.extend(shown.iter().filter_map(|at| figures.get(*at)).map(|figure| match figure {
            Some(figure) => html! { (voice.number(i64::try_from(*figure).unwrap_or(i64::MAX))) },
            None => html! { abbr title=(voice.t("statistics-withheld")) { (voice.t("statistics-withheld-short")) } },
        }));
        cells
    };
    let left_out = lines.len() < issued.rows(sheet).len() || shown.len() < codes.len();
    let rows = lines.iter().map(row).collect();
    let caption = voice.t("statistics-table").into_owned();
    html! {
        (table(voice, &Table { id, caption, columns, rows, empty: "statistics-nothing" }))
        @if left_out { p .aside { (voice.t("statistics-noughts")) } }
    }
}

fn column(ground: &Puebla, voice: &Voice, sheet: Sheet, code: &str) -> String {
    if code == TOTAL {
        return voice.t("statistics-total").into_owned();
    }
    match sheet.own_columns().and_then(|columns| columns.into_iter().find(|column| column.0 == code)) {
        Some((_, key)) => voice.t(key).into_owned(),
        None => {
            code.parse().map_or_else(|_| code.to_owned(), |state| ground.identity.party_name(state, voice.language))
        }
    }
}
