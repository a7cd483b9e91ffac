//! A browser without a screen: keeps cookies, sends the last page's form secret back, goes where it is led.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};

use super::{Answer, Specimen};
use crate::access::{Detail, Leaf};
use crate::identity;
use crate::identity::passwords::Password;
use crate::identity::totp::Secret;

/// The password that [`Specimen::with_password`] gives.
pub const PASSWORD: &str = "seven herons at dusk";

/// Somebody before a screen.
pub struct Browser<'s> {
    specimen: &'s Specimen,
    /// The cookies it keeps, by name.
    pub cookies: BTreeMap<String, String>,
    csrf: String,
    /// What a proxy in front says of where it stands.
    network: Option<&'s str>,
}

impl Specimen {
    /// Opens a browser in which nobody is signed in.
    pub fn browser(&self) -> Browser<'_> {
        Browser { specimen: self, cookies: BTreeMap::new(), csrf: String::new(), network: None }
    }

    /// Opens one that stands in a network, as a proxy in front says.
    pub fn browser_in<'s>(&'s self, network: &'s str) -> Browser<'s> {
        Browser { network: Some(network), ..self.browser() }
    }

    /// Enrols somebody and gives them [`PASSWORD`] as a password of their own.
    pub fn with_password(&self, state: &str, user_name: &str, roles: &[&str]) -> String {
        let user_name = self.enrol(state, user_name, roles);
        let name = user_name.clone();
        let set = self.ground.base.write_blocking(move |connection| {
            let password = Password::parse(PASSWORD, &name).expect("a password");
            identity::set_password(connection, &name, &password, None)
        });
        set.expect("a password set");
        user_name
    }

    /// Gives somebody enrolled one-time codes.
    pub fn with_codes(&self, user_name: &str) -> Secret {
        let (secret, name, ground) = (Secret::random(), user_name.to_owned(), self.ground.clone());
        let given = secret.clone();
        let set = self
            .ground
            .base
            .write_blocking(move |connection| identity::enrol_totp(connection, &ground.keys, &name, &given));
        set.expect("codes set up");
        secret
    }

    /// Breaks the access log as a full disk would, so that its lines cannot be stored, or mends it again.
    pub fn break_log(&self, broken: bool) {
        let log = crate::store::Database::open_alone(self.path(), &crate::access::ACCESS).expect("the access log");
        let (from, to) = if broken { ("leaf", "gone") } else { ("gone", "leaf") };
        log.execute_batch(&format!("ALTER TABLE {from} RENAME TO {to}")).expect("a table renamed");
    }

    /// Answers every line of the access log with its detail.
    pub fn log_lines(&self) -> Vec<(Leaf, Detail)> {
        let log = crate::store::Database::open_alone(self.path(), &crate::access::ACCESS).expect("the access log");
        let mut lines = log
            .prepare("SELECT leaf.body, detail.body FROM leaf JOIN detail USING (position) ORDER BY position")
            .expect("a statement");
        let lines = lines.query_map([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?)));
        lines
            .expect("rows")
            .map(|line| {
                let (leaf, detail) = line.expect("a row");
                (Leaf::decode(&leaf).expect("a leaf"), serde_json::from_slice(&detail).expect("a detail"))
            })
            .collect()
    }

    /// Answers every line of the access log as `action outcome decision`.
    pub fn log_acts(&self) -> Vec<String> {
        let lines = self.log_lines().into_iter();
        lines.map(|(leaf, _)| format!("{} {} {:?}", leaf.action, leaf.outcome, leaf.decision)).collect()
    }
}

impl Browser<'_> {
    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = self.with_cookies(Request::get(path)).body(Body::empty()).expect("a request");
        self.send(request).await
    }

    /// Sends a form with the secret that the last page's forms carry.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf.clone();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.post_bare(path, &all).await
    }

    /// Sends a form as it is.
    pub async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).expect("a form");
        let request = self
            .with_cookies(Request::post(path))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.expect("a request")).await
    }

    /// Follows an answer to where it leads, as far as it leads.
    pub async fn follow(&mut self, mut answer: Answer) -> Answer {
        for _ in 0..8 {
            let Some(to) = answer.location() else { return answer };
            answer = self.get(&to).await;
        }
        panic!("led in circles");
    }

    /// Signs in with [`PASSWORD`] and, where codes are asked for, the code of this instant; answers the first page.
    pub async fn sign_in(&mut self, user_name: &str, codes: Option<&Secret>) -> Answer {
        self.get("/sign-in").await;
        let answer = self.post("/sign-in", &[("user_name", user_name), ("password", PASSWORD)]).await;
        let answer = self.follow(answer).await;
        let Some(codes) = codes else { return answer };
        let code = codes.code(self.specimen.clock.now());
        let answer = self.post("/sign-in/code", &[("code", &code)]).await;
        self.follow(answer).await
    }

    /// Signs somebody in with [`PASSWORD`] and new one-time codes, which take the place of those before; answers the first page.
    pub async fn enter(&mut self, user_name: &str) -> Answer {
        let codes = self.specimen.with_codes(user_name);
        self.sign_in(user_name, Some(&codes)).await
    }

    /// Says whether somebody is signed in here.
    pub async fn is_signed_in(&mut self) -> bool {
        self.get("/account").await.status == axum::http::StatusCode::OK
    }

    async fn send(&mut self, request: Request<Body>) -> Answer {
        let answer = self.specimen.send(request).await;
        for line in answer.headers.get_all(SET_COOKIE) {
            let line = line.to_str().expect("a cookie in ASCII");
            let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).expect("name and value");
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        // The last of the page: the form to sign out, which every page of somebody signed in has, comes first.
        if let Some((_, secret)) = answer.body.rsplit_once("name=\"csrf\" value=\"") {
            self.csrf = secret.split('"').next().unwrap_or("").to_owned();
        }
        answer
    }

    fn with_cookies(&self, request: axum::http::request::Builder) -> axum::http::request::Builder {
        let line: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = match self.network {
            Some(network) => request.header("x-forwarded-for", network),
            None => request,
        };
        if line.is_empty() { request } else { request.header(COOKIE, line.join("; ")) }
    }
}

impl Answer {
    /// Answers where the answer leads, if it leads elsewhere.
    pub fn location(&self) -> Option<String> {
        self.headers.get(LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned)
    }

    /// Answers the line that sets a cookie.
    pub fn cookie_line(&self, name: &str) -> Option<String> {
        let lines = self.headers.get_all(SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        lines.map(str::to_owned).find(|line| line.starts_with(&format!("{name}=")))
    }
}
