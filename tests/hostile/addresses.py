"""Addresses that run a script or lead abroad, in every spelling, and the links that have them."""

from itertools import product

# What an address of the web may hold: these alone are taken where one is due.
WEB = tuple(
    """\
https://evil.example/§&quot;onmouseover=alert(§)
https://evil.example/§&#34;onfocus=alert(§)&#34;autofocus=&#34;
https://evil.example/§&gt;&lt;script&gt;alert(§)&lt;/script&gt;
https://evil.example/§&amp;quot;onfocus=alert(§)
https://evil.example/§)[x](javascript:alert(§))
https://evil.example/§![x](https://evil.example/§)
https://evil.example/§_*~~__**x**__~~*_
https://javascript:alert(§)@evil.example/
https://evil.example/§?a=1&lt=2&amp=3&colon;4#javascript:alert(§)
https://evil.example:8443/§/%22%3E%3Cscript%3E/../..//[::1]
""".splitlines()
)

# What a reader of Markdown takes for a link, around any address.
LINKS = ("[x]({})", "[x](<{}>)", "[x][§]\n\n[§]: {}\n", "<{}>", "![x]({})")
COLONS = ["&colon;", "&colon", "&#58;", "&#58", "&#058;", "&#x3a;", "&#X3A;", "&#x3a", "%3a"]
NESTED = ["&amp;colon;", "&amp;#58;", "&amp;#x3a;", "&amp;amp;colon;", "&#38;colon;", "&#x26;#58;"]
BETWEEN = ["&Tab;", "&NewLine;", "&#9;", "&#x0a;"]
BETWEEN += ["&amp;Tab;", "&amp;NewLine;", "&amp;#10;", "&amp;amp;Tab;"]
SLASHES = ["//", "\\\\", "/\\", "&sol;&sol;", "&bsol;&bsol;", "/&#47;", "/&Tab;/", "/&amp;Tab;/"]
SLASHES += ["&amp;sol;&amp;sol;", "&amp;bsol;/", "&amp;amp;sol;&amp;amp;sol;", "&amp;#47;&amp;#47;"]
SPELT = (
    "javascript:alert(§)",
    "JaVaScRiPt:alert(§)",
    "javascript://%0aalert(§)",
    *(f"javascript{one}alert(§)" for one in (*COLONS, *NESTED)),
    *(f"java{one}script:alert(§)" for one in BETWEEN),
    "&#106;avascript:alert(§)",
    "&amp;#106;avascript&amp;colon;alert(§)",
    "&#1;javascript:alert(§)",
    *(f"vbscript{one}alert(§)" for one in (":", *NESTED[:2])),
    *(f"data{one}text/html,<script>alert(§)</script>" for one in (":", *NESTED[:3])),
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==#§",
    *(f"{one}evil.example/§" for one in SLASHES),
    *(f"https{one}//evil.example/§" for one in NESTED[:3]),
    "blob:https://evil.example/§",
    "view-source:https://evil.example/§",
    "file://evil.example/§",
)
# Every spelling in an inline link, and three in every kind of link.
TWICE = ("javascript&amp;colon;alert(§)", "&amp;sol;&amp;sol;evil.example/§")
ADDRESSES = (
    *(LINKS[0].format(one) for one in SPELT),
    *(link.format(one) for link, one in product(LINKS[1:], (SPELT[0], *TWICE))),
)
