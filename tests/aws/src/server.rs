//! HTTP/1.1, as much of it as a script needs.

use std::collections::BTreeMap;
use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// A request that has come.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// What it asks for, where the protocol is JSON 1.1: such as `DescribeModel`.
    pub operation: String,
    /// The method and the path.
    pub line: String,
    /// Its headers, in lower case.
    pub headers: BTreeMap<String, String>,
    /// Its body.
    pub body: Vec<u8>,
}

/// What the server does with a request.
#[derive(Clone, Debug)]
pub enum Step {
    /// It answers.
    Answer {
        /// The status.
        status: u16,
        /// Headers beside those that HTTP needs.
        headers: Vec<(String, String)>,
        /// The body, in the pieces in which it is sent.
        body: Vec<Vec<u8>>,
    },
    /// It resets the connection.
    Reset,
    /// It answers with a part of a body, and closes the connection.
    BreakOff,
    /// It waits, and then does something.
    After(Duration, Box<Step>),
}

/// The server. Its threads end with the process.
#[derive(Debug)]
pub struct ScriptedServer {
    address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
}

type Script = Box<dyn FnMut(&Received) -> Step + Send>;

impl Received {
    /// The body as JSON; null if it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

impl Step {
    /// An answer in JSON.
    pub fn json(answer: &Value) -> Self {
        Step::Answer {
            status: 200,
            headers: vec![("content-type".into(), "application/x-amz-json-1.1".into())],
            body: vec![answer.to_string().into_bytes()],
        }
    }

    /// An answer in any other form.
    pub fn bytes(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Step::Answer {
            status: 200,
            headers: vec![("content-type".into(), content_type.into())],
            body: vec![body.into()],
        }
    }

    /// A no, with a code and a message.
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        Step::Answer {
            status,
            headers: vec![("x-amzn-requestid".into(), "scripted-1".into())],
            body: vec![
                json!({ "__type": code, "message": message })
                    .to_string()
                    .into_bytes(),
            ],
        }
    }

    /// With one header more.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Step::Answer { headers, .. } = &mut self {
            headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// The same, a little later.
    #[must_use]
    pub fn after(self, time: Duration) -> Self {
        Step::After(time, Box::new(self))
    }
}

impl ScriptedServer {
    /// Starts it on any port that is free. The script is asked for each request, one after the other.
    ///
    /// # Errors
    ///
    /// There is no such port.
    pub fn start(script: impl FnMut(&Received) -> Step + Send + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let server = ScriptedServer {
            address: listener.local_addr()?,
            received: Arc::default(),
        };
        let script: Arc<Mutex<Script>> = Arc::new(Mutex::new(Box::new(script)));
        let received = Arc::clone(&server.received);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (script, received) = (Arc::clone(&script), Arc::clone(&received));
                thread::spawn(move || serve(stream, &script, &received));
            }
        });
        Ok(server)
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What has come so far.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.received).clone()
    }

    /// The operations that were asked for so far.
    pub fn operations(&self) -> Vec<String> {
        self.received()
            .into_iter()
            .map(|request| request.operation)
            .collect()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers what comes on a connection, until it ends. Whoever has gone wants no answer, so errors are no news.
fn serve(mut stream: TcpStream, script: &Mutex<Script>, received: &Mutex<Vec<Received>>) {
    let _ = stream.set_nodelay(true);
    let mut pending = Vec::new();
    while let Ok(Some(request)) = read(&mut stream, &mut pending) {
        lock(received).push(request.clone());
        let step = lock(script)(&request);
        if !matches!(perform(step, &mut stream), Ok(true)) {
            return;
        }
    }
}

/// Does what the script says, and tells whether the connection goes on.
fn perform(step: Step, stream: &mut TcpStream) -> io::Result<bool> {
    match step {
        Step::Answer {
            status,
            headers,
            body,
        } => {
            let length: usize = body.iter().map(Vec::len).sum();
            write!(
                stream,
                "HTTP/1.1 {status} Scripted\r\ncontent-length: {length}\r\n"
            )?;
            for (name, value) in headers {
                write!(stream, "{name}: {value}\r\n")?;
            }
            stream.write_all(b"\r\n")?;
            for part in body {
                stream.write_all(&part)?;
                stream.flush()?;
                thread::yield_now();
            }
            Ok(true)
        }
        Step::Reset => {
            socket2::SockRef::from(&*stream).set_linger(Some(Duration::ZERO))?;
            Ok(false)
        }
        Step::BreakOff => {
            stream.write_all(b"HTTP/1.1 200 Scripted\r\ncontent-length: 100\r\n\r\n{\"half\":")?;
            Ok(false)
        }
        Step::After(time, step) => {
            thread::sleep(time);
            perform(*step, stream)
        }
    }
}

/// Reads a request; `None` when no more come.
fn read(stream: &mut TcpStream, pending: &mut Vec<u8>) -> io::Result<Option<Received>> {
    let malformed = |reason: String| io::Error::new(io::ErrorKind::InvalidData, reason);
    loop {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut head = httparse::Request::new(&mut headers);
        let parsed = head
            .parse(pending)
            .map_err(|error| malformed(error.to_string()))?;
        if let httparse::Status::Complete(start) = parsed {
            let mut request = Received {
                line: format!(
                    "{} {}",
                    head.method.unwrap_or_default(),
                    head.path.unwrap_or_default()
                ),
                ..Received::default()
            };
            for header in head.headers.iter() {
                let value = String::from_utf8_lossy(header.value).into_owned();
                request.headers.insert(header.name.to_ascii_lowercase(), value);
            }
            let target = request
                .headers
                .get("x-amz-target")
                .map(String::as_str)
                .unwrap_or_default();
            request.operation = target.rsplit('.').next().unwrap_or_default().to_owned();
            let length = request.headers.get("content-length");
            let end = start + length.and_then(|length| length.parse().ok()).unwrap_or(0);
            while pending.len() < end {
                if fill(stream, pending)? == 0 {
                    return Ok(None);
                }
            }
            request.body = pending[start..end].to_vec();
            pending.drain(..end);
            return Ok(Some(request));
        }
        if fill(stream, pending)? == 0 {
            return Ok(None);
        }
    }
}

fn fill(stream: &mut TcpStream, pending: &mut Vec<u8>) -> io::Result<usize> {
    let mut part = [0; 8192];
    let length = stream.read(&mut part)?;
    pending.extend(&part[..length]);
    Ok(length)
}
