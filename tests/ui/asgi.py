"""One request to an ASGI application, without a server."""

import asyncio
from collections.abc import Mapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def ask(
    app: ASGIApp,
    kind: str = "http",
    server: str = "127.0.0.1",
    headers: Mapping[str, str] | None = None,
    path: str = "/",
) -> list[Message]:
    """Everything the application sends when asked for / over the address `server`."""
    scope: dict[str, Any] = {
        "type": kind,
        "method": "GET",
        "path": path,
        "headers": [
            (name.lower().encode(), value.encode()) for name, value in (headers or {}).items()
        ],
        "server": (server, 8501),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": f"{kind}.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent


async def says_hello(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that answers 200 with one header of its own."""
    headers = [(b"content-type", b"text/plain")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"hello"})
