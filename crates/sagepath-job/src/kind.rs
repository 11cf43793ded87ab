//! What a job file is for, and so which requests it holds.

use sagepath_document::Entry;

/// What a job file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A training job.
    Train,
    /// A model on an endpoint.
    Deploy,
    /// A processing job.
    Process,
    /// A batch transform job, with its model if there is none yet.
    Transform,
}

/// A part of a job file: one request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The key under which it stands.
    pub(crate) key: &'static str,
    /// What it is sent to.
    pub(crate) operation: &'static str,
    /// The field that names what is made.
    pub(crate) name: &'static str,
    /// The field with the role, if it has one.
    pub(crate) role: Option<&'static str>,
    /// Whether a file may do without it.
    pub(crate) is_optional: bool,
}

const MODEL: Part = Part {
    key: "Model",
    operation: "CreateModel",
    name: "ModelName",
    role: Some("ExecutionRoleArn"),
    is_optional: true,
};

const TRAIN: &[Part] = &[Part {
    key: "TrainingJob",
    operation: "CreateTrainingJob",
    name: "TrainingJobName",
    role: Some("RoleArn"),
    is_optional: false,
}];

const PROCESS: &[Part] = &[Part {
    key: "ProcessingJob",
    operation: "CreateProcessingJob",
    name: "ProcessingJobName",
    role: Some("RoleArn"),
    is_optional: false,
}];

const TRANSFORM: &[Part] = &[
    MODEL,
    Part {
        key: "TransformJob",
        operation: "CreateTransformJob",
        name: "TransformJobName",
        role: None,
        is_optional: false,
    },
];

const DEPLOY: &[Part] = &[
    MODEL,
    Part {
        key: "EndpointConfig",
        operation: "CreateEndpointConfig",
        name: "EndpointConfigName",
        role: None,
        is_optional: true,
    },
    Part {
        key: "Endpoint",
        operation: "CreateEndpoint",
        name: "EndpointName",
        role: None,
        is_optional: false,
    },
];

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::Train, Kind::Deploy, Kind::Process, Kind::Transform];

    /// The verb for it, which is the name of the command.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Train => "train",
            Kind::Deploy => "deploy",
            Kind::Process => "process",
            Kind::Transform => "transform",
        }
    }

    /// What its image is for, in the order in which scopes are tried: not every framework has an image for each.
    pub(crate) const fn scopes(self) -> &'static [&'static str] {
        match self {
            Kind::Train => &["training"],
            Kind::Process => &["processing", "training", ""],
            Kind::Deploy | Kind::Transform => &["inference"],
        }
    }

    /// What its instances are for, in the catalog's word.
    pub(crate) const fn purpose(self) -> &'static str {
        match self {
            Kind::Train => "train",
            Kind::Deploy => "host",
            Kind::Process => "process",
            Kind::Transform => "transform",
        }
    }

    /// Its parts, in the order in which they are sent.
    pub(crate) const fn parts(self) -> &'static [Part] {
        match self {
            Kind::Train => TRAIN,
            Kind::Deploy => DEPLOY,
            Kind::Process => PROCESS,
            Kind::Transform => TRANSFORM,
        }
    }

    /// Keys that only a file for it has.
    const fn telltales(self) -> &'static [&'static str] {
        match self {
            Kind::Train => &["TrainingJob", "TrainingJobName", "AlgorithmSpecification"],
            Kind::Deploy => &["EndpointConfig", "Endpoint"],
            Kind::Process => &["ProcessingJob", "ProcessingJobName", "AppSpecification"],
            Kind::Transform => &["TransformJob", "TransformJobName", "TransformInput"],
        }
    }

    /// What a file with these entries is for instead, if that is plain.
    pub(crate) fn other(self, entries: &[Entry]) -> Option<Kind> {
        let is_for = |kind: &Kind| {
            let mut keys = entries.iter().map(|entry| entry.key.as_str());
            keys.any(|key| kind.telltales().contains(&key))
        };
        if is_for(&self) {
            return None;
        }
        Kind::ALL.into_iter().find(is_for)
    }

    /// The part that all else is made for.
    pub(crate) const fn main(self) -> &'static Part {
        match self {
            Kind::Train => &TRAIN[0],
            Kind::Deploy => &DEPLOY[2],
            Kind::Process => &PROCESS[0],
            Kind::Transform => &TRANSFORM[1],
        }
    }
}
