//! How certain a share is: the interval of Wilson (1927), which holds for few cases and for none.

/// A share in thousandths, and between which two it lies with a certainty of 95 in a hundred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) per_thousand: u64,
    pub(super) low: u64,
    pub(super) high: u64,
}

/// Answers the share of `of` in `all`; none where there is nothing to share.
pub(super) fn share(of: u64, all: u64) -> Option<Share> {
    const Z: f64 = 1.959_963_984_540_054;
    if all == 0 || of > all {
        return None;
    }
    let (n, p) = (all as f64, of as f64 / all as f64);
    let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let thousandths = |share: f64| (share.clamp(0.0, 1.0) * 1000.0).round() as u64;
    Some(Share { per_thousand: thousandths(p), low: thousandths(middle - half), high: thousandths(middle + half) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values as Newcombe (1998) gives them for 81 of 263, 15 of 148, 0 of 20 and 29 of 29.
    #[test]
    fn the_interval_is_the_one_of_the_literature() {
        let of = |of, all| share(of, all).map(|share| (share.low, share.high));
        assert_eq!(of(81, 263), Some((255, 366)));
        assert_eq!(of(15, 148), Some((62, 160)));
        assert_eq!(of(0, 20), Some((0, 161)));
        assert_eq!(of(29, 29), Some((883, 1000)));
        assert_eq!((share(0, 0), share(3, 2)), (None, None));
    }
}
