//! How codes are shown: before the content, in words, and on every sheet when it is printed.

use base::access::Permit;
use base::desk::Reader;
use base::web::parts::{self, Tone};
use base::web::{Refusal, Voice};
use maud::{Markup, html};
use uuid::Uuid;

use super::{Handling, HandlingCode, queries};

/// Reads the codes of a version for whoever is shown its content.
pub(in crate::alerts) fn read<P: Permit>(
    reader: &Reader<P>,
    alert: Uuid,
    version: u32,
) -> Result<Option<Handling>, Refusal> {
    Ok(reader.ask(|connection| queries::of(connection, alert, version))?)
}

/// Draws the codes of what follows; nothing where nothing is restricted.
pub(in crate::alerts) fn notice(voice: &Voice, handling: Option<&Handling>) -> Markup {
    html! {
        @if let Some(handling) = handling {
            // On paper this stands at the edge of every sheet: see the style sheet.
            p .handled aria-hidden="true" { (handling.said()) }
            (parts::notice(Tone::Late, html! {
                p { strong { (voice.t("alerts-handling")) " " (handling.said()) } }
                ul { @for code in &handling.codes {
                    li {
                        strong { (code.code()) } ": " (voice.t(code.key()))
                        @if let Some(restriction) = handling.restriction.as_ref().filter(|_| *code == HandlingCode::Other) {
                            " " q { (restriction) }
                        }
                    }
                } }
            }))
        }
    }
}

/// Draws the codes beside a name in a list.
pub(in crate::alerts) fn tag(handling: Option<&Handling>) -> Markup {
    html! { @if let Some(handling) = handling { " " (parts::tag(Tone::Late, &handling.said())) } }
}
