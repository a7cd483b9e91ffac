//! Names that are used for one another: short forms, diminutives, the same name written in another alphabet or language.

use std::sync::OnceLock;

use crate::sound::Sound;
use crate::words::{NONE, Words};

/// Each line a group: `v` for writings of one name, `n` for familiar forms, then the names.
const GROUPS: &str = include_str!("../data/variants.tsv");

/// The groups a name belongs to, at most three; 0 is none. Groups of writings have odd numbers.
pub(crate) type Groups = [u16; 3];

struct Variants {
    words: Words,
    groups: Vec<Groups>,
    /// The names of each group, and the keys of their sounds.
    members: Vec<Vec<(&'static str, u64)>>,
}

fn variants() -> &'static Variants {
    static READ: OnceLock<Variants> = OnceLock::new();
    READ.get_or_init(|| {
        let mut read = Variants { words: Words::default(), groups: Vec::new(), members: vec![Vec::new(), Vec::new()] };
        for line in GROUPS.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_ascii_whitespace();
            let Some(kind) = words.next() else { continue };
            let number = read.members.len() as u16 + u16::from(kind == "v");
            let members: Vec<(&str, u64)> = words.map(|word| (word, Sound::of(word.as_bytes()).key())).collect();
            for (member, _) in &members {
                let at = read.words.intern(member.as_bytes()) as usize;
                if at == read.groups.len() {
                    read.groups.push([0; 3]);
                }
                if let Some(free) = read.groups[at].iter_mut().find(|group| **group == 0) {
                    *free = number;
                }
            }
            read.members.push(members.clone());
            read.members.push(members);
        }
        read
    })
}

/// The groups of a word.
pub(crate) fn groups(word: &[u8]) -> Groups {
    let read = variants();
    match read.words.find(word) {
        NONE => [0; 3],
        at => read.groups[at as usize],
    }
}

/// The names of a word's groups, and the keys of their sounds.
pub(crate) fn others(groups: Groups) -> impl Iterator<Item = (&'static str, u64)> {
    let read = variants();
    groups.into_iter().filter(|group| *group > 0).flat_map(|group| read.members[group as usize].iter().copied())
}

/// Whether two words share a group, and whether it is one of writings.
pub(crate) fn related(one: Groups, other: Groups) -> Option<bool> {
    if one[0] == 0 || other[0] == 0 {
        return None;
    }
    let mut shared = one.iter().filter(|group| **group > 0 && other.contains(group)).peekable();
    shared.peek()?;
    Some(shared.any(|group| group % 2 == 1))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn a_name_is_known_by_its_other_forms() {
        assert_eq!(related(groups(b"PEPE"), groups(b"JOSE")), Some(false));
        assert_eq!(related(groups(b"MOHAMMED"), groups(b"MUHAMMAD")), Some(true));
        assert_eq!(related(groups(b"JOSE"), groups(b"JUAN")), None);
        assert!(others(groups(b"NACHO")).any(|(name, _)| name == "IGNACIO"));
    }

    #[test]
    fn the_list_is_in_capital_letters_and_no_name_is_in_more_groups_than_are_kept() {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for line in GROUPS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let mut words = line.split_ascii_whitespace();
            assert!(matches!(words.next(), Some("v" | "n")), "{line}");
            for word in words {
                assert!(word.bytes().all(|b| b.is_ascii_uppercase()), "{word}");
                *seen.entry(word).or_default() += 1;
            }
        }
        assert_eq!(seen.into_iter().filter(|(_, groups)| *groups > 3).collect::<Vec<_>>(), []);
    }
}
