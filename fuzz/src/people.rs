//! Names, birth dates and identities as strangers send them, searched for and compared.
//!
//! Held: no word is longer than its limit, and none has other letters than A to Z and `?`; scores are numbers; the lines of
//! evidence add up to the score or more; what is found is found with the same score again; names alone are no more than REVIEW.

use std::sync::Arc;

use matching::{
    Band, Birth, Builder, Fields, Frequencies, Index, LETTERS_MAX, Name, Number, Person, Role, Searcher, WORDS_MAX,
    compare,
};

/// Reads lines as people, registers all but the first, and asks for the first.
pub fn people(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read: Vec<Person> = text.lines().take(12).map(person).collect();
    let Some((asked, held)) = read.split_first() else { return };
    let mut builder = Builder::new();
    for (record, person) in held.iter().enumerate() {
        builder.push(record as u64, person);
    }
    let frequencies = Arc::new(builder.frequencies());
    let index = Index::new(Arc::clone(&frequencies)).with(Arc::new(builder.build(&frequencies)));
    let mut searcher = Searcher::default();
    let answer = index.search(&mut searcher, asked, 10);
    assert!(answer.hits.is_sorted_by(|one, other| one.score >= other.score), "{answer:?}");
    for hit in &answer.hits {
        assert!(hit.score.is_finite(), "{hit:?}");
        let explained = index.explain(&mut searcher, asked, hit.record).expect("it was found");
        let sum: f64 = explained.lines.iter().map(|line| line.weight).sum();
        // Of several names and dates an explanation takes what speaks most, by which the record need not have been found.
        assert!(sum >= hit.score - 1e-6, "{sum} {hit:?}");
        let _ = (explained.one_in(), explained.would_decide());
    }
    assert_eq!(index.search(&mut searcher, asked, 10), answer);
    paired(asked, held, &frequencies);
}

fn paired(asked: &Person, held: &[Person], frequencies: &Frequencies) {
    for other in held {
        let explained = compare(asked, other, frequencies, -6.0);
        assert!(explained.score().is_finite(), "{explained:?}");
        if asked.births.is_empty() && asked.numbers.is_empty() {
            assert_ne!(explained.band(), Band::Strong, "{explained:?}");
        }
    }
}

/// A line's columns as a person; the name in each way that it can be read.
fn person(line: &str) -> Person {
    let mut columns = line.split('\t');
    let [surnames, given, sex, birth, nationality, number] = std::array::from_fn(|_| columns.next().unwrap_or(""));
    let mut person = Person::from_fields(Fields { surnames, given, sex, birth, nationality, number });
    person.names.extend([Name::zone(given), Name::whole(surnames)]);
    person.numbers.extend(Number::parse(birth, true));
    person.births.extend(Birth::years(1900 + surnames.len() as u32 % 100, 1900 + given.len() as u32 % 130));
    person.names.iter().for_each(whole);
    person
}

fn whole(name: &Name) {
    assert!(name.words().count() <= WORDS_MAX);
    for (word, part) in name.parts() {
        assert!(word.len() <= LETTERS_MAX, "{word}");
        assert!(!word.is_empty() || part.role == Role::Particle, "{name:?}");
        assert!(word.bytes().all(|b| b.is_ascii_uppercase() || b == b'?'), "{word}");
    }
}
