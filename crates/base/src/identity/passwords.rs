//! Passwords: which ones are taken, and how they rest.
//!
//! Argon2id with 46 MiB, two passes and one lane, which is at least both of OWASP's first choices (46 MiB and one pass,
//! 19 MiB and two passes). Hashing runs away from the threads that answer, a few at a time, so that a crowd of sign-ins
//! cannot take the machine from the border checks.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use tokio::sync::{Semaphore, oneshot};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::machine;
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

/// Letters and digits that are left of a password without the words of the work, at least.
const OF_ONES_OWN: usize = 8;

/// Memory of one hashing, in KiB.
const MEMORY_KIB: u32 = 46 * 1024;

/// Passes of one hashing.
const PASSES: u32 = 2;

/// Sign-ins that may wait for their turn, or have it: a few seconds' work.
const WAITING: usize = 64;

/// How long a password set by somebody else is taken.
pub const FIRST_LIMIT: SignedDuration = SignedDuration::from_hours(7 * 24);

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
    /// It is on a list of common or leaked passwords, or repeats a few characters.
    #[error("a password that many people use is not taken")]
    Common,
    /// It is made of words that everybody here has in mind.
    #[error("a password of words of the work, and little else, is not taken")]
    OfTheWork,
}

impl PasswordFault {
    /// Answers the key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            PasswordFault::Short => "password-short",
            PasswordFault::Long => "password-long",
            PasswordFault::UserName => "password-user-name",
            PasswordFault::Common => "password-common",
            PasswordFault::OfTheWork => "password-of-the-work",
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
        if different.len() < DIFFERENT || COMMON.contains(lower.as_str()) || has_leaked(&lower) {
            return Err(PasswordFault::Common);
        }
        if beside_words_of_the_work(&lower).is_some_and(|left| left < OF_ONES_OWN) {
            return Err(PasswordFault::OfTheWork);
        }
        Ok(Password(password))
    }

    /// Makes a password of 26 characters that are not taken for one another, in six groups: 128 random bits.
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

/// Sets a password that its person chose, by its hash.
pub fn set(connection: &Connection, person: Uuid, hash: &str) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE person SET password_hash = ?2, must_change = 0, first_until_us = NULL, version = version + 1 WHERE id = ?1",
        (person, hash),
    )?;
    Ok(())
}

/// Sets a password that somebody else knows, by its hash: it serves once, and for [`FIRST_LIMIT`].
pub fn set_first(connection: &Connection, person: Uuid, hash: &str, now: Timestamp) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE person SET password_hash = ?2, must_change = 1, first_until_us = ?3, version = version + 1 WHERE id = ?1",
        (person, hash, (now + FIRST_LIMIT).as_microsecond()),
    )?;
    Ok(())
}

/// Where passwords are hashed: a few at a time, on threads that let those go first that answer.
pub struct Hashing {
    /// Turns that may be waited for; beyond them a sign-in is told that too many wait.
    turns: Arc<Semaphore>,
    work: SyncSender<Work>,
}

type Work = Box<dyn FnOnce() + Send>;

impl Hashing {
    /// Makes a place for as many at a time as half the machine's cores, and at least one.
    pub fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let (work, queue) = sync_channel::<Work>(WAITING);
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..(cores / 2).max(1) {
            let queue = Arc::clone(&queue);
            // Where no thread can be had, nobody signs in, and is told that too many wait.
            let _ = std::thread::Builder::new().name("passwords".into()).spawn(move || hash_in_turn(&queue));
        }
        Hashing { turns: Arc::new(Semaphore::new(WAITING)), work }
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
        let turn = Arc::clone(&self.turns).try_acquire_owned().map_err(|_| Refusal::Busy)?;
        let (done, answer) = oneshot::channel();
        let work = move || {
            // Held until the work is done, even when the asker has gone.
            let _turn = turn;
            // Whoever waited too long has gone, and nobody needs the work any more.
            if !done.is_closed() {
                let _ = done.send(work());
            }
        };
        self.work.try_send(Box::new(work)).map_err(|_| Refusal::Busy)?;
        let answered = tokio::time::timeout(TURN_LIMIT, answer).await;
        answered.map_err(|_| Refusal::Busy)?.map_err(|_| Refusal::Busy)
    }
}

fn hash_in_turn(queue: &Mutex<Receiver<Work>>) {
    machine::stand_back();
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(work) = next else { return };
        // A panic ends this turn only: without its thread nobody could sign in until a restart.
        let _ = catch_unwind(AssertUnwindSafe(work));
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

/// Words that everybody here has in mind, the longest first.
static OF_THE_WORK: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("words-of-the-work.txt").lines().filter(|line| !line.starts_with('#'));
    let mut words: Vec<&str> = lines.collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
});

/// The passwords of at least [`SHORTEST`] characters among the million that were found most often in published leaks: the
/// first six bytes of the SHA-256 of each, in small letters, sorted. As hashes, because people's names are among them.
const LEAKED: &[u8] = include_bytes!("leaked-passwords.bin");

