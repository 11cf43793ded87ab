provider "aws" {
  region = "{{ plan.region }}"
}

# {{ plan.title }} in {{ plan.region }}
resource "aws_sagemaker_model" "this" {
  name               = "{{ hosting.model_name }}"
  execution_role_arn = "{{ plan.role }}"

  primary_container {
    image          = "{{ hosting.image }}"
    model_data_url = "{{ hosting.model_data }}"
{%- if !hosting.environment.is_empty() %}

    environment = {
{%- for (name, value) in hosting.environment %}
      {{ name }}{{ hosting.pad(name) }} = "{{ value }}"
{%- endfor %}
    }
{%- endif %}
  }
}

resource "aws_sagemaker_endpoint_configuration" "this" {
  name = "{{ hosting.config_name }}"

  production_variants {
    variant_name           = "AllTraffic"
    model_name             = aws_sagemaker_model.this.name
    instance_type          = "{{ hosting.instance_type }}"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint" "this" {
  name                 = "{{ hosting.endpoint_name }}"
  endpoint_config_name = aws_sagemaker_endpoint_configuration.this.name
}
