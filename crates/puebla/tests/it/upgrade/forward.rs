//! An earlier folder opens, nothing is lost, and there is a way back.

use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{Request, Response};
use base::ground::Puebla;
use base::identity::{Factor, totp};
use base::web::app;
use http_body_util::BodyExt;
use tokio::runtime::Runtime;
use tower::ServiceExt;

use super::frozen::{ANSWERS, FROZEN, OPERATOR, PASSWORD, count, one, verdict};
use crate::commands::{given, puebla, text};

#[test]
fn a_folder_of_every_release_is_brought_forward_whole() {
    for frozen in FROZEN {
        let home = tempfile::tempdir().expect("a folder");
        let data = frozen.unpack(home.path());
        let on = |command: &str, more: &[&str]| {
            puebla(&[&[command, "--data", text(&data), "--as", OPERATOR], more].concat())
        };
        let found = on("verify", &["--json"]).with(0).json().remove(0);
        let (entries, destroyed, root) = frozen.journal;
        let house = &found["houses"][0];
        assert_eq!((house["entries"].as_u64(), house["destroyed"].as_u64()), (Some(entries), Some(destroyed)));
        assert_eq!(house["root"], root, "{}: the same word of the same States", frozen.release);
        assert!(found["access_log"]["leaves"].as_u64() > Some(frozen.lines));
        on("rebuild", &["--check"]).with(0);
        let counts = ["person", "token", "draft"].map(|table| count(&data, "base.db", table));
        assert_eq!(counts, frozen.forward());
        let ground = frozen.open(&data);
        for (number, answer) in ANSWERS {
            assert_eq!(verdict(&ground, number), answer, "{number}");
        }
        assert_eq!(ground.base.read(|base| totp::open_all(base, &ground.keys)).expect("opened"), frozen.secrets);
    }
}

#[test]
fn a_folder_from_before_has_the_roles_that_came_later() {
    for frozen in FROZEN {
        let home = tempfile::tempdir().expect("a folder");
        let data = frozen.unpack(home.path());
        let ground = frozen.open(&data);
        let roles = &ground.identity.profile().roles;
        for (code, factor) in [
            ("presidency", Factor::Code),
            ("alert_officer", Factor::Passkey),
            ("child_protection", Factor::Passkey),
            ("redress_officer", Factor::Passkey),
            ("redress_panel", Factor::Passkey),
        ] {
            let role = roles.get(code).unwrap_or_else(|| panic!("{}: nobody can be made {code}", frozen.release));
            assert_eq!(role.factor, factor, "{code}");
        }
    }
}

#[test]
fn an_upgrade_leaves_a_copy_by_which_one_can_go_back() {
    for frozen in FROZEN {
        let home = tempfile::tempdir().expect("a folder");
        let data = frozen.unpack(home.path());
        let ground = frozen.open(&data);
        let [upgraded] = &ground.upgraded[..] else { panic!("only the base has another form: {:?}", ground.upgraded) };
        assert_eq!((upgraded.file, upgraded.from), ("base.db", frozen.base_form));
        let copy = frozen.copy();
        drop(ground);
        assert_eq!(one(&data, &copy, "SELECT user_version FROM pragma_user_version"), frozen.base_form as u64);
        assert_eq!(["person", "token", "draft"].map(|table| count(&data, &copy, table)), frozen.base);
        assert_eq!(count(&data, &copy, "session"), 0, "nobody is signed in to a copy");
        assert_eq!(frozen.open(&data).upgraded, [], "once");
    }
}

/// A browser before a folder brought forward.
struct Browser<'g> {
    ground: &'g Arc<Puebla>,
    runtime: Runtime,
    cookies: String,
}

impl<'g> Browser<'g> {
    fn new(ground: &'g Arc<Puebla>) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Browser { ground, runtime, cookies: String::new() }
    }

    /// Types name and password, and answers where that leads.
    fn types_password(&mut self, user_name: &str) -> String {
        let answer = self.send("/sign-in", format!("user_name={user_name}&password={PASSWORD}"));
        self.cookies = cookies(&answer);
        answer.headers()[LOCATION].to_str().expect("a place").to_owned()
    }

    fn get(&self, path: &str) -> String {
        let request = Request::get(path).header(COOKIE, &self.cookies).body(Body::empty()).expect("a request");
        self.runtime.block_on(async {
            let answer = app(self.ground).0.oneshot(request).await.expect("an answer");
            let page = answer.into_body().collect().await.expect("a page").to_bytes();
            String::from_utf8_lossy(&page).into_owned()
        })
    }

    fn send(&self, path: &str, form: String) -> Response<Body> {
        let request = Request::post(path).header(COOKIE, &self.cookies);
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(form));
        self.runtime.block_on(app(self.ground).0.oneshot(request.expect("a form"))).expect("an answer")
    }

    /// Types the code on the page shown, and says whether that opens a session.
    fn types_code(&self, path: &str, page: &str, code: &str) -> bool {
        let answer = self.send(path, format!("csrf={}&code={code}", after(page, "name=\"csrf\" value=\"", '"')));
        cookies(&answer).contains("puebla=")
    }
}

