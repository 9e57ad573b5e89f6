"""Eleven everyday checklists to confirm the round before."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "busskur.xlsx",
        {
            "Kur": """
Stadsmiljö – tillsyn av cykelställ och bänkar
Område | | Datum | | Utförd av |

**Objekt** | **Fråga** | **Ja** | **Nej** | **Kommentar**
**Cykelställ** | Är ställen hela? | | |
**Cykelställ** | Är övergivna cyklar märkta? | | |
**Bänkar** | Är sitsen hel? | | |
**Bänkar** | Är klotter borttaget? | | |
**Papperskorgar** | Finns det tillräckligt många? | | |
"""
        },
        """
        # Cykelställ
        Är ställen hela?
        Är övergivna cyklar märkta?
        # Bänkar
        Är sitsen hel?
        Är klotter borttaget?
        # Papperskorgar
        Finns det tillräckligt många?
        """,
    ),
    Filed(
        "hemvard-palliativ.docx",
        """
= Journalgranskning palliativ vård
Enhet:
Antal granskade journaler:

| Fråga | Ja | Nej | Går ej att bedöma
| Finns dokumenterat brytpunktssamtal? | | |
| Är smärtskattning gjord under sista veckan? | | |
| Är munhälsan bedömd? | | |
| Finns ordination vid behov mot ångest? | | |
| Var någon närvarande i dödsögonblicket? | | |
| Har efterlevandesamtal erbjudits? | | |

Slutsatser och förbättringsförslag:
""",
        """
        Finns dokumenterat brytpunktssamtal?
        Är smärtskattning gjord under sista veckan?
        Är munhälsan bedömd?
        Finns ordination vid behov mot ångest?
        Var någon närvarande i dödsögonblicket?
        Har efterlevandesamtal erbjudits?
        """,
    ),
    Filed(
        "vehicle-workshop.xlsx",
        {
            "Audit": """
Workshop audit | | | | | |
Auditor: | | | Date: | | |

**#** | **Question** | **0** | **1** | **2** | **3** | **Evidence**
**Tools** | | | | | |
1 | Are torque wrenches calibrated? | | | | |
2 | Are tools returned to their place? | | | | |
**Parts** | | | | | |
3 | Is the stock counted every quarter? | | | | |
4 | Are returned parts labelled? | | | | |
**Customers** | | | | | |
5 | Are complaints answered in five days? | | | | |
**Total** | | | | | |
"""
        },
        """
        # Tools
        Are torque wrenches calibrated?
        Are tools returned to their place?
        # Parts
        Is the stock counted every quarter?
        Are returned parts labelled?
        # Customers
        Are complaints answered in five days?
        """,
        "en",
    ),
    Filed(
        "bostadsanpassning.csv",
        {
            "": """
Granskningslista bostadsanpassning|||
Nr;Kontroll;Ja;Nej;Kommentar
""".replace(";", "|")
            + """
1|Intyg från arbetsterapeut finns|||
2|Fastighetsägarens medgivande finns|||
3|Två offerter är begärda|||
4|Beslutet anger vad bidraget avser|||
5|Kontroll av utfört arbete är gjord|||
6|Slutbetalning är attesterad|||
"""
        },
        """
        Intyg från arbetsterapeut finns
        Fastighetsägarens medgivande finns
        Två offerter är begärda
        Beslutet anger vad bidraget avser
        Kontroll av utfört arbete är gjord
        Slutbetalning är attesterad
        """,
    ),
    Filed(
        "demokrati-medborgardialog.docx",
        """
= Checklista för medborgardialog
Används av projektledaren i varje steg.

## Steg 1: Förbereda
1. Vad kan medborgarna påverka?
2. Vilka berörs?
3. Hur når vi dem som sällan hörs?
## Steg 2: Genomföra
4. Är platsen lätt att ta sig till?
5. Finns tolk?
## Steg 3: Återkoppla
6. När får deltagarna veta resultatet?
7. Hur redovisas det för nämnden?

Version 2026-02-11
""",
        """
        # Steg 1: Förbereda
        Vad kan medborgarna påverka?
        Vilka berörs?
        Hur når vi dem som sällan hörs?
        # Steg 2: Genomföra
        Är platsen lätt att ta sig till?
        Finns tolk?
        # Steg 3: Återkoppla
        När får deltagarna veta resultatet?
        Hur redovisas det för nämnden?
        """,
    ),
    Filed(
        "vinterbad.ods",
        {
            "Bastu": """
Egenkontroll kommunens bastu
Vecka: | | Ansvarig: |

