"""Eleven everyday checklists more, of trades that nobody had thought of."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "bibliotek-tillganglighet.xlsx",
        {
            "Lista": """
**Rond: tillgängligt bibliotek**
Bibliotek: | | Datum: |

**Område** | **Att kontrollera** | **Ja** | **Nej** | **Kommentar**
**Entré** | Dörren öppnas automatiskt | | |
 | Tröskeln är högst 15 mm | | |
 | Skyltar är läsbara från rullstol | | |
**Hyllor** | Gången är minst 90 cm bred | | |
 | Talböcker är skyltade | | |
**Toalett** | Larmet fungerar | | |
 | Ytan framför stolen är fri | | |

Underskrift | | | |
"""
        },
        """
        # Entré
        Dörren öppnas automatiskt
        Tröskeln är högst 15 mm
        Skyltar är läsbara från rullstol
        # Hyllor
        Gången är minst 90 cm bred
        Talböcker är skyltade
        # Toalett
        Larmet fungerar
        Ytan framför stolen är fri
        """,
    ),
    Filed(
        "it-incident.docx",
        """
= Checklista efter it-incident
Ärendenummer: __________ Incidentledare: __________

## Upptäckt
1. När upptäcktes incidenten?
2. Vem upptäckte den?
3. Fungerade övervakningen?
## Hantering
4. Följdes rutinen för incidenter?
5. Var rätt personer inkallade i tid?
## Kommunikation
6. Fick användarna information?
7. Gjordes anmälan till tillsynsmyndigheten inom 72 timmar?
## Lärande
8. Vilken är grundorsaken?
9. Vad ska ändras?

Beslutade åtgärder
| Åtgärd | Ansvarig | Klart
| | |
| | |
""",
        """
        # Upptäckt
        När upptäcktes incidenten?
        Vem upptäckte den?
        Fungerade övervakningen?
        # Hantering
        Följdes rutinen för incidenter?
        Var rätt personer inkallade i tid?
        # Kommunikation
        Fick användarna information?
        Gjordes anmälan till tillsynsmyndigheten inom 72 timmar?
        # Lärande
        Vilken är grundorsaken?
        Vad ska ändras?
        """,
    ),
    Filed(
        "pool-opening.csv",
        {
            "": """
Daily opening checks - swimming pool|||
Date:||Duty manager:|
|||
Check|Done|Time|Initials
Free chlorine is between 1.5 and 3.0 mg/l|||
pH is between 7.2 and 7.6|||
Water is clear to the bottom|||
Rescue poles are in place|||
First aid kit is stocked|||
Alarm buttons have been tested|||
Lifeguard rota is posted|||
|||
Comments|||
"""
        },
        """
        Free chlorine is between 1.5 and 3.0 mg/l
        pH is between 7.2 and 7.6
        Water is clear to the bottom
        Rescue poles are in place
        First aid kit is stocked
        Alarm buttons have been tested
        Lifeguard rota is posted
        """,
        "en",
    ),
    Filed(
        "ensamarbete.xlsx",
        {
            "Riskbedömning": """
Riskbedömning ensamarbete
Arbetsplats: | | | | Datum: |

Fråga | Ja | Nej | Risk (L/M/H) | Åtgärd | Ansvarig
Finns skriftlig rutin för ensamarbete? | | | | |
Vet alla när ensamarbete inte är tillåtet? | | | | |
Går det att larma från hela lokalen? | | | | |
Provas larmet varje vecka? | | | | |
Finns överenskomna tider för kontakt? | | | | |
Har alla fått utbildning i hot och våld? | | | | |
Följs tillbud upp? | | | | |

Bedömning: L = låg, M = medel, H = hög
"""
        },
        """
        Finns skriftlig rutin för ensamarbete?
        Vet alla när ensamarbete inte är tillåtet?
        Går det att larma från hela lokalen?
        Provas larmet varje vecka?
        Finns överenskomna tider för kontakt?
        Har alla fått utbildning i hot och våld?
        Följs tillbud upp?
        """,
    ),
    Filed(
        "nattvandring.docx",
        """
* Nattlig tillsyn på särskilt boende – observation
Avdelning: ______ Natt: ______

* Kvällsrutiner
| Observation | Ja | Nej | Ej sett
| Den boende väljer själv läggtid | | |
| Larmet är provat | | |
* Under natten
| Observation | Ja | Nej | Ej sett
| Tillsyn sker enligt plan | | |
| Dörren öppnas tyst | | |
| Ljuset hålls dämpat | | |
* Morgon
| Observation | Ja | Nej | Ej sett
| Nattfastan är högst elva timmar | | |
""",
        """
        # Kvällsrutiner
        Den boende väljer själv läggtid
        Larmet är provat
        # Under natten
        Tillsyn sker enligt plan
        Dörren öppnas tyst
        Ljuset hålls dämpat
        # Morgon
        Nattfastan är högst elva timmar
        """,
    ),
    Filed(
        "hissar.ods",
        {
            "Hiss": """
Månadstillsyn hiss
Adress: | | Hiss nr: |

