//! Every component once, with invented data, in every language: what the tests read and a designer looks at.
//!
//! `PUEBLA_GALLERY=/some/folder cargo test -p base gallery` writes the pages there, with the files they need.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use maud::{Markup, html};

use super::fields::{self, Choice, Field};
use super::figures::{Bar, Chart, bar_chart};
use super::filled::Filled;
use super::parts::{self, Confirm, Stand, Step, Tone};
use super::shell::{Frame, RoomLink, Who, page};
use super::tables::{Column, Pager, Table, pager, table};
use super::verdict::{Band, Mark, Span, answer, zone, zone_key};
use super::voice::Voice;
use crate::words::{Language, WordFile, Words};

/// Words that only the samples say.
const SAMPLE_WORDS: WordFile = WordFile {
    room: "samples",
    en: "sample-number = Document number\nsample-zone = Zone, or number\nsample-zone-hint = Swipe the document, paste its lines, or type the number.\nsample-state = Issuing State\nsample-kind = Kind of document\nsample-posts = Posts\nsample-on = Valid until\nsample-on-hint = As printed in the document.\nsample-file = File\nsample-note = Note\nsample-password = Password\nsample-check = Check\nsample-withdraw = Withdraw\nsample-nothing = Nothing has been recorded yet.",
    es: "sample-number = Número de documento\nsample-zone = Zona de lectura, o número\nsample-zone-hint = Pase el lector, pegue las líneas, o escriba el número.\nsample-state = Estado expedidor\nsample-kind = Clase de documento\nsample-posts = Puestos\nsample-on = Válido hasta\nsample-on-hint = Como está impreso en el documento.\nsample-file = Archivo\nsample-note = Nota\nsample-password = Contraseña\nsample-check = Consultar\nsample-withdraw = Retirar\nsample-nothing = Todavía no se ha registrado nada.",
    fr: "sample-number = Numéro du document\nsample-zone = Zone de lecture, ou numéro\nsample-zone-hint = Passez le lecteur, collez les lignes ou inscrivez le numéro.\nsample-state = État émetteur\nsample-kind = Type de document\nsample-posts = Postes\nsample-on = Valable jusqu’au\nsample-on-hint = Tel qu’imprimé dans le document.\nsample-file = Fichier\nsample-note = Note\nsample-password = Mot de passe\nsample-check = Vérifier\nsample-withdraw = Retirer\nsample-nothing = Rien n’a encore été consigné.",
};

/// A voice that speaks from Guatemala on 18 June 2025, 16:12 local time.
pub(crate) fn voice(language: Language) -> Voice {
    let words = Words::new(&[crate::words::BASE, SAMPLE_WORDS]).unwrap();
    let now: Timestamp = "2025-06-18T22:12:00Z".parse().unwrap();
    Voice { words: Arc::new(words), language, zone: TimeZone::get("America/Guatemala").unwrap(), now }
}

/// A frame with everything a frame can hold.
pub(crate) fn frame() -> Frame {
    let room = |href: &str, label, current| RoomLink { href: href.to_owned(), label, current };
    Frame {
        title: "Galería <1>".to_owned(),
        process: "Conferencia Regional sobre Migración".to_owned(),
        path: "/checks?page=2&order=día".to_owned(),
        rooms: vec![
            room("/checks", "sample-check", true),
            room("/posts", "sample-posts", false),
            room("/kinds", "sample-kind", false),
        ],
        who: Some(Who {
            name: "Iris Xiomara Castillo".to_owned(),
            state: Some("GTM".to_owned()),
            role: "Oficial de migración".to_owned(),
            post: Some("Tecún Umán".to_owned()),
        }),
        purpose: Some("control fronterizo".to_owned()),
        csrf: Some("a-token".to_owned()),
        demo: true,
        ..Frame::default()
    }
}

