"""Refusals: what the program cannot do as asked, each with the one sentence that says what is wrong and what to do."""

import errno
from typing import Any, ClassVar

from qmsdesk.i18n import N_, Words


class Refusal(Exception):
    """A person can put this right. Fields given as catalogue texts are translated with the sentence."""

    sentence: ClassVar[str]

    def __init__(self, **fields: Any) -> None:
        super().__init__(type(self).__name__, fields)
        self.fields = fields

    def say(self, _: Words) -> str:
        """The sentence in a language."""
        return _(self.sentence, **{name: _shown(value, _) for name, value in self.fields.items()})

    def __str__(self) -> str:
        return self.sentence.format(**{name: _joined(value) for name, value in self.fields.items()})


def _shown(value: Any, _: Words) -> Any:
    if isinstance(value, list):
        return _joined([_(item) for item in value])
    return _(value) if isinstance(value, str) else value


def _joined(value: Any) -> Any:
    return ", ".join(value) if isinstance(value, list) else value


# The register file


class RegisterIsMissing(Refusal):
    sentence = N_("There is no register at {path}. Check the path, and that the disk or folder it was on is there.")


class RegisterExists(Refusal):
    sentence = N_("There is already a register at {path}. Choose another place; nothing was changed.")


class RegisterIsFolder(Refusal):
    sentence = N_("{path} is a folder. Choose a file for the register.")


class RegisterNotWritable(Refusal):
    sentence = N_("You may not write to {path}. Choose another place, or ask for write permission.")


class RegisterIsSynced(Refusal):
    sentence = N_(
        "{owner} syncs the folder of {path}, and a register loses what you write there. Keep it in a folder on this "
        "computer alone."
    )


class RegisterOnShare(Refusal):
    sentence = N_(
        "{path} is on another computer ({share}), and a register loses what you write there. Keep it in a folder on "
        "this computer alone."
    )


class RegisterNotReadable(Refusal):
    sentence = N_("The register {path} could not be opened: {reason}. Check that the place is there and yours to read.")


class NotARegister(Refusal):
    sentence = N_("{path} is not a qmsdesk register. It was left untouched; choose another file.")


class RegisterIsDamaged(Refusal):
    sentence = N_("The register {path} is damaged. It was kept as it is; restore the last good backup.")


class RegisterIsNewer(Refusal):
    sentence = N_(
        "The register {path} was written by a newer version of qmsdesk. Upgrade the program; the file is untouched."
    )


class RegisterInUse(Refusal):
    sentence = N_(
        "The register {path} is already open in another qmsdesk on this computer. Use that window, or close it first."
    )


class RegisterIsAway(Refusal):
    sentence = N_(
        "The register {path} is no longer in its place. Put its disk or folder back: until then nothing new is saved, "
        "and what you write stays on the screen."
    )


class DiskFails(Refusal):
    sentence = N_(
        "The disk of {path} fails to read or write. Check the disk and its cable: until it works nothing new is saved, "
        "and what you write stays on the screen."
    )


class DiskIsFull(Refusal):
    sentence = N_("There is no room left on the disk of {path}. Free some space; what was saved until now is safe.")


class BackupNotVerified(Refusal):
    sentence = N_(
        "The backup {path} could not be verified and was removed. The register itself is untouched; try another place."
    )


class BackupNotUsable(Refusal):
    sentence = N_("{path} is not a usable backup. Choose another one; the register was not changed.")


class BackupNotCopied(Refusal):
    sentence = N_(
        "The backup is made, but no copy of it could be put in {folder}: {reason}. The next one is tried by itself."
    )


class RegisterIsDecided(Refusal):
    sentence = N_(
        "Your organisation has decided that the register is {path}, and no other is written to. Ask IT if it should be "
        "otherwise."
    )


class DemoIsOff(Refusal):
    sentence = N_("Your organisation has switched the demo off. Ask IT if you need it.")


# Audits and their content


class AuditNotFound(Refusal):
    sentence = N_("There is no audit “{audit}” in this register. “qmsdesk audits” lists them.")


