"""A movement for somebody who must not do all of it: other poses in their place, parts left out."""

from collections.abc import Collection

import msgspec

from spinewise.knowledge.records import KeyPose, Movement


def without(movement: Movement, leaves_out: Collection[str]) -> Movement | None:
    """The movement with nothing in it that asks what is left out; ``None`` where nothing is left of a set.

    A pose that asks it gives way to what it names instead, at the same time and for as long, and arrows to it go. A part
    of a set that asks it is gone, as is one whose movement has the id that is left out.
    """
    taken = set(leaves_out)
    if movement.parts:
        kept = tuple(part for part in movement.parts if part.move not in taken and taken.isdisjoint(part.asks))
        return msgspec.structs.replace(movement, parts=kept) if kept else None
    poses = tuple(_kept(pose, taken) for pose in movement.poses)
    if poses == movement.poses:
        return movement
    arrows = tuple(arrow for arrow in movement.arrows if poses[arrow.end - 1] == movement.poses[arrow.end - 1])
    return msgspec.structs.replace(movement, poses=poses, arrows=arrows)


def asked_by(movement: Movement) -> frozenset[str]:
    """All that some of its poses or parts ask and others do not."""
    of_poses = {ask for pose in movement.poses for ask in pose.asks}
    return frozenset(of_poses.union(*(part.asks for part in movement.parts)))


def _kept(pose: KeyPose, taken: set[str]) -> KeyPose:
    instead = pose.instead
    if instead is None or taken.isdisjoint(pose.asks):
        return pose
    return msgspec.structs.replace(
        pose, says=instead.says, angles_deg=instead.angles_deg, contacts=instead.contacts, asks=(), instead=None
    )
