//! Tables and the way through long ones.

use maud::{Markup, html};

use super::voice::Voice;

/// One column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// The heading, in the reader's language.
    pub heading: String,
    /// Whether the column holds figures, which stand to the right.
    pub figures: bool,
}

/// A table; each row has a cell for each column, and the first cell names the row.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    /// The table's id on its page.
    pub id: &'a str,
    /// What the table shows, in the reader's language.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Markup>>,
    /// The key of the sentence shown in the place of no rows.
    pub empty: &'a str,
}

/// Where a page of a long list stands.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    /// The number of the first row shown, counted from 1.
    pub from: u64,
    /// The number of the last row shown.
    pub to: u64,
    /// How many rows there are, where it is known.
    pub total: Option<u64>,
    /// The address of the page before.
    pub previous: Option<String>,
    /// The address of the page after.
    pub next: Option<String>,
}

impl Column {
    /// Makes a column of text.
    pub fn text(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), figures: false }
    }

    /// Makes a column of figures.
    pub fn figures(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), figures: true }
    }
}

/// Draws a table that scrolls sideways by itself when the screen is narrow.
pub fn table(voice: &Voice, table: &Table<'_>) -> Markup {
    html! {
        @if table.rows.is_empty() {
            div .empty { p .title { (table.caption) } p { (voice.t(table.empty)) } }
        } @else {
            div .wide role="region" tabindex="0" aria-labelledby={ (table.id) "-caption" } {
                table #(table.id) {
                    caption id={ (table.id) "-caption" } { (table.caption) }
                    thead { tr { @for column in &table.columns { th scope="col" .n[column.figures] { (column.heading) } } } }
                    tbody { @for row in &table.rows { tr {
                        @for (turn, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                            @if turn == 0 { th scope="row" .n[column.figures] { (cell) } }
                            @else { td .n[column.figures] { (cell) } }
                        }
                    } } }
                }
            }
        }
    }
}

/// Draws the way to the page before and the page after, and says where this one stands.
pub fn pager(voice: &Voice, pager: &Pager) -> Markup {
    let (from, to) = (pager.from.into(), pager.to.into());
    let stand = match pager.total {
        Some(total) => voice.tn("table-rows-of", &[("from", from), ("to", to), ("total", total.into())]),
        None => voice.tn("table-rows", &[("from", from), ("to", to)]),
    };
    html! {
        nav .pager aria-label=(voice.t("table-pages")) {
            p { (stand) }
            @if let Some(href) = &pager.previous { a .button .plain href=(href) rel="prev" { (voice.t("table-previous")) } }
            @if let Some(href) = &pager.next { a .button .plain href=(href) rel="next" { (voice.t("table-next")) } }
        }
    }
}
