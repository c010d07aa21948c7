"""The Jinja environment and its filters; nothing else makes one.

Refuses to print a fact: templates hold facts sealed, and only a filter, which carries status and
witnesses with it, opens them. A fault in a template is a diagnostic with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from markupsafe import Markup

from generator.diagnostics import Diagnostic
from generator.near import SLIGHT, nearest
from generator.render.html import attribute, html
from generator.render.views.links import Address
from generator.render.views.rich import Rich
from generator.render.views.sealed import BareFact, Sealed
from generator.render.views.text import escape
from generator.source import SourceFile, Span

FOLDER = Path(__file__).parents[1] / "templates"
SHOWN = "generator/templates"
UNKNOWN = re.compile(r"No (filter|test) named '(?P<name>[^']*)'")
Errors = tuple[Diagnostic, ...]


class Unknown(StrictUndefined):
    """A name that nothing has; it says which one would be near."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        owner, name = self._undefined_obj, str(self._undefined_name)
        if owner is jinja2.utils.missing:
            return f"nothing is called `{name}`"
        message = f"a `{type(owner).__name__}` has no `{name}`"
        return "\n".join((message, suggestion(name, dir(owner))))


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
        undefined=Unknown,
        autoescape=finalize is None,
        finalize=finalize or printable,
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


@dataclass(frozen=True)
class Template:
    """A template with the text that its faults are shown in."""

    environment: jinja2.Environment
    name: str

    @property
    def file(self) -> SourceFile:
        """The template's own file."""
        return template_file(self.environment, self.name)

    def render(self, context: Mapping[str, object]) -> tuple[str, Errors]:
        """The text that the template gives; empty where it has a fault."""
        try:
            return self.environment.get_template(self.name).render(context), ()
        except TemplateSyntaxError as error:
            return "", (unreadable(self.environment, error),)
        except (UndefinedError, BareFact, TemplateNotFound) as error:
            names = (*context, *self.environment.globals)
            return "", (failed(error, where(self.environment, error, self.file), names),)


def template_file(environment: jinja2.Environment, name: str) -> SourceFile:
    """A template's file, found as the environment finds it."""
    assert environment.loader
    text, path, _ = environment.loader.get_source(environment, name)
    return SourceFile(_shown(path or name), text)


def _shown(path: str) -> str:
    found = Path(path)
    return f"{SHOWN}/{found.relative_to(FOLDER)}" if found.is_relative_to(FOLDER) else path


def where(environment: jinja2.Environment, error: Exception, outer: SourceFile) -> Span:
    """The line of the innermost template in the traceback, which Jinja has rewritten."""
    span = outer.head
    for path, line in _frames(error.__traceback__):
        if path.endswith(".j2"):
            file = SourceFile(_shown(path), Path(path).read_text(encoding="utf-8"))
            span = line_span(file, line)
    return span


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def line_span(file: SourceFile, line: int) -> Span:
    """A whole line without the space that it begins with."""
    text = file.line(line)
    start = file.line_starts[min(line, len(file.line_starts)) - 1]
    return file.span(start + len(text) - len(text.lstrip()), start + len(text))


def failed(error: Exception, span: Span, names: tuple[str, ...]) -> Diagnostic:
    """What went wrong while a template was filled in."""
    if isinstance(error, BareFact):
        return Diagnostic(
            code="bare-fact",
            message=f"the template prints `{error}` without its witnesses",
            span=span,
            help="print a fact with `| short` or `| card`, which carry its status and its sources",
        )
    if isinstance(error, TemplateNotFound):
        return Diagnostic("template-name", f"no template is called `{error.name}`", span)
    message, _, near = str(error).partition("\n")
    unknown = re.fullmatch("nothing is called `(.*)`", message)
    if unknown:
        near = suggestion(unknown[1], names)
    return Diagnostic("template-name", message, span, help=near)


def unreadable(environment: jinja2.Environment, error: TemplateSyntaxError) -> Diagnostic:
    """A template that Jinja cannot read; a filter or test that does not exist is a name."""
    file = template_file(environment, error.name or "")
    return syntax_error(error, line_span(file, error.lineno), tuple(environment.filters))


def syntax_error(error: TemplateSyntaxError, span: Span, filters: tuple[str, ...]) -> Diagnostic:
    """A fault of syntax, or of a name that is looked up while the template is read."""
    message = error.message or ""
    if found := UNKNOWN.match(message):
        message = f"no {found[1]} is called `{found['name']}`"
        return Diagnostic("template-name", message, span, help=suggestion(found["name"], filters))
    message = message[:1].lower() + message[1:].rstrip(".").replace("'", "`")
    return Diagnostic("template-syntax", message, span)


def suggestion(name: str, known: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    """The nearest name that exists, as a question."""
    public = [one for one in known if not one.startswith("_")]
    near = nearest(name, public, SLIGHT)
    return f"did you mean `{near}`?" if near else ""
