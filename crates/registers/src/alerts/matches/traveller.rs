//! A traveller as their document or an officer says who they are, and an alert's person, both as `matching` compares them.

use base::web::{InputFault, Said};
use jiff::civil::Date;
use matching::{Birth, Name, Nationality, Person, Sex};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::born::Born;
use super::super::coded;
use super::super::text::{NAME_CHARS_MAX, Subject};

/// Who a traveller is, typed or sent beside a document's number. There is no other field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = CheckTraveller, example = json!({ "paternal": "Specimen", "maternal": "Zelaya", "given": "Iris", "born": "1992-02-14", "sex": "F" }))]
pub struct TravellerSent {
    /// First or only surname.
    pub paternal: String,
    /// Second surname.
    pub maternal: String,
    /// Given names.
    pub given: String,
    /// Birth: `1987-12-03`, `1987-12` or `1987`.
    pub born: String,
    /// `F`, `M`, `X` or nothing.
    pub sex: String,
    /// Code of the nationality, one to three letters.
    pub nationality: String,
}

/// A traveller who can be compared with alerts.
#[derive(Clone, Debug, PartialEq)]
pub struct Traveller {
    pub(super) person: Person,
    /// The whole birth date, where a check digit of the zone of a document covers it and agrees: typed by nobody.
    pub(super) proven_birth: Option<Date>,
}

/// What a machine-readable zone says of its holder.
#[derive(Clone, Copy, Debug)]
pub struct Holder<'a> {
    /// Family name, words separated by blanks.
    pub primary: &'a str,
    /// Given names, the same.
    pub secondary: &'a str,
    /// As the zone was read.
    pub birth: &'a str,
    /// The whole birth date, where its check digit agrees.
    pub proven_birth: Option<Date>,
    /// The character as printed.
    pub sex: char,
    /// One to three letters.
    pub nationality: &'a str,
}

impl Traveller {
    /// Reads the holder of a document from its zone; nobody where the zone has no name.
    pub fn of_zone(holder: &Holder<'_>) -> Option<Self> {
        let filled = |text: &str| text.trim().replace(' ', "<");
        // Without a filler at its end the name may be cut, which a zone's reader has not said.
        let name = Name::zone(&format!("{}<<{}", filled(holder.primary), filled(holder.secondary)));
        name.words().next()?;
        let birth = Birth::parse(holder.birth).ok().filter(|birth| !birth.unknown());
        let person = Person {
            names: vec![name],
            births: birth.into_iter().collect(),
            sex: Sex::parse(holder.sex.encode_utf8(&mut [0; 4])),
            nationalities: Nationality::parse(holder.nationality).into_iter().collect(),
            numbers: Vec::new(),
        };
        Some(Traveller { person, proven_birth: holder.proven_birth })
    }

