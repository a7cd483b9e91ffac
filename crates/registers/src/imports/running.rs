//! Imports that are under way in this process, and what came of the last ones: in memory, because until it closes an
//! import is nobody's word, and a report of faults is nobody's either.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufReader;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base::store::StoreError;
use base::web::{InputFault, Refusal, Said};
use jiff::Timestamp;
use journal::StateCode;
use uuid::Uuid;

use super::What;
use super::import::{ImportError, ImportReport, Order, Progress};

/// A job that has its turn, before it says more.
const BEGUN: Stage = Stage::Going(Progress::Reading(0));

/// Jobs remembered; the oldest finished ones are forgotten first.
const REMEMBERED: usize = 200;

/// Which imports are under way in this process, so that the sweep leaves them alone; one a State.
#[derive(Default)]
pub(super) struct UnderWay(Mutex<BTreeSet<(StateCode, Uuid)>>);

/// Stands for an import that is under way, until dropped.
pub(super) struct Turn {
    under_way: Arc<UnderWay>,
    import: (StateCode, Uuid),
}

impl UnderWay {
    /// Begins an import of a State; none where another of that State is under way.
    pub(super) fn begin(self: Arc<Self>, state: StateCode, id: Uuid) -> Option<Turn> {
        let mut set = held(&self.0);
        if set.iter().any(|(other, _)| *other == state) {
            return None;
        }
        set.insert((state, id));
        drop(set);
        Some(Turn { under_way: self, import: (state, id) })
    }

    /// Answers whether an import is under way here.
    pub(super) fn has(&self, state: StateCode, id: Uuid) -> bool {
        held(&self.0).contains(&(state, id))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        held(&self.under_way.0).remove(&self.import);
    }
}

/// An import that a page or a machine asked for.
pub(super) struct Job {
    pub(super) id: Uuid,
    pub(super) state: StateCode,
    pub(super) what: What,
    pub(super) dry_run: bool,
    pub(super) started_at: Timestamp,
    stage: Mutex<Stage>,
}

/// Where a job stands.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Another import has the turn.
    Waiting,
    /// It is being done.
    Going(Progress),
    /// It is done, for better or worse.
    Done(ImportReport),
    /// It came to nothing.
    Failed(Refusal),
}

impl Stage {
    pub(super) fn is_over(&self) -> bool {
        matches!(self, Stage::Done(_) | Stage::Failed(_))
    }
}

impl Job {
    pub(super) fn new(id: Uuid, state: StateCode, what: What, dry_run: bool, started_at: Timestamp) -> Self {
        Job { id, state, what, dry_run, started_at, stage: Mutex::new(Stage::Waiting) }
    }

    pub(super) fn stage(&self) -> Stage {
        held(&self.stage).clone()
    }

    fn reach(&self, stage: Stage) {
        *held(&self.stage) = stage;
    }
}

/// All jobs of this process, oldest first; they take turns, for there is one writer and memory for one.
#[derive(Default)]
pub(super) struct Jobs {
    all: Mutex<Vec<Arc<Job>>>,
    turn: Arc<Mutex<()>>,
}

impl Jobs {
    pub(super) fn find(&self, id: Uuid) -> Option<Arc<Job>> {
        held(&self.all).iter().find(|job| job.id == id).cloned()
    }

    /// Answers a State's jobs, newest first.
    pub(super) fn of(&self, state: StateCode) -> Vec<Arc<Job>> {
        held(&self.all).iter().rev().filter(|job| job.state == state).cloned().collect()
    }

    /// Starts a job on a thread of its own. `import` is given the source and a place to report progress.
    ///
    /// Errors: `Conflict` while another job of the same State goes on; the machine has no thread left.
    pub(super) fn start(
        &self,
        job: Job,
        source: File,
        import: impl FnOnce(BufReader<File>, &Order, &dyn Fn(Progress)) -> Result<ImportReport, ImportError>
        + Send
        + 'static,
        order: Order,
    ) -> Result<(), Refusal> {
        let job = Arc::new(job);
        let mut all = held(&self.all);
        if all.iter().any(|other| other.state == job.state && !other.stage().is_over()) {
            return Err(Refusal::conflict("imports-under-way"));
        }
        while all.len() >= REMEMBERED {
            let Some(oldest) = all.iter().position(|job| job.stage().is_over()) else { return Err(Refusal::Busy) };
            all.remove(oldest);
        }
        // Nobody is told to wait for another import where there is none.
        if all.iter().all(|other| other.stage().is_over()) {
            job.reach(BEGUN);
        }
        all.push(Arc::clone(&job));
        drop(all);
        let turn = Arc::clone(&self.turn);
        let thread = std::thread::Builder::new().name("import".into()).spawn({
            let job = Arc::clone(&job);
            move || {
                let ending = Ending(Arc::clone(&job));
                let _turn = held(&turn);
                job.reach(BEGUN);
                let source = BufReader::with_capacity(256 * 1024, source);
                let stage = match import(source, &order, &|progress| job.reach(Stage::Going(progress))) {
                    Ok(report) => Stage::Done(report),
                    Err(error) => Stage::Failed(refusal(error)),
                };
                job.reach(stage);
                drop(ending);
            }
        });
        if let Err(error) = thread {
            job.reach(Stage::Failed(StoreError::from(error).into()));
        }
        Ok(())
    }
}

/// Says what came of a job whose thread panicked: nothing, by our fault.
struct Ending(Arc<Job>);

impl Drop for Ending {
    fn drop(&mut self) {
        if !self.0.stage().is_over() {
            self.0.reach(Stage::Failed(StoreError::Damaged("an import panicked".into()).into()));
        }
    }
}

/// Answers what a person is told about an import that came to nothing.
pub(super) fn refusal(error: ImportError) -> Refusal {
    match error {
        ImportError::Store(error) => error.into(),
        ImportError::Cut(_) => Refusal::Invalid(vec![InputFault {
            code: "cut-short",
            field: String::new(),
            line: None,
            column: None,
            said: Said::plain("refusal-cut-short"),
        }]),
        ImportError::UnderWay => Refusal::conflict("imports-under-way"),
    }
}

/// What is behind these locks is whole at every moment, so a thread that panicked has broken nothing.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
