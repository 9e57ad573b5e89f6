"""Eleven everyday checklists of a last round."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "parkeringsgarage.xlsx",
        {
            "Rond v.": """
Parkeringsgarage - veckorond
Garage: | | | Vecka: | |

Nr | Kontroll | OK | Fel | Anmärkning | Felanmält
1 | Portarna öppnar och stänger | | | |
2 | Betalautomaterna fungerar | | | |
3 | Belysningen är hel på alla plan | | | |
4 | Trapphusen är städade | | | |
5 | Rampen är sandad vid halka | | | |
6 | Laddstolparna är hela | | | |
7 | Nödtelefonen har signal | | | |

Rondad av: | | | Datum: | |
"""
        },
        """
        Portarna öppnar och stänger
        Betalautomaterna fungerar
        Belysningen är hel på alla plan
        Trapphusen är städade
        Rampen är sandad vid halka
        Laddstolparna är hela
        Nödtelefonen har signal
        """,
    ),
    Filed(
        "offentlighet.docx",
        """
= Egenkontroll: utlämnande av allmän handling
Förvaltning: ____________ Kontrollperiod: ____________

## Begäran
| Fråga | Ja | Nej | Kommentar
| Registreras begäran samma dag? | | |
| Frågas bara efter det som behövs för sekretessprövningen? | | |
## Prövning
| Fråga | Ja | Nej | Kommentar
| Prövas begäran skyndsamt? | | |
| Dokumenteras skälen för att lämna ut delvis? | | |
## Beslut
| Fråga | Ja | Nej | Kommentar
| Upplyses sökanden om rätten till skriftligt beslut? | | |
| Bifogas hänvisning för överklagande? | | |

Underskrift: ____________________
""",
        """
        # Begäran
        Registreras begäran samma dag?
        Frågas bara efter det som behövs för sekretessprövningen?
        # Prövning
        Prövas begäran skyndsamt?
        Dokumenteras skälen för att lämna ut delvis?
        # Beslut
        Upplyses sökanden om rätten till skriftligt beslut?
        Bifogas hänvisning för överklagande?
        """,
    ),
    Filed(
        "crane-lift.xlsx",
        {
            "Lift plan": """
**LIFTING OPERATION CHECKLIST** >>4
Crane: | | Operator: |
Load: | | Date: |

**Check** | **Yes** | **No** | **N/A**
**Planning**
Is there a written lift plan? | | |
Is the weight of the load known? | | |
**Ground**
Is the ground firm and level? | | |
Are outriggers on spreader plates? | | |
Are overhead lines at a safe distance? | | |
**People**
Is the area fenced off? | | |
Has a signaller been appointed? | | |
"""
        },
        """
        # Planning
        Is there a written lift plan?
        Is the weight of the load known?
        # Ground
        Is the ground firm and level?
        Are outriggers on spreader plates?
        Are overhead lines at a safe distance?
        # People
        Is the area fenced off?
        Has a signaller been appointed?
        """,
        "en",
    ),
    Filed(
        "fonsterputs.csv",
        {
            "": """
Nr|Moment|Godkänd|Anmärkning
|Utvändigt||
1|Glasytor är fria från ränder||
2|Karmar är avtorkade||
3|Fönsterbleck är rena||
|Invändigt||
4|Glasytor är fria från fläckar||
5|Fönsterbrädor är avtorkade||
|Persienner||
6|Lameller är dammfria||
7|Linor är hela||
"""
        },
        """
        # Utvändigt
        Glasytor är fria från ränder
        Karmar är avtorkade
        Fönsterbleck är rena
        # Invändigt
        Glasytor är fria från fläckar
        Fönsterbrädor är avtorkade
        # Persienner
        Lameller är dammfria
        Linor är hela
        """,
    ),
    Filed(
        "stipendier.docx",
        """
= Granskning av stiftelser och stipendier
Syftet med granskningen är att se om utdelningen följer stadgarna.

Stiftelse:
År:

1. Finns aktuella stadgar?
2. Är ändamålet uppfyllt?
3. Har styrelsen fattat beslut om utdelning?
4. Finns ansökningar sparade för alla som fått medel?
5. Är jäv hanterat?
6. Är kapitalet placerat enligt stadgarna?
7. Är redovisningen inlämnad till länsstyrelsen?

Kommentarer:
""",
        """
        Finns aktuella stadgar?
        Är ändamålet uppfyllt?
        Har styrelsen fattat beslut om utdelning?
        Finns ansökningar sparade för alla som fått medel?
        Är jäv hanterat?
        Är kapitalet placerat enligt stadgarna?
        Är redovisningen inlämnad till länsstyrelsen?
        """,
    ),
    Filed(
        "personlig-assistans.xlsx",
        {
            "Uppföljning": """
**Uppföljning personlig assistans** | | | |
**Brukare (initialer)** | | **Datum** | |

