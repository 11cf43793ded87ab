//! From files to requests.

use sagepath::Catalog;
use sagepath_check::{Settings, check};
use sagepath_document::{Format, read};
use sagepath_job::{Kind, Options, Plan, plan};
use serde_json::json;

fn planned(text: &str, options: &Options<'_>) -> Plan {
    let document = read(text, Format::Yaml).unwrap();
    plan(&document, text.as_bytes(), options, Catalog::embedded())
}

/// What is told, with the text that is pointed at.
fn told(text: &str, plan: &Plan) -> Vec<String> {
    let remarks = plan.remarks.iter();
    remarks
        .map(|remark| {
            let place = text[remark.span.clone()].lines().next().unwrap_or_default();
            format!(
                "{} {} at {place:?}: {}",
                remark.severity, remark.rule, remark.message
            )
        })
        .collect()
}

fn job(image: &str, instance_type: &str) -> String {
    format!(
        "\
TrainingJobName: churn
RoleArn: arn:aws:iam::111122223333:role/SageMakerRole
AlgorithmSpecification: {{TrainingImage: {image}, TrainingInputMode: File}}
InputDataConfig:
  - {{ChannelName: train, DataSource: {{S3DataSource: {{S3DataType: S3Prefix, S3Uri: s3://bucket/train}}}}}}
OutputDataConfig: {{S3OutputPath: s3://bucket/output}}
ResourceConfig: {{InstanceType: {instance_type}, InstanceCount: 1, VolumeSizeInGB: 30}}
StoppingCondition: {{MaxRuntimeInSeconds: 3600}}
"
    )
}

#[test]
fn an_image_is_that_of_the_region_and_the_instance_type() {
    let table = [
        (
            "kmeans",
            "us-west-2",
            "ml.m5.xlarge",
            "174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1",
        ),
        (
            "pytorch@2.5",
            "eu-west-1",
            "ml.g5.xlarge",
            "763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-training:2.5-gpu-py311",
        ),
        (
            "pytorch@2.5?python=py311&pin=true",
            "us-east-1",
            "ml.m5.xlarge",
            "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1-cpu-py311",
        ),
    ];
    for (reference, region, instance_type, expected) in table {
        let text = job(&format!("sagepath:{reference}"), instance_type);
        let plan = planned(&text, &Options::new(Kind::Train, region));
        let image = &plan.requests[0].input["AlgorithmSpecification"]["TrainingImage"];
        assert_eq!(image, expected, "{:?}", told(&text, &plan));
    }
}

#[test]
fn what_only_the_catalog_knows_is_refused() {
    let table = [
        (
            "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
            "error region-mismatch",
        ),
        (
            "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
            "error wrong-registry",
        ),
        (
            "811284229777.dkr.ecr.us-east-1.amazonaws.com/xgboost:1",
            "error xgboost-floating-tag",
        ),
        (
            "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:latest",
            "error latest-tag",
        ),
        (
            "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312-ubuntu22.04-sagemaker",
            "error inference-image-for-training",
        ),
        (
            "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.6.0-gpu-py312-cu126-ubuntu22.04-sagemaker",
            "error processor-mismatch",
        ),
        ("382416733822.dkr.ecr.us-east-1.amazonaws.com/object2vec:1", ""),
        ("sagepath:xgbost@1.7-1", "error image-reference"),
        ("sagepath:xgboost", "error image-reference"),
        ("sagepath:xgboost@1.7-1?x=y", "error image-reference"),
    ];
    for (image, expected) in table {
        let text = job(image, "ml.m5.xlarge");
        let plan = planned(&text, &Options::new(Kind::Train, "us-east-1"));
        let told = told(&text, &plan);
        if expected.is_empty() {
            assert_eq!(told, Vec::<String>::new(), "{image}");
            assert!(!plan.is_refused());
        } else {
            assert!(
                told.iter().any(|one| one.starts_with(expected)),
                "{image}: {told:?}"
            );
            assert!(plan.is_refused(), "{image}");
        }
    }
}

#[test]
fn data_is_judged_where_it_is_named() {
    let table = [
        (
            "s3://bucket/train",
            "s3://sagemaker-eu-west-1-111122223333/train",
            "error bucket-in-another-region at \"s3://sagemaker-eu-west-1-111122223333/train\": the bucket is of eu-west-1, and is used in us-east-1",
        ),
        (
            "s3://bucket/train",
            "s3://sagemaker-us-east-1-111122223333/train",
            "",
        ),
        (
            "s3://bucket/train",
            "s3://sagemaker-eu-west-9-111122223333/train",
            "",
        ),
        (
            "ChannelName: train,",
            "ChannelName: train, ContentType: image/png,",
            "warning content-type-unsupported at \"image/png\": channel `train` has `image/png`, which XGBoost is not documented to train on",
        ),
        (
            "ChannelName: train,",
            "ChannelName: train, ContentType: text/csv; label_size=1,",
            "",
        ),
        (
            "ChannelName: train,",
            "ChannelName: train, ContentType: text/x-libsvm,",
            "",
        ),
        (
            "ChannelName: train,",
            "ChannelName: train, ContentType: application/x-parquet,",
            "",
        ),
        (
            "ChannelName: train,",
            "ChannelName: data,",
            "error channel-unknown at \"data\": XGBoost has no channel `data`, and needs one called `train`",
        ),
    ];
    for (from, to, expected) in table {
        let text = job("sagepath:xgboost@1.7-1", "ml.m5.xlarge").replace(from, to);
        let plan = planned(&text, &Options::new(Kind::Train, "us-east-1"));
        let expected: Vec<&str> = Some(expected)
            .filter(|expected| !expected.is_empty())
            .into_iter()
            .collect();
        assert_eq!(told(&text, &plan), expected, "{to}");
    }
}

#[test]
fn buckets_are_judged_in_parts_without_an_image() {
    let transform = "\
ModelName: churn
TransformInput: {DataSource: {S3DataSource: {S3DataType: S3Prefix, S3Uri: s3://sagemaker-eu-west-1-111122223333/in}}}
TransformOutput: {S3OutputPath: s3://bucket/out}
TransformResources: {InstanceType: ml.m5.xlarge, InstanceCount: 1}
";
    let deploy = "\
Model:
  ExecutionRoleArn: arn:aws:iam::111122223333:role/SageMakerRole
  PrimaryContainer: {Image: sagepath:kmeans, ModelDataUrl: s3://sagemaker-eu-west-1-111122223333/in}
EndpointConfig:
  ProductionVariants: [{InstanceType: ml.m5.xlarge, InitialInstanceCount: 1}]
  AsyncInferenceConfig: {OutputConfig: {S3OutputPath: s3://sagemaker-eu-west-1-111122223333/out}}
";
    let told_at = |place: &str| {
        format!(
            "error bucket-in-another-region at \"s3://sagemaker-eu-west-1-111122223333/{place}\": \
             the bucket is of eu-west-1, and is used in us-east-1"
        )
    };
    for (kind, text, places) in [
        (Kind::Transform, transform, &["in"][..]),
        (Kind::Deploy, deploy, &["in", "out"]),
    ] {
        let mut options = Options::new(kind, "us-east-1");
        options.name = Some("churn");
        let expected: Vec<String> = places.iter().map(|place| told_at(place)).collect();
        assert_eq!(told(text, &planned(text, &options)), expected);
        options.verify = false;
        assert_eq!(told(text, &planned(text, &options)), Vec::<String>::new());
    }
}

#[test]
fn an_arn_is_of_the_partition_of_the_region() {
    let role = "arn:aws:iam::111122223333:role/SageMakerRole";
    let told_of = |arn: &str, other: &str, region: &str, own: &str| {
        vec![format!(
            "error arn-in-another-partition at {arn:?}: `{arn}` is of the partition {other}, and {region} is of {own}"
        )]
    };
    let china = "arn:aws-cn:iam::111122223333:role/SageMakerRole";
    let government = "arn:aws-us-gov:iam::111122223333:role/SageMakerRole";
    let isolated = "arn:aws-iso:iam::111122223333:role/SageMakerRole";
    let table = [
        ("us-east-1", role, vec![]),
        ("cn-north-1", china, vec![]),
        ("us-gov-west-1", government, vec![]),
        ("us-iso-east-1", isolated, vec![]),
        ("cn-north-1", role, told_of(role, "aws", "cn-north-1", "aws-cn")),
        (
            "us-gov-west-1",
            role,
            told_of(role, "aws", "us-gov-west-1", "aws-us-gov"),
        ),
        (
            "eu-west-1",
            government,
            told_of(government, "aws-us-gov", "eu-west-1", "aws"),
        ),
        (
            "us-isob-east-1",
            isolated,
            told_of(isolated, "aws-iso", "us-isob-east-1", "aws-iso-b"),
        ),
    ];
    for (region, arn, expected) in table {
        let text = job("111122223333.dkr.ecr.REGION.amazonaws.com/mine:1", "ml.m5.xlarge")
            .replace("REGION", region)
            .replace(role, arn);
        let plan = planned(&text, &Options::new(Kind::Train, region));
        let told = told(&text, &plan);
        assert_eq!(told, expected, "{arn} in {region}");
        assert_eq!(plan.is_refused(), !expected.is_empty(), "{arn} in {region}");
    }
}

/// What is no ARN of AWS's, the API's own model refuses.
#[test]
fn an_arn_of_no_partition_is_told_by_the_model() {
    let text = job("sagepath:kmeans", "ml.m5.xlarge").replace("arn:aws:", "arn:foo:");
    let plan = planned(&text, &Options::new(Kind::Train, "us-east-1"));
    let rules: Vec<&str> = plan.remarks.iter().map(|remark| remark.rule).collect();
    assert_eq!(rules, ["pattern"]);
}

#[test]
fn arns_are_judged_in_parts_without_an_image() {
    let key = "arn:aws:kms:us-east-1:111122223333:key/1";
    let text = format!(
        "\
EndpointConfig:
  ProductionVariants: [{{VariantName: a, ModelName: churn, InstanceType: ml.m5.xlarge, InitialInstanceCount: 1}}]
  KmsKeyId: {key}
"
    );
    let mut options = Options::new(Kind::Deploy, "cn-north-1");
    options.name = Some("churn");
    let expected = format!(
        "error arn-in-another-partition at {key:?}: `{key}` is of the partition aws, and cn-north-1 is of aws-cn"
    );
    assert_eq!(told(&text, &planned(&text, &options)), [expected]);
    options.region = "us-east-1";
    assert_eq!(told(&text, &planned(&text, &options)), Vec::<String>::new());
}

/// What needs no more than the file to be known, a job and a repository are told in the same words at the same place.
#[test]
fn a_job_is_told_what_its_file_is_told() {
    let rules = [
        "arn-in-another-partition",
        "bucket-in-another-region",
        "channel-unknown",
        "content-type-unsupported",
        "input-mode-unsupported",
        "instance-class-unsupported",
        "not-parallelizable",
    ];
    let image = "382416733822.dkr.ecr.us-east-1.amazonaws.com/object2vec:1";
    let data = "ChannelName: data, ContentType: text/csv, InputMode: Pipe,";
    let text = job(image, "ml.p4d.24xlarge")
        .replace("ChannelName: train,", data)
        .replace("InstanceCount: 1", "InstanceCount: 2")
        .replace("arn:aws:", "arn:aws-cn:")
        .replace(
            "s3://bucket/output",
            "s3://sagemaker-eu-west-1-111122223333/output",
        );
    let plan = planned(&text, &Options::new(Kind::Train, "us-east-1"));
    let of_job: Vec<_> = plan
        .remarks
        .iter()
        .filter(|remark| rules.contains(&remark.rule))
        .map(|remark| (remark.rule, remark.span.clone(), remark.message.clone()))
        .collect();
    let found = check(
        "job.yaml".as_ref(),
        text.as_bytes(),
        Catalog::embedded(),
        &Settings::default(),
    );
    let of_file: Vec<_> = found
        .into_iter()
        .filter(|finding| rules.contains(&finding.rule.name))
        .map(|finding| (finding.rule.name, finding.span, finding.message))
        .collect();
    assert_eq!(of_job, of_file);
    let mut names: Vec<_> = of_job.iter().map(|(rule, ..)| *rule).collect();
    names.sort_unstable();
    assert_eq!(names, rules);
}

#[test]
fn a_comment_at_the_image_or_at_the_word_silences() {
    let job =
        job("sagepath:xgboost@1.7-1", "ml.m5.xlarge").replace("ChannelName: train", "ChannelName: data");
    let reason = "# sagepath: ignore[channel-unknown] because it is tried out";
    for line in [3, 5] {
        let commented: Vec<String> = job
            .lines()
            .enumerate()
            .map(|(number, text)| {
                if number + 1 == line {
                    format!("{text} {reason}")
                } else {
                    text.to_owned()
                }
            })
            .collect();
        let text = commented.join("\n");
        let plan = planned(&text, &Options::new(Kind::Train, "us-east-1"));
        assert_eq!(told(&text, &plan), Vec::<String>::new(), "line {line}");
    }
}

#[test]
fn what_the_algorithm_lacks_is_refused() {
    let table = [
        ("InstanceCount: 1", "InstanceCount: 2", "error not-parallelizable"),
        (
            "TrainingInputMode: File",
            "TrainingInputMode: Pipe",
            "error input-mode-unsupported",
        ),
        ("ml.p3.2xlarge", "ml.c7g.xlarge", "error choice"),
    ];
    for (from, to, expected) in table {
        let text = job("sagepath:object2vec", "ml.p3.2xlarge").replace(from, to);
        let plan = planned(&text, &Options::new(Kind::Train, "us-east-1"));
        let told = told(&text, &plan);
        assert!(told.iter().any(|one| one.starts_with(expected)), "{to}: {told:?}");
    }
}

#[test]
fn a_framework_without_the_scheme_is_told() {
    let text = job("xgboost@1.7-1", "ml.m5.xlarge");
    let plan = planned(&text, &Options::new(Kind::Train, "us-east-1"));
    assert_eq!(
        told(&text, &plan),
        ["error image-reference at \"xgboost@1.7-1\": `xgboost@1.7-1` is no registry path"]
    );
    assert_eq!(
        plan.remarks[0].help.as_deref(),
        Some("did you mean `sagepath:xgboost@1.7-1`?")
    );
}

#[test]
fn an_unknown_instance_type_is_told_once() {
    let text = job("sagepath:pytorch@2.5", "ml.g5.xlage");
    let plan = planned(&text, &Options::new(Kind::Train, "us-east-1"));
    let expected = "error choice at \"ml.g5.xlage\": `ResourceConfig.InstanceType` is `ml.g5.xlage`, which is no InstanceType";
    assert_eq!(told(&text, &plan), [expected]);
}

#[test]
fn an_image_past_its_end_of_patch_is_a_warning() {
    let image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:1.13.1-gpu-py39";
    let text = job(image, "ml.g4dn.xlarge");
    let mut options = Options::new(Kind::Train, "us-east-1");
    assert_eq!(told(&text, &planned(&text, &options)), Vec::<String>::new());
    options.today = jiff::civil::Date::new(2026, 8, 1).ok();
    let plan = planned(&text, &options);
    let told = told(&text, &plan);
    assert!(told[0].starts_with("warning past-end-of-patch"), "{told:?}");
    assert!(!plan.is_refused());
}

#[test]
fn ours_can_be_passed_over_and_the_services_cannot() {
    let text = job(
        "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:latest",
        "ml.m5.xlarge",
    );
    let mut options = Options::new(Kind::Train, "us-east-1");
    options.allow_latest = true;
    assert!(!planned(&text, &options).is_refused());
    options.allow_latest = false;
    options.verify = false;
    assert_eq!(told(&text, &planned(&text, &options)), Vec::<String>::new());
    let text = text.replace("MaxRuntimeInSeconds: 3600", "MaxRuntimeInSeconds: 0");
    assert_eq!(
        told(&text, &planned(&text, &options)),
        ["error range at \"0\": `StoppingCondition.MaxRuntimeInSeconds` is 0, and must be at least 1"]
    );
}

#[test]
fn an_endpoint_is_linked_and_hosts_what_was_trained() {
    let text = "\
TrainedBy: sagepath:pytorch@2.6?processor=gpu
Model:
  ExecutionRoleArn: arn:aws:iam::111122223333:role/SageMakerRole
  PrimaryContainer: {ModelDataUrl: s3://bucket/model.tar.gz}
EndpointConfig:
  ProductionVariants: [{InstanceType: ml.c7g.xlarge, InitialInstanceCount: 1}]
";
    let mut options = Options::new(Kind::Deploy, "us-east-1");
    options.name = Some("churn");
    let plan = planned(text, &options);
    assert_eq!(told(text, &plan), Vec::<String>::new());
    let operations: Vec<&str> = plan
        .requests
        .iter()
        .map(|request| request.operation.name)
        .collect();
    assert_eq!(
        operations,
        ["CreateModel", "CreateEndpointConfig", "CreateEndpoint"]
    );
    assert_eq!(
        plan.requests[0].input["PrimaryContainer"]["Image"],
        "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference-arm64:2.6.0-cpu-py312-ubuntu22.04-sagemaker"
    );
    assert_eq!(
        plan.requests[1].input,
        json!({
            "EndpointConfigName": "churn",
            "ProductionVariants": [{
                "VariantName": "AllTraffic", "ModelName": "churn", "InitialInstanceCount": 1, "InstanceType": "ml.c7g.xlarge",
            }],
        })
    );
    assert_eq!(
        plan.requests[2].input,
        json!({"EndpointName": "churn", "EndpointConfigName": "churn"})
    );
}

#[test]
fn a_host_that_does_not_fit_its_trainer_is_refused() {
    let text = "\
TrainedBy: sagepath:xgboost@1.5-1
Model:
  ExecutionRoleArn: arn:aws:iam::111122223333:role/SageMakerRole
  PrimaryContainer: {Image: sagepath:xgboost@1.7-1, ModelDataUrl: s3://bucket/model.tar.gz}
EndpointConfig:
  ProductionVariants: [{InstanceType: ml.m5.xlarge, InitialInstanceCount: 1}]
";
    let plan = planned(text, &Options::new(Kind::Deploy, "us-east-1"));
    let expected = "error train-host-mismatch at \"sagepath:xgboost@1.7-1\": XGBoost is trained at `1.5-1` and hosted at `1.7-1`";
    assert_eq!(told(text, &plan), [expected]);
}

#[test]
fn a_host_of_another_algorithm_is_refused_and_one_of_another_framework_is_not() {
    let table = [
        (
            "kmeans",
            "xgboost@1.7-1",
            "K-Means trains the model, and XGBoost is to host it",
        ),
        ("kmeans", "kmeans", ""),
        // What Neo compiles is hosted by an image of another name, and so is what a framework's own server takes.
        ("xgboost@1.7-1", "xgboost-neo@latest", ""),
        ("xgboost@1.7-1", "sagemaker-tritonserver@25.04", ""),
    ];
    for (trainer, host, expected) in table {
        let text = format!(
            "\
TrainedBy: sagepath:{trainer}
Model:
  ExecutionRoleArn: arn:aws:iam::111122223333:role/SageMakerRole
  PrimaryContainer: {{Image: 'sagepath:{host}', ModelDataUrl: s3://bucket/model.tar.gz}}
EndpointConfig:
  ProductionVariants: [{{InstanceType: ml.c5.xlarge, InitialInstanceCount: 1}}]
"
        );
        let mut options = Options::new(Kind::Deploy, "us-east-1");
        let plan = planned(&text, &options);
        let mut remarks = plan.remarks.iter();
        let mismatch = remarks.find(|remark| remark.rule == "train-host-mismatch");
        let told = mismatch.map_or("", |remark| &remark.message);
        assert_eq!(told, expected, "{trainer} {host}");
        options.verify = false;
        let plan = planned(&text, &options);
        let mut remarks = plan.remarks.iter();
        assert!(
            !remarks.any(|remark| remark.rule == "train-host-mismatch"),
            "{trainer} {host}"
        );
    }
}

#[test]
fn a_transform_job_is_one_request_or_two() {
    let job = "\
TransformInput: {DataSource: {S3DataSource: {S3DataType: S3Prefix, S3Uri: s3://bucket/in}}}
TransformOutput: {S3OutputPath: s3://bucket/out}
TransformResources: {InstanceType: ml.m5.xlarge, InstanceCount: 1}
";
    let mut options = Options::new(Kind::Transform, "us-east-1");
    options.name = Some("batch");
    let alone = planned(&format!("ModelName: churn\n{job}"), &options);
    assert_eq!(alone.requests.len(), 1);
    let indented: String = job.lines().map(|line| format!("  {line}\n")).collect();
    let model = "Model: {ExecutionRoleArn: \"arn:aws:iam::111122223333:role/r\", PrimaryContainer: {Image: sagepath:kmeans, ModelDataUrl: s3://b/m.tar.gz}}";
    let text = format!("{model}\nTransformJob:\n{indented}");
    let both = planned(&text, &options);
    assert_eq!(told(&text, &both), Vec::<String>::new());
    assert_eq!(both.requests[1].input["ModelName"], "batch");
}

#[test]
fn what_is_no_job_file_is_told() {
    let table = [
        (
            Kind::Train,
            "[1]\n",
            "error wrong-type at \"[1]\": a job file is a map of fields",
        ),
        (
            Kind::Deploy,
            "ModelName: x\n",
            "error unknown-field at \"ModelName\": there is no part `ModelName`",
        ),
        (
            Kind::Deploy,
            "TrainedBy: {a: b}\n",
            "error wrong-type at \"{a: b}\": `TrainedBy` must be a text",
        ),
        (
            Kind::Deploy,
            "TrainedBy: 683313688378.dkr.ecr\n",
            "error malformed-path at \"683313688378.dkr.ecr\": `TrainedBy` is no registry path",
        ),
    ];
    for (kind, text, expected) in table {
        let plan = planned(text, &Options::new(kind, "us-east-1"));
        let told = told(text, &plan);
        assert!(
            told.iter().any(|one| one.starts_with(expected)),
            "{text}: {told:?}"
        );
    }
}

#[test]
fn a_role_that_is_asked_for_takes_the_place_of_the_files() {
    let role = "arn:aws:iam::111122223333:role/Other";
    let mut options = Options::new(Kind::Train, "us-east-1");
    options.role = Some(role);
    let plan = planned(&job("sagepath:kmeans", "ml.m5.xlarge"), &options);
    assert_eq!(plan.requests[0].input["RoleArn"], role);
    assert_eq!(plan.choices[0].reason, "the role that was asked for");
}

#[test]
fn a_file_for_another_command_is_told_once() {
    let files = [
        (
            Kind::Train,
            "AlgorithmSpecification: {}\nRoleArn: x\nOutputDataConfig: {}\n",
        ),
        (Kind::Deploy, "Model: {}\nEndpointConfig: {}\nEndpoint: {}\n"),
        (Kind::Process, "AppSpecification: {}\nRoleArn: x\n"),
        (Kind::Transform, "Model: {}\nTransformJob: {}\n"),
    ];
    for (is_for, text) in files {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != is_for) {
            let told = told(text, &planned(text, &Options::new(kind, "us-east-1")));
            let first = text.split(':').next().unwrap_or_default();
            let (is_for, kind) = (is_for.as_str(), kind.as_str());
            let message = format!("this is a file for `sagepath {is_for}`, and not for `sagepath {kind}`");
            assert_eq!(told, [format!("error other-kind at {first:?}: {message}")]);
        }
    }
}

#[test]
fn an_instance_type_for_something_else_is_told_what_it_is_for() {
    let table = [
        (
            "ml.inf2.xlarge",
            "`ResourceConfig.InstanceType` is `ml.inf2.xlarge`, on which SageMaker does not train",
        ),
        (
            "ml.m5.xlrage",
            "`ResourceConfig.InstanceType` is `ml.m5.xlrage`, which is no InstanceType",
        ),
    ];
    for (instance_type, expected) in table {
        let plan = planned(
            &job("my/image", instance_type),
            &Options::new(Kind::Train, "us-east-1"),
        );
        let remark = plan.remarks.iter().find(|remark| remark.rule == "choice");
        let remark = remark.unwrap();
        assert_eq!(remark.message, expected);
        let help = remark.help.as_deref().unwrap_or_default();
        assert_eq!(
            help.contains("`sagepath instances --uses train`"),
            expected.contains("train"),
            "{help}"
        );
    }
}

#[test]
fn an_algorithm_without_any_channel_is_refused_and_a_program_of_ones_own_is_not() {
    let missing =
        "error channel-unknown at \"sagepath:xgboost@1.7-1\": XGBoost needs a channel called `train`";
    let table = [
        ("sagepath:xgboost@1.7-1", "", missing),
        (
            "sagepath:xgboost@1.7-1",
            "HyperParameters: {sagemaker_program: train.py}\n",
            "",
        ),
        ("sagepath:sklearn@1.2-1", "", ""),
        ("my/image", "", ""),
    ];
    for (image, more, expected) in table {
        let text = job(image, "ml.m5.xlarge");
        let lines = text
            .lines()
            .filter(|line| !line.contains("InputDataConfig") && !line.contains("ChannelName"));
        let text = lines.map(|line| format!("{line}\n")).collect::<String>() + more;
        let mut options = Options::new(Kind::Train, "us-east-1");
        let told = told(&text, &planned(&text, &options)).join("\n");
        assert_eq!(told, expected, "{image} {more}");
        options.verify = false;
        assert!(!planned(&text, &options).is_refused());
    }
}
