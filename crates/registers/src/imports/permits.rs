//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::ImportEntry;
use crate::documents::AlertEntry;
use crate::status::StatusEntry;

base::permit!(
    /// The issuing authority brings status entries in bulk.
    ImportStatus = "imports.status" in "registers",
    for [DocumentIssuance], class Personal, rate Bulk, writes
);
base::permit!(
    /// An examiner brings alerts in bulk.
    ImportAlerts = "imports.alerts" in "registers",
    for [DocumentExamination], class Members, rate Bulk, writes
);
base::permit!(
    /// Somebody lists the imports of their own State.
    ListImports = "imports.list" in "registers",
    for [DocumentIssuance, DocumentExamination, DataStewardship], class Members, rate Look
);
base::permit!(
    /// Somebody sees how an import of their own State goes, or what came of it.
    ShowImport = "imports.show" in "registers",
    for [DocumentIssuance, DocumentExamination, DataStewardship], class Members, rate Look
);

impl Writes<StatusEntry> for ImportStatus {}
impl Writes<ImportEntry> for ImportStatus {}
impl Writes<AlertEntry> for ImportAlerts {}
impl Writes<ImportEntry> for ImportAlerts {}
