//! The address under which browsers know this server. It is said by whoever starts it and never taken from a request.

use webauthn_rs::WebauthnBuilder;
use webauthn_rs::prelude::{Url, Webauthn};

/// How long a person may take over their device before the browser gives up.
pub(super) const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5 * 60);

/// An origin in the sense of browsers: scheme, host and port. Passkeys are bound to its host.
#[derive(Clone, Debug)]
pub struct Origin {
    address: String,
    host: String,
    webauthn: Webauthn,
}

/// Why an address cannot be the origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginFault {
    /// It cannot be read as one, or says more than scheme, host and port.
    #[error("not an origin")]
    Form,
    /// It is a number: browsers bind passkeys to names.
    #[error("not a name")]
    Number,
    /// It is in the clear, and browsers use passkeys over TLS alone, but for `localhost`.
    #[error("in the clear")]
    Clear,
}

impl OriginFault {
    /// Answers the key of the command's words.
    pub fn key(self) -> &'static str {
        match self {
            OriginFault::Form => "value-origin-form",
            OriginFault::Number => "value-origin-number",
            OriginFault::Clear => "value-origin-clear",
        }
    }
}

impl Origin {
    /// Reads an origin such as `https://secretariat.example`.
    pub fn parse(text: &str) -> Result<Self, OriginFault> {
        let url = Url::parse(text).map_err(|_| OriginFault::Form)?;
        let host = url.host_str().ok_or(OriginFault::Form)?.to_owned();
        let bare = url.origin().ascii_serialization();
        // Whatever stands behind the port is no part of an origin, and a name before the host is somebody's trick.
        if bare != text.trim_end_matches('/').to_lowercase() {
            return Err(OriginFault::Form);
        }
        if url.domain().is_none() {
            return Err(OriginFault::Number);
        }
        match url.scheme() {
            "https" => {}
            "http" if host == "localhost" => {}
            "http" => return Err(OriginFault::Clear),
            _ => return Err(OriginFault::Form),
        }
        Origin::new(&url, bare, host, false)
    }

    /// Answers the origin of a server that only its own machine reaches; port 0 is any.
    pub fn on_this_machine(port: u16) -> Result<Self, OriginFault> {
        let address = if port == 0 { "http://localhost".to_owned() } else { format!("http://localhost:{port}") };
        let url = Url::parse(&address).map_err(|_| OriginFault::Form)?;
        Origin::new(&url, url.origin().ascii_serialization(), "localhost".to_owned(), port == 0)
    }

    fn new(url: &Url, address: String, host: String, any_port: bool) -> Result<Self, OriginFault> {
        let built = WebauthnBuilder::new(&host, url).map_err(|_| OriginFault::Form)?;
        let webauthn = built.rp_name("Puebla").allow_any_port(any_port).timeout(PATIENCE).build();
        Ok(Origin { address, host: host.clone(), webauthn: webauthn.map_err(|_| OriginFault::Form)? })
    }

    /// Answers it as browsers write it.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Answers the host, to which passkeys are bound.
    pub fn host(&self) -> &str {
        &self.host
    }

    pub(super) fn webauthn(&self) -> &Webauthn {
        &self.webauthn
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port_over_tls() {
        for (text, address, host) in [
            ("https://secretariat.example", "https://secretariat.example", "secretariat.example"),
            ("https://Secretariat.example/", "https://secretariat.example", "secretariat.example"),
            ("https://secretariat.example:8443", "https://secretariat.example:8443", "secretariat.example"),
            ("http://localhost:8080", "http://localhost:8080", "localhost"),
        ] {
            let origin = Origin::parse(text).unwrap();
            assert_eq!((origin.address(), origin.host()), (address, host));
        }
        assert_eq!(Origin::on_this_machine(8080).unwrap().address(), "http://localhost:8080");
    }

    #[test]
    fn what_browsers_would_not_bind_a_passkey_to_is_refused() {
        use OriginFault::{Clear, Form, Number};
        for (text, fault) in [
            ("", Form),
            ("secretariat.example", Form),
            ("https://secretariat.example/puebla", Form),
            ("https://secretariat.example?a", Form),
            ("https://somebody@secretariat.example", Form),
            ("ftp://secretariat.example", Form),
            ("javascript:alert(1)", Form),
            ("http://127.0.0.1:8080", Number),
            ("https://[::1]", Number),
            ("http://secretariat.example", Clear),
            ("http://localhost.example", Clear),
        ] {
            assert_eq!(Origin::parse(text).unwrap_err(), fault, "{text}");
        }
    }
}
