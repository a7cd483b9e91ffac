//! A person as asked for: words heard, weighed and ready to be compared.

use crate::birth::Birth;
use crate::frequency::Frequencies;
use crate::likeness::Heard;
use crate::name::{Name, Role, WORDS_MAX};
use crate::person::{Nationality, Person, Sex};
use crate::score::{Claims, Word};
use crate::sound::Sound;
use crate::words::{Mark, joined, shared};

/// One name and one birth date of a person, ready to be compared.
pub(crate) struct Asked<'p> {
    words: [Word<'p>; WORDS_MAX],
    pub sounds: [Sound; WORDS_MAX],
    n: usize,
    columns: (u8, u8),
    /// The sounds of the whole name, and how many bits they are.
    pub mark: Mark,
    pub marked: u32,
    pub claims: Claims,
    pub person: &'p Person,
}

impl<'p> Asked<'p> {
    pub fn words(&self) -> &[Word<'p>] {
        &self.words[..self.n]
    }

    /// Which words are given names, and which are surnames, as bits.
    pub fn columns(&self) -> (u8, u8) {
        self.columns
    }

    /// Whether a surname may be a husband's.
    pub fn married(&self) -> bool {
        self.words().iter().any(|word| word.role == Role::Married)
    }

    pub fn woman(&self) -> bool {
        self.claims.sex != 2
    }

    pub fn numbers(&self) -> impl Iterator<Item = (&'p [u8], bool)> + Clone {
        self.person.numbers.iter().map(|number| (number.as_str().as_bytes(), number.personal))
    }

    /// Hears a name of a person with one of their birth dates.
    pub fn hear(person: &'p Person, name: Option<&'p Name>, birth: Birth, frequencies: &Frequencies) -> Asked<'p> {
        let nothing = Word {
            heard: Heard { text: b"", first: 0, letters: 0, key: 0, groups: [0; 3] },
            role: Role::Unknown,
            cut: false,
            rarity: [0.0; 2],
        };
        let code = |at: usize| Nationality::bits(person.nationalities.get(at).copied());
        let claims = Claims { birth, sex: Sex::bits(person.sex), nationalities: [code(0), code(1)] };
        let mut asked = Asked {
            words: [nothing; WORDS_MAX],
            sounds: [Sound::of(b""); WORDS_MAX],
            n: 0,
            columns: (0, 0),
            mark: [0; 2],
            marked: 0,
            claims,
            person,
        };
        for (text, part) in name.into_iter().flat_map(Name::words) {
            let text = text.as_bytes();
            let spoken = frequencies.word(text);
            asked.words[asked.n] =
                Word { heard: spoken.heard(text), role: part.role, cut: part.cut, rarity: spoken.rarity };
            asked.sounds[asked.n] = spoken.sound;
            match part.role {
                Role::Given => asked.columns.0 |= 1 << asked.n,
                role if role.surname() => asked.columns.1 |= 1 << asked.n,
                _ => {}
            }
            asked.mark = joined(asked.mark, spoken.mark);
            asked.n += 1;
        }
        asked.marked = shared(asked.mark, asked.mark);
        asked
    }
}

/// Every name of a person with every birth date: what is asked for, one after the other.
pub(crate) fn each_way<'p>(person: &'p Person, frequencies: &Frequencies, mut ask: impl FnMut(&Asked<'p>)) {
    let births: &[Birth] = if person.births.is_empty() { &[Birth::UNKNOWN] } else { &person.births };
    for birth in births.iter().take(4) {
        if person.names.is_empty() {
            ask(&Asked::hear(person, None, *birth, frequencies));
        }
        for name in person.names.iter().take(6) {
            ask(&Asked::hear(person, Some(name), *birth, frequencies));
        }
    }
}
