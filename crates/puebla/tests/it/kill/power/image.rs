//! A file system in memory that knows what a sync has put on the disk, and what is only on its way.
//!
//! It promises no more than the standard does: a file's bytes are on the disk once the file was synced, its name once the
//! folder was. Everything else a cut may keep, lose, tear, or keep in another order.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use fuser::Errno;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::content::Content;

/// The folder that is mounted.
pub const ROOT: u64 = 1;

/// How a cut treats what was not synced, in percent.
#[derive(Clone, Copy, Debug)]
pub struct Fate {
    kept: u32,
    torn: u32,
    grown: u32,
}

impl Fate {
    /// Nothing that was not synced is there.
    pub const NOTHING: Fate = Fate { kept: 0, torn: 0, grown: 0 };
    /// Everything is there, as after a kill.
    pub const EVERYTHING: Fate = Fate { kept: 100, torn: 0, grown: 0 };
    /// All mixed.
    pub const ANY: Fate = Fate { kept: 50, torn: 50, grown: 50 };

    /// Chooses one: the extremes now and then, mostly something between.
    pub fn choose(rng: &mut StdRng) -> Self {
        match rng.random_range(0..10) {
            0..2 => Fate::NOTHING,
            2 => Fate::EVERYTHING,
            3..6 => Fate::ANY,
            6..8 => Fate { kept: 90, torn: 20, grown: 50 },
            _ => Fate { kept: 10, torn: 20, grown: 50 },
        }
    }

    pub fn keeps(&self, rng: &mut StdRng) -> bool {
        rng.random_range(0..100) < self.kept
    }

    pub fn tears(&self, rng: &mut StdRng) -> bool {
        rng.random_range(0..100) < self.torn
    }

    pub fn grows(&self, rng: &mut StdRng) -> bool {
        rng.random_range(0..100) < self.grown
    }
}

/// A file or a folder.
#[derive(Clone, Debug)]
pub struct Node {
    pub kind: Kind,
    /// Its permissions: as they are, and as they are on the disk.
    pub mode: (u16, u16),
    pub owner: (u32, u32),
}

#[derive(Clone, Debug)]
pub enum Kind {
    File(Content),
    Folder(Names),
}

/// What is in a folder.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub now: BTreeMap<OsString, u64>,
    durable: BTreeMap<OsString, u64>,
    pending: Vec<Naming>,
}

#[derive(Clone, Debug)]
struct Naming {
    /// Appears, or stands for something else.
    put: Option<(OsString, u64)>,
    /// Disappears in the same step.
    gone: Option<OsString>,
}

/// Which syncs fail, and how often.
#[derive(Clone, Debug)]
pub struct Failing {
    /// How the names of the files end.
    pub ending: String,
    /// How often, counting down; none for as long as it stands here.
    pub times: Option<u32>,
}

/// The whole file system.
#[derive(Debug)]
pub struct Image {
    nodes: BTreeMap<u64, Node>,
    next: u64,
    rng: StdRng,
    /// Changes and syncs so far.
    pub steps: u64,
    /// The step at which the power goes: nothing after it happens.
    pub ends_at: Option<u64>,
    pub failing: Option<Failing>,
    /// Syncs that failed.
    pub failed: u64,
}

type Answer<T> = Result<T, Errno>;

impl Image {
    /// Makes an empty one.
    pub fn new(seed: u64) -> Self {
        let root = Node { kind: Kind::Folder(Names::default()), mode: (0o755, 0o755), owner: (0, 0) };
        let nodes = BTreeMap::from([(ROOT, root)]);
        let rng = StdRng::seed_from_u64(seed);
        Image { nodes, next: ROOT + 1, rng, steps: 0, ends_at: None, failing: None, failed: 0 }
    }

