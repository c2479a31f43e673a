"""Of every kind of thing stored: whether it leaves with an export of everything, and if not, why it stays.

What nobody decided about stays; a test asks for the decision.
"""

from __future__ import annotations

from leitstern.core.texts import Text

LETS_IN = Text(
    en="lets somebody in, or proves who they are", de="lässt jemanden herein oder weist jemanden aus"
)
ANSWERS = Text(
    en="single answers or votes of employees; what of them may be shown stands in results of groups of five or more",
    de="einzelne Antworten oder Stimmen von Mitarbeitenden; was davon gezeigt werden darf, steht in Ergebnissen ab fünf Personen",
)
ROSTERS = Text(
    en="lists and addresses of those who were asked", de="Listen und Adressen derer, die gefragt wurden"
)
FEW = Text(
    en="counts that may be of fewer than five people",
    de="Zählungen, hinter denen weniger als fünf Personen stehen können",
)
RAW = Text(
    en="raw records with names and numbers; each import hands out its own",
    de="rohe Datensätze mit Namen und Nummern; jeder Import gibt die seinen selbst heraus",
)
MASKED = Text(
    en="as it was typed, with names; the masked contacts are in the lake",
    de="so, wie es getippt wurde, mit Namen; die Kontakte ohne Namen stehen im Kontaktspeicher",
)
MACHINE = Text(
    en="of the running program, made anew by itself",
    de="gehört zum laufenden Programm und entsteht von selbst neu",
)
STAYS: dict[str, Text] = {
    **dict.fromkeys(
        (
            "accounts.apikey",
            "accounts.onetimelink",
            "accounts.wrongpassword",
            "accounts.answered",
            "sessions.session",
            "change.copy",
        ),
        LETS_IN,
    ),
    **dict.fromkeys(
        (
            "inside.belief",
            "surveys.guessanswer",
            "surveys.knowledgeanswer",
            "waves.answer",
            "waves.comment",
            "waves.draft",
            "waves.sheet",
            "workshop.keptvotes",
            "workshop.seat",
            "workshop.vote",
            "leadership.vote",
            "taxonomy.seat",
            "voice.rating",
            "watch.judgement",
            "stack.rating",
        ),
        ANSWERS,
    ),
    **dict.fromkeys(
        (
            "waves.fingerprint",
            "waves.invited",
            "waves.letter",
            "waves.token",
            "window.declined",
            "window.subscription",
            "window.weekletter",
        ),
        ROSTERS,
    ),
    **dict.fromkeys(
        (
            "adoption.size",
            "adoption.usedmonth",
            "adoption.week",
            "change.attendance",
            "change.handedout",
            "practice.count",
            "practice.opened",
            "practice.use",
            "silo.tiecount",
            "structure.headcount",
            "structure.staffing",
            "structure.training",
            "structure.use",
            "window.looked",
        ),
        FEW,
    ),
    "intake.quarantineentry": RAW,
    "desk.entry": MASKED,
    **dict.fromkeys(
        (
            "auth.group",
            "auth.group_permissions",
            "auth.permission",
            "common.finding",
            "common.job",
            "contenttypes.contenttype",
            "safekeeping.backup",
            "safekeeping.taken",
            "watch.look",
        ),
        MACHINE,
    ),
}
WITHOUT: dict[str, frozenset[str]] = {  # columns that stay although the rest leaves
    "accounts.person": frozenset({"password"}),
    "evidence.attachment": frozenset({"token"}),
    "intake.dropped": frozenset({"token"}),
    "intake.import": frozenset({"folder"}),
    "structure.role": frozenset({"people"}),
    "structure.unit": frozenset({"size"}),
    "surveys.guessround": frozenset({"token"}),
    "surveys.knowledgeround": frozenset({"token"}),
    "waves.wave": frozenset({"address"}),
    "workshop.workshop": frozenset({"clock", "consents", "session", "token"}),
}
LEAVES: dict[str, str] = {  # area: kinds
    "accounts": "person",
    "adoption": "campaign feed live meaning outcome rules sent spelling step team watched",
    "answers": "pick",
    "bridge": "causesaid handedover measure notedgap",
    "cards": "card ruling source wording",
    "change": "brief consequence message pulse shaping version",
    "common": "auditentry",
    "company": "taxonomyversion",
    "competitors": "figure",
    "evidence": "assessment attachment claim independentrating proof review",
    "incentives": "batch boundary boundarycount definition excluded figure lever link priority rule target value verdict weight",
    "inside": "agreement beliefcollection instrumentversion",
    "intake": "dropped import inbox snapshot",
    "leadership": "act batch capacity commitment decision meeting proof review",
    "maps": "notedpain",
    "placement": "assumptionchange",
    "policy": "contactrule personaldecision wording",
    "portfolio": "approval contribution edition goal goal_accountable holder initiative initiative_needs judgement path "
    "peoplemeasure projectmilestone reading result turn vendorpromise",
    "practice": "agreement batch edition ending exemption news pilot principle retrospective rule shownto standard stopevent "
    "stopitem story takenup",
    "programme": "bet capacity comparison expectation hurdle hurdleedition plan programme scenario stepmove stepproof task "
    "task_needs tripwire wirereading",
    "settled": "level newstart",
    "silo": "assignment",
    "stack": "decision edition import item",
    "structure": "claim duty interface leftover role rolechange unit work",
    "surveys": "guessround knowledgeround",
    "taxonomy": "agreementcheck decision",
    "voice": "sample system utterance version",
    "watch": "alarm meaning wording",
    "waves": "publication wave waverhythm",
    "workshop": "note workshop",
}


def leaves(label: str) -> bool:
    """Whether a kind of thing (`area.model`) leaves."""
    area, _, kind = label.partition(".")
    return label not in STAYS and kind in LEAVES.get(area, "").split()
