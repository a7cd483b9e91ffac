//! A zone cut into runs of characters that stand alike, for showing it.

use super::finding::{Field, Finding, FindingCode, Layer, Weight};
use super::reading::Zone;

/// Says how a character of a zone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No check digit covers it.
    Uncovered,
    /// A check digit covers it, or it is one, and agrees.
    Agrees,
    /// It belongs to a field whose check digit does not agree, or which is not built as the rules ask.
    Fails,
    /// Filler.
    Filler,
}

impl Zone {
    /// Answers the runs of each line, in order; put together they are [`Zone::lines`].
    ///
    /// A composite that fails marks its own digit only: it covers nearly everything and would hide which field it was.
    pub fn spans(&self) -> Vec<Vec<(Standing, &str)>> {
        (1u8..).zip(&self.lines).map(|(line, text)| self.spans_of(line, text)).collect()
    }

    fn spans_of<'a>(&self, line: u8, text: &'a str) -> Vec<(Standing, &'a str)> {
        let mut spans: Vec<(Standing, &'a str)> = Vec::new();
        let mut start = 0;
        let mut current = None;
        for (at, (column, character)) in (1u8..).zip(text.chars()).enumerate() {
            let standing = self.standing(line, column, character);
            if let Some(before) = current.replace(standing)
                && before != standing
            {
                spans.push((before, &text[start..at]));
                start = at;
            }
        }
        spans.extend(current.map(|last| (last, &text[start..])));
        spans
    }

    fn standing(&self, line: u8, column: u8, character: char) -> Standing {
        let fails = self.failed().any(|check| {
            let covered = check.covers.iter().any(|place| place.holds(line, column));
            check.at.holds(line, column) || covered && check.field != Field::Composite
        });
        let built_otherwise = |finding: &&Finding| {
            finding.code.weight() == Weight::Look
                && (finding.layer == Layer::Structural || finding.code == FindingCode::ExpiryBeforeBirth)
        };
        let found = self.findings.iter().filter(built_otherwise).any(|finding| finding.place.holds(line, column));
        let covered = self.checks.iter().any(|check| {
            check.ok && (check.at.holds(line, column) || check.covers.iter().any(|place| place.holds(line, column)))
        });
        match (fails || found, character, covered) {
            (true, ..) => Standing::Fails,
            (_, '<', _) => Standing::Filler,
            (.., true) => Standing::Agrees,
            _ => Standing::Uncovered,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::read;
    use super::*;
    use Standing::{Agrees, Fails, Filler, Uncovered};
    use jiff::civil::date;

    #[test]
    fn each_run_says_how_it_stands() {
        let text = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408132X1204159ZE184226B<<<<<10";
        let zone = read(text, date(2010, 1, 1)).unwrap();
        let spans = zone.spans();
        assert_eq!(
            spans[1],
            [
                (Agrees, "L898902C36"),
                (Uncovered, "UTO"),
                (Fails, "7408132X"),
                (Agrees, "1204159ZE184226B"),
                (Filler, "<<<<<"),
                (Agrees, "1"),
                (Fails, "0"),
            ]
        );
        assert_eq!(spans[0][..3], [(Uncovered, "P"), (Filler, "<"), (Uncovered, "UTOERIKSSON")]);
    }
}
