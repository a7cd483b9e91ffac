//! The certificate of somebody who attended a training session: what it was of, how long it counts, and how to find out whether it does.

use base::words::Language;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use crate::paper::{Block, Fact, Paper, Words};
use crate::{Record, ReportError, pdf, voice};

/// What a certificate of training says. Names and phrases are in its language already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingCertificate {
    /// The language of all that is not somebody's own words.
    pub language: Language,
    /// The zone in which instants are written.
    pub zone: TimeZone,
    /// When it is made.
    pub made_at: Timestamp,
    /// The process, such as `Regional Conference on Migration`.
    pub process: String,
    /// The certificate's number.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// The course's title.
    pub course: String,
    /// The course's modules, each with its partner.
    pub modules: Vec<String>,
    /// The session's symbol.
    pub session: String,
    /// City and State.
    pub place: String,
    /// First day.
    pub first_on: civil::Date,
    /// Last day.
    pub last_on: civil::Date,
    /// The day on which it was given.
    pub issued_on: civil::Date,
    /// The last day on which it counts.
    pub expires_on: civil::Date,
    /// Where the record has it.
    pub record: Record,
}

/// Makes the certificate of somebody who attended a session, as PDF.
///
/// # Errors
/// [`ReportError::Long`] for more text than a document is made of.
pub fn training_certificate(certificate: &TrainingCertificate) -> Result<Vec<u8>, ReportError> {
    let TrainingCertificate { language, zone, made_at, process, number, .. } = certificate;
    let voice = voice(*language, zone, *made_at)?;
    let fact = |key, value: String| Fact::new(voice.t(key), vec![Words::of(value)]);
    let days = if certificate.first_on == certificate.last_on {
        voice.date_text(certificate.first_on)
    } else {
        format!("{} – {}", voice.date_text(certificate.first_on), voice.date_text(certificate.last_on))
    };
    let modules = certificate.modules.iter().cloned().map(Words::of).collect();
    let facts = vec![
        Fact::new(voice.t("printed-number"), vec![Words { mono: true, ..Words::of(number.clone()) }]),
        fact("printed-course", certificate.course.clone()),
        Fact::new(voice.t("printed-modules"), modules),
        fact("printed-session", certificate.session.clone()),
        fact("printed-days", days),
        fact("printed-at", certificate.place.clone()),
        fact("printed-issued-on", voice.date_text(certificate.issued_on)),
        fact("printed-expires-on", voice.date_text(certificate.expires_on)),
    ];
    let attended = voice.tn("printed-attended", &[("name", certificate.name.as_str().into())]);
    let mut blocks = vec![Block::paragraph(attended), Block::Facts { facts }];
    blocks.push(Block::paragraph(voice.tn("printed-verify", &[("number", number.as_str().into())])));
    blocks.extend(certificate.record.blocks(&voice));
    let paper = Paper {
        language: language.tag(),
        title: voice.t("printed-training-title").into_owned(),
        author: process.clone(),
        foot: voice.tn("printed-foot", &[("symbol", number.as_str().into())]).into_owned(),
        wide: false,
        blocks,
    };
    pdf::pdf(paper, *made_at)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::specimen::{a_certificate, at};

    fn of(language: Language) -> TrainingCertificate {
        let like = a_certificate(language);
        TrainingCertificate {
            language,
            zone: like.zone,
            made_at: at("2031-06-02T12:00:00Z"),
            process: like.process,
            number: "LAG-0A1B2-C3D4E".into(),
            name: "Íñigo #strong[Ñandú] (ficticio)".into(),
            course: "Documentos falsos (ficticio)".into(),
            modules: vec!["Protección de refugiados (ACNUR)".into()],
            session: "LAG/TRN/1".into(),
            place: "Arenal".into(),
            first_on: civil::date(2031, 5, 29),
            last_on: civil::date(2031, 5, 30),
            issued_on: civil::date(2031, 5, 30),
            expires_on: civil::date(2033, 5, 30),
            record: like.record,
        }
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn it_is_a_pdf_in_each_language_and_the_same_data_make_the_same_bytes() {
        let made: Vec<Vec<u8>> = [Language::Es, Language::En, Language::Fr]
            .iter()
            .map(|one| training_certificate(&of(*one)).unwrap())
            .collect();
        assert!(made.iter().all(|one| one.starts_with(b"%PDF-")));
        assert!(made[0] != made[1] && made[1] != made[2]);
        assert!(made[0] == training_certificate(&of(Language::Es)).unwrap());
        let other = TrainingCertificate { number: "LAG-0A1B2-C3D4F".into(), ..of(Language::Es) };
        assert!(training_certificate(&other).unwrap() != made[0]);
    }

    #[test]
    fn more_text_than_a_document_is_made_of_is_refused() {
        let long = TrainingCertificate { modules: vec!["x".repeat(crate::PDF_CHARACTERS_MAX)], ..of(Language::Es) };
        assert!(matches!(training_certificate(&long), Err(ReportError::Long { .. } | ReportError::NotBuilt)));
    }
}
