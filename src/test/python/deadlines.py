#!/usr/bin/env python3
"""Counts deadlines day by day and minute by minute, knowing nothing of the product, and writes the table that it is
judged by: python3 src/test/python/deadlines.py ../shared/data/holidays-cn-2024-2026.tsv > src/test/resources/calendar/deadlines.tsv

The list is the announcement (date, name, 休 or 班); the table holds dates alone.
"""
import sys
from datetime import date, datetime, timedelta

announced = {}
for line in open(sys.argv[1], encoding="utf-8").read().splitlines()[1:]:
    day, _, kind = line.split("\t")
    announced[date.fromisoformat(day)] = kind

STOPPAGES = {date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 12), date(2025, 7, 7)}
OFFICE = [(8 * 60, 12 * 60), (14 * 60, 18 * 60)]
SHIFTS = {"早": (8 * 60, 16 * 60), "中": (16 * 60, 24 * 60), "夜": (0, 8 * 60)}
PATTERN = "夜夜中中早早休休"
PATTERN_BEGINS = date(2025, 1, 1)
ONE = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def works(day, stoppages):
    if day in stoppages:
        return False
    if day in announced:
        return announced[day] == "班"
    return day.isoweekday() <= 5


def working_days(day, amount, stoppages):
    passed = 0
    while passed < amount:
        day += ONE
        if works(day, stoppages):
            passed += 1
    while not works(day, stoppages):
        day += ONE
    return day


def natural_days(day, amount, stoppages):
    for _ in range(amount):
        day += ONE
    while not works(day, stoppages):
        day += ONE
    return day


def office_open(moment, stoppages):
    minute = moment.hour * 60 + moment.minute
    return works(moment.date(), stoppages) and any(a <= minute < b for a, b in OFFICE)


def on_duty(moment, crew):
    letter = PATTERN[((moment.date() - PATTERN_BEGINS).days + crew) % len(PATTERN)]
    if letter == "休":
        return False
    begins, ends = SHIFTS[letter]
    return begins <= moment.hour * 60 + moment.minute < ends


def counted(moment, hours, is_open):
    left = hours * 60
    while left > 0:
        if is_open(moment):
            left -= 1
        moment += MINUTE
    return moment


def row(measure, start, amount, end, option=""):
    print(measure, start.isoformat(timespec="minutes") if isinstance(start, datetime) else start, amount,
          end.isoformat(timespec="minutes") if isinstance(end, datetime) else end, option, sep="\t")


def boundaries():
    """Around every day off and make-up day: the day itself, the one before and the one after."""
    days = set()
    for day in announced:
        if day - ONE not in announced or announced[day - ONE] != announced[day]:
            days.update((day - ONE, day))
        if day + ONE not in announced or announced[day + ONE] != announced[day]:
            days.update((day, day + ONE))
    return sorted(day for day in days if date(2024, 1, 1) <= day <= date(2026, 10, 15))


print("# measure", "beginning", "amount", "end", "option", sep="\t")
for at, day in enumerate(boundaries()):
    row("WORKING_DAYS", day, (1, 5, 15)[at % 3], working_days(day, (1, 5, 15)[at % 3], set()))
    row("DAYS", day, (15, 30, 60)[at % 3], natural_days(day, (15, 30, 60)[at % 3], set()))
    time = (7, 30), (9, 15), (12, 0), (13, 59), (17, 59), (18, 0), (23, 40)
    moment = datetime(day.year, day.month, day.day, *time[at % 7])
    hours = (1, 2, 4, 8, 24)[at % 5]
    row("WORKING_HOURS", moment, hours, counted(moment, hours, lambda m: office_open(m, set())))
    row("HOURS", moment, hours, moment + timedelta(hours=hours))
for day in (date(2026, 3, 6), date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 12), date(2025, 7, 4), date(2025, 7, 7)):
    for amount in (1, 3, 5):
        row("WORKING_DAYS", day, amount, working_days(day, amount, STOPPAGES), "stoppages")
        row("DAYS", day, amount, natural_days(day, amount, STOPPAGES), "stoppages")
    moment = datetime(day.year, day.month, day.day, 16, 30)
    row("WORKING_HOURS", moment, 4, counted(moment, 4, lambda m: office_open(m, STOPPAGES)), "stoppages")
for at in range(40):
    moment = datetime(2026, 1, 28, 5, 20) + timedelta(hours=13 * at, minutes=7 * at)
    crew, hours = at % 8, (1, 4, 8, 20)[at % 4]
    row("SHIFT_HOURS", moment, hours, counted(moment, hours, lambda m: on_duty(m, crew)), "crew %d" % crew)
