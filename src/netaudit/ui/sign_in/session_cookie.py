"""The cookie of somebody who came by a personal link: the number of their session, signed."""

from collections.abc import Mapping

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.responses import Response

from netaudit.store.access_settings import access_settings
from netaudit.store.ledger import Ledger
from netaudit.store.secret_keys import secret_key
from netaudit.ui.sign_in.setup import sign_in_setup

SALT = "netaudit session"


def set_session(response: Response, ledger: Ledger, number: int) -> None:
    """Makes the browser keep the session, out of reach of scripts and of other sites."""
    response.set_cookie(
        _name(),
        _signer(ledger).dumps(number),
        max_age=access_settings(ledger).session_hours * 3600,
        path="/",
        secure=_is_secure(),
        httponly=True,
        samesite="strict",
    )


def session_number(cookies: Mapping[str, str], ledger: Ledger) -> int | None:
    """The number in the cookie; None where there is none that was signed here and is young."""
    value = cookies.get(_name())
    if value is None:
        return None
    hours = access_settings(ledger).session_hours
    try:
        number = _signer(ledger).loads(value, max_age=hours * 3600)
    except BadSignature:  # the signature of another key, or one that is too old
        return None
    return number if isinstance(number, int) else None


def _signer(ledger: Ledger) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret_key(ledger, "session"), salt=SALT)


def _is_secure() -> bool:
    setup = sign_in_setup()
    return setup is not None and setup.is_https


def _name() -> str:
    """Browsers take a name with __Host- over HTTPS only, and only from this very host."""
    return "__Host-netaudit" if _is_secure() else "netaudit"