class UnitNotFound(Refusal):
    sentence = N_("There is no unit {unit} in the register. These are there: {units}.")


class AuditIsFinal(Refusal):
    sentence = N_("Audit {number} is final and read-only.")


class FinalWithoutReport(Refusal):
    sentence = N_("Audit {number} becomes final with its report, and none is kept. Choose “Make the report final…”.")


class AuditIsNotLocked(Refusal):
    sentence = N_("Audit {number} is open already.")


class OnlyTheLeadReopens(Refusal):
    sentence = N_("Audit {number} can be reopened by its lead auditor only. Ask them.")


class ReasonIsMissing(Refusal):
    sentence = N_("Say why, in a sentence.")


class ActionsAreOpen(Refusal):
    sentence = N_("Audit {number} still has something open: {open}. Settle that before you close the audit.")


class StateCannotFollow(Refusal):
    sentence = N_("Audit {number} is in the state “{now}” and cannot go to “{later}”.")


class AuditorAuditsOwnUnit(Refusal):
    sentence = N_("{name} works in this unit and cannot audit it. Choose somebody from another unit.")


class FindingIsIncomplete(Refusal):
    sentence = N_("Finding {number} still lacks: {parts}. Fill that in first.")


class EffectNotChecked(Refusal):
    sentence = N_(
        "A nonconformity cannot close while an action is open or its effect is unchecked. Check the effect first."
    )


class SampleExceedsWhole(Refusal):
    sentence = N_("You cannot have looked at {looked_at} of {out_of}. The whole comes last; correct one of them.")


class ChecklistIsPublished(Refusal):
    sentence = N_("“{title}” edition {edition} is published and never changes. Make a new edition instead.")


class ChecklistNotFound(Refusal):
    sentence = N_("There is no checklist “{checklist}” in this register. “qmsdesk checklist list” lists them.")


class ChecklistNotReadable(Refusal):
    sentence = N_("{file} could not be read as a checklist: {reason} (line {line}). Correct the file and try again.")


class NoChecklistInFile(Refusal):
    sentence = N_("{file} cannot be taken in as a checklist: {reason}. Mend it and try again, or choose another file.")


class ChecklistIncomplete(Refusal):
    sentence = N_("{file} is not a checklist yet: {place} lacks “{field}”. Add it and try again.")


class PasswordProtected(Refusal):
    sentence = N_("{file} is password-protected. Open it in its own program, save it without a password and try again.")


class FileTooLarge(Refusal):
    sentence = N_(
        "{file} holds or unpacks to far more than a checklist does, so it was not opened. Choose another file."
    )


class SheetTooWide(Refusal):
    sentence = N_(
        "{file} has a text far away from all the others, in row {row}. Delete what stands there, save and try again."
    )


class ImportCancelled(Refusal):
    sentence = N_("The import was cancelled; nothing was changed.")


class CellIsTooSmall(Refusal):
    sentence = N_("“{start}…” is longer than a cell of a spreadsheet can hold. Export the checklist as .docx or .yaml.")


class ChecklistIsEmpty(Refusal):
    sentence = N_("“{title}” has no questions yet. Choose another checklist, or add questions to this one first.")


class ChecklistIsDraft(Refusal):
    sentence = N_("“{title}” edition {edition} is still a draft. Publish it first.")


class EditionExists(Refusal):
    sentence = N_("There is an edition {edition} of “{title}” already. Give this one another name.")


class QuestionsWithoutText(Refusal):
    sentence = N_("These have no text yet: {places}. Write it, or remove them.")


class ConditionLeadsNowhere(Refusal):
    sentence = N_("These depend on a question that is gone or comes later: {places}. Choose an earlier one.")


class CoreIsModule(Refusal):
    sentence = N_("“{title}” extends another checklist itself, so it cannot be extended. Choose another core.")


class ModuleIsCore(Refusal):
    sentence = N_("Other checklists extend “{title}”, so it cannot extend another one itself.")


