//! STS.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

use crate::operation::{Operation, Protocol, Service};
use crate::shape::{Member, Shape};

/// The service.
pub static SERVICE: Service = Service {
    name: "sts",
    id: "STS",
    version: "2011-06-15",
    endpoint_prefix: "sts",
    signing_name: "sts",
    protocol: Protocol::Query,
    operations: OPERATIONS,
};

static OPERATIONS: &[&Operation] = &[&ASSUME_ROLE, &ASSUME_ROLE_WITH_WEB_IDENTITY];

/// `AssumeRole`.
pub static ASSUME_ROLE: Operation = Operation {
    name: "AssumeRole",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&ASSUME_ROLE_REQUEST),
    output: Some(&ASSUME_ROLE_RESPONSE),
    errors: &[
        &MALFORMED_POLICY_DOCUMENT_EXCEPTION,
        &PACKED_POLICY_TOO_LARGE_EXCEPTION,
        &REGION_DISABLED_EXCEPTION,
        &EXPIRED_TOKEN_EXCEPTION,
        &INVALID_CONTEXT_ASSERTION_EXCEPTION,
    ],
    pages: None,
    is_signed: true,
};

/// `AssumeRoleWithWebIdentity`.
pub static ASSUME_ROLE_WITH_WEB_IDENTITY: Operation = Operation {
    name: "AssumeRoleWithWebIdentity",
    service: &SERVICE,
    method: "POST",
    path: "/",
    input: Some(&ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST),
    output: Some(&ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE),
    errors: &[
        &MALFORMED_POLICY_DOCUMENT_EXCEPTION,
        &PACKED_POLICY_TOO_LARGE_EXCEPTION,
        &IDP_REJECTED_CLAIM_EXCEPTION,
        &IDP_COMMUNICATION_ERROR_EXCEPTION,
        &INVALID_IDENTITY_TOKEN_EXCEPTION,
        &EXPIRED_TOKEN_EXCEPTION,
        &REGION_DISABLED_EXCEPTION,
    ],
    pages: None,
    is_signed: false,
};

static ASSUME_ROLE_REQUEST: Shape = Shape::structure(
    "AssumeRoleRequest",
    &[
        Member::required("RoleArn", &ARN_TYPE),
        Member::required("RoleSessionName", &ROLE_SESSION_NAME_TYPE),
        Member::optional("PolicyArns", &POLICY_DESCRIPTOR_LIST_TYPE),
        Member::optional("Policy", &UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE),
        Member::optional("DurationSeconds", &ROLE_DURATION_SECONDS_TYPE),
        Member::optional("Tags", &TAG_LIST_TYPE),
        Member::optional("TransitiveTagKeys", &TAG_KEY_LIST_TYPE),
        Member::optional("ExternalId", &EXTERNAL_ID_TYPE),
        Member::optional("SerialNumber", &SERIAL_NUMBER_TYPE),
        Member::optional("TokenCode", &TOKEN_CODE_TYPE),
        Member::optional("SourceIdentity", &SOURCE_IDENTITY_TYPE),
        Member::optional("ProvidedContexts", &PROVIDED_CONTEXTS_LIST_TYPE),
        Member::optional("MinimumSessionTokenSize", &MINIMUM_SESSION_TOKEN_SIZE_TYPE),
    ],
);

static ASSUME_ROLE_RESPONSE: Shape = Shape::structure(
    "AssumeRoleResponse",
    &[
        Member::optional("Credentials", &CREDENTIALS),
        Member::optional("AssumedRoleUser", &ASSUMED_ROLE_USER),
        Member::optional("PackedPolicySize", &NON_NEGATIVE_INTEGER_TYPE),
        Member::optional("SourceIdentity", &SOURCE_IDENTITY_TYPE),
        Member::optional("SessionTokenUtilization", &SESSION_TOKEN_UTILIZATION_TYPE),
        Member::optional("SessionTokenSize", &SESSION_TOKEN_SIZE_TYPE),
    ],
);

static ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST: Shape = Shape::structure(
    "AssumeRoleWithWebIdentityRequest",
    &[
        Member::required("RoleArn", &ARN_TYPE),
        Member::required("RoleSessionName", &ROLE_SESSION_NAME_TYPE),
        Member::required("WebIdentityToken", &CLIENT_TOKEN_TYPE),
        Member::optional("ProviderId", &URL_TYPE),
        Member::optional("PolicyArns", &POLICY_DESCRIPTOR_LIST_TYPE),
        Member::optional("Policy", &SESSION_POLICY_DOCUMENT_TYPE),
        Member::optional("DurationSeconds", &ROLE_DURATION_SECONDS_TYPE),
        Member::optional("MinimumSessionTokenSize", &MINIMUM_SESSION_TOKEN_SIZE_TYPE),
    ],
);

static ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE: Shape = Shape::structure(
    "AssumeRoleWithWebIdentityResponse",
    &[
        Member::optional("Credentials", &CREDENTIALS),
        Member::optional("SubjectFromWebIdentityToken", &WEB_IDENTITY_SUBJECT_TYPE),
        Member::optional("AssumedRoleUser", &ASSUMED_ROLE_USER),
        Member::optional("PackedPolicySize", &NON_NEGATIVE_INTEGER_TYPE),
        Member::optional("Provider", &ISSUER),
        Member::optional("Audience", &AUDIENCE),
        Member::optional("SourceIdentity", &SOURCE_IDENTITY_TYPE),
        Member::optional("SessionTokenUtilization", &SESSION_TOKEN_UTILIZATION_TYPE),
        Member::optional("SessionTokenSize", &SESSION_TOKEN_SIZE_TYPE),
        Member::optional(
            "TrustedIdentityPropagationContext",
            &TRUSTED_IDENTITY_PROPAGATION_CONTEXT,
        ),
    ],
);

static ASSUMED_ROLE_USER: Shape = Shape::structure(
    "AssumedRoleUser",
    &[
        Member::required("AssumedRoleId", &ASSUMED_ROLE_ID_TYPE),
        Member::required("Arn", &ARN_TYPE),
    ],
);

static AUDIENCE: Shape = Shape::string("Audience");

static CREDENTIALS: Shape = Shape::structure(
    "Credentials",
    &[
        Member::required("AccessKeyId", &ACCESS_KEY_ID_TYPE),
        Member::required("SecretAccessKey", &ACCESS_KEY_SECRET_TYPE),
        Member::required("SessionToken", &TOKEN_TYPE),
        Member::required("Expiration", &DATE_TYPE),
    ],
);

static EXPIRED_TOKEN_EXCEPTION: Shape = Shape::structure(
    "ExpiredTokenException",
    &[Member::optional("message", &EXPIRED_IDENTITY_TOKEN_MESSAGE)],
);

static IDP_COMMUNICATION_ERROR_EXCEPTION: Shape = Shape::structure(
    "IDPCommunicationErrorException",
    &[Member::optional("message", &IDP_COMMUNICATION_ERROR_MESSAGE)],
);

static IDP_REJECTED_CLAIM_EXCEPTION: Shape = Shape::structure(
    "IDPRejectedClaimException",
    &[Member::optional("message", &IDP_REJECTED_CLAIM_MESSAGE)],
);

static INVALID_CONTEXT_ASSERTION_EXCEPTION: Shape = Shape::structure(
    "InvalidContextAssertionException",
    &[Member::optional("message", &INVALID_CONTEXT_ASSERTION_MESSAGE)],
);

static INVALID_CONTEXT_ASSERTION_MESSAGE: Shape = Shape::string("InvalidContextAssertionMessage");

static INVALID_IDENTITY_TOKEN_EXCEPTION: Shape = Shape::structure(
    "InvalidIdentityTokenException",
    &[Member::optional("message", &INVALID_IDENTITY_TOKEN_MESSAGE)],
);

static ISSUER: Shape = Shape::string("Issuer");

static MALFORMED_POLICY_DOCUMENT_EXCEPTION: Shape = Shape::structure(
    "MalformedPolicyDocumentException",
    &[Member::optional("message", &MALFORMED_POLICY_DOCUMENT_MESSAGE)],
);

