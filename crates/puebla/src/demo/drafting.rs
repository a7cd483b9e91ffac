//! Two texts that delegations draft together, short and in words of our own, with a proposal each: invented like all here.

use std::sync::Arc;

use base::access::Resource;
use base::ground::Puebla;
use secretariat::drafting::{DraftWords, NewDraft, NewProposal, OpenDraft, TakePart, open_draft, propose};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// Symbol, title in English and Spanish.
const DRAFTS: [[&str; 3]; 2] = [
    ["RCM/DR/7", "Framework for return with dignity (invented)", "Marco para el retorno con dignidad (ficticio)"],
    ["RCM/DR/9", "Framework for consular protection (invented)", "Marco para la protección consular (ficticio)"],
];

/// What each says, in English and Spanish.
const TEXTS: [[[&str; 2]; 3]; 2] = [
    [
        [
            "Nobody is returned without [48 hours'] notice to their consulate.",
            "Nadie es retornado sin avisar [48 horas] antes a su consulado.",
        ],
        [
            "Whoever receives people offers water, food and a telephone.",
            "Quien recibe a las personas ofrece agua, comida y un teléfono.",
        ],
        [
            "[Children travel with somebody who is trained for it.]",
            "[Los niños viajan con alguien capacitado para ello.]",
        ],
    ],
    [
        [
            "Each State names a consulate on call in every border region.",
            "Cada Estado nombra un consulado de turno en cada región fronteriza.",
        ],
        [
            "A consulate helps nationals of [any] State that asks for it.",
            "Un consulado ayuda a nacionales de [cualquier] Estado que lo pida.",
        ],
        [
            "The States meet once a year to say what they learnt.",
            "Los Estados se reúnen una vez al año para decir qué aprendieron.",
        ],
    ],
];

/// Opens both, as the secretariat's coordinator does, and has a delegation propose a change in each.
pub(super) fn draft(ground: &Arc<Puebla>) -> Result<(), Failure> {
    let seats = super::seats();
    let Some(seat) = seats.iter().find(|seat| seat.role == "coordinator") else { return Ok(()) };
    let speaker = Speaker { speaker: seat.user_name.clone(), purpose: None };
    let opens = folder::write::<OpenDraft>(ground, &speaker)?;
    let words = |[en, es]: [&str; 2]| DraftWords { en: en.to_owned(), es: es.to_owned(), fr: String::new() };
    for ([symbol, title_en, title_es], texts) in DRAFTS.into_iter().zip(TEXTS) {
        let new = NewDraft {
            symbol: symbol.to_owned(),
            about: "RCM/VIII".to_owned(),
            title_en: title_en.to_owned(),
            title_es: title_es.to_owned(),
            original: "es".to_owned(),
            chair: String::new(),
            parties: ["HND", "GTM", "MEX", "NIC"].map(str::to_owned).to_vec(),
            paragraphs: texts.map(words).to_vec(),
        };
        open_draft(&opens, &new)?;
    }
    let Some(seat) = seats.iter().find(|seat| seat.role == "delegate" && seat.party.as_str() == "HND") else {
        return Ok(());
    };
    let speaker = Speaker { speaker: seat.user_name.clone(), purpose: None };
    for [symbol, _, _] in DRAFTS {
        let Ok(draft) = symbol.parse() else { return Ok(()) };
        let proposal = NewProposal {
            kind: "amend".to_owned(),
            paragraph: 2,
            after: 0,
            words: words([
                "Water, food, a telephone and a doctor are there. (invented)",
                "Hay agua, comida, un teléfono y un médico. (ficticio)",
            ]),
            seen: 1,
            reason: "Lo pidieron quienes reciben. (ficticio)".to_owned(),
        };
        // A delegation proposes for its own State and no other.
        let desk = folder::stand::<TakePart>(ground, &speaker)?;
        let own = Resource::of(desk.caller().state, symbol.to_owned());
        propose(&folder::wait(desk.open_to_write(own))?, &draft, &proposal)?;
    }
    Ok(())
}
