"""Five odder checklists beside those of `common_trades`."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "politisk-beredning.docx",
        """
= Kvalitetskontroll av tjänsteskrivelse
Checklistan följer ärendet.
| Del | Kontrollera | Klart
| Ärendemening | Är den kort och begriplig? | ☐
| | Stämmer den med diariet? | ☐
| Bakgrund | Framgår uppdraget? | ☐
| | Är tidigare beslut nämnda? | ☐
| Konsekvenser | Är barnets bästa prövat? | ☐
| | Är kostnaderna beräknade? | ☐
| Beslut | Kan förslaget klubbas som det står? | ☐

Handläggare | Chef
""",
        """
        # Ärendemening
        Är den kort och begriplig?
        Stämmer den med diariet?
        # Bakgrund
        Framgår uppdraget?
        Är tidigare beslut nämnda?
        # Konsekvenser
        Är barnets bästa prövat?
        Är kostnaderna beräknade?
        # Beslut
        Kan förslaget klubbas som det står?
        """,
    ),
    Filed(
        "evakuering-sim.xlsx",
        {
            "Övning": """
Utvärdering av utrymningsövning

FÖRE LARM
Fanns utrymningsplan på varje plan? | ja/nej
Visste personalen var återsamlingsplatsen låg? | ja/nej

UNDER UTRYMNING
Hördes larmet överallt? | ja/nej
Söktes alla rum igenom? | ja/nej
Fick rörelsehindrade hjälp? | ja/nej

EFTER UTRYMNING
Räknades alla in? | ja/nej
Togs beslut om återinrymning? | ja/nej

Total tid (minuter): |
"""
        },
        """
        # FÖRE LARM
        Fanns utrymningsplan på varje plan?
        Visste personalen var återsamlingsplatsen låg?
        # UNDER UTRYMNING
        Hördes larmet överallt?
        Söktes alla rum igenom?
        Fick rörelsehindrade hjälp?
        # EFTER UTRYMNING
        Räknades alla in?
        Togs beslut om återinrymning?
        """,
    ),
    Filed(
        "lab-safety.xlsx",
        {
            "Lab safety": """
Laboratory safety self-inspection
Room | | PI | |

A. Housekeeping | Y | N | NA | Comments
A1. Aisles are unobstructed | | | |
A2. Benches are uncluttered | | | |
B. Chemicals | Y | N | NA | Comments
B1. Containers are labelled | | | |
B2. Incompatible chemicals are separated | | | |
B3. Gas cylinders are chained | | | |
C. Emergency | Y | N | NA | Comments
C1. Eyewash was tested this month | | | |
"""
        },
        """
        # A. Housekeeping
        A1. Aisles are unobstructed
        A2. Benches are uncluttered
        # B. Chemicals
        B1. Containers are labelled
        B2. Incompatible chemicals are separated
        B3. Gas cylinders are chained
        # C. Emergency
        C1. Eyewash was tested this month
        """,
        "en",
    ),
    Filed(
        "varumottagning.docx",
        """
* Varumottagning storkök

Vid leverans
1. Bilens temperatur är avläst
2. Följesedeln stämmer med beställningen
3. Förpackningar är hela
Vid inplock
4. Kylvaror är inplockade inom 15 minuter
5. Frysvaror är inplockade först
Efteråt
6. Avvikelser är rapporterade till leverantören
7. Emballaget är sorterat
""",
        """
        # Vid leverans
        Bilens temperatur är avläst
        Följesedeln stämmer med beställningen
        Förpackningar är hela
        # Vid inplock
        Kylvaror är inplockade inom 15 minuter
        Frysvaror är inplockade först
        # Efteråt
        Avvikelser är rapporterade till leverantören
        Emballaget är sorterat
        """,
    ),
    Filed(
        "systemforvaltning.xlsx",
        {
            "Om": "Mall för årlig genomgång\nVersion 2",
            "Genomgång": """
System: | | Förvaltare: | | |

Nr | Område/fråga | Ja/Nej/Delvis | Bevis | Åtgärd
1.0 | Roller
1.1 | Är systemägare utsedd? | | |
1.2 | Är förvaltningsplanen beslutad? | | |
2.0 | Behörigheter
2.1 | Granskas behörigheter varje halvår? | | |
2.2 | Tas konton bort när någon slutar? | | |
3.0 | Kontinuitet
3.1 | Är avbrottsplanen övad? | | |
""",
        },
        """
        # Roller
        Är systemägare utsedd?
        Är förvaltningsplanen beslutad?
        # Behörigheter
        Granskas behörigheter varje halvår?
        Tas konton bort när någon slutar?
        # Kontinuitet
        Är avbrottsplanen övad?
        """,
    ),
]
