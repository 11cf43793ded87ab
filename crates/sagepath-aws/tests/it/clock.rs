//! A clock that is wrong is set by AWS's, once.

use sagepath_aws::{Error, Kind};
use scripted_aws::Step;
use serde_json::json;

use crate::world::{TestResult, run, scripted, steps};

fn skewed(date: &str) -> Step {
    let message = "Signature expired: 20251127T000000Z is now earlier than 20251127T010000Z";
    Step::error(403, "InvalidSignatureException", message).header("date", date)
}

#[test]
fn the_time_of_the_answer_is_taken_for_the_next_request() -> TestResult {
    let (client, server) = scripted(|request| {
        let time = &request.headers["x-amz-date"];
        if time.starts_with("20300101T0000") {
            Step::json(&json!({ "ModelName": "m" }))
        } else {
            skewed("Tue, 01 Jan 2030 00:00:10 GMT")
        }
    })?;
    assert!(run(Kind::MODEL.describe(&client, "m"))?.is_ok());
    assert_eq!(server.received().len(), 2);
    // It is remembered.
    assert!(run(Kind::MODEL.describe(&client, "m"))?.is_ok());
    assert_eq!(server.received().len(), 3);
    Ok(())
}

#[test]
fn a_clock_that_is_right_is_not_blamed() -> TestResult {
    let now = jiff::Timestamp::now();
    let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&now)?;
    for step in [
        skewed(&date),
        skewed("yesterday"),
        Step::error(403, "InvalidSignatureException", "no"),
    ] {
        let (client, server) = scripted(steps([step]))?;
        let error = run(Kind::MODEL.describe(&client, "m"))?.err();
        assert_eq!(error.as_ref().map(Error::code), Some("InvalidSignatureException"));
        assert_eq!(server.received().len(), 1);
    }
    Ok(())
}

#[test]
fn a_clock_that_nothing_helps_is_set_once() -> TestResult {
    let (client, server) = scripted(steps([
        skewed("Tue, 01 Jan 2030 00:00:10 GMT"),
        skewed("Wed, 01 Jan 2031 00:00:10 GMT"),
        skewed("Thu, 01 Jan 2032 00:00:10 GMT"),
    ]))?;
    assert!(run(Kind::MODEL.describe(&client, "m"))?.is_err());
    assert_eq!(server.received().len(), 2);
    Ok(())
}
