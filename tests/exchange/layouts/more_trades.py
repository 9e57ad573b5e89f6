"""Twelve more checklists of many trades, harder than those before, written before a look at how they are read."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "gymnasiesarskola.docx",
        """
= Självvärdering av studie- och yrkesvägledning
Läs igenom påståendena och ringa in den siffra som stämmer bäst.

## Organisation
| Påstående | 1 | 2 | 3 | 4
| Ansvaret för vägledningen är tydligt fördelat | | | |
| Vägledaren har tid avsatt för enskilda samtal | | | |

## Undervisning
| Påstående | 1 | 2 | 3 | 4
| Arbetslivet tas upp i alla ämnen | | | |
| Eleverna gör studiebesök varje läsår | | | |

## Vad är vårt viktigaste nästa steg?
_______________________________________________
""",
        """
        # Organisation
        Ansvaret för vägledningen är tydligt fördelat
        Vägledaren har tid avsatt för enskilda samtal
        # Undervisning
        Arbetslivet tas upp i alla ämnen
        Eleverna gör studiebesök varje läsår
        # Självvärdering av studie- och yrkesvägledning
        Vad är vårt viktigaste nästa steg?
        """,
    ),
    Filed(
        "vatten-egenkontroll.xlsx",
        {
            "Dricksvatten": """
VA-enheten
Egenkontrollprogram dricksvatten
Utskriven | 2026-11-01

Faroanalys: | se bilaga 2

Anläggningsdel | Kontroll | Intervall | Utförs av | Gräns | Resultat
Råvattenintag | Stängslet är helt | Vecka | Drift | |
Råvattenintag | Inga djur finns inom stängslet | Vecka | Drift | |
Filter | Tryckfallet är under gränsen | Dag | Drift | 0,6 bar |
Reservoar | Luckan är låst och larmad | Vecka | Drift | |
Reservoar | Nätet för ventilationen är helt | Månad | Drift | |
"""
        },
        """
        # Råvattenintag
        Stängslet är helt
        Inga djur finns inom stängslet
        # Filter
        Tryckfallet är under gränsen
        # Reservoar
        Luckan är låst och larmad
        Nätet för ventilationen är helt
        """,
    ),
    Filed(
        "lone-working.docx",
        """
= Lone working risk assessment
Complete with the worker. Tick the box when the control is in place.
### Before the visit
☐ The worker has a charged mobile phone
☐ Someone knows where the worker is
### During the visit
☐ The exit route is clear
☐ The worker sits nearest to the door
☐ The panic alarm has been tested
### After the visit
☐ The worker has reported back
Assessor: ____________ Review date: ____________
""",
        """
        # Before the visit
        The worker has a charged mobile phone
        Someone knows where the worker is
        # During the visit
        The exit route is clear
        The worker sits nearest to the door
        The panic alarm has been tested
        # After the visit
        The worker has reported back
        """,
        "en",
    ),
    Filed(
        "bibliotek.csv",
        {
            "": """
Checklista tillgängligt bibliotek||
||
Lokal||Ja/Nej
Finns en entré utan trösklar?||
Finns läsplatser med höj- och sänkbart bord?||
||
Medier||Ja/Nej
Finns talböcker skyltade?||
Finns böcker på lättläst svenska?||
||
Webb||Ja/Nej
Går katalogen att använda med skärmläsare?||
"""
        },
        """
        # Lokal
        Finns en entré utan trösklar?
        Finns läsplatser med höj- och sänkbart bord?
        # Medier
        Finns talböcker skyltade?
        Finns böcker på lättläst svenska?
        # Webb
        Går katalogen att använda med skärmläsare?
        """,
    ),
    Filed(
        "arbetsplats-el.xlsx",
        {
            "Elsäkerhet": """
Nr | Kontrollpunkt | Ja | Nej | Ej akt. | Kommentar
1. ELCENTRALER >>6
1.1 | Centralen är märkt | | | |
1.2 | Fritt utrymme finns framför centralen | | | |
2. SLADDAR OCH UTTAG >>6
2.1 | Sladdar är hela | | | |
2.2 | Uttag sitter fast | | | |
2.2.1 | Uttag utomhus har jordfelsbrytare | | | |
3. ÖVRIGT >>6
3.1 | Belysningen är hel | | | |

Kontrollant >>2 | | Datum >>2 | | |
"""
        },
        """
        # 1. ELCENTRALER
        Centralen är märkt
        Fritt utrymme finns framför centralen
        # 2. SLADDAR OCH UTTAG
        Sladdar är hela
        Uttag sitter fast
        Uttag utomhus har jordfelsbrytare
        # 3. ÖVRIGT
        Belysningen är hel
        """,
    ),
    Filed(
        "familjehem.docx",
        """
* Uppföljning av familjehem
| Familjehem | | Socialsekreterare |
| Datum | | Barnets initialer |

| OMRÅDE | FRÅGOR | ANTECKNINGAR
| Hälsa | Hur mår barnet? |
| | När var barnet senast hos tandläkaren? |
| Skola | Hur går det i skolan? |
| | Vilket stöd får barnet? |
| Relationer | Hur fungerar umgänget med föräldrarna? |
| Fritid | Vad gör barnet på fritiden? |