/// A form that was sent with errors.
pub(crate) fn refused() -> Filled {
    let mut filled = Filled::new()
        .with("number", "K9<021>")
        .with("state", "UTO")
        .with("kind", "passport")
        .with("posts", "corinto")
        .with("on-day", "31")
        .with("on-month", "2")
        .with("on-year", "2031")
        .with("note", "\nprimera línea\n<b>segunda</b>")
        .with("password", "never shown again");
    for field in ["number", "state", "kind", "posts", "on", "file", "note", "password"] {
        filled.refuse(field, format!("Corrija esto: {field}."));
    }
    filled
}

/// Every kind of field, as the form stands.
pub(crate) fn all_fields(voice: &Voice, filled: &Filled) -> Markup {
    let states = [Choice::new("GTM", "Guatemala"), Choice::new("UTO", "Utopía (modelo)")];
    let kinds = [
        Choice::new("passport", "Pasaporte").hint("Cuaderno con una zona de dos líneas de 44 caracteres."),
        Choice::new("card", "Tarjeta de identidad"),
    ];
    let posts = [Choice::new("tecun", "Tecún Umán"), Choice::new("corinto", "Corinto").hint("También de noche.")];
    html! {
        (fields::text_input(voice, filled, &Field::new("number", "sample-number").mono().max_length(20)))
        (fields::text_input(voice, filled, &Field::new("password", "sample-password").password().autocomplete("current-password")))
        (fields::select(voice, filled, &Field::new("state", "sample-state"), &states))
        (fields::radios(voice, filled, &Field::new("kind", "sample-kind"), &kinds))
        (fields::checkboxes(voice, filled, &Field::new("posts", "sample-posts").optional(), &posts))
        (fields::date_input(voice, filled, &Field::new("on", "sample-on").hint("sample-on-hint")))
        (fields::file_input(voice, filled, &Field::new("file", "sample-file").accept(".csv,text/csv")))
        (fields::textarea(voice, filled, &Field::new("note", "sample-note").optional().rows(4)))
        (fields::submit_row(voice, "sample-check", Some(html! { a .button .plain href="/checks" { "Volver" } })))
    }
}

/// The page of an answer: band, zone, table, facts.
pub(crate) fn answer_page(voice: &Voice) -> Markup {
    let (ok, bad, fill, plain) = (Mark::Ok, Mark::Bad, Mark::Fill, Mark::Plain);
    let span = |text, mark| Span { text, mark };
    let lines = [
        vec![
            span("P", plain),
            span("<", fill),
            span("UTOCASTILLO<ZELAYA<<IRIS<XIOMARA", plain),
            span("<<<<<<<<<<", fill),
        ],
        vec![
            span("K90211756", ok),
            span("4", bad),
            span("UTO", plain),
            span("9202140", ok),
            span("F", plain),
            span("3103016", ok),
            span("<<<<<<<<<<<<<<", fill),
            span("6", bad),
        ],
    ];
    let report_at: Timestamp = "2025-06-18T22:10:00Z".parse().unwrap();
    html! {
        (answer(Band::Report, "Hay un reporte: examine el documento", html! { "Serie falsificada conocida, y un dígito de control no concuerda. " small { "Datos de " (voice.ago(report_at)) "." } }))
        (parts::two_columns(html! {
            (parts::card("read", "Lo que dice la zona", html! {
                (zone("Zona de lectura mecánica", &lines)) (zone_key(voice))
                (table(voice, &Table { id: "digits", caption: "Dígitos de control".to_owned(), columns: vec![Column::text("Campo"), Column::text("Leído"), Column::text("Dígito")], rows: vec![
                    vec![html! { "Número" }, html! { span .mono { "K90211756" } }, parts::tag(Tone::Late, "✗ dice 4, debe ser 5")],
                    vec![html! { "Nacimiento" }, voice.date(civil::date(1992, 2, 14)), parts::tag(Tone::Done, "✓ concuerda")],
                    vec![html! { "Nombre, nacionalidad, sexo, emisor" }, html! { "Castillo Zelaya, Iris Xiomara · UTO · F" }, parts::tag(Tone::Quiet, "sin dígito que los cubra")],
                ], empty: "sample-nothing" }))
            }))
            (parts::card("again", "Nuevo control", fields::form("/checks", "a-token", html! {
                (fields::textarea(voice, &Filled::new(), &Field::new("zone", "sample-zone").hint("sample-zone-hint").mono().rows(3).max_length(4096)))
                (fields::submit_row(voice, "sample-check", None))
            })))
        }, html! {
            (parts::card("known", "Lo que sabe el registro", html! {
                h3 { "Pasaporte UTO, serie K9 " (parts::tag(Tone::Soon, "falsificación total")) }
                (parts::facts(&[("Reportado por", html! { "Honduras" }), ("Confirmado por", html! { "Canadá" }), ("Publicado", voice.instant(report_at))]))
            }))
            (parts::card("next", "Siguiente paso", html! {
                p { "Un reporte no prueba nada contra la persona. Puede ser víctima de trata o buscar refugio: pregunte y escuche primero." }
                div .row { button { "Pasar a segunda línea" } a .button .plain href="tel:+50400000000" { "Llamar a Honduras, 24 h" } }
            }))
        }))
    }
}