class OnlyTheLeadMoves(Refusal):
    sentence = N_("Audit {number} can be moved to another edition by its lead auditor only. Ask them.")


class FieldIsFull(Refusal):
    sentence = N_("A field holds at most {limit} characters, and this one is full. Go on in another one.")


class TextIsTooLong(Refusal):
    sentence = N_("A field holds at most {limit} characters, so nothing was put in. Take a shorter part of the text.")


# Photos and other evidence


class EvidenceIsEmpty(Refusal):
    sentence = N_("{file} is empty. Choose another file, or take the picture again.")


class EvidenceNotReadable(Refusal):
    sentence = N_("{file} could not be read: {reason}. Copy it to this computer first, and try again.")


class NotEvidence(Refusal):
    sentence = N_(
        "{file} is neither a picture nor a document. Choose a picture (JPEG, PNG), a PDF or an office document."
    )


class ProgramIsNoEvidence(Refusal):
    sentence = N_("{file} is a program and is not taken in. Take a picture of the screen instead.")


class PhotoIsDamaged(Refusal):
    sentence = N_("The picture {file} is damaged or not whole. Copy it again from where it comes.")


class PhotoIsTooLarge(Refusal):
    sentence = N_("The picture {file} has {megapixels} megapixels, and {limit} are the most. Make it smaller first.")


class PhotoMoves(Refusal):
    sentence = N_("{file} is a moving picture. Save the moment you mean as a still picture.")


class PhotoIsHeic(Refusal):
    sentence = N_(
        "{file} is a HEIC picture, which cannot be read here. Choose “Most compatible” (JPEG) in the phone's camera "
        "settings, or send the picture as JPEG."
    )


class EvidenceIsTooLarge(Refusal):
    sentence = N_("{file} has {megabytes} MB, and {limit} are the most. Attach only the pages that matter.")


# Reports


class NotALogo(Refusal):
    sentence = N_("{file} is not a picture. Choose the logo as a PNG or JPEG file.")


class LogoIsTooLarge(Refusal):
    sentence = N_("{file} has {megabytes} MB, and {limit} are the most for a logo. Save it smaller first.")


class MaskWithoutReason(Refusal):
    sentence = N_("Say by which provision this is masked. It stands in the copy where the text was.")


class MaskIsTooShort(Refusal):
    sentence = N_("Mark at least {least} characters. They are masked wherever they stand in the report.")


class CopyWithoutReceiver(Refusal):
    sentence = N_("Say whom the copy is given to, as a role or an organisation. It stands in the log of copies.")


class CopyWithoutMasks(Refusal):
    sentence = N_("Nothing is masked. Mask something first, or give out the report itself.")


# Files


class FileNotWritable(Refusal):
    sentence = N_("{path} could not be written: {reason}. Choose another place.")


class FileNotFound(Refusal):
    sentence = N_("There is no file {path}. Check the name.")


class FileNotReadable(Refusal):
    sentence = N_("{path} could not be read: {reason}. Choose another file, or copy it to this computer first.")


class ReportNotKept(Refusal):
    sentence = N_("What was kept of this report is gone or no longer the same. Look for it in a backup.")


class PhraseIsEmpty(Refusal):
    sentence = N_("There is nothing to keep yet. Write the text first.")


class PhraseIsKept(Refusal):
    sentence = N_("This text is kept as a phrase already.")


_REASONS = {
    errno.EACCES: N_("you lack permission"),
    errno.EPERM: N_("you lack permission"),
    errno.EROFS: N_("the place is read-only"),
    errno.ENOSPC: N_("the disk is full"),
    errno.ENOENT: N_("the folder is missing"),
    errno.ENOTDIR: N_("a part of the path is a file"),
    errno.EEXIST: N_("a part of the path is a file"),
    errno.EISDIR: N_("it is a folder"),
}


def reason_of(error: OSError) -> str:
    """Why the system would not read or write a file, as a text for `{reason}`; its own words where we have none."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
