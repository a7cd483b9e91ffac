//! Documents whose texts do not go together: how one comes about, and what is sent about it.

use super::super::asking::{Sent, request};
use super::super::people::People;
use super::{Made, Records, form};

/// What is sent about a flag.
pub(super) fn dismissed(path: &str) -> Sent {
    match path.starts_with("/api/") {
        true => Sent::Json(serde_json::json!({ "dismissed": true, "reason": "Specimen" })),
        false => form(&[("reason", "Specimen")]),
    }
}

impl Records<'_> {
    /// Files a document with two texts, one of which says a number that the other does not; answers the flag.
    pub(super) async fn divergent(&self, made: Made, class: &str) -> Made {
        let made = self.paper(made, class).await;
        let people = People::of(self.specimen, self.cast, &["sc".to_owned()]).await;
        let [coordinator] = people.all.as_slice() else { return made };
        let Some(session) = &coordinator.session else { return made };
        let path = format!("/papers/{}", made.value("reference"));
        let field = |name: &str, value: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let file = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nShown 7\r\n--edge--\r\n";
        let body = field("csrf", &session.csrf) + &field("language", "en") + &field("authentic", "yes") + file;
        let sent = Sent::Bytes("multipart/form-data; boundary=edge", body.into_bytes());
        let answer = self.specimen.send(request(coordinator, "POST", &format!("{path}/add"), Some(sent))).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let page = self.page(session, &format!("{path}/languages")).await.body;
        let hash = page.split(&format!("{path}/languages/")).nth(1).and_then(|rest| rest.split('"').next());
        made.with("hash", hash.unwrap_or_default())
    }
}
