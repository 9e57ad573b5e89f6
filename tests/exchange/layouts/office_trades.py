"""Eleven plain checklists of yet other trades, with headings in bold where people put them so."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "idrottshall.xlsx",
        {
            "Rond": """
**Säkerhetsrond idrottshall**
Hall: | | | | |
Datum: | | | Rondare: | |

**Nr** | **Kontrollpunkt** | **Ja** | **Nej** | **Åtgärd** | **Klart**
**Golv och väggar**
1 | Golvet är fritt från sprickor och blåsor | | | |
2 | Inga utstickande föremål under två meters höjd | | | |
**Redskap**
3 | Ribbstolar sitter fast | | | |
4 | Romerska ringar är besiktigade i år | | | |
5 | Mål är förankrade | | | |
**Förråd**
6 | Utrymningsvägen är fri | | | |
7 | Mattor är upphängda eller staplade säkert | | | |

Rondens resultat lämnas till fastighetsskötaren.
"""
        },
        """
        # Golv och väggar
        Golvet är fritt från sprickor och blåsor
        Inga utstickande föremål under två meters höjd
        # Redskap
        Ribbstolar sitter fast
        Romerska ringar är besiktigade i år
        Mål är förankrade
        # Förråd
        Utrymningsvägen är fri
        Mattor är upphängda eller staplade säkert
        """,
    ),
    Filed(
        "kontaktcenter.docx",
        """
= Kvalitetsmätning i kontaktcenter
Medlyssning. Fyll i ett formulär per samtal.
| Samtal nr | | Datum | |

# Öppning
| Fråga | Ja | Delvis | Nej
| Presenterar sig handläggaren med namn? | | |
| Låter tonen vänlig? | | |
# Utredning
| Fråga | Ja | Delvis | Nej
| Ställs öppna frågor? | | |
| Sammanfattas ärendet? | | |
| Kontrolleras personuppgifter före utlämnande? | | |
# Avslut
| Fråga | Ja | Delvis | Nej
| Får invånaren veta vad som händer härnäst? | | |

Övriga kommentarer:
""",
        """
        # Öppning
        Presenterar sig handläggaren med namn?
        Låter tonen vänlig?
        # Utredning
        Ställs öppna frågor?
        Sammanfattas ärendet?
        Kontrolleras personuppgifter före utlämnande?
        # Avslut
        Får invånaren veta vad som händer härnäst?
        """,
    ),
    Filed(
        "tradvard.xlsx",
        {
            "Trädinventering": """
Besiktning av träd i gatumiljö | | | |
 | | | |
Kontroll | OK | Anm. | Åtgärd | Prio
Stammen saknar sprickor och röta | | | |
Kronan är fri från döda grenar | | | |
Fri höjd över gångbana är minst 2,5 m | | | |
Fri höjd över körbana är minst 4,7 m | | | |
Rötterna lyfter inte beläggningen | | | |
Uppbindningen skaver inte | | | |
Planteringsytan är fri från ogräs | | | |
"""
        },
        """
        Stammen saknar sprickor och röta
        Kronan är fri från döda grenar
        Fri höjd över gångbana är minst 2,5 m
        Fri höjd över körbana är minst 4,7 m
        Rötterna lyfter inte beläggningen
        Uppbindningen skaver inte
        Planteringsytan är fri från ogräs
        """,
    ),
    Filed(
        "supplier-onboarding.csv",
        {
            "": """
Ref|Category|Question|Yes/No|Evidence provided|Reviewer comments
1.1|Company|Is the company registered for tax?|||
1.2|Company|Are the beneficial owners known?|||
1.3|Company|Is there a business continuity plan?|||
2.1|Labour|Is there a code of conduct?|||
2.2|Labour|Are working hours recorded?|||
3.1|Data|Is personal data processed outside the EU?|||
3.2|Data|Has a data processor agreement been signed?|||
"""
        },
        """
        # Company
        Is the company registered for tax?
        Are the beneficial owners known?
        Is there a business continuity plan?
        # Labour
        Is there a code of conduct?
        Are working hours recorded?
        # Data
        Is personal data processed outside the EU?
        Has a data processor agreement been signed?
        """,
        "en",
    ),
    Filed(
        "stadsarkiv-leverans.docx",
        """
= Checklista inför leverans till stadsarkivet
## Före leveransen
- Handlingarna är rensade
- Gallring är genomförd och dokumenterad
- Gem och plastfickor är borttagna
## Packning
- Arkivboxarna är av godkänd typ
- Varje box är märkt med blyerts
## Vid leveransen
- Leveransreversal är upprättad i två exemplar
- Båda parter har skrivit under
""",
        """
        # Före leveransen
        Handlingarna är rensade
        Gallring är genomförd och dokumenterad
        Gem och plastfickor är borttagna
        # Packning
        Arkivboxarna är av godkänd typ
        Varje box är märkt med blyerts
        # Vid leveransen
        Leveransreversal är upprättad i två exemplar
        Båda parter har skrivit under
        """,
    ),
    Filed(
        "distansarbete.xlsx",
        {
            "Blad1": """
**Checklista arbetsmiljö vid distansarbete**
Namn | | Chef | | Datum |