static ORIGIN_IDENTITY: Shape = Shape::structure(
    "OriginIdentity",
    &[
        Member::optional("Subject", &ORIGIN_IDENTITY_SUBJECT_TYPE),
        Member::optional("SubjectType", &ORIGIN_IDENTITY_SUBJECT_TYPE_TYPE),
        Member::optional("Issuer", &ORIGIN_IDENTITY_ISSUER_TYPE),
        Member::optional("FederatedProviderArn", &ARN_TYPE),
    ],
);

static PACKED_POLICY_TOO_LARGE_EXCEPTION: Shape = Shape::structure(
    "PackedPolicyTooLargeException",
    &[Member::optional("message", &PACKED_POLICY_TOO_LARGE_MESSAGE)],
);

static POLICY_DESCRIPTOR_TYPE: Shape =
    Shape::structure("PolicyDescriptorType", &[Member::optional("arn", &ARN_TYPE)]);

static PROVIDED_CONTEXT: Shape = Shape::structure(
    "ProvidedContext",
    &[
        Member::optional("ProviderArn", &ARN_TYPE),
        Member::optional("ContextAssertion", &CONTEXT_ASSERTION_TYPE),
    ],
);

static PROVIDED_CONTEXTS_LIST_TYPE: Shape = Shape::list("ProvidedContextsListType", &PROVIDED_CONTEXT)
    .at_least(1)
    .at_most(5);

static REGION_DISABLED_EXCEPTION: Shape = Shape::structure(
    "RegionDisabledException",
    &[Member::optional("message", &REGION_DISABLED_MESSAGE)],
);

static TAG: Shape = Shape::structure(
    "Tag",
    &[
        Member::required("Key", &TAG_KEY_TYPE),
        Member::required("Value", &TAG_VALUE_TYPE),
    ],
);

static TRANSACTION_CONTEXT: Shape = Shape::structure(
    "TransactionContext",
    &[Member::optional(
        "IdentityProvider",
        &TRANSACTION_CONTEXT_IDENTITY_PROVIDER_MAP_TYPE,
    )],
);

static TRUSTED_IDENTITY_PROPAGATION_CONTEXT: Shape = Shape::structure(
    "TrustedIdentityPropagationContext",
    &[
        Member::optional("OriginIdentity", &ORIGIN_IDENTITY),
        Member::optional("TransactionContext", &TRANSACTION_CONTEXT),
    ],
);

static ACCESS_KEY_ID_TYPE: Shape = Shape::matching("accessKeyIdType", r"[\w]*")
    .at_least(16)
    .at_most(128);

static ACCESS_KEY_SECRET_TYPE: Shape = Shape::string("accessKeySecretType");

static ARN_TYPE: Shape = Shape::matching(
    "arnType",
    r"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+",
)
.at_least(20)
.at_most(2048);

static ASSUMED_ROLE_ID_TYPE: Shape = Shape::matching("assumedRoleIdType", r"[\w+=,.@:-]*")
    .at_least(2)
    .at_most(193);

static CLIENT_TOKEN_TYPE: Shape = Shape::string("clientTokenType").at_least(4).at_most(20000);

static CONTEXT_ASSERTION_TYPE: Shape = Shape::string("contextAssertionType").at_least(4).at_most(3072);

static DATE_TYPE: Shape = Shape::timestamp("dateType");

static EXPIRED_IDENTITY_TOKEN_MESSAGE: Shape = Shape::string("expiredIdentityTokenMessage");

static EXTERNAL_ID_TYPE: Shape = Shape::matching("externalIdType", r"[\w+=,.@:\/-]*")
    .at_least(2)
    .at_most(1224);

static IDP_COMMUNICATION_ERROR_MESSAGE: Shape = Shape::string("idpCommunicationErrorMessage");

static IDP_REJECTED_CLAIM_MESSAGE: Shape = Shape::string("idpRejectedClaimMessage");

static INVALID_IDENTITY_TOKEN_MESSAGE: Shape = Shape::string("invalidIdentityTokenMessage");

static MALFORMED_POLICY_DOCUMENT_MESSAGE: Shape = Shape::string("malformedPolicyDocumentMessage");

