//! A name as its words, each with the role it plays.

use crate::abbreviation::written_out;
use crate::fold::fold;

/// What a word of a name is to the whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Role {
    /// A name given to the person.
    Given = 0,
    /// The first surname, or the only one.
    Paternal = 1,
    /// The second surname, and any after it.
    Maternal = 2,
    /// A surname taken in marriage: `de López`, `viuda de López`. Ordinary surnames are written so too.
    Married = 3,
    /// Not known which.
    Unknown = 4,
    /// `de`, `del`, `la`, `y`, `van`: shown, and no part of what is compared.
    Particle = 5,
}

impl Role {
    pub(crate) const fn from_bits(bits: u32) -> Role {
        match bits & 7 {
            0 => Role::Given,
            1 => Role::Paternal,
            2 => Role::Maternal,
            3 => Role::Married,
            _ => Role::Unknown,
        }
    }

    /// Whether it is a surname of some kind.
    #[must_use]
    pub const fn surname(self) -> bool {
        matches!(self, Role::Paternal | Role::Maternal | Role::Married)
    }
}

/// Words of a name that are compared at most; a longer name loses what follows.
pub const WORDS_MAX: usize = 8;
/// Letters of a word that are compared at most.
pub const LETTERS_MAX: usize = 32;
/// Bytes of a field that are read at most.
pub const FIELD_BYTES_MAX: usize = 400;

/// One word: where it stands in the name's text, and what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    start: u16,
    len: u16,
    /// Its role.
    pub role: Role,
    /// Whether it may be only the beginning of the word: the machine-readable zone ended here.
    pub cut: bool,
}

/// A name: its words in order, folded to capital letters, with their roles.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Name {
    text: String,
    parts: Vec<Part>,
}

impl Name {
    /// Reads a name whose surnames and given names stand in fields of their own.
    #[must_use]
    pub fn fields(surnames: &str, given: &str) -> Name {
        // Two words more are room for what stands for an abbreviation.
        let room = surnames.len().min(FIELD_BYTES_MAX) + given.len().min(FIELD_BYTES_MAX) + 16;
        let mut name = Name { text: String::with_capacity(room), parts: Vec::with_capacity(6) };
        name.read_fields(surnames, given);
        name
    }

    /// Reads fields into this name in place of what it held; its memory is used again.
    pub fn read_fields(&mut self, surnames: &str, given: &str) {
        self.text.clear();
        self.parts.clear();
        self.add(surnames, Field::Surnames);
        self.add(given, Field::Given);
        self.mark_cut();
    }

    /// Reads a name as one string whose order is not known; a comma is taken to follow the surnames.
    #[must_use]
    pub fn whole(text: &str) -> Name {
        if let Some((surnames, given)) = text.split_once(',')
            && !surnames.trim().is_empty()
            && !given.trim().is_empty()
        {
            return Name::fields(surnames, given);
        }
        let mut name = Name::default();
        name.add(text, Field::Whole);
        name
    }

    /// Reads the name field of a machine-readable zone: `primary<<secondary`, fillers at the end.
    ///
    /// `NXX` and `UXX` are read as Ñ and Ü, which only a zone writes so. A field without filler at its end may be cut.
    #[must_use]
    pub fn zone(field: &str) -> Name {
        let field = clipped(field);
        let full = !field.ends_with('<');
        let field = field.trim_end_matches('<');
        let (primary, secondary) = field.split_once("<<").unwrap_or((field, ""));
        let plain = |text: &str| text.replace("NXX", "N").replace("UXX", "U").replace('<', " ");
        let mut name = Name::default();
        name.add(&plain(primary), Field::Surnames);
        name.add(&plain(secondary), Field::Given);
        if full && let Some(last) = name.parts.last_mut() {
            last.cut = true;
        }
        name
    }

    /// The words that are compared: all but particles.
    pub fn words(&self) -> impl Iterator<Item = (&str, Part)> {
        self.parts
            .iter()
            .filter(|part| part.role != Role::Particle)
            .take(WORDS_MAX)
            .map(|part| (self.text_of(part), *part))
    }

    /// Every word in order, particles among them.
    pub fn parts(&self) -> impl Iterator<Item = (&str, Part)> {
        self.parts.iter().map(|part| (self.text_of(part), *part))
    }

    fn text_of(&self, part: &Part) -> &str {
        &self.text[part.start as usize..(part.start + part.len) as usize]
    }

    fn add(&mut self, text: &str, field: Field) {
        let start = self.text.len();
        fold(clipped(text), &mut self.text);
        let first = self.parts.len();
        let end = self.text.len();
        let mut at = start;
        let (mut surnames, mut linked) = (0, false);
        while at < end {
            let len = self.text.as_bytes()[at..end].iter().position(|letter| *letter == b' ').unwrap_or(end - at);
            let word = &self.text[at..at + len];
            let more = at + len < end;
            let among_others = more || self.parts.len() > first;
            let role = if particle(word) && among_others && (len > 1 || self.parts.len() > first)
                || more && title(word)
                || len == 0
            {
                linked |= matches!(word, "DE" | "VDA" | "VIUDA");
                if matches!(word, "LA" | "LAS" | "LOS" | "DEL") {
                    linked = false;
                }
                Role::Particle
            } else {
                let role = field.role(surnames, linked);
                surnames += usize::from(field == Field::Surnames);
                linked = false;
                role
            };
            self.parts.push(Part { start: at as u16, len: len.min(LETTERS_MAX) as u16, role, cut: false });
            at += len + 1;
        }
        self.text.push(' ');
        self.write_out(first, field);
    }

