"""The grammar of time expressions: regular expressions whose letters are word classes (see timewords).

A pattern is written with the classes' names in capitals (`PAST` one token of class "past"); `MACROS` are shorthands.
No pattern repeats without a bound, so that matching is linear in the number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MACROS = {
    "DIGIT": "[DAYNUM YEAR DIGITS FRACTION]",
    "DAYOF": "[DAYNUM ORDNUM]",
    "SHORT": "[DAYNUM DIGITS](?!HYPHEN?UNIT|HYPHEN DIGITS)",
    "ORD": "[ORDINAL ORDNUM]",
    "ADJ": "[FISCAL MORE]",
    "WHEN": "[EARLY LATE EARLIER LATER]",
    "DURATIONUNIT": "[UNIT NIGHT]",
    "MIDWORD": "MID HYPHEN?",
    "QUANTITY": "(?:AN?(?:VAGUE|HALF OF?(?:AN[SCALE MILLION]?)?|[SCALE MILLION])|(?:NUMBER|DIGIT)"
    "(?:HYPHEN?(?:NUMBER|SCALE|FRACTION)){0,3}MILLION?"
    "(?:HYPHEN?AND HYPHEN?AN?HYPHEN?(?:HALF|NUMBER|FRACTION))?|VAGUE|HALF AN?)",
    "AMOUNT": "(?:QUANTITY(?:(?:HYPHEN|HYPHEN?TO HYPHEN?|AND)QUANTITY)?)",
    "WITHYEAR": "(?:COMMA?(?:OF|IN)?(?P<year>YEAR)|OF?(?P<tick>TICK)(?P<short>SHORT)"
    "|COMMA?OF?THE?(?P<yrel>THIS|PAST|NEXT|THAT)(?P<yunit>UNIT))",
    "DAYNAME": "(?:WEEKDAY COMMA?(?:MONTH DAYOF|DAYOF OF?MONTH)|(?:NEAR|WEEKDAY)"
    "(?:DAYPART|NIGHT)?|TONIGHT|MONTH DAYOF|DAYOF OF?MONTH"
    "|THIS DAYPART|PAST NIGHT)",
    "PARTDAY": "(?:IN?THE?)?(?P<part>DAYPART|NIGHT)",
    "OCLOCK": "(?:(?P<clock>CLOCK)(?P<ampm>AMPM)?|(?P<hour>DAYNUM|NUMBER)(?P<half>AMPM)"
    "|(?P<four>YEAR|DIGITS)(?=ZONE|LOCALWORD TIME))",
}

MACROS |= {
    "HOLDER": "(?:(?P<whose>WHOSE)|THE|.{1,3}POSS)",
    "TAKEOVER": "(?P<act>TAKING(?:THE|AN)?(?:OFFICE|OATH)|BEING{0,2}SWORN IN?|BECOMING(?:THE|AN)?TITLE{1,2}"
    "|NEXT(?:TO|INTO)OFFICE|INAUGURATION)",
}
"""Offices: whose term it is, and the ways to begin one."""

PHRASAL = ("DAYPART", "VAGUE", "NOW", "RECENTLY", "SOON", "VAGUEPAST", "HOLIDAY", "ZONE")
"""Classes that phrases of several tokens have: the tokens after the first are of class "rest"."""

PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", "(?P<y>YEAR)HYPHEN(?P<m>DAYNUM)HYPHEN(?P<d>DAYNUM)"),
    ("slash", "SLASHDATE"),
    ("month_day", "THE?(?:(?P<wd>WEEKDAY)PARTDAY?COMMA?THE?)?(?P<mod>MIDWORD)?(?P<rel>PAST|NEXT|THIS)?"
     "(?P<month>MONTH)THE?(?P<day>DAYOF)WITHYEAR?"),
    ("month_day", "(?:(?P<wd>WEEKDAY)PARTDAY?COMMA?)?THE?(?P<day>DAYOF)OF?(?P<month>MONTH)WITHYEAR?"),
    ("month_days", "(?P<month>MONTH)(?P<days>DAYRANGE)WITHYEAR?"),
    ("month_days", "(?P<days>DAYRANGE)OF?(?P<month>MONTH)WITHYEAR?"),
    ("day_alone", "THE(?P<day>ORDNUM)"),
    ("next_day", "(?<=MONTH DAYOF)(?:AND|HYPHEN|TO)THE?(?P<day>DAYOF)(?!UNIT|HYPHEN|NUMBER)WITHYEAR?"),
    ("next_day", "(?<=MONTH DAYOF COMMA)(?P<day>DAYOF)(?=AND|COMMA DAYOF)"),
    ("next_day", "(?<=DAYOF COMMA DAYOF)COMMA?AND(?P<day>DAYOF)(?!UNIT|HYPHEN|NUMBER)WITHYEAR?"),
    ("first_day", "(?P<day>DAYOF)(?=(?:AND|HYPHEN|TO)THE?DAYOF OF?MONTH)"),
    ("month", "THE?(?P<when>WHEN|MIDWORD|MID OF|START OF|END OF)?(?P<rel>PAST|NEXT|THIS|THAT|EVERY)?"
     "(?P<month>MONTH)WITHYEAR?"),
    ("month_spoken", "(?P<month>MONTH)COMMA?(?P<century>NUMBER)(?P<tens>NUMBER(?:HYPHEN?NUMBER)?)(?!UNIT|SCALE)"),
    ("year", "(?:(?:THE FISCAL?|FISCAL)UNIT)?(?:(?P<when>THE?(?:WHEN|MIDWORD))HYPHEN?)?(?:FISCAL HYPHEN?)?"
     "(?P<year>YEAR)(?:HYPHEN(?P<to>DAYNUM|DIGITS))?"),
    ("short_year", "(?P<tick>TICK)(?P<short>SHORT)"),
    ("year_unit", "THE?(?P<year>YEAR)FISCAL(?P<unit>UNIT)"),
    ("year_pair", "(?:THE?FISCAL UNIT)?YEARPAIR"),
    ("period_of_year", "THE(?P<year>YEAR)(?P<unit>PERIOD|UNIT)"),
    ("spoken_year", "(?P<century>NUMBER)(?P<tens>NUMBER(?:HYPHEN?NUMBER)?)(?!UNIT|HYPHEN UNIT|NUMBER|SCALE)"),
    ("spoken_year", "THE UNIT(?P<thousand>NUMBER SCALE)(?!UNIT)"),
    ("mid_year", "MIDYEAR"),
    ("half_of", "THE?(?P<whole>YEAR)POSS?(?P<ord>ORD)HYPHEN?HALF"),
    ("decade_poss", "THE(?P<when>WHEN|MIDWORD)?(?P<year>YEAR)POSS"),
    ("decade", "THE?(?P<when>WHEN|MIDWORD)?(?P<tick>TICK)?(?P<decade>DECADENUM|DECADE)"),
    ("century", "THE?(?P<when>WHEN|MIDWORD)?(?P<ord>ORD)HYPHEN?(?P<unit>UNIT)"),
    ("ordinal_unit", "(?:THE|(?P<rel>PAST|NEXT|THIS|THAT)UNIT POSS)?(?:THE|THIS)?"
     "(?:(?P<yago>UNIT HYPHEN?(?:AGO|EARLIER))|FISCAL?(?P<year>YEAR)POSS?)?"
     "FISCAL?HYPHEN?(?P<ord>ORD)HYPHEN?FISCAL?(?P<unit>UNIT)(?:(?:OF|IN)?"
     "(?:THE?FISCAL?(?P<year2>YEAR)|(?:THE|(?P<rel2>PAST|NEXT|THIS))(?P<ofyear>UNIT)))?"),
    ("half_of", "THE?(?P<ord>ORD)HYPHEN?HALF(?:OF|IN)?(?:(?P<month>MONTH)WITHYEAR?|THE?FISCAL?(?P<whole>YEAR)"
     "|(?P<rel>THE|THIS|PAST|NEXT|THAT)FISCAL?(?P<ofunit>UNIT))"),
    ("quarter_code", "(?:(?P<before>YEAR)HYPHEN?)?(?P<code>HALFYEAR)(?:(?:OF|IN)?(?P<year>YEAR))?"),
    ("year_ago", "[THE AN]?(?:PAST)?(?P<unit>UNIT)HYPHEN(?:AGO|EARLIER)FISCAL?(?P<what>UNIT|PERIOD)?"),
    ("near", "(?P<when>WHEN)?(?P<near>NEAR)(?:PARTDAY)?"),
    ("near", "(?P<part>DAYPART|CLOCKWORD)(?P<near>NEAR)"),
    ("day_around", "THE UNIT(?P<dir>BEFORE|LATER|AFTER)(?P<near>NEAR)"),
    ("tonight", "(?P<when>WHEN)?TONIGHT"),
    ("overnight", "OVERNIGHT"),
    ("weekday", "(?P<when>WHEN)?THE?(?P<rel>(?:THIS|THE)?PAST|(?:THE|THIS)?NEXT|THIS|THAT|EVERY)?"
     "(?P<wd>WEEKDAY)(?:PARTDAY)?"),
    ("beyond", "THE(?P<unit>UNIT)(?:BEFORE PAST|AFTER NEXT)"),
    ("weekdays", "WEEKDAYS"),
    ("nth_of", "THE?(?:(?P<ord>ORD)|(?P<last>PAST))(?:(?P<unit>UNIT)|(?P<wd>WEEKDAY))(?:OF|IN)"
     "(?:(?P<month>MONTH)WITHYEAR?|(?P<whole>YEAR)|(?P<rel>THE|THIS|PAST|NEXT|THAT|EVERY)(?P<ofunit>UNIT))"),
    ("part_on", "THE?(?P<when>WHEN)?(?P<part>DAYPART|NIGHT)(?:OF|ON)THE?(?P<date>DAYNAME)(?:COMMA?(?P<year>YEAR))?"),
    ("in_part", "(?<=IN)THE(?P<part>DAYPART)"),
    ("weekday_of_week", "(?P<wd>WEEKDAY)(?:OF)?(?P<rel>THIS|PAST|NEXT)(?P<unit>UNIT)"),
    ("part_of_day", "(?P<when>WHEN|MIDWORD)?(?P<rel>THIS|PAST|THAT|EVERY|THE NEXT|THE PAST)(?P<part>DAYPART|NIGHT)"),
    ("relative", "(?P<when>WHEN)?(?:THE|THIS|THAT(?=THAT))?"
     "(?P<rel>PAST|NEXT|THIS|THAT|LATEST|CURRENT)ADJ?(?:(?P<qty>AMOUNT)HYPHEN?ADJ?)?(?P<unit>UNIT|PERIOD)"),
    ("this_time", "THIS TIME(?P<rel>NEXT|PAST)(?P<unit>UNIT)"),
    ("the_past", "(?<=IN)THE PAST"),
    ("recent_units", "THE?(?:MORE)?(?P<rel>RECENT)(?P<unit>UNIT)(?:AND UNIT)?"),
    ("unit_beside", "THE(?P<unit>UNIT)(?P<dir>BEFORE|AFTER|EARLIER|LATER)"),
    ("future_units", "FUTURE(?P<unit>UNIT)"),
    ("the_unit", "THE FISCAL?(?P<unit>UNIT)"),
    ("first_units", "THE?ORD(?P<qty>AMOUNT|SCALE)(?P<unit>UNIT)"),
    ("ago", "(?:APPROX|MORE THAN)?(?P<qty>AMOUNT|AN)HYPHEN?FISCAL?(?P<unit>DURATIONUNIT)(?:AND AN HALF)?"
     "(?P<dir>AGO|EARLIER)(?P<on>THIS WEEKDAY|NEAR|THIS UNIT)?"),
    ("ago", "THE?(?P<unit>DURATIONUNIT)(?P<dir>AGO|EARLIER)"),
    ("part_century", "AN?(?P<part>HALF|UNIT)(?:HYPHEN|OF AN)?(?P<unit>UNIT)(?P<dir>AGO|EARLIER)?"),
    ("from_now", "(?:APPROX|MORE THAN)?(?P<qty>AMOUNT|AN)FISCAL?(?P<unit>DURATIONUNIT)FROM(?P<near>NOW|NEAR|WEEKDAY)"),
    ("duration", "(?P<more>NO?MORE THAN|AT LEAST|APPROX)?"
     "(?P<qty>AMOUNT|AN)HYPHEN?(?P<adj>ADJ{0,2})HYPHEN?(?P<unit>DURATIONUNIT)(?P<half>AND AN HALF)?"
     "(?P<tail>HYPHEN(?:OLD|LONGWORD)|OLD)?"
     "(?P<time>(?:TICK|POSS)TIME)?(?P<or>AND NUMBER(?!UNIT|SCALE|NUMBER|HYPHEN))?"),
    ("two_lengths", "(?P<qty>AMOUNT|AN)(?P<unit>UNIT)COMMA?AND?(?P<qty2>AMOUNT|AN)(?P<unit2>UNIT)"),
    ("offset", "(?:APPROX|MORE THAN)?(?P<qty>AMOUNT|AN)?FISCAL?(?P<unit>DURATIONUNIT)(?P<dir>BEFORE|LATER|AFTER)"),
    ("the_duration", "THE(?P<qty>AMOUNT)HYPHEN?ADJ?(?P<unit>DURATIONUNIT)"),
    ("bare_units", "(?P<unit>DURATIONUNIT)(?P<tail>HYPHEN?(?:LONGWORD|OLD)|HYPHEN OLD)?(?P<ago>AGO)?"),
    ("long", "LONG"),
    ("part_of", "THE?(?P<which>START|MID|END)OF(?P<when>THE?(?:WHEN))?"
     "(?P<rel>THE|THIS|PAST|NEXT|THE PAST|THE NEXT|THE THIS|THAT)FISCAL?(?P<unit>UNIT)"),
    ("part_of", "THE?(?P<which>START|MID|END)OF(?P<year>YEAR)"),
    ("part_of", "(?P<approx>APPROX)?(?P<rel>THE|THIS|PAST|NEXT)?FISCAL?(?P<unit>UNIT)(?:HYPHEN|POSS)?(?P<which>END)"),
    ("part_of", "(?P<which>MID)HYPHEN(?P<unit>UNIT)"),
    ("every", "APPROX?EVERY(?:(?P<qty>QUANTITY)|(?P<other>OTHER)|ORD|WEEKDAY(?=DAYPART))?"
     "(?P<unit>DURATIONUNIT|WEEKDAY|SEASON|DAYPART)"),
    ("frequency", "FREQUENCY"),
    ("times_a", "(?:ONCE|QUANTITY TIME)(?:AN|EVERY(?P<qty>QUANTITY)?|ONCE)?(?P<unit>DURATIONUNIT)"),
    ("times_a", "(?:ONCE|QUANTITY TIME)(?P<often>FREQUENCY)"),
    ("clock", "APPROX?OCLOCK(?:ZONE TIME?|LOCALWORD TIME)?(?:IN THE(?P<part>DAYPART|NIGHT))?"
     "(?:COMMA?(?:ON)?(?P<date>DAYNAME)(?:COMMA?(?P<year>YEAR))?)?"),
    ("clockword", "(?P<word>CLOCKWORD)(?:ZONE TIME?|LOCALWORD TIME)?"
     "(?:COMMA?ON?(?P<date>DAYNAME)(?:COMMA?(?P<year>YEAR))?)?"),
    ("season", "(?P<when>WHEN|MIDWORD)?THE?(?P<rel>THIS?PAST|NEXT|THIS|THAT|EVERY)?"
     "(?P<season>SEASON)WITHYEAR?(?:HYPHEN(?P<to>DAYNUM|DIGITS))?"),
    ("season", "THE?(?P<rel>PAST|NEXT)QUANTITY(?P<season>SEASON)"),
    ("holiday", "(?P<rel>PAST|NEXT|THIS)?HOLIDAY(?P<unit>UNIT)?WITHYEAR?"),
    ("reference", "NOW|MORE?RECENTLY|SOON|RECENT|CURRENT|VAGUEPAST"),
    ("week_of", "THE(?P<unit>UNIT)OF(?P<day>DAYOF)(?P<month>MONTH)"),
    ("week_of", "THE(?P<unit>UNIT)OF(?P<month>MONTH)(?P<day>DAYOF)"),
    ("office_days", "(?:THE|WHOSE)?(?P<ord>ORD)(?P<qty>AMOUNT)?FISCAL?(?P<unit>UNIT)"
     "(?:IN|OF)HOLDER?ORD?(?P<office>OFFICE)"),
    ("office_days", "(?:THE|(?P<whose>WHOSE))?(?P<ord>ORD)(?P<qty>AMOUNT)?(?P<unit>UNIT|ACT)AS(?:THE)?TITLE{1,2}"),
    ("office_mark", "THE?(?P<qty>AMOUNT)HYPHEN?(?P<unit>UNIT)MARK(?:OF|IN)HOLDER?ORD?(?P<office>OFFICE)"),
    ("office_into", "(?P<qty>AMOUNT|AN)(?P<unit>UNIT)INTO HOLDER?ORD?(?P<office>OFFICE)"),
    ("office_within", "(?P<within>WITHIN)?(?P<qty>AMOUNT)(?P<unit>UNIT)(?:OF|AFTER|FROM)HOLDER?TAKEOVER"),
    ("office_side", "(?P<side>BEFORE|AFTER|SINCE)EVEN?(?:HOLDER|PRONOUN|.)?TAKEOVER"),
    ("office_end", "THE?END OF(?:HOLDER|THIS)?ORD?(?P<office>OFFICE|PARLIAMENT)"),
    ("office_term", "(?<=IN)(?P<whose>WHOSE)(?P<ord>ORD)(?P<office>OFFICE)"),
    ("day_one", "(?P<unit>UNIT)(?P<one>NUMBER)"),
    ("next_election", "THE(?P<rel>NEXT|PAST)ELECTION"),
)  # fmt: skip


class Found(NamedTuple):
    """A stretch of tokens that a pattern matched: `groups` are token ranges by name, empty ones left out."""

    name: str
    start: int
    end: int
    groups: dict[str, tuple[int, int]]

    def at(self, group: str) -> int | None:
        """The first token of a group, None where it did not take part."""
        return self.groups[group][0] if group in self.groups else None


@lru_cache(maxsize=4)
def compiled(letters: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns over these class letters (class name, letter)."""
    table = {name.upper(): re.escape(letter) for name, letter in letters}
    table |= {name: f"(?:{table[name]}{table['REST']}{{0,6}})" for name in PHRASAL}
    return tuple((name, re.compile(_translate(pattern, table))) for name, pattern in PATTERNS)


def _translate(pattern: str, table: dict[str, str]) -> str:
    for _ in range(4):
        pattern = re.sub(r"[A-Z]{2,}", lambda m: MACROS.get(m[0], m[0]), pattern)
    return re.sub(r"[A-Z]{2,}", lambda m: table[m[0]], pattern).replace(" ", "")


def scan(letters: str, table: dict[str, str]) -> Iterator[Found]:
    """Every match of every pattern, the earliest first and at one place the longest; they may overlap."""
    found = []
    for rank, (name, pattern) in enumerate(compiled(tuple(table.items()))):
        for m in pattern.finditer(letters):
            groups = {k: m.span(k) for k in pattern.groupindex if m.start(k) >= 0 and m.group(k)}
            found.append((m.start(), -m.end(), rank, Found(name, m.start(), m.end(), groups)))
    found.sort(key=lambda f: f[:3])
    return (f[3] for f in found)
