//! Addresses of hosts.
//!
//! The command is a static executable, and glibc's resolver loads libraries at run time, which such a one cannot. This resolver
//! reads `/etc/resolv.conf` and `/etc/hosts` itself. It is not the one that comes with the HTTP client: that asks a company's
//! servers where the system names none.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

use hickory_resolver::TokioResolver;
use hickory_resolver::config::LookupIpStrategy;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

#[derive(Clone, Default)]
pub(super) struct Names {
    /// Made when the first name is asked for, since most are addresses in tests and behind proxies.
    resolver: Arc<OnceLock<Result<TokioResolver, String>>>,
}

/// Why a name has no address: what tells this from other failures of a connection.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct NoAddress(String);

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let own = self.clone();
        Box::pin(async move {
            let resolver = own.resolver.get_or_init(resolver).as_ref();
            let resolver = resolver.map_err(|error| NoAddress(error.clone()))?;
            let found = resolver
                .lookup_ip(name.as_str())
                .await
                .map_err(|error| NoAddress(error.to_string()))?;
            let addresses: Vec<SocketAddr> =
                found.iter().map(|address| SocketAddr::new(address, 0)).collect();
            let addresses: Addrs = Box::new(addresses.into_iter());
            Ok(addresses)
        })
    }
}

fn resolver() -> Result<TokioResolver, String> {
    let build = || {
        let mut builder = TokioResolver::builder_tokio()?;
        builder.options_mut().ip_strategy = LookupIpStrategy::Ipv4AndIpv6;
        builder.build()
    };
    build().map_err(|error| format!("/etc/resolv.conf cannot be used: {error}"))
}
