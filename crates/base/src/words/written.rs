//! Numbers, days, times and sorting as each language writes them, from the Unicode locale data in `icu`.
//!
//! Hours run to 24 in every language: a deadline read by two people in two languages must show the same figures.

use std::cell::OnceCell;
use std::cmp::Ordering;

use fluent_bundle::FluentValue;
use icu::calendar::Gregorian;
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{YM, YMD, YMDE, YMDT};
use icu::datetime::input;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::{Locale, locale};
use jiff::civil;

use super::Language;

/// The forms of one language. A form the locale data lacks is `None`, and then digits and ISO 8601 stand in.
struct Forms {
    number: Option<DecimalFormatter>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    long_day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDE>>,
    moment: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDT>>,
    collator: Option<CollatorBorrowed<'static>>,
}

thread_local! {
    // The formatters are not Sync, and building one costs far more than using it: each thread keeps its own.
    static FORMS: [OnceCell<Forms>; 3] = const { [OnceCell::new(), OnceCell::new(), OnceCell::new()] };
}

/// Writes a whole number with the separators of the language.
pub(crate) fn number(language: Language, number: i64) -> String {
    decimal(language, Decimal::from(number))
}

/// Writes hundredths as the language writes a number with two places, as money is.
pub(crate) fn hundredths(language: Language, hundredths: i64) -> String {
    let mut number = Decimal::from(hundredths);
    number.multiply_pow10(-2);
    number.absolute.pad_end(-2);
    decimal(language, number)
}

/// Writes the month that a day lies in, as `junio de 2025`.
pub(crate) fn month(language: Language, day: civil::Date) -> String {
    with(language, |forms| forms.month.as_ref().zip(date(day)).map(|(form, day)| form.format(&day).to_string()))
        .unwrap_or_else(|| day.strftime("%Y-%m").to_string())
}

/// Writes a day, as `20 jun 2025`.
pub(crate) fn day(language: Language, day: civil::Date) -> String {
    with(language, |forms| forms.day.as_ref().zip(date(day)).map(|(form, day)| form.format(&day).to_string()))
        .unwrap_or_else(|| day.to_string())
}

/// Writes a day with its weekday and the month in full.
pub(crate) fn long_day(language: Language, day: civil::Date) -> String {
    with(language, |forms| forms.long_day.as_ref().zip(date(day)).map(|(form, day)| form.format(&day).to_string()))
        .unwrap_or_else(|| day.to_string())
}

/// Writes a day and a time to the minute.
pub(crate) fn moment(language: Language, at: civil::DateTime) -> String {
    with(language, |forms| forms.moment.as_ref().zip(date_time(at)).map(|(form, at)| form.format(&at).to_string()))
        .unwrap_or_else(|| at.to_string())
}

/// Compares two texts in the dictionary order of the language.
pub(crate) fn compare(language: Language, left: &str, right: &str) -> Ordering {
    with(language, |forms| forms.collator.as_ref().map(|collator| collator.compare(left, right)))
        .unwrap_or_else(|| left.cmp(right))
}

/// Writes a fluent argument that is a number; leaves every other to fluent.
pub(super) fn value(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let mut written = Decimal::try_from_str(&number.value.to_string()).ok()?;
    if let Some(places) = number.options.minimum_fraction_digits.and_then(|places| i16::try_from(places).ok()) {
        written.absolute.pad_end(-places);
    }
    Some(decimal(language, written))
}

fn decimal(language: Language, number: Decimal) -> String {
    with(language, |forms| forms.number.as_ref().map(|form| form.format(&number).to_string()))
        .unwrap_or_else(|| number.to_string())
}

fn with<T>(language: Language, write: impl FnOnce(&Forms) -> T) -> T {
    FORMS.with(|forms| write(forms[language as usize].get_or_init(|| Forms::new(language))))
}

