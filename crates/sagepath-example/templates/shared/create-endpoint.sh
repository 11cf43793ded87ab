aws sagemaker create-model \
  --region {{ plan.region }} \
  --model-name {{ hosting.model_name }} \
  --execution-role-arn {{ plan.role }} \
{%- if hosting.environment.is_empty() %}
  --primary-container Image="$IMAGE",ModelDataUrl={{ hosting.model_data }}
{%- else %}
  --primary-container '{
    "Image": "'"$IMAGE"'",
    "ModelDataUrl": "{{ hosting.model_data }}",
    "Environment": {
{%- for (name, value) in hosting.environment %}
      "{{ name }}": "{{ value }}"{% if !loop.last %},{% endif %}
{%- endfor %}
    }
  }'
{%- endif %}

aws sagemaker create-endpoint-config \
  --region {{ plan.region }} \
  --endpoint-config-name {{ hosting.config_name }} \
  --production-variants VariantName=AllTraffic,ModelName={{ hosting.model_name }},InstanceType={{ hosting.instance_type }},InitialInstanceCount=1

aws sagemaker create-endpoint \
  --region {{ plan.region }} \
  --endpoint-name {{ hosting.endpoint_name }} \
  --endpoint-config-name {{ hosting.config_name }}
