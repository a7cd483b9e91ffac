//! The network a request comes from: what is counted together where nobody is signed in.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::http::HeaderMap;

/// One IPv4 address, or the first 64 bits of an IPv6 address: whoever has one of those addresses has them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl Network {
    /// Answers the network of an address.
    pub fn of(address: IpAddr) -> Self {
        // A server that listens on `[::]` sees IPv4 written as IPv6: without this, all of it would be one network.
        Network(match address.to_canonical() {
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
            address => address,
        })
    }

    /// Answers the network of a request that `peer` handed over.
    ///
    /// Behind a proxy it is that of the last address in `X-Forwarded-For`, which the proxy wrote; what stands before it
    /// is whatever the client sent. A request without one counts as the proxy's own.
    pub(super) fn of_request(headers: &HeaderMap, peer: IpAddr, behind_proxy: bool) -> Self {
        let said = if behind_proxy { forwarded(headers) } else { None };
        Network::of(said.unwrap_or(peer))
    }
}

impl std::fmt::Display for Network {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(to)
    }
}

fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let lines = headers.get_all("x-forwarded-for");
    let last = lines.iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim();
    // Some proxies add the port, and brackets around IPv6.
    let bare = last.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(last);
    bare.parse().ok().or_else(|| last.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_who_has_many_addresses_is_one() {
        let of = |address: &str| Network::of(address.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_ne!(of("::ffff:192.0.2.7"), of("::ffff:192.0.2.8"));
    }

    #[test]
    fn the_last_address_is_the_one_that_the_proxy_saw() {
        let peer = "127.0.0.1".parse().unwrap();
        let from = |lines: &[&str], behind_proxy| {
            let lines = lines.iter().map(|line| ("x-forwarded-for".parse().unwrap(), line.parse().unwrap()));
            Network::of_request(&lines.collect(), peer, behind_proxy).to_string()
        };
        for (lines, network) in [
            (&["192.0.2.7"] as &[&str], "192.0.2.7"),
            (&["198.51.100.1, 192.0.2.7"], "192.0.2.7"),
            (&["198.51.100.1", "192.0.2.7"], "192.0.2.7"),
            (&["198.51.100.1,192.0.2.7:4711"], "192.0.2.7"),
            (&["2001:db8:1:2::9"], "2001:db8:1:2::"),
            (&["[2001:db8:1:2::9]"], "2001:db8:1:2::"),
            (&["[2001:db8:1:2::9]:4711"], "2001:db8:1:2::"),
            (&["192.0.2.7, unknown"], "127.0.0.1"),
            (&[""], "127.0.0.1"),
            (&[], "127.0.0.1"),
        ] {
            assert_eq!(from(lines, true), network, "{lines:?}");
            assert_eq!(from(lines, false), "127.0.0.1", "{lines:?}: without a proxy anybody could write it");
        }
    }
}
