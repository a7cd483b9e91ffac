//! Three documents of the eighth meeting, in texts of our own.

use std::sync::Arc;

use base::ground::Puebla;
use base::words::Language;
use secretariat::meetings::Symbol;
use secretariat::papers::{AddText, FilePaper, NewPaper, add_text, file_paper};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// Symbol, kind, class, English and Spanish title, English and Spanish text; empty where there is none.
type Written = [&'static str; 7];

const DOCUMENTS: [Written; 3] = [
    [
        "RCM/VIII/1",
        "note",
        "observers",
        "Draft agenda of the Eighth Meeting",
        "Proyecto de agenda de la Octava Reunión",
        "1. Opening. 2. Plan of action. 3. Return. 4. Consular protection. 5. Next meeting. (invented)\n",
        "1. Apertura. 2. Plan de acción. 3. Retorno. 4. Protección consular. 5. Próxima reunión. (ficticio)\n",
    ],
    [
        "RCM/VIII/2",
        "report",
        "public",
        "What became of the plan of action",
        "Estado del plan de acción",
        "",
        "De las actividades del plan, la mayor parte se ha realizado. (ficticio)\n",
    ],
    [
        "RCM/VIII/3",
        "proposal",
        "members",
        "Draft declaration",
        "Proyecto de declaración",
        "The delegations propose the text that follows. (invented)\n1. Each State names a contact within 30 days.\n\
         2. The secretariat circulates the list of contacts by 30 August 2003.\n3. The list is reviewed every year.\n",
        "Las delegaciones proponen el texto que sigue. (ficticio)\n1. Cada Estado designa un contacto en un plazo de sesenta días.\n\
         2. La secretaría distribuye la lista de contactos antes del 30 de agosto de 2003.\n",
    ],
];

/// The second version of the one that is public.
const REVISED: &str =
    "De las actividades del plan, dos tercios se han realizado. (ficticio)\nLas demás siguen en curso. (ficticio)\n";

/// Files them, as the secretariat's coordinator does.
pub(super) fn file(ground: &Arc<Puebla>) -> Result<(), Failure> {
    let Some(seat) = super::seats().into_iter().find(|seat| seat.role == "coordinator") else { return Ok(()) };
    let speaker = Speaker { speaker: seat.user_name, purpose: None };
    let filer = folder::write::<FilePaper>(ground, &speaker)?;
    let adder = folder::write::<AddText>(ground, &speaker)?;
    for [symbol, kind, class, title_en, title_es, text_en, text_es] in DOCUMENTS {
        let new = NewPaper {
            symbol: symbol.to_owned(),
            kind: kind.to_owned(),
            title_en: title_en.to_owned(),
            title_es: title_es.to_owned(),
            original: Language::Es.tag().to_owned(),
            class: class.to_owned(),
            meeting: "RCM/VIII".to_owned(),
            rule: match class {
                "public" => "adopted",
                "members" => "draft",
                _ => "circulated",
            }
            .to_owned(),
            decided_by: "RCM/VIII".to_owned(),
        };
        file_paper(&filer, &new)?;
        let Ok(symbol) = symbol.parse::<Symbol>() else { continue };
        for (language, authentic, text) in [(Language::Es, true, text_es), (Language::En, false, text_en)] {
            if !text.is_empty() {
                add_text(&adder, &symbol, (language, authentic), text)?;
            }
        }
        if class == "public" {
            add_text(&adder, &symbol, (Language::Es, true), REVISED)?;
        }
    }
    Ok(())
}
