"""The last checklists of many trades: nothing was mended after them but what they showed to be wrong."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "begravningsplats.xlsx",
        {
            "Gravvårdar": """
Kontroll av gravvårdars stabilitet
Kyrkogård: | | Kvarter: |

Moment | Utfört (x) | Avvikelse | Åtgärd senast
Förberedelse
Anhöriga är informerade genom anslag | | |
Utrustningen är kalibrerad | | |
Provtryckning
Gravvården tål 35 kilos tryck | | |
Sockeln är utan sprickor | | |
Efterarbete
Osäkra gravvårdar är märkta | | |
Protokollet är arkiverat | | |
"""
        },
        """
        # Förberedelse
        Anhöriga är informerade genom anslag
        Utrustningen är kalibrerad
        # Provtryckning
        Gravvården tål 35 kilos tryck
        Sockeln är utan sprickor
        # Efterarbete
        Osäkra gravvårdar är märkta
        Protokollet är arkiverat
        """,
    ),
    Filed(
        "konsumentvagledning.docx",
        """
= Intern granskning av budget- och skuldrådgivning
Tidsperiod: ____________
## 1. Tillgänglighet
1.1 Hur lång är väntetiden till ett första samtal?
1.2 Går det att få rådgivning på andra språk?
## 2. Handläggning
2.1 Dokumenteras varje kontakt?
Underlag: tre akter
2.2 Förstörs handlingarna när ärendet är avslutat?
## 3. Förebyggande arbete
3.1 Vilka skolor har besökts under året?
Granskare: ____________
""",
        """
        # 1. Tillgänglighet
        Hur lång är väntetiden till ett första samtal?
        Går det att få rådgivning på andra språk?
        # 2. Handläggning
        Dokumenteras varje kontakt?
        Förstörs handlingarna när ärendet är avslutat?
        # 3. Förebyggande arbete
        Vilka skolor har besökts under året?
        """,
    ),
    Filed(
        "warehouse-5s.xlsx",
        {
            "5S": """
5S AUDIT | | | | Area: | Stores
Date: | | | | Auditor: |

5S | No. | Check | Score 0–4 | Comment
Sort vv2 | 1 | Only needed items are in the area | |
 | 2 | Red-tagged items are removed on time | |
Set in order vv2 | 3 | Every item has a marked place | |
 | 4 | Aisles are marked and clear | |
Shine | 5 | Cleaning points are known | |
Total score | | | 0 |
"""
        },
        """
        # Sort
        Only needed items are in the area
        Red-tagged items are removed on time
        # Set in order
        Every item has a marked place
        Aisles are marked and clear
        # Shine
        Cleaning points are known
        """,
        "en",
    ),
    Filed(
        "solarie.csv",
        {
            "": """
Tillsyn solarium;Miljöförvaltningen
""".replace(";", "|")
            + """
Punkt|Kontroll|Krav enligt|J|N|Kommentar
1|Solariet är bemannat|SSMFS 2012:5||||
2|Ålderskontroll sker före första solningen|Strålskyddslagen||||
3|Råd om användning sitter uppe vid varje bädd|SSMFS 2012:5||||
4|Skyddsglasögon finns att låna|SSMFS 2012:5||||
"""
        },
        """
        Solariet är bemannat
        Ålderskontroll sker före första solningen
        Råd om användning sitter uppe vid varje bädd
        Skyddsglasögon finns att låna
        """,
    ),
    Filed(
        "delegering.docx",
        """
* Kunskapskontroll inför delegering av läkemedel
| Fråga | Godkänd | Ej godkänd
| 1. Vad innebär tystnadsplikten? | |
| 2. Hur kontrolleras den boendes identitet? | |
| 3. Vad gör du om en dos har glömts? | |
| 4. Vem ringer du vid misstänkt biverkan? | |

Resultat: ____ av 4 rätt

| Sjuksköterska | Personal
| |
""",
        """
        1. Vad innebär tystnadsplikten?
        2. Hur kontrolleras den boendes identitet?
        3. Vad gör du om en dos har glömts?
        4. Vem ringer du vid misstänkt biverkan?
        """,
    ),
    Filed(
        "skolmaltid.ods",
        {
            "Skolrestaurang": """
Nöjdhetsrond i skolrestaurangen

Tema | Fråga till eleverna | Glad | Mellan | Ledsen
Maten | Smakar maten bra?
Maten | Finns det något du tycker om varje dag?
Miljön | Är det lugnt där du äter?
Miljön | Är ljudnivån bra?
Tiden | Hinner du äta klart?
"""
        },
        """
        # Maten
        Smakar maten bra?
        Finns det något du tycker om varje dag?
        # Miljön
        Är det lugnt där du äter?
        Är ljudnivån bra?
        # Tiden
        Hinner du äta klart?
        """,
    ),
    Filed(
        "kemikaliefri-forskola.xlsx",
        {
            "Info": "Syfte\nMinska barns exponering för skadliga ämnen.",
            "Inventering": """
Rum | Fråga | Ja | Nej | Vet inte | Åtgärdsförslag
Vilrum >>6
 | Är madrasserna fria från flamskyddsmedel? | | | |
 | Är madrasserna köpta efter 2010? | | | |
Lekrum >>6
 | Är plastleksakerna CE-märkta? | | | |
Kök >>6
 | Används glas eller porslin i stället för plast? | | | |
 | Är stekpannorna av gjutjärn eller stål? | | | |
