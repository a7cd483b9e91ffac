//! A form as a person filled it in: what was typed, and what is wrong with it.

use jiff::civil;

use super::{InputFault, Voice};

/// What was typed into a form, and the errors found in it; the fields read both by their name.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    typed: Vec<(String, String)>,
    errors: Vec<FieldError>,
}

/// An error in one field, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name; empty for an error of the whole form.
    pub field: String,
    /// What to do about it, as one sentence.
    pub text: String,
}

/// Why three typed fields are not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// One of day, month and year is empty.
    Incomplete,
    /// A part is not a number, or the calendar has no such day.
    Impossible,
}

impl DateFault {
    /// Answers the key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            DateFault::Incomplete => "form-date-incomplete",
            DateFault::Impossible => "form-date-impossible",
        }
    }
}

impl Filled {
    /// Makes an empty form.
    pub fn new() -> Filled {
        Filled::default()
    }

    /// Takes the names and values a browser sent, in their order.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Filled {
        Filled { typed: pairs.into_iter().collect(), errors: Vec::new() }
    }

    /// Fills a field in, as when a page opens on something that exists.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Filled {
        self.typed.push((name.to_owned(), value.into()));
        self
    }

    /// Fills the three fields of a day in.
    pub fn with_date(self, name: &str, day: civil::Date) -> Filled {
        self.with(&format!("{name}-day"), day.day().to_string())
            .with(&format!("{name}-month"), day.month().to_string())
            .with(&format!("{name}-year"), day.year().to_string())
    }

    /// Answers what was typed into a field, exactly; empty when nothing was.
    pub fn typed(&self, name: &str) -> &str {
        self.typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Answers everything chosen under one name, as checkboxes send it.
    pub fn chosen<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.typed.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Reads the three fields of a day; nothing when all are empty.
    pub fn date(&self, name: &str) -> Result<Option<civil::Date>, DateFault> {
        let part = |part: &str| self.typed(&format!("{name}-{part}")).trim().to_owned();
        let (day, month, year) = (part("day"), part("month"), part("year"));
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Ok(None);
        }
        if day.is_empty() || month.is_empty() || year.is_empty() {
            return Err(DateFault::Incomplete);
        }
        let four_digits = year.len() == 4;
        match (year.parse(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) if four_digits => {
                civil::Date::new(year, month, day).map(Some).map_err(|_| DateFault::Impossible)
            }
            _ => Err(DateFault::Impossible),
        }
    }

    /// Records an error in a field; the text is already in the reader's language.
    pub fn refuse(&mut self, field: &str, text: impl Into<String>) {
        self.errors.push(FieldError { field: field.to_owned(), text: text.into() });
    }

    /// Records faults in the reader's language, the first of each field: what else is wrong there shows once it is mended.
    pub fn refuse_each(&mut self, voice: &Voice, faults: &[InputFault]) {
        for fault in faults {
            if self.error(&fault.field).is_none() {
                self.refuse(&fault.field, voice.say(&fault.said));
            }
        }
    }

    /// Records an error of the whole form, which no one field can mend.
    pub fn refuse_form(&mut self, text: impl Into<String>) {
        self.refuse("", text);
    }

    /// Answers the first error of a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == name).map(|error| error.text.as_str())
    }

    /// Answers every error, in the order in which they were found.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// Answers whether there is any error.
    pub fn is_refused(&self) -> bool {
        !self.errors.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stays_as_it_was() {
        let filled = Filled::new().with("name", " Iris ").with("state", "GTM").with("state", "HND");
        assert_eq!(filled.typed("name"), " Iris ");
        assert_eq!(filled.typed("nothing"), "");
        assert_eq!(filled.chosen("state").collect::<Vec<_>>(), ["GTM", "HND"]);
    }

    #[test]
    fn a_day_is_read_from_three_fields() {
        let typed = |day: &str, month: &str, year: &str| {
            Filled::new().with("on-day", day).with("on-month", month).with("on-year", year).date("on")
        };
        assert_eq!(typed("", " ", ""), Ok(None));
        assert_eq!(typed("29", "02", "2024"), Ok(Some(civil::date(2024, 2, 29))));
        assert_eq!(typed("29", "2", "2025"), Err(DateFault::Impossible));
        assert_eq!(typed("", "2", "2025"), Err(DateFault::Incomplete));
        assert_eq!(typed("1", "2", "25"), Err(DateFault::Impossible), "a year of two digits says no century");
        assert_eq!(typed("one", "2", "2025"), Err(DateFault::Impossible));
        let filled = Filled::new().with_date("on", civil::date(2031, 3, 1));
        assert_eq!(filled.date("on"), Ok(Some(civil::date(2031, 3, 1))));
    }

    #[test]
    fn errors_are_found_by_their_field() {
        let mut filled = Filled::new();
        assert!(!filled.is_refused());
        filled.refuse("number", "Write the number.");
        filled.refuse("number", "A second one.");
        assert_eq!(filled.error("number"), Some("Write the number."));
        assert_eq!(filled.error("state"), None);
        assert_eq!(filled.errors().len(), 2);
    }
}
