//! What is planted, each with where it may be and where it must be, so that it is known to have been planted.

use base::identity::totp::Secret;

/// Where something can turn up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// `base.db` with its write-ahead log and shared memory, free pages included.
    Base,
    /// `access.db`, the same.
    Access,
    /// `registers.db`, the same.
    Registers,
    /// Anything else in the data folder: files by content, the import's own, locks.
    Folder,
    /// Bodies of answers.
    Body,
    /// Heads of answers: where they lead, cookies.
    Head,
    /// The server's own log at its most talkative, as text and as JSON; figures for the operator among it.
    Log,
    /// A backup.
    Backup,
    /// The folder for temporary files.
    Temporary,
    /// What commands print.
    Printed,
    /// The server's memory, read while it runs.
    Memory,
}

/// Something planted.
pub struct Canary {
    pub what: &'static str,
    pub text: String,
    /// Where it may be seen.
    pub may: &'static [Place],
    /// Where it must be seen: a canary that nobody planted proves nothing.
    pub must: &'static [Place],
}

use Place::{Access, Backup, Base, Body, Head, Memory, Printed, Registers};

/// What the base keeps of people.
const OF_PEOPLE: &[Place] = &[Base, Body, Backup, Memory, Printed];
/// What the log's details and pages name people by.
const IDS: &[Place] = &[Base, Access, Registers, Body, Head, Backup, Memory, Printed];
/// What States say to one another, without a person in it.
const OF_STATES: &[Place] = &[Registers, Body, Backup, Memory, Printed];
/// The same, which was a draft of its author before: the base's log written ahead holds it until it is written over.
const BEGAN_AS_A_DRAFT: &[Place] = &[Registers, Base, Body, Backup, Memory, Printed];
/// Whom a State looks for: kept in clear, for every comparison needs it, and shown to its own officers alone.
const OF_ALERTS: &[Place] = &[Registers, Body, Backup, Memory, Printed];
/// What rests sealed: shown to whom the policies let open it, and in no file in clear, neither table nor journal nor backup.
pub const SEALED: &[Place] = &[Body, Memory];
/// What is answered to whoever sent it, and kept nowhere.
const ANSWERED: &[Place] = &[Body];

/// Each kind: its name, where it may be, where it must be.
const KINDS: [(&str, &[Place], &[Place]); 55] = [
    ("person's name", OF_PEOPLE, &[Base, Body]),
    ("person's id", IDS, &[Access, Body]),
    ("enrolled name", OF_PEOPLE, &[Base, Body]),
    ("user name", OF_PEOPLE, &[Base, Body]),
    ("institution", OF_PEOPLE, &[Base, Body]),
    ("post", OF_PEOPLE, &[Base, Body]),
    ("contact", OF_PEOPLE, &[Base, Body]),
    ("token's name", OF_PEOPLE, &[Base, Body]),
    ("passkey's name", OF_PEOPLE, &[Base]),
    ("draft", OF_PEOPLE, &[Base]),
    ("note of oversight", OF_PEOPLE, &[Base, Body]),
    ("sealed secret", &[], &[]),
    ("password", &[], &[]),
    ("wrong password", &[], &[]),
    ("typed for a user name", ANSWERED, &[Body]),
    ("typed for a code", ANSWERED, &[]),
    ("first password", ANSWERED, &[Body]),
    ("cookie", &[Head], &[Head]),
    ("cookie of nobody", &[], &[]),
    ("form's secret", &[Body, Base, Memory], &[Body, Base]),
    ("token", ANSWERED, &[Body]),
    ("token of nobody", &[], &[]),
    ("address forwarded for", &[], &[]),
    ("browser", &[], &[]),
    ("page from elsewhere", &[], &[]),
    ("name looked for", ANSWERED, &[Body]),
    ("words looked for", ANSWERED, &[Body]),
    ("part of an address", &[Body, Head], &[Body]),
    ("question of an address", ANSWERED, &[]),
    ("number checked on a page", ANSWERED, &[Body]),
    ("number checked by a program", ANSWERED, &[Body]),
    ("number in a zone", ANSWERED, &[Body]),
    ("holder in a zone", ANSWERED, &[Body]),
    ("holder in a zone that cannot be read", ANSWERED, &[Body]),
    ("traveller who is compared", ANSWERED, &[Body]),
    ("number reported", ANSWERED, &[]),
    ("number imported", ANSWERED, &[]),
    ("reference", OF_STATES, &[Registers, Body]),
    ("name of a file", ANSWERED, &[]),
    ("text of an alert", BEGAN_AS_A_DRAFT, &[Body]),
    ("name of whom is looked for", OF_ALERTS, &[Registers, Body]),
    ("reason of an alert", SEALED, &[Body]),
    ("authority of an alert", SEALED, &[Body]),
    ("question of a second person", SEALED, &[Body]),
    ("why it is grave", SEALED, &[Body]),
    ("why nothing gentler", SEALED, &[Body]),
    ("question between States", SEALED, &[Body]),
    ("answer between States", SEALED, &[Body]),
    ("word to another State", SEALED, &[Body]),
    ("proposal to another State", SEALED, &[Body]),
    ("birthplace of a holder", SEALED, &[Body]),
    ("what somebody asks", SEALED, &[Body]),
    ("contact of who asks", SEALED, &[Body]),
    ("danger behind broken glass", SEALED, &[Body]),
    ("finding about broken glass", SEALED, &[Body]),
];

