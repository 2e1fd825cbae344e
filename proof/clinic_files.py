"""A clinic's own files, with something under every key."""

CLINIC = """\
navn: "Fysioterapien Solbakken"
undertitel: "Fysioterapi for hele byen"
adresse: "Torvet 1, 9999 Byen"
telefon: "12 34 56 78"
mail: "hej@eksempel.dk"
hjemmeside: "https://eksempel.dk"
lægevagt: "12 34 56 78"
farve: "#7A1F5C"
logo: logo.png
farver:
  flade: "#6B2C5C"
hold:
  - navn: "mandag 16"
    tilstand: laenderyg
    dag: mandag
    tid: "16.00"
    sted: "Holdsalen"
ydelsesnumre:
  artrose-hold: "0000"
godkendelser:
  - tekst: roede-flag-laend
    tilstand: laenderyg
    af: "Anna Madsen, fysioterapeut"
    dato: 2026-01-31
program:
  - tilstand: laenderyg
    gang: 1
    udelad: [krop]
    tider: {viden: 8}
  - tilstand: laenderyg
    gang: 2
    minutter: 50
    egne_slides:
      - {fil: egne.pptx, slides: [1, 2], efter: velkomst, minutter: 2, titel: "Hos os", en_linje: "Velkommen"}
  - tilstand: artrose
    gang: 1
    rækkefølge: [velkomst, kopmodellen, trafiklys/trafiklys-farver]
"""
FACTS = """\
fakta:
  - id: K01
    emne: ramme
    tilstande: [laenderyg, artrose]
    målgruppe: P
    påstand: "Hos os kan man komme på hold om mandagen."
    forbehold: [kan]
    kilde: {dokument: klinikken, afsnit: "Hold", linjer: "1"}
"""
EDITS = """\
slides:
  kopmodellen/kop-mange-haner:
    overskrift:
      - {fra: "Du kan se smerte som en kop, der løber over", til: "Smerte kan ses som en fyldt kop"}
    tekst:
      - {fra: "Mange haner kan fylde den.", til: "Der kan være **mange** haner."}
    sig:
      - {fra: "x", til: "y"}
"""
