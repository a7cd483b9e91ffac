//! Who may be searched for: a surname, a given name and at least the year of birth, written out.
//!
//! "Exact or strong partial identity only, at least two attributes" is read strictly: a name is one attribute however many words it
//! has, the birth is the other, and a part of either that many people share finds nobody. An alert holds no number, so none is asked for.

use base::web::{InputFault, Said};

use crate::alerts::matches::{Traveller, TravellerSent};

/// The least letters that one word of a surname, and of a given name, must have: an initial stands for too many people.
const LETTERS_MIN: usize = 2;

/// Reads who is searched for.
///
/// Errors: every fault under the name of its field.
pub(super) fn read(sent: &TravellerSent) -> Result<Traveller, Vec<InputFault>> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, code: &'static str, key: &'static str| {
        faults.push(InputFault::field(field, code, Said::plain(key).with("least", LETTERS_MIN)));
    };
    for (field, text) in [("paternal", &sent.paternal), ("maternal", &sent.maternal), ("given", &sent.given)] {
        if !text.chars().all(stands_in_a_name) {
            fault(field, "name_character", "searches-fault-character");
        }
    }
    for (field, text, key) in
        [("paternal", &sent.paternal, "searches-fault-surname"), ("given", &sent.given, "searches-fault-given")]
    {
        if text.trim().is_empty() {
            fault(field, if field == "given" { "given_missing" } else { "surname_missing" }, key);
        } else if !has_a_word(text) {
            fault(field, "name_short", "searches-fault-short");
        }
    }
    if sent.born.trim().is_empty() {
        fault("born", "birth_missing", "searches-fault-born");
    }
    match Traveller::sent(sent) {
        Err(more) => {
            faults.extend(more.into_iter().filter(|fault| fault.code != "surname_missing"));
            Err(faults)
        }
        Ok(Some(traveller)) if faults.is_empty() => Ok(traveller),
        Ok(_) => Err(faults),
    }
}

/// Answers whether the birth that was typed is a year and no more.
pub(super) fn is_year_alone(sent: &TravellerSent) -> bool {
    sent.born.trim().len() == 4
}

/// Letters of any script with their marks, and what stands between the words of a name: no sign that could stand for others.
fn stands_in_a_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.' | ',' | '\u{300}'..='\u{36f}')
}

fn has_a_word(text: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    text.split([' ', '-', '.', ',']).any(|word| letters(word) >= LETTERS_MIN)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn sent(paternal: &str, given: &str, born: &str) -> TravellerSent {
        TravellerSent {
            paternal: paternal.to_owned(),
            given: given.to_owned(),
            born: born.to_owned(),
            ..TravellerSent::default()
        }
    }

    fn codes(sent: &TravellerSent) -> Vec<(String, &'static str)> {
        read(sent).err().unwrap_or_default().into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn a_surname_a_given_name_and_a_year_are_the_least() {
        for born in ["1992-02-14", "1992-02", "1992"] {
            assert!(read(&sent("Specimen", "Iris", born)).is_ok(), "{born}");
        }
        for (paternal, given) in [("de la Cruz-Peña", "Ma. José"), ("O’Brien", "J. Iris"), ("Muñoz", "Óscar")] {
            assert!(read(&sent(paternal, given, "1992")).is_ok(), "{paternal} {given}");
        }
        for (one, field, code) in [
            (sent("", "Iris", "1992"), "paternal", "surname_missing"),
            (sent("Specimen", " ", "1992"), "given", "given_missing"),
            (sent("Specimen", "Iris", ""), "born", "birth_missing"),
            (sent("Specimen", "I.", "1992"), "given", "name_short"),
            (sent("S", "Iris", "1992"), "paternal", "name_short"),
            (sent("Specimen", "Iris", "199"), "born", "birth"),
            (sent("Specimen", "Iris", "1990/1995"), "born", "birth"),
        ] {
            assert_eq!(codes(&one), [(field.to_owned(), code)], "{one:?}");
        }
        let nothing: Vec<&str> = codes(&TravellerSent::default()).into_iter().map(|(_, code)| code).collect();
        assert_eq!(nothing, ["surname_missing", "given_missing", "birth_missing"]);
    }

    #[test]
    fn no_sign_stands_for_letters() {
        for wild in ["Spec*", "Sp?cimen", "Sp%", "Spec_men", "[A-Z]en", "Spe…", "Specimen1", ".*", "Spec^"] {
            assert!(codes(&sent(wild, "Iris", "1992")).contains(&("paternal".to_owned(), "name_character")), "{wild}");
            assert!(codes(&sent("Specimen", wild, "1992")).contains(&("given".to_owned(), "name_character")), "{wild}");
            let maternal = TravellerSent { maternal: wild.to_owned(), ..sent("Specimen", "Iris", "1992") };
            assert_eq!(codes(&maternal), [("maternal".to_owned(), "name_character")], "{wild}");
        }
    }
}
