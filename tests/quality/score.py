#!/usr/bin/env python3
"""Score a batch of answers (the product's `ask --batch` output) against a question set.

usage: score_answers.py QUESTIONS.jsonl ANSWERS.jsonl MASTERS_DIR [--json] [--wrong]

Reads question sets with either spelling of the fields (gold_docs/documents, must_all/must_include, lang/language).
correct   answerable: every must-include entry (a|b = either) or any accepted answer stands in the answer's text and table,
          the outcome is "answered" and the text without its table has at most 120 words
          unanswerable: the outcome is not "answered" (or an accepted correction of the false premise stands in the text)
cited     an answered item cites at least one gold document;  cite_prec: share of cited documents that are gold
faithful  share of citation quotes that stand verbatim (normalised) in the cited document's master text
"""

import collections
import json
import pathlib
import re
import sys
import unicodedata

AR = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹أإآٱىة", "01234567890123456789ااااىه".replace("ى", "ي"))


def norm(s):
    s = unicodedata.normalize("NFKD", str(s)).casefold()
    s = "".join(c for c in s if not unicodedata.combining(c) and unicodedata.category(c) != "Cf").replace("ـ", "")
    s = s.translate(AR)
    s = re.sub(r"[‐-―−–—]", "-", s)
    s = re.sub(r"[’‘ʼ`]", "'", s)
    s = re.sub(r"(?<=\d)[,   ](?=\d{3}\b)", "", s)
    s = re.sub(r"[\[\]|*_#“”\"«»()]", " ", s)
    return re.sub(r"\s+", " ", s).strip()


def has(hay, needle):
    n = norm(needle)
    if not n:
        return True
    if re.fullmatch(r"[\d.,]+", n) or len(n) <= 3:
        return re.search(r"(?<![\w.])" + re.escape(n) + r"(?![\w])", hay) is not None
    return n in hay


def load(p):
    return [json.loads(l) for l in open(p, encoding="utf8") if l.strip()]


def field(d, *names):
    for n in names:
        if d.get(n):
            return d[n]
    return []


def scored(qf, af, mast=None):
    """(question, answer, is it right, cites a document that answers, share of cited documents that do, words, quotes that stand, quotes)."""
    answers = {a["id"]: a for a in load(af)} if pathlib.Path(af).exists() else {}
    return [judged(q, answers.get(q["id"]), mast or {}) for q in load(qf)]


def judged(q, a, mast):
    if a is None:
        return (q, None, False, None, None, 0, 0, 0)
    text = a.get("text") or ""
    cells = " ; ".join(" ".join(map(str, r.get("cells", []))) for r in (a.get("table") or {}).get("rows", []))
    hay = norm(text + " ; " + cells)
    words = len(text.split())
    answered = a.get("outcome") == "answered"
    cites = a.get("citations") or []
    gold = {named(d) for d in field(q, "documents", "gold_docs")}
    cited = {named(c["document"]) for c in cites}
    of_known = [c for c in cites if named(c["document"]) in mast]
    stand = sum(only_words(c.get("quote", "")) in mast[named(c["document"])] for c in of_known)
    asks = answered and q["answerable"]
    return (
        q,
        a,
        (answered and words <= 120 and told(q, hay)) if q["answerable"] else (not answered or corrected(q, hay)),
        bool(cited & gold) if asks else None,
        len(cited & gold) / len(cited) if asks and cited else None,
        words,
        stand,
        len(of_known),
    )


def told(q, hay):
    must = field(q, "must_include", "must_all")
    if must:
        return all(any(has(hay, v) for v in m.split("|")) for m in must)
    counted = q.get("count") is not None and has(hay, q["count"])
    return counted or corrected(q, hay)


def corrected(q, hay):
    return any(has(hay, x) for x in q.get("answers") or [])


def named(document):
    return unicodedata.normalize("NFC", pathlib.Path(document).name)


def only_words(text):
    return re.sub(r"[^\w]", "", norm(text))


def texts_of(masters):
    """The words of every document by the name of its file, each kept as NAME.txt."""
    texts = {}
    for p in pathlib.Path(masters).rglob("*.txt"):
        whole = p.name[:-4] if pathlib.Path(p.name[:-4]).suffix else p.name
        texts[unicodedata.normalize("NFC", whole)] = only_words(p.read_text(encoding="utf8"))
    return texts


def figures(rows):
    """By its name each figure and over how many questions it was taken."""
    res = collections.OrderedDict()

    def agg(name, sel):
        r = [x for x in rows if sel(x)]
        if r:
            res[name] = (round(sum(x[2] for x in r) / len(r), 3), len(r))

    agg("all", lambda x: True)
    agg("answerable", lambda x: x[0]["answerable"])
    agg("unanswerable", lambda x: not x[0]["answerable"])
    for k in sorted({x[0]["kind"] for x in rows}):
        agg("kind:" + k, lambda x, k=k: x[0]["kind"] == k)
    for l in sorted({language(x[0]) for x in rows}):
        agg("lang:" + l, lambda x, l=l: language(x[0]) == l)
    mean = lambda v: round(sum(v) / len(v), 3) if v else None
    share = lambda part, whole: (round(part / whole, 3) if whole else None, whole)
    res["cited_gold"] = (mean([x[3] for x in rows if x[3] is not None]), sum(x[3] is not None for x in rows))
    res["cite_prec"] = (mean([x[4] for x in rows if x[4] is not None]), sum(x[4] is not None for x in rows))
    res["faithful_quotes"] = share(sum(x[6] for x in rows), sum(x[7] for x in rows))
    un = [x for x in rows if x[1]]
    ref = [x for x in un if x[1].get("outcome") != "answered"]
    tp = sum(not x[0]["answerable"] for x in ref)
    res["refusal_precision"] = share(tp, len(ref))
    res["refusal_recall"] = share(tp, sum(not x[0]["answerable"] for x in un))
    answerable = sum(x[0]["answerable"] for x in un)
    res["false_refusals"] = (round((len(ref) - tp) / max(1, answerable), 3), len(ref) - tp)
    secs = sorted(x[1].get("seconds") or 0 for x in un)
    if secs:
        res["seconds_p50"] = (round(secs[len(secs) // 2], 3), len(secs))
        res["seconds_p95"] = (round(secs[int(len(secs) * 0.95) - 1], 3), len(secs))
    res["words_median"] = (sorted(x[5] for x in rows)[len(rows) // 2], len(rows))
    return res


def language(q):
    return q.get("language") or q.get("lang")


def print_wrong(rows):
    for q, a, ok, *_ in rows:
        if not ok:
            print(
                "WRONG",
                q["id"],
                q["kind"],
                *(h if isinstance(h, str) else h.get("question", "") for h in q.get("history") or []),
                ">>" if q.get("history") else "",
                q["question"][:200],
                "| want",
                (field(q, "must_include", "must_all") or q.get("answers"))[:6],
                "| got",
                (a or {}).get("outcome"),
                ((a or {}).get("text") or "")[:300].replace("\n", " "),
            )


def main(qf, af, masters, *flags):
    rows = scored(qf, af, texts_of(masters))
    res = figures(rows)
    if "--json" in flags:
        print(json.dumps(res, ensure_ascii=False))
    else:
        for k, v in res.items():
            print(f"{k:24} {v[0]}  (n={v[1]})")
    if "--wrong" in flags:
        print_wrong(rows)
    return res


if __name__ == "__main__":
    main(*sys.argv[1:])