**Område** | **Fråga** | **Svar** | **Åtgärd** | **Klart**
Inflytande | Bestämmer den enskilde vem som ska arbeta? | | |
Inflytande | Bestämmer den enskilde när stödet ges? | | |
Hälsa | Finns aktuella ordinationer? | | |
Hälsa | Är assistenterna delegerade? | | |
Arbetsmiljö | Är riskbedömningen gjord i hemmet? | | |
Arbetsmiljö | Finns de hjälpmedel som behövs? | | |
Dokumentation | Förs tidrapporter varje dag? | | |
"""
        },
        """
        # Inflytande
        Bestämmer den enskilde vem som ska arbeta?
        Bestämmer den enskilde när stödet ges?
        # Hälsa
        Finns aktuella ordinationer?
        Är assistenterna delegerade?
        # Arbetsmiljö
        Är riskbedömningen gjord i hemmet?
        Finns de hjälpmedel som behövs?
        # Dokumentation
        Förs tidrapporter varje dag?
        """,
    ),
    Filed(
        "phishing-exercise.docx",
        """
= Review after a phishing exercise
Unit: ______________ Facilitator: ______________

## Preparation
- Was the exercise approved by management?
- Were the unions informed?
## Execution
- How many opened the link?
- How many reported the message?
- How quickly was the first report received?
## Follow-up
- Have those who clicked been offered training?
- Has the result been shared without names?
""",
        """
        # Preparation
        Was the exercise approved by management?
        Were the unions informed?
        # Execution
        How many opened the link?
        How many reported the message?
        How quickly was the first report received?
        # Follow-up
        Have those who clicked been offered training?
        Has the result been shared without names?
        """,
        "en",
    ),
    Filed(
        "musikskola-instrument.ods",
        {
            "Instrument": """
Instrumentvård
Ansvarig lärare: | | |

Vad ska göras | Hur ofta | Utfört datum | Sign
Piano stäms | 2 ggr/år | |
Stråkar tagelbyts | Varje år | |
Blåsinstrument rengörs mellan elever | Varje termin | |
Trumskinn kontrolleras | Varje termin | |
Förstärkare PAT-testas | Varje år | |
Notställ gås igenom | Varje läsår | |
"""
        },
        """
        Piano stäms
        Stråkar tagelbyts
        Blåsinstrument rengörs mellan elever
        Trumskinn kontrolleras
        Förstärkare PAT-testas
        Notställ gås igenom
        """,
    ),
    Filed(
        "resepolicy.docx",
        """
* Stickprov resor och representation

| Verifikationsnr | | Belopp |
| Resenär | | Attestant |

| Nr | Kontroll | Ja | Nej | Ej tillämpligt
| | Resan | | |
| 1 | Är syftet med resan angivet? | | |
| 2 | Är resan beställd i avtalat system? | | |
| 3 | Är billigaste färdsätt valt? | | |
| | Representation | | |
| 4 | Finns deltagarlista? | | |
| 5 | Är beloppet per person inom gränsen? | | |
| | Attest | | |
| 6 | Är beslutsattesten gjord av överordnad? | | |

Granskad av: ____________________
""",
        """
        # Resan
        Är syftet med resan angivet?
        Är resan beställd i avtalat system?
        Är billigaste färdsätt valt?
        # Representation
        Finns deltagarlista?
        Är beloppet per person inom gränsen?
        # Attest
        Är beslutsattesten gjord av överordnad?
        """,
    ),
    Filed(
        "djurskydd-4h.xlsx",
        {
            "Checklista": """
Checklista djurhållning 4H-gård | | | | |
Gård: | | | Kontrollant: | |
 | | | | |
**Djurslag** | **Kontrollpunkt** | **Ja** | **Nej** | **Kommentar**
**Får** >>5
 | Tillgång till vatten dygnet runt | | |
 | Klövar är verkade | | |
 | Vindskydd finns | | |
**Höns** >>5
 | Sittpinnar till alla | | |
 | Strö är torrt | | |
**Kaniner** >>5
 | Hö finns fritt | | |
 | Buren är tillräckligt stor | | |
Övriga anteckningar: | | | |
"""
        },
        """
        # Får
        Tillgång till vatten dygnet runt
        Klövar är verkade
        Vindskydd finns
        # Höns
        Sittpinnar till alla
        Strö är torrt
        # Kaniner
        Hö finns fritt
        Buren är tillräckligt stor
        """,
    ),
    Filed(
        "first-aid-kit.csv",
        {
            "": """
First aid kit inspection
Item|Minimum quantity|Present (Y/N)|Expiry date|Comments
Adhesive dressings|20|||
Sterile eye pads|2|||
Triangular bandages|2|||
Medium wound dressings|6|||
Disposable gloves|1 pair|||
Face shield|1|||
"""
        },
        """
        Adhesive dressings
        Sterile eye pads
        Triangular bandages
        Medium wound dressings
        Disposable gloves
        Face shield
        """,
        "en",
    ),
]
