"""Checklists as people of many trades would write them in a word processor, written without a look at the reader."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "hemtjanst.docx",
        """
= Kvalitetsgranskning av hemtjänst
Granskningen görs en gång per år av kvalitetsavdelningen. Svaren skickas till enhetschefen.
## 1 Bemötande
### 1.1 Första kontakten
1.1.1 Hur tas den enskilde emot vid första besöket?
Svar: ______________________________________________
______________________________________________

1.1.2 Hur får den enskilde veta vem kontaktpersonen är?
Svar: ______________________________________________

### 1.2 Vardagen
1.2.1 Hur anpassas insatserna efter dagsformen?
Svar: ______________________________________________
## 2 Säkerhet
2.1 Hur hanteras nycklar?
Svar: ______________________________________________

2.2 Hur rapporteras händelser?
Svar: ______________________________________________

Datum: ____________ Underskrift: ____________________
""",
        """
        # 1 Bemötande – 1.1 Första kontakten
        Hur tas den enskilde emot vid första besöket?
        Hur får den enskilde veta vem kontaktpersonen är?
        # 1 Bemötande – 1.2 Vardagen
        Hur anpassas insatserna efter dagsformen?
        # 2 Säkerhet
        Hur hanteras nycklar?
        Hur rapporteras händelser?
        """,
    ),
    Filed(
        "medicinsk-uppfoljning.docx",
        """
= Medicinskt ansvarig sjuksköterskas uppföljning

| Fråga 1 | Har alla boende en aktuell läkemedelslista?
| Svar |
| Kommentar |

| Fråga 2 | Är delegeringarna giltiga?
| Svar |
| Kommentar |

| Fråga 3 | Kontrolleras narkotikaförrådet varje månad?
| Svar |
| Kommentar |

| Datum | | Underskrift |
""",
        """
        Har alla boende en aktuell läkemedelslista?
        Är delegeringarna giltiga?
        Kontrolleras narkotikaförrådet varje månad?
        """,
    ),
    Filed(
        "forskolans-utegard.docx",
        """
* Checklista för förskolans utegård
Gå runt gården tillsammans, två och två. Skriv upp det som behöver lagas.

* Staket och grindar
- Grinden går att stänga utan att nypa fingrar
- Staketet saknar öppningar större än 9 cm
- Ingenting att klättra på står intill staketet

* Lekredskap
- Gungornas fästen är hela
- Inga skruvar sticker ut

* Växter
- Inga giftiga växter finns inom räckhåll

Kontrollen utförd av:
""",
        """
        # Staket och grindar
        Grinden går att stänga utan att nypa fingrar
        Staketet saknar öppningar större än 9 cm
        Ingenting att klättra på står intill staketet
        # Lekredskap
        Gungornas fästen är hela
        Inga skruvar sticker ut
        # Växter
        Inga giftiga växter finns inom räckhåll
        """,
    ),
    Filed(
        "tillganglighet.docx",
        """
= Tillgänglighet i våra lokaler
## Entré
Finns det en ramp eller hiss till entrén?
☐ Ja ☐ Nej ☐ Ej aktuellt
Kommentar:

Går dörren att öppna med automatik?
☐ Ja ☐ Nej ☐ Ej aktuellt
Kommentar:

## Reception
Är disken sänkt för den som sitter?
☐ Ja ☐ Nej ☐ Ej aktuellt
Kommentar:

Finns en hörslinga?
☐ Ja ☐ Nej ☐ Ej aktuellt
Kommentar:
""",
        """
        # Entré
        Finns det en ramp eller hiss till entrén?
        Går dörren att öppna med automatik?
        # Reception
        Är disken sänkt för den som sitter?
        Finns en hörslinga?
        """,
    ),
    Filed(
        "skyddsrond-osa.docx",
        """
= Skyddsrond – organisatorisk och social arbetsmiljö

| Arbetsplats: | Datum:
| Deltagare: | Skyddsombud:

| Frågor | Ja | Nej | EA | Åtgärd, ansvarig, klart när
| Arbetsbelastning >>5
| Är uppgifterna möjliga att klara på arbetstid? | | | |
| Vet alla vad som ska prioriteras bort? | | | |
| Arbetstid >>5
| Läggs schemat ut i god tid? | | | |
| Finns möjlighet till återhämtning? | | | |
| Kränkande särbehandling >>5
| Är rutinen känd av alla? | | | |

