resource "aws_sagemaker_model" "clusters" {
  primary_container {
    image = "174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:latest"
  }
}
