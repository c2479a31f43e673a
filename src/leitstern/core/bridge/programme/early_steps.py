"""Steps one to four: leaders, customers, processes, roles and interfaces."""

from __future__ import annotations

from leitstern.core.bridge.programme.guide import guide
from leitstern.core.inside.instrument import EvidenceType as Kind
from leitstern.core.inside.steps import Step
from leitstern.core.texts import Text

EARLY = (
    guide(
        Step.TOP_MANAGEMENT,
        Text(
            en="Make customer experience management (CEM) a priority of the top management",
            de="CEM als Top Management Priorität etablieren",
        ),
        Text(
            en="Do employees notice, from the first to the last day, that the top management stands behind it?",
            de="Nehmen die Mitarbeitenden vom ersten bis zum letzten Tag wahr, dass die oberste Führung dahintersteht?",
        ),
        Text(
            en="Employees have to notice that the top level of leadership stands behind the changes without reservation … throughout the whole implementation.",
            de="Die Mitarbeiter müssen wahrnehmen, dass die oberste Führungsebene uneingeschränkt hinter den Veränderungen steht. Dieser Rückhalt muss über den gesamten Implementierungsprozess hinweg bestehen.",
        ),
        (
            (
                Text(
                    en="Sponsors committed themselves in writing, with their time.",
                    de="Die Verantwortlichen haben sich schriftlich verpflichtet, mit ihrer Zeit.",
                ),
                (Kind.DOCUMENT,),
            ),
            (
                Text(
                    en="Staff say in a wave that they notice the backing.",
                    de="Die Mitarbeitenden sagen in einer Welle, dass sie den Rückhalt wahrnehmen.",
                ),
                (Kind.EMPLOYEE_VOICE,),
            ),
            (
                Text(
                    en="The backing is noticed in every area, and others have seen it.",
                    de="Der Rückhalt ist in jedem Bereich wahrnehmbar, und Außenstehende haben ihn gesehen.",
                ),
                (Kind.EMPLOYEE_VOICE, Kind.OBSERVATION),
            ),
        ),
        (3, 6, 12),
    ),
    guide(
        Step.CUSTOMERS,
        Text(en="Win customers as those who give input", de="Kunden als Inputgeber gewinnen"),
        Text(
            en="Are customers there when processes are shaped, and does what they say change anything?",
            de="Sind Kundinnen und Kunden dabei, wenn Abläufe gestaltet werden, und ändert sich durch sie etwas?",
        ),
        Text(
            en="The customer often has a wholly undisguised, at times naive, but at least unbiased view of the company’s processes. Not to use this potential would be fatal.",
            de="Der Kunde hat oft eine völlig unverstellte, teilweise durchaus unbedarfte, aber zumindest unvoreingenommene Sicht auf die Unternehmensprozesse. Dieses Potential nicht zu nutzen wäre fatal.",
        ),
        (
            (
                Text(
                    en="Customers took part in at least one workshop.",
                    de="Kundinnen und Kunden waren in mindestens einem Workshop dabei.",
                ),
                (Kind.DOCUMENT,),
            ),
            (
                Text(
                    en="Customers take part regularly, and decisions changed because of them.",
                    de="Kundinnen und Kunden sind regelmäßig dabei, und Entscheidungen haben sich durch sie geändert.",
                ),
                (Kind.CUSTOMER_VOICE,),
            ),
            (
                Text(
                    en="No process is changed without customers, and leaders’ guesses about them come true.",
                    de="Kein Ablauf wird ohne Kundinnen und Kunden geändert, und was die Führung über sie schätzt, trifft zu.",
                ),
                (Kind.CUSTOMER_VOICE, Kind.SYSTEM_DATA),
            ),
        ),
        (3, 6, 12),
    ),
    guide(
        Step.PROCESSES,
        Text(
            en="Improve processes as customers see them",
            de="Die Prozesse aus Kundensicht optimieren",
        ),
        Text(
            en="Is every process written down as a customer goes through it, not as a department works it off?",
            de="Ist jeder Ablauf so aufgeschrieben, wie ihn die Kundschaft durchläuft, nicht wie ein Bereich ihn abarbeitet?",
        ),
        Text(
            en="All processes are to be documented and improved systematically … not from the department’s point of view but from the customer’s.",
            de="Um das Unternehmen konsequent am Kunden auszurichten, sind alle Prozesse systematisch zu dokumentieren und zu optimieren. Dabei ist es unumgänglich, die Prozesse nicht aus Abteilungssicht, sondern aus Kundensicht zu denken.",
        ),
        (
            (
                Text(
                    en="The most important processes are described as customers see them.",
                    de="Die wichtigsten Abläufe sind aus Sicht der Kundschaft beschrieben.",
                ),
                (Kind.DOCUMENT,),
            ),
            (
                Text(
                    en="All of them are, and the contacts show that they run so.",
                    de="Alle sind es, und die Kontakte zeigen, dass sie so laufen.",
                ),
                (Kind.DOCUMENT, Kind.SYSTEM_DATA),
            ),
            (
                Text(
                    en="They get better measurably, and customers say so.",
                    de="Sie werden messbar besser, und die Kundschaft sagt es.",
                ),
                (Kind.SYSTEM_DATA, Kind.CUSTOMER_VOICE),
            ),
        ),
        (6, 12, 24),
    ),
    guide(
        Step.ROLES,
        Text(en="Settle roles and define interfaces", de="Rollen festlegen und Schnittstellen definieren"),
        Text(
            en="Are roles and handoffs agreed in a binding way, accepted by all sides, and lived?",
            de="Sind Rollen und Übergaben verbindlich festgelegt, von allen angenommen und gelebt?",
        ),
        Text(
            en="Roles, responsibilities and interfaces have to be settled bindingly, accepted by all sides and carried out consistently.",
            de="Dazu müssen Rollen, Verantwortlichkeiten und Schnittstellen verbindlich festgelegt, allseits akzeptiert und konsequent umgesetzt werden.",
        ),
        (
            (
                Text(
                    en="Roles and interfaces are written down.",
                    de="Rollen und Schnittstellen sind aufgeschrieben.",
                ),
                (Kind.DOCUMENT,),
            ),
            (
                Text(
                    en="Both sides of every interface have accepted it.",
                    de="Beide Seiten jeder Schnittstelle haben sie angenommen.",
                ),
                (Kind.DOCUMENT, Kind.EMPLOYEE_VOICE),
            ),
            (
                Text(
                    en="Handoffs run as agreed; the contacts show it.",
                    de="Übergaben laufen wie vereinbart; die Kontakte zeigen es.",
                ),
                (Kind.SYSTEM_DATA,),
            ),
        ),
        (4, 8, 15),
    ),
)
