//! Closed lists of this room, each code with the key of its name. Frozen: a code is added, and never taken away.

use base::web::Voice;
use base::web::fields::Choice;
use conference::campaigns::Measured;

/// For whom a campaign is.
pub(super) const AUDIENCES: [(&str, &str); 9] = [
    ("public", "campaigns-audience-public"),
    ("leaving", "campaigns-audience-leaving"),
    ("families", "campaigns-audience-families"),
    ("youth", "campaigns-audience-youth"),
    ("children", "campaigns-audience-children"),
    ("women", "campaigns-audience-women"),
    ("indigenous", "campaigns-audience-indigenous"),
    ("workers", "campaigns-audience-workers"),
    ("officials", "campaigns-audience-officials"),
];

/// Languages by their codes of ISO 639-3. One is of ISO 639-5, which names groups: `nah`, for what is only said to be Nahuatl.
pub(super) const LANGUAGES: [(&str, &str); 23] = [
    ("spa", "campaigns-language-spa"),
    ("eng", "campaigns-language-eng"),
    ("fra", "campaigns-language-fra"),
    ("hat", "campaigns-language-hat"),
    ("quc", "campaigns-language-quc"),
    ("kek", "campaigns-language-kek"),
    ("mam", "campaigns-language-mam"),
    ("cak", "campaigns-language-cak"),
    ("kjb", "campaigns-language-kjb"),
    ("ixl", "campaigns-language-ixl"),
    ("mop", "campaigns-language-mop"),
    ("yua", "campaigns-language-yua"),
    ("tzo", "campaigns-language-tzo"),
    ("tzh", "campaigns-language-tzh"),
    ("nah", "campaigns-language-nah"),
    ("nhe", "campaigns-language-nhe"),
    ("zap", "campaigns-language-zap"),
    ("cab", "campaigns-language-cab"),
    ("miq", "campaigns-language-miq"),
    ("bzj", "campaigns-language-bzj"),
    ("gym", "campaigns-language-gym"),
    ("cuk", "campaigns-language-cuk"),
    ("que", "campaigns-language-que"),
];

/// By what a campaign reaches people.
pub(super) const CHANNELS: [(&str, &str); 12] = [
    ("radio", "campaigns-channel-radio"),
    ("television", "campaigns-channel-television"),
    ("press", "campaigns-channel-press"),
    ("posters", "campaigns-channel-posters"),
    ("leaflets", "campaigns-channel-leaflets"),
    ("online", "campaigns-channel-online"),
    ("messages", "campaigns-channel-messages"),
    ("theatre", "campaigns-channel-theatre"),
    ("schools", "campaigns-channel-schools"),
    ("workshops", "campaigns-channel-workshops"),
    ("line", "campaigns-channel-line"),
    ("other", "campaigns-channel-other"),
];

/// The code of a campaign of which nobody measured whom it reached.
pub(super) const NOT_MEASURED: &str = "not-measured";

/// How it was measured whom it reached.
pub(super) const MEASURES: [(&str, &str); 7] = [
    (NOT_MEASURED, "campaigns-measured-not"),
    ("counted", "campaigns-measured-counted"),
    ("broadcaster", "campaigns-measured-broadcaster"),
    ("survey", "campaigns-measured-survey"),
    ("calls", "campaigns-measured-calls"),
    ("views", "campaigns-measured-views"),
    ("copies", "campaigns-measured-copies"),
];

/// Answers the key of a code's name.
pub(super) fn key(list: &[(&'static str, &'static str)], code: &str) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == code).map(|(_, key)| *key)
}

/// Answers a name for each code of a text with blanks between, in the list's own order.
pub(super) fn names(voice: &Voice, list: &[(&'static str, &'static str)], codes: &str) -> String {
    let has = |code: &str| codes.split(' ').any(|one| one == code);
    let names = list.iter().filter(|(code, _)| has(code)).map(|(_, key)| voice.t(key).into_owned());
    names.collect::<Vec<_>>().join(", ")
}

/// Answers a list as choices of a form.
pub(super) fn choices<'v>(voice: &'v Voice, list: &[(&'static str, &'static str)]) -> Vec<Choice<'v>> {
    list.iter().map(|(code, key)| Choice::new(*code, voice.t(key))).collect()
}

/// Answers the name of a way of measuring.
pub(super) fn measured(voice: &Voice, measured: Measured) -> String {
    key(&MEASURES, measured.code()).map(|key| voice.t(key).into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_measuring_has_a_name_and_every_name_a_way() {
        for measured in Measured::ALL {
            assert!(key(&MEASURES, measured.code()).is_some(), "{measured:?}");
        }
        for (code, _) in MEASURES {
            assert_eq!(Measured::parse(code).is_none(), code == NOT_MEASURED, "{code}");
        }
    }

    #[test]
    fn codes_are_words_of_their_own() {
        for list in [&AUDIENCES[..], &LANGUAGES[..], &CHANNELS[..], &MEASURES[..]] {
            let mut codes: Vec<&str> = list.iter().map(|(code, _)| *code).collect();
            assert!(codes.iter().all(|code| !code.contains(' ')));
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), list.len());
        }
        assert!(LANGUAGES.iter().all(|(code, _)| code.len() == 3));
    }
}