    /// Replaces what is an abbreviation by the word it stands for.
    fn write_out(&mut self, first: usize, field: Field) {
        let alone = self.parts.len() - first == 1;
        for at in first..self.parts.len() {
            let part = self.parts[at];
            if part.len > 5 || part.role == Role::Particle {
                continue;
            }
            if let Some(whole) = written_out(self.text_of(&part), field == Field::Surnames, alone) {
                let start = self.text.len();
                self.text.push_str(whole);
                self.text.push(' ');
                self.parts[at] = Part { start: start as u16, len: whole.len() as u16, ..part };
            }
        }
    }

    /// A card or a zone behind the fields ends somewhere: the last word may be a beginning only.
    fn mark_cut(&mut self) {
        if let Some(last) = self.parts.last_mut() {
            last.cut = last.role != Role::Particle;
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Surnames,
    Given,
    Whole,
}

impl Field {
    fn role(self, surnames: usize, linked: bool) -> Role {
        match self {
            Field::Given => Role::Given,
            Field::Whole => Role::Unknown,
            Field::Surnames if surnames == 0 => Role::Paternal,
            Field::Surnames if linked => Role::Married,
            Field::Surnames => Role::Maternal,
        }
    }
}

/// The beginning of a field, ended between two characters.
fn clipped(text: &str) -> &str {
    if text.len() <= FIELD_BYTES_MAX {
        return text;
    }
    let mut end = FIELD_BYTES_MAX;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Words that say what somebody is, and that nobody is called: `Licda. Ana Pérez`. Coronel and Pastor are surnames.
fn title(word: &str) -> bool {
    matches!(
        word,
        "LIC"
            | "LICDA"
            | "LICDO"
            | "INGO"
            | "DRA"
            | "SR"
            | "SRA"
            | "SRTA"
            | "PROF"
            | "PROFR"
            | "PROFRA"
            | "PROFESOR"
            | "PROFESORA"
            | "PROFESSOR"
            | "MTRO"
            | "MTRA"
            | "MS"
            | "MISS"
            | "MME"
            | "MLLE"
            | "ALHAJI"
            | "PRESIDENT"
            | "PRESIDENTE"
            | "PRESIDENTA"
            | "MINISTRO"
            | "MINISTRA"
            | "SENATOR"
            | "SENADOR"
            | "SENADORA"
    )
}

/// Words that join others and are borne by nobody.
pub(crate) fn particle(word: &str) -> bool {
    word.len() <= 5
        && matches!(
            word,
            "DE" | "DEL"
                | "LA"
                | "LAS"
                | "LOS"
                | "Y"
                | "E"
                | "DA"
                | "DAS"
                | "DO"
                | "DOS"
                | "DI"
                | "DU"
                | "DES"
                | "LE"
                | "EL"
                | "AL"
                | "VAN"
                | "VON"
                | "DER"
                | "DEN"
                | "TER"
                | "SAN"
                | "SANTA"
                | "SANTO"
                | "VDA"
                | "VIUDA"
                | "BIN"
                | "IBN"
                | "BEN"
                | "BINT"
                | "UL"
                | "UR"
                | "UD"
                | "MR"
                | "MRS"
                | "DR"
                | "SIR"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &Name) -> String {
        name.parts()
            .map(|(word, part)| format!("{word}:{:?}{}", part.role, if part.cut { "…" } else { "" }))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn fields_give_roles() {
        for (surnames, given, expected) in [
            ("Hernández López", "Ma. José", "HERNANDEZ:Paternal LOPEZ:Maternal MARIA:Given JOSE:Given…"),
            ("Pérez de Gómez", "Ana", "PEREZ:Paternal DE:Particle GOMEZ:Married ANA:Given…"),
            ("De León", "Fco.", "DE:Particle LEON:Paternal FRANCISCO:Given…"),
            ("Ma", "Long", "MA:Paternal LONG:Given…"),
            ("de la Cruz y Peña", "", "DE:Particle LA:Particle CRUZ:Paternal Y:Particle PENA:Maternal…"),
            ("Hdez. Rdz.", "J", "HERNANDEZ:Paternal RODRIGUEZ:Maternal J:Given…"),
            ("Lic.", "Licda. Ana", "LIC:Paternal LICDA:Particle ANA:Given…"),
            ("Pérez", "MaríaJosé McKenzie", "PEREZ:Paternal MARIA:Given JOSE:Given MCKENZIE:Given…"),
        ] {
            assert_eq!(read(&Name::fields(surnames, given)), expected);
        }
    }

    #[test]
    fn zones_are_read_as_icao_writes_them() {
        assert_eq!(
            read(&Name::zone("NUNXXEZ<PENXXA<<MARIA<JOSE<<<<<<<")),
            "NUNEZ:Paternal PENA:Maternal MARIA:Given JOSE:Given"
        );
        assert_eq!(
            read(&Name::zone("HERNANDEZ<LOPEZ<<MARIA<GUADAL")),
            "HERNANDEZ:Paternal LOPEZ:Maternal MARIA:Given GUADAL:Given…"
        );
        assert_eq!(read(&Name::zone("<<<")), "");
    }

    #[test]
    fn one_string_has_no_roles_unless_a_comma_says_so() {
        assert_eq!(read(&Name::whole("Juan Pérez")), "JUAN:Unknown PEREZ:Unknown");
        assert_eq!(read(&Name::whole("Pérez, Juan Carlos")), "PEREZ:Paternal JUAN:Given CARLOS:Given…");
    }
}
