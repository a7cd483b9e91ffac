//! Evaluations of the process, in questions and answers of our own: one with its report, one whose time is over, one that is open, one that is
//! being prepared. No State has said any of this.

use std::sync::Arc;

use base::access::{Permit, Resource};
use base::desk::Writer;
use base::ground::Puebla;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use journal::StateCode;
use secretariat::evaluations::{
    AnswerEvaluation, AskQuestions, EvaluateProcess, EvaluationAnswer, EvaluationFinding, EvaluationQuestion,
    EvaluationRecommendation, EvaluationReply, EvaluationResponse, EvaluationTerms, EvaluationTime, EvaluationWords,
    FindingWritten, PrepareEvaluation, QuestionAsked, RecommendationWritten, RespondToRecommendation, Undertaking,
    answer_evaluation, ask_question, extend_evaluation, open_evaluation, prepare_evaluation, publish_report,
    respond_to_recommendation, write_finding, write_recommendation,
};
use secretariat::meetings::Symbol;

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// A question: what it asks for, its words in English and Spanish, and its given answers or its unit.
type Asked = (&'static str, [&'static str; 2], &'static [[&'static str; 2]]);

/// The decision on which one rests, and who evaluates.
type Ground = (&'static str, [&'static str; 2]);

const QUESTIONS: [Asked; 5] = [
    (
        "yes_no",
        [
            "Has the process changed how your authorities work with those of its neighbours? (invented)",
            "¿Ha cambiado el Proceso la forma en que sus autoridades trabajan con las vecinas? (ficticio)",
        ],
        &[],
    ),
    (
        "one_of",
        ["Which of its meetings helped most? (invented)", "¿Cuál de sus reuniones sirvió más? (ficticio)"],
        &[
            ["the meeting of vice-ministers", "la reunión de viceministros"],
            ["the consular network", "la red consular"],
            ["the workshops", "los talleres"],
        ],
    ),
    (
        "number",
        [
            "How many officers took part in its workshops? (invented)",
            "¿Cuántos oficiales participaron en sus talleres? (ficticio)",
        ],
        &[["officers", "oficiales"]],
    ),
    (
        "day",
        [
            "Since when does your State have somebody who follows it? (invented)",
            "¿Desde cuándo tiene su Estado a alguien que le da seguimiento? (ficticio)",
        ],
        &[],
    ),
    ("text", ["What did seven years not achieve? (invented)", "¿Qué no se logró en siete años? (ficticio)"], &[]),
];

const REPORTED: &str = "RCM/VIII/EVA/1";
const ENDED: &str = "RCM/VIII/EVA/2";
const OPEN: &str = "RCM/VIII/EVA/3";
const PREPARED: &str = "RCM/VIII/EVA/4";

/// Tells what lies behind: two evaluations whose time is over, one of them with its report.
pub(super) fn look_back(ground: &Arc<Puebla>, now: Timestamp) -> Result<(), Failure> {
    let story = Story { ground, today: seat(ground).to_datetime(now).date() };
    story.at(-39, 9);
    let title = ["Seven years of the Process (invented)", "Siete años del Proceso (ficticio)"];
    story.opened(REPORTED, ("RCM/VIII/2003/DEC/24", ["CAN", "MEX"]), title, -20)?;
    let title =
        ["Return programme for people from other regions (invented)", "Programa de retorno extrarregional (ficticio)"];
    story.opened(ENDED, ("RCM/VIII/2003/DEC/9", ["HND", "MEX"]), title, -20)?;
    story.at(-33, 11);
    let gives = |who: &str, unit: &str, replies: [&str; 5]| story.answer(REPORTED, who, unit, replies);
    gives("hnd.delegate", "Cancillería de muestra", ["part", "3", "40", "1997-02-01", "El seguimiento. (ficticio)"])?;
    gives("mex.delegate", "Migration authority, invented", ["yes", "2", "120", "1996-09-15", ""])?;
    story.at(-30, 15);
    let second = ["yes", "3", "52", "1997-02-01", "El seguimiento entre reuniones. (ficticio)"];
    gives("hnd.delegate", "Dirección de Migración de muestra", second)?;
    let replies = ["no", "1", "15", "", "Hablar de los niños. (ficticio)"];
    story.answer(ENDED, "gtm.delegate", "Dirección de muestra", replies)?;
    story.at(-25, 10);
    story.extend(REPORTED, "PAN", -16, "Cambia el ministerio. (ficticio)")?;
    story.at(-17, 10);
    gives("pan.delegate", "Servicio de muestra", ["part", "2", "", "1999-05-03", "why: No se midió. (ficticio)"])?;
    story.at(-14, 10);
    gives("gtm.delegate", "Dirección de muestra", ["part", "3", "33", "", "Medir. (ficticio)"])?;
    story.report()?;
    story.at(-13, 10);
    story.respond()
}

