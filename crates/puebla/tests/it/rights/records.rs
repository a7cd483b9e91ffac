//! Records of every sort the table names, made by whoever may make them, and requests about them that would succeed.

mod alerts;
mod campaigns;
mod comments;
mod decisions;
mod drafting;
mod evaluations;
mod exercises;
mod papers;
mod redress;
mod sheets;
mod silence;
mod sittings;
mod statistics;
mod training;

pub use silence::preside;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};

use super::asking::{Sent, request, settle};
use super::people::{Cast, People, Person};
use super::table::Row;

/// Where records are made.
pub struct Records<'s> {
    /// The folder.
    pub specimen: &'s Specimen,
    /// The parties of its process.
    pub cast: &'s Cast,
    /// The examiner of the own State whose private drafts are asked about.
    pub author: &'s Session,
}

/// A record that was made: what its address and its forms need.
#[derive(Default)]
pub struct Made {
    values: BTreeMap<&'static str, String>,
}

impl Made {
    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.insert(name, value.into());
        self
    }

    fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// A file of one row.
    fn rows(&self) -> Vec<u8> {
        format!("kind,number,status,reference\r\npassport,{},stolen,SPECIMEN-1\r\n", self.value("number")).into_bytes()
    }

    /// The form of a page with that file in it, to be tried and not entered.
    fn upload(&self, person: &Person) -> Sent {
        let secret = person.session.as_ref().map_or("", |session| &session.csrf);
        let field = |name: &str, value: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let file = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n\r\n";
        let mut body = field("csrf", secret) + file;
        body += &String::from_utf8_lossy(&self.rows());
        body += &format!("\r\n{}--edge--\r\n", field("step", "try"));
        Sent::Bytes("multipart/form-data; boundary=edge", body.into_bytes())
    }

    fn numbered(&self) -> [(&str, &str); 1] {
        [("number", self.value("number"))]
    }

    /// Answers the address of the row's route for this record.
    pub fn path(&self, row: &Row) -> String {
        let mut path = row.path.clone();
        for (name, value) in &self.values {
            path = path.replace(&format!("{{{name}}}"), value);
        }
        if row.is_api() {
            path.push_str(self.value("query"));
        }
        path
    }

    /// Answers what somebody sends so that the act succeeds for whoever may do it.
    pub fn body(&self, row: &Row, person: &Person) -> Sent {
        let seen = ("seen", self.value("seen"));
        match row.path.as_str() {
            "/api/v1/drills" => {
                Sent::Json(serde_json::json!({ "sound": true, "took_ms": 4200, "entries": 7, "access_log": 9 }))
            }
            "/operation/gap" => form(&[("note", "Un disco falló. (ficticio)")]),
            "/api/v1/gaps/accounts" => Sent::Json(serde_json::json!({ "note": "Un disco falló. (ficticio)" })),
            "/oversight/concerns/{concern}/close" => form(&[("note", "Un grupo. (ficticio)")]),
            "/people/new" => {
                form(&[("user_name", self.value("user_name")), ("name", "Specimen enrolled"), PLACE, ANY_ROLE])
            }
            "/api/v1/administrators" => self.founder(),
            "/people/{person}/recover" => form(&[seen]),
            "/people/{person}/recover/confirm" => form(&[seen, ("recovery", self.value("recovery"))]),
            "/account/passkeys/{passkey}/rename" => form(&[("name", "Specimen key")]),
            "/people/contact" => form(&[("contact", "Specimen desk")]),
            "/people/{person}/change" => form(&[("name", "Specimen changed"), PLACE, ANY_ROLE]),
            "/account/sessions/end" if row.record == "own session" => {
                let own = person.session.as_ref().map_or(String::new(), |session| session.caller.session.to_string());
                form(&[("session", &own)])
            }
            "/account/sessions/end" => form(&[("session", self.value("session"))]),
            "/account/tokens/end" => form(&[("token", self.value("token"))]),
            "/sign-in" => {
                let guessed = format!("{}-{}", self.value("user_name"), person.column.to_lowercase());
                form(&[("user_name", &guessed), ("password", "a guess")])
            }
            "/purpose" => form(&[("purpose", "document_examination")]),
            "/time-zone" => form(&[("zone", "America/Tegucigalpa")]),
            path => self
                .registers(path, person)
                .or_else(|| self.secretariat(path, person))
                .or_else(|| self.decisions(path, person))
                .or_else(|| self.sittings(path))
                .or_else(|| self.comments(path))
                .or_else(|| self.alerts(path))
                .or_else(|| self.redress(path))
                .or_else(|| self.statistics(path))
                .or_else(|| self.training(path))
                .or_else(|| self.drafting(path))
                .or_else(|| self.campaigns(path))
                .or_else(|| self.sheets(path))
                .or_else(|| self.exercises(path))
                .or_else(|| self.evaluations(path))
                .unwrap_or_else(|| if row.is_api() { Sent::Json(serde_json::json!({})) } else { form(&[]) }),
        }
    }

    /// The same for the rooms of the registers; none where nothing need be sent.
    fn registers(&self, path: &str, person: &Person) -> Option<Sent> {
        let seen = ("seen", self.value("seen"));
        Some(match path {
            "/documents/new" | "/documents/drafts/{draft}" => form(&[&ALERT[..], &[("act", "keep")]].concat()),
            "/documents/drafts/{draft}/submit" | "/documents/{reference}/correct/{draft}" => form(&[seen]),
            "/documents/{reference}/confirm" | "/documents/{reference}/publish" => form(&[seen]),
            "/documents/{reference}/return" => form(&[seen, ("question", "¿Bajo qué luz? (ficticio)")]),
            "/documents/{reference}/review" => form(&[("finding", "still_met")]),
            "/documents/{reference}/supersede" => form(&[("by", self.value("successor"))]),
            "/documents/{reference}/withdraw" => form(&[("reason", "duplicate")]),
            "/check" => form(&[("zone", ZONE)]),
            "/check/second-line" => form(&[("outcome", "undecided")]),
            "/check/stopped/{concern}/lift" => form(&[(&format!("reason-{}", self.value("concern")), "group")]),
            "/api/v1/checks" => Sent::Json(serde_json::json!({ "zone": ZONE })),
            "/status/report" => form(&[&self.numbered(), &STOLEN[..], &[("step", "send")]].concat()),
            "/status/report-range" => {
                let (first, last) = (format!("B{}0", self.value("digits")), format!("B{}9", self.value("digits")));
                form(&[&STOLEN[..], &[("first", &*first), ("last", &*last), ("step", "send")]].concat())
            }
            "/status/report-pattern" => {
                let pattern = format!("C{}#", self.value("digits"));
                form(&[&STOLEN[..], &[("pattern", &*pattern), ("step", "send")]].concat())
            }
            "/status/find" => form(&[&self.numbered(), &[("kind", "passport")][..]].concat()),
            "/status/{id}/correct" => form(&STOLEN),
            "/status/{id}/withdraw" => form(&[("reason", "found_again")]),
            "/api/v1/status" => Sent::Json(serde_json::json!({
                "kind": "passport", "number": self.value("number"), "status": "stolen", "reference": "SPECIMEN-1",
            })),
            "/api/v1/status/{id}/withdraw" => Sent::Json(serde_json::json!({ "reason": "found_again" })),
            "/api/v1/documents" => Sent::Json(serde_json::json!({
                "fraud_class": "counterfeit", "kind": "passport", "issuer": "UTO", "pattern": "K9#######",
                "points": [{ "level": 1, "place": "Página de datos", "es": "Sin relieve. (ficticio)" }],
                "documents_seen": 3, "first_seen": "2025-11", "detected_border": "land", "detected_in": "HND",
                "language": "es",
            })),
            "/imports/status" | "/imports/alerts" => self.upload(person),
            "/api/v1/imports/status" | "/api/v1/imports/alerts" => Sent::Bytes("application/octet-stream", self.rows()),
            _ => return None,
        })
    }
}

