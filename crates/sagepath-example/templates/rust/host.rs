use aws_config::{BehaviorVersion, Region};
use aws_sdk_sagemaker::Client;
use aws_sdk_sagemaker::types::{ContainerDefinition, ProductionVariant};
use sagepath::{Catalog, Query};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
{%- if let Some(call) = plan.call(Task::Host) %}
    {% include "rust/query.rs" %}
    let image = Catalog::embedded().resolve(&query)?{% if call.pin %}.pinned(){% endif %}.path().to_string();
{%- endif %}
    let region = Region::new("{{ plan.region }}");
    let config = aws_config::defaults(BehaviorVersion::latest()).region(region).load().await;
    let sagemaker = Client::new(&config);

    sagemaker
        .create_model()
        .model_name("{{ hosting.model_name }}")
        .execution_role_arn("{{ plan.role }}")
        .primary_container(
            ContainerDefinition::builder()
                .image(image)
                .model_data_url("{{ hosting.model_data }}")
{%- for (name, value) in hosting.environment %}
                .environment("{{ name }}", "{{ value }}")
{%- endfor %}
                .build(),
        )
        .send()
        .await?;
    sagemaker
        .create_endpoint_config()
        .endpoint_config_name("{{ hosting.config_name }}")
        .production_variants(
            ProductionVariant::builder()
                .variant_name("AllTraffic")
                .model_name("{{ hosting.model_name }}")
                .instance_type("{{ hosting.instance_type }}".into())
                .initial_instance_count(1)
                .build(),
        )
        .send()
        .await?;
    sagemaker
        .create_endpoint()
        .endpoint_name("{{ hosting.endpoint_name }}")
        .endpoint_config_name("{{ hosting.config_name }}")
        .send()
        .await?;
    Ok(())
}
