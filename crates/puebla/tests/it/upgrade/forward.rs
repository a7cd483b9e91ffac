//! An earlier folder opens, nothing is lost, and there is a way back.

use axum::body::Body;
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{Request, Response};
use base::identity::totp;
use base::web::app;
use http_body_util::BodyExt;
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
        assert_eq!(counts, frozen.base);
        let ground = frozen.open(&data);
        for (number, answer) in ANSWERS {
            assert_eq!(verdict(&ground, number), answer, "{number}");
        }
        assert_eq!(ground.base.read(|base| totp::open_all(base, &ground.keys)).expect("opened"), frozen.secrets);
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
        let copy = format!("base.db.before-{}", frozen.base_form + 1);
        drop(ground);
        assert_eq!(one(&data, &copy, "SELECT user_version FROM pragma_user_version"), frozen.base_form as u64);
        assert_eq!(["person", "token", "draft"].map(|table| count(&data, &copy, table)), frozen.base);
        assert_eq!(count(&data, &copy, "session"), 0, "nobody is signed in to a copy");
        assert_eq!(frozen.open(&data).upgraded, [], "once");
    }
}

#[test]
fn a_person_of_an_earlier_folder_signs_in_with_password_and_code() {
    for frozen in FROZEN {
        let home = tempfile::tempdir().expect("a folder");
        let data = frozen.unpack(home.path());
        let ground = frozen.open(&data);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let router = app(&ground).0;
            let ask = async |request: Request<Body>| router.clone().oneshot(request).await.expect("an answer");
            let form = |path: &str, cookies: &str, form: String| {
                let request = Request::post(path).header(COOKIE, cookies);
                request
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body(Body::from(form))
                    .expect("a form")
            };
            let typed = format!("user_name=gtm.examiner&password={PASSWORD}");
            let password = ask(form("/sign-in", "", typed)).await;
            assert_eq!(password.headers()[LOCATION], "/sign-in/code");
            let step = Request::get("/sign-in/code").header(COOKIE, cookies(&password)).body(Body::empty());
            let page = ask(step.expect("a request")).await.into_body().collect().await.expect("a page").to_bytes();
            let page = String::from_utf8_lossy(&page).into_owned();
            let csrf =
                page.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a field");
            let derived = ground.keys.derived("demonstration code of gtm.examiner");
            let secret: [u8; 20] = derived[..20].try_into().expect("twenty bytes");
            let code = totp::Secret::from_bytes(secret).code(ground.clock.now());
            let asked = ask(form("/sign-in/code", &cookies(&password), format!("csrf={csrf}&code={code}"))).await;
            assert!(cookies(&asked).contains("puebla="), "a session: {:?}", asked.headers());
        });
    }
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
