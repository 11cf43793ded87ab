//! Ctrl-C, which must not end the process while half of something is made.

use tokio::sync::watch;

/// How many times Ctrl-C was pressed since somebody began to listen.
#[derive(Debug)]
pub(crate) struct Interrupt {
    times: watch::Receiver<u32>,
}

impl Interrupt {
    pub(crate) fn listen() -> Self {
        let (teller, times) = watch::channel(0);
        tokio::spawn(async move {
            while tokio::signal::ctrl_c().await.is_ok() {
                teller.send_modify(|times| *times += 1);
            }
            // Where nobody can listen, Ctrl-C ends the process, and nothing need be done.
            std::future::pending::<()>().await;
        });
        Interrupt { times }
    }

    /// Whether it was.
    pub(crate) fn is_pressed(&self) -> bool {
        *self.times.borrow() > 0
    }

    /// Waits until it is.
    pub(crate) async fn pressed(&mut self) {
        self.pressed_times(1).await;
    }

    /// Waits until it is pressed by somebody who was told why the first time did not end it.
    pub(crate) async fn pressed_again(&mut self) {
        self.pressed_times(2).await;
    }

    async fn pressed_times(&mut self, wanted: u32) {
        let _ = self.times.wait_for(|times| *times >= wanted).await;
    }
}