/// Every other component.
pub(crate) fn the_rest(voice: &Voice) -> Markup {
    let day = voice.date(civil::date(2025, 6, 20));
    let step = |stand, text: &str, when: Option<&Markup>| Step { stand, text: html! { (text) }, when: when.cloned() };
    let long = "Palabralarguísimaquenocabeenningunapantallaestrechaperotampocodebeempujarlaalpasardellado";
    html! {
        @for (band, words) in [(Band::None, "Sin reporte: siga su procedimiento"), (Band::Unreadable, "No se pudo leer: vuelva a pasarlo"), (Band::Alert, "Retenga el documento y llame"), (Band::Protect, "Proteja primero: llame a la red")] {
            (answer(band, words, html! { "Una frase que dice por qué. " small { "Datos de " (voice.ago(voice.now)) "." } }))
        }
        (parts::two_columns(html! {
            (parts::card("parts", "Partes", html! {
                (parts::notice(Tone::Done, html! { p { "El reporte quedó publicado. " a href="/x" { "Ver el reporte" } } }))
                (parts::notice(Tone::Late, html! { p { (long) } }))
                p { @for (tone, text) in [(Tone::Quiet, "borrador"), (Tone::Deep, "en curso"), (Tone::Done, "listo"), (Tone::Soon, "por vencer"), (Tone::Late, long)] { (parts::tag(tone, text)) " " } }
                (parts::progress(voice, "Importación", 41_203, Some(100_000)))
                (parts::progress(voice, "Lectura", 12, None))
                (parts::details("Ver más", html! { p { "Lo que se abre. " code { "9f31…c07e" } } }))
            }))
            (parts::card("list", "Listas", html! {
                (table(voice, &Table { id: "rows", caption: "Importaciones".to_owned(), columns: vec![Column::text("Archivo"), Column::figures("Filas"), Column::text("Cuándo")], rows: vec![
                    vec![html! { a href="/x" { "enero.csv" } }, html! { (voice.number(1_234_567)) }, day.clone()],
                    vec![html! { "febrero.csv" }, html! { (voice.number(89)) }, day.clone()],
                ], empty: "sample-nothing" }))
                (pager(voice, &Pager { from: 51, to: 100, total: Some(1_234), previous: Some("/x?before=51".to_owned()), next: Some("/x?after=100".to_owned()) }))
                (table(voice, &Table { id: "none", caption: "Retiros".to_owned(), columns: vec![Column::text("Archivo")], rows: vec![], empty: "sample-nothing" }))
            }))
        }, html! {
            (parts::card("road", "Recorrido", parts::timeline(voice, &[
                step(Stand::Past, "Redactado", Some(&day)), step(Stand::Missed, "Confirmación de otro Estado", Some(&day)), step(Stand::Next, "Publicación", None),
            ])))
            (parts::card("chart", "Cifras", bar_chart(voice, &Chart {
                id: "by-state", caption: "Entradas por Estado".to_owned(), labels: "Estado".to_owned(), values: "Entradas".to_owned(), aim: Some(10_000),
                bars: vec![Bar { label: "República Dominicana".to_owned(), value: 12_400 }, Bar { label: "Belice".to_owned(), value: 800 }, Bar { label: "Panamá".to_owned(), value: 0 }],
            })))
        }))
        (fields::search_form("/list", html! {
            (fields::text_input(voice, &Filled::new(), &Field::new("q", "sample-number").unmarked()))
            (fields::submit_row(voice, "sample-check", None))
        }))
    }
}