impl Made {
    /// What is sent to the rooms of the secretariat; none where nothing need be sent.
    fn secretariat(&self, path: &str, person: &Person) -> Option<Sent> {
        Some(match path {
            "/meetings/plan" => form(&self.called()),
            "/meetings/{reference}/change" => form(&[&self.called()[..], &[("standing", "moved")]].concat()),
            "/obligations/{reference}/note" => form(&[
                ("act", "done"),
                ("owner", self.value("host")),
                ("period", "1"),
                ("day-day", "1"),
                ("day-month", "9"),
                ("day-year", "2003"),
                ("text", "Sent."),
            ]),
            "/obligations/{reference}/settle" => form(&[
                ("act", "condition_met"),
                ("day-day", "1"),
                ("day-month", "9"),
                ("day-year", "2003"),
                ("text", "Approved."),
            ]),
            "/api/v1/meetings" => Sent::Json(serde_json::json!({
                "symbol": self.value("symbol"), "series": self.value("series"), "number": 1, "title_en": "Specimen",
                "title_es": "Muestra", "host": self.value("host"), "first_on": "2027-05-29", "last_on": "2027-05-30",
                "zone": "UTC", "place": "Arenal",
            })),
            "/api/v1/meetings/{reference}/change" => Sent::Json(serde_json::json!({ "standing": "cancelled" })),
            "/meetings/{reference}/correct" => form(&[&self.called()[..], &[("note", "Specimen")]].concat()),
            "/api/v1/meetings/{reference}/correct" => Sent::Json(serde_json::json!({ "note": "Specimen", "meeting": {
                "symbol": self.value("symbol"), "series": self.value("series"), "number": 1, "title_en": "Other",
                "title_es": "Otra", "host": self.value("host"), "first_on": "2027-05-29", "last_on": "2027-05-30",
                "zone": "UTC", "place": "Arenal",
            } })),
            "/papers/file" => form(&self.filed("observers")),
            "/api/v1/papers" => Sent::Json(
                self.filed("observers").iter().map(|(name, value)| (*name, *value)).collect::<serde_json::Value>(),
            ),
            path if path.ends_with("/languages/{hash}") => papers::dismissed(path),
            "/papers/{reference}/class" => form(&CLASSED),
            "/api/v1/papers/{reference}/class" => Sent::Json(CLASSED.into_iter().collect::<serde_json::Value>()),
            "/api/v1/papers/{reference}/texts" => Sent::Bytes("application/octet-stream", b"Muestra".to_vec()),
            "/papers/{reference}/add" => self.text(person.session.as_ref().map_or("", |session| &session.csrf)),
            "/following/follow" | "/following/stop" => form(&[("kind", "paper"), ("name", &self.followed())]),
            "/api/v1/following" | "/api/v1/following/stop" => {
                Sent::Json(serde_json::json!({ "kind": "paper", "name": self.followed() }))
            }
            path if path.contains("/silence") => self.silence(path),
            _ => return self.members(path),
        })
    }

