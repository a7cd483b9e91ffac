//! What is left when code of ours panics: an answer that says nothing of the inside, a line for the operator, and a process
//! that goes on.

use std::any::Any;
use std::panic::PanicHookInfo;

use axum::response::{IntoResponse, Response};

use super::Refusal;

/// Lets every panic of the process be one line of the operator's log: its place, and never its message.
///
/// The message may hold what somebody sent: a slice out of bounds prints the text it was cut from.
pub fn log_panics() {
    std::panic::set_hook(Box::new(log_panic));
}

fn log_panic(info: &PanicHookInfo<'_>) {
    let place = info.location().map_or_else(String::new, ToString::to_string);
    let thread = std::thread::current();
    tracing::error!(place, thread = thread.name().unwrap_or(""), "a panic, which is a fault of this program");
}

/// Answers a request whose handler panicked, as the fault that it is.
pub(super) fn caught(_: Box<dyn Any + Send>) -> Response {
    let id = hex::encode(rand::random::<[u8; 4]>());
    tracing::error!(fault = id, "a request failed by a panic");
    Refusal::Fault(id).into_response()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::{Arc, Mutex};

    use axum::http::StatusCode;
    use tracing_subscriber::fmt::MakeWriter;

    use super::*;
    use crate::access::RateClass;
    use crate::ground::{Demonstration, Settings};
    use crate::identity::profile::RCM;
    use crate::specimen::Specimen;
    use crate::web::Routes;

    /// A log in memory.
    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    impl<'w> MakeWriter<'w> for Lines {
        type Writer = Lines;

        fn make_writer(&'w self) -> Lines {
            self.clone()
        }
    }

    impl Lines {
        fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }

        fn kept(&self) -> tracing::subscriber::DefaultGuard {
            let lines = tracing_subscriber::fmt().with_writer(self.clone()).with_ansi(false).json().flatten_event(true);
            tracing::subscriber::set_default(lines.finish())
        }
    }

    async fn planted() {
        panic!("what K90211756 sent");
    }

    fn with_a_fault() -> Specimen {
        let routes = || Routes::new().public_get("/planted", planted, RateClass::Look, "a planted fault");
        let demonstration = Some(Demonstration { words: Vec::new, routes });
        Specimen::served(&[], RCM, Settings { demonstration, ..Settings::default() })
    }

    #[tokio::test]
    async fn a_handler_that_panics_is_answered_and_logged() {
        let specimen = with_a_fault();
        let lines = Lines::default();
        let kept = lines.kept();
        let before = std::panic::take_hook();
        log_panics();
        let answer = specimen.get(None, "/planted").await;
        std::panic::set_hook(before);
        drop(kept);
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(answer.body.contains("</html>") && answer.headers.contains_key("content-security-policy"));
        let log = lines.text();
        let id = log.split("\"fault\":\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(answer.body.contains(id), "the person can quote what the log names: {}", answer.body);
        assert!(log.contains("last_resort.rs:"), "its place is logged: {log}");
        for inside in ["K90211756", "panic", "last_resort"] {
            assert!(!answer.body.contains(inside), "{inside}");
        }
        assert!(!log.contains("K90211756"), "what was sent stays out of the log: {log}");
        assert_eq!(specimen.get(None, "/sign-in").await.status, StatusCode::OK, "and the server goes on");
    }

    #[tokio::test]
    async fn a_forged_form_is_logged() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        let lines = Lines::default();
        let kept = lines.kept();
        for _ in 0..3 {
            assert_eq!(
                browser.post_bare("/account/password", &[("csrf", "forged")]).await.status,
                StatusCode::FORBIDDEN
            );
        }
        drop(kept);
        let log = lines.text();
        assert_eq!(log.lines().count(), 1, "once a minute: {log}");
        assert!(log.contains("\"route\":\"/account/password\"") && log.contains("WARN"), "{log}");
    }

    #[test]
    fn a_line_of_the_operators_log_cannot_be_forged() {
        let lines = Lines::default();
        let kept = lines.kept();
        let sent = "x\n{\"level\":\"INFO\",\"message\":\"forged\"}\r\u{2028}\u{1b}[2J";
        tracing::error!(reason = sent, "a request failed");
        tracing::error!("said with {sent}");
        drop(kept);
        let log = lines.text();
        assert_eq!(log.lines().count(), 2, "{log}");
        for line in log.lines() {
            let read: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!(read["level"], "ERROR");
            assert!(read["timestamp"].as_str().unwrap().ends_with('Z'), "an instant in UTC: {line}");
            assert!(!line.contains('\u{1b}'), "no sign that a terminal obeys: {line}");
        }
    }
}