| Underskrift chef | Underskrift skyddsombud
| |
""",
        """
        # Arbetsbelastning
        Är uppgifterna möjliga att klara på arbetstid?
        Vet alla vad som ska prioriteras bort?
        # Arbetstid
        Läggs schemat ut i god tid?
        Finns möjlighet till återhämtning?
        # Kränkande särbehandling
        Är rutinen känd av alla?
        """,
    ),
    Filed(
        "supplier-audit.docx",
        """
= Supplier audit protocol
Version 3.2, approved by Quality
## 1. Management
| Clause | Question | Finding | Grade
| 5.1 | Is there a documented quality policy? | |
| 9.3 | Are management reviews held at planned intervals? | |

## 2. Production
| Clause | Question | Finding | Grade
| 8.5.1 | Are work instructions available at the point of use? | |
| 8.5.2 | Is product identification maintained throughout? | |
| 8.7 | How is nonconforming product segregated? | |

Grades: 1 = major, 2 = minor, 3 = observation
Lead auditor: ___________________
""",
        """
        # 1. Management
        Is there a documented quality policy?
        Are management reviews held at planned intervals?
        # 2. Production
        Are work instructions available at the point of use?
        Is product identification maintained throughout?
        How is nonconforming product segregated?
        """,
        "en",
    ),
    Filed(
        "tillsyn-brandskydd.docx",
        """
* Tillsyn enligt lagen om skydd mot olyckor
Objekt: ________________ Dnr: ____________
* Utrymning
☐ Utrymningsvägar är fria och skyltade
☐ Dörrar går att öppna utan nyckel
☐ Nödbelysning fungerar
* Släckutrustning
☐ Handbrandsläckare är kontrollerade det senaste året
☐ Sprinklercentralen är fri
* Organisation
☐ Brandskyddsansvarig är utsedd
☐ Personalen har övat det senaste året
Brandinspektör: ________________
""",
        """
        # Utrymning
        Utrymningsvägar är fria och skyltade
        Dörrar går att öppna utan nyckel
        Nödbelysning fungerar
        # Släckutrustning
        Handbrandsläckare är kontrollerade det senaste året
        Sprinklercentralen är fri
        # Organisation
        Brandskyddsansvarig är utsedd
        Personalen har övat det senaste året
        """,
    ),
    Filed(
        "intervjuguide.docx",
        """
= Intervjuguide för enhetschefer
## Ledarskap
Fråga 1. Hur arbetar du med mål i vardagen?
Följdfrågor:
- Kan du ge ett exempel?
- Hur vet du att det fungerar?
Fråga 2. Hur får du veta när något går fel?
Följdfrågor:
- Vad hände senast?
## Medarbetare
Fråga 3. Hur introduceras nya medarbetare?
Följdfrågor:
- Vem ansvarar?
Fråga 4. Hur tas idéer till vara?
""",
        """
        # Ledarskap
        Hur arbetar du med mål i vardagen?
        Hur får du veta när något går fel?
        # Medarbetare
        Hur introduceras nya medarbetare?
        Hur tas idéer till vara?
        """,
    ),
    Filed(
        "legionella.docx",
        """
## Egenkontroll av legionella i kommunens fastigheter
Fastighetsavdelningen, reviderad 2026-03-01

| Ja | Nej | Kontrollpunkt | Anteckning
| ☐ | ☐ | Varmvattnet håller minst 50 °C vid tappstället |
| ☐ | ☐ | Varmvattnet håller minst 60 °C i beredaren |
| ☐ | ☐ | Duschslangar som inte används är borttagna |
| ☐ | ☐ | Blindledningar är bortkopplade |

Kontrollerat av: .............................. Datum: ..............
""",
        """
        Varmvattnet håller minst 50 °C vid tappstället
        Varmvattnet håller minst 60 °C i beredaren
        Duschslangar som inte används är borttagna
        Blindledningar är bortkopplade
        """,
    ),
    Filed(
        "privacy-impact.docx",
        """
= Data protection impact assessment
Complete this form before the processing begins.
## Part A – Description
What personal data will be processed?
Answer:

Whose data is it?
Answer:

## Part B – Necessity
Why can the purpose not be reached with less data?
Answer:

How long will the data be kept?
Answer:

## Part C – Approval
Name:
Date:
Signature:
""",
        """
        # Part A – Description
        What personal data will be processed?
        Whose data is it?
        # Part B – Necessity
        Why can the purpose not be reached with less data?
        How long will the data be kept?
        """,
        "en",
    ),
]
