"""The workshop's result as pictures and their tables: where each group sees the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.templatetags.measured_levels import level
from leitstern.app.evidence.assumed import assumptions
from leitstern.charts.quadrant_field import MatrixCloud, Quadrants
from leitstern.charts.type_matrix import type_matrix
from leitstern.core.inside.org_types import NAMES, OrgType
from leitstern.core.inside.ratings import VIEWS

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.core.inside.placement import Cloud, Placement


@dataclass(frozen=True, slots=True)
class CloudRow:
    """A cloud in the table."""

    name: str
    culture: SafeString
    technology: SafeString
    counted: str


def matrix_drawing(placement: Placement, width: int = 560) -> SafeString:
    """A cloud per group; where several are there, also what they make together."""
    clouds = [_cloud(cloud) for cloud in _clouds(placement)]
    return fitted(
        lambda sheet: type_matrix(clouds, quadrants(), sheet),
        "workshop-matrix",
        gettext("Where the room sees us"),
        gettext("Culture to the right, technology upwards; a cloud per group, with its uncertainty."),
        width=width,
    )


def quadrants() -> Quadrants:
    """The four types and where high begins."""
    assumed = assumptions()
    return Quadrants(
        camper=words(NAMES[OrgType.CAMPER]),
        tech_distant=words(NAMES[OrgType.TECH_DISTANT]),
        lemming=words(NAMES[OrgType.LEMMING]),
        star=words(NAMES[OrgType.STAR]),
        culture=assumed["cut_culture"],
        technology=assumed["cut_technology"],
    )


def cloud_rows(placement: Placement) -> list[CloudRow]:
    """The matrix as a table."""
    return [
        CloudRow(_name(cloud), level(cloud.culture), level(cloud.technology), words(cloud.counted))
        for cloud in _clouds(placement)
    ]


def _clouds(placement: Placement) -> list[Cloud]:
    """A cloud per group, and what they make together."""
    return [*placement.views, *([placement.fused] if placement.fused else [])]


def _name(cloud: Cloud) -> str:
    return words(VIEWS[cloud.view]) if cloud.view else gettext("Together, self-praise taken off")


def _cloud(cloud: Cloud) -> MatrixCloud:
    return MatrixCloud(
        name=_name(cloud),
        culture=side(cloud.culture),
        technology=side(cloud.technology),
        sd=cloud.sd,
        correlation=cloud.correlation,
        tone="inside" if cloud.view else "ink",
    )
