//! Charts that are their own tables.

use maud::{Markup, html};

use super::voice::Voice;

/// One bar of a chart.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What the bar stands for, in the reader's language.
    pub label: String,
    /// Its length, in the chart's unit; a negative value is drawn as nought.
    pub value: i64,
}

/// A chart of horizontal bars.
#[derive(Debug, Clone)]
pub struct Chart<'a> {
    /// The chart's id on its page.
    pub id: &'a str,
    /// What it shows, in the reader's language.
    pub caption: String,
    /// The heading over the labels.
    pub labels: String,
    /// The heading over the values, with their unit.
    pub values: String,
    /// The bars, from above.
    pub bars: Vec<Bar>,
    /// The value that was aimed at, drawn as a line through every bar.
    pub aim: Option<i64>,
}

/// Draws bars with their figures in one table: what is seen, heard and printed is the same.
pub fn bar_chart(voice: &Voice, chart: &Chart<'_>) -> Markup {
    let largest = chart.bars.iter().map(|bar| bar.value).chain(chart.aim).max().unwrap_or(0).max(1);
    // One unit of the drawing is a thousandth of its width.
    let along = |value: i64| (i128::from(value.max(0)) * 1000 / i128::from(largest)).to_string();
    html! {
        div .wide role="region" tabindex="0" aria-labelledby={ (chart.id) "-caption" } {
            table .bars #(chart.id) {
                caption id={ (chart.id) "-caption" } {
                    (chart.caption)
                    @if let Some(aim) = chart.aim { " " small { (voice.tn("chart-aim", &[("aim", aim.into())])) } }
                }
                thead { tr { th scope="col" { (chart.labels) } th .drawn aria-hidden="true" {} th scope="col" .n { (chart.values) } } }
                tbody { @for bar in &chart.bars { tr {
                    th scope="row" { (bar.label) }
                    td .drawn aria-hidden="true" {
                        svg .bar viewBox="0 0 1000 16" preserveAspectRatio="none" focusable="false" {
                            rect .base x="0" y="1" width="1000" height="14" {}
                            rect .for x="0" y="1" width=(along(bar.value)) height="14" {}
                            @if let Some(aim) = chart.aim { line .aim x1=(along(aim)) x2=(along(aim)) y1="0" y2="16" {} }
                        }
                    }
                    td .n { (voice.number(bar.value)) }
                } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::voice;
    use super::*;
    use crate::words::Language;

    #[test]
    fn a_bar_is_as_long_as_its_figure_and_never_backwards() {
        let bar = |label: &str, value| Bar { label: label.to_owned(), value };
        let chart = |bars, aim| Chart {
            id: "c",
            caption: "C".to_owned(),
            labels: "L".to_owned(),
            values: "V".to_owned(),
            bars,
            aim,
        };
        let drawn = bar_chart(
            &voice(Language::Es),
            &chart(vec![bar("a", 5_000), bar("b", 20_000), bar("c", -3)], Some(10_000)),
        )
        .0;
        let lengths: Vec<&str> = drawn
            .split("class=\"for\" x=\"0\" y=\"1\" width=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(lengths, ["250", "1000", "0"]);
        assert!(
            drawn.contains("x1=\"500\" x2=\"500\"") && drawn.contains("Meta: 10,000") && drawn.contains(">20,000<")
        );
        assert!(
            !bar_chart(&voice(Language::Es), &chart(vec![bar("a", 0)], None)).0.contains("Meta"),
            "nought over nought is no bar"
        );
    }
}
