//! The shell around every page: who speaks, for whom, in which language.

use maud::{DOCTYPE, Markup, html};

use super::assets::asset_path;
use super::fields::csrf;
use super::voice::Voice;
use crate::words::Language;

/// The address that sets the reader's language: `?to=fr&back=/path`.
pub const LANGUAGE_PATH: &str = "/language";
/// The address of the page on which a reader chooses the time zone: `?back=/path`.
pub const ZONE_PATH: &str = "/time-zone";
/// The address a sign-out form is posted to.
pub const SIGN_OUT_PATH: &str = "/sign-out";

/// What the shell says around a page.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// The page's title, in the reader's language.
    pub title: String,
    /// The name of the process this secretariat serves, in the reader's language.
    pub process: String,
    /// Path and query of this page, so that choosing a language or a zone leads back to it.
    pub path: String,
    /// The rooms this person may enter.
    pub rooms: Vec<RoomLink>,
    /// Who is signed in.
    pub who: Option<Who>,
    /// The purpose this person is working under, in the reader's language.
    pub purpose: Option<String>,
    /// The token forms must send back; with it and `who` comes the sign-out form.
    pub csrf: Option<String>,
    /// Whether a form on this page has errors, so that the title says so first.
    pub refused: bool,
    /// Whether every datum here is invented.
    pub demo: bool,
    /// Names of the scripts this page may use, from the assets.
    pub scripts: Vec<&'static str>,
    /// Seconds after which the browser loads the page again, for progress without script.
    pub refresh_seconds: Option<u32>,
}

/// A link to a room.
#[derive(Debug, Clone)]
pub struct RoomLink {
    /// The room's address.
    pub href: String,
    /// The key of its name.
    pub label: &'static str,
    /// Whether the page stands in this room.
    pub current: bool,
}

/// Who is signed in, as the shell shows it.
#[derive(Debug, Clone)]
pub struct Who {
    /// The person's name.
    pub name: String,
    /// The State's code, or nothing for the secretariat.
    pub state: Option<String>,
    /// The role, in the reader's language.
    pub role: String,
    /// The post, where one is known.
    pub post: Option<String>,
}

impl Frame {
    /// Gives the page its title, already in the reader's language.
    pub fn titled(mut self, title: impl Into<String>) -> Frame {
        self.title = title.into();
        self
    }

    /// Says that a form on the page has errors.
    pub fn refused(mut self, refused: bool) -> Frame {
        self.refused = refused;
        self
    }

    /// Adds a script from the assets.
    pub fn script(mut self, name: &'static str) -> Frame {
        self.scripts.push(name);
        self
    }
}

/// Draws a whole page.
pub fn page(voice: &Voice, frame: &Frame, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(voice.language.tag()) {
            (head(voice, frame))
            body {
                a .skip href="#main" { (voice.t("shell-skip")) }
                (mast(voice, frame))
                @if !frame.rooms.is_empty() {
                    nav .rooms aria-label=(voice.t("shell-rooms")) {
                        ul { @for room in &frame.rooms {
                            li { a href=(room.href) aria-current=[room.current.then_some("page")] { (voice.t(room.label)) } }
                        } }
                    }
                }
                main #main tabindex="-1" { (body) }
                (foot(voice, frame))
            }
        }
    }
}

/// Writes a path and query so that it can stand inside another query.
pub fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn head(voice: &Voice, frame: &Frame) -> Markup {
    let name = voice.t("shell-name");
    let title = if frame.refused {
        voice.tn("shell-title-refused", &[("title", frame.title.as_str().into())])
    } else {
        frame.title.as_str().into()
    };
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            @if let Some(seconds) = frame.refresh_seconds { meta http-equiv="refresh" content=(seconds); }
            title { (title) @if !title.is_empty() { " · " } (name) }
            link rel="icon" type="image/svg+xml" href=(asset_path("mark.svg"));
            link rel="stylesheet" href=(asset_path("look.css"));
            @for script in &frame.scripts { script src=(asset_path(script)) defer {} }
        }
    }
}

fn mast(voice: &Voice, frame: &Frame) -> Markup {
    let back = encoded(if frame.path.is_empty() { "/" } else { &frame.path });
    html! {
        header .mast {
            div {
                p .name { a href="/" { strong { (voice.t("shell-name")) } } " " span { (frame.process) } }
                @if let Some(who) = &frame.who { (who_line(voice, who, frame.purpose.as_deref())) }
                nav .langs aria-label=(voice.t("shell-languages")) {
                    @for language in Language::ALL {
                        a href={ (LANGUAGE_PATH) "?to=" (language.tag()) "&back=" (back) } lang=(language.tag())
                            hreflang=(language.tag()) aria-current=[(language == voice.language).then_some("true")] {
                            (language.own_name())
                        }
                    }
                }
                @if let (Some(_), Some(token)) = (&frame.who, &frame.csrf) {
                    form .out method="post" action=(SIGN_OUT_PATH) { (csrf(token)) button .plain { (voice.t("shell-sign-out")) } }
                }
            }
        }
    }
}

fn who_line(voice: &Voice, who: &Who, purpose: Option<&str>) -> Markup {
    let parts: Vec<&str> =
        [who.state.as_deref(), Some(who.role.as_str()), who.post.as_deref()].into_iter().flatten().collect();
    html! {
        p .who {
            span .person { (who.name) } " " span { (parts.join(" · ")) }
            @if let Some(purpose) = purpose { " " span .purpose { (voice.tn("shell-purpose", &[("purpose", purpose.into())])) } }
        }
    }
}

fn foot(voice: &Voice, frame: &Frame) -> Markup {
    let back = encoded(if frame.path.is_empty() { "/" } else { &frame.path });
    let zone = voice.zone.iana_name().unwrap_or("UTC");
    html! {
        footer .foot {
            @if frame.demo { p .demo { (voice.t("shell-demo")) } }
            p { (voice.tn("shell-zone", &[("zone", zone.into()), ("offset", voice.offset(voice.now).into())])) " "
                a href={ (ZONE_PATH) "?back=" (back) } { (voice.t("shell-zone-change")) } }
        }
    }
}
