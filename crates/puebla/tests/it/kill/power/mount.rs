//! The file system as the kernel sees it: mounted by FUSE, so that the real server works on it and knows nothing.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fuser::{
    BackgroundSession, BsdFileFlags, Config, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags, Generation,
    INodeNo, LockOwner, MountOption, OpenFlags, RenameFlags, ReplyAttr, ReplyCreate, ReplyData, ReplyDirectory,
    ReplyEmpty, ReplyEntry, ReplyOpen, ReplyStatfs, ReplyWrite, Request, TimeOrNow, WriteFlags,
};

use super::content::Content;
use super::image::{Image, Kind, Names};

/// How long the kernel may believe what it was told: everything that changes comes through it.
const BELIEVED: Duration = Duration::from_secs(3600);

/// A mounted image.
pub struct Mount {
    place: PathBuf,
    image: Arc<Mutex<Image>>,
    session: Option<BackgroundSession>,
}

impl Mount {
    /// Mounts an image at a folder.
    ///
    /// A machine that cannot is told so, and the test fails: a harness that passes without having looked is worse than none.
    pub fn new(place: &Path, image: Image) -> Self {
        let image = Arc::new(Mutex::new(image));
        let mut config = Config::default();
        config.mount_options = vec![MountOption::FSName("puebla-power".to_owned()), MountOption::DefaultPermissions];
        config.n_threads = Some(1);
        let session = fuser::spawn_mount(Disk(Arc::clone(&image)), place, &config).unwrap_or_else(|error| {
            panic!(
                "no file system of our own can be mounted ({error}): this test needs /dev/fuse, and either root or the \
                 Debian package fuse3"
            )
        });
        Mount { place: place.to_owned(), image, session: Some(session) }
    }

    /// Answers the image, which is in use.
    pub fn image(&self) -> MutexGuard<'_, Image> {
        self.image.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Cuts the power and mounts what is found when it comes back. Whoever worked on it must be gone.
    pub fn cut(&mut self, seed: u64) {
        let found = self.image().cut(seed);
        self.unmount();
        *self = Mount::new(&self.place, found);
    }

    fn unmount(&mut self) {
        let Some(session) = self.session.take() else { return };
        // A process that was killed may still be letting go.
        for _ in 0..100 {
            let told = std::process::Command::new("umount").arg(&self.place).output();
            if told.is_ok_and(|told| told.status.success()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = session.umount_and_join();
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.unmount();
    }
}

/// What answers the kernel.
struct Disk(Arc<Mutex<Image>>);

impl Disk {
    fn image(&self) -> MutexGuard<'_, Image> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, request: &Request, folder: INodeNo, name: &OsStr, mode: u16, kind: Kind) -> Result<FileAttr, Errno> {
        let mut image = self.image();
        image.step()?;
        let number = image.add(folder.0, name, kind, mode, (request.uid(), request.gid()))?;
        attributes(&image, number)
    }

    /// Does what changes something, and counts it.
    fn change<T>(&self, change: impl FnOnce(&mut Image) -> Result<T, Errno>) -> Result<T, Errno> {
        let mut image = self.image();
        image.step()?;
        change(&mut image)
    }

    fn look<T>(&self, look: impl FnOnce(&mut Image) -> Result<T, Errno>) -> Result<T, Errno> {
        let mut image = self.image();
        image.alive()?;
        look(&mut image)
    }
}

fn attributes(image: &Image, number: u64) -> Result<FileAttr, Errno> {
    let node = image.node(number)?;
    let (kind, size) = match &node.kind {
        Kind::File(content) => (FileType::RegularFile, content.len() as u64),
        Kind::Folder(_) => (FileType::Directory, 0),
    };
    Ok(FileAttr {
        ino: INodeNo(number),
        size,
        blocks: size.div_ceil(512),
        atime: UNIX_EPOCH,
        mtime: UNIX_EPOCH,
        ctime: UNIX_EPOCH,
        crtime: UNIX_EPOCH,
        kind,
        perm: node.mode.0,
        nlink: image.links(number),
        uid: node.owner.0,
        gid: node.owner.1,
        rdev: 0,
        blksize: 4096,
        flags: 0,
    })
}

fn done(result: Result<(), Errno>, reply: ReplyEmpty) {
    match result {
        Ok(()) => reply.ok(),
        Err(error) => reply.error(error),
    }
}

fn entered(result: Result<FileAttr, Errno>, reply: ReplyEntry) {
    match result {
        Ok(found) => reply.entry(&BELIEVED, &found, Generation(0)),
        Err(error) => reply.error(error),
    }
}

/// Answers the permissions of something new.
fn permissions(mode: u32, umask: u32) -> u16 {
    u16::try_from(mode & !umask & 0o7777).unwrap_or(0)
}

fn size(number: u64) -> Result<usize, Errno> {
    usize::try_from(number).map_err(|_| Errno::EFBIG)
}

impl Filesystem for Disk {
    fn lookup(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEntry) {
        entered(self.look(|image| image.find(parent.0, name).and_then(|number| attributes(image, number))), reply);
    }

    fn getattr(&self, _: &Request, ino: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        match self.look(|image| attributes(image, ino.0)) {
            Ok(found) => reply.attr(&BELIEVED, &found),
            Err(error) => reply.error(error),
        }
    }

