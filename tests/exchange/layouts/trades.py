"""Checklists as people of many trades would lay them out in a spreadsheet, written without a look at the reader."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "internkontrollplan.xlsx",
        {
            "Plan 2026": """
Internkontrollplan 2026 – Utbildningsnämnden >>9

Process vv2 | Risk vv2 | Riskbedömning >>3 | | | Kontrollmoment vv2 | Metod vv2 | Ansvarig vv2 | Frekvens vv2
 | | Sannolikhet | Konsekvens | Riskvärde
Inköp | Inköp görs utanför ramavtal | 3 | 3 | 9 | Stickprov på fakturor över 50 000 kr | 20 st | Ekonom | 2 ggr/år
 | Attest sker av fel person | 2 | 4 | 8 | Jämför attestlistan med utbetalningar | Systemlista | Ekonom | 1 gång/år
Lön | Lön betalas till slutade | 2 | 3 | 6 | Gå igenom avslutade anställningar | Lista ur lönesystemet | HR | Kvartal
Anställning | Utdrag ur registret saknas | 2 | 4 | 8 | Kontrollera utdrag för nyanställda | 10 st | Rektor | 1 gång/år
"""
        },
        """
        # Inköp
        Stickprov på fakturor över 50 000 kr
        Jämför attestlistan med utbetalningar
        # Lön
        Gå igenom avslutade anställningar
        # Anställning
        Kontrollera utdrag för nyanställda
        """,
    ),
    Filed(
        "hygienrond.xlsx",
        {
            "Hygienrond": """
Region Norra >>6
Vårdhygienisk egenkontroll – särskilt boende >>6
Enhet: | | | | Datum: |
Ifylld av: | | | | |

 | Svar >>3 | | | Kommentar vv2 | Åtgärd klar vv2
Basala hygienrutiner | Ja | Nej | EA
Arbetskläder byts dagligen | | | | |
Händer och underarmar är fria från smycken | | | | |
Handdesinfektion finns där vården sker | | | | |
Städning | | | | |
Städutrustningen är ren och hel | | | | |
Moppar tvättas i minst 60 grader | | | | |
Tvätt | | | | |
Ren tvätt förvaras skild från smutsig | | | | |
Tvättmaskinen desinfekteras enligt rutin | | | | |

EA = ej aktuellt
Ort och datum | | | Underskrift | |
Namnförtydligande | | | | |
"""
        },
        """
        # Basala hygienrutiner
        Arbetskläder byts dagligen
        Händer och underarmar är fria från smycken
        Handdesinfektion finns där vården sker
        # Städning
        Städutrustningen är ren och hel
        Moppar tvättas i minst 60 grader
        # Tvätt
        Ren tvätt förvaras skild från smutsig
        Tvättmaskinen desinfekteras enligt rutin
        """,
    ),
    Filed(
        "iso-consultant.xlsx",
        {
            "Cover": "Nordic Audit Partners\nInternal audit checklist ISO 14001:2015\nClient: | \nAuditor: | \nDate: |",
            "Audit checklist": """
Clause | Requirement | Audit question | C | NC | OFI | Objective evidence
4 | Context of the organization | | | | |
4.1 | Understanding the organization and its context | Which external issues affect the environmental outcomes? | | | |
4.2 | Needs and expectations of interested parties | How were the interested parties identified? | | | |
6 | Planning | | | | |
6.1.1 | General | How are risks and opportunities determined? | | | |
6.1.2 | Environmental aspects | Show me how significant aspects are selected. | | | |
9 | Performance evaluation | | | | |
9.1.2 | Evaluation of compliance | When was compliance last evaluated? | | | |
""",
            "Legend": "C | Conforms\nNC | Nonconformity\nOFI | Opportunity for improvement",
        },
        """
        # Context of the organization
        Which external issues affect the environmental outcomes?
        How were the interested parties identified?
        # Planning
        How are risks and opportunities determined?
        Show me how significant aspects are selected.
        # Performance evaluation
        When was compliance last evaluated?
        """,
        "en",
    ),
    Filed(
        "miljotillsyn.csv",
        {
            "": """