    /// Takes over everything below a folder of this machine's, as if it had long been on the disk.
    pub fn take_over(&mut self, from: &Path) -> std::io::Result<()> {
        let owner = std::fs::metadata(from)?;
        self.take(from, ROOT)?;
        for node in self.nodes.values_mut() {
            node.owner = (owner.uid(), owner.gid());
            match &mut node.kind {
                Kind::File(content) => content.sync(),
                Kind::Folder(names) => names.sync(),
            }
        }
        Ok(())
    }

    fn take(&mut self, from: &Path, parent: u64) -> std::io::Result<()> {
        for entry in std::fs::read_dir(from)? {
            let entry = entry?;
            let mode = u16::try_from(entry.metadata()?.permissions().mode() & 0o7777).unwrap_or(0);
            let folder = entry.file_type()?.is_dir();
            let kind = if folder {
                Kind::Folder(Names::default())
            } else {
                Kind::File(Content::durable(std::fs::read(entry.path())?))
            };
            let made = self.add(parent, &entry.file_name(), kind, mode, (0, 0));
            let made = made.map_err(|_| std::io::Error::other("a name twice"))?;
            if folder {
                self.take(&entry.path(), made)?;
            }
        }
        Ok(())
    }

    /// Cuts the power: what is on the disk then is chosen by chance, from `seed`.
    pub fn cut(&self, seed: u64) -> Image {
        let mut rng = StdRng::seed_from_u64(seed);
        let fate = Fate::choose(&mut rng);
        let mut found = Image::new(rng.random());
        found.next = self.next;
        let mut open = vec![ROOT];
        while let Some(number) = open.pop() {
            let Some(node) = self.nodes.get(&number) else { continue };
            let kind = match &node.kind {
                Kind::File(content) => Kind::File(Content::durable(content.after_a_cut(&fate, &mut rng))),
                Kind::Folder(names) => {
                    let names = names.after_a_cut(&fate, &mut rng);
                    open.extend(names.values().filter(|inside| !found.nodes.contains_key(inside)));
                    Kind::Folder(Names { now: names.clone(), durable: names, pending: Vec::new() })
                }
            };
            let mode = if fate.keeps(&mut rng) { node.mode.0 } else { node.mode.1 };
            found.nodes.insert(number, Node { kind, mode: (mode, mode), owner: node.owner });
        }
        found
    }

    /// Counts one change or sync; refuses it once the power is gone.
    pub fn step(&mut self) -> Answer<()> {
        self.alive()?;
        self.steps += 1;
        Ok(())
    }

    /// Refuses everything once the power is gone.
    pub fn alive(&self) -> Answer<()> {
        if self.ends_at.is_some_and(|end| self.steps >= end) { Err(Errno::EIO) } else { Ok(()) }
    }

    pub fn node(&self, number: u64) -> Answer<&Node> {
        self.nodes.get(&number).ok_or(Errno::ENOENT)
    }

    pub fn node_mut(&mut self, number: u64) -> Answer<&mut Node> {
        self.nodes.get_mut(&number).ok_or(Errno::ENOENT)
    }

    pub fn names(&self, folder: u64) -> Answer<&Names> {
        match &self.node(folder)?.kind {
            Kind::Folder(names) => Ok(names),
            Kind::File(_) => Err(Errno::ENOTDIR),
        }
    }

    fn names_mut(&mut self, folder: u64) -> Answer<&mut Names> {
        match &mut self.node_mut(folder)?.kind {
            Kind::Folder(names) => Ok(names),
            Kind::File(_) => Err(Errno::ENOTDIR),
        }
    }

    pub fn content_mut(&mut self, file: u64) -> Answer<&mut Content> {
        match &mut self.node_mut(file)?.kind {
            Kind::File(content) => Ok(content),
            Kind::Folder(_) => Err(Errno::EISDIR),
        }
    }

    pub fn find(&self, folder: u64, name: &OsStr) -> Answer<u64> {
        self.names(folder)?.now.get(name).copied().ok_or(Errno::ENOENT)
    }

