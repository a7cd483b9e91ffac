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
                    thead { tr { @for column in &table.columns { th scope="col" class=[column.figures.then_some("n")] { (column.heading) } } } }
                    tbody { @for row in &table.rows { tr {
                        @for (turn, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                            @if turn == 0 { th scope="row" class=[column.figures.then_some("n")] { (cell) } }
                            @else { td class=[column.figures.then_some("n")] { (cell) } }
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

#[cfg(test)]
mod tests {
    use super::super::samples::voice;
    use super::*;
    use crate::words::Language;

    #[test]
    fn a_pager_says_where_it_stands_in_the_readers_figures() {
        let stand =
            Pager { from: 51, to: 100, total: Some(1_234), previous: Some("/x?a=1&b=2".to_owned()), next: None };
        let drawn = pager(&voice(Language::Fr), &stand).0;
        assert!(drawn.contains("Lignes 51 à 100 sur 1\u{a0}234"));
        assert!(drawn.contains("href=\"/x?a=1&amp;b=2\" rel=\"prev\">Page précédente</a>"));
        assert!(!drawn.contains("rel=\"next\""));
        assert!(pager(&voice(Language::En), &Pager { total: None, ..stand }).0.contains("<p>Rows 51–100</p>"));
    }

    #[test]
    fn a_row_is_named_by_its_first_cell_and_figures_stand_to_the_right() {
        let columns = vec![Column::text("State"), Column::figures("Entries")];
        let row = vec![html! { "Belize" }, html! { "800" }];
        let filled =
            Table { id: "t", caption: "Entries".to_owned(), columns, rows: vec![row], empty: "sample-nothing" };
        let drawn = table(&voice(Language::En), &filled).0;
        assert!(drawn.contains("<tr><th scope=\"row\">Belize</th><td class=\"n\">800</td></tr>"), "{drawn}");
        assert!(drawn.contains("role=\"region\" tabindex=\"0\" aria-labelledby=\"t-caption\""));
        let empty = table(&voice(Language::Es), &Table { rows: vec![], ..filled }).0;
        assert!(!empty.contains("<table") && empty.contains("Todavía no se ha registrado nada."));
    }
}