    /// The symbol of the document that is followed.
    fn followed(&self) -> String {
        self.value("reference").replace('-', "/")
    }

    /// The same for the room of members.
    fn members(&self, path: &str) -> Option<Sent> {
        let named = [("name_en", "Specimen"), ("name_es", "Muestra"), ("name_fr", "Spécimen")];
        let on = |name: &str, year: &str| {
            [("day", "1"), ("month", "1"), ("year", year)]
                .map(|(part, value)| (format!("{name}-{part}"), value.to_owned()))
        };
        let dated = |fields: &[(&str, &str)], days: [(String, String); 3]| {
            let Sent::Form(mut all) = form(fields) else { return form(fields) };
            all.extend(days);
            Sent::Form(all)
        };
        let body = [("code", self.value("series")), ("kind", "group"), ("chair", "host")];
        Some(match path {
            "/members/applications/new" => form(&self.applied()),
            "/members/applications/{application}" => dated(&[("act", "withdraw")], on("on", "2026")),
            "/members/invite" => {
                let guest = [("party", self.value("code")), ("meeting", self.value("symbol"))];
                dated(&[&guest[..], &named].concat(), on("first_on", "2026"))
            }
            "/members/{code}/delegation" => {
                dated(&[&[("act", "institution"), ("field", "other")][..], &named].concat(), on("first_on", "2026"))
            }
            "/members/{code}/dismiss" => dated(&[("note", "Specimen")], on("last_on", "2027")),
            "/bodies/new" => dated(&[&body[..], &named].concat(), on("first_on", "2026")),
            "/presidencies/new" => {
                let Sent::Form(mut all) = dated(&[("party", self.value("host"))], on("first_on", "2031")) else {
                    return None;
                };
                all.extend(on("last_on", "2031"));
                Sent::Form(all)
            }
            "/api/v1/applications" => Sent::Json(serde_json::json!({
                "party": self.value("code"), "class": "network", "name_en": "S", "name_es": "M", "name_fr": "S",
                "applied_on": "2026-01-01",
            })),
            "/api/v1/applications/{application}" => {
                Sent::Json(serde_json::json!({ "act": "withdraw", "on": "2026-01-01" }))
            }
            "/api/v1/bodies" => Sent::Json(serde_json::json!({
                "code": self.value("series"), "kind": "group", "name_en": "S", "name_es": "M", "name_fr": "S",
                "first_on": "2026-01-01", "chair": "host",
            })),
            "/api/v1/presidencies" => Sent::Json(serde_json::json!({
                "party": self.value("host"), "first_on": "2032-01-01", "last_on": "2032-12-31",
            })),
            _ => return None,
        })
    }