""",
            "Resultat": "Rum | Ja | Nej\nVilrum | 0 | 0\nLekrum | 0 | 0\nKök | 0 | 0",
        },
        """
        # Vilrum
        Är madrasserna fria från flamskyddsmedel?
        Är madrasserna köpta efter 2010?
        # Lekrum
        Är plastleksakerna CE-märkta?
        # Kök
        Används glas eller porslin i stället för plast?
        Är stekpannorna av gjutjärn eller stål?
        """,
    ),
    Filed(
        "accessibility-wcag.tsv",
        {
            "": """
Success criterion|Level|Test|Pass|Fail|N/A|Notes
1.1.1|A|All images have a text alternative||||
1.3.1|A|Headings follow the structure of the page||||
1.4.3|AA|Text has a contrast of at least 4.5 to 1||||
2.1.1|A|Everything works with the keyboard||||
3.3.1|A|Errors are described in text||||
"""
        },
        """
        All images have a text alternative
        Headings follow the structure of the page
        Text has a contrast of at least 4.5 to 1
        Everything works with the keyboard
        Errors are described in text
        """,
        "en",
    ),
    Filed(
        "utbetalningskontroll.xlsx",
        {
            "Kontroll": """
Ekonomienheten - månadens kontroller

Kontroll | Jan | Feb | Mar | Apr | Maj | Jun
Kassa och bank | | | | | |
Bankavstämning är gjord | | | | | |
Handkassor är räknade | | | | | |
Leverantörer | | | | | |
Nya leverantörer är kontrollerade | | | | | |
Dubbelbetalningar är sökta | | | | | |
Lön | | | | | |
Manuella utbetalningar är attesterade | | | | | |
"""
        },
        """
        # Kassa och bank
        Bankavstämning är gjord
        Handkassor är räknade
        # Leverantörer
        Nya leverantörer är kontrollerade
        Dubbelbetalningar är sökta
        # Lön
        Manuella utbetalningar är attesterade
        """,
    ),
    Filed(
        "sip-mote.docx",
        """
= Egenkontroll av samordnad individuell plan
Fyll i efter varje möte.

Före mötet
- Har den enskilde fått välja vilka som deltar?
- Har alla fått kallelsen i tid?

Under mötet
- Fick den enskilde tala först?
- Är målen den enskildes egna?

Efter mötet
- Har alla fått planen?
- Är en tid för uppföljning bokad?
""",
        """
        # Före mötet
        Har den enskilde fått välja vilka som deltar?
        Har alla fått kallelsen i tid?
        # Under mötet
        Fick den enskilde tala först?
        Är målen den enskildes egna?
        # Efter mötet
        Har alla fått planen?
        Är en tid för uppföljning bokad?
        """,
    ),
    Filed(
        "ledningssystem.xlsx",
        {
            "Revision": """
SOSFS 2011:9 – granskning
Verksamhet | | | |
Kap. | Rubrik | Vad granskas | Iakttagelse | Uppfyllt
4 | Grundläggande uppbyggnad
4 kap. 2 § | Processer | Processerna är identifierade och beskrivna | |
4 kap. 4 § | Rutiner | Rutinerna är fastställda och kända | |
5 | Systematiskt förbättringsarbete
5 kap. 1 § | Riskanalys | Riskanalyser görs fortlöpande | |
5 kap. 2 § | Egenkontroll | Egenkontroll görs i beslutad omfattning | |
"""
        },
        """
        # Grundläggande uppbyggnad
        Processerna är identifierade och beskrivna
        Rutinerna är fastställda och kända
        # Systematiskt förbättringsarbete
        Riskanalyser görs fortlöpande
        Egenkontroll görs i beslutad omfattning
        """,
    ),
    Filed(
        "visitor-centre.docx",
        """
= Opening checklist, visitor centre
| Task | Mon | Tue | Wed | Thu | Fri
| Unlock both entrances | | | | |
| Switch on lights and screens | | | | |
| Test the hearing loop | | | | |
| Fill the leaflet racks | | | | |

Initial each box when the task is done.
""",
        """
        Unlock both entrances
        Switch on lights and screens
        Test the hearing loop
        Fill the leaflet racks
        """,
        "en",
    ),
    Filed(
        "dokumentgranskning.docx",
        """
= Granskning av genomförandeplaner
Granska fem planer på enheten. Svara för varje plan.
1) Är planen upprättad inom 14 dagar?
1) Framgår det hur den enskilde har varit delaktig?
1) Finns det mål för varje insats?
- Målen ska gå att följa upp.
1) Är planen uppdaterad det senaste halvåret?
Tack för din medverkan!
""",
        """
        Är planen upprättad inom 14 dagar?
        Framgår det hur den enskilde har varit delaktig?
        Finns det mål för varje insats?
        Är planen uppdaterad det senaste halvåret?
        """,
    ),
    Filed(
        "kris.xlsx",
        {
            "Krisledning": """
Övning krisledning | | | |
Utvärderare | | | |
 | | | |
Del | Bedömningskriterium | Bra | Kan bli bättre | Exempel från övningen
1 Larm | Larmet nådde alla inom 30 minuter | | |
 | Närvaron noterades | | |
2 Lägesbild | Lägesbilden var gemensam | | |
 | Lägesbilden uppdaterades | | |
3 Beslut | Besluten dokumenterades | | |
"""
        },
        """
        # 1 Larm
        Larmet nådde alla inom 30 minuter
        Närvaron noterades
        # 2 Lägesbild
        Lägesbilden var gemensam
        Lägesbilden uppdaterades
        # 3 Beslut
        Besluten dokumenterades
        """,
    ),
]
