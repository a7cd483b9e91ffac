//! The import of a declaration of two hundred pages, by the real command, held against what was written.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Numbered decisions of the declaration: as many as a number of three digits can count.
const DECISIONS: u32 = 990;

/// Times the real command on a declaration that it has never seen, and holds every draft against what was written.
pub fn import(program: &Path, folder: &Path, pages: usize) -> Result<f64, Box<dyn Error>> {
    let file = folder.join("declaration.txt");
    let text = declaration(pages);
    let began = Instant::now();
    let drafts = drafts(program, &file, &text)?;
    let took = began.elapsed().as_secs_f64();
    if let Some(fault) = fault(&drafts) {
        return Err(format!("the drafts are not the decisions: {fault}").into());
    }
    // The control: a decision that asks for another day, and one that is not there.
    let spoilt = text.replacen("within three months", "within four months", 1);
    let short = text.replacen("\n7. ", "\n", 1);
    for (what, text) in [("another day", spoilt), ("a decision less", short)] {
        if fault(&self::drafts(program, &file, &text)?).is_none() {
            return Err(format!("{what} was not noticed").into());
        }
    }
    Ok(took)
}

fn drafts(program: &Path, file: &Path, text: &str) -> Result<Vec<serde_json::Value>, Box<dyn Error>> {
    std::fs::write(file, text)?;
    let output = Command::new(program)
        .args(["import", "declaration", "--meeting-end", "2031-05-30", "--dry-run", "--json"])
        .arg(file)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// Answers the first draft that is not what [`declaration`] wrote.
fn fault(drafts: &[serde_json::Value]) -> Option<String> {
    for number in 1..=DECISIONS {
        let Some(draft) = drafts.get(number as usize - 1) else { return Some(format!("{} drafts", drafts.len())) };
        let due = &draft["dues"][0]["date"];
        if draft["number"] != number || draft["verbs"] != serde_json::json!(["entrust"]) || due != "2031-08-30" {
            return Some(draft.to_string());
        }
    }
    (drafts.len() != DECISIONS as usize).then(|| format!("{} drafts", drafts.len()))
}

/// Writes a declaration of so many pages of 3,000 characters.
fn declaration(pages: usize) -> String {
    let mut text = String::from("DECLARATION OF THE SPECIMEN MEETING\n\nThe Vice-Ministers decided to:\n\n");
    let room = pages * 3_000 / DECISIONS as usize;
    for number in 1..=DECISIONS {
        let mut decision =
            format!("{number}. Entrust the Technical Secretariat with preparing, within three months, guide {number}");
        while decision.len() < room {
            let _ = write!(decision, " on the harbours, ferries and posts of the coast that lies before them");
        }
        let _ = write!(text, "{decision}.\n\n");
    }
    text
}
