"""Years: what is counted as held, in use, answered and worth its hours."""

import datetime as dt

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.plan import Obstacle
from qmsdesk.domain.times import Figure, Share, TimePhase, TimeSide
from qmsdesk.domain.years import Year, YearAudit, improvements_per_hour, obstacles_again

DAY = dt.date(2026, 3, 11)
UNITS = (Unit("u1", "d", "Gata"), Unit("u2", "d", "Park"))


def audit(id_: str, state: AuditState, unit: Unit = UNITS[0]) -> Audit:
    return Audit(id_, f"2026-{id_}", unit.id, "c", DAY, state=state)


def proposal(id_: str, **changed: object) -> Finding:
    return Finding(id_, "01", id_, FindingType.IMPROVEMENT, id_, **changed)  # type: ignore[arg-type]


def action(finding_id: str, state: ActionState, done: int | None = None, is_effective: bool | None = None) -> Action:
    done_on = DAY + dt.timedelta(days=done) if done is not None else None
    return Action(f"a{finding_id}", "01", finding_id, state=state, done_on=done_on, is_effective=is_effective)


def share(side: TimeSide, phase: TimePhase, minutes: int, people: int = 1) -> Figure:
    return Figure(side, phase, Share(minutes, people), Share(minutes, people))


TIMES = (
    share(TimeSide.AUDITORS, TimePhase.DAY, 300, 2),
    share(TimeSide.AUDITORS, TimePhase.AFTER, 30),
    share(TimeSide.UNIT, TimePhase.DAY, 60, 9),
)


def year(findings: tuple[Finding, ...] = (), actions: tuple[Action, ...] = (), **changed: object) -> Year:
    held = YearAudit(audit("01", AuditState.FINAL), UNITS[0], findings, actions, times=TIMES)
    off = YearAudit(audit("02", AuditState.CANCELLED, UNITS[1]), UNITS[1])
    ahead = YearAudit(audit("03", AuditState.PREPARING, UNITS[1]), UNITS[1])
    return Year("", 2026, None, UNITS, (held, off, ahead), **changed)  # type: ignore[arg-type]


def test_only_days_that_came_to_a_report_are_held() -> None:
    counted = year()
    assert [each.audit.id for each in counted.held] == ["01"]
    assert [each.audit.id for each in counted.cancelled] == ["02"]
    assert [each.audit.id for each in counted.ahead] == ["03"]
    assert [unit.id for unit in counted.unvisited] == ["u2"]


def test_in_use_is_implemented_or_closed() -> None:
    states = list(ActionState)
    counted = year(
        (*tuple(proposal(state) for state in states), Finding("o", "01", "o")),
        (*(action(state, state) for state in states), action("o", ActionState.CLOSED)),
    )
    assert {each.finding.id for each in counted.improvements} == {"implemented", "closed"}
    assert (counted.counts.days, counted.counts.proposals, counted.counts.implemented) == (1, len(states), 2)


def test_the_best_helped_then_may_be_shared_then_came_soonest() -> None:
    closed = ActionState.CLOSED
    counted = year(
        (proposal("late"), proposal("soon"), proposal("shared", may_be_shared=True), proposal("helped")),
        (
            action("late", closed, 90),
            action("soon", closed, 9),
            action("shared", closed),
            action("helped", closed, 99, True),
        ),
    )
    assert [each.finding.id for each in counted.improvements] == ["helped", "shared", "soon", "late"]


def test_improvements_are_set_against_the_hours_of_both_sides() -> None:
    counted = year((proposal("p"),), (action("p", ActionState.CLOSED),))
    assert counted.minutes(TimeSide.AUDITORS) == 630
    assert counted.minutes(TimeSide.UNIT) == 540
    assert counted.minutes_after == 30
    assert counted.per_hour == 60 / 1170
    assert counted.hours_each == 19.5
    assert improvements_per_hour(3, 0) is None
    assert year().hours_each is None
    assert year().per_hour == 0


def test_the_time_to_an_answer_is_the_middle_one_and_never_below_nought() -> None:
    found = tuple(proposal(each) for each in "abcd")
    answered = {"a": DAY - dt.timedelta(days=2), "b": DAY + dt.timedelta(days=10), "c": DAY + dt.timedelta(days=40)}
    counted = year(found, answered_on=answered)
    assert [each.id for each in counted.answered] == ["a", "b", "c"]
    assert counted.days_to_answer == 10
    assert year(found).days_to_answer is None


def test_an_obstacle_comes_back_when_it_hindered_another_day() -> None:
    def hindered(id_: str, *texts: str) -> YearAudit:
        obstacles = tuple(Obstacle(f"{id_}{n}", id_, text) for n, text in enumerate(texts))
        return YearAudit(audit(id_, AuditState.CLOSED), UNITS[0], obstacles=obstacles)

    days = [hindered("1", "No network", "no network.", "Rain"), hindered("2", "no  network."), hindered("3", "", "Ice")]
    ((text, count),) = obstacles_again(days)
    assert (text.casefold().rstrip("."), count) == ("no network", 2)
