"""Checklists in English and in the languages of neighbours."""

from tests.exchange.layouts.drawing import Layout

LAYOUTS = [
    Layout(
        "plain-list",
        {
            "Sheet1": """
No. | Question | Yes | No | N/A | Comments
1 | Is there a quality policy? | | | |
2 | Are the objectives measurable? | | | |
3 | Is the policy known to all staff? | | | |
"""
        },
        3,
        "Is there a quality policy?",
        "Is the policy known to all staff?",
        language="en",
    ),
    Layout(
        "clauses",
        {
            "Audit": """
INTERNAL AUDIT CHECKLIST
ISO 9001:2015
Auditor: | | Date: |

Clause | Audit question | Evidence | Finding | C/NC/OFI
4.1 | What external issues affect the organisation? | | |
4.2 | Who are the interested parties? | | |
5.1 | How does top management show leadership? | | |
"""
        },
        3,
        "What external issues affect the organisation?",
        "How does top management show leadership?",
        language="en",
    ),
    Layout(
        "sections-in-upper-case",
        {
            "Sheet1": """
Item | Requirement | Compliant | Remarks
 | GENERAL | |
1 | Emergency exits are marked | |
2 | Extinguishers are inspected yearly | |
 | ELECTRICAL | |
3 | Cables are undamaged | |
4 | Panels are closed | |
"""
        },
        4,
        "Emergency exits are marked",
        "Panels are closed",
        ["GENERAL", "ELECTRICAL"],
        language="en",
    ),
    Layout(
        "lettered-sections",
        {
            "Sheet1": """
Ref | Checkpoint | Pass | Fail
A | Housekeeping | |
A1 | Floors are clean and dry | |
A2 | Waste is sorted | |
B | Storage | |
B1 | Shelves are labelled | |
B2 | Nothing blocks the aisles | |
"""
        },
        4,
        "Floors are clean and dry",
        "Nothing blocks the aisles",
        ["Housekeeping", "Storage"],
        language="en",
    ),
    Layout(
        "guidance-and-evidence",
        {
            "Sheet1": """
Category | Question | Guidance | Expected evidence | Reference | Answer
Planning | How are risks identified? | Ask for examples | Risk register | ISO9001:6.1 |
Planning | How are changes planned? | Look at the last one | Change log | ISO9001:6.3 |
Support | How is competence ensured? | Pick three people | Training records | ISO9001:7.2 |
"""
        },
        3,
        "How are risks identified?",
        "How is competence ensured?",
        ["Planning", "Support"],
        language="en",
        guidance="Ask for examples",
    ),
    Layout(
        "scores-below-the-header",
        {
            "Audit": """
5S audit >>7
Area | Item | Score >>5
 | | 0 | 1 | 2 | 3 | 4
Sort vv2 | Only needed tools are at the workplace | | | | |
 | Nothing is stored on the floor | | | | |
Shine vv2 | Machines are clean | | | | |
 | Cleaning plan is followed | | | | |
Total score
"""
        },
        4,
        "Only needed tools are at the workplace",
        "Cleaning plan is followed",
        ["Sort", "Shine"],
        language="en",
    ),
    Layout(
        "key-below",
        {
            "Sheet1": """
Inspection item | OK | Not OK | Action
Handrails are secure | | |
Steps are even | | |
Lighting works | | |

Legend
OK = as required
Not OK = action needed within a week
"""
        },
        3,
        "Handrails are secure",
        "Lighting works",
        language="en",
    ),
    Layout(
        "sheets-as-sections",
        {
            "Cover": "Supplier audit\nCompany: | Acme\nDate: | 2026-01-01",
            "1 Management": "Question | Answer | Comment\nIs there an organisation chart? | |\nWho is responsible? | |",
            "2 Production": "Question | Answer | Comment\nAre work instructions in place? | |",
            "Summary": "Area | Score\nManagement | 3\nProduction | 2",
        },
        3,
        "Is there an organisation chart?",
        "Are work instructions in place?",
        ["1 Management", "2 Production"],
        language="en",
    ),
    Layout(
        "task-list",
        {
            "Sheet1": """
Step | Task | Owner | Due date | Done
1 | Create the account | IT | |
2 | Order a laptop | IT | |
3 | Book an introduction | Manager | |
"""
        },
        3,
        "Create the account",
        "Book an introduction",
        language="en",
    ),
    Layout(
        "statements-with-two-levels",
        {
            "Sheet1": """
Chapter | Section | Statement | Level 1-5
1 Leadership | Vision | There is a shared vision | 3
1 Leadership | Vision | The vision is discussed every year | 2
1 Leadership | Roles | Everyone knows their role | 4
2 People | Learning | Time is set aside for learning | 3
2 People | Learning | New knowledge is shared | 1
"""
        },
        5,
        "There is a shared vision",
        "New knowledge is shared",
        ["1 Leadership", "2 People"],
        language="en",
    ),
    Layout(
        "bilingual-both-headed",
        {
            "Sheet1": """
ID | Question | Fråga | Guidance | Vägledning
Q1 | How do you handle complaints? | Hur hanterar ni klagomål? | Ask for the latest | Be om det senaste
Q2 | Who decides on measures? | Vem beslutar om åtgärder? | Look at the delegation | Se delegationen
"""
        },
        2,
        "Hur hanterar ni klagomål?",
        "Vem beslutar om åtgärder?",
        both=True,
        guidance="Be om det senaste",
    ),
    Layout(
        "deutsch",
        {
            "Tabelle1": """
Interne Auditcheckliste
Nr. | Frage | Bewertung | Bemerkung
1 | Ist die Qualitätspolitik bekannt? | |
2 | Werden die Ziele gemessen? | |
"""
        },
        2,
        "Ist die Qualitätspolitik bekannt?",
        "Werden die Ziele gemessen?",
    ),
    Layout(
        "dansk",
        {
            "Ark1": """
Emne | Spørgsmål | Svar | Bemærkninger
Ledelse | Hvordan følges der op på målene? | |
Ledelse | Er ansvaret beskrevet? | |
Drift | Findes der procedurer for afvigelser? | |
"""
        },
        3,
        "Hvordan følges der op på målene?",
        "Findes der procedurer for afvigelser?",
        ["Ledelse", "Drift"],
    ),
    Layout(
        "norsk",
        {
            "Ark1": """
Nr | Sjekkpunkt | OK | Avvik | Tiltak | Frist
1 | Brannslukkere er kontrollert | | | |
2 | Rømningsveier er frie | | | |
"""
        },
        2,
        "Brannslukkere er kontrollert",
        "Rømningsveier er frie",
    ),
    Layout(
        "suomi",
        {
            "Taul1": """
Nro | Kysymys | Kyllä | Ei | Huomautukset
1 | Onko turvallisuusohje ajan tasalla? | | |
2 | Onko henkilöstö perehdytetty? | | |
"""
        },
        2,
        "Onko turvallisuusohje ajan tasalla?",
        "Onko henkilöstö perehdytetty?",
    ),
]
