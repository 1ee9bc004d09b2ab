"""The language server: what `check` and the catalogue know, offered while one types."""
