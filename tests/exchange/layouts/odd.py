"""Layouts that try the patience of a careful reader."""

from tests.exchange.layouts.drawing import Layout

LAYOUTS = [
    Layout(
        "borjar-langt-in",
        {
            "Blad1": """
 | | |
 | | |
 | | | Tillsyn 2026
 | | | Nr | Fråga | Svar
 | | | 1 | Finns tillstånd? |
 | | | 2 | Är det aktuellt? |
"""
        },
        2,
        "Finns tillstånd?",
        "Är det aktuellt?",
    ),
    Layout(
        "fraga-langst-till-hoger",
        {
            "Blad1": """
Svar | Datum | Sign | Nr | Fråga
 | | | 1 | Har alla fått information om sekretess?
 | | | 2 | Är blanketten undertecknad av alla?
"""
        },
        2,
        "Har alla fått information om sekretess?",
        "Är blanketten undertecknad av alla?",
    ),
    Layout(
        "okant-huvud",
        {
            "Blad1": """
Siffra | Vad tittar vi på | Hur gick det | Övrigt
1 | Är rummet städat efter mötet? | |
2 | Är stolarna inskjutna under bordet? | |
3 | Är projektorn avstängd efter mötet? | |
"""
        },
        3,
        "Är rummet städat efter mötet?",
        "Är projektorn avstängd efter mötet?",
    ),
    Layout(
        "lang-instruktion-overst",
        {
            "Blad1": """
Egenkontroll av arkivrum
Fyll i blanketten minst en gång per år. Skicka den därefter till arkivarien, som sparar den i fem år.
Svara på alla frågor.

Nr | Fråga | Ja | Nej
1 | Är dörren låst? | |
2 | Finns brandvarnare? | |
"""
        },
        2,
        "Är dörren låst?",
        "Finns brandvarnare?",
    ),
    Layout(
        "radbrytning-i-cell",
        {
            "Blad1": """
Nr | Fråga\\n(besvaras av chef) | Kommentar
1 | Finns rutin?\\nÄr den känd? |
2 | Följs den? |
"""
        },
        2,
        "Finns rutin?\nÄr den känd?",
        "Följs den?",
    ),
    Layout(
        "omraden-som-rader-i-numrerad-lista",
        {
            "Blad1": """
Nr | Kontrollpunkt | Utfört | Signatur
 | Före start | |
1 | Kontrollera oljenivån | |
2 | Kontrollera däcktrycket | |
 | Efter körning | |
3 | Rengör maskinen | |
4 | Fyll i körjournalen | |
"""
        },
        4,
        "Kontrollera oljenivån",
        "Fyll i körjournalen",
        ["Före start", "Efter körning"],
    ),
    Layout(
        "numrering-borjar-om",
        {
            "Blad1": """
Nr | Fråga | Svar
 | Skola |
1 | Finns plan mot kränkande behandling? |
2 | Är den känd? |
 | Fritidshem |
1 | Finns plan för dagen? |
2 | Vem ansvarar? |
"""
        },
        4,
        "Finns plan mot kränkande behandling?",
        "Vem ansvarar?",
        ["Skola", "Fritidshem"],
    ),
    Layout(
        "kategori-osorterad",
        {
            "Blad1": """
Fråga | Kategori | Prio
Finns rutin för larm? | Trygghet | Hög
Är maten god? | Mat | Låg
Testas larmen varje månad? | Trygghet | Hög
Får man önska mat? | Mat | Låg
Finns nattpersonal? | Trygghet | Hög
"""
        },
        5,
        "Finns rutin för larm?",
        "Får man önska mat?",
        ["Trygghet", "Mat"],
    ),
    Layout(
        "fritext-efter",
        {
            "Blad1": """
Nr | Fråga | Ja | Nej | Kommentar
1 | Fungerar larmet? | | |
2 | Är batterierna bytta? | | |

Övriga kommentarer:

Underskrift
Namnförtydligande
"""
        },
        2,
        "Fungerar larmet?",
        "Är batterierna bytta?",
    ),
    Layout(
        "inga-fragetecken-langa-krav",
        {
            "Blad1": """
Krav | Uppfyllt | Kommentar
Organisationen ska fastställa vilka processer som behövs och hur de hänger samman. | |
Organisationen ska hålla dokumenterad information i den omfattning som behövs. | |
Organisationen ska utse ansvariga för processerna och följa upp dem. | |
"""
        },
        3,
        "Organisationen ska fastställa vilka processer som behövs och hur de hänger samman.",
        "Organisationen ska utse ansvariga för processerna och följa upp dem.",
    ),
    Layout(
        "tva-nivaer-av-rubriker",
        {
            "Blad1": """
Nr | Fråga | Svar
1 | Styrning |
1.1 | Mål |
1.1.1 | Hur sätts målen? |
1.1.2 | Hur följs de upp? |
1.2 | Ansvar |
1.2.1 | Vem ansvarar? |
"""
        },
        3,
        "Hur sätts målen?",
        "Vem ansvarar?",
        ["Styrning – Mål", "Styrning – Ansvar"],
    ),
    Layout(
        "atgardsplan-bredvid",
        {
            "Checklista": "Fråga | Ja | Nej\nÄr golvet rent? | |\nÄr fönstren hela? | |",
            "Åtgärdsplan": "Avvikelse | Åtgärd | Ansvarig | Klart\nGolvet smutsigt | Städa | Vaktmästare | 2026-02-01",
        },
        2,
        "Är golvet rent?",
        "Är fönstren hela?",
    ),
]
