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

/// Hits as the registers would answer them, for tests of what is composed from them.
#[cfg(test)]
pub(super) mod hits {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use crate::checks::{Basis, FittingAlert, ReportedStatus};
    use crate::document::DocumentKind;
    use crate::documents::{CheckLevel, FraudClass, Point, Technique};
    use crate::status::StatusKind;

    /// Makes a stolen passport of Honduras.
    pub fn status(basis: Basis) -> ReportedStatus {
        ReportedStatus {
            issuing_state: "HND".parse().unwrap(),
            kind: DocumentKind::Passport,
            status: StatusKind::Stolen,
            basis,
            reference: "HND-PAS-2026-118".to_owned(),
            reported_on: date(2026, 1, 5),
            expires_on: date(2031, 1, 5),
        }
    }

    /// Makes an alert on passports of Honduras, on the series K9 or on all.
    pub fn alert(general: bool) -> FittingAlert {
        FittingAlert {
            alert: uuid::Uuid::from_u128(0x0195_5555_7000_7000_8000_0000_0000_0041),
            reference: "RCM-2026-0041".to_owned(),
            general,
            class: FraudClass::Counterfeit,
            techniques: vec![Technique::ZoneAlteration],
            issuing_state: "HND".parse().unwrap(),
            kind: DocumentKind::Passport,
            pattern: (!general).then(|| "K9#######".to_owned()),
            points: vec![Point {
                level: CheckLevel::Unaided,
                place: "Foto".to_owned(),
                en: None,
                es: Some("La foto no tiene el borde en relieve (ficticio).".to_owned()),
                fr: None,
            }],
            language: base::words::Language::Es,
            documents_seen: 11,
            first_seen: "2025-11".to_owned(),
            reported_by: "HND".parse().unwrap(),
            confirmed_by: "CAN".parse().unwrap(),
            published_at: "2026-02-10T15:00:00Z".parse().unwrap(),
            review_on: date(2028, 2, 10),
            expires_on: date(2031, 2, 10),
        }
    }
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