    /// Reads what was typed or sent; `None` where nothing was.
    ///
    /// Errors: every fault under the name of its field.
    pub fn sent(sent: &TravellerSent) -> Result<Option<Self>, Vec<InputFault>> {
        let all = [&sent.paternal, &sent.maternal, &sent.given, &sent.born, &sent.sex, &sent.nationality];
        if all.iter().all(|text| text.trim().is_empty()) {
            return Ok(None);
        }
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &'static str, key: &'static str| {
            faults.push(InputFault::field(field, code, Said::plain(key).with("most", NAME_CHARS_MAX)));
        };
        let name = Name::fields(&format!("{} {}", sent.paternal.trim(), sent.maternal.trim()), &sent.given);
        if sent.paternal.trim().is_empty() {
            fault("paternal", "surname_missing", "alerts-match-fault-surname");
        }
        for (field, text) in [("paternal", &sent.paternal), ("maternal", &sent.maternal), ("given", &sent.given)] {
            if text.chars().count() > NAME_CHARS_MAX {
                fault(field, "name_too_long", "alerts-match-fault-name-long");
            }
        }
        let born = match sent.born.trim() {
            "" => None,
            text => match text.parse::<Born>() {
                Ok(born) if !born.is_estimated() => Some(birth(born)),
                _ => {
                    fault("born", "birth", "alerts-match-fault-born");
                    None
                }
            },
        };
        if !matches!(sent.sex.trim(), "" | "F" | "M" | "X" | "f" | "m" | "x") {
            fault("sex", "sex", "alerts-match-fault-sex");
        }
        let nationality = Nationality::parse(&sent.nationality);
        if nationality.is_none() && !sent.nationality.trim().is_empty() {
            fault("nationality", "nationality", "alerts-match-fault-nationality");
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let person = Person {
            names: vec![name],
            births: born.into_iter().collect(),
            sex: Sex::parse(&sent.sex),
            nationalities: nationality.into_iter().collect(),
            numbers: Vec::new(),
        };
        Ok(Some(Traveller { person, proven_birth: None }))
    }

    /// Answers them as they are compared.
    pub(in crate::alerts) fn person(&self) -> &Person {
        &self.person
    }

    /// Answers what the access log keeps of the comparison: a hash of who was asked about and of chance that goes to whoever
    /// asked and is kept nowhere (G-17). Whoever holds both can show what was asked; nobody can find it from the hash.
    pub fn commitment(&self, nonce: &[u8; 16]) -> String {
        let mut hasher = Sha256::new();
        hasher.update(b"puebla person check 1");
        hasher.update(nonce);
        for (word, _) in self.person.names.iter().flat_map(Name::words) {
            hasher.update([word.len() as u8]);
            hasher.update(word);
        }
        for birth in &self.person.births {
            hasher.update([0]);
            hasher.update(birth.year().to_be_bytes());
            hasher.update([birth.month() as u8, birth.day() as u8]);
        }
        hasher.update(match self.person.sex {
            None => b"<",
            Some(Sex::Female) => b"F",
            Some(Sex::Male) => b"M",
        });
        hex::encode(&hasher.finalize()[..16])
    }
}

/// Answers an alert's person as they are compared.
pub(super) fn person(subject: &Subject) -> Person {
    let surnames = format!("{} {}", subject.paternal, subject.maternal);
    Person {
        names: vec![Name::fields(&surnames, &subject.given)],
        births: vec![birth(subject.born)],
        sex: match subject.sex {
            coded::Sex::Female => Some(Sex::Female),
            coded::Sex::Male => Some(Sex::Male),
            coded::Sex::Other | coded::Sex::Unknown => None,
        },
        nationalities: Vec::new(),
        numbers: Vec::new(),
    }
}

/// Answers a birth as `matching` knows it: a day, a month, a year or a span of years.
fn birth(born: Born) -> Birth {
    let (first, last) = (born.earliest(), born.latest());
    let year = |date: Date| u32::from(date.year().unsigned_abs());
    let number = |number: i8| u32::from(number.unsigned_abs());
    let read = if born.is_estimated() {
        Birth::years(year(first), year(last))
    } else if first == last {
        Birth::new(year(first), number(first.month()), number(first.day()))
    } else if first.month() == last.month() {
        Birth::new(year(first), number(first.month()), 0)
    } else {
        Birth::new(year(first), 0, 0)
    };
    // Years of a birth lie between 1900 and 2099, which is within what can be compared.
    read.unwrap_or(Birth::UNKNOWN)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn sent(paternal: &str, born: &str) -> TravellerSent {
        TravellerSent { paternal: paternal.to_owned(), born: born.to_owned(), ..TravellerSent::default() }
    }

    #[test]
    fn what_is_typed_is_read_with_every_fault_at_its_field() {
        assert_eq!(Traveller::sent(&TravellerSent::default()).unwrap(), None);
        let wrong = TravellerSent {
            given: "x".repeat(81),
            born: "23/11/1979".to_owned(),
            sex: "Q".to_owned(),
            nationality: "12".to_owned(),
            ..TravellerSent::default()
        };
        let fields: Vec<String> =
            Traveller::sent(&wrong).unwrap_err().into_iter().map(|fault| fault.field.to_string()).collect();
        assert_eq!(fields, ["paternal", "given", "born", "sex", "nationality"]);
        assert!(
            Traveller::sent(&sent("Ficticio", "1979/1985")).is_err(),
            "nobody estimates a traveller's age into a search"
        );
        for born in ["1979-11-23", "1979-11", "1979", ""] {
            assert!(Traveller::sent(&sent("Ficticio", born)).unwrap().is_some(), "{born}");
        }
    }

    #[test]
    fn births_are_compared_as_well_as_they_are_known() {
        let read = |text: &str| birth(text.parse().unwrap());
        assert_eq!(read("1987-12-03"), Birth::parse("1987-12-03").unwrap());
        assert_eq!(read("1987-12"), Birth::parse("1987-12").unwrap());
        assert_eq!(read("1987"), Birth::parse("1987").unwrap());
        assert_eq!(read("2010/2014"), Birth::years(2010, 2014).unwrap());
    }

    /// G-17: nobody finds from the hash who was asked about, and nobody can say of another that they were.
    #[test]
    fn a_commitment_is_to_one_traveller_and_one_chance() {
        let one = Traveller::sent(&sent("Ficticio", "1979-11-23")).unwrap().unwrap();
        let other = Traveller::sent(&sent("Ficticio", "1979-11-24")).unwrap().unwrap();
        assert_eq!(one.commitment(&[7; 16]), one.commitment(&[7; 16]));
        assert_ne!(one.commitment(&[7; 16]), one.commitment(&[8; 16]));
        assert_ne!(one.commitment(&[7; 16]), other.commitment(&[7; 16]));
    }
}
