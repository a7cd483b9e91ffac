//! Zones of invented bearers, for tests, the demo and measurements. Each is called SPECIMEN in its name.

use jiff::civil::Date;

use super::zone::Format;

/// What a sample zone says.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'a> {
    /// Its format.
    pub format: Format,
    /// Code of the issuing State.
    pub issuing_state: &'a str,
    /// Number, at most nine capitals and digits.
    pub number: &'a str,
    /// Last day.
    pub expires_on: Date,
}

impl<'a> Sample<'a> {
    /// Makes a passport that lasts until 2031.
    pub const fn passport(issuing_state: &'a str, number: &'a str) -> Self {
        Sample { format: Format::Td3, issuing_state, number, expires_on: jiff::civil::date(2031, 3, 1) }
    }

    /// Writes the zone with every check digit right, lines separated by line feeds (ICAO 9303-4 to -7).
    pub fn zone(&self) -> String {
        let state = filled(self.issuing_state, 3);
        let number = closed(&filled(self.number, 9));
        let birth = closed("920214");
        let expiry = closed(&self.expires_on.strftime("%y%m%d").to_string());
        let name = "SPECIMEN<ZELAYA<<IRIS<XIOMARA";
        match self.format {
            Format::Td1 => {
                let (upper, free) = (format!("{number}{}", filled("", 15)), filled("", 11));
                let composite = digit(&format!("{upper}{birth}{expiry}{free}"));
                format!("I<{state}{upper}\n{birth}F{expiry}{state}{free}{composite}\n{}", filled(name, 30))
            }
            Format::Td2 => {
                let free = filled("", 7);
                let composite = digit(&format!("{number}{birth}{expiry}{free}"));
                format!("{}\n{number}{state}{birth}F{expiry}{free}{composite}", filled(&format!("I<{state}{name}"), 36))
            }
            Format::Td3 => {
                let personal = closed(&filled("", 14));
                let composite = digit(&format!("{number}{birth}{expiry}{personal}"));
                let upper = filled(&format!("P<{state}{name}"), 44);
                format!("{upper}\n{number}{state}{birth}F{expiry}{personal}{composite}")
            }
            Format::MrvA | Format::MrvB => {
                let (width, free) = if self.format == Format::MrvA { (44, 16) } else { (36, 8) };
                let upper = filled(&format!("V<{state}{name}"), width);
                format!("{upper}\n{number}{state}{birth}F{expiry}{}", filled("", free))
            }
        }
    }
}

fn filled(text: &str, width: usize) -> String {
    format!("{text:<<width$.width$}")
}

fn closed(field: &str) -> String {
    format!("{field}{}", digit(field))
}

/// Answers a check digit: weights 7, 3, 1, modulo 10 (ICAO 9303-3, 4.9).
fn digit(text: &str) -> u32 {
    let value = |c: char| if c == '<' { 0 } else { c.to_digit(36).unwrap_or(0) };
    text.chars().zip([7, 3, 1].into_iter().cycle()).map(|(c, weight)| value(c) * weight).sum::<u32>() % 10
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::checks::zone::{Arithmetic, read};

    #[test]
    fn every_format_is_read_as_it_is_meant() {
        for format in Format::ALL {
            let sample = Sample { format: *format, ..Sample::passport("GTM", "K90211756") };
            let zone = read(&sample.zone(), jiff::civil::date(2026, 3, 2)).unwrap();
            assert_eq!((zone.format, zone.arithmetic), (*format, Arithmetic::Valid), "{}", sample.zone());
            assert_eq!(zone.document_number(), "K90211756");
            assert_eq!(zone.findings, [], "{}", sample.zone());
        }
    }
}
