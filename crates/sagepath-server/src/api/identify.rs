//! What a registry path stands for, and whether it is right.

use sagepath::Filter;
use sagepath_json::Explanation;

use crate::endpoint::{Endpoint, Reply};
use crate::parameters::{Kind, Parameter, Values};
use crate::problem::Problem;
use crate::state::{State, today};

pub(crate) const ENDPOINT: Endpoint = Endpoint {
    name: "identify",
    path: "/api/v1/identify",
    summary: "What a registry path stands for, and whether it is right",
    about: "The verdict is `right`, `wrong`, `unknown` (the catalog cannot tell) or `malformed` (it is no registry path).",
    parameters: &[&[
        Parameter::new(
            "path",
            "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
            "The registry path",
        )
        .required(),
        Parameter::new("region", "eu-west-1", "Tell the path in this region, too"),
        Parameter::new(
            "on",
            "today",
            "The day for which the life cycle is judged: a date, or today",
        )
        .of(Kind::Day),
    ]],
    schema: "Explanation",
    example: "path=683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
    answer,
};

fn answer(state: &State, values: &Values<'_>) -> Result<Reply, Problem> {
    let region = values.text("region");
    let filter = Filter {
        region,
        ..Filter::default()
    };
    // A filter knows what was meant by a region that there is not.
    state.catalog.images(&filter).map(drop)?;
    let today = today();
    let on = values.day("on", today)?.unwrap_or(today);
    Reply::json(&Explanation::of(
        state.catalog,
        values.text_or_empty("path"),
        region,
        on,
    ))
    .map(|reply| reply.on(on))
}
