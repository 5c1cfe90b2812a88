"""Profiles: which steps run, how, and how sure an edit must be.  A profile is a TOML file.

extends = "news"            # start from another profile
steps = ["detect", "normalize"]
glossaries = ["*"]          # names of shipped glossaries, or files; "*" is all that are shipped
from = "de"                 # language of the documents, if known
to = "en"                   # language they should be in; without it nothing is translated
languages = ["en", "de"]    # languages to expect; empty for all that are known

[policy]
apply_at = 0.9              # an edit at least this sure is made
suggest_at = 0.5            # one at least this sure is proposed
off = ["strip.credit"]      # rules that are switched off

[strip]                     # one table a step: its own options, and a policy of its own
apply_at = 0.95
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import reduce
from importlib.resources import files
from os.path import realpath
from pathlib import Path
from typing import Any

from cleaner.document import Policy
from cleaner.errors import ProfileError
from cleaner.steps.table import STEPS, all_rules, step_module
from cleaner.text.bcp47 import tidy

Table = dict[str, Any]

_DEFAULTS: Table = {
    "extends": "",
    "description": "",
    "steps": (),
    "glossaries": (),
    "from": "",
    "to": "",
    "languages": (),
}
_POLICY: Table = {"apply_at": 0.9, "suggest_at": 0.5, "off": ()}


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile with everything it extends and every ``--set`` worked in, and no fault in it.

    Attributes:
        name: What it was asked for by.
        table: The resolved TOML table.
    """

    name: str
    table: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """First 16 hex digits of the SHA-256 of the resolved table."""
        canonical = json.dumps(self.table, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()[:16]

    @property
    def steps(self) -> tuple[str, ...]:
        """Names of the steps, in order."""
        return tuple(self.table["steps"])

    def policy(self, step: str) -> Policy:
        """Return the policy of a step: the profile's, with the step's own keys over it."""
        own = {k: v for k, v in self.table.get(step, {}).items() if k in _POLICY}
        merged = _POLICY | self.table.get("policy", {}) | own
        off = {*self.table.get("policy", {}).get("off", ()), *own.get("off", ())}
        return Policy(merged["apply_at"], merged["suggest_at"], frozenset(off))

    def options(self, step: str) -> Any:
        """Return the ``Options`` of a step, filled from its table."""
        own = {k: v for k, v in self.table.get(step, {}).items() if k not in _POLICY}
        return step_module(step).Options(
            **{k: tuple(v) if isinstance(v, list) else v for k, v in own.items()}
        )


def profile_names() -> list[str]:
    """Names of the profiles that are shipped."""
    shipped = files("cleaner") / "profiles"
    return sorted(p.name.removesuffix(".toml") for p in shipped.iterdir() if p.name.endswith(".toml"))


def load_profile(name: str | Path = "news", settings: Iterable[str] = ()) -> Profile:
    """Return the profile of a name or a file, with ``key=value`` settings over it.

    Raises:
        ProfileError: it does not exist, or has faults; all of them are listed.
    """
    table = reduce(_set, settings, _read(str(name), ()))
    if faults := sorted(_faults(table)):
        raise ProfileError(f"profile {name}:\n  " + "\n  ".join(faults))
    tags = {key: tidy(table[key]) for key in ("from", "to") if table.get(key)}
    return Profile(str(name), table | tags)


def _read(name: str, below: tuple[str, ...]) -> Table:
    """The table of a profile, laid over that of the one it extends."""
    if realpath(name) in map(realpath, below):
        raise ProfileError(f"profile {name} extends itself: {' -> '.join((*below, name))}")
    try:
        table = tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"profile {name} is not TOML: {error}") from None
    below_it = table.get("extends", "")
    if not isinstance(below_it, str):
        raise ProfileError(f"profile {name}: extends: {below_it!r} is {_kind(below_it)}, not a string")
    if isinstance(own := table.get("glossaries"), list):
        table["glossaries"] = [_beside(name, file) if isinstance(file, str) else file for file in own]
    base = _read(_beside(name, below_it), (*below, name)) if below_it else {}
    return _laid_over(base, {k: v for k, v in table.items() if k != "extends"})


def _beside(profile: str, name: str) -> str:
    """What a profile names: the file beside it, if there is one."""
    near = Path(profile).parent / name
    return str(near) if near.is_file() and name not in profile_names() else name