**Fråga** | **Ja** | **Nej** | **Behöver åtgärdas** | **Kommentar**
**Arbetsplatsen**
Har du en stol som går att ställa in? | | | |
Är bordet tillräckligt stort? | | | |
Är belysningen bländfri? | | | |
**Kontakt och stöd**
Har du daglig kontakt med kollegor? | | | |
Vet du vem du vänder dig till vid tekniska problem? | | | |
**Balans**
Kan du avsluta arbetsdagen i tid? | | | |
Tar du pauser? | | | |

Datum och underskrift chef | | | |
Datum och underskrift medarbetare | | | |
"""
        },
        """
        # Arbetsplatsen
        Har du en stol som går att ställa in?
        Är bordet tillräckligt stort?
        Är belysningen bländfri?
        # Kontakt och stöd
        Har du daglig kontakt med kollegor?
        Vet du vem du vänder dig till vid tekniska problem?
        # Balans
        Kan du avsluta arbetsdagen i tid?
        Tar du pauser?
        """,
    ),
    Filed(
        "ladder-inspection.docx",
        """
= Ladder inspection record
Ladder ID: __________ Location: __________
| No | Item to inspect | Pass | Fail | Comments
| 1 | Stiles are not bent or split | | |
| 2 | Rungs are secure | | |
| 3 | Feet are present and not worn | | |
| 4 | Locking bars engage fully | | |
| 5 | Labels are legible | | |
If any item fails, tag the ladder and take it out of use.
Inspected by: __________ Date: __________
""",
        """
        Stiles are not bent or split
        Rungs are secure
        Feet are present and not worn
        Locking bars engage fully
        Labels are legible
        """,
        "en",
    ),
    Filed(
        "foreningsbidrag.xlsx",
        {
            "Uppföljning": """
Uppföljning av föreningsbidrag 2026 >>5
Förening: | | | Handläggare: |

Område | Kontroll | Ja | Nej | Notering
Handlingar | Årsmötesprotokollet är justerat | | |
Handlingar | Revisionsberättelsen är bifogad | | |
Medlemmar | Medlemsregistret är stickprovskontrollerat | | |
Medlemmar | Minst 60 procent är 7–25 år | | |
Verksamhet | Aktiviteterna är öppna för alla | | |
Verksamhet | Närvaron stämmer med ansökan | | |
"""
        },
        """
        # Handlingar
        Årsmötesprotokollet är justerat
        Revisionsberättelsen är bifogad
        # Medlemmar
        Medlemsregistret är stickprovskontrollerat
        Minst 60 procent är 7–25 år
        # Verksamhet
        Aktiviteterna är öppna för alla
        Närvaron stämmer med ansökan
        """,
    ),
    Filed(
        "orosanmalan.docx",
        """
= Egengranskning: handläggning av orosanmälningar
Granskningsperiod: januari–juni
1. Skyddsbedömning
1.1 Är skyddsbedömningen gjord samma dag?
1.2 Framgår det vem som har gjort den?
1.3 Är bedömningen motiverad?
2. Förhandsbedömning
2.1 Är den avslutad inom 14 dagar?
2.2 Har barnet fått komma till tals?
3. Återkoppling
3.1 Har anmälaren fått veta om utredning inletts?
Ort och datum: ______________
""",
        """
        # 1. Skyddsbedömning
        Är skyddsbedömningen gjord samma dag?
        Framgår det vem som har gjort den?
        Är bedömningen motiverad?
        # 2. Förhandsbedömning
        Är den avslutad inom 14 dagar?
        Har barnet fått komma till tals?
        # 3. Återkoppling
        Har anmälaren fått veta om utredning inletts?
        """,
    ),
    Filed(
        "kemtvatt.ods",
        {
            "Tillsyn": """
Tillsynsprotokoll textiltvätt
Verksamhet | | | Org.nr |
Närvarande | | | |

Nr | Fråga | Ja | Nej | Ej aktuellt
1 | Kemikalier
1.1 | Finns säkerhetsdatablad på svenska? | | |
1.2 | Förvaras kemikalierna inlåsta? | | |
2 | Utsläpp
2.1 | Mäts förbrukningen av lösningsmedel? | | |
2.2 | Leds processvattnet till tank? | | |
3 | Avfall
3.1 | Lämnas destillationsresterna till godkänd mottagare? | | |
"""
        },
        """
        # Kemikalier
        Finns säkerhetsdatablad på svenska?
        Förvaras kemikalierna inlåsta?
        # Utsläpp
        Mäts förbrukningen av lösningsmedel?
        Leds processvattnet till tank?
        # Avfall
        Lämnas destillationsresterna till godkänd mottagare?
        """,
    ),
    Filed(
        "meeting-room.xlsx",
        {
            "Checklist": """
**Room check before council meetings**

**Item** | **Checked** | **Initials** | **Remarks**
Microphones work | | |
Voting system is started | | |
Livestream is tested | | |
Water is on all tables | | |
Name signs follow the seating plan | | |
Emergency exits are open | | |
"""
        },
        """
        Microphones work
        Voting system is started
        Livestream is tested
        Water is on all tables
        Name signs follow the seating plan
        Emergency exits are open
        """,
        "en",
    ),
]
