"""The single description of what an author writes: every field of the three kinds of entry."""

from agendakit.model.agenda import Agenda
from agendakit.model.concept import Concept
from agendakit.model.effort import BAND_HOURS, BANDS, Band, band_of, hours_of
from agendakit.model.kinds import DRAFT_NEEDS, KINDS, Entry, model_for, summary_of
from agendakit.model.needs import Need, missing_by_condition, missing_by_stage, missing_wanted
from agendakit.model.project import Project
from agendakit.model.references import paper_refs_of, references_of
from agendakit.model.sections import SECTIONS, Section
from agendakit.model.vocabulary import (
    COMPUTES,
    DIFFICULTIES,
    IMPORTANCES,
    NOVELTIES,
    PAPER_ROLES,
    PROJECT_TYPES,
    RESEARCH_TYPES,
    STAGES,
)

__all__ = [
    "BANDS",
    "BAND_HOURS",
    "COMPUTES",
    "DIFFICULTIES",
    "DRAFT_NEEDS",
    "IMPORTANCES",
    "KINDS",
    "NOVELTIES",
    "PAPER_ROLES",
    "PROJECT_TYPES",
    "RESEARCH_TYPES",
    "SECTIONS",
    "STAGES",
    "Agenda",
    "Band",
    "Concept",
    "Entry",
    "Need",
    "Project",
    "Section",
    "band_of",
    "hours_of",
    "missing_by_condition",
    "missing_by_stage",
    "missing_wanted",
    "model_for",
    "paper_refs_of",
    "references_of",
    "summary_of",
]
