"""Parts that cost the model nothing before their stage, and little then: priced as plans show.

When its stage comes, such a part is one variable. What it costs in a plan that the model took to be
cheaper is stated then, seat by seat and jury by jury: the model stays a relaxation, so its bound
stays true, and it is proved as soon as it takes no plan to be cheaper than it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jurydesk.planning.assembly import Assembly
from jurydesk.planning.objective import Sitting
from jurydesk.planning.presiding_model import learn_presidencies, open_presidencies
from jurydesk.planning.substitutes_model import learn_substitutes

_MOST = 10**9

Learner = Callable[[Assembly, tuple[Sitting, ...], Sequence[int]], bool]

_LEARNERS: Mapping[str, Learner] = {
    "substitutes": learn_substitutes,
    "presidencies": learn_presidencies,
}
"""By part: states what a plan costs and the model, with its values, does not know; False where
nothing is new."""
_OPENERS: Mapping[str, Callable[[Assembly], None]] = {"presidencies": open_presidencies}
"""By part: states what holds of it in every plan."""


def open_stage(assembly: Assembly, stage: int) -> None:
    """Give the parts of a stage that are learnt their variable, once."""
    for part in assembly.aims.stages[stage]:
        if part in _LEARNERS and part not in assembly.owed:
            price = assembly.owed[part] = assembly.model.new_int_var(0, _MOST, "")
            assembly.costs[part].append((price, 1))
            if part in _OPENERS:
                _OPENERS[part](assembly)


def learn_prices(assembly: Assembly, plan: tuple[Sitting, ...], value: Sequence[int]) -> list[bool]:
    """Learn what a plan costs; tell by part whether there was anything new."""
    return [_LEARNERS[part](assembly, plan, value) for part in tuple(assembly.owed)]
