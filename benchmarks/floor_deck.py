"""The floor a deck is measured against: a minimal python-pptx script with as many slides (title, bullets, notes)."""

import sys

from pptx import Presentation

slides, target = int(sys.argv[1]), sys.argv[2]
presentation = Presentation()
layout = presentation.slide_layouts[1]
for number in range(slides):
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = f"Overskrift nummer {number}"
    frame = slide.placeholders[1].text_frame
    frame.text = "Et punkt"
    for text in ("Et punkt til", "Og et tredje"):
        frame.add_paragraph().text = text
    slide.notes_slide.notes_text_frame.text = "Det her siger fysioterapeuten til deltagerne på holdet. " * 6
presentation.save(target)
