"""Verbs that stand beside a noun that names an act, and what they tell of whose act it is; papers that speak for their author."""

from __future__ import annotations

PAPERS = frozenset(
    "statement declaration letter communique communiqué message petition resolution document leaflet note appeal conference motion report "
    "decree edict fatwa tweet post speech memorandum".split()
)  # what speaks for its author (issued a statement demanding)
#: Verbs of what one does with another's paper: who vetoed a resolution demanding a truce demanded none.
OF_OTHERS = frozenset(
    "veto reject oppose block dismiss ignore condemn criticise criticize denounce welcome receive get read see obtain review seize cite "
    "quote debate discuss consider delay shelve".split()
)
#: What others do with an act that is not theirs: "a raid denounced by Egypt", "an ambush witnessed by Reuters".
WITHSTOOD = OF_OTHERS | frozenset(
    "deplore decry slam blast castigate lament mourn regret protest fear foresee predict expect deny refute dispute question doubt report "
    "record register document describe detail cite note mention verify confirm corroborate recall witness watch film photograph observe "
    "monitor track detect investigate probe examine suffer sustain endure survive withstand repel repulse resist foil thwart prevent avert "
    "intercept condone justify hail praise applaud endorse encourage dub label term trigger spark prompt provoke cause follow precede "
    "accompany mediate".split()
)
LIGHT_VERBS = frozenset(
    "carry conduct launch make mount stage undertake begin start resume continue open commit perpetrate execute wage "
    "take hold give have do deliver "
    "step intensify unleash use engage lead initiate order claim plan attempt repulse come fall "
    "fire drop issue sign reach conclude strike broker observe respect violate breach impose declare announce secure "
    "forge clinch honour honor keep extend tighten prolong renew reimpose enforce maintain hold reiterate spearhead "
    "escalate prepare ready seal level hurl ink widen expand toughen strengthen reinstate reserve".split()
)  # verbs that lend their subject to the noun that names the act (carried out strikes)
#: What one rings somebody to do: who "called his counterpart to offer help" offers it himself, other than who "called men to fight".
ON_THE_LINE = frozenset(
    "offer discuss express convey inform tell ask thank congratulate brief warn protest complain say demand apologise apologize reassure "
    "assure condemn denounce propose promise pledge".split()
)
COMMITTING = frozenset("carry commit perpetrate stage conduct launch mount execute orchestrate".split())  # with the deed for their object
PREPARING = frozenset("prepare gear brace ready".split())  # for what one is about to do: "are preparing for an assault"
RINGING = frozenset({"call", "phone", "telephone", "ring"})
#: What one does to somebody for what he did, and not for what one does oneself.
JUDGING = frozenset(
    "criticise criticize condemn denounce blast slam rebuke rebuff chide berate fault castigate lambast lambaste censure reprimand scold "
    "lampoon decry deride admonish reproach upbraid punish penalise penalize sanction blacklist fine sue prosecute try arrest detain jail "
    "imprison sentence execute hang deport expel suspend sack dismiss indict convict threaten thank praise commend congratulate applaud "
    "credit honour honor reward forgive pardon salute laud hail resent".split()
)
KEEPING = frozenset(
    "stop prevent keep block bar ban deter discourage dissuade hinder prohibit restrain".split()
)  # somebody from doing something
PENALTIES = frozenset("sanction fine penalty embargo ban punishment tariff".split())  # imposed on somebody for what he did
