//! The languages a person may read in.

use unic_langid::LanguageIdentifier;

/// A language of the conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Spanish, as written in Latin America.
    Es,
    /// French, as written in Canada.
    Fr,
}

impl Language {
    /// Every language, in the order in which pages offer them.
    pub const ALL: [Language; 3] = [Language::Es, Language::En, Language::Fr];

    /// Answers the BCP 47 tag, as in a page's `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Es => "es",
            Language::Fr => "fr",
        }
    }

    /// Answers the language's name in itself, as a reader who knows no other looks for it.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Es => "Español",
            Language::Fr => "Français",
        }
    }

    /// Reads a BCP 47 tag; the region, if any, is passed over (`es-GT` is Spanish).
    pub fn parse(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Chooses from an `Accept-Language` header the language with the highest weight, the first of equals.
    ///
    /// Answers nothing when the header names no language of ours. Source: RFC 9110, 12.5.4.
    pub fn accepted(header: &str) -> Option<Language> {
        let mut best: Option<(Language, f32)> = None;
        for range in header.split(',').take(32) {
            let mut parts = range.split(';');
            let Some(language) = parts.next().and_then(Language::parse) else { continue };
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=")?.trim().parse().ok()).unwrap_or(1.0f32);
            if weight > 0.0 && best.is_none_or(|(_, heaviest)| weight > heaviest) {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }

    /// Answers the tag fluent reads its plural rules by.
    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_with_or_without_its_region() {
        assert_eq!(Language::parse("es"), Some(Language::Es));
        assert_eq!(Language::parse("es-419"), Some(Language::Es));
        assert_eq!(Language::parse("FR_ca"), Some(Language::Fr));
        assert_eq!(Language::parse("est"), None);
        assert_eq!(Language::parse(""), None);
    }

    #[test]
    fn the_heaviest_language_we_speak_wins() {
        assert_eq!(Language::accepted("de, fr;q=0.8, es;q=0.9"), Some(Language::Es));
        assert_eq!(Language::accepted("fr-CA, en;q=1.0"), Some(Language::Fr), "the first of equals");
        assert_eq!(Language::accepted("en;q=0, es;q=0.1"), Some(Language::Es), "nought refuses");
        assert_eq!(Language::accepted("de, qeq;q=high"), None);
        assert_eq!(Language::accepted("es;q=NaN"), None);
    }
}
