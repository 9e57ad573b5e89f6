"""Five odder checklists beside those of `office_trades`."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "hamtning-fardtjanst.docx",
        """
* Kontroll av fordon i färdtjänst
Regnr:
Förare:

| **Fordonet** | **OK** | **Brist**
| Ramp eller lyft fungerar | |
| Bältesförlängare finns | |
| Brandsläckare är besiktigad | |
| **Föraren** | **OK** | **Brist**
| Legitimation bärs synligt | |
| Har gått utbildning i bemötande | |
| **Resan** | **OK** | **Brist**
| Rullstolen är fastspänd i fyra punkter | |
| Resenären följs till dörren | |

Brister rapporteras samma dag.
""",
        """
        # Fordonet
        Ramp eller lyft fungerar
        Bältesförlängare finns
        Brandsläckare är besiktigad
        # Föraren
        Legitimation bärs synligt
        Har gått utbildning i bemötande
        # Resan
        Rullstolen är fastspänd i fyra punkter
        Resenären följs till dörren
        """,
    ),
    Filed(
        "arkitektur-it.xlsx",
        {
            "Instruktion": "Så fyller du i\nVälj ett värde i kolumnen Svar. Motivera alltid nej.",
            "1. Strategi": """
ID | Fråga | Svar | Motivering
S1 | Finns en beslutad målarkitektur? | |
S2 | Följs principerna upp årligen? | |
""",
            "2. Integration": """
ID | Fråga | Svar | Motivering
I1 | Används den gemensamma plattformen? | |
I2 | Är alla gränssnitt dokumenterade? | |
I3 | Finns en förvaltare för varje gränssnitt? | |
""",
            "3. Avveckling": """
ID | Fråga | Svar | Motivering
A1 | Är informationen bevarad enligt plan? | |
""",
            "[Listor]": "Svar\nJa\nNej\nDelvis",
        },
        """
        # 1. Strategi
        Finns en beslutad målarkitektur?
        Följs principerna upp årligen?
        # 2. Integration
        Används den gemensamma plattformen?
        Är alla gränssnitt dokumenterade?
        Finns en förvaltare för varje gränssnitt?
        # 3. Avveckling
        Är informationen bevarad enligt plan?
        """,
    ),
    Filed(
        "skolskjuts.csv",
        {
            "": """
Uppföljning skolskjuts|||
Entreprenör:||Linje:|
|||
Säkerhet|Ja|Nej|Kommentar
Alla elever har bälte|||
Alkolås är monterat|||
Bussen är skyltad med skolskjuts|||
|||
Bemötande|Ja|Nej|Kommentar
Föraren hälsar på eleverna|||
Föraren talar begriplig svenska|||
|||
Punktlighet|Ja|Nej|Kommentar
Bussen följer tidtabellen|||
Förseningar meddelas skolan|||
"""
        },
        """
        # Säkerhet
        Alla elever har bälte
        Alkolås är monterat
        Bussen är skyltad med skolskjuts
        # Bemötande
        Föraren hälsar på eleverna
        Föraren talar begriplig svenska
        # Punktlighet
        Bussen följer tidtabellen
        Förseningar meddelas skolan
        """,
    ),
    Filed(
        "clinical-trial.docx",
        """
= Monitoring visit checklist
* A. Investigator site file
A.1 Is the protocol signed by the investigator?
Y / N / NA
A.2 Are all CVs current?
Y / N / NA
* B. Informed consent
B.1 Is the latest version in use?
Y / N / NA
B.2 Did each participant sign before any procedure?
Y / N / NA
* C. Drug accountability
C.1 Do the stock records match the count?
Y / N / NA
Notes:
""",
        """
        # A. Investigator site file
        Is the protocol signed by the investigator?
        Are all CVs current?
        # B. Informed consent
        Is the latest version in use?
        Did each participant sign before any procedure?
        # C. Drug accountability
        Do the stock records match the count?
        """,
        "en",
    ),
    Filed(
        "vaxthus.xlsx",
        {
            "Vecka": """
Egenkontroll stadsodling, växthus | | | | |
Ansvarig: | | | | |

**Vad** | **Hur** | **Mån** | **Ons** | **Fre** | **Notering**
**Klimat** | | | | |
Temperatur är 15–28 °C | Läs av givaren vid dörren | | | |
Vädringsluckor öppnar | Provkör från panelen | | | |
**Bevattning** | | | | |
Tanken är minst halv | Titta i synglaset | | | |
Inga slangar läcker | Gå längs raderna | | | |
**Skadedjur** | | | | |
Klisterskivor är avlästa | Räkna och anteckna | | | |
"""
        },
        """
        # Klimat
        Temperatur är 15–28 °C
        Vädringsluckor öppnar
        # Bevattning
        Tanken är minst halv
        Inga slangar läcker
        # Skadedjur
        Klisterskivor är avlästa
        """,
    ),
]