    /// Answers how many names lead to a node.
    pub fn links(&self, number: u64) -> u32 {
        let names = self.nodes.values().filter_map(|node| match &node.kind {
            Kind::Folder(names) => Some(names.now.values().filter(|inside| **inside == number).count()),
            Kind::File(_) => None,
        });
        u32::try_from(names.sum::<usize>()).unwrap_or(u32::MAX)
    }

    /// Makes a file or folder.
    pub fn add(&mut self, folder: u64, name: &OsStr, kind: Kind, mode: u16, owner: (u32, u32)) -> Answer<u64> {
        let number = self.next;
        let names = self.names_mut(folder)?;
        if names.now.contains_key(name) {
            return Err(Errno::EEXIST);
        }
        names.put(name, number);
        self.nodes.insert(number, Node { kind, mode: (mode, mode), owner });
        self.next += 1;
        Ok(number)
    }

    /// Gives a file one more name.
    pub fn link(&mut self, file: u64, folder: u64, name: &OsStr) -> Answer<()> {
        let names = self.names_mut(folder)?;
        if names.now.contains_key(name) {
            return Err(Errno::EEXIST);
        }
        names.put(name, file);
        Ok(())
    }

    pub fn remove(&mut self, folder: u64, name: &OsStr) -> Answer<()> {
        let number = self.find(folder, name)?;
        if let Kind::Folder(inside) = &self.node(number)?.kind
            && !inside.now.is_empty()
        {
            return Err(Errno::ENOTEMPTY);
        }
        self.names_mut(folder)?.remove(name);
        Ok(())
    }

    /// Renames. Within a folder that is one step; from one to another the old name may outlive a cut beside the new one, and
    /// the new one may be lost with the old one gone.
    pub fn rename(&mut self, from: (u64, &OsStr), to: (u64, &OsStr)) -> Answer<()> {
        let number = self.find(from.0, from.1)?;
        if from.0 == to.0 {
            self.names_mut(to.0)?.rename(from.1, to.1, number);
        } else {
            self.names_mut(to.0)?.put(to.1, number);
            self.names_mut(from.0)?.remove(from.1);
        }
        Ok(())
    }

    /// Puts a file's bytes on the disk, unless its syncs fail.
    pub fn sync(&mut self, number: u64) -> Answer<()> {
        let fails = self
            .failing
            .as_ref()
            .is_some_and(|failing| failing.times != Some(0) && self.is_called(number, &failing.ending));
        if fails {
            self.failed += 1;
            if let Some(times) = self.failing.as_mut().and_then(|failing| failing.times.as_mut()) {
                *times -= 1;
            }
            let mut rng = StdRng::seed_from_u64(self.rng.random());
            let fate = Fate::choose(&mut rng);
            self.content_mut(number)?.fail_to_sync(&fate, &mut rng);
            return Err(Errno::EIO);
        }
        let node = self.node_mut(number)?;
        node.mode.1 = node.mode.0;
        match &mut node.kind {
            Kind::File(content) => content.sync(),
            Kind::Folder(names) => names.sync(),
        }
        Ok(())
    }

    fn is_called(&self, number: u64, ending: &str) -> bool {
        self.nodes.values().any(|node| match &node.kind {
            Kind::Folder(names) => {
                names.now.iter().any(|(name, inside)| *inside == number && name.to_string_lossy().ends_with(ending))
            }
            Kind::File(_) => false,
        })
    }
}

impl Names {
    fn put(&mut self, name: &OsStr, number: u64) {
        self.change(Naming { put: Some((name.to_owned(), number)), gone: None });
    }

    fn remove(&mut self, name: &OsStr) {
        self.change(Naming { put: None, gone: Some(name.to_owned()) });
    }

    fn rename(&mut self, from: &OsStr, to: &OsStr, number: u64) {
        self.change(Naming { put: Some((to.to_owned(), number)), gone: Some(from.to_owned()) });
    }

    fn change(&mut self, naming: Naming) {
        naming.apply(&mut self.now);
        self.pending.push(naming);
    }

