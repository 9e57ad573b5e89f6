"""Sixteen checklists of further trades, most of them plain, written before a look at how they are read."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "atervinningscentral.xlsx",
        {
            "Egenkontroll": """
Egenkontroll återvinningscentral
Anläggning: | | | Datum: |
Kontrollant: | | | Väder: |

Nr | Fråga | Ja | Nej | Anmärkning
Mottagning
1 | Är containrarna rätt skyltade? | | |
2 | Är körytan fri från vasst skräp? | | |
3 | Hjälper personalen besökarna att sortera rätt? | | |
Farligt avfall
4 | Är miljöstationen låst när ingen är där? | | |
5 | Är kärlen märkta med innehåll och datum? | | |
6 | Finns absorptionsmedel nära till hands? | | |
Säkerhet
7 | Är fallskydden hela? | | |
8 | Finns nöddusch och ögondusch? | | |

Underskrift: | | | Namnförtydligande: |
"""
        },
        """
        # Mottagning
        Är containrarna rätt skyltade?
        Är körytan fri från vasst skräp?
        Hjälper personalen besökarna att sortera rätt?
        # Farligt avfall
        Är miljöstationen låst när ingen är där?
        Är kärlen märkta med innehåll och datum?
        Finns absorptionsmedel nära till hands?
        # Säkerhet
        Är fallskydden hela?
        Finns nöddusch och ögondusch?
        """,
    ),
    Filed(
        "forsorjningsstod.docx",
        """
= Aktgranskning ekonomiskt bistånd
Enhet: ____________________ Datum: ____________
Granskare: ____________________

Nedan följer de frågor som ska besvaras för varje akt. Välj tio akter slumpvis.

## Ansökan
1. Är ansökan undertecknad av båda makarna?
2. Har sökanden fått information om sina skyldigheter?
## Utredning
3. Framgår barnens situation av utredningen?
4. Är den sökandes egna synpunkter dokumenterade?
5. Finns en planering mot självförsörjning?
## Beslut
6. Är beslutet motiverat?
7. Finns det hänvisning till hur man överklagar?

Sammanfattande kommentar
________________________________________
""",
        """
        # Ansökan
        Är ansökan undertecknad av båda makarna?
        Har sökanden fått information om sina skyldigheter?
        # Utredning
        Framgår barnens situation av utredningen?
        Är den sökandes egna synpunkter dokumenterade?
        Finns en planering mot självförsörjning?
        # Beslut
        Är beslutet motiverat?
        Finns det hänvisning till hur man överklagar?
        """,
    ),
    Filed(
        "pumpstation.ods",
        {
            "Tillsyn": """
Tillsyn avloppspumpstation
Station | | Tekniker | | Datum |

Kontrollpunkt | OK | Ej OK | Åtgärdat | Anmärkning
Luckor och lås är hela | | | |
Sumpen är fri från fett | | | |
Pump 1 går utan missljud | | | |
Pump 2 går utan missljud | | | |
Larmet når driftcentralen | | | |
Drifttiden är avläst | | | |
Gasvarnaren är kalibrerad | | | |
"""
        },
        """
        Luckor och lås är hela
        Sumpen är fri från fett
        Pump 1 går utan missljud
        Pump 2 går utan missljud
        Larmet når driftcentralen
        Drifttiden är avläst
        Gasvarnaren är kalibrerad
        """,
    ),
    Filed(
        "forklift-daily.xlsx",
        {
            "Daily check": """
Forklift truck - daily pre-use inspection
Truck no. | | Operator | | Week |

 | Mon | Tue | Wed | Thu | Fri | Remarks
**Engine off**
Tyres and wheels | | | | | |
Forks and mast | | | | | |
Hydraulic hoses | | | | | |
Seat belt | | | | | |
**Engine on**
Horn | | | | | |
Lights | | | | | |
Service brake | | | | | |
Parking brake | | | | | |

Report all defects to the supervisor before use.
"""
        },
        """
        # Engine off
        Tyres and wheels
        Forks and mast
        Hydraulic hoses
        Seat belt
        # Engine on
        Horn
        Lights
        Service brake
        Parking brake
        """,
        "en",
    ),
    Filed(
        "personaladministration.csv",
        {
            "": """
Område|Nr|Kontrollfråga|Svar|Underlag|Anmärkning
Anställning|1|Är anställningsavtalet undertecknat?|||
Anställning|2|Är referenser tagna på minst två personer?|||
Anställning|3|Har legitimationen kontrollerats?|||
Ledighet|4|Är semestern beviljad senast den 30 april?|||
Ledighet|5|Förs saldot för uttagen föräldraledighet?|||
Avslut|6|Är tjänsteintyg utfärdat?|||
Avslut|7|Har passerkort och nycklar lämnats in?|||
Avslut|8|Har ett avslutssamtal hållits?|||
"""
        },
        """
        # Anställning
        Är anställningsavtalet undertecknat?
        Är referenser tagna på minst två personer?
        Har legitimationen kontrollerats?
        # Ledighet
        Är semestern beviljad senast den 30 april?
        Förs saldot för uttagen föräldraledighet?
        # Avslut
        Är tjänsteintyg utfärdat?
        Har passerkort och nycklar lämnats in?
        Har ett avslutssamtal hållits?
        """,
    ),
    Filed(
        "vaccination.docx",
        """
= Checklista vaccinationsmottagning
| Nr | Kontroll | Ja | Nej | Kommentar
| 1 | Kylskåpets temperatur är mellan 2 och 8 °C | | |
| 2 | Adrenalin finns i akutväskan och har inte gått ut | | |
| 3 | Hälsodeklarationen är ifylld före vaccinationen | | |
| 4 | Batchnumret är dokumenterat i journalen | | |
| 5 | Patienten stannar kvar i 15 minuter | | |
| 6 | Stickande avfall läggs i godkänd behållare | | |

