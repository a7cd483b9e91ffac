//! What a meeting adopted as Akoma Ntoso 3.0 (OASIS, 2018): one `<statement name="declaration">` a language.
//!
//! The addresses name the work `/akn/xa/statement/declaration/rcm/2003-05-30/8`: `xa` because a conference has no country, and ISO leaves that
//! code to its users. The namespace is the final one; a `<statement>` has a `<mainBody>`. Each language is an expression of its own and says that it
//! is authoritative. The form is in `docs/formats/decisions.md`; a schema that others wrote is held against it by `tests/formats`.

mod xml;

use std::collections::BTreeSet;

use jiff::civil::Date;

use self::xml::Xml;
use crate::adopted::{Adopted, AdoptedError, Block, Decision, Heading};
use crate::language::TextLanguage;
use crate::verbs::Verb;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// Answers a set in one language as an Akoma Ntoso document, UTF-8.
///
/// A decision that has no text in that language stands with the text it has, marked with its language. `exported_on` dates this copy.
///
/// # Errors
/// When there is no declaration in that language, and for sets that contradict themselves.
pub fn statement(adopted: &Adopted, language: TextLanguage, exported_on: Date) -> Result<String, AdoptedError> {
    adopted.check()?;
    if !stands_in_an_address(&adopted.process) {
        return Err(AdoptedError::Process(adopted.process.clone()));
    }
    let heading = adopted.headings.get(&language).ok_or(AdoptedError::NoText(language))?;
    let mut xml = Xml::new();
    xml.open("akomaNtoso", &[("xmlns", NAMESPACE)]);
    xml.open("statement", &[("name", "declaration")]);
    meta(&mut xml, adopted, heading, (language, exported_on));
    xml.open("preface", &[]);
    xml.open("p", &[]);
    xml.leaf("docTitle", &[], &heading.title);
    xml.close("p");
    xml.close("preface");
    preamble(&mut xml, heading);
    xml.open("mainBody", &[]);
    for decision in &adopted.decisions {
        paragraph(&mut xml, decision, language);
    }
    if adopted.decisions.is_empty() {
        xml.leaf("p", &[], "");
    }
    xml.close("mainBody");
    xml.close("statement");
    xml.close("akomaNtoso");
    Ok(xml.into_text())
}

