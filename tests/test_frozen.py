"""What `agendakit.frozen` makes is compared with what the standard library makes of the same class."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import operator
import pickle
from dataclasses import field

import pytest

from agendakit import frozen


def classes(dataclass):
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Keywords:
        """Keywords only, with both sorts of default."""

        a: int
        b: str = "b"
        c: list[int] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Positions:
        """Positions, a field by keyword, and fields that are neither shown nor compared."""

        a: int
        b: int = 2
        hidden: int = field(default=3, repr=False)
        aside: int = field(default=4, compare=False)
        word: str = field(default="w", kw_only=True)

    @dataclass(frozen=True, slots=True)
    class Derived:
        """A field that is worked out from another."""

        a: int
        twice: int = field(init=False, compare=False)

        def __post_init__(self):
            object.__setattr__(self, "twice", 2 * self.a)

    @dataclass(frozen=True)
    class Open:
        """With a dictionary, and its own words for itself."""

        a: int

        def __repr__(self):
            return f"<{self.a}>"

    @dataclass(frozen=True, slots=True, eq=False)
    class Same:
        """Equal to itself alone."""

        a: int

    @dataclass(frozen=True, slots=True)
    class Empty:
        """Without fields."""

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        """With a first, a next and a last."""

        a: int
        b: str = ""

    return {cls.__name__: cls for cls in (Keywords, Positions, Derived, Open, Same, Empty, Ordered)}


OURS, THEIRS = classes(frozen.dataclass), classes(dataclasses.dataclass)

CALLS = [
    ("Keywords", (), {"a": 1}),
    ("Keywords", (), {"a": 1, "c": [2]}),
    ("Keywords", (1,), {}),
    ("Keywords", (), {"b": "x"}),
    ("Keywords", (), {"a": 1, "d": 2}),
    ("Positions", (1,), {}),
    ("Positions", (1, 5, 6, 7), {"word": "x"}),
    ("Positions", (1, 2, 3, 4, "w"), {}),
    ("Derived", (4,), {}),
    ("Derived", (4, 8), {}),
    ("Open", (1,), {}),
    ("Same", (1,), {}),
    ("Empty", (), {}),
]


def made(cls, positions, keywords):
    try:
        value = cls(*positions, **keywords)
    except TypeError as error:
        return str(error)
    return repr(value), dataclasses.asdict(value)


@pytest.mark.parametrize(("name", "positions", "keywords"), CALLS)
def test_a_call_makes_or_refuses_the_same(name, positions, keywords):
    assert made(OURS[name], positions, keywords) == made(THEIRS[name], positions, keywords)


@pytest.mark.parametrize("name", OURS)
def test_names_and_parameters_are_the_same(name):
    ours, theirs = OURS[name], THEIRS[name]
    assert [one.name for one in dataclasses.fields(ours)] == [one.name for one in dataclasses.fields(theirs)]
    assert ours.__match_args__ == theirs.__match_args__
    assert parameters(ours) == parameters(theirs)
    assert hasattr(ours, "__slots__") == hasattr(theirs, "__slots__")


def parameters(cls):
    return [(one.name, one.kind) for one in inspect.signature(cls.__init__).parameters.values()]


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("Positions", (1,), (1,)),
        ("Positions", (1,), (2,)),
        ("Positions", (1, 2, 3, 4), (1, 2, 3, 9)),
        ("Positions", (1, 2, 3, 4), (1, 2, 9, 4)),
        ("Derived", (1,), (1,)),
        ("Open", (1,), (1,)),
        ("Open", (1,), (2,)),
        ("Same", (1,), (1,)),
        ("Empty", (), ()),
    ],
)
def test_equality_is_the_same_and_equal_values_have_equal_hashes(name, one, other):
    ours = OURS[name](*one), OURS[name](*other)
    assert (ours[0] == ours[1]) == (THEIRS[name](*one) == THEIRS[name](*other))
    assert ours[0] != ours[1] or hash(ours[0]) == hash(ours[1])


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
@pytest.mark.parametrize(("one", "other"), [((1, "a"), (1, "b")), ((2, "a"), (1, "b")), ((1, "a"), (1, "a"))])
def test_order_is_the_same(compare, one, other):
    ours, theirs = ((cls(*one), cls(*other)) for cls in (OURS["Ordered"], THEIRS["Ordered"]))
    assert compare(*ours) == compare(*theirs)


def test_nothing_is_ordered_that_does_not_ask_for_it():
    with pytest.raises(TypeError):
        sorted([OURS["Open"](2), OURS["Open"](1)])
    with pytest.raises(TypeError):
        sorted([OURS["Ordered"](2), THEIRS["Ordered"](1)])


def test_values_of_two_classes_are_never_equal():
    assert OURS["Open"](1) != OURS["Derived"](1)
    assert OURS["Empty"]() != THEIRS["Empty"]()


@pytest.mark.parametrize("name", [name for name in OURS if name != "Empty"])
def test_nothing_can_be_changed(name):
    value = OURS[name](a=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.a = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.a
    assert value.a == 1


def test_each_value_gets_a_default_of_its_own():
    first, second = OURS["Keywords"](a=1), OURS["Keywords"](a=1)
    first.c.append(1)
    assert second.c == []


def test_a_replacement_has_the_other_fields_of_the_original():
    assert dataclasses.replace(OURS["Positions"](1, 5), b=6) == OURS["Positions"](1, 6)


@pytest.mark.parametrize("name", ["Positions", "Derived", "Open"])
def test_copies_are_equal(name):
    value = OURS[name](1)
    assert copy.copy(value) == copy.deepcopy(value) == value


@frozen.dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, where a pickle finds it."""

    a: int
    b: tuple[str, ...] = ("x",)


def test_a_pickle_gives_an_equal_value():
    assert pickle.loads(pickle.dumps(Kept(1))) == Kept(1)  # noqa: S301  # made in this line


def test_values_match_by_position():
    match Kept(1, ("y",)):
        case Kept(1, (word,)):
            assert word == "y"
        case _:
            pytest.fail("it does not match its own class")
