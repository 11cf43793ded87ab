//! What a reader must know of an example.

use crate::plan::Plan;
use crate::sdk::Sdk;
use crate::target::Target;
use crate::task::Task;

/// The notes of an example: sentences.
pub(crate) fn of(plan: &Plan<'_>, target: Target, task: Task) -> Vec<String> {
    let of_task = match task {
        Task::Path => Vec::new(),
        Task::Train => training(plan, target),
        Task::Host => hosting(plan),
    };
    sdk(plan, target, task).into_iter().chain(of_task).collect()
}

/// Why an SDK's call is not shown.
fn sdk(plan: &Plan<'_>, target: Target, task: Task) -> Option<String> {
    let (sdk, name) = match target {
        Target::SdkV3 => (Sdk::V3, "sagemaker-core"),
        Target::SdkV2 => (Sdk::V2, "sagemaker 2"),
        _ => return None,
    };
    if plan.sdk_call(sdk, task).is_some() {
        return None;
    }
    let why = if plan.is_in_sdk {
        "has no call of `image_uris.retrieve` that answers with this path"
    } else {
        "does not know this image"
    };
    Some(format!("{name} {why}, so the path is given as it is."))
}

fn training(plan: &Plan<'_>, target: Target) -> Vec<String> {
    let Ok(training) = plan.training() else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    if training.own_script {
        notes.push(
            "The container runs your script: `sagemaker_program` names it, and `sagemaker_submit_directory` is an archive \
             that holds it."
                .to_owned(),
        );
    } else if !training.hyperparameters.is_empty() {
        notes.push(
            "The hyperparameters are those that the algorithm requires; their values depend on your data."
                .to_owned(),
        );
    }
    let by_states = matches!(
        target,
        Target::Terraform | Target::CloudFormation | Target::CdkTypescript | Target::CdkPython
    );
    if by_states {
        notes.push(
            "A training job is no resource of its own here, so a state machine runs it: start the state machine, whose role \
             must be allowed to create training jobs and to pass the SageMaker role."
                .to_owned(),
        );
    }
    notes
}

fn hosting(plan: &Plan<'_>) -> Vec<String> {
    let Ok(hosting) = plan.hosting() else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    if hosting.is_other_image {
        notes.push("The image is the inference image that fits the training image.".to_owned());
    }
    if let Some((training, inference)) = hosting.bases {
        notes.push(format!(
            "It is built on {inference}, the training image on {training}."
        ));
    }
    if hosting.own_script {
        notes.push("The model's archive must hold `code/inference.py`, which the container runs.".to_owned());
    }
    if hosting.is_inference_only {
        notes.push(
            "No training image belongs to this one: the archive is a model that it can load.".to_owned(),
        );
    }
    notes
}
