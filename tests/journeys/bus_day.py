"""A whole day through the accessibility bus alone. The system's Python runs it beside the program, see `bus`."""

from bus import Reader


def day(reader: Reader) -> None:
    prepare(reader)
    conduct(reader)
    agree(reader)
    close(reader)
    reader.press("Report", "radio button")
    reader.sees("Draft report")
    named(reader)
    reader.press("Follow up", "radio button")
    reader.sees("Show the mission on the notice board")
    named(reader)


def prepare(reader: Reader) -> None:
    named(reader)
    reader.press("Prepare")
    reader.find("text", "Registration number")
    named(reader)
    named(reader)
    reader.press("Programme", "radio button")
    reader.find("push button", "New audit")
    named(reader)
    for page, control in (("Checklists", "Import…"), ("Actions", "Search or do…"), ("Settings", "Back up now")):
        reader.press(page, "radio button")
        reader.find("push button", control)
        named(reader)
    reader.press("Today", "radio button")
    reader.press("Start the day")
    reader.press("Said, next")
    reader.press("Manager")
    named(reader)
    reader.press("We begin now")


def conduct(reader: Reader) -> None:
    reader.press("Fulfilled", "check box")
    reader.write("Note", "Everybody described the mission alike")
    named(reader)
    reader.press("Strength")
    reader.find("text", "Title")
    named(reader)
    reader.press("Back to the question")
    reader.press("2 How the work is done")
    reader.press("Not applicable", "check box")
    reader.write("Reason", "Another unit does that")
    reader.press("Make finding")
    reader.press("Improvement proposal", "check box")
    reader.write("Title", "Show the mission on the notice board")
    reader.write("What is to be done", "Show the mission on the notice board")
    reader.write("Owner (role)", "Unit manager")
    reader.press("Back to the question")


def agree(reader: Reader) -> None:
    reader.press("Agree", "radio button")
    named(reader)
    reader.press("Begin to confer")
    reader.press("Alike", "radio button")
    reader.press("Agree on")
    reader.press("Main messages", "radio button")
    reader.write("Main message 1", "The mission is known by all")
    named(reader)
    reader.press("Ready for the closing meeting")


def close(reader: Reader) -> None:
    reader.find("push button", "Show what you saw")
    named(reader)
    reader.press("Sign")
    reader.find("dialog", "Sign")
    reader.write("Name", "Ingela Forsmyr")
    reader.write("Role", "Unit manager")
    named(reader)
    reader.press("Sign", within="Sign")
    reader.press("End the day")


def named(reader: Reader) -> None:
    assert reader.nameless() == [], reader.controls()


if __name__ == "__main__":
    day(Reader())
