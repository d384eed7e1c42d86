"""What a browser may ask of a session: Streamlit's client has more than these pages need."""

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

NEEDED = frozenset({"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"})
NEEDED_OF_SERVER = frozenset({"deferred_file", "dataframe_chunk"})


def is_needed(sent: bytes) -> bool:
    """Whether it is one of the messages that pages send. The others empty what is kept for
    everybody, tell of the folder that the server runs in, or write to it.
    """
    message = BackMsg()
    try:
        message.ParseFromString(sent)
    except DecodeError:
        return False
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in NEEDED_OF_SERVER
    return kind in NEEDED


class NeededMessages:
    """Middleware: passes on what pages send over their websocket, and nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but messages that no page sends."""

        async def receive_needed() -> Message:
            while True:
                message = await receive()
                sent = message.get("bytes")
                if message["type"] != "websocket.receive" or sent is None or is_needed(sent):
                    return message

        await self.app(scope, receive_needed if scope["type"] == "websocket" else receive, send)
