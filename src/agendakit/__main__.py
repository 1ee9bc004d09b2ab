"""`python -m agendakit`."""

from agendakit.cli import main

main()
