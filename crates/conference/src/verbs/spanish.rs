//! Spanish endings: the forms of a verb that texts of conferences use, worked out from its infinitive.

use super::lexicon::Shape;
use crate::tokens::fold;

/// Answers the forms of one verb, folded; the first word alone is inflected.
///
/// `stressed` is the stem where the stress falls on it, as in *acuerdan*; of a regular verb it is the stem.
pub(super) fn forms(infinitive: &str, stressed: Option<&str>) -> Vec<(String, Shape)> {
    let infinitive = fold(infinitive);
    let plain = infinitive.strip_suffix("se").unwrap_or(&infinitive);
    let (stem, ending) = plain.split_at(plain.len().saturating_sub(2));
    let stressed = stressed.map_or_else(|| stem.to_owned(), fold);
    let mut forms = vec![(infinitive.clone(), Shape::BASE)];
    if plain != infinitive {
        forms.push((plain.to_owned(), Shape::BASE));
    }
    // *Instruirles a elaborar …*, *realizarlo en mayo*.
    forms.extend(ENCLITICS.map(|pronoun| (format!("{plain}{pronoun}"), Shape::BASE)));
    let (singular, plural, ours) = match ending {
        "ar" => ("a", "an", "amos"),
        "er" => ("e", "en", "emos"),
        _ => ("e", "en", "imos"),
    };
    forms.push((format!("{stressed}{singular}"), Shape::THIRD));
    forms.push((format!("{stressed}{plural}"), Shape::THIRD));
    forms.push((format!("{stem}{ours}"), Shape::OURS));
    forms.push((format!("{plain}a"), Shape::FUTURE));
    forms.push((format!("{plain}an"), Shape::FUTURE));
    forms.push((format!("{plain}emos"), Shape::FUTURE));
    let (past, ended) = past(stem, ending, stressed != stem);
    forms.extend(past.into_iter().map(|form| (form, Shape::PAST)));
    forms.extend(ended.into_iter().flat_map(|form| {
        // Of one or many, of either gender: *aprobado, aprobadas*.
        let stem = form[..form.len() - 1].to_owned();
        ["o", "a", "os", "as"].map(|end| (format!("{stem}{end}"), Shape::DONE))
    }));
    forms.extend(gerund(stem, ending, stressed != stem).map(|form| (form, Shape::GERUND)));
    forms
}

/// Answers whether a word ends as an infinitive does and is none of the nouns and adjectives that do.
pub fn is_infinitive(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "lugar",
        "mujer",
        "taller",
        "hogar",
        "familiar",
        "militar",
        "consular",
        "regular",
        "irregular",
        "similar",
        "particular",
        "titular",
        "popular",
        "escolar",
        "poder",
        "saber",
        "mar",
        "nivel",
        "placer",
    ];
    word.len() > 4 && ["ar", "er", "ir"].iter().any(|end| word.ends_with(end)) && !OTHERS.contains(&word)
}

/// Pronouns written at the end of an infinitive.
const ENCLITICS: [&str; 7] = ["le", "les", "lo", "los", "la", "las", "se"];

/// Stems of the past that follow no rule: the end of the stem, and what stands in its place.
const PAST: [(&str, &str); 5] = [("pon", "pus"), ("ten", "tuv"), ("ven", "vin"), ("hac", "hic"), ("pod", "pud")];