Miljökontoret - tillsyn fordonsverkstad
Objekt:|||||
Avsnitt|Nr|Kontrollpunkt|Lagrum|Bedömning (1-3)|Notering
Kemikalier|1|Kemikalieförteckning finns och är aktuell|FVE 7 §||
Kemikalier|2|Kemikalier förvaras invallat|2 kap. 3 § MB||
Avfall|3|Farligt avfall lämnas till godkänd mottagare|Avfallsförordningen 4 kap.||
Avfall|4|Anteckningar om farligt avfall förs och rapporteras|Avfallsförordningen 6 kap. 1 §||
Avlopp|5|Oljeavskiljaren är tömd det senaste året|2 kap. 3 § MB||
"""
        },
        """
        # Kemikalier
        Kemikalieförteckning finns och är aktuell
        Kemikalier förvaras invallat
        # Avfall
        Farligt avfall lämnas till godkänd mottagare
        Anteckningar om farligt avfall förs och rapporteras
        # Avlopp
        Oljeavskiljaren är tömd det senaste året
        """,
    ),
    Filed(
        "skolskoterska.xlsx",
        {
            "Innehåll": """
Flik | Vad | Senast ändrad
Förskoleklass | Hälsobesök i förskoleklass | 2026-08-10
Årskurs 4 | Hälsobesök i årskurs 4 | 2026-08-10
Årskurs 8 | Hälsobesök i årskurs 8 | 2026-08-12
""",
            "Förskoleklass": """
Hälsobesök i förskoleklass
Moment | Utfört | Datum | Signatur
Längd och vikt är mätta | | |
Synen är prövad | | |
Hörseln är prövad | | |
""",
            "Årskurs 4": """
Hälsobesök i årskurs 4
Moment | Utfört | Datum | Signatur
Längd och vikt är mätta | | |
Ryggen är undersökt | | |
""",
            "Årskurs 8": """
Hälsobesök i årskurs 8
Moment | Utfört | Datum | Signatur
Samtal om sömn och skärmtid är hållet | | |
Vaccinationer är genomgångna | | |
""",
        },
        """
        # Förskoleklass
        Längd och vikt är mätta
        Synen är prövad
        Hörseln är prövad
        # Årskurs 4
        Längd och vikt är mätta
        Ryggen är undersökt
        # Årskurs 8
        Samtal om sömn och skärmtid är hållet
        Vaccinationer är genomgångna
        """,
    ),
    Filed(
        "brandskyddsrond.ods",
        {
            "SBA": """
Systematiskt brandskyddsarbete >>8
Byggnad: | | | | | | År: |
 | jan | feb | mar | apr | maj | jun | Anmärkning
Utrymning >>8
Utrymningsvägar är fria | | | | | | |
Utrymningsskyltar lyser | | | | | | |
Släckutrustning >>8
Handbrandsläckare hänger på plats | | | | | | |
Brandpost är åtkomlig | | | | | | |
Brandceller >>8
Branddörrar stänger av sig själva | | | | | | |
Brandskyddskontrollant:
"""
        },
        """
        # Utrymning
        Utrymningsvägar är fria
        Utrymningsskyltar lyser
        # Släckutrustning
        Handbrandsläckare hänger på plats
        Brandpost är åtkomlig
        # Brandceller
        Branddörrar stänger av sig själva
        """,
    ),
    Filed(
        "livsmedelskontroll.xlsx",
        {
            "Kontroll": """
Kontrollrapport livsmedel
Anläggning | | | Dnr |

Kod | Rapporteringspunkt | Avvikelse vv2 | | Ej kontr. vv2
 | | Ja | Nej |
A | Infrastruktur, lokaler och utrustning
A01 | Lokalerna är lämpligt utformade | | |
A02 | Handtvättställ finns med tvål och engångshanddukar | | |
B | Råvaror och förpackningsmaterial
B01 | Mottagningskontroll utförs | | |
C | Säker hantering, lagring och transport
C01 | Kylvaror hålls vid högst 8 °C | | |
C02 | Rå och tillagad mat hålls isär | | |

Tid på plats: | | Inspektör: |
"""
        },
        """
        # Infrastruktur, lokaler och utrustning
        Lokalerna är lämpligt utformade
        Handtvättställ finns med tvål och engångshanddukar
        # Råvaror och förpackningsmaterial
        Mottagningskontroll utförs
        # Säker hantering, lagring och transport
        Kylvaror hålls vid högst 8 °C
        Rå och tillagad mat hålls isär
        """,
    ),
    Filed(
        "lss-uppfoljning.xlsx",
        {
            "Uppföljning": """
Uppföljning av bostad med särskild service

Fråga 1 | Hur görs den enskilde delaktig i sin genomförandeplan?
Svar |
Kommentar |

Fråga 2 | Hur säkerställs att personalen har rätt kompetens?
Svar |
Kommentar |

Fråga 3 | Hur hanteras klagomål och synpunkter?
Svar |
Kommentar |

