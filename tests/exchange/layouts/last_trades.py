"""More checklists of many trades, written before a look at how they are read."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "parkforvaltning.xlsx",
        {
            "Lekplats": """
Kommunens lekplatser – driftkontroll
Lekplats | | Kontrolldatum | | Kontrollant |

Objekt | Kontrollpunkt | A | B | C | Åtgärd
Gunga >>6
 | Kedjor är utan slitage | | | |
 | Sitsen är hel | | | |
Rutschkana >>6
 | Kanter är utan vassa delar | | | |
Staket och grind >>6
 | Grinden stänger av sig själv | | | |
 | Inga öppningar där huvudet fastnar | | | |

A = utan anmärkning, B = åtgärdas inom en månad, C = stängs av genast
"""
        },
        """
        # Gunga
        Kedjor är utan slitage
        Sitsen är hel
        # Rutschkana
        Kanter är utan vassa delar
        # Staket och grind
        Grinden stänger av sig själv
        Inga öppningar där huvudet fastnar
        """,
    ),
    Filed(
        "overformyndare.docx",
        """
= Granskning av årsräkning
| Ärende | | Handläggare |

## Formalia
- Årsräkningen är undertecknad på heder och samvete
- Årsräkningen har kommit in före 1 mars
## Ekonomi
- Ingående balans stämmer med föregående års utgående
- Kontoutdrag från banken finns för hela året
- Större uttag är förklarade
## Arvode
- Redogörelsen för uppdraget är ifylld
""",
        """
        # Formalia
        Årsräkningen är undertecknad på heder och samvete
        Årsräkningen har kommit in före 1 mars
        # Ekonomi
        Ingående balans stämmer med föregående års utgående
        Kontoutdrag från banken finns för hela året
        Större uttag är förklarade
        # Arvode
        Redogörelsen för uppdraget är ifylld
        """,
    ),
    Filed(
        "serveringstillstand.csv",
        {
            "": """
Nr|Kontrollpunkt|Ja|Nej|Ej kontrollerat|Anteckning
1|Serveringsansvarig finns på plats||||
2|Tillståndsbeviset kan visas upp||||
3|Mat serveras under hela serveringstiden||||
4|Ålderskontroll görs vid behov||||
5|Märkbart påverkade gäster avvisas||||
|Övriga iakttagelser||||
|Tillsynsmän (två)||||
"""
        },
        """
        Serveringsansvarig finns på plats
        Tillståndsbeviset kan visas upp
        Mat serveras under hela serveringstiden
        Ålderskontroll görs vid behov
        Märkbart påverkade gäster avvisas
        """,
    ),
    Filed(
        "energy-audit.xlsx",
        {
            "Walk-through": """
ENERGY WALK-THROUGH CHECKLIST
Building | Town hall | | Surveyor |

Item | Observed? | Priority | Notes
LIGHTING
Lights are off in empty rooms | | |
LED lamps are installed throughout | | |
HEATING
Radiators are not covered | | |
Thermostats are set below 21 °C | | |
BUILDING FABRIC
Windows close tightly | | |
Doors have working closers | | |
"""
        },
        """
        # LIGHTING
        Lights are off in empty rooms
        LED lamps are installed throughout
        # HEATING
        Radiators are not covered
        Thermostats are set below 21 °C
        # BUILDING FABRIC
        Windows close tightly
        Doors have working closers
        """,
        "en",
    ),
    Filed(
        "anhorigstod.docx",
        """
* Kvalitetsuppföljning anhörigstöd
Datum:
Närvarande:

1. Information
1.1 Hur informeras anhöriga om stödet?

1.2 När gavs informationen senast?

2. Stödinsatser
2.1 Vilka insatser erbjuds?

2.2 Hur följs insatserna upp?

3. Samverkan
3.1 Med vilka föreningar samverkar ni?

Övrigt:
""",
        """
        # 1. Information
        Hur informeras anhöriga om stödet?
        När gavs informationen senast?
        # 2. Stödinsatser
        Vilka insatser erbjuds?
        Hur följs insatserna upp?
        # 3. Samverkan
        Med vilka föreningar samverkar ni?
        """,
    ),
    Filed(
        "it-drift.ods",
        {
            "Månadskontroll": """
Område | Kontroll | Utförd (datum) | Av | Avvikelse J/N | Beskrivning av avvikelse
Backup | Återläsning är testad
Backup | Loggen är genomgången
Behörighet | Slutade användare är avaktiverade
Behörighet | Administratörskonton är granskade
Nätverk | Brandväggens regler är granskade
Nätverk | Uppdateringar är installerade
"""
        },
        """
        # Backup
        Återläsning är testad
        Loggen är genomgången
        # Behörighet
        Slutade användare är avaktiverade
        Administratörskonton är granskade
        # Nätverk
        Brandväggens regler är granskade
        Uppdateringar är installerade
        """,
    ),
    Filed(
        "tandvard.docx",
        """
= Checklista munhälsobedömning
| Moment | Utfört | Signatur
| Läppar är kontrollerade | ☐ |
| Slemhinnor är kontrollerade | ☐ |
| Proteser är rengjorda | ☐ |
| Munvårdskort är ifyllt | ☐ |

Förklaring: ☐ = kryssa när momentet är utfört
""",
        """
        Läppar är kontrollerade
        Slemhinnor är kontrollerade
        Proteser är rengjorda
        Munvårdskort är ifyllt
        """,
    ),
    Filed(
        "projektavslut.xlsx",
        {
            "Avslut": """
Projektnamn:
Projektledare:

Fas | # | Fråga | Svar | Lärdom
Planering | 1 | Var målen tydliga från början? | |
 | 2 | Hade projektet rätt bemanning? | |
