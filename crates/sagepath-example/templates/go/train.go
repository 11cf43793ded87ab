package main

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sagemaker"
	"github.com/aws/aws-sdk-go-v2/service/sagemaker/types"
)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("{{ plan.region }}"))
	if err != nil {
		log.Fatal(err)
	}
	client := sagemaker.NewFromConfig(cfg)

	_, err = client.CreateTrainingJob(ctx, &sagemaker.CreateTrainingJobInput{
		TrainingJobName: aws.String("{{ training.job_name }}"),
		RoleArn:         aws.String("{{ plan.role }}"),
		AlgorithmSpecification: &types.AlgorithmSpecification{
			TrainingImage:     aws.String("{{ plan.image }}"),
			TrainingInputMode: types.TrainingInputMode("{{ training.input_mode }}"),
		},
{%- if !training.hyperparameters.is_empty() %}
		HyperParameters: map[string]string{
{%- for (name, value) in training.hyperparameters %}
			"{{ name }}":{{ training.pad(name) }} "{{ value }}",
{%- endfor %}
		},
{%- endif %}
		InputDataConfig: []types.Channel{
{%- for channel in training.channels %}
			{
				ChannelName: aws.String("{{ channel.name }}"),
{%- if let Some(content_type) = channel.content_type %}
				ContentType: aws.String("{{ content_type }}"),
{%- endif %}
				DataSource: &types.DataSource{
					S3DataSource: &types.S3DataSource{
						S3DataType:             types.S3DataType("S3Prefix"),
						S3Uri:                  aws.String("{{ channel.uri }}"),
						S3DataDistributionType: types.S3DataDistribution("{{ channel.distribution }}"),
					},
				},
			},
{%- endfor %}
		},
		OutputDataConfig: &types.OutputDataConfig{
			S3OutputPath: aws.String("{{ training.output }}"),
		},
		ResourceConfig: &types.ResourceConfig{
			InstanceType:   types.TrainingInstanceType("{{ training.instance_type }}"),
			InstanceCount:  aws.Int32(1),
			VolumeSizeInGB: aws.Int32({{ Training::VOLUME_GB }}),
		},
		StoppingCondition: &types.StoppingCondition{
			MaxRuntimeInSeconds: aws.Int32({{ Training::MAX_SECONDS }}),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
}