Sammanfattande bedömning:
""",
        """
        # Hälsa
        Hur mår barnet?
        När var barnet senast hos tandläkaren?
        # Skola
        Hur går det i skolan?
        Vilket stöd får barnet?
        # Relationer
        Hur fungerar umgänget med föräldrarna?
        # Fritid
        Vad gör barnet på fritiden?
        """,
    ),
    Filed(
        "laboratory-17025.ods",
        {
            "Index": "Sheet | Contents\nGeneral | Clauses 4 and 5\nProcess | Clause 7",
            "General": """
ISO/IEC 17025:2017 checklist
Clause | Question | Compliant (Y/N) | Evidence reviewed | Comments
4.1 | Are activities undertaken impartially?
4.2 | Is confidential information protected?
5.5 | Is the organisational structure defined?
""",
            "Process": """
ISO/IEC 17025:2017 checklist
Clause | Question | Compliant (Y/N) | Evidence reviewed | Comments
7.1 | Are requests reviewed before work begins?
7.2 | Are methods validated before use?
""",
        },
        """
        # General
        Are activities undertaken impartially?
        Is confidential information protected?
        Is the organisational structure defined?
        # Process
        Are requests reviewed before work begins?
        Are methods validated before use?
        """,
        "en",
    ),
    Filed(
        "valnamnd.xlsx",
        {
            "Vallokal": """
Checklista för röstmottagare | | |
Valdistrikt: | | |

Tid | Vad | Vem | Klart
Före öppning | | |
07.00 | Möblera så att valhemligheten bevaras | Ordförande |
07.15 | Räkna valkuvert och anteckna antalet | Vice ordförande |
07.45 | Visa att urnan är tom | Ordförande |
Under dagen | | |
Löpande | Fyll på valsedlar | Alla |
Löpande | Håll ordning i valskärmarna | Alla |
Efter stängning | | |
20.00 | Lås dörren och läs upp vallagens regler | Ordförande |
20.10 | Räkna rösterna två gånger | Alla |
"""
        },
        """
        # Före öppning
        Möblera så att valhemligheten bevaras
        Räkna valkuvert och anteckna antalet
        Visa att urnan är tom
        # Under dagen
        Fyll på valsedlar
        Håll ordning i valskärmarna
        # Efter stängning
        Lås dörren och läs upp vallagens regler
        Räkna rösterna två gånger
        """,
    ),
    Filed(
        "jamstalldhet.docx",
        """
= Jämställdhetsanalys av beslut
## Steg 1: Kartlägg
Fråga 1: Vilka målgrupper berörs?
Tänk på: ålder, funktionsnedsättning och bakgrund.
Fråga 2: Hur fördelas resurserna i dag?
Tänk på: tid, pengar och plats.
## Steg 2: Analysera
Fråga 3: Vad beror skillnaderna på?
Fråga 4: Vilka normer påverkar?
Tänk på: vem som syns i text och bild.
## Steg 3: Föreslå
Fråga 5: Hur kan skillnaderna minska?
""",
        """
        # Steg 1: Kartlägg
        Vilka målgrupper berörs?
        Hur fördelas resurserna i dag?
        # Steg 2: Analysera
        Vad beror skillnaderna på?
        Vilka normer påverkar?
        # Steg 3: Föreslå
        Hur kan skillnaderna minska?
        """,
    ),
    Filed(
        "fordon.xlsx",
        {
            "Veckokontroll": """
Reg.nr | ABC 123 | Mätarställning |
Förare | | Vecka |

Motor | OK | Fel | Bromsar och däck | OK | Fel
Oljenivå inom markering | | | Däcktryck enligt dekal | |
Kylarvätska inom markering | | | Mönsterdjup minst 3 mm | |
Spolarvätska påfylld | | | Parkeringsbroms håller | |
"""
        },
        """
        # Motor
        Oljenivå inom markering
        Kylarvätska inom markering
        Spolarvätska påfylld
        # Bromsar och däck
        Däcktryck enligt dekal
        Mönsterdjup minst 3 mm
        Parkeringsbroms håller
        """,
    ),
    Filed(
        "two-languages.docx",
        """
= Egenkontroll / Self-inspection
| Nr | Fråga | Question | Ja/Yes | Nej/No
| 1 | Är lokalen städad efter mötet? | Has the room been cleaned after the meeting? | |
| 2 | Finns det nödutgångar som är fria? | Are there emergency exits that are clear? | |
| 3 | Har alla fått information om larmet? | Have all been informed about the alarm? | |
""",
        """
        Är lokalen städad efter mötet?
        Finns det nödutgångar som är fria?
        Har alla fått information om larmet?
        """,
    ),
    Filed(
        "kulturskola.xlsx",
        {
            "Start": "Kulturskolans kvalitetsverktyg\nVälj flik nedan",
            "A. Barnen": """
Kvalitetsområde A: Barnen

Kriterium | Stämmer inte | Stämmer delvis | Stämmer helt | Kommentar
Barnen har inflytande över innehållet | | | |
Barnen vet vart de vänder sig med synpunkter | | | |
""",
            "B. Lärarna": """
Kvalitetsområde B: Lärarna

Kriterium | Stämmer inte | Stämmer delvis | Stämmer helt | Kommentar
Lärarna planerar tillsammans varje vecka | | | |
Lärarna får fortbildning varje år | | | |
""",
            "Sammanställning": "Område | Medel\nA. Barnen | 0\nB. Lärarna | 0",
        },
        """
        # A. Barnen
        Barnen har inflytande över innehållet
        Barnen vet vart de vänder sig med synpunkter
        # B. Lärarna
        Lärarna planerar tillsammans varje vecka
        Lärarna får fortbildning varje år
        """,
    ),
]
