"""The two formats question sets are kept in, read with the line of every field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assistant.evaluation.errors import SetError
from assistant.evaluation.fields import Entry, Field


def read_jsonl(text: str, file: str) -> Iterator[Entry]:
    """The entries of a text with one JSON object a line; empty lines are skipped."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"{file}, line {number}"
        try:
            found = json.loads(line, object_pairs_hook=_Pairs, parse_int=str, parse_float=str)
        except (json.JSONDecodeError, RecursionError) as error:
            what = f"{error.msg}, at character {error.colno}" if isinstance(error, json.JSONDecodeError) else "too deep"
            raise SetError([f"{place}: not a JSON object ({what})."]) from error
        if not isinstance(found, _Pairs):
            raise SetError([f"{place}: not a JSON object; write one question as {{…}} on each line."])
        fields = {name: Field(_plain(value), number) for name, value in _once(found, dict.fromkeys(dict(found), place))}
        yield Entry(file, number, fields)


def read_yaml(text: str, file: str) -> Iterator[Entry]:
    """The entries of a YAML list; values are taken as written, so that `4.10` stays `4.10`."""
    import yaml  # type: ignore[import-untyped]

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file}, line {mark.line + 1}" if mark else file
        raise SetError([f"{where}: not YAML ({getattr(error, 'problem', None) or 'it cannot be read'})."]) from error
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise SetError([f"{file}, line {_line(root)}: write the questions as a list, each beginning with “- id:”."])
    for node in root.value:
        if not isinstance(node, yaml.MappingNode):
            raise SetError([f"{file}, line {_line(node)}: a question is a group of fields, beginning with “- id:”."])
        pairs = [(str(key.value), (value, _line(key))) for key, value in node.value]
        once = _once(pairs, {name: f"{file}, line {line}" for name, (_, line) in pairs})
        yield Entry(file, _line(node), {name: Field(_yaml_value(value), line) for name, (value, line) in once})


class _Pairs(list[tuple[str, Any]]):
    """The fields of a JSON object in their order, doubles included."""


def _once(pairs: Iterable[tuple[str, Any]], places: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    seen = set()
    for name, value in pairs:
        if name in seen:
            raise SetError([f'{places[name]}, field "{name}": this field is written twice.'])
        seen.add(name)
        yield name, value


def _plain(value: Any) -> Any:
    if isinstance(value, _Pairs):
        return {name: _plain(inner) for name, inner in value}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _yaml_value(node: Any) -> Any:
    if node.id == "sequence":
        return [_yaml_value(inner) for inner in node.value]
    if node.id == "mapping":
        return {str(key.value): _yaml_value(value) for key, value in node.value}
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    return node.value.lower() in ("true", "yes", "on") if kind == "bool" else node.value


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1
