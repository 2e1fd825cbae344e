"""holdslides: editable patient-education decks, posters and sheets, composed per condition."""

__version__ = "0.1.0"
