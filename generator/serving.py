"""How the finished site is to be served: headers for every address, declared once.

The build writes them as ``_headers``, which many static hosts read; ``serving/nginx.conf`` says the same to nginx, and a
test asks a real nginx whether it does.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator import links

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The content security policy of every page: nothing inline, nothing from elsewhere. It stands in the page, too, for hosts without our headers."""


def policy(framed_by: str) -> str:
    """The policy as a header, which alone can say who may frame a page."""
    return f"{PAGE_POLICY}; frame-ancestors {framed_by}"


@dataclass(frozen=True)
class Rule:
    """Headers of every address that begins like ``start``; a later rule that fits replaces those of an earlier one."""

    start: str
    headers: dict[str, str]


EVERYWHERE = Rule(
    "/",
    {
        "Content-Security-Policy": policy("'none'"),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "public, max-age=0, must-revalidate",
    },
)
ASSETS = Rule("/assets/", {"Cache-Control": "public, max-age=31536000, immutable"})
DOWNLOADS = Rule(links.DOWNLOADS, {"Access-Control-Allow-Origin": "*"})


def rules(languages: list[str]) -> list[Rule]:
    """Every rule, for a site with these language folders (``""`` for the first language, ``/kk`` for another)."""
    framed = [Rule(f"{folder}{links.EMBEDDED}", {"Content-Security-Policy": policy("*")}) for folder in languages]
    return [EVERYWHERE, ASSETS, DOWNLOADS, *framed]


def headers_of(path: str, languages: list[str]) -> dict[str, str]:
    """The headers that an address must be sent with."""
    found: dict[str, str] = {}
    for rule in rules(languages):
        if path.startswith(rule.start):
            found |= rule.headers
    return found


def headers_file(languages: list[str]) -> bytes:
    """``_headers``, as static hosts read it: there, headers of several rules would be joined, so a rule takes away first (``!``)."""
    lines = []
    for rule in rules(languages):
        lines.append(f"{rule.start}*")
        if rule is not EVERYWHERE:
            lines += [f"  ! {name}" for name in rule.headers if name in EVERYWHERE.headers]
        lines += [f"  {name}: {value}" for name, value in rule.headers.items()]
    return ("\n".join(lines) + "\n").encode()