    /// The form of an application.
    fn applied(&self) -> [(&str, &str); 8] {
        [
            ("party", self.value("code")),
            ("class", "network"),
            ("name_en", "Specimen"),
            ("name_es", "Muestra"),
            ("name_fr", "Spécimen"),
            ("applied_on-day", "1"),
            ("applied_on-month", "1"),
            ("applied_on-year", "2026"),
        ]
    }

    /// The form of a document.
    fn filed<'a>(&'a self, class: &'a str) -> [(&'a str, &'a str); 6] {
        [
            ("symbol", self.value("symbol")),
            ("kind", "note"),
            ("title_en", "Specimen"),
            ("title_es", "Muestra"),
            ("original", "es"),
            ("class", class),
        ]
    }

    /// The form with one of its texts in it.
    fn text(&self, secret: &str) -> Sent {
        let field = |name: &str, value: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let file = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nMuestra\r\n--edge--\r\n";
        let body = field("csrf", secret) + &field("language", "es") + &field("authentic", "yes") + file;
        Sent::Bytes("multipart/form-data; boundary=edge", body.into_bytes())
    }

    /// The form of a meeting.
    fn called(&self) -> [(&str, &str); 14] {
        [
            ("symbol", self.value("symbol")),
            ("series", self.value("series")),
            ("number", "1"),
            ("title_en", "Specimen"),
            ("title_es", "Muestra"),
            ("host", self.value("host")),
            ("first_on-day", "29"),
            ("first_on-month", "5"),
            ("first_on-year", "2027"),
            ("last_on-day", "30"),
            ("last_on-month", "5"),
            ("last_on-year", "2027"),
            ("zone", "UTC"),
            ("place", "Arenal"),
        ]
    }
}

