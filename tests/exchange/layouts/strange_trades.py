"""Five odder checklists beside those of `field_trades`."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "byggdagbok-kma.xlsx",
        {
            "KMA-rond": """
KMA-rond | | | | | Rond nr: |
Projekt: | | | | | Datum: |

**Nr** | **Fråga** | **Ja** | **Nej** | **EA** | **Anmärkning**
**KVALITET** >>6
1 | Finns aktuella ritningar på plats? | | | |
2 | Är egenkontrollerna ifyllda? | | | |
 | Delsumma | 0 | 0 | 0 |
**MILJÖ** >>6
3 | Är avfallet sorterat? | | | |
4 | Förvaras kemikalier inlåsta? | | | |
 | Delsumma | 0 | 0 | 0 |
**ARBETSMILJÖ** >>6
5 | Används hjälm och varselkläder? | | | |
6 | Är ställningar märkta? | | | |
7 | Finns skyddsräcken? | | | |
 | Delsumma | 0 | 0 | 0 |
 | Totalt | 0 | 0 | 0 |
"""
        },
        """
        # KVALITET
        Finns aktuella ritningar på plats?
        Är egenkontrollerna ifyllda?
        # MILJÖ
        Är avfallet sorterat?
        Förvaras kemikalier inlåsta?
        # ARBETSMILJÖ
        Används hjälm och varselkläder?
        Är ställningar märkta?
        Finns skyddsräcken?
        """,
    ),
    Filed(
        "telefonintervju.docx",
        """
= Intervju med brukare i boendestöd
Läs upp frågorna i tur och ordning. Skriv svaret med den intervjuades egna ord.

Inledning
1. Hur länge har du haft boendestöd?
2. Hur fick du veta att det fanns?

Delaktighet
3. Är du med och bestämmer när stödet ges?
Om nej: varför inte?
4. Får du stöd av samma personer?

Resultat
5. Vad har blivit bättre sedan du fick stöd?
6. Är det något du saknar?

Tack för att du tog dig tid.
""",
        """
        # Inledning
        Hur länge har du haft boendestöd?
        Hur fick du veta att det fanns?
        # Delaktighet
        Är du med och bestämmer när stödet ges?
        Får du stöd av samma personer?
        # Resultat
        Vad har blivit bättre sedan du fick stöd?
        Är det något du saknar?
        """,
    ),
    Filed(
        "mognadstrappa.xlsx",
        {
            "Självskattning": """
Självskattning digital mognad
Skatta 1–5 där 1 är stämmer inte alls och 5 är stämmer helt.

Område | Påstående | 1 | 2 | 3 | 4 | 5
Ledning vv3 | Ledningen efterfrågar digitala lösningar | | | | |
 | Det finns en budget för utveckling | | | | |
 | Nyttan följs upp | | | | |
Kompetens vv2 | Medarbetarna kan använda sina verktyg | | | | |
 | Nya verktyg införs med utbildning | | | | |
Teknik vv2 | Systemen talar med varandra | | | | |
 | Data finns på ett ställe | | | | |
Medelvärde | | | | | |
"""
        },
        """
        # Ledning
        Ledningen efterfrågar digitala lösningar
        Det finns en budget för utveckling
        Nyttan följs upp
        # Kompetens
        Medarbetarna kan använda sina verktyg
        Nya verktyg införs med utbildning
        # Teknik
        Systemen talar med varandra
        Data finns på ett ställe
        """,
    ),
    Filed(
        "archive-survey.tsv",
        {
            "": """
STORAGE CONDITIONS SURVEY|||
Repository|||
Survey date|||
|||
Ref|What to look for|Finding|Urgency
A|BUILDING||
A1|Roof and gutters are sound||
A2|Windows are blocked or filtered||
B|CLIMATE||
B1|Temperature is logged every hour||
B2|Humidity stays between 35 and 60 %||
C|PESTS||
C1|Traps are checked every month||
"""
        },
        """
        # BUILDING
        Roof and gutters are sound
        Windows are blocked or filtered
        # CLIMATE
        Temperature is logged every hour
        Humidity stays between 35 and 60 %
        # PESTS
        Traps are checked every month
        """,
        "en",
    ),
    Filed(
        "hjartstartare.docx",
        """
* Kontroll av hjärtstartare
| Placering | | Serienummer |
| Kontrollerad av | | Datum |

| Varje vecka >>3
| Statuslampan lyser grönt | ☐ |
| Skåpet är olåst | ☐ |
| Varje månad >>3
| Elektroderna är inom sista förbrukningsdag | ☐ |
| Sax, rakhyvel och handduk finns | ☐ |
| Varje år >>3
| Batteriet är bytt enligt plan | ☐ |
| Registret över hjärtstartare är uppdaterat | ☐ |
""",
        """
        # Varje vecka
        Statuslampan lyser grönt
        Skåpet är olåst
        # Varje månad
        Elektroderna är inom sista förbrukningsdag
        Sax, rakhyvel och handduk finns
        # Varje år
        Batteriet är bytt enligt plan
        Registret över hjärtstartare är uppdaterat
        """,
    ),
]