/// The page that asks before something is withdrawn.
pub(crate) fn confirm_page(voice: &Voice) -> Markup {
    parts::confirm(
        voice,
        &Confirm {
            question: "¿Retirar el reporte RCM-2025-0041?".to_owned(),
            consequence: html! { p { "Los once Estados dejarán de verlo. Su historia se conserva." } },
            action: "/reports/41/withdraw",
            csrf: "a-token",
            act: "sample-withdraw",
            back: "/reports/41",
            fields: vec![("version", "3")],
        },
    )
}

/// Every sample page, by name.
pub(crate) fn gallery(voice: &Voice) -> Vec<(&'static str, String)> {
    let filled = refused();
    let form = |filled: &Filled| {
        html! {
            (fields::error_summary(voice, filled)) h1 { "Formulario" }
            (fields::upload_form("/form", "a-token", all_fields(voice, filled)))
        }
    };
    vec![
        ("answer", page(voice, &frame(), answer_page(voice)).0),
        ("form", page(voice, &frame(), form(&Filled::new())).0),
        ("form-refused", page(voice, &frame().refused(true), form(&filled)).0),
        ("rest", page(voice, &frame(), the_rest(voice)).0),
        ("confirm", page(voice, &frame(), confirm_page(voice)).0),
        ("bare", page(voice, &Frame { title: "Puerta".to_owned(), ..Frame::default() }, html! { h1 { "Puerta" } }).0),
    ]
}

mod tests {
    use super::super::assets::{asset, asset_names, asset_path};
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn every_page() -> Vec<(String, String)> {
        let pages = |language| {
            gallery(&voice(language)).into_iter().map(move |(name, page)| (format!("{name}-{language:?}"), page))
        };
        Language::ALL.into_iter().flat_map(pages).collect()
    }

    /// Reads every tag of a page: its name, and its attributes with their values.
    fn tags(page: &str) -> Vec<(String, BTreeMap<String, String>)> {
        let mut tags = Vec::new();
        for piece in
            page.split('<').skip(1).filter(|piece| piece.starts_with(|first: char| first.is_ascii_alphabetic()))
        {
            let inside = piece.split_once('>').unwrap().0;
            let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
            let mut attributes = BTreeMap::new();
            while !rest.trim().is_empty() {
                let end = rest.find(['=', ' ']).unwrap_or(rest.len());
                let (key, after) = rest.split_at(end);
                let (value, after) = match after.strip_prefix("=\"") {
                    Some(quoted) => quoted.split_once('"').unwrap(),
                    None => ("", after),
                };
                assert!(attributes.insert(key.to_owned(), value.to_owned()).is_none(), "{key} twice in <{inside}>");
                rest = after.trim_start();
            }
            tags.push((name.to_owned(), attributes));
        }
        tags
    }

    #[test]
    fn no_page_carries_style_or_script_of_its_own() {
        for (name, page) in every_page() {
            for (tag, attributes) in tags(&page) {
                assert_ne!(tag, "style", "{name}");
                assert!(tag != "script" || attributes.contains_key("src"), "{name}");
                for (key, value) in &attributes {
                    assert!(key != "style" && !key.starts_with("on"), "{name}: {key} in <{tag}>");
                    assert!(!value.trim_start().starts_with("javascript:"), "{name}");
                }
            }
            assert!(page.split("<script").skip(1).all(|script| script.contains("></script>")), "{name}");
        }
    }

