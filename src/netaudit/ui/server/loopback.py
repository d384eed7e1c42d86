"""Where the dashboard may be served: with nobody signing in, to the computer it runs on alone."""

from collections.abc import Mapping
from functools import partial
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from netaudit.errors import NetauditError
from netaudit.ui.sign_in.setup import ADDRESS, sign_in_setup

REFUSAL = "netaudit has no sign-in set up, so it answers only on this computer (127.0.0.1)."
WAYS_OUT = (
    f"To serve others, set {ADDRESS} to the https:// address that people open, and how they sign"
    " in: docs/deployment.md. To use it alone, start it without --server.address."
)
SAFE: Mapping[str, object] = {
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.enableAgentApi": False,
    "server.enableStaticServing": False,
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.disableDataExport": True,
}
"""What has to be set in Streamlit, whatever else somebody changes there."""
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
"""Headers of a request that somebody else's browser sent by way of a proxy on this computer."""


def is_loopback(address: str | None) -> bool:
    """Whether only this computer can reach the address; None stands for every address."""
    if address == "localhost":
        return True
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False


def require_safe_start() -> None:
    """Ends the program, saying what to set, unless its visitors are told apart or are just one."""
    try:
        setup = sign_in_setup()
    except NetauditError as error:
        raise SystemExit(f"{error.message}\n{error.hint}") from None
    _require_safe_options()
    if setup is not None:
        _allow(setup.host)
        # A file of settings that changes is read again, and what is not in it is forgotten.
        config.on_config_parsed(partial(_allow, setup.host), force_connect=True)
    elif not is_loopback(config.get_option("server.address")):
        raise SystemExit(f"{REFUSAL}\n{WAYS_OUT}")


def _require_safe_options() -> None:
    unsafe = [name for name, safe in SAFE.items() if config.get_option(name) != safe]
    if not config.get_option("server.allowedHosts"):
        unsafe.append("server.allowedHosts")
    if unsafe:
        raise SystemExit(
            f"Streamlit's settings would open more than netaudit shows: {', '.join(unsafe)}.\n"
            "Leave them as .streamlit/config.toml has them, and start netaudit from its own folder."
        )


def _allow(host: str) -> None:
    """Lets browsers use the name that people open, besides those in Streamlit's settings."""
    allowed = config.get_option("server.allowedHosts")
    if host not in allowed:
        config.set_option("server.allowedHosts", [*allowed, host])


class LoopbackOnly:
    """Middleware for servers that take no notice of Streamlit's settings, such as uvicorn.

    Where people sign in it passes on everything.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.setup = sign_in_setup()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what this computer's own user sent and refuses the rest."""
        if scope["type"] == "lifespan" or self.setup is not None or _is_own(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": REFUSAL})
        else:
            await PlainTextResponse(REFUSAL, status_code=403)(scope, receive, send)


def _is_own(scope: Scope) -> bool:
    reached, headers = scope.get("server"), Headers(scope=scope)
    by_proxy = any(name in headers for name in FORWARDED)
    return reached is not None and is_loopback(reached[0]) and not by_proxy
