//! A device that holds a passkey, in software, and says of itself what a test wants it to say.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Answer, ORIGIN};

const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 1 << 2;
const HOLDS_A_KEY: u8 = 1 << 6;

/// A device with one passkey.
#[derive(Clone)]
pub struct Device {
    key: SigningKey,
    id: Vec<u8>,
    /// What it counts; rises with each answer.
    pub counter: u32,
}

/// What a device and the browser around it say; by default the truth.
#[derive(Clone, Debug)]
pub struct Claims {
    /// Address of the page that asked.
    pub origin: String,
    /// Host to which the passkey is bound.
    pub host: String,
    /// Whether a finger, a face or a PIN was asked for.
    pub verified: bool,
    /// The challenge that is answered, where it is not the one that was put.
    pub challenge: Option<String>,
    /// Whether a bit of the signature is turned.
    pub spoiled: bool,
    /// Whether the key that is made is of RSA, with 2048 bits; it proves nothing later.
    pub rsa: bool,
}

impl Default for Claims {
    fn default() -> Self {
        Claims {
            origin: ORIGIN.to_owned(),
            host: "localhost".to_owned(),
            verified: true,
            challenge: None,
            spoiled: false,
            rsa: false,
        }
    }
}

impl Device {
    /// Makes a passkey in answer to what a page gave the browser, and answers what the form sends.
    pub fn make(options: &str, claims: &Claims) -> (Self, String) {
        let key = SigningKey::from_slice(&[&[1][..], &rand::random::<[u8; 31]>()].concat()).expect("a key");
        let device = Device { key, id: rand::random::<[u8; 32]>().to_vec(), counter: 0 };
        let mut data = device.data(claims, HOLDS_A_KEY);
        data.extend([0; 16]);
        data.extend((device.id.len() as u16).to_be_bytes());
        data.extend(&device.id);
        data.extend(if claims.rsa { rsa() } else { device.public() });
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x59");
        object.extend((data.len() as u16).to_be_bytes());
        object.extend(&data);
        let response = json!({
            "attestationObject": text(&object),
            "clientDataJSON": text(&client(options, "webauthn.create", claims)),
        });
        let sent = device.sent(&response);
        (device, sent)
    }

    /// Answers a challenge that a page gave the browser, and counts.
    pub fn answer(&mut self, options: &str, claims: &Claims) -> String {
        self.counter += 1;
        let (data, client) = (self.data(claims, 0), client(options, "webauthn.get", claims));
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        let mut signature = signature.to_der().as_bytes().to_vec();
        if claims.spoiled {
            *signature.last_mut().expect("a signature") ^= 1;
        }
        self.sent(&json!({
            "authenticatorData": text(&data),
            "clientDataJSON": text(&client),
            "signature": text(&signature),
            "userHandle": null,
        }))
    }

    /// Answers the public key as a map of CBOR: elliptic curve, ES256, P-256, x, y (RFC 9053, 7.1).
    fn public(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], x, &[0x22, 0x58, 0x20], y].concat()
    }

    fn data(&self, claims: &Claims, more: u8) -> Vec<u8> {
        let verified = if claims.verified { USER_VERIFIED } else { 0 };
        let mut data = Sha256::digest(claims.host.as_bytes()).to_vec();
        data.push(USER_PRESENT | verified | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn sent(&self, response: &Value) -> String {
        let id = text(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }
}

/// Answers what a page gives the browser for a device.
pub fn options(page: &Answer) -> String {
    let written = page.body.split("data-options=\"").nth(1).and_then(|rest| rest.split('"').next());
    written.unwrap_or_else(|| panic!("no challenge on the page: {}", page.body)).replace("&quot;", "\"")
}

/// Answers the public half of a key of RSA as a map of CBOR: RSA, RS256, modulus, exponent (RFC 8230, 4).
fn rsa() -> Vec<u8> {
    // Odd and of all its bits, as a product of two primes would be; nobody factors it here.
    let mut part: [u8; 32] = rand::random();
    part[0] |= 0x80;
    part[31] |= 1;
    let modulus = part.repeat(8);
    let head = [0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20, 0x59, 0x01, 0x00];
    [&head[..], &modulus, &[0x21, 0x43, 0x01, 0x00, 0x01]].concat()
}

fn client(options: &str, kind: &str, claims: &Claims) -> Vec<u8> {
    let options: Value = serde_json::from_str(options).expect("what the page gives the browser");
    let put = options["publicKey"]["challenge"].as_str().expect("a challenge").to_owned();
    let challenge = claims.challenge.clone().unwrap_or(put);
    let said = json!({ "type": kind, "challenge": challenge, "origin": claims.origin, "crossOrigin": false });
    said.to_string().into_bytes()
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
