"""The things of a movement by name: which drawer draws what."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from spinewise.movement.drawing import cushions, furniture, handfuls
from spinewise.movement.drawing.bikes import bike
from spinewise.movement.drawing.things import Scene, Thing

_DRAWERS: Mapping[str, Callable[[Scene], Thing]] = MappingProxyType(
    {
        "mat": furniture.draw_mat,
        "chair": furniture.draw_chair,
        "wall": furniture.draw_wall,
        "doorway": furniture.draw_doorway,
        "bed": furniture.draw_bed,
        "table": furniture.slab("table", (0.36, 0.45), 0.035),
        "step": furniture.slab("step", (0.2, 0.35)),
        "footstool": furniture.slab("footstool", (0.16, 0.2)),
        "screen": furniture.draw_screen,
        "water": furniture.draw_water,
        "pillow": cushions.draw_pillow,
        "pillow-knees": cushions.draw_pillow_knees,
        "pillow-between-knees": cushions.draw_pillow_between,
        "pillow-belly": cushions.draw_pillow_belly,
        "pillow-back": cushions.draw_pillow_back,
        "nursing-pillow": cushions.draw_nursing_pillow,
        "lumbar-roll": cushions.draw_lumbar_roll,
        "ball": cushions.draw_ball,
        "massage-ball": cushions.draw_massage_ball,
        "roller": cushions.draw_roller,
        "towel": cushions.draw_towel,
        "band": cushions.draw_band,
        "weights": handfuls.draw_weights,
        "box": handfuls.draw_box,
        "bag": handfuls.draw_bag,
        "wheel": handfuls.draw_wheel,
        "broom": handfuls.draw_broom,
        "stick": handfuls.draw_stick,
        "baby": handfuls.draw_baby,
        "bicycle": bike(on_wheels=True),
        "exercise-bike": bike(on_wheels=False),
    }
)


def draw_props(scene: Scene, props: Iterable[str]) -> Iterator[Thing]:
    """The things of a movement."""
    for name in props:
        yield _DRAWERS[name](scene)
