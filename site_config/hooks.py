"""What a bare `mkdocs build` or `mkdocs serve` needs in order to do the right thing.

The only file that imports MkDocs. The pages are written first, unless `briefing build` has done
it; broken content ends a build with its diagnostics, and a preview keeps its last good pages.

A page outside the navigation depends on its own text, the theme and the settings alone: while these
stay, the engine is given the finished page as a file to copy, and neither reads nor renders it.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import meta
from mkdocs.utils.templates import TemplateContext

from generator.build import engine, kept
from generator.build.publish import alone
from generator.hashing import digest
from generator.report import terminal
from generator.write import Refusal, make_folder, write

# What pages load: the theme's style sheet and ours in one, our scripts in one, none of the theme's.
STYLES, SCRIPTS = "assets/site.css", "assets/site.js"
THEMES_STYLES = "assets/stylesheets/main."
THEMES = ("assets/stylesheets/", "assets/javascripts/", "assets/images/")
# Signs that the theme's style sheet carries in itself, which our pages may not load: none is shown.
CARRIED = re.compile(r"""url\((?:'data:[^']*'|"data:[^"]*")\)""")
NOTHING = "linear-gradient(#0000,#0000)"
# Rules of that sheet for parts that no page of ours has, each selector of which names such a part.
RULE, APART = re.compile(r"([^{}]+)\{[^{}]*\}"), re.compile(r",(?![^()]*\))")
PARTS = (
    "container|content|copyright|dialog|footer|grid|header|main|overlay|skip|tabs|toggle|typeset"
)
OTHERS = (
    "tabbed|highlight|admonition|footnote|task-list|critic|key-|grid|inline|arithmatex|katex|mermaid"
    "|emojione|gemoji|twemoji|abstract|success|failure|danger|bug|md-footer__|md-content(?:__b|--p)"
    "|md-header__(?:button|topic|option|source)|md-dialog--|md-typeset__"
)
UNUSED = re.compile(rf"\.(?:md-(?!{PARTS})|{OTHERS})")
HELD = ExitStack()
SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")
previewing = False
# What a build tells of the site that it writes the pages of: its title and address.
told: tuple[str, str | None] | None = None


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether this is a preview, which outlives broken content; wait for a build's pages."""
    global previewing, told
    previewing = command == "serve"
    if engine.PAGES_WRITTEN in os.environ:
        line = sys.stdin.readline()
        if not line:
            raise Abort("the build that writes the pages has ended")
        os.environ["SOURCE_DATE_EPOCH"], *told = json.loads(line)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Write the pages, and tell MkDocs what content and settings say."""
    root = Path(config.config_file_path).parent
    docs = root / "build" / "docs"
    if engine.PAGES_WRITTEN not in os.environ:
        try:
            write_pages(root, docs)
        except Refusal as refusal:
            raise Abort(f"error: {refusal}") from None
    config.docs_dir = str(docs)
    config.nav = list(leading_somewhere(config.nav or (), docs))
    describe(config, root)
    return config


def write_pages(root: Path, docs: Path) -> None:
    """Generate the pages; the folder is held until MkDocs has read them."""
    # Where the pages are written already, nothing needs what renders them.
    from generator.build import outlines
    from generator.build import story as build
    from generator.build.files import Makers

    HELD.enter_context(alone(make_folder(root / "build"), say))
    found, _ = build.compose(root, Makers(outlines.of(root)))
    kept.sweep(root)
    say(terminal.render(found.diagnostics, terminal.wants_color(sys.stderr)))
    if found.dossier and not found.errors:
        write(build.finished(root, found.files), docs)
        os.environ["SOURCE_DATE_EPOCH"] = str(engine.epoch(found.dossier.as_of))
    elif previewing and (docs / "index.md").is_file():
        say("the preview shows the last good pages\n")
    else:
        raise Refusal("the content has errors, and there is nothing to build")


def say(text: str) -> None:
    """Print where MkDocs prints."""
    sys.stderr.write(text)
    sys.stderr.flush()


def leading_somewhere(entries: Iterable[Any], docs: Path) -> Iterator[Any]:
    """The entries of the navigation that have a page: a kind without records has none."""
    for entry in entries:
        title, to = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        if isinstance(to, list):
            if kept := list(leading_somewhere(to, docs)):
                yield {title: kept}
        elif not isinstance(to, str) or (docs / to).is_file():
            yield entry


def describe(config: MkDocsConfig, root: Path) -> None:
    """The site's name and address. The repository is not told: its link would ask another host."""
    title, url = told or read(root)
    if title:
        # The theme prints the name as it is, in elements and in attributes.
        config.site_name = escape(title)
    if url and not previewing:
        config.site_url = url.rstrip("/") + "/"


def read(root: Path) -> tuple[str, str | None]:
    """The same, where no build tells it; the title is empty where nobody knows it."""
    # It takes longer to load than all else here.
    from generator.reading.read import read_edition, read_settings

    edition = read_edition(root)
    return edition.title if edition else "", read_settings(root)[0].url


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put in one file what every page loads, and leave out what none does."""
    theme = next(file for file in files if file.src_uri.startswith(THEMES_STYLES))
    theme.content_string = RULE.sub(used, theme.content_string)
    join(files, config, STYLES, [theme.src_uri, *config.extra_css])
    join(files, config, SCRIPTS, [str(script) for script in config.extra_javascript])
    for file in list(files):
        if file.src_uri.startswith(THEMES):
            files.remove(file)
    config.extra_css = [STYLES]
    config.extra_javascript = [SCRIPTS]
    config.extra["one_style_sheet"] = True
    reuse(files, config)
    return files


def reuse(files: Files, config: MkDocsConfig) -> None:
    """Put finished pages in the place of those whose text and looks have not changed."""
    root = Path(config.config_file_path).parent
    config.extra["kept"] = store = kept.of(root, "pages")
    config.extra["all_pages"] = list(files.documentation_pages())
    config.extra["keys"] = keys = dict(page_keys(files, config, root))
    for file in config.extra["all_pages"]:
        html = store.get(keys[file.src_uri]) if file.src_uri in keys else None
        if html is not None:
            files.remove(file)
            files.append(File.generated(config, file.dest_uri, content=html))


def page_keys(files: Files, config: MkDocsConfig, root: Path) -> Iterator[tuple[str, str]]:
    """What each page outside the navigation is kept under: all that its HTML is made from."""
    seen = kept.files_hash(root / "site_config", (".html", ".py"))
    named = (config.site_name, str(config.site_url), str(config.nav), str(epoch()))
    in_navigation = set(leaves(config.nav or ()))
    found = files.documentation_pages()
    # Every page shows them.
    titles = [title_of(file) for file in found if file.src_uri in in_navigation]
    settings = (root / "mkdocs.yml").read_bytes()
    looks = digest(kept.versions(), seen, *named, json.dumps(titles), settings)
    for file in found:
        if file.src_uri not in in_navigation:
            yield file.src_uri, digest(looks, file.src_uri, file.content_bytes)


def title_of(file: File) -> str:
    """The title that a page gives itself, for a navigation that gives it none."""
    return str(meta.get_data(file.content_string)[1].get("title", ""))


def epoch() -> str:
    """The time that the pages bear."""
    return os.environ.get("SOURCE_DATE_EPOCH", "")


def leaves(entries: Iterable[Any]) -> Iterator[str]:
    """The pages of a navigation."""
    for entry in entries:
        to = next(iter(entry.values())) if isinstance(entry, dict) else entry
        yield from leaves(to) if isinstance(to, list) else [to]


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Give the engine nothing to convert: a page is one block of HTML, slow to parse."""
    page.meta["block"] = markdown.strip()
    return ""


def on_page_content(html: str, page: Page, **_: object) -> str:
    """The article of a page, as it was written."""
    return str(page.meta.pop("block"))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a page. It is one block of HTML, of which the engine has nothing to warn."""
    if key := config.extra["keys"].get(page.file.src_uri):
        config.extra["kept"].put(key, output.encode("utf-8", errors="xmlcharrefreplace"))
    return output


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Name the finished pages in the map of addresses, too."""
    if template_name in SITEMAPS:
        for file in config.extra["all_pages"]:
            if file.page is None:
                Page(None, file, config)
        context["pages"] = config.extra["all_pages"]
    return context


def join(files: Files, config: MkDocsConfig, name: str, parts: list[str]) -> None:
    """Add a file that holds others, one after the other, in their place."""
    found = [files.src_uris[part] for part in parts]
    text = CARRIED.sub(NOTHING, "\n".join(file.content_string for file in found))
    files.append(File.generated(config, name, content=text))
    for file in found:
        files.remove(file)


def used(rule: re.Match[str]) -> str:
    """A rule of the theme, or nothing where all that it is about is not on our pages."""
    return "" if all(map(UNUSED.search, APART.split(rule[1]))) else rule[0]


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Rebuild when content or looks change, and not because the pages were written."""
    root = Path(config.config_file_path).parent
    server.unwatch(config.docs_dir)
    for folder in ("content", "site_config"):
        server.watch(str(root / folder))
    return server


def on_post_build(config: MkDocsConfig) -> None:
    """Leave out a map of addresses without an address, and let the next build in.

    Says what of the pages that were kept was made again.
    """
    if not config.site_url:
        for name in SITEMAPS:
            (Path(config.site_dir) / name).unlink(missing_ok=True)
    for place in kept.unverified:
        say(f"{kept.NOT_VERIFIED}{place}\n")
    HELD.close()


def on_build_error(error: Exception) -> None:
    """Let the next build in."""
    HELD.close()
