//! Decisions as rows: CSV and JSON, with what each asks for.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{Adopted, AdoptedError, Block, Decision};
use crate::import::Due;
use crate::language::TextLanguage;
use crate::sheet::Sheet;
use crate::verbs::Verb;

/// The columns, which stay as they are; new ones are added at the end.
const COLUMNS: [&str; 13] = [
    "symbol",
    "number",
    "meeting",
    "adopted_on",
    "verbs",
    "addressees",
    "due_rules",
    "due_dates",
    "condition",
    "original_language",
    "text_en",
    "text_es",
    "text_fr",
];

#[derive(Serialize)]
struct Row<'a> {
    symbol: &'a str,
    number: u32,
    meeting: &'a str,
    adopted_on: Date,
    verbs: &'a [Verb],
    addressees: &'a [String],
    dues: &'a [Due],
    condition: Option<&'a str>,
    original_language: TextLanguage,
    text: BTreeMap<TextLanguage, String>,
}

/// Answers the decisions as CSV, one row each. Several values in a cell are parted by `; `; a due day not known is empty there.
///
/// # Errors
/// What [`Adopted::check`] says.
pub fn csv(adopted: &Adopted) -> Result<String, AdoptedError> {
    adopted.check()?;
    let mut sheet = Sheet::new(&COLUMNS);
    for decision in &adopted.decisions {
        let joined = |values: Vec<String>| values.join("; ");
        let text = |language| decision.texts.get(&language).map_or_else(String::new, |blocks| plain(blocks));
        sheet.row(vec![
            decision.symbol.clone(),
            decision.number.to_string(),
            adopted.meeting.clone(),
            adopted.adopted_on.to_string(),
            joined(decision.verbs.iter().map(Verb::to_string).collect()),
            joined(decision.addressees.clone()),
            joined(decision.dues.iter().map(|due| due.rule.to_string()).collect()),
            joined(decision.dues.iter().map(|due| due.date.map_or_else(String::new, |day| day.to_string())).collect()),
            decision.condition.clone().unwrap_or_default(),
            adopted.original.two_letters().to_owned(),
            text(TextLanguage::English),
            text(TextLanguage::Spanish),
            text(TextLanguage::French),
        ]);
    }
    Ok(sheet.into_text())
}

/// Answers the decisions as JSON: one array, one object a decision, a line each.
///
/// # Errors
/// What [`Adopted::check`] says.
pub fn json(adopted: &Adopted) -> Result<String, AdoptedError> {
    adopted.check()?;
    let rows: Vec<String> = adopted.decisions.iter().map(|decision| row(adopted, decision)).collect();
    Ok(format!("[\n{}\n]\n", rows.join(",\n")))
}

fn row(adopted: &Adopted, decision: &Decision) -> String {
    let row = Row {
        symbol: &decision.symbol,
        number: decision.number,
        meeting: &adopted.meeting,
        adopted_on: adopted.adopted_on,
        verbs: &decision.verbs,
        addressees: &decision.addressees,
        dues: &decision.dues,
        condition: decision.condition.as_deref(),
        original_language: adopted.original,
        text: decision.texts.iter().map(|(language, blocks)| (*language, plain(blocks))).collect(),
    };
    // Texts, numbers and lists of them: nothing in a row is without a form in JSON.
    serde_json::to_string(&row).unwrap_or_default()
}

/// Answers a text without its form: a line a paragraph and a point.
fn plain(blocks: &[Block]) -> String {
    let lines = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(text) => vec![text.trim().to_owned()],
        Block::List(points) => points.iter().map(|(mark, text)| format!("{mark} {text}").trim().to_owned()).collect(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::adopted;
    use super::*;

    #[test]
    fn a_decision_is_a_row_of_the_columns() {
        let text = csv(&adopted()).expect("a table");
        let mut lines = text.split("\r\n");
        assert_eq!(lines.next(), Some(COLUMNS.join(",").as_str()));
        let third = text.split("\r\n").find(|line| line.starts_with("LAG/IV/2031/DEC/3,")).expect("decision 3");
        let asks = "3,LAG/IV,2031-05-30,urge,QMA; QMB; QMC; UTO,3 months after adoption,2031-08-30,,en,";
        assert_eq!(third.strip_prefix("LAG/IV/2031/DEC/3,").map(|rest| rest.starts_with(asks)), Some(true), "{third}");
    }

    #[test]
    fn json_says_the_same_with_what_is_not_known_as_null() {
        let value: serde_json::Value = serde_json::from_str(&json(&adopted()).expect("text")).expect("JSON");
        assert_eq!(value.as_array().map(Vec::len), Some(5));
        assert_eq!(value[2]["dues"][0], serde_json::json!({"rule": "3 months after adoption", "date": "2031-08-30"}));
        assert_eq!(value[3]["dues"][0]["date"], serde_json::Value::Null);
        assert_eq!(value[3]["condition"], "if and when the network has approved it");
        assert_eq!(value[0]["verbs"], serde_json::json!(["thank"]));
        assert_eq!(
            value[4]["text"]["es"],
            "Crear un fondo, que podrá financiar:\na) actividades pendientes;\nb) a la oficina."
        );
    }

    #[test]
    fn two_of_one_number_and_one_without_text_do_not_leave_the_house() {
        let mut twice = adopted();
        twice.decisions[1].number = 1;
        assert_eq!(csv(&twice), Err(AdoptedError::Twice(1)));
        let mut empty = adopted();
        empty.decisions[0].texts = [(TextLanguage::English, vec![Block::Paragraph(" ".into())])].into();
        assert_eq!(json(&empty), Err(AdoptedError::Empty(1)));
    }
}
