"""The Jinja environment with its filters, and running text as HTML; nothing else writes either.

Refuses to print a fact: templates hold facts sealed, and only a filter, which carries status and
witnesses with it, opens them. A fault in a template is a diagnostic with its place. Refuses to let
text become markup: what stands here is safe in HTML, in quoted attributes too.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from traceback import walk_tb
from typing import Any

import jinja2
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.runtime import Context
from markupsafe import Markup

from generator.diagnostics import Diagnostic
from generator.render.views.links import Address, url
from generator.render.views.page import BareFact, Sealed, unsealed
from generator.render.views.sheet import short
from generator.render.views.text import Element, Rich, escape, plain
from generator.source import SourceFile, Span

FOLDER = Path(__file__).parents[1] / "templates"
SHOWN = "generator/templates"
Errors = tuple[Diagnostic, ...]
# What HTML reads, in a quoted attribute too.
SPECIAL = re.compile("[<>&\"']")
VOID = {"br", "hr"}


class SiteEnvironment(jinja2.Environment):
    """Strict about names, and blind to what begins with an underscore."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute, unless it is private."""
        if attribute.startswith("_"):
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def environment(
    filters: Mapping[str, Callable[..., Rich | str]],
    folder: str = "site",
    finalize: Callable[..., object] | None = None,
) -> jinja2.Environment:
    """The environment of the templates in a folder, with the filters that open facts.

    `finalize` makes of what is printed the text of another language than HTML.
    """
    made = SiteEnvironment(
        loader=jinja2.FileSystemLoader(FOLDER / folder),
        undefined=StrictUndefined,
        autoescape=finalize is None,
        finalize=finalize or printable,
        # They lie in the package, and do not change while it runs.
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(filters)
    return made


@jinja2.pass_context
def printable(context: Context, value: object) -> object:
    """What may be printed: text, escaped, and whole numbers; never a value without its witness."""
    if isinstance(value, Sealed):
        raise BareFact(value._path)
    if isinstance(value, Rich):
        return html(value, context["page"].path)
    if isinstance(value, Address):
        return attribute(value, context["page"].path)
    if isinstance(value, str) and not isinstance(value, Markup):
        return html(escape(value))
    if isinstance(value, Markup | jinja2.Undefined) or type(value) is int:
        return value
    raise BareFact(type(value).__name__)


@jinja2.pass_context
def in_short(context: Context, sealed: Sealed) -> Rich:
    """A fact in a line: value and status, leading to its card or entry."""
    return short(context["sheet"], unsealed(sealed))


def from_template(
    environment: jinja2.Environment, name: str, context: Mapping[str, object]
) -> tuple[str, Errors]:
    """The text that a template gives; empty where it has a fault."""
    try:
        return environment.get_template(name).render(context), ()
    except (TemplateError, BareFact) as error:
        return "", (failed(error, where(error)),)


def where(error: Exception) -> Span:
    """The line of the innermost template in the traceback, which Jinja has rewritten."""
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    path, line = [(path, line) for path, line in frames if path.endswith(".j2")][-1]
    found = Path(path)
    inside = found.is_relative_to(FOLDER)
    shown = f"{SHOWN}/{found.relative_to(FOLDER)}" if inside else path
    return SourceFile(shown, found.read_text(encoding="utf-8")).line_span(line)


def failed(error: Exception, span: Span) -> Diagnostic:
    """What is wrong in a template; a filter that does not exist is a name, too."""
    if isinstance(error, BareFact):
        return Diagnostic(
            code="bare-fact",
            message=f"the template prints `{error}` without its quotations",
            span=span,
            help="print a fact with `| short` or `| card`, which carry its status and its sources",
        )
    message = str(error).rstrip(".").replace("'", "`")
    is_syntax = type(error) is TemplateSyntaxError
    code = "template-syntax" if is_syntax else "template-name"
    return Diagnostic(code, message[:1].lower() + message[1:], span)


def html(given: Rich, page: str = "") -> Markup:
    """Running text on a page."""
    return Markup(_written(given, page))


def attribute(text: object, page: str = "") -> Markup:
    """Text for the inside of a quoted attribute; an address as it leads there from a page."""
    return Markup(_escaped(url(page, text) if isinstance(text, Address) else plain(text)))


def _written(given: Rich, page: str) -> str:
    parts = [_escaped(one) if isinstance(one, str) else _element(one, page) for one in given]
    return "".join(parts)


def _element(one: Element, page: str) -> str:
    given = [f' {key}="{attribute(value, page)}"' for key, value in one.attributes]
    start = f"<{one.name}{''.join(given)}>"
    return start if one.name in VOID else f"{start}{_written(one.content, page)}</{one.name}>"


def _escaped(text: str) -> str:
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
