//! How many connections there may be, and who gives way when there are too many.
//!
//! Nobody new is refused while a stranger holds a place without using it: when all places are taken, the network that holds
//! the most gives up the connection that has gone longest without an answer. Whoever fills the server with idle connections
//! thus takes places from nobody but themselves.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

use super::Network;

/// Connections at most, whatever the machine would allow: each costs some ten kilobytes.
const MOST: u64 = 4096;

/// Open files that the server keeps for its own: databases, files that arrive, backups.
const OWN_FILES: u64 = 160;

/// New connections a second that one network may open for long, and at once.
const NEW_A_SECOND: u32 = 100;
const NEW_AT_ONCE: u32 = 400;

/// How long a connection that was told to give way is waited for, before another one is told too.
const GIVES_WAY_WITHIN: Duration = Duration::from_millis(250);

/// Answers how many connections a server may hold that may open so many files.
///
/// With few files, the server keeps three quarters of them: without its databases it could answer nobody.
pub(super) fn places_within(open_files: u64) -> u64 {
    let own = OWN_FILES.min(open_files / 4 * 3);
    (open_files - own).clamp(4, MOST)
}

/// All places for connections.
pub(super) struct Places {
    free: Arc<Semaphore>,
    held: Mutex<Held>,
    /// Counts answers, so that what has waited longest can be told without reading a clock.
    answers: AtomicU64,
    arriving: DefaultKeyedRateLimiter<Network>,
}

#[derive(Default)]
struct Held {
    next: u64,
    networks: HashMap<Network, HashMap<u64, Arc<Connection>>>,
}

struct Connection {
    answered_at: AtomicU64,
    give_way: Notify,
}

/// One connection's place, free again when dropped.
pub(super) struct Place {
    places: Arc<Places>,
    network: Network,
    number: u64,
    connection: Arc<Connection>,
    _permit: OwnedSemaphorePermit,
}

impl Places {
    pub(super) fn new(most: u64) -> Arc<Self> {
        let most = usize::try_from(most).unwrap_or(usize::MAX).min(Semaphore::MAX_PERMITS);
        let per_second = std::num::NonZeroU32::new(NEW_A_SECOND).unwrap_or(std::num::NonZeroU32::MIN);
        let at_once = std::num::NonZeroU32::new(NEW_AT_ONCE).unwrap_or(std::num::NonZeroU32::MIN);
        Arc::new(Places {
            free: Arc::new(Semaphore::new(most)),
            held: Mutex::default(),
            answers: AtomicU64::new(0),
            arriving: RateLimiter::keyed(Quota::per_second(per_second).allow_burst(at_once)),
        })
    }

    /// Answers whether one more connection of that network is looked at now.
    pub(super) fn admits(&self, network: Network) -> bool {
        self.arriving.check_key(&network).is_ok()
    }

    /// Forgets networks from which nobody came lately.
    pub(super) fn forget_quiet(&self) {
        self.arriving.retain_recent();
    }

    /// Takes a place, for which somebody else gives way when there is none; waits until they have.
    pub(super) async fn take(self: &Arc<Self>, network: Network) -> Option<Place> {
        let permit = loop {
            if let Ok(permit) = Arc::clone(&self.free).try_acquire_owned() {
                break permit;
            }
            self.one_gives_way();
            let waited = tokio::time::timeout(GIVES_WAY_WITHIN, Arc::clone(&self.free).acquire_owned()).await;
            if let Ok(acquired) = waited {
                break acquired.ok()?;
            }
        };
        let answered_at = AtomicU64::new(self.answers.fetch_add(1, Ordering::Relaxed));
        let connection = Arc::new(Connection { answered_at, give_way: Notify::new() });
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.next += 1;
        let number = held.next;
        held.networks.entry(network).or_default().insert(number, Arc::clone(&connection));
        drop(held);
        Some(Place { places: Arc::clone(self), network, number, connection, _permit: permit })
    }

    /// Tells one connection to end: of the network that holds the most, the one that has gone longest without an answer.
    pub(super) fn one_gives_way(&self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(most) = held.networks.values_mut().max_by_key(|connections| connections.len()) else { return };
        let quietest =
            most.iter().min_by_key(|(_, held)| held.answered_at.load(Ordering::Relaxed)).map(|(number, _)| *number);
        // Taken out at once, so that the next call tells another one.
        if let Some(connection) = quietest.and_then(|number| most.remove(&number)) {
            connection.give_way.notify_one();
        }
    }
}

impl Place {
    /// Notes that the connection was just given an answer.
    pub(super) fn answered(&self) {
        self.connection.answered_at.store(self.places.answers.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
    }

    /// Waits until the connection has to give way.
    pub(super) async fn gives_way(&self) {
        self.connection.give_way.notified().await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut held = self.places.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(connections) = held.networks.get_mut(&self.network) {
            connections.remove(&self.number);
            if connections.is_empty() {
                held.networks.remove(&self.network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn network(last: u8) -> Network {
        Network::of([192, 0, 2, last].into())
    }

    #[test]
    fn the_server_keeps_files_for_itself_however_few_there_are() {
        assert_eq!([64, 256, 1024, 1_000_000].map(places_within), [16, 96, 864, 4096]);
        assert_eq!(places_within(0), 4);
    }

    #[tokio::test]
    async fn who_holds_the_most_gives_way_and_first_what_has_waited_longest() {
        let places = Places::new(4);
        let officer = places.take(network(1)).await.unwrap();
        let mut crowd = Vec::new();
        for _ in 0..3 {
            crowd.push(places.take(network(2)).await.unwrap());
        }
        crowd[0].answered();
        let told = tokio::spawn({
            let places = Arc::clone(&places);
            async move { places.take(network(3)).await.is_some() }
        });
        let longest = crowd.remove(1);
        longest.gives_way().await;
        drop(longest);
        assert!(told.await.unwrap());
        for held in [&officer, &crowd[0], &crowd[1]] {
            assert!(tokio::time::timeout(Duration::from_millis(20), held.gives_way()).await.is_err());
        }
    }

    #[tokio::test]
    async fn a_place_is_free_again_once_its_connection_has_ended() {
        let places = Places::new(1);
        for last in 0..9 {
            drop(places.take(network(last)).await.unwrap());
        }
        assert!(places.held.lock().unwrap().networks.is_empty());
    }

    #[test]
    fn a_network_that_knocks_without_end_waits_and_others_do_not() {
        let places = Places::new(1);
        let knocks = (0..NEW_AT_ONCE * 2).filter(|_| places.admits(network(1))).count();
        assert!((NEW_AT_ONCE as usize..NEW_AT_ONCE as usize * 2).contains(&knocks), "{knocks}");
        assert!(places.admits(network(2)));
    }
}
