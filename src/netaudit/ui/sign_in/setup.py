"""How people sign in on this server: what is set up for it, read once when the server starts.

With nothing set up netaudit is for the one person at this computer. What is set up by half ends the
program instead: a mistake here must not open the dashboard to everybody.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit import config
from streamlit.errors import StreamlitSecretNotFoundError

from netaudit.errors import NetauditError

ADDRESS = "NETAUDIT_ADDRESS"
SECRETS = ".streamlit/secrets.toml"
SHORTEST_SECRET = 32
SHARED = ("redirect_uri", "cookie_secret")
OF_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
CALLBACK = "/oauth2callback"
HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, kw_only=True)
class Provider:
    """One place where people sign in; `name` is what st.login takes."""

    name: str | None
    words: str


@dataclass(frozen=True, kw_only=True)
class SignInSetup:
    """What is set up. `address` is where people reach the dashboard, without a path.

    E-mail addresses told by one of `trusted_issuers` count although it does not say that they
    were verified.
    """

    address: str
    providers: tuple[Provider, ...] = ()
    trusted_issuers: frozenset[str] = frozenset()

    @property
    def host(self) -> str:
        """The name in the address."""
        return urlsplit(self.address).hostname or ""

    @property
    def is_https(self) -> bool:
        """Whether what passes between browser and server is encrypted."""
        return self.address.startswith("https://")


@cache
def sign_in_setup() -> SignInSetup | None:
    """What is set up in NETAUDIT_ADDRESS and in Streamlit's secrets; None where nothing is.

    NetauditError, saying what to set, where something is missing or unsafe.
    """
    return read_setup(os.environ.get(ADDRESS, ""), _secrets())


def read_setup(address: str, secrets: Mapping[str, Any]) -> SignInSetup | None:
    """The same from an address and from secrets as Streamlit reads them."""
    auth = secrets.get("auth")
    if not address and auth is None:
        return None
    providers = () if auth is None else _providers(auth)
    return SignInSetup(
        address=_checked_address(address or _origin(auth or {})),
        providers=providers,
        trusted_issuers=frozenset(secrets.get("netaudit", {}).get("trusted_issuers", ())),
    )


def _secrets() -> Mapping[str, Any]:
    try:
        return st.secrets.to_dict()
    except StreamlitSecretNotFoundError:
        return {}


def _providers(auth: Mapping[str, Any]) -> tuple[Provider, ...]:
    named = {name: part for name, part in auth.items() if isinstance(part, Mapping)}
    sections = {"": auth} if "client_id" in auth or not named else named
    missing = [
        *(f"auth.{key}" for key in SHARED if not auth.get(key)),
        *(
            f"auth.{name}.{key}".replace("..", ".")
            for name, part in sections.items()
            for key in OF_PROVIDER
            if not part.get(key)
        ),
    ]
    if missing:
        raise NetauditError(
            f"Signing in is set up by half: {', '.join(missing)} is missing.",
            f"Add it to {SECRETS}, as docs/deployment.md shows.",
        )
    _check_shared(auth)
    return tuple(
        Provider(
            name=name or None, words=f"Sign in with {name}" if len(sections) > 1 else "Sign in"
        )
        for name in sections
    )


def _check_shared(auth: Mapping[str, Any]) -> None:
    if len(str(auth["cookie_secret"])) < SHORTEST_SECRET:
        raise NetauditError(
            "auth.cookie_secret is too short: whoever guesses it can sign in as anybody.",
            f"Put {SHORTEST_SECRET} random letters or more into {SECRETS}.",
        )
    if urlsplit(str(auth["redirect_uri"])).path != CALLBACK:
        raise NetauditError(
            f"auth.redirect_uri does not end with {CALLBACK}.",
            f"Make it the address people open, followed by {CALLBACK}.",
        )


def _origin(auth: Mapping[str, Any]) -> str:
    return str(auth["redirect_uri"]).removesuffix(CALLBACK)


def _checked_address(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
        raise NetauditError(
            f"{address} is not an address that people can open.",
            f"Set {ADDRESS} to something like https://audit.example.org.",
        )
    if parts.scheme == "http" and parts.hostname not in HERE:
        raise NetauditError(
            f"{address} is not encrypted: whoever is on the way could read everything.",
            f"Put an HTTPS proxy in front and set {ADDRESS} to its https:// address.",
        )
    return f"{parts.scheme}://{parts.netloc}"


def server_address() -> str:
    """Where people open the dashboard: as it is set up, else on this computer."""
    setup = sign_in_setup()
    if setup is not None:
        return setup.address
    return f"http://localhost:{config.get_option('server.port')}"
