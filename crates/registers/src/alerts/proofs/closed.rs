//! What rests closed: it opens where it was closed and nowhere else, no comparison opens it, and what was written before is read.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::Purpose;
use base::desk::{Entries, by_rule};
use base::ids::new_id;
use base::specimen::{Answer, Session};
use base::store::{Rests, Stamp, StoreError};
use jiff::ToSpan;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::matches::{Border, Officer, iris, passport};
use super::{Open, field, location};
use crate::alerts::entries::{AlertsEntry, Drafted};
use crate::alerts::text::RestingText;
use crate::alerts::{Category, samples, today};

const CAPTURE: Category = Category::CaptureTrafficking;

/// What a page and a program are told where something does not open.
const UNOPENED: [(&str, &str); 3] =
    [("en", "What rests sealed does not open"), ("es", "está sellado no se abre"), ("fr", "scellé ne s’ouvre pas")];

impl Open {
    /// Changes the tables as a thief of the disk could, past everything.
    async fn tampered(&self, act: impl FnOnce(&Connection) -> Result<(), StoreError> + Send + 'static) {
        self.specimen().ground.database("registers").unwrap().write(act).await.unwrap();
    }

    fn rested(&self, alert: &str) -> (Uuid, Vec<u8>) {
        let alert = alert.to_owned();
        let asked = "SELECT s.alert, s.body FROM alerts_sealed AS s JOIN alerts_alert AS a ON a.alert = s.alert \
                     AND a.version = s.version WHERE a.reference = ?1";
        let read = |now: &Connection| Ok(now.query_row(asked, [alert], |row| Ok((row.get(0)?, row.get(1)?)))?);
        self.specimen().ground.database("registers").unwrap().read(read).unwrap()
    }

    async fn rests_as(&self, alert: Uuid, body: Vec<u8>) {
        let put = move |now: &Connection| {
            now.execute("UPDATE alerts_sealed SET body = ?2 WHERE alert = ?1", params![alert, body])?;
            Ok(())
        };
        self.tampered(put).await;
    }

    async fn reason_in(&self, by: &Session, reference: &str, language: &str) -> Answer {
        let cookie = format!("{}={}; language={language}", base::identity::cookie_name(false), by.secret);
        let asked = Request::get(format!("/alerts/{reference}/reason")).header("cookie", cookie).body(Body::empty());
        self.specimen().send(asked.unwrap()).await
    }
}

/// What was closed for one alert does not open as another's, changed or under a root that is not there: it is said so in every
/// language, nothing of it is shown, and the alert can still be taken back.
#[tokio::test]
async fn what_was_moved_or_changed_does_not_open_and_keeps_nobody_from_taking_it_back() {
    let open = Open::new().await;
    let (one, other) = (open.activated(CAPTURE).await, open.activated(Category::LocateWitness).await);
    let ((alert, own), (_, foreign)) = (open.rested(&one), open.rested(&other));
    let own_page = open.reason_in(&open.author, &one, "en").await;
    assert!(own_page.body.contains("Motivo inventado"), "{}", own_page.body);
    let (mut changed, mut rootless) = (own.clone(), own.clone());
    *changed.last_mut().unwrap() ^= 1;
    // After the head of the byte string, of two or three bytes, and the form: the root's number.
    let head = if own[0] == 0x58 { 2 } else { 3 };
    rootless[head + 4] = 9;
    for (rests, what) in
        [(foreign, "another alert's"), (changed, "changed"), (rootless, "under a root that is not there")]
    {
        open.rests_as(alert, rests).await;
        for (language, said) in UNOPENED {
            let answer = open.reason_in(&open.author, &one, language).await;
            assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{what}");
            assert!(answer.body.contains(said), "{what} in {language}: {}", answer.body);
            assert!(!answer.body.contains("Motivo inventado"), "{what}");
        }
        let page = open.specimen().get(Some(&open.author), &format!("/alerts/{one}")).await;
        assert_eq!(page.status, StatusCode::OK, "{what}: whose it is and where it stands is seen as before");
    }
    open.withdrawn(CAPTURE, &one).await;
    open.rests_as(alert, own).await;
}

