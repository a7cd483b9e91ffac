//! Prints the decisions that are read from a declaration, a JSON object a line, and what a person should look at: what
//! `puebla import declaration FILE --meeting-end DATE --dry-run --json` prints, without building the server.
//!
//! ```sh
//! cargo run -q -p conference --example declaration -- FILE 2003-05-30
//! ```

use std::error::Error;
use std::io::Write as _;

use conference::import::read;
use jiff::civil::Date;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("which file?")?;
    let ended_on: Option<Date> = arguments.next().map(|day| day.parse()).transpose()?;
    let reading = read(&std::fs::read(file)?, ended_on, &mut |_| {})?;
    let (mut lines, mut aside) = (std::io::stdout().lock(), std::io::stderr().lock());
    for draft in &reading.drafts {
        writeln!(lines, "{}", serde_json::to_string(&draft.line())?)?;
    }
    for warning in &reading.warnings {
        writeln!(aside, "{warning:?}")?;
    }
    Ok(())
}
