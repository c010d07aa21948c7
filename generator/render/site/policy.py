"""What a page may load and run: our own files and nothing else.

The frame of the pages says the same in `site_config/theme/partials/policy.html`, which a test holds
against this.
"""

from __future__ import annotations

SELF = ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action")
POLICY = "; ".join(("default-src 'none'", *(f"{one} 'self'" for one in SELF), "base-uri 'none'"))
# For hosts that set headers: what only a header can say stands here too.
HEADERS = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
"""
