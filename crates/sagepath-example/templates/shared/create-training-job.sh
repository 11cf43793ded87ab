aws sagemaker create-training-job \
  --region {{ plan.region }} \
  --training-job-name {{ training.job_name }} \
  --role-arn {{ plan.role }} \
  --algorithm-specification TrainingImage="$IMAGE",TrainingInputMode={{ training.input_mode }} \
{%- if !training.hyperparameters.is_empty() %}
  --hyper-parameters '{
{%- for (name, value) in training.hyperparameters %}
    "{{ name }}": "{{ value }}"{% if !loop.last %},{% endif %}
{%- endfor %}
  }' \
{%- endif %}
  --input-data-config '[
{%- for channel in training.channels %}
    {
      "ChannelName": "{{ channel.name }}",
{%- if let Some(content_type) = channel.content_type %}
      "ContentType": "{{ content_type }}",
{%- endif %}
      "DataSource": {
        "S3DataSource": {
          "S3DataType": "S3Prefix",
          "S3Uri": "{{ channel.uri }}",
          "S3DataDistributionType": "{{ channel.distribution }}"
        }
      }
    }{% if !loop.last %},{% endif %}
{%- endfor %}
  ]' \
  --output-data-config S3OutputPath={{ training.output }} \
  --resource-config InstanceType={{ training.instance_type }},InstanceCount=1,VolumeSizeInGB={{ Training::VOLUME_GB }} \
  --stopping-condition MaxRuntimeInSeconds={{ Training::MAX_SECONDS }}
