//! Passwords: which ones are taken, and how they rest.
//!
//! Argon2id with 46 MiB, two passes and one lane, which is at least both of OWASP's first choices (46 MiB and one pass,
//! 19 MiB and two passes). Hashing runs away from the threads that answer, a few at a time, so that a crowd of sign-ins
//! cannot take the machine from the border checks.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use icu::normalizer::ComposingNormalizerBorrowed;
use rusqlite::Connection;
use tokio::sync::Semaphore;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::store::StoreError;
use crate::web::Refusal;

/// Characters a password has at least (NIST SP 800-63B asks for 8; we ask for 12 because some people sign in with it alone).
pub const SHORTEST: usize = 12;

/// Characters a password has at most.
pub const LONGEST: usize = 200;

/// Different characters a password has at least.
const DIFFERENT: usize = 5;

/// A user name of fewer characters may stand inside a password.
const SHORT_NAME: usize = 6;

/// Memory of one hashing, in KiB.
const MEMORY_KIB: u32 = 46 * 1024;

/// Passes of one hashing.
const PASSES: u32 = 2;

/// How long a sign-in waits for its turn to be hashed.
const TURN_LIMIT: Duration = Duration::from_secs(10);

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// Fewer than [`SHORTEST`] characters.
    #[error("a password has at least {SHORTEST} characters")]
    Short,
    /// More than [`LONGEST`] characters.
    #[error("a password has at most {LONGEST} characters")]
    Long,
    /// It holds the user name, or is held by it.
    #[error("a password is not the user name")]
    UserName,
    /// It is on the list of common passwords, or repeats a few characters.
    #[error("a password that many people use is not taken")]
    Common,
}

impl PasswordFault {
    /// Answers the key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            PasswordFault::Short => "password-short",
            PasswordFault::Long => "password-long",
            PasswordFault::UserName => "password-user-name",
            PasswordFault::Common => "password-common",
        }
    }
}

/// A password that may be set.
pub struct Password(Zeroizing<String>);

impl Password {
    /// Reads a new password for the person of that user name.
    ///
    /// Source of the rules: NIST SP 800-63B, 3.1.1.2 (length, a list of common ones, no rules of composition, NFKC).
    pub fn parse(typed: &str, user_name: &str) -> Result<Self, PasswordFault> {
        let password = normal(typed);
        let length = password.chars().count();
        if length < SHORTEST {
            return Err(PasswordFault::Short);
        }
        if length > LONGEST {
            return Err(PasswordFault::Long);
        }
        let lower = Zeroizing::new(password.to_lowercase());
        // A short name stands inside too many good sentences to be forbidden there.
        let holds_name = user_name.len() >= SHORT_NAME && lower.contains(user_name);
        if holds_name || user_name.contains(lower.as_str()) {
            return Err(PasswordFault::UserName);
        }
        let different: HashSet<char> = lower.chars().collect();
        if different.len() < DIFFERENT || COMMON.contains(lower.as_str()) {
            return Err(PasswordFault::Common);
        }
        Ok(Password(password))
    }

    /// Makes a password of 20 characters that are not taken for one another, in four groups: about 99 random bits.
    pub fn random() -> Self {
        Password(Zeroizing::new(format!("{}-{}", Password::random_half(), Password::random_half())))
    }

    /// Makes half of a random password, for each of two people to hand over one.
    pub fn random_half() -> String {
        half(std::iter::repeat_with(rand::random))
    }

    /// Answers the password itself, to be shown once to whoever hands it on.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Answers its hash as it is stored (PHC string). Takes some tens of milliseconds.
    pub fn hash(&self) -> Result<String, StoreError> {
        let hash: PasswordHash = ours()
            .hash_password(self.0.as_bytes())
            .map_err(|error| StoreError::Damaged(format!("password: {error}")))?;
        Ok(hash.to_string())
    }
}

/// Sets a person's password by its hash; `must_change` when somebody else knows it.
pub fn set(connection: &Connection, person: Uuid, hash: &str, must_change: bool) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE person SET password_hash = ?2, must_change = ?3, version = version + 1 WHERE id = ?1",
        (person, hash, must_change),
    )?;
    Ok(())
}

/// Where passwords are hashed: a few at a time, away from the threads that answer.
pub struct Hashing {
    turns: Arc<Semaphore>,
}

impl Hashing {
    /// Makes a place for as many at a time as half the machine's cores, and at least one.
    pub fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Hashing { turns: Arc::new(Semaphore::new((cores / 2).max(1))) }
    }

    /// Answers whether a typed password is the one whose hash is stored.
    ///
    /// Without a hash it works just as long and answers no, so that the time does not tell who exists. Errors: `Busy`
    /// when too many wait before it.
    pub async fn matches(&self, typed: &str, stored: Option<String>) -> Result<bool, Refusal> {
        let typed = normal(typed);
        self.run(move || match stored.filter(|hash| !hash.is_empty()) {
            Some(hash) => verify(&typed, &hash),
            None => {
                verify(&typed, &NOBODY);
                false
            }
        })
        .await
    }

    /// Lets nobody have a turn any more, as when too many wait.
    #[cfg(test)]
    pub fn close(&self) {
        self.turns.close();
    }

    /// Answers the hash of a new password.
    pub async fn hash(&self, password: Password) -> Result<String, Refusal> {
        Ok(self.run(move || password.hash()).await??)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
        let turn = tokio::time::timeout(TURN_LIMIT, Arc::clone(&self.turns).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else { return Err(Refusal::Busy) };
        tokio::task::spawn_blocking(move || {
            // Held until the work is done, even when the asker has gone.
            let _turn = turn;
            work()
        })
        .await
        .map_err(|_| Refusal::Busy)
    }
}

