//! What the one free text must not say: origin, faith, health, opinion, or how somebody travels and stays (G-07).
//!
//! A list of beginnings of words finds what is written without a thought, and makes whoever writes think. It proves nothing
//! about a text that passes, which is why a second person reads every one.

/// Beginnings of words, folded, in the three languages of the pages; an asterisk stands for any ending.
const NEVER: &[&str] = &[
    // How somebody travels or stays, and what they ask for.
    "ilegal*",
    "illegal*",
    "irregular*",
    "irreguli*",
    "indocumentad*",
    "undocumented",
    "clandestin*",
    "deportad*",
    "deported",
    "deportee*",
    "expulsad*",
    "sin papeles",
    "sans papiers",
    "asilo",
    "asylum",
    "asile",
    "refugiad*",
    "refugee*",
    "refugi*",
    "overstay*",
    "estatus migratorio",
    "migration status",
    "statut migratoire",
    "situacion migratoria",
    // Origin and faith.
    "raza",
    "race",
    "racial*",
    "etnia",
    "etnic*",
    "ethnic*",
    "ethni*",
    "indigen*",
    "negro",
    "negra",
    "mulat*",
    "mestiz*",
    "gitan*",
    "gypsy",
    "tsigane*",
    "judi*",
    "jewish",
    "juif*",
    "juive*",
    "musulm*",
    "muslim*",
    "evangelic*",
    "religio*",
    // Opinion.
    "politic*",
    "politiqu*",
    "sindicalist*",
    "activist*",
    "syndicalist*",
    "union member",
    // Health and intimacy.
    "vih",
    "hiv",
    "sida",
    "aids",
    "enferm*",
    "diagnos*",
    "psiquiatric*",
    "psychiatr*",
    "homosexual*",
    "transexual*",
    "transgen*",
    "gay",
    "lesbian*",
    "embarazad*",
    "pregnant",
    "enceinte",
];

/// Answers the first word of a text that must not stand in it, as it was written.
pub fn unwelcome(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let folded: Vec<String> = words.iter().map(|word| super::text::folded(word)).collect();
    NEVER.iter().find_map(|entry| {
        let parts: Vec<&str> = entry.split(' ').collect();
        let at =
            folded.windows(parts.len()).position(|run| run.iter().zip(&parts).all(|(word, part)| fits(word, part)))?;
        Some(words[at..at + parts.len()].join(" "))
    })
}

fn fits(word: &str, part: &str) -> bool {
    part.strip_suffix('*').map_or(word == part, |stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G-07: one free text, and it is read for what does not belong there.
    #[test]
    fn a_reason_says_nothing_of_origin_faith_health_or_status() {
        for (text, word) in [
            ("Entró de forma ILEGAL al país", "ILEGAL"),
            ("Persona indígena", "indígena"),
            ("He asked for asylum.", "asylum"),
            ("Est sans-papiers", "sans papiers"),
            ("Padece VIH", "VIH"),
            ("Es activista sindical", "activista"),
            ("su estatus migratorio", "estatus migratorio"),
        ] {
            assert_eq!(unwelcome(text).as_deref(), Some(word), "{text}");
        }
    }

    #[test]
    fn what_a_case_needs_can_be_said() {
        for text in [
            "Captada por una red de trata; viaja con un adulto que no es familiar.",
            "Sought by the First Court for trafficking in persons.",
            "La niña salió de la escuela el lunes y no volvió.",
            "Recherché par le juge pour traite des personnes.",
            "",
        ] {
            assert_eq!(unwelcome(text), None, "{text}");
        }
    }
}
