"""Arrivals: coming to one question, finding or note of the day from anywhere in the program."""

from qmsdesk.ui.conduct.page import ConductPage


def come_to_question(page: ConductPage, question_id: str) -> None:
    """Open a question, whatever stands in the middle."""
    page.at_questions(lambda: page.questions.open(page.day.question(question_id)))


def come_to_note(page: ConductPage, note_id: str) -> None:
    """Show a note where it stands: at its question, under its finding, or among those to be sorted."""
    dossier = page.day.dossier
    questions = [link.question_id for link in dossier.note_links if link.note_id == note_id]
    findings = [link.finding_id for link in dossier.finding_notes if link.note_id == note_id]
    if questions:
        come_to_question(page, questions[0])
        page.questions.card.notes.go_to(note_id)
    elif findings:
        page.open_finding(findings[0])
    elif page.side.has_waiting(note_id):
        if page.columns.width_mode != "wide":
            page.middle.turn_to(page.side)
        page.side.go_to(note_id)
