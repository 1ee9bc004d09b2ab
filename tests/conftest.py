"""What all tests share."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import settings

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

# A busy machine is no finding: how long things take is what `make bench` looks at.
settings.register_profile("agendakit", deadline=None)
settings.load_profile("agendakit")