/// Answers the past of the third person, and the participle.
fn past(stem: &str, ending: &str, changes: bool) -> (Vec<String>, Option<String>) {
    if stem == "d" && ending == "ar" {
        return (vec!["dio".to_owned(), "dieron".to_owned()], Some("dado".to_owned()));
    }
    if stem == "est" && ending == "ar" {
        return (vec!["estuvo".to_owned(), "estuvieron".to_owned()], Some("estado".to_owned()));
    }
    if let Some((end, strong)) = PAST.iter().find(|(end, _)| stem.ends_with(end) && ending != "ar") {
        let before = &stem[..stem.len() - end.len()];
        let past = vec![
            if *end == "hac" { format!("{before}hizo") } else { format!("{before}{strong}o") },
            format!("{before}{strong}ieron"),
        ];
        let done = match *end {
            "pon" => format!("{before}puesto"),
            "hac" => format!("{before}hecho"),
            _ => format!("{stem}ido"),
        };
        return (past, Some(done));
    }
    let done = match (stem, ending) {
        ("suscrib", "ir") => "suscrito".to_owned(),
        ("resolv", "er") => "resuelto".to_owned(),
        ("disolv", "er") => "disuelto".to_owned(),
        (_, "ar") => format!("{stem}ado"),
        _ => format!("{stem}ido"),
    };
    let past = match ending {
        "ar" => vec![format!("{stem}o"), format!("{stem}aron")],
        _ if ends_in_vowel(stem) => vec![format!("{stem}yo"), format!("{stem}yeron")],
        _ => {
            let stem = if ending == "ir" && changes { narrowed(stem) } else { stem.to_owned() };
            vec![format!("{stem}io"), format!("{stem}ieron")]
        }
    };
    (past, Some(done))
}

fn gerund(stem: &str, ending: &str, changes: bool) -> Option<String> {
    Some(match ending {
        "ar" => format!("{stem}ando"),
        _ if ends_in_vowel(stem) => format!("{stem}yendo"),
        "ir" if changes => format!("{}iendo", narrowed(stem)),
        _ => format!("{stem}iendo"),
    })
}

fn ends_in_vowel(stem: &str) -> bool {
    // The u of *seguir* is silent.
    stem.ends_with(['a', 'e', 'o']) || (stem.ends_with('u') && !stem.ends_with("gu"))
}

/// Answers the stem with its last e as i: *pedir, pidió*.
fn narrowed(stem: &str) -> String {
    match stem.rfind('e') {
        Some(at) => format!("{}i{}", &stem[..at], &stem[at + 1..]),
        None => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(infinitive: &str, stressed: Option<&str>, expected: &[(&str, Shape)]) {
        let forms = forms(infinitive, stressed);
        for (form, shape) in expected {
            assert!(forms.contains(&((*form).to_owned(), *shape)), "{infinitive}: {form} in {forms:?}");
        }
    }

    #[test]
    fn regular_verbs() {
        has(
            "solicitar",
            None,
            &[
                ("solicitar", Shape::BASE),
                ("solicitan", Shape::THIRD),
                ("solicitamos", Shape::OURS),
                ("solicito", Shape::PAST),
                ("solicitaron", Shape::PAST),
                ("solicitando", Shape::GERUND),
                ("solicitadas", Shape::DONE),
                ("solicitaran", Shape::FUTURE),
            ],
        );
        has(
            "reconocer",
            None,
            &[("reconocen", Shape::THIRD), ("reconocemos", Shape::OURS), ("reconocieron", Shape::PAST)],
        );
        has("decidir", None, &[("deciden", Shape::THIRD), ("decidimos", Shape::OURS), ("decidieron", Shape::PAST)]);
    }

    #[test]
    fn verbs_that_change() {
        has(
            "acordar",
            Some("acuerd"),
            &[("acuerdan", Shape::THIRD), ("acordamos", Shape::OURS), ("acordaron", Shape::PAST)],
        );
        has("pedir", Some("pid"), &[("piden", Shape::THIRD), ("pidieron", Shape::PAST), ("pidiendo", Shape::GERUND)]);
        has(
            "instruir",
            Some("instruy"),
            &[("instruyen", Shape::THIRD), ("instruyeron", Shape::PAST), ("instruyendo", Shape::GERUND)],
        );
        has("proponer", None, &[("propusieron", Shape::PAST), ("propuesto", Shape::DONE)]);
        has("mantener", Some("mantien"), &[("mantienen", Shape::THIRD), ("mantuvieron", Shape::PAST)]);
        has("resolver", Some("resuelv"), &[("resuelven", Shape::THIRD), ("resolvio", Shape::PAST)]);
        has("seguir", Some("sigu"), &[("siguen", Shape::THIRD), ("siguio", Shape::PAST)]);
        has("dar", None, &[("dan", Shape::THIRD), ("dieron", Shape::PAST)]);
    }

    #[test]
    fn reflexive_verbs() {
        has("comprometerse", None, &[("comprometerse", Shape::BASE), ("comprometen", Shape::THIRD)]);
    }
}
