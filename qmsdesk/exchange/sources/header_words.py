"""What people call the columns of a checklist, in Swedish, English, German, Danish, Norwegian and Finnish."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

LONGEST_HEADER = 90
_MOST_WORDS = 12


class Kind(StrEnum):
    """What the header of a column promises; UNKNOWN promises nothing."""

    UNKNOWN = ""
    QUESTION = "question"
    SECTION = "section"
    GUIDANCE = "guidance"
    EVIDENCE = "evidence"
    REFERENCE = "reference"
    NUMBER = "number"
    MINUTES = "minutes"
    MUST = "must"
    CONDITION = "condition"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Promise:
    """`strength` is 3 for a plain word, 2 for a likely one, 1 for one that may mean something else as well."""

    kind: Kind
    strength: int
    language: str = ""


UNKNOWN = Promise(Kind.UNKNOWN, 0)

_WORDS: dict[tuple[Kind, int], str] = {
    (Kind.QUESTION, 3): """
        fråga|frågor|frågan|frågeställning|frågeställningar|kontrollfråga|kontrollfrågor|revisionsfråga|kontrollpunkt
        |kontrollpunkter|checkpunkt|granskningspunkt|vad ska kontrolleras|vad kontrolleras|påstående|kontrollmoment
        |question|questions|audit question|checklist question|checkpoint|check point|checklist item|check item
        |audit item|what to check|statement|question text|question/requirement|item to check|inspection item
        |frage|fragen|prüffrage|prüfpunkt|prüfkriterium|auditfrage|fragestellung|kontrollfrage|was wird geprüft
        |spørgsmål|spørsmål|kontrolpunkt|kontrollspørsmål|sjekkpunkt|tjekpunkt|kontrolspørgsmål
        |kysymys|kysymykset|tarkastuskohde|tarkastuskysymys|tarkistuskohta|arvioitava asia|checklist task""",
    (Kind.QUESTION, 2): """
        krav|kravtext|kriterium|kriterier|indikator|moment|punkt|punkter|kontroll|egenkontroll|granskningsområde
        |kontrollobjekt|uppgift|aktivitet|att göra|att kontrollera|delmoment|checklista|arbetsmoment|att granska
        |vad granskas|vad ska granskas|vad som granskas|att bedöma|vad ska bedömas|what good looks like|what is checked
        |requirement|requirements|criterion|criteria|item|items|check|checks|control|task|activity|test|to do
        |inspection point|practice|checklist|action item|standard requirement|rule|procedure
        |anforderung|anforderungen|kriterien|aufgabe|prüfung|prüfgegenstand|prüfinhalt|maßnahme prüfen
        |kriterie|opgave|oppgave|kontrol|sjekk|tjek|emne for kontrol|kontrollpunkter|sjekkliste
        |vaatimus|kriteeri|tehtävä|tarkistus|kohta|asia""",
    (Kind.QUESTION, 1): """
        beskrivning|text|benämning|label|namn|title|titel|name|description|beschreibung|bezeichnung|beskrivelse|kuvaus
        |step|steg|schritt|trin|vaihe""",
    (Kind.SECTION, 3): """
        område|omr|avsnitt|kategori|kapitel|huvudområde|fokusområde|kravområde|process|rubrik|tema|grupp|ämnesområde
        |verksamhetsområde|ämne|målområde|block|frågeområde|huvudrubrik|delprocess
        |area|section|category|chapter|main area|group|theme|topic|subject|domain|focus area|heading
        |bereich|abschnitt|kategorie|thema|gruppe|prozess|themenbereich|kapitel
        |afsnit|emne|gruppe|hovedområde|seksjon|avsnitt|emneområde|osio|alue|luokka|ryhmä|osa-alue
        |aihe|luku|aihealue""",
    (Kind.SECTION, 2): """
        del|delområde|underrubrik|typ|fas|plats|lokal|rum|sub area|subarea|subcategory|sub-category|part|phase|type
        |location|place|room|zone|teil|unterbereich|phase|ort|raum|underområde|sted|fase|osa|paikka""",
    (Kind.GUIDANCE, 3): """
        vägledning|hjälptext|hjälp|anvisning|anvisningar|instruktion|instruktioner|förklaring|förtydligande|stöd|stödtext
        |tips|att tänka på|så gör du|stödfrågor|följdfrågor|bakgrund|exempel|information|vägledande text|metod
        |guidance|guidance notes|help|hint|instruction|instructions|explanation|more info|details|example|examples
        |background|rationale|how to check|method|tip|prompt|prompts
        |hinweis|hinweise|erläuterung|anleitung|hilfe|erklärung|vejledning|veiledning|forklaring
        |hjælp|hjelp|hjelpetekst
        |hjælpetekst|ohje|ohjeet|selite|lisätiedot|ohjeistus""",
    (Kind.EVIDENCE, 3): """
        underlag|bevis|förväntat underlag|förväntade underlag|verifikat|dokumentation|förväntat resultat|förväntat
        |revisionsbevis|exempel på underlag|dokument|objektiva bevis
        |evidence|expected evidence|objective evidence|expected result|expected|documentation|expected outcome
        |acceptance criteria|documents|records|evidence to look for
        |nachweis|nachweise|unterlagen|dokumentation|erwartetes ergebnis|dokumentasjon|belæg|bevis|forventet
        |näyttö|todiste|todisteet|odotettu tulos|dokumentit""",
    (Kind.REFERENCE, 3): """
        referens|referenser|ref|kap|hänvisning|lagrum|lag|paragraf|klausul|standard|iso|iso 9001|iso-krav|kravpunkt|norm
        |föreskrift|rutin|styrande dokument|källa|lagkrav|spec|krav nr|kravnr|kravreferens
        |standardavsnitt|författning|bilaga
        |reference|references|clause|clauses|source|law|iso clause|standard clause|regulation|iso 9001 clause
        |standard reference|requirement reference|link
        |referenz|verweis|normkapitel|norm|normabschnitt|klausel|quelle|rechtsgrundlage|henvisning|reference|lovkrav
        |hjemmel|lovhenvisning|viite|viitteet|lähde|standardi|lakiviite""",
    (Kind.NUMBER, 3): """
        nr|no|num|#|id|nummer|number|löpnr|löpnummer|item id|itemid|itemnr|lfd|lfd nr|fråga nr|frågenr|frågenummer|pkt
        |nº|n°|punkt nr|question no|question number|item no|ref no|s no|sl no|sr no|code|kod|numero|nro|nr/id|rad
        |question id|pos|position|järjestysnumero|kode|guid|uuid|s/n|sn|n""",
    (Kind.MINUTES, 3): """
        minuter|min|tid|tidsåtgång|tid min|tid i minuter|minutes|time|time min|duration|est minutes|minuten|zeit|dauer
        |minutter|aika|minuutit|kesto|beräknad tid""",
    (Kind.MUST, 3): """
        obligatorisk|måste|skallkrav|ska-krav|ska/bör|kravtyp
        |måste ställas|måste frågas|alltid|must|mandatory|must ask|must be asked
        |required|obligatory|pflicht|pflichtfrage|obligatorisch|obligatorisk|påkrævet|påkrevd|pakollinen""",
    (Kind.CONDITION, 3): """
        villkor|gäller om|gäller|gäller för|förutsättning|condition|applies to|applies if|only if|bedingung|gilt für
        |betingelse|vilkår|gælder|gjelder|ehto|koskee""",
    (Kind.ANSWER, 3): """
        svar|ja|nej|delvis|ej aktuellt|ej tillämpligt|ej tillämplig|ok|ej ok|inte ok|godkänd|ej godkänd|godkänt|u a|ua
        |ej bedömt|resultat|status|betyg|poäng|bedömning|kommentar|kommentarer|anteckning|anteckningar|notering
        |noteringar|anmärkning|anmärkningar|iakttagelse|iakttagelser|avvikelse|avvikelser|åtgärd
        |åtgärder|ansvarig|datum
        |intervall|frekvens|hur ofta|gräns|gränsvärde|mätvärde|utförs av|vem|fel|felaktig
        |interval|frequency|how often|limit|tolerance|fault|who
        |klart|klar|klart datum|senast|signatur|sign|signum|initialer|foto|bild|prioritet|prio|risk|riskbedömning
        |uppföljning|utfall|utförd|utfört|utförd av|kontrollerad|kontrollerad av|uppfyllt|uppfylls
        |uppfyller|ej uppfyllt
        |delvis uppfyllt|revisorns anteckningar|observation|observationer|förbättringsförslag
        |styrka|styrkor|brist|brister
        |frist|deadline|bock|grad|nivå|mognad|vikt|viktning|summa|övrigt|avvik|ej ja|ia|ej akt|datum för åtgärd|i a
        |namn och datum|underskrift|version|uppdaterad|ändrad|kontrolldatum|åtgärdas av|åtgärdat|svarsalternativ|skala
        |answer|answers|yes|no answer|partly|partial|n/a|na|not applicable|not ok|pass|fail
        |pass/fail|result|score|scores
        |points|rating|grade|assessment|comment|comments|note|notes|remark|remarks|finding|findings|observation
        |observations|nonconformity|action|actions|corrective action|responsible|owner|date|due
        |due date|done|completed
        |signature|signed|initials|photo|picture|priority|severity|follow-up|follow up|actual result|compliant
        |non-compliant|conform|conformity|compliance|checked|checked by|verified|auditor
        |auditor notes|weight|max|max score
        |total|yes/no|y/n|y|response|responses|value|level|maturity|outcome|improvement|recommendation|status comment
        |tools|cost|ja/nej|options|conforms|conforming|met|not met|x|✓|✔|tick|met?
        |antwort|nein|teilweise|nicht zutreffend|entfällt|ergebnis|bewertung|punkte|bemerkung|bemerkungen|anmerkung
        |feststellung|feststellungen|abweichung|verantwortlich|erledigt|unterschrift|bis wann
        |termin|i o|n i o|maßnahme
        |ja/nein|kommentare|foto
        |besvarelse|karakter|bemærkning|bemærkninger|merknad|merknader|ansvarlig|dato|underskrift
        |afvigelse|avvik|tiltak
        |handling|funn|ikke relevant|delvist|oppfylt|opfyldt|vurdering|poeng|point|nei|resultat|notat|notater|frist
        |vastaus|kyllä|ei|osittain|ei sovellu|tulos|arvio|pisteet|kommentti|kommentit|huomautus|huomautukset|havainto
        |havainnot|poikkeama|toimenpide|toimenpiteet|vastuuhenkilö|päivämäärä|pvm|allekirjoitus|valmis|tila|huom""",
}

_LANGUAGES = {
    "sv": "sv|sve|swe|svenska|swedish|på svenska|in swedish|schwedisch|svensk|ruotsi|ruotsiksi",
    "en": "en|eng|english|engelska|på engelska|in english|englisch|engelsk|englanti|englanniksi|uk|gb",
    "other": "de|deutsch|german|tyska|fi|suomi|finnish|finska|suomeksi|no|nb|norsk|norwegian|norska|da|dk|dansk|danish"
    "|danska|fr|french|franska|français|es|spanish|spanska|español|zh|chinese|ja|ko|pt|it|pl|polska|ar|arabiska|arabic"
    "|so|somaliska|ru|nl|tysk|englisch/deutsch",
}
_TAGS = {word: language for language, words in _LANGUAGES.items() for word in words.split("|")}
_LONG_TAGS = {word: language for word, language in _TAGS.items() if len(word) > 3}
_PROMISES: dict[str, Promise] = {}
for (_kind, _strength), _words in _WORDS.items():
    for _word in _words.split("|"):
        _PROMISES.setdefault(" ".join(_word.split()), Promise(_kind, _strength))

_ENDINGS: tuple[tuple[str, Promise], ...] = tuple(
    (ending, Promise(kind, 2))
    for kind, endings in {
        Kind.QUESTION: "frågor fråga frågorna frage fragen spørgsmål spørsmål kysymys kysymykset kontrollpunkt punkter",
        Kind.SECTION: "område områden bereich kategori avsnitt category",
        Kind.ANSWER: "datum kommentar kommentarer anteckning anteckningar bedömning svar resultat poäng status "
        "ansvarig kommentti antwort ergebnis bewertung åtgärd åtgärder signatur avvikelse avvikelser score comment "
        "comments date",
        Kind.REFERENCE: "hänvisning referens referenz viite henvisning lagrum clause reference",
        Kind.NUMBER: "nummer nr",
        Kind.GUIDANCE: "anvisning instruktion vägledning text hinweis ohje",
    }.items()
    for ending in endings.split()
)
_ALL_ENDINGS = tuple(ending for ending, _ in _ENDINGS)
_LONG_STARTS = tuple(f"{word} " for word in _LONG_TAGS)
_TAGGED = re.compile(r"^(.*?)[\s_\-–/:.(\[]+\(?([a-zåäöçñ ]{2,12})[)\]]?$")
_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]\s*")
_EDGES = " \t:;.,*?!-–—_\"'“”\xa0"


@lru_cache(maxsize=4096)
def promise_of(header: str) -> Promise:
    """What the words over a column promise."""
    text = plain_header(header)
    if not text or len(text) > LONGEST_HEADER or text.count(" ") > _MOST_WORDS:
        return UNKNOWN
    tagged, language = _without_language(text)
    found = _exact(text)
    if found is UNKNOWN or (language and tagged):
        found = _exact(tagged) if tagged else found
    if found is UNKNOWN:
        found = _loosely(tagged or text)
    return Promise(found.kind, found.strength, language)


@lru_cache(maxsize=4096)
def plain_header(text: str) -> str:
    """A header without capitals, line breaks and the signs around it, for comparing."""
    return " ".join(text.casefold().replace("_", " ").split()).strip(_EDGES)


def language_named(header: str) -> str:
    """sv, en or other when a header is nothing but the name of a language."""
    return _TAGS.get(plain_header(header).strip("()"), "")


def _without_language(text: str) -> tuple[str, str]:
    """The text before a language's name, and the language, both empty where none is named."""
    if text in _LONG_TAGS:
        return "", _LONG_TAGS[text]
    match = _TAGGED.match(text)
    if match and (language := _TAGS.get(match[2].strip())) and _sure(match[1], match[2], text):
        return match[1].strip(_EDGES + "(["), language
    if not text.startswith(_LONG_STARTS):
        return text, ""
    for word, language in _LONG_TAGS.items():
        if text.startswith(f"{word} "):
            return text[len(word) :].strip(_EDGES), language
    return text, ""


