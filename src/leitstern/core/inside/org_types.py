"""The four types of organisation (Bingemer and Ohlwein) and what they are called inside a sentence."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.texts import Text


class OrgType(StrEnum):
    """A quadrant of culture × technology."""

    STAR = "star"
    LEMMING = "lemming"
    TECH_DISTANT = "tech_distant"
    CAMPER = "camper"

    @property
    def culture(self) -> bool:
        """High in culture."""
        return self in {OrgType.STAR, OrgType.TECH_DISTANT}

    @property
    def technology(self) -> bool:
        """High in technology."""
        return self in {OrgType.STAR, OrgType.LEMMING}


def quadrant(*, culture: bool, technology: bool) -> OrgType:
    """The type that is high in these."""
    if culture:
        return OrgType.STAR if technology else OrgType.TECH_DISTANT
    return OrgType.LEMMING if technology else OrgType.CAMPER


NAMES: dict[OrgType, Text] = {
    OrgType.STAR: Text(en="Customer Experience Star", de="Customer Experience Star"),
    OrgType.LEMMING: Text(en="Digital Lemming", de="Digitaler Lemming"),
    OrgType.TECH_DISTANT: Text(en="Tech-distant Customer Expert", de="Technologieferner Kundenkenner"),
    OrgType.CAMPER: Text(en="Camper", de="Camper"),
}

ONE: dict[OrgType, Text] = {  # "You take yourselves for …", "Evidence shows …": German in the accusative
    OrgType.STAR: Text(en="a Customer Experience Star", de="einen Customer Experience Star"),
    OrgType.LEMMING: Text(en="a Digital Lemming", de="einen Digitalen Lemming"),
    OrgType.TECH_DISTANT: Text(
        en="a Tech-distant Customer Expert", de="einen Technologiefernen Kundenkenner"
    ),
    OrgType.CAMPER: Text(en="a Camper", de="einen Camper"),
}

IS: dict[OrgType, Text] = {  # "You are …": German in the nominative
    OrgType.STAR: Text(en="a Customer Experience Star", de="ein Customer Experience Star"),
    OrgType.LEMMING: Text(en="a Digital Lemming", de="ein Digitaler Lemming"),
    OrgType.TECH_DISTANT: Text(en="a Tech-distant Customer Expert", de="ein Technologieferner Kundenkenner"),
    OrgType.CAMPER: Text(en="a Camper", de="ein Camper"),
}

MEANINGS: dict[OrgType, Text] = {
    OrgType.STAR: Text(
        en="High in culture and in technology: stay there, and keep questioning what was reached.",
        de="Hoch in Kultur und in Technologie: dort bleiben und das Erreichte immer wieder hinterfragen.",
    ),
    OrgType.LEMMING: Text(
        en="Technology without the culture for it: what was bought cannot have its effect.",
        de="Technologie ohne die Kultur dafür: Was gekauft wurde, kann nicht wirken.",
    ),
    OrgType.TECH_DISTANT: Text(
        en="Culture without the technology for it: what is known about customers lies idle.",
        de="Kultur ohne die Technologie dafür: Was über die Kundschaft bekannt ist, liegt brach.",
    ),
    OrgType.CAMPER: Text(
        en="Low in both: waits and watches.",
        de="Niedrig in beidem: wartet ab und schaut zu.",
    ),
}
