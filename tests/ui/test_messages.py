"""Messages to a page's session: those that pages send come through, the others do not."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from netaudit.ui.server.messages import NeededMessages


def arrived(*sent: Message) -> list[Message]:
    """What an application behind the middleware receives."""
    waiting, got = list(sent), []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            got.append(message)

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "websocket.disconnect"}

    async def send(_: Message) -> None:
        raise AssertionError

    asyncio.run(NeededMessages(app)({"type": "websocket"}, receive, send))
    return got


def message(**parts: object) -> Message:
    return {"type": "websocket.receive", "bytes": BackMsg(**parts).SerializeToString()}


def operation(kind: str) -> Message:
    said = BackMsg()
    getattr(said.backend_operation_request, kind).SetInParent()
    return {"type": "websocket.receive", "bytes": said.SerializeToString()}


def test_what_pages_send_arrives() -> None:
    needed = [
        {"type": "websocket.connect"},
        message(rerun_script={"query_string": "wave=baseline"}),
        message(stop_script=True),
        message(app_heartbeat=True),
        message(file_urls_request={"request_id": "1"}),
        operation("deferred_file"),
        operation("dataframe_chunk"),
    ]
    assert arrived(*needed) == needed


@pytest.mark.parametrize(
    "sent",
    [
        message(clear_cache=True),
        message(set_run_on_save=True),
        message(load_git_info=True),
        message(debug_shutdown_runtime=True),
        operation("install_skills"),
        {"type": "websocket.receive", "bytes": b"\xff no message"},
    ],
)
def test_what_no_page_sends_does_not_arrive(sent: Message) -> None:
    after = message(app_heartbeat=True)
    assert arrived(sent, after) == [after]
