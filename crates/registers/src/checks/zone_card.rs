//! The zone of a document on the page: where a digit fails, what structure and comparison remark, what no digit covers.

use base::web::Voice;
use base::web::parts::{Tone, details, tag};
use base::web::tables::{Column, Table, table};
use base::web::verdict::{self, Mark, Span};
use maud::{Markup, html};

use super::zone::{Check, Field, Finding, FindingCode, Layer, Standing, Weight, Zone};

/// Draws everything one zone says, in its three layers.
pub(super) fn zone(voice: &Voice, zone: &Zone) -> Markup {
    let kind = zone.kind().map(|kind| voice.t(kind.key()));
    let spans = zone.spans();
    let lines: Vec<Vec<Span<'_>>> = spans.iter().map(|line| line.iter().map(span).collect()).collect();
    let heading = html! {
        (voice.t("checks-zone-says")) " "
        small { "· " (zone.format.code()) @if let Some(kind) = kind { ", " (kind) } }
    };
    html! {
        section .card aria-labelledby="zone-says" {
            h2 #zone-says { (heading) }
            (verdict::zone(&voice.t("checks-zone-label"), &lines))
            (details(&voice.t("checks-zone-marks"), verdict::zone_key(voice)))
            (digits(voice, zone))
            (layer(voice, zone, Layer::Structural, "checks-layer-structural"))
            (layer(voice, zone, Layer::Cross, "checks-layer-cross"))
        }
    }
}

fn span<'a>((standing, text): &(Standing, &'a str)) -> Span<'a> {
    let mark = match standing {
        Standing::Uncovered => Mark::Plain,
        Standing::Agrees => Mark::Ok,
        Standing::Fails => Mark::Bad,
        Standing::Filler => Mark::Fill,
    };
    Span { text, mark }
}

/// The first layer: each field with what was read and its digit, and those that have none.
fn digits(voice: &Voice, zone: &Zone) -> Markup {
    let row =
        |name: Markup, read: Markup, digit: Markup| vec![name, html! { div .reading { span { (read) } (digit) } }];
    let mut rows: Vec<Vec<Markup>> = Vec::with_capacity(zone.checks.len() + 1);
    for check in &zone.checks {
        let name = html! { (voice.t(check.field.key())) };
        rows.push(row(name, value(voice, zone, check.field), digit(voice, zone, check)));
    }
    if !zone.uncovered.is_empty() {
        let names: Vec<_> = zone.uncovered.iter().map(|one| voice.t(one.field.key())).collect();
        let values = zone.uncovered.iter().map(|one| value(voice, zone, one.field));
        let values = html! { @for (turn, value) in values.enumerate() { @if turn > 0 { " · " } (value) } };
        rows.push(row(html! { (names.join(", ")) }, values, tag(Tone::Quiet, &voice.t("checks-digit-none"))));
    }
    let shown = Table {
        id: "digits",
        caption: voice.t("checks-layer-digits").into_owned(),
        columns: ["checks-column-field", "checks-column-read"].map(|key| Column::text(voice.t(key))).into(),
        rows,
        empty: "checks-layer-nothing",
    };
    table(voice, &shown)
}

/// Writes what was read in a field; a whole day as days are written, all else as it stands.
fn value(voice: &Voice, zone: &Zone, field: Field) -> Markup {
    let fields = &zone.fields;
    let day = |day: Option<jiff::civil::Date>, raw: &Option<String>| match (day, raw.as_deref()) {
        (Some(day), _) => voice.date(day),
        (None, Some("partial")) => html! { (voice.t("checks-read-partial")) },
        (None, _) => html! { (voice.t("checks-read-nothing")) },
    };
    let text = |text: &str| match text {
        "" => html! { (voice.t("checks-read-nothing")) },
        text => html! { span .mono { (text) } },
    };
    match field {
        Field::DocumentNumber => text(&fields.document_number),
        Field::BirthDate => day(zone.birth_day, &fields.birth_date),
        Field::ExpiryDate => day(zone.expiry_day, &fields.expiry_date),
        Field::PersonalNumber | Field::Optional => text(&fields.optional.join(" ")),
        Field::Composite | Field::Zone => html! { (voice.t("checks-read-composite")) },
        Field::DocumentCode => text(&fields.document_code),
        Field::IssuingState => text(&fields.issuing_state),
        Field::Nationality => text(&fields.nationality),
        Field::Sex => text(fields.sex.encode_utf8(&mut [0; 4])),
        Field::Name => {
            let names = [fields.primary_identifier.as_str(), fields.secondary_identifier.as_str()];
            text(&names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", "))
        }
    }
}

fn digit(voice: &Voice, zone: &Zone, check: &Check) -> Markup {
    let other_rule = check.field == Field::Composite
        && zone.findings.iter().any(|finding| finding.code == FindingCode::CompositeByOtherRule);
    let say = |key: &str| {
        let digits = [("digit", check.digit.to_string().into()), ("expected", check.expected.to_string().into())];
        voice.tn(key, &digits).into_owned()
    };
    match (check.ok, other_rule) {
        (true, _) => tag(Tone::Done, &say("checks-digit-agrees")),
        (false, true) => tag(Tone::Quiet, &say("checks-digit-other-rule")),
        (false, false) => tag(Tone::Late, &say("checks-digit-fails")),
    }
}

/// The second and the third layer: what is remarked, the weightier first.
fn layer(voice: &Voice, zone: &Zone, layer: Layer, heading: &str) -> Markup {
    let mut found: Vec<&Finding> = zone.findings.iter().filter(|finding| finding.layer == layer).collect();
    found.sort_by_key(|finding| finding.code.weight() == Weight::Remark);
    html! {
        h3 { (voice.t(heading)) }
        @if found.is_empty() { p .aside { (voice.t("checks-layer-nothing")) } }
        @else {
            ul { @for finding in found { li {
                @if finding.code.weight() == Weight::Look { (tag(Tone::Soon, &voice.t("checks-finding-look"))) " " }
                strong { (voice.t(finding.field.key())) } ": " (voice.t(finding.code.key()))
            } } }
        }
    }
}
