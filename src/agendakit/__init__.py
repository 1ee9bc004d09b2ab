"""Write research agendas and project ideas as Markdown files, and check, browse and export them."""

__version__ = "0.1.0"