Genomförande | 3 | Hölls tidplanen? | |
 | 4 | Hur hanterades ändringar? | |
 | 5 | Fungerade styrgruppen? | |
Avslut | 6 | Är alla leveranser godkända? | |
"""
        },
        """
        # Planering
        Var målen tydliga från början?
        Hade projektet rätt bemanning?
        # Genomförande
        Hölls tidplanen?
        Hur hanterades ändringar?
        Fungerade styrgruppen?
        # Avslut
        Är alla leveranser godkända?
        """,
    ),
    Filed(
        "school-fire-drill.docx",
        """
= Fire drill evaluation
Date and time: ____________   Drill leader: ____________
## Alarm
Was the alarm heard in all rooms?   Yes / No
Did the alarm stop by itself?   Yes / No
## Evacuation
Did everyone use the nearest exit?   Yes / No
How long did it take until everyone was out?   ______ minutes
## Assembly point
Was the roll called?   Yes / No
Comments:
""",
        """
        # Alarm
        Was the alarm heard in all rooms?
        Did the alarm stop by itself?
        # Evacuation
        Did everyone use the nearest exit?
        How long did it take until everyone was out?
        # Assembly point
        Was the roll called?
        """,
        "en",
    ),
    Filed(
        "vagarbete.xlsx",
        {
            "TA-plan": """
Kontroll av trafikanordningar
Plats: | Diarienr: | Datum:
Kontrollpunkt | Godkänt | Underkänt | Ej aktuellt
Skyltar och märken
Märkena är hela och rena | | |
Märkena står enligt planen | | |
Avstängning
Tvärgående avstängning finns | | |
Buffertzonen är fri | | |
Gående och cyklister
Passage är säker för gående | | |
Ramper finns vid kantsten | | |
Kommentarer
"""
        },
        """
        # Skyltar och märken
        Märkena är hela och rena
        Märkena står enligt planen
        # Avstängning
        Tvärgående avstängning finns
        Buffertzonen är fri
        # Gående och cyklister
        Passage är säker för gående
        Ramper finns vid kantsten
        """,
    ),
    Filed(
        "upphandling.tsv",
        {
            "": """
Steg|Kontrollfråga|Stöd i lag eller rutin|Ja|Nej|Kommentar
Förberedelse|Är behovet beskrivet av verksamheten?|Riktlinjen 2.1|||
Förberedelse|Är marknaden undersökt?|Riktlinjen 2.2|||
Annonsering|Är annonstiden tillräcklig?|LOU 11 kap.|||
Tilldelning|Är alla anbud prövade lika?|LOU 4 kap. 1 §|||
Tilldelning|Är tilldelningsbeslutet motiverat?|LOU 12 kap. 12 §|||
"""
        },
        """
        # Förberedelse
        Är behovet beskrivet av verksamheten?
        Är marknaden undersökt?
        # Annonsering
        Är annonstiden tillräcklig?
        # Tilldelning
        Är alla anbud prövade lika?
        Är tilldelningsbeslutet motiverat?
        """,
    ),
    Filed(
        "hjalpmedel.docx",
        """
= Egenkontroll av lyftar och selar
| | Kontroll | Utan anm. | Åtgärd
| 1 | Selen är hel och märkt | |
| 2 | Lyftens batteri är laddat | |
| 3 | Nödsänkningen fungerar | |
| 4 | Hjulen rullar lätt och bromsarna tar | |

| Enhet | Datum | Namn
| | |
""",
        """
        Selen är hel och märkt
        Lyftens batteri är laddat
        Nödsänkningen fungerar
        Hjulen rullar lätt och bromsarna tar
        """,
    ),
    Filed(
        "nybyggd-forskola.xlsx",
        {
            "Läs mig först": "Den här arbetsboken används vid besiktning.\nEn flik per del av byggnaden.",
            "Kök": """
ID | Krav | Uppfyllt | Foto | Anm
K1 | Dammfri förvaring finns för torrvaror | | |
K2 | Golvbrunn finns vid disken | | |
""",
            "Avdelning": """
ID | Krav | Uppfyllt | Foto | Anm
A1 | Klämskydd finns på alla dörrar | | |
A2 | Fönster har barnsäkra beslag | | |
A3 | Elcentralen går att låsa | | |
""",
            "Gård": """
ID | Krav | Uppfyllt | Foto | Anm
G1 | Solskydd finns över sandlådan | | |
""",
            "Kontakter": "Namn | Roll | Telefon\nAnna Ek | Besiktningsman | 0123-456\nBo Lind | Rektor | 0123-457",
        },
        """
        # Kök
        Dammfri förvaring finns för torrvaror
        Golvbrunn finns vid disken
        # Avdelning
        Klämskydd finns på alla dörrar
        Fönster har barnsäkra beslag
        Elcentralen går att låsa
        # Gård
        Solskydd finns över sandlådan
        """,
    ),
    Filed(
        "chemical-safety.xlsx",
        {
            "Checklist": """
Ref. no. | Topic | What good looks like | Score (0-5) | Evidence seen | Owner
1 | Inventory | An up-to-date list of all chemicals is available | | |
2 | Inventory | Each chemical has a safety data sheet | | |
3 | Storage | Incompatible chemicals are stored apart | | |
4 | Storage | Cabinets are ventilated and locked | | |
5 | Emergency | Eyewash stations are tested weekly | | |
Total | | | 0 | |
"""
        },
        """
        # Inventory
        An up-to-date list of all chemicals is available
        Each chemical has a safety data sheet
        # Storage
        Incompatible chemicals are stored apart
        Cabinets are ventilated and locked
        # Emergency
        Eyewash stations are tested weekly
        """,
        "en",
    ),
]
