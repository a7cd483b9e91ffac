//! The certificate of a decision: what was adopted, what it asks for, and where the record has it.

use base::words::Language;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use crate::paper::{Block, Fact, Paper, Words};
use crate::{Record, ReportError, Text, pdf, voice};

/// What a certificate says. Names and phrases are in its language already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The language of all that is not the decision's own text.
    pub language: Language,
    /// The zone in which instants are written.
    pub zone: TimeZone,
    /// When it is made.
    pub made_at: Timestamp,
    /// The process, such as `Regional Conference on Migration`.
    pub process: String,
    /// The decision's symbol, such as `RCM/VIII/2003/DEC/20`.
    pub symbol: String,
    /// The meeting's title and symbol.
    pub meeting: String,
    /// The day of adoption.
    pub adopted_on: civil::Date,
    /// The decision's text in each language in which there is one.
    pub texts: Vec<Text>,
    /// Its operative verbs, in the order of the text.
    pub verbs: Vec<String>,
    /// Whom it speaks to.
    pub addressees: Vec<String>,
    /// When what it asks for is due.
    pub dues: Vec<Due>,
    /// What must have happened before.
    pub condition: Option<String>,
    /// What the record tells of it since: corrections, notes, in the order of the record.
    pub later: Vec<String>,
    /// Where the record has it.
    pub record: Record,
}

/// When something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The rule, such as `three months after adoption`.
    pub rule: String,
    /// The day, where the rule already gives one.
    pub on: Option<civil::Date>,
}

/// Makes the certificate of a decision, as PDF.
///
/// # Errors
/// [`ReportError::Long`] for more text than a document is made of.
pub fn certificate(certificate: &Certificate) -> Result<Vec<u8>, ReportError> {
    let Certificate { language, zone, made_at, process, symbol, .. } = certificate;
    let voice = voice(*language, zone, *made_at)?;
    let fact = |key, values| Fact::new(voice.t(key), values);
    let list = |items: &[String]| match items {
        [] => vec![Words::of(voice.t("printed-none"))],
        items => items.iter().cloned().map(Words::of).collect(),
    };
    let dues: Vec<Words> = certificate
        .dues
        .iter()
        .map(|due| match due.on {
            Some(day) => {
                let args = [("rule", due.rule.as_str().into()), ("day", voice.date_text(day).into())];
                Words::of(voice.tn("printed-due-on", &args))
            }
            None => Words::of(due.rule.clone()),
        })
        .collect();
    let mut facts = vec![
        fact("printed-symbol", vec![Words { mono: true, ..Words::of(symbol.clone()) }]),
        fact("printed-meeting", vec![Words::of(certificate.meeting.clone())]),
        fact("printed-adopted-on", vec![Words::of(voice.date_text(certificate.adopted_on))]),
        fact("printed-verbs", list(&certificate.verbs)),
        fact("printed-addressees", list(&certificate.addressees)),
        fact("printed-dues", if dues.is_empty() { list(&[]) } else { dues }),
    ];
    if let Some(condition) = &certificate.condition {
        facts.push(fact("printed-condition", vec![Words::of(condition.clone())]));
    }
    if !certificate.later.is_empty() {
        facts.push(fact("printed-later", list(&certificate.later)));
    }
    let mut blocks = vec![Block::Facts { facts }];
    blocks.extend(certificate.texts.iter().flat_map(|text| text.blocks(&voice)));
    blocks.extend(certificate.record.blocks(&voice));
    let title = voice.tn("printed-certificate-title", &[("symbol", symbol.as_str().into())]).into_owned();
    let paper = Paper {
        language: language.tag(),
        title,
        author: process.clone(),
        foot: voice.tn("printed-foot", &[("symbol", symbol.as_str().into())]).into_owned(),
        wide: false,
        blocks,
    };
    pdf::pdf(paper, *made_at)
}