impl Default for Hashing {
    fn default() -> Self {
        Hashing::new()
    }
}

/// The hash of a random password, for the work of refusing a name that nobody has.
static NOBODY: LazyLock<String> = LazyLock::new(|| Password::random().hash().unwrap_or_default());

/// The common passwords of at least [`SHORTEST`] characters, in lower case.
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common-passwords.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// The same letters typed on different machines may come as different bytes (NIST SP 800-63B: NFKC).
/// Writes half of a first password with bytes drawn at random: ten letters and digits that are not mistaken for others.
pub(super) fn half(bytes: impl Iterator<Item = u8>) -> String {
    const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    // Bytes over the last whole multiple of 31 would favour the first letters.
    let fair = bytes.filter(|byte| *byte < 248).filter_map(|byte| LETTERS.get(usize::from(byte % 31)));
    let mut text: String = fair.take(10).map(|letter| char::from(*letter)).collect();
    text.insert(5.min(text.len()), '-');
    text
}

fn normal(typed: &str) -> Zeroizing<String> {
    Zeroizing::new(ComposingNormalizerBorrowed::new_nfkc().normalize(typed).into_owned())
}

fn verify(typed: &str, hash: &str) -> bool {
    // The parameters are those the hash names: one made with others is still checked.
    PasswordHash::new(hash).is_ok_and(|hash| ours().verify_password(typed.as_bytes(), &hash).is_ok())
}

fn ours() -> Argon2<'static> {
    let parameters = Params::new(MEMORY_KIB, PASSES, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn short_long_common_and_own_names_are_not_taken() {
        let fault = |typed: &str| Password::parse(typed, "gtm.officer.rivas").err();
        assert_eq!(fault("eleven char"), Some(PasswordFault::Short));
        assert_eq!(fault("ñandú ñandú ñ"), None, "characters count, not bytes");
        assert_eq!(fault(&"abcdefg".repeat(40)), Some(PasswordFault::Long));
        assert_eq!(fault("gtm.officer.rivas"), Some(PasswordFault::UserName));
        assert_eq!(fault("GTM.officer.Rivas1"), Some(PasswordFault::UserName));
        assert_eq!(fault("officer.rivas"), Some(PasswordFault::UserName));
        assert_eq!(fault("Password1234"), Some(PasswordFault::Common));
        assert_eq!(fault("aaaaaaaaaaaaaaa"), Some(PasswordFault::Common));
        assert_eq!(fault("121212121212"), Some(PasswordFault::Common));
        assert_eq!(fault("seven herons at dusk"), None);
    }

    #[test]
    fn the_list_holds_only_what_the_length_lets_through() {
        assert!(COMMON.len() >= 100, "{}", COMMON.len());
        for common in COMMON.iter() {
            assert!(common.chars().count() >= SHORTEST, "{common}: shorter ones are refused without a list");
            assert_eq!(*common, common.to_lowercase());
        }
    }

    #[tokio::test]
    async fn a_password_matches_its_own_hash_alone_however_it_was_composed() {
        let hashing = Hashing::new();
        let hash = Password::parse("ni\u{f1}os en la orilla", "x.y").unwrap().hash().unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=47104,t=2,p=1$"), "{hash}");
        assert!(hashing.matches("nin\u{303}os en la orilla", Some(hash.clone())).await.unwrap());
        assert!(!hashing.matches("ninos en la orilla", Some(hash)).await.unwrap());
        assert!(!hashing.matches("", Some(String::new())).await.unwrap(), "no password is set: none fits");
        assert!(!hashing.matches("seven herons at dusk", None).await.unwrap());
    }

    #[tokio::test]
    #[allow(clippy::disallowed_methods)] // How long it takes is what is tested.
    async fn a_name_nobody_has_takes_as_long_as_a_wrong_password() {
        let hashing = Hashing::new();
        let hash = Password::random().hash().unwrap();
        hashing.matches("first", None).await.unwrap();
        let (mut wrong, mut nobody) = (f64::MAX, f64::MAX);
        // By turns, and the shortest of each: what else the machine does falls on both.
        for _ in 0..10 {
            for (shortest, stored) in [(&mut wrong, Some(hash.clone())), (&mut nobody, None)] {
                let start = std::time::Instant::now();
                hashing.matches("seven herons at dusk", stored).await.unwrap();
                *shortest = shortest.min(start.elapsed().as_secs_f64());
            }
        }
        assert!((0.5..2.0).contains(&(wrong / nobody)), "wrong {wrong} s, nobody {nobody} s");
    }

    #[test]
    fn first_passwords_are_long_and_never_the_same() {
        let (one, two) = (Password::random(), Password::random());
        assert_eq!(one.as_str().len(), 23);
        assert_ne!(one.as_str(), two.as_str());
        assert!(Password::parse(one.as_str(), "somebody").is_ok());
    }
}