static MINIMUM_SESSION_TOKEN_SIZE_TYPE: Shape = Shape::integer("minimumSessionTokenSizeType")
    .at_least(0)
    .at_most(4096);

static NON_NEGATIVE_INTEGER_TYPE: Shape = Shape::integer("nonNegativeIntegerType").at_least(0);

static ORIGIN_IDENTITY_ISSUER_TYPE: Shape = Shape::string("originIdentityIssuerType");

static ORIGIN_IDENTITY_SUBJECT_TYPE: Shape = Shape::string("originIdentitySubjectType");

static ORIGIN_IDENTITY_SUBJECT_TYPE_TYPE: Shape = Shape::string("originIdentitySubjectTypeType");

static PACKED_POLICY_TOO_LARGE_MESSAGE: Shape = Shape::string("packedPolicyTooLargeMessage");

static POLICY_DESCRIPTOR_LIST_TYPE: Shape = Shape::list("policyDescriptorListType", &POLICY_DESCRIPTOR_TYPE);

static REGION_DISABLED_MESSAGE: Shape = Shape::string("regionDisabledMessage");

static ROLE_DURATION_SECONDS_TYPE: Shape = Shape::integer("roleDurationSecondsType")
    .at_least(900)
    .at_most(43200);

static ROLE_SESSION_NAME_TYPE: Shape = Shape::matching("roleSessionNameType", r"[\w+=,.@-]*")
    .at_least(2)
    .at_most(64);

static SERIAL_NUMBER_TYPE: Shape = Shape::matching("serialNumberType", r"[\w+=/:,.@-]*")
    .at_least(9)
    .at_most(256);

static SESSION_POLICY_DOCUMENT_TYPE: Shape =
    Shape::matching("sessionPolicyDocumentType", r"[\u0009\u000A\u000D\u0020-\u00FF]+")
        .at_least(1)
        .at_most(2048);

static SESSION_TOKEN_SIZE_TYPE: Shape = Shape::integer("sessionTokenSizeType").at_least(0);

static SESSION_TOKEN_UTILIZATION_TYPE: Shape = Shape::integer("sessionTokenUtilizationType").at_least(0);

static SOURCE_IDENTITY_TYPE: Shape = Shape::matching("sourceIdentityType", r"[\w+=,.@-]*")
    .at_least(2)
    .at_most(256);

static TAG_KEY_LIST_TYPE: Shape = Shape::list("tagKeyListType", &TAG_KEY_TYPE).at_most(50);

static TAG_KEY_TYPE: Shape = Shape::matching("tagKeyType", r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+")
    .at_least(1)
    .at_most(128);

static TAG_LIST_TYPE: Shape = Shape::list("tagListType", &TAG).at_most(50);

static TAG_VALUE_TYPE: Shape = Shape::matching("tagValueType", r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*")
    .at_least(0)
    .at_most(256);

static TOKEN_CODE_TYPE: Shape = Shape::matching("tokenCodeType", r"[\d]*").at_least(6).at_most(6);

static TOKEN_TYPE: Shape = Shape::string("tokenType");

static TRANSACTION_CONTEXT_IDENTITY_PROVIDER_MAP_TYPE: Shape = Shape::map(
    "transactionContextIdentityProviderMapType",
    &TRANSACTION_CONTEXT_KEY_TYPE,
    &TRANSACTION_CONTEXT_VALUE_TYPE,
);

static TRANSACTION_CONTEXT_KEY_TYPE: Shape = Shape::string("transactionContextKeyType");

static TRANSACTION_CONTEXT_VALUE_TYPE: Shape = Shape::string("transactionContextValueType").at_most(128);

static UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE: Shape = Shape::matching(
    "unrestrictedSessionPolicyDocumentType",
    r"[\u0009\u000A\u000D\u0020-\u00FF]+",
)
.at_least(1);

static URL_TYPE: Shape = Shape::string("urlType").at_least(4).at_most(2048);

static WEB_IDENTITY_SUBJECT_TYPE: Shape = Shape::string("webIdentitySubjectType").at_least(6).at_most(255);