    #[test]
    fn every_reference_leads_to_one_id() {
        for (name, page) in every_page() {
            let tags = tags(&page);
            let ids: Vec<&String> = tags.iter().filter_map(|(_, attributes)| attributes.get("id")).collect();
            let unique: BTreeSet<&String> = ids.iter().copied().collect();
            assert_eq!(ids.len(), unique.len(), "{name}: an id stands twice");
            for (tag, attributes) in &tags {
                for key in ["for", "aria-describedby", "aria-labelledby", "href"] {
                    let Some(value) = attributes.get(key) else { continue };
                    if key == "href" && !value.starts_with('#') {
                        continue;
                    }
                    for id in value.trim_start_matches('#').split(' ') {
                        assert!(unique.contains(&id.to_owned()), "{name}: {key}={id} in <{tag}>");
                    }
                }
            }
        }
    }

    #[test]
    fn every_control_has_a_name_to_be_heard() {
        for (name, page) in every_page() {
            let tags = tags(&page);
            let labelled: BTreeSet<&String> = tags
                .iter()
                .filter(|(tag, _)| tag == "label")
                .filter_map(|(_, attributes)| attributes.get("for"))
                .collect();
            for (tag, attributes) in &tags {
                let control = matches!(tag.as_str(), "input" | "select" | "textarea")
                    && attributes.get("type").is_none_or(|kind| kind != "hidden");
                assert!(
                    !control || attributes.get("id").is_some_and(|id| labelled.contains(id)),
                    "{name}: {attributes:?}"
                );
            }
        }
    }

    #[test]
    fn every_class_is_in_the_sheet() {
        let hash = asset_path("look.css").split('/').nth(2).unwrap();
        let sheet = String::from_utf8(asset(hash, "look.css").unwrap().0.to_vec()).unwrap();
        // Two classes name a state or a kind that looks like the rest of its kind.
        let plain = ["quiet", "past", "demo", "day", "month", "plain"];
        for (name, page) in every_page() {
            for class in tags(&page)
                .iter()
                .filter_map(|(_, attributes)| attributes.get("class"))
                .flat_map(|classes| classes.split(' '))
            {
                let drawn = sheet
                    .split(&format!(".{class}"))
                    .skip(1)
                    .any(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '-'));
                assert!(drawn || plain.contains(&class), "{name}: .{class}");
            }
        }
    }

    #[test]
    fn no_key_is_shown_for_a_text() {
        // A key that nobody wrote is shown as itself: anything that begins as our keys do, and is no id, is one.
        let files = [crate::words::BASE, SAMPLE_WORDS];
        let keys = files.iter().flat_map(|file| file.en.lines()).filter_map(|line| line.split_once(" = "));
        let beginnings: BTreeSet<&str> = keys.filter_map(|(key, _)| Some(key.split_once('-')?.0)).collect();
        assert!(beginnings.contains("shell") && beginnings.contains("sample"));
        for (name, page) in every_page() {
            let page = page.replace("> ", ">");
            for begin in &beginnings {
                let shown = [format!(">{begin}-"), format!("aria-label=\"{begin}-")];
                assert!(!shown.iter().any(|key| page.contains(key)), "{name}: a text of {begin}- is missing");
            }
        }
    }

    #[test]
    fn the_gallery_can_be_looked_at() {
        let Some(folder) = std::env::var_os("PUEBLA_GALLERY").map(std::path::PathBuf::from) else { return };
        for name in asset_names() {
            let hash = asset_path(name).split('/').nth(2).unwrap();
            let bytes = String::from_utf8(asset(hash, name).unwrap().0.to_vec())
                .map(|text| text.replace("url(/", "url(../../").into_bytes());
            let file = folder.join(format!("assets/{hash}/{name}"));
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes.unwrap_or_else(|_| asset(hash, name).unwrap().0.to_vec())).unwrap();
        }
        for (name, page) in every_page() {
            std::fs::write(folder.join(format!("{name}.html")), page.replace("=\"/assets", "=\"assets")).unwrap();
        }
    }
}
