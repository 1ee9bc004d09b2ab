"""What only a preview asks of MkDocs; the plugin adds this one beside itself while somebody writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from agendakit.mkdocs_files import exclude, name_excluded
from agendakit.mkdocs_settings import NoOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from agendakit.preview import Preview

NAME = "agendakit preview"


class _UnusableError(Abort):
    """The call cannot be carried out as it was made."""

    exit_code = 2


class PreviewPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # MkDocs' class has no types
    """Hands what is particular to a preview to MkDocs."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._environments: dict[object, object] = {}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Have no page made of what the preview leaves out."""
        if self._preview.pages is not None:
            exclude(files, config, self._preview.pages)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002  # MkDocs' signature
        """Pages that are left out are not read, so their names in the navigation are made here."""
        name_excluded(nav)
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs' signature
        """Put what `check` says of a page's file at its top."""
        return self._preview.top(page.file.src_uri) + html

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> object:  # type: ignore[override]  # noqa: ARG002  # the type is of a library that only `site` may know
        """Keep the theme's templates as they were compiled by the last rebuild, for that takes as long as a page."""
        theme = (tuple(config.theme.dirs), str(config.theme.locale))
        if theme not in self._environments:
            setattr(env, "auto_reload", True)  # noqa: B010  # its type is of a library that only `site` may know
            self._environments[theme] = env
        return self._environments[theme]

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002  # MkDocs' signature
        """Keep the one page whose links hold anywhere, for those that are left out."""
        if template_name == "404.html":
            self._preview.shell = output_content
        return output_content

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:  # noqa: ARG002  # MkDocs' signature
        """See that no link is dead: what stands for a page that is left out is made when somebody goes there."""
        server.server_bind = _binding(server)  # type: ignore[method-assign]  # its own ends in a traceback
        base = urlsplit(config.site_url or "/").path
        if (inner := server.get_app()) is not None:
            server.set_app(_filling_gaps(inner, self._preview, base, Path(config.site_dir)))


def _binding(server: LiveReloadServer) -> Callable[[], None]:
    bind = server.server_bind

    def binding() -> None:
        try:
            bind()
        except OSError as error:
            host, port = (str(part) for part in server.server_address[:2])
            raise _UnusableError(
                f"The address {host}:{port} cannot be used: {(error.strerror or str(error)).lower()}."
                f" Choose another, such as `agendakit serve --dev-addr {host}:{int(port) + 1}`."
            ) from None

    return binding


def _filling_gaps(inner: WSGIApplication, preview: Preview, base: str, folder: Path) -> WSGIApplication:
    """The server's answers; where it has none and the preview makes something late, that is laid into its folder."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        said: list[tuple[str, list[tuple[str, str]]]] = []

        def note(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            said.append((status, headers))
            return _written_at_once

        # The server first, for it waits until a rebuild has ended.
        body = inner(environ, note)
        status, headers = said[0]
        address = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(base)
        content = preview.made_late(address) if status.startswith("404") else None
        if content is None:
            start(status, headers)
            return body
        path = folder / address / "index.html" if address.endswith("/") else folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return inner(environ, start)

    return answer


def _written_at_once(data: bytes) -> object:
    """What a server of old writes by; MkDocs gives its whole answer back instead."""
    raise NotImplementedError
