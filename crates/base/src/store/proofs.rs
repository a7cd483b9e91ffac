//! What the store promises, tried on a toy room: one transaction, destroyable payloads, a rebuild that changes nothing.

use journal::Name;
use minicbor::{Decode, Encode};
use rusqlite::Connection;
use uuid::Uuid;

use super::connection::snapshot;
use super::{
    Append, Database, Entry, Folder, House, HouseSpec, Keys, Recorded, Room, Stamp, StoreError, rebuild, table_digests,
    verify_house,
};
use crate::access::Purpose;

/// What can be said in the toy room: a word, or that an earlier word is destroyed.
#[derive(Clone, Debug, Encode, Decode)]
#[cbor(index_only)]
enum Kind {
    #[n(0)]
    Word,
}

#[derive(Clone, Debug)]
enum Toy {
    Word(String),
    Destroyed(u64),
}

impl Entry for Toy {
    fn room() -> &'static Room {
        &ROOM
    }
    fn kind(&self) -> Name {
        match self {
            Toy::Word(_) => Name::literal("word"),
            Toy::Destroyed(_) => Name::literal("destroyed"),
        }
    }
    fn payload(&self) -> Vec<u8> {
        match self {
            Toy::Word(word) => minicbor::to_vec((Kind::Word, word)).unwrap_or_default(),
            Toy::Destroyed(position) => minicbor::to_vec(position).unwrap_or_default(),
        }
    }
    fn destroys(&self) -> Vec<u64> {
        match self {
            Toy::Word(_) => Vec::new(),
            Toy::Destroyed(position) => vec![*position],
        }
    }
}

static ROOM: Room = Room {
    name: Name::literal("toy"),
    tables: "CREATE TABLE toy (position INTEGER PRIMARY KEY, state TEXT NOT NULL, word TEXT NOT NULL CHECK (word <> 'no')) STRICT;",
    apply,
    destroys: |kind, payload| {
        if kind == "destroyed" { minicbor::decode(payload).into_iter().collect() } else { Vec::new() }
    },
};

/// The same room with the fault a rebuild must show: it forgets whose word it was.
static FORGETFUL: Room = Room {
    name: Name::literal("toy"),
    tables: ROOM.tables,
    apply: |connection, recorded| {
        apply(connection, recorded)?;
        connection.execute("UPDATE toy SET state = ''", [])?;
        Ok(())
    },
    destroys: ROOM.destroys,
};

static SPEC: HouseSpec = HouseSpec { name: "toys", file: "toys.db", rooms: &[&ROOM] };
static FORGETFUL_SPEC: HouseSpec = HouseSpec { name: "toys", file: "toys.db", rooms: &[&FORGETFUL] };

fn apply(connection: &Connection, recorded: &Recorded<'_>) -> Result<(), StoreError> {
    match recorded.kind() {
        "word" => {
            let (_, word): (Kind, String) =
                minicbor::decode(recorded.payload).map_err(|error| StoreError::Damaged(error.to_string()))?;
            connection.execute(
                "INSERT INTO toy (position, state, word) VALUES (?1, ?2, ?3)",
                (recorded.position, recorded.state().as_str(), word),
            )?;
        }
        _ => {
            for position in (ROOM.destroys)(recorded.kind(), recorded.payload) {
                connection.execute("DELETE FROM toy WHERE position = ?1", [position])?;
            }
        }
    }
    Ok(())
}

