//! What rooms keep in memory while a Puebla runs: one value of each type, gone when it stops.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Values by their type. A room keeps one of its own private types, so that no other room can reach it.
#[derive(Default)]
pub(crate) struct Kept(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Kept {
    /// Answers the value of that type, making it at the first call.
    pub(crate) fn get<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let value = Arc::clone(kept.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default())));
        // The key is the type, so this never makes another one.
        value.downcast().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_one_value() {
        #[derive(Default)]
        struct Counted(Mutex<u32>);
        let kept = Kept::default();
        *kept.get::<Counted>().0.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        assert_eq!(*kept.get::<Counted>().0.lock().unwrap_or_else(PoisonError::into_inner), 1);
        assert_eq!(*kept.get::<Mutex<u32>>().lock().unwrap_or_else(PoisonError::into_inner), 0);
    }
}
