"""One file a rule: its docstring is the manual page, and the examples in it are its tests.

An example is a fenced block. The words behind the language say what it is:

- ``bad`` must be found, ``good`` must not, ``fixed`` is the ``bad`` before it after ``--fix``.
- ``yaml bad project`` shows fields laid over a complete entry of that kind (default: a project).
- ``md bad project`` shows the body of such an entry; what does not begin with its first section goes behind the body.
- ``text bad agendas/x.md`` shows a whole file; several such blocks in a row with the same word are one catalogue.

A comment of carets below a line (``#  ^^^^``) says where the finding must point; in ``#^^^^`` the ``#`` is one of
them. A block may end its first line with ``today=2026-11-22``.
"""