/// Opens one that is answered now, and prepares another.
pub(super) fn ask(ground: &Arc<Puebla>, now: Timestamp) -> Result<(), Failure> {
    let story = Story { ground, today: seat(ground).to_datetime(now).date() };
    let title = ["What statistics the Process has (invented)", "Qué estadísticas tiene el Proceso (ficticio)"];
    story.opened(OPEN, ("RCM/VIII/2003/DEC/24", ["CAN", "MEX"]), title, 45)?;
    story.answer(OPEN, "hnd.delegate", "Instituto de muestra", ["part", "1", "4", "", "Los retornos. (ficticio)"])?;
    let title = ["Consular protection (invented)", "Protección consular (ficticio)"];
    story.prepared(PREPARED, ("RCM/VIII/2003/DEC/24", ["CAN", "MEX"]), title, 90)?;
    story.asked(PREPARED, &QUESTIONS[..1])
}

fn seat(ground: &Puebla) -> TimeZone {
    TimeZone::get(&ground.identity.profile().zone).unwrap_or(TimeZone::UTC)
}

fn speaker(user_name: &str) -> Speaker {
    Speaker { speaker: user_name.to_owned(), purpose: None }
}

fn words([en, es]: [&str; 2]) -> EvaluationWords {
    EvaluationWords { en: en.to_owned(), es: es.to_owned(), fr: String::new() }
}

struct Story<'g> {
    ground: &'g Arc<Puebla>,
    /// The day on which the demonstration is made, at the seat.
    today: Date,
}

