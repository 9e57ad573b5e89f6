"""Further checklists of many trades, written after the reader had learnt from the others."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "simhall.xlsx",
        {
            "Dagkontroll": """
Badhuset – daglig kontroll >>6
Vecka: | | | Ansvarig: | |

Kontrollpunkt vv2 | Gränsvärde vv2 | Uppmätt >>3 | | | Åtgärd vv2
 | | 06.00 | 12.00 | 18.00
BASSÄNGER >>6
Fritt klor i stora bassängen är inom gränsvärdet | 0,4–1,0 mg/l | | | |
pH-värdet är inom gränsvärdet | 7,2–7,6 | | | |
Bottensugning är utförd | | | | |
OMKLÄDNING >>6
Golven är halkfria | | | | |
Duscharna håller rätt temperatur | 38 °C | | | |
SÄKERHET >>6
Hjärtstartaren blinkar grönt | | | | |
Livräddningsutrustningen är komplett | | | | |

Signatur förmiddag: | | | Signatur eftermiddag: | |
"""
        },
        """
        # BASSÄNGER
        Fritt klor i stora bassängen är inom gränsvärdet
        pH-värdet är inom gränsvärdet
        Bottensugning är utförd
        # OMKLÄDNING
        Golven är halkfria
        Duscharna håller rätt temperatur
        # SÄKERHET
        Hjärtstartaren blinkar grönt
        Livräddningsutrustningen är komplett
        """,
    ),
    Filed(
        "arkivtillsyn.docx",
        """
= Arkivtillsyn
Myndighet: ______________ Tillsynsdatum: ______________
## Organisation
1. Finns en utsedd arkivansvarig?
☐ Ja   ☐ Nej
Kommentar: ________________________
2. Finns en utsedd arkivredogörare?
☐ Ja   ☐ Nej
Kommentar: ________________________
## Arkivlokaler
3. Är arkivlokalen godkänd av kommunarkivet?
☐ Ja   ☐ Nej
Kommentar: ________________________
4. Förvaras annat än handlingar i lokalen?
☐ Ja   ☐ Nej
Kommentar: ________________________
Ort och datum: ____________________
Namnförtydligande: ____________________
""",
        """
        # Organisation
        Finns en utsedd arkivansvarig?
        Finns en utsedd arkivredogörare?
        # Arkivlokaler
        Är arkivlokalen godkänd av kommunarkivet?
        Förvaras annat än handlingar i lokalen?
        """,
    ),
    Filed(
        "haccp.xlsx",
        {
            "READ ME": "How to use this workbook\nComplete one tab per visit.\nDo not change the locked cells.",
            "Prerequisites": """
PREREQUISITE PROGRAMMES
Ref | Check | Yes | No | N/A | Notes
1.0 | Pest control
1.1 | Bait stations are in place and mapped | | | |
1.2 | No signs of pests are visible | | | |
2.0 | Cleaning
2.1 | Cleaning schedule is displayed | | | |
2.2 | Chemicals are stored away from food | | | |
""",
            "CCPs": """
CRITICAL CONTROL POINTS
Ref | Check | Yes | No | N/A | Notes
1.0 | Cooking
1.1 | Core temperature reaches 75 °C | | | |
2.0 | Cooling
2.1 | Food is cooled below 8 °C within four hours | | | |
""",
        },
        """
        # Pest control
        Bait stations are in place and mapped
        No signs of pests are visible
        # Cleaning
        Cleaning schedule is displayed
        Chemicals are stored away from food
        # Cooking
        Core temperature reaches 75 °C
        # Cooling
        Food is cooled below 8 °C within four hours
        """,
        "en",
    ),
    Filed(
        "avtalsuppfoljning.csv",
        {
            "": """