Datum och underskrift |
"""
        },
        """
        Hur görs den enskilde delaktig i sin genomförandeplan?
        Hur säkerställs att personalen har rätt kompetens?
        Hur hanteras klagomål och synpunkter?
        """,
    ),
    Filed(
        "informationssakerhet.tsv",
        {
            "": """
ID|Kontroll|Nivå 0|Nivå 1|Nivå 2|Nivå 3
1|Organisation||||
1.1|Roller och ansvar||||
1.1.1|Ledningen har utsett en informationssäkerhetssamordnare||||
1.1.2|Informationsägare är utsedda för alla system||||
1.2|Utbildning||||
1.2.1|Nyanställda får grundutbildning||||
2|Teknik||||
2.1|Säkerhetskopior||||
2.1.1|Säkerhetskopior tas varje dygn||||
2.1.2|Återläsning provas varje år||||
"""
        },
        """
        # Organisation – Roller och ansvar
        Ledningen har utsett en informationssäkerhetssamordnare
        Informationsägare är utsedda för alla system
        # Organisation – Utbildning
        Nyanställda får grundutbildning
        # Teknik – Säkerhetskopior
        Säkerhetskopior tas varje dygn
        Återläsning provas varje år
        """,
    ),
    Filed(
        "elevhalsa.xlsx",
        {
            "Blad1": """
Egenkontroll elevhälsa
Skola | Ängsskolan
Läsår | 2026/27
Rektor |

Journalföring
Journal förs för varje elev | ☐ Ja ☐ Nej ☐ EA
Journaler förvaras inlåsta | ☐ Ja ☐ Nej ☐ EA
Läkemedel
Läkemedelsskåpet är låst | ☐ Ja ☐ Nej ☐ EA
Temperaturen i kylskåpet loggas | ☐ Ja ☐ Nej ☐ EA
Avvikelser
Avvikelser rapporteras i systemet | ☐ Ja ☐ Nej ☐ EA

Genomförd av | | Datum |
"""
        },
        """
        # Journalföring
        Journal förs för varje elev
        Journaler förvaras inlåsta
        # Läkemedel
        Läkemedelsskåpet är låst
        Temperaturen i kylskåpet loggas
        # Avvikelser
        Avvikelser rapporteras i systemet
        """,
    ),
    Filed(
        "playground-inspection.ods",
        {
            "Routine visual": """
Playground routine visual inspection
Site: | | | Inspected by:

No. | Item | Pass | Fail | Action required
 | SWINGS | | |
1 | Chains show no sign of wear | | |
2 | Seats are free from cracks | | |
 | SLIDES | | |
1 | Run-out is free from obstacles | | |
2 | Handrails are firmly fixed | | |
 | SURFACING | | |
1 | Loose fill is at least 300 mm deep | | |
Overall result: | | | |
Signed: | | | |
"""
        },
        """
        # SWINGS
        Chains show no sign of wear
        Seats are free from cracks
        # SLIDES
        Run-out is free from obstacles
        Handrails are firmly fixed
        # SURFACING
        Loose fill is at least 300 mm deep
        """,
        "en",
    ),
    Filed(
        "tva-sprak-omrade.xlsx",
        {
            "Checklist": """
Område | Area | Fråga | Question | Svar/Answer | Kommentar/Comment
Kund | Customer | Hur fångar ni upp kundens behov? | How do you capture customer needs? | |
Kund | Customer | Hur mäts nöjdheten? | How is satisfaction measured? | |
Leverans | Delivery | Hur vet ni att leveransen är komplett? | How do you know the delivery is complete? | |
"""
        },
        """
        # Kund
        Hur fångar ni upp kundens behov?
        Hur mäts nöjdheten?
        # Leverans
        Hur vet ni att leveransen är komplett?
        """,
    ),
    Filed(
        "stadkontroll.xlsx",
        {
            "Städkontroll": """
Städkontroll enligt avtal

Entré | | | Kontorsrum | | | WC |
Moment | U/EU | | Moment | U/EU | | Moment | U/EU
Mattor är dammsugna | | | Skrivbord är avtorkade | | | Handfat är rengjort |
Glas är putsat | | | Papperskorg är tömd | | | Golv är våttorkat |
Dörrhandtag är avtorkade | | | | | | Papper är påfyllt |

U = utfört, EU = ej utfört
"""
        },
        """
        # Entré
        Mattor är dammsugna
        Glas är putsat
        Dörrhandtag är avtorkade
        # Kontorsrum
        Skrivbord är avtorkade
        Papperskorg är tömd
        # WC
        Handfat är rengjort
        Golv är våttorkat
        Papper är påfyllt
        """,
    ),
]
