//! To whom a verb speaks: *urge member countries to …*, *encomendar a la Secretaría Técnica …*.

use super::acts::Told;
use super::grammar::grammar;
use crate::tokens::{Kind, Token};
use crate::verbs::{self, Shape, Speech, Verb};

/// The most tokens of one addressee.
const TOKENS_MAX: usize = 16;

/// Answers the addressees of a verb, as ranges of tokens.
pub(super) fn addressees(tokens: &[Token], told: &Told, language: Speech) -> Vec<(usize, usize)> {
    if !speaks_to(told.verb) {
        return Vec::new();
    }
    let mut from = told.at.1;
    let before: &[&str] = match language {
        Speech::English => &[
            "upon", "on", "that", "to", "also", "again", "further", "once", "more", "the", "all", ",", "strongly",
            "both",
        ],
        Speech::Spanish => &[
            "a",
            "al",
            "que",
            "en",
            "la",
            "el",
            "los",
            "las",
            "todos",
            "todas",
            ",",
            "asimismo",
            "tambien",
            "nuevamente",
            "ambos",
        ],
        Speech::French => &[
            "à",
            "au",
            "aux",
            "que",
            "le",
            "la",
            "les",
            "l",
            "tous",
            "toutes",
            ",",
            "egalement",
            "instamment",
            "vivement",
            "aussi",
        ],
    };
    // *Solicitar a la Secretaría …* speaks to it; *solicitar la elaboración …* to nobody.
    while from < told.until && tokens[from].fold.ends_with("mente") {
        from += 1;
    }
    let spoken = tokens.get(from).is_some_and(|token| token.among(&["a", "al", "que"]));
    if language == Speech::Spanish && !spoken {
        return Vec::new();
    }
    while from < told.until
        && (tokens[from].among(before) || tokens[from].fold.ends_with("mente") || tokens[from].fold.ends_with("ly"))
        && from < told.at.1 + 5
    {
        from += 1;
    }
    let mut to = from;
    while to < told.until && to < from + TOKENS_MAX && !ends(tokens, from, to, told.until, language) {
        to += 1;
    }
    split(tokens, from, to, language)
}

fn speaks_to(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Appeal
            | Verb::Ask
            | Verb::CallUpon
            | Verb::Demand
            | Verb::Encourage
            | Verb::Invite
            | Verb::Recommend
            | Verb::Remind
            | Verb::Request
            | Verb::Suggest
            | Verb::Urge
            | Verb::Authorize
            | Verb::Direct
            | Verb::Entrust
            | Verb::Instruct
            | Verb::Mandate
            | Verb::Designate
            | Verb::Appoint
            | Verb::Task
    )
}

fn ends(tokens: &[Token], from: usize, at: usize, until: usize, language: Speech) -> bool {
    let token = &tokens[at];
    if token.kind == Kind::Mark && !token.among(&["(", ")", "&", "'"]) {
        return true;
    }
    // *The Consultation Group on Migration* is one name.
    let within = at > from && tokens[at - 1].capital && tokens.get(at + 1).is_some_and(|next| next.capital);
    if within && token.among(&["on", "for", "in", "against", "para", "en", "contra"]) {
        return false;
    }
    match language {
        Speech::English => {
            if token.among(&[
                "to", "that", "which", "who", "with", "for", "in", "by", "should", "will", "shall", "on", "as",
                "whose", "not", "within", "through", "from", "is", "are",
            ]) {
                return true;
            }
            // *States acting nationally or together*
            let doing = token.fold.ends_with("ing") && !token.capital && at > from;
            if doing && tokens[at - 1].among(PARTIES) {
                return true;
            }
            // *Request that member countries implement …*
            at > from
                && verbs::at(&tokens[at..until], language).is_some_and(|found| found.shape.meets(Shape::BASE))
                && !token.capital
                && !tokens[at - 1].among(&["of", "the", "and"])
        }
        // *Prie le Secrétaire général de la Conférence de présenter …*
        Speech::French => {
            token.among(&["que", "pour", "dans", "par", "en", "afin", "avec", "sur", "qui", "dont", "ainsi", "lors"])
                || token.among(&["de", "à"])
                    && tokens.get(at + 1).is_some_and(|next| {
                        verbs::is_infinitive(&next.fold, language) || next.among(&["ne", "se", "lui", "leur", "y"])
                    })
        }
        Speech::Spanish => {
            token.among(&[
                "que", "para", "con", "en", "por", "como", "cuyo", "cuya", "quien", "quienes", "donde", "su", "sus",
            ]) || token.among(&["a", "al", "la", "el", "los", "las", "un", "una"])
                && at > from
                && !tokens[at - 1].among(&["de", "del", "y", "e", "a"])
                || at > from && verbs::at(&tokens[at..until], language).is_some_and(|found| found.shape == Shape::BASE)
        }
    }
}