/// Everything planted in one run.
pub struct Planted {
    pub canaries: Vec<Canary>,
    pub secret: Secret,
}

impl Planted {
    /// Invents everything anew: nothing of it stands anywhere by chance.
    pub fn new() -> Self {
        let secret = Secret::random();
        let canaries =
            KINDS.iter().map(|(what, may, must)| Canary { what, text: invented(what, &secret), may, must }).collect();
        Planted { canaries, secret }
    }

    /// Answers what was planted under a name.
    pub fn text(&self, what: &str) -> &str {
        let found = self.canaries.iter().find(|canary| canary.what == what);
        found.map_or_else(|| panic!("nothing is planted as {what}"), |canary| canary.text.as_str())
    }

    /// Takes what the server itself made as planted under a name.
    pub fn take(&mut self, what: &str, text: &str) {
        assert!(text.len() >= 12, "{what}: {text:?} is too short to be found");
        for canary in self.canaries.iter_mut().filter(|canary| canary.what == what) {
            canary.text = text.to_owned();
        }
    }

    /// Answers a zone of that number and holder, both planted, with every digit right.
    pub fn zone(&self) -> String {
        let sample = registers::checks::samples::Sample::passport("HND", self.text("number in a zone"));
        sample.zone().replace("SPECIMEN<ZELAYA<<IRIS", &holder(self.text("holder in a zone")))
    }
}

/// A holder's name as long as the sample's.
fn holder(name: &str) -> String {
    format!("{name:<<21.21}")
}

fn invented(what: &str, secret: &Secret) -> String {
    let letters = |count: usize| -> String {
        // No vowels: no word of any page.
        (0..count).map(|_| char::from(b"bcdfghjklmnpqrstvwxz"[usize::from(rand::random::<u8>() % 20)])).collect()
    };
    let number = || format!("Q{}", (0..8).map(|_| char::from(b'0' + rand::random::<u8>() % 10)).collect::<String>());
    match what {
        "sealed secret" => secret.base32(),
        "address forwarded for" => {
            format!("2001:db8:{:x}:{:x}::77", rand::random::<u16>() | 0x1000, rand::random::<u16>() | 0x1000)
        }
        "user name" => format!("gtm.{}", letters(12)),
        what if what.starts_with("number") => number(),
        what if what.starts_with("holder") => letters(14).to_uppercase(),
        what if what.ends_with("password") => format!("{} {}", letters(9), letters(9)),
        "person's name" | "enrolled name" => format!("Ñandú {} Sáenz", letters(12)),
        _ => letters(16),
    }
}
