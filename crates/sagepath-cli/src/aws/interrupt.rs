//! Ctrl-C, which must not end the process while half of something is made.

use tokio::task::JoinHandle;

/// Whether Ctrl-C was pressed since somebody began to listen.
#[derive(Debug)]
pub(crate) struct Interrupt {
    pressed: JoinHandle<()>,
}

impl Interrupt {
    pub(crate) fn listen() -> Self {
        Interrupt {
            pressed: tokio::spawn(async {
                if tokio::signal::ctrl_c().await.is_err() {
                    // Where nobody can listen, Ctrl-C ends the process, and nothing need be done.
                    std::future::pending::<()>().await;
                }
            }),
        }
    }

    /// Whether it was.
    pub(crate) fn is_pressed(&self) -> bool {
        self.pressed.is_finished()
    }

    /// Waits until it is.
    pub(crate) async fn pressed(&mut self) {
        if !self.is_pressed() {
            let _ = (&mut self.pressed).await;
        }
    }
}
