use aws_config::{BehaviorVersion, Region};
use aws_sdk_sagemaker::Client;
use aws_sdk_sagemaker::types::{
    AlgorithmSpecification, Channel, DataSource, OutputDataConfig, ResourceConfig, S3DataSource, StoppingCondition,
};
use sagepath::{Catalog, Query};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
{%- if let Some(call) = plan.call(Task::Train) %}
    {% include "rust/query.rs" %}
    let image = Catalog::embedded().resolve(&query)?{% if call.pin %}.pinned(){% endif %}.path().to_string();
{%- endif %}
    let region = Region::new("{{ plan.region }}");
    let config = aws_config::defaults(BehaviorVersion::latest()).region(region).load().await;
    let sagemaker = Client::new(&config);

    sagemaker
        .create_training_job()
        .training_job_name("{{ training.job_name }}")
        .role_arn("{{ plan.role }}")
        .algorithm_specification(
            AlgorithmSpecification::builder()
                .training_image(image)
                .training_input_mode("{{ training.input_mode }}".into())
                .build(),
        )
{%- for (name, value) in training.hyperparameters %}
        .hyper_parameters("{{ name }}", "{{ value }}")
{%- endfor %}
{%- for channel in training.channels %}
        .input_data_config(channel(
            "{{ channel.name }}",
            "{{ channel.uri }}",
            {% if let Some(content_type) = channel.content_type %}Some("{{ content_type }}"){% else %}None{% endif %},
            "{{ channel.distribution }}",
        ))
{%- endfor %}
        .output_data_config(OutputDataConfig::builder().s3_output_path("{{ training.output }}").build())
        .resource_config(
            ResourceConfig::builder()
                .instance_type("{{ training.instance_type }}".into())
                .instance_count(1)
                .volume_size_in_gb({{ Training::VOLUME_GB }})
                .build(),
        )
        .stopping_condition(StoppingCondition::builder().max_runtime_in_seconds({{ Training::MAX_SECONDS }}).build())
        .send()
        .await?;
    Ok(())
}

fn channel(name: &str, uri: &str, content_type: Option<&str>, distribution: &str) -> Channel {
    let source = S3DataSource::builder()
        .s3_data_type("S3Prefix".into())
        .s3_uri(uri)
        .s3_data_distribution_type(distribution.into())
        .build();
    Channel::builder()
        .channel_name(name)
        .set_content_type(content_type.map(str::to_owned))
        .data_source(DataSource::builder().s3_data_source(source).build())
        .build()
}