Kontrollpunkt | Godkänt | Ej godkänt | Åtgärd
Bastu
Aggregatet är utan brännbart material | | |
Dörren öppnas utåt utan lås | | |
Termometern är hel | | |
Dusch
Varmvattnet är minst 50 °C | | |
Golvbrunnar är rensade | | |
Omklädning
Bänkar är rengjorda | | |
Halkskydd ligger plant | | |
"""
        },
        """
        # Bastu
        Aggregatet är utan brännbart material
        Dörren öppnas utåt utan lås
        Termometern är hel
        # Dusch
        Varmvattnet är minst 50 °C
        Golvbrunnar är rensade
        # Omklädning
        Bänkar är rengjorda
        Halkskydd ligger plant
        """,
    ),
    Filed(
        "board-evaluation.docx",
        """
= Board self-evaluation
Please answer every question. The answers are anonymous.
| Statement | Agree | Partly | Disagree
| The agenda leaves time for discussion | | |
| Papers arrive a week in advance | | |
| Conflicts of interest are declared | | |
| Decisions are followed up | | |
| New members get an introduction | | |
What should the board do differently next year?
""",
        """
        The agenda leaves time for discussion
        Papers arrive a week in advance
        Conflicts of interest are declared
        Decisions are followed up
        New members get an introduction
        What should the board do differently next year?
        """,
        "en",
    ),
    Filed(
        "kulturmiljo.xlsx",
        {
            "Besiktning": """
**Besiktning av kulturbyggnad**
Byggnad | | | |
Byggår | | | |

**Byggnadsdel** | **Kontrollpunkt** | **Utan anm.** | **Anm.** | **Beskrivning**
Tak | Pannorna ligger rätt | | |
Tak | Hängrännor är rensade | | |
Tak | Skorstenen är hel | | |
Fasad | Putsen är utan sprickor | | |
Fasad | Sockeln är fri från växter | | |
Grund | Ventilerna är öppna | | |
Grund | Marken lutar från huset | | |
"""
        },
        """
        # Tak
        Pannorna ligger rätt
        Hängrännor är rensade
        Skorstenen är hel
        # Fasad
        Putsen är utan sprickor
        Sockeln är fri från växter
        # Grund
        Ventilerna är öppna
        Marken lutar från huset
        """,
    ),
    Filed(
        "forskola-matallergi.docx",
        """
* Rutinkontroll specialkost i förskolan
Förskola: ________________

* Information
- Intyg finns för varje barn med allergi
- Listan i köket är uppdaterad denna termin
* Tillagning
- Specialkost lagas först
- Egna redskap används
* Servering
- Tallriken är märkt med barnets namn
- En vuxen sitter bredvid barnet
""",
        """
        # Information
        Intyg finns för varje barn med allergi
        Listan i köket är uppdaterad denna termin
        # Tillagning
        Specialkost lagas först
        Egna redskap används
        # Servering
        Tallriken är märkt med barnets namn
        En vuxen sitter bredvid barnet
        """,
    ),
    Filed(
        "molntjanst.xlsx",
        {
            "Krav": """
Kravlista molntjänst
Id | Krav | Ska/Bör | Uppfylls (J/N) | Leverantörens kommentar
Säkerhet
K1 | Tjänsten har inloggning i två steg | Ska | |
K2 | Loggar sparas i minst ett år | Ska | |
Drift
K3 | Tjänsten är tillgänglig 99,5 procent av tiden | Ska | |
K4 | Driftstörningar meddelas inom en timme | Bör | |
Avslut
K5 | Data återlämnas i öppet format | Ska | |
"""
        },
        """
        # Säkerhet
        Tjänsten har inloggning i två steg
        Loggar sparas i minst ett år
        # Drift
        Tjänsten är tillgänglig 99,5 procent av tiden
        Driftstörningar meddelas inom en timme
        # Avslut
        Data återlämnas i öppet format
        """,
    ),
    Filed(
        "office-move.csv",
        {
            "": """
Phase|Task|Owner|Deadline|Status
Before|Order moving boxes|Facilities|2026-03-01|
Before|Label all desks|Team leads|2026-03-10|
Before|Book parking for the truck|Facilities|2026-03-12|
Move day|Hand out new access cards|Reception|2026-03-20|
Move day|Test network sockets|IT|2026-03-20|
After|Return old keys|Facilities|2026-03-31|
After|Update address on the website|Communications|2026-03-31|
"""
        },
        """
        # Before
        Order moving boxes
        Label all desks
        Book parking for the truck
        # Move day
        Hand out new access cards
        Test network sockets
        # After
        Return old keys
        Update address on the website
        """,
        "en",
    ),
]
