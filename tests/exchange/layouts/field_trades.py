"""Eleven everyday checklists with the small oddities that such files have."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "gc-vagar.xlsx",
        {
            "Cykelväg": """
Tekniska kontoret
**Inventering av gång- och cykelvägar**
Sträcka: | | Från: | | Till: |
Inventerare: | | Datum: | | Väder: |

**Nr** | **Kontrollpunkt** | **God** | **Godtagbar** | **Dålig** | **Kommentar/foto nr**
**1** | **Yta** | | | |
1.1 | Beläggningen är jämn | | | |
1.2 | Inga potthål finns | | | |
1.3 | Vatten blir inte stående | | | |
**2** | **Sikt och belysning** | | | |
2.1 | Häckar skymmer inte korsningar | | | |
2.2 | All belysning fungerar | | | |
**3** | **Skyltning** | | | |
3.1 | Vägvisare är läsbara | | | |
3.2 | Övergångar är målade | | | |

God = ingen åtgärd, Godtagbar = åtgärd inom två år, Dålig = åtgärd inom sex månader
"""
        },
        """
        # Yta
        Beläggningen är jämn
        Inga potthål finns
        Vatten blir inte stående
        # Sikt och belysning
        Häckar skymmer inte korsningar
        All belysning fungerar
        # Skyltning
        Vägvisare är läsbara
        Övergångar är målade
        """,
    ),
    Filed(
        "adoption.docx",
        """
= Kvalitetsgranskning av medgivandeutredningar
Granskare: ________________ Datum: ________________

Instruktion: Läs hela utredningen innan du svarar. Kryssa i ett alternativ och motivera vid behov.

## Formella krav
| Nr | Fråga | Ja | Nej | Motivering
| 1 | Är utredningen färdig inom fyra månader? | | |
| 2 | Har båda sökande intervjuats enskilt? | | |
| 3 | Är referenter hörda? | | |
## Innehåll
| Nr | Fråga | Ja | Nej | Motivering
| 4 | Beskrivs de sökandes hälsa? | | |
| 5 | Beskrivs barnperspektivet? | | |
## Bedömning
| Nr | Fråga | Ja | Nej | Motivering
| 6 | Är bedömningen skild från fakta? | | |
| 7 | Har sökande fått läsa och kommentera? | | |

Sammanfattning:
________________________________
""",
        """
        # Formella krav
        Är utredningen färdig inom fyra månader?
        Har båda sökande intervjuats enskilt?
        Är referenter hörda?
        # Innehåll
        Beskrivs de sökandes hälsa?
        Beskrivs barnperspektivet?
        # Bedömning
        Är bedömningen skild från fakta?
        Har sökande fått läsa och kommentera?
        """,
    ),
    Filed(
        "cctv-review.xlsx",
        {
            "Review": """
CCTV annual review
System: | | Reviewed by: | | Date: |

No | Question | Response | Action needed | By whom | By when
1 | Is there a documented purpose for each camera? | | | |
2 | Are signs displayed where people enter the area? | | | |
3 | Is footage deleted after 30 days? | | | |
4 | Is access limited to named staff? | | | |
5 | Are requests for footage logged? | | | |
6 | Has the impact assessment been updated? | | | |
""",
            "Action log": "Action | Owner | Status\n | |",
        },
        """
        Is there a documented purpose for each camera?
        Are signs displayed where people enter the area?
        Is footage deleted after 30 days?
        Is access limited to named staff?
        Are requests for footage logged?
        Has the impact assessment been updated?
        """,
        "en",
    ),
    Filed(
        "lokalvard-skola.csv",
        {
            "": """
Kvalitetskontroll lokalvård|||||
Objekt:|Granängsskolan||Datum:||
|||||
Lokal|Kontrollmoment|Godkänt|Ej godkänt|Åtgärd|Återbesök
Klassrum|Golv är moppade||||
Klassrum|Bänkar är torkade||||
Klassrum|Tavla är rengjord||||
Toaletter|Toalettstol är rengjord||||
Toaletter|Spegel är putsad||||
Korridor|Skohyllor är avtorkade||||
Korridor|Mattor är dammsugna||||
|||||
Antal godkända||0||
Kund||||
Leverantör||||
"""
        },
        """
        # Klassrum
        Golv är moppade
        Bänkar är torkade
        Tavla är rengjord
        # Toaletter
        Toalettstol är rengjord
        Spegel är putsad
        # Korridor
        Skohyllor är avtorkade
        Mattor är dammsugna
        """,
    ),
    Filed(
        "budgetprocess.docx",
        """
= Granskning av budgetprocessen
Revisionsfrågor till nämnden

# 1 Planering
1. Hur har nämnden tagit del av budgetanvisningarna?
2. Vilka volymer ligger till grund för budgeten?
# 2 Beslut
3. När fattades beslut om internbudget?
4. Hur hanteras avvikelser mot ram?
# 3 Uppföljning
5. Hur ofta får nämnden ekonomiska rapporter?
6. Vilka åtgärder har beslutats under året?
7. Hur följs åtgärderna upp?
""",
        """
        # 1 Planering
        Hur har nämnden tagit del av budgetanvisningarna?
        Vilka volymer ligger till grund för budgeten?
        # 2 Beslut
        När fattades beslut om internbudget?
        Hur hanteras avvikelser mot ram?
        # 3 Uppföljning
        Hur ofta får nämnden ekonomiska rapporter?
        Vilka åtgärder har beslutats under året?
        Hur följs åtgärderna upp?
        """,
    ),
    Filed(
        "grillplats.xlsx",
        {
            "Blad1": """
