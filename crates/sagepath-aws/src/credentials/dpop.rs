//! Proof that a request comes from who has a key: a token of its own, signed by that key (RFC 9449).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::rand::{SecureRandom as _, SystemRandom};
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use rustls_pki_types::PrivateSec1KeyDer;
use rustls_pki_types::pem::PemObject as _;
use sec1::EcPrivateKey;
use serde_json::{Value, json};

/// A key on the curve P-256.
#[derive(Debug)]
pub(super) struct Key {
    pair: EcdsaKeyPair,
    random: SystemRandom,
}

/// Why a key cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum KeyError {
    #[error("it is no PEM file with an `EC PRIVATE KEY`")]
    NoKey,
    #[error("it is no key on the curve P-256 with both its halves")]
    NotOnTheCurve,
    #[error("this machine has no random numbers")]
    NoRandomness,
}

impl Key {
    /// Reads a PEM file.
    pub(super) fn read(pem: &str) -> Result<Self, KeyError> {
        let der = PrivateSec1KeyDer::from_pem_slice(pem.as_bytes()).map_err(|_| KeyError::NoKey)?;
        let key = EcPrivateKey::try_from(der.secret_sec1_der()).map_err(|_| KeyError::NoKey)?;
        let public = key.public_key.ok_or(KeyError::NotOnTheCurve)?;
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::from_private_key_and_public_key(
            &ECDSA_P256_SHA256_FIXED_SIGNING,
            key.private_key,
            public,
            &random,
        )
        .map_err(|_| KeyError::NotOnTheCurve)?;
        Ok(Key { pair, random })
    }

    /// The proof for a request to a URL at a time.
    pub(super) fn proof(&self, method: &str, url: &str, time: Timestamp) -> Result<String, KeyError> {
        let mut number = [0; 16];
        self.random
            .fill(&mut number)
            .map_err(|_| KeyError::NoRandomness)?;
        // An uncompressed point: a 4, and both coordinates.
        let (x, y) = self.pair.public_key().as_ref()[1..].split_at(32);
        let header = json!({
            "typ": "dpop+jwt",
            "alg": "ES256",
            "jwk": {"kty": "EC", "crv": "P-256", "x": URL_SAFE_NO_PAD.encode(x), "y": URL_SAFE_NO_PAD.encode(y)},
        });
        let claims = json!({
            "htm": method,
            "htu": url,
            "iat": time.as_second(),
            "jti": URL_SAFE_NO_PAD.encode(number),
        });
        let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", encoded(&header), encoded(&claims));
        let signature = self
            .pair
            .sign(&self.random, signed.as_bytes())
            .map_err(|_| KeyError::NoRandomness)?;
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.as_ref())))
    }
}
