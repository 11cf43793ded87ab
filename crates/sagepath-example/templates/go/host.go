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

	_, err = client.CreateModel(ctx, &sagemaker.CreateModelInput{
		ModelName:        aws.String("{{ hosting.model_name }}"),
		ExecutionRoleArn: aws.String("{{ plan.role }}"),
		PrimaryContainer: &types.ContainerDefinition{
			Image:        aws.String("{{ hosting.image }}"),
			ModelDataUrl: aws.String("{{ hosting.model_data }}"),
{%- if !hosting.environment.is_empty() %}
			Environment: map[string]string{
{%- for (name, value) in hosting.environment %}
				"{{ name }}":{{ hosting.pad(name) }} "{{ value }}",
{%- endfor %}
			},
{%- endif %}
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	_, err = client.CreateEndpointConfig(ctx, &sagemaker.CreateEndpointConfigInput{
		EndpointConfigName: aws.String("{{ hosting.config_name }}"),
		ProductionVariants: []types.ProductionVariant{
			{
				VariantName:          aws.String("AllTraffic"),
				ModelName:            aws.String("{{ hosting.model_name }}"),
				InstanceType:         types.ProductionVariantInstanceType("{{ hosting.instance_type }}"),
				InitialInstanceCount: aws.Int32(1),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	_, err = client.CreateEndpoint(ctx, &sagemaker.CreateEndpointInput{
		EndpointName:       aws.String("{{ hosting.endpoint_name }}"),
		EndpointConfigName: aws.String("{{ hosting.config_name }}"),
	})
	if err != nil {
		log.Fatal(err)
	}
}