def _sure(_before: str, tag: str, text: str) -> bool:
    """A short tag is one only in brackets or as a word of its own after a known word: “label en”, not “ja/nej no”."""
    return len(tag) > 3 or f"({tag}" in text or f"[{tag}" in text or _exact(_before.strip(_EDGES)).kind not in _ANSWERS


_ANSWERS = (Kind.ANSWER, Kind.NUMBER)


def _exact(text: str) -> Promise:
    if text in _PROMISES:
        return _PROMISES[text]
    bare = " ".join(_BRACKETS.sub(" ", text).replace(".", " ").split()).strip(_EDGES)
    return _PROMISES.get(bare, UNKNOWN)


def _loosely(text: str) -> Promise:
    """The best of the words in a header of several, or the end of a compound."""
    text = _BRACKETS.sub(" ", text)
    words = [word.strip(_EDGES) for word in re.split(r"[\s/&,]+", text)]
    words = [word for word in words if word]
    if len(words) > 7:
        return UNKNOWN
    found = [_PROMISES[word] for word in words if len(word) > 1 and word in _PROMISES]
    compounds = [word for word in words if len(word) > 4 and word.endswith(_ALL_ENDINGS)]
    found += [promise for word in compounds for ending, promise in _ENDINGS if word.endswith(ending)]
    if not found:
        return UNKNOWN
    best = max(found, key=lambda promise: promise.strength)
    return Promise(best.kind, 2 if best.strength > 1 and len(words) <= 2 else 1)