| Datum | Utförd av | Signatur
| | |
""",
        """
        Kylskåpets temperatur är mellan 2 och 8 °C
        Adrenalin finns i akutväskan och har inte gått ut
        Hälsodeklarationen är ifylld före vaccinationen
        Batchnumret är dokumenterat i journalen
        Patienten stannar kvar i 15 minuter
        Stickande avfall läggs i godkänd behållare
        """,
    ),
    Filed(
        "ventilation.xlsx",
        {
            "Rond": """
FASTIGHETSROND VENTILATION >>6
Fastighet: | | | Aggregat: | |

 | Kontroll | Intervall | Utfört | Sign. | Notering
1 | Aggregat >>5
1.1 | Filter är bytta | 6 mån | | |
1.2 | Remmar är spända | 6 mån | | |
1.3 | Dränering från kylbatteri är öppen | 12 mån | | |
2 | Kanaler och don >>5
2.1 | Don är rengjorda | 12 mån | | |
2.2 | Brandspjäll är motionerade | 12 mån | | |
3 | Styr och övervakning >>5
3.1 | Drifttider stämmer med verksamheten | 3 mån | | |
3.2 | Larmlistan är genomgången | 1 mån | | |
"""
        },
        """
        # Aggregat
        Filter är bytta
        Remmar är spända
        Dränering från kylbatteri är öppen
        # Kanaler och don
        Don är rengjorda
        Brandspjäll är motionerade
        # Styr och övervakning
        Drifttider stämmer med verksamheten
        Larmlistan är genomgången
        """,
    ),
    Filed(
        "vagledning.docx",
        """
= Självvärdering av studie- och yrkesvägledning
Läsår: 2026/27
Skola:

## Styrning och organisation
Beskriv hur ni arbetar idag och vad ni vill utveckla.
- Finns en skriftlig plan för vägledningen?
- Är ansvaret fördelat mellan rektor, vägledare och lärare?
## Undervisning
- Möter eleverna arbetslivet i alla årskurser?
- Arbetar lärarna mot stereotypa yrkesval?
## Individuell vägledning
- Får varje elev ett samtal före gymnasievalet?
- Får elever med anpassad studiegång ett uppföljande samtal?

Prioriterade utvecklingsområden:
1.
2.
3.
""",
        """
        # Styrning och organisation
        Finns en skriftlig plan för vägledningen?
        Är ansvaret fördelat mellan rektor, vägledare och lärare?
        # Undervisning
        Möter eleverna arbetslivet i alla årskurser?
        Arbetar lärarna mot stereotypa yrkesval?
        # Individuell vägledning
        Får varje elev ett samtal före gymnasievalet?
        Får elever med anpassad studiegång ett uppföljande samtal?
        """,
    ),
    Filed(
        "website-launch.xlsx",
        {
            "Pre-launch": """
Website launch checklist | | | |
Project: | | Owner: | |
 | | | |
# | Task | Responsible | Due date | Done
Content | | | |
1 | All pages have been proofread | Editor | 2026-11-01 | ☐
2 | Old documents have been removed | Editor | 2026-11-01 | ☐
Technology | | | |
3 | Redirects are in place | Developer | 2026-11-08 | ☐
4 | The certificate is valid | Developer | 2026-11-08 | ☐
5 | Backups run every night | Hosting | 2026-11-08 | ☐
Legal | | | |
6 | The privacy notice is up to date | Lawyer | 2026-11-10 | ☐
7 | The accessibility statement is published | Lawyer | 2026-11-10 | ☐
""",
            "Lists": "Responsible\nEditor\nDeveloper\nHosting\nLawyer",
        },
        """
        # Content
        All pages have been proofread
        Old documents have been removed
        # Technology
        Redirects are in place
        The certificate is valid
        Backups run every night
        # Legal
        The privacy notice is up to date
        The accessibility statement is published
        """,
        "en",
    ),
    Filed(
        "nyanlanda.xlsx",
        {
            "Granskning": """
Granskning av mottagande i skolan
Fråga | Stämmer helt | Stämmer delvis | Stämmer inte | Vet ej | Exempel
Kartläggning av kunskaper görs inom två månader | | | | |
Kartläggningen görs med tolk på modersmålet | | | | |
Eleven har en individuell studieplan | | | | |
Vårdnadshavare får skriftlig information på sitt språk | | | | |
Studiehandledning erbjuds i alla ämnen där den behövs | | | | |
Beslut om förberedelseklass omprövas löpande | | | | |
"""
        },
        """
        Kartläggning av kunskaper görs inom två månader
        Kartläggningen görs med tolk på modersmålet
        Eleven har en individuell studieplan
        Vårdnadshavare får skriftlig information på sitt språk
        Studiehandledning erbjuds i alla ämnen där den behövs
        Beslut om förberedelseklass omprövas löpande
        """,
    ),
    Filed(
        "hotel-room.docx",
        """
= Room inspection
Room no: ________ Inspector: ______________ Date: __________

| Area | Item | Yes | No | Action
| Bathroom | Towels are clean and folded | | |
| | Shower drain runs freely | | |
| | Mirror is without streaks | | |
| Bedroom | Linen is fresh | | |
| | Lamps work | | |
| Balcony | Door can be locked | | |
""",
        """
        # Bathroom
        Towels are clean and folded
        Shower drain runs freely
        Mirror is without streaks
        # Bedroom
        Linen is fresh
        Lamps work
        # Balcony
        Door can be locked
        """,
        "en",
    ),
]
