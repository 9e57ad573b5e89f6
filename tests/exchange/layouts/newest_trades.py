"""More checklists of many trades, written before a look at how they are read."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "kollektivtrafik.xlsx",
        {
            "Hållplats": """
Inventering av hållplatser
Hållplats: | | Inventerat av: |

Nr | Fråga | Ja | Nej | Foto nr
 | Väderskydd | | |
1 | Finns väderskydd? | | |
2 | Är glaset helt? | | |
 | Information | | |
3 | Finns aktuell tidtabell? | | |
4 | Är texten läsbar från sittande höjd? | | |
 | Underlag och kant | | |
5 | Är plattformen minst 2,5 meter bred? | | |
Summa ja | | | |
"""
        },
        """
        # Väderskydd
        Finns väderskydd?
        Är glaset helt?
        # Information
        Finns aktuell tidtabell?
        Är texten läsbar från sittande höjd?
        # Underlag och kant
        Är plattformen minst 2,5 meter bred?
        """,
    ),
    Filed(
        "dodsbo.docx",
        """
= Rutin vid dödsboanmälan – kontroll av ärende
Handläggare: ____________________

| Moment | Klart datum | Signatur
| FÖRE HEMBESÖK >>3
| Dödsbevis är beställt | |
| Anhöriga är sökta | |
| VID HEMBESÖK >>3
| Två personer deltar i hembesöket | |
| Värdehandlingar är förtecknade | |
| EFTER HEMBESÖK >>3
| Anmälan är skickad till Skatteverket | |
""",
        """
        # FÖRE HEMBESÖK
        Dödsbevis är beställt
        Anhöriga är sökta
        # VID HEMBESÖK
        Två personer deltar i hembesöket
        Värdehandlingar är förtecknade
        # EFTER HEMBESÖK
        Anmälan är skickad till Skatteverket
        """,
    ),
    Filed(
        "quality-management.csv",
        {
            "": """
QMS self-assessment||||
Rev. 4||||
ISO clause|Process|Question to ask|Yes/No|Auditor's notes
8.2.1|Sales|How are customer requirements recorded?||
8.2.3|Sales|Who reviews an order before it is accepted?||
8.4.1|Purchasing|How are suppliers evaluated?||
7.1.5|Calibration|Are all instruments within their calibration date?||
7.1.5|Calibration|What happens when an instrument is out of tolerance?||
"""
        },
        """
        # Sales
        How are customer requirements recorded?
        Who reviews an order before it is accepted?
        # Purchasing
        How are suppliers evaluated?
        # Calibration
        Are all instruments within their calibration date?
        What happens when an instrument is out of tolerance?
        """,
        "en",
    ),
    Filed(
        "fritidsgard.docx",
        """
* Trygghetsrond på fritidsgården
Gå ronden med två ungdomar. Skriv vad ni ser.

* Entrén
Känns det välkomnande att komma in?
Syns det vem som arbetar i kväll?

* Stora salen
Finns det platser där man kan vara i fred?
Hör personalen vad som sägs?

* Toaletterna
Går dörrarna att låsa?

Tack för hjälpen!
""",
        """
        # Entrén
        Känns det välkomnande att komma in?
        Syns det vem som arbetar i kväll?
        # Stora salen
        Finns det platser där man kan vara i fred?
        Hör personalen vad som sägs?
        # Toaletterna
        Går dörrarna att låsa?
        """,
    ),
    Filed(
        "avlopp.xlsx",
        {
            "Tillsyn": """
TILLSYN ENSKILDA AVLOPP >>5
Fastighet: | | | |
KONTROLLPUNKT | JA | NEJ | KAN EJ BEDÖMAS | ANMÄRKNING
SLAMAVSKILJARE | | | |
Locket är barnsäkert | | | |
T-rör finns | | | |
INFILTRATION | | | |
Luftningsrör är synliga | | | |
Vatten står inte i rören | | | |
BRUNN | | | |
Avståndet till dricksvatten är minst 30 meter | | | |
Övrigt: | | | |
Inspektör: | | | Datum: |
"""
        },
        """
        # SLAMAVSKILJARE
        Locket är barnsäkert
        T-rör finns
        # INFILTRATION
        Luftningsrör är synliga
        Vatten står inte i rören
        # BRUNN
        Avståndet till dricksvatten är minst 30 meter
        """,
    ),
    Filed(
        "rekrytering.xlsx",
        {
            "Om mallen": "Ägare | HR-avdelningen\nVersion | 3\nFastställd | 2026-02-01",
            "1 Behov": """
Kontrollfråga | Ja | Nej | Kommentar
Är tjänsten finansierad? | | |
Är kravprofilen fastställd? | | |
""",
            "2 Urval": """
Kontrollfråga | Ja | Nej | Kommentar
Är två personer med vid intervjun? | | |
Är referenser tagna? | | |
Är legitimationen kontrollerad? | | |
""",
            "3 Beslut": """
Kontrollfråga | Ja | Nej | Kommentar
Är facket informerat? | | |
""",
        },
        """
        # 1 Behov
        Är tjänsten finansierad?
        Är kravprofilen fastställd?
        # 2 Urval
        Är två personer med vid intervjun?
        Är referenser tagna?
        Är legitimationen kontrollerad?
        # 3 Beslut
        Är facket informerat?
        """,
    ),
    Filed(
        "mri-safety.docx",
        """