Kontrollpunkt | Jan | Feb | Mar | Apr | Maj | Jun | Jul | Aug | Sep | Okt | Nov | Dec
Korgen stannar i plan | | | | | | | | | | | |
Dörrarna vänder vid hinder | | | | | | | | | | | |
Nödsignalen besvaras | | | | | | | | | | | |
Belysningen i korgen lyser | | | | | | | | | | | |
Maskinrummet är låst och städat | | | | | | | | | | | |
Signatur | | | | | | | | | | | |
"""
        },
        """
        Korgen stannar i plan
        Dörrarna vänder vid hinder
        Nödsignalen besvaras
        Belysningen i korgen lyser
        Maskinrummet är låst och städat
        """,
    ),
    Filed(
        "grant-audit.docx",
        """
= Desk audit of EU funded projects
The auditor completes one form for each project.

| Project name | | Reference |
| Auditor | | Date |

| Ref | Audit test | Result | Comment
| **A** | **Eligibility** | |
| A1 | The costs fall within the project period | |
| A2 | The costs are listed in the grant agreement | |
| **B** | **Staff costs** | |
| B1 | Time sheets are signed every month | |
| B2 | Hourly rates agree with the payroll | |
| **C** | **Publicity** | |
| C1 | The EU emblem is shown on the website | |
""",
        """
        # Eligibility
        The costs fall within the project period
        The costs are listed in the grant agreement
        # Staff costs
        Time sheets are signed every month
        Hourly rates agree with the payroll
        # Publicity
        The EU emblem is shown on the website
        """,
        "en",
    ),
    Filed(
        "sommarjobb.xlsx",
        {
            "Handledare": """
Checklista för dig som är handledare för feriepraktikanter

Innan start
Arbetsuppgifter är planerade | ☐
Arbetskläder är beställda | ☐
Kollegorna är informerade | ☐
Första dagen
Rundtur på arbetsplatsen | ☐
Genomgång av säkerhet och utrymning | ☐
Rutin vid sjukdom är genomgången | ☐
Sista dagen
Tidrapporten är attesterad | ☐
Intyg är utlämnat | ☐
Nycklar är återlämnade | ☐
"""
        },
        """
        # Innan start
        Arbetsuppgifter är planerade
        Arbetskläder är beställda
        Kollegorna är informerade
        # Första dagen
        Rundtur på arbetsplatsen
        Genomgång av säkerhet och utrymning
        Rutin vid sjukdom är genomgången
        # Sista dagen
        Tidrapporten är attesterad
        Intyg är utlämnat
        Nycklar är återlämnade
        """,
    ),
    Filed(
        "likabehandling.docx",
        """
= Kartläggning av trygghet i skolan
Enkäten besvaras av arbetslaget i september.

## Skolgården
☐ Finns det platser där elever känner sig otrygga?
☐ Är rastvärdarna tillräckligt många?
## Korridorer och omklädningsrum
☐ Finns vuxna i närheten när elever byter om?
☐ Kan eleverna låsa om sig?
## Nätet
☐ Vet eleverna vem de vänder sig till vid kränkningar på nätet?
☐ Pratar vi med vårdnadshavare om nätet?

Utvecklingsområden:
""",
        """
        # Skolgården
        Finns det platser där elever känner sig otrygga?
        Är rastvärdarna tillräckligt många?
        # Korridorer och omklädningsrum
        Finns vuxna i närheten när elever byter om?
        Kan eleverna låsa om sig?
        # Nätet
        Vet eleverna vem de vänder sig till vid kränkningar på nätet?
        Pratar vi med vårdnadshavare om nätet?
        """,
    ),
    Filed(
        "kvicksilver-tillsyn.xlsx",
        {
            "Tillsyn": """
**TILLSYN FÖRORENAD MARK** >>5
Objekt-ID | | | Handläggare |
Besök | | | Närvarande |

**Nr** | **Kontroll** | **Lagrum** | **Bedömning** | **Notering**
1 | Anmälan om avhjälpande är gjord | 28 § FMH | |
2 | Provtagningsplanen följs | Beslut p. 3 | |
3 | Massor sorteras efter föroreningsgrad | Beslut p. 4 | |
4 | Transportdokument finns för varje lass | Avfallsförordningen | |
5 | Länshållningsvatten provtas före utsläpp | Beslut p. 7 | |
6 | Slutrapporten lämnas inom tre månader | Beslut p. 9 | |
Övrigt: | | | |
Foton tagna: | | Ja/Nej | |
"""
        },
        """
        Anmälan om avhjälpande är gjord
        Provtagningsplanen följs
        Massor sorteras efter föroreningsgrad
        Transportdokument finns för varje lass
        Länshållningsvatten provtas före utsläpp
        Slutrapporten lämnas inom tre månader
        """,
    ),
    Filed(
        "kitchen-closing.xlsx",
        {
            "Sheet1": """
Kitchen closing checklist
Week commencing: | | | | | |
Task | Mon | Tue | Wed | Thu | Fri | Sat
**Cooking area**
Fryers switched off and covered | | | | | |
Grill scraped and oiled | | | | | |
Extraction filters wiped | | | | | |
**Cold storage**
All food covered and dated | | | | | |
Fridge temperatures recorded | | | | | |
**Floor and waste**
Bins emptied | | | | | |
Floor swept and mopped | | | | | |
"""
        },
        """
        # Cooking area
        Fryers switched off and covered
        Grill scraped and oiled
        Extraction filters wiped
        # Cold storage
        All food covered and dated
        Fridge temperatures recorded
        # Floor and waste
        Bins emptied
        Floor swept and mopped
        """,
        "en",
    ),
]
