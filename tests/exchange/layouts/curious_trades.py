"""Five odder checklists beside those of `parting_trades`."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "kyrkogard-kulturarv.xlsx",
        {
            "Inspektion": """
Kommunarkivet | | | | Sida 1 av 1
Inspektion av närarkiv | | | | 2026-11-02

1. LOKALEN | | Ja | Nej | Kommentar
Är dörren brandklassad? | | | |
Finns vattenledningar i taket? | | | |
2. HANDLINGARNA | | Ja | Nej | Kommentar
Förvaras handlingar på golvet? | | | |
Är boxarna märkta? | | | |
3. ORGANISATIONEN | | Ja | Nej | Kommentar
Är arkivansvarig utsedd? | | | |

Inspektör | | | |
"""
        },
        """
        # 1. LOKALEN
        Är dörren brandklassad?
        Finns vattenledningar i taket?
        # 2. HANDLINGARNA
        Förvaras handlingar på golvet?
        Är boxarna märkta?
        # 3. ORGANISATIONEN
        Är arkivansvarig utsedd?
        """,
    ),
    Filed(
        "tvarprofessionell.docx",
        """
= Reflektionsunderlag efter allvarlig händelse
| 1. Vad hände?
| Beskriv förloppet:
|

| 2. Vad gick bra?
|

| 3. Vad kunde vi ha gjort annorlunda?
|

| 4. Vad behöver ändras i rutinen?
|
""",
        """
        1. Vad hände?
        2. Vad gick bra?
        3. Vad kunde vi ha gjort annorlunda?
        4. Vad behöver ändras i rutinen?
        """,
    ),
    Filed(
        "farm-visit.xlsx",
        {
            "Visit": """
Farm visit record | | | | | |
 | | | | | |
 | Standard | | Compliant? | | | Notes
 | | | Yes | No | N/A |
1 | Animals have access to shelter | | | | |
2 | Water troughs are clean | | | | |
3 | Medicine records are kept for five years | | | | |
4 | Feed is stored away from rodents | | | | |
5 | Fallen stock is collected within a day | | | | |
"""
        },
        """
        Animals have access to shelter
        Water troughs are clean
        Medicine records are kept for five years
        Feed is stored away from rodents
        Fallen stock is collected within a day
        """,
        "en",
    ),
    Filed(
        "nyhetsbrev.tsv",
        {
            "": """
Fråga|Svarsalternativ|Hjälptext
AVSÄNDARE||
Framgår det vem som skickar?|Ja;Nej|Namn och kontaktväg
Är logotypen rätt?|Ja;Nej|
INNEHÅLL||
Är rubrikerna begripliga?|Ja;Delvis;Nej|Läs dem högt
Har bilderna alternativtext?|Ja;Nej|
TEKNIK||
Går länkarna fram?|Ja;Nej|Klicka på alla
"""
        },
        """
        # AVSÄNDARE
        Framgår det vem som skickar?
        Är logotypen rätt?
        # INNEHÅLL
        Är rubrikerna begripliga?
        Har bilderna alternativtext?
        # TEKNIK
        Går länkarna fram?
        """,
    ),
    Filed(
        "skogsbruk.docx",
        """
* Kontroll efter avverkning
Trakt: ____ Entreprenör: ____

| Hänsyn | Ja | Delvis | Nej
| Naturvärden >>4
| Är kantzon lämnad mot vatten? | | |
| Är högstubbar lämnade? | | |
| Kulturmiljö >>4
| Är lämningar fria från ris? | | |
| Mark >>4
| Är körskador undvikna? | | |
| Är överfarter borttagna? | | |
""",
        """
        # Naturvärden
        Är kantzon lämnad mot vatten?
        Är högstubbar lämnade?
        # Kulturmiljö
        Är lämningar fria från ris?
        # Mark
        Är körskador undvikna?
        Är överfarter borttagna?
        """,
    ),
]
