"""Whom a sheet says to call, and their numbers. Pure."""

from __future__ import annotations

from holdslides import worksheet
from holdslides.clinic import Clinic
from holdslides.problems import Place
from holdslides.texts import Run, Text


def own_number(clinic: Clinic, place: Place) -> worksheet.Inner:
    """The clinic's own number, or a line to write it on."""
    if clinic.phone:
        words = Text(((Run(f"Klinikkens telefon: {clinic.phone}"),),), place)
        return worksheet.Paragraph(words, bold=True)
    return worksheet.Fill(Text(((Run("Klinikkens telefon"),),), place), Text((), place), 0)


def phones(clinic: Clinic, is_urgent: bool) -> tuple[tuple[str, str], ...]:
    """Whom to call, and their numbers; "" for one the clinic has not given."""
    if is_urgent:
        return (("Min læge", ""), ("Lægevagten", clinic.doctor_on_call))
    return (("Klinikken", clinic.phone), ("Min læge", ""))
