"""`checklist`: the editions there are, one whole, a new one from a file, and one as a file."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from qmsdesk.cli.files import write_file
from qmsdesk.cli.options import PATH, command, epilog, with_json
from qmsdesk.cli.printing import plain, print_json, print_table
from qmsdesk.cli.registers import reading, writing
from qmsdesk.domain.checklists import CHECKLIST_STATE_NAMES, Checklist, ChecklistState, Question, Section
from qmsdesk.domain.editions import Edition
from qmsdesk.domain.errors import FileNotFound
from qmsdesk.domain.question_figures import QuestionFigures, say_found
from qmsdesk.exchange.checklists import ChecklistContent, say_conditions_astray, say_core, write_content
from qmsdesk.exchange.exports.formats import FORMATS, content_in
from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.sources.namings import free_edition, named
from qmsdesk.exchange.sources.understandings import Understanding
from qmsdesk.i18n import N_, Words
from qmsdesk.store.checklists import find_checklist, list_checklists, load_edition, questions_of, sections_of
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.question_figures import figures_of
from qmsdesk.store.register import Register

SHOWN = 70
Part = tuple[Section, list[Question]]
LANGUAGE_NAMES = {"sv": N_("Swedish"), "en": N_("English")}


def checklist_group(_: Words) -> click.Group:
    text = _("List, show, import and export checklists.")
    group = click.Group(
        "checklist",
        help=text,
        short_help=text,
        epilog=epilog(_, ["qmsdesk checklist list"]),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND …"),
    )
    for made in (_list(_), _show(_), _import(_), _export(_)):
        group.add_command(made)
    return group


def _list(_: Words) -> click.Command:
    @command(_, "list", _("List the checklists."), "qmsdesk checklist list")
    @with_json(_)
    def list_(register: Path, as_json: bool) -> None:
        with reading(register) as db:
            lines = list_checklists(db)
        if as_json:
            counts = [{"questions": each.questions, "minutes": each.minutes, "audits": each.audits} for each in lines]
            print_json([plain(line.checklist) | count for line, count in zip(lines, counts, strict=True)])
        elif lines:
            rows = [_row(line.checklist, [line.questions, line.minutes, line.audits], _) for line in lines]
            heads = [_("Code"), _("Edition"), _("Title"), _("State"), _("Questions"), _("Minutes"), _("Times used")]
            print_table(heads, rows, right={4, 5, 6})
        else:
            click.echo(_("There are no checklists yet. “qmsdesk checklist import FILE” brings one in."))

    return list_


def _row(checklist: Checklist, counts: list[int], _: Words) -> list[Any]:
    state = _(CHECKLIST_STATE_NAMES[checklist.state])
    return [checklist.code, checklist.edition, _.pick(checklist, "title"), state, *counts]


def _show(_: Words) -> click.Command:
    @command(_, "show", _("Show one checklist with its questions."), "qmsdesk checklist show improvement-day-core")
    @click.argument("code", metavar=_("CODE"))
    @with_json(_)
    def show(register: Path, code: str, as_json: bool) -> None:
        with reading(register) as db:
            checklist = find_checklist(db, code)
            sections, questions = sections_of(db, checklist.id), questions_of(db, checklist.id)
            figures = figures_of(db, questions)
        parts = [(section, [each for each in questions if each.section_id == section.id]) for section in sections]
        if as_json:
            print_json(_whole(checklist, parts, figures))
        else:
            _print_whole(checklist, parts, figures, _)

    return show


def _whole(checklist: Checklist, parts: list[Part], figures: dict[str, QuestionFigures]) -> dict[str, Any]:
    sections = [
        plain(section)
        | {"questions": [_question(each, f"{n}.{m}", figures[each.id]) for m, each in enumerate(asked, 1)]}
        for n, (section, asked) in enumerate(parts, 1)
    ]
    return plain(checklist) | {"sections": sections}


def _question(question: Question, number: str, figures: QuestionFigures) -> dict[str, Any]:
    counted = {
        "times_asked": figures.asked,
        "minutes_spent": figures.minutes,
        "findings": {str(type_): count for type_, count in sorted(figures.found.items())},
        "improvements_implemented": figures.implemented,
    }
    return plain(question) | {"number": number} | counted


def _print_whole(checklist: Checklist, parts: list[Part], figures: dict[str, QuestionFigures], _: Words) -> None:
    click.echo(f"{_.pick(checklist, 'title')} ({checklist.edition})")
    for n, (section, asked) in enumerate(parts, 1):
        click.echo(f"\n{n}  {_.pick(section, 'title')}")
        for m, question in enumerate(asked, 1):
            click.echo(f"  {f'{n}.{m}':<5} {_.pick(question, 'text')}")
            click.echo(f"        {_said(figures[question.id], _)}")


def _said(figures: QuestionFigures, _: Words) -> str:
    if not figures.asked:
        return _("Not asked yet")
    asked = _.plural("Asked {count} time", "Asked {count} times", figures.asked)
    minutes = _("{minutes} min", minutes=figures.minutes)
    return f"{asked} · {minutes} · {say_found(figures, _)}"


def _import(_: Words) -> click.Command:
    text = _("Import a checklist as a new, published edition: Excel, Word, CSV, YAML, XLSForm, OSCAL and more.")
    examples = ("qmsdesk checklist import kitchens.xlsx --dry-run", "qmsdesk checklist import kitchens.xlsx")

    @command(_, "import", text, *examples)
    @click.argument("file", type=PATH, metavar=_("FILE"))
    @click.option("--dry-run", is_flag=True, help=_("Only say what the file holds; change nothing."))
    @with_json(_)
    def import_(register: Path, file: Path, dry_run: bool, as_json: bool) -> None:
        if not file.exists():
            raise FileNotFound(path=file)
        understanding, of_core = understand(file), ""
        if not dry_run:
            with writing(register) as opened:
                of_core = say_core(opened.db, understanding.content, _)
                understanding = _take_in(opened, understanding)
        elif register.exists():
            with reading(register) as db:
                of_core = say_core(db, understanding.content, _)
        facts = _facts(understanding, _)
        facts["warnings"] += filter(None, (of_core, say_conditions_astray(understanding.content, _)))
        if as_json:
            print_json(facts)
        else:
            _print_facts(facts, dry_run, _)

    return import_


def _take_in(register: Register, understanding: Understanding) -> Understanding:
    """Write the checklist; where its edition is there and asks something else, as the next free edition."""
    content = understanding.content
    known = [line.checklist for line in list_checklists(register.db) if line.checklist.code == content.checklist.code]
    taken = {checklist.edition for checklist in known if checklist.id != content.checklist.id}
    if content.checklist.edition in taken:
        edition = free_edition(content.checklist.edition, taken)
        content = named(content, {}, edition, ChecklistState.PUBLISHED)
    write_content(register, content)
    return replace(understanding, content=content)


def _export(_: Words) -> click.Command:
    text = _("Write a checklist to a file: .xlsx, .docx and .yaml can be imported again, .pdf is to print.")
    files = _("FILE.xlsx|.docx|.yaml|.pdf")

    @command(_, "export", text, "qmsdesk checklist export improvement-day-core -o core.xlsx")
    @click.argument("code", metavar=_("CODE"))
    @click.option("-o", "output", type=PATH, required=True, metavar=files, help=_("Where to."))
    def export(register: Path, code: str, output: Path) -> None:
        suffix = output.suffix.lower()
        if suffix not in FORMATS and suffix != ".pdf":
            raise click.BadParameter(_("the file must end in .xlsx, .docx, .yaml or .pdf"), param_hint="-o")
        with reading(register) as db:
            checklist = find_checklist(db, code)
            content, whole = content_in(db, checklist), load_edition(db, checklist.id)
            organisation = the_organisation(db).name
        made = FORMATS[suffix](content, _) if suffix in FORMATS else _as_pdf(whole, organisation, _)
        write_file(output, made)
        click.echo(str(output))

    return export


def _as_pdf(content: Edition, organisation: str, _: Words) -> bytes:
    from qmsdesk.report.checklists import checklist_paper  # brings in ReportLab, which most commands do without

    now = dt.datetime.now().astimezone()
    held = (content.checklist, content.sections, content.questions)
    return checklist_paper(*held, _, organisation=organisation, stamp=now)


def _facts(understanding: Understanding, _: Words) -> dict[str, Any]:
    content = understanding.content
    left_out = [
        {"place": each.place.say(_), "text": each.text, "reason": _(each.reason)} for each in understanding.left_out
    ]
    return {
        "title": _.pick(content.checklist, "title"),
        "code": content.checklist.code,
        "edition": content.checklist.edition,
        "language": ", ".join(content.languages),
        "sections": understanding.sections,
        "questions": len(content.questions),
        "first": _.pick(content.questions[0], "text"),
        "last": _.pick(content.questions[-1], "text"),
        "left_out": left_out,
        "warnings": [*(_(warning) for warning in understanding.warnings), *_warnings(content, _)],
    }


def _warnings(content: ChecklistContent, _: Words) -> list[str]:
    """Where a checklist asks in both languages, the questions that lack one of them."""
    languages = content.languages
    missing = {language: len(content.without(language)) for language in languages if len(languages) > 1}
    return [
        _.plural(
            "{count} question is not asked in {language}.",
            "{count} questions are not asked in {language}.",
            count,
            language=_(LANGUAGE_NAMES[language]),
        )
        for language, count in missing.items()
        if count
    ]


def _print_facts(facts: dict[str, Any], dry_run: bool, _: Words) -> None:
    counts = [
        _.plural("{count} section", "{count} sections", facts["sections"]),
        _.plural("{count} question", "{count} questions", facts["questions"]),
    ]
    click.echo(f"{facts['title']} ({facts['edition']}): {', '.join(counts)}")
    click.echo(_("First: {question}", question=_one_line(facts["first"])))
    click.echo(_("Last: {question}", question=_one_line(facts["last"])))
    if facts["left_out"]:
        count = len(facts["left_out"])
        click.echo(_.plural("{count} text was left out:", "{count} texts were left out:", count))
    for each in facts["left_out"]:
        click.echo(f"  {each['place']}: {_shortened(each['text'])} ({each['reason']})")
    for warning in facts["warnings"]:
        click.echo(warning)
    click.echo(_("Nothing was changed.") if dry_run else _("The checklist is in the register."))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"
