"""Layouts written after the reader was done, to see how it meets what it has not met."""

from tests.exchange.layouts.drawing import Layout

LAYOUTS = [
    Layout(
        "skyddsrond-tre-kolumner-svar",
        {
            "Skyddsrond": """
Arbetsmiljöverkets checklista – kontor
Arbetsställe: | | | Datum:
Deltagare: | |

 | Ja | Nej | Åtgärdas av/när
1. Ergonomi >>4
Finns höj- och sänkbara bord? | | |
Kan stolen ställas in? | | |
2. Belysning >>4
Är ljuset bländfritt? | | |
Går det att reglera ljuset? | | |
3. Luft >>4
Fungerar ventilationen? | | |
"""
        },
        5,
        "Finns höj- och sänkbara bord?",
        "Fungerar ventilationen?",
        ["1. Ergonomi", "2. Belysning", "3. Luft"],
    ),
    Layout(
        "gdpr",
        {
            "GDPR": """
Artikel | Område | Kontrollfråga | Ja/Nej/Delvis | Kommentar | Länk till underlag
5 | Principer | Är ändamålet med behandlingen dokumenterat? | | |
5 | Principer | Gallras uppgifter när de inte längre behövs? | | |
6 | Rättslig grund | Är den rättsliga grunden fastställd? | | |
30 | Register | Finns ett aktuellt register över behandlingar? | | |
"""
        },
        4,
        "Är ändamålet med behandlingen dokumenterat?",
        "Finns ett aktuellt register över behandlingar?",
        ["Principer", "Rättslig grund", "Register"],
    ),
    Layout(
        "mognad-med-nivatexter",
        {
            "Självskattning": """
Självskattning systematiskt kvalitetsarbete

Fokusområde | Påstående | 1 | 2 | 3 | 4 | Kommentar
Ledning | Vi har tydliga mål | | | | |
 | Målen är kända av alla | | | | |
Uppföljning | Vi mäter det som är viktigt | | | | |
 | Vi agerar på resultaten | | | | |
"""
        },
        4,
        "Vi har tydliga mål",
        "Vi agerar på resultaten",
        ["Ledning", "Uppföljning"],
    ),
    Layout(
        "veckolista",
        {
            "Städ": """
Städlista förskolan Solen
Moment | Mån | Tis | Ons | Tor | Fre | Sign
Töm papperskorgar | | | | | |
Torka bord och stolar | | | | | |
Dammsug entrén | | | | | |
Våttorka golv | | | | | |
"""
        },
        4,
        "Töm papperskorgar",
        "Våttorka golv",
    ),
    Layout(
        "nummer-rubriker-versal-utan-punkt",
        {
            "Blad1": """
Ref | Vad ska granskas | Hur | Resultat
A | ANSTÄLLNING | |
A1 | Anställningsavtal är undertecknat | Stickprov tre personer |
A2 | Utdrag ur belastningsregistret är visat | Lista |
B | INTRODUKTION | |
B1 | Introduktionsplan är ifylld | Stickprov |
B2 | Handledare är utsedd | Intervju |
"""
        },
        4,
        "Anställningsavtal är undertecknat",
        "Handledare är utsedd",
        ["ANSTÄLLNING", "INTRODUKTION"],
    ),
    Layout(
        "vendor-assessment",
        {
            "Intro": "Vendor security questionnaire\nPlease answer all questions.\nReturn by 30 June.",
            "Questions": """
Domain | Control ID | Control question | Vendor response | Explanation
Access control | AC-1 | Do you enforce multi-factor authentication? | |
Access control | AC-2 | Are accounts reviewed quarterly? | |
Backup | BK-1 | Are backups tested? | |
Backup | BK-2 | Are backups stored offsite? | |
""",
            "Dropdowns": "Yes\nNo\nPartially",
        },
        4,
        "Do you enforce multi-factor authentication?",
        "Are backups stored offsite?",
        ["Access control", "Backup"],
        language="en",
    ),
    Layout(
        "food-safety-inspection",
        {
            "Sheet1": """
Food Safety Inspection Form
Facility: | | Inspector: |
 | In | Out | N/A | Comments
Employee Health >>5
Ill workers are excluded | | | |
Hands are washed properly | | | |
Food Temperature >>5
Cold food is kept below 5 °C | | | |
Hot food is kept above 60 °C | | | |
Score: | | | |
Inspector signature:
"""
        },
        4,
        "Ill workers are excluded",
        "Hot food is kept above 60 °C",
        ["Employee Health", "Food Temperature"],
        language="en",
        needs_spans=True,
    ),
    Layout(
        "sprak-i-tva-rader",
        {
            "Blad1": """
Nr vv2 | Fråga >>2 | | Kommentar vv2
 | Svenska | Engelska |
1 | Hur tar ni emot nya medarbetare? | How do you welcome new employees? |
2 | Hur lär ni er av misstag? | How do you learn from mistakes? |
"""
        },
        2,
        "Hur tar ni emot nya medarbetare?",
        "Hur lär ni er av misstag?",
        both=True,
    ),
    Layout(
        "underrubriker-i-kursiv-och-hjalp-under",
        {
            "Blad1": """
Nr | Fråga | Vägledning | Kommentar
1 | Mål och styrning | |
1a | Hur formuleras målen? | Se verksamhetsplan |
1b | Vem deltar i arbetet? | |
2 | Arbetssätt | |
2a | Vilka rutiner finns? | Be att få se dem |
2b | Hur hålls de aktuella? | |
"""
        },
        4,
        "Hur formuleras målen?",
        "Hur hålls de aktuella?",
        ["Mål och styrning", "Arbetssätt"],
    ),
    Layout(
        "fastighet-tva-tabeller-med-egna-huvuden",
        {
            "Rondering": """
FASTIGHETSRONDERING

UTVÄNDIGT
Kontrollpunkt | OK | Anm
Takpannor är hela | |
Hängrännor är rensade | |

INVÄNDIGT
Kontrollpunkt | OK | Anm
Källargolvet är torrt | |
Belysningen fungerar i trapphuset | |
"""
        },
        4,
        "Takpannor är hela",
        "Belysningen fungerar i trapphuset",
        ["UTVÄNDIGT", "INVÄNDIGT"],
    ),
    Layout(
        "frageformular-med-svarsalternativ",
        {
            "Enkät": """
Fråga nr | Frågetext | Frågetyp | Svarsalternativ
1 | Hur nöjd är du med bemötandet? | Skala | 1–5
2 | Fick du hjälp inom rimlig tid? | Ja/Nej | Ja, Nej
3 | Vad kan vi göra bättre? | Fritext |
"""
        },
        3,
        "Hur nöjd är du med bemötandet?",
        "Vad kan vi göra bättre?",
    ),
    Layout(
        "kravlista-upphandling",
        {
            "Kravlista": """
Kravnr | Kravtyp | Kravtext | Uppfylls (Ja/Nej) | Leverantörens kommentar
K1 | Ska | Systemet ska kunna nås via webbläsare | |
K2 | Ska | Systemet ska ha stöd för inloggning med e-legitimation | |
K3 | Bör | Systemet bör kunna anpassas med egen logotyp | |
"""
        },
        3,
        "Systemet ska kunna nås via webbläsare",
        "Systemet bör kunna anpassas med egen logotyp",
    ),
]
