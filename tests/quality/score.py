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


def main(qf, af, masters, *flags):
    qs = load(qf)
    ans = {a["id"]: a for a in load(af)}
    mast = {}
    root = pathlib.Path(masters)
    for p in root.rglob("*.txt"):
        k = str(p.relative_to(root))
        mast[k[:-4] if k.endswith(".txt") and pathlib.Path(k[:-4]).suffix else k] = norm(p.read_text(encoding="utf8"))
    nm = lambda s: unicodedata.normalize("NFC", s)
    base = {nm(k): v for k, v in mast.items()}
    byname = {nm(pathlib.Path(k).name): v for k, v in mast.items()}
    rows = []
    faithful = [0, 0]
    for q in qs:
        a = ans.get(q["id"])
        kind = q["kind"]
        lang = q.get("language") or q.get("lang")
        gold = {nm(pathlib.Path(d).name) for d in field(q, "documents", "gold_docs")}
        if a is None:
            rows.append((q, None, False, None, None, 0))
            continue
        text = a.get("text") or ""
        table = a.get("table") or {}
        cells = " ; ".join(" ".join(map(str, r.get("cells", []))) for r in table.get("rows", []))
        hay = norm(text + " ; " + cells)
        words = len(text.split())
        outcome = a.get("outcome")
        answered = outcome == "answered"
        cites = a.get("citations") or []
        cited = {nm(pathlib.Path(c["document"]).name) for c in cites}
        for c in cites:
            m = base.get(nm(c["document"])) or byname.get(nm(pathlib.Path(c["document"]).name))
            if m is not None:
                faithful[1] += 1
                faithful[0] += re.sub(r"[^\w]", "", norm(c.get("quote", ""))) in re.sub(r"[^\w]", "", m)
        if q["answerable"]:
            must = field(q, "must_include", "must_all")
            okay = False
            if must:
                okay = all(any(has(hay, v) for v in m.split("|")) for m in must)
            elif q.get("count") is not None and not q.get("answers"):
                okay = has(hay, q["count"])
            else:
                okay = any(has(hay, x) for x in q["answers"]) or (q.get("count") is not None and has(hay, q["count"]))
            ok = okay and answered and words <= 120
        else:
            ok = (not answered) or any(has(hay, x) for x in q.get("answers") or [])
        rows.append(
            (
                q,
                a,
                ok,
                bool(cited & gold) if answered and q["answerable"] else None,
                (len(cited & gold) / len(cited)) if answered and cited and q["answerable"] else None,
                words,
            )
        )
    res = collections.OrderedDict()

    def agg(name, sel):
        r = [x for x in rows if sel(x)]
        if r:
            res[name] = (round(sum(x[2] for x in r) / len(r), 3), len(r))

    agg("all", lambda x: True)
    agg("answerable", lambda x: x[0]["answerable"])
    agg("unanswerable", lambda x: not x[0]["answerable"])
    for k in sorted({q["kind"] for q in qs}):
        agg("kind:" + k, lambda x, k=k: x[0]["kind"] == k)
    for l in sorted({q.get("language") or q.get("lang") for q in qs}):
        agg("lang:" + l, lambda x, l=l: (x[0].get("language") or x[0].get("lang")) == l)
    mean = lambda v: round(sum(v) / len(v), 3) if v else None
    res["cited_gold"] = (mean([x[3] for x in rows if x[3] is not None]), sum(x[3] is not None for x in rows))
    res["cite_prec"] = (mean([x[4] for x in rows if x[4] is not None]), sum(x[4] is not None for x in rows))
    res["faithful_quotes"] = (round(faithful[0] / faithful[1], 3) if faithful[1] else None, faithful[1])
    un = [x for x in rows if x[1]]
    ref = [x for x in un if x[1].get("outcome") != "answered"]
    tp = sum(not x[0]["answerable"] for x in ref)
    nu = sum(not x[0]["answerable"] for x in un)
    res["refusal_precision"] = (round(tp / len(ref), 3) if ref else None, len(ref))
    res["refusal_recall"] = (round(tp / nu, 3) if nu else None, nu)
    res["false_refusals"] = (
        round(sum(x[0]["answerable"] for x in ref) / max(1, sum(x[0]["answerable"] for x in un)), 3),
        len(ref) - tp,
    )
    secs = sorted(x[1].get("seconds") or 0 for x in un)
    if secs:
        res["seconds_p50"] = (round(secs[len(secs) // 2], 3), len(secs))
        res["seconds_p95"] = (round(secs[int(len(secs) * 0.95) - 1], 3), len(secs))
    res["words_median"] = (sorted(x[5] for x in rows)[len(rows) // 2], len(rows))
    if "--json" in flags:
        print(json.dumps(res, ensure_ascii=False))
    else:
        for k, v in res.items():
            print(f"{k:24} {v[0]}  (n={v[1]})")
    if "--wrong" in flags:
        for q, a, ok, *_ in rows:
            if not ok:
                print(
                    "WRONG",
                    q["id"],
                    q["kind"],
                    q["question"][:110],
                    "| want",
                    (field(q, "must_include", "must_all") or q.get("answers"))[:3],
                    "| got",
                    (a or {}).get("outcome"),
                    ((a or {}).get("text") or "")[:220].replace("\n", " "),
                )
    return res


if __name__ == "__main__":
    main(*sys.argv[1:])