/// No comparison opens anything: where nothing that is closed opens, a check answers as before, and only what was corroborated does not.
#[tokio::test]
async fn a_check_opens_nothing_until_a_match_does() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let border = Border::of(&open, "GTM");
    let (alert, own) = open.rested(&reference);
    let before = border.matches(&passport()).await.len();
    let mut changed = own.clone();
    *changed.last_mut().unwrap() ^= 1;
    open.rests_as(alert, changed).await;
    assert_eq!((before, border.matches(&passport()).await.len()), (1, 1));
    let (first, second) = (Officer::of(&open), Officer::of(&open));
    let handle = first.corroborated(&open, &second, "photograph").await;
    let opened = first.post(&open, "open", &[("match", &handle)]).await;
    assert_eq!(opened.status, StatusCode::INTERNAL_SERVER_ERROR);
    open.rests_as(alert, own).await;
    let opened = first.post(&open, "open", &[("match", &handle)]).await;
    assert!(opened.status == StatusCode::OK && opened.body.contains("Detain the person"), "{}", opened.body);
}

/// What an entry of before holds in clear is read, judged and put in force like any other; what a second person then says rests closed.
#[tokio::test]
async fn what_was_written_before_in_clear_is_read_and_goes_on() {
    let open = Open::new().await;
    let (ground, author) = (&open.specimen().ground, &open.author.caller);
    let at = ground.clock.now();
    let text = samples::text(CAPTURE);
    let before = AlertsEntry::Drafted(Drafted {
        alert: new_id(at),
        process: "RCM".to_owned(),
        year: 2026,
        number: 1,
        category: CAPTURE,
        text: RestingText { subject: text.subject, sealed: Rests::Clear(text.sealed), handling: text.handling },
        waits_until: today(at).saturating_add(90.days()),
    });
    let stamp = Stamp { state: author.state, person: author.person, purpose: Purpose::AlertIssuance, at };
    let said = move |entries: &Entries<'_, AlertsEntry>| entries.append(&before);
    by_rule(ground.database("registers").unwrap(), stamp, said).unwrap();
    let reference = "RCM-A-2026-0001";
    let page = open.reason_in(&open.author, reference, "en").await;
    assert!(page.body.contains("Motivo inventado"), "{}", page.body);
    open.propose(&open.author, reference).await;
    let done = open.judge(&open.judge, reference, "activate").await;
    assert_eq!(location(&done), format!("/alerts/{reference}?done=activated"));
    assert!(open.reason_in(&open.author, reference, "en").await.body.contains("La red sigue activa"));
    let clear = "SELECT (SELECT count(*) FROM alerts_judged WHERE instr(grave, CAST('La red' AS BLOB)) > 0), \
                 (SELECT count(*) FROM alerts_sealed WHERE instr(body, CAST('Motivo' AS BLOB)) > 0)";
    let counted =
        |now: &Connection| Ok(now.query_row(clear, [], |row| Ok((row.get::<_, u64>(0)?, row.get::<_, u64>(1)?)))?);
    assert_eq!(ground.database("registers").unwrap().read(counted).unwrap(), (0, 1), "a journal is not written again");
    // Its correction rests closed.
    let page = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}/correct")).await;
    let form = super::sent(CAPTURE);
    let seen = field(&page, "seen");
    let form = [&super::pairs(&form)[..], &[("seen", seen.as_str())]].concat();
    let done = open.specimen().post(&open.author, &format!("/alerts/{reference}/correct"), &form).await;
    assert_eq!(location(&done), format!("/alerts/{reference}?done=corrected"));
    assert_eq!(ground.database("registers").unwrap().read(counted).unwrap(), (0, 1));
    assert!(open.reason_in(&open.author, reference, "en").await.body.contains("Motivo inventado"));
}