impl Story<'_> {
    fn day(&self, days: i64) -> String {
        self.today.saturating_add(days.days()).to_string()
    }

    /// Lets the story go on to an hour at the seat, so many days from today.
    fn at(&self, days: i64, hour: i8) {
        let there = self.today.saturating_add(days.days()).to_datetime(Time::constant(hour, 0, 0, 0));
        if let Ok(there) = seat(self.ground).to_timestamp(there) {
            self.ground.clock.advance(there.duration_since(self.ground.clock.now()));
        }
    }

    /// Answers the evaluation of a symbol, and who writes in the name of somebody: what they write is their own party's.
    fn writer<P: Permit>(&self, who: &str, symbol: &str) -> Result<Writer<P>, Failure> {
        let desk = folder::stand::<P>(self.ground, &speaker(who))?;
        let own: StateCode = desk.caller().state;
        folder::wait(desk.open_to_write(Resource { status: "open", ..Resource::of(own, symbol.to_owned()) }))
    }

    fn prepared(&self, symbol: &str, (decision, by): Ground, title: [&str; 2], deadline: i64) -> Result<(), Failure> {
        let purpose = [
            "To see together what came of it and what is still to be done. (invented)",
            "Ver juntos qué resultó y qué falta por hacer. (ficticio)",
        ];
        let terms = EvaluationTerms {
            symbol: symbol.to_owned(),
            title: words(title),
            purpose: words(purpose),
            decision: decision.to_owned(),
            evaluators: by.map(str::to_owned).to_vec(),
            deadline_on: self.day(deadline),
            observers_answer: true,
            observers_see: true,
            seen: 0,
        };
        let writer = folder::write::<PrepareEvaluation>(self.ground, &speaker("xsv.coordinator"))?;
        Ok(prepare_evaluation(&writer, &terms)?)
    }

    fn asked(&self, symbol: &str, questions: &[Asked]) -> Result<(), Failure> {
        let Ok(evaluation) = symbol.parse::<Symbol>() else { return Ok(()) };
        let writer = folder::write::<AskQuestions>(self.ground, &speaker("xsv.coordinator"))?;
        for (number, (asks, text, others)) in (1_u8..).zip(questions) {
            let others: Vec<EvaluationWords> = others.iter().copied().map(words).collect();
            let question = QuestionAsked {
                words: words(*text),
                asks: (*asks).to_owned(),
                required: *asks == "yes_no" || *asks == "one_of",
                choices: if *asks == "one_of" { others.clone() } else { Vec::new() },
                unit: others.into_iter().next().filter(|_| *asks == "number"),
            };
            ask_question(&writer, &evaluation, &EvaluationQuestion { number, seen: 0, question: Some(question) })?;
        }
        Ok(())
    }

    fn opened(&self, symbol: &str, ground: Ground, title: [&str; 2], deadline: i64) -> Result<(), Failure> {
        self.prepared(symbol, ground, title, deadline)?;
        self.asked(symbol, &QUESTIONS)?;
        let Ok(evaluation) = symbol.parse::<Symbol>() else { return Ok(()) };
        let writer = folder::write::<PrepareEvaluation>(self.ground, &speaker("xsv.coordinator"))?;
        Ok(open_evaluation(&writer, &evaluation)?)
    }

    /// Answers all five questions; what is empty is left out, what begins with `why: ` says why it is not answered.
    fn answer(&self, symbol: &str, who: &str, unit: &str, replies: [&str; 5]) -> Result<(), Failure> {
        let Ok(evaluation) = symbol.parse::<Symbol>() else { return Ok(()) };
        let reply = |(question, (reply, asked)): (u8, (&str, &Asked))| {
            let (bare, said) = (EvaluationReply { question, ..EvaluationReply::default() }, Some(reply.to_owned()));
            if let Some(why) = reply.strip_prefix("why: ") {
                return EvaluationReply { declined: Some(why.to_owned()), ..bare };
            }
            match asked.0 {
                "yes_no" => EvaluationReply { yes_no: said, ..bare },
                "one_of" => EvaluationReply { choice: reply.parse().ok(), ..bare },
                "number" => EvaluationReply { number: reply.parse().ok(), ..bare },
                "day" => EvaluationReply { day: said, ..bare },
                _ => EvaluationReply { text: said, ..bare },
            }
        };
        let told = (1_u8..).zip(replies.into_iter().zip(&QUESTIONS)).filter(|(_, (reply, _))| !reply.is_empty());
        let answer = EvaluationAnswer { unit: unit.to_owned(), give: true, replies: told.map(reply).collect() };
        Ok(answer_evaluation(&self.writer::<AnswerEvaluation>(who, symbol)?, &evaluation, &answer)?)
    }

    fn extend(&self, symbol: &str, party: &str, days: i64, reason: &str) -> Result<(), Failure> {
        let Ok(evaluation) = symbol.parse::<Symbol>() else { return Ok(()) };
        let time =
            EvaluationTime { parties: vec![party.to_owned()], until_on: self.day(days), reason: reason.to_owned() };
        Ok(extend_evaluation(&self.writer::<EvaluateProcess>("mex.delegate", symbol)?, &evaluation, &time)?)
    }

    fn report(&self) -> Result<(), Failure> {
        let Ok(evaluation) = REPORTED.parse::<Symbol>() else { return Ok(()) };
        let writer = self.writer::<EvaluateProcess>("mex.delegate", REPORTED)?;
        let findings: [([&str; 2], &[u8]); 2] = [
            (
                [
                    "Authorities work together, and what was agreed is followed up by few. (invented)",
                    "Las autoridades trabajan juntas y pocas dan seguimiento a lo acordado. (ficticio)",
                ],
                &[1, 5],
            ),
            (
                [
                    "Workshops help most where somebody stays in charge. (invented)",
                    "Los talleres sirven más donde alguien queda a cargo. (ficticio)",
                ],
                &[2, 3, 4],
            ),
        ];
        for (number, (text, questions)) in (1_u16..).zip(findings) {
            let finding = FindingWritten { words: words(text), questions: questions.to_vec() };
            write_finding(&writer, &evaluation, &EvaluationFinding { number, seen: 0, finding: Some(finding) })?;
        }
        let recommendations: [([&str; 2], &[u16], &[&str]); 2] = [
            (
                [
                    "Name somebody who follows what was agreed. (invented)",
                    "Nombrar a alguien que dé seguimiento a lo acordado. (ficticio)",
                ],
                &[1],
                &["HND", "GTM", "PAN"],
            ),
            (
                [
                    "Keep one list of who took part in which workshop. (invented)",
                    "Llevar una sola lista de quién participó en qué taller. (ficticio)",
                ],
                &[1, 2],
                &["XSV"],
            ),
        ];
        for (number, (text, findings, to)) in (1_u16..).zip(recommendations) {
            let addressees = to.iter().map(|party| (*party).to_owned()).collect();
            let one = RecommendationWritten { words: words(text), findings: findings.to_vec(), addressees };
            let written = EvaluationRecommendation { number, seen: 0, recommendation: Some(one) };
            write_recommendation(&writer, &evaluation, &written)?;
        }
        Ok(publish_report(&writer, &evaluation, 4)?)
    }

    fn respond(&self) -> Result<(), Failure> {
        let Ok(evaluation) = REPORTED.parse::<Symbol>() else { return Ok(()) };
        let accepts = EvaluationResponse {
            version: 1,
            verdict: "accepted".to_owned(),
            reason: "Hace falta. (ficticio)".to_owned(),
            will: Some(Undertaking {
                what: "Nombrar a una persona de enlace en cada dirección. (ficticio)".to_owned(),
                unit: "Cancillería de muestra".to_owned(),
                due_on: self.day(60),
            }),
        };
        let writer = self.writer::<RespondToRecommendation>("hnd.delegate", REPORTED)?;
        respond_to_recommendation(&writer, &evaluation, 1, &accepts)?;
        let refuses = EvaluationResponse {
            version: 1,
            verdict: "refused".to_owned(),
            reason: "Ya existe una unidad que lo hace. (ficticio)".to_owned(),
            will: None,
        };
        let writer = self.writer::<RespondToRecommendation>("pan.delegate", REPORTED)?;
        Ok(respond_to_recommendation(&writer, &evaluation, 1, &refuses)?)
    }
}
