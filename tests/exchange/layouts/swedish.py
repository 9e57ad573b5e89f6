"""Swedish checklists, as municipalities keep them."""

from tests.exchange.layouts.drawing import Layout

LAYOUTS = [
    Layout(
        "enkel-lista",
        {
            "Blad1": """
Fråga | Ja | Nej | Kommentar
Finns det en aktuell brandskyddspolicy? | | |
Är utrymningsvägarna fria? | | |
Har personalen övat utrymning under året? | | |
"""
        },
        3,
        "Finns det en aktuell brandskyddspolicy?",
        "Har personalen övat utrymning under året?",
    ),
    Layout(
        "rubrikrader-och-nummer",
        {
            "Blad1": """
Checklista internrevision

Enhet: | | Datum: |
Revisor: | |

Nr | Fråga | Svar | Kommentar
1 | Ledning | |
1.1 | Finns det en fastställd kvalitetspolicy? | |
1.2 | Hur följs målen upp? | |
2 | Resurser | |
2.1 | Hur säkras kompetensen hos nyanställda? | |
2.2 | Finns utbildningsplaner för alla? | |
2.3 | Hur planeras vikarier in? | |
"""
        },
        5,
        "Finns det en fastställd kvalitetspolicy?",
        "Hur planeras vikarier in?",
        ["Ledning", "Resurser"],
    ),
    Layout(
        "sammanslagna-omraden",
        {
            "Checklista": """
Område | Kontrollpunkt | OK | Ej OK | Åtgärd | Ansvarig | Klart datum
Kök vv3 | Temperaturen i kylen kontrolleras dagligen | | | | |
 | Ytorna är rena och hela | | | | |
 | Råvaror är datummärkta | | | | |
Matsal vv2 | Borden torkas av mellan sittningarna | | | | |
 | Allergiinformation finns synlig | | | | |
"""
        },
        5,
        "Temperaturen i kylen kontrolleras dagligen",
        "Allergiinformation finns synlig",
        ["Kök", "Matsal"],
    ),
    Layout(
        "omrade-upprepat",
        {
            "Data": """
Process | Fråga | Vägledning | Referens
Upphandling | Hur säkerställs att avtal följs? | Be om två exempel | ISO 9001 8.4
Upphandling | Hur bedöms leverantörer? | Titta på senaste bedömningen | ISO 9001 8.4
Avvikelser | Hur rapporteras avvikelser? | Fråga medarbetare | ISO 9001 10.2
"""
        },
        3,
        "Hur säkerställs att avtal följs?",
        "Hur rapporteras avvikelser?",
        ["Upphandling", "Avvikelser"],
        guidance="Be om två exempel",
    ),
    Layout(
        "avsnitt-egna-rader-sammanslagna",
        {
            "Blad1": """
Egenkontroll förskola >>5

Nr | Kontrollpunkt | Ja | Nej | Anmärkning
Utemiljö >>5
1 | Staketet är helt | | |
2 | Sandlådan är räfsad | | |
Innemiljö >>5
3 | Eluttagen har petskydd | | |
4 | Fönstren har spärr | | |
5 | Städskåpet är låst | | |
"""
        },
        5,
        "Staketet är helt",
        "Städskåpet är låst",
        ["Utemiljö", "Innemiljö"],
    ),
    Layout(
        "avsnitt-i-kolumn-a-utan-nummer",
        {
            "Blad1": """
 | Att kontrollera | Ja | Nej | Ej aktuellt
Hygien | | | |
 | Handtvätt finns vid varje arbetsplats | | |
 | Engångshandskar finns | | |
Dokumentation | | | |
 | Genomförandeplan finns för varje brukare | | |
 | Journalen förs samma dag | | |
"""
        },
        4,
        "Handtvätt finns vid varje arbetsplats",
        "Journalen förs samma dag",
        ["Hygien", "Dokumentation"],
    ),
    Layout(
        "svarshuvud-per-avsnitt",
        {
            "Blad1": """
Skyddsrond 2026

Ordning och reda | Ja | Nej | Kommentar
Är gångvägar fria från föremål? | | |
Finns det plats för allt material? | | |

Belysning | Ja | Nej | Kommentar
Är belysningen tillräcklig? | | |
Fungerar nödbelysningen? | | |

Ventilation | Ja | Nej | Kommentar
Upplevs luften som bra? | | |
"""
        },
        5,
        "Är gångvägar fria från föremål?",
        "Upplevs luften som bra?",
        ["Ordning och reda", "Belysning", "Ventilation"],
    ),
    Layout(
        "tvaradigt-huvud",
        {
            "Blad1": """
Nr vv2 | Fråga vv2 | Bedömning >>3 | | | Kommentar vv2
 | | Ja | Delvis | Nej |
1 | Finns en aktuell delegationsordning? | | | |
2 | Vet alla vem som är närmaste chef? | | | |
3 | Hålls arbetsplatsträffar varje månad? | | | |
"""
        },
        3,
        "Finns en aktuell delegationsordning?",
        "Hålls arbetsplatsträffar varje månad?",
    ),
    Layout(
        "tva-sprak-i-kolumner",
        {
            "Frågor": """
Nr | Fråga (svenska) | Fråga (engelska) | Svar
1 | Hur vet ni att ni gör rätt? | How do you know that you are doing it right? |
2 | Vad hindrar er i vardagen? | What hinders you in everyday work? |
"""
        },
        2,
        "Hur vet ni att ni gör rätt?",
        "Vad hindrar er i vardagen?",
        both=True,
    ),
    Layout(
        "tva-sprak-utan-namn",
        {
            "Blad1": """
Svenska | English
Finns det rutiner för klagomål? | Are there routines for complaints?
Hur får ni veta vad brukarna tycker? | How do you find out what the users think?
Vem följer upp resultatet? | Who follows up on the result?
"""
        },
        3,
        "Finns det rutiner för klagomål?",
        "Vem följer upp resultatet?",
        both=True,
    ),
    Layout(
        "flera-blad",
        {
            "Instruktion": """
Så här fyller du i checklistan
Svara ja eller nej på varje fråga.
Spara filen när du är klar.
""",
            "Lokaler": """
Nr | Fråga | Svar
1 | Är lokalerna tillgängliga? |
2 | Finns hörslinga? |
""",
            "Personal": """
Nr | Fråga | Svar
1 | Har alla introduktion? |
2 | Finns medarbetarsamtal? |
3 | Är bemanningen planerad? |
""",
            "Listor": "Svar\nJa\nNej\nDelvis",
        },
        5,
        "Är lokalerna tillgängliga?",
        "Är bemanningen planerad?",
        ["Lokaler", "Personal"],
    ),
    Layout(
        "dold-hjalpflik",
        {
            "Checklista": """
Fråga | Status | Kommentar
Finns riskanalys? | Ej påbörjad |
Är åtgärder beslutade? | Ej påbörjad |
Finns en ansvarig för varje åtgärd? | Ej påbörjad |
""",
            "[Dolt]": "Fråga | Status\nPåhittad fråga? | Klar\nEn till? | Klar",
        },
        3,
        "Finns riskanalys?",
        "Finns en ansvarig för varje åtgärd?",
    ),
    Layout(
        "summa-och-underskrift",
        {
            "Blad1": """
Egenkontroll livsmedel
Nr | Kontrollpunkt | Poäng | Kommentar
1 | Inkommande varor kontrolleras | 2 |
2 | Temperaturer loggas | 1 |
3 | Rengöringsschema följs | 2 |
 | Summa | 5 |

Datum: | | Signatur: |
0 = Nej, 1 = Delvis, 2 = Ja
"""
        },
        3,
        "Inkommande varor kontrolleras",
        "Rengöringsschema följs",
    ),
    Layout(
        "sida-vid-sida",
        {
            "Blad1": """
Kök | | | | Förråd | | |
Nr | Kontroll | OK | | Nr | Kontroll | OK
1 | Ugnen är ren | | | 1 | Hyllorna är märkta |
2 | Golvet är torrt | | | 2 | Dörren går att låsa |
3 | Soporna är tömda | | | | |
"""
        },
        5,
        "Ugnen är ren",
        "Dörren går att låsa",
        ["Kök", "Förråd"],
    ),
    Layout(
        "flera-tabeller-under-varandra",
        {
            "Blad1": """
Internrevision socialtjänst

Del A Ledning
Nr | Fråga | Svar | Notering
1 | Är ansvaret tydligt? | |
2 | Finns mål för året? | |

Del B Stöd
Nr | Fråga | Svar | Notering
1 | Finns rutin för introduktion? | |
2 | Hur tas synpunkter om hand? | |
3 | När följs de upp? | |
"""
        },
        5,
        "Är ansvaret tydligt?",
        "När följs de upp?",
        ["Del A Ledning", "Del B Stöd"],
    ),
    Layout(
        "utan-huvud-numrerat",
        {
            "Blad1": """
Checklista inför revision

1 | Boka lokal för inledande möte
2 | Skicka ut kallelsen till enheten
3 | Läs förra rapporten
4 | Ta fram öppna åtgärder
"""
        },
        4,
        "Boka lokal för inledande möte",
        "Ta fram öppna åtgärder",
    ),
    Layout(
        "en-kolumn",
        {
            "Blad1": """
Finns det en plan för dagen?
Vet alla vad som förväntas av dem?
Hur vet ni att ni är klara?
Vem tar vid när någon är sjuk?
"""
        },
        4,
        "Finns det en plan för dagen?",
        "Vem tar vid när någon är sjuk?",
    ),
    Layout(
        "en-kolumn-med-avsnitt",
        {
            "Blad1": """
LEDNING
Hur sätter ni mål?
Hur följs de upp?

MEDARBETARE
Hur introduceras nya?
Hur tas idéer till vara?
Vem bestämmer schemat?
"""
        },
        5,
        "Hur sätter ni mål?",
        "Vem bestämmer schemat?",
        ["LEDNING", "MEDARBETARE"],
    ),
    Layout(
        "numrering-i-texten",
        {
            "Blad1": """
Fråga | Svar | Kommentar
1. Verksamhetsstyrning | |
1.1 Hur planeras verksamheten? | |
1.2 Hur mäts resultatet? | |
2. Uppföljning | |
2.1 Vilka nyckeltal används? | |
2.2 Vem läser dem? | |
"""
        },
        4,
        "1.1 Hur planeras verksamheten?",
        "2.2 Vem läser dem?",
        ["1. Verksamhetsstyrning", "2. Uppföljning"],
    ),
    Layout(
        "krav-och-fraga",
        {
            "Blad1": """
ISO 9001 | Krav | Revisionsfråga | Iakttagelse | Avvikelse
4.1 | Organisationens förutsättningar | Vilka frågor utifrån påverkar er? | |
4.2 | Intressenters behov | Vilka är era viktigaste intressenter? | |
5.1 | Ledarskap | Hur visar ledningen att kvalitet är viktigt? | |
"""
        },
        3,
        "Vilka frågor utifrån påverkar er?",
        "Hur visar ledningen att kvalitet är viktigt?",
    ),
    Layout(
        "upprepat-huvud-per-sida",
        {
            "Blad1": """
Nr | Fråga | Ja | Nej
1 | Finns första hjälpen-låda? | |
2 | Är den komplett? | |
Nr | Fråga | Ja | Nej
3 | Finns hjärtstartare? | |
4 | Vet alla var den finns? | |
"""
        },
        4,
        "Finns första hjälpen-låda?",
        "Vet alla var den finns?",
    ),
    Layout(
        "rutor-och-tomma-rader",
        {
            "Blad1": """
Checklista semesterstängning
Klart | Uppgift | Ansvarig

☐ | Stäng av ventilationen |

☐ | Töm kylskåpet |

☐ | Vidarekoppla telefonen |
☐ | Informera växeln |
"""
        },
        4,
        "Stäng av ventilationen",
        "Informera växeln",
    ),
    Layout(
        "fortydligande-pa-flera-rader",
        {
            "Blad1": """
Nr | Fråga | Vägledning
1 | Hur dokumenteras beslut? | Titta i diariet
 | | Ta tre stickprov
2 | Vem får fatta dem? | Delegationsordning
"""
        },
        2,
        "Hur dokumenteras beslut?",
        "Vem får fatta dem?",
        guidance="Titta i diariet\nTa tre stickprov",
    ),
    Layout(
        "ja-nej-forifyllt",
        {
            "Blad1": """
Fråga | Svar | |
Finns det en rutin för nycklar? | Ja | Nej | Vet ej
Kvitteras nycklar ut? | Ja | Nej | Vet ej
Finns en förteckning? | Ja | Nej | Vet ej
Kontrolleras den varje år? | Ja | Nej | Vet ej
"""
        },
        4,
        "Finns det en rutin för nycklar?",
        "Kontrolleras den varje år?",
    ),
    Layout(
        "avsnitt-med-fetstil-utan-nummer",
        {
            "Blad1": """
Frågeställning | Underlag | Bedömning | Kommentar
Styrning och ledning | | |
Hur bryts nämndens mål ner till enheten? | Verksamhetsplan | |
Hur vet medarbetarna vad som är viktigast? | Protokoll från APT | |
Kompetens | | |
Hur planeras kompetensutveckling? | Kompetensplan | |
Hur tas ny kunskap till vara? | Exempel | |
"""
        },
        4,
        "Hur bryts nämndens mål ner till enheten?",
        "Hur tas ny kunskap till vara?",
        ["Styrning och ledning", "Kompetens"],
    ),
    Layout(
        "minuter-och-maste",
        {
            "Blad1": """
Avsnitt | Fråga | Minuter | Obligatorisk
Start | Vad är ni mest stolta över? | 10 | Ja
Start | Vad vill ni förbättra? | 15 |
Slut | Vad tar ni med er? | 5 | Ja
"""
        },
        3,
        "Vad är ni mest stolta över?",
        "Vad tar ni med er?",
        ["Start", "Slut"],
    ),
]
