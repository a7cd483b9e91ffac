//! How the eighth meeting sat, in texts of our own: an agenda of five items, who was there, a statement that was answered, and
//! minutes in two revisions.

use std::sync::Arc;

use base::ground::Puebla;
use base::identity::PartyKind;
use base::words::Language;
use secretariat::meetings::Symbol;
use secretariat::minutes::{NewMinutes, WriteMinutes, write_minutes};
use secretariat::sittings::{
    AnswerStatement, HandIn, NewAnswer, NewItem, NewStatement, RecordAttendance, Roll, RollLine, SetAgenda,
    answer_statement, hand_in, place_item, record_attendance,
};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// English, Spanish and French title, whether it is kept for members, whether observers speak to it, its document.
type Sat = ([&'static str; 3], bool, bool, &'static str);

const AGENDA: [Sat; 5] = [
    (["Opening and adoption of the agenda", "Apertura y aprobación de la agenda", ""], false, false, "RCM/VIII/1"),
    (
        ["What became of the plan of action", "Estado del plan de acción", "État du plan d’action"],
        false,
        true,
        "RCM/VIII/2",
    ),
    (["Dignified, safe and orderly return", "Retorno digno, seguro y ordenado", ""], false, true, ""),
    (["Budget of the secretariat", "Presupuesto de la secretaría", ""], true, false, ""),
    (["Declaration and next meeting", "Declaración y próxima reunión", ""], false, false, "RCM/VIII/3"),
];

/// Who observed, and what led them; of the last nobody came.
const OBSERVED: [(&str, bool, &str); 5] = [
    ("COL", true, "ambassador"),
    ("XHC", true, "representative"),
    ("XRN", true, "spokesperson"),
    ("XCE", true, "adviser"),
    ("XSR", false, ""),
];

const MINUTES: [(Language, u32, &str, &str); 3] = [
    (
        Language::Es,
        0,
        "La presidencia abre la reunión y se aprueba la agenda.\n\
         La secretaría presenta el estado del plan de acción.\n\
         La red de organizaciones civiles lee su declaración.\n\
         Se acuerda la próxima reunión en Panamá. (ficticio)",
        "Primer borrador",
    ),
    (
        Language::Es,
        1,
        "La presidencia abre la reunión y se aprueba la agenda.\n\
         La secretaría presenta el estado del plan de acción; varias delegaciones lo agradecen.\n\
         La red de organizaciones civiles lee su declaración y la presidencia responde.\n\
         Se acuerda la próxima reunión en Panamá. (ficticio)",
        "Respuesta de la presidencia",
    ),
    (
        Language::En,
        0,
        "The presidency opens the meeting and the agenda is adopted.\n\
         The secretariat presents what became of the plan of action; several delegations thank it.\n\
         The network of civil organizations reads its statement and the presidency answers.\n\
         It is agreed to meet next in Panama. (invented)",
        "First draft",
    ),
];

/// Writes it down, as the secretariat's coordinator does.
pub(super) fn sit(ground: &Arc<Puebla>) -> Result<(), Failure> {
    let Some(seat) = super::seats().into_iter().find(|seat| seat.role == "coordinator") else { return Ok(()) };
    let speaker = Speaker { speaker: seat.user_name, purpose: None };
    let Ok(meeting) = "RCM/VIII".parse::<Symbol>() else { return Ok(()) };
    let sets = folder::write::<SetAgenda>(ground, &speaker)?;
    for ([en, es, fr], members_only, observer_slot, paper) in AGENDA {
        let [title_en, title_es, title_fr] = [en, es, fr].map(str::to_owned);
        let papers = vec![paper.to_owned()];
        place_item(&sets, &meeting, &NewItem { title_en, title_es, title_fr, members_only, observer_slot, papers })?;
    }
    let profile = ground.identity.profile();
    let members = profile.parties.iter().filter(|(_, party)| party.kind == PartyKind::Member);
    let member = |party: String| RollLine { party, present: true, head: "vice-minister".to_owned(), was: None };
    let mut lines: Vec<RollLine> = members.map(|(code, _)| member(code.to_string())).collect();
    lines.extend(OBSERVED.map(|(party, present, head)| RollLine {
        party: party.to_owned(),
        present,
        head: head.to_owned(),
        was: None,
    }));
    record_attendance(&folder::write::<RecordAttendance>(ground, &speaker)?, &meeting, &Roll { lines })?;
    let statement = NewStatement {
        party: "XRN".to_owned(),
        item: Some(3),
        original: "es".to_owned(),
        text_en: "We ask that whoever returns is told their rights in their own language. (invented)".to_owned(),
        text_es: "Pedimos que a quien retorna se le informen sus derechos en su idioma. (ficticio)".to_owned(),
        text_fr: String::new(),
    };
    hand_in(&folder::write::<HandIn>(ground, &speaker)?, &meeting, &statement)?;
    let answer = NewAnswer {
        text_en: "The presidency thanks the network and will take it up in the workshop on return. (invented)"
            .to_owned(),
        text_es: "La presidencia agradece a la red y lo llevará al taller sobre el retorno. (ficticio)".to_owned(),
        text_fr: String::new(),
    };
    answer_statement(&folder::write::<AnswerStatement>(ground, &speaker)?, &meeting, 1, &answer)?;
    let writes = folder::write::<WriteMinutes>(ground, &speaker)?;
    for (language, based_on, text, note) in MINUTES {
        let new = NewMinutes { based_on, text: text.to_owned(), note: note.to_owned() };
        write_minutes(&writes, &meeting, language, &new)?;
    }
    Ok(())
}
