"""Opens a file in the language server as an editor would, with the client of pygls.

usage: lsp.py SAGEPATH
"""

import asyncio
import sys

from lsprotocol import types
from pygls.lsp.client import LanguageClient

URI = "file:///project/train%20it.py"
WRONG = "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1"
RIGHT = "257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1"
# Before the path stands a character of two units in UTF-16.
TEXT = f"# first\nimage = '\N{MUSICAL SYMBOL G CLEF}', '{WRONG}'\n"
REQUEST = """create_training_job(
    AlgorithmSpecification={"TrainingImage": "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1"},
    InputDataConfig=[{"ChannelName": "train"}, {"ChannelName": "tests"}])
"""
HOST = "257758044811.dkr.ecr.us-east-2.amazonaws.com/"


async def main():
    client = LanguageClient("test", "1")
    published = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _(parameters: types.PublishDiagnosticsParams):
        published.put_nowait(parameters.diagnostics)

    await client.start_io(sys.argv[1], "lsp")
    started = await client.initialize_async(
        types.InitializeParams(capabilities=types.ClientCapabilities(), process_id=None, root_uri=None)
    )
    assert started.capabilities.position_encoding == "utf-16", started.capabilities
    client.initialized(types.InitializedParams())
    document = types.TextDocumentIdentifier(URI)

    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, "python", 1, TEXT))
    )
    (diagnostic,) = await asyncio.wait_for(published.get(), 30)
    assert diagnostic.code == "wrong-registry" and diagnostic.severity == types.DiagnosticSeverity.Error, diagnostic
    column = TEXT.splitlines()[1].index(WRONG) + 1
    assert diagnostic.range.start == types.Position(1, column), diagnostic.range
    assert diagnostic.range.end == types.Position(1, column + 12), diagnostic.range

    hover = await client.text_document_hover_async(types.HoverParams(document, types.Position(1, column + 30)))
    assert "XGBoost 1.7-1" in hover.contents.value, hover
    nothing = await client.text_document_hover_async(types.HoverParams(document, types.Position(0, 2)))
    assert nothing is None, nothing

    (action,) = await client.text_document_code_action_async(
        types.CodeActionParams(document, diagnostic.range, types.CodeActionContext([diagnostic]))
    )
    assert action.kind == types.CodeActionKind.QuickFix and action.is_preferred, action
    (edit,) = action.edit.changes[URI]
    line = TEXT.splitlines()[1]
    start, end = edit.range.start.character - 1, edit.range.end.character - 1
    assert line[:start] + edit.new_text + line[end:] == line.replace(WRONG, RIGHT), edit

    async def completions(text):
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(2, URI),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        await asyncio.wait_for(published.get(), 30)
        found = await client.text_document_completion_async(
            types.CompletionParams(document, types.Position(0, len(text)))
        )
        return [item.label for item in found]

    assert "sagemaker-xgboost" in await completions(f"image = '{HOST}")
    assert "1.7-1" in await completions(f"image = '{HOST}sagemaker-xgboost:")
    assert not await completions("image = '")

    # What is wrong around an image is told at its own word.
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(3, URI),
            [types.TextDocumentContentChangeWholeDocument(REQUEST)],
        )
    )
    (diagnostic,) = await asyncio.wait_for(published.get(), 30)
    assert diagnostic.code == "channel-unknown", diagnostic
    assert diagnostic.range.start == types.Position(2, REQUEST.splitlines()[2].index("tests")), diagnostic.range

    client.text_document_did_close(types.DidCloseTextDocumentParams(document))
    assert not await asyncio.wait_for(published.get(), 30)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    print("an editor is told, shown, offered and completed")


asyncio.run(main())