fn stamp(state: &str) -> Stamp {
    Stamp {
        state: state.parse().expect("a State"),
        person: Uuid::from_u128(1),
        purpose: Purpose::DataStewardship,
        at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn say(house: &House, state: &str, toy: Toy) -> Result<u64, StoreError> {
    let stamp = stamp(state);
    house.database().write_blocking(move |connection| Append::new(connection, stamp).entry(&toy))
}

fn words(house: &House) -> Vec<String> {
    let all = house.database().read(|connection| {
        let mut words = connection.prepare("SELECT state || ' ' || word FROM toy ORDER BY position")?;
        let words = words.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        Ok(words)
    });
    all.expect("words")
}

fn house() -> (tempfile::TempDir, House) {
    let home = tempfile::tempdir().expect("a folder");
    Database::make(home.path(), &SPEC.ground()).expect("a file");
    let house = House::open(home.path(), &SPEC).expect("a house");
    (home, house)
}

#[test]
fn an_entry_and_its_row_are_there_together_or_not_at_all() {
    let (home, house) = house();
    assert_eq!(say(&house, "MEX", Toy::Word("one".into())).expect("said"), 1);
    // The table refuses the row, so the entry is not there either.
    assert!(say(&house, "MEX", Toy::Word("no".into())).is_err());
    assert_eq!(say(&house, "GTM", Toy::Word("two".into())).expect("said"), 2);
    assert_eq!(words(&house), ["MEX one", "GTM two"]);
    drop(house);
    let alone = House::open_alone(home.path(), &SPEC).expect("a house");
    let verified = verify_house(&alone, &SPEC, &[]).expect("verified");
    assert_eq!((verified.entries, verified.heads.len()), (2, 2));
}

#[test]
fn one_failed_act_does_not_take_its_neighbours_along() {
    let (_home, house) = house();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(async {
        let acts = (0..200).map(|n| {
            let word = if n % 7 == 0 { "no".to_owned() } else { n.to_string() };
            let stamp = stamp("CRI");
            house.database().write(move |connection| Append::new(connection, stamp).entry(&Toy::Word(word)))
        });
        let mut said = 0;
        for act in acts {
            said += usize::from(act.await.is_ok());
        }
        assert_eq!(said, 171);
    });
    assert_eq!(words(&house).len(), 171);
}

#[test]
fn a_panic_inside_an_act_leaves_the_writer_alive() {
    let (_home, house) = house();
    let broken: Result<(), StoreError> = house.database().write_blocking(|_| panic!("an act went wrong"));
    assert!(broken.is_err());
    say(&house, "PAN", Toy::Word("after".into())).expect("said");
    assert_eq!(words(&house), ["PAN after"]);
}

#[test]
fn a_destroyed_payload_is_gone_and_the_chain_still_holds() {
    let (home, house) = house();
    let secret = say(&house, "SLV", Toy::Word("WQZ-planted".into())).expect("said");
    say(&house, "SLV", Toy::Word("kept".into())).expect("said");
    say(&house, "SLV", Toy::Destroyed(secret)).expect("said");
    assert_eq!(words(&house), ["SLV kept"]);
    // Not twice, and not what another State said.
    assert!(say(&house, "SLV", Toy::Destroyed(secret)).is_err());
    assert!(say(&house, "HND", Toy::Destroyed(2)).is_err());
    drop(house);
    let mut alone = House::open_alone(home.path(), &SPEC).expect("a house");
    assert_eq!(verify_house(&alone, &SPEC, &[]).expect("verified").destroyed, 1);
    assert_eq!(rebuild(&mut alone, &SPEC).expect("rebuilt").changed, Vec::<String>::new());
    alone.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("a checkpoint");
    drop(alone);
    let bytes = std::fs::read(home.path().join("toys.db")).expect("the file");
    assert!(!bytes.windows(11).any(|window| window == b"WQZ-planted"), "the destroyed word still rests in the file");
}

#[test]
fn a_payload_that_vanished_without_a_reason_is_found() {
    let (home, house) = house();
    say(&house, "BLZ", Toy::Word("one".into())).expect("said");
    drop(house);
    let alone = House::open_alone(home.path(), &SPEC).expect("a house");
    alone.execute("DELETE FROM journal_payload", []).expect("tampered");
    let fault = verify_house(&alone, &SPEC, &[]).expect_err("a fault").to_string();
    assert!(fault.contains("no entry says under which rule"), "{fault}");
}

#[test]
fn every_tampering_with_the_journal_is_found() {
    let tamperings = [
        "UPDATE journal_payload SET body = x'820064676f6e65' WHERE position = 2",
        "UPDATE journal_payload SET salt = zeroblob(32) WHERE position = 2",
        "UPDATE journal_entry SET hash = zeroblob(32) WHERE position = 3",
        "UPDATE journal_entry SET header = (SELECT header FROM journal_entry WHERE position = 1) WHERE position = 2",
        "PRAGMA foreign_keys = OFF; DELETE FROM journal_entry WHERE position = 2; DELETE FROM journal_payload WHERE position = 2",
    ];
    for tampering in tamperings {
        let (home, house) = house();
        for word in ["one", "two", "three"] {
            say(&house, "CAN", Toy::Word(word.into())).expect("said");
        }
        drop(house);
        let alone = House::open_alone(home.path(), &SPEC).expect("a house");
        assert!(verify_house(&alone, &SPEC, &[]).is_ok());
        alone.execute_batch(tampering).expect("tampered");
        assert!(verify_house(&alone, &SPEC, &[]).is_err(), "not found: {tampering}");
    }
}

#[test]
fn a_rebuild_shows_a_room_that_forgets() {
    let (home, house) = house();
    say(&house, "NIC", Toy::Word("one".into())).expect("said");
    drop(house);
    let mut alone = House::open_alone(home.path(), &SPEC).expect("a house");
    let before = table_digests(&alone).expect("digests");
    assert_eq!(rebuild(&mut alone, &SPEC).expect("rebuilt").changed, Vec::<String>::new());
    assert_eq!(table_digests(&alone).expect("digests"), before);
    // The seeded fault: the comparison must be able to fail.
    assert_eq!(rebuild(&mut alone, &FORGETFUL_SPEC).expect("rebuilt").changed, ["toy"]);
}

#[test]
fn a_foreign_file_and_a_newer_one_are_named_and_left_alone() {
    let home = tempfile::tempdir().expect("a folder");
    let place = home.path().join("toys.db");
    std::fs::write(&place, b"this is not a database, it is somebody's letter").expect("written");
    assert!(matches!(House::open(home.path(), &SPEC), Err(StoreError::Foreign(_))));
    std::fs::remove_file(&place).expect("removed");
    assert!(matches!(House::open(home.path(), &SPEC), Err(StoreError::Missing(_))));
    Database::make(home.path(), &SPEC.ground()).expect("a file");
    drop(House::open(home.path(), &SPEC).expect("a house"));
    let alone = House::open_alone(home.path(), &SPEC).expect("a house");
    alone.pragma_update(None, "user_version", 99).expect("a later form");
    drop(alone);
    assert!(matches!(House::open(home.path(), &SPEC), Err(StoreError::Newer { found: 99, .. })));
}

#[test]
fn a_house_whose_first_opening_was_cut_opens_the_next_time() {
    // Where the power goes, whatever stands in the file stands: the second room's tables are never reached.
    static CUT: Room = Room {
        name: Name::literal("cut"),
        tables: "CREATE TABLE cut (position INTEGER PRIMARY KEY) STRICT; SELECT the_power_goes;",
        apply,
        destroys: |_, _| Vec::new(),
    };
    static CUT_SPEC: HouseSpec = HouseSpec { name: "toys", file: "toys.db", rooms: &[&ROOM, &CUT] };
    let home = tempfile::tempdir().expect("a folder");
    Database::make(home.path(), &SPEC.ground()).expect("a file");
    assert!(House::open(home.path(), &CUT_SPEC).is_err());
    let house = House::open(home.path(), &SPEC).expect("a house");
    say(&house, "MEX", Toy::Word("one".into())).expect("said");
}

#[test]
fn a_snapshot_of_a_used_file_is_whole() {
    let (home, house) = house();
    say(&house, "DOM", Toy::Word("one".into())).expect("said");
    let copies = tempfile::tempdir().expect("a folder");
    snapshot(&home.path().join("toys.db"), &copies.path().join("toys.db")).expect("a snapshot");
    say(&house, "DOM", Toy::Word("two".into())).expect("said");
    let copy = House::open(copies.path(), &SPEC).expect("a house");
    assert_eq!(words(&copy), ["DOM one"]);
    drop((home, copies));
}

#[test]
fn a_folder_is_made_with_its_keys() {
    let home = tempfile::tempdir().expect("a folder");
    let _held = Folder::create(home.path()).expect("held");
    Keys::create(home.path()).expect("keys");
    Database::make(home.path(), &crate::identity::BASE).expect("made");
    assert!(Database::open(home.path(), &crate::identity::BASE).is_ok());
}
