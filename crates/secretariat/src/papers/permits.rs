//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::PaperEntry;

base::permit!(
    /// Somebody lists the documents of the conference.
    ListPapers = "papers.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one document, or takes one of its texts.
    ShowPaper = "papers.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator files a document.
    FilePaper = "papers.file" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator brings a text of a document.
    AddText = "papers.add" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator writes down who may see a document from now on.
    ClassifyPaper = "papers.classify" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate of a member, or the coordinator, says that what does not go together in two texts is no fault, or takes that back.
    DismissFlag = "papers.dismiss" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<PaperEntry> for FilePaper {}
impl Writes<PaperEntry> for DismissFlag {}
impl Writes<PaperEntry> for ClassifyPaper {}
impl Writes<PaperEntry> for AddText {}