= MRI safety screening audit
## Zone access
1. Is access to zone III restricted by badge or lock?
Guidance: try the door.
2. Are warning signs displayed at the entrance to zone IV?
## Screening
3. Is every patient screened twice?
Evidence: five screening forms
4. Are staff screened every year?
## Emergency
5. Do staff know how to quench the magnet?
Auditor signature ____________________
""",
        """
        # Zone access
        Is access to zone III restricted by badge or lock?
        Are warning signs displayed at the entrance to zone IV?
        # Screening
        Is every patient screened twice?
        Are staff screened every year?
        # Emergency
        Do staff know how to quench the magnet?
        """,
        "en",
    ),
    Filed(
        "hemsjukvard.ods",
        {
            "Basutrustning": """
Kontroll av akutväska
Månad | | | Kontrollerad av |

Fack | Innehåll | Antal | Utgångsdatum | OK
Ytterfack | Blodtrycksmanschett finns | 1 | |
Ytterfack | Pulsoximeter finns och har batteri | 1 | |
Huvudfack | Handskar finns i tre storlekar | 10 | |
Huvudfack | Andningsmask är hel | 2 | |
Läkemedel | Adrenalin har giltigt datum | 2 | |
Läkemedel | Glukos har giltigt datum | 2 | |
"""
        },
        """
        # Ytterfack
        Blodtrycksmanschett finns
        Pulsoximeter finns och har batteri
        # Huvudfack
        Handskar finns i tre storlekar
        Andningsmask är hel
        # Läkemedel
        Adrenalin har giltigt datum
        Glukos har giltigt datum
        """,
    ),
    Filed(
        "tillitsdialog.docx",
        """
= Dialogunderlag: tillitsbaserad ledning
## Om uppdraget
| Fråga | Våra styrkor | Det här vill vi utveckla
| Hur omsätter vi nämndens mål i vårt arbete? | |
| Vilka beslut kan vi ta själva? | |
## Om medborgaren
| Fråga | Våra styrkor | Det här vill vi utveckla
| Hur vet vi vad medborgaren behöver? | |
| När ändrade vi något efter en synpunkt? | |
""",
        """
        # Om uppdraget
        Hur omsätter vi nämndens mål i vårt arbete?
        Vilka beslut kan vi ta själva?
        # Om medborgaren
        Hur vet vi vad medborgaren behöver?
        När ändrade vi något efter en synpunkt?
        """,
    ),
    Filed(
        "brandcell.tsv",
        {
            "": """
Plan|Rum|Kontroll|Resultat|Åtgärd|Klart
1|Trapphus A|Dörrstängaren fungerar|||
1|Trapphus A|Tätningslisten är hel|||
1|Soprum|Dörren är stängd och olåst inifrån|||
2|Trapphus A|Brandgasluckan går att öppna|||
2|Undercentral|Genomföringar är tätade|||
"""
        },
        """
        # Trapphus A
        Dörrstängaren fungerar
        Tätningslisten är hel
        Brandgasluckan går att öppna
        # Soprum
        Dörren är stängd och olåst inifrån
        # Undercentral
        Genomföringar är tätade
        """,
    ),
    Filed(
        "museum.xlsx",
        {
            "Magasin": """
Klimat- och skadedjurskontroll, magasin

Vad | Var | Hur ofta | Utfört av | Datum | Anm.
Läs av temperatur och fukt | Magasin 1 och 2 | Varje vecka | | |
Töm och räkna fällor | Alla rum | Varje månad | | |
Syna textilier i hyllplan 1–4 | Magasin 2 | Varje kvartal | | |
Kontrollera tak och fönster för läckage | Alla rum | Efter regn | | |
"""
        },
        """
        Läs av temperatur och fukt
        Töm och räkna fällor
        Syna textilier i hyllplan 1–4
        Kontrollera tak och fönster för läckage
        """,
    ),
    Filed(
        "snorojning.docx",
        """
* Checklista inför vintersäsongen
Gäller: driftområde norr

Maskiner
☐ Plogarna är monterade och provade
☐ Sandspridaren är smord
Material
☐ Sandfickorna är fyllda
☐ Snöpinnar är utsatta
Personal
☐ Beredskapslistan är bemannad
☐ Alla har fått utbildning i rutinen
Ansvarig: ______________
""",
        """
        # Maskiner
        Plogarna är monterade och provade
        Sandspridaren är smord
        # Material
        Sandfickorna är fyllda
        Snöpinnar är utsatta
        # Personal
        Beredskapslistan är bemannad
        Alla har fått utbildning i rutinen
        """,
    ),
    Filed(
        "dataskyddsombud.xlsx",
        {
            "Granskning": """
Dataskyddsombudets granskning | | | |
Nr. | Granskningsfråga | Underlag | Bedömning | Rekommendation
Avsnitt A: Laglighet | | | |
A.1 | Har varje behandling en rättslig grund? | Registerförteckningen | |
A.2 | Finns samtycken sparade? | Samtyckesblanketter | |
Avsnitt B: De registrerades rättigheter | | | |
B.1 | Besvaras begäran inom en månad? | Ärendelistan | |
B.2 | Är informationstexten lätt att förstå? | Webbplatsen | |
Antal avvikelser: | 0 | | |
Not: Bedömning görs på skalan 1–4.
"""
        },
        """
        # Avsnitt A: Laglighet
        Har varje behandling en rättslig grund?
        Finns samtycken sparade?
        # Avsnitt B: De registrerades rättigheter
        Besvaras begäran inom en månad?
        Är informationstexten lätt att förstå?
        """,
    ),
]
