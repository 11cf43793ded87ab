package main

import "fmt"

// {{ plan.title }} in {{ plan.region }}
const image = "{{ plan.image }}"

func main() {
	fmt.Println(image)
}
