"""What Streamlit's cookie says of an account, for requests that no page runs for."""

import json
from collections.abc import Mapping
from typing import Any

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

NAME = "_streamlit_user"


def claims_in(cookies: Mapping[str, str]) -> Mapping[str, Any]:
    """What the provider said when they signed in; empty where no cookie was signed here."""

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        if value is None:
            return None
        return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1", "replace"))

    said = get_cookie_with_chunks(signed, NAME)
    claims = json.loads(said) if said else {}
    return claims if isinstance(claims, dict) else {}