def _text(name: str) -> str:
    if name in profile_names():
        return (files("cleaner") / "profiles" / f"{name}.toml").read_text("utf-8")
    try:
        return Path(name).read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProfileError(f"profile {name} is not UTF-8: byte {error.start} cannot be read") from None
    except OSError as error:
        none = isinstance(error, FileNotFoundError)
        why = "no such file" if none else f"the file cannot be read: {error.strerror}"
        raise ProfileError(f"no profile {name!r}{nearest(name, profile_names())}, and {why}") from None


def _laid_over(base: Table, top: Table) -> Table:
    both = [k for k, v in top.items() if isinstance(v, dict) and isinstance(base.get(k), dict)]
    return base | top | {k: _laid_over(base[k], top[k]) for k in both}


def _set(table: Table, setting: str) -> Table:
    """Work ``key=value`` in; the value is TOML, or else a string."""
    key, equals, value = setting.partition("=")
    if not equals:
        raise ProfileError(f"--set {setting}: write it as key=value, e.g. policy.apply_at=0.95")
    try:
        parsed = tomllib.loads(f"v = {value}")["v"]
    except tomllib.TOMLDecodeError:
        parsed = value
    patch = reduce(lambda inner, k: {k: inner}, reversed(key.strip().split(".")), parsed)
    return _laid_over(table, patch)


def _faults(table: Table) -> Iterator[str]:
    tables = {k for k, v in table.items() if isinstance(v, dict)}
    yield from _bad_keys("", {k: v for k, v in table.items() if k not in tables}, _DEFAULTS)
    yield from _bad_tags(table)
    if "extends" in table:  # a file's own is worked in already
        yield "extends: only the file of a profile can extend another; name that other with --profile"
    for name in sorted(tables - {"policy", *STEPS}):
        yield f"[{name}]: there is no such table{nearest(name, ('policy', *STEPS))}"
    for name in _names(table.get("steps")):
        if name not in STEPS:
            yield f"steps: there is no step {name!r}{nearest(name, STEPS)}"
    for name in sorted(tables & {"policy", *STEPS}):
        own = {} if name == "policy" else {f.name: f.default for f in fields(step_module(name).Options)}
        yield from _bad_keys(f"{name}.", table[name], _POLICY | own)
        yield from _bad_rules(f"{name}.off", _names(table[name].get("off")))
        for key in ("apply_at", "suggest_at"):
            if isinstance(sure := table[name].get(key, 0), int | float) and not sure >= 0:
                yield f"{name}.{key}: {sure} is no confidence: write 0 to 1, or more for none at all"


def _bad_tags(table: Table) -> Iterator[str]:
    """Faults of what should be tags of languages (BCP 47); an empty one asks for none."""
    told = [("languages", tag) for tag in _names(table.get("languages"))]
    told += [(key, tag) for key in ("from", "to") for tag in _names([table.get(key)])]
    for key, tag in told:
        if tag and not tidy(tag):
            yield f"{key}: {tag!r} is no tag of a language, as en or pt-BR"


def _bad_keys(place: str, given: Table, known: Table) -> Iterator[str]:
    for key, value in given.items():
        if key not in known:
            yield f"{place}{key}: there is no such key{nearest(key, known)}"
        elif _kind(value) != _kind(known[key]):
            yield f"{place}{key}: {value!r} is {_kind(value)}, not {_kind(known[key])}"
        elif isinstance(value, list):
            odd = [item for item in value if not isinstance(item, str)]
            yield from (f"{place}{key}: {item!r} is {_kind(item)}, not a string" for item in odd)


def _names(value: object) -> list[str]:
    """The strings of a list; what else there may be is a fault that is named elsewhere."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list | tuple) else []


def _bad_rules(place: str, ids: Collection[str]) -> Iterator[str]:
    known = all_rules() if ids else {}
    for name in ids:
        if name not in known:
            yield f"{place}: there is no rule {name!r}{nearest(name, known)}"


def _kind(value: object) -> str:
    kinds = (
        (bool, "true or false"),
        ((int, float), "a number"),
        (str, "a string"),
        ((list, tuple), "a list"),
    )
    return next((name for types, name in kinds if isinstance(value, types)), "a table")


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint at the known name nearest to a wrong one; empty if none is near."""
    near = get_close_matches(name, list(known), 1, 0.5)
    return f"; the nearest is {near[0]!r}" if near else ""
