"""The cards and the table signs of a sheet: those that are for its condition, their texts filled in."""

from __future__ import annotations

from collections.abc import Sequence

from holdslides import worksheet
from holdslides.models_sheet import CardEntry, CardsEntry, SignsEntry
from holdslides.paper_writer import PaperWriter
from holdslides.texts import Text

CARDS_ON_A_PAGE = 8


class CardWriter(PaperWriter):
    """Fills in a file that may be a page of cards or of table signs."""

    def cards(self, entry: CardsEntry) -> worksheet.Cards:
        """The cards that are for this condition, eight of them."""
        at = ("kortark", "kort")
        here = [
            (i, c) for i, c in enumerate(entry.cards) if not c.conditions or self.condition in c.conditions
        ]
        here = [(i, c) for i, c in here if self.condition not in c.not_for]
        if len(here) != CARDS_ON_A_PAGE:
            self.wrong(f"der er {len(here)} kort til {self.condition or 'alle'}, men der skal være 8", *at)
        self._check_answers(entry, here)
        cards = tuple(
            worksheet.Card(
                self.text(c.lines, *at, i, "tekst"),
                self.figure(c.figure, c.values, "", *at, i),
                self.text((c.answer,), *at, i, "svar"),
                self.text((c.reason,), *at, i, "fordi"),
            )
            for i, c in here
        )
        answers = (self.text((a,), "kortark", "svar", i) for i, a in enumerate(entry.answers))
        return worksheet.Cards(cards, tuple(answers))

    def _check_answers(self, entry: CardsEntry, here: Sequence[tuple[int, CardEntry]]) -> None:
        """Every card that is answered has one of the page's answers; one without would leave a blank back."""
        for i, card in here:
            if card.answer not in entry.answers and (card.answer or any(c.answer for _, c in here)):
                hint = f"skriv et af kortarkets svar: {', '.join(entry.answers) or 'ingen'}"
                self.wrong(f'kortets svar er "{card.answer}"', "kortark", "kort", i, hint=hint)

    def signs(self, entry: SignsEntry) -> worksheet.Signs:
        """The table signs, all of them with the same task."""
        at = ("bordskilte", "skilte")
        signs = tuple(
            worksheet.Sign(
                self.text(s.name, *at, i, "navn"),
                self.text((s.question,), *at, i, "spørgsmål"),
                self.figure(s.figure, s.values, "", *at, i),
            )
            for i, s in enumerate(entry.signs)
        )
        keys = {"du_er": entry.you_are, "overskrift": entry.heading, "opgave": entry.task}
        words: list[Text] = [self.text((text,), "bordskilte", key) for key, text in keys.items()]
        return worksheet.Signs(signs, *words)
