//! The shell around every page: who speaks, for whom, in which language.

use maud::{DOCTYPE, Markup, html};

use super::assets::asset_path;
use super::fields::csrf;
use super::voice::Voice;
use crate::identity::sessions::IDLE_LIMIT;
use crate::words::Language;

/// The address that sets the reader's language: `?to=fr&back=/path`.
pub const LANGUAGE_PATH: &str = "/language";
/// The address of the page on which a reader chooses the time zone: `?back=/path`.
pub const ZONE_PATH: &str = "/time-zone";
/// The address of the page on which a purpose is chosen.
pub const PURPOSE_PATH: &str = "/purpose";
/// The address of one's own account.
pub const ACCOUNT_PATH: &str = "/account";
/// The address of a demonstration's guide.
pub const DEMO_PATH: &str = "/demo";
/// The address a sign-out form is posted to.
pub const SIGN_OUT_PATH: &str = "/sign-out";

/// The script that brings what is new to a page that shows how far something has come.
const AGAIN: &str = "again.js";

/// The script that puts a page away once its session must be over.
const PUT_AWAY: &str = "put-away.js";

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
    /// Seconds after which the page brings what is new, or is loaded again where there is no script.
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
                @if frame.who.is_some() && frame.refresh_seconds.is_none() { (put_away(voice, frame)) }
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

/// What takes the page's place when it is put away; shown by its script alone.
fn put_away(voice: &Voice, frame: &Frame) -> Markup {
    let title = voice.t("shell-put-away");
    html! {
        template #put-away data-title=(title) {
            h1 { (title) }
            p { (voice.tn("shell-put-away-why", &[("minutes", (IDLE_LIMIT.as_secs() / 60).into())])) }
            p { a href=(if frame.path.is_empty() { "/" } else { &frame.path }) { (voice.t("shell-put-away-back")) } }
        }
    }
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
            // Where script works, a page that loads itself again would throw out whoever reads or listens (WCAG 2.2, F41).
            @if let Some(seconds) = frame.refresh_seconds { noscript { meta http-equiv="refresh" content=(seconds); } }
            title { (title) @if !title.is_empty() { " · " } (name) }
            link rel="icon" type="image/svg+xml" href=(asset_path("mark.svg"));
            link rel="stylesheet" href=(asset_path("look.css"));
            @for script in &frame.scripts { script src=(asset_path(script)) defer {} }
            @if let Some(seconds) = frame.refresh_seconds { script src=(asset_path(AGAIN)) data-seconds=(seconds) defer {} }
            // A page that asks for what is new learns by itself that its session is over.
            @else if frame.who.is_some() { script src=(asset_path(PUT_AWAY)) data-idle=(IDLE_LIMIT.as_secs()) defer {} }
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
                div .reach {
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
}

fn who_line(voice: &Voice, who: &Who, purpose: Option<&str>) -> Markup {
    let person = who.state.iter().fold(who.name.clone(), |line, state| format!("{line} · {state}"));
    let role = who.post.iter().fold(who.role.clone(), |line, post| format!("{line} · {post}"));
    html! {
        p .who {
            a .person href=(ACCOUNT_PATH) { (person) } " " span { (role) }
            @if let Some(purpose) = purpose { " " a .purpose href=(PURPOSE_PATH) { (voice.tn("shell-purpose", &[("purpose", purpose.into())])) } }
        }
    }
}

