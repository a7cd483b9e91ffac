//! Costa Rica's project as a comment round, in a text of our own: four of eleven have answered, one asks for more time.
//!
//! The meeting gave three months from 30 May 2003. Here they are counted from a month ago, so that there is something left to do.

use std::sync::Arc;

use base::ground::Puebla;
use jiff::ToSpan;
use secretariat::comments::{
    CommentOnText, CompileComments, ConveneRound, NewComment, NewCommentRound, NewParagraph, NewReply, NewWish,
    ask_for_time, comment_on, convene_round, have_none, reply_to,
};
use secretariat::meetings::Symbol;

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// Name, English and Spanish text.
const PARAGRAPHS: [(&str, &str, &str); 4] = [
    (
        "1",
        "Migration authorities of the region keep one shared list of alerts on trafficking in persons. (invented)",
        "Las autoridades migratorias de la región llevan una lista común de alertas sobre trata de personas. (ficticio)",
    ),
    (
        "2",
        "Each authority decides what it enters, and answers for it:",
        "Cada autoridad decide qué ingresa y responde por ello:",
    ),
    ("2 a", "it names the court or prosecutor that asked;", "indica el juzgado o la fiscalía que lo pidió;"),
    ("2 b", "it takes out at once what no longer holds.", "retira de inmediato lo que ya no vale."),
];

/// Who comments, on which paragraph, and in which language and words; the second of one State on one paragraph replaces the first.
const SAID: [(&str, &str, &str, &str); 6] = [
    ("gtm.delegate", "1", "es", "Conviene decir quién puede consultarla. (ficticio)"),
    ("mex.delegate", "2 a", "es", "Agregar el número de expediente. (ficticio)"),
    ("mex.delegate", "2 a", "es", "Agregar el número de expediente y su fecha. (ficticio)"),
    ("mex.delegate", "2 b", "es", "Fijar un plazo de 24 horas. (ficticio)"),
    ("hnd.delegate", "2", "en", "Who answers where two authorities entered the same? (invented)"),
    ("col.delegate", "2 b", "es", "Podría avisarse también a quien consultó antes. (ficticio)"),
];

const SYMBOL: &str = "RCM/VIII/2003/COM/1";

/// Convenes the round and lets delegations answer.
pub(super) fn ask(ground: &Arc<Puebla>) -> Result<(), Failure> {
    let Ok(symbol) = SYMBOL.parse::<Symbol>() else { return Ok(()) };
    let speaker = |name: &str| Speaker { speaker: name.to_owned(), purpose: None };
    let today = ground.clock.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let counted_from = today.saturating_sub(30.days());
    let paragraphs =
        PARAGRAPHS.map(|(name, en, es)| NewParagraph { name: name.to_owned(), en: en.to_owned(), es: es.to_owned() });
    let new = NewCommentRound {
        symbol: SYMBOL.to_owned(),
        title_en: "Project presented by Costa Rica: a shared list of alerts (our own short text)".to_owned(),
        title_es: "Proyecto presentado por Costa Rica: una lista común de alertas (texto breve propio)".to_owned(),
        paragraphs: paragraphs.into(),
        cites: "RCM/VIII/2003/DEC/15".to_owned(),
        observers: true,
        counted_from: counted_from.to_string(),
        months: Some(3),
        until: String::new(),
    };
    convene_round(&folder::write::<ConveneRound>(ground, &speaker("xsv.coordinator"))?, &new)?;
    let mut first = None;
    for (who, paragraph, language, text) in SAID {
        let comment = NewComment {
            paragraph: paragraph.to_owned(),
            text: text.to_owned(),
            language: language.to_owned(),
            seen: None,
        };
        let position = comment_on(&folder::write::<CommentOnText>(ground, &speaker(who))?, &symbol, &comment)?;
        if paragraph == "2 b" {
            first.get_or_insert(position);
        }
    }
    have_none(&folder::write::<CommentOnText>(ground, &speaker("pan.delegate"))?, &symbol)?;
    let wish = NewWish {
        until: today.saturating_add(90.days()).to_string(),
        reason: "Falta la respuesta de la segunda institución. (ficticio)".to_owned(),
    };
    ask_for_time(&folder::write::<CommentOnText>(ground, &speaker("hnd.delegate"))?, &symbol, &wish)?;
    let reply = NewReply {
        comment: first.unwrap_or_default(),
        verdict: "partly_taken".to_owned(),
        text: "Se propone el primer día hábil siguiente. (ficticio)".to_owned(),
        seen: None,
    };
    Ok(reply_to(&folder::write::<CompileComments>(ground, &speaker("xsv.coordinator"))?, &symbol, &reply)?)
}
