//! `sagepath lsp`: what `check` finds, in an editor, by the Language Server Protocol on standard input and output.

mod answers;
mod places;

use std::collections::HashMap;
use std::path::PathBuf;

use clap::Args;
use lsp_server::{Connection, ErrorCode, ExtractError, Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, Notification as _, PublishDiagnostics,
};
use lsp_types::request::{CodeActionRequest, Completion, HoverRequest, Request as _};
use lsp_types::{
    CodeActionProviderCapability, CompletionOptions, HoverProviderCapability, InitializeParams,
    PositionEncodingKind, PublishDiagnosticsParams, ServerCapabilities, TextDocumentSyncCapability,
    TextDocumentSyncKind, Uri,
};
use sagepath::Catalog;
use sagepath_check::Settings;

use self::answers::Document;
use self::places::Encoding;
use crate::Status;
use crate::day::Day;
use crate::failure::Failure;

#[derive(Args)]
#[command(after_help = "\
An editor starts it. It tells what `sagepath check` finds in each file while it is typed, shows what \
a path stands for, offers the fixes, and completes repositories and tags.

Example, for Neovim:
  vim.lsp.config('sagepath', { cmd = { 'sagepath', 'lsp' }, filetypes = { 'python', 'terraform' } })")]
pub(crate) struct LspArguments {}

/// The stack of the thread that reads files: it must do for the deepest that is looked at.
const STACK: usize = 256 << 20;

pub(crate) fn run(catalog: &Catalog<'_>) -> Result<Status, Failure> {
    std::thread::scope(|scope| {
        let server = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || serve(catalog))?;
        server
            .join()
            .map_err(|_| Failure::usage("the language server broke off"))?
    })
}

fn serve(catalog: &Catalog<'_>) -> Result<Status, Failure> {
    let (connection, threads) = Connection::stdio();
    let broken = |error: &dyn std::fmt::Display| Failure::usage(format!("language server protocol: {error}"));
    let (id, parameters) = connection.initialize_start().map_err(|error| broken(&error))?;
    let parameters: InitializeParams = serde_json::from_value(parameters)?;
    let encoding = Encoding::of(&parameters);
    let capabilities = serde_json::json!({
        "capabilities": capabilities(encoding),
        "serverInfo": {"name": "sagepath", "version": env!("CARGO_PKG_VERSION")},
    });
    connection
        .initialize_finish(id, capabilities)
        .map_err(|error| broken(&error))?;
    let mut server = Server {
        catalog,
        encoding,
        documents: HashMap::new(),
    };
    for message in &connection.receiver {
        let answers = match message {
            Message::Request(request) => {
                if connection
                    .handle_shutdown(&request)
                    .map_err(|error| broken(&error))?
                {
                    break;
                }
                vec![Message::Response(server.answer(request))]
            }
            Message::Notification(notification) => server.heed(notification),
            Message::Response(_) => Vec::new(),
        };
        for answer in answers {
            connection.sender.send(answer).map_err(|error| broken(&error))?;
        }
    }
    drop(connection);
    threads.join()?;
    Ok(Status::Yes)
}

fn capabilities(encoding: Encoding) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(match encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }),
        text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::FULL)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        code_action_provider: Some(CodeActionProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(["/", ":"].map(str::to_owned).into()),
            ..CompletionOptions::default()
        }),
        ..ServerCapabilities::default()
    }
}

struct Server<'c> {
    catalog: &'c Catalog<'c>,
    encoding: Encoding,
    documents: HashMap<String, Document>,
}

