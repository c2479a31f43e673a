"""How the invented company is cut: units the taxonomy does not have, roles, what is handed over, and who answers.

Planted truths:

- lending and customer service say opposite things about the decision on a loan: the one calls it defined and accepted,
  the other neither;
- two roles answer for the mortgage letter, so nobody does; a change that names one is planned;
- three of ten pieces of work for customers belong to nobody but the unit for experience;
- finance, controlling and purchasing have no ambassadors for customers;
- no journey is carried by one role, although leaders say the structure is built around customers;
- customer lists as spreadsheets were ended two years ago; in the last ten months the campaigns use them again;
- of people who read data and understand customers there are too few, most of all in customer service.

In the twin the two sides agree, one role answers for everything, every function has ambassadors, the journeys are carried,
what was ended is over, and nobody is missing.
"""

from __future__ import annotations

from leitstern.collect.example.structure_told import InterfaceTold, RoleTold, UnitTold, WorkTold
from leitstern.core.inside.structure.register import Cut
from leitstern.core.texts import Text

UNITS = (
    UnitTold("customers", Cut.JOURNEY, 3, ("customers", "board")),
    UnitTold("marketing", Cut.FUNCTION, 34, ("marketing", "head")),
    UnitTold("campaigns", Cut.FUNCTION, 11, ("marketing", "head")),
    UnitTold("brand_studio", Cut.FUNCTION, 3, ("marketing", "head")),
    UnitTold("branches", Cut.REGION, 190, ("branches", "head")),
    UnitTold("bereavement_care", Cut.JOURNEY, 14, ("branches", "head")),
    UnitTold("service", Cut.FUNCTION, 148, ("service", "head")),
    UnitTold("insurance", Cut.PRODUCT, 62),
    UnitTold("digital", Cut.FUNCTION, 74, ("digital", "head")),
    UnitTold("it", Cut.FUNCTION, 88, ("it", "head")),
    UnitTold("it_support", Cut.FUNCTION, 17, ("it", "head")),
    UnitTold("data_office", Cut.FUNCTION, 4, ("it", "head")),
    UnitTold("lending", Cut.PRODUCT, 75, ("processing", "board")),
    UnitTold("operations", Cut.PRODUCT, 83, ("processing", "board")),
    UnitTold("claims_intake", Cut.FUNCTION, 43, ("processing", "board")),
    UnitTold("claims_assessment", Cut.FUNCTION, 36, ("processing", "board")),
    UnitTold("corporate", Cut.FUNCTION, 41, ("corporate", "head")),
    UnitTold("controlling", Cut.FUNCTION, 18, None, Text("Controlling", "Controlling"), "corporate", True),
    UnitTold("purchasing", Cut.FUNCTION, 9, None, Text("Purchasing", "Einkauf"), "corporate", True),
    UnitTold("pricing", Cut.FUNCTION, 7, None, Text("Pricing", "Preisgestaltung"), "corporate", True),
    UnitTold(
        "experience",
        Cut.STAFF,
        9,
        ("experience", "manager"),
        Text("Customer experience", "Kundenerlebnis"),
        "customers",
        experience=True,
    ),
)
ROLES = (
    RoleTold("board", "customers", Text("Board member customers", "Vorstand Kundschaft"), 1, None),
    RoleTold("board", "processing", Text("Board member operations", "Vorstand Betrieb"), 1, None),
    RoleTold("head", "marketing", Text("Head of marketing", "Leitung Marketing"), 1, None),
    RoleTold("head", "branches", Text("Head of branches", "Leitung Filialen"), 1, None),
    RoleTold("head", "service", Text("Head of customer service", "Leitung Kundenservice"), 1, None),
    RoleTold("head", "digital", Text("Head of digital banking", "Leitung Digitales Banking"), 1, None),
    RoleTold("head", "it", Text("Head of IT", "Leitung Informationstechnik"), 1, None),
    RoleTold("head", "corporate", Text("Head of finance", "Leitung Finanzen"), 1, None),
    RoleTold("adviser", "service", Text("Advice by phone", "Telefonische Beratung"), 140, True),
    RoleTold("lead", "service", Text("Team lead", "Teamleitung"), 8, True),
    RoleTold("adviser", "branches", Text("Advice in the branch", "Filialberatung"), 190, True),
    RoleTold("planner", "campaigns", Text("Campaign planning", "Kampagnenplanung"), 11, None),
    RoleTold("product", "digital", Text("Responsible for products", "Produktverantwortung"), 12, True),
    RoleTold("clerk", "lending", Text("Loan processing", "Kreditbearbeitung"), 70, False),
    RoleTold("clerk", "claims_assessment", Text("Claims assessment", "Schadenprüfung"), 34, None),
    RoleTold("clerk", "claims_intake", Text("Claims intake", "Schadenannahme"), 41, True),
    RoleTold("clerk", "operations", Text("Contract services", "Vertragsservice"), 78, None),
    RoleTold("operator", "it", Text("System operation", "Systembetrieb"), 88, False),
    RoleTold(
        "accountant", "corporate", Text("Finance and controlling", "Finanzen und Controlling"), 40, False
    ),
    RoleTold("controller", "controlling", Text("Controlling of products", "Produktcontrolling"), 18, False),
    RoleTold("buyer", "purchasing", Text("Buying", "Einkauf von Leistungen"), 9, False),
    RoleTold("pricer", "pricing", Text("Setting prices", "Konditionen festlegen"), 7, False),
    RoleTold("manager", "experience", Text("Experience management", "Erlebnismanagement"), 9, True),
)
CAME = (  # a new role, out of which it came, and its tasks
    ("experience", "manager"),
    ("campaigns", "planner"),
    (Text("listening to customers every month", "jeden Monat Kundinnen und Kunden zuhören"),),
    (Text("planning campaigns", "Kampagnen planen"),),
)
_CARE = ("experience", "manager")
_LETTER = (("lending", "clerk", "A"), ("marketing", "head", "A"), ("operations", "clerk", "R"))
_LETTER_AFTER = (("branches", "head", "A"), ("operations", "clerk", "R"), ("lending", "clerk", "C"))
WORKS = (
    WorkTold("touchpoint", "payoff", _LETTER, _LETTER_AFTER, _LETTER_AFTER),
    WorkTold(
        "touchpoint",
        "thank_you",
        ((*_CARE, "A"), (*_CARE, "R"), ("marketing", "head", "I")),
        (("branches", "head", "A"), (*_CARE, "R")),
    ),
    WorkTold(
        "process",
        Text("Listening to customers", "Kundinnen und Kunden zuhören"),
        ((*_CARE, "A"), (*_CARE, "R")),
        (("service", "head", "A"), (*_CARE, "R"), ("service", "adviser", "R")),
        touchpoints=("complaint",),
    ),
    WorkTold(
        "process",
        Text("Acting on feedback", "Aus Rückmeldungen lernen"),
        ((*_CARE, "A"), (*_CARE, "R"), ("digital", "product", "I")),
        (("digital", "head", "A"), (*_CARE, "C"), ("digital", "product", "R")),
    ),
    WorkTold(
        "touchpoint",
        "loan_decision",
        (("processing", "board", "A"), ("lending", "clerk", "R"), ("service", "adviser", "I")),
        (("processing", "board", "A"), ("lending", "clerk", "R"), ("service", "adviser", "I")),
    ),
    WorkTold(
        "touchpoint",
        "call_help",
        (("service", "head", "A"), ("service", "adviser", "R")),
        (("service", "head", "A"), ("service", "adviser", "R")),
    ),
    WorkTold(
        "touchpoint",
        "account_opening",
        (("digital", "head", "A"), ("digital", "product", "R"), ("operations", "clerk", "C")),
        (("digital", "head", "A"), ("digital", "product", "R"), ("operations", "clerk", "C")),
    ),
    WorkTold(
        "touchpoint",
        "claim_settled",
        (("processing", "board", "A"), ("claims_intake", "clerk", "R"), ("claims_assessment", "clerk", "R")),
        (("processing", "board", "A"), ("claims_intake", "clerk", "R"), ("claims_assessment", "clerk", "R")),
    ),
    WorkTold(
        "process",
        Text("Month-end closing", "Monatsabschluss"),
        (("corporate", "head", "A"), ("corporate", "accountant", "R")),
        (("corporate", "head", "A"), ("corporate", "accountant", "R")),
        customer=False,
    ),
    WorkTold(
        "journey",
        "loan",
        (("branches", "adviser", "R"), ("lending", "clerk", "R")),
        (("customers", "board", "A"), ("branches", "adviser", "R"), ("lending", "clerk", "R")),
    ),
    WorkTold(
        "journey",
        "join",
        (("digital", "head", "A"), ("marketing", "head", "A"), ("digital", "product", "R")),
        (("customers", "board", "A"), ("digital", "product", "R")),
    ),
    WorkTold("journey", "claim", (), (("processing", "board", "A"), ("claims_intake", "clerk", "R"))),
    WorkTold("journey", "problem", (), (("service", "head", "A"), ("service", "adviser", "R"))),
    WorkTold("journey", "complaint", (), (("service", "head", "A"), ("service", "lead", "R"))),
    WorkTold("journey", "lost_card", (), (("service", "head", "A"), ("service", "adviser", "R"))),
)
FILES = Text(
    "Ten files of May looked at together: all complete.",
    "Zehn Vorgänge vom Mai gemeinsam angesehen: alle vollständig.",
)
INTERFACES = (
    InterfaceTold(
        "lending",
        "service",
        Text("Decision on a loan, with its reasons", "Kreditentscheidung mit Begründung"),
        "loan_decision",
        "yyn",
        "nn–",
    ),
    InterfaceTold(
        "branches",
        "lending",
        Text("Complete loan file", "Vollständige Kreditakte"),
        "loan_documents",
        "yyy",
        "yyy",
        FILES,
    ),
    InterfaceTold(
        "claims_intake",
        "claims_assessment",
        Text("Reported claim", "Gemeldeter Schaden"),
        "claim_assessment",
        "yyy",
        "yy–",
    ),
    InterfaceTold(
        "digital",
        "operations",
        Text("Identity to be checked", "Zu prüfende Identität"),
        "identity_check",
        "y––",
        "–––",
    ),
    InterfaceTold(
        "lending",
        "marketing",
        Text("Mortgage that is paid off", "Abbezahlte Baufinanzierung"),
        "thank_you",
        "nnn",
        "nnn",
    ),
)
# (unit, skill, needed, there in the planted company, there in the twin, plan)
TRAINING = Text("Twelve places a year at the academy.", "Zwölf Plätze im Jahr an der Akademie.")
SKILLS: tuple[tuple[str, str, int, int, int, Text | None], ...] = (
    ("service", "data", 30, 12, 40, TRAINING),
    ("service", "customer", 120, 125, 130, None),
    ("service", "data_and_customer", 30, 6, 36, TRAINING),
    ("digital", "ux", 10, 7, 12, None),
    (
        "digital",
        "service_design",
        8,
        2,
        9,
        Text("Two positions are advertised.", "Zwei Stellen sind ausgeschrieben."),
    ),
    ("digital", "analytics", 12, 14, 14, None),
    ("marketing", "analytics", 8, 3, 10, None),
    ("branches", "customer", 180, 170, 185, None),
    ("data_office", "analytics", 4, 3, 4, None),  # four people: never shown
)
# by unit and skill: positions that are open
OPEN: dict[tuple[str, str], int] = {
    ("service", "data"): 4,
    ("service", "data_and_customer"): 3,
    ("digital", "analytics"): 0,
    ("marketing", "analytics"): 2,
}
# customer service a year ago, before the trainings: read data, sense for customers, both
BEFORE_TRAINING: tuple[tuple[str, int], ...] = (("data", 5), ("customer", 125), ("data_and_customer", 0))
TRAINED: tuple[tuple[str, int, int], ...] = (
    ("data", 150, 12),
    ("data_and_customer", 90, 8),
)  # days ago, people
OLD_LIST = Text("Customer lists as spreadsheets", "Kundenlisten als Tabellen")
PLATFORM = Text("Campaign platform", "Kampagnenplattform")
OLD_CENTRE = Text("Cost centre 4711, insurance marketing", "Kostenstelle 4711, Werbung Versicherung")
LIST_ENDED, CENTRE_ENDED = 24, 18  # months before the end of the story
LIST_USES = (
    4,
    3,
    1,
    0,
    2,
    1,
    0,
    1,
    2,
    0,
    1,
    0,
    1,
    2,
    6,
    11,
    17,
    22,
    26,
    27,
    29,
    25,
    28,
    30,
)  # month by month since
CENTRE_USES = (2, 1, 0)
CAMPAIGNS, INSURANCE = "campaigns", "insurance"
