//! A document as PDF: tagged for screen readers (PDF/UA-1) and made to be kept (PDF/A-2a).

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::ReportError;
use crate::paper::Paper;

/// Answers a document as PDF; the same document and instant make the same bytes.
///
/// # Errors
/// When it is too long.
pub(crate) fn pdf(paper: Paper, made_at: Timestamp) -> Result<Vec<u8>, ReportError> {
    let paper = paper.within_limits()?;
    // A cluster of letter and marks that no single font has is the one thing that a look at single characters cannot foresee.
    let made = set(&paper, made_at, drawn).or_else(|_| set(&paper, made_at, plain));
    // What typst has worked out about one document helps no other, and would stay in memory.
    comemo::evict(0);
    made
}

fn set(paper: &Paper, made_at: Timestamp, shown: fn(char) -> bool) -> Result<Vec<u8>, ReportError> {
    let mut paper = paper.clone();
    paper.every_text(|text| *text = visible(text, shown));
    let data = serde_json::to_vec(&paper).map_err(|error| ReportError::Failed(error.to_string()))?;
    let desk = Desk { data: Bytes::new(data) };
    let pages = typst::compile::<PagedDocument>(&desk).output.map_err(said)?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| ReportError::Failed(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {made_at}", paper.title)),
        creator: Smart::Custom(Some("Puebla".to_owned())),
        timestamp: datetime(made_at).map(typst_pdf::Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(said)
}

fn said(errors: impl IntoIterator<Item = SourceDiagnostic>) -> ReportError {
    let messages: Vec<String> = errors.into_iter().take(3).map(|error| error.message.to_string()).collect();
    ReportError::Failed(messages.join("; "))
}

fn datetime(at: Timestamp) -> Option<Datetime> {
    let at = TimeZone::UTC.to_datetime(at);
    let small = |part: i8| u8::try_from(part).ok();
    let (month, day) = (small(at.month())?, small(at.day())?);
    Datetime::from_ymd_hms(at.year().into(), month, day, small(at.hour())?, small(at.minute())?, small(at.second())?)
}

/// The most letters without a place to break a line; longer runs get places that are not seen.
const UNBROKEN_MAX: usize = 40;

/// Answers a text in which every character can be drawn: another stands as its code, `[U+1F600]`, so that nothing is lost and nothing
/// hidden. Marks that turn the direction of what follows are shown too, for they can make a text read otherwise than it is.
fn visible(text: &str, shown: fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut unbroken = 0;
    for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match c {
            '\n' => out.push(c),
            '\t' => out.push(' '),
            c if shown(c) => out.push(c),
            c => out.push_str(&format!("[U+{:04X}]", u32::from(c))),
        }
        unbroken = if c.is_whitespace() { 0 } else { unbroken + 1 };
        if unbroken == UNBROKEN_MAX {
            out.push('\u{200b}');
            unbroken = 0;
        }
    }
    out
}

fn drawn(c: char) -> bool {
    let hidden = c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    !hidden && !private && FONTS.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}

/// What every font of ours has: Latin letters as the languages of the conference write them.
fn plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '−' | '\u{a0}')
}

/// The fonts in the binary. The licences stand beside them.
struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../assets/fonts/LibertinusSerif-Regular.otf"),
        include_bytes!("../assets/fonts/LibertinusSerif-Bold.otf"),
        include_bytes!("../assets/fonts/LibertinusSerif-Italic.otf"),
        include_bytes!("../assets/fonts/DejaVuSansMono.ttf"),
    ];
    let fonts: Vec<Font> = files.into_iter().filter_map(|file| Font::new(Bytes::new(file), 0)).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(named("paper.typ"), include_str!("paper.typ").to_owned()));
static DATA: LazyLock<FileId> = LazyLock::new(|| named("paper.json"));

#[expect(clippy::expect_used, reason = "the two names are written here")]
fn named(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a path")).intern()
}

/// All that typst can see: the template, one document's data, our fonts. No other file is there, no package, no clock.
struct Desk {
    data: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
