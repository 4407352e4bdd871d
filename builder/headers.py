"""The security policy of the site, written once: for the `<meta>` of a page, and for its host.

Every page carries the policy, whatever sends it; `_headers` says the same to the hosts that read
that file, with what a `<meta>` cannot say. `docs/hebergement.md` holds both for the other hosts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIRECTIVES = {
    # Frames, objects, fonts, media, workers: nothing that is not named below.
    "default-src": "'none'",
    # Files of the site, never a script in a page.
    "script-src": "'self'",
    "style-src": "'self'",
    # `data:` for the icon of the site and those of the theme, drawn in the style sheet.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    # No text becomes HTML in a script, ours included (https://www.w3.org/TR/trusted-types/).
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}

POLICY = "; ".join(f"{name} {sources}" for name, sources in _DIRECTIVES.items())
"""Value of `Content-Security-Policy`, in a `<meta>` and in a header alike."""

EMBEDDED_POLICY = f"{POLICY}; frame-ancestors *"
"""That of a page made to stand in a partner's page.

A browser that meets `frame-ancestors`, which counts in a header only, leaves `X-Frame-Options`
aside (https://html.spec.whatwg.org/#the-x-frame-options-header). So this one header opens a page,
whether a host joins it with that of the site or puts it in its place.
"""

REFERRER = "no-referrer"
"""Value of `Referrer-Policy`: who follows a link does not say where from."""

_UNUSED = (
    *("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "usb"),
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "X-Frame-Options": "SAMEORIGIN",
}
"""Name → value, for every answer of the host."""


def headers_file(embedded: Iterable[str]) -> str:
    """Write `_headers`, as Netlify and Cloudflare Pages read it.

    Args:
        embedded: Addresses, from the root, of the pages made to stand in a partner's page.
    """
    rules = [_rule("/*", HEADERS)]
    opened = {"Content-Security-Policy": EMBEDDED_POLICY}
    rules += [_rule(f"/{address}*", opened) for address in sorted(embedded)]
    return "\n".join(rules)


def _rule(path: str, headers: dict[str, str]) -> str:
    lines = [f"  {name}: {value}" for name, value in headers.items()]
    return "\n".join([path, *lines, ""])
