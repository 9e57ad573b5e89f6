"""Checklists laid out in odder ways, written before a look at how they are read."""

from tests.exchange.layouts.files import Filed

LAYOUTS = [
    Filed(
        "bygglov-platsbesok.xlsx",
        {
            "Platsbesök": """
Bygglovsenheten | | | Diarienr: |
Checklista platsbesök | | | Fastighet: |

Kontroll enligt 11 kap. PBL | | | |
Läge stämmer med situationsplanen | Ja | Nej | Ej kontr. |
Höjd stämmer med beviljat lov | Ja | Nej | Ej kontr. |
Fasadmaterial stämmer med ritning | Ja | Nej | Ej kontr. |
Arbetsplats | | | |
Startbesked finns på platsen | Ja | Nej | Ej kontr. |
Kontrollplanen är signerad till dagens moment | Ja | Nej | Ej kontr. |
Noteringar: | | | |
Foto bifogas | Antal: | | |
"""
        },
        """
        # Kontroll enligt 11 kap. PBL
        Läge stämmer med situationsplanen
        Höjd stämmer med beviljat lov
        Fasadmaterial stämmer med ritning
        # Arbetsplats
        Startbesked finns på platsen
        Kontrollplanen är signerad till dagens moment
        """,
    ),
    Filed(
        "nyckelhantering.docx",
        """
* Stickprov nyckelhantering
Stickprovet görs två gånger om året av internkontrollen.

A. Förvaring
A1 Är nyckelskåpet låst?
    Ja / Nej
A2 Är nycklarna märkta utan adress?
    Ja / Nej
B. Kvittering
B1 Finns en kvittens för varje utlämnad nyckel?
    Ja / Nej
B2 Stämmer antalet nycklar med registret?
    Ja / Nej
B3 Är förlorade nycklar rapporterade?
    Ja / Nej

Kontrollen utförd den ________ av ________________
""",
        """
        # A. Förvaring
        Är nyckelskåpet låst?
        Är nycklarna märkta utan adress?
        # B. Kvittering
        Finns en kvittens för varje utlämnad nyckel?
        Stämmer antalet nycklar med registret?
        Är förlorade nycklar rapporterade?
        """,
    ),
    Filed(
        "batbottentvatt.csv",
        {
            "": """
Tillsyn av småbåtshamn 2026||||
Hamn:||Tillsynsdatum:||
||||
Kontrollpunkt|Bedömning|Lagstöd|Kommentar|
1. Båtuppställning||||
1.1 Spolplattan har fungerande rening||MB 2 kap. 3 §||
1.2 Slipdamm samlas upp||MB 2 kap. 3 §||
2. Avfall||||
2.1 Mottagning för toaavfall finns||TSFS 2017:26||
2.2 Avfallsplanen är högst tre år gammal||SJÖFS 2001:13||
3. Kemikalier||||
3.1 Drivmedel förvaras invallat||NFS 2021:10||
"""
        },
        """
        # 1. Båtuppställning
        1.1 Spolplattan har fungerande rening
        1.2 Slipdamm samlas upp
        # 2. Avfall
        2.1 Mottagning för toaavfall finns
        2.2 Avfallsplanen är högst tre år gammal
        # 3. Kemikalier
        3.1 Drivmedel förvaras invallat
        """,
    ),
    Filed(
        "serverrum.xlsx",
        {
            "Serverrum": """
Serverrum – kvartalskontroll

Kategori | Att kontrollera | Krav | Utfall | Avviker?
Fysiskt skydd vv3 | Dörren går i lås av sig själv | Alltid | |
 | Besöksloggen är ifylld | Varje besök | |
 | Inga kartonger förvaras i rummet | Alltid | |
Kraft vv2 | UPS:en klarar full last | Minst 15 min | |
 | Reservkraften är provkörd | Varje månad | |
Klimat | Temperaturen är inom gränsen | 18–27 °C | |
Antal avvikelser | | | | 0
Godkänd av (IT-chef) | | | |
"""
        },
        """
        # Fysiskt skydd
        Dörren går i lås av sig själv
        Besöksloggen är ifylld
        Inga kartonger förvaras i rummet
        # Kraft
        UPS:en klarar full last
        Reservkraften är provkörd
        # Klimat
        Temperaturen är inom gränsen
        """,
    ),
    Filed(
        "event-safety.docx",
        """
= Event safety walk
Complete this form one hour before doors open.

| SITE >>3
| Exits are unlocked | ☐ Yes ☐ No |
| Routes for rescue vehicles are kept clear | ☐ Yes ☐ No |
| CROWD >>3
| Stewards have been briefed | ☐ Yes ☐ No |
| Barriers are in place in front of the stage | ☐ Yes ☐ No |
| WEATHER >>3
| Wind limits are known to the stage manager | ☐ Yes ☐ No |

| Name | Role | Signature
| | |
| | |
""",
        """
        # SITE
        Exits are unlocked
        Routes for rescue vehicles are kept clear
        # CROWD
        Stewards have been briefed
        Barriers are in place in front of the stage
        # WEATHER
        Wind limits are known to the stage manager
        """,
        "en",
    ),
]