fn foot(voice: &Voice, frame: &Frame) -> Markup {
    let back = encoded(if frame.path.is_empty() { "/" } else { &frame.path });
    let offset = voice.offset(voice.now);
    let zone = voice.zone.iana_name().unwrap_or(&offset);
    html! {
        footer .foot {
            @if frame.demo { p .demo { (voice.t("shell-demo")) " " a href=(DEMO_PATH) { (voice.t("shell-demo-guide")) } } }
            p { (voice.tn("shell-zone", &[("zone", zone.into()), ("offset", offset.as_str().into())])) " "
                a href={ (ZONE_PATH) "?back=" (back) } { (voice.t("shell-zone-change")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{frame, voice};
    use super::*;

    fn drawn(language: Language, frame: &Frame) -> String {
        page(&voice(language), frame, html! { p { "body" } }).0
    }

    #[test]
    fn a_language_link_leads_back_to_this_page() {
        let page = drawn(Language::Es, &frame());
        let back = "back=/checks%3Fpage%3D2%26order%3Dd%C3%ADa";
        assert!(
            page.contains(&format!("<a href=\"/language?to=fr&amp;{back}\" lang=\"fr\" hreflang=\"fr\">Français</a>")),
            "{page}"
        );
        assert!(page.contains("lang=\"es\" hreflang=\"es\" aria-current=\"true\">Español</a>"));
        assert!(page.contains(&format!("<a href=\"/time-zone?{back}\">Cambiar la zona horaria</a>")));
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"es\">"));
    }

    #[test]
    fn the_title_says_first_that_a_form_has_errors() {
        let title = |language, frame: &Frame| {
            drawn(language, frame).split("<title>").nth(1).map(|rest| rest.split("</title>").next().map(str::to_owned))
        };
        let refused = frame().refused(true);
        assert_eq!(
            title(Language::En, &refused),
            Some(Some("Error: Galería &lt;1&gt; · Virtual Secretariat".to_owned()))
        );
        assert_eq!(
            title(Language::Fr, &refused),
            Some(Some("Erreur\u{a0}: Galería &lt;1&gt; · Secrétariat virtuel".to_owned()))
        );
        assert_eq!(title(Language::Es, &frame()), Some(Some("Galería &lt;1&gt; · Secretaría Virtual".to_owned())));
    }

    #[test]
    fn only_who_is_signed_in_may_sign_out() {
        let page = drawn(Language::Es, &frame());
        let form = "<form class=\"out\" method=\"post\" action=\"/sign-out\"><input type=\"hidden\" name=\"csrf\" value=\"a-token\">";
        assert!(page.contains(form), "{page}");
        assert!(page.contains("Iris Xiomara Castillo · GTM") && page.contains("Oficial de migración · Tecún Umán"));
        assert!(page.contains("Finalidad: control fronterizo"));
        let anonymous = drawn(Language::Es, &Frame { who: None, ..frame() });
        assert!(!anonymous.contains("/sign-out") && !anonymous.contains("Finalidad"));
    }

    #[test]
    fn the_room_one_stands_in_is_marked() {
        let page = drawn(Language::En, &frame());
        assert!(page.contains("<a href=\"/checks\" aria-current=\"page\">Check</a>"));
        assert!(page.contains("<a href=\"/posts\">Posts</a>"));
    }

    #[test]
    fn invented_data_is_called_so_on_every_page() {
        assert!(drawn(Language::En, &frame()).contains("Demonstration data"));
        assert!(!drawn(Language::En, &Frame { demo: false, ..frame() }).contains("Demonstration data"));
    }

    #[test]
    fn a_page_may_ask_for_scripts_and_to_be_loaded_again() {
        let page = drawn(Language::En, &Frame { refresh_seconds: Some(5), ..frame() }.script("look.css"));
        assert!(page.contains(&format!("<script src=\"{}\" defer></script>", asset_path("look.css"))));
        assert!(
            page.contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"),
            "only without script"
        );
        assert!(page.contains(&format!("<script src=\"{}\" data-seconds=\"5\" defer></script>", asset_path(AGAIN))));
        assert!(!drawn(Language::En, &frame()).contains("http-equiv"));
    }

    #[test]
    fn a_zone_without_a_name_is_called_by_its_offset() {
        let mut voice = voice(Language::En);
        voice.zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(-4));
        let page = page(&voice, &frame(), html! {}).0;
        assert!(page.contains("Times are shown for UTC−4 (UTC−4)."), "{page}");
    }
}
