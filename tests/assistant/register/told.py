"""Facts as documents tell them, short."""

from vectorstore import Fact


def organisation(language="en", **fields):
    return Fact("organisation", "a.txt", None, 0, 1, "x", fields, language)


def person(name, language="en", document="a.txt", **fields):
    return Fact("person", document, None, 0, 1, "x", {"name": name, **fields}, language)