fn form(fields: &[(&str, &str)]) -> Sent {
    Sent::Form(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

impl Made {
    /// Answers what gives a party its first administrator.
    fn founder(&self) -> Sent {
        Sent::Json(serde_json::json!({
            "party": self.value("party"), "user_name": self.value("user_name"), "name": "Specimen founder",
            "institution": "Specimen institution",
        }))
    }
}

/// Answers whether a route may need the code of a party that is none yet.
fn of_parties(path: &str) -> bool {
    path.contains("/members/") || path.ends_with("/applications") || path.contains("/applications/")
}

/// Answers the code of a party that nobody has, another each time: from `XJA` on, behind the organisations of the profile.
fn unused_code() -> String {
    static TURN: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let turn = TURN.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let letter = |number: u32| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    format!("X{}{}", letter(9 + turn / 26), letter(turn))
}

/// What an issuing authority says of a document.
/// A decision about who may see a document.
const CLASSED: [(&str, &str); 3] = [("class", "observers"), ("rule", "request"), ("decided_by", "Specimen")];

const STOLEN: [(&str, &str); 3] = [("kind", "passport"), ("status", "stolen"), ("reference", "SPECIMEN-1")];

const ZONE: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

const PLACE: (&str, &str) = ("institution", "Specimen institution");

/// A role that people of every State and organisation may have.
const ANY_ROLE: (&str, &str) = ("roles", "state_administrator");

/// An alert of the specimen State's passports, complete.
const ALERT: [(&str, &str); 13] = [
    ("fraud_class", "counterfeit"),
    ("kind", "passport"),
    ("issuer", "UTO"),
    ("pattern", "K9#######"),
    ("points.1.level", "1"),
    ("points.1.place", "Página de datos"),
    ("points.1.es", "La foto no tiene el borde en relieve. (ficticio)"),
    ("documents_seen", "3"),
    ("first_seen", "2025-11"),
    ("detected_border", "land"),
    ("detected_in", "HND"),
    ("language", "es"),
    ("shown", "1"),
];

/// Ways into rooms whose records have a file of their own.
const ROOMS: &[&str] = &[
    "/sheets",
    "/campaigns",
    "/exercises",
    "/evaluations",
    "/drafting",
    "/redress",
    "/statistics",
    "/decisions",
    "/obligations",
    "/training",
    "/certificates",
    "/comments",
    "/alerts",
    "/person-",
];

impl Records<'_> {
    /// Makes the record that a row asks about.
    pub async fn make(&self, row: &Row) -> Made {
        let fresh = self.fresh(row);
        let of_a_room = ROOMS.iter().any(|room| row.path.contains(room));
        if row.record != "-" && of_a_room {
            let made = self.in_its_room(row, fresh).await;
            return made.unwrap_or_else(|| panic!("no record is called {}", row.record));
        }
        match row.record.as_str() {
            "-" => self.assets(fresh),
            "draft" => self.draft(fresh, self.author).await,
            "draft absent" => fresh.with("draft", NOWHERE),
            "alert absent" => fresh.with("reference", "RCM-2026-9999").with("draft", NOWHERE),
            "person" if row.path.ends_with("/recover") => self.to_recover(self.person(fresh, self.cast.own)).await,
            "person" => self.person(fresh, self.cast.own),
            "person in recovery" => self.recovery(self.person(fresh, self.cast.own)).await,
            "passkey of another" => self.passkey(fresh),
            "passkey absent" => fresh.with("passkey", NOWHERE),
            "person of another State" => self.person(fresh, self.cast.third),
            "own session" => fresh,
            "entry" => self.entry(fresh).await,
            "import" => self.import(fresh).await,
            "import absent" => fresh.with("id", NOWHERE),
            "meeting" => self.meeting(fresh, &[]).await,
            "members' meeting" => self.meeting(fresh, &[("members_only", "yes")]).await,
            "meeting absent" => fresh.with("reference", "T-X"),
            "sat meeting" | "members' sat meeting" | "opened minutes" | "sat meeting absent" => {
                self.sat(&row.record, fresh).await
            }
            "application" => self.application(fresh).await,
            "application absent" => fresh.with("application", "9999999"),
            "member" => fresh.with("code", self.cast.own),
            "member of the others" => fresh.with("code", self.cast.third),
            "observing party" => fresh.with("code", self.cast.observer),
            "party absent" => fresh.with("code", "ZZZ"),
            "network" => self.network(fresh).await,
            "paper absent" => fresh.with("reference", "T-X").with("text", "es-1").with("hash", "0f"),
            "paper" => self.paper(fresh, "observers").await,
            "public paper" => self.paper(fresh, "public").await,
            "divergent paper" => self.divergent(fresh, "observers").await,
            "members' diverging paper" => self.divergent(fresh, "members").await,
            "revised paper" => self.revised(fresh, "observers").await,
            "members' revised paper" => self.revised(fresh, "members").await,
            "members' paper" => self.paper(fresh, "members").await,
            "round" => self.round(fresh).await,
            "broken round" => self.broken_round(fresh).await,
            "round absent" => fresh.with("reference", "T-X"),
            "entry absent" => fresh.with("id", "9999999"),
            "problem" => fresh.with("code", "not-found"),
            "problem absent" => fresh.with("code", "no-such-problem"),
            "session of another" | "token of another" => self.of_another(fresh),
            "session absent" | "token absent" => fresh.with("session", NOWHERE).with("token", NOWHERE),
            "person absent" => fresh.with("person", NOWHERE),
            "concern" | "stop" => self.concern(fresh),
            "gap" => self.gap(fresh, true),
            "gap absent" => self.gap(fresh, false),
            "concern absent" | "stop absent" => fresh.with("concern", NOWHERE),
            alert => self.alert(fresh, alert, row).await,
        }
    }

    /// Makes what a row asks about in a room that has a file of its own.
    async fn in_its_room(&self, row: &Row, fresh: Made) -> Option<Made> {
        let of = |room: &str| row.path.contains(room);
        if of("/redress") {
            self.redressed(&row.record, fresh).await
        } else if of("/statistics") {
            self.counted(&row.record, fresh).await
        } else if of("/decisions") || of("/obligations") {
            self.decided(&row.record, fresh).await
        } else if of("/drafting") {
            self.drafted(&row.record, fresh).await
        } else if of("/training") || of("/certificates") {
            self.trained(&row.record, fresh).await
        } else if of("/campaigns") {
            self.campaigned(&row.record, fresh).await
        } else if of("/sheets") {
            self.sheeted(&row.record, fresh).await
        } else if of("/exercises") {
            self.exercised(&row.record, fresh).await
        } else if of("/evaluations") {
            self.evaluated(&row.record, fresh).await
        } else if of("/comments") {
            self.commented(&row.record, fresh).await
        } else {
            self.alerted(&row.record, fresh).await
        }
    }

    /// Answers what nothing else has: names and numbers to make a record with.
    fn fresh(&self, row: &Row) -> Made {
        // Counted, since what is drawn by chance meets now and then among some thousand rows; spread, so that what is
        // made one after the other does not look alike. Both factors share nothing with a power of ten.
        static MADE: AtomicU32 = AtomicU32::new(1);
        let count = MADE.fetch_add(1, Ordering::Relaxed);
        let digits = u64::from(count) * 4_999_999 % 10_000_000;
        let number = u64::from(count) * 618_033_989 % 1_000_000_000;
        Made::default()
            .with("user_name", format!("made-{count:08x}"))
            .with("party", self.cast.third)
            .with("host", self.cast.own)
            .with("symbol", format!("T/{number}"))
            .with("series", format!("T{number}"))
            .with("code", if of_parties(&row.path) { unused_code() } else { String::new() })
            .with("digits", format!("{digits:07}"))
            .with("number", format!("A{number:09}"))
    }

    fn assets(&self, made: Made) -> Made {
        let path = base::web::assets::asset_path("look.css");
        let mut parts = path.rsplit('/');
        let (name, hash) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        made.with("name", name).with("hash", hash)
    }

    fn person(&self, made: Made, state: &str) -> Made {
        let name = self.specimen.enrol(state, made.value("user_name"), &["delegate"]);
        let person = self.specimen.sign_in(&name, None).caller.person;
        made.with("person", person.to_string())
    }

    /// Learns what an administrator sees of somebody before a recovery begins.
    async fn to_recover(&self, made: Made) -> Made {
        let administrator = self.administrator();
        let path = format!("/people/{}/recover", made.value("person"));
        let page = self.specimen.get(Some(&administrator), &path).await;
        made.with("seen", hidden(&page, "seen"))
    }

    /// Lets an administrator who is in no column begin a recovery of somebody.
    async fn recovery(&self, made: Made) -> Made {
        let made = self.to_recover(made).await;
        let path = format!("/people/{}/recover", made.value("person"));
        let begun = self.specimen.post(&self.administrator(), &path, &[("seen", made.value("seen"))]).await;
        assert_eq!(begun.status, 200, "{}", begun.body);
        let page = self.specimen.get(Some(&self.administrator()), &path).await;
        made.with("recovery", hidden(&page, "recovery"))
    }

    fn administrator(&self) -> Session {
        self.specimen.signed_in(self.cast.own, "state_administrator", Purpose::Administration)
    }

    /// Gives somebody who is in no column a passkey, as it rests.
    fn passkey(&self, made: Made) -> Made {
        let name = self.specimen.enrol(self.cast.own, made.value("user_name"), &["document_examiner"]);
        let person = self.specimen.sign_in(&name, None).caller.person;
        let id = uuid::Uuid::from_u128(rand::random());
        let kept = self.specimen.ground.base.write_blocking(move |connection| {
            let row = "INSERT INTO passkey (id, person, credential_id, name, credential, counter, made_us) \
                       VALUES (?1, ?2, ?1, 'Specimen key', '{}', 0, 0)";
            Ok::<_, base::store::StoreError>(connection.execute(row, (id, person))?)
        });
        kept.expect("a passkey");
        made.with("passkey", id.to_string())
    }

    /// Lets a gap stand of which nobody has said what happened, or none.
    fn gap(&self, made: Made, stands: bool) -> Made {
        let gap = "INSERT INTO gap (id, what, found_us) VALUES (zeroblob(16), 'registers.db, entry 1: planted', 1)";
        let sql = format!("DELETE FROM gap_account; DELETE FROM gap; {}", if stands { gap } else { "" });
        let set = self
            .specimen
            .ground
            .base
            .write_blocking(move |base| Ok::<_, base::store::StoreError>(base.execute_batch(&sql)?));
        set.expect("a gap");
        made
    }

    /// Takes away what would hold up later rows: while a gap stands nothing new is put in force.
    pub fn cleared(&self, row: &Row) {
        if row.record == "gap" {
            self.gap(Made::default(), false);
        }
    }

    /// Stops an officer of the own State, as the watch over checks does.
    fn concern(&self, made: Made) -> Made {
        let name = self.specimen.enrol(self.cast.own, made.value("user_name"), &["border_officer"]);
        let person = self.specimen.sign_in(&name, None).caller.person;
        let (id, state, at) = (uuid::Uuid::now_v7(), self.cast.own, self.specimen.clock.now().as_microsecond());
        let raised = self.specimen.ground.base.write_blocking(move |base| {
            let sql = "INSERT INTO concern (id, kind, party, person, via, counted, raised_us, stopped_until_us, standing) \
                       VALUES (?1, 'numbers_in_steps', ?2, ?3, 'page', 45, ?4, ?4 + 3600000000, 'open')";
            base.execute(sql, (id, state, person, at)).map(|_| ()).map_err(base::store::StoreError::from)
        });
        raised.expect("a concern");
        made.with("concern", id.to_string())
    }

    /// Reports a stolen document of the own State.
    async fn entry(&self, made: Made) -> Made {
        let authority = self.specimen.signed_in(self.cast.own, "issuing_authority", Purpose::DocumentIssuance);
        let said = [&made.numbered(), &STOLEN[..], &[("step", "send")]].concat();
        let to = self.done(&authority, "/status/report", &said).await;
        let id = to.trim_start_matches("/status/").split('?').next().unwrap_or("").to_owned();
        made.with("id", id)
    }

    /// Writes a meeting down.
    async fn meeting(&self, made: Made, more: &[(&str, &str)]) -> Made {
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        let to = self.done(&coordinator, "/meetings/plan", &[more, &made.called()[..]].concat()).await;
        let reference = to.trim_start_matches("/meetings/").split('?').next().unwrap_or("").to_owned();
        made.with("reference", reference)
    }

    /// Writes an application down.
    async fn application(&self, made: Made) -> Made {
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        let to = self.done(&coordinator, "/members/applications/new", &made.applied()).await;
        let number = to.trim_start_matches("/members/applications/").split('?').next().unwrap_or("").to_owned();
        made.with("application", number)
    }

    /// Admits a network, for which no process lays points down.
    async fn network(&self, made: Made) -> Made {
        let made = self.application(made).await;
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        let path = format!("/members/applications/{}", made.value("application"));
        let on = [("on-day", "1"), ("on-month", "1"), ("on-year", "2026")];
        self.done(&coordinator, &path, &[&[("act", "admit"), ("decision", "T/1/DEC/1")][..], &on].concat()).await;
        made
    }

    /// Files a document and brings its text twice; answers the second.
    async fn revised(&self, made: Made, class: &str) -> Made {
        let made = self.paper(made, class).await;
        self.bring(&made).await;
        made.with("text", "es-2")
    }

    /// Files a document and brings its first text.
    async fn paper(&self, made: Made, class: &str) -> Made {
        let session = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        let to = self.done(&session, "/papers/file", &made.filed(class)).await;
        let path = to.split('?').next().unwrap_or("");
        let made = made.with("reference", path.trim_start_matches("/papers/")).with("text", "es-1");
        self.bring(&made).await;
        made
    }

    /// Brings a text of a document that was filed.
    async fn bring(&self, made: &Made) {
        let people = People::of(self.specimen, self.cast, &["sc".to_owned()]).await;
        let [coordinator] = people.all.as_slice() else { return };
        let Some(session) = &coordinator.session else { return };
        let path = format!("/papers/{}/add", made.value("reference"));
        let answer = self.specimen.send(request(coordinator, "POST", &path, Some(made.text(&session.csrf)))).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }

    /// Brings a file of one row for the own State, and waits until it is entered.
    async fn import(&self, made: Made) -> Made {
        let people = People::of(self.specimen, self.cast, &["is".to_owned()]).await;
        let [authority] = people.all.as_slice() else { return made };
        let rows = Sent::Bytes("application/octet-stream", made.rows());
        let answer = self.specimen.send(request(authority, "POST", "/api/v1/imports/status", Some(rows))).await;
        assert_eq!(answer.status, 202, "{}", answer.body);
        let place = answer.location().unwrap_or_default();
        settle(self.specimen, authority, &place).await;
        made.with("id", place.rsplit('/').next().unwrap_or(""))
    }

    /// Makes a session and a token of somebody who is in no column.
    fn of_another(&self, made: Made) -> Made {
        let name = self.specimen.enrol(self.cast.own, made.value("user_name"), &["document_examiner"]);
        let session = self.specimen.sign_in(&name, Some(Purpose::DocumentExamination));
        let secret = self.specimen.token(&name, &[Purpose::DocumentExamination]);
        let identity = &self.specimen.ground.identity;
        let token = identity.by_token(&secret, Some(Purpose::DocumentExamination), self.specimen.clock.now());
        let token = token.expect("a token").session;
        made.with("session", session.caller.session.to_string()).with("token", token.to_string())
    }

    fn examiner(&self, state: &str) -> Session {
        self.specimen.signed_in(state, "document_examiner", Purpose::DocumentExamination)
    }

    /// Sends a form that must succeed, and answers where it leads.
    async fn done(&self, who: &Session, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.specimen.post(who, path, fields).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
        answer.location().unwrap_or_default()
    }

    async fn page(&self, who: &Session, path: &str) -> Answer {
        let answer = self.specimen.get(Some(who), path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer
    }

    async fn draft(&self, made: Made, author: &Session) -> Made {
        let to = self.done(author, "/documents/new", &[&ALERT[..], &[("act", "continue")]].concat()).await;
        let draft = to.split('/').nth(3).unwrap_or("").to_owned();
        let seen = hidden(&self.page(author, &to).await, "seen");
        made.with("draft", draft).with("seen", seen)
    }

    /// Makes an alert of the own State and brings it to where `standing` says: `alert published`.
    async fn alert(&self, made: Made, standing: &str, row: &Row) -> Made {
        let (author, other) = (self.examiner(self.cast.own), self.examiner(self.cast.third));
        let (reference, successor) = (self.submitted(&author).await, self.submitted(&author).await);
        self.confirm_and_publish(&author, &other, &successor).await;
        let path = format!("/documents/{reference}");
        let made = made.with("reference", reference.clone()).with("successor", successor);
        let seen = || async { hidden(&self.page(&other, &format!("{path}/confirm")).await, "seen") };
        match standing {
            "alert submitted" => {}
            "alert returned" => {
                let seen = seen().await;
                self.done(&other, &format!("{path}/return"), &[("seen", &seen), ("question", "¿Cuál? (ficticio)")])
                    .await;
            }
            "alert confirmed" => {
                let seen = seen().await;
                self.done(&other, &format!("{path}/confirm"), &[("seen", &seen)]).await;
                return made.with("seen", seen);
            }
            "alert published" => self.confirm_and_publish(&author, &other, &reference).await,
            "alert withdrawn" => {
                self.confirm_and_publish(&author, &other, &reference).await;
                self.done(&author, &format!("{path}/withdraw"), &[("reason", "duplicate")]).await;
            }
            other => panic!("no record is called {other}: `make` in rights/records.rs says how each comes about"),
        }
        if row.path.ends_with("/correct/{draft}") {
            return self.correction(made, &path).await;
        }
        if standing == "alert submitted" { made.with("seen", seen().await) } else { made }
    }

    async fn submitted(&self, author: &Session) -> String {
        let draft = self.draft(Made::default(), author).await;
        let path = format!("/documents/drafts/{}/submit", draft.value("draft"));
        let to = self.done(author, &path, &[("seen", draft.value("seen"))]).await;
        to.trim_start_matches("/documents/").split('?').next().unwrap_or("").to_owned()
    }

    async fn confirm_and_publish(&self, author: &Session, other: &Session, reference: &str) {
        let path = format!("/documents/{reference}");
        let seen = hidden(&self.page(other, &format!("{path}/confirm")).await, "seen");
        self.done(other, &format!("{path}/confirm"), &[("seen", &seen)]).await;
        self.done(author, &format!("{path}/publish"), &[("seen", &seen)]).await;
    }

    /// Starts a correction by the author whose drafts are asked about.
    async fn correction(&self, made: Made, path: &str) -> Made {
        let draft = self.done(self.author, &format!("{path}/correct"), &[]).await;
        let note = [("note", "Otra luz. (ficticio)"), ("act", "continue")];
        let to = self.done(self.author, &draft, &[&ALERT[..], &note].concat()).await;
        let seen = hidden(&self.page(self.author, &to).await, "seen");
        made.with("draft", draft.rsplit('/').next().unwrap_or("")).with("seen", seen)
    }
}

/// An id that nothing has.
const NOWHERE: &str = "01918c5e-7000-7000-8000-00000000dead";

/// Answers the value of a hidden field of a page.
fn hidden(page: &Answer, name: &str) -> String {
    let field = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1);
    field.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("no field {name}")).to_owned()
}