    fn setattr(
        &self,
        _: &Request,
        ino: INodeNo,
        mode: Option<u32>,
        uid: Option<u32>,
        gid: Option<u32>,
        length: Option<u64>,
        _: Option<TimeOrNow>,
        _: Option<TimeOrNow>,
        _: Option<SystemTime>,
        _: Option<FileHandle>,
        _: Option<SystemTime>,
        _: Option<SystemTime>,
        _: Option<SystemTime>,
        _: Option<BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        let set = self.change(|image| {
            if let Some(length) = length {
                image.content_mut(ino.0)?.set_length(size(length)?);
            }
            let node = image.node_mut(ino.0)?;
            node.mode.0 = mode.map_or(node.mode.0, |mode| permissions(mode, 0));
            node.owner = (uid.unwrap_or(node.owner.0), gid.unwrap_or(node.owner.1));
            attributes(image, ino.0)
        });
        match set {
            Ok(found) => reply.attr(&BELIEVED, &found),
            Err(error) => reply.error(error),
        }
    }

    fn mkdir(&self, request: &Request, parent: INodeNo, name: &OsStr, mode: u32, umask: u32, reply: ReplyEntry) {
        let kind = Kind::Folder(Names::default());
        entered(self.add(request, parent, name, permissions(mode, umask), kind), reply);
    }

    fn create(
        &self,
        request: &Request,
        parent: INodeNo,
        name: &OsStr,
        mode: u32,
        umask: u32,
        _: i32,
        reply: ReplyCreate,
    ) {
        match self.add(request, parent, name, permissions(mode, umask), Kind::File(Content::default())) {
            Ok(made) => reply.created(&BELIEVED, &made, Generation(0), FileHandle(0), FopenFlags::empty()),
            Err(error) => reply.error(error),
        }
    }

    fn unlink(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        done(self.change(|image| image.remove(parent.0, name)), reply);
    }

    fn rmdir(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        done(self.change(|image| image.remove(parent.0, name)), reply);
    }

    fn rename(
        &self,
        _: &Request,
        parent: INodeNo,
        name: &OsStr,
        newparent: INodeNo,
        newname: &OsStr,
        flags: RenameFlags,
        reply: ReplyEmpty,
    ) {
        let renamed = self.change(|image| match flags.is_empty() {
            true => image.rename((parent.0, name), (newparent.0, newname)),
            false => Err(Errno::EINVAL),
        });
        done(renamed, reply);
    }

    fn link(&self, _: &Request, ino: INodeNo, newparent: INodeNo, newname: &OsStr, reply: ReplyEntry) {
        let linked = self.change(|image| {
            image.link(ino.0, newparent.0, newname)?;
            attributes(image, ino.0)
        });
        entered(linked, reply);
    }

    fn open(&self, _: &Request, _: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        match self.look(|_| Ok(())) {
            // Through the kernel's pages, without which no memory could be shared.
            Ok(()) => reply.opened(FileHandle(0), FopenFlags::FOPEN_KEEP_CACHE),
            Err(error) => reply.error(error),
        }
    }

    fn read(
        &self,
        _: &Request,
        ino: INodeNo,
        _: FileHandle,
        offset: u64,
        length: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        let read = self.look(|image| {
            let (from, length) = (size(offset)?, size(length.into())?);
            Ok(image.content_mut(ino.0)?.read(from, length).to_vec())
        });
        match read {
            Ok(bytes) => reply.data(&bytes),
            Err(error) => reply.error(error),
        }
    }

    fn write(
        &self,
        _: &Request,
        ino: INodeNo,
        _: FileHandle,
        offset: u64,
        data: &[u8],
        _: WriteFlags,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        let written = self.change(|image| {
            image.content_mut(ino.0)?.write(size(offset)?, data);
            u32::try_from(data.len()).map_err(|_| Errno::EFBIG)
        });
        match written {
            Ok(length) => reply.written(length),
            Err(error) => reply.error(error),
        }
    }

    fn flush(&self, _: &Request, _: INodeNo, _: FileHandle, _: LockOwner, reply: ReplyEmpty) {
        // Closing puts nothing on the disk.
        reply.ok();
    }

    fn fsync(&self, _: &Request, ino: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        done(self.change(|image| image.sync(ino.0)), reply);
    }

    fn fsyncdir(&self, _: &Request, ino: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        done(self.change(|image| image.sync(ino.0)), reply);
    }

    fn readdir(&self, _: &Request, ino: INodeNo, _: FileHandle, offset: u64, mut reply: ReplyDirectory) {
        let listed = self.look(|image| {
            let names = image.names(ino.0)?.now.iter();
            let own = [(ino.0, FileType::Directory, ".".into()), (ino.0, FileType::Directory, "..".into())];
            let inside = names.map(|(name, number)| {
                let kind = match image.node(*number).map(|node| &node.kind) {
                    Ok(Kind::Folder(_)) => FileType::Directory,
                    _ => FileType::RegularFile,
                };
                (*number, kind, name.clone())
            });
            Ok(own.into_iter().chain(inside).collect::<Vec<(u64, FileType, std::ffi::OsString)>>())
        });
        let listed = match listed {
            Ok(listed) => listed,
            Err(error) => return reply.error(error),
        };
        for (at, (number, kind, name)) in listed.into_iter().enumerate().skip(usize::try_from(offset).unwrap_or(0)) {
            if reply.add(INodeNo(number), at as u64 + 1, kind, name) {
                break;
            }
        }
        reply.ok();
    }

    fn statfs(&self, _: &Request, _: INodeNo, reply: ReplyStatfs) {
        // Room for everybody: a full disk is another test's.
        reply.statfs(1 << 24, 1 << 23, 1 << 23, 1 << 20, 1 << 19, 4096, 255, 4096);
    }
}