fn stands_in_an_address(code: &str) -> bool {
    let first = code.starts_with(|c: char| c.is_ascii_lowercase());
    first && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn meta(xml: &mut Xml, adopted: &Adopted, heading: &Heading, (language, exported_on): (TextLanguage, Date)) {
    let work = format!("/akn/xa/statement/declaration/{}/{}/{}", adopted.process, adopted.adopted_on, adopted.number);
    let expression = format!("{work}/{}@", language.three_letters());
    let adoption = (adopted.adopted_on, "adoption");
    xml.open("meta", &[]);
    xml.open("identification", &[("source", "#secretariat")]);
    xml.open("FRBRWork", &[]);
    frbr(xml, &format!("{work}/!main"), &work, adoption);
    xml.empty("FRBRcountry", &[("value", "xa")]);
    xml.empty("FRBRnumber", &[("value", &adopted.number.to_string())]);
    xml.empty("FRBRname", &[("value", &adopted.meeting)]);
    xml.close("FRBRWork");
    xml.open("FRBRExpression", &[]);
    frbr(xml, &format!("{expression}/!main"), &expression, adoption);
    xml.empty("FRBRauthoritative", &[("value", "true")]);
    xml.empty("FRBRlanguage", &[("language", language.three_letters())]);
    xml.close("FRBRExpression");
    xml.open("FRBRManifestation", &[]);
    frbr(xml, &format!("{expression}/!main.xml"), &format!("{expression}.akn"), (exported_on, "export"));
    xml.close("FRBRManifestation");
    xml.close("identification");
    references(xml, adopted, heading);
    xml.close("meta");
}

fn frbr(xml: &mut Xml, this: &str, uri: &str, (date, name): (Date, &str)) {
    xml.empty("FRBRthis", &[("value", this)]);
    xml.empty("FRBRuri", &[("value", uri)]);
    xml.empty("FRBRdate", &[("date", &date.to_string()), ("name", name)]);
    xml.empty("FRBRauthor", &[("href", "#author")]);
}

/// What the document points to: who speaks, who exported it, and the operative verbs.
fn references(xml: &mut Xml, adopted: &Adopted, heading: &Heading) {
    let process = &adopted.process;
    let organization = |id: &str| format!("/akn/ontology/organization/{process}/{id}");
    xml.open("references", &[("source", "#secretariat")]);
    let author = [("eId", "author"), ("href", &organization("conference")), ("showAs", &heading.author)];
    xml.empty("TLCOrganization", &author);
    let secretariat = [("eId", "secretariat"), ("href", &organization("secretariat")), ("showAs", "secretariat")];
    xml.empty("TLCOrganization", &secretariat);
    let verbs: BTreeSet<Verb> = adopted.decisions.iter().flat_map(|decision| decision.verbs.iter().copied()).collect();
    for verb in verbs {
        let href = format!("/akn/ontology/concept/verb/{verb}");
        xml.empty("TLCConcept", &[("eId", &format!("verb-{verb}")), ("href", &href), ("showAs", verb.code())]);
    }
    xml.close("references");
}

fn preamble(xml: &mut Xml, heading: &Heading) {
    let recitals: Vec<&Block> = heading.recitals.iter().filter(|block| block.says_something()).collect();
    if recitals.is_empty() && heading.formula.is_none() {
        return;
    }
    xml.open("preamble", &[]);
    if !recitals.is_empty() {
        xml.open("recitals", &[("eId", "recs")]);
        for (number, block) in (1..).zip(recitals) {
            let id = format!("recs__rec_{number}");
            xml.open("recital", &[("eId", &id)]);
            piece(xml, block, &id, 1);
            xml.close("recital");
        }
        xml.close("recitals");
    }
    if let Some(formula) = &heading.formula {
        xml.open("formula", &[("eId", "formula_1"), ("name", "operative")]);
        xml.leaf("p", &[], formula);
        xml.close("formula");
    }
    xml.close("preamble");
}

fn paragraph(xml: &mut Xml, decision: &Decision, language: TextLanguage) {
    let Some((written_in, blocks)) = decision.text(language) else { return };
    let id = format!("para_{}", decision.number);
    let verbs: Vec<String> = decision.verbs.iter().map(|verb| format!("#verb-{verb}")).collect();
    let verbs = verbs.join(" ");
    let mut attributes = vec![("eId", id.as_str())];
    if !verbs.is_empty() {
        attributes.push(("refersTo", &verbs));
    }
    if written_in != language {
        attributes.push(("xml:lang", written_in.two_letters()));
    }
    xml.open("paragraph", &attributes);
    xml.leaf("num", &[], &decision.number.to_string());
    xml.open("content", &[("eId", &format!("{id}__content"))]);
    for (number, block) in (1..).zip(blocks.iter().filter(|block| block.says_something())) {
        piece(xml, block, &format!("{id}__content"), number);
    }
    xml.close("content");
    xml.close("paragraph");
}

fn piece(xml: &mut Xml, block: &Block, within: &str, number: usize) {
    match block {
        Block::Paragraph(text) => xml.leaf("p", &[], text),
        Block::List(points) => {
            let list = format!("{within}__list_{number}");
            xml.open("blockList", &[("eId", &list)]);
            for (number, (mark, text)) in (1..).zip(points) {
                xml.open("item", &[("eId", &format!("{list}__item_{number}"))]);
                if !mark.is_empty() {
                    xml.leaf("num", &[], mark);
                }
                xml.leaf("p", &[], text);
                xml.close("item");
            }
            xml.close("blockList");
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::adopted::specimen::{adopted, hostile};
    use crate::language::TextLanguage::{English, French, Spanish};
    use crate::specimen::golden;

    fn told(adopted: &Adopted, language: TextLanguage) -> String {
        statement(adopted, language, date(2031, 6, 2)).expect("a document")
    }

    #[test]
    fn a_set_is_one_document_a_language() {
        golden("declaration.en.akn.xml", &told(&adopted(), English));
        golden("declaration.es.akn.xml", &told(&adopted(), Spanish));
    }

    #[test]
    fn hostile_text_stays_text() {
        golden("hostile.es.akn.xml", &told(&hostile(), Spanish));
    }

    #[test]
    fn a_meeting_without_decisions_is_a_document_too() {
        golden("empty.en.akn.xml", &told(&Adopted { decisions: vec![], ..adopted() }, English));
    }

    #[test]
    fn what_has_no_text_or_no_address_is_refused() {
        let refused =
            |adopted: &Adopted, language| statement(adopted, language, date(2031, 6, 2)).expect_err("refused");
        assert_eq!(refused(&adopted(), French), AdoptedError::NoText(French));
        for process in ["", "RCM", "8rcm", "r/cm", "r cm"] {
            let named = Adopted { process: process.into(), ..adopted() };
            assert_eq!(refused(&named, English), AdoptedError::Process(process.into()));
        }
    }
}
