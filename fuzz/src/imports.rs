//! Files of status entries and of alerts: CSV in its sorts, and JSON Lines.
//!
//! Held: faults are counted, the first two hundred are listed, each lies in a line of the file and is said in three
//! languages; a trial run finds what reading alone finds, and enters nothing; no report repeats a digit as a column's name.

use base::access::Resource;
use base::desk::Permitted;
use base::ids::new_id;
use base::web::Voice;
use base::words::Language;
use registers::imports::{
    Format, ImportAlerts, ImportReport, ImportStatus, LISTED_MAX, Order, What, import_alerts, import_status, read_only,
};

use crate::stage::{Stage, on_stage};

/// The longest sentence about one fault, in bytes.
const SENTENCE_BYTES_MAX: usize = 1_000;

/// Reads bytes as a file; of the first byte, bits choose what is in it, its format, and whether it is held against a
/// register too.
pub fn imports(bytes: &[u8]) {
    let Some((choice, file)) = bytes.split_first() else { return };
    let what = if choice & 1 == 0 { What::Status } else { What::Alerts };
    let format = [None, Some(Format::Csv), Some(Format::JsonLines), None][usize::from(choice >> 1 & 3)];
    on_stage(|stage| {
        let ground = &stage.specimen.ground;
        let issuer = stage.authority.session.caller.state;
        let read = read_only(ground, issuer, what, format, file).expect("bytes in memory are read to their end");
        held(stage, file, &read);
        if choice & 8 != 0 || read.faults_total == 0 {
            let tried = tried(stage, what, format, file);
            held(stage, file, &tried);
            assert_eq!((tried.rows, tried.entered), (read.rows, 0));
            assert!(tried.faults_total >= read.faults_total, "{tried:?} {read:?}");
        }
    });
}

fn tried(stage: &Stage, what: What, format: Option<Format>, file: &[u8]) -> ImportReport {
    let order = Order { id: new_id(stage.specimen.clock.now()), format, dry_run: true };
    let report = match what {
        What::Status => {
            let desk =
                Permitted::<ImportStatus>::new(stage.specimen.ground.clone(), stage.authority.session.caller.clone());
            let writer = stage.runtime.block_on(desk.open_to_write(Resource::room())).expect("an authority");
            import_status(&writer, file, &order, &|_| ())
        }
        What::Alerts => {
            let desk =
                Permitted::<ImportAlerts>::new(stage.specimen.ground.clone(), stage.examiner.session.caller.clone());
            let writer = stage.runtime.block_on(desk.open_to_write(Resource::room())).expect("an examiner");
            import_alerts(&writer, file, &order, &|_| ())
        }
    };
    report.expect("a report")
}

fn held(stage: &Stage, file: &[u8], report: &ImportReport) {
    let listed = u64::try_from(report.faults.len()).expect("a count");
    assert_eq!(listed, report.faults_total.min(LISTED_MAX as u64), "{report:?}");
    let lines = 1 + file.iter().filter(|byte| **byte == b'\n').count() as u64;
    assert!(report.rows <= lines, "{report:?}");
    for fault in &report.faults {
        assert!(fault.line.is_none_or(|line| 1 <= line && line <= lines), "{fault:?} of {lines} lines");
        assert!(fault.column.is_none_or(|column| column <= file.len() as u64 + 1), "{fault:?}");
        assert!(fault.code != "column-unknown" || !fault.field.chars().any(char::is_numeric), "{fault:?}");
        for language in Language::ALL {
            let voice = Voice {
                words: stage.specimen.ground.words.clone(),
                language,
                zone: jiff::tz::TimeZone::UTC,
                now: stage.specimen.clock.now(),
            };
            let sentence = voice.say(&fault.said);
            assert!(!sentence.is_empty() && sentence != fault.said.key, "{fault:?} says nothing");
            assert!(sentence.len() <= SENTENCE_BYTES_MAX, "{fault:?}: {sentence}");
        }
    }
}