Avtal|Leverantör|Avtalskrav|Hur följs kravet upp?|Uppfyllt|Kommentar
Städ|AB Rent|Personalen bär synlig legitimation|Besök på plats||
Städ|AB Rent|Miljömärkta medel används|Begär produktlista||
Måltid|Goda Köket|Specialkost levereras märkt|Besök i mottagningskök||
Måltid|Goda Köket|Minst 40 procent är ekologiskt|Begär statistik||
"""
        },
        """
        # Städ
        Personalen bär synlig legitimation
        Miljömärkta medel används
        # Måltid
        Specialkost levereras märkt
        Minst 40 procent är ekologiskt
        """,
    ),
    Filed(
        "fallprevention.docx",
        """
* Fallprevention – riskbedömning av boendemiljö
Går igenom tillsammans med den boende. Kryssa för det som stämmer.

| Rum | Att kontrollera | Ja | Nej
| Hall vv2 | Mattor ligger fast | ☐ | ☐
| | Belysningen räcker vid dörren | ☐ | ☐
| Badrum vv3 | Stödhandtag finns vid toaletten | ☐ | ☐
| | Golvet är halkfritt | ☐ | ☐
| | Larmet går att nå från golvet | ☐ | ☐
| Sovrum | Sängen har rätt höjd | ☐ | ☐

Åtgärder: .............................................
Uppföljning den: ...............
""",
        """
        # Hall
        Mattor ligger fast
        Belysningen räcker vid dörren
        # Badrum
        Stödhandtag finns vid toaletten
        Golvet är halkfritt
        Larmet går att nå från golvet
        # Sovrum
        Sängen har rätt höjd
        """,
    ),
    Filed(
        "barnkonvention.docx",
        """
= Prövning av barnets bästa
Innan beslut fattas går handläggaren igenom frågorna nedan.
* A. Kartläggning
a) Vilka barn berörs av beslutet?
b) Hur har barnen fått komma till tals?
c) Vad säger barnen?
* B. Analys
a) Vilka rättigheter påverkas?
b) Finns det olika intressen som krockar?
* C. Beslut
a) Hur har barnets bästa vägts in?
b) Hur återkopplas beslutet till barnen?
Handläggare:
Datum:
""",
        """
        # A. Kartläggning
        Vilka barn berörs av beslutet?
        Hur har barnen fått komma till tals?
        Vad säger barnen?
        # B. Analys
        Vilka rättigheter påverkas?
        Finns det olika intressen som krockar?
        # C. Beslut
        Hur har barnets bästa vägts in?
        Hur återkopplas beslutet till barnen?
        """,
    ),
    Filed(
        "maskinsakerhet.ods",
        {
            "Slöjdsal": """
Årlig kontroll av maskiner i slöjdsalen
Skola: | | Sal:

Maskin | Kontroll | U.A. | Anm. | Åtgärdat den
Bandsåg | Bladet är helt och rätt spänt
 | Nödstoppet fungerar
 | Skyddet går att ställa in
Pelarborrmaskin | Chucken är hel
 | Skyddet över chucken finns
Putsmaskin | Utsuget fungerar

Kontrollerat av: | | Datum:
"""
        },
        """
        # Bandsåg
        Bladet är helt och rätt spänt
        Nödstoppet fungerar
        Skyddet går att ställa in
        # Pelarborrmaskin
        Chucken är hel
        Skyddet över chucken finns
        # Putsmaskin
        Utsuget fungerar
        """,
    ),
    Filed(
        "internal-controls.xlsx",
        {
            "ICQ": """
Internal control questionnaire
Entity: | | | Period: | |

 | Question | Response | | | Remarks
 | | Yes | No | N/A |
I | Cash and bank | | | |
1 | Are bank reconciliations prepared monthly? | | | |
2 | Are reconciliations reviewed by a second person? | | | |
II | Purchasing | | | |
3 | Are purchase orders approved before goods are ordered? | | | |
4 | Are suppliers checked before being added? | | | |
III | Payroll | | | |
5 | Are changes to payroll authorised in writing? | | | |
Prepared by: | | | Reviewed by: | |
"""
        },
        """
        # Cash and bank
        Are bank reconciliations prepared monthly?
        Are reconciliations reviewed by a second person?
        # Purchasing
        Are purchase orders approved before goods are ordered?
        Are suppliers checked before being added?
        # Payroll
        Are changes to payroll authorised in writing?
        """,
        "en",
    ),
    Filed(
        "introduktion.xlsx",
        {
            "Introduktion": """
