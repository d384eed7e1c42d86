"""Without sign-in, netaudit answers the computer it runs on and nobody else."""

from ipaddress import ip_address

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

REFUSAL = "netaudit has no sign-in set up, so it answers only on this computer (127.0.0.1)."


def is_loopback(address: str | None) -> bool:
    """Whether only this computer can reach the address; None stands for every address."""
    if address == "localhost":
        return True
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False


def require_loopback() -> None:
    """Ends the program, saying why, if Streamlit is set to serve another address."""
    address = config.get_option("server.address")
    if not is_loopback(address):
        raise SystemExit(f"{REFUSAL}\nStart it without --server.address {address or ''}".rstrip())


class LoopbackOnly:
    """Middleware for servers that take no notice of Streamlit's settings, such as uvicorn."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what came in over a loopback address and refuses the rest."""
        reached = scope.get("server")
        if scope["type"] == "lifespan" or (reached and is_loopback(reached[0])):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": REFUSAL})
        else:
            await PlainTextResponse(REFUSAL, status_code=403)(scope, receive, send)
