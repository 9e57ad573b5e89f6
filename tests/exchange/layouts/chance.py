"""Layouts put together at random, with what stands in them known: habits of many people, in two languages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from qmsdesk.exchange.sources.sheets import Cell, Row, Sheet

SECTION_STYLES = (
    "none", "column", "filled down", "merged column", "merged row", "row", "upper row", "number column", "numbered row",
    "sheets", "tables", "answers head",
)  # fmt: skip
NUMBERS = ("none", "plain", "dotted", "lettered", "in text")
FOOTERS = ("none", "total", "signature", "legend", "note")
HELPERS = ("none", "lists", "hidden", "instructions")

_NOUNS = {
    "sv": "avvikelser klagomål läkemedel nycklar introduktion brandskydd städning bemanning upphandling arkivering "
    "delegering sekretess hygien transporter fordon maskiner kemikalier skyddsronder vikarier journaler",
    "en": "deviations complaints medicines keys introductions fire-safety cleaning staffing purchasing archiving "
    "delegation secrecy hygiene transports vehicles machines chemicals inspections substitutes records",
}
_ASKED = {
    "sv": (
        "Finns det en aktuell rutin för {0}?", "Hur följs {0} upp under året?", "Vem ansvarar för {0}?",
        "Är alla medarbetare informerade om {0}?", "När diskuterades {0} senast på mötet?",
        "Vad gör ni om {0} inte fungerar som det ska?", "Dokumenteras {0}?",
    ),
    "en": (
        "Is there a current routine for {0}?", "How is the work with {0} followed up?", "Who is responsible for {0}?",
        "Are all employees informed about {0}?", "When was {0} last discussed at a meeting?",
        "What do you do if {0} does not work as it should?", "Is {0} documented?",
    ),
}  # fmt: skip
_TOLD = {
    "sv": (
        "Rutinen för {0} är känd av alla", "Ansvaret för {0} är fördelat och dokumenterat", "Det finns en plan för {0}",
        "Arbetet med {0} följs upp minst en gång per år", "Personalen har fått utbildning i {0}",
    ),
    "en": (
        "The routine for {0} is known to everyone", "Responsibility for {0} is assigned and documented",
        "There is a plan for {0}", "Work with {0} is followed up at least once a year", "Staff are trained in {0}",
    ),
}  # fmt: skip
_SECTIONS = {
    "sv": [
        "Ledning",
        "Lokaler och utrustning",
        "Personal",
        "Dokumentation",
        "Uppföljning",
        "Mat och hygien",
        "Säkerhet",
    ],
    "en": ["Management", "Premises and equipment", "People", "Documentation", "Follow-through", "Food", "Safety"],
}
_HEADS: dict[str, dict[str, list[str]]] = {
    "sv": {
        "number": ["Nr", "Nr.", "#", "Löpnr", "Fråga nr"],
        "section": ["Område", "Kategori", "Avsnitt", "Process", "Frågeområde"],
        "question": ["Fråga", "Kontrollpunkt", "Frågeställning", "Revisionsfråga", "Att kontrollera", "Krav", "Moment"],
        "guidance": ["Vägledning", "Stöd", "Hjälptext", "Att tänka på"],
        "reference": ["Referens", "Lagrum", "ISO 9001"],
        "answers": [
            "Ja|Nej|Ej aktuellt",
            "Svar",
            "Bedömning",
            "OK|Ej OK",
            "Uppfyllt|Delvis|Ej uppfyllt",
            "Status",
            "Poäng",
        ],
        "after": [
            "Kommentar",
            "Anteckningar",
            "Åtgärd|Ansvarig|Klart datum",
            "Datum|Sign",
            "Iakttagelse",
            "Anmärkning",
        ],
    },
    "en": {
        "number": ["No", "No.", "#", "ID", "Item no"],
        "section": ["Area", "Category", "Section", "Process", "Topic"],
        "question": ["Question", "Checkpoint", "Audit question", "Requirement", "Checklist item", "Criteria", "Item"],
        "guidance": ["Guidance", "Help", "Explanation", "How to check"],
        "reference": ["Reference", "Clause", "ISO clause"],
        "answers": ["Yes|No|N/A", "Answer", "Assessment", "OK|Not OK", "Compliant|Partly|No", "Status", "Score"],
        "after": ["Comments", "Notes", "Action|Responsible|Due date", "Date|Signature", "Findings", "Remarks"],
    },
}
_TITLES = {"sv": "Checklista {0}", "en": "Checklist {0}"}
_FIELDS = {"sv": ["Enhet:", "Datum:", "Revisor:"], "en": ["Unit:", "Date:", "Auditor:"]}
_FOOTER_LINES = {
    "sv": {
        "total": [["Summa"]], "signature": [["Datum och underskrift:"], ["Namnförtydligande"]],
        "legend": [["Förklaring"], ["Ja = uppfyllt"], ["Nej = avvikelse"]],
        "note": [["Spara blanketten i diariet."]],
    },
    "en": {
        "total": [["Total score"]], "signature": [["Date and signature:"], ["Name:"]],
        "legend": [["Legend"], ["Yes = fulfilled"], ["No = nonconformity"]],
        "note": [["Note: keep this form for five years."]],
    },
}  # fmt: skip
_INSTRUCTIONS = {
    "sv": [["Så här gör du"], ["Gå igenom frågorna i tur och ordning."], ["Skriv en kommentar där det behövs."]],
    "en": [["How to use this"], ["Go through the questions one by one."], ["Write a comment where needed."]],
}
_LISTS = {"sv": [["Status"], ["Ja"], ["Nej"], ["Delvis"]], "en": [["Status"], ["Yes"], ["No"], ["Partly"]]}


@dataclass
class Chance:
    """A layout and its truth: the title of a section with its questions, in order."""

    style: dict[str, str]
    sheets: list[Sheet] = field(default_factory=list)
    truth: list[tuple[str, list[str]]] = field(default_factory=list)


def made(random: Random) -> Chance:
    """A layout at random."""
    return _Drawing(random).draw()


class _Drawing:
    """One layout in the making."""

    def __init__(self, random: Random) -> None:
        self._random = random
        pick: Callable[[tuple[str, ...]], str] = random.choice
        self._language = pick(("sv", "sv", "en"))
        self._heads = _HEADS[self._language]
        style = {"language": self._language, "sections": pick(SECTION_STYLES), "numbers": pick(NUMBERS)}
        style |= {"footer": pick(FOOTERS), "helper": pick(HELPERS), "asked": pick(("question", "statement"))}
        style |= {"header": pick(("one", "one", "one", "two", "none")), "titles": pick(("0", "1", "2", "3"))}
        self._style = style
        self._settle()
        self._with_guidance = random.random() < 0.3
        self._with_reference = random.random() < 0.3
        self._gaps = random.random() < 0.3
        self._indent = random.choice((0, 0, 0, 1))
        self._rows: list[tuple[list[str | Cell], bool]] = []

    def _settle(self) -> None:
        """What no person could tell either is not drawn: bare lines among bare lines of the same kind."""
        style = self._style
        if style["sections"] == "answers head":
            style["header"], style["numbers"] = "none", "none"
        if style["sections"] == "tables" and style["header"] == "none":
            style["header"] = "one"
        if style["sections"] == "numbered row":
            style["numbers"] = "dotted"
        if style["sections"] == "number column" and style["numbers"] in {"none", "in text"}:
            style["numbers"] = "plain"
        if style["sections"] == "row" and style["asked"] == "statement" and style["numbers"] == "none":
            style["numbers"] = "plain"
        if style["header"] == "none":
            style["titles"] = "1" if style["titles"] != "0" else "0"
            if style["asked"] == "statement" and style["footer"] == "note" and style["numbers"] == "none":
                style["footer"] = "none"

    def draw(self) -> Chance:
        chance = Chance(self._style)
        groups = self._groups()
        chance.truth = groups
        if self._style["sections"] == "sheets":
            for title, asked in groups:
                chance.sheets.append(self._sheet(title, [("", asked)]))
        else:
            chance.sheets.append(self._sheet(self._random.choice(("Blad1", "Sheet1", "Frågor")), groups))
        return self._with_helper(chance)

    def _groups(self) -> list[tuple[str, list[str]]]:
        named = self._style["sections"] != "none"
        titles = self._random.sample(_SECTIONS[self._language], self._random.randint(2, 4)) if named else [""]
        forms = (_ASKED if self._style["asked"] == "question" else _TOLD)[self._language]
        every = [form.format(noun) for form in forms for noun in _NOUNS[self._language].split()]
        self._random.shuffle(every)
        groups = []
        for number, title in enumerate(titles, 1):
            asked = [every.pop() for _ in range(self._random.randint(2, 7) if named else self._random.randint(4, 20))]
            if self._style["numbers"] == "in text":
                asked = [f"{number}.{at} {text}" if named else f"{at}. {text}" for at, text in enumerate(asked, 1)]
            groups.append((self._title(title, number), asked))
        return groups

    def _title(self, title: str, number: int) -> str:
        if self._style["sections"] == "upper row":
            return title.upper()
        if title and self._style["numbers"] == "in text" and self._style["sections"] == "row":
            return f"{number}. {title}"
        return title

    def _sheet(self, name: str, groups: list[tuple[str, list[str]]]) -> Sheet:
        self._rows = []
        columns = self._columns()
        self._titles()
        if self._style["header"] != "none" and self._style["sections"] != "tables":
            self._header(columns)
        count = 0
        for number, (title, asked) in enumerate(groups, 1):
            self._begin(title, number, columns, first=number == 1)
            for at, text in enumerate(asked, 1):
                count += 1
                self._ask(columns, title if at == 1 else "", title, len(asked), self._label(number, at, count), text)
        self._footer(columns)
        return self._made(name)

    def _columns(self) -> list[str]:
        style = self._style
        columns = []
        if style["sections"] in {"column", "filled down", "merged column"}:
            columns.append("section")
        if style["numbers"] in {"plain", "dotted", "lettered"}:
            columns.insert(self._random.choice((0, len(columns))), "number")
        columns.append("question")
        extra = ["guidance"] * self._with_guidance + ["reference"] * self._with_reference
        self._random.shuffle(extra)
        return columns + extra

    def _titles(self) -> None:
        count = int(self._style["titles"])
        if count:
            self._add([_TITLES[self._language].format(self._random.choice(_NOUNS[self._language].split()))])
        if count > 1:
            self._add([self._random.choice(("2026", "Version 2", "ISO 9001:2015"))])
        if count > 2:
            self._gap()
            for name in _FIELDS[self._language]:
                self._add([name])
        if count and (self._style["header"] == "none" or self._random.random() < 0.6):
            self._gap()

    def _header(self, columns: list[str]) -> None:
        heads: list[str] = [self._head(name) for name in columns]
        answers = self._answers().split("|")
        after = self._random.choice(self._heads["after"]).split("|")
        if self._style["header"] == "two" and len(answers) > 1:
            upper = self._heads["answers"][2]
            place = self._indent + len(heads)
            wide = Cell(place, upper, 1, len(answers))
            self._add([*heads, wide, *[""] * (len(answers) - 1), *after])
            self._add([*[""] * len(heads), *answers])
        else:
            self._add([*heads, *answers, *after])

    def _answers(self) -> str:
        return self._random.choice(self._heads["answers"])

    def _head(self, name: str) -> str:
        self._chosen = getattr(self, "_chosen", {})
        if name not in self._chosen:
            self._chosen[name] = self._random.choice(self._heads[name])
        return self._chosen[name]

    def _begin(self, title: str, number: int, columns: list[str], *, first: bool) -> None:
        style = self._style["sections"]
        if not first and (self._gaps or style == "tables"):
            self._gap()
        at = columns.index("question")
        if style == "merged row":
            self._add([Cell(self._indent, title, 1, len(columns) + 2)])
        elif style in {"row", "upper row"}:
            self._add([*[""] * at, title])
        elif style == "number column":
            self._add([title])
        elif style == "numbered row":
            label = [""] * at
            label[columns.index("number")] = str(number)
            self._add([*label, title])
        elif style == "tables":
            self._add([title])
            self._header(columns)
        elif style == "answers head":
            self._add([*[""] * at, title, *("Ja", "Nej", "Kommentar")])

    def _ask(self, columns: list[str], first: str, title: str, count: int, label: str, text: str) -> None:
        style = self._style["sections"]
        cells: dict[str, str | Cell] = {"number": label, "question": text}
        if style == "column":
            cells["section"] = title
        elif style == "filled down":
            cells["section"] = first
        elif style == "merged column" and first:
            cells["section"] = Cell(self._indent + columns.index("section"), first, count, 1)
        if self._with_guidance and self._random.random() < 0.8:
            cells["guidance"] = {"sv": "Be om exempel från verksamheten", "en": "Ask for examples from daily work"}[
                self._language
            ]
        if self._with_reference and self._random.random() < 0.8:
            cells["reference"] = f"{self._random.randint(4, 10)}.{self._random.randint(1, 6)}"
        self._add([cells.get(name, "") for name in columns])

    def _label(self, number: int, at: int, count: int) -> str:
        style = self._style["numbers"]
        if style == "dotted":
            return f"{number}.{at}"
        if style == "lettered":
            return f"{'ABCDEFG'[number - 1]}{at}"
        return str(count) if style == "plain" else ""

    def _footer(self, columns: list[str]) -> None:
        if self._style["footer"] == "none":
            return
        if self._random.random() < 0.7:
            self._gap()
        place = self._random.choice((0, columns.index("question")))
        for line in _FOOTER_LINES[self._language][self._style["footer"]]:
            self._add([*[""] * place, *line])

    def _with_helper(self, chance: Chance) -> Chance:
        helper = self._style["helper"]
        if helper == "instructions":
            name = {"sv": "Instruktion", "en": "Instructions"}[self._language]
            chance.sheets.insert(0, _plain(name, _INSTRUCTIONS[self._language]))
        elif helper != "none":
            name = {"sv": "Listor", "en": "Lists"}[self._language]
            chance.sheets.append(_plain(name, _LISTS[self._language], is_hidden=helper == "hidden"))
        return chance

    def _add(self, cells: list[str | Cell]) -> None:
        self._rows.append((cells, True))

    def _gap(self) -> None:
        self._rows.append(([], False))

    def _made(self, name: str) -> Sheet:
        rows = []
        for number, (cells, filled) in enumerate(self._rows, 1):
            if filled:
                held = tuple(
                    cell if isinstance(cell, Cell) else Cell(column + self._indent, cell)
                    for column, cell in enumerate(cells)
                    if cell
                )
                rows.append(Row(number, held))
        return Sheet(name, tuple(rows))


def _plain(name: str, lines: list[list[str]], *, is_hidden: bool = False) -> Sheet:
    rows = (Row(n, tuple(Cell(at, text) for at, text in enumerate(line))) for n, line in enumerate(lines, 1))
    return Sheet(name, tuple(rows), is_hidden)
