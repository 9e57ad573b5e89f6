"""How the window looks and the few widgets that every page needs. Imports Qt and `paths` alone; knows no texts.

A tour; `theme` is the one `Theme`, handed in by constructor:

theme.theme       Theme(mode, scale)            apply(app) once; set_mode("dark"), set_scale(1.5) later; `changed`
                  theme.px(12)                  every length goes through it
                  theme.icon("plus", "muted")   QIcon that tints itself when painted: no work on a change of theme
                  theme.pixmap(name, role, 18, ratio), theme.colour("major.soft"), theme.font("heading")
                  theme.size(widget, width=276) fixed or min_/max_ sizes that follow the scale
                  system_mode()                 "light", "dark" or None where the desktop says nothing
theme.tokens      colours, tones (finding kinds, verdicts, moods), TONE_ICONS, type and space
theme.layouts     column(theme, parent, margins, gap), row(...), rule(); FlowLayout(theme, parent), EvenFlow wrap
theme.labels      label(text, kind, wrap), title, heading, subheading, muted, small, key_hint("Ctrl+K")
theme.buttons     Button(theme, text, kind, icon, key): primary, secondary, quiet, danger, search, step; set_kind(kind)
                  AnswerButton(theme, text, tone, key): 44 px, checkable; restyle(widget) after setting `kind` yourself
                  StepButton(theme, text): show_done(True) ticks it off
theme.cards       Card(theme, look).body; CardButton(theme, look).body with `clicked`; "", accent, current, flat, dashed
theme.chips       Chip(theme, text, tone, icon=None)
theme.navigation  NavList(theme, name): add(key, icon, text), set_count, set_current, set_footer, set_compact; `chosen`
theme.progress    ProgressLine(theme).set_progress(done, total, words)
theme.empty       EmptyState(theme, icon, sentence, button)
theme.banners     Banner(theme, text, tone, button).show_message(text, tone)
theme.scroll      PageScroll(theme).body
theme.edits       GrowingEdit(theme, placeholder, min_lines, max_lines), LongLine(theme, placeholder)
theme.clearing    make_clearable(theme, line): a cross that empties it
theme.line_start  LineStart(line): its beginning is shown while nobody writes in it
theme.tables      PlainTable(theme): a QTableView
theme.toggles     Toggle, CheckBox, RadioButton: pressed by screen readers as by hands; join(group, button)

Plain widgets are dressed too: set the property `kind` to page, bar (top), footer, side or card on a frame, and to a
button kind on a plain QPushButton. The focus ring comes by itself; leave 4 px free round what can have the focus.
"""
