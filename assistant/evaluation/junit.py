"""A run in the format that every CI shows: JUnit XML."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

from assistant.evaluation.run import marks
from assistant.evaluation.values import Change, Comparison, Result, Run

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(run: Run, comparison: Comparison | None) -> str:
    """The run as a test suite, one test for each case.

    What fails here fails the gate: cases that got worse or are missing, and means that fell. A case that is wrong as it was
    before, or with no baseline to say what it was, is a skipped test, so that it is seen and stops nobody.
    """
    changes = {change.case_id: change for change in comparison.changes} if comparison else {}
    suite = ET.Element("testsuite", name=_clean(run.set_name), timestamp=run.started.removesuffix("Z"))
    for result in run.results:
        _add_case(suite, result, changes.get(result.case.id))
    for change in changes.values():
        if change.state == "missing":
            _fail(_test(suite, run.set_name, change.case_id, 0.0), change.why)
    for sentence in comparison.fallen if comparison else ():
        _fail(_test(suite, run.set_name, sentence.split(" ")[0], 0.0), sentence)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("./testcase/failure"))))
    suite.set("errors", "0")
    suite.set("skipped", str(len(suite.findall("./testcase/skipped"))))
    suite.set("time", f"{sum(result.answer.seconds for result in run.results):.3f}")
    ET.indent(suite)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(suite, encoding="unicode")}\n'


def _add_case(suite: ET.Element, result: Result, change: Change | None) -> None:
    case = result.case
    test = _test(suite, f"{suite.get('name')}.{case.kind}", f"{case.id} {case.question}", result.answer.seconds)
    mark = marks(result)["correct"]
    if change is not None and change.state == "worse":
        _fail(test, change.why)
    elif mark.value == 0:
        known: Mapping[str, str] = {"same": "wrong, as before", "new": "wrong, and new"}
        label = known.get(change.state, "wrong") if change else "wrong, with no baseline to compare with"
        ET.SubElement(test, "skipped", message=_clean(f"{label}: {mark.reason}"))
    ET.SubElement(test, "system-out").text = _clean(result.answer.text)


def _test(suite: ET.Element, group: str, name: str, seconds: float) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=_clean(group), name=_clean(name), time=f"{seconds:.3f}")


def _fail(test: ET.Element, why: str) -> None:
    ET.SubElement(test, "failure", message=_clean(why), type="regression").text = _clean(why)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