impl Forms {
    fn new(language: Language) -> Forms {
        let locale = locale_of(language);
        Forms {
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok(),
            long_day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMDE::long()).ok(),
            moment: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium().with_time_hm()).ok(),
            collator: Collator::try_new((&locale).into(), CollatorOptions::default()).ok(),
        }
    }
}

fn locale_of(language: Language) -> Locale {
    match language {
        Language::En => locale!("en-CA-u-hc-h23"),
        Language::Es => locale!("es-419-u-hc-h23"),
        Language::Fr => locale!("fr-CA-u-hc-h23"),
    }
}

fn date(day: civil::Date) -> Option<input::Date<Gregorian>> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    input::Date::try_new_gregorian(i32::from(day.year()), month, of_month).ok()
}

fn date_time(at: civil::DateTime) -> Option<input::DateTime<Gregorian>> {
    let (hour, minute) = (u8::try_from(at.hour()).ok()?, u8::try_from(at.minute()).ok()?);
    let time = input::Time::try_new(hour, minute, u8::try_from(at.second()).ok()?, 0).ok()?;
    Some(input::DateTime { date: date(at.date())?, time })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Es, Fr};

    const LANGUAGES: [Language; 3] = [En, Es, Fr];

    #[test]
    fn days_are_written_as_each_language_writes_them() {
        let june = civil::date(2025, 6, 20);
        assert_eq!(LANGUAGES.map(|l| day(l, june)), ["Jun 20, 2025", "20 jun 2025", "20 juin 2025"]);
        assert_eq!(
            LANGUAGES.map(|l| long_day(l, june)),
            ["Friday, June 20, 2025", "viernes, 20 de junio de 2025", "vendredi 20 juin 2025"]
        );
    }

    #[test]
    fn months_are_written_in_full() {
        let june = civil::date(2025, 6, 1);
        assert_eq!(LANGUAGES.map(|l| month(l, june)), ["June 2025", "junio de 2025", "juin 2025"]);
    }

    #[test]
    fn hours_run_to_24() {
        let late = civil::date(2025, 6, 20).at(17, 5, 0, 0);
        assert_eq!(
            LANGUAGES.map(|l| moment(l, late)),
            ["Jun 20, 2025, 17:05", "20 jun 2025, 17:05", "20 juin 2025, 17 h 05"]
        );
        assert_eq!(moment(En, civil::date(2025, 6, 20).at(0, 5, 0, 0)), "Jun 20, 2025, 00:05");
    }

    #[test]
    fn numbers_are_grouped_as_each_language_groups_them() {
        assert_eq!(LANGUAGES.map(|l| number(l, -1_234_567)), ["-1,234,567", "-1,234,567", "-1\u{a0}234\u{a0}567"]);
        let half = FluentValue::from(7.5);
        assert_eq!(LANGUAGES.map(|l| value(l, &half)), ["7.5", "7.5", "7,5"].map(|text| Some(text.to_owned())));
    }

    #[test]
    fn money_has_two_places_and_the_separators_of_its_language() {
        assert_eq!(LANGUAGES.map(|l| hundredths(l, 25_000_000)), ["250,000.00", "250,000.00", "250\u{a0}000,00"]);
        assert_eq!([0, 5, -150].map(|minor| hundredths(Es, minor)), ["0.00", "0.05", "-1.50"]);
    }

    #[test]
    fn names_sort_as_in_a_dictionary() {
        let mut names = ["Zelaya", "Ñáñez", "Núñez", "Ortega", "Árbol", "Nunez"];
        names.sort_by(|left, right| compare(Es, left, right));
        assert_eq!(names, ["Árbol", "Nunez", "Núñez", "Ñáñez", "Ortega", "Zelaya"]);
    }

    #[test]
    fn a_year_out_of_the_calendar_does_not_stop_a_page() {
        assert!(day(Es, civil::Date::MIN).contains("9999") || day(Es, civil::Date::MIN).contains("10000"));
    }
}
