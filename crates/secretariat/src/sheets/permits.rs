//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::SheetEntry;

base::permit!(
    /// Somebody reads the table of topics and States.
    ListSheets = "sheets.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens the sheet of one State on one topic.
    ShowSheet = "sheets.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody takes the table away.
    ExportSheets = "sheets.export" in "secretariat",
    for [Secretariat], class Members, rate Bulk
);
base::permit!(
    /// A delegate writes a sheet of their State down.
    WriteSheet = "sheets.write" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// Somebody else lets through what a delegate wrote.
    PublishSheet = "sheets.publish" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<SheetEntry> for WriteSheet {}
impl Writes<SheetEntry> for PublishSheet {}