impl Server<'_> {
    fn answer(&self, request: Request) -> Response {
        let id = request.id.clone();
        let answer = match request.method.as_str() {
            HoverRequest::METHOD => self.ask::<HoverRequest>(request, |document, parameters| {
                let position = parameters.text_document_position_params.position;
                document.hover(position, self.catalog, self.encoding)
            }),
            CodeActionRequest::METHOD => self.ask::<CodeActionRequest>(request, |document, parameters| {
                Some(document.actions(&parameters.text_document.uri, parameters.range, self.encoding))
            }),
            Completion::METHOD => self.ask::<Completion>(request, |document, parameters| {
                let position = parameters.text_document_position.position;
                Some(document.completions(position, self.catalog, self.encoding).into())
            }),
            method => {
                let message = format!("`{method}` is not understood");
                return Response::new_err(id, ErrorCode::MethodNotFound as i32, message);
            }
        };
        match answer {
            Ok(value) => Response::new_ok(id, value),
            Err(message) => Response::new_err(id, ErrorCode::InvalidParams as i32, message),
        }
    }

    /// Asks the document that a request is about; of one that is not open, nothing is known.
    fn ask<R>(
        &self,
        request: Request,
        answer: impl FnOnce(&Document, &R::Params) -> R::Result,
    ) -> Result<serde_json::Value, String>
    where
        R: lsp_types::request::Request,
    {
        let uri = request
            .params
            .pointer("/textDocument/uri")
            .and_then(|uri| uri.as_str())
            .map(str::to_owned);
        let (_, parameters) = request
            .extract::<R::Params>(R::METHOD)
            .map_err(|error| match error {
                ExtractError::JsonError { error, .. } => error.to_string(),
                ExtractError::MethodMismatch(_) => R::METHOD.to_owned(),
            })?;
        match uri.and_then(|uri| self.documents.get(&uri)) {
            Some(document) => {
                serde_json::to_value(answer(document, &parameters)).map_err(|error| error.to_string())
            }
            None => Ok(serde_json::Value::Null),
        }
    }

    /// Takes in what a client tells, and gives what is to be told of it.
    fn heed(&mut self, notification: Notification) -> Vec<Message> {
        match notification.method.as_str() {
            DidOpenTextDocument::METHOD => {
                let Ok(opened) =
                    notification.extract::<lsp_types::DidOpenTextDocumentParams>(DidOpenTextDocument::METHOD)
                else {
                    return Vec::new();
                };
                self.update(opened.text_document.uri, opened.text_document.text)
            }
            DidChangeTextDocument::METHOD => {
                let changed = notification
                    .extract::<lsp_types::DidChangeTextDocumentParams>(DidChangeTextDocument::METHOD);
                let Ok(mut changed) = changed else {
                    return Vec::new();
                };
                let Some(change) = changed.content_changes.pop() else {
                    return Vec::new();
                };
                self.update(changed.text_document.uri, change.text)
            }
            DidCloseTextDocument::METHOD => {
                let Ok(closed) = notification
                    .extract::<lsp_types::DidCloseTextDocumentParams>(DidCloseTextDocument::METHOD)
                else {
                    return Vec::new();
                };
                self.documents.remove(closed.text_document.uri.as_str());
                vec![publish(closed.text_document.uri, Vec::new())]
            }
            _ => Vec::new(),
        }
    }

    fn update(&mut self, uri: Uri, text: String) -> Vec<Message> {
        let path = PathBuf::from(uri.path().as_estr().decode().into_string_lossy().into_owned());
        // Settings that cannot be read are told by the command; an editor goes on without.
        let mut settings = path
            .parent()
            .and_then(|folder| Settings::find(folder).ok())
            .unwrap_or_default();
        settings.set_today(Day::today().date(), false);
        let document = Document::new(&path, text, self.catalog, &settings);
        let diagnostics = document.diagnostics(self.encoding);
        self.documents.insert(uri.as_str().to_owned(), document);
        vec![publish(uri, diagnostics)]
    }
}

fn publish(uri: Uri, diagnostics: Vec<lsp_types::Diagnostic>) -> Message {
    let parameters = PublishDiagnosticsParams {
        uri,
        diagnostics,
        version: None,
    };
    Message::Notification(Notification::new(
        PublishDiagnostics::METHOD.to_owned(),
        parameters,
    ))
}