Checklista introduktion av nyanställd
Namn: | | Chef: | |

Före första dagen
Aktivitet | Ansvarig | Klart
Beställ dator och behörigheter | Chef |
Utse en fadder | Chef |

Första dagen
Aktivitet | Ansvarig | Klart
Visa lokalerna och utrymningsvägarna | Fadder |
Gå igenom sekretess och skriv under | Chef |

Första månaden
Aktivitet | Ansvarig | Klart
Boka uppföljningssamtal | Chef |
Gå grundutbildningen i brandskydd | Nyanställd |
"""
        },
        """
        # Före första dagen
        Beställ dator och behörigheter
        Utse en fadder
        # Första dagen
        Visa lokalerna och utrymningsvägarna
        Gå igenom sekretess och skriv under
        # Första månaden
        Boka uppföljningssamtal
        Gå grundutbildningen i brandskydd
        """,
    ),
    Filed(
        "lakemedelsgenomgang.docx",
        """
= Extern kvalitetsgranskning av läkemedelshantering
## Ordination
| 1 | Är ordinationerna undertecknade? | Ja ☐ | Nej ☐
| 2 | Görs läkemedelsgenomgång varje år? | Ja ☐ | Nej ☐
## Förvaring
| 3 | Är förrådet låst? | Ja ☐ | Nej ☐
| 4 | Kontrolleras temperaturen i kylskåpet dagligen? | Ja ☐ | Nej ☐
| 5 | Är nycklarna kvitterade? | Ja ☐ | Nej ☐
## Underskrifter
| Farmaceut | Verksamhetschef
| |
""",
        """
        # Ordination
        Är ordinationerna undertecknade?
        Görs läkemedelsgenomgång varje år?
        # Förvaring
        Är förrådet låst?
        Kontrolleras temperaturen i kylskåpet dagligen?
        Är nycklarna kvitterade?
        """,
    ),
    Filed(
        "klimatanpassning.xlsx",
        {
            "Översikt": "Tema | Antal frågor | Besvarade\nVärme | 2 | 0\nSkyfall | 2 | 0",
            "Värme": """
# | Self-assessment question / Fråga för självskattning | 0–3 | Motivering
W1 | Har verksamheten en plan för värmebölja? | |
W2 | Finns svala rum på alla boenden? | |
Medelvärde | | 0 |
""",
            "Skyfall": """
# | Self-assessment question / Fråga för självskattning | 0–3 | Motivering
S1 | Är lågpunkter kartlagda? | |
S2 | Rensas dagvattenbrunnar före hösten? | |
Medelvärde | | 0 |
""",
        },
        """
        # Värme
        Har verksamheten en plan för värmebölja?
        Finns svala rum på alla boenden?
        # Skyfall
        Är lågpunkter kartlagda?
        Rensas dagvattenbrunnar före hösten?
        """,
    ),
    Filed(
        "kontinuitet.docx",
        """
* KONTINUITETSPLANERING
Självskattning för enheter inom vård och omsorg

* 1 LEDNING
1.1 Enheten har identifierat sina samhällsviktiga åtaganden
1.2 Ansvaret för kontinuitetsplanen är fördelat
* 2 RESURSER
2.1 Reservrutiner finns för elavbrott
2.2 Reservrutiner finns för bortfall av IT
2.3 Personal kan kallas in dygnet runt
* 3 ÖVNING
3.1 Planen övas minst en gång om året

Skala: 1 = stämmer inte alls, 4 = stämmer helt
Fastställd 2026-01-15
""",
        """
        # 1 LEDNING
        Enheten har identifierat sina samhällsviktiga åtaganden
        Ansvaret för kontinuitetsplanen är fördelat
        # 2 RESURSER
        Reservrutiner finns för elavbrott
        Reservrutiner finns för bortfall av IT
        Personal kan kallas in dygnet runt
        # 3 ÖVNING
        Planen övas minst en gång om året
        """,
    ),
]