    fn sync(&mut self) {
        for naming in self.pending.drain(..) {
            naming.apply(&mut self.durable);
        }
    }

    fn after_a_cut(&self, fate: &Fate, rng: &mut StdRng) -> BTreeMap<OsString, u64> {
        let mut found = self.durable.clone();
        for naming in self.pending.iter().filter(|_| fate.keeps(rng)) {
            naming.apply(&mut found);
        }
        found
    }
}

impl Naming {
    fn apply(&self, names: &mut BTreeMap<OsString, u64>) {
        if let Some(gone) = &self.gone {
            names.remove(gone);
        }
        if let Some((name, number)) = &self.put {
            names.insert(name.clone(), *number);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn name(text: &str) -> &OsStr {
        OsStr::new(text)
    }

    fn file(bytes: &[u8]) -> Kind {
        let mut content = Content::default();
        content.write(0, bytes);
        Kind::File(content)
    }

    /// Answers what may be found in a folder after a cut: names and what they hold.
    fn cuts(image: &Image, folder: &[&str]) -> BTreeSet<Vec<(String, Vec<u8>)>> {
        let found = (0..300).map(|seed| {
            let mut found = image.cut(seed);
            let inside = folder.iter().try_fold(ROOT, |at, step| found.find(at, name(step)));
            let Ok(inside) = inside else { return Vec::new() };
            let names = found.names(inside).expect("a folder").now.clone();
            let read = |(name, number): (&OsString, &u64)| {
                let content = found.content_mut(*number).map(|content| content.read(0, 9).to_vec());
                (name.to_string_lossy().into_owned(), content.unwrap_or_default())
            };
            names.iter().map(read).collect()
        });
        found.collect()
    }

    #[test]
    fn a_name_is_on_the_disk_once_its_folder_is_synced_and_its_bytes_once_the_file_is() {
        let mut image = Image::new(1);
        let owner = (0, 0);
        let made = image.add(ROOT, name("one"), file(b"1"), 0o600, owner).expect("a file");
        image.sync(made).expect("synced");
        assert!(cuts(&image, &[]).contains(&vec![]), "the name may be lost");
        image.sync(ROOT).expect("synced");
        assert_eq!(cuts(&image, &[]), [vec![("one".to_owned(), b"1".to_vec())]].into());
        image.add(ROOT, name("two"), file(b"2"), 0o600, owner).expect("a file");
        image.sync(ROOT).expect("synced");
        assert!(cuts(&image, &[]).iter().all(|found| found.len() == 2));
        assert!(cuts(&image, &[]).iter().any(|found| found[1].1 != b"2"), "its bytes may be lost");
    }

    #[test]
    fn a_rename_has_happened_or_not_and_what_is_in_a_lost_folder_is_lost() {
        let mut image = Image::new(1);
        let folder = image.add(ROOT, name("folder"), Kind::Folder(Names::default()), 0o700, (0, 0)).expect("made");
        for (known, bytes) in [("old", b"1"), ("new", b"2")] {
            let made = image.add(folder, name(known), file(bytes), 0o600, (0, 0)).expect("a file");
            image.sync(made).expect("synced");
        }
        image.sync(folder).expect("synced");
        assert!(cuts(&image, &["folder"]).contains(&vec![]), "the folder itself has no name yet");
        image.sync(ROOT).expect("synced");
        image.rename((folder, name("new")), (folder, name("old"))).expect("renamed");
        let (old, new) = (("old".to_owned(), b"1".to_vec()), ("new".to_owned(), b"2".to_vec()));
        let renamed = vec![("old".to_owned(), b"2".to_vec())];
        assert_eq!(cuts(&image, &["folder"]), [vec![new, old], renamed].into());
    }

    #[test]
    fn after_its_last_step_nothing_happens() {
        let mut image = Image::new(1);
        image.ends_at = Some(1);
        image.step().expect("the first");
        assert!(image.step().is_err() && image.alive().is_err() && image.steps == 1);
    }
}
