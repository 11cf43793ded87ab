//! A timer that costs next to nothing where nobody is late.
//!
//! Every request starts a timeout, and almost none runs out. So nothing is registered with the runtime for it: whoever polls a
//! timeout looks at the clock, and a connection is polled now and then even if nothing happens.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use hyper::rt::{Sleep, Timer};

/// How often the clock is looked at in a time of patience, and how often at most and at least.
const GLANCES: u32 = 8;
const OFTEN: Duration = Duration::from_millis(50);
const SELDOM: Duration = Duration::from_secs(1);

/// Makes timeouts for connections that [`polled`] serves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glancing;

/// A point in time, which is over once somebody looks at the clock.
struct Deadline(Instant);

impl Future for Deadline {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.0 {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

impl Sleep for Deadline {}

impl Timer for Glancing {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Sleep>> {
        self.sleep_until(Instant::now() + duration)
    }

    fn sleep_until(&self, deadline: Instant) -> Pin<Box<dyn Sleep>> {
        Box::pin(Deadline(deadline))
    }
}

/// Runs a connection whose timeouts are of [`Glancing`], and of this patience.
pub(crate) async fn polled<C: Future>(connection: C, patience: Duration) -> C::Output {
    let mut connection = pin!(connection);
    let mut glances = tokio::time::interval((patience / GLANCES).clamp(OFTEN, SELDOM));
    loop {
        tokio::select! {
            biased;
            ended = &mut connection => return ended,
            _ = glances.tick() => {}
        }
    }
}