#[test]
fn a_person_of_an_earlier_folder_signs_in_with_password_and_code() {
    for frozen in FROZEN {
        let home = tempfile::tempdir().expect("a folder");
        let data = frozen.unpack(home.path());
        let ground = frozen.open(&data);
        let mut browser = Browser::new(&ground);
        assert_eq!(browser.types_password("gtm.examiner"), "/sign-in/code");
        let derived = ground.keys.derived("demonstration code of gtm.examiner");
        let secret: [u8; 20] = derived[..20].try_into().expect("twenty bytes");
        let code = totp::Secret::from_bytes(secret).code(ground.clock.now());
        assert!(browser.types_code("/sign-in/code", &browser.get("/sign-in/code"), &code), "a session");
    }
}

#[test]
fn whoever_got_in_on_a_password_alone_is_out_and_led_to_set_codes_up() {
    for frozen in FROZEN {
        let home = tempfile::tempdir().expect("a folder");
        let data = frozen.unpack(home.path());
        let before =
            |what: &str| one(&data, "base.db", &format!("SELECT count(*) FROM {what} WHERE NOT second_factor"));
        assert_eq!(["token", "session"].map(before), frozen.on_a_password);
        let ground = frozen.open(&data);
        let left =
            |what: &str| one(&data, "base.db", &format!("SELECT count(*) FROM {what} WHERE factor = 'password'"));
        assert_eq!(["token", "session", "role"].map(left), [0; 3]);
        let mut browser = Browser::new(&ground);
        assert_eq!(browser.types_password("gtm.officer"), "/sign-in/set-up");
        assert!(!browser.cookies.contains("puebla="), "no session yet: {}", browser.cookies);
        let page = browser.get("/sign-in/set-up");
        let shown = after(&page, "class=\"mono secret\">", '<').replace(' ', "");
        let code = totp::current_code(&shown, ground.clock.now()).expect("a code");
        assert!(browser.types_code("/sign-in/set-up", &page, &code), "a session");
        assert_eq!(browser.types_password("gtm.officer"), "/sign-in/code", "from now on");
    }
}

fn after<'p>(page: &'p str, mark: &str, end: char) -> &'p str {
    page.split(mark).nth(1).and_then(|rest| rest.split(end).next()).expect("what the page shows")
}

#[test]
fn a_folder_of_a_later_release_says_what_to_do_in_the_readers_language() {
    let home = tempfile::tempdir().expect("a folder");
    let data = FROZEN[0].unpack(home.path());
    one(&data, "base.db", "SELECT 1");
    #[allow(clippy::disallowed_methods)] // It comes through no door of ours.
    let later = rusqlite::Connection::open(data.join("base.db")).expect("a database");
    later.pragma_update(None, "user_version", 99).expect("a later form");
    later.close().expect("closed");
    let said =
        given(&["verify", "--as", OPERATOR, "--data", text(&data)], b"", &[("LC_ALL", "es_MX.UTF-8")]).with(4).err;
    assert!(
        said.contains("base.db tiene la forma 99") && said.contains("instale la versión que lo escribió"),
        "{said}"
    );
    assert!(!data.join("base.db.before-100").exists(), "and nothing was copied or changed");
}

#[test]
fn a_backup_of_every_release_is_restored_and_drilled() {
    for frozen in FROZEN {
        let home = tempfile::tempdir().expect("a folder");
        let data = frozen.unpack(home.path());
        let (tar, keys) = (home.path().join("backup.tar"), home.path().join("backup.keys"));
        let from = ["--from", text(&tar), "--keys", text(&keys), "--as", OPERATOR];
        let known = ["--number", "ZZ770000", "--issuing-state", "GTM", "--officer", "gtm.officer"];
        let said = puebla(&[&["drill"], &from[..], &known, &["--data", text(&data)]].concat()).with(0).out;
        assert!(said.contains("The number was found") && said.contains("removed again"), "{said}");
        assert_eq!(std::fs::read_dir(home.path()).expect("a folder").count(), 3, "nothing is left of it");
        let noted = one(&data, "base.db", "SELECT sound FROM upkeep WHERE what = 'drill'");
        assert_eq!(noted, 1);
        let again = home.path().join("again");
        puebla(&[&["restore"], &from[..], &["--to", text(&again)]].concat()).with(0);
        puebla(&["rebuild", "--check", "--data", text(&again), "--as", OPERATOR]).with(0);
    }
}

fn cookies(response: &Response<Body>) -> String {
    let set = response.headers().get_all(SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
    set.filter_map(|line| line.split(';').next()).collect::<Vec<_>>().join("; ")
}
