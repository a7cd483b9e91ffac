//! French endings: the forms of a verb that texts of conferences use, worked out from its infinitive, and how French words are told apart.

use super::lexicon::Shape;
use crate::tokens::{Kind, Token, fold};

/// Answers a word as French texts are read: without accents, but for *à*, which is no *a*, and for the end of *décidé*, which is no *décide*.
pub(crate) fn written(word: &str) -> String {
    let small = word.to_lowercase();
    let mut folded = fold(word);
    if small == "à" {
        return small;
    }
    if small.ends_with('é') && folded.pop().is_some() {
        folded.push('é');
    }
    let whole = match folded.as_str() {
        "d" => "de",
        "s" => "se",
        "n" => "ne",
        "qu" => "que",
        "c" => "ce",
        "jusqu" => "jusque",
        "lorsqu" => "lorsque",
        _ => return folded,
    };
    whole.to_owned()
}

/// Answers the tokens of a French text: *l'Assemblée* and *d'ici* are two words each.
pub(crate) fn tokens(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut parted = Vec::with_capacity(tokens.len());
    for token in tokens {
        let word = &text[token.from..token.to];
        let sign = word.char_indices().find(|(_, c)| matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´'));
        let short = sign.filter(|(at, _)| {
            token.kind == Kind::Word
                && ["l", "d", "s", "n", "qu", "c", "j", "m", "jusqu", "lorsqu"].contains(&fold(&word[..*at]).as_str())
        });
        let Some((at, sign)) = short else {
            let fold = if token.kind == Kind::Word { written(word) } else { token.fold.clone() };
            parted.push(Token { fold, ..token });
            continue;
        };
        let (head, rest) = (&word[..at], &word[at + sign.len_utf8()..]);
        let from = token.to - rest.len();
        parted.push(Token {
            fold: written(head),
            kind: Kind::Word,
            from: token.from,
            to: token.from + at,
            capital: token.capital,
        });
        if !rest.is_empty() {
            let capital = rest.starts_with(char::is_uppercase);
            parted.push(Token { fold: written(rest), kind: Kind::Word, from, to: token.to, capital });
        }
    }
    parted
}

/// Verbs that follow no rule, by how they end: he does, they do, we do, done, the stem of *will do*, doing, he did, they did.
const IRREGULAR: &[(&str, [&str; 8])] = &[
    ("prendre", ["prend", "prennent", "prenons", "pris", "prendr", "prenant", "prit", "prirent"]),
    ("endre", ["end", "endent", "endons", "endu", "endr", "endant", "endit", "endirent"]),
    ("ondre", ["ond", "ondent", "ondons", "ondu", "ondr", "ondant", "ondit", "ondirent"]),
    ("faire", ["fait", "font", "faisons", "fait", "fer", "faisant", "fit", "firent"]),
    ("enir", ["ient", "iennent", "enons", "enu", "iendr", "enant", "int", "inrent"]),
    ("cueillir", ["cueille", "cueillent", "cueillons", "cueilli", "cueiller", "cueillant", "cueillit", "cueillirent"]),
    ("cevoir", ["coit", "coivent", "cevons", "cu", "cevr", "cevant", "cut", "curent"]),
    ("mettre", ["met", "mettent", "mettons", "mis", "mettr", "mettant", "mit", "mirent"]),
    ("battre", ["bat", "battent", "battons", "battu", "battr", "battant", "battit", "battirent"]),
    ("naitre", ["nait", "naissent", "naissons", "nu", "naitr", "naissant", "nut", "nurent"]),
    ("croitre", ["croit", "croissent", "croissons", "cru", "croitr", "croissant", "crut", "crurent"]),
    ("suivre", ["suit", "suivent", "suivons", "suivi", "suivr", "suivant", "suivit", "suivirent"]),
    ("crire", ["crit", "crivent", "crivons", "crit", "crir", "crivant", "crivit", "crivirent"]),
    ("elire", ["elit", "elisent", "elisons", "elu", "elir", "elisant", "elut", "elurent"]),
    ("clure", ["clut", "cluent", "cluons", "clu", "clur", "cluant", "clut", "clurent"]),
    ("uire", ["uit", "uisent", "uisons", "uit", "uir", "uisant", "uisit", "uisirent"]),
    ("mouvoir", ["meut", "meuvent", "mouvons", "mu", "mouvr", "mouvant", "mut", "murent"]),
    ("frir", ["fre", "frent", "frons", "fert", "frir", "frant", "frit", "frirent"]),
    ("ouvrir", ["ouvre", "ouvrent", "ouvrons", "ouvert", "ouvrir", "ouvrant", "ouvrit", "ouvrirent"]),
    ("prevoir", ["prevoit", "prevoient", "prevoyons", "prevu", "prevoir", "prevoyant", "previt", "previrent"]),
    ("savoir", ["sait", "savent", "savons", "su", "saur", "sachant", "sut", "surent"]),
    ("avoir", ["a", "ont", "avons", "eu", "aur", "ayant", "eut", "eurent"]),
    ("croire", ["croit", "croient", "croyons", "cru", "croir", "croyant", "crut", "crurent"]),
    (
        "interdire",
        ["interdit", "interdisent", "interdisons", "interdit", "interdir", "interdisant", "interdit", "interdirent"],
    ),
    ("joindre", ["joint", "joignent", "joignons", "joint", "joindr", "joignant", "joignit", "joignirent"]),
    ("soudre", ["sout", "solvent", "solvons", "solu", "soudr", "solvant", "solut", "solurent"]),
    ("vivre", ["vit", "vivent", "vivons", "vecu", "vivr", "vivant", "vecut", "vecurent"]),
    ("etre", ["est", "sont", "sommes", "eté", "ser", "etant", "fut", "furent"]),
    ("clore", ["clot", "closent", "closons", "clos", "clor", "closant", "clot", "clorent"]),
];

/// Answers the forms of one verb; the first word alone is inflected.
pub(super) fn forms(infinitive: &str, stressed: Option<&str>) -> Vec<(String, Shape)> {
    let infinitive = fold(infinitive);
    let mut forms = vec![(infinitive.clone(), Shape::BASE)];
    let longest = IRREGULAR.iter().filter(|(end, _)| infinitive.ends_with(end)).max_by_key(|(end, _)| end.len());
    let [third, they, ours, done, future, doing, past, did] = if let Some((end, forms)) = longest {
        let head = &infinitive[..infinitive.len() - end.len()];
        forms.map(|form| format!("{head}{form}"))
    } else if let Some(stem) = infinitive.strip_suffix("ir") {
        ["it", "issent", "issons", "i", "ir", "issant", "it", "irent"].map(|end| format!("{stem}{end}"))
    } else {
        let stem = infinitive.strip_suffix("er").unwrap_or(&infinitive).to_owned();
        let stress = stressed.map_or_else(|| stem.clone(), fold);
        let soft = if stem.ends_with('g') { "e" } else { "" };
        [
            format!("{stress}e"),
            format!("{stress}ent"),
            format!("{stem}{soft}ons"),
            format!("{stem}é"),
            format!("{stress}er"),
            format!("{stem}{soft}ant"),
            format!("{stem}{soft}a"),
            format!("{stem}erent"),
        ]
    };
    forms.extend([(third, Shape::THIRD), (they, Shape::THIRD), (ours, Shape::OURS), (doing, Shape::GERUND)]);
    forms.extend([(past, Shape::PAST), (did, Shape::PAST)]);
    forms.extend(["a", "ont", "ons"].map(|end| (format!("{future}{end}"), Shape::FUTURE)));
    // *Approuvé, approuvée, approuvés, approuvées*
    let plain = fold(&done);
    forms.extend(["e", "s", "es"].map(|end| (format!("{plain}{end}"), Shape::DONE)));
    forms.push((done, Shape::DONE));
    forms
}

/// Answers whether a word ends as an infinitive does and is none of the nouns that do.
pub(crate) fn is_infinitive(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "particulier",
        "premier",
        "dernier",
        "financier",
        "chantier",
        "papier",
        "avenir",
        "pouvoir",
        "savoir",
        "foyer",
        "atelier",
        "calendrier",
        "janvier",
        "fevrier",
        "etranger",
        "danger",
        "entier",
        "regulier",
        "irregulier",
        "autre",
        "entre",
        "contre",
        "notre",
        "votre",
        "ordre",
        "cadre",
        "titre",
        "centre",
        "membre",
        "nombre",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
        "lettre",
        "outre",
        "libre",
        "propre",
        "ministre",
        "registre",
        "quatre",
        "encore",
        "derriere",
        "frontiere",
        "maniere",
        "matiere",
        "mer",
        "hier",
        "humanitaire",
        "faire",
    ];
    let ends = ["er", "ir", "oir", "dre", "tre", "ire", "ure", "vre"].iter().any(|end| word.ends_with(end));
    word == "faire" || word.len() > 4 && ends && !OTHERS.contains(&word)
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
            "décider",
            None,
            &[
                ("decide", Shape::THIRD),
                ("decident", Shape::THIRD),
                ("decidons", Shape::OURS),
                ("decidé", Shape::DONE),
                ("deciderent", Shape::PAST),
                ("decidera", Shape::FUTURE),
                ("decidant", Shape::GERUND),
            ],
        );
        has("encourager", None, &[("encourageons", Shape::OURS), ("encouragea", Shape::PAST)]);
        has("définir", None, &[("definit", Shape::THIRD), ("definissons", Shape::OURS), ("definie", Shape::DONE)]);
        has(
            "appeler",
            Some("appell"),
            &[("appelle", Shape::THIRD), ("appelons", Shape::OURS), ("appellera", Shape::FUTURE)],
        );
    }

    #[test]
    fn verbs_that_follow_no_rule() {
        has("convenir", None, &[("conviennent", Shape::THIRD), ("convenu", Shape::DONE), ("convinrent", Shape::PAST)]);
        has("reconnaître", None, &[("reconnait", Shape::THIRD), ("reconnaissons", Shape::OURS)]);
        has("prendre", None, &[("prend", Shape::THIRD), ("pris", Shape::DONE), ("prenant", Shape::GERUND)]);
        has("accueillir", None, &[("accueille", Shape::THIRD), ("accueillons", Shape::OURS)]);
    }

    #[test]
    fn short_words_stand_apart() {
        let text = "L’Assemblée a décidé d'ici à";
        let found = tokens(text, crate::tokens::tokens(text));
        let folds: Vec<&str> = found.iter().map(|token| token.fold.as_str()).collect();
        assert_eq!(folds, ["l", "assemblee", "a", "decidé", "de", "ici", "à"]);
        assert_eq!(&text[found[1].from..found[1].to], "Assemblée");
    }
}