/// Answers whether a password in small letters is among those of the published leaks.
fn has_leaked(lower: &str) -> bool {
    let hash = Sha256::digest(lower.as_bytes());
    let (entries, _) = LEAKED.as_chunks::<6>();
    entries.binary_search_by(|entry| entry.as_slice().cmp(&hash[..6])).is_ok()
}

/// Answers how many letters and digits of a password in small letters are left beside words of the work; none when it has
/// no such word.
fn beside_words_of_the_work(lower: &str) -> Option<usize> {
    let apart = Zeroizing::new(DecomposingNormalizerBorrowed::new_nfkd().normalize(lower).into_owned());
    // Accents and whatever stands between words are passed over, as whoever guesses passes over them.
    let mut left = Zeroizing::new(apart.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    let mut found = false;
    for word in OF_THE_WORK.iter() {
        if left.contains(word) {
            // A sign in its place, so that what stood around it does not become another word.
            left = Zeroizing::new(left.replace(word, " "));
            found = true;
        }
    }
    found.then(|| left.chars().filter(|c| c.is_alphanumeric()).count())
}

/// Writes half of a first password with bytes drawn at random: thirteen letters and digits that are not mistaken for others,
/// of which 26 have 128 bits.
pub(super) fn half(bytes: impl Iterator<Item = u8>) -> String {
    const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    // Bytes over the last whole multiple of 31 would favour the first letters.
    let fair = bytes.filter(|byte| *byte < 248).filter_map(|byte| LETTERS.get(usize::from(byte % 31)));
    let mut text: String = fair.take(13).map(|letter| char::from(*letter)).collect();
    // From behind, so that the first does not move the second.
    for group in [9, 5] {
        text.insert(group.min(text.len()), '-');
    }
    text
}

/// The same letters typed on different machines may come as different bytes (NIST SP 800-63B: NFKC).
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
    fn passwords_of_the_published_lists_are_not_taken() {
        let (entries, rest) = LEAKED.as_chunks::<6>();
        assert!(entries.len() > 40_000 && rest.is_empty(), "{}", entries.len());
        assert!(entries.is_sorted(), "they are looked for by halves");
        for leaked in ["123qweasdzxc", "1qaz2wsx3edc", "qwerty123456", "Unbelievable", "Justinbieber", "counterstrike"]
        {
            assert_eq!(Password::parse(leaked, "somebody").err(), Some(PasswordFault::Common), "{leaked}");
        }
        assert!(!has_leaked("seven herons at dusk"));
    }

    #[test]
    fn a_password_of_nothing_but_words_of_the_work_is_not_taken() {
        let fault = |typed: &str| Password::parse(typed, "somebody").err();
        for of_the_work in [
            "Puebla Migración 2026",
            "conferencia-regional",
            "GuatemalaHonduras1!",
            "pasaporte.frontera",
            "CostaRica-2026-CRM",
        ] {
            assert_eq!(fault(of_the_work), Some(PasswordFault::OfTheWork), "{of_the_work}");
        }
        for own in ["seven herons at the border", "ocho garzas en Puebla", "guatemala 8 kayaks ñame"] {
            assert_eq!(fault(own), None, "{own}");
        }
        for word in OF_THE_WORK.iter() {
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word} would never be found");
        }
    }

    #[tokio::test]
    async fn a_password_may_be_made_of_anything() {
        let hashing = Hashing::new();
        let long = "seven herons at dusk, ".repeat(9);
        for typed in [
            "alllettershereinarow",
            "0918273645546372",
            "~!@#$%^&*()_+`",
            "  two blanks lead  ",
            "ñandú 鷺 \u{1f986} 湖のほとり",
            &long[..64],
            &long[..200.min(long.len())],
        ] {
            let password = Password::parse(typed, "somebody").unwrap_or_else(|fault| panic!("{typed}: {fault}"));
            let hash = password.hash().unwrap();
            assert!(hashing.matches(typed, Some(hash.clone())).await.unwrap(), "{typed}");
            let shorter: String = typed.chars().take(typed.chars().count() - 1).collect();
            assert!(!hashing.matches(&shorter, Some(hash.clone())).await.unwrap(), "nothing is cut: {typed}");
            if typed.to_uppercase() != typed {
                assert!(!hashing.matches(&typed.to_uppercase(), Some(hash)).await.unwrap(), "case is kept: {typed}");
            }
        }
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
        let letters = one.as_str().chars().filter(|letter| letter.is_ascii_alphanumeric()).count();
        assert_eq!((letters, one.as_str().len()), (26, 31));
        assert!(letters as f64 * 31_f64.log2() >= 128.0, "as many bits as are asked of what nobody may guess");
        assert_ne!(one.as_str(), two.as_str());
        assert!(Password::parse(one.as_str(), "somebody").is_ok());
    }
}