Tillsyn grillplatser och badplatser
Plats | | | | Signatur |

**Kontroll** | **Ja** | **Nej** | **Ej akt.** | **Anmärkning**
**Badplats**
Livboj och livräddningslina finns | | | |
Bryggan är hel och utan halka | | | |
Djup är uppmärkt | | | |
**Grillplats**
Eldstaden är hel | | | |
Veden är täckt | | | |
Avståndet till skog är minst tio meter | | | |
**Allmänt**
Papperskorgar är tömda | | | |
Informationstavlan är läsbar | | | |
Toaletten är rengjord | | | |
"""
        },
        """
        # Badplats
        Livboj och livräddningslina finns
        Bryggan är hel och utan halka
        Djup är uppmärkt
        # Grillplats
        Eldstaden är hel
        Veden är täckt
        Avståndet till skog är minst tio meter
        # Allmänt
        Papperskorgar är tömda
        Informationstavlan är läsbar
        Toaletten är rengjord
        """,
    ),
    Filed(
        "volunteer-induction.docx",
        """
= Volunteer induction checklist
Name of volunteer: ____________________
Start date: ____________________

* Before the first day
☐ Application form received
☐ Two references checked
☐ Criminal record check complete
* On the first day
☐ Tour of the building given
☐ Fire exits shown
☐ Introduced to the team
* Within the first month
☐ Safeguarding training attended
☐ First review held

Signed (volunteer): ____________________
Signed (coordinator): ____________________
""",
        """
        # Before the first day
        Application form received
        Two references checked
        Criminal record check complete
        # On the first day
        Tour of the building given
        Fire exits shown
        Introduced to the team
        # Within the first month
        Safeguarding training attended
        First review held
        """,
        "en",
    ),
    Filed(
        "hyresgast.ods",
        {
            "Avflyttning": """
Avflyttningsbesiktning
Lägenhet nr | | Hyresgäst | |
Besiktningsdatum | | Besiktningsman | |

Rum | Kontrollpunkt | OK | Ej OK | Kostnad | Anmärkning
Hall | Golv | | | |
 | Väggar | | | |
 | Ytterdörr och lås | | | |
Kök | Spis och fläkt | | | |
 | Kyl och frys | | | |
 | Vattenlås | | | |
Badrum | Golvbrunn | | | |
 | Kakel och klinker | | | |
Balkong | Räcke | | | |

Underskrift hyresgäst | | Underskrift besiktningsman | |
"""
        },
        """
        # Hall
        Golv
        Väggar
        Ytterdörr och lås
        # Kök
        Spis och fläkt
        Kyl och frys
        Vattenlås
        # Badrum
        Golvbrunn
        Kakel och klinker
        # Balkong
        Räcke
        """,
    ),
    Filed(
        "sprakcafe.docx",
        """
= Utvärdering av öppna förskolan
Svara på frågorna tillsammans i arbetslaget.

1) Vilka familjer når vi i dag?
1) Vilka familjer når vi inte?
1) Hur märks det att alla är välkomna?
1) Vad gör vi för att barnen ska få höra svenska?
1) Hur samverkar vi med BVC?
1) Vad vill vi pröva nästa termin?
""",
        """
        Vilka familjer når vi i dag?
        Vilka familjer når vi inte?
        Hur märks det att alla är välkomna?
        Vad gör vi för att barnen ska få höra svenska?
        Hur samverkar vi med BVC?
        Vad vill vi pröva nästa termin?
        """,
    ),
    Filed(
        "moss-inventering.xlsx",
        {
            "Kontroll": """
Reservatstillsyn

Reservat: | Storemyr | | Tillsynsperson: |
Besöksdatum: | 2026-06-12 | | |

Moment | Utfört | Brist | Beskriv bristen
Entréskylten är hel och läsbar | | |
Spångerna är hela och utan uppstickande spik | | |
Stigmarkeringar syns i båda riktningar | | |
Rastplatsens tak är tätt | | |
Inga spår av terrängkörning | | |
Gränsmärken är synliga från stigen | | |
Besöksräknaren är avläst | | |
"""
        },
        """
        Entréskylten är hel och läsbar
        Spångerna är hela och utan uppstickande spik
        Stigmarkeringar syns i båda riktningar
        Rastplatsens tak är tätt
        Inga spår av terrängkörning
        Gränsmärken är synliga från stigen
        Besöksräknaren är avläst
        """,
    ),
    Filed(
        "kost-aldreomsorg.xlsx",
        {
            "Måltidsobservation": """
Måltidsobservation i äldreomsorgen >>6
Enhet: | | Måltid: | | Observatör: |

Nr | Att observera | Ja | Delvis | Nej | Kommentar
MÅLTIDSMILJÖ | | | | |
1 | Bordet är dukat innan gästerna kommer | | | |
2 | Tv och radio är avstängda | | | |
3 | Belysningen är god | | | |
BEMÖTANDE | | | | |
4 | Personalen sitter ner vid bordet | | | |
5 | Den som äter långsamt får den tid som behövs | | | |
MATEN | | | | |
6 | Dagens rätt presenteras | | | |
7 | Konsistensen är rätt för var och en | | | |
Summa | | 0 | 0 | 0 |
"""
        },
        """
        # MÅLTIDSMILJÖ
        Bordet är dukat innan gästerna kommer
        Tv och radio är avstängda
        Belysningen är god
        # BEMÖTANDE
        Personalen sitter ner vid bordet
        Den som äter långsamt får den tid som behövs
        # MATEN
        Dagens rätt presenteras
        Konsistensen är rätt för var och en
        """,
    ),
]
