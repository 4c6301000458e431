"""English words that say little about what a report tells, listed by hand: how often a collection too small to show it would have them."""

from __future__ import annotations

# Left out: in every report, whatever it tells.
EVERYWHERE = frozenset(
    """a an the of to in on at by for with from as into onto over under after before between against during without within about above below
    up down out off than then so such very too also just only even still more most much many few some any all each both either neither no
    not nor or and but if because while when where who whom whose which that this these those there here it its he him his she her hers they
    them their theirs we us our ours you your yours i me my mine is are was were be been being am do does did done doing has have had having
    will would shall should can could may might must one two first last new other another same own s t d ll ve re m again once per via amid
    among around through since until upon toward towards across along yet ever never always often now later ago what how why""".split()
)
# In one report of six or so.
FREQUENT = frozenset(
    """said say says told tell report reported reports accord according official officials people man men woman women year years day days
    week weeks month months time times today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec mon tue wed thu fri sat sun government country state states city area group member members police president
    minister spokesman spokeswoman statement news agency press world national international make made take taken took come came go went gone
    get got give given know known see seen think thought want wanted call called ask asked work working part place way thing things home
    house hour hours morning night evening early late near next past least million percent number three four five six seven eight nine ten
    hundred thousand""".split()
)