/// Nouns of those who can act, beside names.
const PARTIES: &[&str] = &[
    "countries",
    "country",
    "states",
    "state",
    "members",
    "member",
    "governments",
    "government",
    "authorities",
    "delegations",
    "parties",
    "secretariat",
    "organizations",
    "organisations",
    "organization",
    "agencies",
    "presidency",
    "networks",
    "network",
    "groups",
    "group",
    "community",
    "donors",
    "stakeholders",
    "partners",
    "officials",
    "ministries",
    "institutions",
    "participants",
    "observers",
    "chair",
    "consulates",
    "paises",
    "pais",
    "estados",
    "estado",
    "miembros",
    "gobiernos",
    "gobierno",
    "autoridades",
    "delegaciones",
    "partes",
    "secretaria",
    "organizaciones",
    "organismos",
    "presidencia",
    "redes",
    "red",
    "grupos",
    "grupo",
    "comunidad",
    "donantes",
    "socios",
    "funcionarios",
    "ministerios",
    "instituciones",
    "participantes",
    "observadores",
    "consulados",
    "agencias",
    "those",
    "others",
    "all",
    "aquellos",
    "aquellas",
    "demas",
    "direcciones",
    "cancillerias",
    "bodies",
    "committee",
    "commissions",
    "entities",
    "organos",
    "entidades",
    "sociedad",
    "banca",
    "comite",
    "comisiones",
    "etats",
    "etat",
    "membres",
    "gouvernements",
    "gouvernement",
    "autorites",
    "secretaire",
    "organisation",
    "organismes",
    "presidence",
    "reseaux",
    "reseau",
    "groupes",
    "groupe",
    "communaute",
    "donateurs",
    "partenaires",
    "ministeres",
    "observateurs",
    "commission",
    "conseil",
    "pays",
    "directeur",
    "ministres",
];

/// Answers whether words name somebody who can act, and not work to be done.
pub(super) fn is_party(tokens: &[Token]) -> bool {
    // *The continued cooperation of all participants* is work, whoever does it.
    let head = tokens.iter().take_while(|token| !token.among(&["of", "de", "del", "by"]));
    head.into_iter().any(|token| token.capital || token.among(PARTIES))
}

/// Answers whether a noun of those who can act stands among words, before *of*.
fn names_party(tokens: &[Token]) -> bool {
    tokens.iter().take_while(|token| !token.among(&["of", "de", "del"])).any(|token| token.among(PARTIES))
}

/// Parts *the Secretariat and the Presidency* at *and*, and takes off articles.
pub(super) fn split(tokens: &[Token], from: usize, to: usize, language: Speech) -> Vec<(usize, usize)> {
    let words = grammar(language);
    let mut found = Vec::new();
    let mut start = from;
    for at in from..=to {
        let parted = at < to
            && tokens[at].among(&["and", "y", "e", "&"])
            && tokens.get(at + 1).is_some_and(|next| {
                next.among(&["the", "a", "al", "la", "el", "los", "las", "other", "all"])
                    // *Member States and regional organizations*
                    || is_party(&tokens[start..at]) && names_party(&tokens[at + 1..to])
                    || (next.capital && tokens[start].capital && at - start <= 3 && to - at <= 3)
            });
        if at == to || parted {
            let mut first = start;
            while first < at && (tokens[first].among(words.articles) || tokens[first].among(&["a", "al", "other"])) {
                first += 1;
            }
            if first < at && is_party(&tokens[first..at]) {
                found.push((first, at));
            }
            start = at + 1;
        }
    }
    found
}
