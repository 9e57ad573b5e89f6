"""Five odder checklists beside those of `late_trades`."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "synpunkter.xlsx",
        {
            "Granskningsstöd": """
Granskningsstöd – synpunkts- och klagomålshantering

Huvudfråga | Delfråga | Underlag/metod | Svar
1. Är hanteringen känd? | 1a. Finns information på webbplatsen? | Webbplatsen |
 | 1b. Vet medarbetarna hur de tar emot en synpunkt? | Intervju |
2. Är hanteringen snabb? | 2a. Besvaras synpunkter inom tio dagar? | Stickprov |
 | 2b. Följs svarstiden upp? | Statistik |
3. Leder hanteringen till förbättring? | 3a. Analyseras synpunkterna årligen? | Rapport |
"""
        },
        """
        # 1. Är hanteringen känd?
        1a. Finns information på webbplatsen?
        1b. Vet medarbetarna hur de tar emot en synpunkt?
        # 2. Är hanteringen snabb?
        2a. Besvaras synpunkter inom tio dagar?
        2b. Följs svarstiden upp?
        # 3. Leder hanteringen till förbättring?
        3a. Analyseras synpunkterna årligen?
        """,
    ),
    Filed(
        "hundrastgard.docx",
        """
TILLSYN AV HUNDRASTGÅRD
Plats och datum:

STÄNGSEL
Är stängslet helt?  Ja  Nej
Går grindarna att stänga?  Ja  Nej
MARK
Är underlaget fritt från glas?  Ja  Nej
Finns skugga?  Ja  Nej
UTRUSTNING
Finns påsar och papperskorg?  Ja  Nej
Är bänkarna hela?  Ja  Nej

Övriga noteringar:
""",
        """
        # STÄNGSEL
        Är stängslet helt?
        Går grindarna att stänga?
        # MARK
        Är underlaget fritt från glas?
        Finns skugga?
        # UTRUSTNING
        Finns påsar och papperskorg?
        Är bänkarna hela?
        """,
    ),
    Filed(
        "data-quality.csv",
        {
            "": """
Checklist version 3.2|||||
Approved by the data board|||||
|||||
Dimension|ID|Control|Frequency|Threshold|Result
Completeness|DQ-01|No mandatory field is empty|Daily|0 %|
|DQ-02|Every address has a postcode|Weekly|1 %|
Accuracy|DQ-03|Birth dates lie in the past|Daily|0 %|
|DQ-04|Totals agree with the ledger|Monthly|0|
Timeliness|DQ-05|Records arrive within one day|Daily|5 %|
|||||
"""
        },
        """
        # Completeness
        No mandatory field is empty
        Every address has a postcode
        # Accuracy
        Birth dates lie in the past
        Totals agree with the ledger
        # Timeliness
        Records arrive within one day
        """,
        "en",
    ),
    Filed(
        "skyltrond.xlsx",
        {
            "Skyltrond": """
 | | **Skyltrond i kommunhuset** | | |
 | | Våning: | | |
 | | | | |
 | **Nr** | **Fråga** | **Ja** | **Nej**
 | | **Utrymning** | |
 | 1 | Lyser alla utrymningsskyltar? | |
 | 2 | Är återsamlingsplatsen utmärkt? | |
 | | **Hänvisning** | |
 | 3 | Stämmer våningsregistret? | |
 | 4 | Finns skyltar med punktskrift i hissen? | |
 | | **Övrigt** | |
 | 5 | Är gamla anslag borttagna? | |
"""
        },
        """
        # Utrymning
        Lyser alla utrymningsskyltar?
        Är återsamlingsplatsen utmärkt?
        # Hänvisning
        Stämmer våningsregistret?
        Finns skyltar med punktskrift i hissen?
        # Övrigt
        Är gamla anslag borttagna?
        """,
    ),
    Filed(
        "mentorsamtal.docx",
        """
= Samtalsguide för mentorssamtal
Använd guiden som stöd. Alla frågor behöver inte ställas.

* Trivsel
• Hur har du det i klassen?
• Vem är du med på rasterna?
* Lärande
• Vilket ämne går bäst?
• När behöver du mer hjälp?
• Hur lär du dig bäst?
* Framtid
• Vad vill du ha lärt dig till jul?
• Vad kan vi i skolan göra annorlunda?

* Överenskommelse
Eleven:
Mentor:
""",
        """
        # Trivsel
        Hur har du det i klassen?
        Vem är du med på rasterna?
        # Lärande
        Vilket ämne går bäst?
        När behöver du mer hjälp?
        Hur lär du dig bäst?
        # Framtid
        Vad vill du ha lärt dig till jul?
        Vad kan vi i skolan göra annorlunda?
        """,
    ),
]
