//! Whose certificates are trusted.

use std::path::Path;
use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;

use crate::settings::SettingsError;

/// TLS that trusts the certificates of a file or, failing that, those of the system; Mozilla's, where a system has none, as in an
/// empty container.
pub(super) fn tls(file: Option<&Path>) -> Result<ClientConfig, SettingsError> {
    let roots = match file {
        Some(file) => of_file(file)?,
        None => of_system(),
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| SettingsError::Client(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config)
}

fn of_file(file: &Path) -> Result<RootCertStore, SettingsError> {
    let refuse = |reason: String| SettingsError::Certificates(format!("{}: {reason}", file.display()));
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| refuse(error.to_string()))? {
        let certificate = certificate.map_err(|error| refuse(error.to_string()))?;
        // As OpenSSL does, what is no root is passed over.
        let _ = roots.add(certificate);
    }
    if roots.is_empty() {
        return Err(refuse("there is no certificate in it".to_owned()));
    }
    Ok(roots)
}

fn of_system() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    roots
}
